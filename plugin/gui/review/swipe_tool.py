"""Swipe: the before image over the after image, up to a line that follows the mouse.

The other date is rendered in the background for what the map shows, with whatever lies on top of it, and painted over
the map on the left of the line; moving the line paints, it does not render.
"""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapTool
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from ...layers.images import NONE, Images
from ..common.render_jobs import let_go

ABOVE_THE_MAP = -5.0
"""Over the map itself (-10), under rubber bands and markers (0 and more)."""
LINE = 2.0


class SwipeItem(QgsMapCanvasItem):
    """Item painted over the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.image = QImage()
        self.share = 0.5
        self.setZValue(ABOVE_THE_MAP)

    def boundingRect(self) -> QRectF:
        """Return the whole canvas: the item does not move with the map."""
        return QRectF(0.0, 0.0, float(self._canvas.width()), float(self._canvas.height()))

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the image up to the line, and the line."""
        place = self.boundingRect()
        x = place.width() * self.share
        if not self.image.isNull():
            scale = self.image.width() / place.width()
            source = QRectF(0.0, 0.0, x * scale, float(self.image.height()))
            painter.drawImage(QRectF(0.0, 0.0, x, place.height()), self.image, source)
        for colour, width in ((QColor(0, 0, 0, 160), 2 * LINE), (QColor(255, 255, 255), LINE)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, 0.0), QPointF(x, place.height()))


class SwipeTool(QgsMapTool):
    """Moves the line with the mouse; wheel and space bar go on moving the map.

    Signals:
        moved: the line's place as a share of the canvas's width.
    """

    moved = pyqtSignal(float)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def canvasMoveEvent(self, event: Any) -> None:
        """Take the line along."""
        self.moved.emit(min(1.0, max(0.0, event.pos().x() / max(1, self.canvas().width()))))


class Swipe(QObject):
    """The swipe on one map.

    Args:
        canvas: the map.
        parent: owner.

    Signals:
        ended: another tool was chosen, or an image has gone.
    """

    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._pair: Images = NONE
        self._item: Optional[SwipeItem] = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._before_tool: Any = None
        self._tool = SwipeTool(canvas)
        self._tool.moved.connect(self.move_to)
        self._tool.deactivated.connect(self.stop)

    @property
    def active(self) -> bool:
        """Whether the line is on the map."""
        return self._item is not None

    @property
    def item(self) -> Optional[SwipeItem]:
        """What is painted, None while there is no swipe."""
        return self._item

    def start(self, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """Begin.

        Args:
            before: ids of the earlier images.
            after: ids of the later ones, which the map shows.

        Returns:
            Whether there are any of both, all of them in the project.
        """
        if not all(_layers(ids) for ids in (before, after)):
            return False
        self._pair = (before, after)
        if not self.active:
            self._item = SwipeItem(self._canvas)
            self._item.show()
            self._before_tool = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
            self._canvas.mapCanvasRefreshed.connect(self.render)
            self._canvas.extentsChanged.connect(self._moved)
        self.render()
        return True

    def stop(self) -> None:
        """Take the line from the map and give the tool back that was there."""
        if not self.active:
            return
        item, self._item = self._item, None
        self._canvas.mapCanvasRefreshed.disconnect(self.render)
        self._canvas.extentsChanged.disconnect(self._moved)
        self._drop_job()
        self._canvas.scene().removeItem(item)
        if self._canvas.mapTool() is self._tool:
            if self._before_tool is not None:
                self._canvas.setMapTool(self._before_tool)
            else:
                self._canvas.unsetMapTool(self._tool)
        self._before_tool = None
        self._canvas.refresh()
        self.ended.emit()

    def move_to(self, share: float) -> None:
        """Put the line where the mouse is."""
        if self._item is not None:
            self._item.share = share
            self._item.update()

    def render(self) -> None:
        """Render the other date for what the map shows now, in the background."""
        before, after = (_layers(ids) for ids in self._pair)
        if not before or not after:
            self.stop()
            return
        self._drop_job()
        settings = QgsMapSettings(self._canvas.mapSettings())
        shown = self._canvas.layers()
        top = next((number for number, layer in enumerate(shown) if layer in after), len(shown))
        above, below = ([one for one in part if one not in (*before, *after)] for part in (shown[:top], shown[top:]))
        settings.setLayers([*above, *before, *below])
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._rendered)
        self._job.start()

    def _rendered(self) -> None:
        if self._job is None or self._item is None:
            return
        self._item.image = self._job.renderedImage()
        self._item.update()

    def _moved(self) -> None:
        """Paint nothing of the other date until it is rendered for the place that the map shows now."""
        self._drop_job()
        if self._item is not None:
            self._item.image = QImage()
            self._item.update()

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._rendered)
            let_go(self._job)
            self._job = None


def _layers(ids: tuple[str, ...]) -> list[QgsMapLayer]:
    """Return layers of the project, none if one of them has gone."""
    found = [QgsProject.instance().mapLayer(identifier) for identifier in ids]
    return found if all(layer is not None for layer in found) else []
