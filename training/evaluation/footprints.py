"""Buildings gone, told footprint by footprint, against the damage grades of a set in the format of xBD.

`python -m describe_changes.training.evaluation.footprints PACK FOLDER` prints recall at a precision, over all
footprints with a
grade: a building is called gone if the mean probability of *disappeared* over its footprint reaches a threshold.
(Gupta et al. 2019, arXiv:1911.09296.)
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.models.packs import load_pack
from ..data.datasets.files import find_image, read_json
from ..data.datasets.pixels import read_rgb
from .tiling import extract_tiles, merge_probabilities, plan_tiling

GONE = ("destroyed",)
"""Grades of a building that is gone."""
_UNGRADED = "un-classified"


@dataclass(frozen=True)
class Footprint:
    """A building of the earlier date.

    Attributes:
        outline: polygon in pixels, (x, y).
        gone: whether its grade says that it is gone.
    """

    outline: Any
    gone: bool


def read_footprints(path: Path, gone: Sequence[str] = GONE) -> list[Footprint]:
    """Graded buildings of a label file of the later date.

    Raises:
        InputError: it is no such file.
    """
    from shapely import from_wkt

    try:
        features = read_json(path)["features"]["xy"]
        graded = [(f["wkt"], f["properties"].get("subtype", _UNGRADED)) for f in features]
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is not a label file of xBD (no features.xy with wkt and properties)") from error
    return [Footprint(from_wkt(wkt), grade in gone) for wkt, grade in graded if grade != _UNGRADED]


def footprint_scores(probabilities: NDArray[np.float32], footprints: Sequence[Footprint]) -> NDArray[np.float64]:
    """Mean of a (H, W) map over each footprint; that of the nearest pixel for one too small to hold a centre."""
    from rasterio import Affine
    from rasterio.features import geometry_mask

    scores, pixels = [], Affine.identity()
    for footprint in footprints:
        inside = ~geometry_mask([footprint.outline], probabilities.shape, pixels)
        if not inside.any():
            inside = ~geometry_mask([footprint.outline], probabilities.shape, pixels, all_touched=True)
        scores.append(float(probabilities[inside].mean()) if inside.any() else 0.0)
    return np.array(scores)


def recall_at_precision(scores: NDArray[np.float64], gone: NDArray[np.bool_], least: float) -> dict[str, float]:
    """The largest recall at a precision of at least `least`, with its threshold; recall 0 where there is none."""
    best = {"recall": 0.0, "precision": 0.0, "threshold": 1.0}
    for threshold in np.unique(scores):
        found = scores >= threshold
        precision = float((found & gone).sum() / found.sum())
        recall = float((found & gone).sum() / max(int(gone.sum()), 1))
        if precision >= least and recall > best["recall"]:
            best = {"recall": recall, "precision": precision, "threshold": float(threshold)}
    return best


def measure_footprints(name: str, folder: Path, gsd_m: float = 0.5, least: float = 0.7) -> dict[str, Any]:
    """Recall of buildings gone at a precision.

    Args:
        name: pack.
        folder: `images/NAME_{pre,post}_disaster.*` and `labels/NAME_post_disaster.json`.
        gsd_m: metres per pixel.
        least: precision asked for.

    Raises:
        InputError: there is nothing to measure on, or the pack has no channel for buildings that disappear.
    """
    from ...core.predict.device import choose_device
    from ...core.predict.predictor import Predictor

    pack = load_pack(name)
    predictor = Predictor(pack, choose_device("auto"))
    rows = [i for i, c in enumerate(predictor.channels) if (c.class_name, c.transition) == ("building", "disappeared")]
    labels = sorted((folder / "labels").glob("*_post_disaster.json"))
    if not rows or not labels:
        missing = "label file *_post_disaster.json below labels/" if rows else "channel of disappeared buildings"
        raise InputError(f"{folder if rows else pack.path} has no {missing}")
    scores, gone = [], []
    for label in labels:
        stem = label.stem.removesuffix("_post_disaster")
        dates = [find_image(folder / "images", f"{stem}_{when}_disaster.png") for when in ("pre", "post")]
        if None in dates:
            raise InputError(f"{folder / 'images'} lacks a date of {stem}")
        images = np.stack([read_rgb(date) for date in dates if date is not None])
        frame = plan_tiling(images.shape[2:], gsd_m, pack.manifest.input, whole=False)
        tiles, valid = extract_tiles(images, frame)
        maps = [tile.probabilities for tile in predictor.predict(tiles, valid)]
        footprints = read_footprints(label)
        scores.append(footprint_scores(merge_probabilities(maps, frame)[rows[0]], footprints))
        gone.append(np.array([footprint.gone for footprint in footprints], bool))
    all_scores, all_gone = np.concatenate(scores), np.concatenate(gone)
    threshold = predictor.channels[rows[0]].threshold
    found = all_scores >= threshold
    return {
        "footprints": len(all_gone),
        "gone": int(all_gone.sum()),
        f"at precision {least:g}": recall_at_precision(all_scores, all_gone, least),
        f"at the pack's threshold {threshold:g}": {
            "recall": float((found & all_gone).sum() / max(int(all_gone.sum()), 1)),
            "precision": float((found & all_gone).sum() / max(int(found.sum()), 1)),
        },
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gsd", type=float, default=0.5)
    given = parser.parse_args()
    print(json.dumps(measure_footprints(given.pack, given.folder, given.gsd), indent=1))


if __name__ == "__main__":
    main()
