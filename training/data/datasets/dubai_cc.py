"""Dubai-CC: 500 pairs of 50×50 Landsat 7 tiles, 2000 and 2010, with five capitalised sentences each.

Hoxha et al., "Change Captioning: A New Paradigm for Multitemporal Remote Sensing Image Analysis", 2022.
`RGB/500_2000/`, `RGB/500_2010/` and one JSON file per split (`Train_…`, `Validation_…`, `Test_…`), under
`description_jsontr_te_val/` or in the root. Folders, file names and the rule of the split, by what stands before the
first `_`, as in the preprocessing of Chg2Cap, github.com/ShizhenChang/Chg2Cap.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....core.errors import InputError
from .files import captions_of, flag_of, mostly_unchanged, need_image, read_entries
from .sample import PairSample

_GSD_M = 30.0
_EARLY, _LATE = "500_2000", "500_2010"
_SPLIT_NAMES = {"train": "train", "tr": "train", "val": "val", "valid": "val", "validation": "val"}
_SPLIT_NAMES |= {"test": "test", "te": "test"}


def images_folder(root: Path) -> Path | None:
    """Folder that holds both dates' folders, or None."""
    for folder in (root / "RGB", root / "imgs_tiles" / "RGB"):
        if (folder / _EARLY).is_dir() and (folder / _LATE).is_dir():
            return folder
    return None


def load_dubai_cc(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read Dubai-CC; captions are put in lower case.

    Raises:
        InputError: images or caption files are missing.
    """
    images = images_folder(root)
    if images is None:
        raise InputError(f"{root} holds no RGB/{_EARLY} and RGB/{_LATE}")
    samples: list[PairSample] = []
    for part, path in _caption_files(root):
        if split is None or part == split:
            samples.extend(_sample(images, path, entry, part) for entry in read_entries(path))
    return tuple(samples)


def _caption_files(root: Path) -> list[tuple[str, Path]]:
    folder = root / "description_jsontr_te_val"
    found = []
    for path in sorted((folder if folder.is_dir() else root).glob("*.json")):
        words = re.findall(r"[a-z]+", path.stem.lower())
        parts = [_SPLIT_NAMES[word] for word in words if word in _SPLIT_NAMES]
        if parts:
            found.append((parts[0], path))  # as Chg2Cap's preprocessing: by what stands before the first `_`
    if not found:
        raise InputError(f"{root} holds no caption file whose name says train, val or test")
    return found


def _sample(images: Path, path: Path, entry: Mapping[str, Any], split: str) -> PairSample:
    name = str(entry["filename"])
    other = name.replace(_EARLY, _LATE).replace("2000", "2010")
    captions = captions_of(entry, path, lower=True)
    flag = flag_of(entry, path)
    return PairSample(
        id=Path(name).stem,
        before=need_image(images / _EARLY, [name]),
        after=need_image(images / _LATE, [name, other]),
        captions=captions,
        changed=flag if flag is not None else (not mostly_unchanged(captions) if captions else None),
        split=split,
        gsd_m=_GSD_M,
        source="dubai_cc",
    )
