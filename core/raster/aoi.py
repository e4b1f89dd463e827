"""The part of the ground that a run is about: polygons laid on the grid, which say what tiles and pixels are wanted.

A tile is wanted where its inside meets the inside of a polygon; a pixel where its centre lies in one. So every tile
that has a say in a wanted pixel is wanted too, and inside the polygons a run gives the same bits with them as without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS
from rasterio.features import geometry_mask
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..files import is_file
from ..security.vectors import check_layers
from .features import (
    FILES,
    GEOJSON,
    check_coordinates,
    clipped,
    crs_named,
    geojson_crs,
    geojson_shapes,
    layer_crs,
    load_geojson,
    polygons_only,
    read_text,
    transformed,
)
from .grid import Grid
from .tiling import Tile, TileLattice, Window

TEXTS = (".wkt", ".txt")
_ASIDE = "write GeoJSON, a file of polygons (GeoPackage, Shapefile, FlatGeobuf), or WKT as CRS;POLYGON((…))"


class AreaOfInterest:
    """Polygons in a grid's CRS.

    Args:
        geometry: polygon or multipolygon in the CRS of the grid.
    """

    def __init__(self, geometry: BaseGeometry) -> None:
        self.geometry = geometry
        shapely.prepare(geometry)

    @property
    def wkb(self) -> str:
        """The polygons as hexadecimal WKB: plain, and the same for the same polygons."""
        return str(shapely.to_wkb(self.geometry, hex=True, byte_order=1))

    @classmethod
    def from_wkb(cls, text: str) -> AreaOfInterest:
        """Inverse of :attr:`wkb`."""
        return cls(shapely.from_wkb(text))

    def select_tiles(self, grid: Grid, tiles: Sequence[Tile]) -> list[Tile]:
        """Return the tiles whose inside meets the area's inside, in their order."""
        boxes = np.array(grid.window_polygons([tile.window for tile in tiles]), dtype=object)
        if not len(boxes):
            return []
        wanted = shapely.intersects(self.geometry, boxes) & ~shapely.touches(self.geometry, boxes)
        return [tile for tile, yes in zip(tiles, wanted.tolist(), strict=True) if yes]

    def inside(self, grid: Grid, window: Window) -> npt.NDArray[np.bool_]:
        """Return (h, w), true where a pixel's centre lies in the area."""
        part = grid.subgrid(window)
        shape = (window.height, window.width)
        if not self.geometry.intersects(grid.window_polygon(window)):
            return np.zeros(shape, np.bool_)
        found: npt.NDArray[np.bool_] = geometry_mask([self.geometry], shape, part.transform, invert=True)
        return found


class TileSelection:
    """Tiles of a lattice that a run is about: all of them, or those contributing to a pixel inside an area.

    Args:
        grid: the run's grid.
        lattice: its tiles.
        area: None for everything.
    """

    def __init__(self, grid: Grid, lattice: TileLattice, area: AreaOfInterest | None = None) -> None:
        self._grid, self._lattice, self.area = grid, lattice, area

    def __len__(self) -> int:
        return len(self._lattice) if self.area is None else len(self._ids)

    def __contains__(self, tile: Tile) -> bool:
        return self.area is None or tile.tile_id in self._ids

    @property
    def ids(self) -> list[int] | None:
        """Numbers of the wanted tiles in ascending order; None where all are."""
        return None if self.area is None else sorted(self._ids)

    def intersecting(self, window: Window) -> list[Tile]:
        """Return the wanted tiles that share a pixel with a window, ascending."""
        return [tile for tile in self._lattice.tiles_intersecting(window) if tile in self]

    def owned(self, window: Window) -> list[Tile]:
        """Return the wanted tiles whose upper left pixel lies in a window, ascending."""
        return [tile for tile in self._lattice.tiles_owned(window) if tile in self]

    def touches(self, window: Window) -> bool:
        """Return whether a wanted tile shares a pixel with a window."""
        return self.area is None or any(tile in self for tile in self._lattice.tiles_intersecting(window))

    @cached_property
    def _ids(self) -> frozenset[int]:
        if self.area is None:
            return frozenset()
        found: set[int] = set()
        for row in self._rows(self.area):
            found.update(tile.tile_id for tile in self.area.select_tiles(self._grid, row))
        return frozenset(found)

    def _rows(self, area: AreaOfInterest) -> Iterator[list[Tile]]:
        """Yield the tiles around the area, one row of the lattice at a time."""
        window = _window_around(area, self._grid)
        if window is None:
            return
        row: list[Tile] = []
        for tile in self._lattice.tiles_intersecting(window):
            if row and tile.row_index != row[0].row_index:
                yield row
                row = []
            row.append(tile)
        yield row


def read_aoi(aoi: str | Path, grid: Grid) -> AreaOfInterest:
    """Read polygons and lay them on a grid.

    Args:
        aoi: a file of polygons; or, as text, GeoJSON (whose ``crs`` member may name any CRS, also as WKT) or
            ``CRS;POLYGON((…))``. GeoJSON without a CRS is in longitude and latitude.
        grid: the run's grid.

    Raises:
        InputError: it cannot be read, holds no polygon, names no CRS, or misses the grid.
    """
    name, geometry, crs = _parsed(aoi)
    if geometry.is_empty or not geometry.area > 0:
        raise InputError(f"{name} holds no polygon; {_ASIDE}.")
    geometry = shapely.make_valid(geometry)
    if not crs.equals(grid.crs):
        (geometry,) = transformed([geometry], crs, grid.crs, name)
    common = clipped(geometry, grid)
    if common.is_empty:
        raise InputError(
            f"{name} does not touch the area that both rasters cover; correct its polygons or its CRS, or leave it out."
        )
    return AreaOfInterest(shapely.normalize(common))


def aoi_bounds(aoi: str | Path) -> tuple[tuple[float, float, float, float], CRS]:
    """Return the rectangle around polygons, as (xmin, ymin, xmax, ymax), and their CRS.

    Args:
        aoi: as for :func:`read_aoi`.

    Raises:
        InputError: it cannot be read, or holds no polygon.
    """
    name, geometry, crs = _parsed(aoi)
    if geometry.is_empty:
        raise InputError(f"{name} holds no polygon; {_ASIDE}.")
    return geometry.bounds, crs


def _parsed(aoi: str | Path) -> tuple[str, BaseGeometry, CRS]:
    """Return what to call it in sentences, the polygons as one geometry, and their CRS."""
    text = str(aoi).strip()
    if text.startswith("{"):
        return ("The area of interest", *_geojson(text, "The area of interest"))
    if ";" in text and ("(" in text or text.upper().endswith("EMPTY")):
        return ("The area of interest", *_ewkt(text, "The area of interest"))
    path = Path(text)
    if not is_file(path):
        raise InputError(f"{path} does not exist; give a file of polygons, or leave “aoi” out.")
    suffix = path.suffix.lower()
    if suffix in GEOJSON:
        return (str(path), *_geojson(read_text(path, _ASIDE), str(path)))
    if suffix in TEXTS:
        return (str(path), *_ewkt(read_text(path, _ASIDE), str(path)))
    if suffix in FILES:
        return (str(path), *_features(path))
    raise InputError(f"{path} is no file of polygons that can be read here; {_ASIDE}.")


def _geojson(text: str, name: str) -> tuple[BaseGeometry, CRS]:
    data = load_geojson(text, name, _ASIDE)
    return _united(geojson_shapes(data, name, _ASIDE), name), crs_named(geojson_crs(data, name), name)


def _ewkt(text: str, name: str) -> tuple[BaseGeometry, CRS]:
    head, separator, body = text.rpartition(";")
    if not separator or not head.strip():
        raise InputError(f"{name} does not say its CRS; write it before the WKT, such as EPSG:32633;POLYGON((…)).")
    try:
        geometry = shapely.from_wkt(body.strip())
    except (shapely.errors.ShapelyError, NotImplementedError) as error:  # the latter of curves
        raise InputError(f"{name} is no WKT: {error}; {_ASIDE}.") from error
    head = head.strip()
    return _united([geometry], name), crs_named(f"EPSG:{head[5:]}" if head.upper().startswith("SRID=") else head, name)


def _features(path: Path) -> tuple[BaseGeometry, CRS]:
    import pyogrio

    check_layers(path)
    try:
        meta, _, geometries, _ = pyogrio.raw.read(path, columns=[], force_2d=True)
        shapes = shapely.from_wkb(geometries) if geometries is not None else None
    except (RuntimeError, ValueError, pyogrio.errors.CRSError, shapely.errors.ShapelyError) as error:
        raise InputError(f"{path} cannot be read as a file of polygons: {error}; {_ASIDE}.") from error
    if shapes is None:
        raise InputError(f"{path} holds no geometries; {_ASIDE}.")
    crs = layer_crs(meta["crs"], str(path))
    return _united([shape for shape in shapes if shape is not None], str(path)), crs


def _united(shapes: Sequence[BaseGeometry], name: str) -> BaseGeometry:
    """Return the polygons among some geometries as one.

    Raises:
        InputError: a coordinate is no number, or they cannot be united.
    """
    check_coordinates(shapes, name)
    try:
        flat = [polygons_only(shapely.make_valid(shapely.force_2d(shape))) for shape in shapes]
        return shapely.union_all(flat)
    except shapely.errors.ShapelyError as error:
        raise InputError(f"The polygons of {name} cannot be united ({error!s:.100}); correct them.") from error


def _window_around(area: AreaOfInterest, grid: Grid) -> Window | None:
    """Return the window of the grid that holds the area."""
    inverse = ~grid.transform
    a, b, c, d, e, f = list(inverse)[:6]
    xy = shapely.get_coordinates(area.geometry)
    cols, rows = a * xy[:, 0] + b * xy[:, 1] + c, d * xy[:, 0] + e * xy[:, 1] + f
    left, top = int(np.floor(cols.min())), int(np.floor(rows.min()))
    window = Window(top, left, int(np.ceil(rows.max())) - top + 1, int(np.ceil(cols.max())) - left + 1)
    return window.intersection(grid.window)
