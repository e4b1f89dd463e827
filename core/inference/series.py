"""A time series: dated rasters in, consecutive pairs (or all against the first) out, in one result.

Every pair is an ordinary run with a GeoPackage of its own in the folder ``OUT.gpkg.series/``, named by all that bears
on its result. So each resumes as a single run does, a finished one is never computed again – not even when
rasters are added to the series – and one whose input or options have changed simply has another name.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import pyproj

from ..errors import InputError
from ..output.atomic import check_target
from ..output.plain import as_json_text
from ..output.reading import read_result
from ..output.records import ChangeRecord, TileRecord
from ..raster.dates import check_order
from ..raster.pair import open_pair
from ..raster.sources import Epoch, open_epoch
from .blockfile import write_failure
from .device import choose_device
from .executors import raise_if
from .lock import hold_lock
from .manifest import fingerprint, library_versions
from .runner import open_pack, run_job
from .series_findings import PairFindings, class_rows, mover
from .spec import JobSpec, Observer, Paths, RunStart

AGAINST = ("previous", "first")
_WITHOUT_TRACE = frozenset(
    "before after date_before date_after output mask report overwrite live within model device block_size executor workers "
    "scheduler".split()
)
"""Options of a job that leave no trace in a pair's result, or that its name carries in another form."""


@dataclass(frozen=True)
class SeriesSpec:
    """The options of ``describe-changes series``.

    Attributes:
        rasters: one entry per date, in any order: a raster, or several that form a mosaic.
        job: the options that all pairs share, with ``output``; its rasters and dates do not count.
        dates: per entry of ``rasters`` a date in place of what the files say, or None; or empty.
        against: each raster is compared with the ``previous`` one or with the ``first``.
        csv: file for the summary table.
        chart: file for the chart of changed area per class: ``.html``, or ``.svg`` for the drawing alone.
    """

    rasters: tuple[Paths, ...]
    job: JobSpec
    dates: tuple[str | None, ...] = ()
    against: str = "previous"
    csv: Path | None = None
    chart: Path | None = None

    @property
    def targets(self) -> dict[str, Path]:
        """Files to write by what they are: ``geopackage``, ``csv``, ``chart``."""
        named = {"geopackage": self.job.output, "csv": self.csv, "chart": self.chart}
        return {name: Path(path) for name, path in named.items() if path is not None}

    def check(self) -> None:
        """Say early what cannot be.

        Raises:
            InputError: an option is out of its range, or an output cannot be written.
        """
        if len(self.rasters) < 2:
            raise InputError("A time series needs at least two rasters of different dates; name one more.")
        if self.dates and len(self.dates) != len(self.rasters):
            raise InputError(
                f"There are {len(self.dates)} dates for {len(self.rasters)} rasters; give one for each, empty where "
                "the raster itself says it."
            )
        if self.against not in AGAINST:
            raise InputError(f"A raster is compared with the “previous” or the “first”, not with “{self.against}”.")
        if self.chart is not None and self.chart.suffix.lower() not in (".html", ".htm", ".svg"):
            raise InputError(f"{self.chart} is no name for a chart; end it in .html or .svg.")
        self.job.check()
        targets = list(self.targets.values())
        if len({path.resolve() for path in targets}) < len(targets):
            raise InputError("two outputs have the same name; give each its own")
        for path in targets:
            check_target(path, overwrite=self.job.overwrite)


@dataclass(frozen=True)
class SeriesPair:
    """One pair of the series.

    Attributes:
        number: from 1, in order of time.
        before: earlier epoch.
        after: later epoch.
        job: the run that describes it.
        finished: an earlier run of the series has described it.
    """

    number: int
    before: Epoch
    after: Epoch
    job: JobSpec
    finished: bool

    @property
    def file(self) -> Path:
        """GeoPackage of the pair."""
        return Path(str(self.job.output))


class SeriesObserver(Protocol):
    """Watches a series; every call comes from the thread that called :func:`run_series`."""

    def planned(self, pairs: Sequence[SeriesPair], crs: pyproj.CRS) -> None:
        """All rasters are open and checked; tiles and changes will come in ``crs``."""

    def watch(self, pair: SeriesPair) -> Observer:
        """Return who watches the run of one pair; not called for a finished one.

        Tiles and changed areas come to it numbered on through the series.
        """
        ...

    def described(self, findings: PairFindings) -> None:
        """A pair is finished, now or by an earlier run."""

    def warning(self, message: str) -> None:
        """What the user should know of a pair that an earlier run finished; else its watcher hears it."""

    def is_cancelled(self) -> bool:
        """Whether to stop; asked often, must answer at once."""
        ...


@dataclass(frozen=True)
class SeriesSummary:
    """What a series found and where its results are; areas in m², times in seconds.

    ``changed_area_m2`` adds up the pairs, so ground that changed twice counts twice.
    """

    pairs: int
    resumed_pairs: int
    tiles: int
    changed_tiles: int
    changes: int
    changed_area_m2: float
    device: str
    model: str
    seconds: float
    outputs: dict[str, str]
    findings: tuple[PairFindings, ...] = field(repr=False)
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as plain data: what ``--json`` prints."""
        names = ("pairs", "resumed_pairs", "tiles", "changed_tiles", "changes", "changed_area_m2", "device", "model",
                 "seconds", "outputs")  # fmt: skip
        told = {name: getattr(self, name) for name in names}
        return {**told, "warnings": list(self.warnings), "described": [entry.to_dict() for entry in self.findings]}


def run_series(spec: SeriesSpec, observer: SeriesObserver) -> SeriesSummary:
    """Describe a time series.

    Args:
        spec: the options.
        observer: is told of every step, and may stop the run.

    Returns:
        Counts, places of the outputs, what was found in each pair.

    Raises:
        InputError: the input or the options do not allow it; finished pairs and blocks are kept.
        Cancelled: the observer asked to stop; finished pairs and blocks are kept, the same call continues.
        EngineFault: our fault.
    """
    spec.check()
    with ExitStack() as stack:
        return _Series(spec, observer, _claimed_folder(spec, stack)).go()


def open_epochs(spec: SeriesSpec) -> list[tuple[Epoch, str | None]]:
    """Open all rasters and put them in order of time, each with the date that was given for it.

    Raises:
        InputError: a raster cannot be read or has no date, or two have the same.
    """
    given = spec.dates or (None,) * len(spec.rasters)
    epochs = []
    for number, (paths, date) in enumerate(zip(spec.rasters, given, strict=True), start=1):
        epoch = open_epoch(paths, bands=spec.job.band_numbers, date=date or None)
        if epoch.date is None:
            raise InputError(
                f"Nothing says when {epoch.name} (raster {number}) was taken: no date in its metadata, beside it, or "
                f"in its name; give it with --date {epoch.paths[0].name}=2012-07-31."
            )
        epochs.append((epoch, date or None))
    epochs.sort(key=lambda entry: entry[0].date.middle if entry[0].date else 0)
    for (first, _), (second, _) in pairwise(epochs):
        _check_two(first, second)
    return epochs


def _check_two(first: Epoch, second: Epoch) -> None:
    """Refuse two neighbours in time that are one and the same date or file."""
    if set(first.paths) & set(second.paths):
        raise InputError(f"{first.name} is in the series twice; name each raster once.")
    if first.date is None or second.date is None:
        raise ValueError("open_epochs made sure that both are dated")
    if first.date.middle == second.date.middle:
        raise InputError(
            f"{first.name} and {second.name} are both dated {first.date}; give the right dates with --date, e.g. "
            f"--date {second.paths[0].name}=2012-07-31, or leave one of them out. Several rasters of one date go in "
            "as one: a pattern in quotes, or a text file that lists them."
        )
    check_order(first.date, second.date)


class _Series:
    """One series in progress."""

    def __init__(self, spec: SeriesSpec, observer: SeriesObserver, folder: Path) -> None:
        self.spec, self.observer, self.folder = spec, observer, folder
        self.began = time.time()
        epochs = open_epochs(spec)
        self.crs = epochs[-1][0].pyproj_crs
        self.pairs = self._plan(epochs)
        self.findings: list[PairFindings] = []
        self.warnings: list[str] = []

    def go(self) -> SeriesSummary:
        """Describe the pairs that are not done, then write the outputs."""
        self.observer.planned(self.pairs, self.crs)
        tiles = changes = 0
        for pair in self.pairs:
            self._check()
            if not pair.finished:
                watcher = _Renumbering(self.observer.watch(pair), self.crs, tiles, changes, self.warnings)
                run_job(pair.job, watcher)
            found = class_rows(pair.number, pair.file)
            found = replace(found, resumed=pair.finished)
            news = [text for text in found.run.warnings if text not in self.warnings]
            self.warnings += news
            for text in news if pair.finished else ():
                self.observer.warning(text)
            tiles, changes = tiles + found.tile_numbers, changes + found.run.changes
            self.findings.append(found)
            self.observer.described(found)
        self._write()
        shutil.rmtree(self.folder, ignore_errors=True)
        return self._summary()

    def _plan(self, epochs: Sequence[tuple[Epoch, str | None]]) -> list[SeriesPair]:
        """Return all pairs in order of time, checked so far as that needs no pixels."""
        fingerprints = lru_cache(None)(fingerprint)
        shared = {
            "options": {name: value for name, value in asdict(self.spec.job).items() if name not in _WITHOUT_TRACE},
            "within": self._polygons(),
            "model": open_pack(self.spec.job).sha256,
            "device": asdict(choose_device(self.spec.job.device)),
            "versions": library_versions(),
        }
        pairs = []
        for number in range(1, len(epochs)):
            (before, date_before), (after, date_after) = (
                epochs[0 if self.spec.against == "first" else number - 1],
                epochs[number],
            )
            job = replace(
                self.spec.job,
                before=[str(path) for path in before.paths],
                after=[str(path) for path in after.paths],
                date_before=date_before,
                date_after=date_after,
                mask=None,
                report=None,
            )
            open_pair(
                [*before.paths],
                [*after.paths],
                date_before=date_before,
                date_after=date_after,
                extent=job.extent,
                bands=job.band_numbers,
            ).close()
            epoch_data = [
                {"date": str(epoch.date), "files": [fingerprints(path) for path in epoch.paths]}
                for epoch in (before, after)
            ]
            name = hashlib.sha256(as_json_text({**shared, "epochs": epoch_data}).encode()).hexdigest()[:16]
            file = self.folder / f"pair-{name}.gpkg"
            pairs.append(SeriesPair(number, before, after, replace(job, output=file), file.exists()))
        return pairs

    def _polygons(self) -> Any:
        """Return what stands for the polygons of the job: their text, or the fingerprint of their file."""
        within = self.spec.job.within
        if within is None or len(str(within)) > 1000 or not Path(within).is_file():
            return within
        return fingerprint(Path(within))

    def _write(self) -> None:
        """Write what was asked for, each file complete or not at all, the GeoPackage last."""
        targets, overwrite = self.spec.targets, self.spec.job.overwrite
        rows = [row for found in self.findings for row in found.rows]
        if "csv" in targets:
            from ..output.series_table import write_csv

            write_csv(targets["csv"], rows, overwrite=overwrite)
        if "chart" in targets:
            from ..output.series_chart import write_chart

            write_chart(targets["chart"], [found.group() for found in self.findings], overwrite=overwrite)
        if "geopackage" in targets:
            from ..output.geopackage import write_geopackage

            write_geopackage(
                targets["geopackage"],
                [found.run for found in self.findings],
                self._tiles(),
                self._changes(),
                self.crs,
                overwrite=overwrite,
                summary=rows,
            )

    def _tiles(self) -> Iterator[TileRecord]:
        """Yield all tiles, pair after pair, numbered on and in the CRS of the series."""
        first = 0
        for pair, found in zip(self.pairs, self.findings, strict=True):
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for tile in result.tiles():
                self._check()
                yield replace(tile, geometry=move(tile.geometry), tile_id=first + tile.tile_id)
            first += found.tile_numbers

    def _changes(self) -> Iterator[ChangeRecord]:
        first_tile = first = 0
        for pair, found in zip(self.pairs, self.findings, strict=True):
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for change in result.changes():
                self._check()
                numbers = {"change_id": first + change.change_id, "tile_id": first_tile + change.tile_id}
                yield replace(change, geometry=move(change.geometry), **numbers)
            first_tile, first = first_tile + found.tile_numbers, first + found.run.changes

    def _summary(self) -> SeriesSummary:
        runs = [found.run for found in self.findings]
        return SeriesSummary(
            pairs=len(runs),
            resumed_pairs=sum(pair.finished for pair in self.pairs),
            tiles=sum(run.tiles for run in runs),
            changed_tiles=sum(run.changed_tiles for run in runs),
            changes=sum(run.changes for run in runs),
            changed_area_m2=sum(run.changed_area_m2 for run in runs),
            device=runs[-1].device,
            model=runs[-1].model,
            seconds=round(time.time() - self.began, 3),
            outputs={kind: str(path) for kind, path in self.spec.targets.items()},
            findings=tuple(self.findings),
            warnings=tuple(self.warnings),
        )

    def _check(self) -> None:
        raise_if(self.observer.is_cancelled)


class _Renumbering:
    """Passes on what one pair's run tells, as part of the series: numbers, CRS, each warning once."""

    def __init__(self, target: Observer, crs: pyproj.CRS, tiles: int, changes: int, said: Sequence[str]) -> None:
        self._target, self._crs = target, crs
        self._tiles, self._changes = tiles, changes
        self._said = set(said)
        self._move: Callable[[Any], Any] = lambda geometry: geometry
        self.progress = target.progress
        self.is_cancelled = target.is_cancelled

    def started(self, start: RunStart) -> None:
        self._move = mover(start.grid.crs, self._crs)
        self._target.started(replace(start, warnings=tuple(text for text in start.warnings if text not in self._said)))

    def tile(self, record: TileRecord) -> None:
        geometry = self._move(record.geometry)
        self._target.tile(replace(record, geometry=geometry, tile_id=self._tiles + record.tile_id))

    def change(self, record: ChangeRecord) -> None:
        numbers = {"change_id": self._changes + record.change_id, "tile_id": self._tiles + record.tile_id}
        self._target.change(replace(record, geometry=self._move(record.geometry), **numbers))

    def warning(self, message: str) -> None:
        if message not in self._said:
            self._target.warning(message)


def series_folder_of(output: Path) -> Path:
    """Return the folder in which the pairs of a series wait until all are done."""
    return output.with_name(f"{output.name}.series")


def _claimed_folder(spec: SeriesSpec, stack: ExitStack) -> Path:
    """Make the folder of the pairs and hold it for this process.

    Raises:
        InputError: another run holds it, or it cannot be made.
    """
    if spec.job.output is None:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="describe-changes-")))
    folder = series_folder_of(Path(spec.job.output))
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise write_failure(folder.parent, error) from error
    stack.enter_context(hold_lock(folder / "lock"))
    return folder
