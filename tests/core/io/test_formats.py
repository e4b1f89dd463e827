"""Names of outputs: which are taken, which get a sentence, before any work and with nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from describe_changes.core.dataset_export.options import export_options
from describe_changes.core.dataset_export.writer import export_dataset
from describe_changes.core.errors import InputError
from describe_changes.core.formats import ENDINGS, check_name, check_text
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.raster.inputs import input_files
from describe_changes.core.report.rebuild import ReportOptions, rebuild_report
from describe_changes.core.timeseries.job import SeriesOptions

NOT_UTF8 = os.fsdecode(b"gro\xdf")


@pytest.mark.parametrize(("kind", "ending"), [(kind, ending) for kind in ENDINGS for ending in ENDINGS[kind]])
def test_usual_names_are_taken(kind, ending):
    for name in ("a", "a;b,c", "-a", "~a", "станция 2018", "a'b\"$&<c>", "x" * 230, "a.b.c"):
        check_name(kind, Path(f"folder/{name}{ending}"))
        check_name(kind, Path(f"{name}{ending.upper()}"))


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize(
    "name", ["x.geojson", "x.fgb", "x.pdf", "x.png", "x.shp", "a.gpkg.zip", "x", "x.", ".gpkg", "gpkg"]
)
def test_another_ending_is_another_format(kind, name):
    if Path(name).suffix in ENDINGS[kind]:
        pytest.skip("a name of this kind")
    with pytest.raises(InputError, match=rf"is no name for .*end it in \{ENDINGS[kind][0]}.*not written"):
        check_name(kind, Path(name))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is empty"),
        (" ", "is empty"),
        ("x" * 250, "too long; 240 bytes"),
        ("ж" * 125, "too long; 240 bytes"),
        ("a\nb", "line break"),
        ("a\tb", "line break"),
        ("a\x00b", "line break"),
        ("a\u202eb", "line break"),  # turns the reading direction: gpj.exe shows as exe.jpg
        (NOT_UTF8, "gro� is not in UTF-8"),
    ],
)
def test_names_that_not_every_program_can_handle_get_a_sentence(name, sentence):
    with pytest.raises(InputError, match=sentence):
        check_text(Path("folder") / name if name else Path(""))


@pytest.mark.parametrize(
    "ask",
    [
        lambda path: DescribeOptions("b.tif", "a.tif", path).validate(),
        lambda path: DescribeOptions("b.tif", "a.tif", outputs={"mask": path}).validate(),
        lambda path: DescribeOptions("b.tif", "a.tif", outputs={"probabilities": path}).validate(),
        lambda path: DescribeOptions("b.tif", "a.tif", outputs={"report": path}).validate(),
        lambda path: SeriesOptions(("b.tif", "a.tif"), DescribeOptions((), (), path)).validate(),
        lambda path: SeriesOptions(("b.tif", "a.tif"), DescribeOptions((), ()), csv=path).validate(),
        lambda path: SeriesOptions(("b.tif", "a.tif"), DescribeOptions((), ()), chart=path).validate(),
        lambda path: rebuild_report(ReportOptions(Path("none.gpkg"), path)),
    ],
)
def test_every_output_is_looked_at(ask, tmp_path):
    for name in ("x.png", "x" * 300, "a\nb.tif", NOT_UTF8):
        with pytest.raises(InputError, match=r"no name for|too long|line break|UTF-8"):
            ask(tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_the_folder_of_an_export_is_looked_at_too(tmp_path):
    for name in ("x" * 300, "a\nb", NOT_UTF8):
        with pytest.raises(InputError, match=r"too long|line break|UTF-8"):
            export_dataset(export_options({"result": "none.gpkg", "output": tmp_path / name}))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("x" * 300, "does not exist"), (NOT_UTF8, "gro�.* is not in UTF-8"), ("a\x00b", "does not exist")],
)
def test_rasters_with_impossible_names_get_a_sentence(tmp_path, name, sentence):
    with pytest.raises(InputError, match=sentence):
        input_files(str(tmp_path / name), "before")
