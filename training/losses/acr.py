"""Attribute-guided contrastive regularization (RDD+ACR, eq. 10–13): nouns to objects, verbs to actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor, nn

from ..distributed import all_gather, all_gather_items
from ..text.cache import TextFeatures
from ..text.phrases import Segments
from .infonce import symmetric_info_nce


class AttributeConfig(BaseModel):
    """Switches of ACR as in Tables 5 and 6; λ, τ are not published and chosen on validation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns_to_objects: float = Field(default=0.1, ge=0)
    """λ1, weight of N2O; 0 switches it off."""
    verbs_to_actions: float = Field(default=0.1, ge=0)
    """λ2, weight of V2A; 0 switches it off."""
    temperature: float = Field(default=0.07, gt=0)
    prompt: Literal["none", "template", "learnable"] = "learnable"
    prompt_tokens: int = Field(default=4, ge=1)
    noun_template: str = "an aerial photo of {}"
    verb_template: str = "a change in which something is {}"
    mask_duplicates: bool = False
    """Whether equal segments of two pairs are no negatives of each other (the paper says nothing of it)."""


class Adapter(nn.Sequential):
    """Three fully connected layers from a text encoder's width to the model's: (N, W) → (N, D)."""

    def __init__(self, width: int, dim: int) -> None:
        super().__init__(nn.Linear(width, dim), nn.ReLU(), nn.Linear(dim, dim), nn.ReLU(), nn.Linear(dim, dim))


class AttributeContrast(nn.Module):
    """Weighted N2O and V2A terms of a batch.

    The text encoder inside `features` is frozen and no part of this module; what is learned here are the
    adapter, shared by nouns and verbs, and the prompts of each.

    Args:
        config: switches.
        features: cached features of the frozen text encoder.
        dim: width D of the object and action vectors.
    """

    def __init__(self, config: AttributeConfig, features: TextFeatures, dim: int) -> None:
        super().__init__()
        self.config = config
        self._features = features
        self.adapter = Adapter(features.encoder.width, dim)
        self.prompts = nn.ParameterDict()
        if config.prompt == "learnable":
            shape = (config.prompt_tokens, features.encoder.embedding_width)
            for kind in ("noun", "verb"):
                self.prompts[kind] = nn.Parameter(torch.randn(shape) * 0.02)  # as CoOp draws them

    def forward(
        self, objects: Tensor | None, actions: Tensor | None, segments: Sequence[Segments]
    ) -> dict[str, Tensor]:
        """Compute the terms that are switched on.

        Args:
            objects: (B, K, D) object vectors, or None where the encoder has no object stage.
            actions: (B, M, D) action vectors, or None where it has no action stage.
            segments: of the B captions.

        Returns:
            `n2o` and `v2a`, each () and weighted; a term is left out when switched off or without vectors.
        """
        terms: dict[str, Tensor] = {}
        if objects is not None and self.config.nouns_to_objects > 0:
            nouns = [segment.nouns for segment in segments]
            terms["n2o"] = self.config.nouns_to_objects * self._align("noun", objects, nouns)
        if actions is not None and self.config.verbs_to_actions > 0:
            verbs = [segment.verbs for segment in segments]
            terms["v2a"] = self.config.verbs_to_actions * self._align("verb", actions, verbs)
        return terms

    def attribute_tokens(self, kind: Literal["noun", "verb"], texts: Sequence[str]) -> Tensor:
        """F_noun or F_verb: N texts → prompt → frozen encoder → adapter → (N, D)."""
        if self.config.prompt == "learnable":
            encoded = self._features.encoder.encode_prompted(self.prompts[kind], texts)
        else:
            template = self.config.noun_template if kind == "noun" else self.config.verb_template
            fixed = self.config.prompt == "template"
            encoded = self._features([template.format(text) if fixed else text for text in texts])
        adapted: Tensor = self.adapter(encoded)
        return adapted

    def _align(self, kind: Literal["noun", "verb"], vectors: Tensor, texts: Sequence[str]) -> Tensor:
        texts = all_gather_items(texts)
        pooled = all_gather(vectors.float().mean(dim=1))  # eq. 10: (B, D), of all processes
        kept = [index for index, text in enumerate(texts) if text]  # a caption may have no noun or no verb
        if len(kept) < 2:  # nothing to contrast with; still touches every weight, as DDP expects
            return pooled.sum() * 0 + sum((weight.sum() * 0 for weight in self.parameters()), pooled.new_zeros(()))
        texts = [texts[index] for index in kept]
        language = self.attribute_tokens(kind, texts)  # (N, D)
        vision = pooled[torch.tensor(kept, device=pooled.device)]  # (N, D)
        equal = None
        if self.config.mask_duplicates:
            equal = torch.tensor([[a == b for b in texts] for a in texts], device=vectors.device)
        return symmetric_info_nce(language, vision, self.config.temperature, equal).mean()
