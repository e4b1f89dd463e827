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
    below, sizes = label(patch)
    counts = np.ones(sizes.size, np.int64)
    stack = [(below, counts)]
    for level in levels:
        labels, sizes = label(patch & (probabilities >= level))
        stack.append((labels, (sizes >= least).astype(np.int64)))
    while len(stack) > 1:
        (above, found), (below, counts) = stack.pop(), stack[-1]
        parents = below[_first_pixels(above, found.size)] - 1
        sums = np.bincount(parents, weights=found, minlength=counts.size).astype(np.int64)
        counts[:] = np.where(counts > 0, np.maximum(counts, sums), 0)
    return int(stack[0][1].sum())


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


def _first_pixels(labels: NDArray[np.int32], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rows and columns of one pixel of each part."""
    numbers, first = np.unique(labels, return_index=True)
    first = first[numbers > 0]
    if first.size != count:
        raise ValueError(f"{count} parts, {first.size} of which have pixels")
    rows, cols = np.unravel_index(first, labels.shape)
    return rows, cols
