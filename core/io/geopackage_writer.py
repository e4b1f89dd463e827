"""One GeoPackage per run: ``sites``, ``changes``, ``tiles``, ``runs`` and the styles QGIS opens them with.

That of a time series has one row of ``runs`` per pair and, besides, the table ``summary``.

Written in batches, so that a million areas never stand in memory as objects, and under a ``*.part`` name, so
that a file of the final name is complete.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timezone
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray

from ..jsonable import as_utc, dumps_strict
from ..schema import CHANGES, RUNS, SITES, SUMMARY, TILES, ZONES
from .atomic import atomic_write
from .existing import stored_tables
from .layer_metadata import write_metadata
from .layers import BATCH, GEOMETRIES, RECORDS, about
from .legend import legend
from .records import ChangeRecord, Column, RunRecord, SiteRecord, SummaryRecord, TileRecord, ZoneRecord, columns
from .styles import layer_qml

_UTC = 100  # GDAL's code of the time zone, in quarters of an hour from 100
_GEOMETRY = "geom"
_VERSION = "1.3"  # the newest that QGIS 3.22 reads without a warning
_REGISTERED = {
    "gpkg_contents": "table_name",
    "gpkg_geometry_columns": "table_name",
    "gpkg_extensions": "table_name",
    "gpkg_ogr_contents": "table_name",
    "gpkg_metadata_reference": "table_name",
    "gpkg_data_columns": "table_name",
    "layer_styles": "f_table_name",
}
"""Tables of a GeoPackage that speak of layers, and the column that names the layer."""


def write_geopackage(
    path: Path,
    run: RunRecord | Sequence[RunRecord],
    tiles: Iterable[TileRecord],
    changes: Iterable[ChangeRecord],
    crs: pyproj.CRS,
    *,
    overwrite: bool = False,
    summary: Sequence[SummaryRecord] = (),
    sites: Iterable[SiteRecord] | None = None,
    zones: Sequence[ZoneRecord] = (),
) -> None:
    """Write the result layers of a run or of a time series, complete or not at all.

    Args:
        path: GeoPackage to make.
        run: the one row of the ``runs`` layer, or one per pair of a series.
        tiles: tiles in file order; consumed once, in batches of :data:`BATCH`.
        changes: changed areas in file order; likewise.
        crs: CRS of the geometries.
        overwrite: whether an existing ``path`` may be replaced.
        summary: rows of the ``summary`` table; without any there is no such table.
        sites: sites in file order, the first layer; None: there is no such layer.
        zones: rows of the layer ``zones``; without any there is no such layer.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
    """
    runs = [run] if isinstance(run, RunRecord) else list(run)
    with atomic_write(path, "geopackage", overwrite=overwrite) as part:
        _keep_foreign(path, part)
        if sites is not None:
            write_layer(part, SITES, sites, crs)
        write_layer(part, CHANGES, changes, crs)
        write_layer(part, TILES, tiles, crs)
        if zones:
            write_layer(part, ZONES, zones, crs)
        write_table(part, RUNS, runs, columns(RunRecord))
        if summary:
            write_table(part, SUMMARY, summary, columns(SummaryRecord))
        layers = (CHANGES, TILES) if sites is None else (SITES, CHANGES, TILES)
        further = [name for name, rows in ((SUMMARY, summary), (ZONES, zones)) if rows]
        write_metadata(part, (*layers, RUNS, *further), about(runs))
        colours = legend(runs[0].channels) if runs else ()
        _write_styles(part, {name: layer_qml(name, colours) for name in layers})


def _keep_foreign(path: Path, part: Path) -> None:
    """Begin with the tables of others in the file that is replaced, if there are any."""
    stored = stored_tables(path) if path.is_file() and path.stat().st_size else None
    if stored is None or not stored.foreign:
        return
    shutil.copyfile(path, part)
    with closing(sqlite3.connect(part)) as file:
        tables = {str(name) for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for layer in sorted(stored.ours):
            for table in (f"rtree_{layer}_{_GEOMETRY}", layer):
                file.execute(f'DROP TABLE IF EXISTS "{table}"')
            for table, column in _REGISTERED.items():
                if table in tables:
                    query = f"DELETE FROM {table} WHERE {column} = ?"  # noqa: S608  # nosec B608 - names of ours
                    file.execute(query, (layer,))
        file.commit()


def write_layer(path: Path, layer: str, records: Iterable[Any], crs: pyproj.CRS) -> None:
    """Write one spatial layer batch by batch; a layer without features is made all the same.

    Args:
        path: GeoPackage, made if absent.
        layer: a key of :data:`.layers.GEOMETRIES`.
        records: in file order; consumed once, in batches of :data:`BATCH`.
        crs: CRS of the geometries.
    """
    described, geometry_type = columns(RECORDS[layer]), GEOMETRIES[layer]
    authority = crs.to_authority(min_confidence=100)
    for number, batch in enumerate(batches(records, BATCH)):
        fields, data, masks, zones = _table(batch, described)
        pyogrio.raw.write(
            path,
            as_wkb(batch, geometry_type),
            data,
            fields,
            field_mask=masks,
            layer=layer,
            driver="GPKG",
            geometry_type=geometry_type,
            crs=":".join(authority) if authority else crs.to_wkt(),
            append=number > 0,
            gdal_tz_offsets=zones,
            GEOMETRY_NAME=_GEOMETRY,
            DATETIME_PRECISION="MILLISECOND",
            VERSION=_VERSION,
        )


def batches(records: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Yield lists of up to ``size`` records, at least one list even if there is no record."""
    source = iter(records)
    batch = list(islice(source, size))
    yield batch
    while len(batch) == size:
        batch = list(islice(source, size))
        if batch:
            yield batch


def as_wkb(batch: Sequence[TileRecord | ChangeRecord | SiteRecord], geometry_type: str) -> NDArray[np.object_]:
    """Return geometries as WKB, single polygons raised to multipolygons where the layer wants those."""
    geometries = np.empty(len(batch), dtype=object)
    geometries[:] = [record.geometry for record in batch]
    if geometry_type == "MultiPolygon":
        single = np.flatnonzero(shapely.get_type_id(geometries) == shapely.GeometryType.POLYGON)
        raised = np.empty(len(single), dtype=object)
        shapely.multipolygons(geometries[single], indices=np.arange(len(single)), out=raised)
        geometries[single] = raised
    wkb: NDArray[np.object_] = np.asarray(shapely.to_wkb(geometries), dtype=object)
    return wkb


_Table = tuple[list[str], list[Any], list[Any], dict[str, NDArray[np.int64]]]


def _table(records: Sequence[Any], described: Sequence[Column]) -> _Table:
    """Turn records into pyogrio's arguments: names, one array and one null mask per column, time zones."""
    data: list[Any] = []
    masks: list[Any] = []
    zones: dict[str, NDArray[np.int64]] = {}
    for column in described:
        values = [getattr(record, column.attribute) for record in records]
        empty = np.array([value is None for value in values], dtype=bool)
        data.append(_array(values, column))
        masks.append(empty if empty.any() else None)
        if column.kind == "datetime":
            zones[column.name] = np.where(empty, 0, _UTC).astype(np.int64)
    return [column.name for column in described], data, masks, zones


def _array(values: Sequence[Any], column: Column) -> NDArray[Any]:
    """Return one column's values as the array type from which GDAL takes the field type."""
    if column.kind == "integer":
        return np.array([0 if value is None else value for value in values], dtype=np.int64)
    if column.kind == "real":
        return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    if column.kind == "boolean":
        return np.array([bool(value) for value in values], dtype=bool)
    if column.kind == "datetime":
        moments = [None if value is None else as_utc(value).replace(tzinfo=None) for value in values]
        return np.array(moments, dtype="datetime64[ms]")
    texts = [dumps_strict(value) if column.kind == "json" else value for value in values]
    return np.array(texts, dtype=object)


def write_table(
    path: Path,
    layer: str,
    records: Sequence[Any],
    described: Sequence[Column],
    more: Mapping[str, Sequence[float]] = MappingProxyType({}),
    *,
    append: bool = False,
) -> None:
    """Write a table without geometry, or add rows to one.

    Args:
        path: GeoPackage, made if absent.
        layer: name of the table.
        records: its rows.
        described: their columns.
        more: further columns by name, one number per row.
        append: whether the table is there already.
    """
    fields, data, masks, zones = _table(records, described)
    data += [np.array(values, dtype=np.float64) for values in more.values()]
    _write_arrays(path, layer, [*fields, *more], data, [*masks, *[None] * len(more)], zones, append=append)


def _write_arrays(
    path: Path,
    layer: str,
    fields: list[str],
    data: list[Any],
    masks: list[Any],
    zones: dict[str, Any],
    **options: Any,
) -> None:
    """Write arrays as a layer without geometry."""
    pyogrio.raw.write(
        path,
        None,
        data,
        fields,
        field_mask=masks,
        layer=layer,
        driver="GPKG",
        gdal_tz_offsets=zones,
        DATETIME_PRECISION="MILLISECOND",
        **options,
    )


def _write_styles(path: Path, styles: dict[str, str]) -> None:
    """Write the table from which QGIS takes the style of a layer it opens, as QGIS itself would have."""
    count = len(styles)
    texts: dict[str, list[str]] = {
        "f_table_catalog": [""] * count,
        "f_table_schema": [""] * count,
        "f_table_name": list(styles),
        "f_geometry_column": [_GEOMETRY] * count,
        "styleName": ["Describe Changes"] * count,
        "styleQML": list(styles.values()),
        "styleSLD": [""] * count,
        "description": ["Default style written by Describe Changes"] * count,
        "owner": [""] * count,
        "ui": [""] * count,
    }
    data: dict[str, Any] = {name: np.array(values, dtype=object) for name, values in texts.items()}
    data["useAsDefault"] = np.ones(count, dtype=bool)
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    data["update_time"] = np.array([now] * count, dtype="datetime64[ms]")
    zones = {"update_time": np.full(count, _UTC)}
    there = any(name == "layer_styles" for name, _ in pyogrio.list_layers(path))
    options: dict[str, Any] = {"append": True} if there else {"FID": "id"}
    _write_arrays(path, "layer_styles", list(data), list(data.values()), [None] * len(data), zones, **options)
