"""A frozen change detector: encoder and mask head of a trained pack, whose features are a prior (DFM)."""

from __future__ import annotations

from typing import Self

import torch
from torch import Tensor, nn

from .config import DetectorConfig
from .encoders import Encoder
from .mask_head import MaskHead


class ChangeDetector(nn.Module):
    """Fused difference features of a detector that never learns: no gradients, always in evaluation mode.

    Args:
        config: encoder, mask head, and how to get from the captioner's normalisation to the detector's.
    """

    scale: Tensor
    offset: Tensor

    def __init__(self, config: DetectorConfig) -> None:
        super().__init__()
        self.encoder = Encoder(config.encoder)
        self.mask_head = MaskHead(config.mask_head, self.encoder.channels)
        for name, values in (("scale", config.scale), ("offset", config.offset)):
            self.register_buffer(name, torch.tensor(values).reshape(1, 3, 1, 1), persistent=False)
        self.requires_grad_(False).eval()

    def train(self, mode: bool = True) -> Self:
        """Stay in evaluation mode."""
        return super().train(False)

    @torch.no_grad()
    def forward(self, stacked: Tensor) -> list[Tensor]:
        """(2·B, 3, H, W), all before, then all after → per scale (B, width, H_s, W_s), finest first."""
        count = len(stacked) // 2
        scales = self.encoder(stacked * self.scale + self.offset)
        return self.mask_head.fuse([s[:count] for s in scales], [s[count:] for s in scales])
