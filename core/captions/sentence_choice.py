"""Order the sentences of a beam by what they are like, with weights that were fitted to references.

What counts is the decoder's probability, how far the sentences of the beam agree, and how likely the claims are that a
sentence makes, by the model's claim head. Weights are fitted by `training/packs/sentence_choice.py`, and those that
tell how likely a sentence holds by `training/packs/sentence_confidence.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..models.decoding import Decoding
from .claims import ClaimReader

Found = Sequence[tuple[float, str]]
"""Mean log probability per token, end mark included, and text of each sentence."""
CONSTANT = "constant"
"""Name of the weight that no feature goes with."""
_NGRAMS = (1, 2, 3)
_LIKELIEST = 4.0
"""Logit beyond which a claim counts as no likelier."""
_LEAST = 0.02
"""A claim that hardly any sentence of the beam makes counts as made by this share."""


@dataclass(frozen=True)
class Candidate:
    """A sentence that a model found.

    Attributes:
        text: lower case, words apart by spaces.
        mean: log probability per token, end mark included.
        probability: that all it claims holds, 0–1.
    """

    text: str
    mean: float
    probability: float


def feature_names(claims: Sequence[str]) -> list[str]:
    """Return the names of a sentence's features, for a head that judges these claims."""
    general = [
        "mean log probability",
        "log probability",
        "length",
        "length squared",
        "certainty of claims",
        "agreement",
    ]
    judged = ["claims", "claims made", "least likely claim", "likely claims left out"]
    return [*general, *judged, *(f"says {c}" for c in claims), *(f"likely {c}" for c in claims)]


def sentence_features(
    found: Found, judged: Mapping[str, float], reader: ClaimReader, rules: Decoding
) -> NDArray[np.float64]:
    """Return what each sentence is like, (sentences, features) in the order of `feature_names`.

    Args:
        found: sentences of one tile.
        judged: logit of each claim by the claim head.
        reader: finds claims in the pack's words.
        rules: of the pack.
    """
    claims = list(judged)
    logits = np.array([judged[claim] for claim in claims])
    texts = [text for _, text in found]
    made = [reader.claims_of(text) for text in texts]
    says = np.array([[claim in own for claim in claims] for own in made], float)
    means = np.array([mean for mean, _ in found])
    lengths = np.array([len(text.split()) + 1 for text in texts], float)
    totals = means * lengths / rules.temperature
    shares = np.exp(totals - totals.max())
    shares /= shares.sum()
    usual = lengths / rules.usual_length
    true, false = -np.logaddexp(0, -logits), -np.logaddexp(0, logits)  # log probabilities
    weighed = says * true
    general = [means, totals, usual, usual**2, _certainty(made, shares, reader), _overlaps(texts) @ shares]
    own = [weighed.sum(axis=1), says.sum(axis=1), weighed.min(axis=1), (1 - says) @ false]
    return np.column_stack([*general, *own, says, says * logits.clip(-_LIKELIEST, _LIKELIEST)])


def order_sentences(features: NDArray[np.float64], weights: Mapping[str, float], claims: Sequence[str]) -> list[int]:
    """Return the indices of sentences, best first.

    Args:
        features: of `sentence_features`.
        weights: by feature; 0 for one that has none.
        claims: that the head judges, in the order of the features.
    """
    worth = _weighed(features, weights, claims)
    return sorted(range(len(worth)), key=lambda index: -worth[index])


def sentence_probabilities(
    features: NDArray[np.float64], weights: Mapping[str, float], claims: Sequence[str]
) -> list[float]:
    """Return how likely it is that all holds that each sentence claims, 0–1; arguments as of `order_sentences`."""
    odds = _weighed(features, weights, claims) + weights.get(CONSTANT, 0.0)
    return [float(share) for share in np.exp(-np.logaddexp(0, -odds))]


def join_confidence(change: float, sentence: float, rules: Decoding) -> float:
    """Return how likely it is that there is a change and that the sentence about it holds, 0–1.

    Args:
        change: probability of the change.
        sentence: of a `Candidate`, given a change.
        rules: of the pack; where it does not tell probabilities of sentences, that of words is far too low, and the
            geometric mean of both stands for the product.
    """
    return change * sentence if rules.confidence else math.sqrt(change * sentence)


def _weighed(features: NDArray[np.float64], weights: Mapping[str, float], claims: Sequence[str]) -> NDArray[np.float64]:
    """(sentences, features) → (sentences,)."""
    return np.asarray(features @ np.array([weights.get(name, 0.0) for name in feature_names(claims)]))


def _certainty(made: Sequence[frozenset[str]], shares: NDArray[np.float64], reader: ClaimReader) -> list[float]:
    """Sum over each sentence's claims of the log share of the beam that makes or implies it."""
    sure = {}
    for claim in frozenset().union(*made):
        wanted = reader.borne_out_by(claim)
        share = sum(own for own, claims in zip(shares.tolist(), made, strict=True) if claims & wanted)
        sure[claim] = math.log(max(share, _LEAST))
    return [sum(sure[claim] for claim in sorted(claims)) for claims in made]


def _overlaps(texts: Sequence[str]) -> NDArray[np.float64]:
    """(N, N): how much of their words, pairs and triples of words two sentences share, 0–1."""
    words = [text.split() for text in texts]
    total = np.zeros((len(texts), len(texts)))
    for size in _NGRAMS:
        counts = _count_ngrams(words, size)
        both, level = np.zeros_like(total), 1
        while (present := (counts >= level).astype(np.float64)).any():
            both += present @ present.T  # the smaller of two counts is the number of levels that both reach
            level += 1
        sums = counts.sum(axis=1)
        total += 2 * both / np.maximum(sums[:, None] + sums[None], 1)
    return total / len(_NGRAMS)


def _count_ngrams(words: Sequence[Sequence[str]], size: int) -> NDArray[np.intp]:
    """(N, different n-grams): how often each sentence has each."""
    numbers: dict[tuple[str, ...], int] = {}
    columns = [
        numbers.setdefault(ngram, len(numbers))
        for own in words
        for ngram in zip(*(own[start:] for start in range(size)), strict=False)
    ]
    width = max(1, len(numbers))
    rows = np.repeat(np.arange(len(words)), [max(0, len(own) - size + 1) for own in words])
    places = rows * width + np.array(columns, np.intp)
    return np.bincount(places, minlength=len(words) * width).reshape(len(words), width)
