"""Measure how well a pack marks change in places left out of training, at several pixel sizes.

`python -m describe_changes.training.evaluation.left_out PACK CONFIG --data DATA` makes the exclusive-or and still
pairs of the
single dates that CONFIG leaves out, the same each time, and prints F1 per source, class and pixel size.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import Channel
from ...core.models.packs import PackInput, load_pack
from ..config import SingleTemporalConfig, TrainingConfig, load_config
from ..data.datasets.single_date import Tile
from ..data.pairs import TrainingPair
from ..data.single_temporal import SingleTemporalPairs, fixed_pairs, load_tiles
from ..losses.mask import UNKNOWN
from .mask_metrics import ANY_CHANGE

BINS = 200
SIZES_M = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2)


@dataclass
class Histogram:
    """Pixels by probability, so that F1 at every threshold and average precision follow.

    Attributes:
        changed: (BINS,) pixels that changed, by probability.
        same: (BINS,) those that did not.
    """

    changed: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    same: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))

    def add(self, probabilities: NDArray[np.float32], marked: NDArray[np.bool_], known: NDArray[np.bool_]) -> None:
        """Count the pixels of a map, all (H, W)."""
        bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
        self.changed += np.bincount(bins[known & marked], minlength=BINS)
        self.same += np.bincount(bins[known & ~marked], minlength=BINS)

    def scores(self, threshold: float) -> dict[str, float | None]:
        """F1 at a threshold, the best F1 with its threshold, and average precision; None where nothing changed."""
        hits, alarms = (part[::-1].cumsum()[::-1].astype(float) for part in (self.changed, self.same))
        wanted = float(self.changed.sum())
        if not wanted:
            return {"f1": None, "best_f1": None, "best_threshold": None, "average_precision": None}
        f1 = 2 * hits / np.maximum(hits + alarms + wanted, 1)
        precision = hits / np.maximum(hits + alarms, 1)
        best = int(f1.argmax())
        return {
            "f1": round(float(f1[min(round(threshold * BINS), BINS - 1)]), 4),
            "best_f1": round(float(f1[best]), 4),
            "best_threshold": best / BINS,
            "average_precision": round(float((self.changed * precision).sum() / wanted), 4),
        }


@torch.no_grad()
def measure_pairs(
    model: ChangeCaptioner,
    expected: PackInput,
    pairs: Sequence[TrainingPair],
    wanted: Sequence[Channel],
    batch: int = 8,
) -> dict[str, dict[str, float | None]]:
    """Scores per class.

    Args:
        model: with a mask head, in evaluation mode.
        expected: its mean and deviation per band.
        pairs: with masks of the channels `wanted`.
        wanted: channels that the pairs label; the model answers for a class by the likeliest of its own channels.
        batch: pairs at a time.

    Returns:
        By class that the model knows and the pairs label, with and without change: scores at the pack's threshold of
        its first channel.
    """
    own = model.config.mask_head.channels if model.config.mask_head else ()
    names = [name for name in dict.fromkeys(c.class_name for c in wanted) if any(c.class_name == name for c in own)]
    histograms = {name: Histogram() for name in names}
    mean, std = (torch.tensor(values).reshape(1, 1, 3, 1, 1) for values in (expected.mean, expected.std))
    for start in range(0, len(pairs), batch):
        part = pairs[start : start + batch]
        images = torch.from_numpy(np.stack([pair.images for pair in part])).float() / 255
        probabilities = model.mask_only(model.extract_features((images - mean) / std)).float().sigmoid().numpy()
        for maps, pair in zip(probabilities, part, strict=True):
            for name, histogram in histograms.items():
                answer = maps[[name in (c.class_name, ANY_CHANGE) for c in own]].max(axis=0)
                labels = pair.masks[[c.class_name == name for c in wanted]]
                histogram.add(answer, (labels == 1).any(axis=0), (labels != UNKNOWN).all(axis=0))
    thresholds = {c.class_name: c.threshold for c in reversed(own)}
    both = {name: h for name, h in histograms.items() if h.changed.any() and h.same.any()}
    return {name: h.scores(thresholds[name]) for name, h in both.items()}


def pairs_at(
    tiles: Sequence[Tile], channels: Sequence[Channel], gsd_m: float, count: int, still: float = 0.0
) -> list[TrainingPair]:
    """Pairs of tiles of one source at one pixel size."""
    config = SingleTemporalConfig(p_static=still, gsd_m=(gsd_m, gsd_m), p_same_source=1.0, shrink=8.0)
    return fixed_pairs(SingleTemporalPairs(tiles, channels, config), count)


def measure_left_out(
    name: str, config: TrainingConfig, data: Path, sizes_m: Sequence[float] = SIZES_M, count: int = 24
) -> dict[str, Any]:
    """Scores of a pack by source, pixel size and class.

    Args:
        name: pack.
        config: its single-date sources are measured on the tiles that they leave out.
        data: data folder.
        sizes_m: pixel sizes, metres; a source is shown at those that are not finer than its own.
        count: pairs per source and size.
    """
    pack = load_pack(name)
    model = pack.build_model()
    channels = config.model.mask_head.channels if config.model.mask_head else ()
    table: dict[str, Any] = {}
    for number, source in enumerate(config.sources):
        if source.single_date is None:
            continue
        alone = [s if i == number else s.model_copy(update={"single_date": None}) for i, s in enumerate(config.sources)]
        tiles = load_tiles(data, alone, 0.0, left_out=True)
        rows = {}
        for size in sizes_m:
            finest = [tile for tile in tiles if tile.gsd_m <= size * 1.07]
            if finest:
                pairs = pairs_at(finest, channels, size, count)
                rows[f"{size:g} m"] = measure_pairs(model, pack.manifest.input, pairs, channels)
        if rows:
            table[source.path] = rows
    return table


def main() -> None:
    """Print the table as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack")
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=float, nargs="+", default=SIZES_M)
    parser.add_argument("--count", type=int, default=24)
    given = parser.parse_args()
    table = measure_left_out(given.pack, load_config(given.config), given.data, given.sizes, given.count)
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
