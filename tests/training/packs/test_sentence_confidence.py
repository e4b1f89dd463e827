"""How likely sentences hold, fitted on pairs whose truth is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.captions.sentence_choice import CONSTANT, join_confidence
from describe_changes.core.errors import InputError
from describe_changes.core.models.decoding import Decoding
from describe_changes.core.models.packs import save_pack
from describe_changes.core.predict.device import choose_device
from describe_changes.core.predict.predictor import Predictor
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.packs import sentence_choice, sentence_confidence
from describe_changes.training.packs.sentence_choice import teach_choice
from describe_changes.training.packs.sentence_confidence import (
    FEATURES,
    Said,
    fit_confidence,
    judge_by_halves,
    probabilities,
    teach_confidence,
)

from .test_mixing import pack


def sentences(count: int = 2000) -> tuple[list[Said], np.ndarray]:
    """Sentences that hold with a probability known by their features."""
    rng = np.random.default_rng(0)
    features = rng.normal(0, 1, (count, len(FEATURES)))
    chances = 1 / (1 + np.exp(-(1.5 * features[:, 2] - features[:, 0] + 0.7)))
    return [Said(row, bool(rng.random() < chance)) for row, chance in zip(features, chances, strict=True)], chances


def test_probabilities_are_found_again() -> None:
    said, chances = sentences()
    weights = fit_confidence(said)
    assert set(weights) == {*FEATURES, CONSTANT}
    np.testing.assert_allclose(probabilities(said, weights), chances, atol=0.15)
    judged = judge_by_halves(said)
    assert judged["ece"] < 0.05
    assert 0.75 < judged["auc"] < 0.95
    assert abs(judged["brier"] - np.mean(chances * (1 - chances))) < 0.01


def test_sentences_that_all_hold_give_a_high_probability_and_no_error() -> None:
    said = [Said(row.features, True) for row in sentences(60)[0]]
    assert min(probabilities(said, fit_confidence(said))) > 0.9
    assert judge_by_halves(said)["auc"] is None


def test_confidence_is_a_product_where_the_pack_tells_probabilities() -> None:
    assert join_confidence(0.64, 0.25, Decoding()) == pytest.approx(0.4)
    assert join_confidence(0.64, 0.25, Decoding(confidence={CONSTANT: 1.0})) == pytest.approx(0.16)


def test_a_taught_pack_says_the_same_and_how_likely_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_choice, "_FEWEST", 8)
    monkeypatch.setattr(sentence_choice, "_STEPS", 2)
    monkeypatch.setattr(sentence_confidence, "_FEWEST", 8)
    exact = pack(tmp_path, 0)
    plain = save_pack(tmp_path / "plain", exact.build_model(), exact.vocabulary, exact.manifest)
    images = np.random.default_rng(0).integers(0, 255, (8, 2, 3, 64, 64), dtype=np.uint8)
    masks = np.zeros((3, 64, 64), np.uint8)
    pairs = [TrainingPair(own, masks, (("a", "house"),), 1, 0) for own in images]
    with pytest.raises(InputError, match="no claim head"):
        teach_confidence(plain, pairs, tmp_path / "none")
    chosen = teach_choice(plain, pairs, tmp_path / "chosen")
    with pytest.raises(InputError, match="2 changed pairs with captions are too few to learn from"):
        teach_confidence(chosen, pairs[:2], tmp_path / "few")
    lines: list[str] = []
    taught = teach_confidence(chosen, pairs, tmp_path / "taught", lines.append)
    assert lines[0].startswith("8 sentences,")
    weights = taught.manifest.decoding.confidence
    assert weights is not None
    valid = np.ones((8, 2, 64, 64), bool)
    one, two = (Predictor(each, choose_device("cpu")).predict(images, valid) for each in (chosen, taught))
    assert [p.caption for p in one] == [p.caption for p in two]
    said = sentence_confidence.read_sentences(Predictor(taught, choose_device("cpu")), pairs)
    for prediction, chance in zip(two, probabilities(said, weights), strict=True):
        assert prediction.confidence == pytest.approx(prediction.change_score * chance, abs=1e-5)
