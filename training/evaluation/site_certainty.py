"""Choose the probabilities from which a site is called sure or likely, and measure how often such a site is there.

`python -m describe_changes.training.evaluation.site_certainty PACK DATA` describes the pairs of
DATA/levir_cc_recovered (val) and DATA/clcd (val). A site is there where at least a third of its pixels changed by the
reference. LEVIR marks buildings only, so there sites of buildings alone are counted. Both thresholds are chosen on one
half of the pairs and measured on the other. The halves share no place: LEVIR-CC is halved by the tile of LEVIR-CD that
a pair was cut from, every other one; CLCD, which does not say where a pair lies, in the middle of its order.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from pyproj import CRS
from shapely.geometry import MultiPolygon

from ...core.formatting import format_table
from ...core.io.records import ChangeRecord
from ...core.models.packs import load_pack
from ...core.predict.class_mask import to_class_mask
from ...core.predict.device import choose_device
from ...core.predict.predictor import Predictor
from ...core.raster.grid import Grid
from ...core.raster.polygons import merge_parts, polygonize_block, to_pixels
from ...core.raster.tiling import Window
from ...core.sites.certainty import LIKELY, SURE
from ...core.sites.crops import site_mask
from ...core.sites.grouping import default_distance_m, group_areas
from ..data.datasets.files import need_image, read_json
from ..data.datasets.pixels import read_rgb

THERE = 1 / 3
"""Share of a site's pixels that must have changed by the reference."""
LEAST_PIXELS = 16
SURE_SHARE, LIKELY_SHARE = 0.95, 2 / 3
"""Of the sites that are called sure, and likely, so many shall be there."""
STEPS = tuple(round(0.5 + 0.05 * step, 2) for step in range(10))
"""Probabilities that a threshold may have."""
_FEWEST = 20
"""A threshold is not chosen by fewer sites."""
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


def choose_thresholds(found: Sequence[Found]) -> tuple[float, float]:
    """Return the least probabilities from which sites are as often there as *sure* and *likely* promise.

    Args:
        found: sites of one half.

    Raises:
        ValueError: no step is good enough.
    """
    sure = _least(lambda step: (step, 1.0), found, SURE_SHARE)
    return sure, _least(lambda step: (step, sure), found, LIKELY_SHARE)


def _least(span: Callable[[float], tuple[float, float]], found: Sequence[Found], wanted: float) -> float:
    """Return the least step from which, in its span of probabilities, the wanted share of sites is there."""
    for step in STEPS:
        low, high = span(step)
        number, share = there_between(found, low, high)
        if number >= _FEWEST and share >= wanted:
            return step
    raise ValueError(f"of no step are {wanted:.0%} of the sites there")


def there_between(found: Sequence[Found], low: float, high: float) -> tuple[int, float]:
    """Return number of sites of a span of probabilities (the upper end counts where it is 1) and the share there."""
    inside = [there for probability, there in found if low <= probability < high or probability == high == 1.0]
    return len(inside), float(np.mean(inside)) if inside else 0.0


def words_table(found: Sequence[Found], sure: float, likely: float) -> list[list[str]]:
    """Return one row per word: the word, its least probability, its sites, the share of them that is there."""
    rows = []
    for word, low, high in (("sure", sure, 1.0), ("likely", likely, sure), ("doubtful", 0.0, likely)):
        number, share = there_between(found, low, high)
        rows.append([word, f"{low:.2f}", f"{number:,}", f"{share:.1%}"])
    return rows


def sites_of_set(
    folder: Path, predictor: Predictor, classes: tuple[str, ...], half_of: Callable[[str], int]
) -> tuple[list[Found], list[Found]]:
    """Return the sites of all pairs of a folder with ``A``, ``B`` and ``label``, by half.

    Args:
        folder: of the set.
        predictor: the model.
        classes: that are counted.
        half_of: half, 0 or 1, of a pair by the name of its files.
    """
    halves: tuple[list[Found], list[Found]] = ([], [])
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
                halves[half_of(path.name)].extend(sites_of_pair(found.probabilities, predictor, label[part], classes))
    return halves


def _half_by_tile(data: Path) -> Callable[[str], int]:
    """Return what tells the half of a pair of LEVIR-CC: that of the tile of LEVIR-CD that it was cut from."""
    entries = read_json(data / "levir_cc_recovered" / "LevirCCcaptions.json")["images"]
    places = {entry["filename"]: entry["levir_cd_tile"] for entry in entries if entry["split"] == "val"}
    order = sorted(set(places.values()))
    return lambda name: order.index(places[name]) % 2


def _half_by_order(folder: Path) -> Callable[[str], int]:
    names = sorted(path.name for path in (folder / "A").iterdir())
    return lambda name: int(2 * names.index(name) >= len(names))


def main() -> None:
    """Print the thresholds that one half gives, and what words mean on the other, set by set and together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    predictor = Predictor(load_pack(asked.pack), choose_device("cpu"), batch_size=1)
    levir, clcd = asked.data / "levir_cc_recovered" / "images" / "val", asked.data / "clcd" / "val"
    sets = {
        "LEVIR-CC": sites_of_set(levir, predictor, ("building",), _half_by_tile(asked.data)),
        "CLCD": sites_of_set(clcd, predictor, ("building", "change"), _half_by_order(clcd)),
    }
    first, second = ([one for halves in sets.values() for one in halves[half]] for half in (0, 1))
    sure, likely = choose_thresholds(first)
    print(f"The first half gives sure {sure}, likely {likely}; the engine has {SURE} and {LIKELY}.")
    parts = {"first half": first, "second half": second}
    parts |= {f"{name}, second half": halves[1] for name, halves in sets.items()}
    rows = [[name, *row] for name, found in parts.items() for row in words_table(found, sure, likely)]
    print(format_table(("part", "word", "from", "sites", "there"), rows, numbers={2, 3, 4}))


if __name__ == "__main__":
    main()
