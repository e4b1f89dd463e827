"""Measure how well buildings are counted in a mask: connected patches against patches parted at the model's doubts.

`python -m describe_changes.training.evaluation.building_counts PACK --data DATA` counts the buildings of every pair of
a LEVIR-CC folder at the pack's own pixel size, and holds both ways of counting against the patches of the reference
mask, on two halves of the split that share no place.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...common.site_facts import BUILDING
from ...core.captions.instances import LEAST_M2, LEVELS, count_instances, label
from ...core.formatting import format_table
from ...core.models.config import Channel
from ...core.models.packs import load_pack
from ...core.predict.class_mask import to_class_mask
from ...core.predict.device import choose_device
from ...core.predict.predictor import Predictor
from ..data.datasets.files import read_json
from ..data.datasets.images import read_masks, read_pair
from ..data.datasets.levir_cc import load_levir_cc
from .mask_metrics import SPECK

MANY = 5
"""Buildings from which a pair counts as one with many."""


@dataclass(frozen=True)
class PairCount:
    """Buildings of one pair: of the reference, as connected patches, parted; and its half of the split."""

    reference: int
    patches: int
    parted: int
    half: int


def count_buildings(
    probabilities: NDArray[np.float32], channels: Sequence[Channel], pixel_m2: float, levels: Sequence[float] = LEVELS
) -> tuple[int, int]:
    """Return the connected patches of buildings and the buildings into which they part; specks are left out.

    Args:
        probabilities: (C, h, w), 0–1.
        channels: of the mask, in order.
        pixel_m2: ground of a pixel.
        levels: probabilities at which a patch may part.
    """
    classes, _ = to_class_mask(probabilities, channels)
    patches = parted = 0
    for index, channel in enumerate(channels):
        if channel.class_name != BUILDING:
            continue
        labels, sizes = label(classes == index + 1)
        for number in np.flatnonzero(sizes >= SPECK) + 1:
            patches += 1
            parted += count_instances(probabilities[index], labels == number, pixel_m2, levels, LEAST_M2)
    return patches, parted


def measure_counts(pack_name: str, data: Path, split: str, gsd_m: float) -> list[PairCount]:
    """Count the buildings of all pairs of one pixel size.

    Args:
        pack_name: name or folder of a model pack.
        data: folder as LEVIR-CC, with masks and the place of each pair (``levir_cd_tile``).
        split: of the pairs.
        gsd_m: pixel size of the pairs to take.
    """
    predictor = Predictor(load_pack(pack_name), choose_device("auto"))
    places = {entry["filename"]: entry["levir_cd_tile"] for entry in read_json(data / "LevirCCcaptions.json")["images"]}
    samples = [s for s in load_levir_cc(data, split) if s.gsd_m == gsd_m and s.mask]
    order = sorted({places[sample.before.name] for sample in samples})
    counts = []
    for sample in samples:
        images = read_pair(sample)
        valid = np.ones((1, 2, *images.shape[-2:]), np.bool_)
        (found,) = predictor.predict(images[None], valid, captions=[False])
        reference = label(read_masks(sample)[BUILDING] > 0)[1]
        patches, parted = count_buildings(found.probabilities, predictor.channels, gsd_m**2)
        half = order.index(places[sample.before.name]) % 2
        counts.append(PairCount(int((reference >= SPECK).sum()), patches, parted, half))
    return counts


def table_of(counts: Sequence[PairCount]) -> str:
    """Return mean absolute errors and sums of both ways of counting, per half of the split."""
    rows = []
    for half, title in enumerate(("chosen on", "measured on")):
        part = [count for count in counts if count.half == half]
        truth = np.array([count.reference for count in part])
        for way in ("patches", "parted"):
            said = np.array([getattr(count, way) for count in part])
            rows.append([title, str(len(part)), way, *_errors(truth, said)])
    head = ("half", "pairs", "count", "error, changed", "error, 5 or more", "found, unchanged", "sum / reference")
    return format_table(head, rows, numbers=range(3, 7))


def _errors(truth: NDArray[np.int64], said: NDArray[np.int64]) -> list[str]:
    changed, many = truth > 0, truth >= MANY
    off = np.abs(truth - said)
    means = [off[changed].mean(), off[many].mean(), said[~changed].mean()]
    return [*(f"{value:.2f}" for value in means), f"{said.sum()} / {truth.sum()}"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="val")
    parser.add_argument("--gsd", type=float, default=0.5)
    given = parser.parse_args(arguments)
    print(table_of(measure_counts(given.pack, given.data, given.split, given.gsd)))


if __name__ == "__main__":
    main()
