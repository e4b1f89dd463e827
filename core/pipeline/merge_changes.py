"""Changed areas of the whole grid from the pieces of its blocks, each with the caption of its tile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon

from ..io.records import ChangeRecord
from ..raster.grid import Grid
from ..raster.polygons import PolygonPart, merge_parts, parts_from_arrays, to_pixels
from ..raster.tiling import TileLattice
from .context import RunContext
from .run_directory import RunDirectory

_AT_ONCE = 512
"""Areas whose tiles are looked for together."""


def merge_changes(
    context: RunContext,
    folder: RunDirectory,
    block_ids: Iterable[int],
    caption_of: Callable[[int], str],
    left_out: Callable[[PolygonPart], None],
) -> Iterator[ChangeRecord]:
    """Yield the changed areas from top to bottom, numbered from 0; the objects of some are `NOT_COUNTED`.

    Args:
        context: the run, which says below what size an area is left out.
        folder: holds the block files.
        block_ids: all blocks.
        caption_of: caption of a tile by its number.
        left_out: told each piece of the areas that are left out.
    """

    def pieces() -> Iterator[PolygonPart]:
        for block_id in block_ids:
            yield from parts_from_arrays(folder.block(block_id).pieces())

    plan, dates, of_model = context.plan, context.labels.dates, len(context.predictor.channels)
    found = enumerate(merge_parts(pieces(), context.grid, min_area_m2=plan.min_area_m2, left_out=left_out))
    while some := list(islice(found, _AT_ONCE)):
        tiles = dominant_tiles([polygon.geometry for _, polygon in some], context.grid, plan.lattice)
        for (number, polygon), tile_id in zip(some, tiles, strict=True):
            channel = context.channels[polygon.class_id - 1]
            yield ChangeRecord(
                geometry=MultiPolygon([polygon.geometry]),
                change_id=number,
                class_name=channel.class_name,
                transition=channel.transition,
                area_m2=polygon.area_m2,
                perimeter_m=polygon.perimeter_m,
                mean_probability=round(polygon.score, 6),
                objects=polygon.objects,
                caption=channel.name if polygon.class_id > of_model else caption_of(tile_id),
                tile_id=tile_id,
                **dates,
            )


def dominant_tiles(polygons: Sequence[Polygon], grid: Grid, lattice: TileLattice) -> list[int]:
    """Return the tile that holds most of each polygon; of equals the one whose middle is nearest, then the first.

    Args:
        polygons: along the edges of pixels, in CRS coordinates.
        grid: the run's grid.
        lattice: its tiles.
    """
    outlines = to_pixels(polygons, grid.transform)
    left, top, right, bottom = np.rint(shapely.bounds(outlines)).astype(np.int64).T
    rows, cols = lattice.rows, lattice.cols
    of_rows, of_cols = rows.holding(top, bottom), cols.holding(left, right)
    whole = (of_rows[1] > 0) & (of_cols[1] > 0)  # no other tile holds as much as one that holds all
    (row, down), (col, across) = (
        [np.where(whole, *both) for both in zip(holding, axis.touching(start, stop), strict=True)]
        for axis, holding, start, stop in ((rows, of_rows, top, bottom), (cols, of_cols, left, right))
    )
    count = down * across
    owner = np.repeat(np.arange(len(outlines)), count)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    row, col = row[owner] + place // across[owner], col[owner] + place % across[owner]
    number = row * len(cols) + col
    undecided = count[owner] > 1
    shared, away = np.zeros(len(owner)), np.zeros(len(owner))
    y, x, size = rows.starts[row], cols.starts[col], lattice.tile_size
    parted = np.flatnonzero(undecided & ~whole[owner])
    for polygon in np.unique(owner[parted]).tolist():
        mine = parted[owner[parted] == polygon]
        shared[mine] = _pixels_within(outlines[polygon], x[mine], y[mine], size)
    boxes = shapely.box(x, y, x + size, y + size)
    middles = shapely.centroid(boxes[undecided]), shapely.centroid(outlines)[owner[undecided]]
    away[undecided] = shapely.distance(*middles).round(3)
    best = np.lexsort([number, away, -shared, owner])
    tiles: list[int] = number[best][np.cumsum(count) - count].tolist()
    return tiles


def _pixels_within(outline: Polygon, x: NDArray[np.int64], y: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Count the pixels of an outline along their edges that lie in squares, (n,).

    What lies left of an upright edge counts, once for each row that it goes down and less for each that it goes up.

    Args:
        outline: in pixel coordinates.
        x: left side of each square.
        y: upper side.
        size: of a square.
    """
    points, ring = shapely.get_coordinates(shapely.get_rings(outline), return_index=True)
    corners = np.rint(points).astype(np.int64)
    upright = (corners[:-1, 0] == corners[1:, 0]) & (ring[:-1] == ring[1:])
    left, start, stop = corners[:-1][upright, 0], corners[:-1][upright, 1], corners[1:][upright, 1]
    sums = []
    for col, row in zip(x.tolist(), y.tolist(), strict=True):
        down = np.clip(stop, row, row + size) - np.clip(start, row, row + size)
        sums.append(int((np.clip(left, col, col + size) - col) @ down))
    return np.abs(np.array(sums, np.int64))
