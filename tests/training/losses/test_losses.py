"""Loss terms against plain loops, the gradients that must and must not flow, and batches with nothing to say."""

from __future__ import annotations

import math

import pytest
import torch
from describe_changes.training.losses.acr import AttributeConfig, AttributeContrast
from describe_changes.training.losses.infonce import symmetric_info_nce
from describe_changes.training.losses.mask import mask_loss
from describe_changes.training.losses.router import (
    RouterConfig,
    balance_loss,
    forced_route,
    router_alpha,
    router_loss,
)
from describe_changes.training.losses.tgcl import TextGuidedConfig, TextGuidedContrast, near_duplicates
from describe_changes.training.text.phrases import Segments


def cosine(a, b) -> float:
    dot = sum(x * y for x, y in zip(a, b, strict=True))
    return dot / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b))


def plain_info_nce(language, vision, tau, excluded=lambda k, r: False) -> list[float]:
    losses = []
    for k in range(len(language)):
        over_vision = over_language = 0.0
        for r in range(len(language)):
            if not excluded(k, r):
                over_vision += math.exp(cosine(language[k], vision[r]) / tau)
            if not excluded(r, k):
                over_language += math.exp(cosine(language[r], vision[k]) / tau)
        own = math.exp(cosine(language[k], vision[k]) / tau)
        losses.append(-0.5 * (math.log(own / over_vision) + math.log(own / over_language)))
    return losses


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(0)


def test_info_nce_is_equations_11_to_13() -> None:
    language, vision = torch.randn(5, 7), torch.randn(5, 7)
    expected = plain_info_nce(language.tolist(), vision.tolist(), 0.2)
    assert symmetric_info_nce(language, vision, 0.2).tolist() == pytest.approx(expected, rel=1e-5)


def test_info_nce_leaves_excluded_negatives_out_both_ways() -> None:
    language, vision = torch.randn(4, 3), torch.randn(4, 3)
    excluded = torch.zeros(4, 4, dtype=torch.bool)
    excluded[0, 2] = excluded[3, 1] = excluded[1, 1] = True  # the diagonal stays a positive
    expected = plain_info_nce(language.tolist(), vision.tolist(), 0.5, lambda k, r: bool(excluded[k, r]) and k != r)
    assert symmetric_info_nce(language, vision, 0.5, excluded).tolist() == pytest.approx(expected, rel=1e-5)


class FakeEncoder:
    """Frozen encoder whose features are sums over letters, with a prompt added to them."""

    width = embedding_width = 6

    def _features(self, text: str) -> list[float]:
        return [sum(math.sin(ord(c) * (i + 1)) for c in text) for i in range(self.width)]

    def encode_prompted(self, prompt, texts):
        return torch.tensor([self._features(text) for text in texts]) + prompt.sum(dim=0)


class FakeFeatures:
    def __init__(self) -> None:
        self.encoder = FakeEncoder()
        self.asked: list[str] = []

    def __call__(self, texts):
        self.asked += texts
        return torch.tensor([self.encoder._features(text) for text in texts])


SEGMENTS = [
    Segments("many houses and road", "built"),
    Segments("trees", ""),
    Segments("a villa", "appears"),
    Segments("many houses and road", "removed"),
]


def test_acr_pools_aligns_and_weighs() -> None:
    config = AttributeConfig(prompt="none", nouns_to_objects=0.3, verbs_to_actions=0.7, temperature=0.1)
    contrast = AttributeContrast(config, FakeFeatures(), dim=4)
    objects, actions = torch.randn(4, 5, 4), torch.randn(4, 2, 4)
    terms = contrast(objects, actions, SEGMENTS)
    nouns = contrast.attribute_tokens("noun", [s.nouns for s in SEGMENTS]).tolist()
    pooled = [[sum(row[d] for row in pair) / 5 for d in range(4)] for pair in objects.tolist()]
    expected = sum(plain_info_nce(nouns, pooled, 0.1)) / 4
    assert terms["n2o"].item() == pytest.approx(0.3 * expected, rel=1e-4)
    rows = [0, 2, 3]  # the second caption has no verb
    verbs = contrast.attribute_tokens("verb", [SEGMENTS[i].verbs for i in rows]).tolist()
    pooled = [[sum(row[d] for row in actions[i].tolist()) / 2 for d in range(4)] for i in rows]
    assert terms["v2a"].item() == pytest.approx(0.7 * sum(plain_info_nce(verbs, pooled, 0.1)) / 3, rel=1e-4)


def test_acr_can_leave_equal_segments_out_of_the_negatives() -> None:
    config = AttributeConfig(prompt="none", mask_duplicates=True, temperature=0.1)
    contrast = AttributeContrast(config, FakeFeatures(), dim=4)
    objects = torch.randn(4, 1, 4)
    loss = contrast(objects, None, SEGMENTS)["n2o"].item() / 0.1
    nouns = contrast.attribute_tokens("noun", [s.nouns for s in SEGMENTS]).tolist()
    expected = plain_info_nce(nouns, objects.squeeze(1).tolist(), 0.1, lambda k, r: {k, r} == {0, 3})
    assert loss == pytest.approx(sum(expected) / 4, rel=1e-4)


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [("none", ["trees"]), ("template", ["an aerial photo of trees"]), ("learnable", [])],
)
def test_acr_prompts(prompt: str, asked: list[str]) -> None:
    features = FakeFeatures()
    contrast = AttributeContrast(AttributeConfig(prompt=prompt), features, dim=4)
    contrast.attribute_tokens("noun", ["trees"]).sum().backward()
    assert features.asked == asked
    assert len(contrast.prompts) == (2 if prompt == "learnable" else 0)
    if prompt == "learnable":
        assert contrast.prompts["noun"].shape == (4, 6)
        assert contrast.prompts["noun"].grad.abs().sum() > 0
        assert contrast.prompts["verb"].grad is None
    assert sum(isinstance(layer, torch.nn.Linear) for layer in contrast.adapter) == 3


def test_acr_terms_can_be_switched_off_one_by_one() -> None:
    vectors = torch.randn(4, 2, 4)
    off = AttributeContrast(AttributeConfig(nouns_to_objects=0, prompt="none"), FakeFeatures(), 4)
    assert set(off(vectors, vectors, SEGMENTS)) == {"v2a"}
    on = AttributeContrast(AttributeConfig(prompt="none"), FakeFeatures(), 4)
    assert set(on(vectors, None, SEGMENTS)) == {"n2o"}


def test_acr_without_anything_to_contrast_is_zero_with_gradient() -> None:
    contrast = AttributeContrast(AttributeConfig(prompt="learnable"), FakeFeatures(), 4)
    vectors = torch.randn(1, 2, 4, requires_grad=True)
    term = contrast(vectors, None, [Segments("trees", "")])["n2o"]
    term.backward()
    assert term.item() == 0
    assert all(weight.grad is not None for weight in contrast.adapter.parameters())


def make_tgcl(**options) -> TextGuidedContrast:
    return TextGuidedContrast(TextGuidedConfig(**options), dim=4, text_width=6)


def test_tgcl_is_a_plain_loop_over_changed_pairs() -> None:
    loss = make_tgcl(weight=0.4, temperature=0.2, projection=3)
    torch.nn.init.normal_(loss.gate.weight)
    tokens, sentences = torch.randn(5, 7, 4), torch.randn(5, 6)
    sentences[3] = sentences[0] * 2  # the same direction: a near duplicate
    changed = torch.tensor([True, False, True, True, True])
    value, log = loss(tokens, sentences, changed)
    rows = [0, 2, 3, 4]
    vision = [(loss.project_vision(tokens[i].mean(dim=0))).tolist() for i in rows]
    text = [loss.project_text(sentences[i]).tolist() for i in rows]
    plain = plain_info_nce(text, vision, 0.2, lambda k, r: {k, r} == {0, 2})
    total = 0.0
    for row, one in zip(rows, plain, strict=True):
        unit = sentences[row] / sentences[row].norm()
        gate = 1 / (1 + math.exp(-(loss.gate.weight[0] @ unit + loss.gate.bias[0]).item()))
        total += gate * one - 0.5 * math.log(gate)
    assert value.item() == pytest.approx(0.4 * total / 4, rel=1e-4)
    assert log["pairs"] == 4
    assert log["masked"] == pytest.approx(2 / 12)


def test_tgcl_unchanged_pairs_do_not_matter() -> None:
    loss = make_tgcl()
    tokens, sentences = torch.randn(4, 7, 4, requires_grad=True), torch.randn(4, 6)
    changed = torch.tensor([True, True, False, True])
    value, _ = loss(tokens, sentences, changed)
    value.backward()
    assert tokens.grad[2].abs().sum() == 0
    assert tokens.grad[0].abs().sum() > 0
    other = sentences.clone()
    other[2] = 100
    assert loss(tokens, other, changed)[0].item() == pytest.approx(value.item())


def test_tgcl_skips_batches_with_fewer_than_two_changed_pairs() -> None:
    loss = make_tgcl()
    tokens = torch.randn(3, 7, 4, requires_grad=True)
    value, log = loss(tokens, torch.randn(3, 6), torch.tensor([True, False, False]))
    value.backward()
    assert value.item() == 0
    assert log["pairs"] == 1
    assert all(weight.grad is not None for weight in loss.parameters())


def test_tgcl_gate_closes_for_captions_that_cannot_be_told_apart() -> None:
    """d/dg (g ℓ − p log g) = 0 at g = p / ℓ: a harder caption gets the smaller gate, and none gets 0."""
    loss = make_tgcl(gate_prior=0.5)
    gate = torch.linspace(0.01, 1, 1000)
    for hard, best in ((1.0, 0.5), (4.0, 0.125)):
        values = gate * hard - loss.config.gate_prior * gate.log()
        assert gate[values.argmin()].item() == pytest.approx(best, abs=2e-3)
    assert make_tgcl(gate=False).gate is None


def test_near_duplicates_leave_the_diagonal() -> None:
    same = near_duplicates(torch.tensor([[1.0, 0.0], [2.0, 0.1], [0.0, 1.0]]), 0.95)
    assert same.tolist() == [[False, True, False], [True, False, False], [False, False, False]]
    assert not near_duplicates(torch.ones(2, 2), 1.1).any()


def test_router_alpha_rises_by_a_half_cosine_after_the_detached_epochs() -> None:
    config = RouterConfig(detached_epochs=3, rise_epochs=40)
    assert [router_alpha(epoch, config) for epoch in (0, 2.9, 3, 23, 43, 60)] == pytest.approx([0, 0, 0, 0.5, 1, 1])
    assert router_alpha(13, config) == pytest.approx((1 - math.cos(math.pi / 4)) / 2)
    assert forced_route(39, config)
    assert not forced_route(40, config)


def test_router_loss_and_its_gradient() -> None:
    config = RouterConfig(weight=0.8, detached_epochs=3, rise_epochs=10)
    logits = torch.tensor([[1.0, -1.0], [0.5, 2.0], [3.0, 0.0]], requires_grad=True)
    flags = torch.tensor([0, 1, -1])
    term, entropy = router_loss(logits, flags, 8, config)
    expected = (math.log(1 + math.exp(-2)) + math.log(1 + math.exp(-1.5))) / 2
    assert entropy.item() == pytest.approx(expected, rel=1e-5)
    assert term.item() == pytest.approx(0.8 * 0.5 * expected, rel=1e-5)
    term.backward()
    assert logits.grad[2].abs().sum() == 0
    early, _ = router_loss(logits, flags, 1, config)
    assert not early.requires_grad
    assert router_loss(logits, torch.tensor([-1, -1, -1]), 8, config)[0].item() == 0
    assert router_loss(logits, torch.tensor([True, False, True]), 8, config)[1] > 0
    assert balance_loss(torch.tensor(2.0), torch.tensor(3.0), config).item() == pytest.approx(0.002)


def test_mask_loss_is_a_plain_loop_over_labelled_pixels_of_labelled_channels() -> None:
    logits = torch.randn(2, 3, 4, 4)
    masks = torch.randint(0, 2, (2, 3, 4, 4), dtype=torch.uint8)
    masks[0, 0, :2] = 255
    masks[:, 2] = 255
    total = 0.0
    for channel in (0, 1):
        entropy = pixels = overlap = mass = 0.0
        for pair in range(2):
            for value, truth in zip(
                logits[pair, channel].flatten().tolist(), masks[pair, channel].flatten().tolist(), strict=True
            ):
                if truth == 255:
                    continue
                probability = 1 / (1 + math.exp(-value))
                entropy -= math.log(probability if truth else 1 - probability)
                pixels += 1
                overlap += probability * truth
                mass += probability + truth
        total += entropy / pixels + 1 - (2 * overlap + 50) / (mass + 50)
    assert mask_loss(logits, masks).item() == pytest.approx(total / 2, rel=1e-5)


def test_mask_loss_gives_unlabelled_channels_no_gradient() -> None:
    logits = torch.randn(1, 2, 4, 4, requires_grad=True)
    masks = torch.zeros(1, 2, 4, 4, dtype=torch.uint8)
    masks[:, 1] = 255
    mask_loss(logits, masks).backward()
    assert logits.grad[0, 0].abs().sum() > 0
    assert logits.grad[0, 1].abs().sum() == 0
    assert mask_loss(logits, torch.full_like(masks, 255)).item() == 0


@pytest.mark.parametrize("reads", ["difference", "vision"])
@pytest.mark.parametrize("frozen", [False, True])
def test_tgcl_guides_a_vision_encoder_that_learns(reads: str, frozen: bool) -> None:
    from describe_changes.core.models.captioner import ChangeCaptioner
    from describe_changes.core.models.config import CaptionerConfig
    from describe_changes.training.config import LossConfig
    from describe_changes.training.trainer.objective import Objective

    torch.manual_seed(0)
    resnet = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}
    config = CaptionerConfig.model_validate(
        {
            "dim": 16,
            "encoder": {"options": resnet, "frozen": frozen, "stages": ["stage3", "stage4"]},
            "difference": {"name": "dfm", "heads": 2, "feedforward": 16},
            "decoder": {"layers": 1, "heads": 2, "feedforward": 16},
            "mask_head": None,
        }
    )
    loss = LossConfig.model_validate({"caption": 0, "mask": 0, "change": 0, "text_guided": {"reads": reads}})
    objective = Objective(ChangeCaptioner(config, 9), loss)
    terms = objective(
        torch.rand(4, 2, 3, 64, 64), torch.zeros(4, 0, 64, 64, dtype=torch.uint8),
        torch.zeros(4, 1, 3, dtype=torch.long), torch.ones(4), ["a house", "two roads", "a tree", "a lake"], 0.0,
    )  # fmt: skip
    terms["tgcl"].backward()
    moved = sum(float(p.grad.abs().sum()) for p in objective.model.encoder.parameters() if p.grad is not None)
    assert (moved > 0) is not frozen
    assert objective.figures["tgcl/pairs"] == 4
    assert 0 < objective.figures["tgcl/gate"] < 1
