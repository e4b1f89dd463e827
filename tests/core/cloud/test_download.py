"""Parts of rasters on a server: the right pixels, everything that is known of them, few bytes, and clear failures."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.cloud.clip import Box
from describe_changes.core.cloud.download import RemoteDate, download
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.raster.pair import Extent
from PIL import Image
from pyproj import CRS
from rasterio.enums import ColorInterp

UTM = CRS.from_epsg(32615)
WEST, NORTH = 400_000.0, 4_100_000.0


def write(path, size=1200, gsd=1.0, crs="EPSG:32615", west=WEST, north=NORTH, bands=3, seed=0, transform=None, **more):
    """Write a tiled raster of noise and return its pixels."""
    pixels = np.random.default_rng(seed).integers(1, 255, (bands, size, size), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    settings = {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate", **more}
    with rasterio.open(
        path, "w", driver="GTiff", width=size, height=size, count=bands, dtype="uint8", crs=crs,
        transform=transform or Affine(gsd, 0, west, 0, -gsd, north), **settings,
    ) as target:  # fmt: skip
        target.write(pixels)
    return pixels


def fetch(server, *names, wanted=(), advance=lambda done, total: None, other=None):
    """Download one date, beside a local one that lies at ``other``."""
    dates = {"before": RemoteDate(tuple(f"{server.url}/{name}" for name in names))}
    if other is not None:
        dates["after"] = RemoteDate((), local_box=other)
    return download(dates, wanted, advance=advance)["before"]


def square(west, north, side, crs=UTM):
    return Box((west, north - side, west + side, north), crs)


def test_what_is_needed_is_copied_pixel_by_pixel_and_little_else_is_sent(server):
    pixels = write(server.root / "town_20110501.tif", size=2400)
    there = fetch(server, "town_20110501.tif", other=square(WEST + 1100, NORTH - 1100, 100))
    (copy,) = there.files
    assert copy.name == "town_20110501.tif"  # the date in it is still found
    with rasterio.open(copy) as src:
        # 1100 − 16 to 1200 + 16 px, out to blocks of 256
        assert (src.transform.c, src.transform.f, src.width, src.height) == (WEST + 1024, NORTH - 1024, 256, 256)
        np.testing.assert_array_equal(src.read(), pixels[:, 1024:1280, 1024:1280])
    assert server.sent < 600_000 < (server.root / "town_20110501.tif").stat().st_size / 20
    assert there.origins == (f"{server.url}/town_20110501.tif",)


def test_a_rotated_raster_gives_the_pixels_under_the_rectangle(server):
    turned = Affine.translation(WEST, NORTH) @ Affine.rotation(30) @ Affine.scale(1, -1)
    pixels = write(server.root / "turned.tif", transform=turned)
    x, y = turned @ (600.5, 700.5)
    (copy,) = fetch(server, "turned.tif", other=square(x - 5, y + 5, 10)).files
    with rasterio.open(copy) as src:
        col, row = ~src.transform @ (x, y)
        np.testing.assert_array_equal(src.read()[:, int(row), int(col)], pixels[:, 700, 600])


def test_all_that_is_known_of_a_raster_comes_along(server):
    path = server.root / "four.tif"
    write(path, bands=4, nodata=None, photometric="RGB")
    with rasterio.open(path, "r+") as src:
        src.colorinterp = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.undefined]
        src.descriptions = ("red", "green", "blue", "nir")
        src.scales = (0.5, 0.5, 0.5, 0.25)
        src.update_tags(TIFFTAG_DATETIME="2011:05:01 10:00:00", AREA_OR_POINT="Point")
        src.update_tags(4, wavelength="842")
    (copy,) = fetch(server, "four.tif").files
    with rasterio.open(path) as one, rasterio.open(copy) as two:
        assert two.descriptions == one.descriptions
        assert two.colorinterp == one.colorinterp
        assert two.scales == one.scales
        assert two.tags()["TIFFTAG_DATETIME"] == one.tags()["TIFFTAG_DATETIME"]
        assert two.tags(4)["wavelength"] == "842"
        assert two.transform == one.transform


@pytest.mark.parametrize("kind", ["nodata", "mask", "palette"])
def test_what_is_no_data_stays_so(server, kind):
    path = server.root / "part.tif"
    write(path, bands=1, size=300, **({"nodata": 7} if kind == "nodata" else {}))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK="YES"), rasterio.open(path, "r+") as src:
        if kind == "mask":
            src.write_mask(np.eye(300, dtype=np.uint8) * 255)
        if kind == "palette":
            src.write_colormap(1, {number: (number, 0, 255 - number, 255) for number in range(256)})
    (copy,) = fetch(server, "part.tif").files
    with rasterio.open(path) as one, rasterio.open(copy) as two:
        assert two.nodata == one.nodata
        np.testing.assert_array_equal(two.read_masks(1), one.read_masks(1))
        assert two.colorinterp == one.colorinterp
        if kind == "palette":
            assert two.colormap(1) == one.colormap(1)


def test_another_reference_system_and_an_area_choose_the_window(server):
    write(server.root / "a.tif", size=2048)
    degrees = Box((-94.12, 37.03, -94.119, 37.031), CRS.from_epsg(4326))
    (copy,) = fetch(server, "a.tif", wanted=[degrees]).files
    with rasterio.open(copy) as src:
        assert src.width < 2048
        left, bottom, right, top = rasterio.warp.transform_bounds("EPSG:4326", UTM, *degrees.bounds)
        needed = (left - 16, bottom - 16, right + 16, top + 16)
        assert all(np.array(needed) * (-1, -1, 1, 1) <= np.array(src.bounds) * (-1, -1, 1, 1))


def test_an_extent_without_a_crs_counts_in_that_of_the_last_date(server):
    write(server.root / "a.tif", size=2048)
    extent = Extent.parse(f"{WEST + 600},{NORTH - 700},{WEST + 700},{NORTH - 600}")
    dates = {
        "before": RemoteDate((f"{server.url}/a.tif",)),
        "after": RemoteDate((), local_box=square(WEST, NORTH, 2048)),
    }
    (copy,) = download(dates, [], extent=extent, advance=lambda done, total: None)["before"].files
    with rasterio.open(copy) as src:
        assert src.bounds == (WEST + 512, NORTH - 768, WEST + 768, NORTH - 512)


def test_a_second_time_only_a_sample_is_read_and_a_changed_file_is_fetched_anew(server):
    write(server.root / "a.tif", size=1024)
    (copy,) = fetch(server, "a.tif").files
    made, sent = copy.stat().st_mtime_ns, server.sent
    assert fetch(server, "a.tif").files == (copy,)
    assert copy.stat().st_mtime_ns == made
    assert server.sent - sent < sent / 4
    pixels = write(server.root / "a.tif", size=1024, seed=5)
    (again,) = fetch(server, "a.tif").files
    with rasterio.open(again) as src:
        np.testing.assert_array_equal(src.read(), pixels)


def test_nothing_half_copied_is_taken_for_whole(server, tmp_path, monkeypatch):
    monkeypatch.setattr("describe_changes.core.cloud.clip.PART_PX", 256)
    write(server.root / "a.tif", size=512, bands=1)

    def stop(done, total):
        assert total == 4
        if done == 2:
            raise Cancelled("stop")

    with pytest.raises(Cancelled):
        fetch(server, "a.tif", advance=stop)
    folder = tmp_path / "cache"
    assert not list(folder.rglob("*.tif"))
    assert fetch(server, "a.tif").files[0].is_file()


def test_a_server_that_fails_once_is_asked_again(server):
    write(server.root / "a.tif", size=300)
    assert fetch(server, "once503/a.tif").files[0].is_file()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none.tif", "the server has no such file; check the address"),
        ("403/a.tif", "does not let it be read"),
        ("401/a.tif", "does not let it be read"),
        ("503/a.tif", "the server fails; try again later"),
        ("429/a.tif", "too many requests"),
        ("text.tif", "it is no GeoTIFF"),
        ("virtual.tif", "it is no GeoTIFF"),
        ("nowhere.tif", "says not where it lies"),
        ("masked.tif", "the server fails; try again later"),
        ("far.tif", "lies elsewhere than the other date"),
        ("short.tif", "cannot be read"),
    ],
)
def test_each_failure_has_its_sentence(server, tmp_path, name, sentence):
    vrt = f'<VRTDataset rasterXSize="9" rasterYSize="9"><!-- {server.url}/secret.tif --></VRTDataset>'
    texts = {"text.tif": "no raster at all " * 100, "virtual.tif": vrt}
    if name in texts:
        (server.root / name).write_text(texts[name])
    elif name == "nowhere.tif":
        Image.fromarray(np.zeros((300, 300, 3), np.uint8)).save(server.root / name)
    elif name == "far.tif":
        write(server.root / name, size=300, west=WEST + 90_000)
    elif name == "masked.tif":  # GDAL takes a mask that it cannot read for none
        write(server.root / name, size=300, bands=1)
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK="YES"), rasterio.open(server.root / name, "r+") as src:
            src.write_mask(np.eye(300, dtype=np.uint8) * 255)
    elif name == "short.tif":
        write(server.root / name, size=600)
        whole = (server.root / name).read_bytes()
        (server.root / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match=sentence) as told:
        fetch(server, f"late503/{name}" if name == "masked.tif" else name, other=square(WEST, NORTH, 300))
    assert name.rpartition("/")[2] in str(told.value)
    assert not list((tmp_path / "cache").rglob("*.tif"))


def test_a_server_that_is_not_there_is_said(server):
    with pytest.raises(InputError, match="cannot be reached"):
        download({"before": RemoteDate(("http://127.0.0.1:9/a.tif",))}, [], advance=lambda done, total: None)


def test_signatures_and_passwords_are_in_no_sentence(server):
    address = f"{server.url.replace('://', '://me:hush@')}/none.tif?sig=hush"
    with pytest.raises(InputError) as told:
        download({"before": RemoteDate((address,))}, [], advance=lambda done, total: None)
    assert "hush" not in str(told.value)


def test_no_file_beside_is_asked_for_and_none_that_a_raster_names(server):
    write(server.root / "a.tif", size=300)
    (server.root / "a.tif.aux.xml").write_text(
        f'<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/vsicurl/{server.url}/other.tif</MDI>'
        "</Metadata></PAMDataset>"
    )
    fetch(server, "a.tif")
    assert server.paths == {"a.tif"}


def test_a_bucket_of_s3_is_read(server, monkeypatch):
    for name, value in {
        "AWS_S3_ENDPOINT": server.url.removeprefix("http://").partition("/")[0],
        "AWS_HTTPS": "NO",
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_NO_SIGN_REQUEST": "YES",
    }.items():
        monkeypatch.setenv(name, value)
    address = f"s3://{server.root.name}/a.tif"
    pixels = write(server.root / "a.tif", size=300)
    found = download({"before": RemoteDate((address,))}, [], advance=lambda done, total: None)["before"]
    assert found.origins == (address,)
    with rasterio.open(found.files[0]) as src:
        np.testing.assert_array_equal(src.read(), pixels)


def test_a_full_disk_is_said_before_anything_is_copied(server, monkeypatch):
    from collections import namedtuple

    write(server.root / "a.tif", size=300)
    usage = namedtuple("usage", "total used free")(10**9, 10**9, 0)
    monkeypatch.setattr("describe_changes.core.cloud.download.shutil.disk_usage", lambda path: usage)
    with pytest.raises(InputError, match=r"0\.0 GB to spare"):
        fetch(server, "a.tif")
