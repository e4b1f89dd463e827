"""Predictions of tiles that reach over a block's edge, kept for the block that needs them next."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..predict.quantization import from_uint16, to_uint16

if TYPE_CHECKING:
    from ..predict.predictor import TilePrediction

_Entry = tuple["TilePrediction", "NDArray[np.uint16] | None", tuple[int, ...]]
_NOTHING = np.zeros((0, 0, 0), np.float32)


class PredictionCache:
    """The most recently used predictions up to a number of bytes; what was put in comes out bit for bit.

    Args:
        limit: bytes of probabilities to keep; at least one prediction is kept.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bytes = 0
        self._entries: OrderedDict[int, tuple[_Entry, bool]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, tile_id: int, prediction: TilePrediction, has_caption: bool) -> None:
        """Keep a prediction; all-zero probabilities cost nothing."""
        self._drop(tile_id)
        values = prediction.probabilities
        packed = to_uint16(values) if values.any() else None
        entry = (replace(prediction, probabilities=_NOTHING), packed, values.shape)
        self._entries[tile_id] = (entry, has_caption)
        self.bytes += _size(packed)
        while self.bytes > self.limit and len(self._entries) > 1:
            self._drop(next(iter(self._entries)))

    def get(self, tile_id: int, with_caption: bool) -> TilePrediction | None:
        """Return a kept prediction, or None if it is not there or lacks the caption that is asked for."""
        if tile_id not in self._entries:
            return None
        (prediction, packed, shape), has_caption = self._entries[tile_id]
        if with_caption and not has_caption:
            return None
        self._entries.move_to_end(tile_id)
        values = np.zeros(shape, np.float32) if packed is None else from_uint16(packed)
        return replace(prediction, probabilities=values)

    def _drop(self, tile_id: int) -> None:
        removed = self._entries.pop(tile_id, None)
        if removed is not None:
            self.bytes -= _size(removed[0][1])


def _size(packed: NDArray[np.uint16] | None) -> int:
    return 0 if packed is None else packed.nbytes
