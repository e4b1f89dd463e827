"""Predictions of tiles that reach over a block's edge, kept for the block that needs them next."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..predict.quantization import from_uint16, to_uint16

if TYPE_CHECKING:
    from ..predict.predictor import EncodedTile

_Entry = tuple["EncodedTile", "NDArray[np.uint16] | None", tuple[int, ...]]
_NOTHING = np.zeros((0, 0, 0), np.float32)


class PredictionCache:
    """The most recently used tiles up to a number of bytes; what was put in comes out bit for bit, without words.

    Args:
        limit: bytes of probabilities to keep; at least one prediction is kept.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bytes = 0
        self._entries: OrderedDict[int, _Entry] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, tile_id: int) -> bool:
        return tile_id in self._entries

    def put(self, tile_id: int, tile: EncodedTile) -> None:
        """Keep a tile's prediction; all-zero probabilities cost nothing."""
        self._drop(tile_id)
        values = tile.prediction.probabilities
        packed = to_uint16(values) if values.any() else None
        bare = replace(tile, prediction=replace(tile.prediction, probabilities=_NOTHING), memory=None)
        self._entries[tile_id] = (bare, packed, values.shape)
        self.bytes += _size(packed)
        while self.bytes > self.limit and len(self._entries) > 1:
            self._drop(next(iter(self._entries)))

    def get(self, tile_id: int) -> EncodedTile | None:
        """Return a kept tile, or None."""
        if tile_id not in self._entries:
            return None
        tile, packed, shape = self._entries[tile_id]
        self._entries.move_to_end(tile_id)
        values = np.zeros(shape, np.float32) if packed is None else from_uint16(packed)
        return replace(tile, prediction=replace(tile.prediction, probabilities=values))

    def _drop(self, tile_id: int) -> None:
        removed = self._entries.pop(tile_id, None)
        if removed is not None:
            self.bytes -= _size(removed[1])


def _size(packed: NDArray[np.uint16] | None) -> int:
    return 0 if packed is None else packed.nbytes
