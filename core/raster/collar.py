"""Tell a collar of one colour around an image from pixels that are part of the image.

A collar is solid, holds a corner, and ends where the image ends: along straight lines (a turned or cut image), along
rows and columns (missing tiles), or, with at least three corners, around a ragged mosaic. What is dark or white by
nature fades out, has specks, or is an island.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from .sparse import rectangles
from .tiling import Window

_LATTICE = 64  # cells on a side of the rectangles to which a collar's rule is limited
_STRAIGHT_CELLS = 1.5
_STRAIGHT_SHARE = 0.9
_RUN_CELLS = 8
_RUN_AREA = 0.1  # of the raster, from which a part along rows and columns counts as missing tiles
_FADING_SHARE = 0.3
_SCATTERED_SHARE = 0.2

Mask = npt.NDArray[np.bool_]


def collar(pixels: npt.NDArray[Any], same: Mask, gone: Mask) -> Mask | None:
    """Find the collar of one colour.

    Args:
        pixels: (bands, rows, cols), a sample of the raster with its edge.
        same: (rows, cols), which of them have the colour.
        gone: (rows, cols), no data for another reason.

    Returns:
        (rows, cols), the collar, or None where there is none.
    """
    part = _connected(same | gone)
    core = _opened(part) & ~gone
    image = ~(core | gone)
    body = _opened(image, outside=False) if image.any() else image
    body = body if body.any() else image
    corners = int(core[[0, 0, -1, -1], [0, -1, 0, -1]].sum())
    if not body.any() or corners == 0 or _flat_island(pixels, image):
        return None
    rim = _beside(core) & body
    if not rim.any():
        return None
    whole = _grown(_grown(core)) & part & ~gone  # with the thin ends of its corners
    if _straight(rim, body):
        return whole
    if corners < 3 and not (core.mean() >= _RUN_AREA and _in_runs(rim)):
        return None
    scattered = (same & ~core & ~gone).sum() / core.sum()
    return whole if _fading(pixels, same, rim) < _FADING_SHARE and scattered < _SCATTERED_SHARE else None


def rectangles_of(region: Mask, height: int, width: int, *, exact: bool) -> tuple[Window, ...]:
    """Rectangles of the raster that hold the region, on a coarse lattice.

    Args:
        region: (rows, cols) of a sample; one with a ring of edge cells around it unless `exact`.
        height: rows of the raster.
        width: columns.
        exact: the sample holds every pixel; else the region may reach a cell further.
    """
    rows, cols = min(_LATTICE, height), min(_LATTICE, width)
    cells = np.zeros((rows, cols), np.bool_)
    tops, lefts = np.arange(rows + 1) * height // rows, np.arange(cols + 1) * width // cols
    down, across = (
        _cell_of(at, count, edges, exact=exact)
        for at, count, edges in zip(np.nonzero(region), region.shape, (tops, lefts), strict=True)
    )
    cells[down, across] = True
    if not exact:
        cells |= _grown(cells)
    return tuple(
        Window(int(tops[row]), int(lefts[col]), int(tops[stop] - tops[row]), int(lefts[end] - lefts[col]))
        for row, stop, col, end in rectangles(cells)
    )


def _cell_of(at: npt.NDArray[Any], count: int, edges: npt.NDArray[Any], *, exact: bool) -> npt.NDArray[Any]:
    """Numbers of the cells, which begin at `edges`, that hold sample places `at` of so many along an axis."""
    pixel = at if exact else np.clip((at - 0.5) * edges[-1] / (count - 2), 0, edges[-1] - 1).astype(int)
    return np.searchsorted(edges, pixel, side="right") - 1


def _connected(mask: Mask) -> Mask:
    """The part of a mask that hangs together, side by side, with the outermost cells."""
    found = np.zeros_like(mask)
    found[[0, -1], :], found[:, [0, -1]] = mask[[0, -1], :], mask[:, [0, -1]]
    count = -1
    while count != (count := int(found.sum())):
        for axis in (0, 1):
            for step in (1, -1):
                found = _swept(found, mask, axis, step)
    return found


def _swept(found: Mask, mask: Mask, axis: int, step: int) -> Mask:
    """Carry what was found along an axis as far as the mask goes on."""
    seen, free = (np.moveaxis(each, axis, 0)[::step] for each in (found, mask))
    order = np.arange(len(seen))[:, None]
    last_wall = np.maximum.accumulate(np.where(free, -1, order), axis=0)
    last_seen = np.maximum.accumulate(np.where(seen, order, -1), axis=0)
    swept = free & (last_seen > last_wall)
    return np.moveaxis(swept[::step], 0, axis)


def _grown(mask: Mask) -> Mask:
    """The mask and its eight neighbours."""
    wide = np.pad(mask, 1)
    tall = wide[:-2] | wide[1:-1] | wide[2:]
    return tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:]


def _opened(mask: Mask, *, outside: bool = True) -> Mask:
    """The mask without what is thinner than three cells; what lies outside counts as `outside`."""
    wide = np.pad(mask, 3, constant_values=outside)
    return _grown(~_grown(~wide))[3:-3, 3:-3] & mask


def _beside(mask: Mask) -> Mask:
    """Cells that touch the mask with a side."""
    wide = np.pad(mask, 1)
    return (wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]) & ~mask


def _flat_island(pixels: npt.NDArray[Any], image: Mask) -> bool:
    """Whether the image would be one flat patch without touch to the edge: a drawing, not an image in a collar."""
    if image[0].any() or image[-1].any() or image[:, 0].any() or image[:, -1].any():
        return False
    inside = pixels[:, image]
    return bool((inside == inside[:, :1]).all())


def _straight(rim: Mask, body: Mask) -> bool:
    """Return whether the image ends at the collar along the sides of its convex hull."""
    rows = np.flatnonzero(body.any(axis=1))
    first, last = body[rows].argmax(axis=1), body.shape[1] - 1 - body[rows, ::-1].argmax(axis=1)
    points = np.concatenate([np.column_stack([first, rows]), np.column_stack([last, rows])])
    hull = shapely.MultiPoint(points).convex_hull
    at_row, at_col = np.nonzero(rim)
    away = shapely.distance(
        shapely.boundary(hull) if hull.geom_type == "Polygon" else hull, shapely.points(at_col, at_row)
    )
    return bool((away <= _STRAIGHT_CELLS).mean() >= _STRAIGHT_SHARE)


def _in_runs(rim: Mask) -> bool:
    """Return whether the image ends at the collar along rows and columns."""
    runs = np.zeros_like(rim)
    for axis in (0, 1):
        line = np.moveaxis(rim, axis, 0)
        length = np.zeros(line.shape, int)
        for forward in (1, -1):
            count = np.zeros(line.shape[1], int)
            for at in range(len(line))[::forward]:
                count = np.where(line[at], count + 1, 0)
                length[at] += count
        runs |= np.moveaxis(length - line >= _RUN_CELLS, 0, axis)
    return bool(runs[rim].mean() >= _STRAIGHT_SHARE)


def _fading(pixels: npt.NDArray[Any], same: Mask, rim: Mask) -> float:
    """Share of the image's last cells that nearly have the collar's colour."""
    row, col = (int(index[0]) for index in np.nonzero(same))
    colour = pixels[:, row, col].astype(np.float64)
    values = pixels[:, rim].astype(np.float64)
    reach = np.ptp(pixels[:, ~same].astype(np.float64), axis=1) if (~same).any() else np.ones(len(pixels))
    return float((np.abs(values - colour[:, None]) <= 0.02 * reach[:, None]).all(axis=0).mean())
