"""Options that published recipes need: of the schedule, the losses, the decoder, the encoder and the selection."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig, DecoderConfig, EncoderConfig
from describe_changes.core.models.decoder import CaptionDecoder, sinusoids
from describe_changes.core.models.differences import RDDConfig, build_difference
from describe_changes.core.models.encoders import Encoder
from describe_changes.core.models.vocabulary import BOS, PAD, Vocabulary
from describe_changes.training.commands import CONFIGS
from describe_changes.training.config import LossConfig, ScheduleConfig, TrainingConfig, load_config
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.trainer.objective import Objective, caption_means, caption_sums
from describe_changes.training.trainer.setup import _long_enough
from describe_changes.training.trainer.trainer import Trainer
from pydantic import ValidationError

CLIP = {
    "hidden_size": 32,
    "intermediate_size": 32,
    "num_hidden_layers": 3,
    "num_attention_heads": 2,
    "patch_size": 16,
    "image_size": 32,
}
RESNET = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}


def test_the_last_blocks_of_clip_and_its_final_norm_learn() -> None:
    encoder = Encoder(EncoderConfig(backbone="clip", options=CLIP, learn_last=1, final_norm=True))
    learned = {name for name, p in encoder.named_parameters() if p.requires_grad}
    assert learned
    assert all("layers.2." in name or "post_layernorm" in name for name in learned)
    assert any("post_layernorm" in name for name in learned)
    encoder(torch.rand(2, 3, 32, 32))[0].square().sum().backward()
    grads = {name for name, p in encoder.named_parameters() if p.grad is not None}
    assert grads == learned


def test_the_final_norm_normalises_every_token() -> None:
    plain, normed = (
        Encoder(EncoderConfig(backbone="clip", options=CLIP, final_norm=on)).eval() for on in (False, True)
    )
    normed.load_state_dict(plain.state_dict())
    with torch.no_grad():
        (before,), (after,) = (each(torch.ones(1, 3, 32, 32)) for each in (plain, normed))
    np.testing.assert_allclose(after.mean(1).numpy(), 0, atol=1e-5)
    expected = torch.nn.functional.layer_norm(before.movedim(1, -1), (32,), eps=1e-5).movedim(-1, 1)
    torch.testing.assert_close(after, expected, atol=1e-4, rtol=1e-4)


def test_partial_learning_is_for_clip_and_within_its_blocks() -> None:
    with pytest.raises(ValidationError, match="for the backbone clip"):
        EncoderConfig(learn_last=2)
    with pytest.raises(Exception, match="learn_last is 4, but the tower has 3 blocks"):
        Encoder(EncoderConfig(backbone="clip", options=CLIP, learn_last=4))


def test_sinusoidal_positions_are_those_of_the_formula() -> None:
    waves = sinusoids(5, 6)
    for place in range(5):
        for pair in range(3):
            angle = place / 10_000 ** (2 * pair / 6)
            assert float(waves[place, 2 * pair]) == pytest.approx(math.sin(angle), abs=1e-6)
            assert float(waves[place, 2 * pair + 1]) == pytest.approx(math.cos(angle), abs=1e-6)
    decoder = CaptionDecoder(DecoderConfig(layers=1, heads=2, feedforward=8, positions="sinusoidal"), 6, 9)
    assert "position" not in dict(decoder.named_parameters())
    assert "position" not in decoder.state_dict()
    assert decoder(torch.zeros(1, 2, 6), torch.ones(1, 4, dtype=torch.long)).shape == (1, 4, 9)


def test_untied_output_has_weights_of_its_own() -> None:
    decoder = CaptionDecoder(DecoderConfig(layers=1, heads=2, feedforward=8, tie_embeddings=False), 6, 9)
    assert decoder.output.weight is not decoder.embedding.weight


def test_a_decoder_as_in_hisems_code() -> None:
    """ReLU, the layer's input added once more, embeddings as they are, dropout before the words; beams likewise."""
    torch.manual_seed(0)
    config = DecoderConfig(
        layers=1, heads=2, feedforward=16, dropout=0.0, norm="post", tie_embeddings=False, positions="sinusoidal",
        activation="relu", outer_residual=True, scale_embeddings=False, output_dropout=True, max_length=9,
    )  # fmt: skip
    decoder = CaptionDecoder(config, 8, 12).eval()
    assert float(decoder.embedding.weight.detach().abs().max()) <= 0.1
    memory, tokens = torch.randn(3, 5, 8), torch.randint(4, 12, (3, 6))
    layer = decoder.layers[0]
    x = decoder.embedding(tokens) + sinusoids(9, 8)[:6]
    cache = layer.cache(memory)
    y = layer.norms[0](x + layer._self_attention(x, cache))
    y = layer.norms[1](y + layer._cross_attention(y, cache))
    first, _, _, last = layer.feedforward
    y = layer.norms[2](y + last(first(y).relu()))
    torch.testing.assert_close(decoder(memory, tokens), decoder.output(y + x))
    found = decoder.beam(memory, 1)
    for row, ids in enumerate(found.ids):
        words = torch.tensor([[BOS, *ids]])
        logits = decoder(memory[row : row + 1], words)[0]
        logits[:, [PAD, BOS]] = -math.inf  # no words
        assert logits.argmax(-1)[: len(ids)].tolist() == ids
    decoder.dropout.p = 0.9
    assert not torch.equal(decoder.train()(memory, tokens), decoder(memory, tokens))


def test_a_mean_over_captions_weighs_them_alike() -> None:
    torch.manual_seed(0)
    tokens = torch.tensor([[[1, 5, 6, 7, 2], [1, 4, 2, PAD, PAD]], [[1, 8, 2, PAD, PAD], [PAD] * 5]])
    logits = torch.randn(2, 2, 4, 9)
    entropies = -logits.log_softmax(-1).gather(-1, tokens[..., 1:].unsqueeze(-1)).squeeze(-1)
    by_hand = [entropies[0, 0].mean(), entropies[0, 1, :2].mean(), entropies[1, 0, :2].mean()]
    total, count = caption_means(logits, tokens)
    assert float(count) == 3
    torch.testing.assert_close(total / count, torch.stack(by_hand).mean())
    words, number = caption_sums(logits, tokens)
    assert float(number) == 8
    torch.testing.assert_close(
        words / number, torch.cat([entropies[0, 0], entropies[0, 1, :2], entropies[1, 0, :2]]).mean()
    )


def rates(schedule: ScheduleConfig) -> list[float]:
    trainer = Trainer.__new__(Trainer)
    trainer.config = TrainingConfig(name="x", schedule=schedule)
    trainer.batches = SimpleNamespace(pairs=range(32))  # two steps of 16 are an epoch
    found = []
    for trainer.step in range(schedule.steps):
        found.append(trainer._learning_rate())
    return found


def test_a_constant_rate_stays_after_the_warm_up() -> None:
    constant = rates(ScheduleConfig(steps=10, warmup_steps=2, learning_rate=1e-3, decay="none"))
    assert constant == [5e-4, *[1e-3] * 9]
    falling = rates(ScheduleConfig(steps=10, warmup_steps=2, learning_rate=1e-3))
    assert falling[2:] == sorted(falling[2:], reverse=True)
    assert falling[-1] < 1e-4


def test_a_rate_falls_by_ten_every_so_many_epochs() -> None:
    stepped = rates(ScheduleConfig(steps=13, warmup_steps=0, learning_rate=1e-2, decay="step", decay_epochs=3))
    assert stepped == pytest.approx([1e-2] * 6 + [1e-3] * 6 + [1e-4])
    early = rates(ScheduleConfig(steps=2, text_pretrain_steps=9, warmup_steps=0, learning_rate=1e-2, decay="step"))
    assert early == [1e-2, 1e-2]  # of the text stage


@pytest.mark.parametrize("recipe", ["rdd_acr_levir", "rdd_acr_clevr", "rdd_acr_spot", "hisem_levir", "hisem_whu"])
def test_a_recipe_has_the_papers_grid_and_decoder(recipe: str) -> None:
    """Both encoders have cells of 16 pixels; RDD's is frozen, as in its authors' code, of HiSem's four blocks learn."""
    config = load_config(CONFIGS / "papers" / f"{recipe}.yaml")
    encoder, decoder = config.model.encoder, config.model.decoder
    assert config.input.tile_size == 14 * 16
    assert (encoder.frozen, encoder.learn_last) == ((False, 4) if encoder.backbone == "clip" else (True, None))
    assert (decoder.norm, decoder.positions, decoder.tie_embeddings) == ("post", "sinusoidal", False)
    schedule = config.schedule
    assert (schedule.grad_clip_norm, schedule.ema_decay, schedule.weight_decay) == (0, 0, 0)


def test_a_detached_flag_learns_and_touches_nothing_else() -> None:
    torch.manual_seed(0)
    config = CaptionerConfig.model_validate(
        {"dim": 16, "encoder": {"options": RESNET}, "decoder": {"layers": 1, "heads": 2}, "mask_head": None}
    )
    for detached in (False, True):
        model = ChangeCaptioner(config, 9)
        objective = Objective(model, LossConfig(caption=0, mask=0, change=1, change_detached=detached))
        nothing = torch.zeros(2, 0, 64, 64, dtype=torch.uint8)
        terms = objective(torch.rand(2, 2, 3, 64, 64), nothing, torch.zeros(2, 1, 3, dtype=torch.long),
                          torch.tensor([0.0, 1.0]), ["", ""], 0.0)  # fmt: skip
        terms["change"].backward()
        touched = {name.split(".")[0] for name, p in model.named_parameters() if p.grad is not None and p.grad.any()}
        assert touched == ({"change"} if detached else {"change", "difference", "encoder"})


def test_rdd_may_start_as_a_difference() -> None:
    torch.manual_seed(0)
    config = {"name": "rdd", "heads": 2, "init": "zero", "stages": "global"}
    started = build_difference(RDDConfig.model_validate({**config, "join_init": "difference"}), (8,), 8).eval()
    weight = started.gde.join.weight
    assert torch.equal(weight[:, :8], -weight[:, 8:])
    image = torch.randn(1, 8, 4, 4)
    with torch.no_grad():
        same = started.gde(torch.ones(1, 16, 8), torch.ones(1, 16, 8))
    torch.testing.assert_close(same, started.gde.join.bias.expand_as(same))  # no change, no difference
    assert started([image], [image]).tokens.shape == (1, 16, 8)
    for wrong in ({"gde": False}, {"join": "tokens"}):
        with pytest.raises(ValidationError, match="join_init"):
            RDDConfig.model_validate({"join_init": "difference", **wrong})


@pytest.mark.parametrize("scale", [0.02, 1.0])
def test_positions_of_rdd_start_at_their_scale(scale: float) -> None:
    torch.manual_seed(0)
    made = build_difference(RDDConfig(heads=2, position_scale=scale), (8,), 64)
    assert float(made.position.row.detach().std()) == pytest.approx(scale, rel=0.15)


def test_the_decoder_grows_to_the_longest_caption() -> None:
    nothing = np.zeros((2, 3, 0, 0), np.uint8)
    pairs = [TrainingPair(nothing, nothing[0], (("a",) * words,), 1, 0) for words in (3, 60)]
    said: list[str] = []
    config = TrainingConfig(name="x")
    longer = _long_enough(config, pairs, [], said.append)
    assert longer.model.decoder.max_length == 62
    assert "62 tokens" in said[0]
    ids = Vocabulary.build([("a",)], 1).encode(("a",) * 60)
    assert len(ids) == 62
    assert _long_enough(config, pairs[:1], [], said.append) is config
