"""Tiles of LEVIR-CD's training part with the captions that LEVIR-CC gave to their crops.

LEVIR-CC cuts a LEVIR-CD tile of 1024 pixels into 4 × 4 crops, numbered row by row: tile k gives the pairs
16 (k − 1) + 1 … 16 k. The names of the tiles in `levir_cd_train/1m_512` are lost, and some are turned.
`levir_matches.json` says which tile is which, found from the captions' content
(docs/experiments/recovered_captions.md):
`{tile: [k, turn]}`, where the tile must be turned as `turn` says to show what the captions say: `=` not at all, `o` by
180°, `h` mirrored left to right, `v` upside down.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ....core.errors import InputError
from ...schema import LABELLED
from ..caption_transforms import D4Transform, transform_caption
from ..tokenization import is_changed
from .files import need_image, read_json
from .labels import Legend, find_key_in
from .sample import PairSample

CAPTIONS = "levir_cc/captions.json"
"""Captions of LEVIR-CC below the data folder; only its training part is read."""
MATCHES = Path(__file__).with_name("levir_matches.json")
GRID = 4
"""Crops along each side of a tile."""
_TURNS = {
    "=": D4Transform(),
    "o": D4Transform(flip_x=True, flip_y=True),
    "h": D4Transform(flip_x=True),
    "v": D4Transform(flip_y=True),
}


@dataclass(frozen=True)
class RecoveredCrop:
    """One crop of a tile as it lies in the folder.

    Attributes:
        row: of the grid, from the top.
        column: from the left.
        captions: what LEVIR-CC says of it, directions rewritten to the tile as it lies.
    """

    row: int
    column: int
    captions: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """As of the protocol: by the first caption."""
        return is_changed(self.captions)


def load_levir_recovered(root: Path, data: Path) -> list[tuple[PairSample, list[RecoveredCrop]]]:
    """Tiles with their captioned crops.

    Args:
        root: folder of the tiles (`A/`, `B/`, `label/`).
        data: data folder, which holds `levir_cc/captions.json`.

    Raises:
        InputError: a tile or the captions are missing.
    """
    path = data / CAPTIONS
    document = read_json(path)
    corpus = document.get("train") if isinstance(document, dict) else None
    if not isinstance(corpus, dict):
        raise InputError(f"{path} has no part 'train' ({{split: {{name: [captions]}}}})")
    numbered = {_number(name): captions for name, captions in corpus.items()}
    legend = Legend({"building": LABELLED})
    key = find_key_in([root / "label"], legend)
    matched = []
    for tile, (group, turn) in json.loads(MATCHES.read_text(encoding="utf-8")).items():
        before, after, label = (need_image(root / folder, [f"{tile}.webp"]) for folder in ("A", "B", "label"))
        sample = PairSample(tile, before, after, mask=label, mask_values=legend.values, label_key=key, gsd_m=1.0)
        matched.append((sample, _crops(numbered, int(group), _TURNS[turn])))
    return matched


def _crops(numbered: dict[int, list[str]], group: int, turn: D4Transform) -> list[RecoveredCrop]:
    crops = []
    for place in range(GRID * GRID):
        row, column = divmod(place, GRID)
        captions = numbered.get(GRID * GRID * (group - 1) + place + 1, [])
        words = [transform_caption(caption.split(), turn) for caption in captions]  # the turns are their own inverse
        known = tuple(" ".join(caption) for caption in words if caption)
        if known:
            there = (GRID - 1 - row if turn.flip_y else row, GRID - 1 - column if turn.flip_x else column)
            crops.append(RecoveredCrop(*there, known))
    return crops


def _number(name: str) -> int:
    """`train_000017.png` → 17."""
    return int(Path(name).stem.rsplit("_", 1)[-1])
