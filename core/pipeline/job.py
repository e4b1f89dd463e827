"""Options, summary and observer protocol of a run."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, get_args

from ..errors import InputError
from ..files import is_file
from ..formats import kind_of_result
from ..formatting import listed
from ..io.records import ChangeRecord, SiteRecord, TileRecord
from ..io.targets import check_targets
from ..raster.dates import EpochDate
from ..raster.grid import Grid
from ..raster.overrides import BandChoice, NoDataChoice, Override
from ..raster.pair import PairOptions
from ..report.head import ReportHead
from ..schema import CHANGES, RUNS, SITES, TILES, ZONES
from ..sites.outlines import Outlines
from .fingerprints import parts_of
from .published import PublishedOutputs
from .run_directory import run_directory_of
from .writers import FURTHER_OUTPUTS, GEOPACKAGE

if TYPE_CHECKING:
    from ..models.config import Channel

Paths = Path | str | Sequence[Path | str]

LAYERS_OF_A_RUN = (SITES, CHANGES, TILES, RUNS)
EXECUTORS = ("sequential", "processes", "dask")
SMALLEST_TILE, LARGEST_TILE = 32, 2048
SMALLEST_BLOCK = 64
LARGEST_SITE_DISTANCE = 10_000.0
OUTLINES = get_args(Outlines)
LIVE_BLOCK = 384
"""Side of a block for those who watch: two strides of the default pack, whose tiles then fill whole batches of four."""


@dataclass(frozen=True)
class DescribeOptions:
    """The options of ``describe-changes describe``.

    Attributes:
        before: raster of the earlier date, or several that form a mosaic.
        after: the same for the later date.
        output: result to write: a GeoPackage, or by its ending layers for other programs (``formats.ENDINGS``); None
            hands records to the observer only, and cannot be resumed.
        date_before: overrides what the files say, e.g. ``2012-07-31``.
        date_after: the same for the later date.
        extent: ``xmin,ymin,xmax,ymax[,CRS]``.
        bands: red, green, blue from 1, as numbers or as ``"1,2,3"``, in both dates; others that are measured by their
            names, which the files may say themselves: ``"1,2,3,nir=4,swir=5"``, ``"nir=4"``.
        bands_before: the same for the earlier date alone.
        bands_after: the same for the later date alone.
        nodata: values that stand for no data in both dates, beyond those that the files declare: ``-9999``,
            ``0,255``, a range ``-10:-5``, or ``none`` where nothing but what follows is no data.
        nodata_before: the same for the earlier date alone.
        nodata_after: the same for the later date alone.
        crs_before: reference system that the coordinates of the earlier date are in, whatever its files say.
        crs_after: the same for the later date.
        model: folder or name of a model pack; None takes the pack that ships with the plugin.
        device: ``auto``, ``cpu``, ``cuda[:N]``, ``mps``.
        backend: library that runs the network on a processor: ``torch``; ``openvino``; ``auto``, the faster by a
            measurement, which is made once.
        threshold: probability from which a pixel counts as changed, in place of the pack's.
        min_area: smallest changed area in m²; None leaves out specks below 16 pixels of the working grid.
        site_distance: changed areas within so many metres of each other are one site; None takes 4 pixels of the
            working grid.
        outlines: ``clean``, without stairs; ``square``, likewise and buildings with right angles; ``raw``, along the
            edges of pixels.
        tile_size: pixels; None takes the pack's.
        overlap: pixels; None takes the pack's, or a quarter of another tile size.
        outputs: further files to write by what they are, a kind of :data:`.writers.WRITERS`: ``mask`` (GeoTIFF, the
            class of each pixel), ``probabilities`` (GeoTIFF, of each channel), ``report`` (HTML).
        overwrite: whether existing outputs, and what an unlike run left unfinished, may be replaced.
        block_size: pixels on a side of a block of work.
        executor: ``sequential``, ``processes`` or ``dask``.
        workers: processes; None takes one per core.
        scheduler: address of a running Dask scheduler.
        aoi: polygons to stay in: a file of them, GeoJSON text, or ``CRS;POLYGON((…))``.
        layer: the layer to write where ``output`` is no GeoPackage; None takes the usual one.
        zones: file of polygons by which changes are added up: wards, lots, fields.
        zone_name: field with the zones' names.
        names: file of named features; each site is told by the nearest.
        name_field: field with their names.
        report_title: title of the report, in place of “What changed between … and …”.
        report_author: who wrote the report.
        report_organisation: for whom.
        report_logo: picture of the organisation.
        report_notes: paragraphs for the head of the report.
        indices: whether vegetation, water and bare ground are measured by indices of the bands; None does so where both
            dates have bands that are known to be red, green and near infrared.
        allow_remote: whether ``before`` and ``after`` may be addresses: GeoTIFFs by https or s3, STAC items. What is
            needed of them is copied to local files first.
        datetime_before: day or range ``FROM/TO`` of the earlier date, where ``before`` leads to several STAC items.
        datetime_after: the same for the later date.
        assets: keys of the STAC assets to take, with commas between; None takes the usual ones.
        origins: address from which a raster was copied, by the path of the copy; the engine fills it in.
        live: somebody watches: on a processor, smaller blocks hand out tiles sooner, at next to no cost.
    """

    before: Paths
    after: Paths
    output: Path | str | None = None
    date_before: str | None = None
    date_after: str | None = None
    extent: str | None = None
    bands: str | Sequence[int] | None = None
    model: str | Path | None = None
    device: str = "auto"
    threshold: float | None = None
    min_area: float | None = None
    tile_size: int | None = None
    overlap: int | None = None
    outputs: Mapping[str, Path | str] = field(default_factory=dict)
    overwrite: bool = False
    block_size: int = 2048
    executor: str = "sequential"
    workers: int | None = None
    scheduler: str | None = None
    aoi: Path | str | None = None
    live: bool = False
    bands_before: str | Sequence[int] | None = None
    bands_after: str | Sequence[int] | None = None
    nodata: str | None = None
    nodata_before: str | None = None
    nodata_after: str | None = None
    crs_before: str | None = None
    crs_after: str | None = None
    layer: str | None = None
    site_distance: float | None = None
    outlines: Outlines = "clean"
    zones: Path | str | None = None
    zone_name: str | None = None
    names: Path | str | None = None
    name_field: str | None = None
    report_title: str | None = None
    report_author: str | None = None
    report_organisation: str | None = None
    report_logo: Path | None = None
    report_notes: str | None = None
    indices: bool | None = None
    allow_remote: bool = False
    datetime_before: str | None = None
    datetime_after: str | None = None
    assets: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    backend: str = "torch"

    @property
    def report_head(self) -> ReportHead:
        """Title, names, logo and notes of the report."""
        return ReportHead(
            self.report_title or "",
            self.report_author or "",
            self.report_organisation or "",
            self.report_logo,
            self.report_notes or "",
        )

    @property
    def targets(self) -> dict[str, Path]:
        """Files to write by what they are: ``geopackage`` or ``layers``, and the kinds of :attr:`outputs`.

        Raises:
            InputError: the result is not written in the format of that name.
        """
        result = {} if self.output is None else {kind_of_result(Path(self.output)): Path(self.output)}
        return result | {kind: Path(path) for kind, path in self.outputs.items()}

    @property
    def sources(self) -> list[Path]:
        """Files to read: rasters of both dates, what virtual ones are made of, and the file of polygons."""
        files = [Path(path) for path in (*path_texts(self.before), *path_texts(self.after))]
        files += [part for path in files for part in parts_of(path)]
        if self.aoi is not None and is_file(self.aoi):
            files.append(Path(self.aoi))
        further = (self.zones, self.names, self.report_logo)
        return [*files, *(Path(path) for path in further if path is not None)]

    @property
    def resumed(self) -> frozenset[Path]:
        """Outputs that an unfinished run into the same file has written already."""
        if self.output is None:
            return frozenset()
        return PublishedOutputs(run_directory_of(Path(self.output))).standing(self.targets.values())

    @property
    def overrides(self) -> tuple[Override, Override]:
        """What the user knows of each date better than its files.

        Raises:
            InputError: bands or no-data values are none.
        """
        given = ((self.bands_before, self.crs_before, self.nodata_before),
                 (self.bands_after, self.crs_after, self.nodata_after))  # fmt: skip
        common = BandChoice.parse(self.bands)
        choices = [BandChoice.parse(bands).over(common) for bands, _, _ in given]
        before, after = (
            Override(choice.shown, crs or None, self._nodata(nodata), choice.roles)
            for choice, (_, crs, nodata) in zip(choices, given, strict=True)
        )
        return before, after

    @property
    def pair(self) -> PairOptions:
        """Which pair to open and how.

        Raises:
            InputError: bands or no-data values are none.
        """
        return PairOptions(
            before=tuple(path_texts(self.before)),
            after=tuple(path_texts(self.after)),
            date_before=self.date_before or None,
            date_after=self.date_after or None,
            extent=self.extent or None,
            overrides=self.overrides,
        )

    def with_override(self, before: Override | None = None, after: Override | None = None) -> DescribeOptions:
        """The job with what is known of the earlier or the later date in place of its own options for them."""
        changed: dict[str, Any] = {}
        for role, told in (("before", before), ("after", after)):
            if told is not None:
                changed |= {f"bands_{role}": told.band_text, f"crs_{role}": told.crs, f"nodata_{role}": told.nodata}
        return replace(self, **changed)

    def _nodata(self, own: str | None) -> str | None:
        """The no-data values of both dates and those of one, as one text; checked."""
        text = ",".join(part for part in (self.nodata, own) if part) or None
        NoDataChoice.parse(text)
        return text

    def validate(self) -> None:
        """Refuse options and outputs that cannot be, before any work starts.

        Raises:
            InputError: an option is out of its range, or an output cannot be written.
        """
        self.overrides  # noqa: B018 - raises if an option is none
        _check_range("threshold", self.threshold, 0.0, 1.0)
        _check_range("min-area", self.min_area, 0.0, math.inf)
        _check_range("site-distance", self.site_distance, 0.0, LARGEST_SITE_DISTANCE)
        _check_range("tile-size", self.tile_size, SMALLEST_TILE, LARGEST_TILE)
        _check_range("overlap", self.overlap, 0, LARGEST_TILE)
        _check_range("block-size", self.block_size, SMALLEST_BLOCK, 1 << 16)
        _check_range("workers", self.workers, 1, 1024)
        _check_field("zones", self.zones, "zone-name", self.zone_name)
        _check_field("names", self.names, "name-field", self.name_field)
        if self.executor not in EXECUTORS:
            raise InputError(f"There is no executor “{self.executor}”; known are {', '.join(EXECUTORS)}.")
        if self.outlines not in OUTLINES:
            raise InputError(f"Outlines are {listed(OUTLINES, 'or')}, not “{self.outlines}”.")
        for kind in self.outputs:
            if kind not in FURTHER_OUTPUTS:
                raise InputError(f"There is no output “{kind}”; known are {', '.join(FURTHER_OUTPUTS)}.")
        self.check_layer()
        self._check_head()
        check_targets(self.targets, self.sources, overwrite=self.overwrite, resumed=self.resumed)

    def _check_head(self) -> None:
        if self.report_head == ReportHead():
            return
        if "report" not in self.outputs:
            raise InputError("What --report-title and the like say stands in a report; add --report OUT.html.")
        self.report_head.validate()

    def check_layer(self) -> None:
        """Say early that there is no such layer, or that it is asked of a GeoPackage.

        Raises:
            InputError: as said.
        """
        if self.layer is None:
            return
        if self.output is not None and kind_of_result(Path(self.output)) == GEOPACKAGE:
            raise InputError("A GeoPackage holds all layers; leave --layer out, or choose another format.")
        known = (*LAYERS_OF_A_RUN, *([ZONES] if self.zones is not None else []))
        if self.layer not in known:
            raise InputError(f"There is no layer “{self.layer}”; choose one of {', '.join(known)}.")


def path_texts(paths: Paths) -> list[str]:
    """Return one or several paths as a list of texts."""
    several: Sequence[Path | str] = [paths] if isinstance(paths, (str, Path)) else paths
    return [str(path) for path in several]


def _check_field(file: str, path: Path | str | None, name: str, field_name: str | None) -> None:
    if path is not None and not field_name:
        raise InputError(f"--{file} needs --{name}, the field of {path} in which the names stand.")
    if path is None and field_name:
        raise InputError(f"--{name} {field_name} needs --{file}, the file that has this field.")


def _check_range(name: str, value: float | None, least: float, most: float) -> None:
    if value is not None and not least <= value <= most:
        limits = f"at least {least:g}" if math.isinf(most) else f"between {least:g} and {most:g}"
        raise InputError(f"--{name} {value:g} is out of range; it must be {limits}.")


@dataclass(frozen=True)
class RunInfo:
    """Facts about a run once everything is open and checked.

    Attributes:
        grid: the common grid.
        tiles: number of tiles.
        device: in words.
        model: name of the pack.
        dates: before and after.
        channels: of the class mask, in order.
        warnings: sentences for the user.
        resumed_blocks: blocks that an earlier run finished.
    """

    grid: Grid
    tiles: int
    device: str
    model: str
    dates: tuple[EpochDate, EpochDate]
    channels: tuple[Channel, ...]
    warnings: tuple[str, ...]
    resumed_blocks: int = 0

    @property
    def classes(self) -> list[str]:
        """Class names in the pack's order."""
        return list(dict.fromkeys(channel.class_name for channel in self.channels))


@dataclass(frozen=True)
class RunSummary:
    """Summary of a run: what it found and where its results are; areas in m², times in seconds."""

    tiles: int
    changed_tiles: int
    sites: int
    changes: int
    changed_area_m2: float
    area_examined_m2: float
    summary_text: str
    device: str
    model: str
    timings: dict[str, float]
    duration_s: float
    outputs: dict[str, str]
    warnings: tuple[str, ...] = ()
    unreadable_tiles: int = 0
    zones: tuple[dict[str, Any], ...] = ()
    skip_reasons: dict[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as plain data: what ``--json`` prints."""
        return {**asdict(self), "warnings": list(self.warnings), "zones": list(self.zones)}


class RunObserver(Protocol):
    """Watches a run; every call comes from the thread that called ``run_job``."""

    def started(self, start: RunInfo) -> None:
        """Everything is open and checked; the work begins."""

    def progress(
        self, stage: str, done: int, total: int, tiles_per_second: float | None, seconds_left: float | None
    ) -> None:
        """Say how far a stage is.

        ``stage`` is ``download`` (parts of remote rasters), ``describe`` (tiles), ``polygons`` (blocks), ``sites`` or
        ``write`` (files).
        """

    def tile(self, record: TileRecord) -> None:
        """A tile is final."""

    def change(self, record: ChangeRecord) -> None:
        """A changed area is final."""

    def site(self, record: SiteRecord) -> None:
        """A site is final; all changed areas come before."""

    def warning(self, message: str) -> None:
        """Something the user should know, beyond the warnings of ``started``."""

    def is_cancelled(self) -> bool:
        """Return whether to stop; asked often, must answer at once."""
        ...


class SilentObserver:
    """An observer that watches nothing; base class for those that watch a part."""

    def started(self, start: RunInfo) -> None:
        """Do nothing."""

    def progress(
        self, stage: str, done: int, total: int, tiles_per_second: float | None, seconds_left: float | None
    ) -> None:
        """Do nothing."""

    def tile(self, record: TileRecord) -> None:
        """Do nothing."""

    def change(self, record: ChangeRecord) -> None:
        """Do nothing."""

    def site(self, record: SiteRecord) -> None:
        """Do nothing."""

    def warning(self, message: str) -> None:
        """Do nothing."""

    def is_cancelled(self) -> bool:
        """Never."""
        return False
