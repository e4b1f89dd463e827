"""Direction words of a caption when its image pair is flipped or rotated.

*Convention*: an image has x to the right and y downwards; a transform is one of the eight flip_rotate of the square
(`D4Transform`), a transposition after optional flips. A caption that cannot be rewritten truthfully gives None,
and the caller keeps the pair as it is or uses another caption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_VECTORS = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1), "upper": (0, -1), "lower": (0, 1)}
_COMPASS = {"west": (-1, 0), "east": (1, 0), "north": (0, -1), "south": (0, 1)}
_RELATIONS = {"above": (0, -1), "below": (0, 1)}
_AXES = {"vertical": "horizontal", "vertically": "horizontally"}
_AXES.update({b: a for a, b in _AXES.items()})
_SIDES = {(-1, 0): "left", (1, 0): "right", (0, -1): "top", (0, 1): "bottom"}
_WINDS = {vector: word for word, vector in _COMPASS.items()}
_UNTRANSLATABLE = frozenset({"clockwise", "counterclockwise", "upward", "upwards", "downward", "downwards"})


@dataclass(frozen=True)
class D4Transform:
    """One symmetry of the square: flip left–right, flip up–down, then transpose, each or not."""

    flip_x: bool = False
    flip_y: bool = False
    transpose: bool = False

    @classmethod
    def number(cls, index: int) -> D4Transform:
        """The symmetry with `index` 0–7; 0 changes nothing."""
        return cls(bool(index & 1), bool(index & 2), bool(index & 4))

    @property
    def is_identity(self) -> bool:
        """Whether nothing changes."""
        return not (self.flip_x or self.flip_y or self.transpose)

    def apply(self, array: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Transform the last two axes (square, rows then columns)."""
        if self.flip_x:
            array = array[..., ::-1]
        if self.flip_y:
            array = array[..., ::-1, :]
        return array.swapaxes(-1, -2) if self.transpose else array

    def direction(self, vector: tuple[int, int]) -> tuple[int, int]:
        """Where a direction (x, y) points afterwards."""
        x, y = vector
        x, y = (-x if self.flip_x else x), (-y if self.flip_y else y)
        return (y, x) if self.transpose else (x, y)


def transform_caption(tokens: Sequence[str], symmetry: D4Transform) -> list[str] | None:
    """The caption after the transform of its images, or None if no truthful rewriting is known.

    Args:
        tokens: tokenised caption.
        symmetry: what was done to the images.
    """
    if symmetry.is_identity:
        return list(tokens)
    words: list[str] = []
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        word = _rewrite_word(token, following, symmetry)
        if word is None:
            return None
        words.append(word)
    return _order(words)


def _rewrite_word(token: str, following: str, symmetry: D4Transform) -> str | None:
    if token in _UNTRANSLATABLE or (token in ("under", "beneath", "over") and following != "construction"):
        return None if symmetry.flip_y or symmetry.transpose else token
    if token in ("left", "right", "top", "bottom"):
        return _SIDES[symmetry.direction(_VECTORS[token])]
    if token in ("upper", "lower"):
        side = _SIDES[symmetry.direction(_VECTORS[token])]
        return {"top": "upper", "bottom": "lower"}.get(side, side)
    if token in _COMPASS:
        return _WINDS[symmetry.direction(_COMPASS[token])]
    if token in _RELATIONS:
        vector = symmetry.direction(_RELATIONS[token])
        return {(0, -1): "above", (0, 1): "below"}.get(vector)
    if token in _AXES:
        return _AXES[token] if symmetry.transpose else token
    return _rewrite_compound(token, symmetry)


def _rewrite_compound(token: str, symmetry: D4Transform) -> str | None:
    """Hyphenated corners (`upper-left`), joined winds (`northeast`); any other word stays."""
    if "-" in token:
        parts = token.split("-")
        if all(part in _VECTORS for part in parts):
            turned = [_rewrite_word(part, "", symmetry) or "" for part in parts]
            return "-".join(_order(turned))
        return token
    for first in ("north", "south"):
        for second in ("east", "west"):
            if token == first + second:
                winds = {_WINDS[symmetry.direction(_COMPASS[w])] for w in (first, second)}
                return "".join(sorted(winds, key=("north", "south", "east", "west").index))
    return token


def _order(words: list[str]) -> list[str]:
    """Name the vertical side of a corner first, as the corpus does: `left top corner` → `top left corner`."""
    words = list(words)
    for index in range(len(words) - 1):
        if words[index] in ("left", "right") and words[index + 1] in ("top", "bottom", "upper", "lower"):
            words[index], words[index + 1] = words[index + 1], words[index]
    return words
