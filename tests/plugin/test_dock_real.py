"""The dock with the real engine: cancel, resume, the event loop, an area of interest."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from conftest import PYTHON, wait_until
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.processing.engine_job import unfinished_parts
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QElapsedTimer, QTimer

PATIENCE = 300
"""Seconds until an engine that should have answered is given up: on a busy machine it takes a minute to start."""
pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    yield
    pool.stop_all()


@pytest.fixture
def real_desk(desk, real_engine, pack, scene):
    """The dock on the pair with the bright square, with tiles of 32 px: 21 × 21 of them in four blocks."""
    layers = [QgsRasterLayer(str(path), path.stem) for path in (scene.before, scene.after)]
    QgsProject.instance().addMapLayers(layers)
    desk.panel.pair.before.setLayer(layers[0])
    desk.panel.pair.after.setLayer(layers[1])
    desk.panel.options.model.setEditText(str(pack))
    desk.panel.options.tile_size.setValue(32)
    desk.panel.options.overlap.setValue(8)
    return desk


def finished(desk):
    return desk.settle(lambda: desk.panel.run_button.isEnabled(), PATIENCE)


def tiles_of(name):
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.name().startswith(name))


def found(layer):
    """All that a layer of tiles says, by number."""
    return {one["tile_id"]: (one["caption"], one["facts"], one["changed_area_m2"]) for one in layer.getFeatures()}


def test_cancel_keeps_what_is_finished_and_resume_continues(real_desk, brake, monkeypatch):
    """The result is that of a run without a break, verdicts given in the break included."""
    from describe_changes.plugin.processing import engine_job

    desk = real_desk
    monkeypatch.setattr(engine_job, "LIVE_PARAMS", {"block_size": 128})  # sixteen blocks
    desk.panel.run_button.click()
    assert finished(desk)
    whole = found(tiles_of("Described tiles"))
    assert len(whole) == 441
    assert not desk.panel.resume_button.isEnabled()

    brake.after(8)  # of the sixteen
    desk.panel.run_button.click()

    def some():
        live = QgsProject.instance().mapLayersByName("Describing changes…")
        return bool(live) and live[0].featureCount() >= 60

    assert desk.settle(some, PATIENCE)
    desk.panel.cancel_button.click()
    assert finished(desk)
    brake.release()
    kept = next(layer for layer in QgsProject.instance().mapLayers().values() if "of 441" in layer.name())
    count, kept_id = kept.featureCount(), kept.id()
    assert 60 <= count < 441
    assert "“Resume” goes on from there" in desk.panel.estimate.text()
    assert unfinished_parts(desk.panel.work()) > 0
    desk.review.only_changed.setChecked(False)
    desk.review.set_layer(kept)
    first = desk.review.review.rows[0]
    second = desk.review.review.rows[1]
    desk.review.review.edit(first.fid, "nothing to see")
    desk.review.review.edit(second.fid, "", "2 barns")
    desk.review.review.reject(second.fid)

    earlier = set(QgsProject.instance().mapLayers())
    desk.panel.resume_button.click()
    assert finished(desk)
    assert "Going on with what an earlier run has finished" in desk.panel.log.toPlainText()
    layers = QgsProject.instance().mapLayers().values()
    (result,) = (one for one in layers if one.name().startswith("Described tiles") and one.id() not in earlier)
    marked = found(result).pop(second.number)
    assert marked[1].startswith("2 barns (stated by the analyst, not measured)")
    assert {**found(result), second.number: whole[second.number]} == whole
    assert {one["review_status"] for one in result.getFeatures() if one["tile_id"] == second.number} == {"rejected"}
    edited = [one for one in result.getFeatures() if one["review_status"] == "edited"]
    verdicts = {one["tile_id"]: one["caption_edited"] for one in edited}
    assert verdicts == {first.number: "nothing to see"}
    assert kept_id not in QgsProject.instance().mapLayers()
    assert not desk.panel.resume_button.isEnabled()
    assert not desk.panel.work().exists()


def test_only_the_tiles_of_the_selected_polygon(real_desk):
    desk = real_desk
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "districts", "memory")
    utm, degrees = (QgsCoordinateReferenceSystem(code) for code in ("EPSG:32633", "EPSG:4326"))
    to_degrees = QgsCoordinateTransform(utm, degrees, QgsProject.instance())
    for box in ((500000, 5000400, 500100, 5000512), (500300, 5000100, 500400, 5000200)):
        feature, geometry = QgsFeature(), QgsGeometry.fromRect(QgsRectangle(*box))
        geometry.transform(to_degrees)
        feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([2])
    desk.panel.extent.choose("polygons")
    desk.panel.extent.polygons.setLayer(layer)
    desk.panel.extent.selected.setChecked(True)
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected, PATIENCE)
    assert (desk.panel.pair.before_date.text(), desk.panel.pair.after_date.text()) == ("2011-05-01", "2012-06-15")
    wanted = desk.panel.inspected["tiles"]
    assert 25 <= wanted <= 49  # 100 m in tiles of 32 m at a stride of 24 m
    desk.panel.grid_button.setChecked(True)
    desk.panel.run_button.click()
    assert finished(desk)
    tiles = tiles_of("Described tiles")
    assert tiles.featureCount() == wanted
    assert tiles.extent().intersects(QgsRectangle(500300, 5000100, 500400, 5000200))
    assert not tiles.extent().intersects(QgsRectangle(500000, 5000400, 500100, 5000512))


def test_the_window_never_waits_for_the_engine(real_desk):
    """Between two ticks of the event loop of a real run: what the main thread itself worked, and how long it took.

    On a busy machine the wall clock also counts the time other programs had; that of the thread does not, and Linux
    says how long the thread stood in the queue for a processor.
    """
    desk = real_desk
    walls, works, calm, clock, timer = [], [], [], QElapsedTimer(), QTimer()
    last = [0.0, 0.0]

    def queued():
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e6  # of the main thread, in ms

    def tick():
        now, waited = time.thread_time(), queued()
        walls.append(clock.restart())
        works.append(1000 * (now - last[0]))
        calm.append(walls[-1] - (waited - last[1]))
        last[:] = now, waited

    timer.setInterval(5)
    timer.timeout.connect(tick)
    desk.panel.run_button.click()
    last[:] = time.thread_time(), queued()
    clock.start()
    timer.start()
    assert desk.settle(desk.panel.run_button.isEnabled, PATIENCE, pause=0.002)  # a warm engine needs less than a second
    timer.stop()
    assert tiles_of("Described tiles").featureCount() == 441
    print(
        f"largest gap {max(walls)} ms on the wall clock, {max(calm):.0f} ms without the queue for the processor, "
        f"{max(works):.0f} ms of the main thread's own work"
    )
    assert len(walls) > 50
    assert max(works) <= 100
    assert max(calm) <= 100


def test_models_and_devices_say_in_words_what_they_are(real_desk):
    """The bundled model by its title, and a device with what it computes in."""
    options = real_desk.panel.options
    options.choose_model("")
    real_desk.panel._doctor.start()
    assert real_desk.settle(lambda: options.device.count() > 1, PATIENCE)
    assert options.device.itemText(0).startswith("Automatic: ")
    cpu = options.device.itemText(options.device.findData("cpu"))
    assert re.fullmatch(r"CPU, \d+ cores?, (bf16|fp32)", cpu)
    index = options.model.findData("default")
    assert index >= 0
    assert re.fullmatch(r"default: .*building.*; [\d.]+–[\d.]+ m per pixel", options.model.itemText(index))


def test_the_engine_that_was_cancelled_has_let_go(real_desk, brake):
    desk = real_desk
    brake.after(1)
    desk.panel.run_button.click()
    live = QgsProject.instance().mapLayersByName
    assert desk.settle(lambda: unfinished_parts(desk.panel.work()) == 1 and live("Describing changes…"), PATIENCE)
    pids = pool.pids()
    desk.panel.cancel_button.click()
    assert finished(desk)
    pool.wait_for_cancelled(lambda: False)
    assert wait_until(lambda: not pool._retiring)
    assert pool.pids() == pids  # it heard the cancel: nobody had to end it
