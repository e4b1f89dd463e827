"""The command line ``describe-changes``: the one module that sees both the engine and training.

Each command imports what it needs when it runs, so that ``--help`` answers at once. Exit codes: 0 done,
1 our fault (with the path of a log), 2 wrong input or usage, 3 cancelled.
"""

from __future__ import annotations

from .core.interrupts import guard_start, ignore_from_now, raise_from_now  # isort: split

guard_start()  # before all else: a Ctrl-C may come in the first half second, which goes into imports

import json
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from .core.errors import Cancelled, DescribeChangesError, InputError, InternalError
from .core.security.isolation import isolate_process

if TYPE_CHECKING:
    from .core.pipeline.job import DescribeOptions
    from .core.sites.outlines import Outlines

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
_NO_TRAINING = (
    "This needs the training extra: install it with  pip install 'describe-changes[train]'  (missing: {name})."
)


class _Command(click.Command):
    """A command that refuses an empty option: most often a variable of a script that was not set."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, then look for options that were given without a value."""
        rest = super().parse_args(ctx, args)
        for option in self.params:
            if isinstance(option, click.Option) and ctx.params.get(option.name or "") == "":
                raise click.BadParameter("It is empty; give a value, or leave the option out.", ctx, option)
        return rest


class _Option(click.Option):
    """An option that also answers to the words it had in an earlier version; its help does not name them."""

    def __init__(self, declared: Sequence[str] | None = None, old: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(declared, **settings)
        self.old = list(old)

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Add the option under all its words."""
        shown = self.opts
        self.opts = [*shown, *self.old]
        super().add_to_parser(parser, ctx)
        self.opts = shown


class _Selection(click.Choice[str]):
    """A choice among words with hyphens, which an earlier version wrote with blanks."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Put hyphens for blanks, then choose."""
        return super().convert(str(value).replace(" ", "-"), param, ctx)


class ExitCodes(click.Group):
    """A group whose commands end with a sentence and the right exit code, never with a traceback."""

    command_class = _Command
    old_commands: ClassVar = {"run": "describe", "export-training": "export-dataset"}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command by its name, or by that of an earlier version."""
        return super().get_command(ctx, self.old_commands.get(cmd_name, cmd_name))

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run the command line; without arguments of a caller's it has this process to itself."""
        from .core.streams import print_every_letter

        print_every_letter()
        if args is None:
            isolate_process()
        try:
            return super().main(args, *more, **options)
        finally:
            if args is None:
                ignore_from_now()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and translate what it raises."""
        try:
            return super().invoke(ctx)
        except InternalError as error:
            code = _fault(error)
        except DescribeChangesError as error:
            click.echo(str(error) if isinstance(error, Cancelled) else f"Error: {error}", err=True)
            code = error.exit_code
        except KeyboardInterrupt:
            click.echo("Cancelled.", err=True)
            code = Cancelled.exit_code
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # the reader of our output, such as head, has seen enough
            sys.stderr.close()
            code = 0
        except Exception as error:
            code = _fault(error)
        ctx.exit(code)


def _fault(error: Exception) -> int:
    """Say that it is our fault and where the details are; return the exit code."""
    from .core.service.crash_log import write_crash_log

    path = write_crash_log(error, "describe-changes " + shlex.join(sys.argv[1:]))
    where = f"The details are in {path}." if path else "No log could be written."
    click.echo(f"Error: an internal fault ({type(error).__name__}: {error}). {where}", err=True)
    return 1


@click.group(cls=ExitCodes, context_settings=_CONTEXT)
@click.version_option(package_name="describe-changes", prog_name="describe-changes")
def main() -> None:
    """Tell in words, masks and measured facts what changed between two dated rasters."""


_METRES = click.FloatRange(min=0, min_open=True)


@dataclass(frozen=True)
class SharedOptions:
    """Where, how and with what to compute: the options that ``describe`` and ``series`` share.

    They are fields of :class:`~describe_changes.core.pipeline.job.DescribeOptions`, which says what they mean.
    """

    extent: str | None
    aoi: str | None
    bands: str | None
    nodata: str | None
    model: str | None
    device: str
    threshold: float | None
    min_area: float | None
    site_distance: float | None
    outlines: Outlines
    tile_size: int | None
    overlap: int | None
    overwrite: bool
    block_size: int
    executor: str
    workers: int | None
    scheduler: str | None
    layer: str | None


_OUTPUT = "Result to write: .gpkg, which can be reviewed; or .geojson, .fgb, .parquet, .csv or .xlsx."
_SHARED = (
    click.option(
        "--extent",
        metavar="XMIN,YMIN,XMAX,YMAX[,CRS]",
        help="Only this rectangle; without a CRS it counts in that of the later raster.",
    ),
    click.option(
        "--aoi",
        cls=_Option,
        old=["--within"],
        metavar="FILE",
        help="Only inside these polygons (GeoJSON, GeoPackage, … or WKT with CRS).",
    ),
    click.option("--bands", metavar="R,G,B", help="Bands to use as red, green, blue, from 1."),
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
        type=click.Choice(["clean", "raw"]),
        default="clean",
        show_default=True,
        help="Changed areas without stairs, or along the edges of pixels.",
    ),
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
)


def _shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that ``describe`` and ``series`` share; the command gets them as its argument ``shared``."""

    @wraps(command)
    def with_shared(**given: Any) -> None:
        own = {option.name: given.pop(option.name) for option in fields(SharedOptions)}
        command(shared=SharedOptions(**own), **given)

    for option in reversed(_SHARED):
        with_shared = option(with_shared)
    return with_shared


@main.command()
@click.argument("before")
@click.argument("after")
@click.option("-o", "--output", required=True, metavar="OUT", help=_OUTPUT)
@click.option("--date-before", metavar="DATE", help="Date of BEFORE, in place of what the files say.")
@click.option("--date-after", metavar="DATE", help="Date of AFTER, in place of what the files say.")
@click.option("--bands-before", metavar="R,G,B", help="Bands of BEFORE alone.")
@click.option("--bands-after", metavar="R,G,B", help="Bands of AFTER alone.")
@click.option("--nodata-before", metavar="V[,V…]", help="Values of BEFORE alone that stand for no data.")
@click.option("--nodata-after", metavar="V[,V…]", help="Values of AFTER alone that stand for no data.")
@click.option("--crs-before", metavar="CRS", help="Reference system that BEFORE is in, whatever its files say.")
@click.option("--crs-after", metavar="CRS", help="Reference system that AFTER is in, whatever its files say.")
@click.option("--mask", metavar="OUT.tif", help="Also write the class of each pixel (COG).")
@click.option("--probabilities", metavar="OUT.tif", help="Also write the probability of each class (COG).")
@click.option("--report", metavar="OUT.html", help="Also write a report with images.")
@_shared_options
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON instead of the table.")
def describe(
    *,
    before: str,
    after: str,
    output: str,
    date_before: str | None,
    date_after: str | None,
    bands_before: str | None,
    bands_after: str | None,
    nodata_before: str | None,
    nodata_after: str | None,
    crs_before: str | None,
    crs_after: str | None,
    mask: str | None,
    probabilities: str | None,
    report: str | None,
    shared: SharedOptions,
    as_json: bool,
) -> None:
    """Describe what changed from BEFORE to AFTER.

    Each of them is a raster, a quoted pattern of rasters that form one mosaic ("pre/*.tif"), or a text file
    with one raster per line.
    """
    from .core.console.progress import cancel_on_signal

    with cancel_on_signal() as cancelled:
        from .core.pipeline.job import DescribeOptions
        from .core.raster.inputs import input_files

        outputs = {"mask": mask, "probabilities": probabilities, "report": report}
        options = DescribeOptions(
            before=input_files(before, "before"),
            after=input_files(after, "after"),
            output=output,
            date_before=date_before,
            date_after=date_after,
            bands_before=bands_before,
            bands_after=bands_after,
            nodata_before=nodata_before,
            nodata_after=nodata_after,
            crs_before=crs_before,
            crs_after=crs_after,
            outputs={kind: path for kind, path in outputs.items() if path is not None},
            **vars(shared),
        )
        _describe(options, cancelled, as_json)


def _describe(options: DescribeOptions, cancelled: Callable[[], bool], as_json: bool) -> None:
    """Run one job, watched on the terminal, and print what it found."""
    from .core.console.progress import ConsoleObserver
    from .core.console.summary import closing_lines
    from .core.pipeline.runner import run_job

    with ConsoleObserver(cancelled, quiet=as_json) as observer:
        try:
            summary = run_job(options, observer).to_dict()
        except Cancelled as error:
            raise Cancelled(
                "Cancelled. Finished blocks are kept; run the same command again to go on from there."
            ) from error
    if as_json:
        _print_json(summary)
        return
    click.echo(observer.sites.table())
    click.echo()
    click.echo("\n".join(closing_lines(summary)))


@main.command()
@click.argument("rasters", nargs=-1, required=True, metavar="RASTER...")
@click.option("-o", "--output", required=True, metavar="OUT", help=_OUTPUT)
@click.option(
    "--reference",
    cls=_Option,
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
@_shared_options
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
    from .core.console.progress import ConsoleSeriesObserver, cancel_on_signal
    from .core.console.summary import closing_lines
    from .core.timeseries.table import series_table

    with cancel_on_signal() as cancelled:
        from .core.service.timeseries import by_raster, series_options
        from .core.timeseries.runner import run_series

        each = {"dates": by_raster(rasters, given_dates, "date")}
        if given_crs:
            each["crs_each"] = by_raster(rasters, given_crs, "crs")
        files = {"output": output, "csv": csv, "chart": chart}
        spec = series_options({**vars(shared), **files, **each, "rasters": rasters, "reference": reference})
        with ConsoleSeriesObserver(cancelled, quiet=as_json) as observer:
            try:
                summary = run_series(spec, observer).to_dict()
            except Cancelled as error:
                raise Cancelled(
                    "Cancelled. Finished pairs and blocks are kept; run the same command again to go on from there."
                ) from error
    if as_json:
        _print_json(summary)
        return
    click.echo(series_table(summary["pairs"]))
    click.echo()
    click.echo("\n".join(closing_lines(summary)))


@main.command()
@click.argument("result")
@click.option("-o", "--output", required=True, metavar="OUT.html", help="Report to write.")
@click.option("--before", metavar="RASTER", help="Raster of the earlier date, in place of what the result names.")
@click.option("--after", metavar="RASTER", help="Raster of the later date, in place of what the result names.")
@click.option(
    "--review",
    cls=_Option,
    old=["--tiles"],
    type=_Selection(["all", "not-rejected", "accepted"]),
    default="all",
    show_default=True,
    help="Which changed tiles to show, by the verdicts of a review.",
)
@click.option(
    "--max-tiles",
    cls=_Option,
    old=["--details"],
    type=int,
    default=200,
    show_default=True,
    metavar="N",
    help="Tiles shown with images.",
)
@click.option("--overwrite", is_flag=True, help="Replace an existing report.")
@click.option("--json", "as_json", is_flag=True, help="Print what the report says as one line of JSON.")
def report(as_json: bool, **options: Any) -> None:
    """Write the report of RESULT, the GeoPackage of a run, with the verdicts and captions of its review."""
    from .core.report.rebuild import rebuild_report, report_options

    raise_from_now()
    said = rebuild_report(report_options(options))
    if as_json:
        _print_json(said)
        return
    for line in filter(None, (said["verdict"], said["review"], said["shown"], *said["warnings"])):
        click.echo(line)
    click.echo(f"The report is {options['output']}.")


@main.command()
@click.argument("result")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="File to write: .geojson, .fgb, .parquet, .csv, .xlsx, or .gpkg for all layers in today's columns.",
)
@click.option("--layer", metavar="NAME", help="Layer to write; default: the sites, for .xlsx all but the tiles.")
@click.option("--wkt", is_flag=True, help="Write outlines into CSV, as WKT.")
@click.option("--overwrite", is_flag=True, help="Replace a file that an earlier export wrote and nobody has edited.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def export(as_json: bool, **options: Any) -> None:
    """Write RESULT, the GeoPackage of a run or a time series, for other programs, verdicts and edits included."""
    from .core.formatting import plural
    from .core.io.export import export_options, export_result

    raise_from_now()
    done = export_result(export_options(options))
    if as_json:
        _print_json(done)
        return
    told = ", ".join(f"{name} ({plural(count, 'row', 'rows')})" for name, count in done["layers"].items())
    click.echo(f"{done['output']} holds {told}.")


@main.command("export-dataset")
@click.argument("result")
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder to make.")
@click.option("--before", metavar="RASTER", help="Raster of the earlier date, in place of what the result names.")
@click.option("--after", metavar="RASTER", help="Raster of the later date, in place of what the result names.")
@click.option("--bands", metavar="R,G,B", help="Bands to use as red, green, blue, from 1; default: the run's.")
@click.option("--tile-size", type=int, metavar="PX", help="Side of a tile; default: the run's.")
@click.option(
    "--val-fraction",
    cls=_Option,
    old=["--share"],
    type=float,
    default=0.2,
    show_default=True,
    metavar="F",
    help="Fraction of the tiles held out for validation.",
)
@click.option(
    "--include-rejected",
    cls=_Option,
    old=["--rejected"],
    is_flag=True,
    help="Write rejected tiles too, as pairs in which nothing changed.",
)
@click.option(
    "--include-unreviewed",
    cls=_Option,
    old=["--unreviewed"],
    is_flag=True,
    help="Write tiles without a verdict too, as the model described them.",
)
@click.option("--licence", metavar="TEXT", help="Sentence on the licence of the imagery.")
@click.option("--overwrite", is_flag=True, help="Replace an earlier export.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def export_dataset(as_json: bool, **options: Any) -> None:
    """Write the accepted and edited tiles of RESULT as a data set that `finetune`, `train` and `evaluate` read."""
    from .core.dataset_export.options import export_options
    from .core.dataset_export.writer import export_dataset as write
    from .core.dataset_export.writer import summary_text

    raise_from_now()
    summary = write(export_options(options))
    if as_json:
        _print_json(summary)
        return
    click.echo(summary_text(summary))
    for warning in summary["warnings"]:
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"The data set is in {summary['folder']}.")


@main.command()
@click.argument("pack")
@click.option("--data", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Folder of the data set.")
@click.option("--split", default="val", show_default=True, metavar="S", help="train, val or test.")
@click.option("--beam", type=click.IntRange(1, 16), help="Width of the beam search; by default the pack's own.")
@click.option("--class", "class_name", metavar="NAME", help="What the masks mark; default: by the folder's name.")
@click.option("--gsd", "gsd_m", type=_METRES, metavar="M", help="Pixel size of the images; default: the data set's.")
@click.option(
    "--read-at", "read_at_m", type=_METRES, metavar="M", help="Pixel size to resample to; default: the model's choice."
)
@click.option("--device", default="auto", show_default=True, metavar="auto|cpu|cuda[:N]|mps", help="Where to compute.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def evaluate(pack: str, data: Path, split: str, as_json: bool, **options: Any) -> None:
    """Measure model PACK on a split of a data set, beside baselines that never look."""
    from .core.models.packs import load_pack

    measure = _training("evaluation.evaluate", "evaluate_pack")
    raise_from_now()
    results = measure(load_pack(pack), data, split, **options)
    if as_json:
        _print_json(results)
    else:
        _print_tree(results)


@main.command()
@click.argument("config", required=False)
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Change a value of the configuration.")
@click.option("--init-from", cls=_Option, old=["--from"], metavar="PACK", help="Start from a model pack.")
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR", help="Folder of the training data.")
@click.option("-o", "--output", metavar="DIR", help="Folder of the run.")
@click.option("--replay", type=click.Path(path_type=Path), hidden=True)
@click.option("--replay-weight", type=float, default=1.0, hidden=True)
@click.option(
    "--smoke-test",
    cls=_Option,
    old=["--tiny"],
    is_flag=True,
    help="Try CONFIG on a small drawn set, and say what the full run needs.",
)
def train(
    config: str | None,
    settings: tuple[str, ...],
    init_from: str | None,
    data: Path | None,
    output: str | None,
    replay: Path | None,
    replay_weight: float,
    smoke_test: bool,
) -> None:
    """Train a model as CONFIG says, or continue where the same run stopped."""
    if config is None:  # as 0.1 was asked to fine-tune
        if init_from is None or data is None:
            raise click.UsageError("Give a configuration to train; a pack is fine-tuned by describe-changes finetune.")
        _finetune(init_from, data, output, replay=replay, replay_weight=replay_weight, settings=settings)
        return
    if replay is not None:
        raise click.UsageError("--replay is for fine-tuning; a configuration names all its data in “sources”.")
    from tqdm import tqdm

    run, folder = _training("commands", "train"), Path(output) if output else None
    raise_from_now()
    run(
        config,
        settings=settings,
        init_from=init_from,
        data=data,
        output=folder,
        smoke_test=smoke_test,
        say=tqdm.write,
    )


@main.command()
@click.argument("pack", required=False)
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of reviewed tiles, or of several such folders: what export-dataset wrote.",
)
@click.option("-o", "--output", metavar="NAME", help="Name or folder of the new pack; default: PACK-tuned.")
@click.option("--replay", type=click.Path(path_type=Path), metavar="DIR", help="Old data to learn beside the new.")
@click.option("--replay-weight", type=float, default=1.0, show_default=True, help="Old pairs per new pair.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Change a value of the training.")
def finetune(
    pack: str | None,
    data: Path,
    output: str | None,
    replay: Path | None,
    replay_weight: float,
    settings: tuple[str, ...],
) -> None:
    """Fine-tune model PACK on reviewed tiles, measure the new pack beside the old one and install it.

    Without PACK it is the one that described the tiles.
    """
    start = pack or _training("finetune.finetune", "reviewed_model")(data)
    _finetune(start, data, output, replay=replay, replay_weight=replay_weight, settings=settings)


def _finetune(start: str, data: Path, output: str | None, **options: Any) -> None:
    """Fine-tune a pack, watched on the terminal."""
    from .core.console.progress import cancel_on_signal

    with cancel_on_signal() as cancelled:
        spec = _training("finetune.finetune", "FinetuneOptions")(start, data, output, **options)
        summary = _training("finetune.finetune", "finetune")(
            spec, _training("finetune.operation", "ConsoleFinetuneObserver")(cancelled)
        )
    click.echo("\n".join(_training("finetune.finetune", "report_lines")(summary)))


@main.command()
@click.argument("runs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RUN...")
@click.option(
    "--baseline",
    cls=_Option,
    old=["--against"],
    metavar="NAME",
    help="Also print the differences from this configuration, seed by seed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def compare(runs: tuple[Path, ...], baseline: str | None, as_json: bool) -> None:
    """Put the measurements of several training RUNs side by side."""
    table = _training("commands", "compare")(list(runs), baseline)
    if as_json:
        _print_json(table)
    else:
        _print_tree(table)


@main.group(context_settings=_CONTEXT)
def models() -> None:
    """Model packs: list, show, verify, import."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def models_list(as_json: bool) -> None:
    """List the installed packs."""
    from .core.models.packs import describe_pack, list_packs

    packs = [describe_pack(path) for path in list_packs()]
    if as_json:
        _print_json(packs)
        return
    for pack in packs:
        state = pack.get("problem") or f"{pack['description']} ({pack['megabytes']} MB)"
        click.echo(f"{pack['name']:<20} {state}\n{'':<20} {pack['path']}")
    if not packs:
        click.echo("No model pack is installed; import one: describe-changes models import PACK.zip")


@models.command("show")
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def models_show(pack: str, as_json: bool) -> None:
    """Show what PACK was trained on and how good it is."""
    from .core.models.packs import load_pack

    opened = load_pack(pack)
    data = {"path": str(opened.path), "sha256": opened.sha256, **opened.manifest.model_dump(mode="json")}
    if as_json:
        _print_json(data)
    else:
        _print_tree(data)


@models.command("verify")
@click.argument("pack")
def models_verify(pack: str) -> None:
    """Hold every file of PACK against its checksum and build the model."""
    from .core.models.packs import load_pack

    opened = load_pack(pack)
    opened.build_model()
    click.echo(f"{opened.name} is complete and unchanged (sha256 {opened.sha256}).")


@models.command("import")
@click.argument("source", type=click.Path(path_type=Path))
def models_import(source: Path) -> None:
    """Install the pack SOURCE, a folder or a zip."""
    from .core.models.packs import import_pack

    raise_from_now()
    if not source.exists():
        raise InputError(f"{source} does not exist.")
    opened = import_pack(source)
    click.echo(f"{opened.name} is installed in {opened.path}.")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def doctor(as_json: bool) -> None:
    """Say which versions, devices and models are here, what is missing and how to get it."""
    from .core.service.diagnostics import format_diagnostics, run_diagnostics

    report = run_diagnostics()
    if as_json:
        _print_json(report)
    else:
        click.echo(format_diagnostics(report))


@main.command(hidden=True)
def worker() -> None:
    """Serve QGIS: requests and events as lines of JSON on stdin and stdout."""
    from .core.service.worker import main as serve

    raise_from_now()

    def finetune_pack(*request: Any) -> Any:
        return _training("finetune.operation", "finetune")(*request)

    click.get_current_context().exit(serve({"finetune": finetune_pack}))


def _training(module: str, name: str) -> Callable[..., Any]:
    """Return a function of the training package, or say how to install what it needs."""
    import importlib

    try:
        return getattr(importlib.import_module(f".training.{module}", __package__), name)
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith(f"{__package__}."):
            raise
        raise InputError(_NO_TRAINING.format(name=error.name)) from error


def _print_json(data: Any) -> None:
    from .core.jsonable import dumps_strict
    from .core.streams import knows_every_letter

    click.echo(dumps_strict(data, ascii_only=not knows_every_letter()))


def _print_tree(data: Any, indent: int = 0) -> None:
    """Print nested data as indented lines."""
    items = data.items() if isinstance(data, dict) else enumerate(data, start=1)
    for key, value in items:
        if isinstance(value, (dict, list)) and value:
            click.echo(f"{' ' * indent}{key}")
            _print_tree(value, indent + 2)
        else:
            text = json.dumps(value) if isinstance(value, (dict, list)) else value
            text = f"{value:.4g}" if isinstance(value, float) else text
            click.echo(f"{' ' * indent}{key:<{max(28 - indent, 1)}} {text}")


if __name__ == "__main__":
    main()
