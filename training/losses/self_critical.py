"""Self-critical training: the decoder's own sentences, rewarded by how well they agree with the references.

Rennie et al. 2017 (arXiv:1612.00563) with the mean reward of the other samples of a pair as the baseline (Luo 2020,
arXiv:2003.09971). The reward is CIDEr-D, whose n-gram weights come from the training captions, less a price for every
claim that no reference bears out (`core/captions/claims.py`): agreement alone pays for the sentence that is right on
average, so surroundings and places would be named on suspicion.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import torch
from pycocoevalcap.cider.cider_scorer import CiderScorer, cook_refs, cook_test
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor

from ...core.captions.claims import unsupported_claims
from ...core.models.decoder import CaptionDecoder
from ...core.models.vocabulary import PAD, Vocabulary

_LONGER = 2
"""Words that a drawn sentence may be longer than the longest reference of its batch."""


class SelfCriticalConfig(BaseModel):
    """When and how strongly."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: float = 1.0
    caption_weight: float = 0.2
    """Weight of the cross-entropy beside it, which keeps the sentences grammatical."""
    samples: int = Field(default=5, ge=2)
    """Sentences drawn per pair."""
    claim_penalty: float = 0.0
    """What a claim that no reference bears out costs, in units of the reward (CIDEr-D from 0 to 10)."""
    from_epoch: float = 0.0
    """Epoch at which it starts; cross-entropy alone before."""


class ConsensusReward:
    """CIDEr-D of sentences against the references of their pair, 0–10.

    Args:
        documents: references of each training pair; they weigh the n-grams.
    """

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        counter = CiderScorer()
        counter.crefs = [cook_refs(references) for references in documents if references]
        counter.compute_doc_freq()
        self._frequency, self._documents = counter.document_frequency, max(len(counter.crefs), 2)

    def __call__(self, sentences: Sequence[str], references: Sequence[Sequence[str]]) -> list[float]:
        """Reward of each sentence given its references."""
        scorer = _FixedFrequencies()
        scorer.document_frequency = self._frequency
        scorer.log_documents = math.log(self._documents)
        scorer.ctest = [cook_test(sentence) for sentence in sentences]
        scorer.crefs = [cook_refs(known) for known in references]
        return [float(score) for score in scorer.compute_cider()]


class _FixedFrequencies(CiderScorer):  # type: ignore[misc]
    """The library takes the number of documents from the references it scores; here it is that of the corpus."""

    log_documents = 0.0

    @property
    def ref_len(self) -> float:
        return self.log_documents

    @ref_len.setter
    def ref_len(self, value: object) -> None:
        pass


class SelfCritical:
    """Policy gradient of the expected reward.

    Args:
        config: number of samples.
        vocabulary: decodes ids.
        documents: as for `ConsensusReward`.
    """

    def __init__(self, config: SelfCriticalConfig, vocabulary: Vocabulary, documents: Iterable[Sequence[str]]) -> None:
        self.config, self.vocabulary = config, vocabulary
        self.reward = ConsensusReward(documents)

    def __call__(self, decoder: CaptionDecoder, memory: Tensor, tokens: Tensor, changed: Tensor) -> Tensor:
        """Sums of a loss whose gradient is minus that of the expected reward.

        Args:
            decoder: samples and is trained.
            memory: (B, L, D) with gradient.
            tokens: (B, K, T) reference ids; a row of `PAD` is no reference.
            changed: (B,) bool.

        Returns:
            (2,) sum over the sampled words and their number, for a mean over processes; 0 if no pair has references.
        """
        references = [[self.vocabulary.decode(ids) for ids in row if ids[0] != PAD] for row in tokens.tolist()]
        rows = [index for index, known in enumerate(references) if known]
        if not rows:
            return torch.stack([memory.sum() * 0.0, memory.new_zeros(())])
        count, told = self.config.samples, torch.tensor(rows, device=memory.device)
        longest = tokens.shape[-1] + _LONGER
        drawn = self._draw(decoder, memory[told], changed[told], longest)  # (R, S, T)
        said = [self.vocabulary.decode(ids) for ids in drawn.flatten(0, 1).tolist()]
        known = [references[index] for index in rows for _ in range(count)]
        rewards = torch.tensor(self._worth(said, known), device=memory.device).reshape(len(rows), count)
        others = (rewards.sum(dim=1, keepdim=True) - rewards) / (count - 1)
        logits = decoder(memory[told], drawn[..., :-1], changed[told]).float()  # (R, S, T - 1, V)
        target = drawn[..., 1:]
        certainty = logits.log_softmax(dim=-1).gather(-1, target.unsqueeze(-1)).squeeze(-1)
        written = (target != PAD).float()
        return torch.stack([-((rewards - others).unsqueeze(-1) * certainty * written).sum(), written.sum()])

    def _worth(self, said: Sequence[str], known: Sequence[Sequence[str]]) -> list[float]:
        """Reward of each sentence, less what its unsupported claims cost."""
        price = self.config.claim_penalty
        claims = [len(unsupported_claims(s, k)) if price else 0 for s, k in zip(said, known, strict=True)]
        return [reward - price * count for reward, count in zip(self.reward(said, known), claims, strict=True)]

    def _draw(self, decoder: CaptionDecoder, memory: Tensor, changed: Tensor, longest: int) -> Tensor:
        training = decoder.training
        decoder.eval()  # dropout would make the sentences worse than the model's
        drawn = decoder.sample(memory.detach(), self.config.samples, changed, longest)
        decoder.train(training)
        return drawn
