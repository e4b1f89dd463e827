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

WANTED = 30
"""Reviewed pairs below which it is said beforehand that they are few: so many have taught a pack a new word, while its
outlines grew no better (docs/experiments/finetuning.md)."""
_LEAST_LOSS = 1.0
"""Points of 100 by which a figure must fall to count as worse; less is rounding."""
_NOT_TOLD = "CIDEr-D"
"""A score of captions that weighs rare words by the corpus: on a few tiles it is 0 whatever they say."""

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


def readiness_note(pairs: int, held: int) -> str:
    """What so many reviewed pairs promise, said before anything is learned."""
    few = f"{pairs:,} reviewed tiles are few: {WANTED} have taught a pack a new word, and outlines need more"
    told = f"{pairs:,} reviewed tiles to learn from" if pairs >= WANTED else few
    if not held:
        return f"{told}. None is held out, so nothing will say whether the new pack is better."
    enough = (
        "enough to compare" if held >= ENOUGH else f"too few to tell a small difference (about {ENOUGH} are wanted)"
    )
    return f"{told}. {held:,} held out: {enough}."


def worse_at(figures: dict[str, dict[str, Figure]]) -> list[str]:
    """What a fine-tuning has made worse, each as ``name: before → after`` of 100, as far as it could be measured."""
    found = []
    for name, row in figures.items():
        before, after = _of_hundred(name, row["before"]), _of_hundred(name, row["after"])
        if not name.startswith(_NOT_TOLD) and before is not None and after is not None:
            if before - after >= _LEAST_LOSS:
                found.append(f"{_meaning(name)}: {before:.1f} → {after:.1f}")
    return found


def as_lines(figures: dict[str, dict[str, Figure]], names: tuple[str, str]) -> list[str]:
    """The comparison as lines of a table for a terminal or a log: all figures of 100, where 100 is without a fault."""
    told = {name: row for name, row in figures.items() if not name.startswith(_NOT_TOLD)}
    width = max((len(_meaning(name)) for name in told), default=10) + 2
    columns = [max(len(name), 8) for name in names]
    lines = [" " * width + "  ".join(f"{name:>{size}}" for name, size in zip(names, columns, strict=True))]
    for name, row in told.items():
        cells = (f"{_text(name, row[key]):>{size}}" for key, size in zip(("before", "after"), columns, strict=True))
        lines.append(f"{_meaning(name):<{width}}" + "  ".join(cells))
    return lines


def _meaning(name: str) -> str:
    """A figure in words."""
    known = {
        "METEOR, all": "sentences, all tiles",
        "METEOR, changed": "sentences where something changed",
        "change accuracy": "changed or not, right of 100",
    }
    if name.startswith("mask F1, "):
        return f"outlines of {name.removeprefix('mask F1, ')}"
    return known.get(name, name)


def _of_hundred(name: str, value: Figure) -> float | None:
    """A figure as a part of 100; None where there is none."""
    if not isinstance(value, float | int):
        return None
    return float(value) if name.startswith("METEOR") else 100.0 * float(value)


def held_out(root: Path, layout: str = "auto") -> Sequence[PairSample]:
    """Pairs of a data set's split `val`; none where it has no such split."""
    try:
        return load_dataset(root, "val", layout)  # nosec B615 - reads a folder
    except InputError:
        return ()


def _text(name: str, value: Figure) -> str:
    part = _of_hundred(name, value)
    return "–" if part is None else f"{part:.1f}"
