"""The masks of a run as one cloud-optimised GeoTIFF with the colours QGIS opens it with.

Convention: band 1 is the class mask (0 no change, k the k-th channel, 255 no data); band 1 + k is the
probability of the k-th channel (0…254, scale 1/254, 255 no data). No data is never zero: zero is a finding.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.windows import Window as RasterioWindow

from ..errors import EngineFault
from ..raster.grid import Grid, Window
from .atomic import replacing
from .palette import LegendEntry, legend
from .styles import mask_qml

NODATA = 255
PROBABILITY_MAX = 254

Block = tuple[Window, NDArray[np.uint8], NDArray[np.uint8]]
"""Window in grid pixels, class mask (h, w), probabilities (C, h, w)."""


def quantise(probabilities: NDArray[np.floating[Any]], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return probabilities (C, h, w) in 0…1 as bytes 0…254, with 255 where ``valid`` (h, w) is false."""
    scaled = np.rint(np.clip(np.nan_to_num(probabilities), 0.0, 1.0) * PROBABILITY_MAX).astype(np.uint8)
    return np.where(valid[None], scaled, np.uint8(NODATA))


def write_mask_cog(
    path: Path,
    grid: Grid,
    channels: Sequence[Any],
    blocks: Iterable[Block],
    *,
    overwrite: bool = False,
) -> None:
    """Write class mask and probabilities block by block, complete or not at all.

    A ``*.qml`` beside the raster gives QGIS the classes' names and colours: TIFF has no room for a colour
    table in a file of several bands.

    Args:
        path: GeoTIFF to make.
        grid: grid of the run; pixels that no block covers become no data.
        channels: the pack's channels in order (``name``, ``class_name``, ``direction``), C of them.
        blocks: window, class mask uint8 (h, w) and probabilities uint8 (C, h, w) of each block.
        overwrite: whether an existing ``path`` may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
        EngineFault: a block does not fit its window or the channels.
    """
    entries = legend(channels)
    with replacing(path, overwrite=overwrite) as part:
        scratch = part.with_name("plain.tif")
        _write_plain(scratch, grid, entries, blocks)
        rasterio.shutil.copy(
            scratch,
            part,
            driver="COG",
            COMPRESS="DEFLATE",
            LEVEL="6",
            BLOCKSIZE="512",
            OVERVIEWS="IGNORE_EXISTING",
            OVERVIEW_RESAMPLING="NEAREST",
            OVERVIEW_COMPRESS="DEFLATE",
            BIGTIFF="IF_SAFER",
        )
    _write_text(path.with_suffix(".qml"), mask_qml(entries))


def _write_plain(path: Path, grid: Grid, entries: tuple[LegendEntry, ...], blocks: Iterable[Block]) -> None:
    """Write the tiled GeoTIFF from which GDAL's COG driver copies."""
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "width": grid.width,
        "height": grid.height,
        "count": 1 + len(entries),
        "dtype": "uint8",
        "crs": CRS.from_wkt(grid.crs.to_wkt()),
        "transform": grid.transform,
        "nodata": NODATA,
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
        "interleave": "band",
        "compress": "deflate",
        "zlevel": 1,
        "bigtiff": "if_safer",
        "sparse_ok": True,
    }
    with rasterio.open(path, "w", **profile) as target:
        _describe(target, entries)
        for window, mask, probabilities in blocks:
            shape = (window.height, window.width)
            if mask.shape != shape or probabilities.shape != (len(entries), *shape):
                raise EngineFault(
                    f"A block of {shape} came with a mask of {mask.shape} and probabilities of "
                    f"{probabilities.shape} for {len(entries)} channels."
                )
            place = RasterioWindow(window.col, window.row, window.width, window.height)
            target.write(mask, 1, window=place)
            target.write(probabilities, list(range(2, 2 + len(entries))), window=place)


def _describe(target: Any, entries: tuple[LegendEntry, ...]) -> None:
    """Put names, meaning of the values and scale into the file itself."""
    target.set_band_description(1, "class")
    classes = {f"CLASS_{entry.value}": entry.name for entry in entries}
    colours = {f"COLOUR_{entry.value}": entry.hex for entry in entries}
    target.update_tags(1, CLASS_0="no change", **classes, **colours)
    for entry in entries:
        target.set_band_description(1 + entry.value, f"probability of {entry.name}")
    target.scales = (1.0, *(1.0 / PROBABILITY_MAX for _ in entries))


def _write_text(path: Path, text: str) -> None:
    """Write a small text file at once."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
