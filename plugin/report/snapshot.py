"""A copy of the layers as the analyst has them now, unsaved edits and filters included, for the engine to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..engine.client import never
from ..i18n import tr
from ..layers.appearance import AFTER_LAYER, BEFORE_LAYER, ROLE
from ..layers.schema import CHANGE_FIELDS, TILE_FIELDS, Schema, fields_of
from .main_thread import Abandoned

NEEDED = ("tile_id", "caption", "changed", "change_score")
CHANGES_NEEDED = ("class", "area_m2", "tile_id")


class SnapshotError(Exception):
    """The layers cannot be copied; ``str()`` is the sentence to show."""


@dataclass(frozen=True)
class Copied:
    """One layer to copy, taken on the main thread, read on any.

    Attributes:
        name: name of the layer in the copy.
        source: the features, edits included.
        fields: their fields.
        crs: their CRS.
    """

    name: str
    source: QgsVectorLayerFeatureSource
    fields: QgsFields
    crs: Any


def taken(layer: QgsVectorLayer, name: str) -> Copied:
    """Return what is needed to copy a layer; to be called where the layer lives."""
    return Copied(name, QgsVectorLayerFeatureSource(layer), QgsFields(layer.fields()), layer.crs())


def geopackage_of(layer: QgsVectorLayer) -> str:
    """Return the GeoPackage in which a layer lies, empty if it lies elsewhere."""
    if layer.providerType() != "ogr":
        return ""
    path = str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))
    return path if path.lower().endswith(".gpkg") else ""


def changes_of(tiles: QgsVectorLayer, project: Optional[QgsProject]) -> Optional[QgsVectorLayer]:
    """Return the layer of changed areas that belongs to a layer of tiles, None if none is found.

    It is the layer ``changes`` of the same GeoPackage (as it stands in the project, if it does), else the one in the
    project that was made from the same two images.
    """
    path = geopackage_of(tiles)
    layers = list(project.mapLayers().values()) if project is not None else []
    candidates = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and has_fields(layer, CHANGES_NEEDED)]
    for layer in candidates:
        if path and geopackage_of(layer) == path:
            return layer
    if path:
        stored = QgsVectorLayer(f"{path}|layername=changes", "changes", "ogr")
        if stored.isValid() and has_fields(stored, CHANGES_NEEDED):
            return stored
    origin = _origin(tiles)
    return next((layer for layer in candidates if any(origin) and _origin(layer) == origin), None)


def _origin(layer: QgsVectorLayer) -> tuple[str, str]:
    if layer.customProperty(ROLE) is None:
        return "", ""
    return str(layer.customProperty(BEFORE_LAYER) or ""), str(layer.customProperty(AFTER_LAYER) or "")


def has_fields(layer: QgsVectorLayer, names: tuple[str, ...]) -> bool:
    """Return whether a layer has all these fields."""
    return all(layer.fields().indexOf(name) >= 0 for name in names)


def write_snapshot(
    path: Path,
    tiles: Copied,
    changes: Optional[Copied],
    original: str,
    transforms: QgsCoordinateTransformContext,
    is_cancelled: Callable[[], bool] = never,
) -> None:
    """Write the copy: ``tiles``, ``changes`` and, where the original has it, ``run``.

    Args:
        path: GeoPackage to make.
        tiles: the tiles.
        changes: the changed areas, if there are any.
        original: GeoPackage of the tiles, or empty.
        transforms: of the project.
        is_cancelled: asked every thousand features.

    Raises:
        SnapshotError: the copy cannot be written.
        Abandoned: cancelled.
    """
    parts = [(tiles, TILE_FIELDS, QgsWkbTypes.Type.Polygon)]
    if changes is not None:
        parts.append((changes, CHANGE_FIELDS, QgsWkbTypes.Type.MultiPolygon))
    for layer, schema, geometry in parts:
        writer = _writer(path, layer, schema, geometry, transforms)
        for number, feature in enumerate(_features(layer, schema)):
            if number % 1000 == 0 and is_cancelled():
                raise Abandoned
            if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                _raise_if(True, writer.errorMessage())
        del writer
    run = QgsVectorLayer(f"{original}|layername=run", "run", "ogr") if original else None
    if run is not None and run.isValid() and has_fields(run, ("run_id",)):
        options = _options("run", path)
        problem = QgsVectorFileWriter.writeAsVectorFormatV3(run, str(path), transforms, options)
        _raise_if(problem[0], problem[1])


def _writer(
    path: Path, layer: Copied, schema: Schema, geometry: Any, transforms: QgsCoordinateTransformContext
) -> QgsVectorFileWriter:
    options = _options(layer.name, path)
    writer = QgsVectorFileWriter.create(str(path), fields_of(schema), geometry, layer.crs, transforms, options)
    _raise_if(writer.hasError(), writer.errorMessage())
    return writer


def _features(layer: Copied, schema: Schema) -> Iterator[QgsFeature]:
    """Yield the features of a layer with the fields of a schema, what is missing left empty."""
    fields = fields_of(schema)
    places = [layer.fields.indexOf(name) for name, _ in schema]
    for feature in layer.source.getFeatures():
        copy = QgsFeature(fields)
        copy.setGeometry(feature.geometry())
        values = feature.attributes()
        copy.setAttributes([values[place] if place >= 0 else None for place in places])
        yield copy


def _options(name: str, path: Path) -> Any:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    options.layerOptions = ["GEOMETRY_NAME=geom"]
    return options


def _raise_if(problem: Any, message: str) -> None:
    if problem:
        raise SnapshotError(tr("The layers could not be copied for the report: {0}").format(message))
