"""Interface of all difference encoders; the systems themselves stand one per file beside this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from ...errors import InputError


@dataclass(frozen=True)
class Difference:
    """Output of a difference encoder.

    Attributes:
        tokens: (B, L, D) memory of the caption decoder.
        extras: what the training losses read, by name: ``object`` (B, K, D) and ``action`` (B, M, D) region
            vectors, ``router_logits`` (B, 2) for unchanged/changed, ``balance`` () load-balance term over
            ``routed`` () pairs.
    """

    tokens: Tensor
    extras: dict[str, Tensor] = field(default_factory=dict)


class DifferenceEncoder(nn.Module):
    """Base of the systems: features of both dates in, memory tokens out.

    Args:
        channels: feature channels per scale, finest scale first.
        dim: width D of the memory tokens.
    """

    def __init__(self, channels: Sequence[int], dim: int) -> None:
        super().__init__()
        self.channels = tuple(channels)
        self.dim = dim

    @property
    def in_scales(self) -> tuple[int, ...]:
        """Indices of the encoder scales that are read (finest first); all, unless a system says otherwise."""
        return tuple(range(len(self.channels)))

    def forward(
        self,
        before: list[Tensor],
        after: list[Tensor],
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
    ) -> Difference:
        """Return the difference of two dates.

        Args:
            before: per scale (B, C_s, H_s, W_s), finest first.
            after: the same shapes.
            changed: (B,) bool ground-truth change flag; systems that route by it read it in training only.
            prior: a frozen detector's difference features per scale (B, P_s, H_s, W_s), for DFM.
        """
        raise NotImplementedError


class SingleScaleEncoder(DifferenceEncoder):
    """Base of the systems that read one scale of the encoder.

    Args:
        channels: feature channels per scale, finest scale first.
        dim: width D of the memory tokens.
        scale: index of the scale that is read; negative ones count from the coarsest.

    Raises:
        InputError: the encoder has no such scale.
    """

    def __init__(self, channels: Sequence[int], dim: int, scale: int) -> None:
        super().__init__(channels, dim)
        count = len(self.channels)
        if not -count <= scale < count:
            raise InputError(f"difference.scale is {scale}, but the encoder gives {count} scales.")
        self.scale = scale

    @property
    def in_scales(self) -> tuple[int, ...]:
        """The one scale of the settings."""
        return (self.scale % len(self.channels),)


class GridPosition(nn.Module):
    """Learned row and column embeddings added to (B, D, H, W) features, resized for other grids.

    Args:
        dim: D.
        size: side of the grid at which the embeddings are stored.
        scale: standard deviation at which they start.
    """

    def __init__(self, dim: int, size: int = 16, scale: float = 0.02) -> None:
        super().__init__()
        self.row = nn.Parameter(torch.randn(1, dim, size, 1) * scale)
        self.column = nn.Parameter(torch.randn(1, dim, 1, size) * scale)

    def forward(self, features: Tensor) -> Tensor:
        """Add the position to (B, D, H, W) features."""
        height, width = features.shape[-2:]
        row: Tensor = self.row
        column: Tensor = self.column
        if (height, width) != (row.shape[2], column.shape[3]):
            row = nn.functional.interpolate(row, size=(height, 1), mode="bilinear", align_corners=False)
            column = nn.functional.interpolate(column, size=(1, width), mode="bilinear", align_corners=False)
        return features + row + column


def to_tokens(features: Tensor) -> Tensor:
    """(B, D, H, W) feature map → (B, H·W, D) tokens in row-major order."""
    return features.flatten(2).transpose(1, 2)


def patch_merge(features: Tensor, side: int) -> Tensor:
    """(B, C, H, W) → (B, side² · C, H / side, W / side): `side` × `side` cells side by side as one cell."""
    return nn.functional.pixel_unshuffle(features, side) if side > 1 else features
