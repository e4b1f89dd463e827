"""A result read back from its GeoPackage, with whatever an analyst has written into it since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import CRSError as PyogrioCRSError
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError
from pyproj import CRS
from pyproj.exceptions import ProjError

from ..errors import InputError
from ..files import is_file
from ..renamed import CHANNEL_KEYS, COLUMN_VALUES, COLUMNS, LAYERS, rename_keys
from ..schema import CHANGES, RUNS, SITES, SUMMARY, TILES, ZONES
from ..security.vectors import check_layers
from .layers import BATCH
from .records import ChangeRecord, Column, RunRecord, SiteRecord, SummaryRecord, TileRecord, ZoneRecord, columns

_NEEDED = ("tile_id", "caption", "changed", "change_score")
_OF_AREAS = ("class", "area_m2", "tile_id")
_OF_SITES = ("site_id", "description", "changed_area_m2")
_POLYGONS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
_TROUBLE = (
    DataLayerError,
    DataSourceError,
    FeatureError,
    FieldError,
    GeometryError,
    PyogrioCRSError,
    shapely.errors.ShapelyError,
    ProjError,
    NotImplementedError,  # curves
)
"""What libraries raise where a result was edited by hand or is damaged."""
_NO_VALUE = (UnicodeError, ValueError, TypeError, OverflowError)
"""What besides is raised where a stored value is none of its column."""
_EMPTY: dict[str, Any] = {"integer": 0, "real": 0.0, "boolean": False, "text": "", "datetime": None}

_Record = TypeVar("_Record", TileRecord, ChangeRecord, SiteRecord, ZoneRecord)


@dataclass(frozen=True)
class Result:
    """A result in a GeoPackage.

    Attributes:
        path: the file.
        crs: of the tiles.
        bounds: of the tiles, (xmin, ymin, xmax, ymax).
        run: the row of the ``runs`` layer; None where there is none (a layer that QGIS wrote, say), or where there are
            several pairs of dates.
    """

    path: Path
    crs: CRS
    bounds: tuple[float, float, float, float]
    run: RunRecord | None
    _tiles: str
    _changes: str
    _sites: str = ""

    @property
    def has_changes(self) -> bool:
        """Whether there is a layer of changed areas."""
        return bool(self._changes)

    @property
    def has_sites(self) -> bool:
        """Whether there is a layer of sites; there was none before sites were told."""
        return bool(self._sites)

    @cached_property
    def runs(self) -> list[RunRecord]:
        """All rows of the ``runs`` layer: one per pair of a time series; none where there is no such layer."""
        with edits_named(self.path, _NO_VALUE):
            layer = _runs_layer([str(name) for name, _ in pyogrio.list_layers(self.path)])
            return stored_runs(self.path) if _has(self.path, layer, "run_id") else []

    @cached_property
    def summary(self) -> list[SummaryRecord]:
        """The rows of the ``summary`` table of a time series; none for a single pair."""
        with edits_named(self.path, _NO_VALUE):
            if not _has(self.path, SUMMARY, "pair"):
                return []
            meta, _, _, data = pyogrio.raw.read(self.path, layer=SUMMARY)
            return [SummaryRecord(**row) for row in _rows(meta["fields"], data, columns(SummaryRecord))]

    def need_changes(self) -> None:
        """Make sure that the file has a layer of changed areas, be it empty: none is not the same as nothing changed.

        Raises:
            InputError: it has none.
        """
        if not self._changes:
            raise InputError(
                f"{self.path} holds no layer of changed areas (fields {', '.join(_OF_AREAS)}), so that they would be "
                "told as none; give the GeoPackage of the run, or save that layer into it under the name “changes”."
            )

    def tiles(self) -> Iterator[TileRecord]:
        """Yield the tiles in file order."""
        return _records(self.path, self._tiles, TileRecord)

    def sites(self) -> Iterator[SiteRecord]:
        """Yield the sites in file order; none in a result from before there were sites."""
        return _records(self.path, self._sites, SiteRecord) if self._sites else iter(())

    def zones(self) -> Iterator[ZoneRecord]:
        """Yield the zones in file order; none where the run was given no zones."""
        with edits_named(self.path, _NO_VALUE):
            there = _has(self.path, ZONES, "zone_id")
        return _records(self.path, ZONES, ZoneRecord) if there else iter(())

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield the changed areas in file order; none where the file has no such layer."""
        return _records(self.path, self._changes, ChangeRecord) if self._changes else iter(())


def read_result(path: Path, *, several_pairs: bool = False) -> Result:
    """Open a result that the engine or QGIS has written.

    Args:
        path: GeoPackage with a layer of tiles (``tiles``, else the only layer with its fields), and perhaps
            ``changes`` and ``runs``.
        several_pairs: whether it may be a time series.

    Raises:
        InputError: the file is missing, is no GeoPackage that can be read, or holds no described tiles.
    """
    if not is_file(path):
        raise InputError(f"{path} does not exist; give the GeoPackage of a result.")
    check_layers(path)
    with edits_named(path, _NO_VALUE):
        return _opened(path, several_pairs)


@contextmanager
def edits_named(path: Path, more: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Turn what the libraries say of a damaged or strangely edited result into a sentence.

    Args:
        path: the result.
        more: errors that count as such too.

    Raises:
        InputError: in place of an error of GDAL, GEOS or PROJ, or of a value that cannot be read.
    """
    try:
        yield
    except (*_TROUBLE, *more) as error:
        raise InputError(
            f"{path} cannot be used: it is damaged, or was changed in a way that a result cannot be "
            f"({type(error).__name__}: {str(error).strip()[:200]}). Give the file as the run wrote it, or repair it in "
            "QGIS; captions and reviews may be edited, geometries redrawn."
        ) from error


def _opened(path: Path, several_pairs: bool) -> Result:
    layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    infos = {name: pyogrio.read_info(path, layer=name, force_total_bounds=True) for name in layers}
    fitting = [name for name, info in infos.items() if set(_NEEDED) <= set(info["fields"])]
    if not fitting or (len(fitting) > 1 and TILES not in fitting):
        found = "several layers" if fitting else "no layer"
        raise InputError(
            f"{path} holds {found} of described tiles (fields {', '.join(_NEEDED)}); give the GeoPackage of a result."
        )
    tiles = TILES if TILES in fitting else fitting[0]
    info = infos[tiles]
    if not info["features"] or info["total_bounds"] is None:
        raise InputError(f"The layer “{tiles}” of {path} is empty; there is nothing to report.")
    if not np.isfinite(info["total_bounds"]).all() or not _extended(info["total_bounds"]):
        raise InputError(f"The tiles in the layer “{tiles}” of {path} have no extent; they must be polygons.")
    if not info["crs"]:
        raise InputError(f"The layer “{tiles}” of {path} has no CRS; assign the one of its rasters.")
    of_areas = [name for name, found in infos.items() if set(_OF_AREAS) <= set(found["fields"])]
    changes = CHANGES if CHANGES in of_areas else of_areas[0] if len(of_areas) == 1 else ""
    dates = () if several_pairs else _dates(path, tiles, info["fields"])
    table = _runs_layer(layers)
    run = _run(path, dates) if "run_id" in infos.get(table, {}).get("fields", ()) else None
    left, bottom, right, top = (float(value) for value in info["total_bounds"])
    crs = CRS.from_user_input(info["crs"])
    if not (crs.is_projected or crs.is_geographic):
        raise InputError(f"The layer “{tiles}” of {path} is in “{crs.name}”, no place on Earth; assign its real CRS.")
    if changes and infos[changes]["crs"] and not CRS.from_user_input(infos[changes]["crs"]).equals(crs):
        raise InputError(
            f"The layers “{tiles}” and “{changes}” of {path} are in different reference systems; save both in one."
        )
    sites = SITES if set(_OF_SITES) <= set(infos.get(SITES, {}).get("fields", ())) else ""
    result = Result(path, crs, (left, bottom, right, top), run, tiles, changes, sites)
    if next(result.tiles(), None) is None:
        raise InputError(f"The layer “{tiles}” of {path} is empty; there is nothing to report.")
    return result


def _has(path: Path, layer: str, field: str) -> bool:
    """Return whether a file has a layer with a field."""
    there = layer in [str(name) for name, _ in pyogrio.list_layers(path)]
    return there and field in pyogrio.read_info(path, layer=layer)["fields"]


def _extended(bounds: Any) -> bool:
    left, bottom, right, top = bounds
    return bool(right > left and top > bottom)


def _dates(path: Path, layer: str, names: Any) -> tuple[Any, ...]:
    """Return the two dates that all tiles share.

    Raises:
        InputError: it is a time series.
    """
    wanted = [name for name in ("date_before", "date_after") if name in set(names)]
    if not wanted:
        return ()
    _, _, _, data = pyogrio.raw.read(path, layer=layer, columns=wanted, read_geometry=False)
    pairs = set(zip(*(column.astype("datetime64[s]").tolist() for column in data), strict=True))
    if len(pairs) > 1:
        raise InputError(
            f"The layer “{layer}” of {path} holds tiles of {len(pairs)} pairs of dates; a report tells of one pair. "
            "Filter the layer in QGIS, or give the result of a single run."
        )
    return next(iter(pairs), ())


def _run(path: Path, dates: tuple[Any, ...]) -> RunRecord | None:
    """Return the run of the tiles' dates: a time series has one row for each pair."""
    runs = stored_runs(path)
    fitting = [run for run in runs if tuple(_seconds(day) for day in (run.date_before, run.date_after)) == dates]
    return fitting[0] if fitting else runs[0] if len(runs) == 1 else None


def stored_runs(path: Path) -> list[RunRecord]:
    """Return all rows of a result's ``runs`` table: one, or one per pair of a time series."""
    layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    meta, _, _, data = pyogrio.raw.read(path, layer=_runs_layer(layers))
    return [RunRecord(**row) for row in _rows(meta["fields"], data, columns(RunRecord))]


def _runs_layer(layers: list[str]) -> str:
    """Return the layer of runs, in a result of an earlier version under its old name."""
    return next((name for name in layers if name != RUNS and LAYERS.get(name) == RUNS and RUNS not in layers), RUNS)


def _seconds(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(microsecond=0)


def _records(path: Path, layer: str, record_type: type[_Record]) -> Iterator[_Record]:
    """Read a layer batch by batch; features without a geometry are left out, invalid ones are made valid."""
    described = columns(record_type)
    skipped = 0
    while True:
        with edits_named(path, _NO_VALUE):
            meta, _, shapes, data = pyogrio.raw.read(
                path, layer=layer, skip_features=skipped, max_features=BATCH, force_2d=True
            )
            geometries = _sound(shapely.from_wkb(shapes), path, layer)
            rows = list(_rows(meta["fields"], data, described))
        for geometry, row in zip(geometries, rows, strict=True):
            if geometry is not None and not geometry.is_empty:
                yield record_type(geometry=geometry, **row)
        skipped += len(geometries)
        if len(geometries) < BATCH:
            return


def _sound(geometries: Any, path: Path, layer: str) -> Any:
    """Return geometries that can be cut and measured.

    Raises:
        InputError: one has a coordinate that is no number, or is no polygon.
    """
    xy = shapely.get_coordinates(geometries)
    if not np.isfinite(xy).all():
        raise InputError(f"A geometry in the layer “{layer}” of {path} has a coordinate that is no number; redraw it.")
    flat = np.isin(shapely.get_type_id(geometries), _POLYGONS) | shapely.is_missing(geometries)
    if not flat.all():
        raise InputError(f"A geometry in the layer “{layer}” of {path} is no polygon; redraw it or delete it.")
    crossed = ~shapely.is_valid(geometries) & ~shapely.is_missing(geometries)
    geometries[crossed] = shapely.make_valid(geometries[crossed])
    return geometries


def _rows(names: Any, data: list[Any], described: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    """Yield one dictionary of attributes per feature; what is missing or null takes its kind's empty value.

    Columns of earlier versions are read under their old names.
    """
    arrays = rename_keys(dict(zip([str(name) for name in names], data, strict=True)), COLUMNS)
    length = len(data[0]) if data else 0
    for number in range(length):
        yield {
            column.attribute: _value(arrays[column.name][number] if column.name in arrays else None, column)
            for column in described
        }


def _value(value: Any, column: Column) -> Any:
    if column.kind == "json":
        return _json(value, column)
    if value is None or value != value or (isinstance(value, np.datetime64) and np.isnat(value)):
        return _EMPTY[column.kind]
    if column.kind == "datetime":
        return _moment(value)
    if column.kind == "text":
        return COLUMN_VALUES.get((column.name, str(value)), str(value))
    return {"integer": int, "real": float, "boolean": bool}[column.kind](value)


def _moment(value: Any) -> datetime | None:
    """Return a time as naive UTC; GeoPackages hold UTC."""
    moment = value.astype("datetime64[us]").item() if isinstance(value, np.datetime64) else value
    return moment if isinstance(moment, datetime) else None


def _json(text: Any, column: Column) -> Any:
    """Return a column's JSON data; something else than the expected list or object counts as empty."""
    if column.attribute == "channels":
        return _channels(text)
    kind = list if column.attribute in ("channels", "warnings", "classes") else dict
    try:
        data = json.loads(text) if isinstance(text, str) and text else None
    except ValueError:
        data = None
    return data if isinstance(data, kind) else kind()


def _channels(text: Any) -> list[dict[str, Any]]:
    """Return a run's channels; what is no channel any more is left out, its areas then stand under their own names."""
    try:
        data = json.loads(text) if isinstance(text, str) and text else []
    except ValueError:
        data = []
    named = ("name", "class_name", "transition")
    found = [rename_keys(one, CHANNEL_KEYS) for one in data if isinstance(one, dict)] if isinstance(data, list) else []
    return [one for one in found if all(isinstance(one.get(key), str) for key in named)]
