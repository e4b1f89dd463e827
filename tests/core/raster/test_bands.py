"""Red, green, blue and near infrared by the names, numbers and wavelengths that sensors and vendors use."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from describe_changes.core.raster.epoch import open_epoch

from .conftest import UTM


def opened(path, names, order, *, tags=(), wavelengths=(), units="", photometric="MINISBLACK", dtype="uint16"):
    pixels = np.random.default_rng(0).integers(1, 250, (len(order), 20, 30)).astype(dtype)
    profile = {"driver": "GTiff", "count": len(order), "height": 20, "width": 30, "dtype": dtype}
    with rasterio.open(path, "w", crs="EPSG:32633", transform=UTM, photometric=photometric, **profile) as dst:
        dst.write(pixels)
        if names:
            dst.descriptions = names
        dst.update_tags(**dict(tags))
        for band, length in enumerate(wavelengths, start=1):
            dst.update_tags(band, wavelength=str(length), **({"wavelength_units": units} if units else {}))
    return open_epoch(path)


def places(order):
    return tuple(order.index(colour) + 1 for colour in "RGB")


# The letters tell which band is which; N near infrared, E red edge, S and T the two shortwave ones, x anything else.
SURE = {
    "words": (("Blue", "Green", "Red", "NIR"), "BGRN"),
    "Sentinel-2, two digits": (("B02", "B03", "B04", "B08"), "BGRN"),
    "Sentinel-2, no infrared": (("B02", "B03", "B04"), "BGR"),
    "Sentinel-2, all": (("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B11", "B12"), "xBGRExxNxxST"),
    "Sentinel-2, file names as band names": (("T31UDQ_20160315T105032_B04_10m", "T31UDQ_20160315T105032_B03_10m",
                                              "T31UDQ_20160315T105032_B02_10m"), "RGB"),
    "Landsat 8 collection 2": (("SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7"), "xBGRNST"),
    "Landsat 5 collection 2": (("SR_B1", "SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B7"), "BGRNST"),
    "WorldView": (("coastal_blue", "blue", "green", "yellow", "red", "rededge", "nir", "nir2"), "xBGxRENx"),
    "PlanetScope": (("coastal_blue", "blue", "green_i", "green", "yellow", "red", "rededge", "nir"), "xBxGxREN"),
    "MicaSense": (("Blue", "Green", "Red", "NIR", "Red edge"), "BGRNE"),
    "MicaSense dual": (("Blue-444", "Blue", "Green-531", "Green", "Red-650", "Red", "Red edge-705", "Red edge", "NIR",
                        "LWIR"), None),
    "DJI": (("Blue", "Green", "Red", "RedEdge", "NIR"), "BGREN"),
    "red edge first": (("Red Edge", "NIR", "Red", "Green", "Blue"), "ENRGB"),
    "in brackets": (("Band 1 (Blue)", "Band 2 (Green)", "Band 3 (Red)", "Band 4 (NIR)"), "BGRN"),
    "STAC": (("blue", "green", "red", "nir08", "swir16", "swir22"), "BGRNST"),
    "German": (("Blau", "Grün", "Rot", "NIR"), "BGRN"),
    "French": (("bleu", "vert", "rouge", "pir"), "BGRN"),
    "letters": (("B", "G", "R", "N"), "BGRN"),
    "wavelengths in the names": (("490 nm", "560 nm", "665 nm", "842 nm"), "BGRN"),
    "ENVI": (("Band 1 (0.4900 Micrometers)", "Band 2 (0.5600 Micrometers)", "Band 3 (0.6650 Micrometers)",
              "Band 4 (2.2 Micrometers)"), "BGRT"),
}  # fmt: skip


@pytest.mark.parametrize("case", SURE)
def test_names_that_leave_no_doubt(tmp_path, case):
    names, order = SURE[case]
    epoch = opened(tmp_path / "a_2018.tif", names, order or "x" * len(names))
    assert epoch.warnings == ()
    if order is None:
        named = {name: place for place, name in enumerate(names, start=1)}
        assert {names[band - 1].split("-")[0] for band in epoch.bands} == {"Red", "Green", "Blue"}
        assert epoch.roles["nir"] == named["NIR"]
        return
    assert epoch.bands == places(order)
    roles = {"N": "nir", "E": "rededge", "S": "swir1", "T": "swir2"}
    found = {letter: epoch.roles[role] for letter, role in roles.items() if role in epoch.roles}
    assert found == {letter: order.index(letter) + 1 for letter in roles if letter in order}


@pytest.mark.parametrize(
    ("values", "units"),
    [((490, 560, 665, 842), ""), ((0.49, 0.56, 0.665, 0.842), "Micrometers"), ((0.49, 0.56, 0.665, 0.842), ""),
     ((492.4, 559.8, 664.6, 832.8), "Nanometers")],
)  # fmt: skip
def test_wavelengths_in_the_metadata(tmp_path, values, units):
    epoch = opened(tmp_path / "a_2018.tif", None, "BGRN", wavelengths=values, units=units)
    assert (epoch.bands, epoch.roles["nir"], epoch.warnings) == ((3, 2, 1), 4, ())


@pytest.mark.parametrize(
    ("names", "order"),
    [(("B2", "B3", "B4"), "BGR"), (("B4", "B3", "B2"), "RGB"), (("b1", "b2", "b3", "b4"), "BGRN"),
     (("SR_B4", "SR_B3", "SR_B2"), "RGB"), (None, "RGBN"), (None, "RGB"), (("Band 1", "Band 2", "Band 3"), "RGB")],
)  # fmt: skip
def test_a_guess_is_always_said(tmp_path, names, order):
    epoch = opened(tmp_path / "a_2018.tif", names, order)
    assert epoch.bands == places(order)
    (warning,) = epoch.warnings
    assert warning.startswith("a_2018.tif")
    assert f"bands {','.join(map(str, places(order)))} are taken as red, green, blue" in warning
    assert "--bands" in warning


@pytest.mark.parametrize(
    ("file", "tags", "order"),
    [
        ("LC08_L1TP_026034_20200831_20200906_02_T1.tif", {}, "BGRN"),
        ("LT05_L1TP_026034_20100831_20200906_02_T1.tif", {}, "GRNS"),
        ("stack_2010.tif", {"SPACECRAFT_ID": "LANDSAT_5"}, "GRNS"),
        ("S2A_MSIL2A_20200831.tif", {}, "BGRE"),
        ("stack_2010.tif", {"DATATAKE_1_SPACECRAFT_NAME": "Sentinel-2B"}, "BGRE"),
    ],
)
def test_the_satellite_decides_what_numbers_mean(tmp_path, file, tags, order):
    """Bands 2, 3, 4, 5 are blue to near infrared for Landsat 8, green to shortwave for Landsat 5, and red edge last
    for Sentinel-2."""
    epoch = opened(tmp_path / file, ("B2", "B3", "B4", "B5"), order, tags=tags)
    if order == "GRNS":
        assert epoch.roles == {"green": 1, "red": 2, "nir": 3, "swir1": 4}
        assert "whose names do not tell all of red, green, blue" in epoch.warnings[0]
        return
    assert (epoch.bands, epoch.warnings) == (places(order), ())
    assert epoch.roles[{"N": "nir", "E": "rededge"}[order[3]]] == 4


def test_names_go_before_the_colours_that_a_writer_set_by_itself(tmp_path):
    """Three bands of 8 bits become red, green, blue unless the writer says otherwise."""
    epoch = opened(tmp_path / "a_2018.tif", ("B02", "B03", "B04"), "BGR", photometric="RGB", dtype="uint8")
    assert epoch.bands == (3, 2, 1)
    assert "though the file marks bands 1,2,3 as these colours" in epoch.warnings[0]


def test_colour_interpretation_without_names_needs_no_warning(tmp_path):
    epoch = opened(tmp_path / "a_2018.tif", None, "RGB", photometric="RGB", dtype="uint8")
    assert (epoch.bands, epoch.warnings) == ((1, 2, 3), ())
