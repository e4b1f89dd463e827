"""A time series: dated rasters in, consecutive pairs (or all against the first) out, in one result.

Every pair is an ordinary run with a GeoPackage of its own in the folder ``OUT.gpkg.series/``, named by all that bears
on its result. So each resumes as a single run does, a finished one is never computed again – not even when
rasters are added to the series – and one whose input or options have changed simply has another name.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyproj

from ..errors import InputError, InternalError
from ..files import is_file
from ..io.atomic import reserved
from ..io.existing import same_rasters
from ..io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord
from ..io.targets import check_targets, keeps_review, kept_sentence, same_jobs
from ..io.work_folder import claim_folder, remove_ours
from ..jsonable import dumps_strict
from ..pipeline.context import open_pack
from ..pipeline.executors import raise_if_cancelled
from ..pipeline.fingerprints import changed_files, changed_while_read, fingerprint
from ..pipeline.job import RunInfo, RunObserver
from ..pipeline.published import NAME, PublishedOutputs
from ..pipeline.remote import is_remote, local_dates, origins
from ..pipeline.run_directory import library_versions
from ..pipeline.runner import run_job
from ..pipeline.writers import GEOPACKAGE
from ..predict.device import choose_device
from ..raster.overrides import Override
from .job import SeriesEpoch, SeriesObserver, SeriesOptions, SeriesPair, SeriesSummary, open_epochs, series_folder_of
from .outputs import WRITERS, SeriesContent
from .summary import PairFindings, class_rows, mover

_FILES = rf"{re.escape(NAME)}|\.{re.escape(NAME)}\.\w+\.tmp|pair-[0-9a-f]{{16}}\.gpkg(\.run|\.part)?"
_WITHOUT_TRACE = frozenset(
    "before after date_before date_after output outputs layer overwrite live aoi zones names model device "
    "block_size executor workers scheduler allow_remote assets origins".split()
)
"""Options of a job that leave no trace in a pair's result, or that its name carries in another form."""


def run_series(spec: SeriesOptions, observer: SeriesObserver) -> SeriesSummary:
    """Describe a time series.

    Args:
        spec: the options.
        observer: is told of every step, and may stop the run.

    Returns:
        Counts, places of the outputs, what was found in each pair.

    Raises:
        InputError: the input or the options do not allow it; finished pairs and blocks are kept.
        Cancelled: the observer asked to stop; finished pairs and blocks are kept, the same call continues.
        InternalError: our fault.
    """
    spec.validate()  # before anything is fetched for it
    spec = _with_local_rasters(spec, observer)
    with ExitStack() as stack:
        folder = _claimed_folder(spec, stack)
        series = _Series(spec, observer, folder)
        resumed = series.published.standing(spec.targets.values(), series.key)
        check_targets(spec.targets, spec.sources, overwrite=spec.job.overwrite, resumed=resumed)
        stack.enter_context(reserved(spec.targets, resumed=resumed, publish=series.publish))
        return series.run()


def _with_local_rasters(spec: SeriesOptions, observer: SeriesObserver) -> SeriesOptions:
    """Return the series with local files in place of addresses."""
    if not is_remote(spec.job, *spec.rasters):
        return spec

    def copied(done: int, total: int) -> None:
        observer.downloaded(done, total)
        raise_if_cancelled(observer.is_cancelled)

    dates = {str(number): files for number, files in enumerate(spec.rasters)}
    told = dict(zip(dates, spec.overrides or [Override()] * len(dates), strict=True))
    found = local_dates(spec.job, dates, told, {}, copied)
    given = spec.dates or (None,) * len(dates)
    local = replace(
        spec,
        rasters=tuple([str(path) for path in found[name].files] for name in dates),
        dates=tuple(date or found[name].date for name, date in zip(dates, given, strict=True)),
        job=replace(spec.job, allow_remote=False, origins=origins(found)),
    )
    local.validate()
    return local


class _Series:
    """One series in progress."""

    def __init__(self, spec: SeriesOptions, observer: SeriesObserver, folder: Path) -> None:
        self.spec, self.observer, self.folder = spec, observer, folder
        self.began = time.time()
        epochs = open_epochs(spec)
        self.crs = epochs[-1].epoch.pyproj_crs
        self.epochs = [entry.epoch for entry in epochs]
        self.fingerprints = [[fingerprint(path) for path in epoch.paths] for epoch in self.epochs]
        self.model = open_pack(spec.job).sha256
        self.findings: list[PairFindings] = []
        self.warnings: list[str] = []
        self.pairs = self._plan(epochs)
        self.published = PublishedOutputs(folder)
        self.key = hashlib.sha256("\n".join(pair.file.name for pair in self.pairs).encode()).hexdigest()

    def run(self) -> SeriesSummary:
        """Describe the pairs that are not done, then write the outputs."""
        self.observer.planned(self.pairs, self.crs)
        kept = self._kept(self._same_rasters)
        tiles = changes = sites = 0
        for pair in self.pairs:
            self._check()
            if not pair.finished:
                watcher = _Renumbering(self.observer.watch(pair), self.crs, (tiles, changes, sites), self.warnings)
                try:
                    run_job(pair.job, watcher)
                except InputError as error:
                    raise InputError(f"{pair.before.name} → {pair.after.name}: {error}") from error
            found = _stored(pair) if pair.finished else class_rows(pair.number, pair.file)
            news = [text for text in found.run.warnings if text not in self.warnings]
            self.warnings += news
            for text in news if pair.finished else ():
                self.observer.warning(text)
            tiles, changes = tiles + found.tile_numbers, changes + found.run.changes
            sites += found.run.sites
            self.findings.append(found)
            self.observer.described(found)
        self._check_sources()
        self._write(self._kept(lambda runs: same_jobs(runs, [found.run for found in self.findings])) or kept)
        remove_ours(self.folder, _FILES, last=(NAME,))
        return self._summary()

    def publish(self, path: Path, part: Path) -> None:
        """Note an output just before it gets its name; nothing is published of rasters that changed meanwhile."""
        self._check_sources()
        self.published.note(path, part, self.key)

    def _check_sources(self) -> None:
        """Hold the rasters against what they were when the series began.

        Raises:
            InputError: one was written to.
        """
        files = {str(number): epoch.paths for number, epoch in enumerate(self.epochs)}
        changed = changed_files(files, {str(number): told for number, told in enumerate(self.fingerprints)})
        if changed:
            raise changed_while_read(changed)

    def _plan(self, epochs: Sequence[SeriesEpoch]) -> list[SeriesPair]:
        """Return all pairs in order of time, checked so far as that needs no pixels."""
        fingerprints = lru_cache(None)(fingerprint)
        shared = {
            "options": {name: value for name, value in asdict(self.spec.job).items() if name not in _WITHOUT_TRACE},
            **{name: _as_read(getattr(self.spec.job, name)) for name in ("aoi", "zones", "names")},
            "model": self.model,
            "device": asdict(choose_device(self.spec.job.device)),
            "versions": library_versions(),
        }
        pairs = []
        for number in range(1, len(epochs)):
            first, second = epochs[0 if self.spec.reference == "first" else number - 1], epochs[number]
            before, after = first.epoch, second.epoch
            job = replace(
                self.spec.job.with_override(first.override, second.override),
                before=[str(path) for path in before.paths],
                after=[str(path) for path in after.paths],
                date_before=first.given_date,
                date_after=second.given_date,
                outputs={},
                layer=None,
            )
            job.pair.open().close()
            epoch_data = [
                {
                    "date": str(entry.epoch.date),
                    "files": [fingerprints(path) for path in entry.epoch.paths],
                    "override": asdict(entry.override),
                }
                for entry in (first, second)
            ]
            name = hashlib.sha256(dumps_strict({**shared, "epochs": epoch_data}).encode()).hexdigest()[:16]
            file = self.folder / f"pair-{name}.gpkg"
            pairs.append(SeriesPair(number, before, after, replace(job, output=file), file.exists()))
        return pairs

    def _kept(self, same: Callable[[list[RunRecord]], bool]) -> bool:
        """Whether the result stays as it is, because it is the one of this very series and an analyst has judged it.

        Raises:
            OutputTaken: an analyst has judged the result of another job there.
        """
        target = self.spec.targets.get(GEOPACKAGE)
        verdicts = keeps_review(target, same) if target is not None and target.exists() else 0
        if target is not None and verdicts:
            message = kept_sentence(target, verdicts)
            if message not in self.warnings:
                self.warnings.append(message)
                self.observer.warning(message)
        return verdicts > 0

    def _same_rasters(self, runs: list[RunRecord]) -> bool:
        """Return whether runs compared the pairs of this series, as far as that can be told before it has begun."""
        told = dict(zip(map(id, self.epochs), self.fingerprints, strict=True))
        return len(runs) == len(self.pairs) and all(
            same_rasters(run, {"before": told[id(pair.before)], "after": told[id(pair.after)]}, self.model)
            for run, pair in zip(runs, self.pairs, strict=True)
        )

    def _write(self, kept: bool) -> None:
        """Write what was asked for, each file complete or not at all, the GeoPackage last.

        Args:
            kept: whether the GeoPackage stays as an analyst has left it.
        """
        targets = self.spec.targets
        content = SeriesContent(self.pairs, self.findings, self.crs, self.spec.job, self._check)
        for kind, write in WRITERS.items():
            if kind in targets and not (kept and kind == GEOPACKAGE):
                write(targets[kind], content)

    def _summary(self) -> SeriesSummary:
        runs = [found.run for found in self.findings]
        return SeriesSummary(
            pair_count=len(runs),
            resumed_pairs=sum(pair.finished for pair in self.pairs),
            tiles=sum(run.tiles for run in runs),
            changed_tiles=sum(run.changed_tiles for run in runs),
            sites=sum(run.sites for run in runs),
            changes=sum(run.changes for run in runs),
            changed_area_m2=sum(run.changed_area_m2 for run in runs),
            device=runs[-1].device,
            model=runs[-1].model,
            duration_s=round(time.time() - self.began, 3),
            outputs={kind: str(path) for kind, path in self.spec.targets.items()},
            pairs=tuple(self.findings),
            warnings=tuple(self.warnings),
        )

    def _check(self) -> None:
        raise_if_cancelled(self.observer.is_cancelled)


class _Renumbering:
    """Passes on what one pair's run tells, as part of the series: numbers, CRS, each warning once."""

    def __init__(self, target: RunObserver, crs: pyproj.CRS, first: tuple[int, int, int], said: Sequence[str]) -> None:
        self._target, self._crs = target, crs
        self._tiles, self._changes, self._sites = first
        self._said = set(said)
        self._move: Callable[[Any], Any] = lambda geometry: geometry
        self.progress = target.progress
        self.is_cancelled = target.is_cancelled

    def started(self, start: RunInfo) -> None:
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
                site_id=self._sites + record.site_id,
            )
        )

    def site(self, record: SiteRecord) -> None:
        geometry = self._move(record.geometry)
        self._target.site(replace(record, geometry=geometry, site_id=self._sites + record.site_id))

    def warning(self, message: str) -> None:
        if message not in self._said:
            self._target.warning(message)


def _as_read(polygons: Any) -> Any:
    """Return what stands for polygons or named features of a job: their text, or the fingerprint of their file."""
    return fingerprint(Path(polygons)) if polygons is not None and is_file(polygons) else polygons


def _stored(pair: SeriesPair) -> PairFindings:
    """Count what an earlier run has found in a pair.

    Raises:
        InputError: the pair's file was damaged meanwhile, by a full disk or a failing one, say.
    """
    try:
        return replace(class_rows(pair.number, pair.file), resumed=True)
    except (InputError, InternalError) as error:
        raise InputError(
            f"{pair.before.name} → {pair.after.name} was finished by an earlier run, but {pair.file} is damaged. "
            "Delete that file and run the same command again: this pair is described anew, the others are kept."
        ) from error


def _claimed_folder(spec: SeriesOptions, stack: ExitStack) -> Path:
    """Make the folder of the pairs and hold it for this process.

    Raises:
        InputError: another run holds it, it is somebody else's, or it cannot be made.
    """
    if spec.job.output is None:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="describe-changes-")))
    folder = series_folder_of(Path(spec.job.output))
    return stack.enter_context(claim_folder(folder))
