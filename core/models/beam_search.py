"""Beam search over many captions at once, in shapes that depend neither on their number nor on how far they are.

What a caption gets must not depend on its neighbours, and a product of matrices rounds alike only in the same shape
(measured: then every row gets the same bits at any place). So captions are searched in groups of a fixed size, each
filled up with empty rows, and when so many have ended that a group fewer holds the others, those of the emptiest group
move into empty rows elsewhere. The keys and values of the words stay where they were written: each beam knows the path
of beams that wrote its words and gathers what it looks back upon.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .vocabulary import BOS, EOS, PAD, UNK

Found = list[tuple[float, list[int]]]
"""Sentences with their mean log probability per token, EOS included."""

_BEAMS_TOGETHER, _MOST_ROWS = 256, 16
"""Beams, and at most captions, of one group: from about so many on a processor is busy with arithmetic."""
USUAL_STEPS = 16
"""Words for which a cache has room at first; few searches take more."""
_ENOUGH = 1.5
"""Sentences found, as a multiple of the width, after which a caption's search ends. On the 202 described validation
pairs, width 16, that takes 14 steps in place of up to 40, and the sentence chosen is as good; fewer are no saving that
holds for every pack (docs/adr/0009)."""


@dataclass
class BeamCache:
    """Keys and values of one layer for a search with several beams per memory.

    Those of the memory are (B, heads, L, d), but on a processor its keys are (B, heads, d, L) and divided by √d, as
    products want them; those of the words, side by side, are (T, B, W, 2·D) in float32, of which the first `used` of T
    words are written.
    """

    memory_key: Tensor
    memory_value: Tensor
    words: Tensor
    used: int = 0

    def write(self, words: Tensor) -> None:
        """Take in the keys and values of one more word of each beam, (B, W, 2·D)."""
        if self.used == len(self.words):
            self.words = torch.cat([self.words, torch.empty_like(self.words)])
        self.words[self.used, :, : words.shape[1]] = words
        self.used += 1

    def read(self, places: Tensor) -> Tensor:
        """Keys and values of the words at (N,) `_places`, (N, 2·D)."""
        return self.words.flatten(0, 2).index_select(0, places)

    def take(self, other: BeamCache, theirs: list[int], ours: list[int]) -> None:
        """Overwrite some rows with rows of another cache of this layer, in which as many words are written."""
        self.memory_key[ours], self.memory_value[ours] = other.memory_key[theirs], other.memory_value[theirs]
        self.words[: self.used, ours] = other.words[: self.used, theirs]


class WordModel(Protocol):
    """What the search asks of a decoder."""

    max_length: int

    def open_beams(self, memory: Tensor, changed: Tensor | None, width: int) -> list[BeamCache]:
        """Caches of (B, L, D) memory for so many beams each."""

    def advance(self, words: Tensor, step: int, caches: list[BeamCache], places: Tensor) -> Tensor:
        """Logits (B, W, V) of the word after each beam's last; (B · W · T,) places say where each one's words are."""


@dataclass
class _Group:
    """Captions that advance together; its shapes are the same for every group.

    What is small is kept by numpy, whose calls take less time than torch's.

    Attributes:
        rows: number of the caption in each row, −1 for none.
        caches: per layer.
        scores: (R, W) summed log probabilities.
        words: (R, W, T) so far, BOS first.
        paths: (R, W, T − 1), the beams that wrote the words of each beam but its last.
    """

    rows: list[int]
    caches: list[BeamCache]
    scores: NDArray[np.float32]
    words: NDArray[np.int64]
    paths: NDArray[np.int64]

    def take(self, other: _Group, theirs: list[int], ours: list[int]) -> None:
        """Put captions of another group, which is as far, in the place of some of ours."""
        if not theirs:
            return
        for own, cache in zip(self.caches, other.caches, strict=True):
            own.take(cache, theirs, ours)
        self.scores[ours], self.words[ours], self.paths[ours] = (
            other.scores[theirs],
            other.words[theirs],
            other.paths[theirs],
        )
        for row, there in zip(ours, theirs, strict=True):
            self.rows[row] = other.rows[there]


def rows_per_group(width: int) -> int:
    """Captions that are searched together in one group."""
    return min(_MOST_ROWS, -(-_BEAMS_TOGETHER // width))


class BeamSearch:
    """One search.

    Args:
        model: says how likely each next word is.
        width: beams per caption.
        rows: captions per group; by default `rows_per_group`.
    """

    def __init__(self, model: WordModel, width: int, rows: int | None = None) -> None:
        self._model, self._width = model, width
        self._rows = rows or rows_per_group(width)
        self._enough = 1 if width == 1 else int(_ENOUGH * width)
        self._ends: list[Found] = []

    def run(self, memory: Tensor, changed: Tensor) -> list[Found]:
        """Search.

        Args:
            memory: (B, L, D).
            changed: (B,) bool, whether each pair counts as changed.

        Returns:
            Per caption the sentences found, likeliest first.
        """
        self._ends = [[] for _ in memory]
        groups = [self._open(memory, changed, start) for start in range(0, len(memory), self._rows)]
        for step in range(self._model.max_length - 1):
            for group in groups:
                self._advance(group, step)
            self._move_together(groups)
            if not groups:
                break
        for group in groups:
            self._take_unfinished(group)
        return [sorted(found, key=lambda sentence: -sentence[0]) for found in self._ends]

    def _open(self, memory: Tensor, changed: Tensor, start: int) -> _Group:
        """Captions from `start` on, filled up with empty rows; at first each has one beam."""
        part, flags = memory[start : start + self._rows], changed[start : start + self._rows]
        empty = self._rows - len(part)
        part = torch.cat([part, part.new_zeros(empty, *part.shape[1:])])
        flags = torch.cat([flags, flags.new_zeros(empty)])
        rows = [*range(start, start + self._rows - empty), *[-1] * empty]
        return _Group(
            rows,
            self._model.open_beams(part, flags, self._width),
            np.zeros((self._rows, 1), np.float32),
            np.full((self._rows, 1, 1), BOS),
            np.zeros((self._rows, 1, 0), np.int64),
        )

    def _advance(self, group: _Group, step: int) -> None:
        """Write one word of every beam of a group."""
        width, device = self._width, group.caches[0].words.device
        paths = np.empty(group.words.shape, np.int64)
        paths[:, :, :-1] = group.paths
        paths[:, :, -1] = np.arange(group.words.shape[1])  # each beam sees the word that it wrote last
        words, places, scores = (
            torch.from_numpy(array).to(device) for array in (group.words[:, :, -1], _places(paths, width), group.scores)
        )
        logits = self._model.advance(words, step, group.caches, places)
        candidates = logits.float().log_softmax(dim=-1)  # (R, W, V)
        for never in (PAD, BOS, UNK):
            candidates[:, :, never] = -torch.inf
        candidates += scores.unsqueeze(2)
        best = candidates.flatten(1).topk(min(2 * width, candidates[0].numel()), dim=1)
        top: NDArray[np.float32] = best.values.cpu().numpy()
        origin, word = np.divmod(best.indices.cpu().numpy(), candidates.shape[-1])
        self._harvest(group, step, top, origin, word)
        ended = word == EOS
        going = ended.argsort(axis=1, kind="stable")[:, :width]  # places in `top` of the best that do not end
        each = np.arange(self._rows)[:, None]
        parents = origin[each, going]
        group.scores = np.where(ended, np.float32(-np.inf), top)[each, going]
        group.words = np.concatenate([group.words[each, parents], word[each, going][:, :, None]], axis=2)
        group.paths = paths[each, parents]

    def _harvest(
        self,
        group: _Group,
        step: int,
        top: NDArray[np.float32],
        origin: NDArray[np.int64],
        word: NDArray[np.int64],
    ) -> None:
        """Note which of the best candidates end here, and which captions are done with it."""
        ends = (word[:, : self._width] == EOS) & np.isfinite(top[:, : self._width])
        for row, place in zip(*(axis.tolist() for axis in ends.nonzero()), strict=True):
            if group.rows[row] >= 0:
                history = group.words[row, origin[row, place], 1:].tolist()
                self._ends[group.rows[row]].append((float(top[row, place]) / (step + 1), history))
        group.rows = [
            -1 if number >= 0 and self._is_done(number, top[row]) else number for row, number in enumerate(group.rows)
        ]

    def _is_done(self, number: int, top: NDArray[np.float32]) -> bool:
        """Enough was found, or nothing that goes on can end with a better mean than the best."""
        found = self._ends[number]
        if not found:
            return False
        best_mean_to_come = float(top[0]) / (self._model.max_length - 1)  # if every further word were certain
        return len(found) >= self._enough or max(mean for mean, _ in found) >= best_mean_to_come

    def _move_together(self, groups: list[_Group]) -> None:
        """Leave as few groups as hold the captions that go on: those of the emptiest fill the gaps of the others."""
        needed = -(-sum(number >= 0 for group in groups for number in group.rows) // self._rows)
        groups.sort(key=lambda group: sum(number < 0 for number in group.rows))
        while len(groups) > needed:
            leaving = groups.pop()
            moving = [row for row, number in enumerate(leaving.rows) if number >= 0]
            for group in groups:
                gaps = [row for row, number in enumerate(group.rows) if number < 0][: len(moving)]
                group.take(leaving, moving[: len(gaps)], gaps)
                del moving[: len(gaps)]

    def _take_unfinished(self, group: _Group) -> None:
        """Of captions of which nothing ended within the greatest length, take the best unfinished beam."""
        for row, number in enumerate(group.rows):
            if number >= 0 and not self._ends[number]:
                beam = int(group.scores[row].argmax())
                history = group.words[row, beam, 1:].tolist()
                self._ends[number].append((float(group.scores[row, beam]) / max(len(history), 1), history))


def _places(paths: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Where a cache with room for `width` beams a row keeps the words that beams consist of.

    Args:
        paths: (B, W, T), the beam that wrote each word.
        width: beams per row.

    Returns:
        (B · W · T,) places.
    """
    rows, _, words = paths.shape
    row, word = np.arange(rows).reshape(-1, 1, 1), np.arange(words)
    places: NDArray[np.int64] = ((word * rows + row) * width + paths).reshape(-1)
    return places
