"""Regions against GDAL's polygons and against cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from describe_changes.core.raster.regions import find_regions, label_regions
from rasterio.features import rasterize, shapes


@pytest.mark.parametrize("diagonal", [False, True])
@pytest.mark.parametrize("density", [0.05, 0.4, 0.6, 0.95])
def test_regions_are_those_that_gdal_outlines(density: float, diagonal: bool) -> None:
    rng = np.random.default_rng(int(100 * density))
    mask = (rng.random((37, 53)) < density) * rng.integers(1, 3, (37, 53))
    mask = np.kron(mask, np.ones((2, 1))).astype(np.uint8)
    if diagonal:  # GDAL's outlines of several values cross at corners
        mask = (mask > 0).astype(np.uint8)
    found = shapes(mask, mask=mask > 0, connectivity=8 if diagonal else 4)
    outlined = [(int(value), shapely.geometry.shape(geometry)) for geometry, value in found]
    expected = sorted((value, round(s.area), round(s.centroid.y, 6), round(s.centroid.x, 6)) for value, s in outlined)
    regions = find_regions(mask, diagonal)
    rows, cols = regions.rows.round(6).tolist(), regions.cols.round(6).tolist()
    got = sorted(zip(regions.values.tolist(), regions.pixels.astype(int).tolist(), rows, cols, strict=True))
    assert [region[:2] for region in got] == [region[:2] for region in expected]
    np.testing.assert_allclose([region[2:] for region in got], [region[2:] for region in expected], atol=1e-5)


@pytest.mark.parametrize("density", [0.05, 0.5, 0.95])
def test_labels_are_those_of_gdals_outlines_filled_again(density: float) -> None:
    mask = (np.random.default_rng(int(100 * density)).random((41, 67)) < density).astype(np.uint8)
    outlines = [outline for outline, _ in shapes(mask, mask=mask > 0, connectivity=8)]
    filled = rasterize(zip(outlines, range(1, len(outlines) + 1), strict=True), out_shape=mask.shape, dtype="int32")
    labels, pixels = label_regions(mask, diagonal=True)
    pairs = set(zip(labels.ravel().tolist(), filled.ravel().tolist(), strict=True))
    assert len(pairs) == len(outlines) + 1  # one to one, background among them
    assert (0, 0) in pairs
    assert pixels.tolist() == np.bincount(labels.ravel())[1:].tolist()
    firsts = [int(np.flatnonzero(labels.ravel() == number)[0]) for number in range(1, len(pixels) + 1)]
    assert firsts == sorted(firsts)


def test_nothing_and_everything() -> None:
    assert label_regions(np.zeros((5, 7), np.uint8))[0].tolist() == [[0] * 7] * 5
    assert len(find_regions(np.zeros((5, 7), np.uint8)).values) == 0
    whole = find_regions(np.full((5, 7), 3, np.uint8))
    assert (whole.values.tolist(), whole.pixels.tolist()) == ([3], [35])
    assert (whole.rows.tolist(), whole.cols.tolist()) == ([2.5], [3.5])


def test_a_spiral_is_one_region_and_edges_of_the_mask_do_not_touch() -> None:
    spiral = np.array([[1, 1, 1, 1, 1], [0, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]], np.uint8)
    assert find_regions(spiral).pixels.tolist() == [17]
    edges = np.array([[0, 0, 1], [1, 0, 0], [0, 0, 1], [1, 0, 0]], np.uint8)
    assert find_regions(edges, diagonal=True).pixels.tolist() == [1, 1, 1, 1]
