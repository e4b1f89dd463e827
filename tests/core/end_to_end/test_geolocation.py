"""A square that appears at known ground coordinates comes back at those coordinates, whatever the grid.

Oracles: the square is drawn by projecting every sub-pixel of a raster into the square's own UTM zone; what comes back
is measured by pyproj on the WGS 84 ellipsoid. Neither shares code with the engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from pyproj import CRS, Geod, Transformer

GEOD = Geod(ellps="WGS84")
UTM = CRS("EPSG:32615")
# Joplin, in metres of UTM zone 15: the centre of every raster, and a square to the south-east of it.
CENTRE = (367_000.0, 4_104_000.0)
SQUARE = shapely.box(CENTRE[0] + 10, CENTRE[1] - 50, CENTRE[0] + 50, CENTRE[1] - 10)
SUPERSAMPLING = 6


@dataclass(frozen=True)
class Lattice:
    """A raster's grid: CRS, corner transform, (height, width), and the ground size of its larger pixel side."""

    crs: CRS
    transform: Affine
    shape: tuple[int, int]
    pixel_m: float


def around_centre(
    crs: str, pixel: tuple[float, float], shape: tuple[int, int], pixel_m: float, angle: float = 0
) -> Lattice:
    """Return a lattice whose middle lies at CENTRE, turned by `angle` degrees."""
    x, y = Transformer.from_crs(UTM, crs, always_xy=True).transform(*CENTRE)
    height, width = shape
    to_middle = Affine.translation(-width / 2, -height / 2)
    transform = Affine.translation(x, y) @ Affine.rotation(angle) @ Affine.scale(pixel[0], -pixel[1]) @ to_middle
    return Lattice(CRS(crs), transform, shape, pixel_m)


METRIC = around_centre("EPSG:32615", (0.5, 0.5), (300, 320), 0.5)
DEGREES = around_centre("EPSG:4326", (6e-6, 6e-6), (260, 340), 0.67)
ROTATED = around_centre("EPSG:32615", (0.5, 0.5), (420, 420), 0.5, angle=30)
FEET = around_centre("EPSG:2267", (2.0, 2.0), (280, 300), 0.62)
OBLONG = around_centre("EPSG:32615", (0.4, 0.8), (220, 400), 0.8)
SHIFTED = Lattice(METRIC.crs, METRIC.transform @ Affine.translation(3.4, -2.7), METRIC.shape, 0.5)


def paint(path: Path, lattice: Lattice, dark: int, bright: int) -> Path:
    """Write an RGB raster on which the square's share of each pixel is its brightness."""
    height, width = lattice.shape
    share = np.zeros((height, width))
    if bright != dark:
        to_utm = Transformer.from_crs(lattice.crs, UTM, always_xy=True)
        rows, cols = np.mgrid[0:height, 0:width].astype(float)
        for i in range(SUPERSAMPLING):
            for j in range(SUPERSAMPLING):
                at = (cols + (j + 0.5) / SUPERSAMPLING, rows + (i + 0.5) / SUPERSAMPLING)
                share += shapely.contains_xy(SQUARE, *to_utm.transform(*(lattice.transform @ at)))
        share /= SUPERSAMPLING**2
    grey = np.rint(dark + share * (bright - dark)).astype(np.uint8)
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 3, "height": height, "width": width, "tiled": True,
               "blockxsize": 128, "blockysize": 128}  # fmt: skip
    with rasterio.open(path, "w", crs=lattice.crs.to_wkt(), transform=lattice.transform, **profile) as image:
        image.write(np.stack([grey] * 3))
    return path


def true_area() -> float:
    """Geodesic area of the square, m²."""
    to_lonlat = Transformer.from_crs(UTM, "EPSG:4326", always_xy=True)
    ring = shapely.segmentize(SQUARE, 1.0).exterior.coords
    return abs(GEOD.polygon_area_perimeter(*to_lonlat.transform(*zip(*ring, strict=True)))[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(METRIC, METRIC, id="metric CRS"),
        pytest.param(DEGREES, DEGREES, id="degrees"),
        pytest.param(ROTATED, ROTATED, id="rotated grid"),
        pytest.param(FEET, FEET, id="US survey feet"),
        pytest.param(OBLONG, OBLONG, id="oblong pixels"),
        pytest.param(METRIC, SHIFTED, id="grids off by a fraction of a pixel"),
        pytest.param(METRIC, DEGREES, id="two CRSs, after in degrees"),
        pytest.param(DEGREES, METRIC, id="two CRSs, before in degrees"),
        pytest.param(ROTATED, FEET, id="two CRSs, one rotated, one in feet"),
    ],
)
def test_a_square_comes_back_where_it_is_and_as_large_as_it_is(before, after, command_line, difference_pack, tmp_path):
    output = tmp_path / "changes.gpkg"
    ended = command_line(
        "run",
        paint(tmp_path / "square_2010.tif", before, difference_pack.dark, difference_pack.dark),
        paint(tmp_path / "square_2020.tif", after, difference_pack.dark, difference_pack.bright),
        *("-o", output, "--model", difference_pack.path, "--device", "cpu"),
    )
    assert ended.code == 0, ended.message
    meta, _, wkb, columns = pyogrio.raw.read(output, layer="changes")
    assert len(wkb) == 1
    area = float(columns[list(meta["fields"]).index("area_m2")][0])

    to_utm = Transformer.from_crs(meta["crs"], UTM, always_xy=True)
    found = shapely.transform(shapely.from_wkb(wkb[0]), to_utm.transform, interleaved=False)
    pixel = max(before.pixel_m, after.pixel_m)
    assert found.centroid.distance(SQUARE.centroid) < pixel
    assert area == pytest.approx(true_area(), rel=0.02)

    to_lonlat = Transformer.from_crs(meta["crs"], "EPSG:4326", always_xy=True)
    lonlat = shapely.transform(shapely.from_wkb(wkb[0]), to_lonlat.transform, interleaved=False)
    assert abs(GEOD.geometry_area_perimeter(lonlat)[0]) == pytest.approx(true_area(), rel=0.02)
