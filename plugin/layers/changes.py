"""The layer of changed areas beside a layer of tiles: finding it, keeping its figures true when outlines are edited.

Areas are edited with QGIS's own tools. When they are saved, area and perimeter of what was drawn are measured anew on
the ellipsoid, the area is marked as *edited*, and the tiles it lies in get their changed area and a new sentence; what
the analyst has stated in place of the old one stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .facts import facts_of, stated_in

EDITED, REJECTED = "edited", "rejected"
CHANGES_LAYER = "describe_changes/changes"
"""Custom property of a layer of tiles: the id of its layer of changed areas."""
NEEDED = ("change_id", "class", "direction", "area_m2", "perimeter_m", "tile_id", "review")
DATES = ("date_before", "date_after")

Key = tuple[Any, ...]
"""What ties a changed area to its tile: number of the tile and both dates, since a series repeats the numbers."""


def is_changes_layer(layer: Any) -> bool:
    """Return whether a layer holds changed areas."""
    return isinstance(layer, QgsVectorLayer) and all(layer.fields().indexOf(name) >= 0 for name in NEEDED)


def changes_of(tiles: Optional[QgsVectorLayer]) -> Optional[QgsVectorLayer]:
    """Return the layer of changed areas that belongs to a layer of tiles, None where none is in the project.

    It is the one that the run noted, else the one in the same file, else the one in the same group, else the only one.
    """
    if tiles is None:
        return None
    project = QgsProject.instance()
    noted = project.mapLayer(str(tiles.customProperty(CHANGES_LAYER, "") or ""))
    if is_changes_layer(noted):
        return noted
    found = [layer for layer in project.mapLayers().values() if is_changes_layer(layer) and layer.crs() == tiles.crs()]
    file = _file(tiles)
    root = project.layerTreeRoot()
    node = root.findLayer(tiles.id())
    group = node.parent() if node is not None else root
    siblings = set() if group is root else {child.layerId() for child in group.findLayers()}
    for same in (
        [layer for layer in found if file and _file(layer) == file],
        [layer for layer in found if layer.id() in siblings],
        found,
    ):
        if len(same) == 1:
            return same[0]
    return None


def key_of(feature: QgsFeature) -> Key:
    """Return what ties a tile and its changed areas together."""
    names = [name for name in DATES if feature.fieldNameIndex(name) >= 0]
    return (_whole(feature["tile_id"]), *(_day(feature[name]) for name in names))


def label_of(feature: QgsFeature) -> str:
    """Return class and direction in one text, such as ``building appeared``."""
    return " ".join(part for part in (_text(feature["class"]), _text(feature["direction"])) if part)


def areas_of(changes: QgsVectorLayer, key: Key) -> list[QgsFeature]:
    """Return the changed areas of one tile, without their outlines."""
    request = QgsFeatureRequest().setFilterExpression(f'"tile_id" = {int(key[0])}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return [feature for feature in changes.getFeatures(request) if key_of(feature) == key]


def ruler(layer: QgsVectorLayer) -> QgsDistanceArea:
    """Return what measures in a layer's CRS, in metres on its ellipsoid."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    return measure


class AreaKeeper(QObject):
    """Keeps figures true while the outlines of one layer of changed areas are edited.

    Args:
        tiles: the layer of tiles.
        changes: its layer of changed areas.
        parent: owner.

    Signals:
        kept: edited outlines were saved and the figures follow them.
        editing: editing of the outlines has begun or ended.
    """

    kept = pyqtSignal()
    editing = pyqtSignal()

    def __init__(self, tiles: QgsVectorLayer, changes: QgsVectorLayer, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._tiles: Optional[QgsVectorLayer] = tiles
        self._changes: Optional[QgsVectorLayer] = changes
        self._moved: list[QgsRectangle] = []
        changes.beforeCommitChanges.connect(self._before_saving)
        changes.afterCommitChanges.connect(self._saved)
        for signal in (changes.editingStarted, changes.editingStopped):
            signal.connect(self.editing)
        for layer in (tiles, changes):
            layer.willBeDeleted.connect(self._forget)

    def leave(self) -> None:
        """Watch no longer."""
        if self._changes is not None and self._tiles is not None:
            self._changes.beforeCommitChanges.disconnect(self._before_saving)
            self._changes.afterCommitChanges.disconnect(self._saved)
            for signal in (self._changes.editingStarted, self._changes.editingStopped):
                signal.disconnect(self.editing)
            for layer in (self._tiles, self._changes):
                layer.willBeDeleted.disconnect(self._forget)
        self._forget()

    def _forget(self) -> None:
        self._tiles = self._changes = None

    def _before_saving(self, *_: Any) -> None:
        """Measure what was drawn, while it can still be written with the same save."""
        layer = self._changes
        if layer is None or layer.editBuffer() is None:
            return
        buffer = layer.editBuffer()
        changed, added = list(buffer.changedGeometries()), list(buffer.addedFeatures())
        gone = [*changed, *buffer.deletedFeatureIds()]
        self._moved = [
            old.geometry().boundingBox()
            for old in layer.dataProvider().getFeatures(QgsFeatureRequest().setFilterFids(gone))
        ]
        measure = ruler(layer)
        for fid in (*changed, *added):
            geometry = layer.getFeature(fid).geometry()
            self._moved.append(geometry.boundingBox())
            values = {
                "area_m2": measure.measureArea(geometry),
                "perimeter_m": measure.measurePerimeter(geometry),
                "review": EDITED,
            }
            if fid in added:
                values.update(self._of_a_new_one(layer, geometry))
            for name, value in values.items():
                index = layer.fields().indexOf(name)
                if index >= 0:
                    layer.changeAttributeValue(fid, index, value)

    def _of_a_new_one(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> dict[str, Any]:
        """Return what a newly drawn area takes over from the tile that it lies in."""
        number = layer.maximumValue(layer.fields().indexOf("change_id"))
        values: dict[str, Any] = {"change_id": _whole(number) + 1}
        best, most = None, 0.0
        for tile in self._tiles_at([geometry.boundingBox()]):
            shared = tile.geometry().intersection(geometry).area()
            if shared > most:
                best, most = tile, shared
        if best is not None:
            names = ("tile_id", "caption", *DATES)
            values.update({name: best[name] for name in names if best.fieldNameIndex(name) >= 0})
        return values

    def _saved(self, *_: Any) -> None:
        moved, self._moved = self._moved, []
        if not moved or self._tiles is None or self._changes is None:
            return
        rewrite_tiles(self._tiles, self._changes, self._tiles_at(moved))
        self.kept.emit()

    def _tiles_at(self, boxes: Iterable[QgsRectangle]) -> list[QgsFeature]:
        found: dict[int, QgsFeature] = {}
        for box in boxes:
            if self._tiles is not None and not box.isNull():
                found.update({tile.id(): tile for tile in self._tiles.getFeatures(QgsFeatureRequest(box))})
        return list(found.values())


def rewrite_tiles(tiles: QgsVectorLayer, changes: QgsVectorLayer, which: Iterable[QgsFeature]) -> None:
    """Write changed area, share and facts of some tiles anew from the outlines as they are now.

    Areas that the analyst has rejected do not count. The sentence says that outlines were edited by hand, and stands
    behind the analyst's own statement where there is one.
    """
    measure = ruler(tiles)
    fields = tiles.fields()
    rewritten: dict[int, dict[int, Any]] = {}
    for tile in which:
        outline, sums = tile.geometry(), {}
        for area in changes.getFeatures(QgsFeatureRequest(outline.boundingBox())):
            if _text(area["review"]) == REJECTED or key_of(area)[1:] != key_of(tile)[1:]:
                continue
            inside = measure.measureArea(area.geometry().intersection(outline))
            if inside > 0:
                count, sum_ = sums.get(label_of(area), (0, 0.0))
                sums[label_of(area)] = (count + 1, sum_ + inside)
        total = sum(size for _, size in sums.values())
        ground = measure.measureArea(outline) * (_real(tile["valid_share"]) or 1.0)
        values = {
            "changed_area_m2": total,
            "change_share": min(1.0, total / ground) if ground > 0 else 0.0,
            "facts": facts_of(stated_in(_text(tile["facts"])), _sentence(sums)),
        }
        if total > 0:
            values["changed"] = True
        rewritten[tile.id()] = {fields.indexOf(name): value for name, value in values.items() if name in fields.names()}
    if tiles.isEditable():
        for fid, attributes in rewritten.items():
            tiles.changeAttributeValues(fid, attributes)
    elif rewritten:
        tiles.dataProvider().changeAttributeValues(rewritten)
    tiles.triggerRepaint()


def _sentence(sums: dict[str, tuple[int, float]]) -> str:
    parts = [
        f"{count} × {label or 'change'}, {size:,.0f} m²"
        for label, (count, size) in sorted(sums.items(), key=lambda item: -item[1][1])
    ]
    return ("; ".join(parts) or "no changed area") + " (outlines edited by hand)"


def _file(layer: QgsVectorLayer) -> str:
    return str(layer.source().split("|")[0]) if layer.providerType() == "ogr" else ""


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) else -1


def _real(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> str:
    return value.toString("yyyy-MM-ddTHH:mm") if hasattr(value, "toString") and value.isValid() else ""
