"""The dock: picking, checking, previewing, running in the background, cancelling, remembering."""

from __future__ import annotations

import json
import os
import time
from datetime import datetime

import pytest
from describe_changes.plugin.gui.describe.tile_preview import starts, tile_outlines
from describe_changes.plugin.processing.engine_job import work_folder
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt, QTimer
from qgis.PyQt.QtTest import QTest

pytestmark = pytest.mark.usefixtures("fake_engine")


DATES = "2011-05-01 → 2011-06-01"


def names():
    return sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())


def test_run_delivers_layers_in_a_group_and_the_review_takes_them(desk):
    desk.panel.run_button.click()
    assert desk.panel.cancel_button.isEnabled()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert names() == [f"Changed areas {DATES}", f"Described tiles {DATES}", f"Sites {DATES}", "after", "before"]
    assert "5 sites changed, 6,140 m² in all, found in 16 tiles" in desk.panel.estimate.text()
    assert desk.panel.log.toPlainText().endswith("Between May and June 2011, 5 sites changed.")
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "Describe changes 2011-05-01 → 2011-06-01"
    assert [child.name().split()[0] for child in group.children()] == ["Sites", "Changed", "Described"]
    assert [child.itemVisibilityChecked() for child in group.children()] == [True, False, False]
    assert len(desk.review.review.rows) == 5
    tiles = QgsProject.instance().mapLayersByName(f"Sites {DATES}")[0]
    assert tiles.temporalProperties().isActive()
    assert tiles.customProperty("describe_changes/after") == desk.layers.after.id()


def test_tiles_appear_while_running_and_cancel_keeps_them(desk):
    desk.panel.options.model.setEditText("held")
    desk.panel.run_button.click()

    def some():
        live = QgsProject.instance().mapLayersByName("Describing changes…")
        return bool(live) and live[0].featureCount() >= 3

    assert desk.settle(some)
    assert desk.review.layers.count() == 0  # a layer that is still filling is not offered for review
    assert "tiles/s" in desk.panel.estimate.text()
    began = time.monotonic()
    desk.panel.cancel_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert time.monotonic() - began < 1.0
    kept = [layer for layer in QgsProject.instance().mapLayers().values() if "of 16" in layer.name()]
    assert len(kept) == 1
    assert 3 <= kept[0].featureCount() < 16
    assert "stay on the map" in desk.panel.estimate.text()
    assert desk.review.review.layer.id() == kept[0].id()


def test_failure_is_told_and_the_dock_is_ready_again(desk):
    desk.panel.options.model.setEditText("input")
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert "went wrong on purpose" in desk.panel.estimate.text()
    assert names() == ["after", "before"]


def test_window_does_not_freeze_during_a_run(desk, qgis_app):
    """What the window's thread itself works between two ticks of the event loop.

    The wall clock would also count the time that other programs had: on a busy machine it says nothing of the plugin.
    """
    gaps, timer, last = [], QTimer(), [0.0]

    def tick():
        now = time.thread_time()
        gaps.append(1000 * (now - last[0]))
        last[0] = now

    timer.setInterval(5)
    timer.timeout.connect(tick)
    desk.panel.options.model.setEditText("slow")
    desk.panel.run_button.click()
    last[0] = time.thread_time()
    timer.start()
    assert desk.settle(lambda: QgsProject.instance().mapLayersByName("Describing changes…"))
    assert desk.settle(lambda: desk.panel.run_button.isEnabled(), 20)
    timer.stop()
    print(f"at most {max(gaps):.0f} ms of the window's own work between two ticks")
    assert len(gaps) > 50
    assert max(gaps) <= 100


def test_reversed_dates_are_offered_to_swap(desk):
    pair = desk.panel.pair
    pair.before_date.setText("2012")
    pair.after_date.setText("2011-03")
    pair.after_date.editingFinished.emit()
    assert "later than the after date" in pair.notice.text()
    assert pair.swap_button.font().bold()
    pair.swap_button.click()
    assert pair.before.currentLayer() is desk.layers.after
    assert (pair.before_date.text(), pair.after_date.text()) == ("2011-03", "2012")
    assert pair.notice.text() == ""
    assert desk.panel.parameters()["DATE_BEFORE"] == "2011-03"


def test_same_image_twice_is_refused(desk, qgis_iface):
    desk.panel.pair.after.setLayer(desk.layers.before)
    desk.panel.run_button.click()
    assert "same file" in desk.panel.pair.notice.text()
    assert desk.panel.run_button.isEnabled()


def test_inspection_fills_dates_and_preview(desk):
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected)
    assert desk.panel.pair.before_date.text() == "2011-05-01"
    assert "DATE_BEFORE" not in desk.panel.parameters()  # found, not typed: the engine finds it again
    assert desk.panel.estimate.text().startswith("16 tiles")
    desk.panel.grid_button.setChecked(True)
    assert desk.panel.preview.shown
    desk.panel.grid_button.setChecked(False)
    assert not desk.panel.preview.shown


def test_found_dates_are_as_precise_as_the_engine_knows_them():
    from describe_changes.plugin.layers.rasters import date_range, found_date

    assert found_date(["2009-01-01T00:00:00Z", "2009-12-31T23:59:59Z"]) == "2009"
    assert found_date(["2011-05-01T00:00:00Z", "2011-05-31T23:59:59Z"]) == "2011-05"
    assert found_date(["2011-05-22T00:00:00Z", "2011-05-22T23:59:59Z"]) == "2011-05-22"
    assert found_date(["2012-02-01T00:00:00Z", "2012-02-29T23:59:59Z"]) == "2012-02"
    assert found_date(["2007-01-01T00:00:00Z", "2010-12-31T23:59:59Z"]) == "2007/2010"
    assert found_date(["2007-03-04T00:00:00Z", "2007-03-09T23:59:59Z"]) == "2007-03-04/2007-03-09"
    assert date_range("2007/2010") == (datetime(2007, 1, 1), datetime(2011, 1, 1))
    assert date_range("2010/2007") is date_range("2007/x") is None
    assert found_date(None) == found_date([None, None]) == ""


def test_models_and_devices_are_offered_in_words(desk):
    desk.panel._doctor.start()
    assert desk.settle(lambda: desk.panel.options.device.count() == 2)
    assert desk.panel.options.device.itemText(0) == "Automatic: CPU, made up"
    assert desk.panel.options.model.itemText(0) == "A fake"
    desk.panel.options.model.setCurrentIndex(0)
    assert desk.panel.options.parameters()["MODEL"] == "fake"


def test_untouched_options_are_left_to_the_engine(desk):
    assert set(desk.panel.options.parameters()) == {"DEVICE"}
    desk.panel.options.overlap.setValue(0)
    desk.panel.options.threshold.setValue(0.0)
    assert desk.panel.options.parameters()["OVERLAP"] == 0
    assert desk.panel.options.parameters()["THRESHOLD"] == 0.0


def test_settings_are_remembered_in_the_project(desk, qgis_iface, tmp_path):
    from describe_changes.plugin.gui.describe.panel import DescribePanel

    desk.panel.options.min_area.setValue(50)
    desk.panel.options.tile_size.setValue(128)
    desk.panel.pair.before_date.setText("2009")
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    again = DescribePanel(qgis_iface)
    given = again.parameters()
    assert given["BEFORE"].id() == desk.layers.before.id()
    assert given["DATE_BEFORE"] == "2009"
    assert given["MIN_AREA"] == 50
    assert given["TILE_SIZE"] == 128
    assert "THRESHOLD" not in given
    again.close_down()


def test_settings_come_back_with_the_saved_project(desk, qgis_iface, tmp_path):
    """Saved without a run, closed, opened again: pair, date, extent, options and the review's filters."""
    file, project = str(tmp_path / "desk ü.qgz"), QgsProject.instance()
    panel, names = desk.panel, (desk.layers.before.name(), desk.layers.after.name())
    panel.pair.before_date.setText("2009")
    panel.options.min_area.setValue(50)
    panel.options.model.setEditText("fake")
    panel.extent.choose("layer")
    panel.extent.layer.setLayer(desk.layers.after)
    desk.review.order.setCurrentIndex(desk.review.order.findData("area"))
    desk.review._filter()
    from describe_changes.plugin.gui.common.settings import remember_filters

    remember_filters("area", True, True, "building appeared")
    assert project.write(file)
    project.clear()
    for widget, value in ((panel.options.min_area, 0), (panel.options.tile_size, 640)):
        widget.setValue(value)
    panel.extent.choose("all")
    assert project.read(file)
    assert [combo.currentLayer().name() for combo in (panel.pair.before, panel.pair.after)] == list(names)
    assert panel.pair.before_date.text() == "2009"
    assert panel.parameters()["MIN_AREA"] == 50
    assert panel.parameters()["MODEL"] == "fake"
    assert "TILE_SIZE" not in panel.parameters()
    assert panel.extent.mode() == "layer"
    assert panel.parameters()["EXTENT"] == "500000.0,500512.0,5000000.0,5000512.0 [EPSG:32633]"
    assert desk.review.order.currentData() == "area"
    assert desk.review.only_open.isChecked()
    assert desk.review.only_class.currentData() == "building appeared"
    project.clear()


def test_saved_run_writes_one_geopackage(desk, tmp_path):
    target = tmp_path / "town ü.gpkg"
    desk.panel.options.output.setFilePath(str(target))
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    sources = [layer.source() for layer in QgsProject.instance().mapLayers().values()]
    assert sum(str(target) in source for source in sources) == 3


def described(desk):
    """Run to the end and return the file of the result, as the dock names it in what it says."""
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    tiles = QgsProject.instance().mapLayer(desk.review.layers.currentData())
    path = tiles.source().split("|")[0]
    assert f"Saved in {path}." in desk.panel.estimate.text()
    return path


def test_by_default_the_result_is_a_named_file_of_the_user(desk, home):
    """Without a saved project it lies in the user's folder; no verdict lives in memory."""
    path = described(desk)
    assert path == str(home / "user data ü" / "describe-changes" / "results" / "changes_before_after.gpkg")
    assert desk.panel.options.output.lineEdit().placeholderText() == "automatic: changes_before_after.gpkg"
    assert desk.review.review.layer.providerType() == "ogr"
    assert desk.review.review.changes.providerType() == "ogr"


def test_beside_a_saved_project(desk, tmp_path):
    folder = tmp_path / "atlas"
    folder.mkdir()
    assert QgsProject.instance().write(str(folder / "atlas.qgz"))
    assert described(desk) == str(folder / "changes_before_after.gpkg")
    QgsProject.instance().clear()


@pytest.mark.parametrize("named", ["", "town.gpkg", "town"])
def test_a_second_run_loses_no_verdict_and_takes_them_over(desk, tmp_path, named):
    """The same job: what the analyst did is in both results, outlines included; the first file stays as it was."""
    desk.panel.options.output.setFilePath(str(tmp_path / named) if named else "")
    first = described(desk)
    review = desk.review.review
    fids = [row.fid for row in review.rows]
    review.accept(fids[0])
    review.edit(fids[1], "a hall was built")
    review.accept(fids[2])
    review.reject(fids[3])
    areas = review.changes
    area = next(areas.getFeatures())
    moved = QgsGeometry.fromWkt("MULTIPOLYGON(((500001 5000500, 500011 5000500, 500011 5000490, 500001 5000500)))")
    areas.startEditing()
    areas.changeGeometry(area.id(), moved)
    assert areas.commitChanges()
    second = described(desk)
    assert second == first.replace(".gpkg", "_2.gpkg")
    assert "was there already and stays as it is" in desk.panel.estimate.text()
    assert "4 verdicts were taken over" in desk.panel.estimate.text()
    found = [verdicts(path) for path in (first, second)]
    assert found[0] == found[1]
    assert sorted(found[0].values())[-1][0] == "rejected"
    shapes = [
        {one["change_id"]: one.geometry().asWkt(2) for one in stored(path, "changes")} for path in (first, second)
    ]
    assert shapes[0] == shapes[1]
    assert moved.asWkt(2).replace("MultiPolygon", "") in next(iter(shapes[1].values()))
    assert described(desk) == first.replace(".gpkg", "_3.gpkg")
    assert verdicts(first.replace(".gpkg", "_3.gpkg")) == found[0]


def test_another_job_takes_no_verdict_over_and_loses_none(desk, tmp_path):
    desk.panel.options.output.setFilePath(str(tmp_path / "town.gpkg"))
    first = described(desk)
    desk.review.review.reject(desk.review.review.rows[0].fid)
    desk.panel.options.threshold.setValue(0.9)
    second = described(desk)
    assert second != first
    assert "taken over" not in desk.panel.estimate.text()
    assert {one["review_status"] for one in stored(second, "sites")} == {""}
    assert "rejected" in {one["review_status"] for one in stored(first, "sites")}


def stored(path, table):
    """The features of a result, read anew."""
    return list(QgsVectorLayer(f"{path}|layername={table}", table, "ogr").getFeatures())


def verdicts(path):
    names = ("review_status", "description_edited", "changed_area_m2", "classes")
    return {one["site_id"]: tuple(one[name] for name in names) for one in stored(path, "sites") if one["review_status"]}


def test_a_rerun_has_layers_in_its_group_even_where_the_source_is_in_the_project(desk, tmp_path):
    """The group under the green bar is never empty."""
    desk.panel.options.output.setFilePath(str(tmp_path / "town.gpkg"))
    for _ in range(2):
        described(desk)
        group = QgsProject.instance().layerTreeRoot().children()[0]
        assert [child.name().split()[0] for child in group.children()] == ["Sites", "Changed", "Described"]
        assert all(child.layer().featureCount() for child in group.children())


def test_a_new_project_does_not_write_into_the_files_of_the_old(desk, tmp_path):
    options = desk.panel.options
    for widget in (options.output, options.mask, options.report, desk.dock.series_panel.options.output):
        widget.setFilePath(str(tmp_path / "old.gpkg"))
    QgsProject.instance().clear()
    for widget in (options.output, options.mask, options.report, desk.dock.series_panel.options.output):
        assert widget.filePath() == ""


def test_names_of_layers_are_no_markup(desk, qgis_iface):
    """Qt takes what looks like markup for markup: pictures would be fetched, words hidden."""
    evil = "<img src='file:///etc/passwd'><b>town"
    desk.layers.before.setName(evil)
    desk.panel.pair.after.setLayer(desk.layers.before)
    for label in (desk.panel.estimate, desk.panel.pair.notice, desk.panel.extent.about, desk.review.about):
        assert label.textFormat() == Qt.TextFormat.PlainText
    from describe_changes.plugin.gui.common.messages import as_markup

    assert as_markup(f"“{evil}”\nis gone") == (
        "<span>“&lt;img src=&#x27;file:///etc/passwd&#x27;&gt;&lt;b&gt;town”<br>is gone</span>"
    )


def test_tile_starts_are_the_engines():
    """Worked by hand: stride 48; the last tile is moved inwards."""
    assert starts(64, 64, 16) == [0]
    assert starts(40, 64, 16) == [0]
    assert starts(65, 64, 16) == [0, 1]
    assert starts(160, 64, 16) == [0, 48, 96]
    assert starts(161, 64, 16) == [0, 48, 96, 97]


def test_outlines_lie_on_the_ground():
    pair = {"width": 100, "height": 50, "working_width": 50, "working_height": 25, "tile_size": 25, "overlap": 0}
    lines = tile_outlines({**pair, "tiles": 2, "transform": [2.0, 0.0, 1000.0, 0.0, -2.0, 5000.0]})
    assert lines.constGet().numGeometries() == 2
    assert lines.boundingBox().toString(0) == "1000,4900 : 1200,5000"


def test_without_a_measurement_no_time_is_told(desk):
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected)
    assert "known after the first run" in desk.panel.estimate.text()
    assert "About" not in desk.panel.estimate.text()


def test_time_is_told_from_the_last_run_of_this_model_and_device(desk):
    """The fake engine says 10 tiles/s; 16 tiles take 2 s."""
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected)
    assert desk.panel.estimate.text().startswith("16 tiles")
    assert "About 2 s at 10 tiles/s, as measured on CPU, made up" in desk.panel.estimate.text()
    desk.panel.options.model.setEditText("another")
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected)
    assert "known after the first run" in desk.panel.estimate.text()


def test_a_few_tiles_are_no_measurement(desk):
    from describe_changes.plugin.gui.describe.speed_estimate import known_speed, record_speed

    record_speed("cpu", "m", 0, 7, 3.0, "CPU")
    assert known_speed("cpu", "m", 0) is None
    record_speed("cpu", "m", 0, 8, 3.0, "CPU")
    assert known_speed("cpu", "m", 0).tiles_per_second == 3.0


def test_times_are_as_rough_as_they_are_known():
    from describe_changes.plugin.gui.describe.speed_estimate import duration

    assert [duration(seconds) for seconds in (0.2, 89, 91, 600, 8000)] == ["1 s", "89 s", "2 min", "10 min", "2.2 h"]


def polygons(*boxes):
    """A layer of rectangles in the pair's CRS."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "districts", "memory")
    features = []
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def sent(desk):
    """What the engine was asked: the fake one says it in a warning."""
    line = next(line for line in desk.panel.log.toPlainText().splitlines() if line.startswith("⚠ {"))
    return json.loads(line[2:])


def run_to_the_end(desk):
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    return sent(desk)


def test_extent_of_the_canvas(desk, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(desk.layers.after.crs())
    canvas.setExtent(QgsRectangle(500100, 5000100, 500300, 5000300))
    desk.panel.extent.source.setCurrentIndex(desk.panel.extent.source.findData("canvas"))
    shown = canvas.extent()
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))  # going elsewhere on the map does not move the job
    asked = run_to_the_end(desk)["extent"].split(",")
    assert [float(number) for number in asked[:4]] == pytest.approx(
        [shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum()]
    )
    assert asked[4] == "EPSG:32633"


def test_extent_of_a_layer(desk):
    layer = polygons((500010, 5000010, 500110, 5000110))
    box = desk.panel.extent
    box.source.setCurrentIndex(box.source.findData("layer"))
    assert box.layer.isVisibleTo(box)
    box.layer.setLayer(layer)
    assert run_to_the_end(desk)["extent"] == "500010.0,5000010.0,500110.0,5000110.0,EPSG:32633"


def test_extent_drawn_on_the_map(desk, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(desk.layers.after.crs())
    canvas.resize(400, 400)
    canvas.setExtent(QgsRectangle(500000, 5000000, 500400, 5000400))
    box = desk.panel.extent
    box.source.setCurrentIndex(box.source.findData("drawn"))
    assert "no rectangle yet" in box.about.text()
    assert desk.panel.run_button.isEnabled()
    desk.panel.run_button.click()
    assert desk.panel._run is None  # refused: nothing is drawn yet
    place = canvas.getCoordinateTransform()
    corners = (QgsPointXY(500100, 5000300), QgsPointXY(500200, 5000150))
    first, second = (place.transform(corner).toQPointF().toPoint() for corner in corners)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(canvas.viewport(), second)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=second)
    drawn, pixel = box.rectangle.outputExtent(), canvas.mapUnitsPerPixel()
    assert drawn.width() == pytest.approx(100, abs=2 * pixel)
    assert drawn.height() == pytest.approx(150, abs=2 * pixel)
    asked = run_to_the_end(desk)["extent"].split(",")
    assert float(asked[0]) == pytest.approx(500100, abs=pixel)


def test_polygons_of_a_layer_all_or_selected(desk):
    layer = polygons((500000, 5000000, 500100, 5000100), (500200, 5000200, 500300, 5000300))
    box = desk.panel.extent
    box.source.setCurrentIndex(box.source.findData("polygons"))
    assert "Choose the layer" in box.about.text()
    box.polygons.setLayer(layer)
    asked = json.loads(run_to_the_end(desk)["aoi"])
    assert len(asked["features"]) == 2
    assert asked["crs"]["properties"]["name"] == "EPSG:32633"
    box.selected.setChecked(True)
    assert "No feature of “districts” is selected" in box.about.text()
    desk.panel.run_button.click()
    assert desk.panel._run is None
    layer.selectByIds([2])
    assert box.about.text() == ""
    asked = json.loads(run_to_the_end(desk)["aoi"])
    assert len(asked["features"]) == 1
    assert [500200.0, 5000200.0] in [corner[:2] for corner in asked["features"][0]["geometry"]["coordinates"][0]]


def test_preview_shows_the_tiles_that_are_wanted():
    pair = {"width": 4, "height": 2, "tile_size": 1, "overlap": 0, "tiles": 2, "tile_ids": [1, 6]}
    lines = tile_outlines({**pair, "transform": [1.0, 0.0, 0.0, 0.0, -1.0, 2.0]})
    assert lines.constGet().numGeometries() == 2
    assert lines.boundingBox().toString(0) == "1,0 : 3,2"


def test_extent_is_remembered_in_the_project(desk, qgis_iface):
    from describe_changes.plugin.gui.describe.panel import DescribePanel

    layer = polygons((500000, 5000000, 500100, 5000100))
    box = desk.panel.extent
    box.choose("layer")
    box.layer.setLayer(layer)
    run_to_the_end(desk)
    again = DescribePanel(qgis_iface)
    assert again.extent.mode() == "layer"
    assert again.parameters()["EXTENT"] == "500000.0,500100.0,5000000.0,5000100.0 [EPSG:32633]"
    again.close_down()
    box.choose("polygons")
    box.polygons.setLayer(layer)
    box.selected.setChecked(True)
    layer.selectAll()
    run_to_the_end(desk)
    again = DescribePanel(qgis_iface)
    assert again.extent.polygons.currentLayer() is layer
    assert again.parameters()["WITHIN"].selectedFeaturesOnly
    again.close_down()


def test_dates_come_from_temporal_properties(desk):
    """A whole year stays a year; a day typed in goes before it."""
    properties = desk.layers.after.temporalProperties()
    begin, end = (QDateTime.fromString(text, Qt.DateFormat.ISODate) for text in ("2015-01-01", "2015-12-31T23:59:59"))
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(begin, end))
    properties.setIsActive(True)
    pair = desk.panel.pair
    pair.after.setLayer(None)
    pair.after.setLayer(desk.layers.after)
    assert pair.after_date.text() == "2015"
    assert run_to_the_end(desk)["date_after"] == "2015"
    pair.after_date.setText("2015-06-01")
    assert run_to_the_end(desk)["date_after"] == "2015-06-01"


def test_resume_is_offered_only_for_the_job_that_was_left(desk, qgis_iface):
    """Whether there is something to go on from is seen in the engine's run folder."""
    from describe_changes.plugin.gui.common.settings import remember
    from describe_changes.plugin.gui.describe.panel import DescribePanel

    assert not desk.panel.resume_button.isEnabled()
    folder = work_folder(desk.panel.work())
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    (folder / "block-000000.npz").write_bytes(b"")
    desk.panel.options.min_area.setValue(1)
    desk.panel.options.changed.emit()
    assert not desk.panel.resume_button.isEnabled()
    desk.panel.options.min_area.setValue(0)
    desk.panel.options.changed.emit()
    assert desk.panel.resume_button.isEnabled()
    remember(desk.panel.settings())
    again = DescribePanel(qgis_iface)  # as after QGIS was closed and the project opened again
    assert again.resume_button.isEnabled()
    again.close_down()
    desk.panel.run_button.click()  # anew: what lies there is discarded
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert not folder.exists()
    assert not desk.panel.resume_button.isEnabled()


def test_work_that_nobody_came_back_to_is_deleted(desk):
    from describe_changes.plugin.gui.describe.resume import tidy

    folder = work_folder(desk.panel.work())
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    left = desk.panel.work()
    left.write_bytes(b"")
    tidy()
    assert folder.exists()
    assert left.exists()
    for path in (folder / "manifest.json", folder, left):
        os.utime(path, (0, 0))
    tidy()
    assert not folder.exists()
    assert not left.exists()


def test_a_run_begun_anew_lets_go_of_what_an_earlier_one_has_left(desk):
    """Two cancelled runs of one job: to resume is to go on with the second."""
    from describe_changes.plugin.gui.describe.run import find_resumable_layer

    desk.panel.options.model.setEditText("held")
    left = []
    for _ in range(2):
        desk.panel.run_button.click()

        def some():
            live = QgsProject.instance().mapLayersByName("Describing changes…")
            return bool(live) and live[0].featureCount() >= 2

        assert desk.settle(some)
        desk.panel.cancel_button.click()
        assert desk.settle(lambda: desk.panel.run_button.isEnabled())
        left.append(find_resumable_layer(desk.panel.work()).id())
    assert left[0] != left[1]
    assert left[0] in QgsProject.instance().mapLayers()  # it may hold verdicts: it stays, but is not gone on with


def test_the_words_of_progress_fit_the_stage(qgis_app):
    """“1 s left” while the sites are still to be described would be false."""
    from describe_changes.plugin.processing.engine_job import progress_text

    tiles = {"stage": "describe", "done": 48, "total": 48, "tiles_per_second": 2.0, "seconds_left": 0.4}
    assert progress_text({**tiles, "done": 24, "seconds_left": 12}).endswith("12 s left")
    assert progress_text({"stage": "sites", "done": 3, "total": 61}) == "Described 3 of 61 sites"
    assert "left" not in progress_text({"stage": "polygons", "done": 1, "total": 4})
    assert progress_text({"stage": "write", "done": 1, "total": 4}) == ""
