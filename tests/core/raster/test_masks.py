"""Masks and transparency: whatever is not 0 is valid, a band only marked as transparency is a band."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from describe_changes.core.raster.pair import open_pair
from rasterio.enums import ColorInterp

from .conftest import UTM, pattern

DATES = {"date_before": "2010", "date_after": "2018"}
RGBA = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
VALID = np.ones((60, 80), bool)
VALID[:, 50:] = False


def read_after(write, after):
    with open_pair(write("b.tif"), after, **DATES) as pair:
        return pair.read(pair.grid.window).valid[1], pair


def with_alpha(path, pixels, alpha, nodata=None):
    profile = {"driver": "GTiff", "count": 4, "height": 60, "width": 80, "crs": "EPSG:32633", "transform": UTM}
    with rasterio.open(path, "w", dtype=pixels.dtype, photometric="RGB", alpha="YES", nodata=nodata, **profile) as dst:
        dst.write(np.concatenate([pixels, alpha[None].astype(pixels.dtype)]))
        dst.colorinterp = RGBA
    return path


@pytest.mark.parametrize(
    ("dtype", "most"),
    [("uint8", 255), ("uint8", 1), ("uint8", 100), ("uint16", 65535), ("uint16", 4095), ("uint16", 255),
     ("uint16", 1), ("int16", 32767), ("float32", 1.0), ("float32", 255.0), ("float64", 1.0)],
)  # fmt: skip
@pytest.mark.parametrize("mosaic", [False, True])
def test_transparency_that_is_not_zero_is_valid(write, tmp_path, dtype, most, mosaic):
    after = with_alpha(tmp_path / "a.tif", pattern(dtype=dtype), VALID * np.array(most, dtype))
    files = [after, write("a2.tif", pattern(dtype=dtype)[:, :, :5].copy(), transform=UTM @ UTM.translation(80, 0))]
    valid, pair = read_after(write, files if mosaic else after)
    np.testing.assert_array_equal(valid[:60, :80], VALID)
    assert not [text for text in pair.warnings if text.startswith("a.tif")]


@pytest.mark.parametrize("most", [1, 127, 255])
@pytest.mark.parametrize("per_dataset", [True, False])
def test_a_mask_beside_the_file_may_say_1(write, most, per_dataset):
    after = write("a.tif")
    profile = {"driver": "GTiff", "count": 1 if per_dataset else 3, "height": 60, "width": 80, "dtype": "uint8"}
    with rasterio.open(f"{after}.msk", "w", transform=UTM, crs="EPSG:32633", **profile) as mask:
        mask.write(np.broadcast_to(VALID * np.uint8(most), (profile["count"], 60, 80)))
        mask.update_tags(**{f"INTERNAL_MASK_FLAGS_{band}": "2" if per_dataset else "0" for band in (1, 2, 3)})
    valid, _ = read_after(write, after)
    np.testing.assert_array_equal(valid, VALID)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("mosaic", [False, True])
def test_a_mask_declared_for_the_first_band_alone_counts(write, dtype, mosaic):
    """Its flag 2 says “for the whole file”, yet GDAL calls the other bands all valid."""
    after = write("a.tif", pattern(dtype=dtype))
    with rasterio.open(
        f"{after}.msk", "w", driver="GTiff", count=1, height=60, width=80, dtype="uint8", transform=UTM
    ) as mask:
        mask.write(VALID[None].astype(np.uint8))
        mask.update_tags(INTERNAL_MASK_FLAGS_1="2")
    beside = write("a2.tif", pattern(dtype=dtype)[:, :, :5].copy(), transform=UTM @ UTM.translation(80, 0))
    valid, _ = read_after(write, [after, beside] if mosaic else after)
    np.testing.assert_array_equal(valid[:60, :80], VALID)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_near_infrared_marked_as_transparency_is_a_band(write, tmp_path, dtype):
    infrared = np.random.default_rng(0).integers(0, 200, (60, 80))
    after = with_alpha(tmp_path / "a.tif", pattern(dtype=dtype), infrared)
    valid, pair = read_after(write, after)
    assert valid.all()
    (warning,) = [text for text in pair.warnings if "transparency" in text]
    assert warning.startswith("a.tif marks band 4 as transparency, but it holds an image")
    assert pair.after.bands == (1, 2, 3)


def test_soft_edges_are_still_transparency(write, tmp_path):
    alpha = np.clip((np.arange(80) - 40) * 20, 0, 255)[None].repeat(60, 0)
    valid, pair = read_after(write, with_alpha(tmp_path / "a.tif", pattern(), alpha))
    np.testing.assert_array_equal(valid, alpha > 0)
    assert not pair.warnings


@pytest.mark.parametrize(
    "profile",
    [
        {"compress": "deflate", "blockysize": 3000},
        {"compress": "lzw", "blockysize": 3000, "interleave": "band"},
        {"compress": "deflate", "blockysize": 2100},
        {"compress": "deflate", "blockysize": 1},
        {"compress": "zstd", "tiled": True, "blockxsize": 256, "blockysize": 256},
        {"compress": "packbits", "blockysize": 3000, "photometric": "RGB"},
        {"compress": "jpeg", "photometric": "YCBCR", "blockysize": 3000},
    ],
    ids=str,
)
def test_stored_pixels_are_data_in_any_layout_of_blocks(tmp_path, profile):
    """One compressed strip of more than 2,000 rows: GDAL shows rows as blocks, of which it knows no place."""
    pixels = np.random.default_rng(0).integers(1, 250, (3, 3000, 40), np.uint8)
    path = tmp_path / "a.tif"
    place = {"driver": "GTiff", "count": 3, "height": 3000, "width": 40, "dtype": "uint8", "crs": "EPSG:32633"}
    with rasterio.open(path, "w", transform=UTM, **place, **profile) as dst:
        dst.write(pixels)
    with open_pair(path, path, **DATES) as pair:
        assert pair.read(pair.grid.window).valid.all()


def test_blocks_never_written_are_still_no_data(tmp_path):
    path = tmp_path / "a.tif"
    place = {"driver": "GTiff", "count": 3, "height": 3000, "width": 64, "dtype": "uint8", "crs": "EPSG:32633"}
    with rasterio.open(path, "w", transform=UTM, sparse_ok=True, compress="deflate", blockysize=100, **place) as dst:
        dst.write(np.full((3, 700, 64), 9, np.uint8), window=rasterio.windows.Window(0, 300, 64, 700))
    with open_pair(path, path, **DATES) as pair:
        valid = pair.read(pair.grid.window).valid[1]
    np.testing.assert_array_equal(valid.all(axis=1), (np.arange(3000) >= 300) & (np.arange(3000) < 1000))
