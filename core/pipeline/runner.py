"""The whole way of one run, from the options to the files, watched by an observer."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from ..errors import InputError
from ..io.atomic import reserved
from ..io.records import as_fields
from ..io.targets import keeps_review, kept_sentence, same_jobs
from ..raster.aoi import TileSelection
from ..raster.tiling import Block, TileLattice, Window
from ..schema import SkipReason
from .block_processor import BlockReport
from .context import open_context
from .executors import Executor, make_executor, raise_if_cancelled
from .fingerprints import changed_files, changed_while_read
from .job import DescribeOptions, RunInfo, RunObserver, RunSummary, SilentObserver
from .lanes import load_libraries_ahead
from .remote import with_local_rasters
from .run_directory import RunDirectory, acquire_run_directory, run_directory_of
from .tile_records import TileRecordBuilder
from .writers import GEOPACKAGE

_WARNINGS_NAMED = 20


def run_job(options: DescribeOptions, observer: RunObserver | None = None) -> RunSummary:
    """Describe what changed between two dated rasters.

    Args:
        options: what is asked.
        observer: is told of every step, and may stop the run.

    Returns:
        Counts, places of the outputs, seconds per stage.

    Raises:
        InputError: the input or the options do not allow it; nothing was written but finished blocks.
        Cancelled: the observer asked to stop; finished blocks are kept and the same call continues.
        InternalError: our fault.
    """
    observer = observer or SilentObserver()

    def copied(done: int, total: int) -> None:
        observer.progress("download", done, total, None, None)
        raise_if_cancelled(observer.is_cancelled)

    options.validate()  # before anything is fetched for it
    options = with_local_rasters(options, copied)
    with ExitStack() as stack:
        return _Run(options, observer, stack).run()


class _Run:
    """One run in progress: what it holds and how far it is."""

    def __init__(self, options: DescribeOptions, observer: RunObserver, stack: ExitStack) -> None:
        self.observer = observer
        self.began = time.time()
        self.seconds: dict[str, float] = {}
        with self._timed("open"):
            self._check()
            load_libraries_ahead(options.executor, options.scheduler)
            self.context = open_context(options, self._check, stack)
        self.options, self.plan = self.context.options, self.context.plan
        self.warnings = list(self.plan.warnings)
        self.kept = False
        self.kept = self._kept()
        self.folder: RunDirectory = stack.enter_context(self._folder())
        stack.enter_context(reserved(self.options.targets, resumed=self.options.resumed, publish=self._publish))

    def run(self) -> RunSummary:
        """Describe what is not done yet, then assemble."""
        plan, context = self.plan, self.context
        done = self.folder.finished([block.block_id for block in plan.work])
        self.observer.started(
            RunInfo(
                context.grid,
                len(plan.choice),
                context.device.description,
                context.pack.name,
                plan.pair.dates,
                context.channels,
                tuple(self.warnings),
                len(done),
            )
        )
        measurer = TileRecordBuilder(context, self.folder)
        for block in plan.work:
            if block.block_id in done:
                self._emit_tiles(measurer, block.block_id)
        left = [block for block in plan.work if block.block_id not in done]
        already = len(plan.choice) - sum(_owned_tiles(plan.choice, plan.lattice, block.window) for block in left)
        meter = _Throughput(self.observer, len(plan.choice), already)
        executor = make_executor(context, self.folder, meter.advance, self.observer.is_cancelled)
        with closing(executor):
            self._describe(left, measurer, executor, meter)
            self._warn_unreadable()
            return self._assemble(measurer, executor)

    def _describe(
        self, blocks: list[Block], measurer: TileRecordBuilder, executor: Executor, meter: _Throughput
    ) -> None:
        for report in executor.run(blocks):
            if self.options.executor != "sequential":
                meter.advance(report.tiles)
            self._add_timings(report)
            self._emit_tiles(measurer, report.block_id)

    def _emit_tiles(self, measurer: TileRecordBuilder, block_id: int) -> None:
        for record in measurer.finish(block_id):
            self._check()
            self.observer.tile(record)

    def _assemble(self, measurer: TileRecordBuilder, executor: Executor) -> RunSummary:
        from .outputs import ResultStreams, write_outputs
        from .run_record import run_record

        assembler = ResultStreams(self.context, self.folder, measurer)
        with self._timed("join"):
            blocks = len(self.plan.work)
            assembler.merge_changes(
                executor.draw, lambda done: self.observer.progress("polygons", done, blocks, None, None)
            )
            counts = assembler.count()
        with self._timed("sites"):
            assembler.describe_sites(
                executor.tell, lambda done: self.observer.progress("sites", done, counts.sites, None, None)
            )
        if self._listens("change"):
            for change in assembler.changes():
                self.observer.change(change)
        if self._listens("site"):
            for site in assembler.sites():
                self.observer.site(site)
        if counts.skip_reasons.get(SkipReason.NO_DATA, 0) == counts.tiles:
            self._warn("No place holds valid data on both dates; nothing was compared. Check the nodata values.")
        files = self.options.targets
        written: list[str] = []

        def wrote(kind: str) -> None:
            written.append(kind)
            self.observer.progress("write", len(written), len(files), None, None)

        self._check_sources()
        self.kept = self._kept() or self.kept
        record = run_record(self.context, counts, self._rounded(), self.began, self.warnings)
        with self._timed("assemble"):
            write_outputs(assembler, record, wrote, keep=self.kept)
        self.folder.remove()
        return RunSummary(
            tiles=counts.tiles,
            changed_tiles=counts.changed_tiles,
            sites=counts.sites,
            changes=counts.changes,
            changed_area_m2=counts.changed_area_m2,
            area_examined_m2=counts.area_examined_m2,
            summary_text=counts.summary_text,
            device=self.context.device.description,
            model=self.context.pack.name,
            timings=self._rounded(),
            duration_s=round(time.time() - self.began, 3),
            outputs={kind: str(path) for kind, path in files.items()},
            warnings=tuple(self.warnings),
            unreadable_tiles=counts.unreadable,
            skip_reasons=counts.skip_reasons,
            zones=tuple(map(as_fields, assembler.zones())),
        )

    @contextmanager
    def _folder(self) -> Iterator[RunDirectory]:
        manifest = self.context.manifest
        if self.options.output is not None:
            with acquire_run_directory(
                run_directory_of(Path(self.options.output)), manifest, self.options.overwrite
            ) as folder:
                yield folder
            return
        with (
            tempfile.TemporaryDirectory(prefix="describe-changes-") as scratch,
            acquire_run_directory(Path(scratch) / "run", manifest) as folder,
        ):
            yield folder

    def _kept(self) -> bool:
        """Whether the result stays as it is, because it is the one of this very job and an analyst has judged it.

        Raises:
            OutputTaken: an analyst has judged the result of another job there.
        """
        from .run_record import planned_record

        target = self.options.targets.get(GEOPACKAGE)
        if target is None or not target.exists():
            return False
        planned = planned_record(self.context)
        verdicts = keeps_review(target, lambda runs: same_jobs(runs, [planned]))
        if verdicts and not self.kept:
            self._warn(kept_sentence(target, verdicts))
        return verdicts > 0

    def _publish(self, path: Path, part: Path) -> None:
        """Note an output just before it gets its name; nothing is published of rasters that changed meanwhile."""
        self._check_sources()
        self.folder.note_output(path, part)

    def _check_sources(self) -> None:
        """Hold the rasters against what they were when the run began.

        Raises:
            InputError: one was written to; the blocks are removed, since nobody knows which state they show.
        """
        pair = self.plan.pair
        changed = changed_files({"before": pair.before.paths, "after": pair.after.paths}, self.context.manifest.inputs)
        if changed:
            self.folder.remove()
            raise changed_while_read(changed)

    def _warn_unreadable(self) -> None:
        """Warn of blocks with tiles that could not be read; stop if there is nothing else."""
        troubled = []
        for block in self.plan.work:
            head = self.folder.block(block.block_id).header()
            if head["unreadable"]:
                troubled.append((block, len(head["unreadable"]), len(head["notes"]), head["trouble"]))
        if troubled and sum(bad for _, bad, _, _ in troubled) == len(self.plan.choice):
            raise InputError(f"No tile of the pair can be read. {troubled[0][3]}")
        for block, bad, owned, trouble in troubled[:_WARNINGS_NAMED]:
            window = block.window
            self._warn(
                f"Block {block.block_id} failed in part (rows {window.row} to {window.row_stop - 1}, columns "
                f"{window.col} to {window.col_stop - 1}): {bad} of its {owned} tiles could not be read and count "
                f"as no data. {trouble}"
            )
        if len(troubled) > _WARNINGS_NAMED:
            self._warn(f"{len(troubled) - _WARNINGS_NAMED} more blocks failed in part.")

    def _warn(self, message: str) -> None:
        self.warnings.append(message)
        self.observer.warning(message)

    def _add_timings(self, report: BlockReport) -> None:
        for stage, value in report.seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + value

    def _check(self) -> None:
        raise_if_cancelled(self.observer.is_cancelled)

    def _listens(self, method: str) -> bool:
        """Whether a method of the observer does anything: records cost time."""
        return getattr(type(self.observer), method, None) is not getattr(SilentObserver, method)

    def _rounded(self) -> dict[str, float]:
        return {stage: round(value, 3) for stage, value in self.seconds.items()}

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - start


class _Throughput:
    """Counts tiles and tells the observer how fast they go and how long it will take."""

    def __init__(self, observer: RunObserver, total: int, already: int) -> None:
        self._observer, self._total, self._already = observer, total, already
        self._done = 0
        self._start = time.perf_counter()
        observer.progress("describe", already, total, None, None)

    def advance(self, tiles: int) -> None:
        """Count some tiles."""
        if not tiles:
            return
        self._done += tiles
        speed = self._done / max(time.perf_counter() - self._start, 1e-6)
        left = self._total - self._already - self._done
        self._observer.progress(
            "describe", self._already + self._done, self._total, round(speed, 3), round(left / speed, 1)
        )


def _owned_tiles(choice: TileSelection, lattice: TileLattice, window: Window) -> int:
    """Return how many wanted tiles have their upper left pixel in a window."""
    if choice.area is not None:
        return len(choice.owned(window))
    rows = lattice.rows.indices_starting(window.row, window.row_stop)
    return len(rows) * len(lattice.cols.indices_starting(window.col, window.col_stop))
