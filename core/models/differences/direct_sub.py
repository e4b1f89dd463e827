"""`direct_sub`, the baseline of every table: the features of the two dates subtracted, nothing else learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor, nn

from .base import Difference, GridPosition, SingleScaleEncoder, patch_merge, to_tokens


class DirectSubConfig(BaseModel):
    """Settings of `direct_sub`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["direct_sub"] = "direct_sub"
    scale: int = -1
    """Index of the encoder scale that is subtracted (finest first; −1 = coarsest)."""
    grid: int = Field(16, ge=1, le=128)
    """Side of the learned position grid."""
    patch_merge: int = Field(1, ge=1, le=64)
    """Cells per side that are put side by side into one token: 2 makes a grid of 16 cells one of 8."""
    feature_scale: float = 1.0
    """Factor of the features, where they are far from unit variance (positions are added at a scale of 0.02)."""


class DirectSub(SingleScaleEncoder):
    """F_diff = F_after − F_before at one scale, projected to D, with learned positions (RDD+ACR, eq. 1–2)."""

    def __init__(self, config: DirectSubConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__(channels, dim, config.scale)
        self.merge, self.feature_scale = config.patch_merge, config.feature_scale
        self.project = nn.Conv2d(config.patch_merge**2 * self.channels[config.scale], dim, kernel_size=1)
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
        subtracted = self.feature_scale * (after[self.scale] - before[self.scale])
        difference = self.project(patch_merge(subtracted, self.merge))  # (B, D, H, W), H and W after merging
        return Difference(self.norm(to_tokens(self.position(difference))))
