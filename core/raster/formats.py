"""Name the format of a file that is not read, by its first bytes and its ending, and say what its owner can do."""

from __future__ import annotations

from pathlib import Path

_CONVERT = "convert it to GeoTIFF with QGIS (Export → Save As) or gdal_translate"
_UNPACK = "unpack it and name the raster in it"
_ONE_OF_MANY = "export the image that you mean as GeoTIFF with QGIS or gdal_translate"
_NEVER_READ = (
    (b"PK\x03\x04", "a zip archive", _UNPACK),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    (b"Rar!", "a rar archive", _UNPACK),
    (b"CDF", "a netCDF file", _ONE_OF_MANY),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 or netCDF file", _ONE_OF_MANY),
    (b"\x0e\x03\x13\x01", "an HDF4 file", _ONE_OF_MANY),
    (b"GRIB", "a GRIB file", _ONE_OF_MANY),
    (b"%PDF", "a PDF document", _CONVERT),
    (b"GIF8", "a GIF image", _CONVERT),
)
_MAYBE_READ = (
    (b"SQLite format 3", "a database (MBTiles or the like)", _CONVERT),
    (b"msid", "a MrSID image, for which this GDAL has no reader", _CONVERT),
    (b"\x65\x02", "an ECW image, for which this GDAL has no reader", _CONVERT),
    (b"\x00\x00\x00\x0cjP", "a JPEG 2000 image that cannot be read", _CONVERT),
)
_BY_ENDING = {
    ".zip": ("a zip archive", _UNPACK), ".tar": ("a tar archive", _UNPACK), ".nc": ("a netCDF file", _ONE_OF_MANY),
    ".rst": ("an Idrisi raster", _CONVERT), ".sdat": ("a SAGA grid", _CONVERT), ".kea": ("a KEA file", _CONVERT),
    ".sgrd": ("a SAGA grid", _CONVERT), ".ecw": ("an ECW image", _CONVERT), ".sid": ("a MrSID image", _CONVERT),
    ".las": ("a point cloud", _CONVERT), ".laz": ("a point cloud", _CONVERT), ".pix": ("a PCIDSK file", _CONVERT),
    ".grd": ("a grid of another program", _CONVERT), ".xyz": ("a list of points", _CONVERT),
    ".safe": ("a Sentinel product", _ONE_OF_MANY), ".shp": ("a vector file", "name a raster"),
    ".geojson": ("a vector file", "name a raster"), ".qgz": ("a QGIS project", "name the raster files in it"),
    ".qgs": ("a QGIS project", "name the raster files in it"), ".qlr": ("a QGIS layer", "name its raster file"),
}  # fmt: skip


def what_it_is(path: Path, *, certain: bool = False) -> tuple[str, str] | None:
    """Say what a file is and what to do with it.

    Args:
        path: the file.
        certain: tell only what is never read; else GDAL has tried the allowed formats in vain.

    Returns:
        In words what it is, and the remedy; None for no idea.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
    except OSError:
        return None
    for start, kind, remedy in _NEVER_READ if certain else (*_NEVER_READ, *_MAYBE_READ):
        if head.startswith(start):
            return kind, remedy
    return (
        None if certain or head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+") else _BY_ENDING.get(path.suffix.lower())
    )
