"""The look of a layer of zones: outlines that leave the map readable, each with its name and changed part."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .styling import ROLE

OUTLINE = "#1d2730"
LABEL = "\"name\" || '\\n' || format_number(100 * \"changed_fraction\", 1) || ' %'"


_stylers: list[ZoneStyler] = []
"""Those that QGIS still has to call: it keeps no reference of its own."""


class ZoneStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer of zones its look after QGIS has put it into the project."""

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        if isinstance(layer, QgsVectorLayer):
            style_zones(layer)


def load_zones(source: str, title: str, project: QgsProject, context: QgsProcessingContext) -> None:
    """Let QGIS open a layer of zones when the algorithm is done, in its look.

    Args:
        source: id or source of the layer.
        title: what it is called.
        project: where it is opened.
        context: of the algorithm.
    """
    styler = ZoneStyler()
    del _stylers[:-8]
    _stylers.append(styler)
    details = QgsProcessingContext.LayerDetails(title, project, "ZONE_LAYER")
    details.setPostProcessor(styler)
    context.addLayerToLoadOnCompletion(source, details)


def style_zones(layer: QgsVectorLayer) -> None:
    """Draw zones as outlines, with the name and the changed part of each; the paragraph is the map tip."""
    look = {"style": "no", "outline_color": OUTLINE, "outline_width": "0.5", "outline_style": "dash"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
    text, halo = QgsTextFormat(), QgsTextBufferSettings()
    text.setSize(9)
    text.setColor(QColor(OUTLINE))
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.setFormat(text)
    settings.fieldName, settings.isExpression = LABEL, True
    settings.centroidInside = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate('<p style="width:300px">[% "description" %]</p>')
    layer.setDisplayExpression('"name"')
    layer.setCustomProperty(ROLE, "zones")
    layer.triggerRepaint()
