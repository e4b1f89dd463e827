"""Training pairs in memory: both dates, what is known of the masks, captions and change flag."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..core.errors import InputError
from ..core.models.config import Channel
from .config import SourceConfig
from .losses.mask import UNKNOWN

SIDE = 256


@dataclass(frozen=True)
class TrainingPair:
    """One pair.

    Attributes:
        images: uint8 (2, 3, H, W), before and after.
        masks: uint8 (C, H, W) per channel of the mask head: 0, 1 or `UNKNOWN`.
        captions: tokenised; none if the source has none.
        changed: 1, 0, or −1 if unknown.
        source: index of its source.
        human: whether the captions were written by people.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    captions: tuple[tuple[str, ...], ...]
    changed: int
    source: int
    human: bool = False


@dataclass(frozen=True)
class _Item:
    """Where a pair lies on disk and what is known of it."""

    before: Path
    after: Path
    label: Path | None
    window: tuple[int, int, int, int] | None
    captions: tuple[tuple[str, ...], ...]
    changed: int
    kinds: frozenset[str] | None
    human: bool = False


def load_pairs(
    data: Path, sources: Sequence[SourceConfig], channels: Sequence[Channel], workers: int = 2
) -> list[TrainingPair]:
    """Decode all pairs of all sources into memory (about 0.6 MB a pair).

    Args:
        data: data folder.
        sources: what to read.
        channels: of the mask head, to know which masks a source can label.
        workers: decoding threads.

    Raises:
        InputError: a source is absent or empty.
    """
    pairs: list[TrainingPair] = []
    with ThreadPoolExecutor(workers) as pool:
        for index, source in enumerate(sources):
            items = list(_items(data, source))
            if not items:
                raise InputError(f"no pairs in {data / source.path} (kind {source.kind}, split '{source.split}')")
            jobs = pool.map(lambda item, i=index, s=source: _decode(item, i, s, channels), items)  # type: ignore[misc]
            pairs.extend(jobs)
    return pairs


def _items(data: Path, source: SourceConfig) -> Iterator[_Item]:
    root = data / source.path
    if not root.exists():
        raise InputError(f"{root} does not exist; name the data folder with --data or DESCRIBE_CHANGES_DATA")
    if source.kind in ("levir_cc", "own"):
        yield from _levir_items(root, source.split)
    elif source.kind == "machine":
        yield from _machine_items(root, data)
    else:
        yield from _mask_items(root)


def _levir_items(root: Path, split: str) -> Iterator[_Item]:
    found = sorted(root.glob("*aptions.json"))
    if not found:
        raise InputError(f"{root} holds no captions file (LevirCCcaptions.json)")
    for entry in json.loads(found[0].read_text(encoding="utf-8"))["images"]:
        if entry["split"] != split:
            continue
        folder = root / "images" / entry.get("filepath", split)
        label = folder / "label" / entry["filename"]
        label = label if label.exists() else label.with_suffix(".png")
        captions = tuple(tuple(s["tokens"]) for s in entry["sentences"])
        yield _Item(
            folder / "A" / entry["filename"],
            folder / "B" / entry["filename"],
            label if label.exists() else None,
            None,
            captions,
            int(entry.get("changeflag", -1)),
            None,
            human=True,
        )


def _machine_items(path: Path, data: Path) -> Iterator[_Item]:
    for entry in json.loads(path.read_text(encoding="utf-8"))["items"]:
        if entry["uncertain"]:
            continue
        root = data / entry["source"]
        w = entry["window"]
        yield _Item(
            _image(root / "A", entry["stem"]),
            _image(root / "B", entry["stem"]),
            _image(root / "label", entry["stem"]),
            (w["row"], w["col"], w["height"], w["width"]) if w else None,
            tuple(tuple(c.split()) for c in entry["captions"]),
            int(entry["changeflag"]),
            frozenset(entry["kinds"]),
        )


def _mask_items(root: Path) -> Iterator[_Item]:
    for before in sorted((root / "A").iterdir()):
        after, label = root / "B" / before.name, _image(root / "label", before.stem)
        with Image.open(before) as image:
            width, height = image.size
        if (height, width) == (SIDE, SIDE):
            yield _Item(before, after, label, None, (), -1, None)
            continue
        for row in range(0, height - SIDE + 1, SIDE):
            for col in range(0, width - SIDE + 1, SIDE):
                yield _Item(before, after, label, (row, col, SIDE, SIDE), (), -1, None)


def _image(folder: Path, stem: str) -> Path:
    for suffix in (".webp", ".png", ".tif", ".jpg"):
        if (path := folder / f"{stem}{suffix}").exists():
            return path
    raise InputError(f"{folder / stem} is missing (.webp, .png, .tif or .jpg)")


def _decode(item: _Item, index: int, source: SourceConfig, channels: Sequence[Channel]) -> TrainingPair:
    images = np.stack([_read(path, item.window) for path in (item.before, item.after)])
    marked = None
    if item.label is not None:
        marked = _read(item.label, item.window, grey=True)[0] > 127
    labels = source.labels
    if source.kind == "machine":
        labels = "change" if "clcd" in item.before.as_posix() else "building"
    masks = _masks(marked, labels, item, channels)
    changed = item.changed
    if changed < 0 and marked is not None and marked.any():
        changed = 1
    return TrainingPair(images, masks, item.captions, changed, index, item.human)


def _read(path: Path, window: tuple[int, int, int, int] | None, grey: bool = False) -> NDArray[np.uint8]:
    try:
        with Image.open(path) as image:
            picture = image.convert("L" if grey else "RGB")
    except OSError as error:
        raise InputError(f"{path} cannot be read as an image: {error}") from error
    if window is not None:
        row, col, height, width = window
        picture = picture.crop((col, row, col + width, row + height))
    if picture.size != (SIDE, SIDE):
        resampling = Image.Resampling.NEAREST if grey else Image.Resampling.BICUBIC
        picture = picture.resize((SIDE, SIDE), resampling)
    array = np.asarray(picture, dtype=np.uint8)
    return array[None] if grey else np.ascontiguousarray(array.transpose(2, 0, 1))


def _masks(
    marked: NDArray[np.bool_] | None, labels: str, item: _Item, channels: Sequence[Channel]
) -> NDArray[np.uint8]:
    """What the source's mask says about each channel; the rest is `UNKNOWN`."""
    masks = np.full((len(channels), SIDE, SIDE), UNKNOWN, dtype=np.uint8)
    if item.changed == 0 and labels == "building":
        masks[:] = 0  # a pair that people call unchanged: nothing of any class
        return masks
    if marked is None:
        return masks
    kinds = item.kinds or frozenset()
    both_ways = {"building+", "building-"} <= kinds
    for index, channel in enumerate(channels):
        if channel.class_name == "change":
            _mark_any_change(masks[index], marked, labels, kinds)
        elif channel.class_name == "building" and labels == "building":
            masks[index] = 0
            if both_ways:
                masks[index][marked] = UNKNOWN
            elif ("building-" in kinds) == (channel.direction == "disappeared"):
                masks[index][marked] = 1
    return masks


def _mark_any_change(mask: NDArray[np.uint8], marked: NDArray[np.bool_], labels: str, kinds: frozenset[str]) -> None:
    """Building masks know only part of the change, unless the pair's captions name nothing but buildings."""
    if labels == "change" or (kinds and kinds <= {"building+", "building-"}):
        mask[:] = 0
    mask[marked] = 1
