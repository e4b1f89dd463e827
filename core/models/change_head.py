"""Change flag from the features of both dates, cell by cell, with weights of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .config import ChangeHeadConfig


class ChangeHead(nn.Module):
    """Evidence of change in each cell of the second coarsest grid, pooled to one logit per pair.

    A tile has changed if any cell of it has: the cells' logits meet in a log-sum-exp, as instances of a bag do.

    Args:
        config: width and dropout.
        channels: encoder channels per scale, finest first.
        view: channels of `MaskHead.view`, 0 without a mask head.
    """

    def __init__(self, config: ChangeHeadConfig, channels: Sequence[int], view: int) -> None:
        super().__init__()
        self.scale = max(len(channels) - 2, 0)
        """Index of the scale it reads, whose grid is that of `MaskHead.view`."""
        width, inputs = config.width, 4 * channels[self.scale] + view
        self.standardise = nn.BatchNorm2d(inputs, affine=False)
        self.cells = nn.Sequential(
            nn.Dropout2d(config.input_dropout),
            nn.Conv2d(inputs, width, kernel_size=1),
            nn.GELU(),
            nn.Dropout2d(config.dropout),
            nn.Conv2d(width, width, kernel_size=3, padding=1),
            nn.GELU(),
            nn.Dropout2d(config.dropout),
            nn.Conv2d(width, 1, kernel_size=1),
        )
        self.size_share = nn.Parameter(torch.zeros(()))
        """Between 0, where each further cell counts, and 1, where the mean over the cells does."""
        self.offset = nn.Parameter(torch.zeros(()))

    def forward(self, before: list[Tensor], after: list[Tensor], view: Tensor | None) -> Tensor:
        """(B, C_s, H_s, W_s) per scale and date, finest first, and (B, V, H, W) of `MaskHead.view` → (B,) logits."""
        a, b = before[self.scale], after[self.scale]
        seen = [b - a, (b - a).abs(), a, b, *([] if view is None else [view])]
        cells = self.cells(self.standardise(torch.cat([part.float() for part in seen], dim=1))).float().flatten(1)
        return cells.logsumexp(dim=1) - self.size_share * math.log(cells.shape[1]) + self.offset
