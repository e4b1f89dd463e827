"""Where results go: the engine's own GeoPackage with its table ``run``, QGIS's sinks, and what must never be lost."""

from __future__ import annotations

import contextlib
import os
import sqlite3

import processing
import pytest
from conftest import ALGORITHM, write_raster
from describe_changes.plugin.layers.changes import areas_problem, changes_layer_for
from describe_changes.plugin.layers.targets import clash_problem, free_name, put_in_place, result_problem
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("fake_engine")
TABLE = "ogr:dbname='{}' table=\"{}\" (geom)"


def tables(path):
    """Names and counts of the layers in a file, by GDAL."""
    data = ogr.Open(str(path))
    layers = [data.GetLayer(number) for number in range(data.GetLayerCount())]
    return {layer.GetName(): layer.GetFeatureCount() for layer in layers if layer.GetName() != "layer_styles"}


def judge(path, table="tiles"):
    ogr.Open(str(path), 1).ExecuteSQL(f"UPDATE {table} SET review_status = 'accepted' WHERE tile_id = 0")  # noqa: S608


@pytest.fixture
def questions(qgis_app):
    """Modal windows that came up; each is closed at once, as nobody is there to answer."""
    asked = []

    def close():
        window = QApplication.activeModalWidget()
        if window is not None:
            asked.append(window.windowTitle())
            window.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(50)
    yield asked
    timer.stop()


@pytest.mark.parametrize("second", ["same", "TEMPORARY_OUTPUT", None, "table"])
def test_tiles_and_changes_share_one_geopackage_with_the_run(describe, tmp_path, second):
    path = tmp_path / "one ü.gpkg"
    changes = {"same": str(path), "table": TABLE.format(path, "changes")}.get(second, second)
    result = describe(TILES=str(path), CHANGES=changes)
    assert tables(path) == {"sites": 5, "tiles": 16, "changes": 6, "runs": 1}
    assert result["TILES"] == f"{path}|layername=tiles"
    assert result.get("CHANGES") == (f"{path}|layername=changes" if second else None)
    assert sorted(os.listdir(tmp_path)) == sorted(["fake python", "one ü.gpkg", "user data ü"])  # nothing left behind


def test_changes_alone_in_a_geopackage_take_the_tiles_along(describe, tmp_path):
    result = describe(TILES="TEMPORARY_OUTPUT", CHANGES=str(tmp_path / "areas.gpkg"))
    assert tables(tmp_path / "areas.gpkg") == {"sites": 5, "tiles": 16, "changes": 6, "runs": 1}
    assert result["TILES"].endswith("areas.gpkg|layername=tiles")


def test_temporary_layers_come_from_the_engines_file(describe):
    result = describe(TILES="TEMPORARY_OUTPUT", CHANGES="TEMPORARY_OUTPUT")
    tiles, changes = result["TILES"], result["CHANGES"]
    assert (tiles.featureCount(), changes.featureCount()) == (16, 6)
    assert tables(tiles.source().split("|")[0]) == {"sites": 5, "tiles": 16, "changes": 6, "runs": 1}
    assert tiles.isTemporary()
    assert tiles.temporalProperties().isActive()
    assert changes_layer_for(tiles, None).source() == changes.source()


def test_a_temporary_result_does_not_stay_in_the_work_file(describe, tmp_path):
    work = tmp_path / "work" / "job.gpkg"
    tiles = describe(TILES="TEMPORARY_OUTPUT", CHANGES="TEMPORARY_OUTPUT", WORK_FILE=str(work))["TILES"]
    assert not work.exists()
    assert tiles.featureCount() == 16


def test_two_files_get_one_layer_each_and_the_run_goes_with_the_tiles(describe, tmp_path):
    describe(TILES=str(tmp_path / "t.gpkg"), CHANGES=str(tmp_path / "c.gpkg"))
    assert tables(tmp_path / "t.gpkg") == {"t": 16, "runs": 1}
    assert tables(tmp_path / "c.gpkg") == {"c": 6}


def test_another_provider_is_written_by_qgis_which_says_what_is_missing(describe, tmp_path):
    feedback = QgsProcessingFeedback(False)
    describe(feedback, TILES=str(tmp_path / "t.geojson"), CHANGES=str(tmp_path / "c.geojson"))
    assert ogr.Open(str(tmp_path / "t.geojson")).GetLayer(0).GetFeatureCount() == 16
    assert "without the table “run”" in feedback.textLog()


def test_written_twice_nothing_is_asked(describe, tmp_path, questions):
    """QGIS asks whether a style of the same name may go; ``qgis_process`` would wait for ever."""
    own, foreign = tmp_path / "own.gpkg", tmp_path / "parcels.gpkg"
    layer = ogr.GetDriverByName("GPKG").CreateDataSource(str(foreign))
    layer.CreateLayer("parcels")
    del layer
    for _ in range(2):
        for path in (own, foreign):
            describe(TILES=TABLE.format(path, "tiles"), CHANGES=TABLE.format(path, "changes"))
        describe(TILES=str(tmp_path / "t.gpkg"), CHANGES=str(tmp_path / "c.gpkg"))
    assert questions == []
    assert tables(own) == {"sites": 5, "tiles": 16, "changes": 6, "runs": 1}
    assert tables(foreign) == {"parcels": 0, "tiles": 16, "changes": 6}


@pytest.mark.parametrize("form", ["file", "table", "apart"])
def test_a_reviewed_result_is_not_overwritten(describe, tmp_path, form):
    path = tmp_path / "town.gpkg"
    given = {
        "file": {"TILES": str(path), "CHANGES": str(path)},
        "table": {"TILES": TABLE.format(path, "tiles"), "CHANGES": TABLE.format(path, "changes")},
        "apart": {"TILES": str(path), "CHANGES": str(tmp_path / "c.gpkg")},
    }[form]
    describe(**given)
    judge(path, "town" if form == "apart" else "tiles")
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="1 reviewed tiles, which would be lost"):
        describe(**given)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "sentence"), [("raster", "holds something else"), ("text", "cannot be read")])
def test_what_is_not_ours_is_not_overwritten(describe, pair, tmp_path, name, sentence):
    from osgeo import gdal

    path = tmp_path / "mine.gpkg"
    if name == "raster":
        gdal.Translate(str(path), str(pair.before), format="GPKG")
    else:
        path.write_text("my notes")
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match=sentence):
        describe(TILES=str(path), CHANGES=str(path))
    assert path.read_bytes() == before


def test_other_layers_in_a_result_are_not_lost(describe, tmp_path):
    path = tmp_path / "town.gpkg"
    describe(TILES=str(path), CHANGES=str(path))
    ogr.Open(str(path), 1).CreateLayer("parcels")
    with pytest.raises(QgsProcessingException, match="also holds “parcels”"):
        describe(TILES=str(path), CHANGES=str(path))
    assert "parcels" in tables(path)


def test_a_result_that_the_project_shows_is_not_overwritten(describe, tmp_path, qgis_new_project):
    path = tmp_path / "town.gpkg"
    describe(TILES=str(path), CHANGES=str(path))
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=tiles", "my tiles", "ogr"))
    with pytest.raises(QgsProcessingException, match="open in the project as “my tiles”"):
        describe(TILES=str(path), CHANGES=str(path))
    QgsProject.instance().removeAllMapLayers()


def test_a_file_that_another_program_has_open_is_not_overwritten(describe, tmp_path):
    """What it has not written into the file yet would be written into the new one."""
    path = tmp_path / "town.gpkg"
    describe(TILES=str(path), CHANGES=str(path))
    assert result_problem(str(path)) == ""
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE notes (words TEXT)")
        assert (tmp_path / "town.gpkg-wal").exists()
        with pytest.raises(QgsProcessingException, match="open in another program"):
            describe(TILES=str(path), CHANGES=str(path))
    (tmp_path / "town.gpkg-journal").write_text("left by a crash")
    assert "was not closed properly" in result_problem(str(path))


@pytest.mark.parametrize("target", ["MASK", "REPORT", "TILES", "CHANGES"])
@pytest.mark.parametrize("way", ["itself", "symbolic link", "hard link", "dots"])
def test_no_output_may_be_an_input(describe, pair, tmp_path, target, way):
    source = write_raster(tmp_path / "in.gpkg" if target in ("TILES", "CHANGES") else tmp_path / "in.tif", value=70)
    named = tmp_path / f"named{source.suffix}"
    if way == "symbolic link":
        named.symlink_to(source)
    elif way == "hard link":
        os.link(source, named)
    elif way == "dots":
        named = tmp_path / "user data ü" / ".." / source.name
        (tmp_path / "user data ü").mkdir(exist_ok=True)
    else:
        named = source
    before = source.read_bytes()
    with pytest.raises(QgsProcessingException, match="one of the inputs and would be overwritten"):
        describe(AFTER=str(source), **{target: str(named)})
    assert source.read_bytes() == before


def test_no_output_may_be_another_output(describe, tmp_path):
    with pytest.raises(QgsProcessingException, match="named for two outputs"):
        describe(MASK=str(tmp_path / "a.tif"), REPORT=str(tmp_path / "." / "a.tif"))
    assert clash_problem(["/a/b", "/a/c"], ["/a/d", ""]) == ""


def test_free_names_and_placing(tmp_path):
    work, target = tmp_path / "work.gpkg", tmp_path / "town.gpkg"
    for number, wanted in enumerate(("town.gpkg", "town_2.gpkg", "town_3.gpkg")):
        assert free_name(target).name == wanted
        work.write_text(str(number))
        assert put_in_place(work, target, replace=False).name == wanted
        assert not work.exists()
    assert [(tmp_path / name).read_text() for name in ("town.gpkg", "town_2.gpkg", "town_3.gpkg")] == ["0", "1", "2"]
    assert not list(tmp_path.glob(".*"))


def test_two_runs_over_one_pair_keep_their_own_areas(describe, pair_layers):
    """Both name the same images; only what the run has noted tells their areas apart."""
    project = QgsProject.instance()
    project.addMapLayers([pair_layers.before, pair_layers.after])
    runs = [describe(BEFORE=pair_layers.before, AFTER=pair_layers.after) for _ in range(2)]
    for run in runs:
        project.addMapLayers([run["TILES"], run["CHANGES"]])
    for run in reversed(runs):
        assert changes_layer_for(run["TILES"], project) is run["CHANGES"]
        assert run["TILES"].customProperty("describe_changes/before") == pair_layers.before.id()
    first = runs[0]
    project.removeMapLayer(first["CHANGES"].id())
    assert "were not found" in areas_problem(first["TILES"], None)


def test_of_several_layers_of_areas_none_is_guessed(describe, pair_layers):
    project = QgsProject.instance()
    project.addMapLayers([pair_layers.before, pair_layers.after])
    runs = [describe(BEFORE=pair_layers.before, AFTER=pair_layers.after) for _ in range(2)]
    for run in runs:
        run["TILES"].removeCustomProperty("describe_changes/changes")
        project.addMapLayers([run["TILES"], run["CHANGES"]])
    assert changes_layer_for(runs[0]["TILES"], project) is None
    project.removeMapLayer(runs[1]["CHANGES"].id())
    assert changes_layer_for(runs[0]["TILES"], project) is runs[0]["CHANGES"]


@pytest.mark.parametrize("algorithm", ["report", "exporttraining"])
@pytest.mark.parametrize("found", ["none", "of other tiles"])
def test_a_report_without_its_areas_fails_with_a_sentence(describe, tmp_path, qgis_new_project, algorithm, found):
    run = describe(CHANGES=None) if found == "none" else describe()
    given = {"INPUT": run["TILES"]}
    if found != "none":
        given["CHANGES"] = run["CHANGES"]
        fids = [feature.id() for feature in run["CHANGES"].getFeatures()]
        moved = {fid: {run["CHANGES"].fields().indexOf("tile_id"): 1} for fid in fids}
        run["CHANGES"].dataProvider().changeAttributeValues(moved)
    output = {"HTML": str(tmp_path / "a.html")} if algorithm == "report" else {"OUTPUT": str(tmp_path / "set")}
    feedback = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException):
        processing.run(f"describechanges:{algorithm}", {**given, **output}, feedback=feedback)
    wanted = "were not found" if found == "none" else "has none of the changed areas"
    assert wanted in feedback.textLog()
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize("output", ["HTML", "PDF"])
def test_a_report_does_not_overwrite_what_it_reads(describe, pair, tmp_path, qgis_new_project, output):
    path = tmp_path / "town.gpkg"
    describe(TILES=str(path), CHANGES=str(path))
    image = write_raster(tmp_path / "image.tif")
    for target, given in ((path, {}), (image, {"BEFORE": str(image)})):
        before, feedback = target.read_bytes(), QgsProcessingFeedback(False)
        with pytest.raises(QgsProcessingException):
            processing.run(
                "describechanges:report", {"INPUT": str(path), **given, output: str(target)}, feedback=feedback
            )
        assert "is one of the inputs and would be overwritten" in feedback.textLog()
        assert target.read_bytes() == before


def test_a_pdf_does_not_overwrite_something_else(describe, tmp_path, qgis_new_project):
    describe(TILES=str(tmp_path / "town.gpkg"))
    notes, feedback = tmp_path / "notes.pdf", QgsProcessingFeedback(False)
    notes.write_text("my notes")
    given = {"INPUT": str(tmp_path / "town.gpkg"), "PDF": str(notes)}
    with pytest.raises(QgsProcessingException):
        processing.run("describechanges:report", given, feedback=feedback)
    assert "is there already and is no PDF file" in feedback.textLog()
    assert notes.read_text() == "my notes"


def test_styles_leave_what_the_run_noted(describe, tmp_path):
    from describe_changes.plugin.paths import RESOURCES

    tiles = describe()["TILES"]
    noted = tiles.customProperty("describe_changes/changes")
    assert noted
    tiles.loadNamedStyle(str(RESOURCES / "styles" / "tiles.qml"))
    assert tiles.customProperty("describe_changes/changes") == noted


def test_load_on_completion_opens_both_layers_of_the_file(provider, pair, tmp_path, qgis_new_project):
    path = tmp_path / "one.gpkg"
    given = {"BEFORE": str(pair.before), "AFTER": str(pair.after), "TILES": str(path), "CHANGES": str(path)}
    processing.runAndLoadResults(ALGORITHM, given)
    layers = {layer.name().partition(" 2011")[0]: layer for layer in QgsProject.instance().mapLayers().values()}
    assert sorted(layers) == ["Changed areas", "Described tiles"]
    assert layers["Described tiles"].featureCount() == 16
    assert changes_layer_for(layers["Described tiles"], QgsProject.instance()) is layers["Changed areas"]
    QgsProject.instance().removeAllMapLayers()
