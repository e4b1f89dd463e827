"""Beam search over many captions at once, in shapes that depend neither on their number nor on how far they are.

What a caption gets must not depend on its neighbours, and a product of matrices rounds alike only in the same shape
(measured: then every row gets the same bits at any place). So captions are searched in groups of a fixed size, each
filled up with empty rows, and when so many have ended that a group fewer holds the others, those of the emptiest group
move into empty rows elsewhere. The keys and values of the words stay where they were written: which of them a beam
looks back upon is said by a mask, so that nothing is copied when beams change places.
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
_USUAL_STEPS = 16
"""Steps for which a cache has room at first; few searches take more."""
_ENOUGH = 1.5
"""Sentences found, as a multiple of the width, after which a caption's search ends. On the 202 described validation
pairs, width 16, that takes 14 steps in place of up to 40, and the sentence chosen is as good (docs/adr/0009)."""


@dataclass
class BeamCache:
    """Keys and values of one layer for a search with several beams per memory.

    Those of the memory are (B, heads, L, d); those of the words of all beams (B, heads, K, d), of which the first
    `used` are written.
    """

    memory_key: Tensor
    memory_value: Tensor
    key: Tensor
    value: Tensor
    used: int = 0

    def reserve(self, words: int) -> None:
        """Make room for so many words in all; once there is too little, for twice as many as there was."""
        have = self.key.shape[2]
        if words > have:
            shape = (*self.key.shape[:2], max(words, 2 * have), self.key.shape[3])
            for name in ("key", "value"):
                larger = getattr(self, name).new_empty(shape)
                larger[:, :, : self.used] = getattr(self, name)[:, :, : self.used]
                setattr(self, name, larger)

    def write(self, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor]:
        """Take in (B, heads, W, d) new words; returns the keys and values of all so far."""
        start, self.used = self.used, self.used + key.shape[2]
        self.key[:, :, start : self.used] = key
        self.value[:, :, start : self.used] = value
        return self.key[:, :, : self.used], self.value[:, :, : self.used]

    def take(self, other: BeamCache, theirs: list[int], ours: list[int]) -> None:
        """Overwrite some rows with rows of another cache of this layer, in which as many words are written."""
        self.memory_key[ours], self.memory_value[ours] = other.memory_key[theirs], other.memory_value[theirs]
        self.key[ours, :, : self.used] = other.key[theirs, :, : self.used]
        self.value[ours, :, : self.used] = other.value[theirs, :, : self.used]


class WordModel(Protocol):
    """What the search asks of a decoder."""

    max_length: int

    def open_beams(self, memory: Tensor, changed: Tensor | None) -> list[BeamCache]:
        """Caches of (B, L, D) memory."""

    def advance(self, words: Tensor, step: int, caches: list[BeamCache], seen: Tensor) -> Tensor:
        """Logits (B, W, V) of the word after each beam's last."""


@dataclass
class _Group:
    """Captions that advance together; its shapes are the same for every group.

    Attributes:
        rows: number of the caption in each row, −1 for none.
        caches: per layer.
        scores: (R, W) summed log probabilities.
        words: (R, W, T) so far, BOS first.
        seen: (R, W, K) which of the K words written in a row a beam consists of.
    """

    rows: list[int]
    caches: list[BeamCache]
    scores: Tensor
    words: Tensor
    seen: Tensor

    def take(self, other: _Group, theirs: list[int], ours: list[int]) -> None:
        """Put captions of another group, which is as far, in the place of some of ours."""
        if not theirs:
            return
        for own, cache in zip(self.caches, other.caches, strict=True):
            own.take(cache, theirs, ours)
        self.scores[ours], self.words[ours], self.seen[ours] = (
            other.scores[theirs],
            other.words[theirs],
            other.seen[theirs],
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
        device = memory.device
        return _Group(
            rows,
            self._model.open_beams(part, flags),
            torch.zeros((self._rows, 1), device=device),
            torch.full((self._rows, 1, 1), BOS, dtype=torch.long, device=device),
            torch.zeros((self._rows, 1, 0), dtype=torch.bool, device=device),
        )

    def _advance(self, group: _Group, step: int) -> None:
        """Write one word of every beam of a group."""
        width = self._width
        beams = group.words.shape[1]
        own = torch.eye(beams, dtype=torch.bool, device=group.words.device).expand(self._rows, -1, -1)
        seen = torch.cat([group.seen, own], dim=2)  # each beam sees the word that it wrote last
        for cache in group.caches:
            cache.reserve(max(seen.shape[2], _USUAL_STEPS * width))
        logits = self._model.advance(group.words[:, :, -1], step, group.caches, seen)
        following = logits.float().log_softmax(dim=-1)  # (R, W, V)
        following[:, :, [PAD, BOS, UNK]] = -torch.inf
        size = following.shape[-1]
        candidates = (group.scores.unsqueeze(2) + following).flatten(1)
        top, index = candidates.topk(min(2 * width, candidates.shape[1]), dim=1)
        origin, word = index // size, index % size
        self._harvest(group, step, top, origin, word)
        going = top.masked_fill(word == EOS, -torch.inf)
        group.scores, place = going.topk(min(width, going.shape[1]), dim=1)
        parents, chosen = origin.gather(1, place), word.gather(1, place)
        each = torch.arange(self._rows, device=parents.device).unsqueeze(1)
        group.words = torch.cat([group.words[each, parents], chosen.unsqueeze(2)], dim=2)
        group.seen = seen[each, parents]

    def _harvest(self, group: _Group, step: int, top: Tensor, origin: Tensor, word: Tensor) -> None:
        """Note which of the best candidates end here, and which captions are done with it."""
        ends = ((word[:, : self._width] == EOS) & top[:, : self._width].isfinite()).cpu().numpy()
        scores, origins, words = top.cpu().numpy(), origin.cpu().numpy(), group.words.cpu().numpy()
        for row, place in zip(*(axis.tolist() for axis in ends.nonzero()), strict=True):
            if group.rows[row] >= 0:
                history = words[row, origins[row, place], 1:].tolist()
                self._ends[group.rows[row]].append((float(scores[row, place]) / (step + 1), history))
        group.rows = [
            -1 if number >= 0 and self._is_done(number, scores[row]) else number
            for row, number in enumerate(group.rows)
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
