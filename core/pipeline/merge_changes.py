"""Changed areas of the whole grid from the pieces of its blocks, each with the caption of its tile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import shapely
from shapely.affinity import affine_transform
from shapely.geometry import MultiPolygon

from ..io.records import ChangeRecord
from ..raster.grid import Grid
from ..raster.polygons import ChangePolygon, PolygonPart, merge_parts, parts_from_arrays
from ..raster.tiling import TileLattice, Window
from .context import RunContext
from .run_directory import RunDirectory


def merge_changes(
    context: RunContext,
    folder: RunDirectory,
    block_ids: Iterable[int],
    caption_of: Callable[[int], str],
    left_out: Callable[[PolygonPart], None],
) -> Iterator[ChangeRecord]:
    """Yield the changed areas from top to bottom, numbered from 0.

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
    found = merge_parts(pieces(), context.grid, min_area_m2=plan.min_area_m2, left_out=left_out)
    for number, polygon in enumerate(found):
        channel = context.channels[polygon.class_id - 1]
        tile_id = dominant_tile(polygon, context.grid, plan.lattice)
        yield ChangeRecord(
            geometry=MultiPolygon([polygon.geometry]),
            change_id=number,
            class_name=channel.class_name,
            transition=channel.transition,
            area_m2=polygon.area_m2,
            perimeter_m=polygon.perimeter_m,
            mean_probability=round(polygon.score, 6),
            caption=channel.name if polygon.class_id > of_model else caption_of(tile_id),
            tile_id=tile_id,
            **dates,
        )


def dominant_tile(polygon: ChangePolygon, grid: Grid, lattice: TileLattice) -> int:
    """Return the tile that holds most of a polygon; of equals the one whose middle is nearest, then the first."""
    in_pixels = affine_transform(polygon.geometry, _inverse(grid))
    left, top, right, bottom = in_pixels.bounds
    window = Window(int(top), int(left), max(1, round(bottom) - int(top)), max(1, round(right) - int(left)))
    tiles = list(lattice.tiles_intersecting(window.intersection(grid.window) or window))
    whole = [tile for tile in tiles if tile.window.intersection(window) == window]  # no other holds as much
    if len(whole or tiles) == 1:
        return (whole or tiles)[0].tile_id
    tiles = whole or tiles
    boxes = shapely.box(
        [tile.window.col for tile in tiles],
        [tile.window.row for tile in tiles],
        [tile.window.col_stop for tile in tiles],
        [tile.window.row_stop for tile in tiles],
    )
    shared = np.zeros(len(tiles)) if whole else shapely.area(shapely.intersection(in_pixels, boxes)).round()
    away = shapely.distance(shapely.centroid(boxes), shapely.centroid(in_pixels)).round(3)
    best = min(range(len(tiles)), key=lambda index: (-shared[index], away[index], tiles[index].tile_id))
    return tiles[best].tile_id


def _inverse(grid: Grid) -> list[float]:
    """CRS coordinates to columns and rows, in shapely's order of coefficients."""
    inverse = ~grid.transform
    return [inverse.a, inverse.b, inverse.d, inverse.e, inverse.c, inverse.f]
