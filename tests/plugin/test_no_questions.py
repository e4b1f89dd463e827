"""Nothing to answer before the first result: coordinate operations, files, layers that would be refused."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDatumTransform,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtWidgets import QFileDialog

NAD83, WGS84 = QgsCoordinateReferenceSystem("EPSG:26915"), QgsCoordinateReferenceSystem("EPSG:4326")


def test_there_is_a_choice_that_qgis_would_ask_about():
    """It asks where several are known, whether or not their grids are here."""
    assert len(QgsDatumTransform.operations(NAD83, WGS84)) > 1


def test_the_most_accurate_operation_is_noted_both_ways(qgis_new_project):
    from describe_changes.plugin.layers.operations import settle_operations

    project = QgsProject.instance()
    project.setCrs(NAD83)
    settle_operations(project, [WGS84, QgsCoordinateReferenceSystem()])
    context = project.transformContext()
    assert context.hasTransform(NAD83, WGS84)
    usable = [one for one in QgsDatumTransform.operations(NAD83, WGS84) if one.isAvailable and one.accuracy >= 0]
    chosen = context.calculateCoordinateOperation(NAD83, WGS84)
    assert min(one.accuracy for one in usable) == next(one.accuracy for one in usable if one.proj == chosen)
    there = QgsCoordinateTransform(NAD83, WGS84, project).transform(QgsPointXY(368000, 4102000))
    back = QgsCoordinateTransform(WGS84, NAD83, project).transform(there)
    assert back.distance(368000, 4102000) < 0.01


def test_boxes_are_transformed_the_right_way(qgis_new_project):
    """QGIS 3.40 takes the wrong way where an operation is noted the other way round; the map was white."""
    from describe_changes.plugin.layers.operations import settle_operations

    project = QgsProject.instance()
    settle_operations(project, [NAD83, WGS84])
    for source, target, box in (
        (WGS84, NAD83, QgsRectangle(-94.4968, 37.0684, -94.4873, 37.0748)),
        (NAD83, WGS84, QgsRectangle(366900, 4103600, 367800, 4104300)),
    ):
        way = QgsCoordinateTransform(source, target, project)
        middle = way.transform(box.center())
        assert way.transformBoundingBox(box).contains(middle), (source.authid(), target.authid())


def test_what_a_person_has_chosen_stays(qgis_new_project):
    from describe_changes.plugin.layers.operations import best_operation, settle_operations

    project, best = QgsProject.instance(), best_operation(NAD83, WGS84)
    other = next(one.proj for one in QgsDatumTransform.operations(NAD83, WGS84) if one.proj != best)
    context = project.transformContext()
    context.addCoordinateOperation(NAD83, WGS84, other)
    project.setTransformContext(context)
    settle_operations(project, [NAD83, WGS84])
    assert project.transformContext().calculateCoordinateOperation(NAD83, WGS84) == other


def test_where_there_is_one_operation_nothing_is_noted(qgis_new_project):
    from describe_changes.plugin.layers.operations import settle_operations

    project, zones = QgsProject.instance(), ("EPSG:32633", "EPSG:32634")
    settle_operations(project, [QgsCoordinateReferenceSystem(zone) for zone in zones])
    assert project.transformContext().coordinateOperations() == {}


def test_the_example_settles_its_operations_before_it_is_on_the_map(qgis_iface, qgis_new_project, monkeypatch):
    from describe_changes.plugin.gui.start.example import load_example

    project, noted = QgsProject.instance(), []
    systems = set()

    def added(layer):
        systems.add(layer.crs().authid())
        context = project.transformContext()
        noted.append(context.hasTransform(layer.crs(), project.crs()) or layer.crs() == project.crs())

    project.layerWasAdded.connect(added)
    load_example(qgis_iface.mapCanvas())
    project.layerWasAdded.disconnect(added)
    assert systems == {"EPSG:26915", "EPSG:4326"}
    assert noted == [True, True]


def test_layers_of_web_maps_are_offered_and_preselected_by_nobody(desk):
    web = QgsRasterLayer("type=xyz&zmin=0&zmax=1&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png", "web", "wms")
    assert web.isValid()
    QgsProject.instance().addMapLayer(web)
    for combo in (desk.panel.pair.before, desk.panel.pair.after):
        names = [combo.itemText(row) for row in range(combo.count())]
        assert "before" in names
        assert "web" in names
        assert combo.currentLayer().name() != "web"


def test_an_image_is_taken_from_a_file(desk, pair, tmp_path, monkeypatch):
    path, broken = tmp_path / "river.tif", tmp_path / "broken.tif"
    shutil.copyfile(pair.before, path)
    broken.write_text("no raster")
    answers = [str(path), str(path), str(broken), ""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    widget = desk.panel.pair
    for _ in range(2):  # the second time it is on the map already
        widget.file_buttons[0].click()
        assert widget.before.currentLayer().name() == "river"
    assert len(QgsProject.instance().mapLayersByName("river")) == 1
    widget.file_buttons[0].click()
    assert widget.notice.text() == f"{broken} cannot be opened as a raster."
    widget.file_buttons[0].click()
    assert widget.before.currentLayer().name() == "river"


@pytest.mark.parametrize("count", [1, 2])
def test_a_series_takes_files(desk, pair, tmp_path, monkeypatch, count):
    paths = [str(tmp_path / f"town_20{row:02}-05-01.tif") for row in range(count)]
    for path in paths:
        shutil.copyfile(pair.before, path)
    broken = str(tmp_path / "broken.tif")
    (tmp_path / "broken.tif").write_text("no raster")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([*paths, broken], ""))
    table = desk.dock.series_panel.images
    table.add_files()
    assert sorted(side.path for side in table.sides()) == paths
    assert "broken.tif cannot be opened" in table.notice.text()
