"""The review: order, verdicts, undo, what is written, keys, the map."""

from __future__ import annotations

import shutil

import pytest
from conftest import wait_until
from describe_changes.plugin.layers.review import Review
from describe_changes.plugin.layers.subject import TILES, subject_of
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
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
    from describe_changes.plugin.gui.review.panel import ReviewPanel

    panel = ReviewPanel(qgis_iface)
    panel.show()
    yield panel
    panel.close_down()
    panel.deleteLater()


def stored(path, tile):
    """Read a tile anew from the file."""
    again = QgsVectorLayer(str(path), "again", "ogr")
    feature = next(feature for feature in again.getFeatures() if feature["tile_id"] == tile)
    return feature["review_status"] or "", feature["caption_edited"] or ""


def test_only_layers_of_tiles_are_offered(layer):
    assert subject_of(layer) is TILES
    assert subject_of(QgsVectorLayer("Point?field=caption:string", "other", "memory")) is None


def test_verdicts_are_in_the_file_and_undo_takes_them_back(layer, saved):
    review = Review(layer)
    review.load("tile")
    assert [row.number for row in review.rows] == [0, 3, 6, 9, 12, 15]
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
    assert layer.getFeature(review.rows[0].fid)["review_status"] == "rejected"
    assert stored(saved, 0) == ("", "")
    layer.rollBack()
    assert layer.getFeature(review.rows[0].fid)["review_status"] != "rejected"


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
    assert panel.current().number == 0
    assert panel.caption.toPlainText() == "a <b>building</b> appeared in tile 0"
    assert panel.facts.toPlainText() == "1 new building, 1,024 m²"
    assert "measurement" not in panel.about.text()
    panel.view.setFocus()
    for name, tile in (("mActionAccept", 3), ("mActionReject", 6), ("mActionNext", 9), ("mActionPrevious", 6)):
        action = next(action for action in panel.actions() if action.objectName() == name)
        assert not action.shortcut().isEmpty()
        action.trigger()
        assert panel.current().number == tile
    assert stored(saved, 0) == ("accepted", "")
    assert stored(saved, 3) == ("rejected", "")
    assert panel.progress.value() == 2
    panel.buttons["mUndo"].click()
    assert panel.current().number == 3
    assert stored(saved, 3) == ("", "")
    panel.buttons["mRedo"].click()
    assert panel.current().number == 3
    assert stored(saved, 3) == ("rejected", "")
    panel.buttons["mUndo"].click()
    assert stored(saved, 3) == ("", "")


def test_words_typed_in_the_box_are_kept_on_accept(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    panel.caption.setPlainText("")
    QTest.keyClicks(panel.caption, "a new barn")
    panel.accept()
    assert stored(saved, 0) == ("edited", "a new barn")
    assert panel.review.rows[0].caption == "a new barn"
    assert panel.table.data(panel.table.index(0, 4)) == "edited"


MARKED = "2 barns (stated by the analyst, not measured); measured: 1 new building, 1,024 m²"


def facts_in(path, tile):
    """The facts of a tile, read anew from the file."""
    again = QgsVectorLayer(str(path), "again", "ogr")
    return next(feature for feature in again.getFeatures() if feature["tile_id"] == tile)["facts"]


def type_facts(panel, words):
    """Write over the facts of the tile that is looked at, as a person would."""
    panel.facts.setFocus()
    panel.facts.selectAll()
    QTest.keyClicks(panel.facts, words)


def test_facts_typed_over_are_kept_as_a_statement_with_the_measurement_behind_it(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    type_facts(panel, "2 barns")
    panel.buttons["mEdit"].click()
    assert stored(saved, 0) == ("edited", "")  # the sentence is still the model's
    assert facts_in(saved, 0) == MARKED
    assert panel.current().number == 3
    panel.buttons["mPrevious"].click()
    assert panel.facts.toPlainText() == "2 barns"
    assert "not a measurement" in panel.about.text()
    assert "Measured: 1 new building, 1,024 m²" in panel.about.text()
    panel.buttons["mAccept"].click()  # nothing typed: the statement stays, and so does its verdict
    assert facts_in(saved, 0) == MARKED
    assert stored(saved, 0)[0] == "edited"
    panel.buttons["mUndo"].click()
    assert facts_in(saved, 0) == "1 new building, 1,024 m²"
    assert stored(saved, 0) == ("", "")
    panel.buttons["mRedo"].click()
    assert facts_in(saved, 0) == MARKED


def test_an_emptied_box_or_the_measured_words_take_a_statement_back(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    for words in ("", "1 new building, 1,024 m²"):
        type_facts(panel, "2 barns")
        panel.buttons["mEdit"].click()
        panel.buttons["mPrevious"].click()
        panel.facts.selectAll()
        QTest.keyClick(panel.facts, Qt.Key.Key_Delete)
        QTest.keyClicks(panel.facts, words)
        panel.buttons["mAccept"].click()
        assert facts_in(saved, 0) == "1 new building, 1,024 m²"
        assert stored(saved, 0) == ("accepted", "")
        panel.buttons["mPrevious"].click()


def test_sentence_and_facts_are_kept_together_and_a_rejected_tile_keeps_its_statement(panel, saved):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    panel.caption.setPlainText("two barns were built")
    type_facts(panel, "2 barns")
    panel.buttons["mEdit"].click()
    assert stored(saved, 0) == ("edited", "two barns were built")
    assert facts_in(saved, 0) == MARKED
    panel.buttons["mPrevious"].click()
    panel.buttons["mReject"].click()
    assert stored(saved, 0) == ("rejected", "two barns were built")
    assert facts_in(saved, 0) == MARKED


def test_facts_stated_while_the_layer_is_edited_are_one_command_of_the_edit_buffer(layer, saved):
    review = Review(layer)
    review.load("tile")
    layer.startEditing()
    review.edit(review.rows[0].fid, "two barns were built", "2 barns")
    assert layer.undoStack().count() == 1
    assert review.rows[0].stated == "2 barns"
    layer.undoStack().undo()
    assert (review.rows[0].stated, review.rows[0].caption) == ("", "a <b>building</b> appeared in tile 0")
    layer.rollBack()


def test_the_mark_cannot_be_typed_away(layer, saved):
    review = Review(layer)
    review.load("tile")
    review.edit(review.rows[0].fid, "", "2 barns (stated by the analyst, not measured); measured: 9 buildings")
    assert facts_in(saved, 0).startswith("2 barns ; measured: 9 buildings (stated by the analyst, not measured)")
    assert facts_in(saved, 0).endswith("; measured: 1 new building, 1,024 m²")


def test_map_goes_to_the_tile(panel, layer, qgis_iface):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    panel.step(1)
    panel.step(1)
    box = layer.getFeature(panel.current().fid).geometry().boundingBox()
    assert canvas.extent().contains(box)
    assert canvas.extent().width() < 8 * box.width()
    assert panel.mark.shown
    panel.hide()
    assert not panel.mark.shown
    panel.show()
    assert panel.mark.shown


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


def test_all_images_of_a_date_are_switched_together(panel, layer, pair, tmp_path, qgis_iface, qgis_app):
    """A result that was opened, of dates that came in several files each, one of them not in the project."""
    names = ("before_west.tif", "before_east.tif", "after_west.tif", "after_east.tif")
    for name in names:
        shutil.copy(pair.before if name.startswith("before") else pair.after, tmp_path / name)
    path = tmp_path / "opened.gpkg"
    write = QgsVectorFileWriter.SaveVectorOptions()
    write.layerName = "tiles"
    transform = QgsProject.instance().transformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), transform, write)[0] == 0
    run = QgsVectorLayer("None?field=before:string&field=after:string", "runs", "memory")
    row = QgsFeature(run.fields())
    row.setAttributes(["\n".join(str(tmp_path / name) for name in part) for part in (names[:2], names[2:])])
    run.dataProvider().addFeatures([row])
    write.layerName = "runs"
    write.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    assert QgsVectorFileWriter.writeAsVectorFormatV3(run, str(path), transform, write)[0] == 0
    images = {name: QgsRasterLayer(str(tmp_path / name), name) for name in names[:1] + names[2:]}
    opened = QgsVectorLayer(f"{path}|layername=tiles", "tiles", "ogr")
    QgsProject.instance().addMapLayers([*images.values(), opened])
    panel.dates.of_layer(opened)
    west, *later = (images[name].id() for name in images)
    assert panel.dates.pair == ((west,), tuple(later))
    root = QgsProject.instance().layerTreeRoot()
    for after in (True, False):
        panel.dates.show(after)
        assert [root.findLayer(one).isVisible() for one in (west, *later)] == [not after, after, after]
    canvas = qgis_iface.mapCanvas()
    canvas.setLayers([opened, *(images[name] for name in names[2:])])
    assert panel.swipe.start(*panel.dates.pair)
    assert [one.id() for one in panel.swipe._job.mapSettings().layers()] == [opened.id(), west]
    panel.swipe.stop()
    QgsProject.instance().removeMapLayer(later[0])
    assert not panel.dates.known()
    assert not panel.swipe.start(*panel.dates.pair)


def test_removing_the_layer_empties_the_panel(panel, layer):
    assert panel.review is not None
    QgsProject.instance().removeMapLayer(layer.id())
    assert panel.review is None
    assert panel.table.rowCount() == 0
    panel.accept()
    panel.step(1)


def test_filters_are_saved_in_the_project(panel, qgis_iface):
    from describe_changes.plugin.gui.review.panel import ReviewPanel

    panel.order.setCurrentIndex(panel.order.findData("doubt"))
    panel.only_open.setChecked(True)
    again = ReviewPanel(qgis_iface)
    assert again.order.currentData() == "doubt"
    assert again.only_open.isChecked()
    again.close_down()


def test_no_shortcut_is_taken_twice(panel):
    keys = [action.shortcut().toString() for action in panel.actions()]
    assert len(keys) == len(set(keys)) == 12
    assert all(action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut for action in panel.actions())


@pytest.fixture
def areas(describe, layer, tmp_path):
    """The changed areas of the same run, in the project: six of 1,024 m², one in each changed tile."""
    path = tmp_path / "changes.gpkg"
    describe(CHANGES=str(path))
    changes = QgsVectorLayer(str(path), "changes", "ogr")
    QgsProject.instance().addMapLayer(changes)
    return changes


def verdicts(areas):
    """Verdict of each changed area, by its tile, read anew from the file."""
    again = QgsVectorLayer(areas.source(), "again", "ogr")
    return {area["tile_id"]: area["review_status"] or "" for area in again.getFeatures()}


def area_of(areas, tile):
    return next(area for area in areas.getFeatures() if area["tile_id"] == tile)


def test_the_verdict_goes_on_to_the_changed_areas_and_one_undo_takes_both_back(layer, areas, saved):
    review = Review(layer)
    assert review.changes is areas
    review.load("tile")
    zero, three, six = (row.fid for row in review.rows[:3])
    review.reject(zero)
    review.accept(three)
    review.edit(six, "another sentence")
    assert verdicts(areas) == {0: "rejected", 3: "accepted", 6: "accepted", 9: "", 12: "", 15: ""}
    assert review.undo() == six
    assert stored(saved, 6) == ("", "")
    assert verdicts(areas)[6] == ""
    assert review.undo() == three
    assert review.undo() == zero
    assert set(verdicts(areas).values()) == {""}
    assert review.redo() == zero
    assert verdicts(areas)[0] == "rejected"
    assert stored(saved, 0) == ("rejected", "")
    review.accept(zero)  # changing one's mind takes the areas along
    assert verdicts(areas)[0] == "accepted"


def test_an_area_with_a_verdict_of_its_own_keeps_it(layer, areas):
    index = areas.fields().indexOf("review_status")
    areas.dataProvider().changeAttributeValues({area_of(areas, 0).id(): {index: "edited"}})
    review = Review(layer)
    review.load("tile")
    review.reject(review.rows[0].fid)
    assert verdicts(areas)[0] == "edited"


def test_where_both_layers_are_edited_a_verdict_is_one_command_of_each(layer, areas):
    review = Review(layer)
    review.load("tile")
    for one in (layer, areas):
        one.startEditing()
    review.reject(review.rows[0].fid)
    assert (layer.undoStack().count(), areas.undoStack().count()) == (1, 1)
    assert area_of(areas, 0)["review_status"] == "rejected"
    layer.undoStack().undo()  # QGIS's own undo: the list follows
    assert review.rows[0].review_status == ""
    for one in (layer, areas):
        one.rollBack()


def test_areas_of_another_pair_are_left_alone(layer, areas):
    """In a series tile 0 is there once for each pair of dates."""
    other = area_of(areas, 0)
    index = areas.fields().indexOf("date_after")
    later = other["date_after"].addYears(1)
    areas.dataProvider().changeAttributeValues({other.id(): {index: later}})
    review = Review(layer)
    review.load("tile")
    assert review.rows[0].classes == ""
    review.reject(review.rows[0].fid)
    assert verdicts(areas)[0] == ""


def test_a_narrow_list_leaves_the_class_out_so_that_sentences_can_be_read(panel, qgis_app):
    view = panel.view
    for width, hidden in ((700, False), (330, True), (700, False)):
        panel.resize(width, 900)
        qgis_app.processEvents()
        assert view.isColumnHidden(2) == hidden
        assert view.columnWidth(3) >= 90


def test_order_and_filter_by_class(layer, areas, panel):
    transition = areas.fields().indexOf("transition")
    change = {area_of(areas, tile).id(): {transition: "disappeared"} for tile in (3, 9)}
    areas.dataProvider().changeAttributeValues(change)
    panel.order.setCurrentIndex(panel.order.findData("class"))
    panel._filter()
    assert [row.number for row in panel.review.rows] == [0, 6, 12, 15, 3, 9]
    assert panel.table.data(panel.table.index(0, 2)) == "building appeared"
    assert [panel.only_class.itemData(i) for i in range(3)] == ["", "building appeared", "building disappeared"]
    panel.only_class.setCurrentIndex(2)
    assert [row.number for row in panel.review.rows] == [3, 9]
    assert panel.progress.maximum() == 2


def test_progress_counts_what_the_filter_hides(panel):
    panel.only_open.setChecked(True)
    panel.step(1)
    panel.accept()
    panel.accept()
    assert (panel.progress.value(), panel.progress.maximum()) == (2, 6)
    panel._filter()
    assert len(panel.review.rows) == 4
    assert (panel.progress.value(), panel.progress.maximum()) == (2, 6)


def test_class_filter_is_saved_in_the_project(panel, areas, qgis_iface):
    from describe_changes.plugin.gui.review.panel import ReviewPanel

    panel.only_class.setCurrentIndex(panel.only_class.findData("building appeared"))
    again = ReviewPanel(qgis_iface)
    assert again.only_class.currentData() == "building appeared"
    assert len(again.review.rows) == 6
    again.close_down()


def edit_button(panel):
    return panel.buttons["mEditAreas"]


def test_outlines_are_edited_with_qgis_and_the_figures_follow(panel, layer, areas):
    """The square of tile 0 is widened from 32 × 32 to 48 × 32 m; a new one of 10 × 10 m is drawn in tile 5."""
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    assert panel.current().number == 0
    edit_button(panel).click()
    assert areas.isEditable()
    assert edit_button(panel).text() == "Save outlines (E)"
    assert areas.selectedFeatureIds() == []  # QGIS paints a selection opaque, and what shall be traced is not seen
    old = area_of(areas, 0)
    box = old.geometry().boundingBox()
    wide = QgsRectangle(box.xMinimum(), box.yMinimum(), box.xMinimum() + 48, box.yMaximum())
    outline = QgsGeometry.fromRect(wide)
    outline.convertToMultiType()
    assert areas.changeGeometry(old.id(), outline)
    fresh = QgsFeature(areas.fields())
    drawn = QgsGeometry.fromRect(QgsRectangle(500140, 5000300, 500150, 5000310))  # in tile 5
    drawn.convertToMultiType()
    fresh.setGeometry(drawn)
    fresh["class"], fresh["transition"] = "shed", "appeared"
    assert areas.addFeature(fresh)
    edit_button(panel).click()
    assert not areas.isEditable()
    assert edit_button(panel).text() == "Edit outlines (E)"
    again = {area["tile_id"]: area for area in QgsVectorLayer(areas.source(), "again", "ogr").getFeatures()}
    scale = 0.9996**2  # ground against the map at the middle meridian
    assert again[0]["area_m2"] == pytest.approx(48 * 32 / scale, rel=1e-3)
    assert again[0]["perimeter_m"] == pytest.approx(2 * (48 + 32) / 0.9996, rel=1e-3)
    assert again[0]["review_status"] == "edited"
    assert again[3]["area_m2"] == 1024.0  # untouched
    assert again[5]["class"] == "shed"
    assert again[5]["change_id"] == 6
    assert again[5]["area_m2"] == pytest.approx(100 / scale, rel=1e-3)
    assert again[5]["date_after"] == again[0]["date_after"]
    tiles = {tile["tile_id"]: tile for tile in layer.getFeatures()}
    assert tiles[0]["changed_area_m2"] == pytest.approx(48 * 32 / scale, rel=1e-3)
    assert tiles[0]["changed_fraction"] == pytest.approx(48 * 32 / 128**2, rel=1e-3)
    assert tiles[0]["facts"] == "new built-up area, 1,540 m² (outlines edited by hand)"
    assert tiles[5]["changed"]
    assert tiles[5]["facts"] == "1 new shed, 100 m² (outlines edited by hand)"
    assert tiles[3]["facts"] == "1 new building, 1,024 m²"
    assert panel.current().number == 0
    assert "1,540 m²" in panel.facts.toPlainText()


def test_a_new_measurement_leaves_the_statement_and_undo_takes_only_the_statement_back(panel, saved, areas):
    panel.order.setCurrentIndex(panel.order.findData("tile"))
    panel.step(1)
    type_facts(panel, "2 barns")
    panel.buttons["mEdit"].click()
    edit_button(panel).click()
    areas.deleteFeature(area_of(areas, 0).id())
    edit_button(panel).click()
    anew = "no changed area (outlines edited by hand)"
    assert facts_in(saved, 0) == f"2 barns (stated by the analyst, not measured); measured: {anew}"
    panel.buttons["mUndo"].click()
    assert facts_in(saved, 0) == anew
    panel.buttons["mRedo"].click()
    assert facts_in(saved, 0) == f"2 barns (stated by the analyst, not measured); measured: {anew}"


def test_deleting_an_outline_empties_its_tile(panel, layer, areas):
    areas.startEditing()  # QGIS's own button: the panel follows
    assert edit_button(panel).isChecked()
    areas.deleteFeature(area_of(areas, 3).id())
    assert areas.commitChanges()
    assert not edit_button(panel).isChecked()
    tile = next(tile for tile in layer.getFeatures() if tile["tile_id"] == 3)
    assert tile["changed_area_m2"] == 0
    assert not tile["changed"]
    assert tile["facts"] == "no changed area (outlines edited by hand)"


def test_without_changed_areas_there_is_nothing_to_edit(panel, areas):
    assert edit_button(panel).isEnabled()
    QgsProject.instance().removeMapLayer(areas.id())
    assert panel.review.changes is None
    assert not edit_button(panel).isEnabled()
    panel.step(1)
    panel.reject()
    assert panel.progress.value() == 1


@pytest.fixture
def two_images(panel, layer, pair_layers, qgis_iface):
    """Both images on a canvas that shows them: the earlier one is darker."""
    project, canvas = QgsProject.instance(), qgis_iface.mapCanvas()
    project.addMapLayers([pair_layers.before, pair_layers.after])
    for image in (pair_layers.before, pair_layers.after):  # as they are: QGIS would stretch each to its own range
        renderer = QgsMultiBandColorRenderer(image.dataProvider(), 1, 2, 3)
        image.setRenderer(renderer)
    layer.setCustomProperty("describe_changes/before", pair_layers.before.id())
    layer.setCustomProperty("describe_changes/after", pair_layers.after.id())
    panel.dates.of_layer(layer)
    canvas.setDestinationCrs(pair_layers.after.crs())
    canvas.resize(300, 200)
    canvas.setLayers([pair_layers.after])
    canvas.setExtent(QgsRectangle(500100, 5000100, 500400, 5000400))
    return pair_layers


def grey_at(canvas, share):
    """Grey value of the canvas as it is painted, at a share of its width."""
    image = canvas.grab().toImage()
    return image.pixelColor(int(image.width() * share), image.height() // 3).red()


def test_a_tile_is_flashed_and_seen_through_the_flash(panel, two_images, qgis_iface, qgis_app, monkeypatch):
    canvas = qgis_iface.mapCanvas()
    asked = []
    monkeypatch.setattr(type(canvas), "flashFeatureIds", lambda _canvas, *flash: asked.append(flash))
    panel.step(1)
    layer, fids, begin, end = asked[-1]
    assert (layer.id(), fids) == (panel.review.layer.id(), [panel.current().fid])
    assert 60 <= begin.alpha() <= 160
    assert end.alpha() == 0


def test_swipe_shows_before_left_of_the_line_and_after_right_of_it(panel, two_images, qgis_iface, qgis_app):
    canvas = qgis_iface.mapCanvas()
    tool = canvas.mapTool()

    def settled(condition):
        def seen():
            qgis_app.processEvents()
            return condition()

        return wait_until(seen)

    canvas.refresh()
    assert settled(lambda: grey_at(canvas, 0.2) == 120)
    panel.buttons["mSwipe"].click()
    assert panel.swipe.active
    assert canvas.mapTool() is not tool
    assert settled(lambda: grey_at(canvas, 0.2) == 80)
    assert grey_at(canvas, 0.8) == 120
    place, none = QPointF(canvas.width() * 0.1, 20.0), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, none, none, Qt.KeyboardModifier.NoModifier)
    qgis_app.sendEvent(canvas.viewport(), move)
    assert settled(lambda: grey_at(canvas, 0.2) == 120)
    assert panel.swipe.item.share == pytest.approx(0.1, abs=0.03)
    canvas.setExtent(QgsRectangle(500150, 5000150, 500350, 5000350))
    assert panel.swipe.item.image.isNull()  # nothing of the old place on the new one
    canvas.refresh()
    assert settled(lambda: grey_at(canvas, 0.05) == 80)
    panel.buttons["mSwipe"].click()
    assert not panel.swipe.active
    assert canvas.mapTool() is tool
    assert settled(lambda: grey_at(canvas, 0.05) == 120)


def test_another_tool_or_a_removed_image_ends_the_swipe(panel, two_images, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    pan = QgsMapToolPan(canvas)
    panel.toggle_swipe()
    assert panel.buttons["mSwipe"].isChecked()
    canvas.setMapTool(pan)
    assert not panel.swipe.active
    assert not panel.buttons["mSwipe"].isChecked()
    assert canvas.mapTool() is pan
    panel.toggle_swipe()
    QgsProject.instance().removeMapLayer(two_images.before.id())
    panel.swipe.render()
    assert not panel.swipe.active
    panel.toggle_swipe()  # the images are gone: a word instead
    assert not panel.swipe.active
    assert not panel.buttons["mSwipe"].isChecked()
    canvas.unsetMapTool(pan)
