"""Convolutions that take in what follows them give what plain ones give, and are only used where they do."""

from __future__ import annotations

import copy
from contextlib import nullcontext

import pytest
import torch
from describe_changes.core.models import fused
from describe_changes.core.models.captioner import ChangeCaptioner, Encoded
from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.fused import FusedConvolution, can_fuse, fuse_convolutions
from describe_changes.core.models.inference import ready_for_inference
from describe_changes.core.predict.device import DeviceChoice
from describe_changes.core.predict.networks import TorchNetwork, build_model
from torch import nn

SMALL = {
    "dim": 32,
    "encoder": {
        "backbone": "efficientnet_lite",
        "stages": ["stage0", "stage1", "stage2", "stage3", "stage4"],
    },
    "difference": {"name": "direct_sub", "scale": -2},
    "decoder": {"layers": 1, "heads": 2, "feedforward": 32},
    "mask_head": {"width": 8, "detail": 4},
    "mask_tokens": True,
    "change_head": {"width": 8},
}
TYPES = [
    pytest.param(dtype, marks=pytest.mark.skipif(not can_fuse(dtype), reason=f"this torch cannot fuse {dtype}"))
    for dtype in (torch.bfloat16, torch.float32)
]


def captioner(dtype: torch.dtype, **more: object) -> ChangeCaptioner:
    """Weights so large that values are clipped at both ends."""
    torch.manual_seed(0)
    model = ChangeCaptioner(CaptionerConfig.model_validate(SMALL | more), 12).eval()
    for part in model.modules():
        if isinstance(part, nn.Conv2d) and part.kernel_size == (1, 1):
            part.weight.data *= 3
        if isinstance(part, nn.BatchNorm2d) and part.affine:
            part.weight.data.uniform_(0.5, 1.5)
            part.running_mean.normal_()
    return ready_for_inference(model, half=dtype == torch.bfloat16)


@torch.inference_mode()
def encode(model: ChangeCaptioner, images: torch.Tensor, dtype: torch.dtype) -> Encoded:
    with torch.autocast("cpu", torch.bfloat16) if dtype == torch.bfloat16 else nullcontext():
        return model.encode(images)


def outputs(encoded: Encoded) -> list[torch.Tensor]:
    return [encoded.memory, encoded.mask_logits, encoded.change_logit]


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("head", ["mask_head", "view_head"])
def test_fused_and_plain_network_give_the_same(dtype, head):
    more = {} if head == "mask_head" else {"view_head": {"width": 8}}
    plain = captioner(dtype, **more)
    fuse = fuse_convolutions(copy.deepcopy(plain))
    assert sum(isinstance(part, FusedConvolution) for part in fuse.modules()) > 50
    for size in ((64, 64), (96, 64), (64, 64)):  # kernels are laid out anew for each
        images = 3 * torch.randn(3, 2, 3, *size)
        for one, other in zip(*(outputs(encode(model, images, dtype)) for model in (plain, fuse)), strict=True):
            assert one.abs().max() > 0
            if dtype == torch.bfloat16:
                assert torch.equal(one, other)
            else:
                torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4 * float(one.abs().max()))


@pytest.mark.parametrize("dtype", TYPES)
def test_a_pair_gets_the_same_bits_whoever_its_neighbours_are(dtype):
    model, images = fuse_convolutions(captioner(dtype)), torch.randn(4, 2, 3, 64, 64)
    together = outputs(encode(model, images, dtype))
    for row, place in ((0, 3), (1, 1), (3, 2)):
        among_others = torch.zeros_like(images)
        among_others[place] = images[row]
        for one, other in zip(together, outputs(encode(model, among_others, dtype)), strict=True):
            assert torch.equal(one[row], other[place])


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("kernel", [3, 5])
def test_clips_and_strides_as_published(dtype, stride, kernel):
    """The oracle is the definition in float64: pad as TensorFlow's "same" does, slide, clip."""
    plain = nn.Conv2d(6, 6, kernel, padding=kernel // 2, groups=6).requires_grad_(False).to(dtype)
    plain.bias.data += 2
    images = (8 * torch.randn(2, 6, 12, 10)).to(dtype)
    first = kernel // 2 - (stride == 2)
    padded = nn.functional.pad(images.double(), (first, kernel // 2, first, kernel // 2))
    expected = nn.functional.conv2d(padded, plain.weight.double(), plain.bias.double(), stride, groups=6).clamp(0, 6)
    given = FusedConvolution(plain, clips=True, stride=stride)(images.contiguous(memory_format=torch.channels_last))
    assert float(expected.min()) == 0
    assert float(expected.max()) == 6
    torch.testing.assert_close(given, expected.to(dtype), rtol=0.01, atol=0.03 if dtype == torch.bfloat16 else 1e-5)


@pytest.mark.parametrize("what", ["missing", "other", "wrong"])
def test_a_torch_without_the_operators_keeps_its_convolutions(monkeypatch, what):
    def other(*_: object) -> torch.Tensor:
        raise RuntimeError("mkldnn::_convolution_pointwise() is missing value for argument")

    def wrong(values: torch.Tensor, *_: object) -> torch.Tensor:
        return torch.zeros(len(values), 32, values.shape[2], values.shape[3])

    if what == "missing":
        monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: False)
    else:
        monkeypatch.setattr(torch.ops.mkldnn, "_convolution_pointwise", {"other": other, "wrong": wrong}[what])
    monkeypatch.setattr(fused, "can_fuse", can_fuse.__wrapped__)
    model = fuse_convolutions(captioner(torch.float32))
    assert not any(isinstance(part, FusedConvolution) for part in model.modules())
    encode(model, torch.randn(1, 2, 3, 64, 64), torch.float32)


def test_the_engine_fuses_on_a_processor(pack):
    device = DeviceChoice("cpu", "fp32", "CPU, fp32")
    network = TorchNetwork(build_model(pack, device), device)
    assert any(isinstance(part, FusedConvolution) for part in network.model.modules()) == can_fuse(torch.float32)
    assert not any(isinstance(part, FusedConvolution) for part in pack.build_model().modules())
