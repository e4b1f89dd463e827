"""The part of a raster on a server that a job needs, and its copy in a local GeoTIFF, pixel by pixel the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.io import DatasetReader, DatasetWriter
from rasterio.windows import Window

from ..errors import InputError
from .addresses import shown

MARGIN_PX = 16
"""Around what is needed, so that resampling at its edge sees what it would see in the whole raster."""
PART_PX = 2048
"""Side of what is read at once, about."""
_TILE = 256
NAMESPACE = "DESCRIBE_CHANGES"
"""Of the tags in a copy that say where it comes from."""


@dataclass(frozen=True)
class Box:
    """A rectangle on the ground: xmin, ymin, xmax, ymax in a CRS."""

    bounds: tuple[float, float, float, float]
    crs: CRS


def check_copyable(src: DatasetReader, address: str) -> None:
    """Refuse a raster of which no part can be cut out.

    Raises:
        InputError: it has no geotransform or no CRS, or holds several images.
    """
    if src.count == 0 or src.transform.is_identity or src.crs is None:
        raise InputError(
            f"{shown(address)} says not where it lies (no geotransform or no reference system), so that no part of it "
            "can be asked for; download it and georeference it."
        )
    if src.transform.determinant == 0 or not all(map(math.isfinite, src.transform)):
        raise InputError(f"{shown(address)} has a geotransform without area; it cannot be read in parts.")


def box_of(src: DatasetReader) -> Box:
    """Return the rectangle around a raster, which may be rotated, in its own CRS."""
    return box_around(src.transform, src.width, src.height, CRS.from_wkt(src.crs.to_wkt()))


def box_around(transform: Affine, width: int, height: int, crs: CRS) -> Box:
    """Return the rectangle around so many pixels."""
    x, y = _through(transform, (0, width, width, 0), (0, 0, height, height))
    return Box((float(x.min()), float(y.min()), float(x.max()), float(y.max())), crs)


def union(boxes: Sequence[Box]) -> Box:
    """Return the rectangle around several, in the CRS of the first."""
    crs = boxes[0].crs
    moved = [bounds for box in boxes if (bounds := bounds_in(box, crs)) is not None]
    low, high = np.array(moved)[:, :2].min(axis=0), np.array(moved)[:, 2:].max(axis=0)
    return Box((float(low[0]), float(low[1]), float(high[0]), float(high[1])), crs)


def bounds_in(box: Box, crs: CRS) -> tuple[float, float, float, float] | None:
    """Return a rectangle around a box in another CRS; None where that cannot say, as across the antimeridian."""
    if box.crs.equals(crs):
        return box.bounds
    try:
        moved = Transformer.from_crs(box.crs, crs, always_xy=True).transform_bounds(*box.bounds, densify_pts=21)
    except ProjError:
        return None
    if not all(map(math.isfinite, moved)) or moved[0] >= moved[2] or moved[1] >= moved[3]:
        return None
    return (float(moved[0]), float(moved[1]), float(moved[2]), float(moved[3]))


def window_of(src: DatasetReader, wanted: Sequence[Box]) -> Window | None:
    """Return the pixels of a raster that lie in all of some boxes, with a margin, out to the edges of its blocks.

    Args:
        src: the raster, which need not be north-up.
        wanted: rectangles on the ground; one that its CRS cannot say does not count.

    Returns:
        None where nothing of it lies there.
    """
    own = CRS.from_wkt(src.crs.to_wkt())
    left, top, right, bottom = 0.0, 0.0, float(src.width), float(src.height)
    for box in wanted:
        bounds = bounds_in(box, own)
        if bounds is None:
            continue
        x = (bounds[0], bounds[2], bounds[2], bounds[0])
        y = (bounds[1], bounds[1], bounds[3], bounds[3])
        cols, rows = _through(~src.transform, x, y)
        left, right = max(left, float(cols.min())), min(right, float(cols.max()))
        top, bottom = max(top, float(rows.min())), min(bottom, float(rows.max()))
    if left >= right or top >= bottom:
        return None
    high, wide = src.block_shapes[0]
    col, row = _down(left - MARGIN_PX, wide), _down(top - MARGIN_PX, high)
    end_col = min(src.width, _down(right + MARGIN_PX, wide) + wide)
    end_row = min(src.height, _down(bottom + MARGIN_PX, high) + high)
    return Window(col, row, end_col - col, end_row - row)


def copied_bytes(src: DatasetReader, window: Window) -> int:
    """Return how much a copy of a window is at most, uncompressed."""
    return int(window.width * window.height * sum(np.dtype(kind).itemsize for kind in src.dtypes))


def parts(src: DatasetReader, window: Window) -> Iterator[Window]:
    """Yield the windows, whole blocks each, in which a window is copied."""
    high, wide = src.block_shapes[0]
    rows = max(1, PART_PX // high) * high
    cols = window.width if wide >= window.width else max(1, PART_PX // wide) * wide
    for row in range(int(window.row_off), int(window.row_off + window.height), rows):
        for col in range(int(window.col_off), int(window.col_off + window.width), int(cols)):
            yield Window(
                col,
                row,
                min(cols, window.col_off + window.width - col),
                min(rows, window.row_off + window.height - row),
            )


def copy_window(src: DatasetReader, window: Window, path: Path, origin: str, advance: Callable[[], None]) -> None:
    """Write a window of a raster into a tiled GeoTIFF, with masks, colours, band names, no-data value and tags.

    Args:
        src: the raster.
        window: pixels to copy.
        path: file to make.
        origin: where the pixels come from; kept as a tag.
        advance: called after each of :func:`parts`; may raise to stop.
    """
    profile = {
        "driver": "GTiff",
        "width": int(window.width),
        "height": int(window.height),
        "count": src.count,
        "dtype": src.dtypes[0],
        "crs": src.crs,
        "transform": src.transform @ Affine.translation(window.col_off, window.row_off),
        "nodata": src.nodata,
        "tiled": True,
        "blockxsize": _TILE,
        "blockysize": _TILE,
        "compress": "deflate",
        "bigtiff": "IF_SAFER",
    }
    own_mask = MaskFlags.per_dataset in src.mask_flag_enums[0] and MaskFlags.alpha not in src.mask_flag_enums[0]
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK="YES"), rasterio.open(path, "w", **profile) as dst:
        _copy_description(src, dst, origin, window)
        for part in parts(src, window):
            place = Window(part.col_off - window.col_off, part.row_off - window.row_off, part.width, part.height)
            dst.write(src.read(window=part), window=place)
            if own_mask:
                dst.write_mask(src.read_masks(1, window=part), window=place)
            advance()


def same_pixels(src: DatasetReader, window: Window, path: Path) -> bool:
    """Return whether a copy made before still shows what the server has, by a block in the middle of the window."""
    high, wide = src.block_shapes[0]
    col = int(window.col_off + _down(window.width / 2, wide))
    row = int(window.row_off + _down(window.height / 2, high))
    part = Window(
        col,
        row,
        min(wide, window.col_off + window.width - col),
        min(high, window.row_off + window.height - row),
    )
    place = Window(col - window.col_off, row - window.row_off, part.width, part.height)
    with rasterio.open(path) as copy:
        return bool(np.array_equal(src.read(window=part), copy.read(window=place)))


def _copy_description(src: DatasetReader, dst: DatasetWriter, origin: str, window: Window) -> None:
    dst.colorinterp = src.colorinterp
    dst.descriptions = src.descriptions
    dst.scales, dst.offsets, dst.units = src.scales, src.offsets, src.units
    if src.colorinterp[0] == ColorInterp.palette:
        dst.write_colormap(1, src.colormap(1))
    dst.update_tags(**{name: value for name, value in src.tags().items() if name != "AREA_OR_POINT"})
    if src.tags().get("AREA_OR_POINT") == "Point":
        dst.update_tags(AREA_OR_POINT="Point")
    dst.update_tags(ns="IMAGERY", **src.tags(ns="IMAGERY"))
    for band in range(1, src.count + 1):
        dst.update_tags(band, **src.tags(band))
    place = f"{window.col_off},{window.row_off},{window.width},{window.height}"
    dst.update_tags(ns=NAMESPACE, ORIGIN=origin, WINDOW=place)


def _through(
    transform: Affine, x: Sequence[float], y: Sequence[float]
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Take points through a transform."""
    a, b = np.asarray(x, float), np.asarray(y, float)
    return (
        transform.a * a + transform.b * b + transform.c,
        transform.d * a + transform.e * b + transform.f,
    )


def _down(value: float, step: int) -> int:
    """Return the largest multiple of a step that is not above a value, from 0."""
    return max(0, math.floor(value / step) * step)
