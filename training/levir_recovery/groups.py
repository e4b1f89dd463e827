"""Captions of LEVIR-CC, grouped by the LEVIR-CD tile that their crops were cut from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ..data.datasets.files import read_json
from ..data.datasets.levir_recovered import GRID
from ..data.tokenization import is_protocol_no_change

CELLS = GRID * GRID
_WORDS = 260
_BUILDINGS = frozenset(
    "house houses villa villas building buildings mansion mansions bungalow bungalows residential factory warehouse "
    "mall shed sheds".split()
)
_PLURALS = frozenset({"houses", "villas", "buildings", "rows"})
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Groups:
    """Captions of whole tiles.

    Attributes:
        names: `train_17`, split and number of the tile.
        words: (G, 16, V) share of a crop's captions that have a word (or another trait), crops row by row.
        present: (G, 16) whether LEVIR-CC has the crop.
    """

    names: tuple[str, ...]
    words: Floats
    present: NDArray[np.bool_]

    def among(self, names: Iterable[str]) -> Groups:
        """These groups only, in this order.

        Raises:
            InputError: one of them has no captions.
        """
        known = {name: row for row, name in enumerate(self.names)}
        wanted = list(names)
        unknown = [name for name in wanted if name not in known]
        if unknown:
            raise InputError(f"LEVIR-CC's captions lack the pairs of tile {unknown[0]}")
        rows = [known[name] for name in wanted]
        return Groups(tuple(self.names[row] for row in rows), self.words[rows], self.present[rows])


def read_groups(path: Path) -> Groups:
    """Captions of LEVIR-CC by LEVIR-CD tile; words are the most frequent ones of its training part.

    Raises:
        InputError: the file is missing or has another schema.
    """
    corpus = read_json(path)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("train"), dict):
        raise InputError(f"{path} has no part 'train' ({{split: {{name: [captions]}}}})")
    counts = Counter(
        word for captions in corpus["train"].values() for text in captions for word in sorted(set(text.split()))
    )
    numbers = {word: index for index, (word, _) in enumerate(counts.most_common(_WORDS))}
    crops: dict[str, dict[int, Floats]] = {}
    for part in corpus.values():
        for name, captions in part.items():
            if captions:
                group, cell = locate(name)
                crops.setdefault(group, {})[cell] = _traits(captions, numbers)
    words = np.zeros((len(crops), CELLS, len(numbers) + 3), np.float32)
    present = np.zeros((len(crops), CELLS), bool)
    for row, cells in enumerate(crops.values()):
        for cell, traits in cells.items():
            words[row, cell], present[row, cell] = traits, True
    return Groups(tuple(crops), words, present)


def locate(name: str) -> tuple[str, int]:
    """Group and cell of a LEVIR-CC pair: `test_000018.png` or `test_000018_1m` → (`test_2`, 1)."""
    split, number = Path(name).stem.split("_")[:2]
    group, cell = divmod(int(number) - 1, CELLS)
    return f"{split}_{group + 1}", cell


def _traits(captions: Sequence[str], numbers: Mapping[str, int]) -> Floats:
    """Share of the captions with each word, with none but "no change", with any building, with a plural."""
    traits = np.zeros(len(numbers) + 3, np.float32)
    for text in captions:
        words = set(text.split())
        traits[[numbers[word] for word in words if word in numbers]] += 1
        traits[-3:] += (is_protocol_no_change(text), not words.isdisjoint(_BUILDINGS), not words.isdisjoint(_PLURALS))
    return traits / np.float32(len(captions))
