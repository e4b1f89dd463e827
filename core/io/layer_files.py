"""Layers of a result for other programs: GeoJSON, FlatGeobuf, GeoParquet, CSV and XLSX, by the name's ending.

Each is written in batches, complete or not at all, and has a file of columns beside it (:mod:`.columns_file`). GDAL
writes the first two and XLSX out of a GeoPackage of the one layer, as a stream of Arrow batches, so that memory does
not grow with the number of features.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pyogrio
import pyproj

from ..errors import InputError
from ..jsonable import dumps_strict
from ..schema import CHANGES, SITES, TILES
from .atomic import atomic_write
from .class_words import CLASSES, class_words, table_columns
from .columns_file import columns_file_of, columns_text
from .geopackage_writer import batches, write_layer, write_table
from .layer_metadata import write_metadata
from .layers import BATCH, GEOMETRIES, About, Layer
from .records import Column, as_fields

WGS84 = pyproj.CRS.from_epsg(4326)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in a spreadsheet; the last four are their full-width forms."""
_ROWS_OF_A_SHEET = (1 << 20) - 1
_DEGREES = 7
"""Decimals of a degree: about a centimetre."""
_COLUMNS = "columns"
_MEANINGS = tuple(Column(name, name, "text", "", "") for name in ("layer", "name", "alias", "kind", "unit", "meaning"))
"""The sheet that says what the columns mean, and its own columns."""
_Fill = Callable[[Path, Sequence[Layer], "Sheet"], None]


@dataclass(frozen=True)
class Sheet:
    """Options by which layers are written.

    Attributes:
        crs: of their geometries.
        about: what is told of the result as a whole.
        wkt: whether a table carries outlines as text.
    """

    crs: pyproj.CRS
    about: About
    wkt: bool = False


def write_layers(
    path: Path,
    layers: Sequence[Layer],
    crs: pyproj.CRS,
    about: About,
    *,
    wkt: bool = False,
    overwrite: bool = False,
) -> None:
    """Write layers into a file whose ending says the format, and what its columns mean beside it.

    Args:
        path: file to make, with an ending of ``formats.ENDINGS["layers"]``.
        layers: one, or several for XLSX.
        crs: CRS of the geometries.
        about: what is told of the result as a whole.
        wkt: whether CSV carries the outlines as WKT, beside the longitude and latitude of a point on each.
        overwrite: whether a file of ours at ``path`` that is as it was written may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, cannot be written, or the format cannot hold what it should.
    """
    beside = columns_file_of(path)
    with atomic_write(path, "layers", overwrite=overwrite) as part:
        _WRITERS[path.suffix.lower()](part, layers, Sheet(crs, about, wkt))
        text = part.with_name(beside.name)
        text.write_text(columns_text([layer.name for layer in layers], about, path, part), encoding="utf-8")
        os.replace(text, beside)


def choose_layers(
    path: Path, found: Mapping[str, Callable[[], Iterable[Any]]], chosen: str | None = None
) -> list[Layer]:
    """Return the layers that a file holds: the one asked for, else the one that its format has room for, or several.

    Args:
        path: file to make.
        found: the layers of the result, by name, with what yields their rows.
        chosen: name of the one to write; None: of those with outlines the first of ``sites``, ``changes``, ``tiles``;
            for XLSX all but the tiles.

    Raises:
        InputError: the result has no such layer, or the format cannot hold it.
    """
    if chosen is not None and chosen not in found:
        raise InputError(f"There is no layer “{chosen}” in this result; choose one of {', '.join(found)}.")
    if path.suffix.lower() == ".xlsx":
        names = [chosen] if chosen else [name for name in found if name != TILES]
    else:
        names = [chosen or next(name for name in (SITES, CHANGES, TILES) if name in found)]
        if names[0] not in GEOMETRIES and path.suffix.lower() != ".csv":
            raise InputError(
                f"“{names[0]}” is a table without outlines, which {path.name} cannot hold; write it as .csv or .xlsx."
            )
    return [Layer(name, found[name]()) for name in names]


def safe_text(value: Any) -> Any:
    """Return a text that a spreadsheet would take for a formula with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write_geojson(part: Path, layers: Sequence[Layer], sheet: Sheet) -> None:
    """Write GeoJSON as RFC 7946 has it: WGS 84, 7 decimals, outer rings counterclockwise, cut at the antimeridian."""
    told = {"DESCRIPTION": sheet.about.abstract, "RFC7946": "YES"}
    _through_gdal(part, layers[0], sheet, driver="GeoJSON", **told)


def _write_flatgeobuf(part: Path, layers: Sequence[Layer], sheet: Sheet) -> None:
    told = {"TITLE": sheet.about.title, "DESCRIPTION": sheet.about.abstract}
    _through_gdal(part, layers[0], sheet, driver="FlatGeobuf", **told)


def _through_gdal(part: Path, layer: Layer, sheet: Sheet, *, driver: str, **options: str) -> None:
    """Write a layer by a driver of GDAL that cannot add to a file, out of a GeoPackage that can."""
    staged = part.with_name(f"{part.name}.staged.gpkg")
    write_layer(staged, layer.name, layer.records, sheet.crs)
    write_metadata(staged, [layer.name])  # names of columns for people go with the stream
    with pyogrio.raw.open_arrow(staged, layer=layer.name, use_pyarrow=False, return_fids=False) as (meta, stream):
        pyogrio.raw.write_arrow(
            stream,
            part,
            layer=layer.name,
            driver=driver,
            geometry_name=meta["geometry_name"] or "geometry",
            geometry_type=layer.geometry_type,
            crs=meta["crs"],
            **options,
        )


def _write_csv(part: Path, layers: Sequence[Layer], sheet: Sheet) -> None:
    """Write a table in UTF-8 with a mark, so that spreadsheets read it, and no cell that is a formula."""
    (layer,) = layers
    places = _place_columns(layer, sheet)
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*(column.name for column in layer.columns), *places])
        for record in layer.records:
            cells = [_csv_cell(value, name) for name, value in as_fields(record).items()]
            writer.writerow([*cells, *(place(record) for place in places.values())])


def _csv_cell(value: Any, name: str) -> Any:
    """Return a value as a cell: classes in words, other data as JSON, true or false, text that is no formula."""
    if name == CLASSES and isinstance(value, list):
        return safe_text(class_words(value))
    if isinstance(value, (dict, list)):
        return dumps_strict(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe_text(value)


def _place_columns(layer: Layer, sheet: Sheet) -> dict[str, Callable[[Any], Any]]:
    """Return the columns by which a table says where a row lies, none for a table without outlines."""
    if layer.geometry_type is None:
        return {}
    places: dict[str, Callable[[Any], Any]] = {
        "longitude": lambda record: _point(record, sheet.crs)[0],
        "latitude": lambda record: _point(record, sheet.crs)[1],
    }
    return {**places, "wkt": lambda record: record.geometry.wkt} if sheet.wkt else places


def _point(record: Any, crs: pyproj.CRS) -> tuple[float, float]:
    """Return longitude and latitude of a point on a record's outline."""
    point = record.geometry.representative_point()
    longitude, latitude = _to_degrees(crs).transform(point.x, point.y)
    return round(longitude, _DEGREES), round(latitude, _DEGREES)


@lru_cache(maxsize=4)
def _to_degrees(crs: pyproj.CRS) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(crs, WGS84, always_xy=True)


def _write_xlsx(part: Path, layers: Sequence[Layer], sheet: Sheet) -> None:
    """Write a sheet per layer, and one that says what the columns mean."""
    staged = part.with_name(f"{part.name}.staged.gpkg")
    for layer in layers:
        _stage_rows(staged, layer, sheet)
    told = [
        SimpleNamespace(layer=layer.name, **asdict(one), alias=one.alias)
        for layer in layers
        for one in table_columns(layer.columns)
    ]
    write_table(staged, _COLUMNS, told, _MEANINGS)
    with TemporaryDirectory(prefix="describe-changes-") as scratch:  # GDAL misreads a path with “.xlsx” in its middle
        book = Path(scratch) / "book.xlsx"
        for number, name in enumerate([*(layer.name for layer in layers), _COLUMNS]):
            with pyogrio.raw.open_arrow(staged, layer=name, use_pyarrow=False, return_fids=False) as (_, stream):
                pyogrio.raw.write_arrow(stream, book, layer=name, driver="XLSX", append=number > 0)
        shutil.copyfile(book, part)


def _stage_rows(staged: Path, layer: Layer, sheet: Sheet) -> None:
    count = 0
    for batch in batches(_plain(layer), BATCH):
        places = _place_columns(layer, replace(sheet, wkt=False))
        more = {name: [place(record) for record in batch] for name, place in places.items()}
        write_table(staged, layer.name, batch, table_columns(layer.columns), more, append=count > 0)
        count += len(batch)
        if count > _ROWS_OF_A_SHEET:
            raise InputError(
                f"The layer “{layer.name}” has more rows than a sheet of XLSX holds ({_ROWS_OF_A_SHEET:,}); "
                "write it as .csv."
            )


def _plain(layer: Layer) -> Iterator[Any]:
    """Yield a layer's records with classes in words, and without texts that a spreadsheet would take for formulas."""
    texts = [column.attribute for column in layer.columns if column.kind == "text"]
    in_words = any(column.name == CLASSES for column in layer.columns)
    for record in layer.records:
        odd = {
            name: safe_text(getattr(record, name)) for name in texts if str(getattr(record, name)).startswith(_FORMULA)
        }
        if in_words:
            odd[CLASSES] = safe_text(class_words(getattr(record, CLASSES)))
        yield replace(record, **odd) if odd else record


def _write_parquet(part: Path, layers: Sequence[Layer], sheet: Sheet) -> None:
    from .geoparquet import write_geoparquet

    write_geoparquet(part, layers[0], sheet.crs, sheet.about)


_WRITERS: Mapping[str, _Fill] = MappingProxyType(
    {
        ".geojson": _write_geojson,
        ".fgb": _write_flatgeobuf,
        ".parquet": _write_parquet,
        ".csv": _write_csv,
        ".xlsx": _write_xlsx,
    }
)
