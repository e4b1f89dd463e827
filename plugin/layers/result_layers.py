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
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ..i18n import tr
from .changes import CHANGES_LAYER
from .keeping import geopackage_table, keep_style
from .map_tips import add_pictures
from .metadata import describe_layer
from .rasters import dates_in_words
from .schema import Schema, feature_of, fields_of
from .styling import AFTER_LAYER, BEFORE_LAYER, apply_styling, hide_working_layers

MULTI = QgsWkbTypes.Type.MultiPolygon
GEOMETRY = {"SITES": MULTI, "CHANGES": MULTI, "TILES": QgsWkbTypes.Type.Polygon}


def dress_layer(layer: QgsMapLayer, kind: str, started: dict[str, Any], stored: bool = False) -> None:
    """Give a result layer all that it has wherever it comes from: style, metadata, notes, pictures in the map tip.

    Args:
        layer: the layer.
        kind: name of the output.
        started: the engine's ``started`` event.
        stored: the engine has written the layer with its style.
    """
    apply_styling(layer, kind, started, stored)
    describe_layer(layer, kind, started)
    if kind == "SITES" and isinstance(layer, QgsVectorLayer):
        add_pictures(layer)


class StylePostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Gives a result layer its appearance after QGIS has put it into the project."""

    def __init__(self, kind: str, result: ResultLayers) -> None:
        super().__init__()
        self.kind = kind
        self.result = result

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Style one layer."""
        self.result.dress(layer, self.kind)


class ResultLayers:
    """The layers of one run.

    Args:
        started: the engine's ``started`` event.
        images: ids of the earlier and the later image's layers.
    """

    _dressers: list[StylePostProcessor] = []  # noqa: RUF012 - QGIS keeps no reference of its own

    def __init__(self, started: dict[str, Any], images: tuple[str, str] = ("", "")) -> None:
        self.started = started
        self.images = images
        self.crs = QgsCoordinateReferenceSystem.fromWkt(str(started.get("crs_wkt", "")))
        self._layers: list[tuple[str, str, bool]] = []
        self._dressed: dict[str, QgsMapLayer] = {}

    def dress(self, layer: QgsMapLayer, kind: str) -> None:
        """Give a layer its appearance and note in it what it was made from and which layer belongs to it."""
        stored = any(one[0] == kind and one[2] for one in self._layers)
        dress_layer(layer, kind, self.started, stored)
        for name, image in zip((BEFORE_LAYER, AFTER_LAYER), self.images):
            if image:
                layer.setCustomProperty(name, image)
        self._dressed[kind] = layer
        changes = self._dressed.get("CHANGES")
        for of_areas in (self._dressed.get(name) for name in ("SITES", "TILES")):
            both = of_areas is not None and changes is not None
            if both and not sip.isdeleted(of_areas) and not sip.isdeleted(changes):
                of_areas.setCustomProperty(CHANGES_LAYER, changes.id())
        self._order()

    def _order(self) -> None:
        """Let the sites lie on top and be seen alone, where a project shows them together with areas and tiles."""
        sites = self._dressed.get("SITES")
        if sites is None or sip.isdeleted(sites):
            return
        shown = {kind: one for kind, one in self._dressed.items() if one is not None and not sip.isdeleted(one)}
        hide_working_layers(shown)

    def title(self, of_output: str) -> str:
        """Return the name of an output's layer with both dates."""
        return " ".join(filter(None, [of_output, dates_in_words(self.started)]))

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

    def register_for_styling(
        self, kind: str, identifier: str, context: QgsProcessingContext, title: str = "", stored: bool = False
    ) -> None:
        """Note a layer that shall be styled, after the run and when QGIS loads it.

        Args:
            kind: its output.
            identifier: its id or source.
            context: of the run.
            title: name that QGIS gives to every layer of the output; with the dates it tells those of a batch apart.
            stored: its file has the style already.
        """
        self._layers.append((kind, identifier, stored))
        if context.willLoadLayerOnCompletion(identifier):
            dresser = StylePostProcessor(kind, self)
            del self._dressers[:-32]
            self._dressers.append(dresser)
            details = context.layerToLoadOnCompletionDetails(identifier)
            details.setPostProcessor(dresser)
            if details.name == title:
                details.name = self.title(title)

    def finish(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Style the layers where they are; those in a GeoPackage keep the style as their default.

        Args:
            context: the one given to ``postProcessAlgorithm``; the one of ``processAlgorithm`` may be gone, since
                QGIS makes it for the background thread only.
            feedback: where remarks go.
        """
        for kind, identifier, stored in self._layers:
            file, table = geopackage_table(identifier)
            if file and not stored:
                problem = keep_style(file, table, kind)
                if problem:
                    feedback.pushInfo(problem)
            layer = None if file else QgsProcessingUtils.mapLayerFromString(identifier, context)
            if layer is not None:
                self.dress(layer, kind)
        self._dressed.clear()
