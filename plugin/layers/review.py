"""The analyst's verdicts on described tiles, as attributes of the layer, with undo.

Everything is written into ``review`` and ``caption_edited`` at once, so nothing is lost by closing QGIS and any
other GIS reads it. A layer that is being edited gets its changes through QGIS's own edit buffer instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .appearance import LIVE, ROLE

ACCEPTED, EDITED, REJECTED = "accepted", "edited", "rejected"
NEEDED = ("tile_id", "caption", "changed", "change_score", "facts", "review", "caption_edited")
ORDERS = {
    "score": ("change_score", True),
    "area": ("changed_area_m2", True),
    "doubt": ("confidence", False),
    "tile": ("tile_id", False),
}
"""Name of an order: the field, and whether the largest comes first."""


@dataclass
class Row:
    """One tile in the review.

    Attributes:
        fid: feature id in the layer.
        tile_id: number of the tile.
        key: what the list is ordered by.
        caption: the analyst's wording, else the model's.
        own: whether the wording is the analyst's.
        facts: the measured sentence.
        dates: both days in one text.
        score: change score.
        area: changed area in m².
        review: the verdict, empty for none.
    """

    fid: int
    tile_id: int
    key: float
    caption: str
    own: bool
    facts: str
    dates: str
    score: float
    area: float
    review: str


def is_tile_layer(layer: Any) -> bool:
    """Return whether a layer has what a review needs; one that is still filling does not count."""
    if not isinstance(layer, QgsVectorLayer) or layer.customProperty(ROLE) == LIVE:
        return False
    return all(layer.fields().indexOf(name) >= 0 for name in NEEDED)


class Review(QObject):
    """The tiles of one layer in the order of their review.

    Signals:
        rewritten: a tile's attributes have changed; its position in ``rows``.
    """

    rewritten = pyqtSignal(int)

    def __init__(self, layer: QgsVectorLayer, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.rows: list[Row] = []
        self._done: list[tuple[int, dict[str, Any]]] = []
        self._undone: list[tuple[int, dict[str, Any]]] = []

    def load(self, order: str = "score", only_changed: bool = True, only_open: bool = False) -> None:
        """Read the tiles.

        Args:
            order: a key of ``ORDERS``.
            only_changed: leave out tiles without a change.
            only_open: leave out tiles that have a verdict.
        """
        field, descending = ORDERS.get(order, ORDERS["score"])
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows = [
            self._row(feature, field) for feature in self.layer.getFeatures(request) if _wanted(feature, only_changed)
        ]
        self.rows = [row for row in rows if not (only_open and row.review)]
        self.rows.sort(key=lambda row: (-row.key if descending else row.key, row.tile_id))

    def position(self, fid: int) -> int:
        """Return where a feature is in the list, -1 if it is not."""
        return next((place for place, row in enumerate(self.rows) if row.fid == fid), -1)

    def judged(self) -> int:
        """Return how many of the tiles have a verdict."""
        return sum(bool(row.review) for row in self.rows)

    def accept(self, fid: int) -> bool:
        """Accept the sentence as it stands; a wording of the analyst's own stays *edited*."""
        row = self.rows[self.position(fid)]
        return self._judge(fid, {"review": EDITED if row.own else ACCEPTED})

    def reject(self, fid: int) -> bool:
        """Reject the tile: no such change."""
        return self._judge(fid, {"review": REJECTED})

    def edit(self, fid: int, caption: str) -> bool:
        """Replace the sentence; the model's own wording, or none, takes the edit back."""
        words = " ".join(caption.split())
        if not words or words == self._value(fid, "caption"):
            return self._judge(fid, {"review": ACCEPTED, "caption_edited": ""})
        return self._judge(fid, {"review": EDITED, "caption_edited": words})

    def undo(self) -> int:
        """Take the last verdict back and return the feature it was on, -1 if there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> int:
        """Give the verdict again that was taken back last; return the feature, -1 if there is none."""
        return self._step(self._undone, self._done)

    def _step(self, source: list[tuple[int, dict[str, Any]]], target: list[tuple[int, dict[str, Any]]]) -> int:
        if not source:
            return -1
        fid, values = source.pop()
        target.append((fid, {name: self._value(fid, name) for name in values}))
        self._write(fid, values)
        return fid

    def _judge(self, fid: int, values: dict[str, Any]) -> bool:
        before = {name: self._value(fid, name) for name in values}
        if before == values:
            return True
        if not self._write(fid, values):
            return False
        self._done.append((fid, before))
        self._undone.clear()
        return True

    def _write(self, fid: int, values: dict[str, Any]) -> bool:
        indexed = {self.layer.fields().indexOf(name): value for name, value in values.items()}
        if self.layer.isEditable():
            written = all(self.layer.changeAttributeValue(fid, index, value) for index, value in indexed.items())
        else:
            written = self.layer.dataProvider().changeAttributeValues({fid: indexed})
        if written:
            place = self.position(fid)
            if place >= 0:
                feature = self.layer.getFeature(fid)
                self.rows[place] = self._row(feature, "tile_id")
                self.rewritten.emit(place)
            self.layer.triggerRepaint()
        return bool(written)

    def _value(self, fid: int, name: str) -> str:
        return _text(self.layer.getFeature(fid)[name])

    def _row(self, feature: Any, key: str) -> Row:
        own = _text(feature["caption_edited"])
        days = [_day(feature[name]) for name in ("date_before", "date_after")]
        return Row(
            fid=feature.id(),
            tile_id=int(_number(feature["tile_id"])),
            key=_number(feature[key]),
            caption=own or _text(feature["caption"]),
            own=bool(own),
            facts=_text(feature["facts"]),
            dates=" → ".join(day or "?" for day in days),
            score=_number(feature["change_score"]),
            area=_number(feature["changed_area_m2"]),
            review=_text(feature["review"]),
        )


def obstacle(layer: QgsVectorLayer) -> str:
    """Return why a layer cannot take verdicts, as a sentence, or an empty string."""
    able = layer.dataProvider().capabilities() & QgsVectorDataProvider.Capability.ChangeAttributeValues
    if layer.readOnly() or not able:
        return tr("“{0}” cannot be written to. Export it to a GeoPackage and review that.").format(layer.name())
    return ""


def _wanted(feature: Any, only_changed: bool) -> bool:
    return not only_changed or feature["changed"] in (True, 1, "true", "1")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _day(value: Any) -> str:
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") and value.isValid() else ""
