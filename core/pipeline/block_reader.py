"""The pixels of a block and its halo, read in one go and cut into tiles in memory.

One read of a block with its halo is nearly three times as fast as reading overlapping tiles one by one. Where
a part cannot be read, the tiles in it are tried one by one: whether a tile is readable is then a property of
the tile, not of the block it was read with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..raster.epoch import UnreadableWindow
from ..raster.pair import RasterPair
from ..raster.radiometry import Stretch
from ..raster.tiling import Tile, Window

_CHUNK_ROWS = 512  # rows read at a time, aligned as the reader stores them; spares memory for raw pixels


@dataclass
class HaloBlock:
    """All pixels that the tiles of a block need.

    Attributes:
        window: what was read, within the grid.
        images: uint8 (2, 3, h, w), before and after.
        valid: bool (2, h, w).
        unreadable: numbers of the tiles whose pixels could not be read.
        trouble: what the reader said first, empty if all was well.
    """

    window: Window
    images: NDArray[np.uint8]
    valid: NDArray[np.bool_]
    unreadable: set[int] = field(default_factory=set)
    trouble: str = ""

    @cached_property
    def both_valid(self) -> NDArray[np.bool_]:
        """Where both dates have data, (h, w); to be asked for once everything is read."""
        return np.logical_and(*self.valid)

    def crop(self, tile: Tile) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """Return a tile's (2, 3, T, T) pixels and (2, T, T) validity, filled up with invalid pixels.

        Of a tile that lies within these are the block's own, not to be written to.
        """
        if self.window.intersection(tile.window) == tile.window:
            rows, cols = tile.window.slices(self.window)
            return self.images[:, :, rows, cols], self.valid[:, rows, cols]
        size_rows, size_cols = tile.window.height, tile.window.width
        images = np.zeros((2, 3, size_rows, size_cols), np.uint8)
        valid = np.zeros((2, size_rows, size_cols), np.bool_)
        common = self.window.intersection(tile.window)
        if common is not None:
            source, target = common.slices(self.window), common.slices(tile.window)
            images[:, :, target[0], target[1]] = self.images[:, :, source[0], source[1]]
            valid[:, target[0], target[1]] = self.valid[:, source[0], source[1]]
        return images, valid


def read_block_with_halo(
    pair: RasterPair,
    stretch: Stretch,
    tiles: Sequence[Tile],
    check: Callable[[], None] = lambda: None,
) -> HaloBlock:
    """Read the pixels of some tiles that lie together.

    Args:
        pair: both dates.
        stretch: the run's radiometric constants.
        tiles: at least one, ascending.
        check: called between reads; raises to stop.
    """
    window = _bounding_window(tiles, pair.grid.window)
    block = HaloBlock(
        window,
        np.zeros((2, 3, window.height, window.width), np.uint8),
        np.zeros((2, window.height, window.width), np.bool_),
    )
    broken = []
    for top in range(window.row - window.row % _CHUNK_ROWS, window.row_stop, _CHUNK_ROWS):
        check()
        chunk = _inside(Window(top, window.col, _CHUNK_ROWS, window.width), window)
        try:
            _fill(block, pair, stretch, chunk)
        except UnreadableWindow as error:
            block.trouble = block.trouble or str(error)
            broken.append(chunk)
    for tile in tiles if broken else ():
        if any(tile.window.intersection(chunk) for chunk in broken):
            check()
            try:
                _fill(block, pair, stretch, _inside(tile.window, window))
            except UnreadableWindow:
                block.unreadable.add(tile.tile_id)
    return block


def _fill(block: HaloBlock, pair: RasterPair, stretch: Stretch, window: Window) -> None:
    pixels = pair.read(window)
    if not pixels.valid.any():
        return
    rows, cols = window.slices(block.window)
    stretch.apply(pixels, block.images[:, :, rows, cols])
    block.valid[:, rows, cols] = pixels.valid


def _bounding_window(tiles: Sequence[Tile], limit: Window) -> Window:
    windows = [tile.window for tile in tiles]
    row, col = min(window.row for window in windows), min(window.col for window in windows)
    height = max(window.row_stop for window in windows) - row
    return _inside(Window(row, col, height, max(window.col_stop for window in windows) - col), limit)


def _inside(window: Window, limit: Window) -> Window:
    common = window.intersection(limit)
    if common is None:
        raise ValueError(f"{window} lies outside {limit}")
    return common
