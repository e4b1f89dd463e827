"""Blocks of a sparse GeoTIFF that were never written: GDAL reads them as zeros, but they are no data."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import rasterio.windows
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader

from .tiling import Window

_MOST_BLOCKS = 2_000_000  # about five seconds of asking
_LOOKS = 64  # unwritten blocks that are read to make sure


def written_area(src: DatasetReader, path: Path) -> tuple[Window, ...] | None:
    """Where a sparse GeoTIFF holds pixels.

    Args:
        src: the opened raster.
        path: its file.

    Returns:
        Rectangles of whole blocks, cut at the raster's edge; None where everything was written, which is also
        assumed of files as large as their pixels and of rasters with too many blocks to ask.
    """
    height, width = src.block_shapes[0]
    rows, cols = math.ceil(src.height / height), math.ceil(src.width / width)
    size = src.width * src.height * np.dtype(src.dtypes[0]).itemsize * src.count
    if src.driver != "GTiff" or rows * cols > _MOST_BLOCKS or path.stat().st_size >= size:
        return None
    written = np.array(
        [
            [src.get_tag_item(f"BLOCK_OFFSET_{col}_{row}", "TIFF", bidx=1) is not None for col in range(cols)]
            for row in range(rows)
        ]
    )
    if written.all() or not _empty_where_unwritten(src, written):
        return None
    return tuple(
        Window(
            row * height,
            col * width,
            min(stop * height, src.height) - row * height,
            min(end * width, src.width) - col * width,
        )
        for row, stop, col, end in rectangles(written)
    )


def _empty_where_unwritten(src: DatasetReader, written: np.ndarray) -> bool:
    """Return whether blocks without a place in the file really read as zeros.

    GDAL shows some files in other blocks than they are stored in – one compressed strip row by row, old kinds of
    JPEG – and knows no place of these blocks, although they hold pixels.
    """
    height, width = src.block_shapes[0]
    absent = np.argwhere(~written)
    beside = absent[[0, -1]]  # next to what was written, in most files
    for row, col in np.concatenate([beside, absent[:: math.ceil(len(absent) / _LOOKS)]]):
        area = rasterio.windows.Window(col * width, row * height, width, height)
        area = area.intersection(rasterio.windows.Window(0, 0, src.width, src.height))
        try:
            if src.read(1, window=area).any():
                return False
        except RasterioError:
            return False
    return True


def rectangles(written: np.ndarray) -> list[tuple[int, int, int, int]]:
    """Rectangles (row, row_stop, col, col_stop) that make up the true cells; equal rows are taken together."""
    found = []
    start = 0
    for row in range(1, len(written) + 1):
        if row < len(written) and (written[row] == written[start]).all():
            continue
        steps = np.flatnonzero(np.diff(np.concatenate([[False], written[start], [False]]).astype(np.int8)))
        found += [(start, row, int(a), int(b)) for a, b in steps.reshape(-1, 2)]
        start = row
    return found
