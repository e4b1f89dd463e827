"""Whether what a sentence says about place agrees with the mask of its tile.

A caption model places changes less surely than its own mask head does. So of the sentences that the beam search
found, the engine takes the likeliest whose words of place the mask bears out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ..models.config import Channel

Mask = NDArray[np.bool_]

_LEAST_PIXELS = 30
"""Fewer changed pixels than this say nothing about place."""
_SIDE_SHARE = 0.5
"""Share of the changed pixels that must lie in the half named ("at the top", "on the left")."""
_CORNER_SHARE = 0.4
"""Share that must lie in the quarter named ("in the top left corner")."""
_CENTRE_SHARE, _CENTRE_REACH = 0.35, 0.27
"""Share that must lie within this reach of the centre, as a part of the tile's side."""
_ANY_CORNER_SHARE, _CORNER_REACH = 0.5, 0.35
"""Share that must lie within this reach of both edges of a corner, for "in the corner"."""

_TOP, _BOTTOM = frozenset({"top", "upper"}), frozenset({"bottom", "lower"})
_CENTRE = frozenset({"center", "centre", "middle"})


def bears_out(mask: Mask, words: Iterable[str]) -> bool:
    """Whether the changed pixels lie where the words say; true where words or mask name no place.

    Args:
        mask: (H, W) changed pixels.
        words: of the sentence, lower case.
    """
    rows, cols = np.nonzero(mask)
    if len(rows) < _LEAST_PIXELS:
        return True
    y, x = (rows + 0.5) / mask.shape[0], (cols + 0.5) / mask.shape[1]
    said = set(words)
    above, below, left, right = bool(said & _TOP), bool(said & _BOTTOM), "left" in said, "right" in said
    if (above and below) or (left and right):
        return True  # several places: one mask cannot tell which belongs to what
    if above or below or left or right:
        inside = np.ones(len(x), bool)
        if above or below:
            inside &= (y < 0.5) == above
        if left or right:
            inside &= (x < 0.5) == left
        share = _CORNER_SHARE if (above or below) and (left or right) else _SIDE_SHARE
        return bool(inside.mean() >= share)
    if said & _CENTRE:
        central = (np.abs(x - 0.5) < _CENTRE_REACH) & (np.abs(y - 0.5) < _CENTRE_REACH)
        return bool(central.mean() >= _CENTRE_SHARE)
    if "corner" in said:
        near = (np.minimum(x, 1 - x) < _CORNER_REACH) & (np.minimum(y, 1 - y) < _CORNER_REACH)
        return bool(near.mean() >= _ANY_CORNER_SHARE)
    return True


def first_borne_out(
    sentences: Sequence[str],
    masks: Mask,
    channels: Sequence[Channel],
    class_words: Mapping[str, Sequence[str]],
) -> int:
    """Choose among sentences.

    Args:
        sentences: likeliest first.
        masks: (C, H, W) changed pixels per channel.
        channels: of the mask head.
        class_words: words by which sentences name a class.

    Returns:
        Index of the first sentence whose places agree with the masks of the classes it names (with all masks
        where it names none or those are empty); 0 if there is none.
    """
    for index, sentence in enumerate(sentences):
        words = sentence.split()
        named = [c.class_name for c in channels if set(words) & set(class_words.get(c.class_name, ()))]
        rows = [row for row, channel in enumerate(channels) if channel.class_name in named]
        of_named: Mask = np.any(masks[rows], axis=0)
        of_all: Mask = np.any(masks, axis=0)
        mask = of_named if of_named.sum() >= _LEAST_PIXELS else of_all
        if bears_out(mask, words):
            return index
    return 0
