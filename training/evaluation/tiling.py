"""A pair of any size as the tiles that a pack looks at, and their masks back at the pair's own resolution.

A captioned pair is one picture and must be one tile: it is resampled to fill the tile where that keeps or brings
its ground sample distance (GSD) within what the pack was trained on, so a 128 px pair at 1 m is seen as 256 px
at 0.5 m. A pair without captions that is larger than a tile is cut into tiles at the resolution that the engine would
work at.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.models.packs import PackInput
from ...core.pipeline.planning import target_gsd

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class TilingPlan:
    """Plan by which a pair was cut into tiles.

    Attributes:
        size: (H, W) of the pair in pixels.
        scaled: (H', W') after resampling.
        origins: upper left corner (row, col) of each tile in the resampled pair.
        tile_size: side of a tile in pixels; what lies outside the pair is invalid.
    """

    size: tuple[int, int]
    scaled: tuple[int, int]
    origins: tuple[tuple[int, int], ...]
    tile_size: int


def plan_tiling(
    size: tuple[int, int], gsd_m: float | None, expected: PackInput, *, whole: bool, read_at_m: float | None = None
) -> TilingPlan:
    """Decide on resampling and tiles.

    Args:
        size: (H, W) of the pair in pixels.
        gsd_m: its metres per pixel, or None where unknown.
        expected: tile size and GSD range of the pack.
        whole: the pair must be one tile (it has captions).
        read_at_m: metres per pixel to resample to, in place of what the engine would choose.

    Returns:
        One tile if the pair is `whole` or not larger than a tile, else tiles side by side, the last of a row or
        column moved inwards.
    """
    side = expected.tile_size
    if gsd_m is not None and not whole:
        wanted = read_at_m or target_gsd(gsd_m, expected.gsd_m, expected.fine_gsd_m)[0]
        if wanted is not None:
            return _side_by_side(size, gsd_m / wanted, side)
    fit = side / max(size)
    filling = fit > 1 and _gsd_misfit(gsd_m, fit, expected) <= _gsd_misfit(gsd_m, 1.0, expected)
    scale = fit if filling or (whole and fit < 1) else 1.0
    return _side_by_side(size, scale, side)


def _side_by_side(size: tuple[int, int], scale: float, side: int) -> TilingPlan:
    scaled = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    rows, cols = (_starts(length, side) for length in scaled)
    return TilingPlan(size, scaled, tuple((row, col) for row in rows for col in cols), side)


def extract_tiles(images: Pixels, frame: TilingPlan) -> tuple[Pixels, NDArray[np.bool_]]:
    """Cut (2, 3, H, W) images into (N, 2, 3, T, T) uint8 tiles and (N, 2, T, T) bool validity."""
    dates = [_resample_rgb(date, frame.scaled) for date in images]
    side, count = frame.tile_size, len(frame.origins)
    tiles = np.zeros((count, 2, 3, side, side), np.uint8)
    valid = np.zeros((count, 2, side, side), np.bool_)
    for index, (row, col) in enumerate(frame.origins):
        for date, image in enumerate(dates):
            part = image[:, row : row + side, col : col + side]
            tiles[index, date, :, : part.shape[1], : part.shape[2]] = part
            valid[index, date, : part.shape[1], : part.shape[2]] = True
    return tiles, valid


def merge_probabilities(maps: Sequence[NDArray[np.float32]], frame: TilingPlan) -> NDArray[np.float32]:
    """Join (C, T, T) maps per tile into (C, H, W) at the pair's own size; overlaps are averaged."""
    height, width = frame.scaled
    total = np.zeros((maps[0].shape[0], height, width), np.float32)
    weight = np.zeros((height, width), np.float32)
    for (row, col), values in zip(frame.origins, maps, strict=True):
        rows, cols = min(frame.tile_size, height - row), min(frame.tile_size, width - col)
        total[:, row : row + rows, col : col + cols] += values[:, :rows, :cols]
        weight[row : row + rows, col : col + cols] += 1
    return _resample_maps(total / weight, frame.size)


def _gsd_misfit(gsd_m: float | None, scale: float, expected: PackInput) -> float:
    """How far (in octaves) the GSD after resampling lies outside of the pack's range; 0 inside or unknown."""
    if gsd_m is None:
        return 0.0
    low, high = expected.gsd_m
    seen = gsd_m / scale
    return max(0.0, math.log2(low / seen), math.log2(seen / high))


def _starts(length: int, side: int) -> list[int]:
    if length <= side:
        return [0]
    return [*range(0, length - side, side), length - side]


def _resample_rgb(image: Pixels, size: tuple[int, int]) -> Pixels:
    if image.shape[1:] == size:
        return image
    from PIL import Image

    picture = Image.fromarray(np.ascontiguousarray(image.transpose(1, 2, 0)))
    resized = picture.resize((size[1], size[0]), Image.Resampling.BICUBIC)
    return np.ascontiguousarray(np.asarray(resized, dtype=np.uint8).transpose(2, 0, 1))


def _resample_maps(maps: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Resample (C, h, w) to (C, H, W): mean over the area of each pixel when made smaller."""
    if maps.shape[1:] == size:
        return maps
    from PIL import Image

    shrink = size[0] < maps.shape[1]
    method = Image.Resampling.BOX if shrink else Image.Resampling.BILINEAR
    resized = [np.asarray(Image.fromarray(one).resize((size[1], size[0]), method)) for one in maps]
    return np.stack(resized).astype(np.float32) if resized else np.zeros((0, *size), np.float32)
