"""Reading one epoch on the common grid: its own pixels where these lie on the grid, else a warped virtual raster.

GDAL's warper approximates coordinates per request, so the same pixel may differ between two windows
(measured with GDAL 3.10: up to a quarter of the pixels by one grey value). The reader therefore always asks
for the same chunks of the grid and cuts windows out of them: any order and any windows give the same bits.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio.windows
from affine import Affine
from pyproj import Transformer
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT

from .epoch import Epoch, UnreadableWindow, limit_block_cache
from .fill import FillMask
from .grid import Grid
from .tiling import Window
from .undeclared import IMPOSSIBLE

_CHUNK_PX = 512
_CHUNKS_KEPT = 24
_TOLERANCE_PX = 0.01  # of GDAL's approximate transformer, in source pixels
_SAME_PX = 1e-3  # lattices that agree to this are one lattice
_OPAQUE = 128  # alpha from which a pixel holds data

_Pixels = tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]
"""Bands (bands, h, w) and where they hold data (h, w)."""


class EpochReader:
    """One epoch resampled to a grid. Not for use by several threads at once.

    Args:
        epoch: what to read.
        grid: onto which lattice.
    """

    def __init__(self, epoch: Epoch, grid: Grid) -> None:
        limit_block_cache()
        self.epoch = epoch
        self.grid = grid
        self.resampling = _resampling(epoch, grid)
        self._shift = _shift(epoch, grid)
        self._fills = None if epoch.fills is None else FillMask(epoch.fills)
        self._files = ExitStack()
        self._source = epoch.open(self._files)
        if self._shift is None:
            self._source = self._warped()
        self._chunks: OrderedDict[tuple[int, int], _Pixels | None] = OrderedDict()

    def _warped(self) -> WarpedVRT:
        """The source resampled to the grid."""
        epoch, grid = self.epoch, self.grid
        across, down = _scale(epoch, grid)
        return self._files.enter_context(
            WarpedVRT(
                self._source,
                crs=rasterio.CRS.from_wkt(grid.crs.to_wkt()),
                transform=grid.transform,
                width=grid.width,
                height=grid.height,
                resampling=self.resampling,
                src_alpha=len(epoch.bands) + 1,
                tolerance=_TOLERANCE_PX,
                num_threads=1,
                XSCALE=across,
                YSCALE=down,
                SRC_ALPHA_MAX=255,
                DST_ALPHA_MAX=255,
            )
        )

    def close(self) -> None:
        """Close the files."""
        self._chunks.clear()
        self._files.close()

    def read(self, window: Window) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]:
        """Pixels and validity of a window, which may reach past the grid.

        Returns:
            (bands of the epoch, h, w) in the raster's own type, 0 where invalid; (h, w) bool.

        Raises:
            UnreadableWindow: the file cannot be read there.
        """
        count = len(self.epoch.bands)
        pixels = np.zeros((count, window.height, window.width), self.epoch.dtype)
        valid = np.zeros((window.height, window.width), np.bool_)
        inside = window.intersection(self.grid.window)
        if inside is None:
            return pixels, valid
        for chunk_row in range(inside.row // _CHUNK_PX, -(-inside.row_stop // _CHUNK_PX)):
            for chunk_col in range(inside.col // _CHUNK_PX, -(-inside.col_stop // _CHUNK_PX)):
                chunk, found = self._chunk(chunk_row, chunk_col)
                common = inside.intersection(chunk)
                if common is None or found is None:
                    continue
                (rows, cols), (r, c) = common.slices(window), common.slices(chunk)
                pixels[:, rows, cols] = found[0][:, r, c]
                valid[rows, cols] = found[1][r, c]
        if not valid.any():
            return np.zeros(pixels.shape, pixels.dtype), valid
        if pixels.dtype.kind == "f":
            valid &= (np.abs(pixels) < IMPOSSIBLE).all(axis=0)
        np.copyto(pixels, 0, where=~valid)
        return pixels, valid

    def _culprit(self, error: BaseException | None) -> str:
        """The file that GDAL's messages name, else the epoch."""
        while error is not None:
            for path in self.epoch.paths:
                if path.name in str(error):
                    return path.name
            error = error.__cause__ or error.__context__
        return self.epoch.name

    def _chunk(self, row: int, col: int) -> tuple[Window, _Pixels | None]:
        """A chunk of the grid and what it holds; None where that is no data."""
        chunk = Window(row * _CHUNK_PX, col * _CHUNK_PX, _CHUNK_PX, _CHUNK_PX)
        chunk = chunk.intersection(self.grid.window) or chunk
        if (row, col) in self._chunks:
            self._chunks.move_to_end((row, col))
        else:
            try:
                self._chunks[(row, col)] = self._pixels(chunk)
            except RasterioError as error:
                raise UnreadableWindow(
                    f"{self._culprit(error)} cannot be read at rows {chunk.row} to {chunk.row_stop - 1}, columns "
                    f"{chunk.col} to {chunk.col_stop - 1} of the grid: the file is damaged or cut short there; "
                    "copy it again from its source."
                ) from error
            if len(self._chunks) > _CHUNKS_KEPT:
                self._chunks.popitem(last=False)
        return chunk, self._chunks[(row, col)]

    def _pixels(self, window: Window) -> _Pixels | None:
        """Bands of a window within the grid, (bands, h, w), and where they hold data, (h, w); None for nowhere."""
        count = len(self.epoch.bands)
        if self._shift is None:
            area = rasterio.windows.Window(window.col, window.row, window.width, window.height)
            values = self._source.read(window=area)
            opaque = values[count] >= _OPAQUE
            return (values[:count], opaque) if opaque.any() else None
        down, across = self._shift
        there = Window(window.row + down, window.col + across, window.height, window.width)
        inside = there.intersection(Window(0, 0, self._source.height, self._source.width))
        if inside is None or not self._may_hold(there):
            return None
        area = rasterio.windows.Window(inside.col, inside.row, inside.width, inside.height)
        bands = None
        if self._fills is None:
            opaque = self._source.read(count + 1, window=area) >= _OPAQUE
        else:  # GDAL takes half as long as for the bands to say that all is data, as long by a value, thrice by rules
            bands = self._source.read(list(range(1, count + 1)), window=area)
            opaque = ~self._fills.of(bands, inside)
        if not opaque.any():
            return None
        if bands is None:
            bands = self._source.read(list(range(1, count + 1)), window=area)
        if inside == there:
            return bands, opaque
        pixels = np.zeros((count, window.height, window.width), self.epoch.dtype)
        valid = np.zeros((window.height, window.width), np.bool_)
        pixels[(slice(None), *inside.slices(there))] = bands
        valid[inside.slices(there)] = opaque
        return pixels, valid

    def _may_hold(self, window: Window) -> bool:
        """Whether the epoch's file holds pixels in a window of its own."""
        written = self.epoch.written
        return written is None or any(window.intersection(part) for part in written)


def _shift(epoch: Epoch, grid: Grid) -> tuple[int, int] | None:
    """Rows and columns from the grid's first pixel to the epoch's where both have one lattice; None where they do not.

    Warping would take the very same pixels then, in nearly three times the time.
    """
    if epoch.warped or epoch.pyproj_crs != grid.crs:
        return None
    to_epoch: Affine = ~epoch.transform @ grid.transform
    corners = np.array([(0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height)])
    shifts = np.array([to_epoch @ (float(col), float(row)) for col, row in corners]) - corners
    across, down = np.rint(shifts[0])
    return (int(down), int(across)) if (np.abs(shifts - (across, down)) < _SAME_PX).all() else None


def _resampling(epoch: Epoch, grid: Grid) -> Resampling:
    """Nearest where the epoch lies on the grid's lattice already or holds colour indices, else bilinear."""
    if epoch.palette:
        return Resampling.nearest
    if epoch.pyproj_crs != grid.crs:
        return Resampling.bilinear
    to_epoch: Affine = ~epoch.transform @ grid.transform
    corners = [(0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height)]
    whole = all(abs(v - round(v)) < _SAME_PX for corner in corners for v in to_epoch @ corner)
    same = abs(abs(to_epoch.a) - 1) < _SAME_PX and abs(abs(to_epoch.e) - 1) < _SAME_PX
    return Resampling.nearest if whole and same else Resampling.bilinear


def _scale(epoch: Epoch, grid: Grid) -> tuple[float, float]:
    """Grid pixels per epoch pixel at the grid's centre, at most 1, for GDAL's XSCALE and YSCALE.

    Given explicitly because GDAL otherwise estimates it per chunk, which makes seams.
    """
    row, col = grid.height / 2, grid.width / 2
    places = np.array([grid.transform @ (col + dc, row + dr) for dc, dr in ((0, 0), (1, 0), (0, 1))])
    forward = Transformer.from_crs(grid.crs, epoch.pyproj_crs, always_xy=True)
    xs, ys = forward.transform(places[:, 0], places[:, 1])
    back = ~epoch.transform
    at = np.array([back @ (x, y) for x, y in zip(xs, ys, strict=True)])
    steps = np.abs(at[1:] - at[0])
    if not np.isfinite(steps).all():
        return 1.0, 1.0
    across, down = (1.0 / max(float(steps[:, axis].max()), 1e-9) for axis in (0, 1))
    return tuple(1.0 if scale > 0.9 else scale for scale in (across, down))  # type: ignore[return-value]
