"""A captioner whose convolutions take in what follows them, for a processor: the same bits in bfloat16, less time.

oneDNN, the library that torch's convolutions on a processor come from, can clip what a convolution gives before it is
written to memory, and reads kernels faster that it has laid out itself. Torch offers both to its own compiler only, as
operators without a promise, so they are tried before they are used; where they are missing, a captioner stays as it is.
Clipping and rounding to bfloat16 commute, so there nothing changes. In float32 torch leaves some convolutions to
another library, whose sums differ in the last bits.

The modules are for inference, without gradients; their weights cannot be saved or copied.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .efficientnet import Bottleneck, EfficientNetLite
from .mask_head import MaskHead

if TYPE_CHECKING:
    from .captioner import ChangeCaptioner

_LARGEST_MAPS, _IMAGES_AT_ONCE = 2, 2
"""Stages of an EfficientNet-Lite that run on few images at a time, and on how many."""


def fuse_convolutions(model: ChangeCaptioner) -> ChangeCaptioner:
    """Use oneDNN's own operators in an EfficientNet-Lite and in mask heads.

    Args:
        model: on the processor, made by `ready_for_inference`; changed in place, or left as it is where the operators
            are missing.
    """
    if not can_fuse(next(part.weight.dtype for part in model.modules() if isinstance(part, nn.Conv2d))):
        return model
    if isinstance(model.encoder.backbone, EfficientNetLite):
        _fuse_backbone(model.encoder.backbone)
    for head in (model.mask_head, model.view_head):
        if head is not None:
            _fuse_mask_head(head)
    return model


@cache
def can_fuse(dtype: torch.dtype) -> bool:
    """Whether this torch has the operators and they give what plain convolutions give."""
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False
    chance = torch.Generator().manual_seed(0)
    plain = nn.Conv2d(16, 32, kernel_size=3, padding=1)
    plain.weight = nn.Parameter(torch.randn(plain.weight.shape, generator=chance), requires_grad=False)
    plain.bias = nn.Parameter(torch.randn(32, generator=chance), requires_grad=False)
    plain = plain.to(dtype)
    values = torch.randn(2, 16, 8, 8, generator=chance).to(dtype).contiguous(memory_format=torch.channels_last)
    try:
        with torch.no_grad():
            clipped, strided = FusedConvolution(plain, clips=True), FusedConvolution(plain, clips=True, stride=2)
            expected = F.relu6(plain(values))
            given = (clipped(values), strided(values))
    except (AttributeError, RuntimeError, TypeError):  # no such operator, not for this type, or other arguments
        return False
    near = 0.05 if dtype == torch.bfloat16 else 1e-4
    return all(
        torch.allclose(one.float(), other.float(), near, near)
        for one, other in zip(given, (expected, expected[..., 1::2, 1::2]), strict=True)
    )


class FusedConvolution(nn.Module):
    """A convolution and, if asked, ReLU6 in one step, with kernels laid out for the size it is used at.

    Args:
        plain: with zeros as padding, half the kernel's side of them.
        clips: whether ReLU6 follows.
        stride: 1, or 2 for "same" padding that begins at the second pixel, as in `Bottleneck`. One more row and column
            of zeros in the kernel stand for the padding that is missing on one side, so that nothing is copied for it.
    """

    def __init__(self, plain: nn.Conv2d, clips: bool = False, stride: int = 1) -> None:
        super().__init__()
        weight = F.pad(plain.weight, (1, 0, 1, 0)) if stride == 2 else plain.weight
        self._weight = weight.detach().contiguous(memory_format=torch.channels_last)
        self._bias = None if plain.bias is None else plain.bias.detach()
        reach = plain.kernel_size[0] // 2
        self._shape: tuple[list[int], list[int], list[int], int] = ([reach] * 2, [stride] * 2, [1, 1], plain.groups)
        self._after: tuple[str, list[float], str] = ("hardtanh", [0.0, 6.0], "") if clips else ("none", [], "")
        self._laid_out: tuple[torch.Size, Any] | None = None
        self._operator = torch.ops.mkldnn._convolution_pointwise.default  # chosen here, not anew for each call

    def forward(self, features: Tensor) -> Tensor:
        """(N, C, H, W) → (N, C', H / stride, W / stride) in the type of the kernels."""
        kept, size = self._laid_out, features.shape
        if kept is None or kept[0] != size:
            laid_out = torch.ops.mkldnn._reorder_convolution_weight(self._weight, *self._shape, list(size))
            kept = self._laid_out = (size, laid_out)
        values = features.to(self._weight.dtype)
        given: Tensor = self._operator(values, kept[1], self._bias, *self._shape, *self._after)
        return given


class _FusedBackbone(EfficientNetLite):
    """Its stem pads and clips; the largest maps are made of two images at a time, which caches can hold."""

    def forward(self, images: Tensor) -> list[Tensor]:
        """As of `EfficientNetLite`."""
        parts = [self._largest_maps(few) for few in torch.split(images, _IMAGES_AT_ONCE)]
        maps = [torch.cat(part) for part in zip(*parts, strict=True)]
        for stage in self.stages[_LARGEST_MAPS:]:
            maps.append(stage(maps[-1]))
        return [part for index, part in enumerate(maps) if index in self._wanted]

    def _largest_maps(self, images: Tensor) -> list[Tensor]:
        maps = [self.stem(images)]
        for stage in self.stages[:_LARGEST_MAPS]:
            maps.append(stage(maps[-1]))
        return maps[1:]


class _FusedBottleneck(Bottleneck):
    """Its first two convolutions clip."""

    def forward(self, features: Tensor) -> Tensor:
        """As of `Bottleneck`."""
        wide = features if self.expand is None else self.expand(features)
        narrow: Tensor = self.project(self.depthwise(wide))
        return features + narrow if self.shortcut else narrow


class _FusedMaskHead(MaskHead):
    """Logits are enlarged in float32 and laid out channel by channel, what is largest is found along rows first.

    Torch rounds once in either type, but enlarges few channels in bfloat16 half as fast; what reads them afterwards
    goes through one channel at a time.
    """

    def _enlarge(self, logits: Tensor, size: tuple[int, int]) -> Tensor:
        return super()._enlarge(logits.float(), size).to(logits.dtype).contiguous()

    @staticmethod
    def _largest(maps: Tensor, grid: tuple[int, int]) -> Tensor:
        height, width = (side // cells for side, cells in zip(maps.shape[-2:], grid, strict=True))
        if maps.shape[-2:] != (height * grid[0], width * grid[1]):
            return MaskHead._largest(maps, grid)
        rows = maps.reshape(*maps.shape[:2], grid[0], height, maps.shape[3]).amax(dim=3)
        return rows.reshape(*rows.shape[:3], grid[1], width).amax(dim=4)


def _fuse_backbone(backbone: EfficientNetLite) -> None:
    _replace(backbone, "stem", clips=True, stride=2)
    backbone.__class__ = _FusedBackbone
    for block in [part for part in backbone.modules() if isinstance(part, Bottleneck)]:
        if block.expand is not None:
            _replace(block, "expand", clips=True)
        _replace(block, "depthwise", clips=True, stride=block.stride)
        _replace(block, "project")
        block.__class__ = _FusedBottleneck


def _fuse_mask_head(head: MaskHead) -> None:
    for part in list(head.modules()):
        for name, child in list(part.named_children()):
            if isinstance(child, nn.Conv2d):
                _replace(part, name)
    head.__class__ = _FusedMaskHead


def _replace(part: nn.Module, name: str, **how: Any) -> None:
    setattr(part, name, FusedConvolution(part.get_submodule(name), **how))  # type: ignore[arg-type]
