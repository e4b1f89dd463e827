"""The common grid of both dates, its pixel windows, and the tiles and blocks that partition the work.

Convention:
    Rows count downwards and columns to the right from the grid's top-left corner. A window is half-open:
    it holds rows ``row … row + height − 1``. The transform maps pixel *corners* (col, row) to CRS
    coordinates in (x, y) order, also where the CRS's authority says (latitude, longitude).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from pyproj import CRS, Geod, Transformer
from shapely.geometry.base import BaseGeometry

from .tiling import Window

# An edge longer than this many pixels gets vertices in between before it is measured, because a straight
# line of the CRS is not the shortest way on the ellipsoid.
_SEGMENT_PX = 64
_LARGE_PIXEL_DEGREES = 60.0
_PARTS = 1000  # of such a pixel, one of which is measured


@dataclass(frozen=True)
class Grid:
    """One lattice of pixels in one CRS.

    Args:
        crs: horizontal CRS of the lattice; any unit (metres, feet, degrees).
        transform: pixel corner (col, row) → CRS (x, y); may be rotated.
        width: columns.
        height: rows.
    """

    crs: CRS
    transform: Affine
    width: int
    height: int

    @property
    def window(self) -> Window:
        """The whole grid as a window."""
        return Window(0, 0, self.height, self.width)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in CRS units."""
        return tuple(self.window_polygon(self.window).bounds)

    @cached_property
    def _geod(self) -> Geod:
        return (self.crs.geodetic_crs or self.crs).get_geod() or Geod(ellps="WGS84")

    @cached_property
    def _to_geodetic(self) -> Transformer:
        return Transformer.from_crs(self.crs, self.crs.geodetic_crs or self.crs, always_xy=True)

    @cached_property
    def _degrees_per_unit(self) -> float:
        """Some geographic CRSs count in grads."""
        axes = (self.crs.geodetic_crs or self.crs).axis_info
        return math.degrees(axes[0].unit_conversion_factor) if axes else 1.0

    def _degrees(self, xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """CRS coordinates (n, 2) → longitude and latitude in degrees (n, 2) on the CRS's own datum."""
        lon, lat = self._to_geodetic.transform(xy[:, 0], xy[:, 1])
        return np.column_stack([lon, lat]) * self._degrees_per_unit

    def __reduce__(self) -> tuple[Any, ...]:
        # What is cached above belongs to this process.
        return Grid, (self.crs, self.transform, self.width, self.height)

    def pixel_size_m(self, row: float, col: float) -> tuple[float, float]:
        """Ground length in metres of one pixel along its columns' axis (x) and its rows' axis (y).

        Args:
            row: row coordinate of the place, pixel corners at integers.
            col: column coordinate of the place.
        """
        offsets = [(-0.5, 0.0), (0.5, 0.0), (0.0, -0.5), (0.0, 0.5)]
        xy = np.array([self.transform @ (col + dc, row + dr) for dc, dr in offsets])
        parts = 1
        lonlat = self._degrees(xy)
        if np.ptp(lonlat, axis=0).max() > _LARGE_PIXEL_DEGREES:  # the shortest way leads round the other side
            parts = _PARTS
            middle = np.array(self.transform @ (col, row))
            lonlat = self._degrees(middle + (xy - middle) / parts)
        _, _, lengths = self._geod.inv(*lonlat[[0, 2]].T, *lonlat[[1, 3]].T)
        return float(lengths[0]) * parts, float(lengths[1]) * parts

    @cached_property
    def gsd_m(self) -> float:
        """Ground sample distance in metres at the centre: geometric mean of both axes."""
        return math.sqrt(math.prod(self.pixel_size_m(self.height / 2, self.width / 2)))

    def window_polygon(self, window: Window) -> shapely.Polygon:
        """Outline of a window in CRS coordinates, counter-clockwise from the top-left corner."""
        top, left = window.row, window.col
        bottom, right = top + window.height, left + window.width
        a, b, c, d, e, f = self.transform[:6]
        corners = [(left, top), (left, bottom), (right, bottom), (right, top)]
        return shapely.Polygon([(a * col + b * row + c, d * col + e * row + f) for col, row in corners])

    def window_polygons(self, windows: Sequence[Window]) -> list[shapely.Polygon]:
        """Outlines of many windows, each as of `window_polygon`, a tenth of the time."""
        if not windows:
            return []
        places = np.array([(w.row, w.col, w.row_stop, w.col_stop) for w in windows], np.float64)
        rows, cols = places[:, [0, 2, 2, 0]], places[:, [1, 1, 3, 3]]
        a, b, c, d, e, f = self.transform[:6]
        corners = np.stack([a * cols + b * rows + c, d * cols + e * rows + f], axis=-1)
        return list(shapely.polygons(corners))

    def subgrid(self, window: Window) -> Grid:
        """The grid of a window of this grid, on the same lattice."""
        transform = self.transform @ Affine.translation(window.col, window.row)
        return Grid(self.crs, transform, window.width, window.height)

    def geodesic_area_m2(self, geometry: BaseGeometry) -> float:
        """Area on the ellipsoid in m² of polygons in the grid's CRS; holes count out; others are 0."""
        return self.geodesic_measures(geometry)[0]

    def geodesic_perimeter_m(self, geometry: BaseGeometry) -> float:
        """Length on the ellipsoid in metres of all rings, holes' rings included."""
        return self.geodesic_measures(geometry)[1]

    def geodesic_measures(self, geometry: BaseGeometry) -> tuple[float, float]:
        """Area in m² and perimeter in metres at once."""
        return self.measures_of_each([geometry])[0]

    def measures_of_each(self, geometries: Sequence[BaseGeometry]) -> list[tuple[float, float]]:
        """Area in m² and perimeter in metres of each of some geometries; many at once take half the time."""
        rings, owners, signs = [], [], []
        for owner, geometry in enumerate(geometries):
            for polygon in _polygons(geometry):
                own = [polygon.exterior, *polygon.interiors]
                rings += own
                owners += [owner] * len(own)
                signs += [1, *[-1] * (len(own) - 1)]
        measures = [(0.0, 0.0)] * len(geometries)
        for owner, sign, (enclosed, length) in zip(owners, signs, self._rings(rings), strict=True):
            area, perimeter = measures[owner]
            measures[owner] = area + sign * enclosed, perimeter + length
        return measures

    def _rings(self, rings: Sequence[shapely.LinearRing]) -> Iterator[tuple[float, float]]:
        """Unsigned geodesic area in m² and length in metres of closed rings in the grid's CRS."""
        step = _SEGMENT_PX * min(
            math.hypot(self.transform.a, self.transform.d), math.hypot(self.transform.b, self.transform.e)
        )
        dense = shapely.segmentize(np.array(rings, dtype=object), step)
        stops = np.cumsum(shapely.get_num_points(dense)).tolist()
        lonlat = self._degrees(shapely.get_coordinates(dense))
        for start, stop in pairwise([0, *stops]):
            area, length = self._geod.polygon_area_perimeter(lonlat[start : stop - 1, 0], lonlat[start : stop - 1, 1])
            yield abs(float(area)), float(length)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form: WKT2, the six numbers of the transform (a … f), width, height."""
        return {
            "crs": self.crs.to_wkt(),
            "transform": list(self.transform)[:6],
            "width": self.width,
            "height": self.height,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Grid:
        """Inverse of `to_dict`."""
        return cls(CRS.from_wkt(data["crs"]), Affine(*data["transform"]), data["width"], data["height"])


def _polygons(geometry: BaseGeometry) -> Iterator[shapely.Polygon]:
    if isinstance(geometry, shapely.Polygon):
        if not geometry.is_empty:
            yield geometry
    else:
        for part in getattr(geometry, "geoms", ()):
            yield from _polygons(part)
