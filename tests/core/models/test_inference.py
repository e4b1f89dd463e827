"""What makes a captioner faster does not change what it says."""

from __future__ import annotations

import copy

import torch
from describe_changes.core.models.captioner import ChangeCaptioner
from describe_changes.core.models.config import CaptionerConfig
from describe_changes.core.models.inference import ready_for_inference
from torch import nn

SMALL = {
    "dim": 32,
    "encoder": {"backbone": "efficientnet_lite"},
    "difference": {"name": "direct_sub", "scale": -2},
    "decoder": {"layers": 1, "heads": 2, "feedforward": 32},
    "mask_head": {"width": 8},
    "mask_tokens": True,
}


def captioner() -> ChangeCaptioner:
    torch.manual_seed(0)
    return ChangeCaptioner(CaptionerConfig.model_validate(SMALL), 12).eval()


@torch.no_grad()
def test_kernels_kept_in_half_give_the_bits_that_autocast_gives() -> None:
    model, images = captioner(), torch.randn(2, 2, 3, 64, 64)
    whole, half = ready_for_inference(copy.deepcopy(model)), ready_for_inference(model, half=True)
    assert {part.weight.dtype for part in half.modules() if isinstance(part, nn.Conv2d)} == {torch.bfloat16}
    with torch.autocast("cpu", torch.bfloat16):
        one, other = whole.encode(images), half.encode(images)
    assert torch.equal(one.memory, other.memory)
    assert torch.equal(one.mask_logits, other.mask_logits)


def test_features_do_not_depend_on_whether_gradients_are_kept() -> None:
    encoder, images = captioner().encoder, torch.randn(2, 3, 64, 96)
    learning = encoder(images)
    with torch.no_grad():
        looking = encoder(images)
    for one, other in zip(learning, looking, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)
