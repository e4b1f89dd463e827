"""The known layouts, and which of them a folder has."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from ....core.errors import InputError
from . import binary_masks, clevr_change, dubai_cc, exported, levir_cc, second_cc, spot_the_diff, whu_cdc
from .sample import PairSample

Loader = Callable[[Path, str | None], tuple[PairSample, ...]]

LAYOUTS: dict[str, tuple[Callable[[Path], bool], Loader]] = {
    "levir_cc": (lambda root: (root / levir_cc.CAPTION_FILE).is_file(), levir_cc.load_levir_cc),
    "second_cc": (lambda root: (root / second_cc.CAPTION_FILE).is_file(), second_cc.load_second_cc),
    "clevr_change": (lambda root: (root / "change_captions.json").is_file(), clevr_change.load_clevr_change),
    "spot_the_diff": (lambda root: (root / "annotations").is_dir(), spot_the_diff.load_spot_the_diff),
    "dubai_cc": (lambda root: dubai_cc.images_folder(root) is not None, dubai_cc.load_dubai_cc),
    "describe_changes": (lambda root: (root / exported.CAPTION_FILE).is_file(), exported.load_exported),
    "whu_cdc": (
        lambda root: (root / "images").is_dir() and any(root.glob("*[Cc]aption*.json")),
        whu_cdc.load_whu_cdc,
    ),
    "masks": (lambda root: any(root.glob("A")) or any(root.glob("*/A")), binary_masks.load_binary_masks),
}
"""By name: whether a folder looks like it, and its loader; the first that fits is taken."""


def detect_layout(root: Path) -> str:
    """Name of the layout that a folder has.

    Raises:
        InputError: the folder is absent, or has none of the known layouts.
    """
    if not root.is_dir():
        raise InputError(f"data folder {root} does not exist")
    for name, (fits, _) in LAYOUTS.items():
        if fits(root):
            return name
    raise InputError(f"{root} has none of the known layouts ({', '.join(LAYOUTS)}); see docs/training.md")


def load_dataset(root: Path, split: str | None = None, layout: str = "auto") -> tuple[PairSample, ...]:
    """Read the pairs of a data set.

    Args:
        root: folder of the data set.
        split: only this split; all by default.
        layout: a key of `LAYOUTS`, or `auto` to go by the files in `root`.

    Raises:
        InputError: unknown layout, missing files, or no pair in the split.
    """
    name = detect_layout(root) if layout == "auto" else layout
    if name not in LAYOUTS:
        raise InputError(f"unknown layout '{name}'; known are {', '.join(LAYOUTS)}")
    samples = _distinct(LAYOUTS[name][1](root, split))
    if not samples:
        raise InputError(f"{root} has no pairs" + (f" in split '{split}'" if split else ""))
    return samples


def _distinct(samples: Sequence[PairSample]) -> tuple[PairSample, ...]:
    """Samples whose ids are unique: entries of one pair joined, equal names of different pairs told apart by split."""
    joined: dict[tuple[str, Path, Path], PairSample] = {}
    for sample in samples:
        key = (sample.id, sample.before, sample.after)
        twin = joined.get(key)
        if twin is None:
            joined[key] = sample
            continue
        if twin.split != sample.split:
            raise InputError(f"pair {sample.id} stands in '{twin.split}' and in '{sample.split}'; keep it in one")
        more = tuple(text for text in sample.captions if text not in twin.captions)
        known = [flag for flag in (twin.changed, sample.changed) if flag is not None]
        joined[key] = dataclasses.replace(twin, captions=twin.captions + more, changed=any(known) if known else None)
    counts = Counter(sample.id for sample in joined.values())
    named = [
        dataclasses.replace(s, id=f"{s.split}/{s.id}") if counts[s.id] > 1 and s.split else s for s in joined.values()
    ]
    repeated = [name for name, count in Counter(sample.id for sample in named).items() if count > 1]
    if repeated:
        raise InputError(f"several pairs are called '{repeated[0]}'; give each pair a name of its own")
    return tuple(named)
