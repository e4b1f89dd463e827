"""Hold a pack's masks against what people name: does a class that captions name without a mask show in the masks?

`python -m describe_changes.training.evaluation.named_classes PACK DATA/levir_cc_recovered` prints by channel
how well the mean probability of the likeliest 2 % of a pair's pixels tells the pairs that are named from those that are
surely not (`training.data.channel_labels`).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...core.models.packs import load_pack
from ..config import SourceConfig
from ..data.pairs import load_pairs
from ..losses.mask import LIKELIEST, SOMEWHERE

_BATCH = 8
_FEWEST = 3
"""Named pairs of a channel below which nothing is said of it."""


def average_precision(scores: NDArray[np.float64], named: NDArray[np.bool_]) -> float:
    """Mean, over the named pairs, of the share of named ones among those with at least their score."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(named[order])
    return float((hits / np.arange(1, len(order) + 1))[named[order]].mean())


def likeliest(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Mean of the largest 2 % of (…, H, W), (…)."""
    flat = probabilities.reshape(*probabilities.shape[:-2], -1)
    most = max(1, round(LIKELIEST * flat.shape[-1]))
    mean: NDArray[np.float64] = np.partition(flat, -most, axis=-1)[..., -most:].mean(axis=-1, dtype=np.float64)
    return mean


@torch.no_grad()
def measure(name: str, source: SourceConfig, data: Path) -> dict[str, dict[str, Any]]:
    """Figures by channel of a pack.

    Args:
        name: pack.
        source: pairs with captions or kinds.
        data: data folder.

    Returns:
        Of each channel that three pairs at least name: number of the pairs that name it and of those that surely show
        nothing of it, the median of the mean probability in either, and the average precision.
    """
    pack = load_pack(name)
    model, expected = pack.build_model(), pack.manifest.input
    mean, std = (torch.tensor(values).reshape(1, 1, 3, 1, 1) for values in (expected.mean, expected.std))
    pairs = [pair.loaded() for pair in load_pairs(data, [source], pack.channels)]
    parts = []
    for start in range(0, len(pairs), _BATCH):
        images = torch.from_numpy(np.stack([pair.images for pair in pairs[start : start + _BATCH]])).float() / 255
        logits = model.mask_only(model.extract_features((images - mean) / std))
        parts.append(likeliest(logits.float().sigmoid().numpy()))
    scores = np.concatenate(parts)  # (N, C)
    figures: dict[str, dict[str, Any]] = {}
    for number, channel in enumerate(pack.channels):
        masks = [pair.masks[number] for pair in pairs]
        named = np.array([bool(((mask == SOMEWHERE) | (mask == 1)).any()) for mask in masks])
        absent = np.array([not mask.any() for mask in masks])
        if named.sum() < _FEWEST:
            continue
        either = named | absent
        figures[channel.name] = {
            "named": int(named.sum()),
            "absent": int(absent.sum()),
            "median_named": round(float(np.median(scores[named, number])), 3),
            "median_absent": round(float(np.median(scores[absent, number])), 3) if absent.any() else None,
            "average_precision": round(average_precision(scores[either, number], named[either]), 3),
        }
    return figures


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack")
    parser.add_argument("path", type=Path, help="data set with captions, or a file of machine captions")
    parser.add_argument("--split", default="val")
    given = parser.parse_args()
    kind = "pseudo_captions" if given.path.suffix == ".json" else "dataset"
    source = SourceConfig(kind=kind, path=given.path.name, split=given.split)
    print(json.dumps(measure(given.pack, source, given.path.parent), indent=1))


if __name__ == "__main__":
    main()
