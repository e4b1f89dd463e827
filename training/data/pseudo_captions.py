"""Captions written from a mask: how many buildings came or went, and where, in the phrasing of the caption corpus.

They serve pairs that have a mask but no caption, and pairs whose dates are swapped: the corpus knows growth, an analyst
meets demolition too. Every sentence is true of the mask it was written from; a test holds them against it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_NUMBERS = {1: "a", 2: "two", 3: "three", 4: "four", 5: "five"}
_GONE = (
    "{subject} {be} removed{place}",
    "{subject} {disappear}{place}",
    "{subject}{place} {be} demolished",
    "{subject} {have} been removed{place}",
)
_NEW = (
    "{subject} {be} built{place}",
    "{subject} {appear}{place}",
    "{subject} {have} been built{place}",
    "{subject} {have} been constructed{place}",
)
_SMALLEST_SHARE = 0.0004
"""Regions below this share of the tile are slivers of a mask, not a building that a sentence would count."""


def caption_buildings(mask: NDArray[np.bool_], gone: bool, rng: np.random.Generator) -> list[str] | None:
    """A tokenised caption of a building-change mask.

    Args:
        mask: (H, W) pixels where buildings came (or went).
        gone: whether they disappeared.
        rng: picks among phrasings.

    Returns:
        Tokens, or None if the mask holds no region large enough to name.
    """
    regions = _regions(mask)
    if not regions:
        return None
    count = len(regions)
    plural = count != 1
    noun = rng.choice(["house", "building"]) + ("s" if plural else "")
    number = _NUMBERS.get(count) or ("several" if count < 9 else "many")
    place = _place(regions, mask.shape, rng)
    template = str(rng.choice(_GONE if gone else _NEW))
    text = template.format(
        subject=f"{number} {noun}",
        place=f" {place}" if place else "",
        be="are" if plural else "is",
        have="have" if plural else "has",
        appear="appear" if plural else "appears",
        disappear="disappear" if plural else "disappears",
    )
    return text.split()


def _regions(mask: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """Centroids (x, y) in 0–1 of the regions that count."""
    from scipy import ndimage

    labels, count = ndimage.label(mask)
    if count == 0:
        return []
    index = np.arange(1, count + 1)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    centres = ndimage.center_of_mass(mask, labels, index)
    height, width = mask.shape
    return [
        (float(x) / width, float(y) / height)
        for (y, x), size in zip(centres, sizes, strict=True)
        if size >= _SMALLEST_SHARE * mask.size
    ]


def _place(regions: list[tuple[float, float]], shape: tuple[int, ...], rng: np.random.Generator) -> str:
    """Where all regions lie, if one phrase says it; else nothing."""
    xs, ys = np.array([x for x, _ in regions]), np.array([y for _, y in regions])
    horizontal = "left" if xs.max() < 0.45 else "right" if xs.min() > 0.55 else ""
    vertical = "top" if ys.max() < 0.45 else "bottom" if ys.min() > 0.55 else ""
    if horizontal and vertical:
        return f"in the {vertical} {horizontal} corner"
    if vertical:
        return f"at the {vertical} of the scene"
    if horizontal:
        return str(rng.choice([f"on the {horizontal}", f"on the {horizontal} side of the scene"]))
    if np.all((xs > 0.3) & (xs < 0.7) & (ys > 0.3) & (ys < 0.7)):
        return "in the middle of the scene"
    return ""
