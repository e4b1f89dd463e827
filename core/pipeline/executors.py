"""Block executors: this process, a pool of processes, or a Dask cluster, with bit-identical results.

Nothing but block numbers goes out and nothing but small reports comes back; the results lie in block files.
A worker that dies takes nothing along: its block has no file yet and is given to another.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import Cancelled, InputError, InternalError
from ..interrupts import deaf_children
from ..raster.tiling import Block
from .block_processor import BlockProcessor, BlockReport, BlockTask, OpenedPair, load_predictor, open_task

if TYPE_CHECKING:
    from ..predict.predictor import Predictor
    from .context import RunContext
    from .run_directory import RunDirectory

_ATTEMPTS = 3
_POLL_SECONDS = 0.2


class Executor(Protocol):
    """Runs a job's blocks."""

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks, each committed before its report comes; in any order.

        Raises:
            Cancelled: the user asked to stop; finished blocks stay.
            InternalError: a block's worker died again and again.
        """
        ...


def make_executor(
    context: RunContext, folder: RunDirectory, on_tiles: Callable[[int], None], is_cancelled: Callable[[], bool]
) -> Executor:
    """Return what runs the blocks of a run, as its options say.

    Args:
        context: the run.
        folder: where the blocks go.
        on_tiles: told the number of tiles as they are done, where that is known before a block is.
        is_cancelled: asked between steps, or while waiting.
    """
    options, task = context.options, _task(context, folder)
    workers = options.workers or os.cpu_count() or 1
    if options.executor == "processes":
        return ProcessExecutor(task, workers, is_cancelled)
    if options.executor == "dask":
        return DaskExecutor(task, workers, is_cancelled, options.scheduler)
    return SequentialExecutor(task, context.plan.opened, context.predictor, on_tiles, is_cancelled)


def _task(context: RunContext, folder: RunDirectory) -> BlockTask:
    """What a process of its own needs to open the run's pair and model again."""
    plan = context.plan
    before, after = (tuple(map(os.path.abspath, paths)) for paths in (plan.options.before, plan.options.after))
    return BlockTask(
        pair=replace(plan.options, before=before, after=after),
        stretch=plan.stretch.to_dict(),
        model=str(context.pack.path.resolve()),
        device=context.device.device,
        threshold=context.options.threshold,
        tile_size=plan.tile_size,
        overlap=plan.overlap,
        folder=str(folder.path.resolve()),
        aoi=plan.aoi,
        indices=plan.indices,
    )


class SequentialExecutor:
    """One block after another in this process, on one loaded model.

    Args:
        job: the job.
        opened: its pair and tiles; stay open.
        predictor: the model, loaded.
        on_tiles: told the number of tiles as they are done.
        is_cancelled: asked between steps.
    """

    def __init__(
        self,
        job: BlockTask,
        opened: OpenedPair,
        predictor: Predictor,
        on_tiles: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._job, self._opened, self._predictor = job, opened, predictor
        self._on_tiles, self._is_cancelled = on_tiles, is_cancelled

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks in their order."""

        def check() -> None:
            raise_if_cancelled(self._is_cancelled)

        processor = BlockProcessor(self._job, self._opened, self._predictor, self._on_tiles, check)
        for block in blocks:
            yield processor.describe(block)


class ProcessExecutor:
    """A pool of processes on this machine.

    Args:
        job: the job.
        workers: number of processes.
        is_cancelled: asked while waiting.
    """

    def __init__(self, job: BlockTask, workers: int, is_cancelled: Callable[[], bool]) -> None:
        self._job, self._workers, self._is_cancelled = job, workers, is_cancelled

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; if a worker dies, a new pool goes on with what is not done."""
        left = {block.block_id: block for block in blocks}
        for _ in range(_ATTEMPTS):
            before = len(left)
            try:
                for report in self._run_pool(list(left.values())):
                    left.pop(report.block_id)
                    yield report
                return
            except BrokenProcessPool:
                if len(left) < before:  # it did get on: begin counting anew by recursion
                    yield from self.run(list(left.values()))
                    return
        raise _gave_up(left)

    def _run_pool(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        workers = max(1, min(self._workers, len(blocks)))
        threads = max(1, (os.cpu_count() or 1) // workers)
        # spawn: a forked torch may hang on locks that its parent's threads held
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(workers, context, _start_worker, (os.getpid(), threads))
        try:
            waiting = iter(blocks)
            with deaf_children():
                running = {pool.submit(process_block, self._job, block) for block in islice(waiting, 2 * workers)}
            while running:
                done, running = wait(running, _POLL_SECONDS, FIRST_COMPLETED)
                raise_if_cancelled(self._is_cancelled)
                for future in done:
                    yield future.result()
                    with deaf_children():
                        running |= {pool.submit(process_block, self._job, block) for block in islice(waiting, 1)}
        except BaseException:
            _kill(pool)
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class DaskExecutor:
    """A Dask cluster: one made here, or the one whose scheduler ``address`` names.

    The workers must see the rasters, the model pack and the run folder under the same paths.

    Args:
        job: the job.
        workers: number of processes of a cluster made here.
        is_cancelled: asked while waiting.
        address: ``tcp://host:port`` of a running scheduler.
    """

    def __init__(
        self, job: BlockTask, workers: int, is_cancelled: Callable[[], bool], address: str | None = None
    ) -> None:
        self._job, self._workers, self._is_cancelled, self._address = job, workers, is_cancelled, address

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; Dask itself gives the block of a dead worker to another."""
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise InputError(
                "The Dask executor needs the package distributed: pip install 'describe-changes[dask]'."
            ) from error
        cluster, threads = None, None
        if self._address is None:
            cluster = distributed.LocalCluster(n_workers=self._workers, threads_per_worker=1, dashboard_address=None)
            threads = max(1, (os.cpu_count() or 1) // self._workers)
        try:
            with distributed.Client(cluster or self._address) as client:
                yield from self._gather(distributed, client, blocks, threads)
        finally:
            if cluster is not None:
                cluster.close()

    def _gather(
        self, distributed: Any, client: Any, blocks: Sequence[Block], threads: int | None
    ) -> Iterator[BlockReport]:
        waiting = iter(blocks)

        def submit(count: int) -> list[Any]:
            # impure: a second run of the same job must write its files, not be answered from memory
            return [
                client.submit(process_block, self._job, block, threads, pure=False, retries=_ATTEMPTS)
                for block in islice(waiting, count)
            ]

        running = set(submit(4 * self._workers))
        while running:
            raise_if_cancelled(self._is_cancelled)
            try:
                done, running = distributed.wait(running, _POLL_SECONDS, "FIRST_COMPLETED")
            except distributed.TimeoutError:
                continue
            for future in done:
                yield _answer(distributed, future)
                running |= set(submit(1))


def _answer(distributed: Any, future: Any) -> BlockReport:
    try:
        report: BlockReport = future.result()
    except distributed.KilledWorker as error:
        raise _gave_up(["?"]) from error
    return report


def raise_if_cancelled(is_cancelled: Callable[[], bool]) -> None:
    """Stop here if the user asked for it.

    Raises:
        Cancelled: the user did.
    """
    if is_cancelled():
        raise Cancelled("Cancelled; finished blocks are kept, the same command continues.")


def process_block(job: BlockTask, block: Block, threads: int | None = None) -> BlockReport:
    """Describe one block in a worker process, which keeps rasters and model open between blocks.

    Args:
        job: the job.
        block: one of its blocks.
        threads: the process's share of the cores; None leaves it as it is.
    """
    if threads is not None:
        _take_cores(threads)
    return _processor_for(repr(job), job).describe(block)


_processors: dict[str, BlockProcessor] = {}


def _processor_for(key: str, job: BlockTask) -> BlockProcessor:
    if key not in _processors:
        for old in _processors.values():  # another job's
            old.close()
        _processors.clear()
        _processors[key] = BlockProcessor(job, open_task(job), load_predictor(job))
    return _processors[key]


def _take_cores(threads: int) -> None:
    import torch

    if torch.get_num_threads() != threads:
        torch.set_num_threads(threads)


def _start_worker(parent: int, threads: int) -> None:
    """Prepare a pool's process: its share of the cores, and no life after its parent's death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    _take_cores(threads)
    threading.Thread(target=_die_with, args=(parent,), daemon=True).start()


def _die_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End a pool's processes now; a block file is whole or absent, so nothing can be torn."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.terminate()


def _gave_up(left: Collection[Any]) -> InternalError:
    return InternalError(
        f"the processes that worked on {len(left)} block(s) died {_ATTEMPTS} times in a row, perhaps for want of "
        "memory; finished blocks are kept: run again with fewer workers"
    )
