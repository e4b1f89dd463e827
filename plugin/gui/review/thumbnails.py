"""Before and after of the site under review, as two small pictures side by side."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ...i18n import tr
from ...layers.images import Images
from ..common.render_jobs import let_go

SIZE = QSize(200, 105)
MARGIN = 1.5
LEAST = 12.0
"""Map units that a picture shows at least where these are metres: a garage needs its street to be recognised."""


class PairThumbnails(QWidget):
    """The two pictures; they are rendered in the background, like the map.

    Args:
        canvas: the map whose CRS the pictures have.
        parent: owner.
    """

    def __init__(self, canvas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("mReviewPictures")
        self._canvas = canvas
        self._jobs: list[tuple[QgsMapRendererParallelJob, QLabel, QgsGeometry]] = []
        self.pictures = tuple(QLabel() for _ in range(2))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (picture, words) in enumerate(zip(self.pictures, (tr("Before"), tr("After")))):
            picture.setAccessibleName(words)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            picture.setMinimumSize(60, SIZE.height())
            picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(QLabel(words), 0, column)
            grid.addWidget(picture, 1, column)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a picture is still being rendered."""
        return bool(self._jobs)

    def show_site(self, layer: QgsVectorLayer, fid: int, images: Images) -> None:
        """Show one site on the images of both dates; hide where one of them is not in the project."""
        self.clear()
        layers = [_layers(ids) for ids in images]
        outline = self._on_the_map(layer, fid)
        self.setVisible(all(layers) and outline is not None)
        if outline is None or not all(layers):
            return
        for shown, picture in zip(layers, self.pictures):
            job = QgsMapRendererParallelJob(self._settings(shown, outline.boundingBox()))
            job.finished.connect(self._rendered)
            self._jobs.append((job, picture, outline))
            job.start()

    def clear(self) -> None:
        """Show nothing, and let unfinished pictures go."""
        for job, _, _ in self._jobs:
            job.finished.disconnect(self._rendered)
            let_go(job)
        self._jobs.clear()
        for picture in self.pictures:
            picture.clear()

    def _on_the_map(self, layer: QgsVectorLayer, fid: int) -> Optional[QgsGeometry]:
        outline = QgsGeometry(layer.getFeature(fid).geometry())
        target = self._canvas.mapSettings().destinationCrs()
        try:
            outline.transform(QgsCoordinateTransform(layer.crs(), target, QgsProject.instance()))
        except QgsCsException:
            return None
        return None if outline.isNull() or outline.isEmpty() else outline

    def _settings(self, layers: list[QgsMapLayer], box: QgsRectangle) -> QgsMapSettings:
        settings = QgsMapSettings(self._canvas.mapSettings())
        extent = QgsRectangle(box)
        extent.scale(MARGIN)
        if not settings.destinationCrs().isGeographic():
            extent.grow(max(0.0, LEAST - min(extent.width(), extent.height())) / 2)
        settings.setLayers(layers)
        settings.setOutputSize(SIZE)
        settings.setExtent(extent)
        return settings

    def _rendered(self) -> None:
        """Put finished pictures into their places, the outline drawn over them."""
        for entry in [one for one in self._jobs if not one[0].isActive()]:
            self._jobs.remove(entry)
            job, picture, outline = entry
            picture.setPixmap(QPixmap.fromImage(_with_outline(job.renderedImage(), job.mapSettings(), outline)))


def _with_outline(image: QImage, settings: QgsMapSettings, outline: QgsGeometry) -> QImage:
    """Draw an outline over a picture, dark and light so that it shows on anything."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = settings.mapToPixel()
    rings = [ring for part in outline.asGeometryCollection() for ring in part.asPolygon()]
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 221, 0), 1.4)):
        painter.setPen(QPen(colour, width))
        for ring in rings:
            points = [place.transform(point) for point in ring]
            painter.drawPolygon(QPolygonF([QPointF(point.x(), point.y()) for point in points]))
    painter.end()
    return image


def _layers(ids: tuple[str, ...]) -> list[QgsMapLayer]:
    """Return layers of the project, none if one of them has gone."""
    found = [QgsProject.instance().mapLayer(identifier) for identifier in ids]
    return found if all(layer is not None for layer in found) else []
