"""The masks of a run as cloud-optimised GeoTIFFs: the classes in one file, their probabilities in another.

Convention: the class mask has one band with a colour table (0 no change, k the k-th channel, 255 no data), so that any
program shows it; band k of the other file is the probability of the k-th channel (0…254, scale 1/254, 255 no data).
No data is never zero: zero is a finding.

GDAL's own COG driver writes both; `rio-cogeo` wraps the same driver and serves as the tests' validator.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.windows import Window as RasterioWindow

from ..errors import InternalError
from ..raster.grid import Grid
from ..raster.tiling import Window
from ..schema import NODATA
from .atomic import atomic_write
from .existing import GENERATOR, kind_of
from .legend import LegendEntry, legend
from .styles import mask_categories, mask_qml

PROBABILITY_MAX = 254
_NO_CHANGE = "no change"

_WHITE, _GREY = (255, 255, 255), (200, 200, 200)

Block = tuple[Window, NDArray[np.uint8]]
"""Window in grid pixels and its pixels: class mask (h, w) or probabilities (C, h, w)."""


def to_uint8(probabilities: NDArray[np.floating[Any]], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return probabilities (C, h, w) in 0…1 as bytes 0…254, with 255 where ``valid`` (h, w) is false."""
    found = np.zeros(probabilities.shape, np.uint8)
    if probabilities.any():
        scaled = np.fmax(probabilities, 0.0)  # and NaN becomes 0
        np.fmin(scaled, 1.0, out=scaled)
        scaled *= PROBABILITY_MAX
        np.rint(scaled, out=found, casting="unsafe")
    np.copyto(found, NODATA, where=~valid)
    return found


def write_mask_cog(
    path: Path,
    grid: Grid,
    channels: Sequence[Any],
    blocks: Iterable[Block],
    *,
    overwrite: bool = False,
) -> None:
    """Write the class mask block by block, complete or not at all.

    Beside it lie the names of the classes for GDAL (``*.tif.aux.xml``; TIFF has no place for them) and QGIS's style
    (``*.qml``), in which no change is transparent. One that is not ours stays.

    Args:
        path: GeoTIFF to make.
        grid: grid of the run; pixels that no block covers become no data.
        channels: the pack's channels in order (``name``, ``class_name``, ``transition``).
        blocks: window and class mask uint8 (h, w) of each block.
        overwrite: whether an existing ``path`` may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
        InternalError: a block does not fit its window.
    """
    entries = legend(channels)

    def describe(target: Any) -> None:
        target.set_band_description(1, "class")
        target.write_colormap(1, {0: _WHITE, NODATA: _GREY, **{entry.value: entry.colour for entry in entries}})
        names = {f"CLASS_{entry.value}": entry.name for entry in entries}
        target.update_tags(1, CLASS_0=_NO_CHANGE, **names, **{f"COLOUR_{e.value}": e.hex for e in entries})

    _write_cog(path, "mask", grid, 1, ((window, mask[None]) for window, mask in blocks), describe, overwrite)
    _write_beside(path.with_name(path.name + ".aux.xml"), mask_categories(entries))
    _write_beside(path.with_suffix(".qml"), mask_qml(entries))


def write_probabilities_cog(
    path: Path,
    grid: Grid,
    channels: Sequence[Any],
    blocks: Iterable[Block],
    *,
    overwrite: bool = False,
) -> None:
    """Write the probability of each channel as a band of its own, complete or not at all.

    Args:
        path: GeoTIFF to make.
        grid: grid of the run; pixels that no block covers become no data.
        channels: the pack's channels in order, C of them.
        blocks: window and probabilities uint8 (C, h, w) of each block.
        overwrite: whether an existing ``path`` may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
        InternalError: a block does not fit its window or the channels.
    """
    entries: tuple[LegendEntry, ...] = legend(channels)

    def describe(target: Any) -> None:
        for band, entry in enumerate(entries, start=1):
            target.set_band_description(band, f"probability of {entry.name}")
        target.scales = (1.0 / PROBABILITY_MAX,) * len(entries)
        # said aloud, for GDAL takes three bands of bytes for red, green and blue, and a fourth for alpha
        target.colorinterp = [ColorInterp.gray, *[ColorInterp.undefined] * (len(entries) - 1)]

    _write_cog(path, "probabilities", grid, len(entries), blocks, describe, overwrite)


def _write_cog(
    path: Path,
    kind: str,
    grid: Grid,
    count: int,
    blocks: Iterable[Block],
    describe: Callable[[Any], None],
    overwrite: bool,
) -> None:
    """Write blocks (count, h, w) into a tiled GeoTIFF and copy that in the order of a COG, with overviews."""
    with atomic_write(path, kind, overwrite=overwrite) as part:
        scratch = part.parent / "scratch" / "tiled.tif"  # in a folder of its own: `part` may end in tiled.tif
        scratch.parent.mkdir()
        _write_tiled(scratch, grid, count, blocks, describe)
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


def _write_tiled(path: Path, grid: Grid, count: int, blocks: Iterable[Block], describe: Callable[[Any], None]) -> None:
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "width": grid.width,
        "height": grid.height,
        "count": count,
        "dtype": "uint8",
        "crs": CRS.from_wkt(grid.crs.to_wkt()),
        "transform": grid.transform,
        "nodata": NODATA,
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
        "interleave": "band",
        "photometric": "minisblack" if count > 1 else "palette",
        "alpha": "no",
        "compress": "deflate",
        "zlevel": 1,
        "bigtiff": "if_safer",
        "sparse_ok": True,
    }
    with rasterio.open(path, "w", **profile) as target:
        target.update_tags(TIFFTAG_SOFTWARE=GENERATOR)
        describe(target)
        for window, pixels in blocks:
            if pixels.shape != (count, window.height, window.width):
                raise InternalError(
                    f"A block of {window.height} × {window.width} pixels and {count} bands came as {pixels.shape}."
                )
            target.write(pixels, window=RasterioWindow(window.col, window.row, window.width, window.height))


def _write_beside(path: Path, text: str) -> None:
    """Write a small text beside a mask, unless another program's or the user's own lies there."""
    if os.path.lexists(path) and (path.is_symlink() or kind_of(path) not in ("style", "empty")):
        return
    with atomic_write(path, "style", overwrite=True) as part:
        part.write_text(text, encoding="utf-8")
