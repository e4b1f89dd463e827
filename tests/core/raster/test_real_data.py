"""The georeferenced example pairs open, overlap, are dated and hold sane pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
from describe_changes.core.errors import InputError
from describe_changes.core.raster.pair import open_pair
from describe_changes.core.raster.radiometry import estimate_stretch
from describe_changes.core.raster.tiling import Window
from pyproj import Transformer


def test_joplin_two_crss_and_ten_tiles(real: Path) -> None:
    before, after = sorted(real.glob("joplin/pre/*.tif")), sorted(real.glob("joplin/post/*.tif"))
    with pytest.raises(InputError, match=r"Nothing says when tile_1361-10160\.tif \(and 3 more\).*--date-before"):
        open_pair(before, after)
    with open_pair(before, after, date_before="2010", date_after="2011-06") as pair:
        assert pair.grid.crs.to_epsg() == 4326
        assert (pair.grid.height, pair.grid.width) == pytest.approx((1464, 2228), abs=3)
        assert pair.grid.gsd_m == pytest.approx(0.596, abs=0.005)
        pixels = pair.read(pair.grid.window)
        buildings = pyogrio.raw.read(real / "joplin" / "bldg_polys.gpkg", read_geometry=False)[0]
        assert buildings["crs"] is not None
        place = pair.grid.transform @ (1000, 700)
    assert pixels.valid.mean(axis=(1, 2)).min() > 0.97
    # The same ground point, read straight from the file that holds it.
    x, y = Transformer.from_crs(4326, 26915, always_xy=True).transform(*place)
    for path in before:
        with rasterio.open(path) as src:
            row, col = src.index(x, y)
            if 2 <= row < src.height - 2 and 2 <= col < src.width - 2:
                near = src.read(window=rasterio.windows.Window(col - 2, row - 2, 5, 5)).astype(float)
                ours = pixels.before[:, 698:703, 998:1003].astype(float)
                assert np.abs(near.mean(axis=(1, 2)) - ours.mean(axis=(1, 2))).max() < 25
                break
    else:
        pytest.fail("no tile holds the point")


def test_naip_grids_a_fraction_of_a_pixel_apart(real: Path) -> None:
    before = real / "naip" / "m_4709963_se_14_1_20100629.tif"
    after = real / "naip" / "m_4709963_se_14_1_20200831.tif"
    with open_pair(before, after) as pair:
        assert [str(date) for date in pair.dates] == ["2010-06-29", "2020-08-31"]
        assert pair.grid.gsd_m == pytest.approx(5.0, rel=0.001)
        pixels = pair.read(pair.grid.window)
    assert pixels.valid.mean() > 0.99
    # Before, shifted by the 0.2 pixels between the grids, by hand.
    with rasterio.open(before) as src:
        old = src.read([1, 2, 3]).astype(float)
    rows = cols = np.arange(100, 200)
    block = [old[:, rows[0] + i : rows[-1] + 1 + i, cols[0] + j : cols[-1] + 1 + j] for i in (-1, 0) for j in (-1, 0)]
    above, level = (0.2 * left + 0.8 * here for left, here in (block[:2], block[2:]))
    by_hand = 0.2 * above + 0.8 * level
    ours = pixels.before[:, 100:200, 100:200].astype(float)
    assert np.abs(ours - by_hand).max() <= 1


def test_landsat_degrees(real: Path) -> None:
    with open_pair(real / "landsat" / "1985.tif", real / "landsat" / "2020.tif") as pair:
        assert [str(date) for date in pair.dates] == ["1985", "2020"]
        assert pair.grid.gsd_m == pytest.approx(89.2, rel=0.01)
        pixels = pair.read(pair.grid.window)
        with rasterio.open(real / "landsat" / "2020.tif") as src:
            np.testing.assert_array_equal(pixels.after, src.read([1, 2, 3]))
    assert pixels.valid.mean() > 0.99


def test_sentinel_two_grids_uint16(real: Path) -> None:
    folder = real / "oscd"
    with open_pair(folder / "saclay_e_20160315.tif", folder / "saclay_e_20170829.tif") as pair:
        assert [str(date) for date in pair.dates] == ["2016-03-15", "2017-08-29"]
        assert pair.before.bands == pair.after.bands == (3, 2, 1), "described as blue, green, red, nir"
        pixels = pair.read(pair.grid.window)
        stretch = estimate_stretch(pair)
        out = stretch.apply(pixels)
    assert pixels.before.dtype == np.uint16
    assert pixels.valid.mean() > 0.99
    assert 60 < out.mean() < 165
    assert not stretch.identity


@pytest.mark.parametrize("name", ["test_37_39", "test_43_44_45"])
def test_levir(name: str, real: Path) -> None:
    paths = [real / "levir" / f"{name}_{side}.tif" for side in ("before", "after")]
    with pytest.raises(InputError, match="--date-before"):
        open_pair(*paths)
    with open_pair(*paths, date_before="2012", date_after="2016") as pair:
        assert pair.grid.gsd_m == pytest.approx(0.556, abs=0.003)
        window = Window(100, 100, 512, 512)
        pixels = pair.read(window)
        assert estimate_stretch(pair).identity
    with rasterio.open(paths[0]) as src:
        np.testing.assert_array_equal(pixels.before, src.read(window=rasterio.windows.Window(100, 100, 512, 512)))
