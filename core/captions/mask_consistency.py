"""Check what a sentence says about place and number against the mask of its tile.

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
from ..models.decoding import Decoding
from .claims import LEVIR_CC, ClaimReader

Mask = NDArray[np.bool_]

_USUAL = Decoding()


def place_agrees(mask: Mask, words: Iterable[str], rules: Decoding = _USUAL) -> bool:
    """Return whether the changed pixels lie where the words say; true where words or mask name no place.

    Args:
        mask: (H, W) changed pixels.
        words: of the sentence, lower case.
        rules: shares of the pack.
    """
    rows, cols = np.nonzero(mask)
    if len(rows) < rules.least_pixels:
        return True
    y, x = (rows + 0.5) / mask.shape[0], (cols + 0.5) / mask.shape[1]
    said = set(words)
    named = {place for place, naming in rules.words.places.items() if said & set(naming)}
    above, below, left, right = (side in named for side in ("top", "bottom", "left", "right"))
    if (above and below) or (left and right):
        return True  # several places: one mask cannot tell which belongs to what
    if above or below or left or right:
        inside = np.ones(len(x), bool)
        if above or below:
            inside &= (y < 0.5) == above
        if left or right:
            inside &= (x < 0.5) == left
        share = rules.corner_share if (above or below) and (left or right) else rules.side_share
        return bool(inside.mean() >= share)
    if said & set(rules.centre_words):
        central = (np.abs(x - 0.5) < rules.centre_reach) & (np.abs(y - 0.5) < rules.centre_reach)
        return bool(central.mean() >= rules.centre_share)
    if "corner" in named:
        near = (np.minimum(x, 1 - x) < rules.corner_reach) & (np.minimum(y, 1 - y) < rules.corner_reach)
        return bool(near.mean() >= rules.any_corner_share)
    return True


def count_components(buildings: Mask, rules: Decoding = _USUAL) -> int:
    """Patches of a building mask, (H, W), that are no specks."""
    found = shapes(buildings.astype(np.uint8), mask=buildings, connectivity=8)
    patches = [shapely.Polygon(patch["coordinates"][0], patch["coordinates"][1:]) for patch, _ in found]
    return int((shapely.area(patches) >= rules.least_patch_share * buildings.size).sum())


def count_disagrees(patches: int, sentence: str, rules: Decoding = _USUAL, reader: ClaimReader = LEVIR_CC) -> bool:
    """Return whether so many patches of a building mask can be as many buildings as the sentence says.

    Args:
        patches: of `count_components`; without any, nothing is counted.
        sentence: in lower case.
        rules: what a number can stand for.
        reader: finds claims in the pack's words.
    """
    ranges = [rules.patches_of[claim] for claim in reader.claims_of(sentence) if claim in rules.patches_of]
    if patches == 0 or len(ranges) != 1:
        return True  # no number, or several kinds of building: one mask cannot tell them apart
    low, high = ranges[0]
    return patches >= low and (high is None or patches <= high)


def select_consistent(
    sentences: Sequence[str],
    masks: Mask,
    channels: Sequence[Channel],
    class_words: Mapping[str, Sequence[str]],
    rules: Decoding = _USUAL,
    reader: ClaimReader = LEVIR_CC,
) -> int:
    """Choose among sentences.

    Args:
        sentences: best first.
        masks: (C, H, W) changed pixels per channel.
        channels: of the mask head.
        class_words: words by which sentences name a class.
        rules: of the pack.
        reader: finds claims in the pack's words.

    Returns:
        Index of the first sentence whose places agree with the masks of the classes it names (with all masks
        where it names none or those are empty), and whose number of buildings agrees with their mask. If there is none,
        the first whose places agree, else 0.
    """
    of_buildings = [row for row, channel in enumerate(channels) if channel.class_name == "building"]
    patches = count_components(np.any(masks[of_buildings], axis=0), rules)
    of_all: Mask = np.any(masks, axis=0)
    placed = None
    for index, sentence in enumerate(sentences):
        words = sentence.split()
        named = [c.class_name for c in channels if set(words) & set(class_words.get(c.class_name, ()))]
        rows = [row for row, channel in enumerate(channels) if channel.class_name in named]
        of_named: Mask = np.any(masks[rows], axis=0)
        mask = of_named if of_named.sum() >= rules.least_pixels else of_all
        if place_agrees(mask, words, rules):
            if count_disagrees(patches, sentence, rules, reader):
                return index
            placed = index if placed is None else placed
    return placed or 0
