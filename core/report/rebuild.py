"""Rebuild the report of an existing, possibly reviewed, GeoPackage."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pyproj
import shapely
from affine import Affine

from ..errors import InputError
from ..files import is_file
from ..io.geopackage_reader import Result, edits_named, read_result
from ..io.records import RunRecord, date_columns
from ..io.targets import check_targets
from ..options import read_options
from ..raster.dates import EpochDate
from ..raster.epoch import UnreadableWindow
from ..raster.grid import Grid
from ..raster.inputs import input_files
from ..raster.overrides import recorded_overrides
from ..raster.pair import PairOptions, RasterPair
from ..raster.radiometry import Stretch, estimate_stretch
from .content import MAX_SITES, SELECTIONS, aggregate, report_context, sites_of_tiles
from .head import ReportHead
from .html import write_report
from .thumbnails import PairThumbnails

Paths = str | Path | Sequence[str | Path]

_COARSE = 1_000  # cells along the longer side of the grid that stands in where there are no images


@dataclass(frozen=True)
class ReportOptions:
    """Options of a report, as the command line and the worker know them.

    Attributes:
        result: GeoPackage of a run, or one that holds the layers QGIS made.
        output: HTML file; None gives what the report would say only.
        before: raster of the earlier date; None: what the result names.
        after: raster of the later date; likewise.
        review: one of :data:`.content.SELECTIONS`.
        max_sites: number of sites to show with images.
        overwrite: whether an existing ``output`` may be replaced.
        folder: where rasters may lie beside the result, if ``result`` is a copy; None: the folder of ``result``.
        title: in place of “What changed between … and …”.
        author: who wrote the report.
        organisation: for whom.
        logo: picture of the organisation.
        notes: paragraphs for the head of the report, parted by empty lines.
    """

    result: Path
    output: Path | None = None
    before: Paths | None = None
    after: Paths | None = None
    review: str = "all"
    max_sites: int = MAX_SITES
    overwrite: bool = False
    folder: Path | None = None
    title: str = ""
    author: str = ""
    organisation: str = ""
    logo: Path | None = None
    notes: str = ""

    @property
    def head(self) -> ReportHead:
        """Title, names, logo and notes."""
        return ReportHead(self.title, self.author, self.organisation, self.logo, self.notes)


def report_options(params: Mapping[str, Any]) -> ReportOptions:
    """Turn options, as the command line and the worker know them, into a report's.

    Args:
        params: options by name; None and empty texts count as not given.

    Raises:
        InputError: an option is unknown or of the wrong type, or there is no result.
    """
    needed = {"result": "the GeoPackage of a result"}
    return ReportOptions(**read_options(ReportOptions, params, "report", needed=needed))


def rebuild_report(spec: ReportOptions) -> dict[str, Any]:
    """Write the report of a stored result and return what it says.

    Returns:
        What the report says (:func:`.content.report_context`) and, for whoever draws the images: ``logo``, its file;
        ``before``, ``after``, the rasters that were used, as texts, empty where the images are left out; ``bands``,
        red, green, blue from 1 for each of them; ``stretch``, the limits of each band for each date, None
        where values stay as they are.

    Raises:
        InputError: an option is wrong, the result cannot be read, or a raster that was named cannot be opened.
    """
    if spec.review not in SELECTIONS:
        raise InputError(f"“{spec.review}” is no selection of sites; choose one of {', '.join(SELECTIONS)}.")
    if spec.max_sites < 0:
        raise InputError(f"{spec.max_sites} sites cannot be shown; give 0 or more.")
    spec.head.validate()
    targets = {"report": spec.output} if spec.output is not None else {}
    check_targets(targets, [spec.result, *_named_files(spec), *filter(None, [spec.logo])], overwrite=spec.overwrite)
    stored = read_result(spec.result)
    stored.need_changes()
    with edits_named(spec.result), ExitStack() as stack:
        pair, stretch, trouble = _pair(spec, stored, stack)
        if pair is not None:
            check_targets(targets, (*pair.before.paths, *pair.after.paths), overwrite=spec.overwrite)
        grid = pair.grid if pair is not None else placeholder_grid(stored)
        run = _run(stored, grid, trouble)
        onto = pyproj.Transformer.from_crs(stored.crs, grid.crs, always_xy=True) if grid.crs != stored.crs else None
        noun = "site" if stored.has_sites else "tile"
        told = stored.sites() if stored.has_sites else sites_of_tiles(stored.tiles())
        sites, changes = _reproject(told, onto), _reproject(stored.changes(), onto)
        if spec.output is None:
            shown = aggregate(run, sites, changes, review=spec.review, max_sites=spec.max_sites, noun=noun)
            said = report_context(run, grid, shown, list(stored.zones()), spec.head)
        else:
            said = write_report(
                spec.output,
                run,
                grid,
                sites,
                changes,
                PairThumbnails(pair, stretch) if pair is not None and stretch is not None else None,
                overwrite=spec.overwrite,
                max_sites=spec.max_sites,
                review=spec.review,
                noun=noun,
                zones=list(stored.zones()),
                head=spec.head,
            )
        epochs = (pair.before, pair.after) if pair is not None else ()
        return {
            **said,
            "logo": str(spec.logo or ""),
            "before": [str(path) for path in epochs[0].paths] if epochs else [],
            "after": [str(path) for path in epochs[1].paths] if epochs else [],
            "bands": [list(epoch.bands) for epoch in epochs],
            "stretch": stretch.to_dict() if stretch is not None else {"before": None, "after": None},
        }


def _named_files(spec: ReportOptions) -> list[Path]:
    """Return the rasters that the options name."""
    named = [(role, given) for role, given in (("before", spec.before), ("after", spec.after)) if given is not None]
    return [path for role, given in named for path in input_files(given, role)]


def _pair(spec: ReportOptions, stored: Result, stack: ExitStack) -> tuple[RasterPair | None, Stretch | None, str]:
    """Open both rasters where the tiles lie; without them say why the images are left out."""
    named = spec.before is not None or spec.after is not None
    files = []
    for role, given in (("before", spec.before), ("after", spec.after)):
        if given is not None:
            files.append(input_files(given, role))
            continue
        recorded = str(getattr(stored.run, role)) if stored.run is not None else ""
        found = _recorded_files(recorded, spec.folder or stored.path.parent)
        if not found:
            reason = f"{recorded.splitlines()[0]} is not there any more" if recorded else "the result names none"
            if named:
                raise InputError(f"The raster of the other date is missing too ({reason}); give “{role}”.")
            return None, None, f"The images are left out: the “{role}” raster was not found ({reason})."
        files.append(found)
    dates = _dates(stored)
    parameters = stored.run.parameters if stored.run is not None else {}
    try:
        options = PairOptions(
            before=tuple(map(str, files[0])),
            after=tuple(map(str, files[1])),
            date_before=dates[0],
            date_after=dates[1],
            overrides=recorded_overrides(parameters),
            extent=_extent(stored),
        )
        pair = stack.enter_context(options.open())
        stretch = estimate_stretch(pair)
    except (InputError, UnreadableWindow) as error:
        if named:
            raise
        return None, None, f"The images are left out: {error}"
    return pair, stretch, ""


def _recorded_files(text: str, folder: Path) -> list[Path]:
    """Return the files that a run names, where it names them or beside the result; empty if one is missing."""
    found = []
    for line in filter(None, text.splitlines()):
        places = (Path(line), folder / line, folder / Path(line).name)
        path = next((place for place in places if is_file(place)), None)
        if path is None:
            return []
        found.append(path)
    return found


def _extent(stored: Result) -> str:
    authority = stored.crs.to_authority(min_confidence=100)
    numbers = ",".join(map(repr, stored.bounds))
    return f"{numbers},{':'.join(authority)}" if authority else numbers


def _dates(stored: Result) -> tuple[EpochDate | None, EpochDate | None]:
    """Return both dates as the result has them; what it lacks the files have to say."""
    if stored.run is not None:
        run = stored.run
        spans = ((run.date_before, run.date_before_end), (run.date_after, run.date_after_end))
    else:
        tile = next(stored.tiles(), None)
        spans = ((None, None),) * 2
        if tile is not None:
            spans = ((tile.date_before, tile.date_before_end), (tile.date_after, tile.date_after_end))
    first, second = (
        None if begin is None else EpochDate(begin, end or begin, "range", str(stored.path)) for begin, end in spans
    )
    return first, second


def placeholder_grid(stored: Result) -> Grid:
    """Return a grid over the tiles of a result, for what needs no pixels."""
    left, bottom, right, top = stored.bounds
    cell = max(right - left, top - bottom) / _COARSE
    width, height = math.ceil((right - left) / cell), math.ceil((top - bottom) / cell)
    return Grid(stored.crs, Affine(cell, 0, left, 0, -cell, top), width, height)


def _run(stored: Result, grid: Grid, trouble: str) -> RunRecord:
    """Return the run as recorded, else what the layers themselves tell of it."""
    run = stored.run
    if run is None:
        run = _infer_run(stored, grid)
    return replace(run, warnings=[*run.warnings, trouble]) if trouble else run


def _infer_run(stored: Result, grid: Grid) -> RunRecord:
    tile = next(stored.tiles())
    classes = sorted({(c.class_name, c.transition) for c in stored.changes()}, key=lambda pair: (not pair[1], pair))
    authority = grid.crs.to_authority()
    return RunRecord(
        run_id="",
        engine_version="",
        started=datetime.now(timezone.utc),
        duration_s=0.0,
        before="",
        after="",
        **date_columns(tile.date_before, tile.date_before_end, tile.date_after, tile.date_after_end),
        crs=":".join(authority) if authority else grid.crs.to_wkt(),
        width=0,
        height=0,
        gsd_m=grid.gsd_m,
        model=tile.model,
        model_sha256="",
        device="",
        tiles=0,
        changed_tiles=0,
        changes=0,
        changed_area_m2=0.0,
        channels=[{"name": " ".join(c).strip(), "class_name": c[0], "transition": c[1]} for c in classes],
    )


def _reproject(records: Iterator[Any], onto: pyproj.Transformer | None) -> Iterator[Any]:
    """Yield records with their geometry in the grid's CRS."""
    if onto is None:
        yield from records
        return
    for record in records:
        yield replace(record, geometry=shapely.transform(record.geometry, onto.transform, interleaved=False))
