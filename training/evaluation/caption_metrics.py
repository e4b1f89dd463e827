"""Caption metrics of a corpus, × 100: BLEU, METEOR on words and on token ids, ROUGE-L, CIDEr-D, SPICE, S*m, claims.

The scorers are `pycocoevalcap`'s (BLEU with the closest reference length, ROUGE-L with β = 1.2, CIDEr-D
with σ = 6 and clipped counts) and METEOR 1.5's Java program. What cannot be computed is said so with its
reason, never as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from ...core.captions.claims import claim_precision
from ..data.tokenization import TokenIds
from .meteor import MeteorProcess, MeteorUnavailableError
from .spice import SpiceUnavailableError, score_spice

Score = float | str
"""A figure × 100, or `"not computed: <reason>"`."""

METRICS = (
    "BLEU-1",
    "BLEU-2",
    "BLEU-3",
    "BLEU-4",
    "METEOR",
    "METEOR (ids)",
    "ROUGE-L",
    "CIDEr-D",
    "SPICE",
    "S*m",
    "claims",
)
"""Keys of a score table, in the order of printing."""

_MEAN_OF = ("BLEU-4", "METEOR", "ROUGE-L", "CIDEr-D")

Meteor = MeteorProcess | MeteorUnavailableError
"""A running METEOR, or why there is none."""


def not_computed(reason: object) -> str:
    """Word the absence of a figure."""
    return f"not computed: {reason}"


@contextmanager
def open_meteor() -> Iterator[Meteor]:
    """Start METEOR for several score tables; yields the reason instead when it cannot start."""
    try:
        process = MeteorProcess()
    except MeteorUnavailableError as error:
        yield error
        return
    with process:
        yield process


def score_captions(
    hypotheses: Mapping[str, str],
    references: Mapping[str, Sequence[str]],
    *,
    ids: TokenIds | None = None,
    meteor: Meteor | None = None,
) -> dict[str, Score]:
    """Score one hypothesis per image against its references.

    Args:
        hypotheses: tokenised caption per image id.
        references: tokenised references per image id; the same ids, at least one reference each.
        ids: numbering of the words for `METEOR (ids)`; by default the words of `references` themselves.
        meteor: a process from `open_meteor` to share between calls; by default one is started and ended here.

    Returns:
        The figures of `METRICS` × 100; a figure that cannot be computed is `"not computed: reason"`. `S*m`
        is the mean of BLEU-4, METEOR (words), ROUGE-L and CIDEr-D; `claims` is the share of captions all of whose
        claims the references bear out (`core/captions/claims.py`).

    Raises:
        ValueError: the two mappings name different images, or an image has no reference.
    """
    _check(hypotheses, references)
    if not hypotheses:
        return dict.fromkeys(METRICS, not_computed("there are no captioned pairs"))
    if meteor is None:
        with open_meteor() as opened:
            return score_captions(hypotheses, references, ids=ids, meteor=opened)
    pairs = [(hypothesis, tuple(references[key])) for key, hypothesis in hypotheses.items()]
    numbering = ids or TokenIds.from_captions((text for _, texts in pairs for text in texts), min_count=1)
    numbered = [(numbering.render(text), tuple(map(numbering.render, texts))) for text, texts in pairs]
    table: dict[str, Score] = dict(_bleu(pairs))
    table["METEOR"] = _attempt(lambda: _meteor(meteor, pairs))
    table["METEOR (ids)"] = _attempt(lambda: _meteor(meteor, numbered))
    table["ROUGE-L"] = _rouge(pairs)
    table["CIDEr-D"] = _cider(pairs)
    table["SPICE"] = _attempt(lambda: 100 * score_spice(pairs))
    table["S*m"] = mean_score(table)
    table["claims"] = 100 * claim_precision([text for text, _ in pairs], [texts for _, texts in pairs])
    return table


def mean_score(table: Mapping[str, Score]) -> Score:
    """S*m = (BLEU-4 + METEOR + ROUGE-L + CIDEr-D) / 4, or which of the four is missing."""
    parts = [part for part in map(table.get, _MEAN_OF) if isinstance(part, float)]
    if len(parts) < len(_MEAN_OF):
        missing = [name for name in _MEAN_OF if not isinstance(table.get(name), float)]
        return not_computed(f"{', '.join(missing)} missing")
    return sum(parts) / len(parts)


def _check(hypotheses: Mapping[str, str], references: Mapping[str, Sequence[str]]) -> None:
    if hypotheses.keys() != references.keys():
        odd = sorted(hypotheses.keys() ^ references.keys())
        raise ValueError(f"hypotheses and references name different images, e.g. {odd[0]!r} ({len(odd)} in all)")
    for key, texts in references.items():
        if isinstance(texts, str) or not texts:
            raise ValueError(f"image {key!r} needs a list of at least one reference")


Pairs = Sequence[tuple[str, Sequence[str]]]


def _as_coco(pairs: Pairs) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    ground_truth = {index: list(references) for index, (_, references) in enumerate(pairs)}
    return ground_truth, {index: [hypothesis] for index, (hypothesis, _) in enumerate(pairs)}


def _bleu(pairs: Pairs) -> dict[str, float]:
    from pycocoevalcap.bleu.bleu import Bleu

    scores: Any = Bleu(4).compute_score(*_as_coco(pairs), verbose=0)[0]
    return {f"BLEU-{order}": 100 * float(score) for order, score in enumerate(scores, start=1)}


def _rouge(pairs: Pairs) -> float:
    from pycocoevalcap.rouge.rouge import Rouge

    return 100 * float(Rouge().compute_score(*_as_coco(pairs))[0])


def _cider(pairs: Pairs) -> Score:
    from pycocoevalcap.cider.cider import Cider

    if len(pairs) < 2:  # the document frequencies of one pair are all 1: every weight is log 1 = 0
        return not_computed("CIDEr-D weighs words over a corpus and needs at least two pairs")
    return 100 * float(Cider().compute_score(*_as_coco(pairs))[0])


def _meteor(meteor: Meteor, pairs: Pairs) -> float:
    if isinstance(meteor, MeteorUnavailableError):
        raise meteor
    return 100 * meteor.score(pairs)


def _attempt(compute: Callable[[], float]) -> Score:
    try:
        return compute()
    except (MeteorUnavailableError, SpiceUnavailableError) as error:
        return not_computed(error)
