"""The review by site: one row per site, every class, one verdict that counts once, the map left as it was."""

from __future__ import annotations

import pytest
from describe_changes.plugin.layers.changes import file_of, layer_beside
from describe_changes.plugin.layers.dropped import DroppedResults
from describe_changes.plugin.layers.map_tips import FUNCTION
from describe_changes.plugin.layers.review import Review
from describe_changes.plugin.layers.subject import SITES, TILES, class_name, subject_of
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsLayerNotesUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.usefixtures("fake_engine")


@pytest.fixture
def result(desk):
    """A finished run of the dock, under review."""
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    desk.review.step(1)
    return desk


def status(layer, name):
    return {feature[name]: feature["review_status"] or "" for feature in layer.getFeatures()}


def test_sites_are_offered_first_and_tiles_after_them(result):
    review = result.review
    offered = [QgsProject.instance().mapLayer(review.layers.itemData(row)) for row in range(review.layers.count())]
    assert [subject_of(layer) for layer in offered] == [SITES, TILES]
    assert review.review.subject is SITES
    assert [row.number for row in review.review.rows] == [0, 1, 2, 3, 4]
    assert review.progress.maximum() == 5
    assert review.only_changed.isHidden()


def test_a_verdict_counts_once_goes_to_all_areas_of_the_site_and_back(result):
    review = result.review
    last = review.review.rows[-1]
    assert len(review.review.areas_at(last.fid)) == 2
    assert review.review.reject(last.fid)
    assert review.review.judged() == 1
    assert status(review.review.layer, "site_id")[4] == "rejected"
    areas = status(review.review.changes, "change_id")
    assert [areas[number] for number in range(6)] == ["", "", "", "", "rejected", "rejected"]
    review.undo()
    assert set(status(review.review.changes, "change_id").values()) == {""}
    assert review.review.judged() == 0


def test_a_tile_of_which_nothing_is_left_is_rejected_too(result):
    """Reports go by tile; a tile is never accepted on a site's account, whose sentence is another."""
    review = result.review.review
    tiles = QgsProject.instance().mapLayer(result.review.layers.itemData(1))
    review.reject(review.rows[-1].fid)  # areas 4 and 5, in tiles 12 and 15
    assert [number for number, one in status(tiles, "tile_id").items() if one] == [12, 15]
    review.accept(review.rows[0].fid)
    review.undo()
    review.undo()
    assert set(status(tiles, "tile_id").values()) == {""}


def test_words_of_the_analyst_stand_in_the_site(result):
    review = result.review
    assert review.facts.isReadOnly()
    assert review.facts.toPlainText() == "new built-up area, 1,020 m²"
    assert "in the north-west" in review.about.text()
    assert "The model is sure." in review.about.text()
    review.caption.setPlainText("a barn was built")
    review.buttons["mEdit"].click()
    site = next(one for one in review.review.layer.getFeatures() if one["site_id"] == 0)
    assert (site["review_status"], site["description_edited"]) == ("edited", "a barn was built")
    assert review.current().number == 1


def test_every_class_of_a_site_is_seen(result):
    review = result.review.review
    area = next(one for one in review.changes.getFeatures() if one["change_id"] == 5)
    fields = review.changes.fields()
    values = {fields.indexOf("class"): "road", fields.indexOf("transition"): ""}
    review.changes.dataProvider().changeAttributeValues({area.id(): values})
    review.load()
    assert review.classes() == ["building appeared", "road"]
    review.load(only_class="road")
    assert [(row.number, row.classes) for row in review.rows] == [(4, "building appeared; road")]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (("building", "appeared"), "building appeared"),
        (("change", ""), "other change"),
        (("water", "disappeared"), "water lost"),
        (("", ""), ""),
    ],
)
def test_classes_are_called_as_in_the_legend(found, words):
    assert class_name({"class": found[0], "transition": found[1]}) == words


def test_classes_without_a_layer_of_areas_come_from_the_site(result, tmp_path):
    """Saved as another file, alone: verdicts and classes are still there."""
    review = result.review.review
    review.accept(review.rows[0].fid)
    options = QgsVectorFileWriter.SaveVectorOptions()
    path, transforms = str(tmp_path / "saved.gpkg"), QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(review.layer, path, transforms, options)
    QgsProject.instance().removeAllMapLayers()
    saved = QgsVectorLayer(path, "saved", "ogr")
    again = Review(saved)
    again.load()
    assert again.subject is SITES
    assert again.judged() == 1
    assert {row.classes for row in again.rows} == {"building appeared"}


def test_keys_stand_on_the_buttons_and_columns_are_even(result):
    buttons = result.review.buttons
    assert buttons["mAccept"].text() == "Accept (A)"
    assert buttons["mEdit"].text() == "Save edits (Ctrl+⏎)"
    result.dock.resize(460, 900)
    result.dock.show()
    result.dock.tabs.setCurrentWidget(result.review)
    assert result.settle(lambda: buttons["mAccept"].width() > 60)
    rows = {}
    for button in buttons.values():
        rows.setdefault(button.y(), []).append(button.x())
    assert {tuple(sorted(places)) for places in rows.values()} == {tuple(sorted(next(iter(rows.values()))))}


def test_e_saves_wherever_the_focus_is(result):
    action = result.review.actions_by_name["mEditAreas"]
    here, everywhere = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.ApplicationShortcut
    assert action.shortcutContext() == here
    action.trigger()
    assert result.review.review.changes.isEditable()
    assert action.shortcutContext() == everywhere
    action.trigger()
    assert not result.review.review.changes.isEditable()
    assert action.shortcutContext() == here


def test_a_saved_project_opens_with_its_sites_under_review_and_every_verdict(result, tmp_path):
    """Whichever layer the project brings first; by tile it would look as if nothing had been judged."""
    review, project, file = result.review, QgsProject.instance(), str(tmp_path / "saved.qgz")
    review.order.setCurrentIndex(review.order.findData("area"))
    review.review.accept(review.review.rows[0].fid)
    review.review.reject(review.review.rows[1].fid)
    assert project.write(file)
    project.clear()
    assert review.review is None
    review.order.setCurrentIndex(review.order.findData("score"))
    seen = []
    project.layersAdded.connect(lambda layers: seen.extend(layer.name() for layer in layers))
    assert project.read(file)
    assert len(seen) >= 3
    assert review.review.subject is SITES
    assert (review.progress.value(), review.progress.maximum()) == (2, 5)
    assert review.order.currentData() == "area"


def test_sites_take_the_place_of_tiles_that_nobody_has_chosen(result):
    review, project = result.review, QgsProject.instance()
    sites, tiles = (project.mapLayer(review.layers.itemData(place)) for place in (0, 1))
    source = sites.source()
    project.removeMapLayer(sites.id())
    assert review.review.subject is TILES
    again = QgsVectorLayer(source, "Sites", "ogr")
    assert again.isValid()
    project.addMapLayer(again)
    assert review.review.subject is SITES
    review.set_layer(tiles)
    project.addMapLayer(again.clone())
    assert review.review.subject is TILES  # somebody has chosen them


@pytest.fixture
def dropped(result, qgis_app):
    """The result's file in an empty project, as when it is dropped onto the map: tiles first, all of it shown."""
    file, project = file_of(result.review.review.layer), QgsProject.instance()
    project.clear()
    watch = DroppedResults()
    names = ("tiles", "changes", "sites")
    layers = {name: QgsVectorLayer(f"{file}|layername={name}", f"result — {name}", "ogr") for name in names}
    for layer in layers.values():
        project.addMapLayer(layer)
    yield layers
    watch.close_down()


def seen_in_tree():
    return [(node.name(), node.itemVisibilityChecked()) for node in QgsProject.instance().layerTreeRoot().findLayers()]


def test_a_dropped_file_looks_as_a_run_leaves_it(dropped, result):
    assert result.settle(lambda: not seen_in_tree()[-1][1])
    assert seen_in_tree() == [("result — sites", True), ("result — changes", False), ("result — tiles", False)]
    assert all(QgsLayerNotesUtils.layerHasNotes(layer) for layer in dropped.values())


def test_a_project_that_is_opened_stays_as_it_was_saved(dropped, result, qgis_app, tmp_path):
    project, file = QgsProject.instance(), str(tmp_path / "own.qgz")
    assert result.settle(lambda: not seen_in_tree()[-1][1])
    for layer in dropped.values():
        project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(True)
    assert project.write(file)
    assert project.read(file)
    for _ in range(5):
        qgis_app.processEvents()
    assert [visible for _, visible in seen_in_tree()] == [True, True, True]


@pytest.mark.parametrize("seen_before", [False, True])
def test_areas_are_seen_while_their_outlines_are_edited(result, seen_before):
    node = QgsProject.instance().layerTreeRoot().findLayer(result.review.review.changes.id())
    assert not node.itemVisibilityChecked()  # as a run leaves them
    node.setItemVisibilityChecked(seen_before)
    result.review.edit_areas()
    assert node.itemVisibilityChecked()
    result.review.edit_areas()
    assert node.itemVisibilityChecked() == seen_before


def test_the_review_fits_a_low_screen(result):
    """Its list is scrolled and the buttons stay in view; else QGIS's window would grow beyond a screen of 768."""
    result.review.show()
    assert result.dock.minimumSizeHint().height() < 450


def test_a_run_of_the_dock_says_how_it_was_made_and_shows_pictures(result):
    for name in ("Sites", "Changed areas", "Described tiles"):
        layer = next(one for one in QgsProject.instance().mapLayers().values() if one.name().startswith(f"{name} "))
        assert QgsLayerNotesUtils.layerHasNotes(layer), name
        assert layer.metadata().abstract(), name
    assert FUNCTION in result.review.review.layer.mapTipTemplate()


@pytest.mark.parametrize("shown", [(True, True), (True, False), (False, True)])
@pytest.mark.parametrize("button", ["mSwipe", "mBlink"])
def test_swipe_and_blink_leave_the_layers_as_they_were(result, shown, button):
    root = QgsProject.instance().layerTreeRoot()
    nodes = [root.findLayer(layer.id()) for layer in (result.layers.before, result.layers.after)]
    for node, visible in zip(nodes, shown, strict=True):
        node.setItemVisibilityChecked(visible)
    result.review.buttons[button].click()
    if button == "mBlink":
        result.review.dates.toggle()
    result.review.buttons[button].click()
    assert tuple(node.itemVisibilityChecked() for node in nodes) == shown


def test_both_dates_are_shown_beside_the_site(result):
    pictures = result.review.pictures
    result.dock.show()
    result.dock.tabs.setCurrentWidget(result.review)
    result.review.step(1)
    assert result.settle(lambda: not pictures.busy)
    shown = [picture.pixmap().toImage() for picture in pictures.pictures]
    corner = [image.pixelColor(2, 2).red() for image in shown]
    assert corner == [80, 120]  # grey of the two images
    yellow = sum(
        shown[0].pixelColor(x, y).red() > 200 and shown[0].pixelColor(x, y).blue() < 120
        for x in range(shown[0].width())
        for y in range(shown[0].height())
    )
    assert yellow > 50  # the outline


def test_outlines_are_edited_and_the_site_follows(result):
    """The square of 32 × 32 m of one of two areas is halved; the other stays."""
    review = result.review.review
    areas = review.changes
    area = next(one for one in areas.getFeatures() if one["change_id"] == 5)
    box = area.geometry().boundingBox()
    box.setXMaximum(box.xMinimum() + 16)
    half = QgsGeometry.fromRect(box)
    half.convertToMultiType()
    areas.startEditing()
    areas.changeGeometry(area.id(), half)
    assert areas.commitChanges()
    site = next(one for one in review.layer.getFeatures() if one["site_id"] == 4)
    assert site["changed_area_m2"] == pytest.approx(1024 + 512, rel=0.002)
    assert site.geometry().area() == pytest.approx(1024 + 512)
    assert site["description_source"] == "model"  # two new buildings are still two new buildings
    row = next(row for row in review.rows if row.number == 4)
    assert row.measured == "2 new buildings, 1,540 m²"
    tiles = layer_beside(review.layer, TILES, QgsProject.instance())
    found = {tile["tile_id"]: tile for tile in tiles.getFeatures()}
    assert found[15]["changed_area_m2"] == pytest.approx(512, rel=0.002)
    assert found[15]["facts"] == "1 new building, 512 m² (outlines edited by hand)"


def rewritten(layer, areas, number, *edits):
    """A site after attributes of its areas were edited and saved; `edits` are (area, field, value)."""
    areas.startEditing()
    for change, name, value in edits:
        fid = next(one.id() for one in areas.getFeatures() if one["change_id"] == change)
        assert areas.changeAttributeValue(fid, areas.fields().indexOf(name), value)
    assert areas.commitChanges()
    return next(one for one in layer.getFeatures() if one["site_id"] == number)


def shrunk(areas, number, width):
    """Draw an area anew, so many metres wide."""
    area = next(one for one in areas.getFeatures() if one["change_id"] == number)
    box = area.geometry().boundingBox()
    box.setXMaximum(box.xMinimum() + width)
    outline = QgsGeometry.fromRect(box)
    outline.convertToMultiType()
    areas.startEditing()
    assert areas.changeGeometry(area.id(), outline)
    assert areas.commitChanges()


def test_the_models_sentence_stays_while_the_site_shows_what_it_was_held_against(result):
    layer, areas = result.review.review.layer, result.review.review.changes
    shrunk(areas, 5, 30)
    site = next(one for one in layer.getFeatures() if one["site_id"] == 4)
    assert (site["description"], site["description_source"]) == ("a <b>building</b> appeared at site 4", "model")
    assert site["changed_area_m2"] == pytest.approx(1024 + 960, rel=0.002)
    site = rewritten(layer, areas, 4, (5, "class", "road"), (5, "transition", ""))
    assert site["description"] == "1 new building, 1,020 m²; 1 changed area of road, 961 m²"
    assert site["description_source"] == "measured"


def test_a_site_of_which_nothing_is_left_is_rejected_and_says_so(result):
    layer, areas = result.review.review.layer, result.review.review.changes
    areas.startEditing()
    assert areas.deleteFeature(next(one.id() for one in areas.getFeatures() if one["change_id"] == 0))
    assert areas.commitChanges()
    site = next(one for one in layer.getFeatures() if one["site_id"] == 0)
    assert (site["changed_area_m2"], site["changes"], site["review_status"]) == (0, 0, "rejected")
    assert site["description"] == "nothing changed"
    assert not site.geometry().isEmpty()


def test_an_older_result_is_reviewed_by_tile(desk):
    desk.panel.options.model.setEditText("old")
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert desk.review.review.subject is TILES
    assert len(desk.review.review.rows) == 6
    assert not desk.review.only_changed.isHidden()
    assert not desk.review.facts.isReadOnly()
    assert "6 of 16 tiles changed" in desk.panel.estimate.text()


def test_after_a_run_the_map_shows_the_result_in_its_time(result, qgis_iface):
    project, layer = QgsProject.instance(), result.review.review.layer
    begin = project.timeSettings().temporalRange().begin()
    assert begin.toString("yyyy-MM-dd") == "2011-05-01"
    assert all(one.temporalProperties().isActive() for one in (result.layers.before, result.layers.after))
    from describe_changes.plugin.gui.common.result_map import zoom_to_layer

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    zoom_to_layer(canvas, layer)
    assert canvas.extent().contains(layer.extent())
    sizes = [(box.width(), box.height()) for box in (canvas.extent(), layer.extent())]
    assert min(shown / meant for shown, meant in zip(*sizes, strict=True)) < 1.3


def test_the_table_has_names_and_only_the_decimals_that_are_known(result):
    layer = result.review.review.layer
    index = layer.fields().indexOf("changed_area_m2")
    assert layer.attributeDisplayName(index) == "Changed area (m²)"
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    assert formatter.representValue(layer, index, setup.config(), None, 1234.56789).replace(",", "") == "1235"


def test_the_first_column_is_called_by_what_it_holds(result):
    from qgis.PyQt.QtCore import Qt

    review = result.review
    assert review.table.headerData(0, Qt.Orientation.Horizontal) == "Confidence"
    tiles = QgsProject.instance().mapLayer(review.layers.itemData(1))
    review.set_layer(tiles)
    assert review.table.headerData(0, Qt.Orientation.Horizontal) == "Score"


def test_one_layer_is_not_offered_as_both_images(scene, qgis_new_project):
    from describe_changes.plugin.gui.describe.raster_pair_widget import RasterPairWidget
    from qgis.core import QgsRasterLayer

    first = QgsRasterLayer(str(scene.before), "a")
    QgsProject.instance().addMapLayer(first)
    alone = RasterPairWidget()
    assert (alone.before.currentLayer(), alone.after.currentLayer()) == (first, None)
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(scene.after), "b"))
    both = RasterPairWidget()
    chosen = {both.before.currentLayer().name(), both.after.currentLayer().name()}
    assert chosen == {"a", "b"}
    for widget in (alone, both):
        widget.deleteLater()


def test_a_question_shows_the_sites_that_answer_it(result):
    review = result.review
    review.question.setText("larger than 1 m2 and blue")
    review.question.returnPressed.emit()
    assert result.settle(lambda: not review.query.waiting)
    assert [row.number for row in review.review.rows] == [1, 3]
    assert review.answer.text().splitlines() == [
        "2 of 5 sites.",
        "Filter: area > 1 m²",
        "Not understood, and left out: blue.",
    ]
    review.only_open.setChecked(True)  # other filters hold beside it
    assert [row.number for row in review.review.rows] == [1, 3]
    review.question.clear()
    assert [row.number for row in review.review.rows] == [0, 1, 2, 3, 4]
    assert review.answer.isHidden()


def test_a_question_without_sense_is_said_and_hides_nothing(result):
    review = result.review
    for text in ("larger than 1 m2", "sense"):  # an earlier answer does not stay in the list
        review.question.setText(text)
        review.question.returnPressed.emit()
        assert result.settle(lambda: not review.query.waiting)
    assert "Nothing of the question was understood" in review.answer.text()
    assert len(review.review.rows) == 5
    review.layers.setCurrentIndex(1)  # tiles cannot be asked about
    assert review.question.isHidden()
    assert review.question.text() == ""
