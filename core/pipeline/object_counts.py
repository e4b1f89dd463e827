"""Count the buildings of each changed area, from the probabilities of the blocks beneath it.

Areas come from top to bottom, blocks lie row by row. So the areas that begin in one row of blocks are counted together,
from left to right: each block is unpacked about once, and memory holds a few of them. What is counted does not depend
on the size of the blocks, since their probabilities do not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ...common.site_facts import BUILDING
from ..captions.instances import LEAST_M2, MOST_PIXELS, count_instances
from ..io.records import ChangeRecord
from ..models.config import Channel
from ..raster.grid import Grid
from ..raster.polygons import fill_outline, to_pixels
from ..raster.tiling import Block, Window

_UNKNOWN, _LEVELS = 255, 254
_PLACED_AT_ONCE = 512
_BLOCKS_KEPT = 4  # unpacked; one of 2048 px takes 4 MB a channel


def with_object_counts(
    changes: Iterable[ChangeRecord],
    grid: Grid,
    channels: Sequence[Channel],
    blocks: Sequence[Block],
    read: Callable[[int], NDArray[np.uint8]],
) -> Iterator[ChangeRecord]:
    """Yield changed areas in their order, those of buildings with the number of buildings.

    Args:
        changes: from top to bottom, with outlines along the edges of pixels.
        grid: the run's grid.
        channels: of the class mask, in order.
        blocks: the blocks that hold something.
        read: gives the probabilities of a block by its number, (C, h, w), 0–254, 255 unknown.
    """
    if not any(channel.class_name == BUILDING for channel in channels):
        yield from changes
        return
    counter = _Counter(channels, blocks, read)
    for _, batch in groupby(_placed(changes, grid), key=lambda placed: placed.window.row // counter.height):
        areas = list(batch)
        order = sorted(range(len(areas)), key=lambda number: areas[number].window.col)
        counts = {number: counter.count(areas[number]) for number in order}
        yield from (replace(placed.area, objects=counts[number]) for number, placed in enumerate(areas))


@dataclass(frozen=True)
class _Placed:
    """A changed area with its outline in pixel coordinates, and the window around it."""

    area: ChangeRecord
    outline: BaseGeometry
    window: Window


def _placed(changes: Iterable[ChangeRecord], grid: Grid) -> Iterator[_Placed]:
    source = iter(changes)
    while some := list(islice(source, _PLACED_AT_ONCE)):
        outlines = to_pixels([area.geometry for area in some], grid.transform)
        bounds = np.rint(shapely.bounds(outlines)).astype(np.int64).tolist()
        for area, outline, (left, top, right, bottom) in zip(some, outlines, bounds, strict=True):
            yield _Placed(area, outline, Window(top, left, bottom - top, right - left))


class _Counter:
    """Counts areas, with the blocks that it has unpacked.

    Attributes:
        height: rows of a block.
    """

    def __init__(
        self, channels: Sequence[Channel], blocks: Sequence[Block], read: Callable[[int], NDArray[np.uint8]]
    ) -> None:
        self._read = read
        self._index: dict[tuple[str, str], int] = {
            (channel.class_name, channel.transition): n for n, channel in enumerate(channels)
        }
        self.height = max((block.window.height for block in blocks), default=1)
        self._width = max((block.window.width for block in blocks), default=1)
        self._blocks = {(block.row_index, block.col_index): block for block in blocks}
        self._kept: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()

    def count(self, placed: _Placed) -> int:
        """Return the number of objects of an area; 0 where they are not told apart."""
        area, window = placed.area, placed.window
        if area.class_name != BUILDING:
            return 0
        if area.area_m2 < 2 * LEAST_M2:
            return 1
        if window.height * window.width > MOST_PIXELS:
            return 0
        patch = fill_outline(placed.outline, window)
        probabilities = self._window(window, self._index[area.class_name, area.transition])
        pixel_m2 = area.area_m2 / max(int(np.count_nonzero(patch)), 1)
        return count_instances(probabilities, patch, pixel_m2)

    def _window(self, window: Window, channel: int) -> NDArray[np.float32]:
        """Return the probabilities of a channel, (h, w); 0 where nothing is known."""
        found = np.zeros((window.height, window.width), np.float32)
        for block in self._touching(window):
            part = block.window.intersection(window)
            if part is None:
                continue
            rows, cols = part.row - block.window.row, part.col - block.window.col
            values = self._block(block.block_id)[channel, rows : rows + part.height, cols : cols + part.width]
            top, left = part.row - window.row, part.col - window.col
            known = np.where(values == _UNKNOWN, 0, values).astype(np.float32) / _LEVELS
            found[top : top + part.height, left : left + part.width] = known
        return found

    def _touching(self, window: Window) -> Iterator[Block]:
        rows = range(window.row // self.height, (window.row_stop - 1) // self.height + 1)
        cols = range(window.col // self._width, (window.col_stop - 1) // self._width + 1)
        yield from (self._blocks[place] for place in product(rows, cols) if place in self._blocks)

    def _block(self, number: int) -> NDArray[np.uint8]:
        if number in self._kept:
            self._kept.move_to_end(number)
        else:
            self._kept[number] = self._read(number)
            if len(self._kept) > _BLOCKS_KEPT:
                self._kept.popitem(last=False)
        return self._kept[number]
