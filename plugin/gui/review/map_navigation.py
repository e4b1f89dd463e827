"""Map navigation of the review: going to a tile, and switching between the two dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QColor

from ...layers.images import NONE, Images, dates_of_feature, run_images, series_images
from ...layers.styling import AFTER_LAYER, BEFORE_LAYER

MARGIN = 1.4
BLINK_MS = 700
FLASH = QColor(255, 221, 0, 140)
"""What is to be judged shows through; QGIS's own flash is an opaque red, over the whole tile here."""


def zoom_to_tile(canvas: Any, layer: QgsVectorLayer, fid: int) -> None:
    """Bring a tile into the middle of the map and flash it."""
    box = layer.getFeature(fid).geometry().boundingBox()
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        box = transform.transformBoundingBox(box)
    except QgsCsException:
        return
    box.scale(MARGIN)
    canvas.setExtent(box)
    canvas.refresh()
    canvas.flashFeatureIds(layer, [fid], FLASH, QColor(FLASH.red(), FLASH.green(), FLASH.blue(), 0))


def lend_view(layer: QgsMapLayer) -> Callable[[], None]:
    """Show a layer that is hidden, since nobody can edit what is not seen; return what hides it again."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    if node is None or node.itemVisibilityChecked():
        return lambda: None
    node.setItemVisibilityChecked(True)
    identifier = layer.id()

    def hide() -> None:
        """Hide it, if it is still there."""
        there = QgsProject.instance().layerTreeRoot().findLayer(identifier)
        if there is not None:
            there.setItemVisibilityChecked(False)

    return hide


def layers_for_dates(layer: QgsMapLayer) -> Images:
    """Return the images that tiles were made from, as far as they are in the project.

    The run notes them in the layer; a GeoPackage that was opened names the files in its table *run*.
    """
    before, after = (str(layer.customProperty(name, "") or "") for name in (BEFORE_LAYER, AFTER_LAYER))
    project = QgsProject.instance()
    if project.mapLayer(before) is not None and project.mapLayer(after) is not None:
        return (before,), (after,)
    return run_images(layer)


class TileHighlight:
    """A frame around the tile that is being judged; the flash alone is soon over."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._band: Optional[QgsRubberBand] = None

    @property
    def shown(self) -> bool:
        """Whether a tile is framed."""
        return self._band is not None

    def show(self, layer: QgsVectorLayer, fid: int) -> None:
        """Frame a tile."""
        self.clear()
        self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setStrokeColor(QColor(255, 221, 0))
        self._band.setSecondaryStrokeColor(QColor(0, 0, 0))
        self._band.setWidth(3)
        self._band.setToGeometry(layer.getFeature(fid).geometry(), layer)

    def clear(self) -> None:
        """Take the frame from the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None


class DateToggle(QObject):
    """Shows the before image, the after image, or both in turn, by the layer tree's own check boxes."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._pair: Images = NONE
        self._series: dict[tuple[str, str], Images] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(BLINK_MS)
        self._timer.timeout.connect(self.toggle)
        self._after_shown = True
        self._held: dict[str, bool] = {}

    @property
    def blinking(self) -> bool:
        """Whether the dates take turns."""
        return self._timer.isActive()

    def of_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Take the pair that a layer of tiles was made from."""
        self.blink(False)
        self._pair = layers_for_dates(layer) if layer is not None else NONE
        self._series = series_images(layer) if layer is not None else {}

    def of_tile(self, layer: QgsVectorLayer, fid: int) -> bool:
        """Take the pair of one tile, where the tiles come from the pairs of a time series; return whether it is new."""
        pair = self._series.get(dates_of_feature(layer.getFeature(fid)), self._pair) if self._series else self._pair
        if pair == self._pair:
            return False
        self._pair = pair
        if self.known():
            self.show(self._after_shown)
        return True

    @property
    def pair(self) -> Images:
        """The ids of the before and the after images; none where unknown."""
        return self._pair

    def known(self) -> bool:
        """Return whether images of both dates are in the project."""
        project = QgsProject.instance()
        return all(date and all(project.mapLayer(one) is not None for one in date) for date in self._pair)

    def show(self, after: bool) -> None:
        """Show one date and hide the other."""
        self._after_shown = after
        root = QgsProject.instance().layerTreeRoot()
        before_images, after_images = self._pair
        wanted = {**{one: not after for one in before_images}, **{one: after for one in after_images}}
        others = {one: False for pair in self._series.values() for date in pair for one in date if one not in wanted}
        for identifier, visible in {**others, **wanted}.items():
            node = root.findLayer(identifier)
            if node is not None:
                node.setItemVisibilityChecked(visible)

    def toggle(self) -> None:
        """Show the other date."""
        self.show(not self._after_shown)

    def blink(self, on: bool) -> None:
        """Let the dates take turns, or stop that and leave the images as they were before."""
        if on and self.known():
            self.hold()
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.release()

    def hold(self) -> None:
        """Remember which images are shown, until :meth:`release`."""
        if self._held:
            return
        root = QgsProject.instance().layerTreeRoot()
        pairs = (self._pair, *self._series.values())
        nodes = {one: root.findLayer(one) for pair in pairs for date in pair for one in date}
        self._held = {one: bool(node.itemVisibilityChecked()) for one, node in nodes.items() if node is not None}

    def release(self) -> None:
        """Show the images that were shown when they were held, and no others."""
        root = QgsProject.instance().layerTreeRoot()
        held, self._held = self._held, {}
        for identifier, visible in held.items():
            node = root.findLayer(identifier)
            if node is not None:
                node.setItemVisibilityChecked(visible)
