"""Change pairs from labelled images of single dates (ChangeStar, ICCV 2021, arXiv:2108.07002).

Two labelled tiles of different places are a pair whose change is the exclusive-or of their masks; one tile twice,
recoloured, shifted by a few pixels and shadowed, is a pair in which nothing changed. This is how classes without pairs
(roads, water, vegetation) and places without pairs come into training.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.models.config import Channel
from ..config import SingleTemporalConfig, SourceConfig
from ..losses.mask import UNKNOWN
from .datasets.single_date import Tile, load_single_dates, read_tile, resize
from .pairs import SIDE, TrainingPair

Pixels = NDArray[np.uint8]
Masks = Mapping[str, Pixels]
_ANY = "change"


def load_tiles(
    data: Path, sources: Sequence[SourceConfig], finest_m: float, left_out: bool = False, workers: int = 2
) -> list[Tile]:
    """Read the single dates among the sources into memory.

    Args:
        data: data folder.
        sources: all sources of a run; those of another kind are passed over.
        finest_m: tiles with smaller pixels are reduced to this size.
        left_out: those that are left out of training, instead of those that are not.
        workers: reading threads.

    Raises:
        InputError: a source is absent or cannot be read.
    """
    tiles: list[Tile] = []
    with ThreadPoolExecutor(workers) as pool:
        for index, source in enumerate(sources):
            about = source.single_date
            if about is None:
                continue
            samples = [s for s in load_single_dates(data / source.path, about) if s.left_out == left_out]
            tiles += pool.map(lambda sample, a=about, i=index: read_tile(sample, a, i, finest_m), samples)
    return tiles


class SingleTemporalPairs:
    """Makes pairs from tiles.

    Args:
        tiles: of all single-date sources.
        channels: of the mask head.
        config: how.
        side: of a pair in pixels.

    Raises:
        InputError: there are no tiles.
    """

    def __init__(
        self, tiles: Sequence[Tile], channels: Sequence[Channel], config: SingleTemporalConfig, side: int = SIDE
    ) -> None:
        if not tiles:
            raise InputError("the single-date sources hold no tiles")
        self.tiles, self.channels, self.config, self.side = tiles, channels, config, side
        self.by_source: dict[int, list[Tile]] = {}
        self.by_place: dict[tuple[int, str, float], list[Tile]] = {}
        for tile in tiles:
            self.by_source.setdefault(tile.source, []).append(tile)
            self.by_place.setdefault(_place(tile), []).append(tile)
        self.shares = {source: _shares(part) for source, part in self.by_source.items()}

    def make(self, source: int, rng: np.random.Generator) -> TrainingPair:
        """A pair one of whose dates is of `source`, undisturbed; `changed` is 0 for one tile twice, else 1 or −1."""
        first = self._draw(source, rng)
        gsd = self._pixel_size(first, rng)
        image, masks = self._view(first, gsd, rng)
        if rng.random() < self.config.p_static:
            labels = np.zeros((len(self.channels), self.side, self.side), np.uint8)
            return TrainingPair(np.stack([image, image]), labels, (), 0, source)
        other = source if rng.random() < self.config.p_same_source else int(rng.choice(list(self.by_source)))
        second, others = self._view(self._draw(other, rng), gsd, rng)
        before, after = ((image, masks), (second, others))[:: 1 if rng.random() < 0.5 else -1]
        labels = exclusive_or(before[1], after[1], self.channels)
        changed = 1 if (labels == 1).any() else -1
        return TrainingPair(np.stack([before[0], after[0]]), labels, (), changed, source)

    def _draw(self, source: int, rng: np.random.Generator) -> Tile:
        """A tile of a source: drawn evenly, or for one of the classes that the source shows (`p_by_class`)."""
        tiles, shares = self.by_source[source], self.shares[source]
        if not len(shares) or rng.random() >= self.config.p_by_class:
            return _choose(tiles, rng)
        return tiles[int(rng.choice(len(tiles), p=shares[int(rng.integers(len(shares)))]))]

    def _pixel_size(self, tile: Tile, rng: np.random.Generator) -> float:
        """Metres per pixel of a pair, evenly over octaves within what the tile can show."""
        low, high = self.config.gsd_m
        low, high = max(low, 0.8 * tile.gsd_m), min(high, self.config.shrink * tile.gsd_m)
        return float(math.exp(rng.uniform(math.log(low), math.log(max(low, high)))))

    def _view(self, tile: Tile, gsd: float, rng: np.random.Generator) -> tuple[Pixels, Masks]:
        """A random part of a tile at a pixel size; where the tile is too small, of a mosaic of its place's tiles."""
        scale = gsd / tile.gsd_m
        need = math.ceil(self.side * scale)
        image, masks = self._mosaic(tile, need, rng)
        top, left = (int(rng.integers(0, side - need + 1)) for side in image.shape[1:])
        rows, cols = slice(top, top + need), slice(left, left + need)
        size = (self.side, self.side)
        shown = resize(image[:, rows, cols].transpose(1, 2, 0), size).transpose(2, 0, 1)
        return shown, {name: resize(mask[rows, cols], size, nearest=True) for name, mask in masks.items()}

    def _mosaic(self, tile: Tile, need: int, rng: np.random.Generator) -> tuple[Pixels, Masks]:
        """At least `need` × `need` pixels: the tile, turned, with others of its place beside it where it is smaller."""
        height, width = tile.image.shape[1:]
        down, across = -(-need // height), -(-need // width)
        if down == across == 1:
            return tile.image, tile.masks
        image = np.zeros((3, down * height, across * width), np.uint8)
        masks = {name: np.full(image.shape[1:], UNKNOWN, np.uint8) for name in tile.masks}
        for row in range(down):
            for col in range(across):
                part = tile if row == col == 0 else _choose(self.by_place[_place(tile)], rng)
                tall, wide = (min(a, b) for a, b in zip((height, width), part.image.shape[1:], strict=True))
                rows, cols = slice(row * height, row * height + tall), slice(col * width, col * width + wide)
                image[:, rows, cols] = part.image[:, :tall, :wide]
                for name, mask in masks.items():
                    mask[rows, cols] = part.masks[name][:tall, :wide]
        return image, masks


def exclusive_or(before: Masks, after: Masks, channels: Sequence[Channel]) -> Pixels:
    """Labels of a pair of two places.

    Args:
        before: (H, W) per class: 0, 1 or `UNKNOWN`.
        after: the same of the other place; a class that one of them lacks is unknown.
        channels: of the mask head.

    Returns:
        uint8 (C, H, W). A class appeared where only the later date has it, disappeared where only the earlier has it.
        Change of any kind is known where a class changed, and unknown elsewhere: the rest of two places differs, too.
    """
    shape = next(iter(before.values())).shape
    out = np.full((len(channels), *shape), UNKNOWN, np.uint8)
    changes = {name: _changes(before[name], after[name]) for name in before.keys() & after.keys()}
    for channel, target in zip(channels, out, strict=True):
        if channel.class_name == _ANY:
            for came, went, known in changes.values():
                target[known & (came | went)] = 1
        elif channel.class_name in changes:
            came, went, known = changes[channel.class_name]
            wanted = {"appeared": came, "disappeared": went}.get(channel.transition, came | went)
            target[known] = wanted[known]
    return out


def _changes(before: Pixels, after: Pixels) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Where a class came, went, and is known on both dates."""
    known = (before != UNKNOWN) & (after != UNKNOWN)
    return (before == 0) & (after == 1), (before == 1) & (after == 0), known


def keep_light(images: Pixels, least: float) -> Pixels:
    """Brighten each date of (2, 3, H, W) whose mean lies below `least`, by one factor."""
    if least <= 0 or not images.size:
        return images
    out = images
    for number, date in enumerate(images):
        mean = float(date.mean())
        if 0 < mean < least:
            out = out.copy() if out is images else out
            out[number] = np.clip(date.astype(np.float32) * (least / mean) + 0.5, 0, 255).astype(np.uint8)
    return out


def fixed_pairs(maker: SingleTemporalPairs, count: int, seed: int = 0) -> list[TrainingPair]:
    """Pairs for validation: the same for the same tiles and seed, each source as often, none recoloured."""
    sources = sorted(maker.by_source)
    return [
        maker.make(sources[number % len(sources)], np.random.default_rng((seed, number))) for number in range(count)
    ]


def _choose(tiles: Sequence[Tile], rng: np.random.Generator) -> Tile:
    return tiles[int(rng.integers(len(tiles)))]


def _shares(tiles: Sequence[Tile]) -> NDArray[np.float64]:
    """(classes shown, tiles): how much of what all tiles show of a class lies in each; rows add up to 1."""
    areas = np.array([[(tile.masks[name] == 1).mean() for tile in tiles] for name in tiles[0].masks])
    shown = areas[areas.sum(axis=1) > 0]
    return np.asarray(shown / shown.sum(axis=1, keepdims=True))


def _place(tile: Tile) -> tuple[int, str, float]:
    return tile.source, tile.place, tile.gsd_m
