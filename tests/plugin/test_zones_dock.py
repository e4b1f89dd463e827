"""Zones with a run: asked for in the dock and in Processing, handed to the engine with their names, and drawn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ALGORITHM
from describe_changes.plugin.gui.common.settings import PairSettings, SeriesSettings
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer


@pytest.fixture
def wards(qgis_new_project):
    """Two halves of the images as a layer of the project."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=id:integer&field=Name:string", "wards", "memory")
    for number, (name, left) in enumerate((("West", 500000.0), ("East", 500256.0))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, name])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 5000000.0, left + 256, 5000512.0)))
        layer.dataProvider().addFeature(feature)
    return QgsProject.instance().addMapLayer(layer)


@pytest.mark.engine
def test_a_run_with_zones_has_a_layer_of_them(scene, pack, provider, real_engine, wards, tmp_path):
    import processing

    given = {"BEFORE": str(scene.before), "AFTER": str(scene.after), "MODEL": str(pack), "DEVICE": "cpu"}
    file = tmp_path / "wards.gpkg"
    done = processing.run(ALGORITHM, {**given, "ZONES": wards, "ZONE_NAME": "Name", "SITES": str(file)})
    assert done["ZONE_LAYER"] == f"{file}|layername=zones"
    rows = list(QgsVectorLayer(done["ZONE_LAYER"], "zones", "ogr").getFeatures())
    assert {row["name"] for row in rows} == {"West", "East"}
    by_name = {row["name"]: row["changed_area_m2"] for row in rows}
    assert by_name["West"] > 0  # where the square has become bright
    assert by_name["East"] == 0


def test_the_dock_hands_zones_on_and_remembers_them(desk, fake_engine, wards):
    options = desk.panel.options
    assert "ZONES" not in options.parameters()
    assert not options.zone_name.isEnabled()
    options.zones.setLayer(wards)
    assert options.parameters()["ZONES"] == wards.id()
    assert options.parameters()["ZONE_NAME"] == "Name"  # a field of that name is taken
    kept = desk.panel.settings()
    assert (kept.zones, kept.zone_name) == (wards.id(), "Name")
    other = desk.panel.work()
    options.zones.setLayer(None)
    assert desk.panel.work() != other  # another job
    desk.panel.apply(kept)
    assert desk.panel.settings() == kept
    desk.panel.apply(PairSettings())
    assert options.zones.currentLayer() is None
    desk.dock.series_panel.apply(SeriesSettings(zones=wards.id(), zone_name="id"))
    assert desk.dock.series_panel.parameters()["ZONE_NAME"] == "id"


def test_zones_reach_the_engine_with_their_names(desk, fake_engine, provider, pair, wards, monkeypatch):
    from describe_changes.plugin.processing.describe_changes import DescribeChangesAlgorithm
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm = DescribeChangesAlgorithm()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"BEFORE": str(pair.before), "AFTER": str(pair.after), "SITES": "TEMPORARY_OUTPUT"}
    given.update(ZONES=wards.id(), ZONE_NAME="Name")
    assert algorithm.prepareAlgorithm(given, context, QgsProcessingFeedback(False))
    told = json.loads(Path(algorithm._params["zones"]).read_text(encoding="utf-8"))
    field = algorithm._params["zone_name"]
    assert [feature["properties"][field] for feature in told["features"]] == ["West", "East"]


def test_the_layer_of_zones_comes_into_the_group_of_the_result(desk, fake_engine, wards, tmp_path, monkeypatch):
    from describe_changes.plugin.gui.describe.run import DescribeTask
    from qgis.core import QgsVectorFileWriter

    file, options = tmp_path / "made.gpkg", QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "zones"
    QgsVectorFileWriter.writeAsVectorFormatV3(wards, str(file), QgsProject.instance().transformContext(), options)
    before = DescribeTask._add_zones
    monkeypatch.setattr(
        DescribeTask,
        "_add_zones",
        lambda run, results, *more: before(run, {**results, "ZONE_LAYER": f"{file}|layername=zones"}, *more),
    )
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert [child.name().split()[0] for child in group.children()] == ["Sites", "Changes", "Changed", "Described"]
    zones = group.children()[1].layer()
    assert zones.labelsEnabled()
    assert zones.customProperty("describe_changes/role") == "zones"
