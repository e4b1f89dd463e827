"""LEVIR-CC and LEVIR-MCI, and the recovered part of LEVIR-CC.

`images/{split}/{A,B}/` with `LevirCCcaptions.json` (Liu et al., "Remote Sensing Image Change Captioning With
Dual-Branch Transformers", 2022); LEVIR-MCI adds `label/` with 128 = road and 255 = building (Liu et al.,
"Change-Agent", 2024). The recovered part keeps the layout; its labels hold buildings only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....core.errors import InputError
from ..tokenization import is_changed
from .files import captions_of, find_image, need_image, read_entries
from .labels import LabelKey, Legend, find_key_in
from .sample import PairSample

CAPTION_FILE = "LevirCCcaptions.json"
LEGEND = Legend(
    values={"building": 255, "road": 128},
    colours={"building": (255, 0, 0), "road": (255, 255, 0)},
    single="building",
    complete=True,
)
"""LEVIR-MCI's values, and the colours of its authors' drawings. Labels with one mark are those of LEVIR-CD and of the
recovered part, which hold buildings only, and say nothing of roads."""
_GSD_M = 0.5


def load_levir_cc(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read LEVIR-CC, LEVIR-MCI or the recovered part.

    Args:
        root: folder of `LevirCCcaptions.json` and `images/`.
        split: only this split; all by default.

    Raises:
        InputError: the caption file or an image is missing or has another schema.
    """
    path = root / CAPTION_FILE
    key = find_key_in(sorted((root / "images").glob("*/label")), LEGEND)
    parts = ((entry, split_of(entry, path)) for entry in read_entries(path))
    return tuple(_sample(root, path, entry, part, key) for entry, part in parts if split in (None, part))


def split_of(entry: Mapping[str, Any], path: Path) -> str:
    """Split of an entry: its `split`, its folder, or the start of its file name.

    Raises:
        InputError: the entry says nothing about its split.
    """
    prefix = str(entry.get("filename", "")).split("_")[0]
    for value in (entry.get("split"), entry.get("filepath"), prefix):
        if value in ("train", "val", "test"):
            return str(value)
    raise InputError(f"{path}: entry {entry.get('filename')!r} names no split")


def _sample(root: Path, path: Path, entry: Mapping[str, Any], split: str, key: LabelKey | None) -> PairSample:
    folder = root / "images" / str(entry.get("filepath") or split)
    name = str(entry["filename"])
    before, after = need_image(folder / "A", [name]), need_image(folder / "B", [name])
    mask = find_image(folder / "label", name)
    captions = captions_of(entry, path)
    return PairSample(
        id=before.stem,
        before=before,
        after=after,
        captions=captions,
        # the protocol judges by the first reference; `changeflag` may be missing
        changed=is_changed(captions) if captions else None,
        mask=mask,
        mask_values=LEGEND.values if mask is not None else {},
        label_key=key if mask is not None else None,
        split=split,
        gsd_m=float(entry.get("gsd_m", _GSD_M)),
        source="levir_cc",
        place=str(entry.get("levir_cd_tile") or ""),
    )
