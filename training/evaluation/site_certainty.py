"""Measure how often a site's change is there, by the mean probability of its pixels, for the words of certainty.

`python -m describe_changes.training.evaluation.site_certainty PACK DATA` describes the pairs of
DATA/levir_cc_recovered (val) and DATA/clcd (val) and prints, per step of probability, how many sites there are and in
how many of them at least a third of the pixels changed by the reference. LEVIR marks buildings only, so there sites of
buildings alone are counted.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from pyproj import CRS
from shapely.geometry import MultiPolygon

from ...core.io.records import ChangeRecord
from ...core.models.packs import load_pack
from ...core.predict.class_mask import to_class_mask
from ...core.predict.device import choose_device
from ...core.predict.predictor import Predictor
from ...core.raster.grid import Grid
from ...core.raster.polygons import merge_parts, polygonize_block, to_pixels
from ...core.raster.tiling import Window
from ...core.sites.crops import site_mask
from ...core.sites.grouping import default_distance_m, group_areas
from ..data.datasets.files import need_image
from ..data.datasets.pixels import read_rgb

THERE = 1 / 3
"""Share of a site's pixels that must have changed by the reference."""
LEAST_PIXELS = 16
_SETS = (("levir_cc_recovered/images/val", ("building",)), ("clcd/val", ("building", "change")))
_TILE = 256

Found = tuple[float, bool]
"""Mean probability of a site, and whether its change is there."""


def sites_of_pair(
    probabilities: NDArray[np.float32], predictor: Predictor, label: NDArray[np.bool_], classes: tuple[str, ...]
) -> Iterator[Found]:
    """Yield the sites of one tile.

    Args:
        probabilities: (C, h, w).
        predictor: for its channels.
        label: (h, w) reference.
        classes: that are counted.
    """
    mask, score = to_class_mask(probabilities, predictor.channels)
    height, width = mask.shape
    grid = Grid(CRS("EPSG:32633"), Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000), width, height)
    areas = [
        ChangeRecord(
            geometry=MultiPolygon([found.geometry]),
            change_id=number,
            class_name=predictor.channels[found.class_id - 1].class_name,
            area_m2=found.area_m2,
            perimeter_m=0.0,
            mean_probability=found.score,
            tile_id=0,
        )
        for number, found in enumerate(merge_parts(polygonize_block(mask, grid.window, score), grid))
        if found.pixels >= LEAST_PIXELS
    ]
    for site in group_areas([a for a in areas if a.class_name in classes], grid, default_distance_m(grid)):
        covered = np.zeros(mask.shape, bool)
        for area in site:
            outline = to_pixels([area.geometry], grid.transform)[0]
            covered |= site_mask(outline, mask, Window(0, 0, height, width)) > 0
        size = sum(area.area_m2 for area in site)
        probability = sum(area.mean_probability * area.area_m2 for area in site) / size
        yield probability, float(label[covered].mean()) >= THERE


def sites_of_set(folder: Path, predictor: Predictor, classes: tuple[str, ...]) -> Iterator[Found]:
    """Yield the sites of all pairs of a folder with ``A``, ``B`` and ``label``."""
    for path in sorted((folder / "A").iterdir()):
        names = [need_image(folder / part, [path.name]) for part in ("A", "B", "label")]
        before, after, marks = (read_rgb(name) for name in names)
        label = marks.max(axis=0) > 0
        for row in range(0, before.shape[1] - _TILE + 1, _TILE):
            for col in range(0, before.shape[2] - _TILE + 1, _TILE):
                part = (slice(row, row + _TILE), slice(col, col + _TILE))
                images = np.stack([before[(slice(None), *part)], after[(slice(None), *part)]])[None]
                valid = np.ones((1, 2, _TILE, _TILE), bool)
                (found,) = predictor.predict(images, valid, [False])
                yield from sites_of_pair(found.probabilities, predictor, label[part], classes)


def table(found: list[Found], step: float = 0.05) -> list[dict[str, float]]:
    """Return sites and share of those that are there, per step of probability."""
    rows = []
    for low in np.arange(0.3, 1.0, step):
        inside = [there for probability, there in found if low <= probability < low + step]
        if inside:
            rows.append({"from": round(float(low), 2), "sites": len(inside), "there": round(float(np.mean(inside)), 3)})
    return rows


def main() -> None:
    """Print one table per data set and one for both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    predictor = Predictor(load_pack(asked.pack), choose_device("cpu"), batch_size=1)
    together: list[Found] = []
    for name, classes in _SETS:
        found = list(sites_of_set(asked.data / name, predictor, classes))
        together += found
        print(json.dumps({name: table(found)}))
    print(json.dumps({"both": table(together)}))


if __name__ == "__main__":
    main()
