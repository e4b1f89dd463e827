"""The change captioner: one model for every system, reads top to bottom.

images → shared encoder → difference encoder → memory → decoder, and from the same encoder pass the mask head.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .config import CaptionerConfig
from .decoder import CaptionDecoder, Captions
from .differences import build_difference
from .differences.base import GridPosition, to_tokens
from .encoders import Encoder
from .mask_head import MaskHead, MaskOutput


@dataclass  # not frozen: Lightning Fabric converts the precision of outputs in place
class Encoded:
    """What one encoder pass knows about a batch of pairs.

    Attributes:
        memory: (B, L, D) tokens for the decoder.
        mask_logits: (B, C, H, W) or None without a mask head.
        change_logit: (B,) logit of "the pair shows a change".
        extras: from the difference encoder, for the training losses.
    """

    memory: Tensor
    mask_logits: Tensor | None
    change_logit: Tensor
    extras: dict[str, Tensor]


class ChangeCaptioner(nn.Module):
    """Captions, change masks and a change flag of image pairs.

    Args:
        config: encoder, difference encoder, decoder, mask head.
        vocabulary_size: number of words, specials included.
    """

    def __init__(self, config: CaptionerConfig, vocabulary_size: int) -> None:
        super().__init__()
        self.config = config
        dim = config.dim
        self.encoder = Encoder(config.encoder)
        channels = self.encoder.channels
        self.difference = build_difference(config.difference, channels, dim)
        self.mask_head = MaskHead(config.mask_head, channels) if config.mask_head else None
        self.mask_tokens = (
            MaskTokens(config.mask_head.width, len(config.mask_head.channels), dim)
            if config.mask_head and config.mask_tokens
            else None
        )
        self.scene_tokens = SceneTokens(channels[-1], dim) if config.scene_tokens else None
        self.change = nn.Sequential(nn.Linear(2 * dim, dim), nn.GELU(), nn.Linear(dim, 1))
        self.decoder = CaptionDecoder(config.decoder, dim, vocabulary_size)

    def encode(
        self,
        images: Tensor,
        changed: Tensor | None = None,
        prior: list[Tensor] | None = None,
        detach_mask_tokens: bool = False,
    ) -> Encoded:
        """One encoder pass over both dates.

        Args:
            images: (B, 2, 3, H, W) normalised, dates before and after.
            changed: (B,) bool ground truth for systems that route by it in training.
            prior: a frozen detector's difference features per scale, for DFM.
            detach_mask_tokens: keep caption gradients out of the mask head.
        """
        count, size = images.shape[0], (images.shape[-2], images.shape[-1])
        stacked = images.transpose(0, 1).flatten(0, 1)  # (2·B, 3, H, W): all before, then all after
        stacked = stacked.contiguous(memory_format=torch.channels_last)
        scales = self.encoder(stacked)
        before = [scale[:count] for scale in scales]
        after = [scale[count:] for scale in scales]
        difference = self.difference(before, after, changed=changed, prior=prior)
        memory = [difference.tokens]
        mask: MaskOutput | None = None
        if self.mask_head is not None:
            mask = self.mask_head(before, after, size)
            if self.mask_tokens is not None:
                memory.append(self.mask_tokens(mask, detach=detach_mask_tokens))
        if self.scene_tokens is not None:
            memory.append(self.scene_tokens(before[-1], after[-1]))
        tokens = torch.cat(memory, dim=1)
        seen = torch.cat(memory[:2], dim=1) if self.mask_tokens is not None else difference.tokens
        pooled = torch.cat([seen.mean(dim=1), seen.amax(dim=1)], dim=1)  # (B, 2·D)
        return Encoded(tokens, mask.logits if mask else None, self.change(pooled).squeeze(1), difference.extras)

    def forward(
        self, images: Tensor, tokens: Tensor, changed: Tensor | None = None, prior: list[Tensor] | None = None
    ) -> tuple[Encoded, Tensor]:
        """Teacher forcing.

        Args:
            images: (B, 2, 3, H, W) pairs.
            tokens: (B, T) or (B, K, T) ids of one or K captions per pair, starting with BOS.
            changed: as in `encode`.
            prior: as in `encode`.

        Returns:
            The encoding and the next-word logits, (B, T, V) or (B, K, T, V).
        """
        encoded = self.encode(images, changed, prior)
        if changed is None:
            changed = encoded.change_logit > 0
        return encoded, self.decoder(encoded.memory, tokens, changed)

    @torch.no_grad()
    def describe(self, memory: Tensor, beam: int = 1, changed: Tensor | None = None) -> Captions:
        """Captions by greedy (beam 1) or beam search.

        Args:
            memory: (B, L, D) of `encode`.
            beam: width.
            changed: (B,) bool, whether each pair counts as changed; left out, all do: the engine decodes no others.
        """
        return self.decoder.beam(memory, beam, changed)


class MaskTokens(nn.Module):
    """The mask head's view as memory tokens: fused features and pooled probabilities on the second coarsest grid."""

    def __init__(self, width: int, channels: int, dim: int) -> None:
        super().__init__()
        self.project = nn.Conv2d(width + 2 * channels, dim, kernel_size=1)
        self.position = GridPosition(dim)
        self.norm = nn.LayerNorm(dim)

    def forward(self, mask: MaskOutput, detach: bool = False) -> Tensor:
        """Mask head output → (B, H·W, D) tokens at the second coarsest scale."""
        features = mask.features[-2] if len(mask.features) > 1 else mask.features[-1]
        grid = (features.shape[-2], features.shape[-1])
        probabilities = mask.logits.sigmoid()
        pooled = [F.adaptive_avg_pool2d(probabilities, grid), F.adaptive_max_pool2d(probabilities, grid)]
        joined = torch.cat([features, *pooled], dim=1)
        if detach:
            joined = joined.detach()
        return self.norm(to_tokens(self.position(self.project(joined))))


class SceneTokens(nn.Module):
    """Both dates at the coarsest scale as memory tokens, marked by a learned embedding per date."""

    def __init__(self, channels: int, dim: int) -> None:
        super().__init__()
        self.project = nn.Conv2d(channels, dim, kernel_size=1)
        self.position = GridPosition(dim, 8)
        self.dates = nn.Parameter(torch.randn(2, 1, 1, dim) * 0.02)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        """(B, C, H, W) twice → (B, 2·H·W, D)."""
        dates = [
            self.norm(to_tokens(self.position(self.project(date))) + mark)
            for date, mark in zip((before, after), self.dates, strict=True)
        ]
        return torch.cat(dates, dim=1)
