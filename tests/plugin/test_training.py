"""Learning from the analyst in QGIS: a reviewed layer goes out as a data set, and a model learns from it."""

from __future__ import annotations

import json
import subprocess
import sys
from types import SimpleNamespace

import processing
import pytest
from conftest import ROOT, write_raster
from describe_changes.plugin.engine import client
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.engine.signals import signals
from describe_changes.plugin.layers.review import Review
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

PYTHON = ROOT / ".venv" / "bin" / "python"
EXPORT, TUNE = "describechanges:exporttraining", "describechanges:finetune"
COLUMN, ROW, SIDE = 100, 200, 48
pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told."""

    def __init__(self):
        super().__init__(False)
        self.said = []

    def pushWarning(self, text):
        self.said.append(text)

    def pushInfo(self, text):
        self.said.append(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A pack, two rasters between which a square became bright, and the engine's result."""
    folder = tmp_path_factory.mktemp("lernen ü")
    pack = folder / "packs" / "tiny"
    command = [str(PYTHON), "-I", str(ROOT / "tests" / "plugin" / "make_tiny_pack.py"), str(ROOT), str(pack)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    before = write_raster(folder / "town_2011-05-01.tif", value=64)
    after = write_raster(folder / "town_2012-06-15.tif", value=64)
    data = gdal.Open(str(after), gdal.GA_Update)
    for band in (1, 2, 3):
        data.GetRasterBand(band).WriteRaster(COLUMN, ROW, SIDE, SIDE, bytes([192]) * SIDE * SIDE)
    data.FlushCache()
    return SimpleNamespace(folder=folder, pack=pack, before=before, after=after, result=folder / "result.gpkg")


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    """Starting torch takes seconds; the tests here share one warm engine."""
    yield
    pool.stop_all()


@pytest.fixture
def engine(monkeypatch, made):
    """The real engine; packs are looked for where the pack of these tests is."""
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(PYTHON))
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(made.folder / "packs"))


@pytest.fixture
def result(engine, made):
    """The result as the engine wrote it, loaded."""
    if not made.result.exists():
        params = {"before": str(made.before), "after": str(made.after), "model": str(made.pack), "device": "cpu"}
        list(client.request("describe", {**params, "output": str(made.result), "overlap": 0}))
    return QgsVectorLayer(f"{made.result}|layername=tiles", "tiles", "ogr")


def rows(layer):
    return {feature["tile_id"]: feature.id() for feature in layer.getFeatures()}


def entries(folder):
    return {entry["tile_id"]: entry for entry in json.loads((folder / "captions.json").read_text())["images"]}


def test_a_reviewed_layer_is_exported_with_edits_that_are_not_saved(qgis_new_project, provider, result, made, tmp_path):
    assert result.featureCount() == 64  # 512 px in tiles of 64 px
    review = Review(result)
    review.load(only_changed=False)
    fids = rows(result)
    assert review.accept(fids[0])
    assert review.reject(fids[1])
    result.startEditing()
    assert review.edit(fids[25], "A dwelling was built.")  # rows 192–255, columns 64–127: the square begins here
    feedback = Feedback()
    said = processing.run(EXPORT, {"INPUT": result, "SHARE": 0.0, "OUTPUT": str(tmp_path / "set ü")}, feedback=feedback)
    result.rollBack()
    assert (said["PAIR_COUNT"], said["TRAIN_COUNT"], said["HELD_OUT_COUNT"]) == (2, 2, 0)
    found = entries(tmp_path / "set ü")
    assert set(found) == {0, 25}
    assert found[25]["sentences"][0]["raw"] == "A dwelling was built."
    assert (found[0]["changeflag"], found[25]["changeflag"]) == (0, 1)
    label = gdal.Open(str(tmp_path / "set ü" / "images" / "train" / "label" / found[25]["filename"])).ReadAsArray()
    assert label[8:56, 36:].all()  # what of the square lies in this tile
    assert int(label.sum()) == 48 * 28
    assert any("1 (rejected)" in text for text in feedback.said)
    assert any("61 (without a verdict)" in text for text in feedback.said)
    with pytest.raises(QgsProcessingException, match="holds an earlier export"):
        processing.run(EXPORT, {"INPUT": result, "OUTPUT": str(tmp_path / "set ü")})


def test_layers_in_memory_are_exported_from_the_rasters_named(qgis_new_project, describe, engine, made, tmp_path):
    layers = describe(BEFORE=str(made.before), AFTER=str(made.after), MODEL=str(made.pack), OVERLAP=0)
    tiles, changes = layers["TILES"], layers["CHANGES"]
    review = Review(tiles)
    review.load(only_changed=False)
    review.accept(rows(tiles)[25])
    given = {"INPUT": tiles, "CHANGES": changes, "OUTPUT": str(tmp_path / "set")}
    with pytest.raises(QgsProcessingException, match="does not say which raster was “before”"):
        processing.run(EXPORT, given)
    assert not (tmp_path / "set").exists()
    images = {"BEFORE": str(made.before), "AFTER": str(made.after)}
    assert processing.run(EXPORT, {**given, **images})["PAIR_COUNT"] == 1
    assert entries(tmp_path / "set")[25]["review_status"] == "accepted"


def test_what_cannot_be_exported_is_said(qgis_new_project, provider, result, tmp_path):
    squares = QgsVectorLayer("Polygon?crs=EPSG:32633&field=tile_id:integer", "squares", "memory")
    with pytest.raises(QgsProcessingException, match="is no layer of sites or tiles"):
        processing.run(EXPORT, {"INPUT": squares, "OUTPUT": str(tmp_path / "set")})
    bare = result.clone()
    bare.setSubsetString("tile_id = 63")
    with pytest.raises(QgsProcessingException, match=r"No tile .* was accepted or edited"):
        processing.run(EXPORT, {"INPUT": bare, "OUTPUT": str(tmp_path / "set")})
    with pytest.raises(QgsProcessingException, match="is no export of reviewed tiles"):
        processing.run(TUNE, {"DATA": str(tmp_path)})


@pytest.fixture
def exported(qgis_new_project, provider, result, tmp_path):
    """An export of six tiles, reviewed."""
    review = Review(result)
    review.load(only_changed=False)
    for number in (0, 10, 20, 24, 26):
        review.accept(rows(result)[number])
    review.edit(rows(result)[25], "a dwelling was built")
    processing.run(EXPORT, {"INPUT": result, "SHARE": 0.2, "OUTPUT": str(tmp_path / "set")})
    return tmp_path / "set"


def test_a_model_learns_and_joins_the_models(exported, made):
    heard = []
    signals.models_changed.connect(lambda: heard.append(True))
    feedback = Feedback()
    said = processing.run(TUNE, {"DATA": str(exported), "NEW_NAME": "mine", "STEPS": 2}, feedback=feedback)
    assert (said["NAME"], said["HELD_OUT_COUNT"]) == ("mine", 1)
    assert said["PAIR_COUNT"] == 5
    assert heard == [True]
    assert {model["name"] for model in client.ask("list_models")} >= {"tiny", "mine"}
    text = "\n".join(feedback.said)
    assert "new words: " in text
    assert "2 steps of 8 pairs on the CPU: about" in text
    assert "too few to tell" in text
    with pytest.raises(QgsProcessingException, match="There is already a model or folder “mine”"):
        processing.run(TUNE, {"DATA": str(exported), "NEW_NAME": "mine", "STEPS": 2})


def test_a_cancelled_fine_tuning_makes_no_model(exported, made):
    feedback = Feedback()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 5 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(TUNE, {"DATA": str(exported), "NEW_NAME": "none", "STEPS": 5000}, feedback=feedback)
    assert not (made.folder / "packs" / "none").exists()


def test_an_engine_without_the_training_packages_says_so(exported, monkeypatch, tmp_path):
    """The real engine's Python, in which one package cannot be imported."""
    start = tmp_path / "start.py"
    start.write_text(
        "import runpy, sys\n"
        "sys.modules['lightning.fabric'] = None\n"
        "sys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    program = tmp_path / "python without lightning"
    program.write_text(f'#!/bin/sh\nshift 4\nexec "{PYTHON}" -I -u -X utf8 "{start}" "$@"\n')
    program.chmod(0o755)
    pool.stop_all()
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(program))
    with pytest.raises(QgsProcessingException, match=r"needs packages that this engine does not have.*pip install"):
        processing.run(TUNE, {"DATA": str(exported), "STEPS": 1})
    pool.stop_all()
    assert sys.executable  # the engine's Python, not QGIS's, is the one named
