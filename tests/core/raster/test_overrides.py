"""What the user knows of a layer better than its file: bands, reference system, no-data values."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.raster.overrides import NoDataChoice, Override, recorded_overrides
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.tiling import Window

from .conftest import pattern

DATES = {"date_before": "2010", "date_after": "2018"}


def valid_after(write, values, told, **profile):
    """Validity of the later date, whose file holds ``values``."""
    before, after = write("b.tif"), write("a.tif", values, **profile)
    with open_pair(before, after, overrides=(Override(), Override(nodata=told)), **DATES) as pair:
        return pair.read(pair.grid.window).valid[1]


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "float32", "float64"])
@pytest.mark.parametrize(("nodata", "low", "high"), [("77", 77, 77), ("70:80", 70, 80), ("77, 99 ", 77, 99)])
def test_values_of_the_user_are_no_data(write, dtype, nodata, low, high):
    values = np.broadcast_to(pattern(1), (3, 60, 80)).astype(dtype)
    expected = (values[0] == low) | (values[0] == high) if "," in nodata else (values[0] >= low) & (values[0] <= high)
    assert 0 < expected.sum() < expected.size
    np.testing.assert_array_equal(valid_after(write, values, nodata), ~expected)


def test_floats_are_matched_to_the_bit(write):
    values = np.full((3, 60, 80), 0.25, np.float32)
    values[:, 3, 4] = 0.1
    values[:, 3, 5] = np.nextafter(np.float32(0.1), np.float32(1))
    values[:, 9, 9] = np.finfo(np.float32).min
    valid = valid_after(write, values, f"0.1,{float(np.finfo(np.float32).min)}")
    assert not valid[3, 4]
    assert valid[3, 5]
    assert not valid[9, 9]
    assert valid.sum() == valid.size - 2


def test_zero_and_bytes_need_all_bands_others_one(write):
    byte, word = pattern(), pattern(dtype="uint16")
    byte[0, 5, 5], byte[:, 6, 6] = 3, 3
    word[0, 5, 5] = 3
    valid = valid_after(write, byte, "3")
    assert valid[5, 5]
    assert not valid[6, 6]
    assert not valid_after(write, word, "3")[5, 5]


def test_none_makes_a_declared_value_data_again(write):
    values = pattern()
    values[:, :30] = 0
    assert not valid_after(write, values, None, nodata=0)[:30].any()
    assert valid_after(write, values, "none", nodata=0).all()
    valid = valid_after(write, values, f"none,{values[0, 40, 40]}", nodata=0)
    assert valid[:30].all()
    assert valid[30:].sum() == (values[:, 30:] != values[0, 40, 40]).any(axis=0).sum()


def test_an_assigned_reference_system_moves_nothing(write):
    before = write("b.tif")
    after = write("a.tif", crs="EPSG:32634")
    with pytest.raises(InputError, match="do not overlap"):
        open_pair(before, after, **DATES)
    with open_pair(before, after, overrides=(Override(), Override(crs="EPSG:32633")), **DATES) as pair:
        assert pair.grid.crs.to_epsg() == 32633
        assert (pair.grid.width, pair.grid.height) == (80, 60)
        assert pair.read(Window(0, 0, 60, 80)).valid.all()


def test_a_file_without_reference_system_takes_the_assigned_one(write):
    before, after = write("b.tif", crs=None), write("a.tif")
    with pytest.raises(InputError, match=r"b\.tif has no coordinate reference system.*--crs-before"):
        open_pair(before, after, **DATES)
    open_pair(before, after, overrides=(Override(crs="EPSG:32633"), Override()), **DATES).close()


def test_each_date_has_its_own_bands(write):
    before = write("b.tif", pattern(4), photometric="MINISBLACK")
    after = write("a.tif", pattern(4)[::-1].copy(), photometric="MINISBLACK")
    told = (Override(bands=(1, 2, 3)), Override(bands=(4, 3, 2)))
    with open_pair(before, after, overrides=told, **DATES) as pair:
        pixels = pair.read(pair.grid.window)
    np.testing.assert_array_equal(pixels.before, pixels.after)


def test_no_data_holds_in_every_tile_of_a_mosaic_and_across_a_warp(write):
    values = np.full((3, 60, 40), 100, np.uint16)
    values[:, 20:40, 10:30] = 9
    left = write("m_left.tif", values)
    right = write("m_right.tif", values, transform=Affine(2.0, 0, 500_080.0, 0, -2.0, 4_100_000.0))
    other = write(
        "b.tif",
        np.full((3, 90, 90), 100, np.uint16),
        crs="EPSG:32633",
        transform=Affine(2.1, 0, 499_999.0, 0, -2.1, 4_100_001.0),
    )
    told = (Override(nodata="9"), Override())
    with open_pair([left, right], other, overrides=told, **DATES) as pair:
        pixels = pair.read(pair.grid.window)
    valid = pixels.valid[0]
    assert set(np.unique(pixels.before[0][valid])) == {100}  # 9 was never blended with 100
    inside = valid[3:50, 3:70]  # holds both holes, 400 pixels of 4 m² each
    assert (~inside).sum() * 2.1**2 == pytest.approx(2 * 400 * 4, rel=0.03)


@pytest.mark.parametrize("text", ["abc", "5:", "9:3", "nan", "1;2"])
def test_what_is_no_value_gets_a_sentence(text):
    with pytest.raises(InputError, match="no-data values"):
        NoDataChoice.parse(text)


def test_an_unknown_reference_system_gets_a_sentence(write):
    with pytest.raises(InputError, match="“EPSG:99999x” is not a coordinate reference system"):
        open_pair(write("b.tif"), write("a.tif"), overrides=(Override(crs="EPSG:99999x"), Override()), **DATES)


def test_what_a_result_records_opens_the_rasters_again():
    before, after = recorded_overrides(
        {"bands": [1, 2, 3], "bands_before": [3, 2, 1], "crs_after": "EPSG:32633", "nodata_before": "0"}
    )
    assert before == Override((3, 2, 1), None, "0")
    assert after == Override((1, 2, 3), "EPSG:32633", None)
