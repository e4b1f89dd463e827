"""Text-guided gated contrastive loss, TGCL (DFM).

After DFM's abstract; the full text is public, but could not be read where this was built. The design here is this
project's: changed pairs only, near-duplicate captions are no negatives of each other, and a learned gate lets captions
that say little guide less. With an encoder that is not frozen the gradient goes on into it, through the difference
encoder (`reads: difference`) or straight (`reads: vision`).
"""

from __future__ import annotations

from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor, nn
from torch.nn import functional as F

from ..distributed import all_gather
from .infonce import symmetric_info_nce


class TextGuidedConfig(BaseModel):
    """Settings of TGCL."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: float = Field(default=0.1, ge=0)
    reads: Literal["difference", "vision"] = "difference"
    """What is aligned with the captions: the mean difference token, or the mean |a − b| of the vision encoder's map."""
    temperature: float = Field(default=0.07, gt=0)
    projection: int = Field(default=256, ge=1)
    duplicate_above: float = Field(default=0.95, gt=0)
    """Cosine of two captions' embeddings from which they are no negatives of each other; above 1: never."""
    gate: bool = True
    """Whether a learned gate weighs each sample."""
    gate_prior: float = Field(default=0.5, ge=0)
    """Weight of −log g, which keeps the gate from closing; the best gate is then g = min(1, prior / loss)."""


class TextGuidedContrast(nn.Module):
    """Weighted TGCL of a batch.

    Args:
        config: settings.
        dim: width D of the difference tokens.
        text_width: width W of the frozen sentence embeddings.
    """

    def __init__(self, config: TextGuidedConfig, dim: int, text_width: int) -> None:
        super().__init__()
        self.config = config
        self.project_vision = nn.Linear(dim, config.projection)
        self.project_text = nn.Linear(text_width, config.projection)
        self.gate = nn.Linear(text_width, 1) if config.gate else None
        if self.gate is not None:
            nn.init.zeros_(self.gate.weight)
            nn.init.constant_(self.gate.bias, 2.0)  # σ(2) = 0.88: every caption counts at first

    def forward(self, tokens: Tensor, sentences: Tensor, changed: Tensor) -> tuple[Tensor, dict[str, float]]:
        """Compute the loss.

        Args:
            tokens: (B, L, D) difference tokens.
            sentences: (B, W) frozen embeddings of the sampled captions.
            changed: (B,) bool; unchanged pairs take part neither as rows nor as columns.

        Returns:
            () weighted loss, 0 in a batch with fewer than two changed pairs; and what to log: `pairs` that took
            part, `masked` share of negatives that were near duplicates, `gate` mean.
        """
        pooled = all_gather(tokens.float().mean(dim=1))  # (B, D), of all processes
        sentences = all_gather(sentences.float())
        rows = (all_gather(changed.float()) > 0).nonzero().squeeze(1)
        count = len(rows)
        if count < 2:
            idle = sum((weight.sum() * 0 for weight in self.parameters()), pooled.sum() * 0)
            return torch.as_tensor(idle), {"pairs": float(count), "masked": 0.0, "gate": 0.0}
        text = sentences[rows]  # (n, W)
        same = near_duplicates(text, self.config.duplicate_above)  # (n, n)
        vision = self.project_vision(pooled[rows])  # (n, P)
        per_pair = symmetric_info_nce(self.project_text(text), vision, self.config.temperature, same)  # (n,)
        log = {"pairs": float(count), "masked": float(same.sum()) / (count * (count - 1)), "gate": 1.0}
        if self.gate is not None:
            logit = self.gate(F.normalize(text, dim=1)).squeeze(1)  # (n,)
            log["gate"] = float(logit.sigmoid().mean().detach())
            per_pair = logit.sigmoid() * per_pair - self.config.gate_prior * F.logsigmoid(logit)
        return self.config.weight * per_pair.mean(), log


def near_duplicates(sentences: Tensor, above: float) -> Tensor:
    """(n, W) embeddings → (n, n) bool, True off the diagonal where the cosine is at least `above`."""
    unit = F.normalize(sentences, dim=1)
    own = torch.eye(len(unit), dtype=torch.bool, device=unit.device)
    return (unit @ unit.T >= above) & ~own
