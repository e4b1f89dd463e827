"""LEVIR-CC and LEVIR-MCI, and the recovered part of LEVIR-CC.

`images/{split}/{A,B}/` with `LevirCCcaptions.json` (Liu et al., "Remote Sensing Image Change Captioning With
Dual-Branch Transformers", 2022); LEVIR-MCI adds `label/` with 128 = road and 255 = building (Liu et al.,
"Change-Agent", 2024). The recovered part keeps the layout; its 1-bit labels hold buildings only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...core.errors import InputError
from ..tokens import is_changed, normalize
from .files import find_image, need_image, need_list, read_json
from .sample import PairSample

CAPTION_FILE = "LevirCCcaptions.json"
MCI_VALUES: Mapping[str, int] = {"building": 255, "road": 128}
BINARY_VALUES: Mapping[str, int] = {"building": 255}
_GSD_M = 0.5


def load_levir(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read LEVIR-CC, LEVIR-MCI or the recovered part.

    Args:
        root: folder of `LevirCCcaptions.json` and `images/`.
        split: only this split; all by default.

    Raises:
        InputError: the caption file or an image is missing or has another schema.
    """
    path = root / CAPTION_FILE
    document = read_json(path)
    entries = need_list(document.get("images") if isinstance(document, dict) else None, path, "images")
    samples = []
    for entry in entries:
        part = split_of(entry, path)
        if split is None or part == split:
            samples.append(_sample(root, entry, part))
    return tuple(samples)


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


def captions_of(entry: Mapping[str, Any], *, lower: bool = False) -> tuple[str, ...]:
    """References of an entry, tokenised from `raw`, or from `tokens` where there is no `raw`."""
    texts = []
    for sentence in entry.get("sentences", ()):
        raw = sentence.get("raw") or " ".join(sentence.get("tokens", ()))
        texts.append(normalize(raw, lower=lower))
    return tuple(text for text in texts if text)


def _sample(root: Path, entry: Mapping[str, Any], split: str) -> PairSample:
    folder = root / "images" / str(entry.get("filepath") or split)
    name = str(entry["filename"])
    before, after = need_image(folder / "A", [name]), need_image(folder / "B", [name])
    mask = find_image(folder / "label", name)
    captions = captions_of(entry)
    return PairSample(
        id=before.stem,
        before=before,
        after=after,
        captions=captions,
        # the protocol judges by the first reference; `changeflag` may be missing
        changed=is_changed(captions) if captions else None,
        mask=mask,
        mask_values=_values(mask) if mask is not None else {},
        split=split,
        gsd_m=float(entry.get("gsd_m", _GSD_M)),
        source="levir_cc",
    )


def _values(mask: Path) -> Mapping[str, int]:
    """A 1-bit label can hold only one class, and that is the building; LEVIR-MCI's 8-bit labels hold two."""
    from PIL import Image

    with Image.open(mask) as image:
        return BINARY_VALUES if image.mode == "1" else MCI_VALUES
