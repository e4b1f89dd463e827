"""Holding tiles out so that none of them shares a pixel with one that is learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..raster.tiling import Window


def split_by_place(windows: Sequence[Window], changed: Sequence[bool], share: float) -> list[str]:
    """Hold out a share of the tiles at one side of the area; the same tiles give the same split.

    Of the four sides that one is taken where the held-out tiles are most like all tiles in their share of changed
    ones and the fewest others have to be left out because they overlap held-out ones.

    Args:
        windows: of the tiles.
        changed: whether each counts as changed.
        share: wanted share of held-out tiles, 0…1; at least one tile where there are two or more.

    Returns:
        Per tile ``train``, ``val``, or empty: it overlaps a held-out tile and must be left out. All are ``train``
        where no side leaves any to learn from.
    """
    count = len(windows)
    if share <= 0 or count < 2:
        return ["train"] * count
    boxes = np.array([(w.row, w.col, w.row_stop, w.col_stop) for w in windows])
    flags = np.array(changed, dtype=float)
    wanted = max(1, round(share * count))
    best: tuple[float, list[str]] | None = None
    for order in _sides(boxes):
        held = order[:wanted]
        rest = order[wanted:]
        beside = _overlap_any(boxes[rest], boxes[held])
        if beside.all():
            continue
        split = np.full(count, "train", dtype=object)
        split[held] = "val"
        split[rest[beside]] = ""
        cost = abs(float(flags[held].mean()) - float(flags.mean())) + float(beside.sum()) / count
        if best is None or cost < best[0] - 1e-9:
            best = (cost, split.tolist())
    return best[1] if best else ["train"] * count


def _sides(boxes: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Orders of the tiles from the top, the bottom, the left and the right."""
    row, col = boxes[:, 0], boxes[:, 1]
    return [np.lexsort(keys) for keys in ((col, row), (-col, -row), (row, col), (-row, -col))]


def _overlap_any(boxes: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether each of `boxes` shares a pixel with any of `others`; both (n, 4) row, col, row stop, col stop."""
    hit = np.zeros(len(boxes), bool)
    for row, col, row_stop, col_stop in others:
        hit |= (boxes[:, 0] < row_stop) & (boxes[:, 2] > row) & (boxes[:, 1] < col_stop) & (boxes[:, 3] > col)
    return hit
