"""Features of vector files, geometry and one field each, laid on a grid: polygons to stay in, zones, named places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..files import is_file
from ..security.vectors import check_layers
from .footprint import full_turn
from .grid import Grid

GEOJSON = (".geojson", ".json")
FILES = (*GEOJSON, ".gpkg", ".shp", ".fgb")
MOST_BYTES = 256 * 2**20
_SEGMENTS = 64
"""An edge is bent to the grid's CRS in at least so many pieces of the polygons' largest side."""
_NO_GEOJSON = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
    shapely.errors.ShapelyError,
)


@dataclass(frozen=True)
class Features:
    """Features of one file in its own CRS.

    Attributes:
        file: what to call the file in sentences.
        shapes: geometries in two dimensions, none missing or empty.
        values: value of the asked field of each, as text; empty where there is none.
        crs: of the coordinates.
    """

    file: str
    shapes: list[BaseGeometry]
    values: list[str]
    crs: CRS

    def around(self, grid: Grid, margin: float) -> Features:
        """Return the features whose boxes meet that of a grid, widened on each side by a share of its own size.

        What lies elsewhere on Earth may have no place in the grid's CRS at all.

        Raises:
            InputError: a coordinate is no number.
        """
        check_coordinates(self.shapes, self.file)
        bounds = _widened(_bounds_in(grid, self.crs), margin)
        if bounds is None:
            return self
        left, bottom, right, top = shapely.bounds(self.shapes).T
        across = [(left + turn <= bounds[2]) & (right + turn >= bounds[0]) for turn in _turns(self.crs)]
        chosen = np.flatnonzero(np.any(across, axis=0) & (bottom <= bounds[3]) & (top >= bounds[1])).tolist()
        return replace(self, shapes=[self.shapes[n] for n in chosen], values=[self.values[n] for n in chosen])

    def on(self, grid: Grid) -> list[BaseGeometry]:
        """Return the geometries in the CRS of a grid, made valid.

        Raises:
            InputError: a coordinate is no number, or no way leads to the grid's CRS.
        """
        check_coordinates(self.shapes, self.file)
        valid = [shapely.make_valid(shape) for shape in self.shapes]
        return valid if self.crs.equals(grid.crs) else transformed(valid, self.crs, grid.crs, self.file)


def _bounds_in(grid: Grid, crs: CRS) -> tuple[float, float, float, float] | None:
    """Return the grid's box in another CRS; None where it has none, or spans the date line there."""
    try:
        transformer = Transformer.from_crs(grid.crs, crs, always_xy=True)
        bounds = transformer.transform_bounds(*grid.bounds)
    except ProjError:
        return None
    return bounds if np.isfinite(bounds).all() and bounds[0] <= bounds[2] else None


def _widened(bounds: tuple[float, float, float, float] | None, share: float) -> tuple[float, ...] | None:
    if bounds is None:
        return None
    left, bottom, right, top = bounds
    wide, high = share * (right - left), share * (top - bottom)
    return left - wide, bottom - high, right + wide, top + high


def read_named_features(path: Path, field: str, what: str, most: int) -> Features:
    """Read geometries and one field of a vector file.

    Args:
        path: GeoJSON, GeoPackage, Shapefile or FlatGeobuf; of several layers the first.
        field: the field, by its exact name.
        what: what the features are called in sentences, such as ``zones``.
        most: number of features from which the file is refused.

    Raises:
        InputError: it cannot be read, has no such field, no geometries, no CRS, or too many features.
    """
    aside = f"give {what} as GeoJSON, GeoPackage, Shapefile or FlatGeobuf"
    if not is_file(path):
        raise InputError(f"{path} does not exist; {aside}.")
    if path.suffix.lower() not in FILES:
        raise InputError(f"{path} is no file of {what} that can be read here; {aside}.")
    _check_size(path, f"cut out the {what} of the area")
    read = _named_geojson if path.suffix.lower() in GEOJSON else _named_layer
    found = read(path, field, aside, most)
    if len(found.shapes) > most:
        raise InputError(f"{path} has more than {most:,} features; cut out the {what} of the area.")
    if not found.shapes:
        raise InputError(f"{path} holds no geometries; {aside}.")
    return found


def _check_size(path: Path, remedy: str) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    if size > MOST_BYTES:
        raise InputError(f"{path} has more than {MOST_BYTES // 2**20} MiB; {remedy}.")


def _named_geojson(path: Path, field: str, aside: str, most: int) -> Features:
    data = load_geojson(read_text(path, aside), str(path), aside)
    features = data.get("features") if data.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise InputError(f"{path} is no GeoJSON FeatureCollection, whose features have fields; {aside}.")
    if len(features) > most:
        raise InputError(f"{path} has {len(features):,} features, more than {most:,}; cut out those of the area.")
    properties = [_properties(feature) for feature in features]
    known = sorted({str(key) for each in properties for key in each})
    if features and field not in known:
        raise _no_field(path, field, known)
    shapes = [geojson_shapes(feature, str(path), aside) for feature in features]
    flat = [(shape, each) for several, each in zip(shapes, properties, strict=True) for shape in several]
    kept = [(shapely.force_2d(shape), _text(each.get(field))) for shape, each in flat if not shape.is_empty]
    return Features(
        str(path),
        [shape for shape, _ in kept],
        [text for _, text in kept],
        crs_named(geojson_crs(data, str(path)), str(path)),
    )


def _properties(feature: Any) -> dict[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _named_layer(path: Path, field: str, aside: str, most: int) -> Features:
    import pyogrio

    check_layers(path)
    try:
        known = [str(name) for name in pyogrio.read_info(path)["fields"]]
        if field not in known:
            raise _no_field(path, field, known)
        meta, _, geometries, data = pyogrio.raw.read(path, columns=[field], force_2d=True, max_features=most + 1)
        shapes = shapely.from_wkb(geometries) if geometries is not None else []
    except (RuntimeError, ValueError, pyogrio.errors.CRSError, shapely.errors.ShapelyError) as error:
        raise InputError(f"{path} cannot be read: {error}; {aside}.") from error
    values = data[0].tolist() if len(data) else [None] * len(shapes)
    kept = [
        (shape, _text(value))
        for shape, value in zip(shapes, values, strict=True)
        if shape is not None and not shape.is_empty
    ]
    crs = layer_crs(meta["crs"], str(path))
    return Features(str(path), [shape for shape, _ in kept], [text for _, text in kept], crs)


def _no_field(path: Path, field: str, known: Sequence[str]) -> InputError:
    has = f"its fields are {', '.join(known[:20])}" if known else "it has no fields"
    return InputError(f"{path} has no field “{field}”; {has}.")


def _text(value: Any) -> str:
    """Return a field's value as people read it: a number that is whole without a fraction, nothing as empty."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def read_text(path: Path, aside: str) -> str:
    """Return the text of a file of moderate size.

    Raises:
        InputError: it is large, or no text.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                f"{path} has more than {MOST_BYTES // 2**20} MiB of text; simplify its polygons, or save "
                "them as a GeoPackage."
            )
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as text: {error}; {aside}.") from error


def load_geojson(text: str, name: str, aside: str) -> dict[str, Any]:
    """Return a GeoJSON object.

    Raises:
        InputError: it is none.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_geojson(name, error, aside) from error
    if not isinstance(data, dict):
        raise InputError(f"{name} is no GeoJSON: it is no object; {aside}.")
    return data


def geojson_shapes(data: Any, name: str, aside: str) -> list[BaseGeometry]:
    """Return the geometries of a GeoJSON object.

    Raises:
        InputError: one is none.
    """
    try:
        with np.errstate(invalid="ignore"):  # what is no number gets a sentence of its own
            return [shapely.geometry.shape(part) for part in _parts(data)]
    except _NO_GEOJSON as error:
        raise _no_geojson(name, error, aside) from error


def _no_geojson(name: str, error: Exception, aside: str) -> InputError:
    return InputError(f"{name} is no GeoJSON: {error!s:.200}; {aside}.")


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


def geojson_crs(data: dict[str, Any], name: str) -> str:
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


def layer_crs(text: str | None, name: str) -> CRS:
    """Return the CRS of a layer.

    Raises:
        InputError: the file does not say it, or it is no place on Earth.
    """
    if not text:
        raise InputError(f"{name} does not say its CRS; write it into the file first.")
    return crs_named(text, name)


def crs_named(text: str, name: str) -> CRS:
    """Return a CRS by name, code or WKT.

    Raises:
        InputError: it is not known, or no place on Earth.
    """
    try:
        crs = CRS.from_user_input(text)
    except (CRSError, UnicodeError, ValueError) as error:
        raise InputError(f"{name} names the CRS “{text[:60]}”, which is not known; write EPSG:CODE.") from error
    if not (crs.is_projected or crs.is_geographic):
        raise InputError(f"{name} names the CRS “{crs.name[:60]}”, which is no place on Earth; write EPSG:CODE.")
    return crs


def check_coordinates(shapes: Sequence[BaseGeometry], name: str) -> None:
    """Refuse coordinates that are no numbers.

    Raises:
        InputError: there is one.
    """
    if not np.isfinite(shapely.get_coordinates(list(shapes))).all():
        raise InputError(f"{name} holds a coordinate that is no number; correct it.")


def polygons_only(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry; making it valid or cutting it may leave lines and points."""
    parts = [geometry]
    while any(hasattr(part, "geoms") for part in parts):  # collections may hold collections
        parts = [one for part in parts for one in getattr(part, "geoms", (part,))]
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon" and not part.is_empty])


def clipped(geometry: BaseGeometry, grid: Grid) -> BaseGeometry:
    """Return the polygons of a geometry inside a grid, whichever way both count longitudes.

    Args:
        geometry: in the CRS of the grid.
        grid: the grid.
    """
    whole, valid = grid.window_polygon(grid.window), shapely.make_valid(geometry)
    return polygons_only(shapely.union_all([translate(valid, turn).intersection(whole) for turn in _turns(grid.crs)]))


def _turns(crs: CRS) -> tuple[float, ...]:
    """Return by how much a longitude may differ and mean the same: 350° and -10° are one meridian."""
    turn = full_turn(crs) if crs.is_geographic else 0.0
    return (0.0, -turn, turn) if turn else (0.0,)


def transformed(shapes: Sequence[BaseGeometry], source: CRS, target: CRS, name: str) -> list[BaseGeometry]:
    """Return geometries in another CRS, long edges bent with it.

    Raises:
        InputError: no way leads there, or a coordinate has none.
    """
    left, bottom, right, top = shapely.bounds(list(shapes)).T
    sides = np.maximum(right - left, top - bottom)
    steps = np.where(sides > 0, sides, 1.0) / _SEGMENTS
    try:
        transformer = Transformer.from_crs(source, target, always_xy=True)
    except ProjError as error:
        raise InputError(f"{name} is in “{source.name}”, from which no way leads to the rasters' CRS.") from error

    def move(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    moved = [shapely.transform(shape, move) for shape in shapely.segmentize(list(shapes), steps)]
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise InputError(f"{name} lies outside the area of the rasters' reference system; correct it.")
    return moved
