"""Changed areas that touch or lie close together, gathered into sites in one sweep from north to south.

The sweep keeps those areas only that a later one may still reach, and the areas of the sites they belong to. What is
near is a matter of metres on the ground, so it means the same in any CRS, degrees included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..io.records import ChangeRecord
from ..raster.grid import Grid
from ..raster.polygons import to_pixels

DISTANCE_PIXELS = 4
"""Areas within so many pixels of the grid of each other are one site, unless an option says otherwise."""

_BATCH = 512
_CELL = 256
"""Pixels on the side of a square within which a pixel counts as equally large everywhere."""
_ROUNDING = 1e-6
"""Share of a distance within which it is measured rather than bounded."""
_SLACK = 1.05
_FLATTEST = 20.0
"""A pixel's sides differ by no more than this factor when neighbours are looked for: nearer to a pole, nothing is."""


def default_distance_m(grid: Grid) -> float:
    """Return the distance in metres within which areas are one site where nobody says another."""
    return DISTANCE_PIXELS * grid.gsd_m


def group_areas(areas: Iterable[ChangeRecord], grid: Grid, distance_m: float) -> Iterator[list[ChangeRecord]]:
    """Gather changed areas into sites: all that can be reached from one another in steps of a distance.

    Args:
        areas: ordered by their topmost pixel's row in the grid, as a run finds them.
        grid: the run's grid.
        distance_m: areas of one site touch or lie within so many metres of each other.

    Yields:
        The areas of one site in the order in which they came; a site as soon as nothing more can belong to it.

    Raises:
        ValueError: the areas are not in order.
    """
    sweep = _Sweep(grid, distance_m)
    source = iter(areas)
    while batch := list(islice(source, _BATCH)):
        yield from sweep.add(batch)
    yield from sweep.rest()


@dataclass(frozen=True)
class _Placed:
    """An area in pixel coordinates."""

    number: int
    outline: shapely.Geometry
    top: float
    bottom: float


class _Sweep:
    """Areas within reach of the sweep's line, and the open sites (union–find by the areas' running numbers)."""

    def __init__(self, grid: Grid, distance_m: float) -> None:
        self._transform, self._distance = grid.transform, distance_m
        self._ruler = _Ruler(grid)
        self._reach = distance_m / _smallest_side_m(grid) * _SLACK
        self._count, self._row = 0, -np.inf
        self._near: list[_Placed] = []
        self._parent: dict[int, int] = {}
        self._members: dict[int, list[ChangeRecord]] = {}
        self._lowest: dict[int, float] = {}

    def add(self, areas: Sequence[ChangeRecord]) -> Iterator[list[ChangeRecord]]:
        """Take the next areas and yield the sites that they have closed."""
        placed = self._placed(areas)
        for area, spot in zip(areas, placed, strict=True):
            self._parent[spot.number] = spot.number
            self._members[spot.number], self._lowest[spot.number] = [area], spot.bottom
        self._join([*self._near, *placed], len(self._near))
        self._row = placed[-1].top
        self._near = [spot for spot in (*self._near, *placed) if spot.bottom + self._reach >= self._row]
        yield from self._close([root for root, low in self._lowest.items() if low + self._reach < self._row])

    def rest(self) -> Iterator[list[ChangeRecord]]:
        """Yield the sites that are still open."""
        yield from self._close(list(self._members))

    def _placed(self, areas: Sequence[ChangeRecord]) -> list[_Placed]:
        outlines = to_pixels([area.geometry for area in areas], self._transform)
        bounds = shapely.bounds(outlines)
        tops = [self._row, *bounds[:, 1].tolist()]
        if any(above > below for above, below in pairwise(tops)):
            raise ValueError("areas must come from top to bottom")
        first, self._count = self._count, self._count + len(areas)
        return [
            _Placed(first + index, outline, float(bounds[index, 1]), float(bounds[index, 3]))
            for index, outline in enumerate(outlines)
        ]

    def _join(self, spots: Sequence[_Placed], known: int) -> None:
        """Unite the sites of areas that lie close together; those of the first ``known`` are united already."""
        outlines = np.array([spot.outline for spot in spots], dtype=object)
        found, other = shapely.STRtree(outlines).query(outlines[known:], predicate="dwithin", distance=self._reach)
        found = found + known
        once = other < found
        found, other = found[once], other[once]
        close = self._ruler.are_within(self._distance, outlines[found], outlines[other])
        for one, two in zip(found[close].tolist(), other[close].tolist(), strict=True):
            self._unite(spots[one].number, spots[two].number)

    def _unite(self, one: int, two: int) -> None:
        first, second = sorted((self._root(one), self._root(two)))
        if first != second:
            self._parent[second] = first
            self._members[first] += self._members.pop(second)
            self._lowest[first] = max(self._lowest[first], self._lowest.pop(second))

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _close(self, roots: Sequence[int]) -> Iterator[list[ChangeRecord]]:
        for root in sorted(roots):
            del self._lowest[root]
            yield sorted(self._members.pop(root), key=lambda area: area.change_id)
        self._parent = {number: root for number in self._parent if (root := self._root(number)) in self._members}


class _Ruler:
    """Measures distances on the ground between outlines in pixel coordinates."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._sides: dict[tuple[int, int], tuple[float, float]] = {}

    def are_within(self, distance_m: float, first: Any, second: Any) -> npt.NDArray[np.bool_]:
        """Return which pairs of outlines that lie near each other are at most so far apart, (n,).

        A distance in pixels lies between as many of their shorter and of their longer sides. Where that does not
        decide, both outlines are drawn in metres and measured.
        """
        lines = shapely.shortest_line(first, second)
        cells = (shapely.get_coordinates(shapely.centroid(lines)) // _CELL).astype(int).tolist()
        sides = np.array([self._pixel_sides(row, col) for col, row in cells]).reshape(-1, 2)
        pixels = shapely.length(lines)
        close = pixels * sides.max(axis=1, initial=0) < distance_m * (1 - _ROUNDING)
        undecided = ~close & (pixels * sides.min(axis=1, initial=np.inf) <= distance_m * (1 + _ROUNDING))
        exact = shapely.distance(*(_scaled(outlines[undecided], sides[undecided]) for outlines in (first, second)))
        close[undecided] = exact <= distance_m
        return close

    def _pixel_sides(self, row: int, col: int) -> tuple[float, float]:
        """Width and height in metres of a pixel in the middle of a square of the grid."""
        if (row, col) not in self._sides:
            middle = (min((row + 0.5) * _CELL, self._grid.height), min((col + 0.5) * _CELL, self._grid.width))
            self._sides[row, col] = self._grid.pixel_size_m(*middle)
        return self._sides[row, col]


def _scaled(outlines: Any, sides: npt.NDArray[np.float64]) -> Any:
    """Outlines in pixel coordinates → in metres from the grid's corner, each by the size of a pixel where it lies."""
    xy, index = shapely.get_coordinates(outlines, return_index=True)
    return shapely.set_coordinates(outlines.copy(), xy * sides[index])


def _smallest_side_m(grid: Grid) -> float:
    """Length in metres of the shorter side of the smallest of nine pixels spread over the grid."""
    sizes = [grid.pixel_size_m(grid.height * i / 2, grid.width * j / 2) for i in range(3) for j in range(3)]
    return min(max(min(x, y), max(x, y) / _FLATTEST) for x, y in sizes)
