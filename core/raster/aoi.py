"""The part of the ground that a run is about: polygons laid on the grid, which say what tiles and pixels are wanted.

A tile is wanted where its inside meets the inside of a polygon; a pixel where its centre lies in one. So every tile
that has a say in a wanted pixel is wanted too, and inside the polygons a run gives the same bits with them as without.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from rasterio.features import geometry_mask
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..files import is_file
from ..security.vectors import check_layers
from .footprint import full_turn
from .grid import Grid, Tile, TileLattice, Window

FILES = (".geojson", ".json", ".gpkg", ".shp", ".fgb")
TEXTS = (".wkt", ".txt")
_ASIDE = "write GeoJSON, a file of polygons (GeoPackage, Shapefile, FlatGeobuf), or WKT as CRS;POLYGON((…))"
_MOST_BYTES = 256 * 2**20
_SEGMENTS = 64
"""An edge is bent to the grid's CRS in at least so many pieces of the polygons' largest side."""


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
        boxes = np.array([grid.window_polygon(tile.window) for tile in tiles], dtype=object)
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
    """Which tiles of a lattice a run is about: all of them, or those that an area wants.

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
        geometry = _transformed(geometry, crs, grid.crs, name)
    whole = grid.window_polygon(grid.window)
    turn = full_turn(grid.crs) if grid.crs.is_geographic else 0.0
    shifts = (0.0, -turn, turn) if turn else (0.0,)  # 350° and -10° are one meridian
    parts = [translate(shapely.make_valid(geometry), shift).intersection(whole) for shift in shifts]
    common = _polygons_only(shapely.union_all(parts))
    if common.is_empty:
        raise InputError(
            f"{name} does not touch the area that both rasters cover; correct its polygons or its CRS, or leave it out."
        )
    return AreaOfInterest(shapely.normalize(common))


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
    if suffix in (".geojson", ".json"):
        return (str(path), *_geojson(_text_of(path), str(path)))
    if suffix in TEXTS:
        return (str(path), *_ewkt(_text_of(path), str(path)))
    if suffix in FILES:
        return (str(path), *_features(path))
    raise InputError(f"{path} is no file of polygons that can be read here; {_ASIDE}.")


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(
                f"{path} has more than {_MOST_BYTES // 2**20} MiB of text; simplify its polygons, or save "
                "them as a GeoPackage."
            )
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as text: {error}; {_ASIDE}.") from error


def _geojson(text: str, name: str) -> tuple[BaseGeometry, CRS]:
    try:
        data = json.loads(text)
        shapes = [shapely.geometry.shape(part) for part in _parts(data)]
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
        shapely.errors.ShapelyError,
    ) as error:
        raise InputError(f"{name} is no GeoJSON: {error!s:.200}; {_ASIDE}.") from error
    return _united(shapes, name), _crs(_named_crs(data, name), name)


def _named_crs(data: dict[str, Any], name: str) -> str:
    """Return what a GeoJSON object says of its CRS: a name, or of old a code; nothing is longitude and latitude.

    Raises:
        InputError: it says it in another way, such as a link.
    """
    said = data.get("crs")
    if said is None:
        return "OGC:CRS84"
    properties = said.get("properties") if isinstance(said, dict) else None
    if isinstance(properties, dict):
        if isinstance(properties.get("name"), str) and properties["name"].strip():
            return str(properties["name"])
        if isinstance(properties.get("code"), int):
            return f"EPSG:{properties['code']}"
    raise InputError(
        f"{name} says its CRS in a way that is not known ({json.dumps(said)[:60]}); write it as "
        '"crs": {"type": "name", "properties": {"name": "EPSG:32633"}}, or give longitude and latitude without one.'
    )


def _parts(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the geometries of a GeoJSON object."""
    kind = data["type"]
    if kind == "FeatureCollection":
        for feature in data["features"]:
            yield from _parts(feature)
    elif kind == "Feature":
        if data["geometry"] is not None:
            yield from _parts(data["geometry"])
    elif kind == "GeometryCollection":
        for geometry in data["geometries"]:
            yield from _parts(geometry)
    else:
        yield data


def _ewkt(text: str, name: str) -> tuple[BaseGeometry, CRS]:
    head, separator, body = text.rpartition(";")
    if not separator or not head.strip():
        raise InputError(f"{name} does not say its CRS; write it before the WKT, such as EPSG:32633;POLYGON((…)).")
    try:
        geometry = shapely.from_wkt(body.strip())
    except (shapely.errors.ShapelyError, NotImplementedError) as error:  # the latter of curves
        raise InputError(f"{name} is no WKT: {error}; {_ASIDE}.") from error
    head = head.strip()
    return _united([geometry], name), _crs(f"EPSG:{head[5:]}" if head.upper().startswith("SRID=") else head, name)


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
    if not meta["crs"]:
        raise InputError(f"{path} does not say its CRS; write it into the file first.")
    return _united([shape for shape in shapes if shape is not None], str(path)), _crs(meta["crs"], str(path))


def _crs(text: str, name: str) -> CRS:
    try:
        crs = CRS.from_user_input(text)
    except (CRSError, UnicodeError, ValueError) as error:
        raise InputError(f"{name} names the CRS “{text[:60]}”, which is not known; write EPSG:CODE.") from error
    if not (crs.is_projected or crs.is_geographic):
        raise InputError(f"{name} names the CRS “{crs.name[:60]}”, which is no place on Earth; write EPSG:CODE.")
    return crs


def _united(shapes: Sequence[BaseGeometry], name: str) -> BaseGeometry:
    """Return the polygons among some geometries as one.

    Raises:
        InputError: a coordinate is no number, or they cannot be united.
    """
    if not np.isfinite(shapely.get_coordinates(list(shapes))).all():
        raise InputError(f"{name} holds a coordinate that is no number; correct it.")
    try:
        flat = [_polygons_only(shapely.make_valid(shapely.force_2d(shape))) for shape in shapes]
        return shapely.union_all(flat)
    except shapely.errors.ShapelyError as error:
        raise InputError(f"The polygons of {name} cannot be united ({error!s:.100}); correct them.") from error


def _polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry; making it valid or cutting it may leave lines and points."""
    parts = [geometry]
    while any(hasattr(part, "geoms") for part in parts):  # collections may hold collections
        parts = [one for part in parts for one in getattr(part, "geoms", (part,))]
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon" and not part.is_empty])


def _transformed(geometry: BaseGeometry, source: CRS, target: CRS, name: str) -> BaseGeometry:
    """Return the polygons in another CRS, long edges bent with it."""
    left, bottom, right, top = geometry.bounds
    step = max(right - left, top - bottom) / _SEGMENTS
    try:
        transformer = Transformer.from_crs(source, target, always_xy=True)
    except ProjError as error:
        raise InputError(f"{name} is in “{source.name}”, from which no way leads to the rasters' CRS.") from error

    def move(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    moved: BaseGeometry = shapely.transform(shapely.segmentize(geometry, step), move)
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise InputError(f"{name} lies outside the area of the rasters' reference system; correct it.")
    return moved


def _window_around(area: AreaOfInterest, grid: Grid) -> Window | None:
    """Return the window of the grid that holds the area."""
    inverse = ~grid.transform
    a, b, c, d, e, f = list(inverse)[:6]
    xy = shapely.get_coordinates(area.geometry)
    cols, rows = a * xy[:, 0] + b * xy[:, 1] + c, d * xy[:, 0] + e * xy[:, 1] + f
    left, top = int(np.floor(cols.min())), int(np.floor(rows.min()))
    window = Window(top, left, int(np.ceil(rows.max())) - top + 1, int(np.ceil(cols.max())) - left + 1)
    return window.intersection(grid.window)
