"""8-bit pixels by constants of the run, never of a tile."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
from describe_changes.core.raster.pair import PairPixels, open_pair
from describe_changes.core.raster.radiometry import Stretch, estimate_stretch, measure_image_stats, sample_image_stats
from describe_changes.core.raster.tiling import Window

from .conftest import Writer, pattern

DATES = {"date_before": "2012", "date_after": "2016"}


def test_eight_bit_imagery_stays_as_it_is(write: Writer) -> None:
    """Peers divide by 255 only where the tile's maximum says so; dark tiles then come out bright."""
    dark = (pattern() % 2).astype(np.uint8)
    with open_pair(write("b.tif", dark), write("a.tif"), **DATES) as pair:
        stretch = estimate_stretch(pair)
        out = stretch.apply(pair.read(pair.grid.window))
    assert stretch.identity
    assert out.dtype == np.uint8
    np.testing.assert_array_equal(out, [dark, pattern()])


@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32", "float64", "uint32"])
def test_percentiles_of_valid_pixels(dtype: str, write: Writer) -> None:
    rng = np.random.default_rng(0)
    values = (rng.random((3, 300, 300)) * [[[1000]], [[2000]], [[300]]] + 50).astype(dtype)
    holes = values.copy()
    holes[:, :100] = 30000
    before = write("b.tif", holes, nodata=30000)
    with open_pair(before, write("a.tif", values), **DATES) as pair:
        stretch = estimate_stretch(pair)
        out = stretch.apply(pair.read(pair.grid.window))
    assert stretch.before is not None
    expected = np.percentile(values[:, 100:].astype(float), [2, 98], axis=(1, 2)).T
    np.testing.assert_allclose(stretch.before, expected, rtol=1e-6)
    assert out.shape == (2, 3, 300, 300)
    assert (out[0, :, :100] == 0).all()
    assert 126 < out[1].mean() < 129, "a uniform band fills the range"
    assert Stretch.from_dict(json.loads(json.dumps(stretch.to_dict()))) == stretch


def test_nan_inf_flat_and_empty(write: Writer) -> None:
    values = pattern(dtype="float32") / 1000
    values[0, :5], values[1, :5, 3], values[2] = np.nan, np.inf, 7.0
    with open_pair(write("b.tif", values), write("a.tif", np.full_like(values, np.nan)), **DATES) as pair:
        stretch = estimate_stretch(pair)
        out = stretch.apply(pair.read(pair.grid.window))
    assert stretch.before is not None
    assert np.isfinite(stretch.before).all()
    assert (out[0, 2] == 0).all(), "a flat band is black, not noise"
    assert (out[1] == 0).all()


def test_the_same_pixel_is_the_same_in_every_tile(write: Writer) -> None:
    values = np.random.default_rng(0).integers(0, 4000, (3, 270, 2100), dtype=np.uint16)
    with open_pair(write("b.tif", values), write("a.tif", values), **DATES) as pair:
        stretch = estimate_stretch(pair)
        left = stretch.apply(pair.read(Window(0, 0, 100, 200)))
        right = stretch.apply(pair.read(Window(0, 100, 100, 200)))
    np.testing.assert_array_equal(left[:, :, :, 100:], right[:, :, :, :100])


def test_extremes_are_clipped() -> None:
    limits = ((0.0, 10.0),) * 3
    pixels = np.array([-1e30, 0, 5, 10, 1e30], np.float32).reshape(1, 1, 5).repeat(3, axis=0)
    both = PairPixels(pixels, pixels, np.ones((2, 1, 5), bool))
    np.testing.assert_array_equal(Stretch(limits, limits).apply(both)[0, 0, 0], [0, 0, 128, 255, 255])


def test_appearance_of_known_pixels() -> None:
    pixels = np.zeros((3, 2, 2), np.uint8)
    pixels[0], pixels[1], pixels[2] = 30, [[10, 10], [50, 50]], 0
    # means 30, 30, 0; the mean over the bands is 40/3 or 80/3, so its standard deviation is 20/3
    assert dataclasses.astuple(measure_image_stats(pixels)) == pytest.approx((20.0, 20 / 3, 0.0, -30.0))


def test_appearance_is_sampled_over_valid_pixels_of_both_dates(write: Writer) -> None:
    bright = np.full((3, 700, 900), 200, np.uint8)
    dark = np.full((3, 700, 900), 40, np.uint8)
    dark[:, :, :450] = 0
    with open_pair(write("b.tif", bright), write("a.tif", dark, nodata=0), **DATES) as pair:
        before, after = sample_image_stats(pair, estimate_stretch(pair))
    assert before is not None
    assert after is not None
    assert (before.brightness, before.contrast) == (200, 0)
    assert (after.brightness, after.contrast) == (40, 0), "pixels without data do not darken the picture"


def test_appearance_of_nothing_is_unknown(write: Writer) -> None:
    empty = np.zeros((3, 64, 64), np.uint8)
    with open_pair(write("b.tif", empty, nodata=0), write("a.tif", pattern()), **DATES) as pair:
        before, _ = sample_image_stats(pair, estimate_stretch(pair))
    assert before is None
