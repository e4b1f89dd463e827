from __future__ import annotations

import os

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import EngineFault, InputError
from describe_changes.core.output.cog import quantise, write_mask_cog
from describe_changes.core.raster.grid import Grid, Window
from pyproj import CRS

CHANNELS = [
    {"name": "building appeared", "class_name": "building", "direction": "appeared"},
    {"name": "other change", "class_name": "change", "direction": ""},
]
ROTATED = Affine(0.5, 0.1, 360_000.0, 0.1, -0.5, 4_100_000.0)


def scene(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """A class mask and probabilities made by a rule of their own."""
    rows, cols = np.indices((height, width))
    mask = ((rows // 40 + cols // 60) % 3).astype(np.uint8)
    mask[:30] = 255
    probabilities = np.stack([(rows + cols) % 255, (rows * 3) % 255]).astype(np.uint8)
    probabilities[:, mask == 255] = 255
    return mask, probabilities


def blocks(mask, probabilities, size):
    height, width = mask.shape
    for row in range(0, height, size):
        for col in range(0, width, size):
            h, w = min(size, height - row), min(size, width - col)
            part = (slice(row, row + h), slice(col, col + w))
            yield Window(row, col, h, w), mask[part], probabilities[(slice(None), *part)]


@pytest.mark.parametrize("size", [200, 512, 2048])
def test_pixels_place_and_names(tmp_path, size):
    path = tmp_path / "mask ü.tif"
    mask, probabilities = scene(700, 1100)
    grid = Grid(CRS("EPSG:32615"), ROTATED, 1100, 700)
    write_mask_cog(path, grid, CHANNELS, blocks(mask, probabilities, size))
    with rasterio.open(path) as written:
        assert np.array_equal(written.read(1), mask)
        assert np.array_equal(written.read([2, 3]), probabilities)
        assert written.transform == ROTATED
        assert written.crs.to_epsg() == 32615
        assert written.nodata == 255
        assert written.descriptions == ("class", "probability of building appeared", "probability of other change")
        assert written.scales == pytest.approx((1.0, 1 / 254, 1 / 254))
        assert written.tags(1)["CLASS_1"] == "building appeared"
        assert written.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert written.overviews(1)
        assert written.read(1, masked=True).mask[:30].all()
        assert not written.read(1, masked=True).mask[30:].any()
    assert sorted(os.listdir(tmp_path)) == ["mask ü.qml", "mask ü.tif"]
    assert "building appeared" in (tmp_path / "mask ü.qml").read_text(encoding="utf-8")


def test_overviews_invent_no_classes(tmp_path):
    path = tmp_path / "mask.tif"
    mask, probabilities = scene(1200, 1200)
    write_mask_cog(path, Grid(CRS("EPSG:32615"), ROTATED, 1200, 1200), CHANNELS, blocks(mask, probabilities, 600))
    with rasterio.open(path, overview_level=0) as smaller:
        assert set(np.unique(smaller.read(1))) == {0, 1, 2, 255}


def test_what_no_block_covers_is_no_data(tmp_path):
    path = tmp_path / "mask.tif"
    mask, probabilities = scene(700, 1100)
    some = list(blocks(mask, probabilities, 512))[:2]
    write_mask_cog(path, Grid(CRS("EPSG:32615"), ROTATED, 1100, 700), CHANNELS, some)
    with rasterio.open(path) as written:
        assert (written.read()[:, 512:] == 255).all()
        assert (written.read()[:, :, 1024:] == 255).all()


def test_quantise_keeps_zero_and_no_data_apart():
    probabilities = np.array([[[0.0, 1.0, 0.5, np.nan, 2.0]]], np.float32)
    valid = np.array([[True, True, True, False, True]])
    assert quantise(probabilities, valid).tolist() == [[[0, 254, 127, 255, 254]]]


def test_a_block_of_the_wrong_shape_is_our_fault(tmp_path):
    grid = Grid(CRS("EPSG:32615"), ROTATED, 100, 100)
    wrong = [(Window(0, 0, 100, 100), np.zeros((100, 99), np.uint8), np.zeros((2, 100, 100), np.uint8))]
    with pytest.raises(EngineFault, match="99"):
        write_mask_cog(tmp_path / "mask.tif", grid, CHANNELS, wrong)
    assert os.listdir(tmp_path) == []


def test_existing_file_stays_unless_told(tmp_path):
    path = tmp_path / "mask.tif"
    path.write_bytes(b"precious")
    mask, probabilities = scene(64, 64)
    grid = Grid(CRS("EPSG:4326"), Affine(1e-5, 0, 10, 0, -1e-5, 50), 64, 64)
    with pytest.raises(InputError, match="exists already"):
        write_mask_cog(path, grid, CHANNELS, blocks(mask, probabilities, 64))
    assert path.read_bytes() == b"precious"
    write_mask_cog(path, grid, CHANNELS, blocks(mask, probabilities, 64), overwrite=True)
    with rasterio.open(path) as written:
        assert written.crs.to_epsg() == 4326
