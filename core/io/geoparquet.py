"""GeoParquet 1.1: a layer as columns of Arrow, outlines as WKB. It needs pyarrow, the extra ``geoparquet``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
import shapely

from ..errors import InputError
from ..jsonable import as_utc, dumps_strict
from .geopackage_writer import as_wkb, batches
from .layer_metadata import meaning
from .layers import BATCH, About, Layer
from .records import Column

if TYPE_CHECKING:
    import pyarrow as pa

_GEOMETRY = "geometry"


def write_geoparquet(path: Path, layer: Layer, crs: pyproj.CRS, about: About) -> None:
    """Write a layer with outlines, one row group per batch; names, units and meanings are metadata of its columns.

    Args:
        path: file to make.
        layer: what to write.
        crs: CRS of the geometries.
        about: what is told of the result as a whole.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError(
            "GeoParquet needs pyarrow: install it with  pip install 'describe-changes[geoparquet]',  or choose "
            "another format, such as .fgb."
        ) from error
    schema = _schema(pa, layer)
    bounds: list[tuple[float, ...]] = []
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches(layer.records, BATCH):
            if batch:
                bounds.append(tuple(shapely.total_bounds([record.geometry for record in batch]).tolist()))
            writer.write_table(_table(pa, schema, layer, batch))
        writer.add_key_value_metadata({"geo": json.dumps(_geo(layer, crs, bounds)), **about.as_dict()})


def _schema(pa: Any, layer: Layer) -> pa.Schema:
    types = {"integer": pa.int64(), "real": pa.float64(), "boolean": pa.bool_(), "text": pa.string(),
             "json": pa.string(), "datetime": pa.timestamp("ms", tz="UTC")}  # fmt: skip
    fields = [
        pa.field(column.name, types[column.kind], metadata={"alias": column.alias, "description": meaning(column)})
        for column in layer.columns
    ]
    return pa.schema([*fields, pa.field(_GEOMETRY, pa.binary())])


def _table(pa: Any, schema: Any, layer: Layer, batch: Sequence[Any]) -> pa.Table:
    arrays = [
        pa.array([_value(getattr(record, column.attribute), column) for record in batch], field.type)
        for column, field in zip(layer.columns, schema, strict=False)
    ]
    shapes: list[Any] = list(as_wkb(batch, str(layer.geometry_type))) if batch else []
    return pa.table([*arrays, pa.array(shapes, pa.binary())], schema=schema)


def _value(value: Any, column: Column) -> Any:
    if column.kind == "json":
        return dumps_strict(value)
    return as_utc(value) if column.kind == "datetime" and value is not None else value


def _geo(layer: Layer, crs: pyproj.CRS, bounds: Sequence[tuple[float, ...]]) -> dict[str, Any]:
    """Return the metadata ``geo`` of the format."""
    corners = np.array(bounds)
    box = [*corners[:, :2].min(axis=0), *corners[:, 2:].max(axis=0)] if bounds else None
    column = {
        "encoding": "WKB",
        "geometry_types": [layer.geometry_type],
        "crs": crs.to_json_dict(),
        **({"bbox": [float(value) for value in box]} if box else {}),
    }
    return {"version": "1.1.0", "primary_column": _GEOMETRY, "columns": {_GEOMETRY: column}}
