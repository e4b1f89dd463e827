"""Change mask head: an FPN over the scales of both dates with one independent sigmoid per channel.

With `detail` the finest scale, at half the input's size, is not part of the pyramid, where it would cost as much as
all others: it is compared in few channels and joined to the pyramid's result before the last two convolutions, so that
outlines follow edges that cells of four pixels cannot show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import MaskHeadConfig


@dataclass(frozen=True)
class MaskOutput:
    """Output of the mask head.

    Attributes:
        logits: (B, C, H, W) at the input's resolution.
        features: per scale (B, width, H_s, W_s) fused difference features, finest first.
    """

    logits: Tensor
    features: list[Tensor]


class ConvNorm(nn.Sequential):
    """Convolution, batch norm, ReLU; keeps the size."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3) -> None:
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class DateFusion(nn.Module):
    """Two dates at one scale → difference features.

    Both dates go through one lateral 1×1 convolution; the fused features hold what came and what went (both
    dates), how much (|after − before|) and whether the direction of the feature vectors turned (cosine, which
    brightness leaves alone).
    """

    def __init__(self, channels: int, width: int, difference: str) -> None:
        super().__init__()
        self.lateral = nn.Conv2d(channels, width, kernel_size=1)
        self.with_abs = difference in ("abs", "both")
        self.with_cosine = difference in ("cosine", "both")
        self.fuse = ConvNorm(2 * width + self.with_abs * width + self.with_cosine, width, kernel=1)

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        """(B, C_s, H, W) twice → (B, width, H, W)."""
        a, b = self.lateral(before), self.lateral(after)
        parts = [a, b]
        if self.with_abs:
            parts.append((b - a).abs())
        if self.with_cosine:
            turned = F.cosine_similarity(before.float(), after.float(), dim=1).to(a.dtype)
            parts.append(turned.unsqueeze(3).movedim(3, 1))  # laid out as the others, else all are copied
        return self.fuse(torch.cat(parts, dim=1))


class MaskHead(nn.Module):
    """FPN from coarse to fine, then two upsampling steps to the input's resolution.

    Args:
        config: channels, width, difference, detail.
        channels: encoder channels per scale, finest first.
    """

    def __init__(self, config: MaskHeadConfig, channels: Sequence[int]) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.detail = DateFusion(channels[0], config.detail, config.difference) if config.detail else None
        coarse = channels[1:] if config.detail else channels
        self.fusions = nn.ModuleList(DateFusion(c, width, config.difference) for c in coarse)
        self.smooth = nn.ModuleList(ConvNorm(width, width) for _ in coarse)
        self.refine = nn.Sequential(ConvNorm(width + config.detail, width // 2), ConvNorm(width // 2, width // 2))
        self.classify = nn.Conv2d(width // 2, len(config.channels), kernel_size=1)
        nn.init.constant_(self.classify.bias, -3.0)  # type: ignore[arg-type]  # change is rare: start near "no change"
        self.frozen = config.frozen
        if self.frozen:
            self.requires_grad_(False).eval()

    def train(self, mode: bool = True) -> Self:
        """Switch to training mode, unless frozen."""
        return super().train(mode and not getattr(self, "frozen", False))

    def fuse(self, before: list[Tensor], after: list[Tensor]) -> list[Tensor]:
        """Per scale (B, C_s, H_s, W_s), finest first → fused features (B, width, H_s, W_s) of those in the pyramid."""
        first = 0 if self.detail is None else 1
        before, after = before[first:], after[first:]
        pyramid: list[Tensor] = []
        above: Tensor | None = None
        for index in reversed(range(len(before))):
            fused = self.fusions[index](before[index], after[index])
            if above is not None:
                fused = fused + F.interpolate(above, size=fused.shape[-2:], mode="nearest")
            above = self.smooth[index](fused)
            pyramid.insert(0, above)
        return pyramid

    def forward(self, before: list[Tensor], after: list[Tensor], size: tuple[int, int]) -> MaskOutput:
        """Features as of `fuse`, and the input's (H, W) → logits and fused features."""
        pyramid = self.fuse(before, after)
        finest = pyramid[0]
        half = (size[0] // 2, size[1] // 2)
        if finest.shape[-2] < half[0]:
            finest = F.interpolate(finest, size=half, mode="bilinear", align_corners=False)
        if self.detail is not None:
            finest = torch.cat([finest, self.detail(before[0], after[0])], dim=1)
        logits = self.classify(self.refine(finest))
        return MaskOutput(self._enlarge(logits, size), pyramid)

    def _enlarge(self, logits: Tensor, size: tuple[int, int]) -> Tensor:
        return F.interpolate(logits, size=size, mode="bilinear", align_corners=False)

    def view(self, mask: MaskOutput) -> Tensor:
        """What captions are told of the masks: fused features and probabilities on the second coarsest grid.

        Returns:
            (B, width + 2 · C, H_s, W_s): features, then the mean and the largest probability per cell and channel.
        """
        features = mask.features[-2] if len(mask.features) > 1 else mask.features[-1]
        grid = (features.shape[-2], features.shape[-1])
        probabilities = mask.logits.sigmoid()
        pooled = [F.adaptive_avg_pool2d(probabilities, grid), self._largest(probabilities, grid)]
        return torch.cat([features, *pooled], dim=1)

    @staticmethod
    def _largest(maps: Tensor, grid: tuple[int, int]) -> Tensor:
        return F.adaptive_max_pool2d(maps, grid)
