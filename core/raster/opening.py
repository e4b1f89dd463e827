"""Opening one raster file with the formats that are allowed, after its content was looked at."""

from __future__ import annotations

from pathlib import Path

import rasterio
import rasterio._env
from rasterio.env import set_gdal_config
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader

from ..errors import InputError
from ..security.databases import check_database, is_database
from ..security.isolation import keep_only
from .content import beside, check_content
from .formats import what_it_is
from .limits import check_claims

# Drivers that read pixels out of the one file they are given (and its side files), nothing else.
ALLOWED_DRIVERS = (
    "GTiff",
    "COG",
    "JP2OpenJPEG",
    "JP2KAK",
    "JP2ECW",
    "ECW",
    "MrSID",
    "PNG",
    "JPEG",
    "WEBP",
    "BMP",
    "ENVI",
    "EHdr",
    "HFA",
    "NITF",
    "GPKG",
    "RMF",
    "AAIGrid",
    "SRTMHGT",
)
_BASE = ":::BASE:::"


def open_raster(path: Path) -> DatasetReader:
    """Open a local raster, never a virtual one.

    Args:
        path: an existing file.

    Raises:
        InputError: it points elsewhere, cannot be read as a raster, or claims more than can be read.
    """
    known = what_it_is(path, certain=True)
    if known is not None:
        raise InputError(f"{path.name} is {known[0]}, which is not read; {known[1]}.")
    check_content(path)
    if is_database(path):
        check_database(path)
    src = _open(path)
    try:
        _check_overviews(src, path)
        for file in beside(path):
            _check_beside(file, path)
        check_claims(src, path)
    except BaseException:
        src.close()
        raise
    return src


def limit_drivers() -> None:
    """In a process of the engine's own, take all other drivers out of GDAL."""
    # Shown row by row, one compressed strip cannot be read through a virtual raster with a mask (GDAL 3.10).
    set_gdal_config("GDAL_ENABLE_TIFF_SPLIT", "NO")
    with rasterio.Env():
        keep_only(rasterio._env.__file__, ALLOWED_DRIVERS)


def _open(path: Path) -> DatasetReader:
    limit_drivers()
    try:
        with rasterio.Env():
            # rasterio.open takes one driver only, though the class behind it takes a list.
            return DatasetReader(str(path), driver=list(ALLOWED_DRIVERS))
    except RasterioError as error:
        known = what_it_is(path)
        if known is not None:
            raise InputError(f"{path.name} is {known[0]}, which is not read; {known[1]}.") from error
        raise InputError(
            f"{path.name} cannot be read as a raster: it is damaged, cut short, or not in a supported format; "
            "copy it again, or convert it with gdal_translate to GeoTIFF."
        ) from error


def _check_beside(file: Path, path: Path) -> None:
    """Look into a mask or overview; what is none is left to GDAL, which ignores it."""
    try:
        with rasterio.Env(), DatasetReader(str(file), driver=["GTiff", "HFA"]) as src:
            _check_overviews(src, path)
    except RasterioError:
        return


def _check_overviews(src: DatasetReader, path: Path) -> None:
    """Refuse metadata that name another file as the overviews."""
    named = src.tags(ns="OVERVIEWS").get("OVERVIEW_FILE", "")
    plain = named.removeprefix(_BASE)
    own = named.startswith(_BASE) and plain == Path(plain).name and plain.lower().endswith((".ovr", ".aux"))
    if named and not (own and plain.startswith(path.stem)):
        raise InputError(
            f"The metadata of {path.name} name “{named[:80]}” as its overviews, which is not read for "
            f"safety; remove {path.name}.aux.xml, or copy the raster with gdal_translate."
        )
