"""Small images of both dates for the report, read through the same readers as the model's input."""

from __future__ import annotations

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from PIL import Image

from ..raster.epoch import UnreadableWindow
from ..raster.grid import Grid
from ..raster.pair import PairPixels, RasterPair
from ..raster.radiometry import Stretch
from ..raster.reader import EpochReader
from ..raster.tiling import Window

_EMPTY = 230
"""Grey of pixels without data."""

_DECIMATE_FROM = 4.0  # from this reduction on, overviews are read instead of all pixels


class PairThumbnails:
    """Reads windows of a pair at a reduced size.

    Args:
        pair: the opened pair; must stay open.
        stretch: the run's constants, so that the images look as the model saw them.
    """

    def __init__(self, pair: RasterPair, stretch: Stretch) -> None:
        self._pair = pair
        self._stretch = stretch

    def read(self, window: Window, longest: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]] | None:
        """Return both dates of a window as (h, w, 3), or None where a file cannot be read.

        Args:
            window: part of the grid.
            longest: pixels that neither side exceeds; smaller windows are not enlarged.
        """
        factor = max(1.0, max(window.width, window.height) / longest)
        size = (max(1, round(window.width / factor)), max(1, round(window.height / factor)))
        try:
            pixels = self._pair.read(window) if factor < _DECIMATE_FROM else self._decimated(window, size)
        except UnreadableWindow:
            return None
        images = self._stretch.apply(pixels)
        before, after = (_shrunk(image, valid, size) for image, valid in zip(images, pixels.valid, strict=True))
        return before, after

    def _decimated(self, window: Window, size: tuple[int, int]) -> PairPixels:
        """Read a large window on a coarser grid; the warper takes the files' overviews where there are any."""
        grid = self._pair.grid.subgrid(window)
        across, down = grid.width / size[0], grid.height / size[1]
        t = grid.transform
        coarse = Grid(
            grid.crs,
            Affine(t.a * across, t.b * down, t.c, t.d * across, t.e * down, t.f),
            size[0],
            size[1],
        )
        both = []
        for epoch in (self._pair.before, self._pair.after):
            reader = EpochReader(epoch, coarse)
            try:
                both.append(reader.read(coarse.window))
            finally:
                reader.close()
        (before, valid_before), (after, valid_after) = both
        return PairPixels(before, after, np.stack([valid_before, valid_after]))


def _shrunk(image: NDArray[np.uint8], valid: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return (3, h, w) as (rows, columns, 3) of the given (columns, rows), no data in light grey."""
    filled = np.where(valid[None], image, np.uint8(_EMPTY))
    picture = Image.fromarray(np.ascontiguousarray(np.moveaxis(filled, 0, 2)))
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.BOX)
    return np.asarray(picture, dtype=np.uint8)
