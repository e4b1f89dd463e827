"""How likely the claims of captions are: the decoder writes what is usually said, this judges what is there."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import ClaimHeadConfig

_FARTHEST = 4.0
"""Standard deviations beyond which an input counts as no farther: imagery unlike the training's stays within reach."""


class ClaimHead(nn.Module):
    """Logit of each claim, from pooled memory tokens and coarse masks.

    Args:
        config: the claims, width and pooling.
        dim: of a memory token.
        masks: channels of the mask head.
    """

    def __init__(self, config: ClaimHeadConfig, dim: int, masks: int) -> None:
        super().__init__()
        self.config = config
        inputs = 2 * config.parts * dim + masks * config.cells**2
        self.mean: Tensor
        self.deviation: Tensor
        self.register_buffer("mean", torch.zeros(inputs))
        self.register_buffer("deviation", torch.ones(inputs))
        self.judge = nn.Sequential(
            nn.Dropout(0.3),
            nn.Linear(inputs, config.width),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(config.width, len(config.claims)),
        )

    def pool(self, memory: Tensor, probabilities: Tensor) -> Tensor:
        """(B, L, D) memory and (B, C, T, T) change probabilities → (B, inputs).

        These are mean and maximum of each part of the memory, then each channel's mean in coarse cells.

        Raises:
            ValueError: the memory has no such parts.
        """
        count, tokens, dim = memory.shape
        if tokens % self.config.parts:
            raise ValueError(f"{tokens} memory tokens cannot be parted into {self.config.parts}")
        parts = memory.float().reshape(count, self.config.parts, -1, dim)
        masks = F.adaptive_avg_pool2d(probabilities.float(), self.config.cells).flatten(1)
        return torch.cat([parts.mean(dim=2).flatten(1), parts.amax(dim=2).flatten(1), masks], dim=1)

    def forward(self, memory: Tensor, probabilities: Tensor) -> Tensor:
        """(B, L, D) and (B, C, T, T) → (B, claims) logits."""
        return self.judged(self.pool(memory, probabilities))

    def judged(self, pooled: Tensor) -> Tensor:
        """(B, inputs) of `pool` → (B, claims) logits."""
        logits: Tensor = self.judge(((pooled - self.mean) / self.deviation).clamp(-_FARTHEST, _FARTHEST))
        return logits
