"""Measure how well a change detector's frozen features fit a data set, as a referee asked of DFM.

`python -m describe_changes.training.evaluation.feature_alignment PACK [SOURCE…] --data DATA` with PACK the detector
(encoder and mask
head) and SOURCE a folder below DATA as `path` or `path:split`. Per source and over the cells of one feature map:

* `cka`: linear centred kernel alignment of the features with the share of changed pixels in the cell, 0–1;
* `own`: area under the ROC curve of the direction that parts changed from unchanged cells best on average in this
  source itself (difference of the two means), fitted on one half of its pairs and measured on the other;
* `first`: the same with the direction of the first source: whether "changed" looks alike to the detector elsewhere.

Cells count as changed from half changed pixels on and as unchanged with none; `cka` takes all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import Channel
from ...core.models.packs import ModelPack, PackInput, load_pack
from ..config import SourceConfig
from ..data.pairs import TrainingPair, load_pairs

SOURCES = ("levir_cc_recovered:val", "levir_cd_train/1m_512", "clcd:val")
Floats = NDArray[np.float64]
_CHANNELS = (Channel(name="building", class_name="building"), Channel(name="change", class_name="change"))
_BATCH = 4


@dataclass(frozen=True)
class Cells:
    """Cells of one source.

    Attributes:
        features: (N, P).
        share: (N,) of changed pixels, 0–1.
        pair: (N,) index of the pair.
    """

    features: Floats
    share: Floats
    pair: NDArray[np.int64]


def measure_alignment(
    pack: ModelPack, sources: Sequence[str], data: Path, pairs: int = 40, scale: int = -2
) -> dict[str, dict[str, Any]]:
    """Alignment of a pack's difference features with the change masks of several sources.

    Args:
        pack: the detector.
        sources: `path` or `path:split` below the data folder.
        data: data folder.
        pairs: of each source, spread evenly over those with a mask.
        scale: feature map, finest first.

    Raises:
        InputError: the pack has no mask head, or a source no masks.
    """
    model = pack.build_model()
    if model.mask_head is None:
        raise InputError(f"{pack.path} has no mask head and is no change detector")
    cells = {name: collect(model, pack.manifest.input, _read(data, name, pairs), scale) for name in sources}
    first = direction(cells[sources[0]])
    return {name: align(part, first) | {"pairs": int(part.pair.max()) + 1} for name, part in cells.items()}


def _read(data: Path, name: str, count: int) -> list[TrainingPair]:
    path, _, split = name.partition(":")
    pairs = load_pairs(data, [SourceConfig(path=path, split=split or "train")], _CHANNELS, most=3 * count)
    labelled = [pair for pair in pairs if _target(pair) is not None]
    if not labelled:
        raise InputError(f"{data / path} has no change masks to align with")
    chosen = np.linspace(0, len(labelled) - 1, min(count, len(labelled))).round().astype(int)
    return [labelled[index] for index in chosen]


def _target(pair: TrainingPair) -> NDArray[np.bool_] | None:
    """The mask of the channel that this pair's source labels everywhere, if it marks anything."""
    for mask in pair.masks:
        if (mask <= 1).all() and (mask == 1).any():
            return np.asarray(mask == 1)
    return None


@torch.no_grad()
def collect(model: ChangeCaptioner, expected: PackInput, pairs: Sequence[TrainingPair], scale: int) -> Cells:
    """Features and shares of all cells of the pairs."""
    mean, std = (torch.tensor(values).reshape(1, 1, 3, 1, 1) for values in (expected.mean, expected.std))
    features, shares = [], []
    for start in range(0, len(pairs), _BATCH):
        part = pairs[start : start + _BATCH]
        images = torch.from_numpy(np.stack([pair.images for pair in part])).float() / 255
        seen = model.extract_features((images - mean) / std)
        if model.mask_head is None:
            raise InputError("the model has no mask head and is no change detector")
        fused = model.mask_head.fuse(seen.before, seen.after)[scale]  # (B, P, h, w)
        targets = np.stack([mask for pair in part if (mask := _target(pair)) is not None])
        grid = (fused.shape[-2], fused.shape[-1])
        pooled = F.adaptive_avg_pool2d(torch.from_numpy(targets).float().unsqueeze(1), grid)
        features.append(fused.permute(0, 2, 3, 1).flatten(0, 2).double().numpy())
        shares.append(pooled.flatten().double().numpy())
    cells = len(np.concatenate(shares)) // len(pairs)
    return Cells(np.concatenate(features), np.concatenate(shares), np.repeat(np.arange(len(pairs)), cells))


def align(cells: Cells, first: Floats) -> dict[str, float]:
    """Figures of one source; `first` is the direction (P,) of the first source."""
    even = cells.pair % 2 == 0
    fitted = direction(Cells(cells.features[even], cells.share[even], cells.pair[even]))
    held_out = Cells(cells.features[~even], cells.share[~even], cells.pair[~even])
    return {
        "cka": linear_cka(cells.features, cells.share[:, None]),
        "own": _separates(held_out, fitted),
        "first": _separates(held_out, first),
        "changed_share": float(cells.share.mean()),
    }


def direction(cells: Cells) -> Floats:
    """Mean feature of changed cells less that of unchanged ones, each channel over its standard deviation, (P,)."""
    changed, unchanged = cells.features[cells.share >= 0.5], cells.features[cells.share == 0]
    spread = cells.features.var(axis=0) + 1e-9
    return np.asarray((changed.mean(axis=0) - unchanged.mean(axis=0)) / spread)


def _separates(cells: Cells, along: Floats) -> float:
    clear = (cells.share >= 0.5) | (cells.share == 0)
    return area_under_curve(cells.features[clear] @ along, cells.share[clear] >= 0.5)


def area_under_curve(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """Chance that a positive scores above a negative; ties count half. NaN without both."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    many, few = int(positive.sum()), int((~positive).sum())
    if not many or not few:
        return float("nan")
    return float((ranks[positive].sum() - many * (many + 1) / 2) / (many * few))


def linear_cka(left: Floats, right: Floats) -> float:
    """Linear centred kernel alignment (Kornblith et al., 2019, eq. 4) of (N, P) and (N, Q), 0–1."""
    a, b = left - left.mean(axis=0), right - right.mean(axis=0)
    cross = np.square(a.T @ b).sum()
    own = np.linalg.norm(a.T @ a) * np.linalg.norm(b.T @ b)
    return float(cross / own) if own > 0 else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.evaluation.feature_alignment`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", metavar="PACK")
    parser.add_argument("sources", nargs="*", metavar="SOURCE")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=40, help="pairs of each source")
    options = parser.parse_args(arguments)
    sources = options.sources or SOURCES
    print(json.dumps(measure_alignment(load_pack(options.pack), sources, options.data, options.pairs), indent=1))


if __name__ == "__main__":
    main()
