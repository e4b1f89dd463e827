"""WHU-CDC: captions on WHU-CD building change pairs, LEVIR-CC's tree with `.tif` images and binary labels.

Shi et al., "Multi-task network with Transformer for change captioning", 2024. Entries of its caption file may
lack the split's prefix in the file name, or the split itself; then the folder that holds the image tells. Files and
labels (`whuCCcaptions.json`, one bit a pixel) as a public loader describes them, github.com/cekkec/CoDeRNet.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....core.errors import InputError
from ...schema import LABELLED
from ..tokenization import is_changed
from .files import captions_of, find_image, flag_of, read_entries
from .labels import LabelKey, Legend, find_key_in
from .sample import PairSample

SPLITS = ("train", "val", "test")
LEGEND = Legend({"building": LABELLED})
_GSD_M = 0.2
"""The change detection mosaic of WHU has 32,507 × 15,354 pixels of 20.5 km², so about 0.2 m (the 0.075 m that papers
name is the flight's, the 0.3 m that of WHU's building tiles); its 126 × 59 = 7,434 crops of 256 pixels are this set's
pairs."""


def caption_file(root: Path) -> Path:
    """The one JSON file with captions in `root`.

    Raises:
        InputError: there is none or more than one.
    """
    found = sorted(path for path in root.glob("*.json") if "caption" in path.name.lower())
    if len(found) != 1:
        raise InputError(f"{root} must hold exactly one *captions*.json, found {len(found)}")
    return found[0]


def load_whu_cdc(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read WHU-CDC.

    Args:
        root: folder of the caption file and `images/`.
        split: only this split; all by default.

    Raises:
        InputError: a file is missing or an entry's images are in no split.
    """
    path = caption_file(root)
    key = find_key_in(sorted((root / "images").glob("*/label")), LEGEND)
    samples = (_sample(root, path, entry, key) for entry in read_entries(path))
    return tuple(sample for sample in samples if split is None or sample.split == split)


def _sample(root: Path, path: Path, entry: Mapping[str, Any], key: LabelKey | None) -> PairSample:
    name = str(entry["filename"])
    part, before = _locate(root, name, entry.get("split") or entry.get("filepath"))
    folder = root / "images" / part
    after = find_image(folder / "B", before.name)
    if after is None:
        raise InputError(f"image {before.name} is missing in {folder / 'B'}; complete the data set")
    mask = find_image(folder / "label", before.name)
    captions = captions_of(entry, path)
    flag = flag_of(entry, path)
    return PairSample(
        id=f"{part}/{before.stem}",
        before=before,
        after=after,
        captions=captions,
        changed=flag if flag is not None else (is_changed(captions) if captions else None),
        mask=mask,
        mask_values=LEGEND.values if mask is not None else {},
        label_key=key if mask is not None else None,
        split=part,
        gsd_m=_GSD_M,
        source="whu_cdc",
    )


def _locate(root: Path, name: str, split: object) -> tuple[str, Path]:
    for part in [split] if split in SPLITS else SPLITS:
        for candidate in (name, f"{part}_{name}", name.removeprefix(f"{part}_")):
            found = find_image(root / "images" / str(part) / "A", candidate)
            if found is not None:
                return str(part), found
    raise InputError(f"image {name} is in none of {root / 'images'}/{{train,val,test}}/A")
