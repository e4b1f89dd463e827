"""Connected regions of a mask, by number of pixels and centre, without outlines.

Works on runs, the stretches of equal pixels in a row: a mask has a few hundred of them where it has 65,536 pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Regions:
    """Regions in the order of their first pixels.

    Attributes:
        values: int64 (N,), what stands in their pixels.
        pixels: float64 (N,), how many they have.
        rows: float64 (N,), row of the centre; pixel corners at integers.
        cols: float64 (N,).
    """

    values: NDArray[np.int64]
    pixels: NDArray[np.float64]
    rows: NDArray[np.float64]
    cols: NDArray[np.float64]


def find_regions(mask: NDArray[np.uint8], diagonal: bool = False) -> Regions:
    """Find the regions of equal pixels of a mask, (H, W) with 0 for none.

    Args:
        mask: the mask.
        diagonal: pixels that touch at a corner alone are of one region.
    """
    starts, ends, values = _runs(mask)
    labels = _joined(len(starts), *_touching(starts, ends, values, mask.shape[1] + 1, int(diagonal)))
    row, col = np.divmod(starts, mask.shape[1] + 1)
    lengths = (ends - starts).astype(np.float64)
    first, region = np.unique(labels, return_inverse=True)
    pixels: NDArray[np.float64] = np.bincount(region, lengths, len(first)).astype(np.float64)
    rows = np.bincount(region, lengths * (row + 0.5), len(first)) / pixels
    cols = np.bincount(region, lengths * (col + lengths / 2), len(first)) / pixels
    return Regions(values[first].astype(np.int64), pixels, rows, cols)


def label_regions(mask: NDArray[np.uint8], diagonal: bool = False) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Number the regions of equal pixels of a mask, (H, W) with 0 for none, in the order of their first pixels.

    Args:
        mask: the mask.
        diagonal: pixels that touch at a corner alone are of one region.

    Returns:
        (H, W) with 0 for none and 1, 2, …; and the pixels of each region.
    """
    starts, ends, values = _runs(mask)
    stride = mask.shape[1] + 1
    first, region = np.unique(
        _joined(len(starts), *_touching(starts, ends, values, stride, int(diagonal))), return_inverse=True
    )
    lengths = ends - starts
    places = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    labels = np.zeros(mask.shape[0] * stride, np.int32)
    labels[places] = np.repeat(region + 1, lengths)
    pixels: NDArray[np.int64] = np.bincount(region, lengths, len(first)).astype(np.int64)
    return labels.reshape(mask.shape[0], stride)[:, :-1], pixels


def _runs(mask: NDArray[np.uint8]) -> tuple[_Indices, _Indices, NDArray[np.uint8]]:
    """Start, end and value of each run, as places in the rows laid end to end with one empty pixel between."""
    flat = np.pad(mask, [(0, 0), (0, 1)]).ravel()
    borders = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    starts, ends = np.concatenate([[0], borders]), np.concatenate([borders, [flat.size]])
    values = flat[starts] if flat.size else np.zeros(1, np.uint8)
    kept = values != 0
    return starts[kept], ends[kept], values[kept]


def _touching(
    starts: _Indices, ends: _Indices, values: NDArray[np.uint8], stride: int, reach: int
) -> tuple[_Indices, _Indices]:
    """Pairs of runs of one value, one above the other."""
    low = np.searchsorted(ends, starts - stride - reach, side="right")
    high = np.searchsorted(starts, ends - stride + reach, side="left")
    counts = np.maximum(high - low, 0)
    below = np.repeat(np.arange(len(starts)), counts)
    above = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(low, counts)
    same = values[below] == values[above]
    return below[same], above[same]


def _joined(count: int, one: _Indices, other: _Indices) -> _Indices:
    """For each run the first run of its region."""
    first = np.arange(count)
    while True:
        a, b = first[one], first[other]
        if (a == b).all():
            return first
        np.minimum.at(first, np.maximum(a, b), np.minimum(a, b))
        while (first != first[first]).any():
            first = first[first]
