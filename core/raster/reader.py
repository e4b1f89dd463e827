"""Reading one epoch on the common grid, through one warped virtual raster on the whole grid.

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
from rasterio.env import set_gdal_config
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT

from .epoch import Epoch, UnreadableWindow
from .grid import Grid
from .tiling import Window
from .undeclared import IMPOSSIBLE

_CHUNK_PX = 512
_CHUNKS_KEPT = 24
_TOLERANCE_PX = 0.01  # of GDAL's approximate transformer, in source pixels
_BLOCK_CACHE_BYTES = 64 * 2**20
"""GDAL's cache of decoded blocks, for the whole process: by default it grows to 5 % of the machine's memory."""
_SAME_PX = 1e-3  # lattices that agree to this are one lattice


class EpochReader:
    """One epoch resampled to a grid. Not for use by several threads at once.

    Args:
        epoch: what to read.
        grid: onto which lattice.
    """

    def __init__(self, epoch: Epoch, grid: Grid) -> None:
        set_gdal_config("GDAL_CACHEMAX", _BLOCK_CACHE_BYTES)
        self.epoch = epoch
        self.grid = grid
        self.resampling = _resampling(epoch, grid)
        across, down = _scale(epoch, grid)
        self._files = ExitStack()
        self._vrt = self._files.enter_context(
            WarpedVRT(
                epoch.open(self._files),
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
        self._chunks: OrderedDict[tuple[int, int], npt.NDArray[Any]] = OrderedDict()

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
                chunk, values = self._chunk(chunk_row, chunk_col)
                common = inside.intersection(chunk)
                if common is None:
                    continue
                (rows, cols), (r, c) = common.slices(window), common.slices(chunk)
                pixels[:, rows, cols] = values[:count, r, c]
                valid[rows, cols] = values[count, r, c] >= 128
        if pixels.dtype.kind == "f":
            valid &= (np.abs(pixels) < IMPOSSIBLE).all(axis=0)
        pixels[:, ~valid] = 0
        return pixels, valid

    def _culprit(self, error: BaseException | None) -> str:
        """The file that GDAL's messages name, else the epoch."""
        while error is not None:
            for path in self.epoch.paths:
                if path.name in str(error):
                    return path.name
            error = error.__cause__ or error.__context__
        return self.epoch.name

    def _chunk(self, row: int, col: int) -> tuple[Window, npt.NDArray[Any]]:
        chunk = Window(row * _CHUNK_PX, col * _CHUNK_PX, _CHUNK_PX, _CHUNK_PX)
        chunk = chunk.intersection(self.grid.window) or chunk
        values = self._chunks.get((row, col))
        if values is None:
            area = rasterio.windows.Window(chunk.col, chunk.row, chunk.width, chunk.height)
            try:
                values = self._vrt.read(window=area)
            except RasterioError as error:
                raise UnreadableWindow(
                    f"{self._culprit(error)} cannot be read at rows {chunk.row} to {chunk.row_stop - 1}, columns "
                    f"{chunk.col} to {chunk.col_stop - 1} of the grid: the file is damaged or cut short there; "
                    "copy it again from its source."
                ) from error
            self._chunks[(row, col)] = values
            if len(self._chunks) > _CHUNKS_KEPT:
                self._chunks.popitem(last=False)
        else:
            self._chunks.move_to_end((row, col))
        return chunk, values


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
