"""Options, pairs, summary and observer protocol of a time series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import pyproj

from ..errors import InputError
from ..formats import kind_of_result
from ..io.targets import check_targets
from ..pipeline.fingerprints import parts_of
from ..pipeline.job import DescribeOptions, Paths, RunObserver, path_texts
from ..pipeline.published import PublishedOutputs
from ..raster.dates import check_order
from ..raster.epoch import Epoch, open_epoch
from ..raster.overrides import Override
from .summary import PairFindings

REFERENCES = ("previous", "first")


@dataclass(frozen=True)
class SeriesOptions:
    """The options of ``describe-changes series``.

    Attributes:
        rasters: one entry per date, in any order: a raster, or several that form a mosaic.
        job: the options that all pairs share, with ``output``; its rasters and dates do not count.
        dates: per entry of ``rasters`` a date in place of what the files say, or None; or empty.
        overrides: per entry of ``rasters`` what the user knows better than its files; or empty.
        reference: each raster is compared with the ``previous`` one or with the ``first``.
        csv: file for the summary table.
        chart: file for the chart of changed area per class: ``.html``, or ``.svg`` for the drawing alone.
    """

    rasters: tuple[Paths, ...]
    job: DescribeOptions
    dates: tuple[str | None, ...] = ()
    overrides: tuple[Override, ...] = ()
    reference: str = "previous"
    csv: Path | None = None
    chart: Path | None = None

    @property
    def targets(self) -> dict[str, Path]:
        """Files to write by what they are: ``geopackage`` or ``layers``, ``csv``, ``chart``.

        Raises:
            InputError: the result is not written in the format of that name.
        """
        output = self.job.output
        kind = "geopackage" if output is None else kind_of_result(Path(output))
        named = {kind: output, "csv": self.csv, "chart": self.chart}
        return {name: Path(path) for name, path in named.items() if path is not None}

    @property
    def sources(self) -> list[Path]:
        """Files to read: all rasters and the file of polygons."""
        files = [Path(path) for entry in self.rasters for path in path_texts(entry)]
        return [*files, *(part for path in files for part in parts_of(path)), *self.job.sources]

    @property
    def resumed(self) -> frozenset[Path]:
        """Outputs that an unfinished series into the same file has written already."""
        if self.job.output is None:
            return frozenset()
        return PublishedOutputs(series_folder_of(Path(self.job.output))).standing(self.targets.values())

    def validate(self) -> None:
        """Refuse options and outputs that cannot be, before any work starts.

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
        if self.overrides and len(self.overrides) != len(self.rasters):
            raise InputError(
                f"Bands, reference systems or no-data values are given for {len(self.overrides)} of "
                f"{len(self.rasters)} rasters; give one for each, empty where the raster itself says it."
            )
        if self.reference not in REFERENCES:
            raise InputError(f"A raster is compared with the “previous” or the “first”, not with “{self.reference}”.")
        replace(self.job, output=None, layer=None).validate()
        self.job.check_layer()
        check_targets(self.targets, self.sources, overwrite=self.job.overwrite, resumed=self.resumed)


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
    job: DescribeOptions
    finished: bool

    @property
    def file(self) -> Path:
        """GeoPackage of the pair."""
        return Path(str(self.job.output))


class SeriesObserver(Protocol):
    """Watches a series; every call comes from the thread that called :func:`run_series`."""

    def downloaded(self, done: int, total: int) -> None:
        """So many parts of remote rasters are copied."""

    def planned(self, pairs: Sequence[SeriesPair], crs: pyproj.CRS) -> None:
        """All rasters are open and checked; tiles and changes will come in ``crs``."""

    def watch(self, pair: SeriesPair) -> RunObserver:
        """Return who watches the run of one pair; not called for a finished one.

        Tiles and changed areas come to it numbered on through the series.
        """
        ...

    def described(self, findings: PairFindings) -> None:
        """A pair is finished, now or by an earlier run."""

    def warning(self, message: str) -> None:
        """What the user should know of a pair that an earlier run finished; else its watcher hears it."""

    def is_cancelled(self) -> bool:
        """Return whether to stop; asked often, must answer at once."""
        ...


@dataclass(frozen=True)
class SeriesSummary:
    """Summary of a series: what it found and where its results are; areas in m², times in seconds.

    ``changed_area_m2`` adds up the pairs, so ground that changed twice counts twice.
    """

    pair_count: int
    resumed_pairs: int
    tiles: int
    changed_tiles: int
    sites: int
    changes: int
    changed_area_m2: float
    device: str
    model: str
    duration_s: float
    outputs: dict[str, str]
    pairs: tuple[PairFindings, ...] = field(repr=False)
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as plain data: what ``--json`` prints."""
        names = ("pair_count", "resumed_pairs", "tiles", "changed_tiles", "sites", "changes", "changed_area_m2",
                 "device", "model", "duration_s", "outputs")  # fmt: skip
        told = {name: getattr(self, name) for name in names}
        return {**told, "warnings": list(self.warnings), "pairs": [entry.to_dict() for entry in self.pairs]}


def series_folder_of(output: Path) -> Path:
    """Return the folder in which the pairs of a series wait until all are done."""
    return output.with_name(f"{output.name}.series")


@dataclass(frozen=True)
class SeriesEpoch:
    """One date of the series, opened, with what the user said of it: its date, and what its files say wrongly."""

    epoch: Epoch
    given_date: str | None
    override: Override


def open_epochs(spec: SeriesOptions) -> list[SeriesEpoch]:
    """Open all rasters and put them in order of time.

    Raises:
        InputError: a raster cannot be read or has no date, or two have the same.
    """
    given = spec.dates or (None,) * len(spec.rasters)
    told = spec.overrides or (Override(),) * len(spec.rasters)
    epochs: list[SeriesEpoch] = []
    for number, (paths, date, own) in enumerate(zip(spec.rasters, given, told, strict=True), start=1):
        override = spec.job.with_override(own).overrides[0]
        epoch = open_epoch(paths, date=date or None, override=override)
        if epoch.date is None:
            raise InputError(
                f"Nothing says when {epoch.name} (raster {number}) was taken: no date in its metadata, beside it, or "
                f"in its name; give it with --date {epoch.paths[0].name}=2012-07-31."
            )
        if any(set(epoch.paths) & set(other.paths) for other in (entry.epoch for entry in epochs)):
            raise InputError(f"{epoch.name} is in the series twice; name each raster once.")
        epochs.append(SeriesEpoch(epoch, date or None, own))
    epochs.sort(key=lambda entry: entry.epoch.date.middle if entry.epoch.date else datetime.min)
    for first, second in pairwise(epochs):
        _check_two(first.epoch, second.epoch)
    return epochs


def _check_two(first: Epoch, second: Epoch) -> None:
    """Refuse two neighbours in time that have one and the same date."""
    if first.date is None or second.date is None:
        raise ValueError("open_epochs made sure that both are dated")
    if first.date.middle == second.date.middle:
        raise InputError(
            f"{first.name} and {second.name} are both dated {first.date}; give the right dates with --date, e.g. "
            f"--date {second.paths[0].name}=2012-07-31, or leave one of them out. Several rasters of one date go in "
            "as one: a pattern in quotes, or a text file that lists them."
        )
    check_order(first.date, second.date)
