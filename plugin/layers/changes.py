"""The layer of changed areas of a result: finding it, and keeping figures true when outlines are edited.

Areas are edited with QGIS's own tools. When they are saved, area and perimeter of what was drawn are measured anew on
the ellipsoid, and the area is marked as *edited*. The site that it belongs to gets its outline and figures, the tiles
it lies in their changed area and a new sentence; what the analyst has stated in place of the old one stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .facts import facts_of, stated_in
from .renamed import field_index, has_fields, value_of
from .styling import AFTER_LAYER, BEFORE_LAYER
from .subject import DATES, SITES, TILES, Key, Subject, class_name, subject_of

EDITED, REJECTED = "edited", "rejected"
CHANGES_LAYER = "describe_changes/changes"
"""Custom property of a layer of tiles: the id of its layer of changed areas."""
REQUIRED_FIELDS = ("change_id", "class", "transition", "area_m2", "perimeter_m", "tile_id", "review_status")
SPANS = (*DATES, "date_before_end", "date_after_end", "dates")
"""Fields that an area shares with its tile."""


def is_changes_layer(layer: Any) -> bool:
    """Return whether a layer holds changed areas."""
    return isinstance(layer, QgsVectorLayer) and has_fields(layer, REQUIRED_FIELDS)


def changes_layer_for(tiles: Optional[QgsVectorLayer], project: Optional[QgsProject]) -> Optional[QgsVectorLayer]:
    """Return the layer of changed areas that belongs to a layer of tiles, None where that cannot be told.

    It is the one that the run noted, else the one in the same file (opened where the project has it not), else the one
    in the same group, else the only one that was made from the same images or fits the tiles. Of several nothing is
    guessed: two runs over one pair differ in nothing but their areas.

    Args:
        tiles: the layer of tiles.
        project: where layers are looked for; None for the file alone.
    """
    if tiles is None:
        return None
    layers = list(project.mapLayers().values()) if project is not None else []
    noted = project.mapLayer(str(tiles.customProperty(CHANGES_LAYER, "") or "")) if project is not None else None
    if is_changes_layer(noted):
        return noted
    found = [layer for layer in layers if is_changes_layer(layer)]
    file = file_of(tiles)
    in_file = [layer for layer in found if file and file_of(layer) == file]
    if in_file:
        return in_file[0]
    stored = _stored_areas(file)
    if stored is not None:
        return stored
    found = [layer for layer in found if layer.crs() == tiles.crs()]
    siblings = _siblings(tiles, project)
    origin = _origin(tiles)
    for same in (
        [layer for layer in found if layer.id() in siblings],
        [layer for layer in found if any(origin) and _origin(layer) == origin],
        found,
    ):
        if same:
            return same[0] if len(same) == 1 and not areas_problem(tiles, same[0]) else None
    return None


def layer_beside(
    layer: Optional[QgsVectorLayer], subject: Subject, project: Optional[QgsProject]
) -> Optional[QgsVectorLayer]:
    """Return the layer of sites or of tiles of the result to which a layer belongs, None where that cannot be told.

    It is the layer itself, else the one in the same file (opened where the project has it not), else the only one in
    the same group.
    """
    if layer is None or subject_of(layer) is subject:
        return layer
    found = [one for one in (project.mapLayers().values() if project is not None else ()) if subject_of(one) is subject]
    file = file_of(layer)
    in_file = [one for one in found if file and file_of(one) == file]
    if in_file:
        return in_file[0]
    if file.lower().endswith(".gpkg"):
        stored = QgsVectorLayer(f"{file}|layername={subject.table}", subject.table, "ogr")
        if stored.isValid() and subject_of(stored) is subject:
            return stored
    siblings = _siblings(layer, project)
    near = [one for one in found if one.id() in siblings]
    return near[0] if len(near) == 1 else None


def identity_of(layer: Optional[QgsVectorLayer]) -> str:
    """Return what tells a layer from others: its id in the project, its source where it is not in it, else nothing."""
    if layer is None:
        return ""
    return str(layer.id() if QgsProject.instance().mapLayer(layer.id()) is not None else layer.source())


def areas_problem(tiles: QgsVectorLayer, changes: Optional[QgsVectorLayer]) -> str:
    """Return why changed areas cannot be those of these tiles, as a sentence, or an empty string.

    Tiles that name no changed area need none.
    """
    subject = subject_of(tiles) or TILES
    request = QgsFeatureRequest().setFilterExpression('"changed_area_m2" > 0')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    wanted = set()
    if tiles.fields().indexOf("changed_area_m2") >= 0:
        wanted = {subject.key_of(tile) for tile in tiles.getFeatures(request)}
    if not wanted:
        return ""
    if changes is None:
        return tr(
            "The changed areas of “{0}” were not found. Add their layer to the project, or choose it under “Changed "
            "areas”."
        ).format(tiles.name())
    every = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if any(subject.key_of(area) in wanted for area in changes.getFeatures(every)):
        return ""
    return tr("“{0}” has none of the changed areas that “{1}” names. Choose the layer of the same run.").format(
        changes.name(), tiles.name()
    )


def _stored_areas(path: str) -> Optional[QgsVectorLayer]:
    """Return the table ``changes`` of a GeoPackage as a layer, None where there is none."""
    if not path.lower().endswith(".gpkg"):
        return None
    stored = QgsVectorLayer(f"{path}|layername=changes", tr("Changed areas"), "ogr")
    return stored if stored.isValid() and is_changes_layer(stored) else None


def _siblings(tiles: QgsVectorLayer, project: Optional[QgsProject]) -> set[str]:
    """Return the ids of the layers in the same group, none where the tiles lie in no group."""
    root = project.layerTreeRoot() if project is not None else None
    node = root.findLayer(tiles.id()) if root is not None else None
    group = node.parent() if node is not None else root
    return set() if group is None or group == root else {child.layerId() for child in group.findLayers()}


def _origin(layer: QgsVectorLayer) -> tuple[str, str]:
    """Return the ids of the images that a layer was made from, as far as it says so."""
    return str(layer.customProperty(BEFORE_LAYER) or ""), str(layer.customProperty(AFTER_LAYER) or "")


def label_of(feature: QgsFeature) -> str:
    """Return class and transition in one text, such as ``building appeared``."""
    return class_name({"class": _text(feature["class"]), "transition": _text(value_of(feature, "transition"))})


def areas_of(changes: QgsVectorLayer, key: Key, subject: Subject = TILES) -> list[QgsFeature]:
    """Return the changed areas of one site or tile, without their outlines."""
    request = QgsFeatureRequest().setFilterExpression(f'"{subject.number}" = {int(key[0])}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return [feature for feature in changes.getFeatures(request) if subject.key_of(feature) == key]


def distance_area(layer: QgsVectorLayer) -> QgsDistanceArea:
    """Return what measures in a layer's CRS, in metres on its ellipsoid."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    return measure


class OutlineEditTracker(QObject):
    """Keeps figures true while the outlines of one layer of changed areas are edited.

    Args:
        tiles: the layer of sites or tiles.
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
        self._subject = subject_of(tiles) or TILES
        self._moved: list[QgsRectangle] = []
        self._touched: set[int] = set()
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
        olds = list(layer.dataProvider().getFeatures(QgsFeatureRequest().setFilterFids(gone)))
        self._moved = [old.geometry().boundingBox() for old in olds]
        self._touched = {_whole(value_of(old, self._subject.number)) for old in olds}
        measure = distance_area(layer)
        for fid in (*changed, *added):
            geometry = layer.getFeature(fid).geometry()
            self._moved.append(geometry.boundingBox())
            values = {
                "area_m2": measure.measureArea(geometry),
                "perimeter_m": measure.measurePerimeter(geometry),
                "review_status": EDITED,
            }
            if fid in added:
                values.update(self._of_a_new_one(layer, geometry))
                self._touched.add(_whole(values.get(self._subject.number)))
            for name, value in values.items():
                index = field_index(layer.fields(), name)
                if index >= 0:
                    layer.changeAttributeValue(fid, index, value)

    def _of_a_new_one(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> dict[str, Any]:
        """Return what a newly drawn area takes over from the tile that it lies in."""
        number = layer.maximumValue(layer.fields().indexOf("change_id"))
        values: dict[str, Any] = {"change_id": _whole(number) + 1}
        best = self._owner_of(geometry)
        if best is not None:
            names = ("site_id", "tile_id", "caption", *SPANS)
            values.update({name: best[name] for name in names if best.fieldNameIndex(name) >= 0})
            if self._subject is SITES:  # the tile is that of the site's other areas
                others = areas_of(layer, SITES.key_of(best), SITES)
                values.update({name: others[0][name] for name in ("tile_id", "caption") if others})
        return values

    def _owner_of(self, geometry: QgsGeometry) -> Optional[QgsFeature]:
        """Return the site or tile with which an outline shares most; of sites else the nearest."""
        best, most = None, 0.0
        for one in self._tiles_at([geometry.boundingBox()]):
            shared = one.geometry().intersection(geometry).area()
            if shared > most:
                best, most = one, shared
        if best is None and self._subject is SITES and self._tiles is not None:
            return min(self._tiles.getFeatures(), key=lambda site: site.geometry().distance(geometry), default=None)
        return best

    def _saved(self, *_: Any) -> None:
        moved, self._moved = self._moved, []
        if not moved or self._tiles is None or self._changes is None:
            return
        if self._subject is SITES:
            rewrite_sites(self._tiles, self._changes, self._touched)
        else:
            rewrite_tiles(self._tiles, self._changes, self._tiles_at(moved))
        self.kept.emit()

    def _tiles_at(self, boxes: Iterable[QgsRectangle]) -> list[QgsFeature]:
        found: dict[int, QgsFeature] = {}
        for box in boxes:
            if self._tiles is not None and not box.isNull():
                found.update({tile.id(): tile for tile in self._tiles.getFeatures(QgsFeatureRequest(box))})
        return list(found.values())


def rewrite_sites(sites: QgsVectorLayer, changes: QgsVectorLayer, numbers: Iterable[int]) -> None:
    """Write outline, changed area, count and classes of some sites anew from their areas as they are now.

    Areas that the analyst has rejected do not count. A site of which nothing is left keeps its outline.
    """
    fields = sites.fields()
    wanted = ", ".join(str(number) for number in sorted(set(numbers)) if number >= 0)
    if not wanted:
        return
    found: dict[Key, list[QgsFeature]] = {}
    for area in changes.getFeatures(QgsFeatureRequest().setFilterExpression(f'"site_id" IN ({wanted})')):
        if _text(value_of(area, "review_status")) != REJECTED:
            found.setdefault(SITES.key_of(area), []).append(area)
    values: dict[int, dict[int, Any]] = {}
    outlines: dict[int, QgsGeometry] = {}
    for site in sites.getFeatures(QgsFeatureRequest().setFilterExpression(f'"site_id" IN ({wanted})')):
        areas = found.get(SITES.key_of(site), [])
        told = _site_values(areas)
        places = {field_index(fields, name): value for name, value in told.items()}
        values[site.id()] = {place: value for place, value in places.items() if place >= 0}
        if areas:
            outline = QgsGeometry.unaryUnion([area.geometry() for area in areas])
            outline.convertToMultiType()
            outlines[site.id()] = outline
    if sites.isEditable():
        for fid, attributes in values.items():
            sites.changeAttributeValues(fid, attributes)
        for fid, outline in outlines.items():
            sites.changeGeometry(fid, outline)
    else:
        sites.dataProvider().changeAttributeValues(values)
        sites.dataProvider().changeGeometryValues(outlines)
    sites.triggerRepaint()


def _site_values(areas: list[QgsFeature]) -> dict[str, Any]:
    """Return what a site's fields say of its areas."""
    sums: dict[tuple[str, str], tuple[int, float]] = {}
    for area in areas:
        name = _text(area["class"]), _text(value_of(area, "transition"))
        count, size = sums.get(name, (0, 0.0))
        sums[name] = (count + 1, size + _real(area["area_m2"]))
    order = sorted(sums, key=lambda name: -sums[name][1])
    classes = [
        {"class": name[0], "transition": name[1], "changes": sums[name][0], "changed_area_m2": sums[name][1]}
        for name in order
    ]
    main = dict(zip(("class", "transition"), order[0])) if order else {}
    total = sum(size for _, size in sums.values())
    return {"changed_area_m2": total, "changes": len(areas), "classes": json.dumps(classes), **main}


def rewrite_tiles(tiles: QgsVectorLayer, changes: QgsVectorLayer, which: Iterable[QgsFeature]) -> None:
    """Write changed area, share and facts of some tiles anew from the outlines as they are now.

    Areas that the analyst has rejected do not count. The sentence says that outlines were edited by hand, and stands
    behind the analyst's own statement where there is one.
    """
    measure = distance_area(tiles)
    fields = tiles.fields()
    rewritten: dict[int, dict[int, Any]] = {}
    for tile in which:
        outline, sums = tile.geometry(), {}
        for area in changes.getFeatures(QgsFeatureRequest(outline.boundingBox())):
            if _text(value_of(area, "review_status")) == REJECTED or TILES.key_of(area)[1:] != TILES.key_of(tile)[1:]:
                continue
            inside = measure.measureArea(area.geometry().intersection(outline))
            if inside > 0:
                count, sum_ = sums.get(label_of(area), (0, 0.0))
                sums[label_of(area)] = (count + 1, sum_ + inside)
        total = sum(size for _, size in sums.values())
        ground = measure.measureArea(outline) * (_real(value_of(tile, "valid_fraction")) or 1.0)
        values = {
            "changed_area_m2": total,
            "changed_fraction": min(1.0, total / ground) if ground > 0 else 0.0,
            "facts": facts_of(stated_in(_text(tile["facts"])), _sentence(sums)),
        }
        if total > 0:
            values["changed"] = True
        places = {field_index(fields, name): value for name, value in values.items()}
        rewritten[tile.id()] = {place: value for place, value in places.items() if place >= 0}
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


def file_of(layer: QgsVectorLayer) -> str:
    """Return the file in which a layer lies, empty if it lies elsewhere."""
    if layer.providerType() != "ogr":
        return ""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) else -1


def _real(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> str:
    if not hasattr(value, "toString") or not value.isValid():
        return ""
    return str((value.toUTC() if hasattr(value, "toUTC") else value).toString("yyyy-MM-ddTHH:mm"))
