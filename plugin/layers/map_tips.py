"""Both dates of a site as pictures in its map tip: an expression function that draws them from the project's images.

Images that are files are drawn; web maps are not, since a tip must not wait for a network.
"""

from __future__ import annotations

import base64
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionFunction,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from ..i18n import tr
from .images import NONE, Images, dates_of_feature, run_images, series_images
from .rasters import layer_path
from .styling import AFTER_LAYER, BEFORE_LAYER

FUNCTION = "describe_changes_pictures"
TIP = f"[% try(eval('{FUNCTION}()'), '') %]"
"""What a map tip asks for; where the plugin is not there it is nothing."""
SIZE = QSize(160, 120)
RICH_TEXT_WIDTH = 104
"""Of a picture where QGIS has no WebKit: its map tip has 256 pixels then, for both."""
_MARGIN = 1.6
_LEAST_M = 25.0
_DEGREE_M = 111_000.0


class PicturesFunction(QgsExpressionFunction):
    """``describe_changes_pictures()``: HTML with both dates of the feature at hand, empty where they cannot be read."""

    def __init__(self) -> None:
        words = tr("Both dates of a site as pictures, for map tips.")
        super().__init__(FUNCTION, 0, "Describe Changes", words)

    def func(self, _values: Any, context: Any, _parent: Any, _node: Any) -> str:
        """Return the pictures of the context's feature."""
        layer = QgsProject.instance().mapLayer(str(context.variable("layer_id") or ""))
        return pictures_of(layer, context.feature()) if isinstance(layer, QgsVectorLayer) else ""


def register(known: Optional[PicturesFunction] = None) -> PicturesFunction:
    """Make the function known to QGIS and return it, to be kept and handed to :func:`unregister`."""
    function = known or PicturesFunction()
    QgsExpression.registerFunction(function)
    return function


def unregister() -> None:
    """Take the function out of QGIS."""
    QgsExpression.unregisterFunction(FUNCTION)


def add_pictures(layer: QgsVectorLayer) -> None:
    """Let the map tip of a layer of sites show both dates."""
    template = layer.mapTipTemplate()
    if template and TIP not in template:
        layer.setMapTipTemplate(template + TIP)


def pictures_of(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    """Return both dates of a feature as HTML, empty where one of the images is not there or is no file."""
    project = QgsProject.instance()
    images = [_layers(identifiers) for identifiers in _images_of(layer, feature)]
    if not all(images):
        return ""
    outline = QgsGeometry(feature.geometry())
    crs = project.crs() if project.crs().isValid() else layer.crs()
    try:
        outline.transform(QgsCoordinateTransform(layer.crs(), crs, project))
    except QgsCsException:
        return ""
    if outline.isNull() or outline.isEmpty():
        return ""
    drawn = [_picture(of_date, outline, crs) for of_date in images]
    cells = "".join(
        f'<td><img width="{RICH_TEXT_WIDTH}" style="width:{SIZE.width()}px" src="data:image/jpeg;base64,{data}">'
        f"<br><small>{words}</small></td>"
        for data, words in zip(drawn, (tr("Before"), tr("After")))
    )
    look = "background-color:#ffffff;color:#1a1a1a;width:auto"
    return f'<table width="100%" cellspacing="0" cellpadding="1" style="{look}"><tr>{cells}</tr></table>'


def _images_of(layer: QgsVectorLayer, feature: QgsFeature) -> Images:
    """Return the ids of a feature's images: those noted in the layer, else those of its run that the project has."""
    noted = tuple(str(layer.customProperty(key) or "") for key in (BEFORE_LAYER, AFTER_LAYER))
    if all(noted):
        return (noted[0],), (noted[1],)
    pairs = series_images(layer)
    return pairs.get(dates_of_feature(feature), NONE) if pairs else run_images(layer)


def _layers(identifiers: tuple[str, ...]) -> list[QgsRasterLayer]:
    """Return the images of a date, none where one of them is gone or is no file."""
    found = [QgsProject.instance().mapLayer(identifier) for identifier in identifiers]
    readable = all(isinstance(one, QgsRasterLayer) and one.isValid() and layer_path(one) for one in found)
    return found if readable else []


def _picture(images: list[QgsRasterLayer], outline: QgsGeometry, crs: Any) -> str:
    """Return one date around an outline as a JPEG in base64."""
    settings = QgsMapSettings()
    settings.setLayers(images)
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setOutputSize(SIZE)
    extent = outline.boundingBox()
    extent.scale(_MARGIN)
    least = _LEAST_M / _DEGREE_M if crs.isGeographic() else _LEAST_M
    extent.grow(max(0.0, least - min(extent.width(), extent.height())) / 2)
    settings.setExtent(extent)
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 221, 0), 1.4))
    place = settings.mapToPixel()
    for part in outline.asGeometryCollection():
        for ring in part.asPolygon():
            points = [place.transform(point) for point in ring]
            painter.drawPolyline(QPolygonF([QPointF(point.x(), point.y()) for point in points]))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPG", 80)
    return base64.b64encode(bytes(data)).decode("ascii")
