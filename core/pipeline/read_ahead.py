"""Reading a block's pixels in a thread, and those of the next one while the network works on the first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import rasterio

from ..raster.aoi import TileSelection
from ..raster.pair import RasterPair
from ..raster.radiometry import Stretch
from ..raster.tiling import Block, Tile
from .block_reader import HaloBlock, read_block_with_halo

_POLL_SECONDS = 0.1

BlockPixels = tuple[list[Tile], HaloBlock]
"""The wanted tiles that share a pixel with a block, ascending, and all pixels that they need."""


class _NotWanted(Exception):
    """Nobody waits any more for what is being read."""


@dataclass(frozen=True)
class _Reading:
    """A block that is being read."""

    block: Block
    pixels: Future[BlockPixels]
    not_wanted: threading.Event


class BlockReader:
    """Reads the pixels of blocks, one block ahead.

    One thread reads everything, from files that it has opened for itself: GDAL's files bear one thread at a time, and
    others may read the pair meanwhile.

    Args:
        pair: both dates; stays open.
        stretch: the run's radiometric constants.
        choice: the tiles that the run is about.
    """

    def __init__(self, pair: RasterPair, stretch: Stretch, choice: TileSelection) -> None:
        self._pair, self._stretch, self._choice = pair, stretch, choice
        self._thread = ThreadPoolExecutor(1, "reader")
        self._own: RasterPair | None = None  # of the thread
        self._ahead: _Reading | None = None

    def read(self, block: Block, following: Block | None, check: Callable[[], None]) -> BlockPixels:
        """Return what a block's tiles need, and begin to read the block that is likely to be asked for next.

        Args:
            block: whose pixels are wanted, with at least one wanted tile.
            following: the next block; None where that is not known or nothing is left.
            check: called while waiting; raises to stop.
        """
        reading, self._ahead = self._ahead, None
        if reading is None or reading.block != block:
            if reading is not None:
                reading.not_wanted.set()
            reading = self._begin(block)
        try:
            while not wait([reading.pixels], _POLL_SECONDS).done:
                check()
        except BaseException:
            reading.not_wanted.set()
            raise
        found = reading.pixels.result()
        if following is not None:
            self._ahead = self._begin(following)
        return found

    def close(self) -> None:
        """Stop reading and close the thread's files."""
        if self._ahead is not None:
            self._ahead.not_wanted.set()
        self._thread.shutdown()
        if self._own is not None:
            self._own.close()

    def _begin(self, block: Block) -> _Reading:
        not_wanted = threading.Event()
        return _Reading(block, self._thread.submit(self._read, block, not_wanted), not_wanted)

    def _read(self, block: Block, not_wanted: threading.Event) -> BlockPixels:
        def check() -> None:
            if not_wanted.is_set():
                raise _NotWanted

        check()
        with rasterio.Env():  # of this thread
            if self._own is None:
                self._own = self._pair.reopened()
            tiles = self._choice.intersecting(block.window)
            return tiles, read_block_with_halo(self._own, self._stretch, tiles, check)
