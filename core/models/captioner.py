"""The change captioner: one model for every system, reads top to bottom.

images → shared encoder → difference encoder → memory → decoder, and from the same encoder pass the mask head.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .change_head import ChangeHead
from .claim_head import ClaimHead
from .config import CaptionerConfig
from .decoder import CaptionDecoder, Captions
from .detector import ChangeDetector
from .differences import build_difference
from .differences.base import GridPosition, patch_merge, to_tokens
from .encoders import Encoder
from .mask_head import MaskHead, MaskOutput


@dataclass  # not frozen: Lightning Fabric moves and converts inputs and outputs in place
class PairFeatures:
    """Features of a batch of pairs, by the encoder and by the frozen detector where there is one.

    Attributes:
        before: per scale (B, C_s, H_s, W_s), finest first.
        after: the same shapes.
        prior: the detector's difference features per scale (B, P_s, ·, ·); empty without a detector.
        size: (H, W) of the images in pixels.
        mask_view: what a frozen mask head has seen (`MaskHead.view`), where it is kept; then no masks are computed.
    """

    before: list[Tensor]
    after: list[Tensor]
    prior: list[Tensor]
    size: tuple[int, int]
    mask_view: Tensor | None = None

    def to(self, device: torch.device | str) -> PairFeatures:
        """The same on another device."""
        return self._each(lambda part: part.to(device))

    def __getitem__(self, rows: slice) -> PairFeatures:
        """Some of the pairs."""
        return self._each(lambda part: part[rows])

    def _each(self, change: Callable[[Tensor], Tensor]) -> PairFeatures:
        before, after, prior = ([change(part) for part in parts] for parts in (self.before, self.after, self.prior))
        view = None if self.mask_view is None else change(self.mask_view)
        return PairFeatures(before, after, prior, self.size, view)


@dataclass
class Encoded:
    """Result of one encoder pass over a batch of pairs.

    Attributes:
        memory: (B, L, D) tokens for the decoder.
        mask_logits: (B, C, H, W) or None without a mask head, or where its view was kept.
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
        self.flag_detached = False
        """In training: let the change flag learn without touching what it reads."""
        dim = config.dim
        self.encoder = Encoder(config.encoder)
        channels = self.encoder.channels
        self.detector = ChangeDetector(config.detector) if config.detector else None
        self.difference = build_difference(config.difference, channels, dim)
        self.mask_head = MaskHead(config.mask_head, channels) if config.mask_head else None
        self.view_head = MaskHead(config.view_head, channels) if config.view_head else None
        self.from_view = _rows(config)
        seen = config.seen_head
        self.mask_tokens = (
            MaskTokens(seen.width, len(seen.channels), dim, config.token_patch_merge)
            if seen and config.mask_tokens
            else None
        )
        self.scene_tokens = (
            SceneTokens(channels[config.scene_scale], dim, config.token_patch_merge, config.scene_feature_scale)
            if config.scene_tokens
            else None
        )
        self.change: nn.Module
        if config.change_head is not None:
            view = seen.width + 2 * len(seen.channels) if seen else 0
            self.change = ChangeHead(config.change_head, channels, view)
        else:
            self.change = nn.Sequential(nn.Linear(2 * dim, dim), nn.GELU(), nn.Linear(dim, 1))
        self.decoder = CaptionDecoder(config.decoder, dim, vocabulary_size)
        self.claim_head: ClaimHead | None = None
        if config.claim_head is not None:
            masks = len(config.mask_head.channels) if config.mask_head else 0
            self.claim_head = ClaimHead(config.claim_head, dim, masks).requires_grad_(False)  # it is fitted apart

    def encode(self, images: Tensor | PairFeatures, changed: Tensor | None = None) -> Encoded:
        """One encoder pass over both dates, and all that follows from it but the words.

        Args:
            images: (B, 2, 3, H, W) normalised, dates before and after; or what `look` made of them.
            changed: (B,) bool ground truth for systems that route by it in training.
        """
        return self.compare(images if isinstance(images, PairFeatures) else self.extract_features(images), changed)

    def extract_features(self, images: Tensor) -> PairFeatures:
        """Encoder and detector over both dates, (B, 2, 3, H, W) normalised."""
        count, size = images.shape[0], (images.shape[-2], images.shape[-1])
        stacked = images.transpose(0, 1).flatten(0, 1)  # (2·B, 3, H, W): all before, then all after
        stacked = stacked.contiguous(memory_format=torch.channels_last)
        scales = self.encoder(stacked)
        prior = self.detector(stacked)[-len(scales) :] if self.detector is not None else []
        return PairFeatures([s[:count] for s in scales], [s[count:] for s in scales], prior, size)

    def mask_only(self, features: PairFeatures) -> Tensor:
        """(B, C, H, W) mask logits and nothing else; the model must have a mask head."""
        if self.mask_head is None:
            raise ValueError("this model has no mask head")
        mask: MaskOutput = self.mask_head(features.before, features.after, features.size)
        return self._logits(mask, self._seen(features, mask)) if self.config.view_channels else mask.logits

    def compare(self, features: PairFeatures, changed: Tensor | None = None) -> Encoded:
        """Difference, masks and change flag from the features of both dates; `changed` as in `encode`."""
        before, after = features.before, features.after
        difference = self.difference(before, after, changed=changed, prior=features.prior or None)
        memory = [difference.tokens]
        logits: Tensor | None = None
        view: Tensor | None = None
        if self.mask_head is not None:
            view = features.mask_view
            if view is None:
                mask = self.mask_head(before, after, features.size)
                seen = self._seen(features, mask)
                logits, view = self._logits(mask, seen), self.mask_head.view(seen)
            if self.mask_tokens is not None:
                memory.append(self.mask_tokens(view))
        if self.scene_tokens is not None:
            scale = self.config.scene_scale
            memory.append(self.scene_tokens(before[scale], after[scale]))
        tokens = torch.cat(memory, dim=1)
        if isinstance(self.change, ChangeHead):
            if self.flag_detached:
                before, after, view = [b.detach() for b in before], [a.detach() for a in after], _detached(view)
            logit = self.change(before, after, view)
        else:
            read = torch.cat(memory[:2], dim=1) if self.mask_tokens is not None else difference.tokens
            pooled = torch.cat([read.mean(dim=1), read.amax(dim=1)], dim=1)  # (B, 2·D)
            logit = self.change(pooled.detach() if self.flag_detached else pooled).squeeze(1)
        return Encoded(tokens, logits, logit, difference.extras)

    def _seen(self, features: PairFeatures, mask: MaskOutput) -> MaskOutput:
        """Output of the head whose view words and flag read; `mask` is the mask head's own."""
        if self.view_head is None:
            return mask
        seen: MaskOutput = self.view_head(features.before, features.after, features.size)
        return seen

    def _logits(self, mask: MaskOutput, seen: MaskOutput) -> Tensor:
        """(B, C, H, W): those of the mask head, in `view_channels` those of the view head."""
        if not self.from_view:
            return mask.logits
        rows = {row: theirs for row, theirs in self.from_view}
        every = range(mask.logits.shape[1])
        return torch.stack([seen.logits[:, rows[row]] if row in rows else mask.logits[:, row] for row in every], dim=1)

    def forward(
        self, images: Tensor | PairFeatures, tokens: Tensor, changed: Tensor | None = None
    ) -> tuple[Encoded, Tensor]:
        """Teacher forcing.

        Args:
            images: as in `encode`.
            tokens: (B, T) or (B, K, T) ids of one or K captions per pair, starting with BOS.
            changed: as in `encode`.

        Returns:
            The encoding and the next-word logits, (B, T, V) or (B, K, T, V).
        """
        encoded = self.encode(images, changed)
        if changed is None:
            changed = encoded.change_logit > 0
        return encoded, self.decoder(encoded.memory, tokens, changed)

    def parameter_counts(self) -> dict[str, int]:
        """Numbers of weights that `learned` and that stayed `frozen` (encoder, detector)."""
        learned = sum(p.numel() for p in self.parameters() if p.requires_grad)
        return {"learned": learned, "frozen": sum(p.numel() for p in self.parameters()) - learned}

    @torch.no_grad()
    def describe(self, memory: Tensor, beam: int = 1, changed: Tensor | None = None) -> Captions:
        """Captions by greedy (beam 1) or beam search.

        Args:
            memory: (B, L, D) of `encode`.
            beam: width.
            changed: (B,) bool, whether each pair counts as changed; left out, all do: the engine decodes no others.
        """
        return self.decoder.beam(memory, beam, changed)


def _detached(part: Tensor | None) -> Tensor | None:
    return None if part is None else part.detach()


class MaskTokens(nn.Module):
    """The mask head's view as memory tokens."""

    def __init__(self, width: int, channels: int, dim: int, merge: int = 1) -> None:
        super().__init__()
        self.merge = merge
        self.project = nn.Conv2d(merge**2 * (width + 2 * channels), dim, kernel_size=1)
        self.position = GridPosition(dim)
        self.norm = nn.LayerNorm(dim)

    def forward(self, view: Tensor) -> Tensor:
        """(B, width + 2 · channels, H, W) of `MaskHead.view` → (B, H·W / merge², D)."""
        return self.norm(to_tokens(self.position(self.project(patch_merge(view, self.merge)))))


class SceneTokens(nn.Module):
    """Both dates at one scale as memory tokens, marked by a learned embedding per date."""

    def __init__(self, channels: int, dim: int, merge: int = 1, scale: float = 1.0) -> None:
        super().__init__()
        self.merge, self.scale = merge, scale
        self.project = nn.Conv2d(merge**2 * channels, dim, kernel_size=1)
        self.position = GridPosition(dim, 8)
        self.dates = nn.Parameter(torch.randn(2, 1, 1, dim) * 0.02)
        self.norm = nn.LayerNorm(dim)

    def forward(self, before: Tensor, after: Tensor) -> Tensor:
        """(B, C, H, W) twice → (B, 2 · H·W / merge², D)."""
        dates = [
            self.norm(to_tokens(self.position(self.project(patch_merge(self.scale * date, self.merge)))) + mark)
            for date, mark in zip((before, after), self.dates, strict=True)
        ]
        return torch.cat(dates, dim=1)


def _rows(config: CaptionerConfig) -> tuple[tuple[int, int], ...]:
    """Number of each of `view_channels` in the mask head and in the view head."""
    ours, theirs = (
        [channel.name for channel in head.channels] if head else [] for head in (config.mask_head, config.view_head)
    )
    return tuple((ours.index(name), theirs.index(name)) for name in config.view_channels)
