"""Two packs side by side on pairs that neither has learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ...core.errors import InputError
from ...core.models.packs import ModelPack
from ..data.datasets import PairSample, load_dataset
from .caption_metrics import open_meteor
from .evaluate import describe_pairs, summarize

ENOUGH = 30
"""Held-out pairs below which nothing is said about which pack is the better one."""

Figure = float | str | None
Progress = Callable[[int, int], None]


def measure(packs: Sequence[ModelPack], samples: Sequence[PairSample], progress: Progress) -> list[dict[str, Any]]:
    """Evaluate packs on the same pairs.

    Args:
        packs: what to measure.
        samples: pairs.
        progress: told pairs done and in all, over all packs; may raise to stop.

    Returns:
        Per pack the table of `evaluation.summarize`.
    """
    from ...core.predict.device import choose_device
    from ...core.predict.predictor import Predictor

    device = choose_device("auto")
    tables = []
    with open_meteor() as meteor:
        for number, pack in enumerate(packs):
            manifest = pack.manifest
            told = partial(_told, progress, number * len(samples), len(packs) * len(samples))
            results = describe_pairs(
                Predictor(pack, device),
                samples,
                manifest.input,
                manifest.calibration.threshold,
                told,
            )
            tables.append({"model": pack.name} | summarize(list(results), meteor=meteor))
    return tables


def _told(progress: Progress, start: int, total: int, done: int, _of_pack: int) -> None:
    progress(start + done, total)


def headline_metrics(table: dict[str, Any]) -> dict[str, Figure]:
    """The figures to compare: captions × 100, the rest as fractions; what cannot be computed says why."""
    figures: dict[str, Figure] = {}
    for subset in ("all", "changed"):
        scores = table.get(subset)
        for name in ("METEOR", "CIDEr-D"):
            figures[f"{name}, {subset}"] = scores.get(name) if isinstance(scores, dict) else str(scores)
    masks = table.get("mask")
    for name, scores in masks.items() if isinstance(masks, dict) else ():
        figures[f"mask F1, {name}"] = scores["f1"]
    figures["change accuracy"] = table.get("change_accuracy")
    return figures


def before_after(old: dict[str, Any], new: dict[str, Any]) -> dict[str, dict[str, Figure]]:
    """Figure → ``before`` and ``after`` the fine-tuning."""
    before, after = headline_metrics(old), headline_metrics(new)
    return {name: {"before": before.get(name), "after": after.get(name)} for name in {**before, **after}}


def sample_size_note(count: int) -> str:
    """What so many held-out pairs allow to say, as a sentence."""
    if not count:
        return "Nothing was held out, so the two packs cannot be compared; export with a share above 0."
    if count < ENOUGH:
        return (
            f"Only {count} tile{'s were' if count > 1 else ' was'} held out: too few to tell which pack is the better "
            f"one (about {ENOUGH} are wanted). Look at what the new pack says before you rely on it."
        )
    return f"Measured on {count} held-out tiles of the reviewed area; other places may differ."


def as_lines(figures: dict[str, dict[str, Figure]], names: tuple[str, str]) -> list[str]:
    """The comparison as lines of a table for a terminal or a log."""
    width = max((len(name) for name in figures), default=10) + 2
    columns = [max(len(name), 8) for name in names]
    lines = [" " * width + "  ".join(f"{name:>{size}}" for name, size in zip(names, columns, strict=True))]
    for name, row in figures.items():
        cells = (f"{_text(row[key]):>{size}}" for key, size in zip(("before", "after"), columns, strict=True))
        lines.append(f"{name:<{width}}" + "  ".join(cells))
    return lines


def held_out(root: Path, layout: str = "auto") -> Sequence[PairSample]:
    """Pairs of a data set's split `val`; none where it has no such split."""
    try:
        return load_dataset(root, "val", layout)  # nosec B615 - reads a folder
    except InputError:
        return ()


def _text(value: Figure) -> str:
    if isinstance(value, float | int):
        return f"{value:.3f}" if abs(value) <= 1 else f"{value:.1f}"
    return "–"
