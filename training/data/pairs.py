"""Training pairs in memory: both dates, what is known of the masks, captions and change flag."""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...core.errors import InputError
from ...core.models.config import Channel
from ..config import SourceConfig
from ..schema import LABELLED, MaskValue
from .channel_labels import Told, label_channels
from .datasets import PairSample, load_dataset, read_masks, read_pair, read_soft_mask
from .datasets.binary_masks import known_by_name
from .datasets.files import find_image
from .datasets.labels import LabelKey, Legend, find_key_in
from .datasets.levir_recovered import GRID, load_levir_recovered

SIDE = 256
"""Side of a training pair in pixels, where `input.tile_size` of the configuration says nothing else."""


@dataclass(frozen=True)
class TrainingPair:
    """One pair.

    Attributes:
        images: uint8 (2, 3, H, W), before and after.
        masks: uint8 (C, H, W) per channel of the mask head: 0, 1, `SOMEWHERE` or `UNKNOWN`.
        captions: tokenised; none if the source has none.
        changed: 1, 0, or −1 if unknown.
        source: index of its source.
        soft_mask: uint8 (H, W), another detector's probability × 255 that a building changed, or None.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    captions: tuple[tuple[str, ...], ...]
    changed: int
    source: int
    soft_mask: NDArray[np.uint8] | None = field(default=None, kw_only=True)

    def loaded(self) -> TrainingPair:
        """The pair with its pixels."""
        return self


@dataclass(frozen=True)
class _Crop:
    """A part of a sample and what is known of it alone.

    Attributes:
        box: row, column, height and width in pixels; None for the whole.
        captions: references, tokens joined by spaces.
        changed: 1, 0, or −1 if unknown.
        kinds: of change, e.g. `building+`, `road-`; empty if unknown.
    """

    box: tuple[int, int, int, int] | None
    captions: tuple[str, ...] = ()
    changed: int = -1
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class StreamedPair(TrainingPair):
    """A pair that lies on disk: its images and masks are empty here, `loaded` reads them.

    Attributes:
        sample: what the loader says of it.
        crop: which part of it.
        channels: of the mask head.
        side: of the pair in pixels.
    """

    sample: PairSample
    crop: _Crop
    channels: tuple[Channel, ...]
    side: int

    def loaded(self) -> TrainingPair:
        """Read it; the same every time."""
        (pair,) = _decode(self.sample, [self.crop], self.source, self.channels, self.side)
        return replace(pair, captions=self.captions, changed=self.changed)

    def stamp(self) -> bytes:
        """Says which pixels it has, without reading them: files with their sizes and times, and the part."""
        sample = self.sample
        paths = (sample.before, sample.after, sample.mask, sample.soft_mask, *(sample.semantic or ()))
        states = [(path.as_posix(), (s := path.stat()).st_size, s.st_mtime_ns) for path in paths if path is not None]
        return repr((states, self.crop.box, self.side)).encode()


def load_pairs(
    data: Path,
    sources: Sequence[SourceConfig],
    channels: Sequence[Channel],
    workers: int = 2,
    most: int | None = None,
    side: int = SIDE,
    memory_gb: float = math.inf,
) -> list[TrainingPair]:
    """Pairs of all sources, decoded as far as they fit into memory (about 0.6 MB a pair of 256 pixels).

    Args:
        data: data folder.
        sources: what to read.
        channels: of the mask head, to know which masks a source can label.
        workers: decoding threads.
        most: samples of each source, spread evenly over it; all of them if left out.
        side: of a pair in pixels; larger images are cut, smaller ones enlarged.
        memory_gb: if all pairs would take more, none is kept: they are `StreamedPair`s.

    Raises:
        InputError: a source is absent, empty or cannot be read.
    """
    pairs: list[TrainingPair] = []
    found: list[tuple[int, PairSample, list[_Crop]]] = []
    with ThreadPoolExecutor(workers) as pool:
        for index, source in enumerate(sources):
            if source.kind == "single_date":
                continue  # no pairs: `single_temporal.load_tiles`
            samples = list(_samples(data, source, side))
            if not samples:
                raise InputError(f"no pairs in {data / source.path} (split '{source.split}')")
            if most is not None:
                samples = samples[:: math.ceil(len(samples) / most)]
            found += [(index, sample, crops) for sample, crops in samples]
        size = sum(len(crops) for _, _, crops in found) * (6 + len(channels)) * side**2 / 1e9
        read = functools.partial(_open, channels=tuple(channels), side=side, keep=size <= memory_gb)
        for part in pool.map(lambda each: read(*each), found):
            pairs.extend(part)
    return pairs


def _open(
    index: int, sample: PairSample, crops: Sequence[_Crop], channels: tuple[Channel, ...], side: int, keep: bool
) -> list[TrainingPair]:
    """The pairs of a sample, in memory or on disk."""
    if keep:
        return _decode(sample, crops, index, channels, side)
    pairs: list[TrainingPair] = []
    masks: Mapping[str, NDArray[np.bool_]] | None = None
    nothing = np.zeros((2, 3, 0, 0), np.uint8)
    for crop in crops:
        changed = crop.changed
        if changed < 0 and sample.classes:  # only its masks can tell
            masks = read_masks(sample) if masks is None else masks
            changed = 1 if any(_part(mask, crop).any() for mask in masks.values()) else changed
        captions = tuple(tuple(caption.split()) for caption in crop.captions)
        pairs.append(StreamedPair(nothing, nothing[0], captions, changed, index, sample, crop, channels, side))
    return pairs


def _samples(data: Path, source: SourceConfig, side: int) -> Iterator[tuple[PairSample, list[_Crop]]]:
    root = data / source.path
    if not root.exists():
        raise InputError(f"{root} does not exist; name the data folder with --data or DESCRIBE_CHANGES_DATA")
    if source.kind == "pseudo_captions":
        yield from _machine_samples(root, data)
        return
    if source.kind == "recovered":
        yield from _matched_samples(root, data)
        return
    for sample in load_dataset(root, source.split, source.layout):  # nosec B615 - reads a folder
        if not read_from(source, sample):
            continue
        if source.soft_masks is not None:
            sample = replace(sample, soft_mask=find_image(data / source.soft_masks, sample.id))
        if sample.captions:
            changed = -1 if sample.changed is None else int(sample.changed)
            yield sample, [_Crop(None, sample.captions, changed)]
        else:
            yield sample, _cut(sample, side)


def read_from(source: SourceConfig, sample: PairSample) -> bool:
    """Return whether a sample of a data set is one of those that the source wants, by its tile."""
    return sample.place not in source.left_out_places and (not source.places or sample.place in source.places)


def _cut(sample: PairSample, side: int) -> list[_Crop]:
    """Crops of `side` that fill a larger image (a caption would not stay true of a part, so only masks are cut)."""
    with Image.open(sample.before) as image:
        width, height = image.size
    if min(height, width) <= side:
        return [_Crop(None)]
    corners = itertools.product(range(0, height - side + 1, side), range(0, width - side + 1, side))
    return [_Crop((row, col, side, side)) for row, col in corners]


def _machine_samples(path: Path, data: Path) -> Iterator[tuple[PairSample, list[_Crop]]]:
    """Crops captioned by a machine that saw the pair and its mask (`machine_captions.json`)."""

    def place(entry: Mapping[str, Any]) -> tuple[str, str]:
        return entry["source"], entry["stem"]

    entries = [e for e in json.loads(path.read_text(encoding="utf-8"))["items"] if not e["uncertain"]]
    for (folder, stem), group in itertools.groupby(sorted(entries, key=place), key=place):
        yield _machine_sample(data / folder, stem), [_machine_crop(entry) for entry in group]


def _matched_samples(root: Path, data: Path) -> Iterator[tuple[PairSample, list[_Crop]]]:
    """Crops of LEVIR-CD tiles with their captions of LEVIR-CC."""
    for sample, crops in load_levir_recovered(root, data):
        with Image.open(sample.before) as image:
            side = image.size[0] // GRID
        yield (
            sample,
            [
                _Crop((crop.row * side, crop.column * side, side, side), crop.captions, int(crop.changed))
                for crop in crops
            ],
        )


def _machine_crop(entry: Mapping[str, Any]) -> _Crop:
    box = entry["window"]
    return _Crop(
        (box["row"], box["col"], box["height"], box["width"]) if box else None,
        tuple(entry["captions"]),
        int(entry["changeflag"]),
        frozenset(entry["kinds"]),
    )


def _machine_sample(root: Path, stem: str) -> PairSample:
    before, after, label = (find_image(root / folder, stem) for folder in ("A", "B", "label"))
    if before is None or after is None or label is None:
        raise InputError(f"{root} holds no complete pair '{stem}' (A, B, label)")
    values, key = _machine_labels(root)
    return PairSample(id=stem, before=before, after=after, mask=label, mask_values=values, label_key=key)


@functools.lru_cache(8)
def _machine_labels(root: Path) -> tuple[Mapping[str, MaskValue], LabelKey | None]:
    legend = Legend({known_by_name(root)[0]: LABELLED})
    return legend.values, find_key_in([root / "label"], legend)


def _decode(
    sample: PairSample, crops: Sequence[_Crop], index: int, channels: Sequence[Channel], side: int
) -> list[TrainingPair]:
    images, masks = read_pair(sample), read_masks(sample)
    pairs = [_crop(images, masks, crop, index, channels, side) for crop in crops]
    if sample.soft_mask is None:
        return pairs
    likely = read_soft_mask(sample.soft_mask, images.shape[-2:])
    soft = [_resize(_part(likely, crop), side) for crop in crops]
    return [replace(pair, soft_mask=own) for pair, own in zip(pairs, soft, strict=True)]


def _part(array: NDArray[Any], crop: _Crop) -> NDArray[Any]:
    """The crop's part of (…, H, W)."""
    if crop.box is None:
        return array
    row, col, height, width = crop.box
    return array[..., row : row + height, col : col + width]


def _crop(
    images: NDArray[np.uint8],
    masks: Mapping[str, NDArray[np.bool_]],
    crop: _Crop,
    index: int,
    channels: Sequence[Channel],
    side: int,
) -> TrainingPair:
    images, masks = _part(images, crop), {name: _part(mask, crop) for name, mask in masks.items()}
    changed = crop.changed
    if changed < 0 and any(mask.any() for mask in masks.values()):
        changed = 1
    known = {name: _resize(mask.astype(np.uint8), side, nearest=True).astype(bool) for name, mask in masks.items()}
    return TrainingPair(
        np.stack([_resize(date.transpose(1, 2, 0), side).transpose(2, 0, 1) for date in images]),
        label_channels(known, changed, Told.of(crop.kinds, crop.captions), channels, side),
        tuple(tuple(caption.split()) for caption in crop.captions),
        changed,
        index,
    )


def _resize(array: NDArray[np.uint8], side: int, nearest: bool = False) -> NDArray[np.uint8]:
    """(H, W) or (H, W, 3) to `side`."""
    if array.shape[:2] == (side, side):
        return array
    method = Image.Resampling.NEAREST if nearest else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(np.ascontiguousarray(array)).resize((side, side), method))
