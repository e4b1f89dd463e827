"""How much a system says better than another on the same pairs and seeds, with confidence intervals.

`python -m describe_changes.training.paired_differences FOLDER --baseline direct_sub --data DATA` reads the
runs `NAME-seedN` of a sweep. Figure: CIDEr-D × 100 of the changed pairs, whose mean over pairs is the corpus figure
(document frequencies are those of all references, alike for every system). Intervals: two-way bootstrap, seeds and
pairs drawn anew at once, 2.5 to 97.5 % of the means; `--tiles` draws whole tiles in place of pairs, since pairs of one
tile resemble each other.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.errors import InputError
from .commands import EVALUATION
from .config import SourceConfig
from .data.datasets import PairSample, load_dataset
from .data.pairs import read_from
from .sweep import CAPTIONS, CAPTIONS_SHIFTED

RESAMPLES = 10_000
Figures = NDArray[np.float64]
"""(seeds, pairs), × 100."""


@dataclass(frozen=True)
class Interval:
    """A mean with its bootstrap interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.1f} [{self.low:+.1f}, {self.high:+.1f}]"


def bootstrap(figures: Figures, groups: Sequence[str] | None = None, seed: int = 0) -> Interval:
    """Mean of (seeds, pairs) figures and its 95 % interval, seeds and pairs drawn anew with replacement.

    Args:
        figures: one per seed and pair.
        groups: of each pair; whole groups are drawn in place of pairs.
        seed: of the draws.
    """
    rng = np.random.default_rng(seed)
    seeds, pairs = figures.shape
    names = sorted(set(groups)) if groups else [str(i) for i in range(pairs)]
    member = np.zeros((len(names), pairs))
    rows = [names.index(group) for group in groups] if groups else range(pairs)
    member[list(rows), range(pairs)] = 1.0
    over_seeds = rng.multinomial(seeds, np.full(seeds, 1 / seeds), RESAMPLES) / seeds  # (R, seeds)
    over_pairs = rng.multinomial(len(names), np.full(len(names), 1 / len(names)), RESAMPLES) @ member  # (R, pairs)
    means = ((over_seeds @ figures) * over_pairs).sum(1) / over_pairs.sum(1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Interval(float(figures.mean()), float(low), float(high))


def cider_of(captions: Sequence[str], samples: Sequence[PairSample]) -> NDArray[np.float64]:
    """CIDEr-D × 100 of every changed pair, in order.

    Raises:
        InputError: the captions are of other pairs.
    """
    from pycocoevalcap.cider.cider import Cider

    if len(captions) != len(samples):
        raise InputError(f"a run described {len(captions)} pairs, but the data hold {len(samples)}")
    told = [row for row, sample in enumerate(samples) if sample.changed]
    references = {row: list(samples[row].captions) for row in told}
    scores: Any = Cider().compute_score(references, {row: [captions[row]] for row in told})[1]
    return 100 * np.asarray(scores, np.float64)


def read_runs(folder: Path, samples: Sequence[PairSample], file: str) -> dict[str, dict[int, NDArray[np.float64]]]:
    """System → seed → figure of each changed pair, of the finished runs of a sweep."""
    runs: dict[str, dict[int, NDArray[np.float64]]] = {}
    for path in sorted(folder.glob(f"*-seed*/{file}")):
        if (path.parent / EVALUATION).exists():
            name, _, number = path.parent.name.rpartition("-seed")
            runs.setdefault(name, {})[int(number)] = cider_of(json.loads(path.read_text(encoding="utf-8")), samples)
    return runs


def held_out(folder: Path, data: Path) -> list[PairSample]:
    """The pairs that the runs of a sweep were measured on.

    Raises:
        InputError: there is no run.
    """
    for path in sorted(folder.glob("*-seed*/config.json")):
        source = SourceConfig.model_validate(json.loads(path.read_text(encoding="utf-8"))["validation"])
        read = load_dataset(data / source.path, source.split, source.layout)  # nosec B615 - reads a folder
        return [sample for sample in read if read_from(source, sample)]
    raise InputError(f"{folder} holds no runs NAME-seedN of a sweep")


def differences(folder: Path, data: Path, baseline: str, tiles: bool = False) -> list[dict[str, str]]:
    """One row per system: figures on both kinds of pairs, differences to the baseline, and what shifting costs.

    Raises:
        InputError: the baseline has no finished run, or shares no seed with a system.
    """
    samples = held_out(folder, data)
    groups = [sample.place or sample.id for sample in samples if sample.changed] if tiles else None
    kinds = {"as they are": CAPTIONS, "shifted": CAPTIONS_SHIFTED}
    figures = {kind: read_runs(folder, samples, file) for kind, file in kinds.items()}
    figures = {kind: runs for kind, runs in figures.items() if runs}
    if baseline not in figures.get("as they are", {}):
        raise InputError(f"{folder} holds no finished run of {baseline}")
    rows = []
    for name in figures["as they are"]:
        shared = sorted(set(figures["as they are"][name]) & set(figures["as they are"][baseline]))
        if not shared:
            raise InputError(f"{name} and {baseline} have no seed in common")
        row: dict[str, str] = {"system": name, "seeds": str(len(shared))}
        gaps: dict[str, Figures] = {}
        figure: dict[str, Figures] = {}
        for kind, runs in figures.items():
            own, other = (np.stack([runs[system][seed] for seed in shared]) for system in (name, baseline))
            gaps[kind], figure[kind] = own - other, own
            spread = statistics.stdev(own.mean(1)) if len(shared) > 1 else 0.0
            row[kind] = f"{own.mean():.1f} ± {spread:.1f}"
            row[f"{kind}, minus {baseline}"] = "–" if name == baseline else str(bootstrap(gaps[kind], groups))
            row[f"{kind}, seeds ahead"] = "–" if name == baseline else f"{(gaps[kind].mean(1) > 0).sum()}"
        if len(gaps) == 2:
            row["shifted − as they are"] = str(bootstrap(figure["shifted"] - figure["as they are"], groups))
        if len(gaps) == 2 and name != baseline:
            more = gaps["shifted"] - gaps["as they are"]
            row[f"shifted − as they are, minus {baseline}"] = str(bootstrap(more, groups))
        rows.append(row)
    return rows


def as_markdown(rows: Sequence[dict[str, str]]) -> str:
    """The rows as a table."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [columns, ["---"] * len(columns), *([row.get(column, "–") for column in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.paired_differences`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--baseline", default="direct_sub")
    parser.add_argument("--tiles", action="store_true", help="draw whole tiles in place of pairs")
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args(arguments)
    print(as_markdown(differences(options.folder, options.data, options.baseline, options.tiles)))


if __name__ == "__main__":
    main()
