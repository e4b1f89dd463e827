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
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyproj

from ..errors import InputError
from ..output.plain import as_json_text
from ..output.reading import read_result
from ..output.records import ChangeRecord, TileRecord
from ..raster.pair import open_pair
from .blockfile import write_failure
from .device import choose_device
from .executors import raise_if
from .lock import hold_lock
from .manifest import fingerprint, library_versions
from .runner import open_pack, run_job
from .series_findings import PairFindings, class_rows, mover
from .series_spec import SeriesEpoch, SeriesObserver, SeriesPair, SeriesSpec, SeriesSummary, open_epochs
from .spec import Observer, RunStart

_WITHOUT_TRACE = frozenset(
    "before after date_before date_after output mask probabilities report overwrite live within model device "
    "block_size executor workers scheduler".split()
)
"""Options of a job that leave no trace in a pair's result, or that its name carries in another form."""


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


class _Series:
    """One series in progress."""

    def __init__(self, spec: SeriesSpec, observer: SeriesObserver, folder: Path) -> None:
        self.spec, self.observer, self.folder = spec, observer, folder
        self.began = time.time()
        epochs = open_epochs(spec)
        self.crs = epochs[-1].epoch.pyproj_crs
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
                try:
                    run_job(pair.job, watcher)
                except InputError as error:
                    raise InputError(f"{pair.before.name} → {pair.after.name}: {error}") from error
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

    def _plan(self, epochs: Sequence[SeriesEpoch]) -> list[SeriesPair]:
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
            first, second = epochs[0 if self.spec.against == "first" else number - 1], epochs[number]
            before, after = first.epoch, second.epoch
            job = replace(
                self.spec.job.with_override(first.override, second.override),
                before=[str(path) for path in before.paths],
                after=[str(path) for path in after.paths],
                date_before=first.given_date,
                date_after=second.given_date,
                mask=None,
                probabilities=None,
                report=None,
            )
            open_pair(
                [*before.paths],
                [*after.paths],
                date_before=first.given_date,
                date_after=second.given_date,
                extent=job.extent,
                overrides=job.overrides,
            ).close()
            epoch_data = [
                {
                    "date": str(entry.epoch.date),
                    "files": [fingerprints(path) for path in entry.epoch.paths],
                    "override": asdict(entry.override),
                }
                for entry in (first, second)
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
                yield replace(
                    change,
                    geometry=move(change.geometry),
                    change_id=first + change.change_id,
                    tile_id=first_tile + change.tile_id,
                )
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
        self._target.change(
            replace(
                record,
                geometry=self._move(record.geometry),
                change_id=self._changes + record.change_id,
                tile_id=self._tiles + record.tile_id,
            )
        )

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
