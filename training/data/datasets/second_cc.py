"""SECOND-CC: pairs with captions and with land cover maps of both dates.

Karaca et al., "Robust Change Captioning in Remote Sensing: SECOND-CC Dataset and MModalCC Framework", 2025.
`{split}/rgb/{A,B}`, `{split}/sem/{A,B}`, `SECOND-CC-AUG.json` in LEVIR-CC's schema, two to five references. Splits and
caption file as the authors describe them, github.com/ChangeCapsInRS/SecondCC.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...schema import Colour
from ..tokenization import is_changed
from .files import captions_of, find_image, flag_of, need_image, read_entries
from .levir_cc import split_of
from .sample import PairSample

CAPTION_FILE = "SECOND-CC-AUG.json"

COLOURS: Mapping[str, Colour] = {
    "building": (128, 0, 0),
    "low vegetation": (0, 128, 0),
    "tree": (0, 255, 0),
    "water": (0, 0, 255),
    "ground": (128, 128, 128),
    "playground": (255, 0, 0),
}
"""Colours of SECOND's land cover classes (Yang et al., "Semantic Change Detection With Asymmetric Siamese
Networks", 2021); white is "no change"."""


def load_second_cc(root: Path, split: str | None = None) -> tuple[PairSample, ...]:
    """Read SECOND-CC; its resolution varies (0.5–3 m) and is left unknown.

    Raises:
        InputError: the caption file or an image is missing.
    """
    path = root / CAPTION_FILE
    parts = ((entry, split_of(entry, path)) for entry in read_entries(path))
    return tuple(_sample(root, path, entry, part) for entry, part in parts if split in (None, part))


def _sample(root: Path, path: Path, entry: Mapping[str, Any], split: str) -> PairSample:
    folder, name = root / split, str(entry["filename"])
    maps = [find_image(folder / "sem" / date, name) for date in "AB"]
    semantic = (maps[0], maps[1]) if maps[0] is not None and maps[1] is not None else None
    captions = captions_of(entry, path)
    flag = flag_of(entry, path)
    return PairSample(
        id=f"{split}/{Path(name).stem}",
        before=need_image(folder / "rgb" / "A", [name]),
        after=need_image(folder / "rgb" / "B", [name]),
        captions=captions,
        changed=flag if flag is not None else (is_changed(captions) if captions else None),
        semantic=semantic,
        semantic_colours=COLOURS if semantic else {},
        split=split,
        source="second_cc",
    )
