"""A claim head and weights of choice, fitted on pairs whose truth is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.captions.claims import LEVIR_CC, ClaimReader
from describe_changes.core.captions.sentence_choice import order_sentences, sentence_features
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import ClaimHeadConfig
from describe_changes.core.models.decoding import ClaimWords, Decoding
from describe_changes.core.models.packs import save_pack
from describe_changes.core.predict.device import choose_device
from describe_changes.core.predict.predictor import Predictor
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.packs import sentence_choice
from describe_changes.training.packs.sentence_choice import (
    Example,
    borne_out,
    claims_of_words,
    fit_claim_head,
    fit_weights,
    judge,
    teach_choice,
)

from .test_mixing import pack

CLAIMS = ("building", "road", "trees")
HOUSE, ROAD = "a house is built", "a road is built"


def examples(count: int = 120) -> tuple[list[Example], torch.Tensor]:
    """Pairs whose first input says house or road; the decoder finds houses likelier in every one."""
    rng = np.random.default_rng(0)
    shown = rng.integers(0, 2, count)
    pooled = torch.from_numpy(rng.normal(0, 1, (count, 4))).float()
    pooled[:, 0] = torch.from_numpy(3.0 * shown - 1.5)
    found = [(-0.3, HOUSE), (-0.6, ROAD), (-0.9, "trees are removed")]
    said = [Example(p, list(found), (ROAD if s else HOUSE,) * 2) for p, s in zip(pooled, shown, strict=True)]
    return said, torch.from_numpy(shown)


def test_the_claims_are_all_that_captions_can_make() -> None:
    claims = claims_of_words(ClaimWords())
    assert len(claims) == len(set(claims)) == 25
    text = "two rows of houses and a villa replaced the trees at the top left"
    assert LEVIR_CC.claims_of(text) <= set(claims)


def test_the_head_is_the_mean_of_its_members_and_learns_what_is_there() -> None:
    said, shown = examples()
    pooled, truth = torch.stack([e.pooled for e in said]), borne_out(said, CLAIMS, ClaimReader())
    assert truth[:, 0].tolist() == (1 - shown).tolist()
    assert truth[:, 1].tolist() == shown.tolist()
    config = ClaimHeadConfig(claims=CLAIMS, width=128, parts=1, cells=1)
    head = fit_claim_head(config, 1, 2, pooled, truth, seed=3)
    narrow = config.model_copy(update={"width": 64})
    alone = [judge(fit_claim_head(narrow, 1, 2, pooled, truth, seed), pooled) for seed in (3, 4)]
    assert torch.allclose(judge(head, pooled), (alone[0] + alone[1]) / 2, atol=1e-4)
    right = (judge(head, pooled)[:, 1] > 0) == shown.bool()
    assert right.float().mean() > 0.98


def test_weights_prefer_the_sentence_whose_claims_hold() -> None:
    said, shown = examples()
    judged = torch.stack([2.0 - 4 * shown, 4.0 * shown - 2, torch.full((len(said),), -3.0)], dim=1)
    rules, reader = Decoding(), ClaimReader()
    weights = fit_weights(said, judged, CLAIMS, rules, reader)
    for example, logits, road in zip(said[:10], judged.tolist(), shown.tolist(), strict=False):
        features = sentence_features(example.found, dict(zip(CLAIMS, logits, strict=True)), reader, rules)
        best = order_sentences(features, weights, CLAIMS)[0]
        assert example.found[best][1] == (ROAD if road else HOUSE)


def test_a_taught_pack_chooses_by_its_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_choice, "_FEWEST", 8)
    monkeypatch.setattr(sentence_choice, "_STEPS", 2)
    exact = pack(tmp_path, 0)
    plain = save_pack(tmp_path / "plain", exact.build_model(), exact.vocabulary, exact.manifest)
    rng = np.random.default_rng(0)
    images = rng.integers(0, 255, (8, 2, 3, 64, 64), dtype=np.uint8)
    masks = np.zeros((3, 64, 64), np.uint8)
    pairs = [TrainingPair(own, masks, (("a", "house"),), 1, 0) for own in images]
    with pytest.raises(InputError, match="2 changed pairs with captions are too few to learn from"):
        teach_choice(plain, pairs[:2], tmp_path / "few")
    taught = teach_choice(plain, pairs, tmp_path / "taught")
    assert taught.manifest.training["pairs for the choice of sentences"] == 8
    again = teach_choice(taught, pairs, tmp_path / "again")  # a head is replaced, not stacked
    assert again.manifest.decoding.choice == taught.manifest.decoding.choice
    valid = np.ones((8, 2, 64, 64), bool)
    before, after = (Predictor(each, choose_device("cpu")) for each in (plain, taught))
    one, two = before.predict(images, valid), after.predict(images, valid)
    assert all((a.probabilities == b.probabilities).all() for a, b in zip(one, two, strict=True))
    assert [{c.text for c in p.candidates} for p in one] == [{c.text for c in p.candidates} for p in two]
    tile = after.encode(images[:1], valid[:1])[0]
    assert set(tile.judged) == set(claims_of_words(ClaimWords()))
    found = [(c.mean, c.text) for c in one[0].candidates]
    features = sentence_features(found, tile.judged, after.reader, after.rules)
    expected = order_sentences(features, taught.manifest.decoding.choice, list(tile.judged))
    assert two[0].candidates[0] == one[0].candidates[expected[0]]
