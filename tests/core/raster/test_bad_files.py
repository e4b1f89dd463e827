"""Every row of the bad-raster list: one sentence that names the file and the remedy, or the right pixels."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.raster.epoch import UnreadableWindow
from describe_changes.core.raster.pair import PairPixels, open_pair
from describe_changes.core.raster.tiling import Window
from rasterio.control import GroundControlPoint
from rasterio.rpc import RPC

from .conftest import UTM, Writer, pattern

DATES = {"date_before": "2012", "date_after": "2016"}


def read(before: Path, after: Path, **options: object) -> tuple[PairPixels, tuple[str, ...], Window]:
    with open_pair(before, after, **{**DATES, **options}) as pair:
        return pair.read(pair.grid.window), pair.warnings, pair.grid.window


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def no_crs(write: Writer) -> Path:
    return write("bad.tif", crs=None)


def no_place(write: Writer) -> Path:
    path = write("bad.png", driver="PNG", crs=None, transform=None)
    return path


def empty(write: Writer) -> Path:
    path = write("bad.tif")
    path.write_bytes(b"")
    return path


def vrt_in_disguise(write: Writer) -> Path:
    path = write("bad.tif")
    path.write_text(
        '<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1">'
        "<SimpleSource><SourceFilename>/vsicurl/http://example.org/a.tif</SourceFilename>"
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


def text(write: Writer) -> Path:
    path = write("bad.tif")
    path.write_text("no raster at all")
    return path


def vrt_with(body: str) -> Callable[[Writer], Path]:
    def make(write: Writer) -> Path:
        path = write("good.tif").with_name("bad.vrt")
        path.write_text(f'<VRTDataset rasterXSize="80" rasterYSize="60">{body}</VRTDataset>')
        return path

    return make


SOURCE = (
    '<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename relativeToVRT="{r}">{f}'
    "</SourceFilename></SimpleSource></VRTRasterBand>"
)
PYTHON = (
    '<VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand"><PixelFunctionLanguage>Python'
    "</PixelFunctionLanguage></VRTRasterBand>"
)

REJECTED = {
    "no CRS": (no_crs, {}, r"bad\.tif has no coordinate reference system; say which one .*--crs-before"),
    "no place": (no_place, {}, r"bad\.png has no place on the ground .* georeference it"),
    "0 bytes": (empty, {}, r"bad\.tif is empty \(0 bytes\); copy or download it again"),
    "text": (text, {}, r"bad\.tif cannot be read as a raster: .*; copy it again"),
    "cut at 1 %": (lambda w: cut(w("bad.tif"), 0.01), {}, r"bad\.tif cannot be read as a raster: .* cut short"),
    "VRT named .tif": (vrt_in_disguise, {}, r"bad\.tif holds text .* not read for safety\. Convert"),
    "complex": (
        lambda w: w("bad.tif", pattern().astype("complex64")),
        {},
        r"bad\.tif holds complex numbers .* real numbers",
    ),
    "2 bands": (lambda w: w("bad.tif", pattern(2)), {}, r"bad\.tif has 2 bands.* --bands"),
    "band 5 of 3": (
        lambda w: w("bad.tif"),
        {"bands": (5, 2, 1)},
        r"bad\.tif has 3 bands, so there is no band 5: correct --bands",
    ),
    "band 0": (lambda w: w("bad.tif"), {"bands": (0, 2, 1)}, r"no band 0: correct --bands"),
    "two bands asked": (lambda w: w("bad.tif"), {"bands": (1, 2)}, r"--bands takes one number .* or three"),
    "far away": (
        lambda w: w("bad.tif", transform=Affine.translation(9e4, 0) @ UTM),
        {},
        r"bad\.tif and after\.tif do not overlap \(their centres are at 37.* N .* E and .*same place",
    ),
    "touching": (
        lambda w: w("bad.tif", transform=Affine.translation(160, 0) @ UTM),
        {},
        r"bad\.tif and after\.tif do not overlap",
    ),
    "touching at a corner": (
        lambda w: w("bad.tif", transform=Affine.translation(160, 120) @ UTM),
        {},
        r"bad\.tif and after\.tif do not overlap",
    ),
    "missing": (lambda w: w("good.tif").with_name("bad.tif"), {}, r"bad\.tif does not exist; check the path"),
    "folder": (lambda w: w("good.tif").parent, {}, r"is a folder; name the raster files"),
    "inline VRT": (lambda w: "<VRTDataset/>", {}, r"is not a local file; only local files are read: download"),
    "vsicurl": (lambda w: "/vsicurl/http://example.org/a.tif", {}, r"vsicurl.* is not a local file"),
    "archive": (lambda w: "/vsizip//data/a.zip/a.tif", {}, r"lies in an archive.* unpack it"),
    "URL": (lambda w: "https://example.org/a.tif", {}, r"https.* is not a local file"),
    "subdataset": (lambda w: "GTIFF_DIR:1:/etc/passwd", {}, r"GTIFF_DIR.* is not a local file"),
    "VRT to the web": (
        vrt_with(SOURCE.format(r=0, f="/vsicurl/http://example.org/a.tif")),
        {},
        r"bad\.vrt refers to “/vsicurl.*not a local file; make a plain mosaic",
    ),
    "VRT with code": (vrt_with(PYTHON), {}, r"bad\.vrt uses “VRTDerivedRasterBand”, which is not read for safety"),
    "VRT with entity": (lambda w: _entity(w), {}, r"bad\.vrt cannot be read .*entities"),
    "VRT to a VRT": (lambda w: _nested(w), {}, r"bad\.vrt refers to another virtual raster, inner\.vrt"),
    "extent elsewhere": (
        lambda w: w("bad.tif"),
        {"extent": (0.0, 0.0, 1.0, 1.0)},
        r"extent lies outside the area that both rasters cover; correct --extent",
    ),
    "extent reversed": (lambda w: w("bad.tif"), {"extent": (10.0, 0.0, 1.0, 1.0)}, r"extent .* is empty"),
    "extent not numbers": (lambda w: w("bad.tif"), {"extent": "a,b,c,d"}, r"is not an extent: write"),
    "no date": (
        lambda w: w("bad.tif"),
        {"date_before": None},
        r"Nothing says when bad\.tif was taken .*--date-before 2012",
    ),
    "equal dates": (lambda w: w("bad.tif"), {"date_before": "2016"}, r"Both rasters are dated 2016 .*--date-before"),
    "reversed dates": (
        lambda w: w("bad.tif"),
        {"date_before": "2018-01-01"},
        r"“before” raster is dated 2018-01-01 .* later than .* swap the two rasters",
    ),
    "bad date": (lambda w: w("bad.tif"), {"date_before": "31.7.12"}, r"“31\.7\.12” is not a date: write it as"),
    "RPC only": (lambda w: _rpc(w), {}, r"bad\.tif is placed only by a camera model \(RPC\); .*gdalwarp -rpc"),
    "nothing given": (lambda w: [], {}, r"No raster was given"),
}


def _entity(write: Writer) -> Path:
    path = write("good.tif").with_name("bad.vrt")
    path.write_text('<!DOCTYPE x [<!ENTITY a "b">]><VRTDataset rasterXSize="1" rasterYSize="1"/>')
    return path


def _nested(write: Writer) -> Path:
    path = write("good.tif").with_name("bad.vrt")
    path.with_name("inner.vrt").write_text("<VRTDataset/>")
    path.write_text(f"<VRTDataset>{SOURCE.format(r=1, f='inner.vrt')}</VRTDataset>")
    return path


def _rpc(write: Writer) -> Path:
    path = write("bad.tif", crs=None, transform=None)
    with rasterio.open(path, "r+") as dst:
        dst.rpcs = RPC(
            height_off=0,
            height_scale=1,
            lat_off=0,
            lat_scale=1,
            line_den_coeff=[1] * 20,
            line_num_coeff=[1] * 20,
            line_off=0,
            line_scale=1,
            long_off=0,
            long_scale=1,
            samp_den_coeff=[1] * 20,
            samp_num_coeff=[1] * 20,
            samp_off=0,
            samp_scale=1,
        )
    return path


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("case", REJECTED)
def test_rejected_with_a_sentence(case: str, write: Writer) -> None:
    make, options, sentence = REJECTED[case]
    after = write("after.tif")
    with pytest.raises(InputError) as caught:
        open_pair(make(write), after, **{**DATES, **options})
    message = str(caught.value)
    assert re.search(sentence, message), message
    assert message.endswith((".", "COG.")), "a sentence ends"
    assert "Traceback" not in message


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_cut_short_fails_only_where_it_is_cut(share: float, write: Writer) -> None:
    rng = np.random.default_rng(1)
    values = rng.integers(1, 255, (3, 1100, 1100), dtype=np.uint8)
    after = write("after.tif", values)
    before = cut(write("bad.tif", values, tiled=True, blockxsize=256, blockysize=256), share)
    with open_pair(before, after, **DATES) as pair:
        top = pair.read(Window(0, 0, 200, 200))
        assert top.valid.all()
        np.testing.assert_array_equal(top.before, top.after)
        with pytest.raises(UnreadableWindow, match=r"bad\.tif cannot be read at rows .* copy it again"):
            pair.read(Window(1000, 1000, 100, 100))
        with pytest.raises(UnreadableWindow):  # and again: a failure is not remembered as zeros
            pair.read(Window(1000, 1000, 100, 100))


def test_of_several_tiles_the_broken_one_is_named(write: Writer) -> None:
    values = np.random.default_rng(1).integers(1, 255, (3, 600, 600), dtype=np.uint8)
    good = write("good.tif", values)
    bad = cut(write("bad.tif", values, tiled=True, transform=Affine.translation(1200, 0) @ UTM), 0.5)
    with open_pair([good, bad], write("after.tif", np.tile(values, (1, 1, 2))), **DATES) as pair:
        assert pair.read(Window(0, 0, 300, 300)).valid.all()
        with pytest.raises(UnreadableWindow, match=r"^bad\.tif cannot be read at rows"):
            pair.read(Window(500, 1100, 100, 100))


def test_flipped_bytes_fail(write: Writer) -> None:
    before = write("bad.tif", pattern(3, 600, 600), tiled=True, compress="deflate")
    data = bytearray(before.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 2000] = bytes(2000)
    before.write_bytes(data)
    with (
        open_pair(before, write("after.tif", pattern(3, 600, 600)), **DATES) as pair,
        pytest.raises(UnreadableWindow, match=r"bad\.tif cannot be read"),
    ):
        pair.read(pair.grid.window)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (3, 1), (60, 80)])
def test_tiny_rasters(height: int, width: int, write: Writer) -> None:
    values = pattern(3, height, width)
    pixels, _, window = read(write("before.tif", values), write("after.tif", values))
    assert (window.height, window.width) == (height, width)
    np.testing.assert_array_equal(pixels.before, values)
    assert pixels.valid.all()


@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"])
def test_every_real_type_comes_back(dtype: str, write: Writer) -> None:
    values = (pattern() // 4).astype(dtype)
    pixels, _, _ = read(write("before.tif", values), write("after.tif", values))
    assert pixels.before.dtype == dtype
    np.testing.assert_array_equal(pixels.before, values)


def test_nan_and_infinity_are_invalid(write: Writer) -> None:
    values = pattern(dtype="float32")
    values[0, 5, 5], values[1, 7, 7], values[2, 9, 9] = np.nan, np.inf, -np.inf
    pixels, _, _ = read(write("before.tif", values), write("after.tif"))
    wrong = np.argwhere(~pixels.valid[0])
    np.testing.assert_array_equal(wrong, [[5, 5], [7, 7], [9, 9]])
    assert np.isfinite(pixels.before).all()
    assert pixels.valid[1].all()


def test_nodata_outside_the_range_of_data_counts_in_any_band(write: Writer) -> None:
    values = pattern(dtype="int16")
    values[:, :10, :10] = -9999
    values[1, 30, 30] = -9999
    pixels, _, _ = read(write("before.tif", values, nodata=-9999), write("after.tif"))
    expected = np.ones((60, 80), bool)
    expected[:10, :10] = expected[30, 30] = False
    np.testing.assert_array_equal(pixels.valid[0], expected)
    assert pixels.valid[1].all(), "nodata in one date only"
    assert (pixels.before != -9999).all()


def test_nodata_zero_needs_all_bands(write: Writer) -> None:
    values = pattern()
    values[:, :10, :10] = 0
    values[1, 30, 30] = 0  # a dark pixel, not a hole
    pixels, _, _ = read(write("before.tif", values, nodata=0), write("after.tif"))
    expected = np.ones((60, 80), bool)
    expected[:10, :10] = False
    np.testing.assert_array_equal(pixels.valid[0], expected)
    np.testing.assert_array_equal(pixels.before[:, 30, 30], values[:, 30, 30])


def test_nodata_nan(write: Writer) -> None:
    values = pattern(dtype="float32")
    values[:, 3, 4] = np.nan
    pixels, _, _ = read(write("before.tif", values, nodata=np.nan), write("after.tif"))
    np.testing.assert_array_equal(np.argwhere(~pixels.valid[0]), [[3, 4]])


def test_alpha_band_and_mask_file(write: Writer) -> None:
    hole = np.full((60, 80), 255, np.uint8)
    hole[20:30, 20:40] = 0
    with_alpha = write("alpha.tif", np.concatenate([pattern(), hole[None]]), photometric="RGB", alpha="YES")
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False):
        with_mask = write("mask.tif", mask=hole)
    assert with_mask.with_name("mask.tif.msk").exists()
    pixels, _, _ = read(with_alpha, with_mask)
    for valid in pixels.valid:
        np.testing.assert_array_equal(valid, hole > 0)


def test_palette_is_expanded(write: Writer) -> None:
    index = (np.mgrid[:60, :80][1][None] % 3).astype(np.uint8)
    colours = {0: (10, 20, 30, 255), 1: (200, 100, 50, 255), 2: (0, 255, 7, 255)}
    before = write("palette.tif", index, colormap=colours)
    half = UTM @ Affine.translation(0.3, 0.3)  # nearest, so that no colour is made up
    pixels, warnings, _ = read(before, write("after.tif", transform=half))
    seen = {tuple(p) for p in pixels.before[:, pixels.valid[0]].T.tolist()}
    assert seen == {c[:3] for c in colours.values()}
    assert warnings == ()


def test_one_band_is_grey_with_a_warning(write: Writer) -> None:
    values = pattern(1)
    pixels, warnings, _ = read(write("grey.tif", values), write("after.tif"))
    np.testing.assert_array_equal(pixels.before, np.repeat(values, 3, axis=0))
    assert len(warnings) == 1
    assert warnings[0].startswith("grey.tif has one band")


S2 = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12")


@pytest.mark.parametrize(
    ("bands", "descriptions", "expected", "warned"),
    [
        (4, None, (1, 2, 3), 1),
        (4, ("blue", "green", "red", "nir"), (3, 2, 1), 0),
        (4, ("NIR", "Red edge", "Green", "Blue"), (1, 2, 3), 1),
        (5, ("coastal", "Blue (490 nm)", "Green", "Red edge", "Red"), (5, 3, 2), 0),
        (13, S2, (4, 3, 2), 0),
        (13, None, (1, 2, 3), 1),
    ],
)
def test_default_bands(
    bands: int, descriptions: tuple[str, ...] | None, expected: tuple[int, ...], warned: int, write: Writer
) -> None:
    values = pattern(bands, dtype="uint16")
    before = write("many.tif", values, photometric="MINISBLACK", descriptions=descriptions)
    pixels, warnings, _ = read(before, write("after.tif"))
    np.testing.assert_array_equal(pixels.before, values[[b - 1 for b in expected]])
    assert len(warnings) == warned


def test_bands_asked_for(write: Writer) -> None:
    values = pattern(4, dtype="uint16")  # 4 bands of 8 bits would be taken for red, green, blue, alpha
    pixels, _, _ = read(write("a.tif", values), write("b.tif", values), bands=(4, 3, 1))
    np.testing.assert_array_equal(pixels.after, values[[3, 2, 0]])
    pixels, _, _ = read(write("a.tif", values), write("b.tif", values), bands=[2])
    np.testing.assert_array_equal(pixels.after, values[[1, 1, 1]])


def test_south_up_is_turned_not_resampled(write: Writer) -> None:
    values = pattern()
    upside_down = Affine(2, 0, UTM.c, 0, 2, UTM.f - 2 * 60)
    before = write("south_up.tif", values[:, ::-1], transform=upside_down)
    for pair in ((before, write("after.tif", values)), (write("before.tif", values), before)):
        pixels, _, _ = read(*pair)
        np.testing.assert_array_equal(pixels.before, values)
        np.testing.assert_array_equal(pixels.after, values)
        assert pixels.valid.all()


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_ground_control_points(write: Writer) -> None:
    values = pattern()
    path = write("gcp.tif", values, crs=None, transform=None)
    corners = [(r, c, *(UTM @ (c, r))) for r in (0, 60) for c in (0, 80)]
    with rasterio.open(path, "r+") as dst:
        dst.gcps = [GroundControlPoint(row=r, col=c, x=x, y=y) for r, c, x, y in corners], "EPSG:32633"
    pixels, _, window = read(path, write("after.tif", values))
    assert (window.height, window.width) == (60, 80)
    assert pixels.valid.all()
    assert np.abs(pixels.before.astype(int) - values).max() <= 1
    pixels, _, window = read(write("before.tif", values), path)  # a grid from control points
    assert pixels.valid.mean() > 0.9


def test_unicode_spaces_and_read_only(write: Writer) -> None:
    before, after = write("Übersicht & co/vorher 2012 <a>.tif"), write("後/nachher'2016.tif")
    for path in (before, after):
        path.chmod(0o444)
        path.parent.chmod(0o555)
    try:
        pixels, _, _ = read(before, after, date_before=None, date_after=None)
    finally:
        for path in (before, after):
            path.parent.chmod(0o755)
    np.testing.assert_array_equal(pixels.before, pattern())


@pytest.mark.parametrize("name", ["~a.tif", "~nobody-is-called-so.tif", "[a].tif", "-a.tif", "http:a.tif"])
def test_a_relative_name_is_a_name_whatever_it_begins_with(name: str, write: Writer, monkeypatch: Any) -> None:
    after = write("plain.tif")
    monkeypatch.chdir(after.parent)
    with pytest.raises(InputError, match=r"does not exist|local file"):
        open_pair("before.tif", name, **DATES)
    after.rename(after.with_name(name))
    pixels, _, _ = read(write("before.tif"), Path(name))
    np.testing.assert_array_equal(pixels.after, pattern())


def test_big_compressed_strips_are_warned_about(write: Writer) -> None:
    big = write("wide.tif", np.zeros((1, 4096, 4096), np.uint8), compress="deflate")
    with open_pair(big, write("after.tif"), **DATES) as pair:
        assert any('gdal_translate -of COG "wide.tif" "wide_cog.tif"' in text for text in pair.warnings)


def test_tiles_of_one_date_must_agree(write: Writer) -> None:
    after = write("after.tif")
    other_crs = write("b.tif", crs="EPSG:32632")
    with pytest.raises(InputError, match=r"different reference systems \(a\.tif, b\.tif\).*gdalwarp"):
        open_pair([write("a.tif"), other_crs], after, **DATES)
    with pytest.raises(InputError, match="different types of numbers"):
        open_pair([write("a.tif"), write("c.tif", pattern(dtype="uint16"))], after, **DATES)
    with pytest.raises(InputError, match=r"d\.tif is rotated.*gdalwarp"):
        open_pair([write("a.tif"), write("d.tif", transform=UTM @ Affine.rotation(10))], after, **DATES)
