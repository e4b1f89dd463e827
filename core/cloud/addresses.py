"""Addresses of files on servers: what GDAL calls them, and how to name them without their secrets."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ..errors import InputError

_UNSAFE = re.compile(r"[^\w.+-]")
_LONGEST_STEM = 100
_RASTERS = (".tif", ".tiff", ".gtiff", ".cog")


def gdal_name(address: str) -> str:
    """Return the name under which GDAL reads an address.

    Raises:
        InputError: it names no file.
    """
    parts = urlsplit(address)
    if not parts.netloc or not parts.path.strip("/"):
        raise InputError(f"{shown(address)} names no file; give the whole address of a GeoTIFF or a STAC item.")
    if parts.scheme.lower() == "s3":
        return f"/vsis3/{parts.netloc}{parts.path}"
    return f"/vsicurl/{address}"


def shown(address: str) -> str:
    """Return an address for messages and records: without user, password, and the query, which may hold a signature."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if parts.scheme else address


def is_raster(address: str) -> bool:
    """Return whether an address ends as a GeoTIFF does; all others are taken for STAC."""
    return PurePosixPath(urlsplit(address).path).suffix.lower() in _RASTERS


def file_stem(address: str) -> str:
    """Return a name for the local copy of an address; it keeps the words in which dates and bands are found."""
    stem = PurePosixPath(unquote(urlsplit(address).path)).stem
    return _UNSAFE.sub("_", stem)[-_LONGEST_STEM:] or "raster"
