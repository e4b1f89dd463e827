"""Outlines without stairs: what follows the edges of pixels becomes what a person would draw.

The areas of a site are one coverage, so a border that two of them share stays one line. First every corner of a pixel
is cut between the middles of its two sides, which turns stairs into slopes and leaves areas as they are; then points
that say little are left out (`shapely.coverage_simplify`). An area that this makes larger or smaller by more than a
hundredth (or half a pixel, which a mask cannot tell) is drawn with more points, at last as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from shapely.geometry import MultiPolygon

from ..raster.polygons import from_pixels, to_pixels
from .squares import squared

Outlines = Literal["clean", "square", "raw"]
"""How changed areas are drawn: without stairs; likewise, and buildings with right angles; along the edges of pixels."""

MOST_ERROR, MOST_PIXELS = 0.01, 0.5
"""By how much of an area, or by how many pixels if that is more, its clean outline may differ from the mask."""

_TOLERANCES = (1.0, 0.75, 0.5, 0.3)
"""In pixels, from few points to many: the square root of the area of what is left out."""
_SIDE = 2
"""A corner between two sides of at least so many pixels is no step of a stair, and stays."""
_ROUNDS = 6
_MITRE = 3.0
_LEAST_OVERLAP = 1e-6
_COLUMN = 1 << 32
"""Between the numbers of two lattice points side by side; those below one another follow each other."""
_GRID = 2.0**-16
"""In pixels: coordinates of new borders, so that both sides of one have the very same."""

Polygons = npt.NDArray[np.object_]


@dataclass(frozen=True)
class RightAngles:
    """Which areas of a site get right angles where that fits.

    Attributes:
        reaches: their numbers in the site, from 0, and by how many pixels each may leave its own.
        aspect: width of a pixel on the ground, by its height.
    """

    reaches: Mapping[int, float]
    aspect: float = 1.0


def clean_outlines(
    sites: Sequence[Sequence[MultiPolygon]], transform: Affine, square: Sequence[RightAngles] | None = None
) -> list[list[MultiPolygon]]:
    """Draw the areas of sites without stairs; many sites at once are cheaper, and each is drawn as if it were alone.

    Args:
        sites: areas of each along the edges of pixels, in CRS coordinates, each of one polygon.
        transform: pixel corner (col, row) → CRS (x, y).
        square: what gets right angles, by site; None for nothing.

    Returns:
        The same areas in their order: valid, none over another of its site, each within 1 % of its size, or half a
        pixel.
    """
    of_sites = np.repeat(np.arange(len(sites)), [len(areas) for areas in sites])
    geometries = [area for areas in sites for area in areas]
    raw: Polygons = np.array([area.geoms[0] for area in to_pixels(geometries, transform)], dtype=object)
    smooth, touching = _without_stairs(raw), _touching(raw, of_sites)
    stops = np.cumsum([0, *(len(areas) for areas in sites)]).tolist()
    groups: list[list[list[int]]] = [[] for _ in sites]
    for group in touching:
        site = int(of_sites[group[0]])
        groups[site].append([index - stops[site] for index in group])
    spans = [slice(start, stop) for start, stop in pairwise(stops)]
    cleaned: Polygons = np.empty(len(raw), dtype=object)
    for span, of_site in zip(spans, groups, strict=True):
        cleaned[span] = _cleaned(raw[span], smooth[span], of_site)
    cleaned = _without_overlaps(cleaned, raw, of_sites)
    if square is not None:
        squared_too = cleaned.copy()
        for span, of_site, wanted in zip(spans, groups, square, strict=True):
            if wanted.reaches:
                squared_too[span] = _squared(cleaned[span], raw[span], of_site, wanted)
        cleaned = _without_overlaps(squared_too, cleaned, of_sites)
    drawn = [MultiPolygon([polygon]) for polygon in from_pixels(cleaned, transform)]
    return [drawn[span] for span in spans]


def _cleaned(raw: Polygons, smooth: Polygons, groups: Sequence[list[int]]) -> Polygons:
    """Take the fewest points for each group of touching areas that keep all of their sizes."""
    result, wanted = raw.copy(), shapely.area(raw)
    left = list(groups)
    for tolerance in (*_TOLERANCES, 0.0):
        if not left:
            break
        drawn = shapely.coverage_simplify(smooth, tolerance) if tolerance else smooth.copy()
        for group in list(left):
            if len(group) == 1:
                drawn[group[0]] = _with_area(drawn[group[0]], wanted[group[0]])
            if _holds(drawn[group], raw[group], wanted[group]):
                result[group] = drawn[group]
                left.remove(group)
    return result


def _squared(cleaned: Polygons, raw: Polygons, groups: Sequence[list[int]], square: RightAngles) -> Polygons:
    """Give right angles to some areas, the largest first; what touches one follows its new border.

    An area stays as it was where that would change size or holes of it or of a neighbour, or leave a sliver, and where
    it shares a border with another one that is to be squared.
    """
    result, sizes = cleaned.copy(), shapely.area(raw)
    for group in groups:
        for index in sorted(set(group) & set(square.reaches), key=lambda one: -sizes[one]):
            drawn = squared(cleaned[index], raw[index], square.aspect, square.reaches[index])
            if drawn is None:
                continue
            drawn = shapely.set_precision(_with_area(drawn, sizes[index]), _GRID)
            changed = {index: drawn}
            for other in (one for one in group if one != index):
                follows = _beside(result[other], result[index], drawn, may_move=other not in square.reaches)
                if follows is None:
                    break
                if follows is not result[other]:
                    changed[other] = follows
                    corners = shapely.MultiPoint(shapely.get_coordinates(follows))
                    changed[index] = shapely.snap(changed[index], corners, 2 * _GRID)  # the same points on both sides
            else:
                after = result.copy()
                for one, shape in changed.items():
                    after[one] = shape
                which = list(changed)
                sound = _holds(after[which], raw[which], sizes[which])
                if sound and shapely.coverage_is_valid(after[group]):
                    result = after
    return result


def _beside(
    other: shapely.Polygon, before: shapely.Polygon, after: shapely.Polygon, *, may_move: bool
) -> shapely.Polygon | None:
    """Return an area as it lies beside another one that got a new outline; None where it cannot.

    It gives up what the new outline covers, and takes what that has left open between the two.
    """
    if not other.intersects(before) and not other.intersects(after):
        return other
    border = other.boundary.intersection(before.boundary).length
    over = other.intersection(after).area
    if border < _LEAST_OVERLAP and over < _LEAST_OVERLAP:
        return other
    if not may_move:
        return None
    open_parts = [
        part
        for part in shapely.get_parts(before.difference(after))
        if 2 * part.boundary.intersection(other.boundary).length > part.boundary.difference(after.boundary).length
    ]
    moved = shapely.difference(shapely.union_all([other, *open_parts], grid_size=_GRID), after, grid_size=_GRID)
    if not isinstance(moved, shapely.Polygon) or _thin(moved) > _thin(other) + MOST_PIXELS:
        return None
    return moved


def _thin(polygon: shapely.Polygon) -> float:
    """Pixels of a polygon in parts that are narrower than a pixel."""
    inner = shapely.buffer(polygon, -MOST_PIXELS, join_style="mitre")
    return float(polygon.area - shapely.buffer(inner, MOST_PIXELS, join_style="mitre").intersection(polygon).area)


def _holds(drawn: Polygons, raw: Polygons, wanted: npt.NDArray[np.float64]) -> bool:
    """Return whether outlines are sound, with the holes of the raw ones, and nearly of their size."""
    same = shapely.get_num_interior_rings(drawn) == shapely.get_num_interior_rings(raw)
    near = np.abs(shapely.area(drawn) - wanted) <= np.maximum(MOST_ERROR * wanted, MOST_PIXELS)
    return bool((same & near & shapely.is_valid(drawn)).all())


def _with_area(polygon: shapely.Polygon, wanted: float) -> shapely.Polygon:
    """Move an outline out or in by a part of a pixel, so that it encloses what it should; as it is if that fails."""
    moved = polygon
    for _ in range(_ROUNDS):
        gap = wanted - moved.area
        if abs(gap) <= MOST_ERROR / 5 * wanted:
            return moved
        moved = shapely.buffer(moved, gap / moved.length, join_style="mitre", mitre_limit=_MITRE)
        if not isinstance(moved, shapely.Polygon) or moved.is_empty:
            return polygon
    return moved


def _touching(polygons: Polygons, sites: npt.NDArray[np.int64]) -> list[list[int]]:
    """Indices of polygons in groups that touch each other, be it in a corner, and are of one site."""
    left = dict.fromkeys(range(len(polygons)))
    neighbours: dict[int, list[int]] = {index: [] for index in left}
    first, second = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    same = sites[first] == sites[second]
    for one, two in zip(first[same].tolist(), second[same].tolist(), strict=True):
        neighbours[one].append(two)
    groups = []
    while left:
        group, todo = [], [left.popitem()[0]]
        while todo:
            group.append(todo.pop())
            found = [index for index in neighbours[group[-1]] if index in left]
            for index in found:
                del left[index]
            todo += found
        groups.append(sorted(group))
    return groups


def _without_overlaps(cleaned: Polygons, raw: Polygons, sites: npt.NDArray[np.int64]) -> Polygons:
    """Take areas that lie over one another of their site as they were before, and again, until none does."""
    while True:
        first, second = shapely.STRtree(cleaned).query(cleaned, predicate="intersects")
        once = (first < second) & (sites[first] == sites[second])
        first, second = first[once], second[once]
        shared = shapely.area(shapely.intersection(cleaned[first], cleaned[second])) > _LEAST_OVERLAP
        over = np.union1d(first[shared], second[shared])
        changed = [index for index in over.tolist() if cleaned[index] is not raw[index]]
        if not changed:
            return cleaned
        cleaned[changed] = raw[changed]


def _without_stairs(polygons: Polygons) -> Polygons:
    """Cut each corner of a coverage in whole pixels between the middles of the unit edges that meet in it.

    Where three or four borders meet the corner stays, the same in all areas, so the result is a coverage again.
    """
    rings, owners = shapely.get_rings(shapely.segmentize(polygons, 1.0), return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    opened = np.append(ring[1:] == ring[:-1], False)  # each without its last point, which is its first
    drawn, of_ring = _cut_corners(np.rint(xy[opened]).astype(np.int64), ring[opened])
    return np.asarray(shapely.polygons(shapely.linearrings(drawn, indices=of_ring), indices=owners), dtype=object)


def _keys(points: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """One number per lattice point."""
    return points[:, 0] * _COLUMN + points[:, 1]


def _nodes(keys: npt.NDArray[np.int64], ahead: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Keys of the lattice points in which more than two unit edges of rings meet.

    Args:
        keys: of all points of the rings, (n,).
        ahead: of the point behind each of them in its ring.
    """
    low, across = np.minimum(keys, ahead), np.abs(keys - ahead) > 1
    edges = np.unique(2 * low + across)  # one number each, for rows of two sort slowly
    low, across = edges // 2, edges % 2
    ends, met = np.unique(np.concatenate([low, low + np.where(across, _COLUMN, 1)]), return_counts=True)
    return np.asarray(ends[met > 2])


def _neighbours(ring: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Indices of the points before and behind each point of closed rings, whose numbers stand one after the other."""
    count = len(ring)
    starts = np.flatnonzero(np.append(True, ring[1:] != ring[:-1]))
    stops = np.append(starts[1:], count)
    before, behind = np.arange(count) - 1, np.arange(count) + 1
    before[starts], behind[stops - 1] = stops - 1, starts
    return before, behind


def _cut_corners(points: npt.NDArray[np.int64], ring: npt.NDArray[np.int64]) -> tuple[Any, npt.NDArray[np.int64]]:
    """Closed rings of lattice points in unit steps, (n, 2) and their numbers, without stairs: the same of what is left.

    A side between a turn to the left and one to the right is a step and is cut in its middle, any other half a pixel
    from its ends; a corner between two long sides stays.
    """
    before, behind = _neighbours(ring)
    keys = _keys(points)
    way_in, way_out = points - points[before], points[behind] - points
    turn = way_in[:, 0] * way_out[:, 1] - way_in[:, 1] * way_out[:, 0]
    node = np.isin(keys, _nodes(keys, keys[behind]))
    turn[node] = 0
    stops = np.flatnonzero((turn != 0) | node)
    last, following = _neighbours(ring[stops])
    size = np.bincount(ring)[ring[stops]]
    length = (stops[following] - stops - 1) % size + 1  # of the side that begins in a stop
    bend, next_bend = turn[stops], turn[stops][following]
    cut = np.where(bend * next_bend < 0, length / 2, 0.5)
    stays = (bend == 0) | (np.minimum(length, length[last]) >= _SIDE)
    entry = points[stops] - way_in[stops] * np.where(stays, 0, cut[last])[:, None]
    leave = points[stops] + way_out[stops] * np.where(stays, 0, cut)[:, None]
    drawn, of_ring = np.stack([entry, leave], axis=1).reshape(-1, 2), np.repeat(ring[stops], 2)
    kept = (drawn != drawn[_neighbours(of_ring)[0]]).any(axis=1)
    return drawn[kept], of_ring[kept]
