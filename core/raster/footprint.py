"""Overlap of two rasters: footprints, the north-up lattice of the after raster, and its common part.

Footprints are rings of points along a raster's outline. A ring is carried into another CRS only if every
point comes back to where it was; where it does not (the world's outline seen from a UTM zone, a pole), the
other raster's outline is carried the other way instead.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyproj import CRS, Transformer

from .epoch import Epoch
from .grid import Grid
from .tiling import Window
from .vrt import snapped

Points = npt.NDArray[np.float64]

_POINTS_PER_EDGE = 65
_SLIVER_PX = 0.02  # rasters that share less than this in a direction only touch


def north_up(epoch: Epoch) -> Grid:
    """The upright lattice of an epoch: its own where it is upright or mirrored, else one of the same pixel size."""
    crs = epoch.pyproj_crs
    t = epoch.transform
    corners = [t @ (c, r) for c in (0, epoch.width) for r in (0, epoch.height)]
    left, top = min(x for x, _ in corners), max(y for _, y in corners)
    if t.b == 0 and t.d == 0:
        return Grid(crs, Affine(abs(t.a), 0, left, 0, -abs(t.e), top), epoch.width, epoch.height)
    dx, dy = math.hypot(t.a, t.b), math.hypot(t.d, t.e)
    width = math.ceil(snapped((max(x for x, _ in corners) - left) / dx))
    height = math.ceil(snapped((top - min(y for _, y in corners)) / dy))
    return Grid(crs, Affine(dx, 0, left, 0, -dy, top), width, height)


def outline(epoch: Epoch) -> Points:
    """Points (n, 2) along the epoch's edges in its own CRS."""
    steps = np.linspace(0, 1, _POINTS_PER_EDGE)[:-1]
    zeros, ones = np.zeros_like(steps), np.ones_like(steps)
    across = np.concatenate([steps, ones, steps[::-1] + steps[1], zeros]) * epoch.width
    down = np.concatenate([zeros, steps, ones, steps[::-1] + steps[1]]) * epoch.height
    a, b, c, d, e, f = list(epoch.transform)[:6]
    return np.column_stack([a * across + b * down + c, d * across + e * down + f])


def carry(ring: Points, source: CRS, target: CRS, centre_x: float | None) -> Points | None:
    """Carry a ring into another CRS, or None where that is not one-to-one.

    Args:
        ring: (n, 2) in `source`.
        source: CRS of the ring.
        target: CRS wanted.
        centre_x: middle of the region of interest in `target`; geographic longitudes are turned to within
            180° of it.
    """
    moved = ring.copy()
    if source != target:
        forward = Transformer.from_crs(source, target, always_xy=True)
        moved = np.column_stack(forward.transform(ring[:, 0], ring[:, 1]))
        if not np.isfinite(moved).all():
            return None
        back = np.column_stack(forward.transform(moved[:, 0], moved[:, 1], direction="INVERSE"))
        if source.is_geographic:
            turn = full_turn(source)
            back[:, 0] += turn * np.round((ring[:, 0] - back[:, 0]) / turn)
        extent = float(np.ptp(ring, axis=0).max()) or 1.0
        if not np.isfinite(back).all() or np.abs(back - ring).max() > 1e-4 * extent:
            return None
    if target.is_geographic and centre_x is not None:
        turn = full_turn(target)
        # Turn the ring as a whole, along its run, so that one across the antimeridian stays in one piece.
        moved[:, 0] = np.unwrap(moved[:, 0], period=turn)
        if abs(moved[-1, 0] - moved[0, 0]) > turn / 2:
            return None
        moved[:, 0] += turn * np.round((centre_x - (moved[:, 0].min() + moved[:, 0].max()) / 2) / turn)
    return moved


def full_turn(crs: CRS) -> float:
    """360° in the unit of a geographic CRS."""
    return 2 * math.pi / crs.axis_info[0].unit_conversion_factor


def common_window(lattice: Grid, before: Epoch, after: Epoch) -> Window | None:
    """The part of the lattice that both footprints reach, snapped outwards to whole pixels.

    Args:
        lattice: the after raster's upright lattice.
        before: earlier epoch, any CRS.
        after: later epoch, CRS of the lattice.

    Returns:
        The window, or None where the footprints are apart or only touch.
    """
    later = _polygon(outline(after))
    centre = later.centroid.x
    earlier_crs = before.pyproj_crs
    ring = carry(outline(before), earlier_crs, lattice.crs, centre)
    if ring is not None:
        shared = _polygon(ring).intersection(later)
    else:
        earlier = _polygon(outline(before))
        mine = carry(outline(after), lattice.crs, earlier_crs, earlier.centroid.x)
        if mine is None:
            shared = later
        else:
            part = _polygon(mine).intersection(earlier)
            if part.is_empty:
                return None
            ring = carry(
                shapely.get_coordinates(shapely.segmentize(part.envelope, part.length / 256)),
                earlier_crs,
                lattice.crs,
                centre,
            )
            shared = later if ring is None else _polygon(ring).intersection(later)
    if shared.is_empty:
        return None
    # A fiftieth of a pixel is rounding noise, unless the other raster lies within one pixel altogether.
    pixel_m = max(lattice.pixel_size_m(lattice.height / 2, lattice.width / 2))
    theirs = north_up(before)
    reach = theirs.gsd_m * min(theirs.width, theirs.height) / pixel_m
    return _snap_outwards(lattice, shared.bounds, min(_SLIVER_PX, 0.01 * reach))


def window_of_bounds(lattice: Grid, bounds: tuple[float, float, float, float]) -> Window | None:
    """The pixels of the lattice within bounds in its CRS, snapped outwards; None where there are none."""
    return _snap_outwards(lattice, bounds)


def _snap_outwards(
    lattice: Grid, bounds: tuple[float, float, float, float], sliver: float = _SLIVER_PX
) -> Window | None:
    xmin, ymin, xmax, ymax = bounds
    inverse = ~lattice.transform
    left, top = inverse @ (xmin, ymax)
    right, bottom = inverse @ (xmax, ymin)
    left, top = max(left, 0.0), max(top, 0.0)
    right, bottom = min(right, float(lattice.width)), min(bottom, float(lattice.height))
    if right - left < sliver or bottom - top < sliver:
        return None
    row, col = math.floor(snapped(top)), math.floor(snapped(left))
    height = max(1, math.ceil(snapped(bottom)) - row)
    return Window(row, col, height, max(1, math.ceil(snapped(right)) - col))


def _polygon(ring: Points) -> shapely.Polygon:
    polygon = shapely.Polygon(ring)
    return polygon if polygon.is_valid else shapely.make_valid(polygon)
