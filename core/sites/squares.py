"""Outlines with right angles, as buildings have them.

The outline is turned until its sides lie along the axes; each side becomes the mean of its run in one of the two
directions; sides too short to be one are taken away, the shortest first. The result is one that a person would draw, or
none: it must lie as near to the mask as pixels can tell, else the outline stays as it was.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import Polygon

REACH_PIXELS = 4.0
"""A squared outline leaves the mask by no more: the corners of a house of which the mask shows a blob."""

_SHORTEST = (4.0, 3.0, 2.0)
"""Sides of fewer pixels are no sides of a building: tried from few corners to many."""
_SPREAD = 1.5
"""Pixels by which a squared outline lies beside the mask on average."""

_Floats = npt.NDArray[np.float64]


def squared(outline: Polygon, raw: Polygon, aspect: float = 1.0, reach: float = REACH_PIXELS) -> Polygon | None:
    """Return an outline with right angles on the ground, None where none lies near enough.

    Args:
        outline: without stairs, in pixel coordinates.
        raw: the same area along the edges of pixels.
        aspect: width of a pixel on the ground, by its height.
        reach: pixels by which the result may leave the raw area.
    """
    stretch = [aspect, 0.0, 0.0, 1.0, 0.0, 0.0]
    on_ground, mask = (shapely.affinity.affine_transform(one, stretch) for one in (outline, raw))
    around = shapely.buffer(mask, reach)
    for shortest in _SHORTEST:
        found = [one for angle in _directions(on_ground) if (one := _along(on_ground, angle, shortest)) is not None]
        near = [
            (one.symmetric_difference(mask).area, index)
            for index, one in enumerate(found)
            if around.covers(one) and one.symmetric_difference(mask).area <= _SPREAD * on_ground.length
        ]
        if near:
            stretch[0] = 1 / aspect
            return shapely.affinity.affine_transform(found[min(near)[1]], stretch)
    return None


def _directions(outline: Polygon) -> list[float]:
    """Angles in degrees in which a building may stand: that of its sides, and that of the least box around it."""
    steps = np.diff(shapely.get_coordinates(outline.exterior), axis=0)
    turns = 4 * np.arctan2(steps[:, 1], steps[:, 0])
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    of_sides = np.degrees(np.arctan2(lengths @ np.sin(turns), lengths @ np.cos(turns))) / 4
    box = np.diff(shapely.get_coordinates(shapely.minimum_rotated_rectangle(outline)), axis=0)
    of_box = np.degrees(np.arctan2(box[0, 1], box[0, 0])) if len(box) else 0.0
    return [float(of_sides), float(of_box)]


def _along(outline: Polygon, angle: float, shortest: float) -> Polygon | None:
    """Return an outline of sides in a direction and across it, None where they enclose nothing sound."""
    turned = shapely.affinity.rotate(outline, -angle, origin=(0, 0))
    given = [shapely.get_coordinates(ring)[:-1] for ring in (turned.exterior, *turned.interiors)]
    rings = [_right_angled(ring, shortest) for ring in given]
    if any(ring is None for ring in rings):
        return None
    drawn = Polygon(rings[0], rings[1:])
    if not drawn.is_valid or drawn.is_empty:
        return None
    return shapely.affinity.rotate(drawn, angle, origin=(0, 0))


def _right_angled(ring: _Floats, shortest: float) -> Any:
    """Return the corners of a ring whose sides lie along the axes by turns, (n, 2); None where fewer than four are.

    Args:
        ring: (n, 2), not closed.
        shortest: length of the shortest side that stays.
    """
    sides = _sides(ring)
    while len(sides) > 4:
        lengths = [abs(sides[index - 1][1] - sides[(index + 1) % len(sides)][1]) for index in range(len(sides))]
        index = int(np.argmin(lengths))
        if lengths[index] >= shortest:
            break
        sides = _without(sides, index)
    if len(sides) < 4:
        return None
    corners = [_corner(sides[index - 1], sides[index]) for index in range(len(sides))]
    return np.array(corners)


_Side = tuple[bool, float, float]
"""Whether it runs along the first axis, where it lies on the other one, its length."""


def _sides(ring: _Floats) -> list[_Side]:
    """Return the runs of a ring along either axis by turns; neighbours of one axis are one, at their mean place."""
    ends = np.roll(ring, -1, axis=0)
    steps, middles = ends - ring, (ends + ring) / 2
    flat = np.abs(steps[:, 0]) >= np.abs(steps[:, 1])
    turns = np.flatnonzero(flat != np.roll(flat, 1))
    if not len(turns):
        return []
    order = np.roll(np.arange(len(ring)), -int(turns[0]))
    sides: list[_Side] = []
    for index in order.tolist():
        side = (bool(flat[index]), float(middles[index][1 if flat[index] else 0]), float(np.hypot(*steps[index])))
        sides = [*sides[:-1], _joined(sides[-1], side)] if sides and sides[-1][0] == side[0] else [*sides, side]
    return sides


def _joined(one: _Side, two: _Side) -> _Side:
    """Return two sides of one axis as one, at their mean place by length."""
    length = one[2] + two[2]
    return one[0], (one[1] * one[2] + two[1] * two[2]) / length if length else one[1], length


def _without(sides: list[_Side], index: int) -> list[_Side]:
    """Return the sides without one: those on either hand of it become one."""
    rolled = sides[index - 1 :] + sides[: index - 1] if index else sides[-1:] + sides[:-1]
    before, _, after, *rest = rolled
    return [_joined(before, after), *rest]


def _corner(one: _Side, two: _Side) -> tuple[float, float]:
    """Return where two sides of different axes meet."""
    flat, upright = (one, two) if one[0] else (two, one)
    return upright[1], flat[1]
