"""Features of a beam's sentences against plain loops, and the order that weights give them."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from describe_changes.core.captions.claims import LEVIR_CC
from describe_changes.core.captions.sentence_choice import feature_names, order_sentences, sentence_features
from describe_changes.core.models.decoding import Decoding

RULES = Decoding()
FOUND = [
    (-0.5, "a house is built at the top"),
    (-0.4, "many houses are built along the road"),
    (-0.9, "the trees are removed and a house is built"),
    (-1.2, "the the the road"),
]
JUDGED = {
    "building": 3.0,
    "road": -2.0,
    "trees": 1.0,
    "removal": 0.5,
    "number 1": 2.0,
    "number 4+": -9.0,
    "at top": 0.1,
}


def column(name: str, judged: dict[str, float] | None = None) -> np.ndarray:
    judged = judged or JUDGED
    return sentence_features(FOUND, judged, LEVIR_CC, RULES)[:, feature_names(list(judged)).index(name)]


def order(found: list[tuple[float, str]], judged: dict[str, float], weights: dict[str, float]) -> list[int]:
    return order_sentences(sentence_features(found, judged, LEVIR_CC, RULES), weights, list(judged))


def log_probability(logit: float) -> float:
    return -math.log1p(math.exp(-logit))


def test_claims_are_weighed_by_how_likely_they_are() -> None:
    made = [{c for c in LEVIR_CC.claims_of(text) if c in JUDGED} for _, text in FOUND]
    assert made[0] == {"building", "number 1", "at top"}
    for index, claims in enumerate(made):
        said = [log_probability(JUDGED[c]) for c in claims]
        silent = [log_probability(-JUDGED[c]) for c in JUDGED.keys() - claims]
        assert column("claims")[index] == pytest.approx(sum(said))
        assert column("claims made")[index] == len(claims)
        assert column("least likely claim")[index] == pytest.approx(min([*said, 0.0] if not said else said))
        assert column("likely claims left out")[index] == pytest.approx(sum(silent))
    assert column("says road").tolist() == [0, 1, 0, 1]
    assert column("likely number 4+").tolist() == [0, -4.0, 0, 0]  # no farther than four


def test_agreement_counts_shared_words_pairs_and_triples() -> None:
    def grams(text: str, size: int) -> Counter:
        words = text.split()
        return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))

    def overlap(one: str, two: str) -> float:
        parts = []
        for size in (1, 2, 3):
            a, b = grams(one, size), grams(two, size)
            parts.append(2 * (a & b).total() / max(1, a.total() + b.total()))
        return sum(parts) / 3

    totals = np.array([mean * (len(text.split()) + 1) / RULES.temperature for mean, text in FOUND])
    shares = np.exp(totals) / np.exp(totals).sum()
    expected = [sum(s * overlap(one, two) for s, (_, two) in zip(shares, FOUND, strict=True)) for _, one in FOUND]
    assert column("agreement") == pytest.approx(expected)


def test_weights_decide_the_order() -> None:
    by_words = order(FOUND, JUDGED, {"mean log probability": 1.0})
    assert by_words == [1, 0, 2, 3]
    assert order(FOUND, JUDGED, {"claims": 1.0})[0] == 0  # a house, likely; a road is not
    trusted = JUDGED | {"road": 5.0, "number 4+": 5.0, "number 1": -5.0}
    assert order(FOUND, trusted, {"claims": 1.0, "claims made": 0.1})[0] == 1
    assert order(FOUND, JUDGED, {}) == [0, 1, 2, 3]


def test_one_sentence_alone_and_one_without_claims() -> None:
    alone = [(-0.3, "something looks different")]
    features = sentence_features(alone, JUDGED, LEVIR_CC, RULES)
    assert np.isfinite(features).all()
    assert order(alone, JUDGED, {"claims": 1.0}) == [0]
