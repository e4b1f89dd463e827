"""Quick figures during training: mask F1, change accuracy, caption loss and CIDEr-D on the validation pairs.

For selection only; what is reported comes from `describe-changes evaluate`, through the engine's own predictor.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional as F

from ...core.models.captioner import ChangeCaptioner, PairFeatures
from ...core.models.config import Channel
from ...core.models.vocabulary import Vocabulary
from ..data.augmentation import BatchSampler
from ..data.feature_cache import FeatureCache
from ..data.pairs import TrainingPair
from ..devices import fast_in_bfloat16, in_bfloat16
from ..losses.mask import mask_loss
from .objective import caption_sums


@dataclass(frozen=True)
class Described:
    """Descriptions of the validation pairs by a model.

    Attributes:
        figures: see `QuickValidation`.
        captions: per pair.
        changed: per pair whether the model calls it changed.
    """

    figures: dict[str, float]
    captions: list[str]
    changed: list[bool]


class QuickValidation:
    """Callable for `Trainer.validate`.

    Args:
        pairs: validation pairs.
        batches: to normalise and pad like training does.
        channels: of the mask head.
        vocabulary: to write captions.
        batch: pairs at a time.
        bank: features of the pairs by a frozen encoder; without it they are encoded each time.
        select: figure that becomes `score`; see `TrainingConfig.select`.
    """

    def __init__(
        self,
        pairs: Sequence[TrainingPair],
        batches: BatchSampler,
        channels: Sequence[Channel],
        vocabulary: Vocabulary,
        batch: int = 16,
        bank: FeatureCache | None = None,
        select: str = "score",
    ) -> None:
        self.select = select
        self.pairs, self.batches, self.channels = pairs, batches, channels
        self.vocabulary, self.size, self.bank = vocabulary, batch, bank

    def __call__(self, model: ChangeCaptioner) -> dict[str, float]:
        """Figures; no F1 where no masks are computed.

        `score` is mask F1 + change accuracy + CIDEr-D on changed pairs, or what `select` names.
        `constant_scales` counts the encoder's maps that are the same on both dates of every pair: whatever reads them
        sees no change, and a clipped activation may let no gradient through to revive them.
        """
        return self.describe(model).figures

    @torch.no_grad()
    def describe(self, model: ChangeCaptioner, beam: int = 1) -> Described:
        """Figures, and what was said of each pair.

        Args:
            model: in evaluation mode.
            beam: width of the search for captions.
        """
        device = next(model.parameters()).device
        hits = sure = misses = right = flagged = 0
        masked = False
        words, entropy = torch.zeros(2), 0.0
        captions: list[str] = []
        flags: list[bool] = []
        alive: list[float] = []
        building = [i for i, c in enumerate(self.channels) if c.class_name == "building"]
        for start in range(0, len(self.pairs), self.size):
            part = self.pairs[start : start + self.size]
            batch = self.batches.eval_batch(part)
            if self.bank:
                batch = dataclasses.replace(batch, images=self.bank.rows(range(start, start + len(part))))
            batch = batch.to(device)
            seen = batch.images
            with in_bfloat16(device, fast_in_bfloat16(device)):
                features = seen if isinstance(seen, PairFeatures) else model.extract_features(seen)
                encoded, logits = model(features, batch.tokens[..., :-1])
            alive = _largest(alive, features)
            words += caption_sums(logits, batch.tokens).cpu()
            if encoded.mask_logits is not None and building:
                masked = True
                found = encoded.mask_logits[:, building].float().amax(dim=1) > 0
                truth = batch.masks[:, building]
                known, marked = (truth <= 1).all(dim=1), (truth == 1).any(dim=1)
                hits += int((found & marked & known).sum())
                sure += int((found & ~marked & known).sum())
                misses += int((~found & marked & known).sum())
            flag = encoded.change_logit > 0
            flags += flag.tolist()
            known_flag = batch.changed >= 0
            right += int(((flag == (batch.changed > 0.5)) & known_flag).sum())
            flagged += int(known_flag.sum())
            known_logits, truth_flag = encoded.change_logit.float()[known_flag], batch.changed[known_flag]
            entropy += float(F.binary_cross_entropy_with_logits(known_logits, truth_flag, reduction="sum"))
            written = model.describe(encoded.memory.float(), beam, changed=flag)
            captions += [self.vocabulary.decode(ids) for ids in written.ids]
        figures = {"building_f1": 2 * hits / max(2 * hits + sure + misses, 1)} if masked else {}
        figures |= {
            "change_accuracy": right / max(flagged, 1),
            "change_loss": entropy / max(flagged, 1),
            "caption_loss": float(words[0] / words[1].clamp(min=1)),
            "cider_changed": self._cider(captions),
            "bleu4": self._bleu4(captions),
            "constant_scales": float(sum(difference == 0.0 for difference in alive)),
        }
        score = figures.get("building_f1", 0.0) + figures["change_accuracy"] + figures["cider_changed"]
        if self.select != "score":
            score = -figures["caption_loss"] if self.select == "caption_loss" else figures[self.select]
        return Described({"score": score, **figures}, captions, flags)

    def _bleu4(self, captions: list[str]) -> float:
        from pycocoevalcap.bleu.bleu import Bleu

        told = [i for i, p in enumerate(self.pairs) if p.captions]
        if not told:
            return 0.0
        references = {i: [" ".join(c) for c in self.pairs[i].captions] for i in told}
        return float(Bleu(4).compute_score(references, {i: [captions[i]] for i in told}, verbose=0)[0][3])

    def _cider(self, captions: list[str]) -> float:
        from pycocoevalcap.cider.cider import Cider

        changed = [i for i, p in enumerate(self.pairs) if p.changed == 1 and p.captions]
        if not changed:
            return 0.0
        references = {i: [" ".join(c) for c in self.pairs[i].captions] for i in changed}
        return float(Cider().compute_score(references, {i: [captions[i]] for i in changed})[0])


class MaskValidation:
    """Callable for `Trainer.validate` of a run that learns masks alone: F1 per class at a probability of ½.

    Args:
        pairs: validation pairs, real ones first, then such of places left out of training.
        real: number of real pairs.
        batches: to normalise like training does.
        channels: of the mask head.
        batch: pairs at a time.
    """

    def __init__(
        self,
        pairs: Sequence[TrainingPair],
        real: int,
        batches: BatchSampler,
        channels: Sequence[Channel],
        batch: int = 8,
    ) -> None:
        self.pairs, self.real, self.batches, self.channels, self.size = pairs, real, batches, channels, batch

    @torch.no_grad()
    def __call__(self, model: ChangeCaptioner) -> dict[str, float]:
        """`CLASS_f1` of real pairs and `left_out_CLASS_f1`, their mean as `score`, and `mask_loss` of the real pairs.

        Classes without a pixel that changed, or without one that is known not to have, are left out.
        """
        names = tuple(dict.fromkeys(channel.class_name for channel in self.channels))
        device = next(model.parameters()).device
        counts = torch.zeros(2, len(names), 4)
        alive: list[float] = []
        losses: list[float] = []
        for origin, pairs in enumerate((self.pairs[: self.real], self.pairs[self.real :])):
            for start in range(0, len(pairs), self.size):
                batch = self.batches.eval_batch(pairs[start : start + self.size]).to(device)
                seen = batch.images
                features = seen if isinstance(seen, PairFeatures) else model.extract_features(seen)
                alive = _largest(alive, features)
                logits = model.mask_only(features)
                if origin == 0:
                    losses.append(float(mask_loss(logits, batch.masks)))
                for row, name in enumerate(names):
                    own = [i for i, channel in enumerate(self.channels) if channel.class_name == name]
                    counts[origin, row] += _compare(logits[:, own], batch.masks[:, own]).cpu()
        figures = {}
        for origin, prefix in enumerate(("", "left_out_")):
            for name, (hits, alarms, misses, same) in zip(names, counts[origin].tolist(), strict=True):
                if hits + misses and same:
                    figures[f"{prefix}{name}_f1"] = 2 * hits / (2 * hits + alarms + misses)
        score = sum(figures.values()) / max(len(figures), 1)
        dead = float(sum(difference == 0.0 for difference in alive))
        return {"score": score, **figures, "mask_loss": sum(losses) / max(len(losses), 1), "constant_scales": dead}


def _compare(logits: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    """(B, c, H, W) of one class's channels → hits, false alarms, misses and unchanged of their union, where known."""
    found, known, marked = (logits > 0).any(dim=1), (masks <= 1).all(dim=1), (masks == 1).any(dim=1)
    cases = (found & marked, found & ~marked, ~found & marked, ~marked)
    return torch.stack([(case & known).sum() for case in cases])


def _largest(before: list[float], features: PairFeatures) -> list[float]:
    """Per scale the largest difference of the dates seen so far; scales that are not kept count as alive."""
    largest = [
        float((b - a).abs().max()) if b.numel() else 1.0 for a, b in zip(features.before, features.after, strict=True)
    ]
    return [max(pair) for pair in zip(before, largest, strict=True)] if before else largest
