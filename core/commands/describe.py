"""The commands that compare rasters: ``describe`` and ``series``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Cancelled
from ..pipeline.lanes import load_libraries_ahead
from .base import QUIET, VERBOSE, Command, Option, print_json, say, verbosity

if TYPE_CHECKING:
    from ..pipeline.job import DescribeOptions
    from ..sites.outlines import Outlines


@dataclass(frozen=True)
class SharedOptions:
    """Where, how and with what to compute: the options that ``describe`` and ``series`` share.

    They are fields of :class:`~describe_changes.core.pipeline.job.DescribeOptions`, which says what they mean.
    """

    extent: str | None
    aoi: str | None
    bands: str | None
    indices: bool | None
    nodata: str | None
    model: str | None
    device: str
    backend: str
    threshold: float | None
    min_area: float | None
    tile_size: int | None
    overlap: int | None
    site_distance: float | None
    outlines: Outlines
    zones: str | None
    zone_name: str | None
    names: str | None
    name_field: str | None
    overwrite: bool
    block_size: int
    executor: str
    workers: int | None
    scheduler: str | None
    layer: str | None
    allow_remote: bool
    assets: str | None


_OUTPUT = "Result to write: .gpkg, which can be reviewed; or .geojson, .fgb, .parquet, .csv or .xlsx."
_SHARED = (
    click.option(
        "--extent",
        metavar="XMIN,YMIN,XMAX,YMAX[,CRS]",
        help="Only this rectangle; without a CRS it counts in that of the later raster.",
    ),
    click.option(
        "--aoi",
        cls=Option,
        old=["--within"],
        metavar="FILE",
        help="Only inside these polygons (GeoJSON, GeoPackage, … or WKT with CRS).",
    ),
    click.option(
        "--bands",
        metavar="R,G,B[,nir=N…]",
        help="Bands to use as red, green, blue, from 1; and by name those that are measured, where the files do not "
        "name them: nir=4, swir=5, red=3, green=2.",
    ),
    click.option(
        "--indices/--no-indices",
        default=None,
        help="Measure vegetation and water (with short-wave infrared bare ground, too) by indices of the bands; "
        "default: where both dates have a band that is known to be near infrared.",
    ),
    click.option(
        "--nodata",
        metavar="V[,V…]",
        help="Values that stand for no data, beyond those the files declare: -9999, 0,255, a range as -10:-5, "
        "or none where every value is data.",
    ),
    click.option("--model", metavar="PACK", help="Name or folder of a model pack."),
    click.option(
        "--device", default="auto", show_default=True, metavar="auto|cpu|cuda[:N]|mps", help="Where to compute."
    ),
    click.option(
        "--backend",
        type=click.Choice(["torch", "openvino", "auto"]),
        default="torch",
        show_default=True,
        help="Library that runs the network on a processor; auto measures once which is faster.",
    ),
    click.option("--threshold", type=float, metavar="T", help="Probability from which a pixel counts as changed."),
    click.option("--min-area", type=float, metavar="M2", help="Smallest changed area; default: 16 pixels."),
    click.option(
        "--site-distance",
        type=float,
        metavar="M",
        help="Changed areas within so many metres of each other are one site; default: 4 pixels.",
    ),
    click.option(
        "--outlines",
        type=click.Choice(["clean", "square", "raw"]),
        default="clean",
        show_default=True,
        help="Changed areas without stairs; likewise, and buildings with right angles; or along the edges of pixels.",
    ),
    click.option("--zones", metavar="FILE", help="Polygons by which changes are added up, such as wards."),
    click.option("--zone-name", metavar="FIELD", help="Field of the zones' names."),
    click.option("--names", metavar="FILE", help="Named features; each site is told by the nearest."),
    click.option("--name-field", metavar="FIELD", help="Field of their names."),
    click.option("--tile-size", type=int, metavar="PX", help="Side of a tile; default: the model's."),
    click.option("--overlap", type=int, metavar="PX", help="Overlap of tiles; default: the model's."),
    click.option("--overwrite", is_flag=True, help="Replace existing outputs of Describe Changes."),
    click.option(
        "--block-size", type=int, default=2048, show_default=True, metavar="PX", help="Side of a unit of work."
    ),
    click.option(
        "--executor",
        type=click.Choice(["sequential", "processes", "dask"]),
        default="sequential",
        show_default=True,
        help="Who works on the blocks.",
    ),
    click.option("--workers", type=int, metavar="N", help="Number of processes; default: one per core."),
    click.option("--scheduler", metavar="ADDRESS", help="A running Dask scheduler to use."),
    click.option(
        "--layer", metavar="NAME", help="Layer to write where OUT is no GeoPackage: sites, changes, tiles or runs."
    ),
    click.option(
        "--allow-remote",
        is_flag=True,
        help="Rasters may be addresses: GeoTIFFs by https or s3, and STAC items. What is needed of them is copied.",
    ),
    click.option("--assets", metavar="KEY[,KEY…]", help="STAC assets to take; default: visual, or red, green, blue."),
)


def shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that ``describe`` and ``series`` share; the command gets them as its argument ``shared``."""

    @wraps(command)
    def with_shared(**given: Any) -> None:
        own = {option.name: given.pop(option.name) for option in fields(SharedOptions)}
        command(shared=SharedOptions(**own), **given)

    for option in reversed(_SHARED):
        with_shared = option(with_shared)
    return with_shared


@click.command(cls=Command)
@click.argument("before")
@click.argument("after")
@click.option("-o", "--output", required=True, metavar="OUT", help=_OUTPUT)
@click.option("--date-before", metavar="DATE", help="Date of BEFORE, in place of what the files say.")
@click.option("--date-after", metavar="DATE", help="Date of AFTER, in place of what the files say.")
@click.option("--bands-before", metavar="R,G,B[,nir=N…]", help="Bands of BEFORE alone.")
@click.option("--bands-after", metavar="R,G,B[,nir=N…]", help="Bands of AFTER alone.")
@click.option("--datetime-before", metavar="FROM/TO", help="When BEFORE was taken, where it is a STAC collection.")
@click.option("--datetime-after", metavar="FROM/TO", help="When AFTER was taken, where it is a STAC collection.")
@click.option("--nodata-before", metavar="V[,V…]", help="Values of BEFORE alone that stand for no data.")
@click.option("--nodata-after", metavar="V[,V…]", help="Values of AFTER alone that stand for no data.")
@click.option("--crs-before", metavar="CRS", help="Reference system that BEFORE is in, whatever its files say.")
@click.option("--crs-after", metavar="CRS", help="Reference system that AFTER is in, whatever its files say.")
@click.option("--mask", metavar="OUT.tif", help="Also write the class of each pixel (COG).")
@click.option("--probabilities", metavar="OUT.tif", help="Also write the probability of each class (COG).")
@click.option("--report", metavar="OUT.html", help="Also write a report with a map and images.")
@click.option("--report-title", metavar="TEXT", help="Title of the report.")
@click.option("--report-author", metavar="TEXT", help="Who wrote it.")
@click.option("--report-organisation", metavar="TEXT", help="For whom.")
@click.option("--report-logo", metavar="FILE", help="Picture of the organisation, PNG or JPEG.")
@click.option("--report-notes", metavar="TEXT", help="Paragraphs for its head, parted by empty lines.")
@shared_options
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON instead of the table.")
def describe(
    *,
    before: str,
    after: str,
    output: str,
    date_before: str | None,
    date_after: str | None,
    datetime_before: str | None,
    datetime_after: str | None,
    bands_before: str | None,
    bands_after: str | None,
    nodata_before: str | None,
    nodata_after: str | None,
    crs_before: str | None,
    crs_after: str | None,
    mask: str | None,
    probabilities: str | None,
    report: str | None,
    report_title: str | None,
    report_author: str | None,
    report_organisation: str | None,
    report_logo: str | None,
    report_notes: str | None,
    shared: SharedOptions,
    as_json: bool,
) -> None:
    """Describe what changed from BEFORE to AFTER.

    Each of them is a raster, a quoted pattern of rasters that form one mosaic ("pre/*.tif"), a text file
    with one raster per line, or with --allow-remote the address of a GeoTIFF or a STAC item.
    """
    from ..console.progress import cancel_on_signal

    with cancel_on_signal() as cancelled:
        load_libraries_ahead(shared.executor, shared.scheduler)
        from ..pipeline.job import DescribeOptions
        from ..raster.inputs import input_rasters

        outputs = {"mask": mask, "probabilities": probabilities, "report": report}
        options = DescribeOptions(
            before=input_rasters(before, "before", allow_remote=shared.allow_remote),
            after=input_rasters(after, "after", allow_remote=shared.allow_remote),
            output=output,
            date_before=date_before,
            date_after=date_after,
            datetime_before=datetime_before,
            datetime_after=datetime_after,
            bands_before=bands_before,
            bands_after=bands_after,
            nodata_before=nodata_before,
            nodata_after=nodata_after,
            crs_before=crs_before,
            crs_after=crs_after,
            report_title=report_title,
            report_author=report_author,
            report_organisation=report_organisation,
            report_logo=Path(report_logo) if report_logo else None,
            report_notes=report_notes,
            outputs={kind: path for kind, path in outputs.items() if path is not None},
            **vars(shared),
        )
        _describe(options, cancelled, as_json)


def _describe(options: DescribeOptions, cancelled: Callable[[], bool], as_json: bool) -> None:
    """Run one job, watched on the terminal, and print what it found."""
    from ..console.progress import ConsoleObserver
    from ..console.summary import closing_lines
    from ..pipeline.runner import run_job

    with ConsoleObserver(cancelled, quiet=as_json, silent=verbosity() == QUIET) as observer:
        try:
            summary = run_job(options, observer).to_dict()
        except Cancelled as error:
            raise Cancelled(
                "Cancelled. Finished blocks are kept; run the same command again to go on from there."
            ) from error
    if as_json:
        print_json(summary)
        return
    _close([observer.sites.table(), "", *closing_lines(summary)], summary)


@click.command(cls=Command)
@click.argument("rasters", nargs=-1, required=True, metavar="RASTER...")
@click.option("-o", "--output", required=True, metavar="OUT", help=_OUTPUT)
@click.option(
    "--reference",
    cls=Option,
    old=["--against"],
    type=click.Choice(["previous", "first"]),
    default="previous",
    show_default=True,
    help="Compare each raster with the one before, or each with the first.",
)
@click.option("--date", "given_dates", multiple=True, metavar="RASTER=DATE", help="Date of one raster; repeatable.")
@click.option(
    "--crs", "given_crs", multiple=True, metavar="RASTER=CRS", help="Reference system of one raster; repeatable."
)
@click.option("--csv", metavar="OUT.csv", help="Also write the changed area per pair and class as a table.")
@click.option("--chart", metavar="OUT.html", help="Also write a chart of it (.html, or .svg for the drawing alone).")
@shared_options
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON instead of the table.")
def series(
    *,
    rasters: tuple[str, ...],
    output: str,
    reference: str,
    given_dates: tuple[str, ...],
    given_crs: tuple[str, ...],
    csv: str | None,
    chart: str | None,
    shared: SharedOptions,
    as_json: bool,
) -> None:
    """Describe what changed along a time series of RASTERs, two or more, in any order.

    Each is a raster, a quoted pattern of rasters of one date that form a mosaic, or a text file with one raster of
    that date per line. The result is one GeoPackage in which every tile and changed area carries its two dates.
    """
    from ..console.progress import ConsoleSeriesObserver, cancel_on_signal
    from ..console.summary import closing_lines
    from ..timeseries.table import series_table

    with cancel_on_signal() as cancelled:
        load_libraries_ahead(shared.executor, shared.scheduler)
        from ..service.timeseries import by_raster, series_options
        from ..timeseries.runner import run_series

        each = {"dates": by_raster(rasters, given_dates, "date")}
        if given_crs:
            each["crs_each"] = by_raster(rasters, given_crs, "crs")
        files = {"output": output, "csv": csv, "chart": chart}
        spec = series_options({**vars(shared), **files, **each, "rasters": rasters, "reference": reference})
        with ConsoleSeriesObserver(cancelled, quiet=as_json, silent=verbosity() == QUIET) as observer:
            try:
                summary = run_series(spec, observer).to_dict()
            except Cancelled as error:
                raise Cancelled(
                    "Cancelled. Finished pairs and blocks are kept; run the same command again to go on from there."
                ) from error
    if as_json:
        print_json(summary)
        return
    _close([series_table(summary["pairs"]), "", *closing_lines(summary)], summary)


def _close(lines: Sequence[str], summary: Mapping[str, Any]) -> None:
    """Print what a run found, and for those who want to know more, how long its steps took."""
    say("\n".join(lines))
    if verbosity() == VERBOSE:
        steps = sorted(summary["timings"].items(), key=lambda step: -step[1])
        told = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in steps)
        click.echo(f"{summary['duration_s']:.1f} s in all{f': {told}' if told else ''}.", err=True)
