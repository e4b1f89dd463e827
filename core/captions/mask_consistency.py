"""Whether what a sentence says about place and number agrees with the mask of its tile.

A caption model places and counts changes less surely than its own mask head does. So of the sentences that the beam
search found, the engine takes the best whose places and number of buildings the mask bears out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes

from ..models.config import Channel
from .claims import claims_of

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

_LEAST_SHARE = 0.0009
"""Share of the tile from which a patch of the mask counts as a building (60 of 256² pixels)."""
_COUNTED_OUT: Mapping[str, tuple[int, int | None]] = {
    "number 1": (0, 1),
    "number 2": (2, 3),
    "number 2+": (2, None),
    "number 3": (2, 5),
    "number 4+": (3, None),
    "number rows": (3, None),
}
"""Least and most patches that a number of buildings can stand for.

On the 192 changed validation pairs one of five references says "a house" of 92 % of the masks with one patch, of 37 %
with two and of 11 % with four or more; "some houses" of 38, 83 and 99 %, "many" or "several" of 12, 47 and 88 %
(counted once).
"""

_TOP, _BOTTOM = frozenset({"top", "upper"}), frozenset({"bottom", "lower"})
_CENTRE = frozenset({"center", "centre", "middle"})


def place_agrees(mask: Mask, words: Iterable[str]) -> bool:
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


def count_components(buildings: Mask) -> int:
    """Patches of a building mask, (H, W), that are no specks."""
    found = shapes(buildings.astype(np.uint8), mask=buildings, connectivity=8)
    patches = [shapely.Polygon(patch["coordinates"][0], patch["coordinates"][1:]) for patch, _ in found]
    return int((shapely.area(patches) >= _LEAST_SHARE * buildings.size).sum())


def count_disagrees(patches: int, sentence: str) -> bool:
    """Whether so many patches of a building mask can be as many buildings as the sentence says.

    Args:
        patches: of `count_components`; without any, nothing is counted.
        sentence: in lower case.
    """
    ranges = [_COUNTED_OUT[claim] for claim in claims_of(sentence) if claim in _COUNTED_OUT]
    if patches == 0 or len(ranges) != 1:
        return True  # no number, or several kinds of building: one mask cannot tell them apart
    low, high = ranges[0]
    return patches >= low and (high is None or patches <= high)


def select_consistent(
    sentences: Sequence[str],
    masks: Mask,
    channels: Sequence[Channel],
    class_words: Mapping[str, Sequence[str]],
) -> int:
    """Choose among sentences.

    Args:
        sentences: best first.
        masks: (C, H, W) changed pixels per channel.
        channels: of the mask head.
        class_words: words by which sentences name a class.

    Returns:
        Index of the first sentence whose places agree with the masks of the classes it names (with all masks
        where it names none or those are empty), and whose number of buildings agrees with their mask. If there is none,
        the first whose places agree, else 0.
    """
    of_buildings = [row for row, channel in enumerate(channels) if channel.class_name == "building"]
    patches = count_components(np.any(masks[of_buildings], axis=0))
    of_all: Mask = np.any(masks, axis=0)
    placed = None
    for index, sentence in enumerate(sentences):
        words = sentence.split()
        named = [c.class_name for c in channels if set(words) & set(class_words.get(c.class_name, ()))]
        rows = [row for row, channel in enumerate(channels) if channel.class_name in named]
        of_named: Mask = np.any(masks[rows], axis=0)
        mask = of_named if of_named.sum() >= _LEAST_PIXELS else of_all
        if place_agrees(mask, words):
            if count_disagrees(patches, sentence):
                return index
            placed = index if placed is None else placed
    return placed or 0
