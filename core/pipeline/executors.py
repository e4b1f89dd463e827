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
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ..errors import Cancelled, InputError, InternalError
from ..interrupts import deaf_children
from ..raster.tiling import Block
from .block_processor import BlockProcessor, BlockReport, BlockTask, OpenedPair, load_predictor, open_task
from .site_words import SiteBatch, SiteModel, Told

if TYPE_CHECKING:
    from .context import RunContext
    from .run_directory import RunDirectory

_Answer = TypeVar("_Answer")
_ATTEMPTS = 3
_FEW_BATCHES = 3
"""Fewer batches of sites are described sooner here than processes start."""
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

    def tell(self, batches: Iterator[SiteBatch]) -> Iterator[Told]:
        """Describe batches of sites, in any order; a few are described in this process.

        Raises:
            Cancelled: the user asked to stop.
            EngineFault: a worker of a cluster died again and again.
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
    plan = context.plan
    here = SiteModel(plan.pair, plan.stretch, plan.choice.area, context.predictor, context.check)
    if options.executor == "processes":
        return ProcessExecutor(task, here, workers, is_cancelled)
    if options.executor == "dask":
        return DaskExecutor(task, here, workers, is_cancelled, options.scheduler)
    return SequentialExecutor(task, plan.opened, here, on_tiles, is_cancelled)


def _task(context: RunContext, folder: RunDirectory) -> BlockTask:
    """What a process of its own needs to open the run's pair and model again."""
    plan = context.plan
    before, after = (tuple(map(os.path.abspath, paths)) for paths in (plan.options.before, plan.options.after))
    return BlockTask(
        pair=replace(plan.options, before=before, after=after),
        stretch=plan.stretch.to_dict(),
        model=str(context.pack.path.resolve()),
        device=context.device.device,
        backend=context.device.backend,
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
        here: its pair and model, loaded.
        on_tiles: told the number of tiles as they are done.
        is_cancelled: asked between steps.
    """

    def __init__(
        self,
        job: BlockTask,
        opened: OpenedPair,
        here: SiteModel,
        on_tiles: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._job, self._opened, self._here = job, opened, here
        self._on_tiles, self._is_cancelled = on_tiles, is_cancelled

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks in their order."""

        def check() -> None:
            raise_if_cancelled(self._is_cancelled)

        processor = BlockProcessor(self._job, self._opened, self._here.predictor, self._on_tiles, check)
        for block in blocks:
            yield processor.describe(block)

    def tell(self, batches: Iterator[SiteBatch]) -> Iterator[Told]:
        """Describe batches of sites in their order."""
        return map(self._here.describe, batches)


class ProcessExecutor:
    """A pool of processes on this machine.

    Args:
        job: the job.
        here: its pair and model, loaded in this process.
        workers: number of processes.
        is_cancelled: asked while waiting.
    """

    def __init__(self, job: BlockTask, here: SiteModel, workers: int, is_cancelled: Callable[[], bool]) -> None:
        self._job, self._here, self._workers, self._is_cancelled = job, here, workers, is_cancelled

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; if a worker dies, a new pool goes on with what is not done."""
        left = {block.block_id: block for block in blocks}
        for _ in range(_ATTEMPTS):
            before = len(left)
            try:
                workers = max(1, min(self._workers, len(left)))
                for report in self._pooled(process_block, iter(list(left.values())), workers, {}):
                    left.pop(report.block_id)
                    yield report
                return
            except BrokenProcessPool:
                if len(left) < before:  # it did get on: begin counting anew by recursion
                    yield from self.run(list(left.values()))
                    return
        raise _gave_up(left)

    def tell(self, batches: Iterator[SiteBatch]) -> Iterator[Told]:
        """Describe batches of sites; if a worker dies, this process goes on with what is not done."""
        first = list(islice(batches, _FEW_BATCHES))
        if len(first) < _FEW_BATCHES:
            yield from map(self._here.describe, first)
            return
        waiting, held = chain(first, batches), dict[int, SiteBatch]()
        try:
            yield from self._pooled(process_sites, waiting, self._workers, held)
        except BrokenProcessPool:
            yield from map(self._here.describe, [*held.values()])
            yield from map(self._here.describe, waiting)

    def _pooled(
        self,
        work: Callable[[BlockTask, Any], _Answer],
        tasks: Iterator[Any],
        workers: int,
        held: dict[int, Any],
    ) -> Iterator[_Answer]:
        """Yield the answers to tasks in any order.

        Args:
            work: answers one, in a process of the pool.
            tasks: taken as there is room for them.
            workers: number of processes.
            held: keeps the tasks that were taken and not answered, by a number of their own.
        """
        threads = max(1, (os.cpu_count() or 1) // workers)
        # spawn: a forked torch may hang on locks that its parent's threads held
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(workers, context, _start_worker, (os.getpid(), threads))
        numbers = count()
        running: dict[Future[_Answer], int] = {}

        def submit(room: int) -> None:
            taken = dict(zip(islice(numbers, room), tasks, strict=False))
            held.update(taken)
            with deaf_children():
                running.update({pool.submit(work, self._job, task): number for number, task in taken.items()})

        try:
            submit(2 * workers)
            while running:
                done, _ = wait(running, _POLL_SECONDS, FIRST_COMPLETED)
                raise_if_cancelled(self._is_cancelled)
                for future in done:
                    answer = future.result()
                    del held[running.pop(future)]
                    yield answer
                    submit(1)
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
        here: its pair and model, loaded in this process.
        workers: number of processes of a cluster made here.
        is_cancelled: asked while waiting.
        address: ``tcp://host:port`` of a running scheduler.
    """

    def __init__(
        self,
        job: BlockTask,
        here: SiteModel,
        workers: int,
        is_cancelled: Callable[[], bool],
        address: str | None = None,
    ) -> None:
        self._here = here
        self._job, self._workers, self._is_cancelled, self._address = job, workers, is_cancelled, address

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; Dask itself gives the block of a dead worker to another."""
        return self._gathered(process_block, iter(blocks))

    def tell(self, batches: Iterator[SiteBatch]) -> Iterator[Told]:
        """Describe batches of sites likewise."""
        first = list(islice(batches, _FEW_BATCHES))
        if len(first) < _FEW_BATCHES:
            return map(self._here.describe, first)
        return self._gathered(process_sites, chain(first, batches))

    def _gathered(self, work: Callable[..., _Answer], tasks: Iterator[Any]) -> Iterator[_Answer]:
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
                yield from self._gather(distributed, client, work, tasks, threads)
        finally:
            if cluster is not None:
                cluster.close()

    def _gather(
        self,
        distributed: Any,
        client: Any,
        work: Callable[..., _Answer],
        tasks: Iterator[Any],
        threads: int | None,
    ) -> Iterator[_Answer]:
        def submit(room: int) -> list[Any]:
            # impure: a second run of the same job must write its files, not be answered from memory
            return [
                client.submit(work, self._job, task, threads, pure=False, retries=_ATTEMPTS)
                for task in islice(tasks, room)
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


def _answer(distributed: Any, future: Any) -> Any:
    try:
        return future.result()
    except distributed.KilledWorker as error:
        raise _gave_up(["?"]) from error


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


def process_sites(job: BlockTask, batch: SiteBatch, threads: int | None = None) -> Told:
    """Describe one batch of sites in a worker process.

    Args:
        job: the job.
        batch: some of its sites.
        threads: as of :func:`process_block`.
    """
    if threads is not None:
        _take_cores(threads)
    processor = _processor_for(repr(job), job)
    return SiteModel(processor.pair, processor.stretch, processor.area, processor.predictor).describe(batch)


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
