"""What is too small to be a changed area is taken out of the mask too, so that mask, areas and tiles add up."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.transform import Affine

from ..raster.polygons import PolygonPart, parts_from_arrays
from ..raster.tiling import Window
from .block_file import BlockFile


class Specks:
    """The pieces of areas that were left out, each by its first pixel: 8 bytes.

    Args:
        width: columns of the grid.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._keys = array("q")

    def add(self, piece: PolygonPart) -> None:
        """Note a piece that was left out."""
        self._keys.append(piece.row * self._width + piece.col)
        self.__dict__.pop("_sorted", None)

    def clean(self, block: BlockFile, window: Window) -> NDArray[np.uint8]:
        """Return the class mask (h, w) of a block without specks."""
        mask = block.class_mask()
        arrays = block.pieces()
        if not self._is_in(arrays).any():
            return mask
        gone = [piece.wkb for piece in parts_from_arrays(arrays) if piece.row * self._width + piece.col in self]
        place = Affine.translation(window.col, window.row)
        mask[rasterize(shapely.from_wkb(gone), out_shape=mask.shape, transform=place, dtype="uint8") > 0] = 0
        return mask

    def __contains__(self, key: int) -> bool:
        place = int(np.searchsorted(self._sorted, key))
        return place < len(self._sorted) and int(self._sorted[place]) == key

    def _is_in(self, arrays: Mapping[str, NDArray[Any]]) -> NDArray[np.bool_]:
        fields = arrays["piece_fields"]
        return np.isin(fields[:, 1] * self._width + fields[:, 2], self._sorted)

    @cached_property
    def _sorted(self) -> NDArray[np.int64]:
        return np.sort(np.frombuffer(self._keys, np.int64)) if self._keys else np.empty(0, np.int64)
