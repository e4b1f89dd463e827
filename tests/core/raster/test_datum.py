"""A datum grid that is not installed moves a raster by metres; the pair says so."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.raster.pair import open_pair
from pyproj import Transformer

DATES = {"date_before": "2010", "date_after": "2018"}


def warnings_between(write, source, target, lon, lat, pixel=0.5):
    """Warnings of a pair of rasters that lie around one place in two reference systems."""
    paths = []
    for name, crs in (("b.tif", source), ("a.tif", target)):
        x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
        place = Affine(pixel, 0, x - 200 * pixel, 0, -pixel, y + 200 * pixel)
        paths.append(write(name, np.full((3, 400, 400), 9, np.uint8), crs=crs, transform=place))
    with open_pair(*paths, **DATES) as pair:
        return [text for text in pair.warnings if "is brought from" in text]


@pytest.mark.parametrize(
    ("source", "target", "lon", "lat", "grid"),
    [
        ("EPSG:27700", "EPSG:25830", -1.5, 52.0, "OSTN15"),
        ("EPSG:31467", "EPSG:25832", 9.0, 51.0, ".tif"),
        ("EPSG:26713", "EPSG:26913", -106.72, 41.09, "us_noaa"),
    ],
)
def test_a_missing_grid_is_told_with_what_was_taken(write, source, target, lon, lat, grid):
    """The wheels of rasterio and pyproj bring no grids; accuracies are EPSG's own."""
    (warning,) = warnings_between(write, source, target, lon, lat)
    assert warning.startswith("b.tif is brought from ")
    assert "accurate to" in warning or "unknown accuracy" in warning
    assert grid in warning
    assert "not installed" in warning


@pytest.mark.parametrize(
    ("source", "target", "lon", "lat", "pixel"),
    [
        ("EPSG:32632", "EPSG:32632", 9.0, 51.0, 0.5),
        ("EPSG:3857", "EPSG:32632", 9.0, 51.0, 0.5),
        ("EPSG:2056", "EPSG:25832", 8.0, 47.0, 0.5),
        ("EPSG:31467", "EPSG:25832", 9.0, 51.0, 10.0),
    ],
)
def test_nothing_is_said_where_it_fits_to_a_pixel(write, source, target, lon, lat, pixel):
    assert warnings_between(write, source, target, lon, lat, pixel) == []
