"""Tiles that show the same place: found by their pixels, joined with the turns in which they show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from torch import Tensor

from ..data.datasets.images import Pixels

TURNS = "=hvo"
"""Letters of the possible orientations, by `D4Transform.number`; two turns one after
the other are their exclusive or."""
SAME_PLACE = 0.55
"""Correlation from which two tiles show the same place; hardly any lie between 0.35 and this."""
_THUMBNAIL, _TEMPLATE, _SIZES, _BLUR = 128, 64, (112, 120, 128, 136, 144), 4

Floats = NDArray[np.float32]
Cluster = tuple[tuple[int, int], ...]
"""Tiles of one place, each with the turn that makes the first one look like it."""


@dataclass(frozen=True)
class Duplicate:
    """Two tiles, the turn that makes the first look like the second, and their correlation, −1 to 1."""

    first: int
    second: int
    turn: int
    correlation: float


def find_duplicates(tiles: Sequence[Pixels], candidates: NDArray[np.intp]) -> list[Duplicate]:
    """Hold the middle of each tile, in the four turns and five sizes, against its candidates.

    By normalised cross-correlation of thumbnails without their low frequencies. Every couple is listed with its
    best turn and correlation.

    Args:
        tiles: (S, S) grey.
        candidates: (N, C) for each tile.
    """
    thumbnails = torch.from_numpy(np.stack([_thumbnail(tile, _THUMBNAIL) for tile in tiles]))
    window = torch.zeros(_THUMBNAIL, _THUMBNAIL)
    window[:_TEMPLATE, :_TEMPLATE] = 1
    seen = torch.fft.rfft2(thumbnails)
    energy = _correlate(torch.fft.rfft2(thumbnails.square()), torch.fft.rfft2(window)).clamp(min=1)
    found = []
    for first, others in enumerate(candidates):
        templates = _templates(tiles[first])
        spectra, own = torch.fft.rfft2(templates, s=window.shape), templates.square().sum(dim=(1, 2))
        for second in others:
            fit = _correlate(seen[second], spectra) / (energy[second] * own[:, None, None].clamp(min=1)).sqrt()
            best = fit.flatten(1).amax(dim=1)
            found.append(Duplicate(first, int(second), int(best.argmax()) % len(TURNS), float(best.max())))
    return found


def _correlate(seen: Tensor, template: Tensor) -> Tensor:
    """Correlation of two spectra at every place where the template lies wholly inside."""
    inside = _THUMBNAIL - _TEMPLATE + 1
    return torch.fft.irfft2(seen * template.conj(), s=(_THUMBNAIL, _THUMBNAIL))[..., :inside, :inside]


def _templates(tile: Pixels) -> Tensor:
    """Middles of a tile, (sizes · 4, 64, 64), the turns of one size one after the other."""
    middles = []
    for size in _SIZES:
        start = (size - _TEMPLATE) // 2
        middle = _thumbnail(tile, size)[start : start + _TEMPLATE, start : start + _TEMPLATE]
        middles += [middle, middle[:, ::-1], middle[::-1], middle[::-1, ::-1]]
    return torch.from_numpy(np.stack(middles))


def _thumbnail(tile: Pixels, size: int) -> Floats:
    small = Image.fromarray(tile).resize((size, size), Image.Resampling.BOX)
    pixels = np.asarray(small, np.float32)
    return pixels - ndimage.gaussian_filter(pixels, _BLUR)


def read_grey(path: Path) -> Pixels:
    """A tile as (S, S) grey."""
    with Image.open(path) as image:
        return np.asarray(image.convert("L"))


def join_duplicates(count: int, duplicates: Iterable[Duplicate]) -> tuple[list[Cluster], int]:
    """Join tiles that show the same place, the surest couples first.

    Args:
        count: of all tiles.
        duplicates: couples; those below `SAME_PLACE` do not count.

    Returns:
        The places, each tile in one of them; and how many couples within a place speak against the turns it was given.
    """
    places: list[list[tuple[int, int]]] = [[(tile, 0)] for tile in range(count)]
    home, turns = list(range(count)), [0] * count
    contradictions = 0
    for couple in sorted(duplicates, key=lambda couple: -couple.correlation):
        first, second = couple.first, couple.second
        between = turns[first] ^ couple.turn ^ turns[second]
        if couple.correlation < SAME_PLACE:
            break
        if home[first] == home[second]:
            contradictions += between != 0
            continue
        moved, places[home[second]] = places[home[second]], []
        for tile, turn in moved:
            home[tile], turns[tile] = home[first], turn ^ between
            places[home[first]].append((tile, turns[tile]))
    return [tuple(place) for place in places if place], contradictions
