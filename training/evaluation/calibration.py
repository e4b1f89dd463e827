"""Measure whether a change score of 0.8 means that eight pairs in ten changed.

`python -m describe_changes.training.evaluation.calibration EVALUATION -o FILE` draws the reliability diagram of what
`describe-changes evaluate --json` printed; with `--confidence` that of the sentences' confidence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ...core.errors import InputError
from ...core.io.targets import check_absent

BINS = 10
AXES = {"calibration": ("change score", "share that changed"), "confidence": ("confidence", "share that holds")}
"""Groups of an evaluation, and what their diagram compares."""
_PLOT, _LEFT, _TOP, _BELOW = 260, 52, 14, 44  # pixels of the diagram


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


def draw_reliability(calibration: Mapping[str, Any], axes: tuple[str, str] = AXES["calibration"]) -> str:
    """The reliability diagram of `reliability`'s figures as SVG: a dot per bin, as large as the bin holds pairs.

    Args:
        calibration: the `calibration` or `confidence` group of an evaluation.
        axes: what the two axes show.
    """
    bins = [row for row in calibration["bins"] if row["n"]]
    most = max(row["n"] for row in bins)
    dots = []
    for row in bins:
        x, y = _LEFT + _PLOT * row["mean_score"], _TOP + _PLOT * (1 - row["changed_share"])
        radius = 3 + 11 * (row["n"] / most) ** 0.5
        said = f"{row['n']} pairs: mean {axes[0]} {row['mean_score']:.2f}, {axes[1]} {row['changed_share']:.2f}"
        dots.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#0072b2" fill-opacity="0.65">'
            f"<title>{said}</title></circle>"
            f'<text x="{x:.1f}" y="{y - radius - 3:.1f}" text-anchor="middle">{row["n"]}</text>'
        )
    ticks = []
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = _LEFT + _PLOT * tick, _TOP + _PLOT * (1 - tick)
        ticks.append(f'<text x="{x:.1f}" y="{_TOP + _PLOT + 16}" text-anchor="middle">{tick:g}</text>')
        ticks.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    width, height = _LEFT + _PLOT + 20, _TOP + _PLOT + _BELOW
    middle, down = _LEFT + _PLOT / 2, _TOP + _PLOT / 2
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
            'font-size="11">',
            f'<rect width="{width}" height="{height}" fill="white"/>',
            f'<rect x="{_LEFT}" y="{_TOP}" width="{_PLOT}" height="{_PLOT}" fill="none" stroke="#888"/>',
            f'<path d="M{_LEFT} {_TOP + _PLOT}L{_LEFT + _PLOT} {_TOP}" stroke="#888" stroke-dasharray="4 3"/>',
            *ticks,
            *dots,
            f'<text x="{middle}" y="{height - 8}" text-anchor="middle">{axes[0]}</text>',
            f'<text x="14" y="{down}" text-anchor="middle" transform="rotate(-90 14 {down})">{axes[1]}</text>',
            "</svg>\n",
        ]
    )


@click.command()
@click.argument("evaluation", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--confidence", is_flag=True, help="Of the sentences' confidence, not of the change score.")
def main(evaluation: Path, output: Path, confidence: bool) -> None:
    """Draw the reliability diagram of EVALUATION, what `describe-changes evaluate --json` printed."""
    try:
        check_absent(output)
    except InputError as error:
        raise click.ClickException(str(error)) from error
    group = "confidence" if confidence else "calibration"
    calibration = json.loads(evaluation.read_text(encoding="utf-8")).get(group)
    if not isinstance(calibration, Mapping) or not any(row["n"] for row in calibration["bins"]):
        raise click.ClickException(f"{evaluation} holds no {AXES[group][0]} of pairs whose change is known")
    output.write_text(draw_reliability(calibration, AXES[group]), encoding="utf-8")


if __name__ == "__main__":
    main()
