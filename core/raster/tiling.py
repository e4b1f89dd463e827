"""Windows, the one global tile lattice, and blocks: plain integer geometry without any CRS.

Tiles sit where the lattice says, whatever the block size, worker count or order of work; this is what makes
two runs give the same captions, masks and polygons. Nothing here holds a list as long as the image.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

_Indices = NDArray[np.int64]


class _Sized(Protocol):
    @property
    def height(self) -> int: ...
    @property
    def width(self) -> int: ...


@dataclass(frozen=True, order=True)
class Window:
    """Half-open pixel window: rows ``row … row + height − 1``, columns ``col … col + width − 1``."""

    row: int
    col: int
    height: int
    width: int

    @property
    def row_stop(self) -> int:
        """First row below the window."""
        return self.row + self.height

    @property
    def col_stop(self) -> int:
        """First column right of the window."""
        return self.col + self.width

    def intersection(self, other: Window) -> Window | None:
        """The common part, or None where the windows share no pixel."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        height = min(self.row_stop, other.row_stop) - row
        width = min(self.col_stop, other.col_stop) - col
        return Window(row, col, height, width) if height > 0 and width > 0 else None

    def slices(self, origin: Window | None = None) -> tuple[slice, slice]:
        """Row and column slices, counted from the top-left corner of `origin` (default: the grid)."""
        row0, col0 = (origin.row, origin.col) if origin else (0, 0)
        return (slice(self.row - row0, self.row_stop - row0), slice(self.col - col0, self.col_stop - col0))

    def to_list(self) -> list[int]:
        """[row, col, height, width]."""
        return [self.row, self.col, self.height, self.width]


@dataclass(frozen=True)
class Tile:
    """One tile of the lattice; its window is always tile_size × tile_size and may exceed a small grid."""

    tile_id: int
    row_index: int
    col_index: int
    window: Window


@dataclass(frozen=True)
class Axis:
    """Tile positions along one axis: multiples of the stride, the last moved inwards to end at the edge.

    Args:
        length: pixels of the grid along this axis.
        tile_size: pixels.
        stride: tile_size − overlap, pixels.
    """

    length: int
    tile_size: int
    stride: int

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return 1 + max(0, -(-(self.length - self.tile_size) // self.stride))

    def start(self, index: int) -> int:
        """First pixel of tile `index`."""
        return max(0, min(index * self.stride, self.length - self.tile_size))

    def cell(self, index: int) -> tuple[int, int]:
        """First pixel and the one behind the last of what tile `index` counts: up to the middle of each overlap."""
        low = 0 if index == 0 else (self.start(index - 1) + self.tile_size + self.start(index)) // 2
        if index == len(self) - 1:
            return low, self.length
        return low, (self.start(index) + self.tile_size + self.start(index + 1)) // 2

    def indices_touching(self, start: int, stop: int) -> range:
        """Indices of the tiles that share a pixel with ``start … stop − 1``."""
        everything = range(len(self))
        first = bisect_right(everything, start - self.tile_size, key=self.start)
        return range(first, bisect_left(everything, stop, key=self.start))

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """First pixel of each tile."""
        return np.clip(np.arange(len(self)) * self.stride, 0, max(0, self.length - self.tile_size))

    def touching(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> tuple[_Indices, _Indices]:
        """As `indices_touching` for many at once: first tile and number of tiles."""
        first = np.searchsorted(self.starts, start - self.tile_size, side="right")
        return first, np.searchsorted(self.starts, stop, side="left") - first

    def holding(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> tuple[_Indices, _Indices]:
        """Of many pieces ``start … stop − 1`` each: the first tile that holds all of it, and how many do, perhaps 0."""
        first = np.searchsorted(self.starts, stop - self.tile_size, side="left")
        return first, np.maximum(np.searchsorted(self.starts, start, side="right") - first, 0)

    def indices_starting(self, start: int, stop: int) -> range:
        """Indices of the tiles whose first pixel lies in ``start … stop − 1``."""
        everything = range(len(self))
        first = bisect_left(everything, start, key=self.start)
        return range(first, bisect_left(everything, stop, key=self.start))


@dataclass(frozen=True)
class TileLattice:
    """All tiles of a grid, computed on demand.

    Args:
        height: rows of the grid.
        width: columns of the grid.
        tile_size: pixels on a side.
        overlap: pixels that neighbouring tiles share; the last of an axis may share more.
    """

    height: int
    width: int
    tile_size: int
    overlap: int

    def __post_init__(self) -> None:
        if self.height < 1 or self.width < 1 or self.tile_size < 1:
            raise ValueError("height, width and tile_size must be positive")
        if not 0 <= self.overlap < self.tile_size:
            raise ValueError("overlap must be at least 0 and smaller than tile_size")

    @cached_property
    def rows(self) -> Axis:
        """Positions down the image."""
        return Axis(self.height, self.tile_size, self.tile_size - self.overlap)

    @cached_property
    def cols(self) -> Axis:
        """Positions across the image."""
        return Axis(self.width, self.tile_size, self.tile_size - self.overlap)

    def __len__(self) -> int:
        return len(self.rows) * len(self.cols)

    def tile_at(self, row_index: int, col_index: int) -> Tile:
        """The tile in row `row_index` and column `col_index` of the lattice."""
        rows, cols = self.rows, self.cols
        if not (0 <= row_index < len(rows) and 0 <= col_index < len(cols)):
            raise IndexError(f"no tile at ({row_index}, {col_index})")
        window = Window(rows.start(row_index), cols.start(col_index), self.tile_size, self.tile_size)
        return Tile(row_index * len(cols) + col_index, row_index, col_index, window)

    def tile(self, tile_id: int) -> Tile:
        """The tile of that id (row-major from 0)."""
        return self.tile_at(*divmod(tile_id, len(self.cols)))

    def cell(self, tile: Tile) -> Window:
        """The part of the grid that a tile counts: cells partition the grid, so figures of tiles add up."""
        (top, bottom), (left, right) = self.rows.cell(tile.row_index), self.cols.cell(tile.col_index)
        return Window(top, left, bottom - top, right - left)

    @property
    def tiles(self) -> Iterator[Tile]:
        """All tiles in the order of their ids."""
        return self._block_of(range(len(self.rows)), range(len(self.cols)))

    def tiles_intersecting(self, window: Window) -> Iterator[Tile]:
        """Tiles that share a pixel with the window, in the order of their ids."""
        return self._block_of(
            self.rows.indices_touching(window.row, window.row_stop),
            self.cols.indices_touching(window.col, window.col_stop),
        )

    def tiles_owned(self, window: Window) -> Iterator[Tile]:
        """Tiles whose top-left pixel lies in the window: each tile has exactly one owner among blocks."""
        return self._block_of(
            self.rows.indices_starting(window.row, window.row_stop),
            self.cols.indices_starting(window.col, window.col_stop),
        )

    def _block_of(self, rows: range, cols: range) -> Iterator[Tile]:
        return (self.tile_at(row, col) for row in rows for col in cols)


@dataclass(frozen=True)
class Block:
    """The unit of work and of commit: a window of whole pixels; blocks partition the grid."""

    block_id: int
    row_index: int
    col_index: int
    window: Window


def plan_blocks(grid: _Sized, block_size: int) -> list[Block]:
    """Partition a grid into blocks of block_size × block_size pixels, smaller at the right and bottom edge.

    Args:
        grid: anything with `height` and `width` in pixels.
        block_size: pixels on a side.

    Returns:
        Blocks row-major, ids from 0. A tile belongs to the block that holds its top-left pixel.
    """
    if block_size < 1:
        raise ValueError("block_size must be positive")
    columns = -(-grid.width // block_size)
    blocks = []
    for row_index in range(-(-grid.height // block_size)):
        for col_index in range(columns):
            row, col = row_index * block_size, col_index * block_size
            window = Window(row, col, min(block_size, grid.height - row), min(block_size, grid.width - col))
            blocks.append(Block(row_index * columns + col_index, row_index, col_index, window))
    return blocks
