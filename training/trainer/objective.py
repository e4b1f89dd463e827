"""Objective of a run: the captioner together with the loss terms its configuration switches on.

One module holds the captioner and what the losses learn themselves (adapters, prompts, gates), so that one optimiser,
one checkpoint and one DDP wrapper serve every system.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ...core.models.captioner import ChangeCaptioner, Encoded, PairFeatures
from ...core.models.vocabulary import PAD
from ..config import LossConfig
from ..distributed import all_reduce_sum
from ..losses.acr import AttributeContrast
from ..losses.mask import mask_loss, somewhere_loss
from ..losses.router import balance_loss, forced_route, router_loss
from ..losses.self_critical import SelfCritical
from ..losses.tgcl import TextGuidedContrast
from ..text.cache import TextFeatures
from ..text.encoders import load_text_encoder
from ..text.phrases import PhraseExtractor, Segments

Terms = dict[str, Tensor]
"""Weighted loss terms by name, each ()."""


def caption_sums(logits: Tensor, tokens: Tensor, smoothing: float = 0.0) -> Tensor:
    """Cross-entropy of the next word (RDD+ACR, eq. 15), summed over all words of all captions, and their number.

    Args:
        logits: (B, K, T, V) for `tokens[..., :-1]` as input.
        tokens: (B, K, T + 1) ids, `PAD` filled.
        smoothing: label smoothing.

    Returns:
        (2,), for a mean over the words of several batches or processes.
    """
    target = tokens[..., 1:]
    total = F.cross_entropy(
        logits.flatten(0, -2).float(), target.flatten(), ignore_index=PAD, label_smoothing=smoothing, reduction="sum"
    )
    return torch.stack([total, (target != PAD).sum().to(total.dtype)])


def caption_means(logits: Tensor, tokens: Tensor, smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy of each caption's words, summed over the captions, and their number; shapes as above."""
    target = tokens[..., 1:].flatten(0, -2)  # (B · K, T)
    entropy = F.cross_entropy(
        logits.flatten(0, -2).float(), target.flatten(), ignore_index=PAD, label_smoothing=smoothing, reduction="none"
    ).reshape(target.shape)
    words = (target != PAD).sum(dim=1)
    told = words > 0
    means = entropy.sum(dim=1)[told] / words[told]
    return torch.stack([means.sum(), told.sum().to(means.dtype)])


def mean_over_processes(sums: Tensor) -> Tensor:
    """(2,) sum and count of this process → () mean over those of all processes; 0 where nothing was counted."""
    total, count = all_reduce_sum(sums)
    return total / count.clamp(min=1)


class Objective(nn.Module):
    """Captioner and losses of a run.

    Args:
        model: captioner.
        config: which terms, with what weights.
        cache: folder for the features of frozen text encoders.
        self_critical: rewards the decoder's own sentences.
    """

    def __init__(
        self,
        model: ChangeCaptioner,
        config: LossConfig,
        cache: Path | None = None,
        self_critical: SelfCritical | None = None,
    ) -> None:
        super().__init__()
        self.model, self.config = model, config
        model.flag_detached = config.change_detached
        self.attributes: AttributeContrast | None = None
        self.text_guided: TextGuidedContrast | None = None
        self._features: TextFeatures | None = None
        self._phrases: PhraseExtractor | None = None
        self._segments: dict[str, Segments] = {}
        self.terms: Terms = {}
        """Terms of the last batch, to differentiate one by one: those that `forward` gives may in mixed precision be
        differentiated by Fabric's own `backward` only."""
        self.figures: dict[str, float] = {}
        """What terms of the last batch say of themselves: TGCL's mean gate, masked share and number of pairs."""
        self.self_critical = self_critical
        dim = model.config.dim
        if config.attributes or config.text_guided:
            self._features = TextFeatures(load_text_encoder(config.text_encoder), cache)
        if config.attributes and self._features is not None:
            self._phrases = PhraseExtractor()
            self.attributes = AttributeContrast(config.attributes, self._features, dim)
        if config.text_guided and self._features is not None:
            scale = getattr(model.config.difference, "scale", -1)
            width = dim if config.text_guided.reads == "difference" else model.encoder.channels[scale]
            self.text_guided = TextGuidedContrast(config.text_guided, width, self._features.encoder.width)

    def forward(
        self,
        images: Tensor | PairFeatures,
        masks: Tensor,
        tokens: Tensor,
        changed: Tensor,
        texts: Sequence[str],
        epoch: float,
        made: Tensor | None = None,
    ) -> Terms:
        """Weighted loss terms of a batch.

        Args:
            images: (B, 2, 3, H, W) normalised, or the features of a frozen encoder.
            masks: uint8 (B, C, H, W), see `losses.mask`.
            tokens: (B, K, T) caption ids.
            changed: (B,) 1, 0 or −1 if unknown.
            texts: per pair the sampled caption, empty if it has none.
            epoch: epochs done so far, may be fractional.
            made: (B,) bool, True for pairs made from single dates; for `dice_by_origin`.
        """
        self.terms = self._weighted(images, masks, tokens, changed, texts, epoch, made)
        return {name: term.clone() for name, term in self.terms.items()}

    def _weighted(
        self,
        images: Tensor | PairFeatures,
        masks: Tensor,
        tokens: Tensor,
        changed: Tensor,
        texts: Sequence[str],
        epoch: float,
        made: Tensor | None,
    ) -> Terms:
        self.figures = {}
        if self._masks_alone:
            features = images if isinstance(images, PairFeatures) else self.model.extract_features(images)
            logits = self.model.mask_only(features)
            shown = made if self.config.dice_by_origin else None
            return self._mask_terms(logits, masks, shown)
        encoded = self.model.encode(images, self._route(changed, epoch))
        terms: Terms = {}
        if self.config.caption:
            logits = self.model.decoder(encoded.memory, tokens[..., :-1], changed > 0.5)
            over = caption_sums if self.config.caption_mean == "words" else caption_means
            words = over(logits, tokens, self.config.label_smoothing)
            terms["caption"] = self.config.caption * mean_over_processes(words)
        if self.self_critical is not None and epoch >= self.self_critical.config.from_epoch:
            reward = self.self_critical(self.model.decoder, encoded.memory, tokens, changed > 0.5)
            if "caption" in terms:
                terms["caption"] = self.self_critical.config.caption_weight * terms["caption"]
            terms["self_critical"] = self.self_critical.config.weight * mean_over_processes(reward)
        terms |= self._vision_terms(encoded, masks, changed, made if self.config.dice_by_origin else None)
        terms |= self._system_terms(encoded.extras, changed, texts, epoch)
        return terms

    @property
    def _masks_alone(self) -> bool:
        """Whether no term reads anything but the masks, so that no other part need run."""
        config = self.config
        others = (config.caption, config.change, config.attributes, config.text_guided, config.router)
        frozen = self.model.mask_head is None or self.model.mask_head.frozen
        return bool(config.mask) and not frozen and self.self_critical is None and not any(others)

    def text_terms(self, tokens: Tensor) -> Terms:
        """The decoder alone over an empty memory, (B, 1, T) ids: the language of the corpus before its pictures."""
        memory = torch.zeros(len(tokens), 1, self.model.config.dim, device=tokens.device)
        logits = self.model.decoder(memory, tokens[:, 0, :-1]).unsqueeze(1)
        return {"text": mean_over_processes(caption_sums(logits, tokens, self.config.label_smoothing))}

    def move_text_encoder(self, device: torch.device) -> None:
        """Put the frozen text encoder, which is no part of this module, where the rest computes."""
        if self._features is not None:
            self._features.encoder.to(device)

    def save_features(self) -> None:
        """Keep the text features for the next run."""
        if self._features is not None:
            self._features.save()

    def _route(self, changed: Tensor, epoch: float) -> Tensor | None:
        """Ground truth that routes (HiSem), or None where the prediction does."""
        router = self.config.router
        return changed > 0.5 if router is None or forced_route(epoch, router) else None

    def _vision_terms(self, encoded: Encoded, masks: Tensor, changed: Tensor, made: Tensor | None) -> Terms:
        terms: Terms = {}
        if encoded.mask_logits is not None and self.config.mask:
            terms |= self._mask_terms(encoded.mask_logits, masks, made)
        if self.config.change:
            known = (changed >= 0).float()
            flag = changed.clamp(min=0)
            entropy = F.binary_cross_entropy_with_logits(encoded.change_logit.float(), flag, reduction="none")
            flags = torch.stack([(entropy * known).sum(), known.sum()])
            terms["change"] = self.config.change * mean_over_processes(flags)
        return terms

    def _mask_terms(self, logits: Tensor, masks: Tensor, made: Tensor | None) -> Terms:
        terms = {"mask": self.config.mask * mask_loss(logits, masks, made=made)}
        if self.config.somewhere:
            terms["somewhere"] = self.config.somewhere * somewhere_loss(logits, masks)
        return terms

    def _system_terms(self, extras: Mapping[str, Tensor], changed: Tensor, texts: Sequence[str], epoch: float) -> Terms:
        terms: Terms = {}
        if self.config.router and "router_logits" in extras:
            terms["router"] = router_loss(extras["router_logits"], changed, epoch, self.config.router)[0]
            terms["balance"] = balance_loss(extras["balance"], extras["routed"], self.config.router)
        if self.attributes is not None:
            terms |= self.attributes(extras.get("object"), extras.get("action"), self._cut(texts))
        if self.text_guided is not None and self._features is not None:
            captioned = torch.tensor([bool(text) for text in texts], device=changed.device)
            seen = extras["pooled" if self.text_guided.config.reads == "difference" else "vision"].unsqueeze(
                1
            )  # (B, 1, D)
            terms["tgcl"], said = self.text_guided(seen, self._features(texts), (changed > 0.5) & captioned)
            self.figures |= {f"tgcl/{name}": value for name, value in said.items()}
        return terms

    def _cut(self, texts: Sequence[str]) -> list[Segments]:
        new = [text for text in dict.fromkeys(texts) if text not in self._segments]
        if new and self._phrases is not None:
            self._segments.update(zip(new, self._phrases.extract(new), strict=True))
        return [self._segments[text] for text in texts]
