"""Whether a change score of 0.8 means that eight pairs in ten changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

BINS = 10


def reliability(scores: Sequence[float], changed: Sequence[bool], bins: int = BINS) -> dict[str, Any]:
    """Compare scores with what is true, in bins of equal width.

    Args:
        scores: change score per pair, 0–1.
        changed: truth per pair.
        bins: number of bins; the last one includes 1.

    Returns:
        `ece`, the expected calibration error Σ n_b/n · |mean score − share of changed| (Guo et al., "On
        Calibration of Modern Neural Networks", 2017, eq. 3), `brier`, and `bins`, each with `low`, `high`, `n`,
        `mean_score`, `changed_share` (None in an empty bin). Both figures are None without pairs.

    Raises:
        ValueError: the two sequences differ in length, or a score is outside 0–1.
    """
    if len(scores) != len(changed):
        raise ValueError(f"{len(scores)} scores for {len(changed)} pairs")
    if any(not 0 <= score <= 1 for score in scores):
        raise ValueError("change scores must be between 0 and 1")
    members: list[list[int]] = [[] for _ in range(bins)]
    for index, score in enumerate(scores):
        members[min(int(score * bins), bins - 1)].append(index)
    rows: list[dict[str, Any]] = []
    error = 0.0
    for number, rows_in in enumerate(members):
        mean = share = None
        if rows_in:
            mean = sum(scores[index] for index in rows_in) / len(rows_in)
            share = sum(bool(changed[index]) for index in rows_in) / len(rows_in)
            error += len(rows_in) / len(scores) * abs(mean - share)
        rows.append(
            {"low": number / bins, "high": (number + 1) / bins, "n": len(rows_in)}
            | {"mean_score": mean, "changed_share": share}
        )
    squares = [(score - truth) ** 2 for score, truth in zip(scores, changed, strict=True)]
    return {
        "ece": error if scores else None,
        "brier": sum(squares) / len(squares) if squares else None,
        "bins": rows,
    }
