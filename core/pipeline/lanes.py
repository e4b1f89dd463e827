"""Processes that work side by side, each on neighbouring tasks, and are replaced when they die.

Each lane is one process with two tasks at hand. Blocks are dealt out in strips, so that a process, which remembers the
tiles at the edges of its last blocks, seldom needs what another one has computed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar

from ..interrupts import deaf_children

ATTEMPTS = 3
"""Processes that one task may cost."""
_AHEAD = 2
_POLL_SECONDS = 0.2
_ENGINE = ("describe_changes.core.pipeline.executors", "describe_changes.core.predict.predictor")
_PRELOADED = {"processes": _ENGINE, "dask": (*_ENGINE, "distributed", "distributed.nanny", "distributed.worker")}
"""Modules that all processes of an executor load."""

_Task = TypeVar("_Task")
_Answer = TypeVar("_Answer")


class Died(Exception):
    """A task whose process died again and again; `task` is the task."""

    def __init__(self, task: Any) -> None:
        super().__init__(task)
        self.task = task


class Tasks(Protocol[_Task]):
    """What is to be done."""

    def take(self, lane: int) -> _Task | None:
        """Return the next task for a lane; None where nothing is left."""
        ...

    def give_back(self, lane: int, task: _Task) -> None:
        """Put back what a lane has taken and not done."""
        ...


def strips_of(tasks: Sequence[_Task], lanes: int) -> list[Sequence[_Task]]:
    """Part tasks, whose neighbours lie beside each other, into one strip per lane."""
    bounds = [len(tasks) * lane // lanes for lane in range(lanes + 1)]
    return [tasks[start:stop] for start, stop in pairwise(bounds)]


class Strips(Generic[_Task]):
    """Tasks in their order, in one strip per lane; a lane whose strip is done helps at the end of the longest.

    Args:
        tasks: neighbours lie beside each other.
        lanes: number of lanes.
    """

    def __init__(self, tasks: Sequence[_Task], lanes: int) -> None:
        self._strips = list(map(deque, strips_of(tasks, lanes)))

    def take(self, lane: int) -> _Task | None:
        """As of `Tasks`."""
        if self._strips[lane]:
            return self._strips[lane].popleft()
        longest = max(self._strips, key=len)
        return longest.pop() if longest else None

    def give_back(self, lane: int, task: _Task) -> None:
        """As of `Tasks`."""
        self._strips[lane].appendleft(task)


@dataclass(eq=False)
class _Given:
    """A task in a lane."""

    lane: int
    task: Any


class Lanes:
    """Processes on this machine, kept from one kind of work to the next.

    Args:
        count: number of processes.
        start: called in each with the arguments, before any task.
        arguments: of `start`.
        check: raises to stop; called while waiting.
    """

    def __init__(
        self, count: int, start: Callable[..., None], arguments: tuple[Any, ...], check: Callable[[], None]
    ) -> None:
        self._start, self._arguments, self._check = start, arguments, check
        self._pools: list[ProcessPoolExecutor | None] = [None] * count

    def run(self, work: Callable[..., _Answer], first: Any, tasks: Tasks[_Task], lanes: int) -> Iterator[_Answer]:
        """Yield the answers to tasks as they come, in any order.

        Args:
            work: answers one, called with `first` and the task.
            first: its first argument.
            tasks: what is to be done.
            lanes: so many of the processes work on it.

        Raises:
            Died: a task has cost too many processes.
        """
        running: dict[Future[_Answer], _Given] = {}
        cost: dict[int, int] = {}

        def submit(lane: int, room: int) -> None:
            for _ in range(room):
                task = tasks.take(lane)
                if task is None:
                    return
                try:
                    future = self._submit(lane, work, first, task)
                except BrokenProcessPool:  # its process has just died
                    tasks.give_back(lane, task)
                    if not any(given.lane == lane for given in running.values()):  # idly
                        self._pools[lane] = None
                        submit(lane, room)
                    return
                running[future] = _Given(lane, task)

        def bury(lane: int) -> None:
            """Replace a dead process; the older of its tasks was the one that it worked on."""
            lost = [future for future, given in running.items() if given.lane == lane]
            given_back = [running.pop(future).task for future in lost]
            victim = given_back[0]
            cost[id(victim)] = cost.get(id(victim), 0) + 1
            self._pools[lane] = None
            if cost[id(victim)] >= ATTEMPTS:
                raise Died(victim)
            for task in reversed(given_back):
                tasks.give_back(lane, task)
            submit(lane, _AHEAD)

        try:
            for _ in range(_AHEAD):
                for lane in range(min(lanes, len(self._pools))):
                    submit(lane, 1)
            while running:
                done, _ = wait(running, _POLL_SECONDS, FIRST_COMPLETED)
                self._check()
                for future in done:
                    given = running.get(future)
                    if given is None:  # its lane is buried already
                        continue
                    try:
                        answer = future.result()
                    except BrokenProcessPool:
                        bury(given.lane)
                        continue
                    del running[future]
                    cost.pop(id(given.task), None)
                    submit(given.lane, 1)
                    yield answer
        except BaseException:
            self.kill()
            raise

    def close(self) -> None:
        """End all processes once they are done."""
        pools, self._pools = self._pools, [None] * len(self._pools)
        for pool in pools:
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)

    def kill(self) -> None:
        """End all processes now."""
        for pool in self._pools:
            for process in list((getattr(pool, "_processes", None) or {}).values()):
                process.terminate()
        self.close()

    def _submit(self, lane: int, work: Callable[..., _Answer], *arguments: Any) -> Future[_Answer]:
        pool = self._pools[lane]
        if pool is None:
            pool = ProcessPoolExecutor(
                1, process_context(), start_worker, (dict(os.environ), self._start, self._arguments)
            )
            self._pools[lane] = pool
        with deaf_children(), main_not_run_again():
            return pool.submit(work, *arguments)


def process_context() -> Any:
    """How processes start: on Linux as forks of one that has loaded all libraries and done nothing else.

    Forks of this process itself might hang on locks that its threads hold; so might forks on macOS.
    """
    return multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


def load_libraries_ahead(executor: str, scheduler: str | None = None) -> None:
    """Begin to load, once and beside what else is done, what the processes of an executor will need.

    The sooner this is called, the less a run waits: libraries take as long to load here as there. On other systems than
    Linux nothing is loaded ahead.

    Args:
        executor: of a run.
        scheduler: address of a cluster that has workers of its own.
    """
    if sys.platform == "linux" and executor in _PRELOADED and scheduler is None:
        from multiprocessing import forkserver

        with deaf_children(), main_not_run_again():
            forkserver.set_forkserver_preload(list(_PRELOADED[executor]))
            forkserver.ensure_running()


def start_worker(environment: Mapping[str, str], start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Prepare a process: deaf to Ctrl-C, which is for its parent, and no life after its parent's death.

    Args:
        environment: of its parent as it is now; the process that it is a fork of may have begun with another.
        start: called in the end with the arguments.
        arguments: of `start`.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent,), daemon=True).start()
    start(*arguments)


def _die_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def main_not_run_again() -> Iterator[None]:
    """Start processes that do not run the main script first, as they else would.

    They need nothing of it, it may come from stdin, and a script without `if __name__ == "__main__"` would begin anew.
    """
    main = vars(sys.modules["__main__"])
    names: tuple[str, ...] = ("__file__", "__spec__")
    kept = {name: main[name] for name in names if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    try:
        yield
    finally:
        main.pop("__spec__")
        main.update(kept)
