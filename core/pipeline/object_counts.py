"""Count the buildings of each changed area, from the probabilities beneath it.

The process that outlines a block counts the areas that lie in it alone; those that cross its edges are counted when
they are joined, from the files of the blocks beneath them. What is counted does not depend on the size of the blocks,
since their probabilities do not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ...common.site_facts import BUILDING
from ..captions.instances import LEAST_M2, MOST_PIXELS, count_instances
from ..io.records import ChangeRecord
from ..models.config import Channel
from ..raster.grid import Grid
from ..raster.polygons import NOT_COUNTED, PolygonPart, fill_outline, to_pixels
from ..raster.tiling import Block, Window

_UNKNOWN, _LEVELS = 255, 254
_AT_ONCE = 2048
_BLOCKS_KEPT = 4  # unpacked; one of 2048 px takes 4 MB a channel
Place = Callable[[Window, int], NDArray[np.float32]]
"""Gives the probabilities of a channel in a window, (h, w)."""


def with_object_counts(
    changes: Iterable[ChangeRecord],
    grid: Grid,
    channels: Sequence[Channel],
    blocks: Sequence[Block],
    read: Callable[[int], NDArray[np.uint8]],
) -> Iterator[ChangeRecord]:
    """Yield changed areas in their order, those of buildings with the number of buildings.

    Areas come from top to bottom, blocks lie row by row. So those that nobody has counted yet are taken in the order of
    the blocks, some thousands at a time: each block is unpacked about once, and memory holds a few of them.

    Args:
        changes: from top to bottom, with outlines along the edges of pixels.
        grid: the run's grid.
        channels: of the class mask, in order.
        blocks: the blocks that hold something.
        read: gives the probabilities of a block by its number, (C, h, w), 0–254, 255 unknown.
    """
    numbers = _numbers_of(channels)
    under = _Blocks(blocks, read)
    source = iter(changes)
    while some := list(islice(source, _AT_ONCE)):
        left = [number for number, area in enumerate(some) if area.objects == NOT_COUNTED]
        outlines = to_pixels([some[number].geometry for number in left], grid.transform)
        bounds = np.rint(shapely.bounds(outlines)).astype(np.int64).reshape(-1, 4)
        for place in np.lexsort([bounds[:, 0], bounds[:, 1] // under.height]).tolist():
            area, outline = some[left[place]], outlines[place]
            channel = numbers.get((area.class_name, area.transition))
            some[left[place]] = replace(area, objects=_count(area.area_m2, outline, channel, under.probabilities))
        yield from some


def count_in_block(
    pieces: Sequence[PolygonPart], channels: Sequence[Channel], window: Window, probabilities: NDArray[np.uint8]
) -> list[PolygonPart]:
    """Count the objects of the pieces of a block that are whole and measured.

    Args:
        pieces: of the block.
        channels: of the class mask, in order.
        window: of the block.
        probabilities: of the block, (C, h, w), 0–254, 255 unknown.
    """
    buildings = set(_numbers_of(channels).values())

    def within(part: Window, channel: int) -> NDArray[np.float32]:
        return _known(probabilities[(channel, *part.slices(window))])

    counted = []
    for piece in pieces:
        if piece.measures is not None:
            number = piece.class_id - 1
            channel = number if number in buildings else None
            objects = _count(piece.measures[0], shapely.from_wkb(piece.wkb), channel, within)
            piece = replace(piece, objects=objects)
        counted.append(piece)
    return counted


def _numbers_of(channels: Sequence[Channel]) -> dict[tuple[str, str], int]:
    """Numbers of the channels of buildings, by class and transition."""
    return {(c.class_name, c.transition): number for number, c in enumerate(channels) if c.class_name == BUILDING}


def _known(values: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Probabilities, 0 where nothing is known."""
    known: NDArray[np.float32] = np.where(values == _UNKNOWN, 0, values).astype(np.float32) / np.float32(_LEVELS)
    return known


def _count(area_m2: float, outline: BaseGeometry, channel: int | None, probabilities: Place) -> int:
    """Return the number of objects of an area with its outline in pixel coordinates; 0 where they are not told apart.

    Args:
        area_m2: ground of the area.
        outline: in pixel coordinates.
        channel: number of its channel if it is one of buildings.
        probabilities: beneath it.
    """
    if channel is None:
        return 0
    if area_m2 < 2 * LEAST_M2:
        return 1
    left, top, right, bottom = (round(side) for side in outline.bounds)
    window = Window(top, left, bottom - top, right - left)
    if window.height * window.width > MOST_PIXELS:
        return 0
    patch = fill_outline(outline, window)
    pixel_m2 = area_m2 / max(int(np.count_nonzero(patch)), 1)
    return count_instances(probabilities(window, channel), patch, pixel_m2)


class _Blocks:
    """Probabilities from the files of blocks, with those that are unpacked.

    Attributes:
        height: rows of a block.
    """

    def __init__(self, blocks: Sequence[Block], read: Callable[[int], NDArray[np.uint8]]) -> None:
        self._read = read
        self.height = max((block.window.height for block in blocks), default=1)
        self._width = max((block.window.width for block in blocks), default=1)
        self._blocks = {(block.row_index, block.col_index): block for block in blocks}
        self._kept: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()

    def probabilities(self, window: Window, channel: int) -> NDArray[np.float32]:
        """Return the probabilities of a channel, (h, w); 0 where nothing is known."""
        found = np.zeros((window.height, window.width), np.float32)
        for block in self._touching(window):
            part = block.window.intersection(window)
            if part is None:
                continue
            values = self._block(block.block_id)[(channel, *part.slices(block.window))]
            found[part.slices(window)] = _known(values)
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
