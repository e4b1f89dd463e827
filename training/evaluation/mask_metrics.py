"""Change masks against reference masks: pixels pooled over all pairs, per class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.models.config import Channel

ANY_CHANGE = "change"
"""Class of masks that mark change of every kind; a pack's answer to it is the union of all its channels."""


SPECK = 16
"""Pixels below which a region is a speck, as the engine has it."""


def count_regions(mask: NDArray[np.bool_], least: int = SPECK) -> int:
    """Number of regions of an (H, W) mask, joined at corners too, that have at least `least` pixels."""
    from scipy.ndimage import label

    regions, _ = label(mask, np.ones((3, 3), int))
    return int((np.bincount(regions.ravel())[1:] >= least).sum())


@dataclass(frozen=True)
class PixelCounts:
    """Pixels of one class: found rightly, found wrongly, missed, and rightly not found."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    true_negative: int = 0

    def __add__(self, other: PixelCounts) -> PixelCounts:
        return PixelCounts(
            self.true_positive + other.true_positive,
            self.false_positive + other.false_positive,
            self.false_negative + other.false_negative,
            self.true_negative + other.true_negative,
        )

    @classmethod
    def compare(cls, predicted: NDArray[np.bool_], reference: NDArray[np.bool_]) -> PixelCounts:
        """Count the pixels of two (H, W) bool masks."""
        return cls(
            int(np.count_nonzero(predicted & reference)),
            int(np.count_nonzero(predicted & ~reference)),
            int(np.count_nonzero(~predicted & reference)),
            int(np.count_nonzero(~predicted & ~reference)),
        )

    def scores(self) -> dict[str, float | None]:
        """F1, IoU, precision and recall as fractions, None where nothing defines them; and the class's share.

        Where neither mask marks a pixel there is nothing to find, and F1 and IoU are undefined rather than 1.
        """
        found = self.true_positive + self.false_positive
        wanted = self.true_positive + self.false_negative
        total = found + self.false_negative + self.true_negative
        return {
            "f1": _ratio(2 * self.true_positive, found + wanted),
            "iou": _ratio(self.true_positive, found + self.false_negative),
            "precision": _ratio(self.true_positive, found),
            "recall": _ratio(self.true_positive, wanted),
            "pixel_share": _ratio(wanted, total),
        }


def class_mask(
    probabilities: NDArray[np.float32], channels: Sequence[Channel], class_name: str
) -> NDArray[np.bool_] | None:
    """Pixels where a pack sees the change of a class.

    Args:
        probabilities: (C, H, W) in 0…1.
        channels: the pack's C channels with their thresholds.
        class_name: a class that a data set labels; `change` means any.

    Returns:
        (H, W) bool, the union of the class's channels; None where the pack has no channel of that class.
    """
    chosen = [
        probabilities[index] >= channel.threshold
        for index, channel in enumerate(channels)
        if class_name in (channel.class_name, ANY_CHANGE)
    ]
    return np.logical_or.reduce(chosen) if chosen else None


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
