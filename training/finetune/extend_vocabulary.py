"""New words for a trained decoder: its embeddings grow, everything it knows stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

from ...core.models.captioner import ChangeCaptioner
from ...core.models.vocabulary import PAD, SPECIALS, UNK, Vocabulary
from ..data.augmentation import Batch

FIRST = len(SPECIALS)
"""Id of the first word."""


def new_words(vocabulary: Vocabulary, captions: Iterable[Sequence[str]]) -> list[str]:
    """Words of tokenised captions that a vocabulary lacks, most frequent first; marks without a letter are none."""
    counts = Counter(word for caption in captions for word in caption if any(mark.isalnum() for mark in word))
    known = set(vocabulary.words)
    return sorted((word for word in counts if word not in known), key=lambda word: (-counts[word], word))


@torch.no_grad()
def init_new_words(model: ChangeCaptioner, batches: Iterable[Batch], count: int) -> Tensor:
    """What a model would have said in the place of each new word: “houses” where an analyst writes “dwellings”.

    Args:
        model: captioner, not grown yet, in evaluation mode.
        batches: pairs and captions; ids from the model's number of words on are new words.
        count: number of new words N.

    Returns:
        (N, V) shares of the model's first choices over all places of the word, each row a sum of 1.
    """
    known = model.decoder.output.out_features
    votes = torch.zeros(count, known)
    votes[:, FIRST:] = 1e-6  # all words alike for one that never comes
    for batch in batches:
        wanted = batch.tokens[..., 1:]
        if int(wanted.max()) < known:
            continue
        shown = torch.where(batch.tokens < known, batch.tokens, UNK)
        _, logits = model(batch.images, shown[..., :-1], batch.changed > 0.5)
        chosen = logits[..., FIRST:].argmax(dim=-1) + FIRST
        places = wanted >= known
        votes.index_put_((wanted[places] - known, chosen[places]), torch.tensor(1.0), accumulate=True)
    return votes / votes.sum(dim=1, keepdim=True)


def resize_embeddings(model: ChangeCaptioner, likeness: Tensor) -> None:
    """Add words to a model's decoder, in place; what it says of the old ones stays.

    Args:
        model: captioner.
        likeness: (N, V), how much of each old word a new one starts as; rows sum to 1 (see `init_new_words`).
    """
    decoder = model.decoder
    size, width = decoder.embedding.weight.shape
    embedding = nn.Embedding(size + len(likeness), width, padding_idx=PAD)
    output = nn.Linear(decoder.output.in_features, embedding.num_embeddings)
    with torch.no_grad():
        embedding.weight.copy_(_longer(decoder.embedding.weight, likeness))
        output.bias.copy_(_longer(decoder.output.bias, likeness))
        output.weight.copy_(_longer(decoder.output.weight, likeness))
    if model.config.decoder.tie_embeddings:
        output.weight = embedding.weight
    decoder.embedding, decoder.output = embedding, output


@torch.no_grad()
def _longer(rows: Tensor, likeness: Tensor) -> Tensor:
    """(V, …) and (N, V) → (V + N, …)."""
    return torch.cat([rows, likeness.to(rows.dtype) @ rows])
