"""Training pairs in memory: both dates, what is known of the masks, captions and change flag."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..core.errors import InputError
from ..core.models.config import Channel
from .config import SourceConfig
from .datasets import PairSample, load_dataset, read_masks, read_pair
from .datasets.files import find_image
from .datasets.labels import LabelKey, Legend, find_key_in
from .datasets.masks import known_by_name
from .datasets.matched import GRID, load_matched
from .datasets.sample import LABELLED, MaskValue
from .losses.mask import UNKNOWN

SIDE = 256
"""Side of a training pair in pixels; larger images are cut, smaller ones enlarged."""


NAMES_OF_CLASSES: dict[str, frozenset[str]] = {
    "road": frozenset("road roads street streets path paths highway lane lanes driveway roundabout".split()),
    "water": frozenset("water lake lakes pond ponds pool pools river rivers stream canal".split()),
    "vegetation": frozenset(
        "tree trees forest woods woodland jungle vegetation plants grass grassland lawn meadow bushes green "
        "greenery garden park field fields farmland".split()
    ),
}
"""Words by which captions name a class that has no masks among the pairs; where none falls it did not change."""
_LOOKALIKES = {
    "road": frozenset(("road", "parking", "other")),
    "water": frozenset(("water", "other")),
    "vegetation": frozenset(("vegetation", "farmland", "other")),
}
"""Kinds of change that may hold some of a class."""


@dataclass(frozen=True)
class TrainingPair:
    """One pair.

    Attributes:
        images: uint8 (2, 3, H, W), before and after.
        masks: uint8 (C, H, W) per channel of the mask head: 0, 1 or `UNKNOWN`.
        captions: tokenised; none if the source has none.
        changed: 1, 0, or −1 if unknown.
        source: index of its source.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    captions: tuple[tuple[str, ...], ...]
    changed: int
    source: int


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


def load_pairs(
    data: Path,
    sources: Sequence[SourceConfig],
    channels: Sequence[Channel],
    workers: int = 2,
    most: int | None = None,
) -> list[TrainingPair]:
    """Decode all pairs of all sources into memory (about 0.6 MB a pair).

    Args:
        data: data folder.
        sources: what to read.
        channels: of the mask head, to know which masks a source can label.
        workers: decoding threads.
        most: samples of each source, spread evenly over it; all of them if left out.

    Raises:
        InputError: a source is absent, empty or cannot be read.
    """
    pairs: list[TrainingPair] = []
    with ThreadPoolExecutor(workers) as pool:
        for index, source in enumerate(sources):
            if source.kind == "single_date":
                continue  # no pairs: `single_temporal.load_tiles`
            samples = list(_samples(data, source))
            if not samples:
                raise InputError(f"no pairs in {data / source.path} (split '{source.split}')")
            if most is not None:
                samples = samples[:: -(-len(samples) // most)]
            decode = functools.partial(_decode, index=index, channels=tuple(channels))
            for decoded in pool.map(decode, *zip(*samples, strict=True)):
                pairs.extend(decoded)
    return pairs


def _samples(data: Path, source: SourceConfig) -> Iterator[tuple[PairSample, list[_Crop]]]:
    root = data / source.path
    if not root.exists():
        raise InputError(f"{root} does not exist; name the data folder with --data or DESCRIBE_CHANGES_DATA")
    if source.kind == "machine":
        yield from _machine_samples(root, data)
        return
    if source.kind == "matched":
        yield from _matched_samples(root, data)
        return
    for sample in load_dataset(root, source.split, source.layout):  # nosec B615 - reads a folder
        if sample.captions:
            changed = -1 if sample.changed is None else int(sample.changed)
            yield sample, [_Crop(None, sample.captions, changed)]
        else:
            yield sample, _cut(sample)


def _cut(sample: PairSample) -> list[_Crop]:
    """Crops of `SIDE` that fill a larger image (a caption would not stay true of a part, so only masks are cut)."""
    with Image.open(sample.before) as image:
        width, height = image.size
    if min(height, width) <= SIDE:
        return [_Crop(None)]
    corners = itertools.product(range(0, height - SIDE + 1, SIDE), range(0, width - SIDE + 1, SIDE))
    return [_Crop((row, col, SIDE, SIDE)) for row, col in corners]


def _machine_samples(path: Path, data: Path) -> Iterator[tuple[PairSample, list[_Crop]]]:
    """Crops captioned by a machine that saw the pair and its mask (`machine_captions.json`)."""

    def place(entry: Mapping[str, Any]) -> tuple[str, str]:
        return entry["source"], entry["stem"]

    entries = [e for e in json.loads(path.read_text(encoding="utf-8"))["items"] if not e["uncertain"]]
    for (folder, stem), group in itertools.groupby(sorted(entries, key=place), key=place):
        yield _machine_sample(data / folder, stem), [_machine_crop(entry) for entry in group]


def _matched_samples(root: Path, data: Path) -> Iterator[tuple[PairSample, list[_Crop]]]:
    """Crops of LEVIR-CD tiles with their captions of LEVIR-CC."""
    for sample, crops in load_matched(root, data):
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


def _decode(sample: PairSample, crops: Sequence[_Crop], index: int, channels: Sequence[Channel]) -> list[TrainingPair]:
    images, masks = read_pair(sample), read_masks(sample)
    return [_crop(images, masks, crop, index, channels) for crop in crops]


def _crop(
    images: NDArray[np.uint8],
    masks: Mapping[str, NDArray[np.bool_]],
    crop: _Crop,
    index: int,
    channels: Sequence[Channel],
) -> TrainingPair:
    if crop.box is not None:
        row, col, height, width = crop.box
        images = images[..., row : row + height, col : col + width]
        masks = {name: mask[row : row + height, col : col + width] for name, mask in masks.items()}
    changed = crop.changed
    if changed < 0 and any(mask.any() for mask in masks.values()):
        changed = 1
    known = {name: _resize(mask.astype(np.uint8), nearest=True).astype(bool) for name, mask in masks.items()}
    return TrainingPair(
        np.stack([_resize(date.transpose(1, 2, 0)).transpose(2, 0, 1) for date in images]),
        _channel_masks(known, changed, crop.kinds, channels, _named(crop)),
        tuple(tuple(caption.split()) for caption in crop.captions),
        changed,
        index,
    )


def _resize(array: NDArray[np.uint8], nearest: bool = False) -> NDArray[np.uint8]:
    """(H, W) or (H, W, 3) to `SIDE`."""
    if array.shape[:2] == (SIDE, SIDE):
        return array
    method = Image.Resampling.NEAREST if nearest else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(np.ascontiguousarray(array)).resize((SIDE, SIDE), method))


def _named(crop: _Crop) -> frozenset[str] | None:
    """Classes that kinds or captions of a changed crop name; None where there are only masks."""
    if crop.kinds:
        return frozenset(kind.rstrip("+-") for kind in crop.kinds)
    if not crop.captions:
        return None
    words = {word for caption in crop.captions for word in caption.split()}
    return frozenset(name for name, signs in NAMES_OF_CLASSES.items() if words & signs)


def _unnamed(class_name: str, named: frozenset[str] | None) -> bool:
    """Whether people or a machine who named what changed did not name this class."""
    return named is not None and class_name in NAMES_OF_CLASSES and not named & _LOOKALIKES[class_name]


def _channel_masks(
    masks: Mapping[str, NDArray[np.bool_]],
    changed: int,
    kinds: frozenset[str],
    channels: Sequence[Channel],
    named: frozenset[str] | None = None,
) -> NDArray[np.uint8]:
    """What the masks say about each channel; the rest is `UNKNOWN`.

    A pair called unchanged shows nothing of any class, unless a mask knows better: people pass over small and cut-off
    buildings (20 of the 359 recovered training pairs that are called unchanged have a mask). Masks of a direction
    (`building+`, `building-`) say whether a building came or went; other masks do not: `kinds` do; where they are
    absent it came, as nearly all of LEVIR's did; where both are named the pixels stay unknown. A class without masks
    that nobody named among the changes did not change.
    """
    out = np.full((len(channels), SIDE, SIDE), UNKNOWN, dtype=np.uint8)
    if changed == 0 and not any(mask.any() for mask in masks.values()):
        out[:] = 0
        return out
    for channel, target in zip(channels, out, strict=True):
        marked = masks.get(channel.class_name)
        if channel.class_name == "change":
            _mark_any_change(target, masks, kinds)
        elif f"{channel.class_name}+" in masks or f"{channel.class_name}-" in masks:
            _mark_direction(target, masks, channel)
        elif marked is not None:
            target[:] = 0
            came, went = f"{channel.class_name}+" in kinds, f"{channel.class_name}-" in kinds
            if came and went and channel.direction:
                target[marked] = UNKNOWN
            elif not channel.direction or went == (channel.direction == "disappeared"):
                target[marked] = 1
        elif _unnamed(channel.class_name, named):
            target[:] = 0
    return out


def _mark_direction(target: NDArray[np.uint8], masks: Mapping[str, NDArray[np.bool_]], channel: Channel) -> None:
    """Pixels of a class whose masks say what came and what went; the rest of the class stays unknown."""
    nothing = np.zeros(target.shape, bool)
    came, went = (masks.get(f"{channel.class_name}{sign}", nothing) for sign in "+-")
    whole = masks.get(channel.class_name, nothing) | came | went
    wanted = {"appeared": came, "disappeared": went}.get(channel.direction, whole)
    target[:] = 0
    target[whole & ~came & ~went] = UNKNOWN
    target[wanted] = 1


def _mark_any_change(target: NDArray[np.uint8], masks: Mapping[str, NDArray[np.bool_]], kinds: frozenset[str]) -> None:
    """Masks of one class know only part of the change, unless the pair's captions name nothing but that class."""
    named = {kind.rstrip("+-") for kind in kinds}
    if "change" in masks or (named and named <= set(masks)):
        target[:] = 0
    for mask in masks.values():
        target[mask] = 1
