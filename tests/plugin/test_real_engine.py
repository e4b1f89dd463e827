"""The whole way with the real engine: a square painted at a known place comes back as a polygon there."""

from __future__ import annotations

import json
import subprocess
import time

import pytest
from conftest import COLUMN, HEIGHT, PYTHON, ROOT, ROW, WIDTH, make_pack, wait_until
from describe_changes.common.numbers import format_area
from describe_changes.plugin.engine import check, client
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.layers.schema import CHANGE_FIELDS, SITE_FIELDS, TILE_FIELDS, ZONE_FIELDS
from qgis.core import (
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    """Starting torch takes seconds; the tests here share one warm engine."""
    yield
    pool.stop_all()


def test_a_painted_square_comes_back_where_it_is(describe, real_engine, pack, scene, tmp_path):
    result = describe(
        BEFORE=str(scene.before),
        AFTER=str(scene.after),
        MODEL=str(pack),
        DEVICE="cpu",
        MASK=str(tmp_path / "mask ü.tif"),
        REPORT=str(tmp_path / "report.html"),
    )
    tiles, changes = result["TILES"], result["CHANGES"]
    assert changes.crs().authid() == "EPSG:32633"
    assert changes.featureCount() == 1
    change = next(changes.getFeatures())
    centre = change.geometry().centroid().asPoint()
    assert abs(centre.x() - (500000 + COLUMN + WIDTH / 2)) < 1
    assert abs(centre.y() - (5000512 - ROW - HEIGHT / 2)) < 1
    assert change["area_m2"] == pytest.approx(WIDTH * HEIGHT, rel=0.02)
    assert change["class"] == "building"
    assert change["transition"] == "appeared"
    assert change["date_before"].toString("yyyy-MM-dd") == "2011-05-01"
    assert change["date_after"].toString("yyyy-MM-dd") == "2012-06-15"
    assert tiles.featureCount() == 121  # 512 px in tiles of 64 px at a stride of 48 px: 11 each way
    assert any(tile["changed"] and tile["facts"] for tile in tiles.getFeatures())
    mask = QgsRasterLayer(str(tmp_path / "mask ü.tif"))
    assert mask.isValid()
    assert mask.crs().authid() == "EPSG:32633"
    assert "<html" in (tmp_path / "report.html").read_text(encoding="utf-8")


def palette(layer):
    """Label and colour of each class of a paletted raster, by value."""
    assert layer.renderer().type() == "paletted"
    return {int(one.value): (one.label, one.color.name()) for one in layer.renderer().classes()}


def test_mask_and_probabilities_open_in_qgis(describe, real_engine, pack, scene, tmp_path):
    """The file alone (colour table, category names), with the style beside it, and as the algorithm delivers it."""
    mask, probabilities = tmp_path / "mask ü.tif", tmp_path / "probabilities.tif"
    context = QgsProcessingContext()
    result = describe(
        context=context,
        BEFORE=str(scene.before),
        AFTER=str(scene.after),
        MODEL=str(pack),
        MASK=str(mask),
        PROBABILITIES=str(probabilities),
    )
    assert (result["MASK"], result["PROBABILITIES"]) == (str(mask), str(probabilities))
    named = {0: ("no change", "#ffffff"), 1: ("building appeared", "#d55e00")}  # Okabe and Ito's vermilion
    styled = QgsRasterLayer(str(mask))
    assert styled.bandCount() == 1
    assert palette(styled) == named
    assert styled.renderer().classes()[0].color.alpha() == 0  # no change hides nothing
    mask.with_suffix(".qml").unlink()
    plain = palette(QgsRasterLayer(str(mask)))
    assert {value: plain[value] for value in named} == named
    inside = QgsPointXY(500000 + COLUMN + WIDTH / 2, 5000512 - ROW - HEIGHT / 2)
    outside = QgsPointXY(500000 + COLUMN / 2, 5000512 - ROW / 2)
    values = styled.dataProvider()
    assert (values.sample(inside, 1), values.sample(outside, 1)) == ((1.0, True), (0.0, True))

    maps = QgsProcessingUtils.mapLayerFromString(str(probabilities), context)
    assert maps.bandName(1).partition(": ")[2] == "probability of building appeared"
    high, low = (maps.dataProvider().sample(point, 1)[0] for point in (inside, outside))
    assert 0 <= low < 0.5 < high <= 1
    assert maps.renderer().type() == "singlebandgray"
    stretch = maps.renderer().contrastEnhancement()
    assert (stretch.minimumValue(), stretch.maximumValue()) == (0.0, 1.0)
    assert maps.temporalProperties().isActive()


@pytest.mark.parametrize("name", ["MASK", "PROBABILITIES"])
def test_no_raster_is_written_onto_an_input(describe, fake_engine, pair, name):
    before = pair.after.read_bytes()
    with pytest.raises(QgsProcessingException, match="is one of the inputs"):
        describe(**{name: str(pair.after)})
    assert pair.after.read_bytes() == before


@pytest.mark.parametrize("system", ["rdd", "hisem", "dfm"])
def test_a_pack_of_another_system_runs_like_any_other(describe, real_engine, scene, tmp_path, system):
    """The captions go another way (DFM's past its frozen detector), the masks are the same."""
    pack = make_pack(tmp_path / system, system)
    result = describe(BEFORE=str(scene.before), AFTER=str(scene.after), MODEL=str(pack), DEVICE="cpu")
    assert result["TILES"].featureCount() == 121
    assert result["CHANGES"].featureCount() == 1
    change = next(result["CHANGES"].getFeatures())
    assert change["area_m2"] == pytest.approx(WIDTH * HEIGHT, rel=0.02)
    assert any(tile["changed"] for tile in result["TILES"].getFeatures())


def test_extent_limits_the_tiles(describe, real_engine, pack, scene):
    extent = "500000,500128,5000384,5000512 [EPSG:32633]"
    result = describe(BEFORE=str(scene.before), AFTER=str(scene.after), MODEL=str(pack), EXTENT=extent)
    assert result["TILE_COUNT"] == 9
    assert result["CHANGE_COUNT"] == 0
    assert isinstance(result["TILES"], QgsVectorLayer)


@pytest.mark.parametrize("kind", ["memory:", "TEMPORARY_OUTPUT"])
def test_a_report_of_temporary_layers_counts_their_areas(
    describe, real_engine, pack, scene, tmp_path, qgis_new_project, kind
):
    """The way of a person: run, layers into the project, report; nothing is noted in a layer by hand."""
    import processing

    images = [QgsRasterLayer(str(path), path.stem) for path in (scene.before, scene.after)]
    QgsProject.instance().addMapLayers(images)
    result = describe(BEFORE=images[0], AFTER=images[1], MODEL=str(pack), TILES=kind, CHANGES=kind)
    QgsProject.instance().addMapLayers([result["TILES"], result["CHANGES"]])
    page = tmp_path / "page.html"
    processing.run("describechanges:report", {"INPUT": result["TILES"], "HTML": str(page), "MAX_SITES": 1})
    text = page.read_text(encoding="utf-8")
    area = next(result["CHANGES"].getFeatures())["area_m2"]
    assert f"1 area with {format_area(area)} in all" in text
    assert "data:image/jpeg" in text


def test_the_engines_own_sentence_is_shown(describe, real_engine, scene):
    with pytest.raises(QgsProcessingException) as caught:
        describe(BEFORE=str(scene.before), AFTER=str(scene.after), MODEL="no such model")
    assert "no such model" in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_cancel_of_a_real_run(describe, real_engine, pack, scene):
    feedback, times = QgsProcessingFeedback(False), {}
    client.ask("doctor")  # warm, so that the cancel meets a run and not the start

    def cancel(percent):
        if percent > 3 and not times:  # in the midst of the tiles
            times.update(pids=pool.pids(), cancel=time.monotonic())
            feedback.cancel()

    feedback.progressChanged.connect(cancel)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        describe(feedback, BEFORE=str(scene.before), AFTER=str(scene.after), MODEL=str(pack), TILE_SIZE=32, OVERLAP=16)
    assert time.monotonic() - times["cancel"] < 0.1
    assert wait_until(lambda: not pool._retiring)
    assert len(times["pids"]) == 1
    assert len(pool.pids()) <= 1


def test_check_engine_with_the_real_one(real_engine):
    text = check.check_engine()
    assert "torch 2." in text
    assert "CPU" in text


def test_fields_are_those_of_the_engine(real_engine):
    """The schema stands in the engine; the plugin, which cannot import it, keeps a copy."""
    code = (
        "import sys, json; sys.path.insert(0, sys.argv[1]); import bootstrap\n"
        "from describe_changes.core.io.records import ChangeRecord, SiteRecord, TileRecord, ZoneRecord, columns\n"
        "records = (TileRecord, ChangeRecord, SiteRecord, ZoneRecord)\n"
        "print(json.dumps([[[c.name, c.kind] for c in columns(r)] for r in records]))"
    )
    command = [str(PYTHON), "-I", "-c", code, str(ROOT / "plugin" / "engine")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    told = [[[name, "text" if kind == "json" else kind] for name, kind in record] for record in json.loads(done.stdout)]
    schemas = (TILE_FIELDS, CHANGE_FIELDS, SITE_FIELDS, ZONE_FIELDS)
    assert told == [[list(field) for field in schema] for schema in schemas]
