"""One file per band, files that are something else, and places that no reference system reaches."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.raster.epoch import open_epoch
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.inputs import input_files
from describe_changes.core.raster.pair import open_pair
from pyproj import CRS, Geod

from .conftest import UTM, pattern

PIXELS = pattern(4, dtype="uint16") * 9


def band_files(write, names, folder="", **profile):
    return [write(f"{folder}{name}.tif", PIXELS[place : place + 1], **profile) for place, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "bands"),
    [
        (("LC08_20180601_B2", "LC08_20180601_B3", "LC08_20180601_B4", "LC08_20180601_B5"), (3, 2, 1)),
        (("LC08_L2SP_20180601_SR_B4", "LC08_L2SP_20180601_SR_B3", "LC08_L2SP_20180601_SR_B2"), (1, 2, 3)),
        (("T31UDQ_20180601_B02_10m", "T31UDQ_20180601_B03_10m", "T31UDQ_20180601_B04_10m", "T31UDQ_20180601_B08_10m"),
         (3, 2, 1)),
        (("red_river_20180601_blue", "red_river_20180601_green", "red_river_20180601_nir", "red_river_20180601_red"),
         (4, 2, 1)),
        (("DJI_20180601_MS_G", "DJI_20180601_MS_R", "DJI_20180601_MS_B"), (2, 1, 3)),
    ],
)  # fmt: skip
def test_files_of_one_band_become_one_image(write, names, bands):
    files = band_files(write, names, nodata=0)
    epoch = open_epoch(files)
    assert set(epoch.paths) == set(files)
    assert epoch.bands == bands
    assert str(epoch.date) == "2018-06-01"
    with open_pair(files, write("later_20190601.tif", pattern())) as pair:
        read = pair.read(pair.grid.window)
        np.testing.assert_array_equal(read.before, PIXELS[[band - 1 for band in bands]])
        assert not [text for text in pair.warnings if "grey" in text]


def test_a_band_of_another_pixel_size_is_left_out(write):
    files = band_files(write, ("LC08_20180601_B2", "LC08_20180601_B3", "LC08_20180601_B4"))
    fine = write("LC08_20180601_B8.tif", pattern(1, 120, 160), transform=UTM @ Affine.scale(0.5))
    assert open_epoch([*files, fine]).paths == tuple(files)


def test_bands_that_nothing_names_are_no_grey_mosaic(write):
    with pytest.raises(
        InputError, match=r"scene1\.tif and the 2 other files .* bands of one image.*gdalbuildvrt -separate"
    ):
        open_epoch(band_files(write, ("scene1", "scene2", "scene3")), date="2018")


def test_grey_tiles_beside_each_other_stay_a_mosaic(write):
    left = write("red_1.tif", PIXELS[:1])
    right = write("blue_2.tif", PIXELS[:1], transform=UTM @ Affine.translation(80, 0))
    assert (open_epoch([left, right], date="2018").width) == 160


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.zip", b"PK\x03\x04" + bytes(60), "a zip archive, which is not read; unpack it"),
        ("a.tif", b"PK\x03\x04" + bytes(60), "a zip archive"),
        ("a.nc", b"CDF\x01" + bytes(60), "a netCDF file, which is not read; export"),
        ("a.h5", b"\x89HDF\r\n\x1a\n" + bytes(60), "HDF5"),
        ("a.pdf", b"%PDF-1.7" + bytes(60), "a PDF document"),
        ("a.sdat", bytes(60), "a SAGA grid"),
        ("a.qgz", b"PK\x03\x04" + bytes(60), "archive"),
        ("a.tif", b"II*\0" + bytes(60), "damaged, cut short"),
    ],
)
def test_what_is_not_read_is_called_by_its_name(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        open_epoch(path)
    assert str(caught.value).startswith(name)
    assert said in str(caught.value)


def test_a_file_without_permission_is_not_called_damaged(write, monkeypatch):
    path = write("a_2018.tif")

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(InputError, match=r"a_2018\.tif cannot be read \(Permission denied\); check its permissions"):
        open_epoch(path)


@pytest.mark.parametrize("form", ['NETCDF:"{}":red', "GPKG:{}:y2010", "GTIFF_DIR:1:{}", "HDF5:{}://group/image"])
def test_parts_of_files_are_not_called_missing(write, form):
    path = write("many.tif")
    with pytest.raises(InputError, match=r"names a part of many\.tif; parts of files are not read"):
        input_files(form.format(path), "before")


def test_a_reference_system_without_a_transformation_is_a_sentence(write):
    """Polar stereographic with latitude of origin 0 and a scale: PROJ makes no transformation of it."""
    wkt = (
        'PROJCS["Polar",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Polar_Stereographic"],'
        'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",90],PARAMETER["scale_factor",0.994],'
        'PARAMETER["false_easting",2000000],PARAMETER["false_northing",2000000],UNIT["metre",1]]'
    )
    with pytest.raises(InputError, match=r"The reference system of a_2018\.tif, Polar, does not lead .*--crs-before"):
        open_epoch(write("a_2018.tif", crs=wkt))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 1), (4, 2)])
def test_pixels_as_large_as_the_globe_have_a_size(width, height):
    grid = Grid(CRS("EPSG:4326"), Affine(360 / width, 0, -180, 0, -180 / height, 90), width, height)
    across, down = grid.pixel_size_m(height / 2, width / 2)
    equator = 2 * np.pi * Geod(ellps="WGS84").a
    assert across == pytest.approx(equator / width, rel=1e-3)
    assert down == pytest.approx(20_003_931 / height, rel=0.01)
    assert np.isfinite(grid.gsd_m)
