"""`dfm`, difference feature modelling: the joint feature modelling (JFM) of several scales, dates and a detector.

Wang et al., "DFM: Difference Feature Modeling with Text-Guided Gated Contrastive Loss for Remote Sensing Image
Change Captioning", arXiv:2606.27410. This is DFM after its abstract: the full text is public (arXiv, CC BY 4.0), but
could not be read where this was built. The abstract names three parts: TGCL, a contrastive loss (training only; reads
`pooled` or `vision` from the extras), a pre-trained change detector whose knowledge is transferred (here: its frozen
difference features, given as `prior`), and JFM, which fuses multi-scale differences. The formulas below are our design,
not the authors':

    d_s = Conv1×1 [ |a_s − b_s| ; cos(a_s, b_s) ; detector_s ]          per scale s, on a common grid            (J1)
    S_p = LN { d_s + e_s, b_s + e'_s, a_s + e''_s : s }                 the set at cell p, with kind embeddings  (J2)
    x_p = t_p + MHCA(LN t_p, S_p)                                       across scales and dates, cell by cell    (J3)
    x   = x + MHSA(LN x);  x = x + FFN(LN x)                            across cells                             (J4)
    memory = LN(t + g ⊙ (x − t)),  g = σ(W [t; x])                      gated residual to the captioner's tokens (J5)

t are the tokens of `direct_sub`. The 1×1 convolution of J1 commutes with the averaging to the common grid, so the
maps are averaged first and convolved once they are small.

Ablations: `joint: false` without a detector is `direct_sub` (for TGCL alone); with one, the detector's features are
added to its tokens, LN(t + Σ_s Conv1×1 detector_s); JFM with or without the detector needs no TGCL.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, PositiveInt, model_validator
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d, avg_pool2d, cosine_similarity, interpolate

from ...errors import InputError, InternalError
from .attention import MultiHeadAttention
from .base import Difference, DifferenceEncoder, to_tokens
from .direct_sub import DirectSub, DirectSubConfig


class DFMConfig(BaseModel):
    """Settings of `dfm`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Literal["dfm"] = "dfm"
    joint: bool = True
    """Joint feature modelling; off: the tokens of `direct_sub`, plus the detector's features where there is one."""
    scales: tuple[int, ...] | None = None
    """Indices of the encoder scales that are fused (finest first, negative from the end); none = all."""
    cosine: bool = True
    """Use cos(a, b) beside |a − b|."""
    prior_channels: tuple[PositiveInt, ...] = ()
    """Channels of the frozen detector's difference features, one per encoder scale; empty = no detector."""
    gate: bool = True
    """Gate of the residual (J5); off: g = 1."""
    layers: PositiveInt = 1
    """Repetitions of J3 and J4, each with its own weights."""
    heads: PositiveInt = 8
    feedforward: PositiveInt = 1024
    """Hidden width of the FFN."""
    dropout: float = 0.1
    scale: int = -1
    """Index of the encoder scale of the captioner's tokens; its grid is the common grid."""
    grid: PositiveInt = 16
    """Side of the learned position grid."""

    @model_validator(mode="after")
    def _some_scale(self) -> DFMConfig:
        if self.scales is not None and not self.scales:
            raise ValueError("scales is empty; name at least one scale, or set joint: false")
        return self


class ScaleSet(nn.Module):
    """One scale of J1 and J2: its difference and both dates as tokens on the common grid.

    Args:
        config: settings.
        channels: C_s of the encoder.
        prior_channels: P_s of the detector, 0 without one.
        dim: D.
    """

    def __init__(self, config: DFMConfig, channels: int, prior_channels: int, dim: int) -> None:
        super().__init__()
        self.cosine = config.cosine
        self.difference = nn.Conv2d(channels + int(config.cosine) + prior_channels, dim, kernel_size=1)
        self.date = nn.Conv2d(channels, dim, kernel_size=1)
        self.kind = nn.Parameter(torch.randn(3, 1, dim) * 0.02)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor, prior: Tensor | None, size: tuple[int, int]) -> Tensor:
        """Two (B, C_s, H_s, W_s) and (B, P_s, …) on their own grids → (B, H·W, 3, D) on the grid `size`."""
        parts = [(after - before).abs()]  # (B, C_s, H_s, W_s)
        if self.cosine:
            parts.append(cosine_similarity(after, before, dim=1, eps=1e-6).unsqueeze(1))  # (B, 1, H_s, W_s)
        maps = [to_grid(part, size) for part in parts]  # (B, …, H, W)
        if prior is not None:
            maps.append(to_grid(prior.detach(), size).to(before.dtype))  # (B, P_s, H, W)
        kinds = [
            self.difference(torch.cat(maps, dim=1)),  # d_s (B, D, H, W)
            self.date(to_grid(before, size)),
            self.date(to_grid(after, size)),
        ]
        tokens = torch.stack([to_tokens(kind) for kind in kinds], dim=1)  # (B, 3, H·W, D)
        normed: Tensor = self.norm(tokens + self.kind).transpose(1, 2)  # (B, H·W, 3, D)
        return normed


class JointLayer(nn.Module):
    """J3 and J4: every token reads the set at its own cell, then all tokens."""

    def __init__(self, config: DFMConfig, dim: int) -> None:
        super().__init__()
        self.cell_norm = nn.LayerNorm(dim)
        self.cell = MultiHeadAttention(dim, config.heads, config.dropout)
        self.field_norm = nn.LayerNorm(dim)
        self.field = MultiHeadAttention(dim, config.heads, config.dropout)
        self.feedforward = nn.Sequential(
            nn.LayerNorm(dim),
            nn.Linear(dim, config.feedforward),
            nn.GELU(),
            nn.Dropout(config.dropout),
            nn.Linear(config.feedforward, dim),
        )
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, tokens: Tensor, sets: Tensor) -> Tensor:
        """(B, L, D) tokens, (B, L, K, D) sets → (B, L, D)."""
        batch, length, _ = tokens.shape
        query = self.cell_norm(tokens).flatten(0, 1).unsqueeze(1)  # (B·L, 1, D)
        read = self.cell(query, sets.flatten(0, 1))  # (B·L, 1, D)
        tokens = tokens + self.dropout(read.view(batch, length, -1))  # J3
        normed = self.field_norm(tokens)
        tokens = tokens + self.dropout(self.field(normed, normed))  # J4
        tokens = tokens + self.dropout(self.feedforward(tokens))
        return tokens


class JointFeatures(nn.Module):
    """JFM (J1–J5) on top of the captioner's tokens."""

    def __init__(self, config: DFMConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__()
        if config.prior_channels and len(config.prior_channels) != len(channels):
            raise InputError(
                f"difference.prior_channels names {len(config.prior_channels)} scales, the encoder has {len(channels)}."
            )
        self.scales = config.scales or tuple(range(len(channels)))
        self.expects_prior = bool(config.prior_channels)
        widths = config.prior_channels or (0,) * len(channels)
        self.sets = nn.ModuleList(ScaleSet(config, channels[s], widths[s], dim) for s in self.scales)
        self.layers = nn.ModuleList(JointLayer(config, dim) for _ in range(config.layers))
        self.gate = nn.Sequential(nn.Linear(2 * dim, dim), nn.Sigmoid()) if config.gate else None
        self.norm = nn.LayerNorm(dim)

    def forward(
        self,
        tokens: Tensor,
        before: list[Tensor],
        after: list[Tensor],
        prior: list[Tensor] | None,
        size: tuple[int, int],
    ) -> Tensor:
        """(B, H·W, D) tokens on the grid `size`, features per scale → (B, H·W, D)."""
        given = _needed(prior) if self.expects_prior else [None] * len(before)
        joined = [module(before[s], after[s], given[s], size) for s, module in zip(self.scales, self.sets, strict=True)]
        sets = torch.cat(joined, dim=2)  # S (B, H·W, 3·scales, D)
        joint = tokens  # (B, H·W, D)
        for layer in self.layers:
            joint = layer(joint, sets)
        if self.gate is not None:
            joint = tokens + self.gate(torch.cat([tokens, joint], dim=2)) * (joint - tokens)  # J5
        normed: Tensor = self.norm(joint)
        return normed


class AddedPrior(nn.Module):
    """The detector's features added to the captioner's tokens: LN(t + Σ_s Conv1×1 detector_s)."""

    def __init__(self, channels: Sequence[int], dim: int) -> None:
        super().__init__()
        self.project = nn.ModuleList(nn.Conv2d(width, dim, kernel_size=1) for width in channels)
        self.norm = nn.LayerNorm(dim)

    def forward(self, tokens: Tensor, prior: list[Tensor] | None, size: tuple[int, int]) -> Tensor:
        """(B, H·W, D) tokens on the grid `size`, (B, P_s, ·, ·) per scale → (B, H·W, D)."""
        for features, project in zip(_needed(prior), self.project, strict=True):
            tokens = tokens + to_tokens(project(to_grid(features.detach(), size).to(tokens.dtype)))
        normed: Tensor = self.norm(tokens)
        return normed


def _needed(prior: list[Tensor] | None) -> list[Tensor]:
    if prior is None:
        raise InternalError("the difference encoder expects the features of a change detector and got none")
    return prior


class DFM(DifferenceEncoder):
    """Tokens of `direct_sub`, enriched by joint feature modelling.

    Extras, for the text-guided contrastive loss: ``pooled`` (B, D), the mean of the tokens, and ``vision`` (B, C), the
    mean of |a − b| at the scale of the tokens, straight from the encoder.
    """

    def __init__(self, config: DFMConfig, channels: Sequence[int], dim: int) -> None:
        super().__init__(channels, dim)
        self.scale = config.scale
        self.base = DirectSub(DirectSubConfig(scale=config.scale, grid=config.grid), channels, dim)
        self.joint = JointFeatures(config, self.channels, dim) if config.joint else None
        self.prior = None if config.joint or not config.prior_channels else AddedPrior(config.prior_channels, dim)

    def forward(
        self,
        before: list[Tensor],
        after: list[Tensor],
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
    ) -> Difference:
        """Shapes as in the base class; tokens are (B, H·W, D) of the common grid.

        Args:
            before: per scale (B, C_s, H_s, W_s), finest first.
            after: the same shapes.
            changed: not read.
            prior: detector's difference features per scale (B, P_s, ·, ·) on any grid; needed if and only if the config
                has `prior_channels`. No gradient goes into them.

        Raises:
            InternalError: the config has `prior_channels` and `prior` is missing.
        """
        tokens = self.base(before, after).tokens  # t (B, H·W, D)
        height, width = before[self.scale].shape[-2:]
        if self.joint is not None:
            tokens = self.joint(tokens, before, after, prior, (height, width))
        elif self.prior is not None:
            tokens = self.prior(tokens, prior, (height, width))
        vision = (after[self.scale] - before[self.scale]).abs().mean((2, 3))  # (B, C)
        return Difference(tokens, {"pooled": tokens.mean(1), "vision": vision})


def to_grid(features: Tensor, size: tuple[int, int]) -> Tensor:
    """Bring (B, C, H', W') to (B, C, H, W): area means of finer maps, bilinear in between for coarser ones."""
    height, width = features.shape[-2:]
    if (height, width) == size:
        return features
    if height % size[0] == 0 and width % size[1] == 0:  # the common case, whose backward pass is deterministic
        return avg_pool2d(features, (height // size[0], width // size[1]))
    if height >= size[0] and width >= size[1]:
        return adaptive_avg_pool2d(features, size)
    return interpolate(features, size=size, mode="bilinear", align_corners=False)
