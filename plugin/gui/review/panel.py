"""The tab *Review*: step through the changed tiles, look, and say what is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from ...icons import ink, on_dark
from ...layers.changes import changes_layer_for, file_of, identity_of
from ...layers.outline_edits import OutlineEditTracker
from ...layers.review import Review, Row, read_only_reason
from ...layers.subject import SITES, reviewable, subject_of
from ...numbers import dates
from ..common.engine_query import EngineQuery
from ..common.messages import push_message
from ..common.settings import recall_filters, remember_filters
from .map_navigation import DateToggle, TileHighlight, lend_view, zoom_to_tile
from .swipe_tool import Swipe
from .table_model import ReviewTableModel
from .thumbnails import PairThumbnails
from .widgets import Acts, ReviewWidgets, with_key


class ReviewPanel(ReviewWidgets):
    """What the widgets of the tab do.

    Args:
        iface: the application's interface.
        parent: owner.
    """

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self.review: Optional[Review] = None
        self.areas: Optional[OutlineEditTracker] = None
        self.dates = DateToggle(self)
        self.swipe = Swipe(iface.mapCanvas(), self)
        self.mark = TileHighlight(iface.mapCanvas())
        self.table = ReviewTableModel(self)
        self.pictures = PairThumbnails(iface.mapCanvas())
        self.query = EngineQuery("ask", self)
        self._among: Optional[frozenset[int]] = None
        self._picked = False
        self._lent: Callable[[], None] = _nothing
        self.build(self.table, self.pictures, self._acts())
        for name in ("mSwipe", "mEditAreas"):
            self.buttons[name].setCheckable(True)
        self.swipe.ended.connect(self._swipe_ended)
        self.chosen.connect(self._choose)
        self.filtered.connect(self._filter_and_remember)
        self.layers.activated.connect(lambda _index: self._pick())
        self.asked.connect(self._ask)
        self.query.answered.connect(self._answered)
        self.query.failed.connect(self._not_answered)
        self.looked.connect(self._show_current)
        self._restore_filters()
        QgsProject.instance().layersAdded.connect(self._layers_changed)
        QgsProject.instance().layersRemoved.connect(self._layers_changed)
        QgsProject.instance().readProject.connect(self._project_read)
        self._layers_changed()

    def _acts(self) -> Acts:
        """Return the buttons and what they do."""
        verdicts = (
            ("mAccept", tr("Accept"), "A", self.accept),
            ("mReject", tr("Reject"), "R", self.reject),
            ("mEdit", tr("Save edits"), "Ctrl+Return", self.edit),
        )
        steps = (
            ("mPrevious", tr("Previous"), "P", lambda: self.step(-1)),
            ("mNext", tr("Next"), "N", lambda: self.step(1)),
            ("mEditAreas", tr("Edit outlines"), "E", self.edit_areas),
        )
        looks = (
            ("mBefore", tr("Before"), "1", lambda: self.dates.show(False)),
            ("mAfter", tr("After"), "2", lambda: self.dates.show(True)),
            ("mBlink", tr("Blink"), "B", lambda: self.dates.blink(not self.dates.blinking)),
        )
        more = (
            ("mSwipe", tr("Swipe"), "S", self.toggle_swipe),
            ("mUndo", tr("Undo"), "Ctrl+Z", self.undo),
            ("mRedo", tr("Redo"), "Ctrl+Shift+Z", self.redo),
        )
        return verdicts, steps, looks, more

    def toggle_swipe(self) -> None:
        """Begin or end the swipe between the two dates."""
        if self.swipe.active:
            self.swipe.stop()
            return
        self.dates.blink(False)
        if self.dates.known():
            self.dates.hold()
            self.dates.show(True)
        started = self.swipe.start(*self.dates.pair)
        self.buttons["mSwipe"].setChecked(started)
        if not started:
            self.dates.release()
            self._warn(tr("The two images that this result was made from are not in the project; add them first."))

    def _swipe_ended(self) -> None:
        """Leave the images as they were before the swipe."""
        self.buttons["mSwipe"].setChecked(False)
        self.dates.release()

    def edit_areas(self) -> None:
        """Take the site's changed areas into QGIS's vertex tool, or save what was edited."""
        changes = self.review.changes if self.review is not None else None
        if changes is None:
            self._warn(tr("The layer of changed areas that belongs to this result is not in the project."))
        elif changes.isEditable():
            if not changes.commitChanges():
                self._warn("\n".join(changes.commitErrors()))
        elif read_only_reason(changes) or not changes.startEditing():
            self._warn(read_only_reason(changes) or tr("“{0}” cannot be edited.").format(changes.name()))
        else:
            self._show_on_map(changes)
            self._lent = lend_view(changes)
            self._iface.setActiveLayer(changes)
            vertex_tool = getattr(self._iface, "actionVertexToolActiveLayer", None)
            if vertex_tool is not None:
                vertex_tool().trigger()
        self._show_editing()

    def _show_on_map(self, changes: QgsVectorLayer) -> None:
        """Put changed areas that were only read from the tiles' file into the project, so that they can be edited."""
        project = QgsProject.instance()
        if project.mapLayer(changes.id()) is None:
            changes.loadDefaultStyle()
            project.addMapLayer(changes)

    def set_layer(self, layer: QgsVectorLayer) -> None:
        """Review this layer."""
        self._layers_changed()
        index = self.layers.findData(layer.id())
        if index >= 0:
            self._picked = True
            self.layers.setCurrentIndex(index)
            self._choose()

    def current(self) -> Optional[Row]:
        """Return the tile that is looked at."""
        place = self.view.currentIndex().row()
        return self.review.rows[place] if self.review is not None and 0 <= place < len(self.review.rows) else None

    def accept(self) -> None:
        """Accept the tile and go on; words changed in the boxes are kept as the analyst's own."""
        row = self.current()
        if row is not None and self._words() != (row.caption, row.stated or row.measured):
            self.edit()
        else:
            self._judge("accept")

    def edit(self) -> None:
        """Save what stands in the boxes and go on."""
        self._judge("edit", *self._words())

    def reject(self) -> None:
        """Reject the tile and go on."""
        self._judge("reject")

    def undo(self) -> None:
        """Take the last verdict back and go to its tile."""
        if self.review is not None:
            self._go_back_to(self.review.undo())

    def redo(self) -> None:
        """Give the verdict again that was taken back last, and go to its tile."""
        if self.review is not None:
            self._go_back_to(self.review.redo())

    def _go_back_to(self, fid: int) -> None:
        """Go to a tile whose verdict has changed, where it is in the list."""
        place = self.review.position(fid) if self.review is not None else -1
        if place >= 0:
            self._go(place)

    def step(self, by: int) -> None:
        """Go to the next tile or the one before."""
        if self.review is not None and self.review.rows:
            self._go(max(0, min(len(self.review.rows) - 1, self.view.currentIndex().row() + by)))

    def showEvent(self, event: Any) -> None:
        """Frame the tile that is looked at again."""
        super().showEvent(event)
        row = self.current()
        if row is not None and self.review is not None:
            self.mark.show(self.review.layer, row.fid)

    def hideEvent(self, event: Any) -> None:
        """Leave the map as it is without a review: no frame, no blinking, no swipe."""
        super().hideEvent(event)
        self.mark.clear()
        self.dates.blink(False)
        self.swipe.stop()

    def close_down(self) -> None:
        """Leave the project's signals and the map alone; for unloading."""
        self.dates.blink(False)
        self.swipe.stop()
        self.mark.clear()
        self.query.cancel()
        self._keep_areas(None)
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._layers_changed)
        project.layersRemoved.disconnect(self._layers_changed)
        project.readProject.disconnect(self._project_read)

    def _ask(self) -> None:
        """Let the engine answer the question, or show all sites again where there is none."""
        text = self.question.text().strip()
        file = file_of(self.review.layer) if self.review is not None else ""
        if not text:
            self._forget_question()
        elif not file.lower().endswith(".gpkg") or self.review is None or self.review.subject is not SITES:
            self._show_answer(tr("Only sites in the GeoPackage of a result can be asked about."))
        else:
            self._show_answer(tr("Looking…"))
            self.query.start({"result": file, "question": text})

    def _answered(self, answer: dict[str, Any]) -> None:
        """Show the answer and the sites that it speaks of."""
        unknown = "; ".join(answer.get("not_understood") or [])
        lines = [str(answer["answer"]), tr("Filter: {0}").format(answer["filter"])]
        if unknown:
            lines.append(tr("Not understood, and left out: {0}.").format(unknown))
        self._show_answer("\n".join(lines))
        self._among = frozenset(answer["site_ids"])
        self._filter()

    def _not_answered(self, why: str) -> None:
        """Say why, with all sites in the list: those of an earlier question would pass for the answer."""
        self._forget_question()
        self._show_answer(why)

    def _show_answer(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def _forget_question(self) -> None:
        """Show all sites again."""
        self.query.cancel()
        self._show_answer("")
        if self._among is not None:
            self._among = None
            self._filter()

    def _words(self) -> tuple[str, str]:
        """Return what stands in the boxes: sentence and facts."""
        caption, facts = (" ".join(box.toPlainText().split()) for box in (self.caption, self.facts))
        return caption, facts

    def _judge(self, verdict: str, *words: str) -> None:
        row = self.current()
        if self.review is None or row is None:
            self.step(1)  # no tile is shown yet: the first one is looked at before it is judged
            return
        problem = read_only_reason(self.review.layer)
        if problem or not getattr(self.review, verdict)(row.fid, *words):
            problem = problem or tr("The verdict could not be written into “{0}”.").format(self.review.layer.name())
            self._warn(problem)
            return
        self.step(1)

    def _go(self, place: int) -> None:
        if self.view.currentIndex().row() == place:
            self._show_current()
        else:
            self.view.selectRow(place)

    def _show_current(self) -> None:
        row = self.current()
        self.caption.setPlainText(row.caption if row is not None else "")
        self.facts.setPlainText((row.stated or row.measured) if row is not None else "")
        self.about.setText("\n".join(filter(None, _about(row))) if row is not None else "")
        if row is not None and self.review is not None:
            if self.dates.of_tile(self.review.layer, row.fid) and self.swipe.active:
                self.swipe.start(*self.dates.pair)
            zoom_to_tile(self._iface.mapCanvas(), self.review.layer, row.fid)
            self.pictures.show_site(self.review.layer, row.fid, self.dates.pair)
            self.mark.show(self.review.layer, row.fid)

    def _choose(self) -> None:
        layer = QgsProject.instance().mapLayer(str(self.layers.currentData() or ""))
        if self.review is not None and layer is self.review.layer:
            return
        self.swipe.stop()
        self._among = None
        self.question.clear()
        if self.review is not None:
            self.review.deleteLater()
        self.review = Review(layer, self) if subject_of(layer) is not None else None
        if self.review is not None:
            self.review.rewritten.connect(self._rewritten)
        self._keep_areas(self.review)
        self._fit_to(self.review)
        self.dates.of_layer(layer)
        self._filter()

    def _fit_to(self, review: Optional[Review]) -> None:
        """Show what sites and what tiles have: facts that can be stated, a filter for what has not changed."""
        has_facts = review is None or bool(review.subject.facts)
        self.facts.setReadOnly(not has_facts)
        self.facts_label.setText(tr("Facts, measured on the change mask") if has_facts else tr("Measured"))
        self.only_changed.setVisible(review is None or bool(review.subject.changed))
        self.question.setVisible(review is not None and review.subject is SITES)

    def _keep_areas(self, review: Optional[Review]) -> None:
        """Keep the figures of this review's tiles and areas true while outlines are edited."""
        if self.areas is not None:
            self.areas.leave()
            self.areas.deleteLater()
            self.areas = None
        if review is not None and review.changes is not None:
            self.areas = OutlineEditTracker(review.layer, review.changes, self)
            self.areas.kept.connect(self._outlines_saved)
            self.areas.editing.connect(self._show_editing)
        self._show_editing()

    def _outlines_saved(self) -> None:
        """Show the figures anew and stay at the tile."""
        row = self.current()
        self._filter()
        if row is not None and self.review is not None and self.review.position(row.fid) >= 0:
            self._go(self.review.position(row.fid))
        self._show_editing()

    def _show_editing(self) -> None:
        """Let the button say whether outlines are being edited."""
        changes = self.review.changes if self.review is not None else None
        editing = changes is not None and changes.isEditable()
        if not editing:
            self._lent()
            self._lent = _nothing
        button = self.buttons["mEditAreas"]
        button.setChecked(editing)
        button.setEnabled(changes is not None)
        button.setText(with_key(tr("Save outlines") if editing else tr("Edit outlines"), "E"))
        # While outlines are edited the map has the focus, and E shall save from there, too.
        everywhere, here = Qt.ShortcutContext.ApplicationShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.actions_by_name["mEditAreas"].setShortcutContext(everywhere if editing else here)

    def _warn(self, words: str) -> None:
        push_message(self._iface, words, Qgis.MessageLevel.Warning)

    def _filter(self) -> None:
        """Read the list anew by order and filters."""
        if self.review is not None:
            *filters, only_class = self._filters()
            self.review.load(*filters, only_class, self._among)
            self._offer_classes(only_class)
        self.table.show(self.review)
        self._count()
        for shown in (self.caption, self.facts, self.about, self.pictures):
            shown.clear()
        self.pictures.hide()
        self.mark.clear()

    def _filters(self) -> tuple[str, bool, bool, str]:
        """Return order and filters as they are set."""
        chosen = str(self.order.currentData()), self.only_changed.isChecked(), self.only_open.isChecked()
        return (*chosen, str(self.only_class.currentData() or ""))

    def _filter_and_remember(self) -> None:
        """Read the list anew, and keep order and filters in the project: somebody has set them."""
        self._filter()
        if self.review is not None:
            remember_filters(*self._filters())

    def _pick(self) -> None:
        """Note that somebody has chosen the layer: sites that come later do not take its place."""
        self._picked = True

    def _project_read(self, *_: Any) -> None:
        """Take order and filters from a project that was opened, and review its sites."""
        self._picked = False
        self._restore_filters()
        self._layers_changed()
        self._filter()

    def _rewritten(self, place: int) -> None:
        self.table.refresh(place)
        self._count()

    def _count(self) -> None:
        total = self.review.total() if self.review is not None else 0
        self.progress.setFormat(tr("%v of %m judged") if total else tr("nothing to judge"))
        # QGIS's dark themes write on the bar in the colour of its ground.
        self.progress.setStyleSheet(f"QProgressBar {{ color: {ink().name()}; }}" if on_dark() else "")
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(self.review.judged() if self.review is not None else 0)

    def _restore_filters(self, *_: Any) -> None:
        order, only_changed, only_open, only_class = recall_filters()
        self._offer_classes(only_class)
        self.order.setCurrentIndex(max(0, self.order.findData(order)))
        self.only_changed.setChecked(only_changed)
        self.only_open.setChecked(only_open)

    def _offer_classes(self, chosen: str) -> None:
        """Offer the classes of the changed areas, and the one that is chosen."""
        names = set(self.review.classes() if self.review is not None else ()) | {chosen}
        self.only_class.blockSignals(True)
        self.only_class.clear()
        self.only_class.addItem(tr("All classes"), "")
        for name in sorted(filter(None, names)):
            self.only_class.addItem(name, name)
        self.only_class.setCurrentIndex(max(0, self.only_class.findData(chosen)))
        self.only_class.blockSignals(False)

    def _layers_changed(self, *_: Any) -> None:
        """Offer the layers of tiles that the project has now."""
        chosen = self.layers.currentData()
        self.layers.blockSignals(True)
        self.layers.clear()
        found = reviewable(QgsProject.instance())
        for layer in found:
            self.layers.addItem(_called(layer), layer.id())
        self._picked = self._picked and self.layers.findData(chosen) >= 0
        kept = self._instead_of_tiles(found) or chosen
        self.layers.setCurrentIndex(max(0, self.layers.findData(kept)) if self.layers.count() else -1)
        self.layers.blockSignals(False)
        chosen_anew = self.layers.currentData() != chosen or self.layers.count() == 0
        if not chosen_anew and self.review is not None:  # the same tiles; their changed areas may have come or gone
            changes = changes_layer_for(self.review.layer, QgsProject.instance())
            chosen_anew = identity_of(changes) != self.review.changes_id
        if chosen_anew:
            self.review = None
            self._choose()

    def _instead_of_tiles(self, offered: list[QgsVectorLayer]) -> str:
        """Return the sites that take the place of tiles that nobody has chosen; a project may bring these first."""
        under_review = self.review.subject if self.review is not None else None
        if self._picked or under_review is SITES or not offered or subject_of(offered[0]) is not SITES:
            return ""
        return str(offered[0].id())


def _nothing() -> None:
    """Do nothing."""


def _called(layer: QgsVectorLayer) -> str:
    """Return a layer's name with that of its group: every run calls its tiles the same."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer.id())
    group = node.parent().name() if node is not None and node.parent() is not None else ""
    return f"{layer.name()} – {group}" if group else str(layer.name())


def _about(row: Row) -> tuple[str, ...]:
    """Return what is said beneath the boxes: dates, classes, place, and where facts are stated, what was measured."""
    where_and_when = " · ".join(filter(None, (dates(row.dates), row.place)))
    said = (where_and_when, row.classes, certainty_words(row.certainty))
    if not row.stated:
        return said
    measured = tr("Measured: {0}").format(row.measured) if row.measured else ""
    return (*said, tr("The facts above are your statement, not a measurement."), measured)


def certainty_words(certainty: str) -> str:
    """Return how far a site can be trusted, in the language of QGIS."""
    return {
        "sure": tr("The model is sure."),
        "likely": tr("This is likely."),
        "doubtful": tr("This is doubtful: look closely."),
    }.get(certainty, "")
