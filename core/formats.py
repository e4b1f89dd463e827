"""Endings that the name of each output may have, and names that no output may have.

The one table of formats that are written: a name with another ending would be taken for another format.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .errors import InputError
from .files import printable

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "geopackage": (".gpkg",),
    "layers": (".geojson", ".fgb", ".parquet", ".csv", ".xlsx"),
    "mask": (".tif", ".tiff"),
    "probabilities": (".tif", ".tiff"),
    "report": (".html", ".htm"),
    "csv": (".csv",),
    "chart": (".html", ".htm", ".svg"),
}
"""Endings by kind of output, the usual one first."""

_CALLED = {
    "geopackage": "the result, a GeoPackage",
    "layers": "layers of a result",
    "mask": "the change mask, a GeoTIFF",
    "probabilities": "the probabilities, a GeoTIFF",
    "report": "a report, a web page",
    "csv": "the table, a CSV file",
    "chart": "the chart, a web page or a drawing",
}
_RESULTS = ("geopackage", "layers")
"""Kinds in which a result can be written: whole, which can be reviewed, and as layers for other programs."""
_LONGEST = 240
"""Bytes of a name: file systems allow 255, and beside an output stands NAME.columns.json or NAME.series."""


def kind_of_result(path: Path) -> str:
    """Return the kind of output that the result is by its name's ending: ``geopackage`` or ``layers``.

    Raises:
        InputError: results are not written in that format.
    """
    ending = path.suffix.lower()
    for kind in _RESULTS:
        if ending in ENDINGS[kind]:
            return kind
    check_text(path)
    raise InputError(
        f"{path} is no name for a result: end it in .gpkg for a GeoPackage, which can be reviewed, or in "
        f"{', '.join(ENDINGS['layers'][:-1])} or {ENDINGS['layers'][-1]} for other programs. Other formats are not "
        "written; convert the file afterwards, for instance with ogr2ogr."
    )


def check_name(kind: str, path: Path) -> None:
    """Say early that an output cannot have a name.

    Args:
        kind: a key of :data:`ENDINGS`; of other kinds any ending will do.
        path: where to write.

    Raises:
        InputError: another ending, a name that is too long or that not every program can write or read.
    """
    check_text(path)
    if kind in ENDINGS and path.suffix.lower() not in ENDINGS[kind]:
        raise InputError(
            f"{path} is no name for {_CALLED[kind]}: end it in {' or '.join(ENDINGS[kind])}. Other formats are not "
            "written; convert the file afterwards, for instance with ogr2ogr or gdal_translate."
        )


def check_text(path: Path) -> None:
    """Say that a file or folder to be made cannot have a name at all.

    Raises:
        InputError: it is empty, too long, holds a line break or another control character, or is not Unicode.
    """
    name = path.name
    if not name.strip():
        raise InputError("The name of an output is empty; give one, or leave the option out.")
    try:
        length = len(str(path).encode()) - len(str(path.parent).encode())
    except UnicodeEncodeError as error:
        raise InputError(f"The name {printable(path)} is not in UTF-8; choose another one.") from error
    if length > _LONGEST:
        raise InputError(f"The name {name[:40]}… is too long; {_LONGEST} bytes are the most that a name may have.")
    if not name.isprintable():
        raise InputError(f"The name {name!r} holds a line break or another invisible character; leave it out.")
