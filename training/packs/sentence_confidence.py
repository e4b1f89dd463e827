"""Teach a pack how likely its sentences hold.

`python -m describe_changes.training.packs.sentence_confidence PACK --data DATA -o TARGET` fits, on the validation pairs
that changed, how likely all claims of the chosen sentence are borne out by the references (logistic regression on a few
of the features of `core/captions/sentence_choice.py`). The order of the sentences stays as it is. It prints how well
that tells one half of the pairs when it is fitted on the other.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ...core.captions.claims import unsupported_claims
from ...core.captions.sentence_choice import CONSTANT, feature_names, sentence_features
from ...core.errors import InputError
from ...core.models.packs import CARD, ModelPack, load_pack, save_pack
from ..config import SourceConfig
from ..data.pairs import TrainingPair, load_pairs
from ..evaluation.calibration import reliability
from .sentence_choice import Report

if TYPE_CHECKING:
    from ...core.predict.predictor import Predictor

SOURCE = SourceConfig(path="levir_cc_recovered", split="val")
FEATURES = (
    "mean log probability",
    "agreement",
    "claims",
    "claims made",
    "least likely claim",
    "likely claims left out",
)
"""Those that speak of any sentence: a weight for each word would know these pairs by heart."""
_RIDGE = 2.0
"""Of weights of standardised features, in units of pairs."""
_FEWEST = 40
_LEAST_SPREAD = 1e-3
_AT_ONCE = 32

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Said:
    """What a pack says of a changed pair.

    Attributes:
        features: (FEATURES,) of its sentence.
        holds: a reference bears out each of its claims.
    """

    features: Floats
    holds: bool


def read_sentences(predictor: Predictor, pairs: Sequence[TrainingPair]) -> list[Said]:
    """What a pack says of changed pairs; those that it need not describe are left out.

    Args:
        predictor: of a pack with a claim head.
        pairs: with captions.
    """
    said = []
    for start in range(0, len(pairs), _AT_ONCE):
        some = [pair.loaded() for pair in pairs[start : start + _AT_ONCE]]
        images = np.stack([pair.images for pair in some])
        tiles = predictor.encode(images, np.ones((len(some), 2, *images.shape[-2:]), bool))
        kept = [(pair, tile) for pair, tile in zip(some, tiles, strict=True) if tile.memory is not None]
        described = predictor.describe([tile for _, tile in kept])
        for (pair, tile), prediction in zip(kept, described, strict=True):
            texts = [candidate.text for candidate in prediction.candidates]
            found = [(candidate.mean, candidate.text) for candidate in prediction.candidates]
            features = sentence_features(found, tile.judged, predictor.reader, predictor.rules)
            columns = [feature_names(list(tile.judged)).index(name) for name in FEATURES]
            own = features[texts.index(prediction.caption), columns]
            references = [" ".join(caption) for caption in pair.captions]
            said.append(Said(own, not unsupported_claims(prediction.caption, references)))
    return said


def fit_confidence(said: Sequence[Said]) -> dict[str, float]:
    """Weights by name of feature, and a constant, of the log odds that a sentence holds (logistic regression)."""
    from scipy.optimize import minimize
    from scipy.special import expit

    features, holds = np.stack([one.features for one in said]), np.array([one.holds for one in said], float)
    mean, spread = features.mean(axis=0), features.std(axis=0) + _LEAST_SPREAD
    inputs = np.column_stack([(features - mean) / spread, np.ones(len(said))])
    priced = np.array([_RIDGE] * len(FEATURES) + [0.0])

    def cost(weights: Floats) -> tuple[float, Floats]:
        odds = inputs @ weights
        entropy = float((np.logaddexp(0, odds) - holds * odds).sum() + priced @ weights**2 / 2)
        return entropy, inputs.T @ (expit(odds) - holds) + priced * weights

    weights = minimize(cost, np.zeros(len(priced)), jac=True, method="BFGS").x
    plain = weights[:-1] / spread
    constant = float(weights[-1] - plain @ mean)
    fitted = {name: round(float(value), 6) for name, value in zip(FEATURES, plain, strict=True)}
    return {**fitted, CONSTANT: round(constant, 6)}


def probabilities(said: Sequence[Said], weights: dict[str, float]) -> list[float]:
    """How likely each sentence holds, by `fit_confidence`'s weights."""
    vector = np.array([weights[name] for name in FEATURES])
    odds = np.array([one.features @ vector for one in said]) + weights[CONSTANT]
    return [float(chance) for chance in np.exp(-np.logaddexp(0, -odds))]


def judge_by_halves(said: Sequence[Said]) -> dict[str, Any]:
    """`reliability` of each half of the pairs, neighbours together, by weights of the other; and `auc`."""
    middle = len(said) // 2
    halves = (said[:middle], said[middle:])
    chances = [
        *probabilities(halves[0], fit_confidence(halves[1])),
        *probabilities(halves[1], fit_confidence(halves[0])),
    ]
    holds = [one.holds for one in said]
    return {**reliability(chances, holds), "auc": _auc(chances, holds)}


def _auc(scores: Sequence[float], holds: Sequence[bool]) -> float | None:
    """Share of the pairs of one that holds and one that does not in which the former has the higher score."""
    good = np.array([score for score, true in zip(scores, holds, strict=True) if true])
    bad = np.array([score for score, true in zip(scores, holds, strict=True) if not true])
    if not len(good) or not len(bad):
        return None
    higher = (good[:, None] > bad[None]) + 0.5 * (good[:, None] == bad[None])
    return float(higher.mean())


def teach_confidence(
    pack: ModelPack, pairs: Sequence[TrainingPair], target: Path, report: Report = lambda line: None
) -> ModelPack:
    """Write the pack with weights of confidence.

    Args:
        pack: a pack with a claim head.
        pairs: changed pairs with captions, neighbours beside each other, none of which it was trained on.
        target: folder of the new pack.
        report: takes lines of what was found.

    Raises:
        InputError: the pack has no claim head, or hardly any pair has captions.
    """
    from ...core.predict.device import choose_device
    from ...core.predict.predictor import Predictor

    if pack.manifest.architecture.claim_head is None:
        raise InputError(f"{pack.path} has no claim head; let training.packs.sentence_choice fit one first")
    said = read_sentences(Predictor(pack, choose_device("cpu")), [pair for pair in pairs if pair.captions])
    if len(said) < _FEWEST:
        raise InputError(f"{len(said)} changed pairs with captions are too few to learn from ({_FEWEST} or more)")
    found = judge_by_halves(said)
    auc = "–" if found["auc"] is None else f"{found['auc']:.3f}"
    report(
        f"{len(said)} sentences, {sum(one.holds for one in said)} of which hold; each half by the other: "
        f"calibration error {found['ece']:.3f}, Brier score {found['brier']:.3f}, area under the curve {auc}"
    )
    manifest = pack.manifest
    decoding = manifest.decoding.model_copy(update={"confidence": fit_confidence(said)})
    told = {"decoding": decoding, "metrics": {}, "files": {}}
    card = (pack.path / CARD).read_text(encoding="utf-8") if (pack.path / CARD).exists() else None
    return save_pack(target, pack.build_model(), pack.vocabulary, manifest.model_copy(update=told), card)


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    pack = load_pack(given.pack)
    pairs = load_pairs(given.data, [SOURCE], pack.channels, side=pack.manifest.input.tile_size)
    teach_confidence(pack, [pair for pair in pairs if pair.changed == 1], given.output, print)


if __name__ == "__main__":
    main()
