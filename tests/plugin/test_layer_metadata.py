"""What layers of a result say of themselves, the user's own style, and the layout for maps of one's own."""

from __future__ import annotations

import pytest
from conftest import ROOT
from describe_changes.plugin.layers import styling
from describe_changes.plugin.layers.metadata import describe_layer
from qgis.core import (
    QgsLayerNotesUtils,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

pytestmark = pytest.mark.usefixtures("qgis_new_project")


@pytest.mark.engine
def test_a_stored_layer_says_how_it_was_made_with_model_licence_and_limits(result):
    layer = QgsVectorLayer(f"{result}|layername=sites", "Sites 2011 → 2012", "ogr")
    describe_layer(layer, "SITES", {})
    told = layer.metadata()
    assert told.title() == "Sites 2011 → 2012"
    assert told.abstract().startswith("Places where something changed")
    assert "Between 1 May 2011 and 15 June 2012" in told.abstract()
    assert any("town_2011-05-01.tif" in line for line in told.history())
    assert any(line.startswith("Model: ") for line in told.history())
    assert any("trained on" in one.constraint for one in told.constraints())
    notes = QgsLayerNotesUtils.layerNotes(layer)
    assert "Describe Changes 0" in notes
    assert "Beware" in notes
    assert sorted(path.name for path in result.parent.iterdir()) == ["result.gpkg"]  # no journal is left beside it


def test_a_layer_in_memory_tells_what_the_engine_said_and_keeps_the_users_notes():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "tiles", "memory")
    started = {"model": "<tiny>", "device": "CPU", "warnings": ["The dates are <far> apart."]}
    describe_layer(layer, "TILES", started)
    notes = QgsLayerNotesUtils.layerNotes(layer)
    assert "&lt;tiny&gt;" in notes
    assert "The dates are &lt;far&gt; apart." in notes
    QgsLayerNotesUtils.setLayerNotes(layer, "mine")
    describe_layer(layer, "TILES", started)
    assert QgsLayerNotesUtils.layerNotes(layer) == "mine"


def test_a_style_of_ones_own_is_taken_for_all_results(tmp_path, monkeypatch):
    monkeypatch.setattr(styling, "user_data_dir", lambda: tmp_path)
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=class:string", "sites", "memory")
    styling.apply_styling(layer, "SITES", {})
    assert layer.renderer().type() == "RuleRenderer"
    (tmp_path / "styles").mkdir()
    plain = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "plain", "memory")
    plain.saveNamedStyle(str(tmp_path / "styles" / "sites.qml"))
    styling.apply_styling(layer, "SITES", {}, stored=True)
    assert layer.renderer().type() == "singleSymbol"
    assert layer.customProperty(styling.ROLE) == "sites"

    file = str(tmp_path / "stored.gpkg")  # one that has a style of its own, as the engine writes it
    QgsVectorFileWriter.writeAsVectorFormatV3(
        QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=class:string", "sites", "memory"),
        file,
        QgsProject.instance().transformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    stored = QgsVectorLayer(file, "stored", "ogr")
    stored.loadNamedStyle(str(ROOT / "resources" / "styles" / "sites.qml"), True)
    stored.saveStyleToDatabase("sites", "", True, "")
    stored = QgsVectorLayer(file, "stored", "ogr")
    assert stored.renderer().type() == "RuleRenderer"
    styling.apply_styling(stored, "SITES", {}, stored=True)
    assert stored.renderer().type() == "singleSymbol"


def test_the_layout_for_maps_has_map_and_legend():
    document = QDomDocument()
    assert document.setContent((ROOT / "resources" / "layouts" / "map.qpt").read_text(encoding="utf-8"))
    layout = QgsPrintLayout(QgsProject.instance())
    items, read = layout.loadFromTemplate(document, QgsReadWriteContext())
    assert read
    assert isinstance(layout.itemById("map"), QgsLayoutItemMap)
    assert isinstance(layout.itemById("legend"), QgsLayoutItemLegend)
    assert layout.itemById("legend").linkedMap() is layout.itemById("map")
    assert len(items) >= 5
