"""The commands that take a stored result: ``report``, ``export``, ``zones``, ``ask`` and ``export-dataset``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..interrupts import raise_from_now
from .base import Command, Option, Selection, print_json, say, warn


@click.command(cls=Command)
@click.argument("result")
@click.option("-o", "--output", required=True, metavar="OUT.html", help="Report to write.")
@click.option("--before", metavar="RASTER", help="Raster of the earlier date, in place of what the result names.")
@click.option("--after", metavar="RASTER", help="Raster of the later date, in place of what the result names.")
@click.option(
    "--review",
    cls=Option,
    old=["--tiles"],
    type=Selection(["all", "not-rejected", "accepted"]),
    default="all",
    show_default=True,
    help="Which sites to show, by the verdicts of a review.",
)
@click.option(
    "--max-sites",
    cls=Option,
    old=["--max-tiles", "--details"],
    type=int,
    default=200,
    show_default=True,
    metavar="N",
    help="Sites shown with images, the largest first.",
)
@click.option("--title", metavar="TEXT", help="Title, in place of “What changed between … and …”.")
@click.option("--author", metavar="TEXT", help="Who wrote the report.")
@click.option("--organisation", metavar="TEXT", help="For whom.")
@click.option("--logo", metavar="FILE", help="Picture of the organisation, PNG or JPEG.")
@click.option("--notes", metavar="TEXT", help="Paragraphs for the head of the report, parted by empty lines.")
@click.option("--overwrite", is_flag=True, help="Replace an existing report.")
@click.option("--json", "as_json", is_flag=True, help="Print what the report says as one line of JSON.")
def report(as_json: bool, **options: Any) -> None:
    """Write the report of RESULT, the GeoPackage of a run, with the verdicts and words of its review."""
    from ..report.rebuild import rebuild_report, report_options

    raise_from_now()
    said = rebuild_report(report_options(options))
    if as_json:
        print_json(said)
        return
    for line in filter(None, (said["verdict"], said["review"], said["shown"], *said["warnings"])):
        say(line)
    say(f"The report is {options['output']}.")


@click.command(cls=Command)
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
    from ...common.numbers import plural
    from ..io.export import export_options, export_result

    raise_from_now()
    done = export_result(export_options(options))
    if as_json:
        print_json(done)
        return
    told = ", ".join(f"{name} ({plural(count, 'row', 'rows')})" for name, count in done["layers"].items())
    say(f"{done['output']} holds {told}.")


@click.command(cls=Command)
@click.argument("result")
@click.option("--zones", required=True, metavar="FILE", help="Polygons by which changes are added up, such as wards.")
@click.option("--zone-name", required=True, metavar="FIELD", help="Field of the zones' names.")
@click.option("--json", "as_json", is_flag=True, help="Print the zones with their outlines as one line of JSON.")
def zones(as_json: bool, **options: Any) -> None:
    """Add up RESULT, the GeoPackage of a run, by zone, without what was rejected in its review."""
    from ..report.by_zone import zone_options, zones_of_result

    raise_from_now()
    said = zones_of_result(zone_options(options))
    if as_json:
        print_json(said)
        return
    for zone in said["zones"]:
        say(str(zone["description"]))
    for warning in said["warnings"]:
        warn(warning)


@click.command(cls=Command)
@click.argument("result")
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def ask(result: str, question: str, as_json: bool) -> None:
    """Answer QUESTION about RESULT, the GeoPackage of a run: "houses gone, larger than 200 m2, in the south-west".

    The question becomes a filter, which is printed and can be given, changed, in place of a question. All numbers of
    the answer are measured; what was not understood is named.
    """
    from ..ask.answer import ask_result

    raise_from_now()
    answer = ask_result(Path(result), question)
    if as_json:
        print_json(answer.to_dict())
        return
    say(f"Filter: {answer.question.text}")
    say(answer.sentence)
    if answer.question.unknown:
        warn(f"Not understood, and left out: {'; '.join(answer.question.unknown)}.")


@click.command("export-dataset", cls=Command)
@click.argument("result")
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder to make.")
@click.option("--before", metavar="RASTER", help="Raster of the earlier date, in place of what the result names.")
@click.option("--after", metavar="RASTER", help="Raster of the later date, in place of what the result names.")
@click.option("--bands", metavar="R,G,B", help="Bands to use as red, green, blue, from 1; default: the run's.")
@click.option("--tile-size", type=int, metavar="PX", help="Side of a tile; default: the run's.")
@click.option(
    "--val-fraction",
    cls=Option,
    old=["--share"],
    type=float,
    default=0.2,
    show_default=True,
    metavar="F",
    help="Fraction of the tiles held out for validation.",
)
@click.option(
    "--include-rejected",
    cls=Option,
    old=["--rejected"],
    is_flag=True,
    help="Write rejected tiles too, as pairs in which nothing changed.",
)
@click.option(
    "--include-unreviewed",
    cls=Option,
    old=["--unreviewed"],
    is_flag=True,
    help="Write tiles without a verdict too, as the model described them.",
)
@click.option("--licence", metavar="TEXT", help="Sentence on the licence of the imagery.")
@click.option("--overwrite", is_flag=True, help="Replace an earlier export.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def export_dataset(as_json: bool, **options: Any) -> None:
    """Write the accepted and edited tiles of RESULT as a data set that `finetune`, `train` and `evaluate` read."""
    from ..dataset_export.options import export_options
    from ..dataset_export.writer import export_dataset as write
    from ..dataset_export.writer import summary_text

    raise_from_now()
    summary = write(export_options(options))
    if as_json:
        print_json(summary)
        return
    say(summary_text(summary))
    for warning in summary["warnings"]:
        warn(warning)
    say(f"The data set is in {summary['folder']}.")
