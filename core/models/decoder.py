"""Caption decoder: a transformer with key/value caches, batched greedy and batched beam search.

Published change captioners recompute the whole padded sentence for each word at batch 1. Here every layer keeps the
keys and values of the words written so far and of the memory, and all rows of a batch advance together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import DecoderConfig
from .vocabulary import BOS, EOS, PAD, UNK


@dataclass
class KVCache:
    """Keys and values of one layer: (N, heads, T, d) of the words so far and (B, heads, L, d) of the memory.

    N is B, or a multiple of it where several captions of one memory are written side by side.
    """

    memory_key: Tensor
    memory_value: Tensor
    key: Tensor | None = None
    value: Tensor | None = None

    def select(self, rows: Tensor) -> None:
        """Keep (or repeat) batch rows, in the order of `rows` (N,)."""
        self.memory_key, self.memory_value = self.memory_key[rows], self.memory_value[rows]
        self.reorder(rows)

    def reorder(self, rows: Tensor) -> None:
        """Put the words so far into the order of `rows` (N,), each row within the captions of its memory."""
        if self.key is not None and self.value is not None:
            self.key, self.value = self.key[rows], self.value[rows]


@dataclass(frozen=True)
class Captions:
    """Decoded captions.

    Attributes:
        ids: per row the word ids, specials left out.
        log_probabilities: (B,) mean log probability per token, EOS included.
        hypotheses: per row all sentences that were found with their mean log probabilities, likeliest first.
    """

    ids: list[list[int]]
    log_probabilities: Tensor
    hypotheses: list[list[tuple[float, list[int]]]]


class DecoderLayer(nn.Module):
    """Masked self-attention, cross-attention to the memory, feed-forward; pre- or post-norm."""

    def __init__(self, config: DecoderConfig, dim: int) -> None:
        super().__init__()
        self.heads = config.heads
        self.pre_norm = config.norm == "pre"
        self.self_in = nn.Linear(dim, 3 * dim)
        self.self_out = nn.Linear(dim, dim)
        self.cross_query = nn.Linear(dim, dim)
        self.cross_memory = nn.Linear(dim, 2 * dim)
        self.cross_out = nn.Linear(dim, dim)
        self.feedforward = nn.Sequential(
            nn.Linear(dim, config.feedforward),
            nn.GELU(),
            nn.Dropout(config.dropout),
            nn.Linear(config.feedforward, dim),
        )
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(3))
        self.dropout = nn.Dropout(config.dropout)

    def cache(self, memory: Tensor) -> KVCache:
        """Keys and values of (B, L, D) memory, computed once per caption."""
        key, value = self.cross_memory(memory).chunk(2, dim=-1)
        return KVCache(self._split(key), self._split(value))

    def forward(self, x: Tensor, cache: KVCache) -> Tensor:
        """(B, T, D) new words → (B, T, D); `cache` grows by T. With an empty cache T may be a whole sentence."""
        x = self._residual(x, 0, lambda y: self._self_attention(y, cache))
        x = self._residual(x, 1, lambda y: self._cross_attention(y, cache))
        return self._residual(x, 2, self.feedforward)

    def _residual(self, x: Tensor, index: int, block: Callable[[Tensor], Tensor]) -> Tensor:
        norm = self.norms[index]
        if self.pre_norm:
            return x + self.dropout(block(norm(x)))
        return norm(x + self.dropout(block(x)))

    def _self_attention(self, x: Tensor, cache: KVCache) -> Tensor:
        query, key, value = (self._split(t) for t in self.self_in(x).chunk(3, dim=-1))  # (B, h, T, d)
        first = cache.key is None
        if cache.key is not None and cache.value is not None:
            key = torch.cat([cache.key, key], dim=2)
            value = torch.cat([cache.value, value], dim=2)
        cache.key, cache.value = key, value
        return self.self_out(self._join(_attend(query, key, value, causal=first and x.shape[1] > 1)))

    def _cross_attention(self, x: Tensor, cache: KVCache) -> Tensor:
        """Captions of one memory stand together in `x`: as more queries to the same keys, which are not copied."""
        grouped = x.reshape(len(cache.memory_key), -1, x.shape[-1])
        query = self._split(self.cross_query(grouped))
        return self.cross_out(self._join(_attend(query, cache.memory_key, cache.memory_value))).reshape(x.shape)

    def _split(self, x: Tensor) -> Tensor:
        return x.reshape(*x.shape[:2], self.heads, -1).transpose(1, 2)  # (B, T, D) → (B, h, T, D / h)

    def _join(self, x: Tensor) -> Tensor:
        return x.transpose(1, 2).flatten(2)  # (B, h, T, D / h) → (B, T, D)


def _attend(query: Tensor, key: Tensor, value: Tensor, causal: bool = False) -> Tensor:
    return F.scaled_dot_product_attention(query, key, value, is_causal=causal)


class CaptionDecoder(nn.Module):
    """Words from memory tokens.

    Args:
        config: layers, heads, norm, embeddings.
        dim: width D of the memory.
        vocabulary_size: V.
    """

    def __init__(self, config: DecoderConfig, dim: int, vocabulary_size: int) -> None:
        super().__init__()
        width = config.embedding or dim
        self.max_length = config.max_length
        self.embedding = nn.Embedding(vocabulary_size, width, padding_idx=PAD)
        nn.init.normal_(self.embedding.weight, std=0.02)
        self.flag = nn.Embedding(2, dim) if config.flag_token else None
        self.widen = nn.Linear(width, dim) if width != dim else nn.Identity()
        if config.positions == "learned":
            self.position: Tensor = nn.Parameter(torch.randn(config.max_length, dim) * 0.02)
        else:
            self.register_buffer("position", sinusoids(config.max_length, dim), persistent=False)
        self.dropout = nn.Dropout(config.dropout)
        self.layers = nn.ModuleList(DecoderLayer(config, dim) for _ in range(config.layers))
        self.norm = nn.LayerNorm(dim) if config.norm == "pre" else nn.Identity()
        self.narrow = nn.Linear(dim, width) if config.tie_embeddings and width != dim else nn.Identity()
        self.output = nn.Linear(width if config.tie_embeddings else dim, vocabulary_size)
        if config.tie_embeddings:
            self.output.weight = self.embedding.weight

    def forward(self, memory: Tensor, tokens: Tensor, changed: Tensor | None = None) -> Tensor:
        """Teacher forcing.

        Args:
            memory: (B, L, D).
            tokens: (B, T) ids starting with BOS, or (B, K, T) for K captions of each row.
            changed: (B,) bool, whether each pair counts as changed; left out, all do.

        Returns:
            (B, T, V) or (B, K, T, V) logits of the next word.
        """
        caches = self._prepare_memory(memory, changed)
        if tokens.dim() == 2:
            return self._step(tokens, 0, caches)
        count, captions = tokens.shape[:2]
        logits = self._step(tokens.flatten(0, 1), 0, caches)  # (B·K, T, V)
        return logits.reshape(count, captions, *logits.shape[1:])

    def _prepare_memory(self, memory: Tensor, changed: Tensor | None) -> list[KVCache]:
        if self.flag is not None:
            flags = (
                torch.ones(len(memory), dtype=torch.long, device=memory.device) if changed is None else changed.long()
            )
            memory = torch.cat([self.flag(flags).unsqueeze(1).to(memory.dtype), memory], dim=1)  # (B, 1 + L, D)
        return [layer.cache(memory) for layer in self._blocks()]

    def _blocks(self) -> list[DecoderLayer]:
        return list(self.layers)  # type: ignore[arg-type]

    def _step(self, tokens: Tensor, start: int, caches: list[KVCache]) -> Tensor:
        x = self.widen(self.embedding(tokens)) * math.sqrt(self.position.shape[1])
        stop = start + tokens.shape[1]
        x = self.dropout(x + self.position[start:stop])
        for layer, cache in zip(self._blocks(), caches, strict=True):
            x = layer(x, cache)
        return self.output(self.narrow(self.norm(x)))

    @torch.no_grad()
    def greedy(self, memory: Tensor, changed: Tensor | None = None) -> Captions:
        """Most probable next word, batched; rows that wrote EOS leave the batch.

        Args:
            memory: (B, L, D).
            changed: as in `forward`.
        """
        count = len(memory)
        caches = self._prepare_memory(memory, changed)
        written: list[list[int]] = [[] for _ in range(count)]
        total = memory.new_zeros(count, dtype=torch.float32)
        lengths = torch.ones(count)
        rows = torch.arange(count, device=memory.device)
        last = torch.full((count, 1), BOS, dtype=torch.long, device=memory.device)
        for step in range(self.max_length - 1):
            scores = _log_probabilities(self._step(last, step, caches))
            best, word = scores.max(dim=-1)
            total[rows] += best
            going = word != EOS
            for row, index in zip(rows[going].tolist(), word[going].tolist(), strict=True):
                written[row].append(index)
            lengths[rows.cpu()] = step + 1.0
            if not going.all():
                keep = going.nonzero().squeeze(1)
                rows, word = rows[keep], word[keep]
                for cache in caches:
                    cache.select(keep)
            if len(rows) == 0:
                break
            last = word.unsqueeze(1)
        means = total / lengths.to(total.device)
        return Captions(written, means, [[(mean, ids)] for mean, ids in zip(means.tolist(), written, strict=True)])

    @torch.no_grad()
    def sample(self, memory: Tensor, count: int, changed: Tensor | None = None, longest: int | None = None) -> Tensor:
        """Captions drawn word by word from the model's distribution.

        Args:
            memory: (B, L, D).
            count: captions per row, S.
            changed: as in `forward`.
            longest: tokens T at most, BOS and EOS included; by default what the decoder can write.

        Returns:
            (B, S, T) ids from BOS to EOS, `PAD` filled; a caption that reaches the longest length has no EOS.
        """
        caches, rows = self._prepare_memory(memory, changed), len(memory) * count
        words = torch.full((rows, 1), BOS, dtype=torch.long, device=memory.device)
        ended = torch.zeros(rows, dtype=torch.bool, device=memory.device)
        for step in range(min(longest or self.max_length, self.max_length) - 1):
            probabilities = _log_probabilities(self._step(words[:, -1:], step, caches)).exp()
            word = torch.multinomial(probabilities, 1).masked_fill(ended.unsqueeze(1), PAD)
            words = torch.cat([words, word], dim=1)
            ended |= word.squeeze(1) == EOS
            if ended.all():
                break
        return words.reshape(len(memory), count, -1)

    @torch.no_grad()
    def beam(self, memory: Tensor, width: int, changed: Tensor | None = None) -> Captions:
        """Beam search over all rows at once, ranked by mean log probability per token.

        A row is done when nothing that goes on can still better its best sentence; what it found does not depend on
        the rows beside it.

        Args:
            memory: (B, L, D).
            width: beams per row.
            changed: as in `forward`; the engine decodes only pairs that count as changed.
        """
        if width == 1:
            return self.greedy(memory, changed)
        count, device = len(memory), memory.device
        caches = self._prepare_memory(memory, changed)
        scores = torch.full((count, width), -torch.inf, device=device)
        scores[:, 0] = 0.0
        finished: list[list[tuple[float, list[int]]]] = [[] for _ in range(count)]
        words = torch.full((count * width, 1), BOS, dtype=torch.long, device=device)
        going = list(range(count))
        for step in range(self.max_length - 1):
            following = _log_probabilities(self._step(words[:, -1:], step, caches))  # (B·W, V)
            candidates = (scores.reshape(-1, 1) + following).reshape(count, -1)  # (B, W·V)
            top, index = candidates.topk(2 * width, dim=1)
            origin, word = index // following.shape[1], index % following.shape[1]
            _harvest(finished, going, words, top, origin, word, width, step)
            scores, parents, chosen = _continue(top, origin, word, width)
            rows = (torch.arange(count, device=device).unsqueeze(1) * width + parents).reshape(-1)
            words = torch.cat([words[rows], chosen.reshape(-1, 1)], dim=1)
            for cache in caches:
                cache.reorder(rows)
            going = [row for row in going if not self._is_finished(finished[row], scores[row])]
            if not going:
                break
        return _best(finished, words, scores, width)

    def _is_finished(self, finished: list[tuple[float, list[int]]], scores: Tensor) -> bool:
        """Whether no beam of a row, (W,) summed log probabilities, can end with a better mean than the best so far."""
        best_mean_to_come = float(scores.max()) / (self.max_length - 1)  # if every further word were certain
        return bool(finished) and max(score for score, _ in finished) >= best_mean_to_come


def sinusoids(length: int, dim: int) -> Tensor:
    """Fixed positions (length, dim): sines and cosines of wavelengths from 2π to 20,000π (Vaswani et al., 2017)."""
    place = torch.arange(length, dtype=torch.float32).unsqueeze(1)
    rate = torch.exp(torch.arange(0, dim, 2, dtype=torch.float32) * (-math.log(10_000.0) / dim))
    waves = torch.stack([torch.sin(place * rate), torch.cos(place * rate)], dim=2).flatten(1)
    return waves[:, :dim]


def _log_probabilities(logits: Tensor) -> Tensor:
    """(N, 1, V) logits → (N, V) log probabilities; PAD, BOS and UNK are never written."""
    scores = logits[:, -1].float().log_softmax(dim=-1)
    scores[:, [PAD, BOS, UNK]] = -torch.inf
    return scores


def _harvest(
    finished: list[list[tuple[float, list[int]]]],
    rows: list[int],
    words: Tensor,
    top: Tensor,
    origin: Tensor,
    word: Tensor,
    width: int,
    step: int,
) -> None:
    """Move candidates of `rows` among the best `width` that end here to `finished`, with their mean log probability."""
    ends = (word[:, :width] == EOS) & top[:, :width].isfinite()
    searching = set(rows)
    for row, place in ends.nonzero().tolist():
        if row not in searching:
            continue
        history = words[row * width + int(origin[row, place]), 1:].tolist()
        finished[row].append((float(top[row, place]) / (step + 1), history))


def _continue(top: Tensor, origin: Tensor, word: Tensor, width: int) -> tuple[Tensor, Tensor, Tensor]:
    """The best `width` candidates per row that go on: scores, parent beams, words, each (B, W)."""
    going = top.masked_fill(word == EOS, -torch.inf)
    scores, place = going.topk(width, dim=1)
    return scores, origin.gather(1, place), word.gather(1, place)


def _best(finished: list[list[tuple[float, list[int]]]], words: Tensor, scores: Tensor, width: int) -> Captions:
    found = []
    for row, done in enumerate(finished):
        if not done:  # nothing ended within the longest caption: take the best unfinished beam
            place = int(scores[row].argmax())
            history = words[row * width + place, 1:].tolist()
            done = [(float(scores[row, place]) / max(len(history), 1), history)]
        found.append(sorted(done, key=lambda item: -item[0]))
    return Captions([row[0][1] for row in found], torch.tensor([row[0][0] for row in found]), found)
