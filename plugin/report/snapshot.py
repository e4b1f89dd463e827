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
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..engine.client import not_cancelled
from ..i18n import tr
from ..layers.changes import file_of
from ..layers.renamed import RUNS, field_index, runs_of
from ..layers.schema import CHANGE_FIELDS, SITE_FIELDS, TILE_FIELDS, Schema, fields_of
from .main_thread import PrintCancelled

ZONES = "zones"
REQUIRED_FIELDS = ("tile_id", "caption", "changed", "change_score")


class SnapshotError(Exception):
    """The layers cannot be copied; ``str()`` is the sentence to show."""


@dataclass(frozen=True)
class LayerSnapshot:
    """One layer to copy, taken on the main thread, read on any.

    Attributes:
        name: name of the layer in the copy.
        source: the features, edits included; None for none.
        fields: their fields.
        crs: their CRS.
    """

    name: str
    source: Optional[QgsVectorLayerFeatureSource]
    fields: QgsFields
    crs: Any


def snapshot_layer(layer: QgsVectorLayer, name: str) -> LayerSnapshot:
    """Return what is needed to copy a layer; to be called where the layer lives."""
    return LayerSnapshot(name, QgsVectorLayerFeatureSource(layer), QgsFields(layer.fields()), layer.crs())


def geopackage_of(layer: QgsVectorLayer) -> str:
    """Return the GeoPackage in which a layer lies, empty if it lies elsewhere."""
    path = file_of(layer)
    return path if path.lower().endswith(".gpkg") else ""


def write_snapshot(
    path: Path,
    tiles: LayerSnapshot,
    changes: Optional[LayerSnapshot],
    original: str,
    transforms: QgsCoordinateTransformContext,
    is_cancelled: Callable[[], bool] = not_cancelled,
    sites: Optional[LayerSnapshot] = None,
) -> None:
    """Write the copy: ``tiles``, ``changes``, perhaps ``sites``, and what else the original has of the run.

    Args:
        path: GeoPackage to make.
        tiles: the tiles.
        changes: the changed areas; None writes an empty table, as a run without changes does.
        original: GeoPackage of the tiles, or empty.
        transforms: of the project.
        is_cancelled: asked every thousand features.
        sites: the sites; None where what is told of are the tiles.

    Raises:
        SnapshotError: the copy cannot be written.
        PrintCancelled: cancelled.
    """
    none = LayerSnapshot("changes", None, fields_of(CHANGE_FIELDS), tiles.crs)
    parts = [
        (tiles, TILE_FIELDS, QgsWkbTypes.Type.Polygon),
        (changes or none, CHANGE_FIELDS, QgsWkbTypes.Type.MultiPolygon),
    ]
    if sites is not None:
        parts.append((sites, SITE_FIELDS, QgsWkbTypes.Type.MultiPolygon))
    for layer, schema, geometry in parts:
        writer = _writer(path, layer, schema, geometry, transforms)
        for number, feature in enumerate(_features(layer, schema)):
            if number % 1000 == 0 and is_cancelled():
                raise PrintCancelled
            if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                _raise_if(True, writer.errorMessage())
        del writer
    if original:
        add_run_table(Path(original), path, transforms)
        _add_zones(Path(original), path, transforms)


def add_run_table(source: Path, target: Path, transforms: QgsCoordinateTransformContext) -> None:
    """Copy the table ``runs``, where there is one, from one GeoPackage into another.

    Raises:
        SnapshotError: it cannot be written.
    """
    runs = runs_of(source)
    if runs is not None and runs.fields().indexOf("run_id") >= 0:
        problem = QgsVectorFileWriter.writeAsVectorFormatV3(runs, str(target), transforms, _options(RUNS, target))
        _raise_if(problem[0], problem[1])


def _add_zones(source: Path, target: Path, transforms: QgsCoordinateTransformContext) -> None:
    """Copy the layer ``zones``, where there is one."""
    zones = QgsVectorLayer(f"{source}|layername={ZONES}", ZONES, "ogr")
    if zones.isValid() and zones.fields().indexOf("zone_id") >= 0:
        problem = QgsVectorFileWriter.writeAsVectorFormatV3(zones, str(target), transforms, _options(ZONES, target))
        _raise_if(problem[0], problem[1])


def _writer(
    path: Path, layer: LayerSnapshot, schema: Schema, geometry: Any, transforms: QgsCoordinateTransformContext
) -> QgsVectorFileWriter:
    options = _options(layer.name, path)
    writer = QgsVectorFileWriter.create(str(path), fields_of(schema), geometry, layer.crs, transforms, options)
    _raise_if(writer.hasError(), writer.errorMessage())
    return writer


def _features(layer: LayerSnapshot, schema: Schema) -> Iterator[QgsFeature]:
    """Yield the features of a layer with the fields of a schema, what is missing left empty."""
    fields = fields_of(schema)
    places = [field_index(layer.fields, name) for name, _ in schema]
    for feature in layer.source.getFeatures() if layer.source is not None else ():
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
