"""The analyst's verdicts on sites, or on the tiles of older results, as attributes of the layer, with undo.

Everything is written into ``review_status``, ``description_edited`` (``caption_edited`` and ``facts`` of tiles) at
once, so nothing is lost by closing QGIS and any other GIS reads it. A layer that is being edited gets its changes
through QGIS's own edit buffer instead, as one edit command. The verdict of a site goes on to its changed areas, and one
undo takes both back; an area whose outline the analyst has edited keeps its own verdict.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProject, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .changes import areas_of, changes_layer_for, identity_of, label_of, layer_beside
from .facts import facts_of, measured_in, stated_in
from .renamed import field_index, field_name, value_of
from .subject import SITES, TILES, Key, class_name, classes_of, measured_words, subject_of

ACCEPTED, EDITED, REJECTED = "accepted", "edited", "rejected"
ORDERS = {
    "score": ("score", True),
    "area": ("changed_area_m2", True),
    "doubt": ("confidence", False),
    "tile": ("number", False),
    "class": ("changed_area_m2", True),
}
"""Name of an order: the field, or what a subject calls so, and whether the largest comes first.

*class* puts the classes one after the other.
"""
OF_TILE = {ACCEPTED: ACCEPTED, EDITED: ACCEPTED, REJECTED: REJECTED, "": ""}
"""What the verdict on a tile says of its changed areas: other words for it do not make the area another one."""

Values = dict[str, Any]
Verdict = tuple[str, str, str]
"""Verdict on a tile, the analyst's sentence and statement; empty where there is none."""


@dataclass
class UndoStep:
    """State before one verdict, to go back to.

    Attributes:
        fid: the tile.
        values: its attributes.
        areas: the verdicts of its changed areas by feature id.
    """

    fid: int
    values: Values
    areas: dict[int, str]


@dataclass
class Row:
    """One tile in the review.

    Attributes:
        fid: feature id in the layer.
        number: number of the site or tile.
        key: what the list is ordered by.
        caption: the analyst's wording, else the model's.
        own: whether the wording is the analyst's.
        facts: the measured sentence, behind the analyst's statement where there is one.
        stated: the analyst's statement alone, empty where the facts are measured only.
        measured: the measured sentence alone.
        dates: both days in one text.
        score: change score.
        area: changed area in m².
        review_status: the verdict, empty for none.
        classes: what changed, the largest first.
        place: where it lies, in words; of sites only.
        certainty: how far it can be trusted, in one word; of sites only.
    """

    fid: int
    number: int
    key: float
    caption: str
    own: bool
    facts: str
    stated: str
    measured: str
    dates: str
    score: float
    area: float
    review_status: str
    classes: str = ""
    place: str = ""
    certainty: str = ""


class Review(QObject):
    """The sites, or tiles, of one layer in the order of their review.

    Args:
        layer: with the fields of a subject.
        parent: owner.

    Signals:
        rewritten: a tile's attributes have changed; its position in ``rows``.
    """

    rewritten = pyqtSignal(int)

    def __init__(self, layer: QgsVectorLayer, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.subject = subject_of(layer) or TILES
        self.changes: Optional[QgsVectorLayer] = changes_layer_for(layer, QgsProject.instance())
        self.changes_id = identity_of(self.changes)
        if self.changes is not None:
            self.changes.willBeDeleted.connect(self._forget_changes)
        self.rows: list[Row] = []
        self._verdicts: dict[int, str] = {}
        self._classes: dict[Key, list[str]] = {}
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        layer.attributeValueChanged.connect(self._changed_elsewhere)

    def load(
        self,
        order: str = "score",
        only_changed: bool = True,
        only_open: bool = False,
        only_class: str = "",
        among: Optional[Collection[int]] = None,
    ) -> None:
        """Read the tiles.

        Args:
            order: a key of ``ORDERS``.
            only_changed: leave out tiles without a change.
            only_open: leave out tiles that have a verdict.
            only_class: leave out tiles without a changed area of this class and transition; empty for all.
            among: leave out all but these numbers; None for all.
        """
        self._classes = self._read_classes()
        wanted, descending = ORDERS.get(order, ORDERS["score"])
        field = getattr(self.subject, wanted, wanted)
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        features = self.layer.getFeatures(request)
        rows = [self._row(one, field) for one in features if not only_changed or self._has_changed(one)]
        if only_class:
            rows = [row for row in rows if only_class in row.classes.split("; ")]
        if among is not None:
            rows = [row for row in rows if row.number in among]
        self._verdicts = {row.fid: row.review_status for row in rows}
        self.rows = [row for row in rows if not (only_open and row.review_status)]
        self.rows.sort(key=lambda row: (-row.key if descending else row.key, row.number))
        if order == "class":
            self.rows.sort(key=lambda row: (not row.classes, row.classes.split("; ")[0]))

    def classes(self) -> list[str]:
        """Return the classes, with their transition, that changed areas have; known after :meth:`load`."""
        return sorted({name for names in self._classes.values() for name in names})

    def position(self, fid: int) -> int:
        """Return where a feature is in the list, -1 if it is not."""
        return next((place for place, row in enumerate(self.rows) if row.fid == fid), -1)

    def areas_at(self, fid: int) -> list[QgsFeature]:
        """Return the changed areas of one site or tile, without their outlines."""
        if self.changes is None or not self._linked():
            return []
        return areas_of(self.changes, self.subject.key_of(self.layer.getFeature(fid)), self.subject)

    def judged(self) -> int:
        """Return how many of the tiles have a verdict, those left out as judged included."""
        return sum(bool(verdict) for verdict in self._verdicts.values())

    def total(self) -> int:
        """Return how many tiles there are to judge, those left out as judged included."""
        return len(self._verdicts)

    def accept(self, fid: int) -> bool:
        """Accept sentence and facts as they stand; where the analyst has changed either, the verdict stays *edited*."""
        row = self.rows[self.position(fid)]
        return self._judge(fid, {"review_status": EDITED if row.own or row.stated else ACCEPTED})

    def reject(self, fid: int) -> bool:
        """Reject the tile: no such change."""
        return self._judge(fid, {"review_status": REJECTED})

    def edit(self, fid: int, caption: str, statement: Optional[str] = None) -> bool:
        """Replace the sentence, the facts, or both.

        Args:
            fid: the tile.
            caption: the sentence; the model's own wording, or none, takes an edit back.
            statement: what the analyst states in place of the measured facts; the measured words, or none, take a
                statement back. None leaves the facts as they are.
        """
        words = " ".join(caption.split())
        own = "" if words == self._value(fid, self.subject.sentence) else words
        before = self._value(fid, self.subject.facts) if self.subject.facts else ""
        takes = statement is not None and self.subject.facts
        facts = facts_of(statement, measured_in(before)) if takes else before
        values = {"review_status": EDITED if own or stated_in(facts) else ACCEPTED, self.subject.own: own}
        if facts != before:
            values[self.subject.facts] = facts
        return self._judge(fid, values)

    def import_reviews(self, given: dict[Key, Verdict]) -> None:
        """Write verdicts that were given on another layer of the same tiles; undo does not know of them.

        Args:
            given: verdict, own words and statement by number and dates of the tile.
        """
        if not given:
            return
        subject = self.subject
        numbers = ", ".join(sorted({str(int(key[0])) for key in given}))
        request = QgsFeatureRequest().setFilterExpression(f'"{subject.number}" IN ({numbers})')
        tiles: dict[int, Values] = {}
        areas: dict[int, Values] = {}
        for tile in self.layer.getFeatures(request.setFlags(QgsFeatureRequest.Flag.NoGeometry)):
            if subject.key_of(tile) not in given:
                continue
            verdict, words, statement = given[subject.key_of(tile)]
            tiles[tile.id()] = {"review_status": verdict, subject.own: words}
            if subject.facts:
                tiles[tile.id()]["facts"] = facts_of(statement, measured_in(_text(tile["facts"])))
            following = self._areas_that_follow(tile, OF_TILE.get(verdict, ""))
            areas.update({fid: {"review_status": one} for fid, one in following.items()})
        if _write(self.layer, tiles) and self.changes is not None and areas:
            _write(self.changes, areas)

    def undo(self) -> int:
        """Take the last verdict back and return the feature it was on, -1 if there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> int:
        """Give the verdict again that was taken back last; return the feature, -1 if there is none."""
        return self._step(self._undone, self._done)

    def _forget_changes(self) -> None:
        self.changes = None

    def _step(self, source: list[UndoStep], target: list[UndoStep]) -> int:
        if not source:
            return -1
        step = source.pop()
        target.append(self._as_it_is(step.fid, step.values, step.areas))
        if "facts" in step.values:  # outlines may have been measured anew since: only the statement goes or comes back
            measured = measured_in(self._value(step.fid, "facts"))
            step.values["facts"] = facts_of(stated_in(step.values["facts"]), measured)
        self._write(step)
        return step.fid

    def _judge(self, fid: int, values: Values) -> bool:
        tile = self.layer.getFeature(fid)
        areas = self._areas_that_follow(tile, OF_TILE[values["review_status"]])
        before = self._as_it_is(fid, values, areas)
        if before.values == values and before.areas == areas:
            return True
        if not self._write(UndoStep(fid, values, areas)):
            return False
        self._done.append(before)
        self._undone.clear()
        return True

    def _areas_that_follow(self, tile: Any, verdict: str) -> dict[int, str]:
        """Return the verdict for the tile's changed areas, by feature id; what was judged by itself is left out."""
        if self.changes is None or read_only_reason(self.changes) or not self._linked():
            return {}
        follow = ("", OF_TILE.get(_text(value_of(tile, "review_status")), ""))
        areas = areas_of(self.changes, self.subject.key_of(tile), self.subject)
        return {area.id(): verdict for area in areas if _text(value_of(area, "review_status")) in follow}

    def _as_it_is(self, fid: int, values: Values, areas: dict[int, str]) -> UndoStep:
        now: dict[int, str] = {}
        if self.changes is not None and areas:
            request = QgsFeatureRequest().setFilterFids(list(areas)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
            now = {area.id(): _text(value_of(area, "review_status")) for area in self.changes.getFeatures(request)}
        return UndoStep(fid, {name: self._value(fid, name) for name in values}, now)

    def _write(self, step: UndoStep) -> bool:
        if not _write(self.layer, {step.fid: step.values}):
            return False
        if self.changes is not None and step.areas:
            _write(self.changes, {fid: {"review_status": verdict} for fid, verdict in step.areas.items()})
            if self.subject is SITES:
                self._tell_tiles(list(step.areas))
        self._refresh(step.fid)
        return True

    def _tell_tiles(self, areas: list[int]) -> None:
        """Reject the tiles of which every changed area is rejected, and take that back where one no longer is.

        A tile is not accepted so: its sentence is another one than the site's, and nobody has read it.
        """
        tiles = layer_beside(self.layer, TILES, QgsProject.instance())
        if tiles is None or self.changes is None or read_only_reason(tiles):
            return
        flags = QgsFeatureRequest.Flag.NoGeometry
        touched = self.changes.getFeatures(QgsFeatureRequest().setFilterFids(areas).setFlags(flags))
        numbers = ", ".join(sorted({str(int(_number(area["tile_id"]))) for area in touched}))
        where = QgsFeatureRequest().setFilterExpression(f'"tile_id" IN ({numbers})').setFlags(flags)
        verdicts: dict[Key, set[str]] = {}
        for area in self.changes.getFeatures(where):
            verdicts.setdefault(TILES.key_of(area), set()).add(_text(value_of(area, "review_status")))
        values: dict[int, Values] = {}
        for tile in tiles.getFeatures(where):
            gone, now = verdicts.get(TILES.key_of(tile)) == {REJECTED}, _text(value_of(tile, "review_status"))
            if now in ("", REJECTED) and gone != (now == REJECTED):
                values[tile.id()] = {"review_status": REJECTED if gone else ""}
        if values:
            _write(tiles, values)

    def _refresh(self, fid: int) -> None:
        """Read one tile anew."""
        place = self.position(fid)
        feature = self.layer.getFeature(fid)
        if not feature.isValid():  # QGIS 3.22 reads nothing now and then right after it has written
            feature = self.layer.getFeature(fid)
        if not feature.isValid():
            return
        if fid in self._verdicts:
            self._verdicts[fid] = _text(value_of(feature, "review_status"))
        if place >= 0:
            self.rows[place] = self._row(feature, self.subject.number)
            self.rewritten.emit(place)

    def _changed_elsewhere(self, fid: int, _field: int, _value: Any) -> None:
        """Follow changes in the edit buffer that others make: QGIS's own undo, its forms and tables."""
        self._refresh(fid)

    def _read_classes(self) -> dict[Key, list[str]]:
        """Return the classes in each tile, the one with the largest area first."""
        if self.changes is None or not self._linked():
            return {}
        sums: dict[Key, dict[str, float]] = {}
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for area in self.changes.getFeatures(request):
            of_tile = sums.setdefault(self.subject.key_of(area), {})
            of_tile[label_of(area)] = of_tile.get(label_of(area), 0.0) + _number(area["area_m2"])
        return {key: sorted(found, key=lambda name: -found[name]) for key, found in sums.items()}

    def _value(self, fid: int, name: str) -> str:
        return _text(value_of(self.layer.getFeature(fid), name))

    def _linked(self) -> bool:
        """Return whether the changed areas say to which site or tile they belong."""
        return self.changes is not None and self.changes.fields().indexOf(self.subject.number) >= 0

    def _has_changed(self, feature: Any) -> bool:
        return not self.subject.changed or feature[self.subject.changed] in (True, 1, "true", "1")

    def _classes_of(self, feature: Any) -> list[str]:
        """Return every class that changed here, the one with the largest area first."""
        found = self._classes.get(self.subject.key_of(feature))
        return found or [class_name(one) for one in classes_of(feature)]

    def _row(self, feature: Any, key: str) -> Row:
        subject = self.subject
        own = _text(feature[subject.own])
        facts = _text(feature[subject.facts]) if subject.facts else measured_words(feature)
        return Row(
            fid=feature.id(),
            number=int(_number(feature[subject.number])),
            key=_number(feature[key]),
            caption=own or _text(feature[subject.sentence]),
            own=bool(own),
            facts=facts,
            stated=stated_in(facts),
            measured=measured_in(facts),
            dates=dates_in_words(feature),
            score=_number(feature[subject.score]),
            area=_number(feature["changed_area_m2"]),
            review_status=_text(value_of(feature, "review_status")),
            classes="; ".join(self._classes_of(feature)),
            place=", ".join(filter(None, (_text(value_of(feature, "place")), _text(value_of(feature, "near"))))),
            certainty=_text(value_of(feature, "certainty")),
        )


def verdicts_in(layer: QgsVectorLayer) -> dict[Key, Verdict]:
    """Return what a layer has been judged, by number and dates; what was not judged is left out."""
    subject = subject_of(layer) or TILES
    judged = f"\"{field_name(layer.fields(), 'review_status')}\" <> ''"
    request = QgsFeatureRequest().setFilterExpression(judged).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    given: dict[Key, Verdict] = {}
    for one in layer.getFeatures(request):
        facts = _text(one[subject.facts]) if subject.facts else ""
        words = _text(one[subject.own])
        given[subject.key_of(one)] = (_text(value_of(one, "review_status")), words, stated_in(facts))
    return given


def read_only_reason(layer: QgsVectorLayer) -> str:
    """Return why a layer cannot take verdicts, as a sentence, or an empty string."""
    able = layer.dataProvider().capabilities() & QgsVectorDataProvider.Capability.ChangeAttributeValues
    if layer.readOnly() or not able:
        return tr("“{0}” cannot be written to. Export it to a GeoPackage and review that.").format(layer.name())
    return ""


def _write(layer: QgsVectorLayer, rewritten: dict[int, Values]) -> bool:
    """Write attributes at once, or as one edit command where the layer is being edited."""
    fields = layer.fields()
    indexed = {
        fid: {field_index(fields, name): value for name, value in values.items()} for fid, values in rewritten.items()
    }
    if not layer.isEditable():
        written = layer.dataProvider().changeAttributeValues(indexed)
        layer.triggerRepaint()
        return bool(written)
    layer.beginEditCommand(tr("Verdict"))
    written = all(layer.changeAttributeValues(fid, attributes) for fid, attributes in indexed.items())
    if written:
        layer.endEditCommand()
    else:
        layer.destroyEditCommand()
    return written


def dates_in_words(feature: Any) -> str:
    """Return both dates as the engine words them (2007–2010 → 2011-05-22); of an older result the first days."""
    told = _text(feature["dates"]) if feature.fieldNameIndex("dates") >= 0 else ""
    return told or " → ".join(_day(feature[name]) or "?" for name in ("date_before", "date_after"))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _day(value: Any) -> str:
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") and value.isValid() else ""
