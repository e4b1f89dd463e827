"""Caption decoder: a transformer with key/value caches, for training, sampling and beam search.

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

from .beam_search import USUAL_STEPS, BeamCache, BeamSearch, Found
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
    hypotheses: list[Found]


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
            nn.GELU() if config.activation == "gelu" else nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(config.feedforward, dim),
        )
        self.outer_residual = config.outer_residual
        self.norms = nn.ModuleList(nn.LayerNorm(dim) for _ in range(3))
        self.dropout = nn.Dropout(config.dropout)

    def cache(self, memory: Tensor) -> KVCache:
        """Keys and values of (B, L, D) memory, computed once per caption."""
        key, value = self.cross_memory(memory).chunk(2, dim=-1)
        return KVCache(self._split(key), self._split(value))

    def forward(self, x: Tensor, cache: KVCache) -> Tensor:
        """(B, T, D) new words → (B, T, D); `cache` grows by T. With an empty cache T may be a whole sentence."""
        y = self._residual(x, 0, lambda y: self._self_attention(y, cache))
        y = self._residual(y, 1, lambda y: self._cross_attention(y, cache))
        return self._end(x, y)

    def _end(self, given: Tensor, read: Tensor) -> Tensor:
        read = self._residual(read, 2, self.feedforward)
        return read + given if self.outer_residual else read

    def _residual(self, x: Tensor, index: int, block: Callable[[Tensor], Tensor]) -> Tensor:
        norm = self.norms[index]
        made = self._narrowed(block, norm(x) if self.pre_norm else x)
        y = x + (self.dropout(made) if self.training else made)
        return y if self.pre_norm else norm(y)

    def _narrowed(self, block: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
        """What a block makes of x in the precision of its weights, in that of x."""
        return block(x.to(self.precision)).to(x.dtype)

    @property
    def precision(self) -> torch.dtype:
        """Of the products of matrices; norms and sums keep that of the words."""
        return self.self_in.weight.dtype

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

    def open_beams(self, memory: Tensor, width: int) -> BeamCache:
        """Cache of (B, L, D) memory for so many beams each, no words written."""
        own = self.cache(memory)
        key, value = own.memory_key, own.memory_value.contiguous()
        if memory.device.type == "cpu":
            key = key.transpose(-1, -2) * key.shape[-1] ** -0.5  # see `_attend_to_all`
        key = key.contiguous()
        shape = (USUAL_STEPS, len(memory), width, 2 * memory.shape[2])
        return BeamCache(key, value, torch.empty(shape, device=memory.device))

    def advance(self, x: Tensor, cache: BeamCache, places: Tensor) -> Tensor:
        """One word of each beam, (B, W, D) → (B, W, D), which the cache takes in.

        Args:
            x: the words.
            cache: of the words so far.
            places: (B · W · T,), where the cache keeps each beam's words, these among them.
        """
        y = self._residual(x, 0, lambda y: self._beam_attention(y, cache, places))
        y = self._residual(y, 1, lambda y: self._memory_attention(y, cache))
        return self._end(x, y)

    def _beam_attention(self, x: Tensor, cache: BeamCache, places: Tensor) -> Tensor:
        """Each beam looks back upon its own words: one query and few keys, so sums of products and not matrices."""
        dim = x.shape[2]
        query, written = self.self_in(x).split([dim, 2 * dim], dim=2)
        cache.write(written)
        heads = (self.heads, dim // self.heads)
        query = (query.float() * heads[1] ** -0.5).reshape(-1, 1, *heads)
        keys, values = cache.read(places).reshape(len(query), -1, 2, *heads).unbind(2)  # (B · W, T, h, d)
        weights = (keys * query).sum(dim=-1).softmax(dim=1)
        found = (values * weights.unsqueeze(-1)).sum(dim=1)
        return self.self_out(found.reshape(x.shape).to(x.dtype))

    def _memory_attention(self, x: Tensor, cache: BeamCache) -> Tensor:
        query = self._split(self.cross_query(x))
        return self.cross_out(self._join(_attend_to_all(query, cache.memory_key, cache.memory_value)))

    def _split(self, x: Tensor) -> Tensor:
        return x.reshape(*x.shape[:2], self.heads, -1).transpose(1, 2)  # (B, T, D) → (B, h, T, D / h)

    def _join(self, x: Tensor) -> Tensor:
        return x.transpose(1, 2).flatten(2)  # (B, h, T, D / h) → (B, T, D)


def _attend(query: Tensor, key: Tensor, value: Tensor, causal: bool = False) -> Tensor:
    return F.scaled_dot_product_attention(query, key, value, is_causal=causal)


def _attend_to_all(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Attention of a few queries to all of the many keys of a `BeamCache`.

    On a processor plain products in bfloat16 take a third less time than the fused kernel, in float32 as much.
    """
    if query.device.type != "cpu":
        return _attend(query, key, value)
    return torch.matmul(torch.matmul(query, key).softmax(dim=-1), value)


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
        self.embedding_scale = math.sqrt(dim) if config.scale_embeddings else 1.0
        if config.scale_embeddings:
            nn.init.normal_(self.embedding.weight, std=0.02)
        else:
            nn.init.uniform_(self.embedding.weight, -0.1, 0.1)
        self.flag = nn.Embedding(2, dim) if config.change_token else None
        self.widen = nn.Linear(width, dim) if width != dim else nn.Identity()
        if config.positions == "learned":
            self.position: Tensor = nn.Parameter(torch.randn(config.max_length, dim) * 0.02)
        else:
            self.register_buffer("position", sinusoids(config.max_length, dim), persistent=False)
        self.dropout, self.output_dropout = nn.Dropout(config.dropout), config.output_dropout
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
        memory = self._with_flag(memory, changed)
        return [layer.cache(memory) for layer in self._blocks()]

    def _with_flag(self, memory: Tensor, changed: Tensor | None) -> Tensor:
        if self.flag is None:
            return memory
        flags = torch.ones(len(memory), dtype=torch.long, device=memory.device) if changed is None else changed.long()
        return torch.cat([self.flag(flags).unsqueeze(1).to(memory.dtype), memory], dim=1)  # (B, 1 + L, D)

    def _blocks(self) -> list[DecoderLayer]:
        return list(self.layers)  # type: ignore[arg-type]

    def _step(self, tokens: Tensor, start: int, caches: list[KVCache]) -> Tensor:
        x = self.widen(self.embedding(tokens)) * self.embedding_scale
        stop = start + tokens.shape[1]
        x = self.dropout(x + self.position[start:stop])
        for layer, cache in zip(self._blocks(), caches, strict=True):
            x = layer(x, cache)
        x = self.norm(x)
        return self.output(self.narrow(self.dropout(x) if self.output_dropout else x))

    def open_beams(self, memory: Tensor, changed: Tensor | None, width: int) -> list[BeamCache]:
        """Caches of a search over (B, L, D) memory with so many beams each; `changed` as in `forward`."""
        memory = self._with_flag(memory, changed)
        return [layer.open_beams(memory.to(layer.precision), width) for layer in self._blocks()]

    def advance(self, words: Tensor, step: int, caches: list[BeamCache], places: Tensor) -> Tensor:
        """Logits (B, W, V) of the word after `words` (B, W), those at place `step`.

        Args:
            words: the last of each beam.
            step: their place.
            caches: of `open_beams`, one a layer.
            places: (B · W · T,), where the caches keep each beam's words, these among them.
        """
        x = self.widen(self.embedding(words)) * self.embedding_scale + self.position[step]
        for layer, cache in zip(self._blocks(), caches, strict=True):
            x = layer.advance(x, cache, places)
        logits: Tensor = self.output(self.narrow(self.norm(x)))
        return logits

    def lower_precision(self) -> None:
        """Multiply in bfloat16 from now on, but for the logits, by small differences of which sentences are chosen."""
        for part in self.layers.modules():
            if isinstance(part, nn.Linear):
                part.to(torch.bfloat16)

    def lay_out_for_processor(self) -> None:
        """Keep the weights of float32 products as oneDNN reads them, if it is there; good for nothing but search."""
        if torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
            _lay_out(self)

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
    def beam(self, memory: Tensor, width: int, changed: Tensor | None = None, rows: int | None = None) -> Captions:
        """Beam search, ranked by mean log probability per token; a width of 1 takes the likeliest word each time.

        What a row finds does not depend on the rows beside it, to the bit (`beam_search`).

        Args:
            memory: (B, L, D).
            width: beams per row.
            changed: as in `forward`; the engine decodes only pairs that count as changed.
            rows: rows that are searched together; by default as suits a processor.
        """
        if changed is None:
            changed = torch.ones(len(memory), dtype=torch.bool, device=memory.device)
        found = BeamSearch(self, width, rows).run(memory, changed)
        means = torch.tensor([sentences[0][0] for sentences in found], dtype=torch.float32)
        return Captions([sentences[0][1] for sentences in found], means, found)


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


class _LaidOutLinear(nn.Module):
    """A product by oneDNN; torch leaves those in float32 to MKL, which is much slower on an AMD processor."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = linear.weight.detach().to_mkldnn(), linear.bias.detach().to_mkldnn()

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x.to_mkldnn(), self.weight, self.bias).to_dense()


def _lay_out(module: nn.Module) -> None:
    for name, part in module.named_children():
        if isinstance(part, nn.Linear) and part.weight.dtype == torch.float32:
            setattr(module, name, _LaidOutLinear(part))
        else:
            _lay_out(part)
