"""Blind baselines: captions written without looking at the images, and a human against the other humans.

A headline figure means little beside them: two thirds of what published systems reach on LEVIR-CC is
reached by knowing whether a pair changed and always saying the same sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ..data.tokenization import TokenIds, is_protocol_no_change
from .caption_metrics import Meteor, Score, not_computed, score_captions

CONSTANT_SENTENCE = "the scene is the same as before"
SAFE_SENTENCE = "many houses are built along the road"

References = Mapping[str, Sequence[str]]


def constant_captions(references: References) -> dict[str, str]:
    """Say of every pair that the scene is the same as before."""
    return dict.fromkeys(references, CONSTANT_SENTENCE)


def oracle_flag_captions(changed: Mapping[str, bool], sentence: str = SAFE_SENTENCE) -> dict[str, str]:
    """Say `sentence` of every pair that truly changed and "the scene is the same as before" of the others."""
    return {key: sentence if flag else CONSTANT_SENTENCE for key, flag in changed.items()}


def most_frequent_caption(captions: Iterable[str]) -> str | None:
    """Most frequent caption of a training part that is none of the five fixed no-change sentences."""
    counts = Counter(caption for caption in captions if not is_protocol_no_change(caption))
    # equally frequent captions: the first in the alphabet, so that the baseline does not hang on reading
    # order
    return min(counts, key=lambda text: (-counts[text], text)) if counts else None


def leave_one_out_human(references: References) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Split the references: the first is the hypothesis, the others judge it; lone ones are left out."""
    several = {key: list(texts) for key, texts in references.items() if len(texts) > 1}
    first = {key: texts[0] for key, texts in several.items()}
    return first, {key: texts[1:] for key, texts in several.items()}


def score_baselines(
    references: References,
    changed: Mapping[str, bool],
    training_captions: Iterable[str] = (),
    *,
    ids: TokenIds | None = None,
    meteor: Meteor | None = None,
) -> dict[str, dict[str, Score]]:
    """Score every blind baseline on the same pairs as a model.

    Args:
        references: tokenised references per pair.
        changed: true change flag per pair; the same keys.
        training_captions: tokenised captions of the training part, for the most frequent one.
        ids: numbering of the words for `METEOR (ids)`.
        meteor: a process from `metrics.open_meteor`.

    Returns:
        A table of figures per baseline: `constant`, `true flag + safe sentence`,
        `true flag + most frequent training caption`, `one human against the others`.
    """
    frequent = most_frequent_caption(training_captions)
    hypotheses = {
        "constant": constant_captions(references),
        "true flag + safe sentence": oracle_flag_captions(changed),
    }
    if frequent is not None:
        hypotheses["true flag + most frequent training caption"] = oracle_flag_captions(changed, frequent)
    tables = {name: score_captions(texts, references, ids=ids, meteor=meteor) for name, texts in hypotheses.items()}
    if frequent is None:
        tables["true flag + most frequent training caption"] = {
            "S*m": not_computed("the data set has no training captions")
        }
    first, others = leave_one_out_human(references)
    tables["one human against the others"] = score_captions(first, others, ids=ids, meteor=meteor)
    return tables
