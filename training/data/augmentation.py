"""From pairs in memory to augmented batches, reproducible from (seed, step) alone.

Whatever is done to the images is done to the masks and said in the captions: flip_rotate rewrite direction
words, swapped dates swap appeared and disappeared and are captioned from the mask, a pair made of one date
twice is captioned as unchanged.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import EllipsisType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...core.captions.no_change import NO_CHANGE_SENTENCES
from ...core.models.captioner import PairFeatures
from ...core.models.config import Channel
from ...core.models.vocabulary import PAD, Vocabulary
from ..config import AugmentConfig, SourceConfig
from ..losses.mask import SOMEWHERE, UNKNOWN
from .appearance import blur, take_colour, vary_dates
from .caption_transforms import D4Transform, transform_caption
from .datasets.single_date import resize
from .pairs import StreamedPair, TrainingPair
from .pseudo_captions import caption_buildings
from .single_temporal import SingleTemporalPairs, keep_light
from .tokenization import MAX_TOKENS

_READERS = min(8, os.cpu_count() or 1)
"""Threads that read pairs that lie on disk."""
Caption = Sequence[str]
_ENOUGH = 0.6
"""Share of the pixels among which a change lies somewhere that a part of the pair must show, to be told so, too."""
_UNCHANGED = tuple(tuple(sentence.split()) for sentence in NO_CHANGE_SENTENCES)


@dataclass(frozen=True)
class Batch:
    """One batch.

    Attributes:
        images: float32 (B, 2, 3, H, W) normalised, or features of a frozen encoder.
        masks: uint8 (B, C, H, W): 0, 1, `SOMEWHERE`, `UNKNOWN`.
        tokens: int64 (B, K, T) caption ids, `PAD` filled; a row of `PAD` only is no caption.
        changed: float32 (B,): 1, 0, or −1 if unknown.
        texts: per pair the first of its captions in `tokens`, empty if it has none.
        made: (B,) bool, True for pairs made from single dates.
    """

    images: Tensor | PairFeatures
    masks: Tensor
    tokens: Tensor
    changed: Tensor
    texts: tuple[str, ...]
    made: Tensor | None = None

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        made = None if self.made is None else self.made.to(device)
        images, masks, tokens = self.images.to(device), self.masks.to(device), self.tokens.to(device)
        return Batch(images, masks, tokens, self.changed.to(device), self.texts, made)

    def part(self, rank: int, world: int) -> Batch:
        """Every `world`-th pair from `rank` on: the share of one of several processes."""
        if world == 1:
            return self
        rows = slice(rank, None, world)
        made = None if self.made is None else self.made[rows]
        return Batch(self.images[rows], self.masks[rows], self.tokens[rows], self.changed[rows], self.texts[rows], made)


@dataclass(frozen=True)
class Sample:
    """A pair as it is shown: uint8 (2, 3, H, W), (C, H, W), captions, and 1, 0 or −1 for changed.

    Attributes are those of `TrainingPair`.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    captions: tuple[Caption, ...]
    changed: int


class BatchSampler:
    """Draws and augments batches.

    Args:
        pairs: all pairs of all sources.
        sources: their configurations, for the drawing weights.
        channels: of the mask head.
        vocabulary: encodes captions.
        config: augmentation.
        captions_per_pair: K.
        mean: per band, 0–1 scale.
        std: per band.
        seed: of the run.
        single_temporal: makes the pairs of the sources of single dates.
        longest: tokens of a caption, marks included, from which it is cut.
    """

    def __init__(
        self,
        pairs: Sequence[TrainingPair],
        sources: Sequence[SourceConfig],
        channels: Sequence[Channel],
        vocabulary: Vocabulary,
        config: AugmentConfig,
        captions_per_pair: int,
        mean: Sequence[float],
        std: Sequence[float],
        seed: int,
        single_temporal: SingleTemporalPairs | None = None,
        longest: int = MAX_TOKENS,
    ) -> None:
        self.longest = longest
        self.pairs = pairs
        self.single_temporal = single_temporal
        self.sources = sources
        self.members = [[i for i, p in enumerate(pairs) if p.source == s] for s in range(len(sources))]
        self.vocabulary = vocabulary
        self.config = config
        self.captions_per_pair = captions_per_pair
        self.mean = np.array(mean, np.float32).reshape(1, 3, 1, 1)
        self.std = np.array(std, np.float32).reshape(1, 3, 1, 1)
        self.seed = seed
        self.swap = _swapped_channels(channels)
        self.gone = [i for i, c in enumerate(channels) if c.class_name == "building" and c.transition == "disappeared"]
        self.come = [i for i, c in enumerate(channels) if c.class_name == "building" and c.transition == "appeared"]

    def batch(self, step: int, progress: float, size: int) -> Batch:
        """The batch of a step.

        Args:
            step: counts from 0; the same step gives the same batch.
            progress: 0 at the first step, 1 at the last: moves the drawing weights.
            size: pairs B.
        """
        rng = np.random.default_rng((self.seed, step))
        rows = self.draw(progress, size, rng)
        known = [row for row in rows if row >= 0]
        read = dict(zip(known, self.loaded([self.pairs[row] for row in known]), strict=True))
        examples = [self.augment(read[row], rng) if row >= 0 else self._made(~row, rng) for row in rows]
        if self.config.crop is not None:
            scales = [self.sources[self.pairs[row].source if row >= 0 else ~row].scale for row in rows]
            examples = [
                _crop(example, self.config.crop, scale or self.config.scale, rng)
                for example, scale in zip(examples, scales, strict=True)
            ]
        batch = self.collate(examples, rng)
        return dataclasses.replace(batch, made=torch.tensor([row < 0 for row in rows]))

    def draw(self, progress: float, size: int, rng: np.random.Generator) -> list[int]:
        """Indices of the pairs of a batch; ~s for a pair that is made from the single dates of source s."""
        shares = np.array(
            [
                s.weight + progress * ((s.weight if s.final_weight is None else s.final_weight) - s.weight)
                for s in self.sources
            ]
        )
        drawn = rng.choice(len(self.sources), size=size, p=shares / shares.sum())
        return [self.members[s][rng.integers(len(self.members[s]))] if self.members[s] else ~int(s) for s in drawn]

    def collate(self, examples: Sequence[Sample], rng: np.random.Generator) -> Batch:
        """Normalise, pick captions, pad."""
        images = np.stack([self.normalise(e.images) for e in examples])
        return self.attach_labels(torch.from_numpy(images), examples, rng)

    def attach_labels(
        self, images: Tensor | PairFeatures, examples: Sequence[Sample], rng: np.random.Generator
    ) -> Batch:
        """Put what is known of the examples beside their images or features."""
        picked = [self._pick(e.captions, rng) for e in examples]
        return Batch(
            images,
            torch.from_numpy(np.stack([e.masks for e in examples])),
            _pad(picked, self.vocabulary, self.longest),
            torch.tensor([e.changed for e in examples], dtype=torch.float32),
            tuple(" ".join(row[0]) if row else "" for row in picked),
        )

    def eval_batch(self, pairs: Sequence[TrainingPair]) -> Batch:
        """A batch without augmentation, with the first captions of each pair (validation)."""
        read, most = self.loaded(pairs), self.captions_per_pair
        shown = [Sample(pair.images, pair.masks, pair.captions[:most], pair.changed) for pair in read]
        return self.collate(shown, np.random.default_rng(0))

    def loaded(self, pairs: Sequence[TrainingPair]) -> list[TrainingPair]:
        """The pairs with their pixels, several read at a time where they lie on disk."""
        if not any(isinstance(pair, StreamedPair) for pair in pairs):
            return list(pairs)
        with ThreadPoolExecutor(_READERS) as pool:
            return list(pool.map(lambda pair: pair.loaded(), pairs))

    def normalise(self, images: NDArray[np.uint8] | NDArray[np.float32]) -> NDArray[np.float32]:
        """Bytes to what the encoder reads."""
        scaled = images.astype(np.float32)
        scaled *= 1 / 255
        scaled -= self.mean
        scaled /= self.std
        return scaled

    def _pick(self, captions: Sequence[Caption], rng: np.random.Generator) -> list[Caption]:
        count = min(self.captions_per_pair, len(captions))
        return [captions[i] for i in rng.permutation(len(captions))[:count]]

    def augment(self, pair: TrainingPair, rng: np.random.Generator) -> Sample:
        """A random view of a pair."""
        example = Sample(pair.images, self._masks(pair, rng), pair.captions, pair.changed)
        draw = rng.random()
        if draw < self.config.p_static:
            example = self._static_pair(example, rng)
        elif draw < self.config.p_static + self.config.p_swap_dates:
            example = self._swap_dates(example, rng)
        if self.config.flip_rotate:
            example = _flip_rotate(example, D4Transform.number(int(rng.integers(8))))
        images = self._photometric(misregister(example.images, self.config.max_shift_px, rng), rng)
        images = self._recolour(images, rng)
        return Sample(images, example.masks, example.captions, example.changed)

    def _masks(self, pair: TrainingPair, rng: np.random.Generator) -> NDArray[np.uint8]:
        """The masks of a pair, or what another detector says of its buildings at a random level.

        Its probability does not tell a direction: buildings came, unless the pair's masks know only of such that went.
        """
        if pair.soft_mask is None or rng.random() >= self.config.p_soft_masks:
            return pair.masks
        masks, marked = pair.masks.copy(), pair.soft_mask > 255 * rng.random()
        shown = [channel for channel in (*self.come, *self.gone) if (pair.masks[channel] == 1).any()]
        for channel in shown[:1] or self.come:
            masks[channel] = np.where(masks[channel] > 1, masks[channel], marked)
        return masks

    def _made(self, source: int, rng: np.random.Generator) -> Sample:
        """A pair from single dates, turned, disturbed and recoloured, but not into darkness."""
        if self.single_temporal is None:
            raise ValueError(f"source {source} has no pairs")
        maker, pair = self.single_temporal, self.single_temporal.make(source, rng)
        symmetry = D4Transform.number(int(rng.integers(8))) if self.config.flip_rotate else D4Transform.number(0)
        how = maker.config
        images = vary_dates(symmetry.apply(pair.images), how.season_strength, how.p_shadow, rng)
        images = self._recolour(misregister(images, how.max_shift_px, rng), rng)
        return Sample(images, symmetry.apply(pair.masks), _UNCHANGED if pair.changed == 0 else (), pair.changed)

    def _recolour(self, images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
        """Light, tint, sharpness and colour of each date on its own."""
        config = self.config
        images = keep_light(_color_jitter(images, config.color_jitter, rng), config.least_mean)
        if not config.p_blur and not config.p_grey:
            return images
        dates = []
        for date in images:
            if rng.random() < config.p_blur:
                date = blur(date, rng)
            dates.append(take_colour(date) if rng.random() < config.p_grey else date)
        return np.stack(dates)

    def _photometric(self, images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
        """Season and shadows of each date on its own."""
        config = self.config
        if not config.season_strength and not config.p_shadow:
            return images
        return vary_dates(images, config.season_strength, config.p_shadow, rng)

    def _static_pair(self, example: Sample, rng: np.random.Generator) -> Sample:
        """One date twice: nothing of any class has changed."""
        images = np.repeat(example.images[rng.integers(2)][None], 2, axis=0)
        return Sample(images, np.zeros_like(example.masks), _UNCHANGED, 0)

    def _swap_dates(self, example: Sample, rng: np.random.Generator) -> Sample:
        """Swap the dates of a pair whose building mask is known, captioned from the mask."""
        masks = example.masks[self.swap]
        buildings = masks[[*self.gone, *self.come]]
        if not self.gone or not (buildings == 1).any() or (buildings > 1).any():
            return example
        went, came = (masks[self.gone] == 1).any(axis=0), (masks[self.come] == 1).any(axis=0)
        captions = [caption_buildings(went, True, rng) for _ in range(3)] if not came.any() else []
        known = tuple(c for c in captions if c)
        return Sample(example.images[::-1], masks, known, 1)


def _swapped_channels(channels: Sequence[Channel]) -> list[int]:
    """For each channel the one that shows its change when the dates are swapped."""
    opposite = {"appeared": "disappeared", "disappeared": "appeared", "": ""}
    order = []
    for channel in channels:
        wanted = (channel.class_name, opposite[channel.transition])
        matches = [i for i, c in enumerate(channels) if (c.class_name, c.transition) == wanted]
        order.append(matches[0] if matches else channels.index(channel))
    return order


def _flip_rotate(example: Sample, symmetry: D4Transform) -> Sample:
    captions = [transform_caption(c, symmetry) for c in example.captions]
    known = tuple(c for c in captions if c is not None)
    if example.captions and not known:
        return example
    return Sample(symmetry.apply(example.images), symmetry.apply(example.masks), known, example.changed)


def _crop(example: Sample, side: int, scale: tuple[float, float], rng: np.random.Generator) -> Sample:
    """A random square part at another size, of which the captions may not hold, nor that it changed."""
    factor = float(np.exp(rng.uniform(*np.log(scale)))) if scale != (1.0, 1.0) else 1.0
    shown = min(round(side / factor), *example.images.shape[-2:])
    top, left = (int(v) for v in rng.integers(0, np.array(example.images.shape[-2:]) - shown + 1))
    part = (..., slice(top, top + shown), slice(left, left + shown))
    images, masks = example.images[part], _cut(example.masks, part)
    if shown != side:
        images = np.stack([resize(date.transpose(1, 2, 0), (side, side)).transpose(2, 0, 1) for date in images])
        masks = np.stack([resize(mask, (side, side), nearest=True) for mask in masks])
    return Sample(images, masks, (), 0 if example.changed == 0 else -1)


def _cut(masks: NDArray[np.uint8], part: tuple[EllipsisType | slice, ...]) -> NDArray[np.uint8]:
    """A part of masks (C, H, W), which need not hold what is somewhere in the whole if it leaves out much of that."""
    cut = masks[part].copy()
    for whole, shown in zip(masks == SOMEWHERE, cut, strict=True):
        here = shown == SOMEWHERE
        if here.sum() < _ENOUGH * whole.sum():
            shown[here] = UNKNOWN
    return cut


def misregister(images: NDArray[np.uint8], most: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Shift the earlier of two dates (2, 3, H, W) by up to `most` pixels against the later, edges repeated."""
    dy, dx = (int(v) for v in rng.integers(-most, most + 1, size=2))
    if dy == 0 and dx == 0:
        return images
    height, width = images.shape[-2:]
    rows = np.clip(np.arange(height) + dy, 0, height - 1)
    cols = np.clip(np.arange(width) + dx, 0, width - 1)
    return np.stack([images[0][:, rows][:, :, cols], images[1]])


def _color_jitter(images: NDArray[np.uint8], strength: float, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Brightness, contrast, gamma and tint, for each date on its own (season, sun, sensor)."""
    if strength == 0:
        return images
    levels = np.arange(256, dtype=np.float32) / 255
    out = np.empty_like(images)
    for date in range(2):
        gamma = float(np.exp(rng.normal(0, strength)))
        contrast = float(np.exp(rng.normal(0, strength * 0.7)))
        brightness = rng.normal(0, strength * 0.3)
        for band in range(3):
            tint = np.exp(rng.normal(0, strength * 0.25))
            table = np.clip(((levels**gamma - 0.4) * contrast + 0.4 + brightness) * tint, 0, 1)
            out[date, band] = (table * 255 + 0.5).astype(np.uint8)[images[date, band]]
    return out


def _pad(captions: Sequence[Sequence[Caption]], vocabulary: Vocabulary, most: int) -> Tensor:
    """Captions per pair → (B, K, T) ids."""
    encoded = [[vocabulary.encode(c)[:most] for c in row] for row in captions]
    count = max((len(row) for row in encoded), default=0) or 1
    length = max((len(c) for row in encoded for c in row), default=2)
    tokens = torch.full((len(encoded), count, length), PAD, dtype=torch.long)
    for i, row in enumerate(encoded):
        for k, ids in enumerate(row):
            tokens[i, k, : len(ids)] = torch.tensor(ids)
    return tokens
