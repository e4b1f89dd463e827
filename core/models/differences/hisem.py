"""`hisem`, hierarchical semantic disentangling.

Wang et al., "HiSem: Hierarchical Semantic Disentangling for Remote Sensing Image Change Captioning",
arXiv:2605.15024. Two parts: BDAM (bidirectional differential attention modulation) lets each date read the other
and takes out what both directions have in common; HASD (hierarchical adaptive semantic disentanglement) sends
unchanged pairs through a plain branch and changed pairs through a mixture of experts.

b and a are the tokens of the dates before and after. There are two variants.

`published` computes what the authors' public code (github.com/Man-Wang-star/HiSem) does. That has no licence: it was
read, and written afresh. `compact`, the older one, departs from it in eight ways:

1. queries, keys and values of both dates come from one projection (published: one per date);
2. the gate of the update is shared by the dates (one per date);
3. so is the layer norm after the update (one per date);
4. the scores s_add and s_del have no bias (they have);
5. the residual block of a fusion is a bottleneck of width D/2 (full width, norm and ReLU before each convolution);
6. the load balance takes each expert's share of a token's scores, and dropout works inside (raw sigmoids; only in the
   feed-forward network of the unchanged route);
7. row and column embeddings have all D channels and are added (half of the channels each);
8. the image router reads b − a (a − b).

At D = 768 on a 14 × 14 grid the published variant has 81,243,976 parameters. The public code has 9,216 more, 81.25 M:
two layer norms in each layer that it never uses. compact has 64.43 M. docs/hisem_parameters.md maps the names.

Known weaknesses of the published design, and what is offered against them:

* A hard route cascades its error: a changed pair routed "unchanged" never sees the experts. `routing: soft` weighs
  both branches by the router's probability, and the caption loss then also trains the router.
* Batch norm in a routed branch takes its statistics from the samples of that route alone, in small batches from
  one or two of them. `norm: group` (default) or `layer` do not look across samples; `batch` is the paper's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

import torch
from pydantic import BaseModel, ConfigDict, NonNegativeInt, PositiveInt, model_validator
from torch import Tensor, nn

from ...errors import InputError
from .attention import check_heads, join_heads, split_heads
from .base import Difference, GridPosition, SingleScaleEncoder, to_tokens
from .experts import MixtureOfExperts

Norm = Literal["group", "layer", "batch"]


class HiSemConfig(BaseModel):
    """Settings of `hisem`; the defaults are the paper's except `norm` and `grid`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["hisem"] = "hisem"
    variant: Literal["compact", "published"] = "compact"
    """As in the authors' code, or lighter; see the head of this module."""
    layers: NonNegativeInt = 3
    """BDAM layers, each with its own weights; 0 switches BDAM off."""
    heads: PositiveInt = 8
    suppression: float = 0.9
    """λ, how much of the opposite direction's attention is subtracted; 0 = plain cross-attention."""
    alpha_add: float = 1.0
    alpha_del: float = 0.5
    """Initial values of the learnable factors of the diagonal attention biases."""
    hasd: bool = True
    """Off: one fusion for every pair, neither routing nor experts."""
    routing: Literal["hard", "soft"] = "hard"
    norm: Norm = "group"
    """Normalisation of the convolutions in the routed branches."""
    feedforward: PositiveInt = 2048
    """Hidden width of the FFN of the unchanged branch."""
    experts: NonNegativeInt = 8
    """Routed experts; 0 leaves the shared expert alone."""
    groups: PositiveInt = 4
    top_groups: PositiveInt = 2
    top_experts: PositiveInt = 2
    expert_hidden: PositiveInt = 2048
    shared_hidden: PositiveInt | None = None
    """Hidden width of the shared expert; none = 2·D."""
    dropout: float = 0.1
    """Inside this encoder; of `published` in the feed-forward network of the unchanged route only."""
    scale: int = -1
    """Index of the encoder scale that is read (finest first; −1 = coarsest)."""
    grid: PositiveInt = 16
    """Side of the learned position grid (14 in the paper)."""

    @property
    def published(self) -> bool:
        """Whether this is the authors' variant."""
        return self.variant == "published"

    @property
    def inner_dropout(self) -> float:
        """Dropout outside the feed-forward network."""
        return 0.0 if self.published else self.dropout

    @model_validator(mode="after")
    def _experts_fit_groups(self) -> HiSemConfig:
        if self.experts == 0:
            return self
        if self.experts % self.groups:
            raise ValueError(f"experts ({self.experts}) must be a multiple of groups ({self.groups})")
        if self.top_groups > self.groups:
            raise ValueError(f"top_groups ({self.top_groups}) must not exceed groups ({self.groups})")
        reachable = self.top_groups * self.experts // self.groups
        if self.top_experts > reachable:
            raise ValueError(f"top_experts ({self.top_experts}) must not exceed {reachable}, those of top_groups")
        return self


class DiscrepancyCondition(nn.Module):
    """First half of BDAM: the gated difference c, and both dates conditioned by it."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.gate = nn.Sequential(nn.Linear(2 * dim, dim // 4), nn.ReLU(), nn.Linear(dim // 4, dim), nn.Sigmoid())
        self.convolve = nn.Conv2d(dim, dim, kernel_size=3, padding=1, groups=dim, bias=False)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor, size: tuple[int, int]) -> tuple[Tensor, Tensor, Tensor]:
        """Two (B, L, D) on a grid of size (H, W) → c, b', a', each (B, L, D)."""
        gate = self.gate(torch.cat([before, after], dim=2))  # σ(W2 ReLU(W1 [b; a])) (B, L, D)
        change = gate * (before - after).abs()  # c = gate ⊙ |b − a| (B, L, D)
        return change, self._local(before, size) + change, self._local(after, size) + change

    def _local(self, tokens: Tensor, size: tuple[int, int]) -> Tensor:
        """LN(x + DWConv3×3(x)) on (B, L, D)."""
        local = to_tokens(self.convolve(to_map(tokens, size)))  # (B, L, D)
        normed: Tensor = self.norm(tokens + local)
        return normed


class BDAMLayer(nn.Module):
    """One layer of bidirectional differential attention modulation."""

    def __init__(self, config: HiSemConfig, dim: int) -> None:
        super().__init__()
        self.heads = check_heads(dim, config.heads)
        self.suppression = config.suppression
        self.condition = DiscrepancyCondition(dim)
        self.score_add = nn.Linear(dim, 1, bias=config.published)
        self.score_del = nn.Linear(dim, 1, bias=config.published)
        self.query_key_value = nn.Linear(dim, 3 * dim, bias=False)
        self.gate = nn.Sequential(nn.Linear(2 * dim, dim), nn.Sigmoid())
        self.output_before = nn.Linear(dim, dim)
        self.output_after = nn.Linear(dim, dim)
        self.dropout = nn.Dropout(config.inner_dropout)
        self.norm = nn.LayerNorm(dim)
        # the later date's own, where the dates do not share the three above
        separate = config.published
        self.query_key_value_after = nn.Linear(dim, 3 * dim, bias=False) if separate else None
        self.gate_after = nn.Sequential(nn.Linear(2 * dim, dim), nn.Sigmoid()) if separate else None
        self.norm_after = nn.LayerNorm(dim) if separate else None

    def forward(
        self, before: Tensor, after: Tensor, size: tuple[int, int], alpha_add: Tensor, alpha_del: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Two (B, L, D) on a grid of size (H, W), two () factors → both dates anew, (B, L, D) each."""
        change, before, after = self.condition(before, after, size)
        bias_add = alpha_add * self.score_add(change).squeeze(2)  # α_add s_add (B, L)
        bias_del = alpha_del * self.score_del(change).squeeze(2)  # α_del s_del (B, L)
        added, deleted = self._exchange(before, after, bias_add, bias_del)
        before = self._update(before, deleted, self.gate, self.output_before, self.norm)
        gate, norm = self.gate_after or self.gate, self.norm_after or self.norm
        after = self._update(after, added, gate, self.output_after, norm)
        return before, after

    def _exchange(self, before: Tensor, after: Tensor, bias_add: Tensor, bias_del: Tensor) -> tuple[Tensor, Tensor]:
        """o_add = (A_ba − λ A_ab) V_a and o_del = (A_ab − λ A_ba) V_b, (B, L, D) each."""
        query_b, key_b, value_b = self._project(before, self.query_key_value)  # (B, h, L, d) each
        query_a, key_a, value_a = self._project(after, self.query_key_value_after or self.query_key_value)
        reads_after = attention_weights(query_b, key_a, bias_add)  # A_ba (B, h, L, L)
        reads_before = attention_weights(query_a, key_b, bias_del)  # A_ab (B, h, L, L)
        added = (reads_after - self.suppression * reads_before) @ value_a  # (B, h, L, d)
        deleted = (reads_before - self.suppression * reads_after) @ value_b  # (B, h, L, d)
        return join_heads(added), join_heads(deleted)

    def _project(self, tokens: Tensor, projection: nn.Module) -> tuple[Tensor, Tensor, Tensor]:
        query, key, value = projection(tokens).chunk(3, dim=2)  # (B, L, D) each
        return (
            split_heads(query, self.heads),
            split_heads(key, self.heads),
            split_heads(value, self.heads),
        )

    def _update(self, tokens: Tensor, read: Tensor, gate: nn.Module, output: nn.Linear, norm: nn.Module) -> Tensor:
        """LN(P(g o + (1 − g) x')) with g = σ(Lin[x'; o]) on (B, L, D)."""
        share = gate(torch.cat([tokens, read], dim=2))  # g (B, L, D)
        updated: Tensor = norm(self.dropout(output(share * read + (1 - share) * tokens)))
        return updated


class ResidualBlock(nn.Module):
    """ReLU(x + bottleneck(x)): 1×1, 3×3 and 1×1 convolutions of widths D/2, D/2 and D, normalised."""

    def __init__(self, dim: int, norm: Norm) -> None:
        super().__init__()
        half = dim // 2
        self.body = nn.Sequential(
            nn.Conv2d(dim, half, kernel_size=1, bias=False),
            map_norm(half, norm),
            nn.ReLU(),
            nn.Conv2d(half, half, kernel_size=3, padding=1, bias=False),
            map_norm(half, norm),
            nn.ReLU(),
            nn.Conv2d(half, dim, kernel_size=1, bias=False),
            map_norm(dim, norm),
        )

    def forward(self, features: Tensor) -> Tensor:
        """(B, D, H, W) → (B, D, H, W)."""
        return torch.relu(features + self.body(features))


class PreActivationBlock(nn.Module):
    """ReLU(x + body(x)): norm, ReLU, 3×3 convolution, norm, ReLU, 1×1 convolution, norm, all of width D."""

    def __init__(self, dim: int, norm: Norm) -> None:
        super().__init__()
        self.body = nn.Sequential(
            map_norm(dim, norm),
            nn.ReLU(),
            nn.Conv2d(dim, dim, kernel_size=3, padding=1),
            map_norm(dim, norm),
            nn.ReLU(),
            nn.Conv2d(dim, dim, kernel_size=1),
            map_norm(dim, norm),
        )

    def forward(self, features: Tensor) -> Tensor:
        """(B, D, H, W) → (B, D, H, W)."""
        return torch.relu(features + self.body(features))


class HalvedPosition(nn.Module):
    """Learned embeddings of the column in the first half of the channels, of the row in the second."""

    def __init__(self, dim: int, size: int) -> None:
        super().__init__()
        if dim % 2:
            raise InputError(f"HiSem as published splits its width in two; {dim} is odd.")
        self.column = nn.Parameter(torch.empty(1, dim // 2, 1, size))
        self.row = nn.Parameter(torch.empty(1, dim // 2, size, 1))
        bound = (6 / (size + dim // 2)) ** 0.5  # of Xavier's uniform start of a (size, D / 2) table
        for table in (self.column, self.row):
            nn.init.uniform_(table, -bound, bound)

    def forward(self, features: Tensor) -> Tensor:
        """Add the position to (B, D, H, W) features."""
        height, width = features.shape[-2:]
        column: Tensor = self.column
        row: Tensor = self.row
        if (height, width) != (row.shape[2], column.shape[3]):
            row = nn.functional.interpolate(row, size=(height, 1), mode="bilinear", align_corners=False)
            column = nn.functional.interpolate(column, size=(1, width), mode="bilinear", align_corners=False)
        halves = [column.expand(-1, -1, height, -1), row.expand(-1, -1, -1, width)]
        return features + torch.cat(halves, dim=1)


class DateFusion(nn.Module):
    """Both dates into one: concatenation, 1×1 convolution, residual block, layer norm."""

    def __init__(self, dim: int, norm: Norm, published: bool) -> None:
        super().__init__()
        self.mix = nn.Conv2d(2 * dim, dim, kernel_size=1)
        self.block = PreActivationBlock(dim, norm) if published else ResidualBlock(dim, norm)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor, size: tuple[int, int]) -> Tensor:
        """Two (B, L, D) on a grid of size (H, W) → (B, L, D)."""
        pair = to_map(torch.cat([before, after], dim=2), size)  # (B, 2·D, H, W)
        fused: Tensor = self.norm(to_tokens(self.block(self.mix(pair))))  # (B, L, D)
        return fused


class UnchangedBranch(nn.Module):
    """Coarse route: fusion and a post-norm feed-forward network."""

    def __init__(self, config: HiSemConfig, dim: int) -> None:
        super().__init__()
        self.fuse = DateFusion(dim, config.norm, config.published)
        self.feedforward = nn.Sequential(
            nn.Linear(dim, config.feedforward),
            nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(config.feedforward, dim),
            nn.Dropout(config.dropout),
        )
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor, size: tuple[int, int]) -> Tensor:
        """Two (B, L, D) → LN(x + FFN(x)) (B, L, D)."""
        fused = self.fuse(before, after, size)
        normed: Tensor = self.norm(fused + self.feedforward(fused))
        return normed


class ChangedBranch(nn.Module):
    """Fine route: own fusion and the mixture of experts."""

    def __init__(self, config: HiSemConfig, dim: int) -> None:
        super().__init__()
        self.fuse = DateFusion(dim, config.norm, config.published)
        self.experts = MixtureOfExperts(
            dim,
            experts=config.experts,
            groups=config.groups,
            top_groups=config.top_groups,
            top_experts=config.top_experts,
            hidden=config.expert_hidden,
            shared_hidden=config.shared_hidden or 2 * dim,
            raw_balance=config.published,
        )
        self.dropout = nn.Dropout(config.inner_dropout)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor, size: tuple[int, int]) -> tuple[Tensor, Tensor]:
        """Two (B, L, D) → y = LN(x + MoE(x)) (B, L, D) and the raw balance term ()."""
        fused = self.fuse(before, after, size)
        mixed, balance = self.experts(fused)
        return self.norm(fused + self.dropout(mixed)), balance


class HASD(nn.Module):
    """Hierarchical adaptive semantic disentanglement: the image router and its two branches."""

    def __init__(self, config: HiSemConfig, dim: int) -> None:
        super().__init__()
        self.soft = config.routing == "soft"
        self.skip_empty = config.norm == "batch"
        self.published = config.published
        self.router = nn.Linear(dim, 2, bias=False)
        self.unchanged = UnchangedBranch(config, dim)
        self.changed = ChangedBranch(config, dim)

    def forward(
        self, before: Tensor, after: Tensor, size: tuple[int, int], changed: Tensor | None
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Route each pair.

        Args:
            before: (B, L, D).
            after: (B, L, D).
            size: grid (H, W) with H·W = L.
            changed: (B,) bool; the hard route in training, where given. Soft routes never read it.

        Returns:
            y (B, L, D), and the extras ``router_logits`` (B, 2), ``balance`` () and ``routed`` ().
        """
        mean = (after - before if self.published else before - after).mean(1)  # (B, D)
        logits = self.router(mean)  # (B, 2), unchanged and changed
        if self.soft:
            routed, balance = self._soft(before, after, size, logits)
            count = logits.new_tensor(float(len(logits)))
        else:
            given = changed if self.training else None
            route = logits.argmax(1).bool() if given is None else given.bool()  # (B,)
            routed, balance = self._hard(before, after, size, route)
            count = route.sum().to(logits.dtype)
        return routed, {"router_logits": logits, "balance": balance, "routed": count}

    def _soft(self, before: Tensor, after: Tensor, size: tuple[int, int], logits: Tensor) -> tuple[Tensor, Tensor]:
        share = logits.float().softmax(1)[:, :, None, None]  # (B, 2, 1, 1)
        coarse = self.unchanged(before, after, size)  # (B, L, D)
        fine, balance = self.changed(before, after, size)  # (B, L, D), ()
        return share[:, 0] * coarse + share[:, 1] * fine, balance

    def _hard(self, before: Tensor, after: Tensor, size: tuple[int, int], route: Tensor) -> tuple[Tensor, Tensor]:
        """Run each branch on its own pairs: route (B,) bool → y (B, L, D), balance ().

        A branch without pairs runs on an empty batch, so that every parameter has a gradient (zero) in every step
        and distributed training needs no search for unused ones; batch norm in training cannot, and is skipped.
        """
        coarse_rows, fine_rows = (~route).nonzero().squeeze(1), route.nonzero().squeeze(1)
        skip = self.skip_empty and self.training
        parts, balance = [], before.new_zeros(())
        if len(coarse_rows) or not skip:
            parts.append(self.unchanged(before[coarse_rows], after[coarse_rows], size))
        if len(fine_rows) or not skip:
            fine, balance = self.changed(before[fine_rows], after[fine_rows], size)
            parts.append(fine)
        order = torch.cat([coarse_rows, fine_rows]).argsort()  # back to the order of the batch (B,)
        return torch.cat(parts)[order], balance


class HiSem(SingleScaleEncoder):
    """BDAM, then HASD; memory = LN(b + a + y).

    Extras (with HASD): ``router_logits`` (B, 2) for unchanged and changed; ``balance`` (), the raw load-balance term
    of the experts, 1 at an even load (the paper weighs it with 0.001), a mean over the ``routed`` () pairs.
    """

    def __init__(self, config: HiSemConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__(channels, dim, config.scale)
        width = self.channels[config.scale]
        self.project = nn.Identity() if width == dim else nn.Conv2d(width, dim, kernel_size=1)
        self.position = HalvedPosition(dim, config.grid) if config.published else GridPosition(dim, config.grid)
        self.layers = nn.ModuleList(BDAMLayer(config, dim) for _ in range(config.layers))
        if config.layers:
            self.alpha_add = nn.Parameter(torch.tensor(config.alpha_add))
            self.alpha_del = nn.Parameter(torch.tensor(config.alpha_del))
        self.disentangle = HASD(config, dim) if config.hasd else None
        self.fuse = None if config.hasd else DateFusion(dim, config.norm, config.published)
        self.norm = nn.LayerNorm(dim)

    def forward(
        self,
        before: list[Tensor],
        after: list[Tensor],
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
    ) -> Difference:
        """Shapes as in the base class; tokens are (B, H·W, D) of the chosen scale."""
        size = cast(tuple[int, int], tuple(before[self.scale].shape[-2:]))  # (H, W)
        b = to_tokens(self.position(self.project(before[self.scale])))  # (B, L, D)
        a = to_tokens(self.position(self.project(after[self.scale])))  # (B, L, D)
        for layer in self.layers:
            b, a = layer(b, a, size, self.alpha_add, self.alpha_del)
        extras: dict[str, Tensor] = {}
        if self.disentangle is not None:
            y, extras = self.disentangle(b, a, size, changed)
        elif self.fuse is not None:
            y = self.fuse(b, a, size)  # (B, L, D)
        return Difference(self.norm(b + a + y), extras)


def attention_weights(query: Tensor, key: Tensor, diagonal: Tensor) -> Tensor:
    """softmax(Q Kᵀ / √d + diag) for (B, h, L, d) queries and keys and a (B, L) diagonal → (B, h, L, L)."""
    scores = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5  # (B, h, L, L)
    return (scores + torch.diag_embed(diagonal).unsqueeze(1)).softmax(-1)


def map_norm(width: int, norm: Norm) -> nn.Module:
    """Normalisation of (B, width, H, W) maps by its config name."""
    if norm == "batch":
        return nn.BatchNorm2d(width)
    if norm == "layer":
        return PixelNorm(width)
    return nn.GroupNorm(next(g for g in (8, 4, 2, 1) if width % g == 0), width)


class PixelNorm(nn.LayerNorm):
    """Layer norm over the channels of each cell of a (B, C, H, W) map."""

    def forward(self, features: Tensor) -> Tensor:
        """(B, C, H, W) → (B, C, H, W)."""
        return super().forward(features.movedim(1, -1)).movedim(-1, 1)


def to_map(tokens: Tensor, size: tuple[int, int]) -> Tensor:
    """(B, H·W, D) tokens in row-major order → (B, D, H, W)."""
    return tokens.transpose(1, 2).reshape(tokens.shape[0], tokens.shape[2], *size)
