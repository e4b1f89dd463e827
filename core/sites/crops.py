"""Windows in which a model looks at a site: one around a small site, several over a large one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from ..raster.polygons import fill_outline
from ..raster.tiling import Window

MOST_CROPS = 3
"""Of one site: those with most changed ground; a sentence has no room for more."""

_SHARE = 0.8
"""Part of a window's side that a site may fill and still be seen whole, with what lies around it."""
_BEYOND = 3
"""Pixels around other changes that are covered with them."""


def plan_crops(outline: BaseGeometry, height: int, width: int, side: int) -> list[Window]:
    """Return the windows in which to look at a site, that with most of it first.

    Args:
        outline: of the site, in pixel coordinates.
        height: rows of the grid.
        width: columns of the grid.
        side: of a window, in pixels; a window reaches over the edge of a smaller grid only.
    """
    left, top, right, bottom = outline.bounds
    step = int(side * _SHARE)
    places = [
        Window(_start(row, side, height), _start(col, side, width), side, side)
        for row in _middles(top, bottom, step)
        for col in _middles(left, right, step)
    ]
    places = list(dict.fromkeys(places))
    if len(places) == 1:
        return places
    boxes = shapely.box(
        [place.col for place in places],
        [place.row for place in places],
        [place.col_stop for place in places],
        [place.row_stop for place in places],
    )
    sound = outline if outline.is_valid else shapely.make_valid(outline)  # rounding may have crossed its lines
    inside = shapely.area(shapely.intersection(sound, boxes))
    ranked = sorted(range(len(places)), key=lambda index: (-inside[index], places[index]))
    return [places[index] for index in ranked if inside[index] > 0][:MOST_CROPS]


def site_mask(outline: BaseGeometry, class_mask: npt.NDArray[np.uint8], window: Window) -> npt.NDArray[np.uint8]:
    """Return the class mask of a window with this site alone, 0 elsewhere.

    Args:
        outline: of the site, in pixel coordinates; may be clean.
        class_mask: (h, w) classes from 1, 0 no change, 255 no data.
        window: where it lies.
    """
    mine = np.where(fill_outline(shapely.buffer(outline, 1.0), window), class_mask, np.uint8(0))
    np.copyto(mine, 0, where=mine == 255)
    return mine


def cover_other_changes(
    images: npt.NDArray[np.uint8],
    class_mask: npt.NDArray[np.uint8],
    mine: npt.NDArray[np.uint8],
    outside: npt.NDArray[np.bool_] | None = None,
) -> npt.NDArray[np.uint8]:
    """Return a pair of images in which nothing changes but one site: elsewhere the later date is as the earlier.

    Args:
        images: (2, 3, h, w).
        class_mask: (h, w) of all sites.
        mine: (h, w) of the one, see :func:`site_mask`.
        outside: (h, w), what lies outside the area of interest and shall not be told of.
    """
    others = _grown((class_mask > 0) & (class_mask != 255) & (mine == 0), _BEYOND) & ~_grown(mine > 0, 1)
    if outside is not None:
        others |= outside
    covered = images.copy()
    np.copyto(covered[1], images[0], where=others)
    return covered


def _middles(low: float, high: float, step: int) -> Sequence[float]:
    """Middles of as many equal parts of a span as are needed for none to be longer than a step."""
    parts = max(1, int(np.ceil((high - low) / step)))
    return [low + (high - low) * (number + 0.5) / parts for number in range(parts)]


def _start(middle: float, side: int, length: int) -> int:
    """First pixel of a window around a middle, moved inside the grid where it is large enough."""
    return max(0, min(round(middle - side / 2), length - side))


def _grown(mask: npt.NDArray[np.bool_], pixels: int) -> npt.NDArray[np.bool_]:
    """A mask with so many pixels more on all sides, (h, w)."""
    wide = np.pad(mask, pixels)
    rows = _any_of(wide, 2 * pixels + 1)
    return _any_of(rows.T, 2 * pixels + 1).T


def _any_of(mask: npt.NDArray[np.bool_], count: int) -> npt.NDArray[np.bool_]:
    """Whether any of so many neighbouring rows is set, from each row on that has as many below it."""
    reach = 1
    while reach < count:
        step = min(reach, count - reach)
        mask = mask[:-step] | mask[step:]
        reach += step
    return mask
