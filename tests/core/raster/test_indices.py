"""Vegetation, water and bare ground by indices of the bands: scenes whose changes are known."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.raster.indices import KINDS, Scene, estimate_scene, index_scores
from describe_changes.core.raster.overrides import Override
from describe_changes.core.raster.pair import PairOptions
from describe_changes.core.raster.spectral import measurable_roles, missing_bands, open_spectral, perhaps_infrared
from describe_changes.core.raster.tiling import Window
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp

from .conftest import UTM

HEIGHT, WIDTH = 60, 80
ROLES = ("blue", "green", "red", "nir", "swir1")
GROUND = {
    "forest": (200, 400, 300, 4000, 1500),
    "soil": (900, 1300, 1800, 2200, 3200),
    "water": (700, 600, 400, 150, 60),
    "asphalt": (1400, 1500, 1600, 1800, 1700),
    "straw": (900, 1200, 1500, 2700, 2300),
}
"""Reflectance × 10,000 of blue, green, red, near and short-wave infrared, as Sentinel-2 has it."""
TOLD = ",".join(f"{role}={band}" for band, role in enumerate(ROLES, start=1))

ALL = Override(roles=tuple((role, band) for band, role in enumerate(ROLES, start=1)))


def ground(*patches: tuple[str, slice, slice], bands: int = 5) -> np.ndarray:
    """(bands, 60, 80): forest in the west, asphalt in the east, with noise; then patches."""
    kinds = np.full((HEIGHT, WIDTH), "forest", dtype="<U8")
    kinds[:, 50:] = "asphalt"
    for kind, rows, cols in patches:
        kinds[rows, cols] = kind
    values = np.stack([[[GROUND[kind][band] for kind in row] for row in kinds] for band in range(bands)])
    noise = 1 + 0.02 * np.random.default_rng(len(patches)).standard_normal(values.shape)
    return np.rint(values * noise).astype("uint16")


def measure(write, before, after, roles=ROLES, **profile):
    """Classes by (name, transition) → (60, 80) bool, and the scene."""
    told = Override(roles=tuple((role, band) for band, role in enumerate(ROLES, start=1) if role in roles))
    options = PairOptions(
        (str(write("b.tif", before, **profile)),),
        (str(write("a.tif", after, **profile)),),
        "2016",
        "2017",
        overrides=(told, told),
    )
    with options.open() as pair:
        spectral = open_spectral(options, pair, measurable_roles(pair))
        scene = estimate_scene(spectral)
        pixels = spectral.read(pair.grid.window)
        scores = index_scores(pixels, scene)
        # Any windows give the same bits.
        parts = [
            [
                index_scores(spectral.read(Window(row, col, 17, 23)), scene)[:, : 60 - row, : 80 - col]
                for col in range(0, 80, 23)
            ]
            for row in range(0, 60, 17)
        ]
        np.testing.assert_array_equal(np.concatenate([np.concatenate(row, axis=2) for row in parts], axis=1), scores)
        spectral.close()
    assert (np.count_nonzero(scores, axis=0) <= 1).all()
    return {kind: layer > 0 for kind, layer in zip(scene.kinds, scores, strict=True)}, scene


def patch(*where: slice) -> np.ndarray:
    """(60, 80) bool."""
    mask = np.zeros((HEIGHT, WIDTH), bool)
    mask[where] = True
    return mask


A, B, C = np.s_[5:20], np.s_[5:25], np.s_[30:45]


@pytest.mark.parametrize("roles", [ROLES, ROLES[:4]], ids=["with swir", "without"])
@pytest.mark.parametrize(
    ("was", "becomes", "kind"),
    [
        ("forest", "soil", ("vegetation", "disappeared")),
        ("forest", "asphalt", ("vegetation", "disappeared")),
        ("soil", "forest", ("vegetation", "appeared")),
        ("forest", "water", ("water", "appeared")),
        ("water", "soil", ("water", "disappeared")),
        ("water", "forest", ("water", "disappeared")),
        ("asphalt", "water", ("water", "appeared")),
    ],
)
def test_what_is_known_to_have_changed_is_found_and_nothing_else(write, was, becomes, kind, roles):
    found, _ = measure(write, ground((was, A, B)), ground((becomes, A, B)), roles)
    for name, mask in found.items():
        np.testing.assert_array_equal(mask, patch(A, B) if name == kind else False, str(name))


@pytest.mark.parametrize(
    ("was", "becomes", "transition"), [("straw", "soil", "appeared"), ("soil", "straw", "disappeared")]
)
def test_bare_ground_needs_short_wave_infrared(write, was, becomes, transition):
    before, after = ground((was, A, B)), ground((becomes, A, B))
    found, scene = measure(write, before, after)
    assert scene.kinds == KINDS
    for name, mask in found.items():
        np.testing.assert_array_equal(mask, patch(A, B) if name == ("bare ground", transition) else False, str(name))
    found, scene = measure(write, before, after, ROLES[:4])
    assert scene.kinds == KINDS[:4]
    assert not any(mask.any() for mask in found.values())


@pytest.mark.parametrize("gains", [(1, 1, 1, 1, 1), (0.8, 0.9, 1.3, 0.7, 1.2), (1.5, 0.7, 0.8, 1.4, 1.3)])
def test_a_scene_that_was_only_recoloured_has_not_changed(write, gains):
    before = ground(("water", C, C))
    after = np.rint(ground(("water", C, C), ("forest", A, B)) * np.array(gains).reshape(5, 1, 1)).astype("uint16")
    found, scene = measure(write, before, after)
    assert not any(mask.any() for mask in found.values())
    assert scene.vegetation.gain == pytest.approx(gains[2] / gains[3], rel=0.02)


def test_change_is_found_through_another_colouring(write):
    gains = np.array((0.9, 0.9, 1.2, 0.8, 1.1)).reshape(5, 1, 1)
    after = np.rint(ground(("soil", A, B), ("water", C, C)) * gains).astype("uint16")
    found, _ = measure(write, ground(), after)
    np.testing.assert_array_equal(found["vegetation", "disappeared"], patch(A, B))
    np.testing.assert_array_equal(found["water", "appeared"], patch(C, C))


def test_where_most_has_changed_that_is_told_and_not_that_the_rest_went_the_other_way(write):
    before, after = ground(), ground(("soil", np.s_[:], np.s_[:45]))
    found, scene = measure(write, before, after)
    np.testing.assert_array_equal(found["vegetation", "disappeared"], patch(np.s_[:], np.s_[:45]))
    assert not found["vegetation", "appeared"].any()
    assert scene.stirred.startswith("Vegetation differs all over the scene (median NDVI 0.86 before, 0.09 after;")


def test_a_scene_that_stayed_is_not_said_to_differ(write):
    assert measure(write, ground(), ground(("soil", A, B)))[1].stirred == ""


def test_clouds_that_are_no_data_are_no_change(write):
    after = ground(("soil", A, B))
    after[:, C, C] = 0
    found, _ = measure(write, ground(), after, nodata=0)
    np.testing.assert_array_equal(found["vegetation", "disappeared"], patch(A, B))
    after[3, 5:10, 5:25] = 65535  # a fill in the infrared alone, as at the edge of a swath
    after[:, C, C] = 65535
    found, _ = measure(write, ground(), after, nodata=65535)
    np.testing.assert_array_equal(found["vegetation", "disappeared"], patch(np.s_[10:20], B))


def test_a_score_says_how_far_beyond_the_threshold_a_difference_is(write):
    paths = write("b.tif", ground()), write("a.tif", ground(("soil", A, B)))
    options = PairOptions((str(paths[0]),), (str(paths[1]),), "2016", "2017", overrides=(ALL, ALL))
    with options.open() as pair:
        spectral = open_spectral(options, pair, measurable_roles(pair))
        scene = estimate_scene(spectral)
        scores = index_scores(spectral.read(Window(5, 5, 15, 20)), scene)[1]
        spectral.close()
    fall = (4000 - 300) / 4300 - (2200 * scene.vegetation.gain - 1800) / (2200 * scene.vegetation.gain + 1800)
    assert np.median(scores) == pytest.approx(1 - 0.5 * (scene.vegetation.threshold / fall) ** 2, abs=0.01)


def test_constants_survive_json(write):
    _, scene = measure(write, ground(), ground(("soil", A, B)))
    assert Scene.from_dict(json.loads(json.dumps(scene.to_dict()))) == scene
    _, scene = measure(write, ground(), ground(), ROLES[:4])
    assert Scene.from_dict(json.loads(json.dumps(scene.to_dict()))) == scene


def opened(write, before: dict, after: dict, told: str | None = None, own: str | None = None):
    """The pair of two rasters with these arguments of `write`."""
    spec = DescribeOptions(
        write("b.tif", **before), write("a.tif", **after), None, "2016", "2017", bands=told, bands_after=own
    )
    return spec.pair.open()


def test_bands_are_found_by_name_by_number_and_by_option(write):
    named = {"values": ground(), "descriptions": ["B02", "B03", "B04", "B08", "B11"]}
    turned = {"values": ground()[::-1], "descriptions": ["SWIR", "Near infrared", "Red", "Green", "Blue"]}
    plain = {"values": ground()[:4]}
    every = ("red", "green", "nir", "swir1")
    with opened(write, named, turned) as pair:
        assert measurable_roles(pair) == every
        assert pair.after.measured_bands == {"swir1": 1, "nir": 2, "red": 3, "green": 4, "blue": 5}
    with opened(write, named, plain) as pair:
        assert measurable_roles(pair) == ()
        assert missing_bands(pair) == (
            "Nothing says which band of a.tif is near infrared, so vegetation and water cannot be measured; say it "
            "with --bands nir=N, or leave --indices out."
        )
    with opened(write, named, plain, own="3,2,1,nir=4") as pair:
        assert measurable_roles(pair) == every[:3]
        assert pair.after.measured_bands == {"red": 3, "green": 2, "blue": 1, "nir": 4}
    with opened(write, plain, plain, told="4,3,2,nir=4") as pair:  # what is shown as red is infrared
        assert measurable_roles(pair) == ()
        assert "is red and green" in missing_bands(pair)
    with opened(write, plain, plain, told="4,3,2,nir=4,red=3,green=2") as pair:
        assert measurable_roles(pair) == every[:3]


def test_one_band_that_nothing_names_may_be_infrared(write):
    named = {"values": ground(), "descriptions": ["B02", "B03", "B04", "B08", "B11"]}
    plain, five = {"values": ground()[:4]}, {"values": ground()}
    with opened(write, plain, plain) as pair:
        assert perhaps_infrared(pair) == (
            "Nothing says what band 4 of b.tif and band 4 of a.tif show; if it is near infrared, give --bands nir=4, "
            "and vegetation and water are measured, too."
        )
    with opened(write, named, plain) as pair:
        assert perhaps_infrared(pair).startswith("Nothing says what band 4 of a.tif shows;")
    for later in (five, {"values": ground()[:3]}, named):
        with opened(write, named, later) as pair:
            assert perhaps_infrared(pair) == ""


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("nir=9", r"b\.tif has 4 bands, so there is no band 9"),
        ("nir=4,red=4", "gives one band two roles"),
        ("ultraviolet=4", "“ultraviolet” is no kind of band; known are blue, green, red, rededge, nir"),
        ("nir=four", "“nir=four” are no bands"),
    ],
)
def test_bands_that_cannot_be_are_refused(write, told, said):
    plain = {"values": ground()[:4]}
    with pytest.raises(InputError, match=said):
        opened(write, plain, plain, told=told)


def test_scale_and_offset_of_a_file_count(write):
    before, after = ground(), ground(("soil", A, B))
    shifted = write("shifted.tif", after + 1000)  # as Sentinel-2 has it since 2022
    with rasterio.open(shifted, "r+") as file:
        file.offsets = (-1000.0,) * 5
    scenes = []
    for path in (write("a.tif", after), shifted):
        options = PairOptions((str(write("b.tif", before)),), (str(path),), "2016", "2017", overrides=(ALL, ALL))
        with options.open() as pair:
            spectral = open_spectral(options, pair, measurable_roles(pair))
            scenes.append(estimate_scene(spectral))
            spectral.close()
    assert scenes[0] == scenes[1]


def test_a_mosaic_is_measured_as_one(write):
    after = ground(("soil", A, B))
    parts = (
        write("w.tif", after[:, :, :40]),
        write("e.tif", after[:, :, 40:], transform=UTM @ Affine.translation(40, 0)),
    )
    options = PairOptions(
        (str(write("b.tif", ground())),), tuple(map(str, parts)), "2016", "2017", overrides=(ALL, ALL)
    )
    with options.open() as pair:
        spectral = open_spectral(options, pair, measurable_roles(pair))
        scores = index_scores(spectral.read(pair.grid.window), estimate_scene(spectral))
        spectral.close()
    np.testing.assert_array_equal(scores[1] > 0, patch(A, B))


def scores_of(before, after, told: Override = ALL):
    """Scores of a pair of files."""
    options = PairOptions((str(before),), (str(after),), "2016", "2017", overrides=(told, told))
    with options.open() as pair:
        spectral = open_spectral(options, pair, measurable_roles(pair))
        scores = index_scores(spectral.read(pair.grid.window), estimate_scene(spectral))
        spectral.close()
    return scores


def test_transparency_beside_five_bands_counts_and_a_fourth_band_marked_as_it_may_be_infrared(write):
    after = ground(("soil", A, B))
    alpha = np.full((1, HEIGHT, WIDTH), 65535, np.uint16)
    alpha[:, :12] = 0
    paths = write("b.tif", ground()), write("a.tif", np.concatenate([after, alpha]))
    with rasterio.open(paths[1], "r+") as file:
        file.colorinterp = [*[ColorInterp.undefined] * 5, ColorInterp.alpha]
    np.testing.assert_array_equal(scores_of(*paths)[1] > 0, patch(np.s_[12:20], B))
    told = Override(roles=(("blue", 1), ("green", 2), ("nir", 4), ("red", 3)))
    paths = write("b4.tif", ground()[:4]), write("a4.tif", after[:4])
    for path in paths:
        with rasterio.open(path, "r+") as file:
            file.colorinterp = [ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.alpha]
    np.testing.assert_array_equal(scores_of(*paths, told)[1] > 0, patch(A, B))


def test_rasters_placed_by_control_points_are_measured(write, tmp_path):
    corners = [(0, 0), (0, WIDTH), (HEIGHT, 0), (HEIGHT, WIDTH)]
    points = [GroundControlPoint(row, col, *(UTM @ (col, row))) for row, col in corners]
    after = tmp_path / "gcp.tif"
    with rasterio.open(
        after, "w", driver="GTiff", count=5, height=HEIGHT, width=WIDTH, dtype="uint16", gcps=points, crs="EPSG:32633"
    ) as file:
        file.write(ground(("soil", A, B)))
    found = scores_of(write("b.tif", ground()), after)[1] > 0
    assert found.sum() == pytest.approx(patch(A, B).sum(), rel=0.1)
