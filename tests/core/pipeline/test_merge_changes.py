"""The tile whose caption an area takes: the one that holds most of it, counted pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from describe_changes.core.pipeline.merge_changes import dominant_tiles
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.polygons import merge_parts, polygonize_block
from describe_changes.core.raster.tiling import TileLattice
from pyproj import CRS


def counted(area, grid, lattice):
    """By pixels: most of them, then the nearest middle, then the first."""
    inside = shapely.contains_xy(area, *[xy.ravel() for xy in middles(grid)]).reshape(grid.height, grid.width)
    centre = ~grid.transform @ (area.centroid.x, area.centroid.y)
    ranked = []
    for tile in lattice.tiles:
        window = tile.window
        held = int(inside[window.row : window.row_stop, window.col : window.col_stop].sum())
        away = np.hypot((window.col + window.col_stop) / 2 - centre[0], (window.row + window.row_stop) / 2 - centre[1])
        ranked.append((-held, round(float(away), 3), tile.tile_id))
    return min(ranked)[2]


def middles(grid):
    cols, rows = np.meshgrid(np.arange(grid.width) + 0.5, np.arange(grid.height) + 0.5)
    a, b, c, d, e, f = grid.transform[:6]
    return a * cols + b * rows + c, d * cols + e * rows + f


@pytest.mark.parametrize(
    ("height", "width", "tile", "overlap"), [(150, 190, 64, 16), (90, 60, 64, 32), (40, 50, 64, 8)]
)
def test_an_area_belongs_to_the_tile_that_holds_most_of_it(height, width, tile, overlap):
    grid = Grid(CRS.from_epsg(32615), Affine(0.3, 0, 360_000.1, 0, -0.3, 4_100_000.7), width, height)
    lattice = TileLattice(height, width, tile, overlap)
    rng = np.random.default_rng(height)
    mask = np.zeros((height, width), np.uint8)
    for _ in range(25):
        row, col = rng.integers(0, height), rng.integers(0, width)
        down, across = rng.integers(1, 60, 2)
        mask[row : row + down, col : col + across] = rng.integers(0, 4)
    areas = [found.geometry for found in merge_parts(polygonize_block(mask, grid.window), grid)]
    assert len(areas) >= 5
    assert dominant_tiles(areas, grid, lattice) == [counted(area, grid, lattice) for area in areas]
