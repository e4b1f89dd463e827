"""`rdd`, region-aware difference distilling.

Li et al., "Region-aware Difference Distilling with Attribute-guided Contrastive Regularization for Change
Captioning", AAAI 2025. Equation and table numbers are the paper's. The contrastive regularisation (ACR,
eq. 10–13) is a training loss and reads `object` and `action` from the extras.

Not published and chosen here: the number N of distilling blocks, the head count, and whether "MHSA" and "MHCA"
include the residual connection and layer norm of a transformer sublayer (`residual`). Without them eq. 6 averages
the same tokens N times over, and eq. 2 takes the positions out of the difference, so that eq. 4 loses the place
of a change; hence the default.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt, model_validator
from torch import Tensor, nn

from .attention import MultiHeadAttention
from .base import Difference, GridPosition, SingleScaleEncoder, to_tokens

Stages = Literal[
    "global", "object", "action", "object_then_action", "action_then_object", "simultaneous"
]  # Table 4: GDE, GDE+N, GDE+V, GDE+N+V, GDE+V+N, GDE+V&N


class RDDConfig(BaseModel):
    """Settings of `rdd`; the defaults are the paper's for LEVIR-CC where it gives them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["rdd"] = "rdd"
    stages: Stages = "object_then_action"
    """What is distilled, in which order (Table 4); `global` leaves the global difference alone, without fusion."""
    gde: bool = True
    """Global difference extraction (eq. 4–5); off: F_c is the plain difference of eq. 2 (`direct-sub`)."""
    join: Literal["channels", "tokens"] = "channels"
    """Axis of the concatenation in eq. 5: channels, mapped back to D (F̃ is HW × C in the paper), or tokens."""
    object_vectors: PositiveInt = 32
    action_vectors: PositiveInt = 10
    """10 for LEVIR-CC and Spot-the-Diff, 5 for CLEVR-Change (Figure 4)."""
    blocks: PositiveInt = 2
    """N, distilling blocks that share their parameters."""
    heads: PositiveInt = 8
    feedforward: int = 512
    """Hidden width of the FFN in eq. 8 and of the fusion; 0 = one fully connected layer, as the text has it."""
    residual: bool = True
    """Attention as transformer sublayers, LN(q + attention); off: eq. 4, 6 and 7 as printed."""
    init: Literal["random", "zero"] = "random"
    """Start of the last projection of every attention and FFN: zero leaves the residual path alone at first, so that
    the vectors stay apart while the attention learns where to look (docs/experiments/comparison.md)."""
    join_init: Literal["random", "difference"] = "random"
    """Start of the map in eq. 5 where channels are joined: at random, or as [W, −W], so that F_c begins as the
    difference of what the dates have read; with a residual connection a random map has to learn that first."""
    position_scale: PositiveFloat = 0.02
    """Standard deviation at which the positions of eq. 1 start."""
    dropout: float = 0.1
    scale: int = -1
    """Index of the encoder scale that is read (finest first; −1 = coarsest)."""
    grid: PositiveInt = 16
    """Side of the learned position grid."""

    @model_validator(mode="after")
    def _zero_needs_a_residual(self) -> RDDConfig:
        if self.init == "zero" and not self.residual:
            raise ValueError("init: zero needs residual: true; without it nothing would pass the attention")
        if self.join_init == "difference" and (self.join != "channels" or not self.gde):
            raise ValueError("join_init: difference needs gde: true and join: channels, whose map it starts")
        return self


class Attend(nn.Module):
    """MHCA / MHSA: attention, by default with the residual connection and layer norm of a transformer sublayer."""

    def __init__(self, config: RDDConfig, dim: int) -> None:
        super().__init__()
        self.attention = MultiHeadAttention(dim, config.heads, config.dropout)
        self.dropout = nn.Dropout(config.dropout)
        self.norm = nn.LayerNorm(dim) if config.residual else None

    def forward(self, query: Tensor, source: Tensor) -> Tensor:
        """(B, Lq, D) queries, (B, Ls, D) keys and values → (B, Lq, D)."""
        read: Tensor = self.dropout(self.attention(query, source))
        return read if self.norm is None else self.norm(query + read)


class GlobalDifference(nn.Module):
    """GDE, global difference extraction (eq. 2, 4, 5); the dates share the attention's weights."""

    def __init__(self, config: RDDConfig, dim: int) -> None:
        super().__init__()
        self.attend = Attend(config, dim)
        self.join = nn.Linear(2 * dim, dim) if config.join == "channels" else None
        if self.join is not None and config.join_init == "difference":
            with torch.no_grad():
                self.join.weight[:, dim:] = -self.join.weight[:, :dim]

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        """Two (B, L, D) → F_c (B, L, D), or (B, 2·L, D) when tokens are joined."""
        difference = before - after  # eq. 2, F_diff (B, L, D)
        read_before = self.attend(before, difference)  # eq. 4 (B, L, D)
        read_after = self.attend(after, difference)  # eq. 4 (B, L, D)
        if self.join is None:
            return torch.cat([read_before, read_after], dim=1)  # eq. 5 (B, 2·L, D)
        joined: Tensor = self.join(torch.cat([read_before, read_after], dim=2))  # eq. 5 (B, L, 2·D) → (B, L, D)
        return joined


class Distil(nn.Module):
    """K learnable vectors read a difference through N blocks that share their parameters (eq. 6–8)."""

    def __init__(self, config: RDDConfig, dim: int, vectors: int) -> None:
        super().__init__()
        self.blocks = config.blocks
        self.vectors = nn.Parameter(torch.randn(vectors, dim))
        self.self_attend = Attend(config, dim)
        self.cross_attend = Attend(config, dim)
        self.feedforward = feedforward(config, dim)

    def forward(self, source: Tensor) -> Tensor:
        """(B, L, D) global or regional difference → (B, K, D) regional difference."""
        vectors = self.vectors.expand(source.shape[0], -1, -1)  # F_o^0 (B, K, D)
        for _ in range(self.blocks):
            source = self.self_attend(source, source)  # eq. 6, F_c^i (B, L, D)
            vectors = self.cross_attend(vectors, source)  # eq. 7, F̂_o^i (B, K, D)
            vectors = self.feedforward(vectors) + vectors  # eq. 8, F_o^i (B, K, D)
        return vectors


class MultiScaleFusion(nn.Module):
    """MF, multi-scale fusion (eq. 9): self-attention and a fully connected layer, both with a residual."""

    def __init__(self, config: RDDConfig, dim: int) -> None:
        super().__init__()
        self.attention = MultiHeadAttention(dim, config.heads, config.dropout)
        self.dropout = nn.Dropout(config.dropout)
        self.norm = nn.LayerNorm(dim)
        self.feedforward = feedforward(config, dim)

    def forward(self, tokens: Tensor) -> Tensor:
        """(B, L, D) → (B, L, D)."""
        tokens = self.norm(tokens + self.dropout(self.attention(tokens, tokens)))
        fused: Tensor = tokens + self.feedforward(tokens)
        return fused


class RDD(SingleScaleEncoder):
    """Global, object and action differences, fused (eq. 1–9).

    Extras: ``object`` (B, K, D) is F_object^N and ``action`` (B, M, D) is F_action^N, as far as the stages make them.
    """

    def __init__(self, config: RDDConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__(channels, dim, config.scale)
        self.stages = config.stages
        self.project = nn.Conv2d(self.channels[config.scale], dim, kernel_size=1)
        self.position = GridPosition(dim, config.grid, config.position_scale)
        self.gde = GlobalDifference(config, dim) if config.gde else None
        has_object, has_action = "object" in config.stages, "action" in config.stages
        if config.stages == "simultaneous":
            has_object = has_action = True
        self.object = Distil(config, dim, config.object_vectors) if has_object else None
        self.action = Distil(config, dim, config.action_vectors) if has_action else None
        self.fuse = MultiScaleFusion(config, dim) if has_object or has_action else None
        self.norm = nn.LayerNorm(dim)
        if config.init == "zero":
            start_at_zero(self)

    def forward(
        self,
        before: list[Tensor],
        after: list[Tensor],
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
    ) -> Difference:
        """Shapes as in the base class; tokens are [F_c; F_object; F_action], (B, L + K + M, D), fused."""
        whole = self._global(before[self.scale], after[self.scale])  # F_c (B, L, D)
        regions = self._distil(whole)
        tokens = torch.cat([whole, *regions.values()], dim=1)  # (B, L + K + M, D)
        if self.fuse is not None:
            tokens = self.fuse(tokens)  # eq. 9
        return Difference(self.norm(tokens), regions)

    def _global(self, before: Tensor, after: Tensor) -> Tensor:
        """Features of two dates (B, C, H, W) → F_c (B, L, D)."""
        if self.gde is None:  # the positions of eq. 1 cancel in eq. 2, so they are added to the difference
            return to_tokens(self.position(self.project(before) - self.project(after)))
        return self.gde(
            to_tokens(self.position(self.project(before))),  # eq. 1, F_bef (B, H·W, D)
            to_tokens(self.position(self.project(after))),  # eq. 1, F_aft (B, H·W, D)
        )

    def _distil(self, whole: Tensor) -> dict[str, Tensor]:
        """F_c (B, L, D) → regional differences by name, objects first."""
        regions: dict[str, Tensor] = {}
        if self.stages == "action_then_object" and self.object is not None and self.action is not None:
            action = self.action(whole)  # (B, M, D)
            return {"object": self.object(action), "action": action}
        if self.object is not None:
            regions["object"] = self.object(whole)  # (B, K, D)
        if self.action is not None:
            source = regions["object"] if self.stages == "object_then_action" else whole
            regions["action"] = self.action(source)  # (B, M, D)
        return regions


def start_at_zero(module: nn.Module) -> None:
    """Set the last projection of every attention and FFN within to zero."""
    for name, part in module.named_modules():
        if isinstance(part, MultiHeadAttention):
            last = part.output
        elif name.endswith("feedforward"):
            last = [layer for layer in part.children() if isinstance(layer, nn.Linear)][-1]
        else:
            continue
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)


def feedforward(config: RDDConfig, dim: int) -> nn.Module:
    """Return the FFN of eq. 8 on (…, D)."""
    if config.feedforward == 0:
        return nn.Sequential(nn.Linear(dim, dim), nn.Dropout(config.dropout))
    return nn.Sequential(
        nn.Linear(dim, config.feedforward),
        nn.ReLU(),
        nn.Dropout(config.dropout),
        nn.Linear(config.feedforward, dim),
        nn.Dropout(config.dropout),
    )
