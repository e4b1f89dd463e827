"""The reward against the metric's own implementation, and what the gradient does to a decoder."""

from __future__ import annotations

import pytest
import torch
from describe_changes.core.models.config import DecoderConfig
from describe_changes.core.models.decoder import CaptionDecoder
from describe_changes.core.models.vocabulary import BOS, EOS, PAD, Vocabulary
from describe_changes.training.losses.self_critical import ConsensusReward, SelfCritical, SelfCriticalConfig
from pycocoevalcap.cider.cider import Cider

REFERENCES = [
    ["a house is built on the left", "a building appears on the left"],
    ["many trees are removed", "the woods are cleared"],
    ["a road is built", "a new road appears at the top"],
]
SAID = ["a house appears on the left", "many trees are removed", "nothing has changed"]


def test_reward_is_the_metric_where_the_corpus_is_the_same() -> None:
    _, expected = Cider().compute_score(dict(enumerate(REFERENCES)), {i: [text] for i, text in enumerate(SAID)})
    assert ConsensusReward(REFERENCES)(SAID, REFERENCES) == pytest.approx(expected.tolist())


def test_a_sentence_is_worth_the_same_whatever_else_is_scored() -> None:
    reward = ConsensusReward(REFERENCES)
    assert reward(SAID[:1], REFERENCES[:1]) == pytest.approx(reward(SAID, REFERENCES)[:1])


def decoder_for(vocabulary: Vocabulary) -> CaptionDecoder:
    torch.manual_seed(0)
    config = DecoderConfig(layers=1, heads=2, feedforward=32, dropout=0.0, max_length=9)
    return CaptionDecoder(config, 16, len(vocabulary))


def test_samples_start_and_end_and_follow_the_models_distribution() -> None:
    vocabulary = Vocabulary(["a", "b"])
    decoder = decoder_for(vocabulary)
    memory = torch.zeros(1, 1, 16)
    drawn = decoder.sample(memory, 4000)[0]
    assert (drawn[:, 0] == BOS).all()
    for row in drawn.tolist():
        tail = row[row.index(EOS) + 1 :] if EOS in row else []
        assert set(tail) <= {PAD}
    logits = decoder(memory, torch.tensor([[BOS]]))[0, 0].detach()
    logits[[PAD, BOS, 3]] = -torch.inf  # never written
    shares = torch.bincount(drawn[:, 1], minlength=len(vocabulary)) / len(drawn)
    torch.testing.assert_close(shares, logits.softmax(0), atol=0.03, rtol=0)


def test_training_on_the_reward_makes_the_rewarded_sentence_likely() -> None:
    """A decoder that says either of two sentences learns to say the one that the references agree with."""
    vocabulary = Vocabulary(sorted({word for text in (REFERENCES[0][0], REFERENCES[1][0]) for word in text.split()}))
    decoder, memory = decoder_for(vocabulary), torch.zeros(1, 1, 16)
    false, true = (vocabulary.encode(known[0].split()) for known in REFERENCES[:2])
    both = torch.tensor([[false, true + [PAD] * (len(false) - len(true))]])
    term = SelfCritical(SelfCriticalConfig(samples=8), vocabulary, REFERENCES)
    optimizer = torch.optim.Adam(decoder.parameters(), lr=0.02)
    changed = torch.tensor([True])

    def share_of_true() -> float:
        return sum(row[: len(true)] == true for row in decoder.sample(memory, 200)[0].tolist()) / 200

    torch.manual_seed(1)
    for _ in range(60):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(
            decoder(memory, both[..., :-1]).flatten(0, 2), both[..., 1:].flatten(), ignore_index=PAD
        ).backward()
        optimizer.step()
    assert 0.3 < share_of_true() < 0.7
    optimizer = torch.optim.Adam(decoder.parameters(), lr=0.002)
    for _ in range(60):
        optimizer.zero_grad()
        total, words = term(decoder, memory, torch.tensor([[true]]), changed)
        (total / words).backward()
        optimizer.step()
    assert share_of_true() > 0.95


def test_pairs_without_references_give_no_gradient() -> None:
    vocabulary = Vocabulary(["a"])
    decoder = decoder_for(vocabulary)
    memory = torch.zeros(2, 1, 16, requires_grad=True)
    term = SelfCritical(SelfCriticalConfig(), vocabulary, REFERENCES)
    total, words = term(decoder, memory, torch.full((2, 1, 3), PAD), torch.tensor([True, False]))
    total.backward()
    assert (total.item(), words.item()) == (0, 0)
    assert not memory.grad.any()


def test_a_claim_that_no_reference_bears_out_costs_its_price() -> None:
    said = ["a house appears on the left", "a house appears on the left in the trees", "two houses appear on the right"]
    known = [REFERENCES[0]] * 3
    vocabulary = Vocabulary([])
    free = SelfCritical(SelfCriticalConfig(), vocabulary, REFERENCES)._worth(said, known)
    priced = SelfCritical(SelfCriticalConfig(claim_penalty=0.5), vocabulary, REFERENCES)._worth(said, known)
    assert free == ConsensusReward(REFERENCES)(said, known)
    assert [a - b for a, b in zip(free, priced, strict=True)] == pytest.approx([0.0, 0.5, 1.0])
