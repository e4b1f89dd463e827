"""New words for a trained decoder: its vocabulary and embeddings grow, everything it knows stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

from ..core.models.captioner import ChangeCaptioner
from ..core.models.vocabulary import PAD, SPECIALS, Vocabulary


def new_words(vocabulary: Vocabulary, captions: Iterable[Sequence[str]]) -> list[str]:
    """Words of tokenised captions that a vocabulary lacks, most frequent first; marks without a letter are none."""
    counts = Counter(word for caption in captions for word in caption if any(mark.isalnum() for mark in word))
    known = set(vocabulary.words)
    return sorted((word for word in counts if word not in known), key=lambda word: (-counts[word], word))


def grow(model: ChangeCaptioner, vocabulary: Vocabulary, words: Sequence[str]) -> Vocabulary:
    """Add words to a model, in place.

    A new word starts as the mean of all words, so that it is neither likelier nor less likely than they are.

    Args:
        model: captioner whose decoder grows.
        vocabulary: its words.
        words: words that it lacks.

    Returns:
        The vocabulary with the new words at its end; the ids of the old ones stay.
    """
    if not words:
        return vocabulary
    decoder = model.decoder
    embedding = nn.Embedding.from_pretrained(_longer(decoder.embedding.weight, len(words)), False, padding_idx=PAD)
    output = nn.Linear(decoder.output.in_features, embedding.num_embeddings)
    with torch.no_grad():
        output.bias.copy_(_longer(decoder.output.bias, len(words)))
        output.weight.copy_(_longer(decoder.output.weight, len(words)))
    if model.config.decoder.tie_embeddings:
        output.weight = embedding.weight
    decoder.embedding, decoder.output = embedding, output
    return Vocabulary([*vocabulary.words[len(SPECIALS) :], *words])


@torch.no_grad()
def _longer(rows: Tensor, count: int) -> Tensor:
    """(V, …) → (V + count, …), the new rows the mean of those of all words."""
    mean = rows[len(SPECIALS) :].mean(dim=0, keepdim=True)
    return torch.cat([rows.detach(), mean.expand(count, *rows.shape[1:])])
