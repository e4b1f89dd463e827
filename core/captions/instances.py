"""Count the separate objects in one patch of a mask: houses that stand close melt into one patch of changed pixels.

Between two houses the model is less sure than upon them. So the patch is flooded from the top: where the probability
rises to several peaks, each of a house's size, each is an object. Those are the leaves of the patch's component tree,
or what a watershed from marked maxima would part. Levels and size were chosen on one half of the validation tiles and
measured on the other (docs/experiments/building_counts.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..raster.regions import label_regions

LEVELS = (0.5, 0.7, 0.8, 0.9, 0.95)
"""Probabilities at which a patch may part."""
LEAST_M2 = 15.0
"""A peak of less ground is no object of its own: a shed, a car, noise."""
MOST_PIXELS = 16_000_000
"""Larger windows are not looked into."""
_MOST_AT_ONCE = 250_000
"""Pixels of a window up to which all levels are labelled at once."""


def count_instances(
    probabilities: NDArray[np.float32],
    patch: NDArray[np.bool_],
    pixel_m2: float,
    levels: Sequence[float] = LEVELS,
    least_m2: float = LEAST_M2,
) -> int:
    """Return how many objects a patch shows; at least 1 for each connected part of it.

    Args:
        probabilities: (h, w) of the patch's class, 0–1.
        patch: (h, w), its pixels.
        pixel_m2: ground of a pixel.
        levels: probabilities at which it may part, ascending.
        least_m2: ground of the smallest peak that counts.
    """
    probabilities, patch = _cropped(probabilities, patch)
    least = least_m2 / pixel_m2
    if np.count_nonzero(patch) < 2 * least:  # too small to part
        return int(label(patch)[1].size)
    masks = [patch, *(patch & (probabilities >= level) for level in levels)]
    masks = [masks[0], *(mask for mask in masks[1:] if np.count_nonzero(mask) >= 2 * least)]  # elsewhere is one peak
    labels, sizes = _label_each(np.stack(masks))
    ends = np.maximum.accumulate(labels.max(axis=(1, 2)))  # parts of a level are numbered on from those below
    parents = np.zeros(sizes.size, np.int64)
    inside = labels[1:] > 0
    parents[labels[1:][inside] - 1] = labels[:-1][inside] - 1
    counts = (sizes >= least).astype(np.int64)
    counts[: ends[0]] = 1
    for below, end in zip(ends[-2::-1], ends[:0:-1], strict=True):
        sums = np.bincount(parents[below:end], weights=counts[below:end], minlength=sizes.size).astype(np.int64)
        counts = np.where(counts > 0, np.maximum(counts, sums), 0)
    return int(counts[: ends[0]].sum())


def _cropped(
    probabilities: NDArray[np.float32], patch: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return both inside the patch's box."""
    rows, cols = (np.flatnonzero(patch.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return probabilities, patch
    box = np.s_[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    return probabilities[box], patch[box]


def label(mask: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the connected parts of a mask, (h, w), joined at corners too, as numbers, and the pixels of each."""
    return label_regions(mask.view(np.uint8), diagonal=True)


def _label_each(masks: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the parts of masks, (n, h, w), numbered on from one to the next, and the pixels of each.

    Small masks are laid below one another and numbered at once: a call costs more than their pixels do.
    """
    if masks[0].size > _MOST_AT_ONCE:
        labels, sizes = zip(*map(label, masks), strict=True)
        known = np.cumsum([0, *(len(of_one) for of_one in sizes[:-1])])
        numbered = [np.where(of_one > 0, of_one + start, 0) for of_one, start in zip(labels, known, strict=True)]
        return np.stack(numbered).astype(np.int32), np.concatenate(sizes)
    apart = np.pad(masks, [(0, 0), (0, 1), (0, 0)])
    together, pixels = label(apart.reshape(-1, masks.shape[2]))
    return together.reshape(apart.shape), pixels
