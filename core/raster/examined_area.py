"""Measure the ground that a run has examined: inside the area of interest, with data on both dates.

Counted in the class masks, where no data stands for all that the run could not look at: pixels outside the polygons,
without data on either date, or in a tile that could not be read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ..schema import NODATA
from .grid import Grid
from .tiling import Window

_CELL_M = 5_000.0
_SMALLEST_CELL, _LARGEST_CELL = 8, 256


def examined_area_m2(grid: Grid, masks: Iterable[tuple[Window, NDArray[np.uint8]]]) -> float:
    """Return the geodesic area in m² of all pixels that were examined.

    Args:
        grid: the run's grid.
        masks: window and class mask (h, w) of blocks that do not overlap.
    """
    cell = _cell(grid)
    return math.fsum(area for window, mask in masks for area in _areas(grid, window, mask != NODATA, cell))


def _cell(grid: Grid) -> int:
    """Side in pixels of the squares in which a pixel's ground counts as constant: some 5 km, or what is near it."""
    pixels = _CELL_M / grid.gsd_m if math.isfinite(grid.gsd_m) and grid.gsd_m > 0 else _SMALLEST_CELL
    return int(min(max(pixels, _SMALLEST_CELL), _LARGEST_CELL))


def _areas(grid: Grid, window: Window, examined: NDArray[np.bool_], cell: int) -> Iterable[float]:
    """Yield the examined ground of each square of a block."""
    for row in range(0, window.height, cell):
        for col in range(0, window.width, cell):
            part = examined[row : row + cell, col : col + cell]
            count = int(np.count_nonzero(part))
            if count:
                place = Window(window.row + row, window.col + col, *part.shape)
                yield grid.geodesic_area_m2(grid.window_polygon(place)) * count / part.size
