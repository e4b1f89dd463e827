"""From overlapping tile predictions to one seamless block: discard a margin, then blend with cosines.

A convolution is exact only where its receptive field lies inside the tile, so the outer `margin` pixels of a
tile are discarded wherever a neighbour covers them; what still overlaps is blended with weights that rise and
fall as half a cosine. At the grid's own edge nothing is discarded: there is no neighbour to do better.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ..errors import InternalError
from .tiling import Axis, Tile, TileLattice, Window

Float32 = npt.NDArray[np.float32]


def blend_weights(tile: Tile, lattice: TileLattice, margin: int) -> Float32:
    """Weights of one tile's pixels in the mosaic.

    Args:
        tile: a tile of `lattice`.
        lattice: the global lattice.
        margin: pixels to discard at edges that a neighbouring tile covers; at least the receptive radius of
            the model for an exact mosaic. Where two tiles share less than 2 × margin, each gives up half.

    Returns:
        (T, T) in 0 … 1; every pixel of the grid has a positive weight in at least one tile.
    """
    down = _axis_weights(lattice.rows, tile.row_index, margin)
    across = _axis_weights(lattice.cols, tile.col_index, margin)
    return down[:, None] * across[None, :]


def mosaic_block(
    window: Window,
    predictions: Iterable[tuple[Tile, Float32 | None]],
    lattice: TileLattice,
    margin: int,
    *,
    channels: int,
    allow_missing: bool = False,
) -> Float32:
    """Blend tile predictions over a window.

    Sums run in the order of tile ids at every pixel, so any partition of the grid into windows gives the same
    bits. Predictions are consumed one at a time.

    Args:
        window: part of the grid to fill.
        predictions: (tile, float32 (C, T, T), or None for zeros) ascending by tile id; at least the tiles that
            `lattice.tiles_intersecting(window)` names; further ones are ignored.
        lattice: the global lattice.
        margin: as in `blend_weights`, pixels.
        channels: C.
        allow_missing: leave pixels that no prediction covers at 0 (a tile that could not be read) instead of
            raising.

    Returns:
        float32 (C, h, w).

    Raises:
        InternalError: a pixel of the window is covered by no prediction, or ids do not ascend.
    """
    total = np.zeros((channels, window.height, window.width), np.float32)
    weights = np.zeros((window.height, window.width), np.float32)
    last_id = -1
    for tile, values in predictions:
        if tile.tile_id <= last_id:
            raise InternalError("Predictions must come in ascending order of tile ids.")
        last_id = tile.tile_id
        # Where the weight is zero the values may be anything, NaN included.
        common = window.intersection(_weighed(tile, lattice, margin))
        if common is None:
            continue
        into, (rows, cols) = common.slices(window), common.slices(tile.window)
        weight = blend_weights(tile, lattice, margin)[rows, cols]
        weights[into] += weight
        if values is not None:
            total[:, into[0], into[1]] += values[:, rows, cols] * weight
    if last_id < 0:
        raise InternalError(f"No predictions for the window {window}.")
    covered = bool((weights > 0).all())
    if not allow_missing and not covered:
        raise InternalError(f"Predictions leave a part of the window {window} uncovered.")
    if not total.any():
        return total
    return np.divide(total, weights, out=total, where=True if covered else weights > 0)


def _weighed(tile: Tile, lattice: TileLattice, margin: int) -> Window:
    """The part of a tile whose weights are above zero."""
    (top, bottom), (left, right) = (
        np.flatnonzero(weights)[[0, -1]].tolist()
        for weights in (
            _axis_weights(lattice.rows, tile.row_index, margin),
            _axis_weights(lattice.cols, tile.col_index, margin),
        )
    )
    return Window(tile.window.row + top, tile.window.col + left, bottom - top + 1, right - left + 1)


@lru_cache(maxsize=256)
def _axis_weights(axis: Axis, index: int, margin: int) -> Float32:
    """Weights along one axis, (T,) in 0 … 1: zero, rise, one, fall, zero."""
    weights = np.ones(axis.tile_size, np.float32)
    start = axis.start(index)
    if index > 0:
        shared = axis.start(index - 1) + axis.tile_size - start
        discard = min(margin, shared // 2)
        weights[: shared - discard] *= _rise(discard, shared - 2 * discard)
    if index < len(axis) - 1:
        shared = start + axis.tile_size - axis.start(index + 1)
        discard = min(margin, shared // 2)
        weights[axis.tile_size - shared + discard :] *= _rise(discard, shared - 2 * discard)[::-1]
    weights.setflags(write=False)
    return weights


def _rise(zeros: int, length: int) -> Float32:
    """`zeros` zeros, then half a cosine from just above 0 to just below 1 over `length` pixels."""
    steps = (np.arange(length, dtype=np.float64) + 0.5) / max(length, 1)
    ramp = 0.5 - 0.5 * np.cos(np.pi * steps)
    return np.concatenate([np.zeros(zeros), ramp]).astype(np.float32)
