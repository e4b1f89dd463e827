"""The tiles of a coming run, drawn on the map before anything is computed."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

MOST_TILES = 4000
"""More tiles than this are drawn as their common outline: the lines would hide the map."""


def starts(length: int, tile: int, overlap: int) -> list[int]:
    """Return where tiles begin along one axis: multiples of the stride, the last moved inwards to the edge.

    Args:
        length: pixels along the axis.
        tile: side of a tile in pixels.
        overlap: pixels shared by neighbours.
    """
    if length <= tile:
        return [0]
    stride = max(1, tile - overlap)
    return [*range(0, length - tile, stride), length - tile]


def tile_outlines(pair: dict[str, Any]) -> QgsGeometry:
    """Return the tiles as lines in the grid's CRS, or the grid's outline where they are too many or unknown.

    Args:
        pair: the engine's answer to ``inspect``.
    """
    width, height = int(pair["width"]), int(pair["height"])
    columns = int(pair.get("working_width") or width)
    rows = int(pair.get("working_height") or height)
    tile, overlap = int(pair.get("tile_size") or 0), int(pair.get("overlap") or 0)
    boxes = [(0, 0, columns, rows)]
    if 0 < tile and int(pair.get("tiles") or 0) <= MOST_TILES:
        boxes = [
            (left, top, min(left + tile, columns), min(top + tile, rows))
            for top in starts(rows, tile, overlap)
            for left in starts(columns, tile, overlap)
        ]
        wanted = pair.get("tile_ids")  # row by row from 0, as the engine counts; None where all are wanted
        if wanted is not None:
            boxes = [boxes[number] for number in wanted if 0 <= number < len(boxes)]
    a, b, c, d, e, f = (float(number) for number in pair["transform"][:6])
    wide, high = width / columns, height / rows

    def ground(column: float, row: float) -> QgsPointXY:
        x, y = column * wide, row * high
        return QgsPointXY(a * x + b * y + c, d * x + e * y + f)

    rings = []
    for left, top, right, bottom in boxes:
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        rings.append([ground(*corner) for corner in corners])
    return QgsGeometry.fromMultiPolylineXY(rings)


class TilePreview:
    """The rubber band on one canvas."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: Optional[QgsRubberBand] = None

    @property
    def shown(self) -> bool:
        """Whether something is drawn."""
        return self._band is not None

    def show(self, pair: dict[str, Any]) -> None:
        """Draw the tiles of an inspected pair."""
        self.clear()
        grid = QgsCoordinateReferenceSystem.fromWkt(str(pair.get("crs_wkt", "")))
        outlines = tile_outlines(pair)
        transform = QgsCoordinateTransform(grid, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        try:
            outlines.transform(transform)
        except QgsCsException:
            return
        self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor(0, 114, 178, 200))
        self._band.setSecondaryStrokeColor(QColor(255, 255, 255, 120))
        self._band.setWidth(1)
        self._band.setToGeometry(outlines, None)

    def clear(self) -> None:
        """Remove the tiles from the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
