"""The review: order, verdicts, undo, what is written, keys, the map."""

from __future__ import annotations

import pytest
from describe_changes.plugin.layers.review import Review, is_tile_layer
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

pytestmark = pytest.mark.usefixtures("fake_engine")


@pytest.fixture
def saved(describe, tmp_path):
    """A GeoPackage of described tiles."""
    path = tmp_path / "tiles.gpkg"
    describe(TILES=str(path))
    return path


@pytest.fixture
def layer(saved, qgis_new_project):
    layer = QgsVectorLayer(str(saved), "tiles", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def panel(qgis_iface, layer):
    from describe_changes.plugin.gui.review_panel import ReviewPanel

    panel = ReviewPanel(qgis_iface)
    panel.show()
    yield panel
    panel.close_down()
    panel.deleteLater()


def stored(path, tile):
    """Read a tile anew from the file."""
    again = QgsVectorLayer(str(path), "again", "ogr")
    feature = next(feature for feature in again.getFeatures() if feature["tile_id"] == tile)
    return feature["review"] or "", feature["caption_edited"] or ""


def test_only_layers_of_tiles_are_offered(layer):
    assert is_tile_layer(layer)
    assert not is_tile_layer(QgsVectorLayer("Point?field=caption:string", "other", "memory"))


def test_verdicts_are_in_the_file_and_undo_takes_them_back(layer, saved):
    review = Review(layer)
    review.load("tile")
    assert [row.tile_id for row in review.rows] == [0, 3, 6, 9, 12, 15]
    zero, three, six = (row.fid for row in review.rows[:3])
    assert review.accept(zero)
    assert review.reject(three)
    assert review.edit(six, " two  houses\nstand here ")
    assert stored(saved, 0) == ("accepted", "")
    assert stored(saved, 3) == ("rejected", "")
    assert stored(saved, 6) == ("edited", "two houses stand here")
    assert review.judged() == 3
    assert review.undo() == six
    assert stored(saved, 6) == ("", "")
    assert review.undo() == three
    assert review.redo() == three
    assert stored(saved, 3) == ("rejected", "")
    assert review.undo() == three
    assert review.undo() == zero
    assert review.undo() == -1
    assert review.judged() == 0


def test_writing_the_models_own_words_is_accepting(layer, saved):
    review = Review(layer)
    review.load("tile")
    fid = review.rows[0].fid
    review.edit(fid, "something else")
    review.edit(fid, "a <b>building</b> appeared in tile 0")
    assert stored(saved, 0) == ("accepted", "")


def test_an_edited_layer_gets_its_changes_through_the_edit_buffer(layer, saved):
    review = Review(layer)
    review.load("tile")
    layer.startEditing()
    assert review.reject(review.rows[0].fid)
    assert layer.getFeature(review.rows[0].fid)["review"] == "rejected"
    assert stored(saved, 0) == ("", "")
    layer.rollBack()
    assert layer.getFeature(review.rows[0].fid)["review"] != "rejected"


def test_orders_and_filters(layer):
    review = Review(layer)
    review.load("score", only_changed=False)
    assert len(review.rows) == 16
    assert review.rows[0].score > review.rows[-1].score
    review.accept(review.rows[0].fid)
    review.load("score", only_changed=True, only_open=True)
    assert len(review.rows) == 5


def test_keys_step_and_judge(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    assert panel.current().tile_id == 0
    assert panel.caption.toPlainText() == "a <b>building</b> appeared in tile 0"
    assert "1 new building, 1,024 m²" in panel.about.text()
    panel.view.setFocus()
    for name, tile in (("mActionAccept", 3), ("mActionReject", 6), ("mActionNext", 9), ("mActionPrevious", 6)):
        action = next(action for action in panel.actions() if action.objectName() == name)
        assert not action.shortcut().isEmpty()
        action.trigger()
        assert panel.current().tile_id == tile
    assert stored(saved, 0) == ("accepted", "")
    assert stored(saved, 3) == ("rejected", "")
    assert panel.progress.value() == 2
    panel.undo()
    assert panel.current().tile_id == 3
    assert stored(saved, 3) == ("", "")


def test_words_typed_in_the_box_are_kept_on_accept(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    panel.caption.setPlainText("")
    QTest.keyClicks(panel.caption, "a new barn")
    panel.accept()
    assert stored(saved, 0) == ("edited", "a new barn")
    assert panel.review.rows[0].caption == "a new barn"
    assert panel.table.data(panel.table.index(0, 3)) == "edited"


def test_map_goes_to_the_tile(panel, layer, qgis_iface):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    panel.step(1)
    panel.step(1)
    box = layer.getFeature(panel.current().fid).geometry().boundingBox()
    assert canvas.extent().contains(box)
    assert canvas.extent().width() < 8 * box.width()


def test_before_after_and_blink_switch_the_images(panel, layer, pair_layers, qgis_app):
    project = QgsProject.instance()
    project.addMapLayers([pair_layers.before, pair_layers.after])
    layer.setCustomProperty("describe_changes/before", pair_layers.before.id())
    layer.setCustomProperty("describe_changes/after", pair_layers.after.id())
    panel.dates.of_layer(layer)
    root = project.layerTreeRoot()
    panel.dates.show(False)
    assert root.findLayer(pair_layers.before.id()).isVisible()
    assert not root.findLayer(pair_layers.after.id()).isVisible()
    panel.dates.blink(True)
    assert panel.dates.blinking
    panel.dates.toggle()
    assert root.findLayer(pair_layers.after.id()).isVisible()
    panel.dates.blink(False)
    assert not panel.dates.blinking


def test_removing_the_layer_empties_the_panel(panel, layer):
    assert panel.review is not None
    QgsProject.instance().removeMapLayer(layer.id())
    assert panel.review is None
    assert panel.table.rowCount() == 0
    panel.accept()
    panel.step(1)


def test_filters_are_saved_in_the_project(panel, qgis_iface):
    from describe_changes.plugin.gui.review_panel import ReviewPanel

    panel.order.setCurrentIndex(panel.order.findData("doubt"))
    panel.only_open.setChecked(True)
    again = ReviewPanel(qgis_iface)
    assert again.order.currentData() == "doubt"
    assert again.only_open.isChecked()
    again.close_down()


def test_no_shortcut_is_taken_twice(panel):
    keys = [action.shortcut().toString() for action in panel.actions()]
    assert len(keys) == len(set(keys)) == 9
    assert all(action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut for action in panel.actions())
