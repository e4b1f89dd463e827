"""From blended probabilities to one class per pixel: thresholded once, on the mosaic.

Convention: class masks hold 0 for no change, k for the k-th channel counted from 1, 255 for no data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ..models.config import Channel


def override_threshold(channels: Sequence[Channel], threshold: float | None) -> tuple[Channel, ...]:
    """Return the channels with one common threshold in place of the pack's, if one is asked for."""
    if threshold is None:
        return tuple(channels)
    return tuple(channel.model_copy(update={"threshold": threshold}) for channel in channels)


def to_class_mask(
    probabilities: NDArray[np.float32], channels: Sequence[Channel], precedence: Sequence[int] | None = None
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Choose each pixel's class.

    Among the channels at or above their threshold that class wins which comes first in the pack's order, within
    the class the more probable channel, of equals the first.

    Args:
        probabilities: (C, h, w) in 0…1.
        channels: the C channels in the pack's order.
        precedence: channels in the order that counts instead; others never win.

    Returns:
        Class mask (h, w), 0 or 1 + index of the winning channel, and (h, w) the winner's probability, 0 where
        there is none.
    """
    shape = probabilities.shape[1:]
    winner = np.zeros(shape, np.uint8)
    score = np.zeros(shape, np.float32)
    order = range(len(channels)) if precedence is None else precedence
    for class_name in dict.fromkeys(channels[index].class_name for index in order):
        best = np.zeros(shape, np.uint8)
        best_score = np.full(shape, -1.0, np.float32)
        for index in order:
            channel = channels[index]
            if channel.class_name != class_name:
                continue
            better = probabilities[index] >= channel.threshold
            if not better.any():
                continue
            better &= probabilities[index] > best_score
            np.copyto(best, np.uint8(index + 1), where=better)
            np.copyto(best_score, probabilities[index], where=better)
        free = (winner == 0) & (best > 0)
        np.copyto(winner, best, where=free)
        np.copyto(score, best_score, where=free)
    return winner, score
