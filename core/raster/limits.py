"""Limits on what a file may claim: small files of huge claims are refused before time and memory grow with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL.TiffImagePlugin import ImageFileDirectory_v2
from rasterio.io import DatasetReader

from ..errors import InputError

MOST_BANDS = 4096
MOST_PIXELS = 2**50
"""Of one date; a hundred times what 10 m pixels take for all land and sea."""
MOST_GRID_PIXELS = 2**44
"""Of the grid of a pair: GDAL keeps tables of its blocks, which grow with it."""
MOST_BLOCK_BYTES = 2**30
"""Largest unpacked block (strip or tile): GDAL unpacks a whole one for any pixel of it."""
MOST_SEQUENCE_BYTES = 2 * 2**30
"""Largest unpacked image or strip that is read row by row, from its first row on whenever rows above are wanted."""
_SEQUENTIAL = ("PNG", "JPEG", "WEBP")
_ROWS_PER_STRIP = 278


def check_claims(src: DatasetReader, path: Path) -> None:
    """Refuse a raster that cannot be read piece by piece.

    Raises:
        InputError: it has too many bands, or its smallest readable piece is too large.
    """
    if src.count > MOST_BANDS:
        raise InputError(
            f"{path.name} has {src.count:,} bands; at most {MOST_BANDS:,} can be read. Copy the ones that "
            f"you mean: gdal_translate -b 1 -b 2 -b 3 {path.name} rgb.tif."
        )
    if src.count == 0:
        return
    rows, cols = src.block_shapes[0]
    most = MOST_BLOCK_BYTES
    if src.driver in _SEQUENTIAL:
        rows, most = src.height, MOST_SEQUENCE_BYTES
    elif src.driver == "GTiff" and src.compression is not None and rows == 1:
        rows, most = max(rows, min(src.height, _rows_per_strip(path))), MOST_SEQUENCE_BYTES
    together = src.count if src.interleaving is not None and src.interleaving.value == "PIXEL" else 1
    size = rows * cols * together * np.dtype(src.dtypes[0]).itemsize
    if size > most:
        raise InputError(
            f"{path.name} is stored in pieces of {rows:,} × {cols:,} pixels, {size / 2**30:,.1f} GiB each "
            "when unpacked, so that no part of it can be read alone; make it anew in tiles: "
            f'gdal_translate -of COG "{path.name}" "{path.stem}_cog.tif".'
        )


def check_grid(width: int, height: int, name: str, most: int = MOST_PIXELS) -> None:
    """Refuse a raster or grid of more pixels than can be laid out.

    Args:
        width: columns.
        height: rows.
        name: what has so many, as the beginning of a sentence.
        most: pixels that are allowed.
    """
    if width * height > most:
        raise InputError(
            f"{name} has {width:,} × {height:,} pixels, more than can be laid out; check its pixel size, "
            "or cut a part of it out with gdal_translate -projwin or, of both dates, with --extent."
        )


def _rows_per_strip(path: Path) -> int:
    """Rows of a strip as the file says; 1 where it does not (GDAL shows large strips as rows)."""
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
            big = head[2] in (43,) or head[3] in (43,)
            directory = ImageFileDirectory_v2(head if big else head[:8])
            stream.seek(directory.next)
            directory.load(stream)
            return int(directory.get(_ROWS_PER_STRIP, 1))
    except Exception:  # whatever is wrong with it, GDAL has read it
        return 1
