"""The common grid and what is read on it, against known ground coordinates."""

from __future__ import annotations

import math
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.raster.epoch import open_epoch
from describe_changes.core.raster.fill import Fill
from describe_changes.core.raster.overrides import Override
from describe_changes.core.raster.pair import Extent, RasterPair, open_pair
from describe_changes.core.raster.polygons import ChangePolygon, merge_parts, polygonize_block
from describe_changes.core.raster.reader import EpochReader
from describe_changes.core.raster.tiling import Window, plan_blocks
from pyproj import Transformer
from rasterio.enums import Resampling

from .conftest import UTM, Writer, pattern

DATES = {"date_before": "2012", "date_after": "2016"}
# A square of 60 m of ground at a place in UTM zone 33: corner coordinates in EPSG:32633.
SQUARE = (500_300.0, 4_099_600.0, 500_360.0, 4_099_660.0)


def to_square_crs(crs: str) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:32633", always_xy=True)


def scene(crs: str, transform: Affine, size: int, *, changed: bool) -> np.ndarray:
    """Grey ground; where `changed`, pixels whose centre lies in SQUARE are white."""
    rows, cols = np.mgrid[:size, :size] + 0.5
    a, b, c, d, e, f = list(transform)[:6]
    x, y = to_square_crs(crs).transform(a * cols + b * rows + c, d * cols + e * rows + f)
    inside = (SQUARE[0] <= x) & (x < SQUARE[2]) & (SQUARE[1] <= y) & (y < SQUARE[3]) & changed
    return np.repeat(np.where(inside, 250, 60).astype(np.uint8)[None], 3, axis=0)


def centred(crs: str, size: int, x_step: float, y_step: float, turn: float = 0.0) -> Affine:
    x, y = Transformer.from_crs("EPSG:32633", crs, always_xy=True).transform(500_330.0, 4_099_630.0)
    about = Affine.translation(x + 2.3 * x_step, y - 1.7 * y_step) @ Affine.rotation(turn)
    return about @ Affine.scale(x_step, -y_step) @ Affine.translation(-size / 2, -size / 2)


def changes(pair: RasterPair, block: int) -> list[ChangePolygon]:
    pieces = []
    for b in plan_blocks(pair.grid, block):
        pixels = pair.read(b.window)
        moved = np.abs(pixels.after.astype(float) - pixels.before).max(axis=0) > 95
        pieces += polygonize_block((moved & pixels.valid.all(axis=0)).astype(np.uint8), b.window)
    return list(merge_parts(pieces, pair.grid))


M, DEG, FT = 0.5, 5e-6, 1.64
PLACES = {
    "metric": ("EPSG:32633", (M, M, 0), "EPSG:32633", (M, M, 0)),
    "half a pixel apart": ("EPSG:32633", (0.7, 0.7, 0), "EPSG:32633", (M, M, 0)),
    "degrees": ("EPSG:4326", (DEG, DEG, 0), "EPSG:4326", (DEG, DEG, 0)),
    "rotated": ("EPSG:32633", (M, M, 27), "EPSG:32633", (M, M, 27)),
    "rotated against upright": ("EPSG:32633", (M, M, 0), "EPSG:32633", (M, M, -13)),
    "quarter turn": ("EPSG:32633", (M, M, 90), "EPSG:32633", (M, M, 0)),
    "two CRSs": ("EPSG:32633", (M, M, 0), "EPSG:4326", (DEG, DEG, 0)),
    "two CRSs, the other way": ("EPSG:4326", (DEG, DEG, 0), "EPSG:32632", (M, M, 0)),
    "non-square pixels": ("EPSG:32633", (0.4, 0.8, 0), "EPSG:32633", (0.4, 0.8, 0)),
    "feet": ("EPSG:32633", (M, M, 0), "+proj=tmerc +lon_0=15 +k=0.9996 +x_0=500000 +units=us-ft", (FT, FT, 0)),
    "Web Mercator": ("EPSG:3857", (M, M, 0), "EPSG:3857", (M, M, 0)),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_known_square_comes_back_where_it_is(place: str, write: Writer) -> None:
    crs_before, steps_before, crs_after, steps_after = PLACES[place]
    size = 400
    paths = []
    for name, crs, steps, changed in (("b", crs_before, steps_before, False), ("a", crs_after, steps_after, True)):
        transform = centred(crs, size, *steps)
        paths.append(write(f"{name}.tif", scene(crs, transform, size, changed=changed), crs=crs, transform=transform))
    with open_pair(*paths, **DATES) as pair:
        (found,) = changes(pair, 4096)
        assert [c.geometry.wkb for c in changes(pair, 100)] == [found.geometry.wkb]
        gsd = pair.grid.gsd_m
    x, y = to_square_crs(crs_after).transform(found.geometry.centroid.x, found.geometry.centroid.y)
    assert math.hypot(x - 500_330.0, y - 4_099_630.0) < gsd, "centroid within a pixel"
    assert found.area_m2 == pytest.approx(3600 / 0.9996**2, rel=0.02), "geodesic area within 2 %"


def test_grid_is_the_overlap_on_the_after_lattice(write: Writer) -> None:
    before = write("b.tif", transform=UTM @ Affine.translation(-5.5, 3.25))
    after = write("a.tif")
    with open_pair(before, after, **DATES) as pair:
        assert pair.grid.transform == UTM @ Affine.translation(0, 3)
        assert (pair.grid.height, pair.grid.width) == (57, 75)
        pixels = pair.read(pair.grid.window)
    np.testing.assert_array_equal(pixels.after, pattern()[:, 3:, :75])
    assert pixels.valid[1].all()
    assert pixels.valid[0].mean() > 0.95


def test_same_lattice_is_bit_identical_at_any_window(write: Writer) -> None:
    rng = np.random.default_rng(0)
    values = rng.integers(0, 65535, (3, 700, 600), dtype=np.uint16)
    before = write("b.tif", values, transform=UTM @ Affine.translation(30, -20))
    with open_pair(before, write("a.tif", values), **DATES) as pair:
        assert {reader.resampling for reader in pair.readers} == {Resampling.nearest}
        window = Window(100, 200, 450, 370)
        pixels = pair.read(window)
        np.testing.assert_array_equal(pixels.before, values[:, 120:570, 200:570])
        np.testing.assert_array_equal(pixels.after, values[:, 100:550, 230:600])


def test_a_found_pair_is_opened_elsewhere_without_looking_again(write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(0).integers(0, 255, (3, 200, 150), dtype=np.uint8)
    before = write("b.tif", values, transform=UTM @ Affine.translation(3, -2), nodata=7)
    with open_pair(before, write("a.tif", values), **DATES, gsd_m=0.7) as pair:
        sent = pickle.dumps(pair.found)
        monkeypatch.setattr("describe_changes.core.raster.pair.open_epoch", None)
        with pickle.loads(sent).open() as other:  # noqa: S301 - our own
            one, two = pair.read(pair.grid.window), other.read(other.grid.window)
        assert one.valid.any()
        for name in ("before", "after", "valid"):
            np.testing.assert_array_equal(getattr(one, name), getattr(two, name))
    before.unlink()
    with pytest.raises(InputError, match=r"b\.tif does not exist; check the path"):
        pickle.loads(sent).open()  # noqa: S301 - our own


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "float32"])
def test_own_pixels_are_those_that_warping_takes(dtype: str, write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no-data values, no numbers and edges of both files within the window."""
    values = np.random.default_rng(0).integers(0, 100, (3, 640, 600)).astype(dtype)
    if dtype == "float32":
        values[:, 40:60, 40:60] = np.nan
    before = write("b.tif", values, nodata=7, transform=UTM @ Affine.translation(30, -20))
    after = write("a.tif", values, nodata=3)
    with open_pair(before, after, **DATES) as own:
        monkeypatch.setattr("describe_changes.core.raster.reader._shift", lambda epoch, grid: None)
        with open_pair(before, after, **DATES) as warped:
            for window in (own.grid.window, Window(-9, 500, 200, 300)):
                one, other = own.read(window), warped.read(window)
                np.testing.assert_array_equal(one.valid, other.valid)
                np.testing.assert_array_equal(one.before, other.before)
                np.testing.assert_array_equal(one.after, other.after)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_alpha_is_not_asked_for_where_all_is_data(dtype: str, write: Writer) -> None:
    values = np.random.default_rng(0).integers(1, 100, (3, 640, 600)).astype(dtype)
    if dtype == "float32":
        values[:, 40:60, 40:60] = np.nan
    before = write("b.tif", values, transform=UTM @ Affine.translation(30, -20))
    with open_pair(before, write("a.tif", values), **DATES) as pair:
        assert pair.before.fills == ()
        asked = [EpochReader(replace(epoch, fills=None), pair.grid) for epoch in (pair.before, pair.after)]
        for window in (pair.grid.window, Window(-9, 500, 200, 300)):
            for reader, other in zip(pair.readers, asked, strict=True):
                for one, two in zip(reader.read(window), other.read(window), strict=True):
                    np.testing.assert_array_equal(one, two)
        for reader in asked:
            reader.close()


def test_alpha_is_asked_for_where_a_mask_says_no_data(write: Writer, tmp_path: Path) -> None:
    values = pattern()
    marked = [write("nodata.tif", values, nodata=7), write("mosaic.tif", values), write("plain.tif", values)]
    with rasterio.open(marked[1], "r+") as file:
        file.write_mask(values[0] > 9)
    fills = [open_epoch(path, date="2012").fills for path in marked]
    assert fills == [(Fill((((7.0, 7.0),),) * 3, any_band=False),), None, ()]
    assert open_epoch(marked[2], date="2012", override=Override(nodata="9")).fills
    assert open_epoch([marked[2], write("b.tif", values, transform=UTM @ Affine.translation(90, 0))]).fills is None


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326"])
def test_windows_in_any_order_give_the_same_bits(crs: str, write: Writer) -> None:
    """GDAL's warper gives other pixels for other windows; ours may not."""
    size = 1100
    values = np.random.default_rng(0).integers(1, 255, (3, size, size), dtype=np.uint8)
    step = 0.5 if crs == "EPSG:32633" else 5e-6
    before = write("b.tif", values, transform=centred("EPSG:32633", size, 0.53, 0.53))
    after = write("a.tif", values, crs=crs, transform=centred(crs, size, step, step))
    with open_pair(before, after, **DATES) as pair:
        whole = pair.read(pair.grid.window)
    with open_pair(before, after, **DATES) as pair:
        for row, col in ((700, 600), (3, 500), (450, 0)):
            window = Window(row, col, 300, 257)
            part, (rows, cols) = pair.read(window), window.slices()
            np.testing.assert_array_equal(part.before, whole.before[:, rows, cols])
            np.testing.assert_array_equal(part.valid, whole.valid[:, rows, cols])


def test_windows_past_the_grid_are_invalid(write: Writer) -> None:
    with open_pair(write("b.tif"), write("a.tif"), **DATES) as pair:
        pixels = pair.read(Window(-10, 50, 100, 100))
        assert not pixels.valid[:, :10].any()
        assert not pixels.valid[:, :, 30:].any()
        assert pixels.valid[:, 10:70, :30].all()
        assert (pixels.before[:, :10] == 0).all()
        assert not pair.read(Window(500, 500, 4, 4)).valid.any()


def test_outside_the_footprint_is_invalid_not_zero_data(write: Writer) -> None:
    tilted = centred("EPSG:32633", 200, 1.0, 1.0, turn=45)
    before = write("b.tif", np.full((3, 200, 200), 90, np.uint8), transform=tilted)
    upright = centred("EPSG:32633", 200, 1.0, 1.0)
    after = write("a.tif", np.full((3, 200, 200), 90, np.uint8), transform=upright)
    with open_pair(before, after, **DATES) as pair:
        pixels = pair.read(pair.grid.window)
    assert 0.78 < pixels.valid[0].mean() < 0.87, "an octagon of the square"
    assert (pixels.before[:, pixels.valid[0]] == 90).all()


@pytest.mark.parametrize(
    "text",
    [
        "500021.5,4099901,500100,4099950.5",
        "500021.5,4099901,500100,4099950.5,EPSG:32633",
    ],
)
def test_extent_snaps_outwards(text: str, write: Writer) -> None:
    with open_pair(write("b.tif"), write("a.tif"), extent=text, **DATES) as pair:
        assert pair.grid.bounds == (500020.0, 4099900.0, 500100.0, 4099952.0)


def test_extent_in_another_crs(write: Writer) -> None:
    to_degrees = Transformer.from_crs("EPSG:32633", "EPSG:4326", always_xy=True)
    bounds = to_degrees.transform_bounds(500040, 4099920, 500100, 4099960)
    extent = Extent.parse(",".join(map(str, bounds)) + ",EPSG:4326")
    with open_pair(write("b.tif"), write("a.tif"), extent=extent, **DATES) as pair:
        assert np.abs(np.subtract(pair.grid.bounds, (500040, 4099920, 500100, 4099960))).max() <= 4


@pytest.mark.parametrize("gsd", [1.0, 5.0])
def test_resampling_to_a_ground_sample_distance(gsd: float, write: Writer) -> None:
    values = np.repeat(np.mgrid[:240, :320][1][None] / 4, 3, axis=0).astype(np.float32)
    with open_pair(write("b.tif", values), write("a.tif", values), gsd_m=gsd, **DATES) as pair:
        assert pair.grid.gsd_m == pytest.approx(gsd, rel=1e-3)
        pixels = pair.read(pair.grid.window)
        ramp = pixels.after[0, 5, 3:-3]
    np.testing.assert_allclose(np.diff(ramp), gsd / 2 / 4, rtol=0.02)
    with pytest.raises(InputError, match="positive number"):
        open_pair(write("b.tif"), write("a.tif"), gsd_m=-1, **DATES)


def test_pixels_become_square_on_the_ground(write: Writer) -> None:
    step = Affine(1e-5, 0, 10, 0, -1e-5, 60)
    paths = [write(name, crs="EPSG:4326", transform=step) for name in ("b.tif", "a.tif")]
    with open_pair(*paths, gsd_m=1.0, **DATES) as pair:
        assert pair.grid.pixel_size_m(0, 0) == pytest.approx((1.0, 1.0), rel=1e-3)


def halves(write: Writer, **profile: object) -> list[Path]:
    values = pattern()
    left = write("left.tif", values[:, :, :50], **profile)
    right = write("right.tif", values[:, :, 40:], transform=UTM @ Affine.translation(40, 0), **profile)
    return [left, right]


def test_several_files_are_one_date(write: Writer) -> None:
    with open_pair(halves(write), write("a.tif"), **DATES) as pair:
        pixels = pair.read(pair.grid.window)
        assert pair.before.name == "left.tif (and 1 more)"
    np.testing.assert_array_equal(pixels.before, pattern())
    assert pixels.valid.all()


def test_holes_in_one_tile_show_the_other(write: Writer) -> None:
    values = pattern(dtype="int16")
    right = values[:, :, 40:].copy()
    right[:, :, :10] = -1
    right[:, 20, 30] = -1
    paths = [
        write("left.tif", values[:, :, :50], nodata=-1),
        write("right.tif", right, transform=UTM @ Affine.translation(40, 0), nodata=-1),
    ]
    with open_pair(paths, write("a.tif"), **DATES) as pair:
        pixels = pair.read(pair.grid.window)
    expected = np.ones((60, 80), bool)
    expected[20, 70] = False
    np.testing.assert_array_equal(pixels.valid[0], expected)
    np.testing.assert_array_equal(pixels.before[:, expected], values[:, expected])


def test_gaps_between_tiles_are_invalid(write: Writer) -> None:
    values = pattern()
    paths = [
        write("left.tif", values[:, :, :30]),
        write("right.tif", values[:, 5:, 40:], transform=UTM @ Affine.translation(40, 5)),
    ]
    with open_pair(paths, write("a.tif"), **DATES) as pair:
        valid = pair.read(pair.grid.window).valid[0]
    expected = np.ones((60, 80), bool)
    expected[:, 30:40] = expected[:5, 40:] = False
    np.testing.assert_array_equal(valid, expected)


def test_tiles_with_slightly_different_pixels(write: Writer) -> None:
    values = np.full((3, 50, 50), 99, np.uint8)
    near = Affine(2.0001, 0, UTM.c + 100, 0, -2.0001, UTM.f)
    paths = [write("left.tif", values), write("right.tif", values, transform=near)]
    with open_pair(paths, write("a.tif"), **DATES) as pair:
        assert pair.warnings == ()
        assert pair.read(Window(0, 0, 50, 80)).valid.all()


def test_a_user_mosaic_of_local_files(write: Writer) -> None:
    left, right = halves(write)
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{b}">'
        + "".join(
            f'<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename><SourceBand>{b}</SourceBand>'
            f'<SrcRect xOff="0" yOff="0" xSize="{w}" ySize="60"/>'
            f'<DstRect xOff="{x}" yOff="0" xSize="{w}" ySize="60"/></SimpleSource>'
            for name, x, w in ((left.name, 0, 50), (right.name, 40, 40))
        )
        + "</VRTRasterBand>"
        for b in (1, 2, 3)
    )
    mosaic = left.with_name("mosaic.vrt")
    mosaic.write_text(
        f'<VRTDataset rasterXSize="80" rasterYSize="60"><SRS>EPSG:32633</SRS>'
        f"<GeoTransform>500000,2,0,4100000,0,-2</GeoTransform>{bands}</VRTDataset>"
    )
    with open_pair(mosaic, write("a.tif"), **DATES) as pair:
        np.testing.assert_array_equal(pair.read(pair.grid.window).before, pattern())


@pytest.mark.parametrize(
    ("west_before", "west_after"), [(179.999, 179.999), (179.999, -180.001), (-180.001, 179.999), (179.999, 539.999)]
)
def test_antimeridian_in_degrees(west_before: float, west_after: float, write: Writer) -> None:
    values = np.random.default_rng(0).integers(1, 255, (3, 100, 200), dtype=np.uint8)
    paths = [
        write(name, values, crs="EPSG:4326", transform=Affine(1e-5, 0, west, 0, -1e-5, -17))
        for name, west in (("b.tif", west_before), ("a.tif", west_after))
    ]
    with open_pair(*paths, **DATES) as pair:
        assert (pair.grid.height, pair.grid.width) == (100, 200)
        pixels = pair.read(pair.grid.window)
    assert pixels.valid.all()
    np.testing.assert_array_equal(pixels.before, pixels.after)


@pytest.mark.parametrize("west", [-10.0, 350.0])
@pytest.mark.parametrize("wanted", [-9.999, 350.001])
def test_an_extent_may_count_longitudes_from_zero_or_from_greenwich(west: float, wanted: float, write: Writer) -> None:
    grey = np.full((3, 200, 300), 90, np.uint8)
    paths = [write(n, grey, crs="EPSG:4326", transform=Affine(1e-5, 0, west, 0, -1e-5, 40)) for n in ("b.tif", "a.tif")]
    extent = f"{wanted},39.999,{wanted + 0.001},39.9995,EPSG:4326"
    with open_pair(*paths, extent=extent, **DATES) as pair:
        assert pair.grid.bounds[0] == pytest.approx(west + 0.001, abs=2e-5)
        assert pair.read(pair.grid.window).valid.all()


def test_an_extent_from_zero_to_360_degrees_on_a_projected_pair(write: Writer) -> None:
    to_degrees = Transformer.from_crs("EPSG:32630", "EPSG:4326", always_xy=True)
    paths = [write(name, crs="EPSG:32630") for name in ("b.tif", "a.tif")]
    west, south, east, north = to_degrees.transform_bounds(500040, 4099920, 500100, 4099960)
    with open_pair(*paths, extent=f"{west + 360},{south},{east + 360},{north},EPSG:4326", **DATES) as pair:
        assert np.abs(np.subtract(pair.grid.bounds, (500040, 4099920, 500100, 4099960))).max() <= 4


def test_antimeridian_in_two_crss(write: Writer) -> None:
    """Before in UTM zone 60 around 180°, after in degrees beyond 180°, and the other way round."""
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32760", always_xy=True).transform(180.0, -17.0)
    flat = {"crs": "EPSG:32760", "transform": Affine(1, 0, x - 150, 0, -1, y + 150)}
    grey = np.full((3, 300, 300), 90, np.uint8)
    metric = write("m.tif", grey, **flat)
    for west in (179.9985, -180.0015):
        degrees = write("d.tif", grey, crs="EPSG:4326", transform=Affine(1e-5, 0, west, 0, -1e-5, -16.9985))
        for pair_of in ((metric, degrees), (degrees, metric)):
            with open_pair(*pair_of, **DATES) as pair:
                assert pair.grid.width > 200
                assert pair.read(pair.grid.window).valid.mean() > 0.9


def test_pole(write: Writer) -> None:
    grey = np.full((3, 200, 200), 90, np.uint8)
    metric = write("polar.tif", grey, crs="EPSG:3413", transform=Affine(1000, 0, -1e5, 0, -1000, 1e5))
    other = write("south.tif", grey, crs="EPSG:3995", transform=Affine(1000, 0, -1e5, 0, -1000, 1e5))
    with open_pair(metric, other, **DATES) as pair:
        assert pair.read(pair.grid.window).valid[0].mean() > 0.75
        assert pair.grid.gsd_m == pytest.approx(1000, rel=0.04)
    cap = write(
        "cap.tif", np.full((3, 20, 720), 90, np.uint8), crs="EPSG:4326", transform=Affine(0.5, 0, -180, 0, -0.5, 90)
    )
    with open_pair(cap, metric, **DATES) as pair:
        assert pair.read(pair.grid.window).valid.all()


def test_a_world_map_under_a_small_scene(write: Writer) -> None:
    world = write(
        "world.tif", np.full((3, 180, 360), 90, np.uint8), crs="EPSG:4326", transform=Affine(1, 0, -180, 0, -1, 90)
    )
    with open_pair(world, write("a.tif"), **DATES) as pair:
        assert (pair.grid.height, pair.grid.width) == (60, 80)
        assert pair.read(pair.grid.window).valid.all()
    with open_pair(write("b.tif"), world, **DATES) as pair:
        assert (pair.grid.height, pair.grid.width) == (1, 1)


def test_a_huge_grid_opens_at_once(write: Writer) -> None:
    """Whole-scene arrays died at 400 km²; nothing here holds more than the windows asked for."""
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        paths = []
        for name in ("b.tif", "a.tif"):
            path = write(name)
            with rasterio.open(
                path,
                "w",
                driver="GTiff",
                width=200_000,
                height=200_000,
                count=3,
                dtype="uint8",
                crs="EPSG:32633",
                transform=UTM,
                tiled=True,
                sparse_ok=True,
                BIGTIFF="YES",
                compress="zstd",
                blockxsize=512,
                blockysize=512,
            ) as dst:
                dst.write(np.full((3, 512, 512), 7, np.uint8), window=rasterio.windows.Window(102400, 51200, 512, 512))
            paths.append(path)
    with open_pair(*paths, **DATES) as pair:
        assert pair.grid.width == 200_000
        here = pair.read(Window(51200, 102400, 512, 512))
        assert here.valid.all()
        assert (here.after == 7).all()
        assert not pair.read(Window(5120, 10240, 512, 512)).valid.any(), "blocks never written are not zeros"


def test_grids_travel_between_processes(write: Writer) -> None:
    with open_pair(write("b.tif"), write("a.tif"), **DATES) as pair:
        assert pair.grid.gsd_m > 0
        assert pickle.loads(pickle.dumps(pair.grid)) == pair.grid  # noqa: S301 - our own bytes
