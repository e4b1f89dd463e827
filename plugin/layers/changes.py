"""The layers of a result: which of them is that of its changed areas, and what ties areas to sites and tiles."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..i18n import tr
from .renamed import has_fields, value_of
from .styling import AFTER_LAYER, BEFORE_LAYER
from .subject import DATES, TILES, Key, Subject, class_name, subject_of

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


def file_of(layer: QgsVectorLayer) -> str:
    """Return the file in which a layer lies, empty if it lies elsewhere."""
    if layer.providerType() != "ogr":
        return ""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
