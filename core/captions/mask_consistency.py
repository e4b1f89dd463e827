"""Check what a sentence says about place, number and direction against the mask of its tile.

A caption model places and counts changes less surely than its own mask head does. So of the sentences that the beam
search found, the engine takes the best whose places and number of buildings the mask bears out, and which says of no
class that it came where the mask shows that it went.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..models.config import Channel
from ..models.decoding import Decoding
from ..raster.regions import find_regions
from ..schema import Transition
from .claims import LEVIR_CC, ClaimReader
from .directions import changes_said

Mask = NDArray[np.bool_]

_USUAL = Decoding()


def place_agrees(mask: Mask, words: Iterable[str], rules: Decoding = _USUAL) -> bool:
    """Return whether the changed pixels lie where the words say; true where words or mask name no place.

    Args:
        mask: (H, W) changed pixels.
        words: of the sentence, lower case.
        rules: shares of the pack.
    """
    return _lies_there(mask, _place_said(words, rules), rules)


class _Place(NamedTuple):
    """Words of place in a sentence."""

    above: bool
    below: bool
    left: bool
    right: bool
    central: bool
    corner: bool

    @property
    def several(self) -> bool:
        """Whether these are several places: one mask cannot tell which belongs to what."""
        return (self.above and self.below) or (self.left and self.right)


def _place_said(words: Iterable[str], rules: Decoding) -> _Place:
    said = set(words)
    named = {place for place, naming in rules.words.places.items() if not said.isdisjoint(naming)}
    above, below, left, right = (side in named for side in ("top", "bottom", "left", "right"))
    return _Place(above, below, left, right, not said.isdisjoint(rules.centre_words), "corner" in named)


def _lies_there(mask: Mask, place: _Place, rules: Decoding) -> bool:
    """Return whether the changed pixels, (H, W), lie in a place; true where it names none or there are too few."""
    above, below, left, right, central, _ = place
    if place.several or not any(place) or np.count_nonzero(mask) < rules.least_pixels:
        return True
    y, x = ((np.arange(size) + 0.5) / size for size in mask.shape)
    if above or below or left or right:
        least = rules.corner_share if (above or below) and (left or right) else rules.side_share
        return _share(mask, _half(y, above, below), _half(x, left, right)) >= least
    if central:
        inner = [np.abs(axis - 0.5) < rules.centre_reach for axis in (y, x)]
        return _share(mask, *inner) >= rules.centre_share
    outer = [np.minimum(axis, 1 - axis) < rules.corner_reach for axis in (y, x)]
    return _share(mask, *outer) >= rules.any_corner_share


def _half(places: NDArray[np.float64], first: bool, second: bool) -> NDArray[np.bool_]:
    """Which places along an axis, 0–1, lie in the half named; all where none is."""
    return (places < 0.5) == first if first or second else np.ones(len(places), bool)


def _share(mask: Mask, rows: NDArray[np.bool_], cols: NDArray[np.bool_]) -> float:
    """Share of the changed pixels that lie in these rows and columns."""
    return float(np.count_nonzero(mask[rows][:, cols]) / np.count_nonzero(mask))


def count_components(buildings: Mask, rules: Decoding = _USUAL) -> int:
    """Patches of a building mask, (H, W), that are no specks."""
    patches = find_regions(buildings.astype(np.uint8), diagonal=True)
    return int((patches.pixels >= rules.least_patch_share * buildings.size).sum())


def count_agrees(patches: int, sentence: str, rules: Decoding = _USUAL, reader: ClaimReader = LEVIR_CC) -> bool:
    """Return whether so many patches of a building mask can be as many buildings as the sentence says.

    Args:
        patches: of `count_components`; without any, nothing is counted.
        sentence: in lower case.
        rules: what a number can stand for.
        reader: finds claims in the pack's words.
    """
    return _number_agrees(lambda: patches, sentence, rules, reader)


def _number_agrees(patches: Callable[[], int], sentence: str, rules: Decoding, reader: ClaimReader) -> bool:
    """As `count_agrees`; the patches are counted only where a sentence says a number."""
    ranges = [rules.patches_of[claim] for claim in reader.claims_of(sentence) if claim in rules.patches_of]
    if len(ranges) != 1 or patches() == 0:
        return True  # no number, or several kinds of building: one mask cannot tell them apart
    low, high = ranges[0]
    return patches() >= low and (high is None or patches() <= high)


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
        where it names none or those are empty), whose number of buildings agrees with their mask, and whose directions
        are not denied. If there is none, the first whose places and directions agree, then whose places do, else 0.
    """
    opposite = _opposite(masks, channels, rules)
    of_buildings = [row for row, channel in enumerate(channels) if channel.class_name == "building"]
    patches = cache(lambda: count_components(np.any(masks[of_buildings], axis=0), rules))
    of_all: Mask = np.any(masks, axis=0)
    of_classes: dict[tuple[str, ...], Mask] = {}
    there: dict[tuple[tuple[str, ...], _Place], bool] = {}  # the sentences of a tile name few places
    directed = placed = None
    for index, sentence in enumerate(sentences):
        words = sentence.split()
        named = tuple(c.class_name for c in channels if not set(words).isdisjoint(class_words.get(c.class_name, ())))
        if named not in of_classes:
            of_named: Mask = np.any(masks[[c.class_name in named for c in channels]], axis=0)
            of_classes[named] = of_named if np.count_nonzero(of_named) >= rules.least_pixels else of_all
        key = named, _place_said(words, rules)
        if key not in there:
            there[key] = _lies_there(of_classes[named], key[1], rules)
        if there[key]:
            placed = index if placed is None else placed
            if opposite and changes_said(words, class_words, reader) & opposite:
                continue
            if _number_agrees(patches, sentence, rules, reader):
                return index
            directed = index if directed is None else directed
    return placed or 0 if directed is None else directed


def _opposite(masks: Mask, channels: Sequence[Channel], rules: Decoding) -> set[tuple[str, str]]:
    """Classes with the transition that their masks deny: they show the other one, and hardly any of this."""
    pixels: dict[tuple[str, str], int] = {}
    for mask, channel in zip(masks, channels, strict=True):
        key = channel.class_name, channel.transition
        pixels[key] = pixels.get(key, 0) + int(np.count_nonzero(mask))
    pairs = {Transition.APPEARED.value: Transition.DISAPPEARED.value}
    pairs |= {gone: come for come, gone in pairs.items()}
    return {
        (name, pairs[transition])
        for (name, transition), count in pixels.items()
        if transition in pairs
        and count >= rules.least_pixels
        and pixels.get((name, pairs[transition]), 0) < rules.opposite_share * count
        and (name, pairs[transition]) in pixels
    }
