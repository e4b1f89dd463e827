"""Polygons of a class mask, block by block, joined across block edges as if the mask had been one array.

Pieces live in integer pixel coordinates (x = column, y = row, corners), so joining is exact; only joined
polygons go through the grid's transform. Every polygon is brought to one canonical form – no vertex on a
straight edge, rings start at their topmost-leftmost vertex – and polygons are ordered by that vertex, so any
block size gives the same bits. Connectivity is 4: diagonal neighbours are two polygons, and all are valid.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from shapely.geometry.base import BaseGeometry

from .grid import Grid
from .regions import label_regions
from .tiling import Window

Coords = npt.NDArray[np.float64]
Ring = list[tuple[float, float]]

# Scores are summed as integers of this many parts per unit: integer sums do not depend on their order.
_SCORE_UNIT = 1 << 20
_CHUNK = 1024  # polygons taken through the transform at once
NOT_COUNTED = -1
"""Number of objects of what nobody has looked into."""


@dataclass(frozen=True)
class PolygonPart:
    """The part of one polygon that lies in one block.

    Args:
        class_id: value of the class mask, ≥ 1.
        row: row of the first vertex (topmost, then leftmost), which names the piece within its block.
        col: column of that vertex.
        pixels: number of pixels.
        score_sum: sum of the pixels' scores × 2²⁰, an integer.
        edges: (n, 4) int32, runs on the block's edges: axis (0 = horizontal line, 1 = vertical line), the
            line's coordinate × 2 + side (0: the piece ends there, 1: it begins there), start, stop.
        wkb: polygon in pixel coordinates (x = column, y = row).
        measures: geodesic area in m² and perimeter in metres, where they are known already.
        objects: objects told apart in it, `NOT_COUNTED` where that is not known yet.
    """

    class_id: int
    row: int
    col: int
    pixels: int
    score_sum: int
    edges: npt.NDArray[np.int32]
    wkb: bytes
    measures: tuple[float, float] | None = None
    objects: int = NOT_COUNTED


@dataclass(frozen=True)
class ChangePolygon:
    """One finished polygon.

    Args:
        class_id: value of the class mask, ≥ 1.
        geometry: polygon in the grid's CRS, valid, counter-clockwise outside.
        row: row of its topmost-leftmost pixel.
        col: column of that pixel.
        pixels: number of pixels.
        score: mean score over its pixels, 0 … 1.
        area_m2: geodesic area.
        perimeter_m: geodesic length of all rings.
        objects: of `PolygonPart`, if it is one part.
    """

    class_id: int
    geometry: shapely.Polygon
    row: int
    col: int
    pixels: int
    score: float
    area_m2: float
    perimeter_m: float
    objects: int = NOT_COUNTED


def polygonize_block(
    class_mask: npt.NDArray[Any], window: Window, scores: npt.NDArray[Any] | None = None
) -> list[PolygonPart]:
    """Outline the connected areas of equal class within one block.

    Args:
        class_mask: integers (h, w); 0 is background.
        window: where the block lies in the grid; h × w pixels.
        scores: (h, w) in 0 … 1, for the mean score of every polygon; NaN counts as 0.

    Returns:
        Pieces ordered by (row, col).
    """
    if class_mask.shape != (window.height, window.width):
        raise ValueError(f"class_mask is {class_mask.shape}, the window {window}")
    if not class_mask.any():
        return []
    mask = np.where(class_mask > 0, class_mask, 0)
    labels, pixels = label_regions(mask)
    if not len(pixels):
        return []
    sums = _score_sums(labels, scores, len(pixels))
    rings = _trace(labels, mask)
    first = rings.starts[np.unique(rings.labels, return_index=True)[1]]
    row, col = rings.rows[first], rings.cols[first]
    values = mask[row, col]
    runs, of_runs = _edge_runs(rings, window)
    stops = np.searchsorted(of_runs, np.arange(1, len(pixels) + 1), side="right").tolist()
    outlines = _wkb_of_each(rings, window)
    found = zip(values, row + window.row, col + window.col, pixels, sums, strict=True)
    return [
        PolygonPart(int(value), int(top), int(left), int(count), int(total), runs[start:stop], wkb)
        for (value, top, left, count, total), (start, stop), wkb in zip(
            found, pairwise([0, *stops]), outlines, strict=True
        )
    ]


@dataclass(frozen=True)
class _Rings:
    """Closed rings around the regions of a block, each from its topmost-leftmost corner, downwards first.

    Attributes:
        rows: of all corners, the first of each ring at its end once more.
        cols: of all corners.
        starts: where each ring begins.
        labels: number of its region, from 1, ascending; the outer ring of a region comes first, then its holes by their
            first corners.
    """

    rows: npt.NDArray[np.int64]
    cols: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]


def _trace(labels: npt.NDArray[np.int32], mask: npt.NDArray[Any]) -> _Rings:
    """Outline regions that are connected by the sides of their pixels.

    Along each line of pixels' edges the corners of a region lie in pairs, the ends of one side each; so from corner to
    corner, along a column and along a row by turns, one comes round.

    Args:
        labels: (h, w) number of each pixel's region, 0 for none.
        mask: (h, w), the same value in a region and another one in regions beside it.
    """
    label, row, col, right, below = _corners(labels, mask)
    order = np.lexsort([right, col, row, label])
    label, row, col, below = label[order], row[order], col[order], below[order]
    upright = np.lexsort([below, row, col, label])
    partner = np.empty(len(label), np.int64)
    partner[upright[0::2]], partner[upright[1::2]] = upright[1::2], upright[0::2]
    along_column = partner.tolist()
    seen = bytearray(len(label))
    walk: list[int] = []
    starts: list[int] = []
    for first in range(len(label)):
        if seen[first]:
            continue
        starts.append(len(walk))
        here = first
        while True:
            there = along_column[here]
            walk += (here, there)
            seen[here] = seen[there] = 1
            here = there ^ 1  # its partner in the row
            if here == first:
                break
        walk.append(first)
    walked, begins = np.array(walk), np.array(starts)
    return _Rings(row[walked], col[walked], begins, label[walked[begins]])


def _corners(labels: npt.NDArray[np.int32], mask: npt.NDArray[Any]) -> list[npt.NDArray[np.int64]]:
    """Corners of all regions, arguments as of `_trace`.

    Returns:
        Of each its region, row and column, whether its row's side leads to the right, and its column's downwards. Where
        a region meets itself in a point alone, the corners are those of what lies between, so that outlines are valid.
    """
    wide, numbers = np.pad(mask, 1), np.pad(labels, 1)
    across, down = wide[:, 1:] != wide[:, :-1], wide[1:] != wide[:-1]
    row, col = np.nonzero((across[:-1] | across[1:]) & (down[:, :-1] | down[:, 1:]))
    around = [numbers[row + below, col + right] for below in (0, 1) for right in (0, 1)]
    found: list[tuple[npt.NDArray[Any], ...]] = []

    def add(where: npt.NDArray[np.bool_], of: npt.NDArray[np.int32], right: int, below: int) -> None:
        at = np.flatnonzero(where)
        found.append((of[at], row[at], col[at], np.full(len(at), right), np.full(len(at), below)))

    for place, own in enumerate(around):
        beside, above, opposite = around[place ^ 1], around[place ^ 2], around[place ^ 3]
        right, below = place & 1, place >> 1
        alone = (own != beside) & (own != above)
        add(alone & (own > 0) & (own != opposite), own, right, below)
        add(alone & (own > 0) & (own == opposite), own, 1 - right, below)
        add(alone & (beside > 0) & (beside == above) & (beside == opposite), beside, right, below)
    return [np.concatenate(column).astype(np.int64) for column in zip(*found, strict=True)]


def merge_parts(
    pieces: Iterable[PolygonPart],
    grid: Grid,
    *,
    min_area_m2: float = 0.0,
    left_out: Callable[[PolygonPart], None] = lambda piece: None,
) -> Iterator[ChangePolygon]:
    """Join the pieces of all blocks into polygons and measure them.

    Args:
        pieces: of every block of the grid, in any order.
        grid: the common grid.
        min_area_m2: polygons of a smaller geodesic area are left out, after joining.
        left_out: told each piece of those.

    Yields:
        Polygons ordered by (row, col) of their topmost-leftmost pixel, whatever the blocks were.
    """
    joined: list[tuple[PolygonPart, Sequence[PolygonPart]]] = []
    touching: list[PolygonPart] = []
    least = min_area_m2 / (_largest_pixel_m2(grid) * 1.02) if min_area_m2 > 0 else 0.0
    for piece in pieces:
        if len(piece.edges):
            touching.append(piece)
        elif piece.pixels >= least:
            joined.append((piece, (piece,)))
        else:
            left_out(piece)
    for members in _connected(touching):
        if sum(piece.pixels for piece in members) >= least:
            joined.append((_merge(members), members))
        else:
            _each(left_out, members)
    joined.sort(key=lambda entry: (entry[0].row, entry[0].col))
    for start in range(0, len(joined), _CHUNK):
        some = joined[start : start + _CHUNK]
        outlines = from_pixels(shapely.from_wkb([piece.wkb for piece, _ in some]), grid.transform)
        unknown = [outline for (piece, _), outline in zip(some, outlines, strict=True) if piece.measures is None]
        measures = iter(grid.measures_of_each(unknown))
        for (piece, parts), polygon in zip(some, outlines, strict=True):
            area, perimeter = piece.measures or next(measures)
            if area >= min_area_m2:
                score = piece.score_sum / (_SCORE_UNIT * piece.pixels)
                yield ChangePolygon(
                    piece.class_id, polygon, piece.row, piece.col, piece.pixels, score, area, perimeter, piece.objects
                )
            else:
                _each(left_out, parts)


def measure_parts(pieces: Sequence[PolygonPart], grid: Grid, least_pixels: int) -> list[PolygonPart]:
    """Measure the pieces that are whole polygons, where the process that outlines them does it beside others.

    Args:
        pieces: of a block.
        grid: the common grid.
        least_pixels: smaller ones, which are likely to be left out, are not measured.
    """
    whole = [number for number, piece in enumerate(pieces) if not len(piece.edges) and piece.pixels >= least_pixels]
    outlines = from_pixels(shapely.from_wkb([pieces[number].wkb for number in whole]), grid.transform)
    measured = list(pieces)
    for number, measures in zip(whole, grid.measures_of_each(outlines), strict=True):
        measured[number] = replace(pieces[number], measures=measures)
    return measured


def _each(tell: Callable[[PolygonPart], None], pieces: Iterable[PolygonPart]) -> None:
    for piece in pieces:
        tell(piece)


def parts_to_arrays(pieces: Sequence[PolygonPart]) -> dict[str, npt.NDArray[Any]]:
    """Arrays for `numpy.savez` (no pickle) that hold the pieces of a block; see `parts_from_arrays`."""
    fields = [(p.class_id, p.row, p.col, p.pixels, p.score_sum, len(p.edges), len(p.wkb)) for p in pieces]
    edges = [p.edges for p in pieces] or [np.zeros((0, 4), np.int32)]
    measures = [(*(p.measures or (np.nan, np.nan)), p.objects) for p in pieces]
    return {
        "piece_fields": np.array(fields, np.int64).reshape(-1, 7),
        "piece_measures": np.array(measures, np.float64).reshape(-1, 3),
        "piece_edges": np.concatenate(edges).astype(np.int32),
        "piece_wkb": np.frombuffer(b"".join(p.wkb for p in pieces), np.uint8),
    }


def parts_from_arrays(arrays: Any) -> list[PolygonPart]:
    """Inverse of `parts_to_arrays`; takes the dictionary or the opened npz file."""
    fields, edges, wkb = arrays["piece_fields"], arrays["piece_edges"], arrays["piece_wkb"].tobytes()
    edge_stops, wkb_stops = np.cumsum(fields[:, 5]).tolist(), np.cumsum(fields[:, 6]).tolist()
    pieces = []
    rows = zip(fields.tolist(), arrays["piece_measures"].tolist(), edge_stops, wkb_stops, strict=True)
    for numbers, (area, perimeter, objects), edge_stop, wkb_stop in rows:
        class_id, row, col, pixels, score_sum, run_count, wkb_length = numbers
        runs, outline = edges[edge_stop - run_count : edge_stop], wkb[wkb_stop - wkb_length : wkb_stop]
        measures = None if math.isnan(area) else (area, perimeter)
        pieces.append(PolygonPart(class_id, row, col, pixels, score_sum, runs, outline, measures, int(objects)))
    return pieces


def from_pixels(polygons: Any, transform: Affine) -> Any:
    """Return an array of polygons in pixel coordinates in those of the CRS, counter-clockwise outside."""
    return shapely.orient_polygons(shapely.transform(polygons, lambda xy: _moved(xy, transform)))


def to_pixels(geometries: Any, transform: Affine) -> Any:
    """Return an array of geometries in CRS coordinates in those of pixels; whole ones come out whole."""
    inverse = ~transform
    return shapely.transform(np.asarray(geometries, dtype=object), lambda xy: np.round(_moved(xy, inverse), 6))


def fill_outline(outline: BaseGeometry, window: Window) -> npt.NDArray[np.bool_]:
    """Return which pixels of a window, (h, w), have their middle inside polygons: what GDAL fills, without its start.

    Args:
        outline: polygons in pixel coordinates.
        window: of the grid.
    """
    inside = np.zeros((window.height, window.width), np.bool_)
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(outline)), return_index=True)
    (x, y), same = (xy - (window.col, window.row)).T, ring[1:] == ring[:-1]
    turned = y[1:] < y[:-1]
    x_top, x_end = np.where(turned, x[1:], x[:-1]), np.where(turned, x[:-1], x[1:])
    y_top, y_end = np.minimum(y[1:], y[:-1]), np.maximum(y[1:], y[:-1])
    row, stop = (np.clip(np.ceil(edge - 0.5), 0, window.height).astype(np.int64) for edge in (y_top, y_end))
    crossing = np.flatnonzero((stop > row) & same)  # the middles of some rows
    if not len(crossing):
        return inside
    length = (stop - row)[crossing]
    edge = np.repeat(crossing, length)
    rows = np.arange(len(edge)) + np.repeat(row[crossing] - np.cumsum(length) + length, length)
    place = (rows + 0.5 - y_top[edge]) * (x_end[edge] - x_top[edge]) / (y_end[edge] - y_top[edge]) + x_top[edge]
    cols = np.clip(np.floor(place + 0.5), 0, window.width).astype(np.int64)
    top, left, right = rows.min(), cols.min(), cols.max()
    width = right - left + 1
    crossed = np.bincount((rows - top) * width + cols - left, minlength=(rows.max() + 1 - top) * width)
    odd = (crossed & 1).astype(np.uint8).reshape(-1, width)
    np.bitwise_xor.accumulate(odd, axis=1, out=odd)
    inside[top : top + len(odd), left:right] = odd[:, :-1]
    return inside


def _moved(xy: Coords, transform: Affine) -> Coords:
    a, b, c, d, e, f = list(transform)[:6]
    return np.column_stack([a * xy[:, 0] + b * xy[:, 1] + c, d * xy[:, 0] + e * xy[:, 1] + f])


def _score_sums(labels: npt.NDArray[Any], scores: npt.NDArray[Any] | None, count: int) -> Coords:
    """Sum of the scores × 2²⁰ per label 1 … count, exact integers held in float64."""
    if scores is None:
        return np.zeros(count)
    inside = labels > 0
    whole = np.rint(np.nan_to_num(scores[inside].astype(np.float64)) * _SCORE_UNIT)
    sums = np.bincount(labels[inside], weights=whole, minlength=count + 1)[1:]
    return sums.astype(np.float64)


def _ring(closed: Ring) -> Ring:
    """The ring without vertices on straight edges, from its topmost-leftmost vertex, downwards first."""
    ring = closed[:-1]
    ring = [
        here
        for behind, here, ahead in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True)
        if not (behind[0] == here[0] == ahead[0] or behind[1] == here[1] == ahead[1])
    ]
    first = min(range(len(ring)), key=lambda index: (ring[index][1], ring[index][0]))
    ring = ring[first:] + ring[:first]
    if ring[1][1] == ring[0][1]:  # it leaves to the right: turn it round
        ring[1:] = ring[:0:-1]
    return [*ring, ring[0]]


def _canonical(rings: Sequence[Ring]) -> list[Ring]:
    """The one representation of an axis-parallel polygon: outside, then holes by their first vertex."""
    outside, *holes = (_ring(ring) for ring in rings)
    return [outside, *sorted(holes, key=lambda ring: (ring[0][1], ring[0][0]))]


def _wkb(rings: Sequence[Ring]) -> bytes:
    """Little-endian well-known binary of a polygon."""
    parts = [struct.pack("<BII", 1, 3, len(rings))]
    for ring in rings:
        parts.append(struct.pack(f"<I{2 * len(ring)}d", len(ring), *(value for point in ring for value in point)))
    return b"".join(parts)


def _wkb_of_each(rings: _Rings, window: Window) -> list[bytes]:
    """Little-endian well-known binary of each region of a block."""
    points = np.stack([rings.cols + window.col, rings.rows + window.row], axis=1).astype("<f8").tobytes()
    stops = [*rings.starts[1:].tolist(), len(rings.rows)]
    counts = np.bincount(rings.labels)[1:].tolist()
    size = 16  # bytes of a point
    ends = zip(rings.starts.tolist(), stops, strict=True)
    outlines = []
    for count in counts:
        parts = [struct.pack("<BII", 1, 3, count)]
        for start, stop in islice(ends, count):
            parts += struct.pack("<I", stop - start), points[size * start : size * stop]
        outlines.append(b"".join(parts))
    return outlines


def _edge_runs(rings: _Rings, window: Window) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Sides of regions on the window's four edges, as `PolygonPart.edges`, and the regions' numbers, ascending."""
    x, y = rings.cols, rings.rows
    goes_on = np.ones(len(x), np.bool_)
    goes_on[rings.starts[1:] - 1] = goes_on[-1] = False  # the last point of a ring
    lines = [
        (0, y, 0, window.row, 1),
        (0, y, window.height, window.row_stop, 0),
        (1, x, 0, window.col, 1),
        (1, x, window.width, window.col_stop, 0),
    ]
    runs, places = [], []
    for axis, across, edge, line, side in lines:
        at = np.flatnonzero(goes_on[:-1] & (across[:-1] == edge) & (across[1:] == edge))
        along, origin = (y, window.row) if axis else (x, window.col)
        ends = np.sort(np.column_stack([along[at], along[at + 1]]) + origin, axis=1)
        runs.append(np.column_stack([np.full_like(ends, (axis, 2 * line + side)), ends]))
        places.append(at)
    place = np.concatenate(places)
    order = np.argsort(place)
    ring = np.searchsorted(rings.starts, place[order], side="right") - 1
    return np.concatenate(runs)[order].astype(np.int32), rings.labels[ring]


def _connected(pieces: Sequence[PolygonPart]) -> Iterator[list[PolygonPart]]:
    """Groups of pieces of one class that face each other across block edges (union-find)."""
    parent = list(range(len(pieces)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    lines: dict[tuple[int, int, int], tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]] = {}
    for index, piece in enumerate(pieces):
        for axis, line_side, start, stop in piece.edges.tolist():
            sides = lines.setdefault((piece.class_id, axis, line_side // 2), ([], []))
            sides[line_side % 2].append((start, stop, index))
    for ends, begins in lines.values():
        ends.sort()
        begins.sort()
        i = j = 0
        while i < len(ends) and j < len(begins):
            if ends[i][0] < begins[j][1] and begins[j][0] < ends[i][1]:
                a, b = root(ends[i][2]), root(begins[j][2])
                parent[max(a, b)] = min(a, b)
            if ends[i][1] <= begins[j][1]:
                i += 1
            else:
                j += 1
    groups: dict[int, list[PolygonPart]] = {}
    for index, piece in enumerate(pieces):
        groups.setdefault(root(index), []).append(piece)
    yield from groups.values()


def _merge(members: list[PolygonPart]) -> PolygonPart:
    """One piece from facing ones; its edges no longer matter."""
    if len(members) == 1:
        return members[0]
    union = shapely.union_all(shapely.from_wkb([piece.wkb for piece in members]))
    rings = _canonical([list(ring.coords) for ring in (union.exterior, *union.interiors)])
    col, row = rings[0][0]
    return PolygonPart(
        members[0].class_id,
        int(row),
        int(col),
        sum(p.pixels for p in members),
        sum(p.score_sum for p in members),
        np.zeros((0, 4), np.int32),
        _wkb(rings),
    )


def _largest_pixel_m2(grid: Grid) -> float:
    """Ground area in m² of the largest of nine pixels spread over the grid."""
    sizes = [grid.pixel_size_m(grid.height * i / 2, grid.width * j / 2) for i in range(3) for j in range(3)]
    return max(x * y for x, y in sizes)
