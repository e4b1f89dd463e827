"""Keep figures and sentences of a result true while the outlines of its changed areas are edited.

Areas are edited with QGIS's own tools. When they are saved, area and perimeter of what was drawn are measured anew on
the ellipsoid, and the area is marked as *edited*. Then the figures of the site that it belongs to and of the tiles
that it lies in follow, whichever of the two is under review.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .changes import areas_of, distance_area, layer_beside
from .figures import rewrite_sites, rewrite_tiles
from .renamed import field_index, value_of
from .subject import DATES, SITES, TILES, Key, Subject

EDITED = "edited"
SPANS = (*DATES, "date_before_end", "date_after_end", "dates")
"""Fields that an area shares with its site and tile."""


class OutlineEditTracker(QObject):
    """Keeps figures true while the outlines of one layer of changed areas are edited.

    Args:
        layer: the layer of sites or tiles under review.
        changes: its layer of changed areas.
        parent: owner.

    Signals:
        kept: edited outlines were saved and the figures follow them.
        editing: editing of the outlines has begun or ended.
    """

    kept = pyqtSignal()
    editing = pyqtSignal()

    def __init__(self, layer: QgsVectorLayer, changes: QgsVectorLayer, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = layer
        self._changes: Optional[QgsVectorLayer] = changes
        self._moved: list[QgsRectangle] = []
        self._touched: set[Key] = set()
        changes.beforeCommitChanges.connect(self._before_saving)
        changes.afterCommitChanges.connect(self._saved)
        for signal in (changes.editingStarted, changes.editingStopped):
            signal.connect(self.editing)
        for one in (layer, changes):
            one.willBeDeleted.connect(self._forget)

    def leave(self) -> None:
        """Watch no longer."""
        if self._changes is not None and self._layer is not None:
            self._changes.beforeCommitChanges.disconnect(self._before_saving)
            self._changes.afterCommitChanges.disconnect(self._saved)
            for signal in (self._changes.editingStarted, self._changes.editingStopped):
                signal.disconnect(self.editing)
            for layer in (self._layer, self._changes):
                layer.willBeDeleted.disconnect(self._forget)
        self._forget()

    def _forget(self) -> None:
        self._layer = self._changes = None

    def _beside(self, subject: Subject) -> Optional[QgsVectorLayer]:
        """Return the sites or the tiles of the result under review."""
        return layer_beside(self._layer, subject, QgsProject.instance())

    def _before_saving(self, *_: Any) -> None:
        """Measure what was drawn, while it can still be written with the same save."""
        layer = self._changes
        if layer is None or layer.editBuffer() is None:
            return
        buffer = layer.editBuffer()
        changed, added = list(buffer.changedGeometries()), list(buffer.addedFeatures())
        named = [fid for fid, values in buffer.changedAttributeValues().items() if _names(layer, values)]
        request = QgsFeatureRequest().setFilterFids(list({*changed, *named, *buffer.deletedFeatureIds()}))
        olds = {old.id(): old for old in layer.dataProvider().getFeatures(request)}
        self._moved = [old.geometry().boundingBox() for old in olds.values()]
        self._touched = {SITES.key_of(old) for old in olds.values()}
        measure = distance_area(layer)
        for fid in (*changed, *added):
            geometry = layer.getFeature(fid).geometry()
            self._moved.append(geometry.boundingBox())
            area = measure.measureArea(geometry)
            values = {"area_m2": area, "perimeter_m": measure.measurePerimeter(geometry), "review_status": EDITED}
            if fid in added:
                values.update(self._of_a_new_one(layer, geometry))
            elif fid in olds:
                values["objects"] = _objects(olds[fid], area)
            for name, value in values.items():
                index = field_index(layer.fields(), name)
                if index >= 0:
                    layer.changeAttributeValue(fid, index, value)
            self._touched.add(SITES.key_of(layer.getFeature(fid)))

    def _of_a_new_one(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> dict[str, Any]:
        """Return what a newly drawn area takes over from the site and the tile that it lies in."""
        number = layer.maximumValue(layer.fields().indexOf("change_id"))
        values: dict[str, Any] = {"change_id": _whole(number) + 1, "objects": 0}
        for subject in (TILES, SITES):
            owner = _owner_of(geometry, self._beside(subject), subject)
            if owner is not None:
                names = (subject.number, "caption", *SPANS)
                values.update({name: owner[name] for name in names if owner.fieldNameIndex(name) >= 0})
                if subject is SITES and "tile_id" not in values:  # where the tiles are not at hand
                    others = areas_of(layer, SITES.key_of(owner), SITES)
                    values.update({name: others[0][name] for name in ("tile_id", "caption") if others})
        return values

    def _saved(self, *_: Any) -> None:
        moved, self._moved = self._moved, []
        if not moved or self._layer is None or self._changes is None:
            return
        sites, tiles = self._beside(SITES), self._beside(TILES)
        if sites is not None:
            rewrite_sites(sites, self._changes, self._touched)
        if tiles is not None:
            rewrite_tiles(tiles, self._changes, _features_at(tiles, moved))
        self.kept.emit()


def _names(layer: QgsVectorLayer, values: dict[int, Any]) -> bool:
    """Return whether edited values of an area say that something else changed there."""
    telling = {field_index(layer.fields(), name) for name in ("class", "transition")}
    return bool(telling & set(values))


def _objects(old: QgsFeature, area: float) -> int:
    """Return how many buildings an area shows after its outline was edited: as many per m² as before."""
    objects, before = _whole(value_of(old, "objects")), float(value_of(old, "area_m2") or 0.0)
    return max(1, round(objects * area / before)) if objects > 0 and before > 0 else 0


def _owner_of(geometry: QgsGeometry, layer: Optional[QgsVectorLayer], subject: Subject) -> Optional[QgsFeature]:
    """Return the site or tile with which an outline shares most; of sites else the nearest."""
    best, most = None, 0.0
    for one in _features_at(layer, [geometry.boundingBox()]):
        shared = one.geometry().intersection(geometry).area()
        if shared > most:
            best, most = one, shared
    if best is None and subject is SITES and layer is not None:
        return min(layer.getFeatures(), key=lambda site: site.geometry().distance(geometry), default=None)
    return best


def _features_at(layer: Optional[QgsVectorLayer], boxes: Iterable[QgsRectangle]) -> list[QgsFeature]:
    found: dict[int, QgsFeature] = {}
    for box in boxes:
        if layer is not None and not box.isNull():
            found.update({one.id(): one for one in layer.getFeatures(QgsFeatureRequest(box))})
    return list(found.values())


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) else -1
