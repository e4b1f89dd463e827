"""Opening files of vector layers: only formats that hold the features themselves, told by content, not by name."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from .databases import check_database
from .isolation import keep_only

DRIVERS = ("GPKG", "ESRI Shapefile", "FlatGeobuf", "GeoJSON", "XLSX")
"""Formats that are read, by content; and XLSX, which is written: no file that is read begins as one does."""
_BEGINNINGS = {
    ".gpkg": (b"SQLite format 3\0", "GeoPackage"),
    ".shp": (b"\0\0\x27\x0a", "Shapefile"),
    ".fgb": (b"fgb\x03", "FlatGeobuf"),
}


def check_layers(path: Path) -> None:
    """Refuse a file that is not what its ending says, or that holds programs; call it before the file is opened.

    A file of another ending counts as a GeoPackage.

    Raises:
        InputError: its content is of another kind, or points elsewhere.
    """
    beginning, kind = _BEGINNINGS.get(path.suffix.lower(), _BEGINNINGS[".gpkg"])
    try:
        with path.open("rb") as stream:
            head = stream.read(len(beginning))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check its permissions.") from error
    if head != beginning:
        raise InputError(
            f"{path} cannot be read as a {kind}: its content is something else, or it is damaged; "
            f"save the layer anew as a {kind}."
        )
    if kind == "GeoPackage":
        check_database(path)
    limit_vector_drivers()


def limit_vector_drivers() -> None:
    """In a process of the engine's own, take all other drivers out of the GDAL of pyogrio."""
    import pyogrio._ogr

    keep_only(pyogrio._ogr.__file__, DRIVERS)
