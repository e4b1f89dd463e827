from __future__ import annotations

import os
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError, InternalError
from describe_changes.core.io.cog import to_uint8, write_mask_cog, write_probabilities_cog
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import Window
from PIL import Image
from pyproj import CRS
from rasterio.enums import ColorInterp

CHANNELS = [
    {"name": "building appeared", "class_name": "building", "transition": "appeared"},
    {"name": "other change", "class_name": "change", "transition": ""},
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


def blocks(pixels, size):
    """Cut (h, w) or (C, h, w) into blocks."""
    height, width = pixels.shape[-2:]
    for row in range(0, height, size):
        for col in range(0, width, size):
            h, w = min(size, height - row), min(size, width - col)
            yield Window(row, col, h, w), pixels[..., row : row + h, col : col + w]


def is_cog(path) -> bool:
    """Ask rio-cogeo's validator; a warning counts as no."""
    from rio_cogeo.cogeo import cog_validate

    valid, errors, warnings = cog_validate(path, strict=True, quiet=True)
    assert (errors, warnings) == ([], [])
    return valid


@pytest.mark.parametrize("size", [200, 512, 2048])
def test_the_mask_is_one_band_with_its_colours_and_names(tmp_path, size):
    path = tmp_path / "mask ü.tif"
    mask, _ = scene(700, 1100)
    grid = Grid(CRS("EPSG:32615"), ROTATED, 1100, 700)
    write_mask_cog(path, grid, CHANNELS, blocks(mask, size))
    with rasterio.open(path) as written:
        assert (written.count, written.dtypes, written.nodata) == (1, ("uint8",), 255)
        assert np.array_equal(written.read(1), mask)
        assert written.transform == ROTATED
        assert written.crs.to_epsg() == 32615
        assert written.descriptions == ("class",)
        assert written.colorinterp == (ColorInterp.palette,)
        assert [written.colormap(1)[value][:3] for value in (0, 1, 2)] == [(255,) * 3, (213, 94, 0), (204, 121, 167)]
        assert written.tags(1)["CLASS_1"] == "building appeared"
        assert written.overviews(1)
        assert written.read(1, masked=True).mask[:30].all()
        assert not written.read(1, masked=True).mask[30:].any()
    assert is_cog(path)
    assert sorted(os.listdir(tmp_path)) == ["mask ü.qml", "mask ü.tif", "mask ü.tif.aux.xml"]
    beside = ElementTree.parse(tmp_path / "mask ü.tif.aux.xml")  # noqa: S314 - our own text
    names = beside.findall("PAMRasterBand[@band='1']/CategoryNames/Category")
    assert [name.text for name in names] == ["no change", "building appeared", "other change"]
    assert "building appeared" in (tmp_path / "mask ü.qml").read_text(encoding="utf-8")


def test_a_plain_viewer_shows_the_classes(tmp_path):
    mask, _ = scene(300, 200)
    write_mask_cog(tmp_path / "m.tif", Grid(CRS("EPSG:32615"), ROTATED, 200, 300), CHANNELS, blocks(mask, 512))
    with Image.open(tmp_path / "m.tif") as image:
        shown = np.asarray(image.convert("RGB"))
    colours = {0: (255, 255, 255), 1: (213, 94, 0), 2: (204, 121, 167), 255: (200, 200, 200)}
    assert set(np.unique(mask)) == set(colours)
    for value, colour in colours.items():
        assert (shown[mask == value] == colour).all()


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_probabilities_are_named_bands_and_none_is_alpha(tmp_path, count):
    path = tmp_path / "p.tif"
    channels = [{"name": f"kind {n}", "class_name": f"kind {n}", "transition": ""} for n in range(count)]
    values = np.random.default_rng(count).integers(0, 256, (count, 600, 700), dtype=np.uint8)
    write_probabilities_cog(path, Grid(CRS("EPSG:32615"), ROTATED, 700, 600), channels, blocks(values, 512))
    with rasterio.open(path) as written:
        assert np.array_equal(written.read(), values)
        assert written.descriptions == tuple(f"probability of kind {n}" for n in range(count))
        assert written.colorinterp == (ColorInterp.gray, *[ColorInterp.undefined] * (count - 1))
        assert written.scales == pytest.approx((1 / 254,) * count)
        assert written.nodatavals == (255,) * count
        assert not written.read_masks(1)[values[0] == 255].any()
        assert written.read_masks(1)[values[0] != 255].all()
    assert is_cog(path)
    assert os.listdir(tmp_path) == ["p.tif"]


@pytest.mark.parametrize("name", ["plain.tif", "tiled.tif", "scratch.tif", "mask.TIFF", "m;a=1,b.tif", "a\nb.tif"])
def test_any_name_will_do(tmp_path, name):
    mask, probabilities = scene(64, 64)
    grid = Grid(CRS("EPSG:32615"), ROTATED, 64, 64)
    write_mask_cog(tmp_path / name, grid, CHANNELS, blocks(mask, 64))
    with rasterio.open(tmp_path / name) as written:
        assert np.array_equal(written.read(1), mask)
    write_probabilities_cog(tmp_path / name, grid, CHANNELS, blocks(probabilities, 64), overwrite=True)
    with rasterio.open(tmp_path / name) as written:
        assert np.array_equal(written.read(), probabilities)


def test_only_our_own_sidecars_are_replaced(tmp_path):
    mask, _ = scene(64, 64)
    grid = Grid(CRS("EPSG:32615"), ROTATED, 64, 64)
    (tmp_path / "m.qml").write_text("<qgis>the user's own</qgis>")
    (tmp_path / "elsewhere.xml").write_text("precious")
    (tmp_path / "m.tif.aux.xml").symlink_to(tmp_path / "elsewhere.xml")
    write_mask_cog(tmp_path / "m.tif", grid, CHANNELS, blocks(mask, 64))
    assert (tmp_path / "m.qml").read_text() == "<qgis>the user's own</qgis>"
    assert (tmp_path / "elsewhere.xml").read_text() == "precious"
    write_mask_cog(tmp_path / "n.tif", grid, CHANNELS, blocks(mask, 64))
    renamed = [{**channel, "name": "shed"} for channel in CHANNELS]
    write_mask_cog(tmp_path / "n.tif", grid, renamed, blocks(mask, 64), overwrite=True)
    assert "shed" in (tmp_path / "n.qml").read_text()
    assert "shed" in (tmp_path / "n.tif.aux.xml").read_text()


def test_overviews_invent_no_classes(tmp_path):
    path = tmp_path / "mask.tif"
    mask, _ = scene(1200, 1200)
    write_mask_cog(path, Grid(CRS("EPSG:32615"), ROTATED, 1200, 1200), CHANNELS, blocks(mask, 600))
    with rasterio.open(path, overview_level=0) as smaller:
        assert set(np.unique(smaller.read(1))) == {0, 1, 2, 255}


def test_what_no_block_covers_is_no_data(tmp_path):
    path = tmp_path / "mask.tif"
    mask, _ = scene(700, 1100)
    some = list(blocks(mask, 512))[:2]
    write_mask_cog(path, Grid(CRS("EPSG:32615"), ROTATED, 1100, 700), CHANNELS, some)
    with rasterio.open(path) as written:
        assert (written.read()[:, 512:] == 255).all()
        assert (written.read()[:, :, 1024:] == 255).all()


def test_quantise_keeps_zero_and_no_data_apart():
    probabilities = np.array([[[0.0, 1.0, 0.5, np.nan, 2.0]]], np.float32)
    valid = np.array([[True, True, True, False, True]])
    assert to_uint8(probabilities, valid).tolist() == [[[0, 254, 127, 255, 254]]]


def test_a_block_of_the_wrong_shape_is_our_fault(tmp_path):
    grid = Grid(CRS("EPSG:32615"), ROTATED, 100, 100)
    wrong = [(Window(0, 0, 100, 100), np.zeros((100, 99), np.uint8))]
    with pytest.raises(InternalError, match="99"):
        write_mask_cog(tmp_path / "mask.tif", grid, CHANNELS, wrong)
    assert os.listdir(tmp_path) == []


def test_existing_file_stays_unless_told(tmp_path):
    path = tmp_path / "mask.tif"
    mask, _ = scene(64, 64)
    grid = Grid(CRS("EPSG:4326"), Affine(1e-5, 0, 10, 0, -1e-5, 50), 64, 64)
    write_mask_cog(path, grid, CHANNELS, blocks(mask * 0, 64))
    precious = path.read_bytes()
    with pytest.raises(InputError, match="exists already"):
        write_mask_cog(path, grid, CHANNELS, blocks(mask, 64))
    assert path.read_bytes() == precious
    write_mask_cog(path, grid, CHANNELS, blocks(mask, 64), overwrite=True)
    with rasterio.open(path) as written:
        assert written.crs.to_epsg() == 4326
