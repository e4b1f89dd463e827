"""`direct_sub`, the baseline of every table: the features of the two dates subtracted, nothing else learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from .base import Difference, GridPosition, OneScaleEncoder, to_tokens


class DirectSubConfig(BaseModel):
    """Settings of `direct_sub`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["direct_sub"] = "direct_sub"
    scale: int = -1
    """Index of the encoder scale that is subtracted (finest first; −1 = coarsest)."""
    grid: int = 16
    """Side of the learned position grid."""


class DirectSub(OneScaleEncoder):
    """F_diff = F_after − F_before at one scale, projected to D, with learned positions (RDD+ACR, eq. 1–2)."""

    def __init__(self, config: DirectSubConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__(channels, dim, config.scale)
        self.project = nn.Conv2d(self.channels[config.scale], dim, kernel_size=1)
        self.position = GridPosition(dim, config.grid)
        self.norm = nn.LayerNorm(dim)

    def forward(
        self,
        before: list[Tensor],
        after: list[Tensor],
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
    ) -> Difference:
        """Shapes as in the base class; tokens are (B, H·W, D) of the chosen scale."""
        difference = self.project(after[self.scale] - before[self.scale])  # (B, D, H, W)
        return Difference(self.norm(to_tokens(self.position(difference))))
