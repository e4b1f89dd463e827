"""Teach a trained pack to choose among the sentences of its beam.

`python -m describe_changes.training.packs.sentence_choice PACK --data DATA -o TARGET` fits, on changed training pairs
with captions, a claim head (`core/models/claim_head.py`) and the weights of what sentences are like
(`core/captions/sentence_choice.py`). Encoder, words, masks and flag stay as they are. A decoder writes what is often
said; which of its sentences fit is told better by a head that only judges (reranking with a discriminative model, as
Collins and Koo, Computational Linguistics 2005, did for parsers).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from ...core.captions.claims import ClaimReader, unsupported_claims
from ...core.captions.sentence_choice import feature_names, sentence_features
from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.claim_head import ClaimHead
from ...core.models.config import CaptionerConfig, ClaimHeadConfig
from ...core.models.decoding import ClaimWords, Decoding
from ...core.models.packs import CARD, ModelPack, load_pack, save_pack
from ..config import SourceConfig
from ..data.pairs import TrainingPair, load_pairs
from ..losses.self_critical import ConsensusReward

if TYPE_CHECKING:
    from ...core.predict.predictor import Predictor

Report = Callable[[str], None]
SOURCES = (
    SourceConfig(path="levir_cc_recovered", split="train"),
    SourceConfig(kind="recovered", path="levir_cd_train/1m_512"),
)
EVERY = (1, 3)
"""One of so many changed pairs of each source: crops of a given-back tile overlap."""
_FOLDS = 4
_MEMBERS = 3
"""Heads that differ in their draws only; the one that is kept is their mean."""
_WIDTH = 64
_STEPS, _BATCH, _RATE, _DECAY = 250, 128, 1e-3, 0.05
_CLAIMS_WORTH = 0.4
"""What it is worth that all claims of a sentence are borne out, in units of CIDEr-D (0–10)."""
_RIDGE = 10.0
"""In units of pairs."""
_AT_ONCE = 32
_LEAST_DEVIATION, _LEAST_SPREAD = 1e-3, 1e-2
_FEWEST = 50


@dataclass(frozen=True)
class Example:
    """A changed pair as the pack sees it.

    Attributes:
        pooled: (inputs,) of `ClaimHead.pool`.
        found: sentences of the beam with their mean log probability per token.
        references: its captions.
    """

    pooled: Tensor
    found: list[tuple[float, str]]
    references: tuple[str, ...]


def claims_of_words(words: ClaimWords) -> tuple[str, ...]:
    """Every claim that a caption can make in these words."""
    numbers = [f"number {number}" for number in ("1", *words.numbers)]
    return (*words.objects, "removal", *numbers, *(f"at {place}" for place in words.places))


def look_at(
    predictor: Predictor, head: ClaimHead, pairs: Sequence[TrainingPair], report: Report = lambda line: None
) -> list[Example]:
    """What a pack sees in pairs, and the sentences it finds; pairs that it need not describe are left out."""
    examples = []
    for start in range(0, len(pairs), _AT_ONCE):
        some = [pair.loaded() for pair in pairs[start : start + _AT_ONCE]]
        images = np.stack([pair.images for pair in some])
        tiles = predictor.encode(images, np.ones((len(some), 2, *images.shape[-2:]), bool))
        kept = [(pair, tile, tile.memory) for pair, tile in zip(some, tiles, strict=True) if tile.memory is not None]
        said = predictor.sentences([tile for _, tile, _ in kept])
        for (pair, tile, memory), found in zip(kept, said, strict=True):
            pooled = head.pool(memory[None], torch.from_numpy(tile.prediction.probabilities)[None])[0]
            known = [(sentence.mean, sentence.text) for sentence in found]
            examples.append(Example(pooled, known, tuple(" ".join(caption) for caption in pair.captions)))
        report(f"{min(start + _AT_ONCE, len(pairs)):,} of {len(pairs):,} pairs looked at")
    return examples


def borne_out(examples: Sequence[Example], claims: Sequence[str], reader: ClaimReader) -> Tensor:
    """(examples, claims): 1 where a reference makes a claim or one that implies it."""
    rows = []
    for example in examples:
        made = frozenset().union(*(reader.claims_of(text) for text in example.references))
        rows.append([float(bool(made & reader.borne_out_by(claim))) for claim in claims])
    return torch.tensor(rows)


def fit_claim_head(
    config: ClaimHeadConfig, dim: int, masks: int, pooled: Tensor, truth: Tensor, seed: int
) -> ClaimHead:
    """A head as wide as `config` says, the mean of narrower ones.

    Args:
        config: claims and pooling; its width is a multiple of the members' width.
        dim: of a memory token.
        masks: channels of the mask head.
        pooled: (N, inputs).
        truth: (N, claims) of `borne_out`.
        seed: of the first member.
    """
    members = config.width // _WIDTH
    narrow = config.model_copy(update={"width": _WIDTH})
    heads = [_fit_member(ClaimHead(narrow, dim, masks), pooled, truth, seed + member) for member in range(members)]
    whole = ClaimHead(config, dim, masks)
    whole.mean.copy_(heads[0].mean)
    whole.deviation.copy_(heads[0].deviation)
    first, last = (_linears(whole)[place] for place in (0, 1))
    with torch.no_grad():
        first.weight.copy_(torch.cat([_linears(head)[0].weight for head in heads]))
        first.bias.copy_(torch.cat([_linears(head)[0].bias for head in heads]))
        last.weight.copy_(torch.cat([_linears(head)[1].weight for head in heads], dim=1) / members)
        last.bias.copy_(torch.stack([_linears(head)[1].bias for head in heads]).mean(dim=0))
    return whole.eval()


def _fit_member(head: ClaimHead, pooled: Tensor, truth: Tensor, seed: int) -> ClaimHead:
    torch.manual_seed(seed)
    for layer in _linears(head):
        layer.reset_parameters()
    head.mean.copy_(pooled.mean(dim=0))
    head.deviation.copy_(pooled.std(dim=0) + _LEAST_DEVIATION)
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    head.train()
    for _ in range(_STEPS):
        rows = torch.randint(0, len(pooled), (_BATCH,))
        loss = F.binary_cross_entropy_with_logits(head.judged(pooled[rows]), truth[rows])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return head.eval()


def _linears(head: ClaimHead) -> list[nn.Linear]:
    return [layer for layer in head.judge if isinstance(layer, nn.Linear)]


@torch.no_grad()
def judge(head: ClaimHead, pooled: Tensor) -> Tensor:
    """(N, inputs) → (N, claims) logits."""
    return head.judged(pooled)


def fit_weights(
    examples: Sequence[Example], judged: Tensor, claims: Sequence[str], rules: Decoding, reader: ClaimReader
) -> dict[str, float]:
    """Weights by which better sentences of a pair come out ahead: ridge regression of what a sentence is worth.

    A sentence is worth its CIDEr-D, and `_CLAIMS_WORTH` more if the references bear out all that it claims. Only
    differences within a pair count, and each pair as much.

    Args:
        examples: of training pairs.
        judged: (N, claims) logits by heads that have not seen the example.
        claims: of the head.
        rules: of the pack.
        reader: finds claims in the pack's words.
    """
    reward = ConsensusReward([example.references for example in examples])
    rows, worths = [], []
    for example, logits in zip(examples, judged.tolist(), strict=True):
        texts = [text for _, text in example.found]
        worth = np.array(reward(texts, [example.references] * len(texts)))
        worth += _CLAIMS_WORTH * np.array([not unsupported_claims(text, example.references) for text in texts])
        features = sentence_features(example.found, dict(zip(claims, logits, strict=True)), reader, rules)
        rows.append((features - features.mean(axis=0)) / np.sqrt(len(texts)))
        worths.append((worth - worth.mean()) / np.sqrt(len(texts)))
    weights = _ridge(np.concatenate(rows), np.concatenate(worths), len(examples))
    return {name: round(weight, 6) for name, weight in zip(feature_names(claims), weights.tolist(), strict=True)}


def _ridge(features: NDArray[np.float64], worth: NDArray[np.float64], pairs: int) -> NDArray[np.float64]:
    """Weights of centred features, (N, F), for their worth, (N,); each pair adds up to one row."""
    spread = np.sqrt((features**2).sum(axis=0) / pairs) + _LEAST_SPREAD
    scaled = features / spread
    normal = scaled.T @ scaled + _RIDGE * np.eye(features.shape[1])
    weights: NDArray[np.float64] = np.linalg.solve(normal, scaled.T @ worth) / spread
    return weights


def teach_choice(
    pack: ModelPack, pairs: Sequence[TrainingPair], target: Path, report: Report = lambda line: None, seed: int = 0
) -> ModelPack:
    """Write the pack with a claim head and weights of choice.

    Args:
        pack: a pack with a mask head; a claim head that it has is replaced.
        pairs: changed training pairs with captions, neighbours beside each other.
        target: folder of the new pack.
        report: takes lines of progress.
        seed: of the head.

    Raises:
        InputError: hardly any pair has captions.
    """
    from ...core.predict.device import choose_device
    from ...core.predict.predictor import Predictor

    rules = pack.manifest.decoding.model_copy(update={"choice": None})
    reader, claims = ClaimReader(rules.words), claims_of_words(rules.words)
    architecture = pack.manifest.architecture
    dim, masks = architecture.dim, len(pack.channels)
    config = ClaimHeadConfig(claims=claims, width=_MEMBERS * _WIDTH, parts=_parts(architecture))
    predictor = Predictor(pack, choose_device("cpu"))
    examples = look_at(predictor, ClaimHead(config, dim, masks), [p for p in pairs if p.captions], report)
    if len(examples) < _FEWEST:
        raise InputError(f"{len(examples)} changed pairs with captions are too few to learn from ({_FEWEST} or more)")
    pooled, truth = torch.stack([example.pooled for example in examples]), borne_out(examples, claims, reader)
    judged = torch.zeros_like(truth)
    folds = torch.arange(len(examples)) * _FOLDS // len(examples)  # neighbours stay together
    for fold in range(_FOLDS):
        seen = folds != fold
        judged[~seen] = judge(fit_claim_head(config, dim, masks, pooled[seen], truth[seen], seed), pooled[~seen])
    entropy = float(F.binary_cross_entropy_with_logits(judged, truth))
    report(
        f"claims of {len(examples):,} pairs, each judged by heads that have not seen it: cross-entropy {entropy:.3f}"
    )
    head = fit_claim_head(config, dim, masks, pooled, truth, seed)
    weights = fit_weights(examples, judged, claims, rules, reader)
    return _save(pack, config, head, weights, len(examples), target)


def _parts(architecture: CaptionerConfig) -> int:
    """Parts of a memory: difference, masks, and the scene of both dates, of as many tokens each."""
    return 1 + int(architecture.mask_tokens) + 2 * int(architecture.scene_tokens)


def _save(
    pack: ModelPack,
    config: ClaimHeadConfig,
    head: ClaimHead,
    weights: dict[str, float],
    pairs: int,
    target: Path,
) -> ModelPack:
    manifest = pack.manifest
    architecture = manifest.architecture.model_copy(update={"claim_head": config})
    state = {
        name: value for name, value in pack.build_model().state_dict().items() if not name.startswith("claim_head.")
    }
    model = ChangeCaptioner(architecture, len(pack.vocabulary))
    model.load_state_dict({**state, **{f"claim_head.{name}": value for name, value in head.state_dict().items()}})
    said = {
        "architecture": architecture,
        "decoding": manifest.decoding.model_copy(update={"choice": weights}),
        "training": {**manifest.training, "pairs for the choice of sentences": pairs},
        "metrics": {},
        "files": {},
    }
    card = (pack.path / CARD).read_text(encoding="utf-8") if (pack.path / CARD).exists() else None
    return save_pack(target, model, pack.vocabulary, manifest.model_copy(update=said), card)


def changed_pairs(data: Path, pack: ModelPack) -> list[TrainingPair]:
    """Changed training pairs with human captions, of all `SOURCES`."""
    pairs: list[TrainingPair] = []
    for source, every in zip(SOURCES, EVERY, strict=True):
        found = load_pairs(data, [source], pack.channels, side=pack.manifest.input.tile_size)
        pairs += [pair for pair in found if pair.changed == 1 and pair.captions][::every]
    return pairs


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    pack = load_pack(given.pack)
    teach_choice(pack, changed_pairs(given.data, pack), given.output, print, given.seed)


if __name__ == "__main__":
    main()
