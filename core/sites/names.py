"""Place of a site by the nearest named feature: ``120 m west of Main Street School``."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Geod, Transformer
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..formatting import compass_point, format_distance
from ..raster.features import read_named_features
from ..raster.grid import Grid

MOST_NAMES = 500_000
_LEAST_REACH_M = 5_000.0
"""Features are looked for so far around the grid at least; else as far as the grid is large."""
_LONGEST_NAME = 80


class NamedPlaces:
    """Named features around a grid, found by their distance on the ground.

    They are held in an azimuthal equidistant projection around the grid's middle, in which what is nearest on the plane
    is nearest on the ground, also where the grid counts in degrees; the distance told is geodesic.

    Args:
        names: one per shape.
        shapes: points, lines or polygons in ``crs``.
        crs: of the shapes.
        grid: the run's grid.
    """

    def __init__(self, names: list[str], shapes: list[BaseGeometry], crs: CRS, grid: Grid) -> None:
        plane = _plane_around(grid)
        self._to_plane = Transformer.from_crs(grid.crs, plane, always_xy=True)
        self._to_degrees = Transformer.from_crs(plane, plane.geodetic_crs, always_xy=True)
        self._geod = plane.get_geod() or Geod(ellps="WGS84")
        moved = [_moved(shape, Transformer.from_crs(crs, plane, always_xy=True)) for shape in shapes]
        kept = [n for n, shape in enumerate(moved) if np.isfinite(shapely.get_coordinates(shape)).all()]
        self._names = [names[n] for n in kept]
        self._shapes = [moved[n] for n in kept]
        self._tree = shapely.STRtree(self._shapes)

    def near(self, geometry: BaseGeometry) -> str:
        """Return the nearest named feature and where a geometry lies from it; empty where there is none.

        Args:
            geometry: in the CRS of the grid.
        """
        if not self._names:
            return ""
        place = _moved(geometry, self._to_plane)
        nearest = int(self._tree.nearest(place))
        between = shapely.shortest_line(self._shapes[nearest], place)
        lon, lat = self._to_degrees.transform(*shapely.get_coordinates(between).T)
        azimuth, _, metres = self._geod.inv(lon[0], lat[0], lon[1], lat[1])
        name = self._names[nearest]
        return f"at {name}" if metres < 1 else f"{format_distance(metres)} {compass_point(azimuth)} of {name}"


def read_names(path: Path, field: str, grid: Grid) -> NamedPlaces:
    """Read the named features around a grid; those without a name are left out.

    Args:
        path: GeoJSON, GeoPackage, Shapefile or FlatGeobuf.
        field: field with the names.
        grid: the run's grid.

    Raises:
        InputError: it cannot be read, has no such field, or no named feature lies around the grid.
    """
    reach = max(1.0, _LEAST_REACH_M / (grid.gsd_m * max(min(grid.width, grid.height), 1)))
    found = read_named_features(path, field, "named features", MOST_NAMES).around(grid, reach)
    named = [(text[:_LONGEST_NAME], shape) for text, shape in zip(found.values, found.shapes, strict=True) if text]
    if not named:
        raise InputError(
            f"No feature of {path} with a text in the field “{field}” lies around the area that both rasters cover; "
            "correct its CRS, or leave it out."
        )
    return NamedPlaces([text for text, _ in named], [shape for _, shape in named], found.crs, grid)


def _plane_around(grid: Grid) -> CRS:
    """Return the azimuthal equidistant projection around the middle of a grid, on the grid's own datum."""
    geodetic = grid.crs.geodetic_crs or grid.crs
    left, bottom, right, top = grid.bounds
    to_degrees = Transformer.from_crs(grid.crs, "OGC:CRS84", always_xy=True)
    lon, lat = to_degrees.transform((left + right) / 2, (bottom + top) / 2)
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise InputError("The middle of the rasters has no longitude and latitude, so nothing near it can be named.")
    ellipsoid = geodetic.ellipsoid
    shape = f"+a={ellipsoid.semi_major_metre} +b={ellipsoid.semi_minor_metre}" if ellipsoid else "+ellps=WGS84"
    return CRS.from_proj4(f"+proj=aeqd +lat_0={lat:.8f} +lon_0={lon:.8f} {shape} +units=m +no_defs")


def _moved(geometry: BaseGeometry, transformer: Transformer) -> BaseGeometry:
    def move(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return shapely.transform(geometry, move)
