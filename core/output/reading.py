"""A result read back from its GeoPackage, with whatever an analyst has written into it since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS

from ..errors import InputError
from ..files import is_file
from ..vectors import check_layers
from .geopackage import BATCH
from .records import ChangeRecord, Column, RunRecord, TileRecord, columns

_NEEDED = ("tile_id", "caption", "changed", "change_score")
_EMPTY: dict[str, Any] = {"integer": 0, "real": 0.0, "boolean": False, "text": "", "datetime": None}

_Record = TypeVar("_Record", TileRecord, ChangeRecord)


@dataclass(frozen=True)
class StoredResult:
    """A result in a GeoPackage.

    Attributes:
        path: the file.
        crs: of the tiles.
        bounds: of the tiles, (xmin, ymin, xmax, ymax).
        run: the row of the ``run`` layer; None where there is none (a layer that QGIS wrote, say).
    """

    path: Path
    crs: CRS
    bounds: tuple[float, float, float, float]
    run: RunRecord | None
    _tiles: str
    _changes: str

    @property
    def has_changes(self) -> bool:
        """Whether the file has a layer of changed areas, be it empty."""
        return bool(self._changes)

    def tiles(self) -> Iterator[TileRecord]:
        """Yield the tiles in file order."""
        return _records(self.path, self._tiles, TileRecord)

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield the changed areas in file order; none where the file has no such layer."""
        return _records(self.path, self._changes, ChangeRecord) if self._changes else iter(())


def read_result(path: Path) -> StoredResult:
    """Open a result that the engine or QGIS has written.

    Args:
        path: GeoPackage with a layer of tiles (``tiles``, else the only layer with its fields), and perhaps
            ``changes`` and ``run``.

    Raises:
        InputError: the file is missing, is no GeoPackage that can be read, or holds no described tiles.
    """
    if not is_file(path):
        raise InputError(f"{path} does not exist; give the GeoPackage of a result.")
    check_layers(path)
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        infos = {name: pyogrio.read_info(path, layer=name, force_total_bounds=True) for name in layers}
    except (DataSourceError, DataLayerError) as error:
        raise InputError(f"{path} cannot be read as a GeoPackage; give the result of a run. ({error})") from error
    fitting = [name for name, info in infos.items() if set(_NEEDED) <= set(info["fields"])]
    if not fitting or (len(fitting) > 1 and "tiles" not in fitting):
        found = "several layers" if fitting else "no layer"
        raise InputError(
            f"{path} holds {found} of described tiles (fields {', '.join(_NEEDED)}); give the GeoPackage of a result."
        )
    tiles = "tiles" if "tiles" in fitting else fitting[0]
    info = infos[tiles]
    if not info["features"] or info["total_bounds"] is None:
        raise InputError(f"The layer “{tiles}” of {path} is empty; there is nothing to report.")
    if not info["crs"]:
        raise InputError(f"The layer “{tiles}” of {path} has no CRS; assign the one of its rasters.")
    changes = "changes" if {"class", "area_m2", "tile_id"} <= set(infos.get("changes", {}).get("fields", ())) else ""
    dates = _dates(path, tiles, info["fields"])
    run = _run(path, dates) if "run_id" in infos.get("run", {}).get("fields", ()) else None
    left, bottom, right, top = (float(value) for value in info["total_bounds"])
    return StoredResult(path, CRS.from_user_input(info["crs"]), (left, bottom, right, top), run, tiles, changes)


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
    """Return all rows of a result's ``run`` table: one, or one per pair of a time series."""
    meta, _, _, data = pyogrio.raw.read(path, layer="run")
    return [RunRecord(**row) for row in _rows(meta["fields"], data, columns(RunRecord))]


def _seconds(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(microsecond=0)


def _records(path: Path, layer: str, record_type: type[_Record]) -> Iterator[_Record]:
    """Read a layer batch by batch; features without a geometry are left out."""
    described = columns(record_type)
    skipped = 0
    while True:
        meta, _, shapes, data = pyogrio.raw.read(
            path, layer=layer, skip_features=skipped, max_features=BATCH, force_2d=True
        )
        geometries = shapely.from_wkb(shapes)
        for geometry, row in zip(geometries, _rows(meta["fields"], data, described), strict=True):
            if geometry is not None and not geometry.is_empty:
                yield record_type(geometry=geometry, **row)
        skipped += len(geometries)
        if len(geometries) < BATCH:
            return


def _rows(names: Any, data: list[Any], described: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    """Yield one dictionary of attributes per feature; what is missing or null takes its kind's empty value."""
    arrays = dict(zip([str(name) for name in names], data, strict=True))
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
        return str(value)
    return {"integer": int, "real": float, "boolean": bool}[column.kind](value)


def _moment(value: Any) -> datetime | None:
    """Return a time as naive UTC; GeoPackages hold UTC."""
    moment = value.astype("datetime64[us]").item() if isinstance(value, np.datetime64) else value
    return moment if isinstance(moment, datetime) else None


def _json(text: Any, column: Column) -> Any:
    """Return a column's JSON data; something else than the expected list or object counts as empty."""
    kind = list if column.attribute in ("channels", "warnings") else dict
    try:
        data = json.loads(text) if isinstance(text, str) and text else None
    except ValueError:
        data = None
    return data if isinstance(data, kind) else kind()
