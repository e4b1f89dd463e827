"""Measure what indices of the bands tell, and where they mislead: ``python benchmarks/index_facts.py DATA``.

DATA is the folder of the georeferenced example data. Three tables are printed: the pairs of the NAIP and Landsat series
and of Sentinel-2; Sentinel-2 against its change mask; and a Sentinel-2 scene against itself under haze, cloud, shadow,
rain and another sensor, where all that is told is false. docs/experiments/index_facts.md has the figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from describe_changes.core.formatting import format_table
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.raster.indices import Scene, estimate_scene, index_scores
from describe_changes.core.raster.pair import RasterPair
from describe_changes.core.raster.spectral import Bands, SpectralPair, SpectralPixels, measurable_roles, open_spectral
from describe_changes.core.raster.tiling import Window
from rasterio.warp import reproject

NAIP = [
    f"naip/m_4709963_se_14_1_{date}.tif" for date in "20090818 20100629 20120731 20150926 20170827 20200831".split()
]
LANDSAT = [f"landsat/{year}.tif" for year in range(1985, 2025, 5)]
SENTINEL = ["oscd/saclay_e_20160315.tif", "oscd/saclay_e_20170829.tif"]
BANDS = {"naip": "1,2,3,nir=4", "landsat": "3,4,4,swir=1,nir=2,red=3,green=4", "oscd": None}
KINDS = ("vegetation gained", "vegetation lost", "water gained", "water lost")
Scores = npt.NDArray[np.float32]


@contextmanager
def opened(data: Path, before: str, after: str) -> Iterator[tuple[RasterPair, SpectralPair]]:
    """Open a pair and its measured bands."""
    dates = (None, None) if before != after else ("2016-03-15", "2016-03-16")
    job = DescribeOptions(data / before, data / after, None, *dates, bands=BANDS[before.partition("/")[0]])
    with job.pair.open() as pair:
        spectral = open_spectral(job.pair, pair, measurable_roles(pair))
        yield pair, spectral
        spectral.close()


class Changed(SpectralPair):
    """A pair whose later date is the earlier one, changed."""

    def __init__(self, pair: SpectralPair, change: Callable[[Bands], Bands]) -> None:
        super().__init__(pair.grid, pair.roles, pair.readers)
        object.__setattr__(self, "_change", change)

    def read(self, window: Window) -> SpectralPixels:
        """Pixels of the window, the later date changed."""
        pixels = super().read(window)
        return SpectralPixels(pixels.before, self._change(pixels.before), pixels.valid)  # type: ignore[attr-defined]


def measured(spectral: SpectralPair) -> tuple[Scene, Scores, npt.NDArray[np.bool_]]:
    """Return constants, scores and validity of a whole pair."""
    scene = estimate_scene(spectral)
    if scene is None:
        raise SystemExit("the dates have no data in common")
    pixels = spectral.read(spectral.grid.window)
    return scene, index_scores(pixels, scene), pixels.valid


def shares(scores: Scores, valid: npt.NDArray[np.bool_]) -> list[str]:
    """Return the share of valid pixels that each kind is told of."""
    return [f"{np.count_nonzero(layer[valid]) / np.count_nonzero(valid):.1%}" for layer in scores[:4]]


def series(data: Path) -> None:
    """Print the pairs of both series and of Sentinel-2."""
    rows = []
    for before, after in [*pairwise(NAIP), *pairwise(LANDSAT), tuple(SENTINEL)]:
        with opened(data, before, after) as (_, spectral):
            scene, scores, valid = measured(spectral)
        names = [Path(name).stem.rpartition("_")[2] for name in (before, after)]
        figures = (*scene.ndvi, scene.spread, scene.vegetation.gain, scene.vegetation.threshold)
        told = [*shares(scores, valid), "yes" if scene.stirred else ""]
        rows.append([" → ".join(names), *(f"{value:.2f}" for value in figures), *told])
    head = ["pair", "NDVI before", "after", "σ", "gain", "threshold", *KINDS, "warned"]
    print(format_table(head, rows))


def against_mask(data: Path) -> None:
    """Print how much of the mask of urban change the indices tell, and how much of what they tell lies in it."""
    with opened(data, *SENTINEL) as (pair, spectral):
        _, scores, valid = measured(spectral)
        mask = np.zeros(valid.shape, np.uint8)
        with rasterio.open(data / "oscd/saclay_e_label.png") as label, rasterio.open(data / SENTINEL[0]) as source:
            reproject(
                (label.read(1) > 0).astype(np.uint8), mask, src_transform=source.transform, src_crs=source.crs,
                dst_transform=pair.grid.transform, dst_crs=rasterio.CRS.from_wkt(pair.grid.crs.to_wkt()),
            )  # fmt: skip
    changed, told = (mask > 0) & valid, scores.max(axis=0) > 0
    print(f"\nthe mask marks {changed[valid].mean():.2%} of the ground, the indices tell of {told[valid].mean():.2%};")
    print(
        f"{told[changed].mean():.1%} of the mask is told, {changed[told].mean():.1%} of what is told lies in the mask"
    )


def misleading(data: Path) -> None:
    """Print what is told of a scene against itself under another sky."""

    def disc(bands: Bands) -> npt.NDArray[np.bool_]:
        rows, cols = np.indices(bands["nir"].shape)
        return (rows - 250) ** 2 + (cols - 300) ** 2 < 120**2

    def scaled(**factors: float) -> Callable[[Bands], Bands]:
        return lambda bands: {role: values * factors.get(role, 1.0) for role, values in bands.items()}

    def veiled(share: float, white: float) -> Callable[[Bands], Bands]:
        return lambda bands: {role: values * (1 - share) + white * share for role, values in bands.items()}

    def within(change: Callable[[Bands], Bands]) -> Callable[[Bands], Bands]:
        return lambda bands: {
            role: np.where(disc(bands), values, bands[role]) for role, values in change(bands).items()
        }

    cases: list[tuple[str, Callable[[Bands], Bands]]] = [
        ("nothing", scaled()),
        ("another sensor: near infrared × 1.3, red × 0.8", scaled(nir=1.3, red=0.8)),
        ("an offset of 1,000 of 10,000 in all bands", lambda bands: {r: v + 1000 for r, v in bands.items()}),
        ("haze over all, a tenth of 6,000", veiled(0.1, 6000)),
        ("haze over a disc, a tenth of 6,000", within(veiled(0.1, 6000))),
        ("haze over a disc, a quarter of 6,000", within(veiled(0.25, 6000))),
        ("a cloud over a disc, 9,000", within(veiled(0.95, 9000))),
        ("shadow over a disc, a third, infrared a quarter", within(scaled(green=0.33, red=0.33, nir=0.25))),
        ("deep shadow over a disc, a tenth with skylight", within(scaled(green=0.13, red=0.1, nir=0.05))),
        ("wet ground in a disc: green × 0.65, red × 0.6, nir × 0.5", within(scaled(green=0.65, red=0.6, nir=0.5))),
    ]
    rows = []
    for name, change in cases:
        with opened(data, SENTINEL[0], SENTINEL[0]) as (_, spectral):
            _, scores, valid = measured(Changed(spectral, change))
            inside = disc({"nir": scores[0]}) & valid if "disc" in name else valid
        rows.append([name, *shares(scores, inside)])
    print()
    print(format_table(["the same scene with", *KINDS], rows))


def main() -> None:
    """Print all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the georeferenced example data")
    data = parser.parse_args().data
    series(data)
    against_mask(data)
    misleading(data)


if __name__ == "__main__":
    main()
