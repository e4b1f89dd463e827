"""From the engine's records to layers in QGIS: filling the sinks, then styling what came of them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..i18n import tr
from .appearance import apply_appearance
from .schema import Schema, feature_of, fields_of

GEOMETRY = {"TILES": QgsWkbTypes.Type.Polygon, "CHANGES": QgsWkbTypes.Type.MultiPolygon}


class Dresser(QgsProcessingLayerPostProcessorInterface):
    """Gives a result layer its appearance after QGIS has put it into the project."""

    def __init__(self, kind: str, started: dict[str, Any]) -> None:
        super().__init__()
        self.kind = kind
        self.started = started

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Style one layer."""
        apply_appearance(layer, self.kind, self.started)


class ResultLayers:
    """The layers of one run.

    Args:
        started: the engine's ``started`` event.
    """

    _dressers: list[Dresser] = []  # noqa: RUF012 - QGIS keeps no reference of its own; see expect()

    def __init__(self, started: dict[str, Any]) -> None:
        self.started = started
        self.crs = QgsCoordinateReferenceSystem.fromWkt(str(started.get("crs_wkt", "")))
        self._layers: list[tuple[str, str]] = []

    def fields(self, schema: Schema) -> QgsFields:
        """Return the fields of a layer."""
        return fields_of(schema)

    def geometry(self, name: str) -> Any:
        """Return the geometry type of the layer of that output."""
        return GEOMETRY[name]

    def fill(self, sink: QgsFeatureSink, schema: Schema, records: list[dict[str, Any]]) -> None:
        """Write all records into a sink.

        Raises:
            QgsProcessingException: the destination takes no more (a full disk, say).
        """
        fields = fields_of(schema)
        for record in records:
            if not sink.addFeature(feature_of(record, schema, fields), QgsFeatureSink.Flag.FastInsert):
                reason = sink.lastError() if hasattr(sink, "lastError") else ""
                raise QgsProcessingException(tr("A feature could not be written: {0}").format(reason))

    def expect(self, kind: str, identifier: str, context: QgsProcessingContext) -> None:
        """Note a layer that shall be styled, after the run and when QGIS loads it."""
        self._layers.append((kind, identifier))
        if context.willLoadLayerOnCompletion(identifier):
            dresser = Dresser(kind, self.started)
            del self._dressers[:-32]
            self._dressers.append(dresser)
            context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(dresser)

    def finish(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Style the layers where they are; those in a GeoPackage keep the style as their default.

        Args:
            context: the one given to ``postProcessAlgorithm``; the one of ``processAlgorithm`` may be gone, since
                QGIS makes it for the background thread only.
            feedback: where remarks go.
        """
        for kind, identifier in self._layers:
            layer = QgsProcessingUtils.mapLayerFromString(identifier, context)
            if layer is None:
                continue
            apply_appearance(layer, kind, self.started)
            problem = _keep_style(layer)
            if problem:
                feedback.pushInfo(problem)


def _keep_style(layer: Any) -> str:
    """Store a layer's style in its GeoPackage; return what went wrong, if anything."""
    source = layer.source() if layer.providerType() == "ogr" else ""
    if source.split("|")[0].lower().endswith(".gpkg"):
        return str(layer.saveStyleToDatabase(layer.name(), tr("Describe Changes"), True, "") or "")
    return ""
