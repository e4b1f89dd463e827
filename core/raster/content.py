"""Check that the files of a raster hold pixels of their own, not words that send GDAL somewhere else.

GDAL tells formats by content, and it opens the files beside a raster (masks, overviews) and the sources of a virtual
raster without asking which formats are wanted. A raw image whose first bytes are a virtual raster, or a mask that is
one, would make it read files that nobody named, or ask a server. Such files are refused before GDAL reads a pixel.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError

_HEAD_BYTES = 16_384
_XML = re.compile(
    rb"<\s*(VRTDataset|OGRVRTDataSource|OGRWFSDataSource|OGROAPIFDataSource|GDALTileIndexDataset|GDAL_WMTS|GDAL_WMS"
    rb"|WMS_Capabilities|WMT_MS_Capabilities|WMS_Tile_Service|TileMapService|WCS_GDAL|MRF_META|DimapDataSet"
    rb"|Dimap_Document|Product_Observational)\b",
    re.IGNORECASE,
)
"""Documents that stand for pixels kept elsewhere; GDAL finds the first of them anywhere in a file's head."""
_LABELS = re.compile(
    rb"gdal_streamed_alg|stac_version|<\s*(Capabilities|Services)\b|PDS_VERSION_ID|ODL_VERSION_ID"
    rb"|Object\s*=\s*IsisCube|CCSD3ZF|LBLSIZE\s*=|NDF_REVISION|BEGIN_ORIGINAL_INPUT|DatasetHeader\s+Begin"
    rb"|\A(SQLite format 3|\x89HDF\r\n|CDF[\x01\x02\x05]|%PDF|SIMPLE  =|PK\x03\x04)",
    re.IGNORECASE,
)
"""Beginnings of formats that may name other files, looked for where a file has no signature of its own."""
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")  # with the NUL, at which a search for words in the head ends
_IMAGINE = b"EHFA_HEADER_TAG\0"
_SIGNED = (_IMAGINE, b"\x89PNG", b"\xff\xd8\xff", b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51", b"NITF", b"NSIF")
_DATABASE = b"SQLite format 3\0"
_MASKS = (".msk", ".ovr")
_BESIDE = (*_MASKS, ".aux", ".rrd", *(f".r{level}" for level in range(1, 10)))
_DEEPEST = 4


def check_content(path: Path) -> None:
    """Refuse a raster that holds words which GDAL would follow, or that has such a file beside it.

    Args:
        path: an existing file, by whatever name.

    Raises:
        InputError: the file or one beside it points elsewhere, or is no regular file.
    """
    _check_words(path, path.name)
    for file in beside(path):
        head = _check_words(file, f"{file.name}, beside {path.name},")
        if file.suffix.lower() in _MASKS and not head.startswith(_TIFF):
            raise InputError(
                f"{file.name}, beside {path.name}, is no mask or overview that GDAL wrote; remove it, "
                "or make it anew with gdaladdo or gdal_translate."
            )


def beside(path: Path, depth: int = 0) -> Iterator[Path]:
    """Yield the existing files that GDAL opens as datasets along with a raster: masks, overviews, and theirs."""
    names = [path.name + end for end in _BESIDE]
    if depth == 0:
        names += [path.stem + end for end in (".aux", ".rrd")]
    for spelled in dict.fromkeys(way for name in names for way in (name, _upper(name))):
        file = path.with_name(spelled)
        if file != path and file.exists():
            yield file
            if depth < _DEEPEST:
                yield from beside(file, depth + 1)


def _upper(name: str) -> str:
    """Return a name with its last ending in capitals."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{ending.upper()}"


def _check_words(path: Path, name: str) -> bytes:
    """Return the first bytes of a file; refuse those that are words to follow."""
    if _XML.search(str(path).encode("utf-8", "surrogateescape")):
        raise InputError(f"The path of {name} holds the text of a virtual raster, which GDAL would follow; rename it.")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{name} is no regular file; remove it, or give a copy.")
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError as error:
        raise InputError(f"{name} cannot be read ({error.strerror}); check its permissions.") from error
    if head.startswith(_TIFF):
        return head
    found = _XML.search(head)
    if not found and not head.startswith((*_SIGNED, _DATABASE)):
        found = _LABELS.search(head)
    if found:
        words = found[0].decode("ascii", "replace").lstrip("<").strip()
        raise InputError(
            f"{name} holds text (“{words}”) that points to other files or to a server, where pixels "
            "should be; it is not read for safety. Convert what it stands for with gdal_translate."
        )
    return head
