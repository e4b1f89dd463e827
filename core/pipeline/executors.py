"""Block executors: this process, a pool of processes, or a Dask cluster, with bit-identical results.

Nothing but block numbers goes out and nothing but small reports comes back; the results lie in block files.
A worker that dies takes nothing along: its block has no file yet and is given to another.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ..errors import Cancelled, InputError, InternalError
from ..raster.tiling import Block
from .block_processor import BlockProcessor, BlockReport, BlockTask, OpenedPair, load_predictor, open_task
from .drawing import DrawingTask, DrawingTasks, Drawn, DrawnSite, in_order, too_few
from .lanes import (
    ATTEMPTS,
    Died,
    Lanes,
    Strips,
    Tasks,
    main_not_run_again,
    process_context,
    strips_of,
)
from .site_strips import SiteStrips, UntoldSites, few_batches
from .site_words import SiteBatch, SiteBatches, SiteModel, Told

if TYPE_CHECKING:
    from ..io.records import ChangeRecord
    from ..sites.build import SiteBuilder
    from .context import RunContext
    from .run_directory import RunDirectory

_Answer = TypeVar("_Answer")
_AHEAD_ON_CLUSTER = 2
"""Tasks that each worker of a cluster has at hand."""
_LOCAL_CLUSTER = {
    "distributed.worker.multiprocessing-method": process_context().get_start_method(),
    "distributed.worker.profile.enabled": False,  # looks at every thread a hundred times a second
    "distributed.admin.tick.interval": "1s",
}
"""How the workers of a cluster made here differ from Dask's own habits."""
_POLL_SECONDS = 0.2


@dataclass(frozen=True)
class BlockOrder:
    """A block to describe, and the one that the same process is likely to get next, None where that is not known."""

    block: Block
    following: Block | None = None


class Executor(Protocol):
    """Runs a job's blocks."""

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks, each committed before its report comes; in any order.

        Raises:
            Cancelled: the user asked to stop; finished blocks stay.
            InternalError: a block's worker died again and again.
        """
        ...

    def draw(self, builder: SiteBuilder, sites: Iterable[list[ChangeRecord]]) -> Iterator[DrawnSite]:
        """Draw sites in their order.

        Args:
            builder: draws them, without masks.
            sites: the areas of each.

        Raises:
            Cancelled: the user asked to stop.
            EngineFault: a worker of a cluster died again and again.
        """
        ...

    def tell(self, batches: SiteBatches, count: int) -> Iterator[Told]:
        """Describe sites, in any order; a few batches are described in this process.

        Args:
            batches: of sites.
            count: number of sites.

        Raises:
            Cancelled: the user asked to stop.
            EngineFault: a worker of a cluster died again and again.
        """
        ...

    def close(self) -> None:
        """Let go of processes, which stay from `run` to `tell`."""
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
        found=plan.pair.found,
        pair=replace(plan.options, before=before, after=after),
        stretch=plan.stretch.to_dict(),
        model=str(context.pack.path.resolve()),
        model_sha256=context.pack.sha256,
        device=context.device.device,
        precision=context.device.precision,
        backend=context.device.backend,
        threshold=context.options.threshold,
        tile_size=plan.tile_size,
        overlap=plan.overlap,
        folder=str(folder.path.resolve()),
        aoi=plan.aoi,
        indices=plan.indices,
        words=plan.known_imagery,
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
        with closing(processor.reader):
            for order in _orders(blocks, 1):
                yield processor.describe(order.block, order.following)

    def draw(self, builder: SiteBuilder, sites: Iterable[list[ChangeRecord]]) -> Iterator[DrawnSite]:
        """Draw sites here."""
        return builder.build_each(sites)

    def tell(self, batches: SiteBatches, count: int) -> Iterator[Told]:
        """Describe sites in their order."""
        return map(self._here.describe, batches(0, count))

    def close(self) -> None:
        """Do nothing."""


class ProcessExecutor:
    """Processes on this machine; they stay until `close`.

    Args:
        job: the job.
        here: its pair and model, loaded in this process.
        workers: number of processes.
        is_cancelled: asked while waiting.
    """

    def __init__(self, job: BlockTask, here: SiteModel, workers: int, is_cancelled: Callable[[], bool]) -> None:
        threads = max(1, (os.cpu_count() or 1) // workers)
        self._job, self._here, self._workers = job, here, workers
        self._lanes = Lanes(workers, _take_cores, (threads,), lambda: raise_if_cancelled(is_cancelled))

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; if a worker dies, another goes on with what it has not done."""
        lanes = max(1, min(self._workers, len(blocks)))
        try:
            yield from self._lanes.run(process_block, self._job, Strips(_orders(blocks, lanes), lanes), lanes)
        except Died as error:
            raise _gave_up(error.task) from error

    def draw(self, builder: SiteBuilder, sites: Iterable[list[ChangeRecord]]) -> Iterator[DrawnSite]:
        """Draw sites; this process goes on with what costs the others their life."""
        few, sites = too_few(sites)
        if few:
            return builder.build_each(sites)
        tasks = DrawingTasks(builder, sites)

        def answers() -> Iterator[Drawn]:
            try:
                yield from self._lanes.run(process_drawing, self._job, tasks, self._workers)
            except Died:
                yield from (task.drawn() for task in tasks.rest())

        return in_order(answers(), tasks)

    def tell(self, batches: SiteBatches, count: int) -> Iterator[Told]:
        """Describe sites; this process goes on with what costs the others their life."""
        few = few_batches(batches, count)
        if few is not None:
            yield from map(self._here.describe, few)
            return
        waiting = UntoldSites(batches, count, self._workers)
        try:
            for told in self._lanes.run(process_sites, self._job, waiting, self._workers):
                waiting.untold.pop(told[0])
                yield told
        except Died:
            yield from map(self._here.describe, waiting.rest())

    def close(self) -> None:
        """End the processes."""
        self._lanes.close()


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
        self._client: Any = None
        self._open = ExitStack()

    def run(self, blocks: Sequence[Block]) -> Iterator[BlockReport]:
        """Describe blocks; Dask itself gives the block of a dead worker to another."""
        places = self._places()
        orders = _orders(blocks, len(places)) if self._address is None else list(map(BlockOrder, blocks))
        return self._gathered(process_block, Strips(orders, len(places)), places)

    def draw(self, builder: SiteBuilder, sites: Iterable[list[ChangeRecord]]) -> Iterator[DrawnSite]:
        """Draw sites likewise."""
        few, sites = too_few(sites)
        if few:
            return builder.build_each(sites)
        tasks, places = DrawingTasks(builder, sites), self._places()
        return in_order(self._gathered(process_drawing, tasks, places), tasks)

    def tell(self, batches: SiteBatches, count: int) -> Iterator[Told]:
        """Describe sites likewise."""
        few = few_batches(batches, count)
        if few is not None:
            return map(self._here.describe, few)
        places = self._places()
        return self._gathered(process_sites, SiteStrips(batches, count, len(places)), places)

    def close(self) -> None:
        """Leave the cluster; end one that was made here."""
        self._open.close()
        self._client = None

    def _places(self) -> list[str | None]:
        """Addresses of the workers of a cluster made here, each of which gets its own strip; elsewhere nobody's."""
        client = self._connected()
        if self._address is not None:
            return [None] * self._workers
        client.wait_for_workers(self._workers)
        return list(client.scheduler_info(n_workers=-1)["workers"])

    def _connected(self) -> Any:
        """The client, kept from one kind of work to the next."""
        if self._client is None:
            distributed, dask = _distributed(), importlib.import_module("dask")
            with ExitStack() as opened, main_not_run_again(), dask.config.set(_LOCAL_CLUSTER):
                cluster = self._address
                if cluster is None:
                    local = distributed.LocalCluster(
                        n_workers=self._workers,
                        threads_per_worker=1,
                        dashboard_address=None,
                        env=dict(os.environ),  # what they are forks of may have begun with another
                    )
                    cluster = opened.enter_context(closing(local))
                self._client = opened.enter_context(distributed.Client(cluster))
                self._open = opened.pop_all()
        return self._client

    def _gathered(self, work: Callable[..., _Answer], tasks: Tasks[Any], places: list[str | None]) -> Iterator[_Answer]:
        distributed, client = _distributed(), self._connected()
        threads = max(1, (os.cpu_count() or 1) // self._workers) if self._address is None else None
        running: dict[Any, int] = {}

        def submit(lane: int) -> None:
            task = tasks.take(lane)
            if task is not None:
                place = {} if places[lane] is None else {"workers": places[lane], "allow_other_workers": True}
                # impure: a second run of the same job must write its files, not be answered from memory
                future = client.submit(work, self._job, task, threads, pure=False, retries=ATTEMPTS, **place)
                running[future] = lane

        for _ in range(_AHEAD_ON_CLUSTER):
            for lane in range(len(places)):
                submit(lane)
        while running:
            raise_if_cancelled(self._is_cancelled)
            try:
                done, _ = distributed.wait(list(running), _POLL_SECONDS, "FIRST_COMPLETED")
            except distributed.TimeoutError:
                continue
            for future in done:
                submit(running.pop(future))
                yield _answer(distributed, future)


def _distributed() -> Any:
    """The library.

    Raises:
        InputError: it is not installed.
    """
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise InputError(
            "The Dask executor needs the package distributed: pip install 'describe-changes[dask]'."
        ) from error


def _answer(distributed: Any, future: Any) -> Any:
    try:
        return future.result()
    except distributed.KilledWorker as error:
        raise _gave_up(None) from error


def raise_if_cancelled(is_cancelled: Callable[[], bool]) -> None:
    """Stop here if the user asked for it.

    Raises:
        Cancelled: the user did.
    """
    if is_cancelled():
        raise Cancelled("Cancelled; finished blocks are kept, the same command continues.")


def _orders(blocks: Sequence[Block], lanes: int) -> list[BlockOrder]:
    """Blocks, each with the one behind it in its strip."""
    strips = strips_of(blocks, lanes)
    return [BlockOrder(*strip[place : place + 2]) for strip in strips for place in range(len(strip))]


def process_block(job: BlockTask, order: BlockOrder, threads: int | None = None) -> BlockReport:
    """Describe one block in a worker process, which keeps rasters and model open between blocks.

    Args:
        job: the job.
        order: one of its blocks.
        threads: the process's share of the cores; None leaves it as it is.
    """
    if threads is not None:
        _take_cores(threads)
    return _processor_for(repr(job), job).describe(order.block, order.following)


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


def process_drawing(job: BlockTask, task: DrawingTask, threads: int | None = None) -> Drawn:
    """Draw some sites in a worker process, which knows all of them that it needs.

    Args:
        job: the job.
        task: some of its sites.
        threads: as of :func:`process_block`.
    """
    return task.drawn()


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


def _gave_up(task: Any) -> InternalError:
    which = f"on block {task.block.block_id}" if isinstance(task, BlockOrder) else "on a block"
    return InternalError(
        f"the process that worked {which} died {ATTEMPTS} times, perhaps for want of memory; finished blocks are kept: "
        "run again with fewer workers"
    )
