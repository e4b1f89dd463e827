"""Fill values that no file declares are no data; real darkness, white roofs and clouds stay what they are.

The right answer is known by construction: the place where the fill was painted.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.raster.overrides import Override
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.radiometry import estimate_stretch
from describe_changes.core.raster.reader import EpochReader
from describe_changes.core.raster.tiling import Window

from .conftest import UTM

N = 240
ROWS, COLS = np.mgrid[:N, :N]
DATES = {"date_before": "2010", "date_after": "2018"}
COLLARS = {
    "swath": ROWS + COLS >= N,
    "half": COLS >= N // 2,
    "frame": (abs(ROWS - 120) >= 70) | (abs(COLS - 110) >= 90),
    "turned": np.maximum(abs(0.9 * COLS + 0.44 * ROWS - 160.8), abs(0.9 * ROWS - 0.44 * COLS - 55.2)) > 95,
    "missing tile": (ROWS < 100) & (COLS < 120),
    "two rows": ROWS < 2,
    "ragged": np.hypot(ROWS - 120, COLS - 120) > 95 + 15 * np.sin(7 * np.arctan2(ROWS - 120, COLS - 120)),
}  # fmt: skip


def ground(seed: int = 3) -> np.ndarray:
    """Return an image like a town from above: (3, N, N), 8 bits, with a few pixels of 0 and of 255."""
    random = np.random.default_rng(seed)
    blocks = np.kron(random.integers(20, 235, (3, N // 12, N // 12)), np.ones((12, 12)))
    pixels = np.clip(blocks + random.normal(0, 12, (3, N, N)), 1, 254).astype(np.uint8)
    pixels[:, 150:152, 160:163], pixels[:, 130, 200:204] = 0, 255
    return pixels


AS_TYPE = {
    "uint8": lambda pixels: pixels,
    "uint16": lambda pixels: pixels.astype(np.uint16) * 16,
    "int16": lambda pixels: pixels.astype(np.int16) * 30,
    "int32": lambda pixels: pixels.astype(np.int32) * 30,
    "float32": lambda pixels: (pixels / 255 * 0.4).astype(np.float32),
    "float64": lambda pixels: pixels / 255 * 0.4,
}
FILLS = [
    ("uint8", 0), ("uint8", 255), ("uint16", 0), ("uint16", 65535), ("int16", -32768), ("int16", -9999), ("int16", 0),
    ("int32", -(2**31)), ("float32", -9999), ("float32", 1e20), ("float32", float(np.finfo(np.float32).min)),
    ("float32", 0), ("float64", -99999), ("float64", float(np.finfo(np.float64).min)),
]  # fmt: skip


def open_one(write, pixels, told=None, **profile):
    """Open an ordinary earlier date and a later date with the pixels in question."""
    before = write("b.tif", ground(8))
    after = write("a.tif", pixels, **profile)
    return open_pair(before, after, overrides=(Override(), told or Override()), **DATES)


def check(write, pixels, filled, **profile):
    with open_one(write, pixels, **profile) as pair:
        valid = pair.read(pair.grid.window).valid
        warned = [text for text in pair.warnings if "as fill" in text]
    assert valid[0].all()
    np.testing.assert_array_equal(valid[1], ~filled)
    assert bool(warned) == bool(filled.any())
    return warned


@pytest.mark.parametrize(("dtype", "value"), FILLS)
def test_a_fill_value_is_no_data_and_the_user_is_told(write, dtype, value):
    pixels = AS_TYPE[dtype](ground())
    pixels[:, COLLARS["swath"]] = value
    (warning,) = check(write, pixels, COLLARS["swath"])
    assert warning.startswith("a.tif holds ")
    assert "--nodata none" in warning
    assert f"({COLLARS['swath'].mean():.0%} of it)" in warning


@pytest.mark.parametrize("shape", COLLARS)
@pytest.mark.parametrize(("dtype", "value"), [("uint8", 0), ("uint8", 255), ("uint16", 0), ("uint16", 65535)])
def test_collars_of_every_shape(write, dtype, value, shape):
    pixels = AS_TYPE[dtype](ground())
    pixels[:, COLLARS[shape]] = value
    check(write, pixels, COLLARS[shape])


@pytest.mark.parametrize("shape", ["swath", "turned", "ragged"])
def test_real_pixels_of_the_fill_value_inside_stay(write, shape):
    pixels = ground()
    pixels[:, 100:111, 98:110] = 0  # a deep shadow
    pixels[:, COLLARS[shape]] = 0
    check(write, pixels, COLLARS[shape])


def test_each_band_may_have_its_own(write):
    pixels = AS_TYPE["float32"](ground())
    pixels[0][COLLARS["swath"]] = -9999
    pixels[2][COLLARS["half"]] = 1e20
    check(write, pixels, COLLARS["swath"] | COLLARS["half"])


def test_a_collar_of_a_colour_out_of_extremes(write):
    pixels = ground()
    pixels[:, COLLARS["turned"]] = np.array([255, 0, 255], np.uint8)[:, None]
    (warning,) = check(write, pixels, COLLARS["turned"])
    assert "255/0/255" in warning


def test_a_further_value_beside_the_declared_one(write):
    pixels = AS_TYPE["int16"](ground())
    pixels[:, COLLARS["half"]], pixels[:, COLLARS["two rows"]] = -9999, -32768
    check(write, pixels, COLLARS["half"] | COLLARS["two rows"], nodata=-32768)


def real_edges() -> dict[str, np.ndarray]:
    """Return images whose edges look like a fill value and are none."""
    random = np.random.default_rng(0)
    names = "dark water, black sea, straight sea, roof, roof in a corner, cloud, zero in red".split(", ")
    images = {name: ground() for name in names}
    coast = COLS < 100 + 12 * np.sin(ROWS / 9)
    specks = random.random((N, N)) < 0.1
    images["dark water"][:, :90] = random.integers(0, 7, (3, 90, N))
    for name, sea in (("black sea", coast), ("straight sea", COLS < 100)):
        images[name][:, sea], images[name][:, sea & specks] = 0, 2
    images["roof"][:, :40, 90:140] = 255
    images["roof in a corner"][:, :30, :36] = 255
    images["cloud"][:, np.hypot(ROWS - 40, COLS - 30) < 80] = 255
    images["zero in red"][0][COLLARS["half"]] = 0
    return images


@pytest.mark.parametrize("name", real_edges())
def test_what_only_looks_like_fill_stays(write, name):
    check(write, real_edges()[name], np.zeros((N, N), bool))


@pytest.mark.parametrize(("row", "col"), [(40, 30), (120, 120)])
def test_saturated_clouds_of_16_bits_stay(write, row, col):
    pixels = AS_TYPE["uint16"](ground())
    pixels[:, np.hypot(ROWS - row, COLS - col) < 80] = 65535
    check(write, pixels, np.zeros((N, N), bool))


def test_hot_pixels_are_left_out(write):
    pixels = AS_TYPE["float32"](ground())
    hot = np.zeros((N, N), bool)
    hot[60, 50:53] = True
    pixels[:, hot] = 1e38
    pixels[1, 61, 50], hot[61, 50] = np.inf, True
    check(write, pixels, hot)


def test_the_user_has_the_last_word(write):
    pixels = ground()
    pixels[:, COLLARS["half"]] = 0
    with open_one(write, pixels, Override(nodata="none")) as pair:
        assert pair.read(pair.grid.window).valid.all()
        assert not [text for text in pair.warnings if "as fill" in text]


def test_statistics_do_not_know_of_it(write):
    """The limits of the stretch are those of the same raster with the value declared."""
    pixels = AS_TYPE["float32"](ground())
    pixels[:, COLLARS["swath"]] = -9999
    with open_one(write, pixels) as pair:
        found = estimate_stretch(pair).after
    with open_one(write, pixels, nodata=-9999) as pair:
        declared = estimate_stretch(pair).after
    assert found == declared
    assert all(0 <= low < high <= 0.4 for low, high in found)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_any_window_of_a_large_raster_sees_the_same(write, dtype):
    """Larger than the sample, so that the rule's rectangles are coarse; windows astride blocks agree to the bit."""
    pixels = np.kron(AS_TYPE[dtype](ground()), np.ones((1, 5, 5), dtype))
    filled = np.kron(COLLARS["turned"], np.ones((5, 5), bool))
    pixels[:, filled] = 0
    before = write("b.tif", pixels[:, :100, :100] + np.array(1, dtype))
    after = write("a.tif", pixels, tiled=True, blockxsize=256, blockysize=256)
    with open_pair(after, after, date_before="2010", date_after="2018") as pair:
        whole = pair.read(pair.grid.window)
        np.testing.assert_array_equal(whole.valid[1], ~filled)
        for window in (Window(100, 3, 300, 700), Window(511, 511, 2, 2), Window(900, 640, 300, 560)):
            rows, cols = window.slices()
            np.testing.assert_array_equal(pair.read(window).valid, whole.valid[:, rows, cols])
    with open_pair(before, after, **DATES) as pair:  # another grid of the same raster
        part = pair.read(pair.grid.window).valid[1]
        np.testing.assert_array_equal(part, ~filled[: part.shape[0], : part.shape[1]])


def test_fill_never_blends_into_the_image(write):
    pixels = np.full((3, N, N), 0.25, np.float32)
    pixels[:, ::3] = 0.26
    pixels[:, COLLARS["swath"]] = -9999
    after = write("a.tif", pixels)
    before = write("b.tif", ground(), transform=Affine(3.1, 0, 500_001.0, 0, -3.1, 4_099_999.0))
    with open_pair(after, before, **DATES) as pair:
        read = pair.read(pair.grid.window)
    values = read.before[:, read.valid[0]]
    assert values.size
    assert values.min() >= 0.2499
    assert values.max() <= 0.2601


def test_of_many_files_the_first_is_named(write):
    pixels = ground()
    pixels[:, COLLARS["half"]] = 0
    files = [
        write(f"m{i}.tif", pixels, transform=Affine(2.0, 0, 500_000.0 + 480 * i, 0, -2.0, 4_100_000.0))
        for i in range(3)
    ]
    with open_pair(files, write("a.tif", ground()), **DATES) as pair:
        (warning,) = [text for text in pair.warnings if "as fill" in text]
    assert warning.startswith("m0.tif")
    assert "2 more of the 3 files" in warning


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16"])
@pytest.mark.parametrize("nodata", ["auto", "9", "-500:4,60:61.5,1e6"])
@pytest.mark.parametrize("declared", [None, 0, 20])
def test_rules_followed_in_memory_are_those_of_the_virtual_raster(write, dtype, nodata, declared):
    """Of integers GDAL is not asked; its answer is the oracle, for windows of any place."""
    pixels = np.kron(ground() // 2, np.ones((1, 3, 3), np.uint8)).astype(dtype)
    pixels[:, np.kron(COLLARS["turned"], np.ones((3, 3), bool))] = 0
    before = write("b.tif", pixels[:, 40:, :600], transform=UTM @ Affine.translation(25, -30))
    told = Override() if nodata == "auto" else Override(nodata=nodata)
    with open_pair(before, write("a.tif", pixels, nodata=declared), overrides=(told, told), **DATES) as pair:
        assert pair.after.fills
        asked = [EpochReader(replace(epoch, fills=None), pair.grid) for epoch in (pair.before, pair.after)]
        for window in (pair.grid.window, Window(-9, 500, 200, 300)):
            for reader, other in zip(pair.readers, asked, strict=True):
                (one, valid), (two, expected) = reader.read(window), other.read(window)
                assert 0 < valid.mean() < 1
                np.testing.assert_array_equal(valid, expected)
                np.testing.assert_array_equal(one, two)
        for reader in asked:
            reader.close()


@pytest.mark.parametrize("dtype", ["int32", "float32"])
def test_rules_of_other_numbers_are_left_to_the_virtual_raster(write, dtype):
    pixels = AS_TYPE[dtype](ground())
    pixels[:, COLLARS["swath"]] = -9999
    with open_one(write, pixels) as pair:
        assert pair.after.fills is None
