"""Counts, areas and compass points against hand-worked tiles."""

from __future__ import annotations

import math

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.captions.facts import NOTHING, FactExtractor, count_words, penalise_disagreement
from describe_changes.core.models.config import Channel, MaskHeadConfig
from describe_changes.core.predict.class_mask import override_threshold, to_class_mask
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import Window
from pyproj import CRS

CHANNELS = MaskHeadConfig().channels
UTM = Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000)


def grid(transform: Affine = UTM, crs: str = "EPSG:32633", size: int = 256) -> Grid:
    return Grid(CRS.from_user_input(crs), transform, size, size)


def turned(degrees: float) -> Affine:
    """Half-metre pixels whose columns' axis points so many degrees north of east."""
    cos, sin = 0.5 * math.cos(math.radians(degrees)), 0.5 * math.sin(math.radians(degrees))
    return Affine(cos, sin, 500_000, sin, -cos, 5_000_000)


def measure(mask: np.ndarray, on: Grid | None = None, min_area: float = 0.0):
    on = on or grid()
    return FactExtractor(on, CHANNELS, min_area).measure(mask, Window(0, 0, *mask.shape))


def test_the_sentence_of_a_hand_worked_tile():
    mask = np.zeros((256, 256), np.uint8)
    mask[10:20, 200:220] = 1  # 200 px = 50 m²
    mask[40:50, 230:240] = 1  # 100 px = 25 m²
    mask[50:60, 240:250] = 1  # touches only at a corner: another building
    mask[200:220, 20:40] = 2
    mask[120:136, 120:136] = 3
    facts = measure(mask)
    assert facts.sentence == (
        "3 new buildings, 100 m², north-east; 1 building gone, 100 m², south-west; 1 other change, 64 m², centre"
    )
    assert facts.area_m2 == pytest.approx((400 + 400 + 256) * 0.25, rel=1e-3)  # UTM: 0.9996² at the meridian
    assert facts.share == pytest.approx((400 + 400 + 256) / 256**2)
    assert facts.classes == {"building", "change"}


def test_nothing_and_no_data():
    empty = np.zeros((64, 64), np.uint8)
    assert measure(empty).sentence == NOTHING
    assert measure(np.full((64, 64), 255, np.uint8)).sentence == "no data on both dates"
    half = empty.copy()
    half[:32] = 255
    half[32:48] = 1
    assert measure(half).share == pytest.approx(0.5)


def test_regions_below_the_minimum_area_do_not_count():
    mask = np.zeros((64, 64), np.uint8)
    mask[0:2, 0:2] = 1  # 1 m²
    mask[30:40, 30:40] = 1  # 25 m²
    assert measure(mask, min_area=2.0).sentence == "1 new building, 25 m², centre"
    assert measure(mask, min_area=30.0).sentence == NOTHING
    assert measure(mask, min_area=30.0).area_m2 == 0


EAST_OF_CENTRE = (slice(110, 146), slice(230, 250))


@pytest.mark.parametrize(
    ("turn", "point"), [(0, "east"), (45, "north-east"), (90, "north"), (180, "west"), (-90, "south")]
)
def test_the_compass_knows_where_north_is_on_turned_grids(turn, point):
    mask = np.zeros((256, 256), np.uint8)
    mask[EAST_OF_CENTRE] = 1
    assert measure(mask, grid(turned(turn))).sentence.endswith(point)


def test_the_compass_on_south_up_grids_and_in_degrees():
    mask = np.zeros((256, 256), np.uint8)
    mask[0:10, 120:136] = 1
    assert measure(mask).sentence.endswith("north")
    assert measure(mask, grid(Affine(0.5, 0, 500_000, 0, 0.5, 5_000_000))).sentence.endswith("south")
    degrees = grid(Affine(1e-5, 0, 10, 0, -1e-5, 50), "EPSG:4326")
    assert measure(mask, degrees).sentence.endswith("north")


def test_true_north_not_grid_north():
    """Far west of a polar projection's axis the grid's up is not north at all: at 90° W of it, it is east."""
    polar = grid(Affine(100, 0, -2_000_000, 0, -100, 12_800), "EPSG:3413")  # about 90° + 45° W of the pole
    mask = np.zeros((256, 256), np.uint8)
    mask[110:146, 236:256] = 1  # towards the pole
    assert measure(mask, polar).sentence.endswith("north")


def test_area_in_degrees_is_that_of_the_ellipsoid():
    on = grid(Affine(0.001, 0, 10, 0, -0.001, 70), "EPSG:4326")
    mask = np.zeros((256, 256), np.uint8)
    mask[5:25, 30:90] = 1
    mask[230:250, 30:90] = 2
    window = [Window(5, 30, 20, 60), Window(230, 30, 20, 60)]
    expected = sum(on.geodesic_area_m2(on.window_polygon(each)) for each in window)
    assert measure(mask, on).area_m2 == pytest.approx(expected, rel=1e-5)


def test_one_pixel():
    assert measure(np.ones((1, 1), np.uint8)).sentence.startswith("1 new building, 0.3 m², centre")


@pytest.mark.parametrize(
    ("number", "channel", "words"),
    [
        (1, Channel(name="x", class_name="building", transition="appeared"), "1 new building"),
        (1234, Channel(name="x", class_name="building", transition="disappeared"), "1,234 buildings gone"),
        (2, Channel(name="x", class_name="factory", transition="appeared"), "2 new factories"),
        (2, Channel(name="x", class_name="church", transition="appeared"), "2 new churches"),
        (1, Channel(name="x", class_name="vegetation", transition="disappeared"), "1 area of vegetation lost"),
        (2, Channel(name="x", class_name="water", transition="appeared"), "2 areas of water gained"),
        (
            3,
            Channel(name="x", class_name="road", transition="appeared"),
            "3 new areas of road",
        ),  # a mask tells no roads apart
        (2, Channel(name="other change", class_name="change"), "2 other changes"),
    ],
)
def test_number_and_noun_agree(number, channel, words):
    assert count_words(number, channel) == words


def test_a_caption_that_names_what_the_mask_does_not_show_is_trusted_less():
    words = {"building": ("house", "Houses"), "road": ("road",)}
    assert penalise_disagreement(0.8, "Houses appear", frozenset({"building"}), words) == 0.8
    assert penalise_disagreement(0.8, "houses appear along the road", frozenset({"building"}), words) == 0.4
    assert penalise_disagreement(0.8, "the scene is the same", frozenset(), words) == 0.8


def test_a_caption_that_denies_what_the_mask_shows_is_trusted_less():
    assert penalise_disagreement(0.8, "the scene is the same as before", frozenset(), {}) == 0.8
    assert penalise_disagreement(0.8, "the scene is the same as before", frozenset({"change"}), {}) == 0.4


def test_classes_against_a_loop_over_pixels():
    rng = np.random.default_rng(0)
    probabilities = rng.choice(np.linspace(0, 1, 11, dtype=np.float32), (4, 9, 9))
    channels = (*CHANNELS, Channel(name="building moved", class_name="building", threshold=0.7))
    mask, score = to_class_mask(probabilities, channels)
    for row in range(9):
        for col in range(9):
            values = probabilities[:, row, col]
            passing = [i for i, channel in enumerate(channels) if values[i] >= channel.threshold]
            building = [i for i in passing if channels[i].class_name == "building"]
            pool = building or passing
            best = max(pool, key=lambda i: (values[i], -i)) if pool else None
            assert mask[row, col] == (0 if best is None else best + 1)
            assert score[row, col] == (0 if best is None else values[best])


def test_one_threshold_for_all():
    assert {channel.threshold for channel in override_threshold(CHANNELS, 0.3)} == {0.3}
    assert override_threshold(CHANNELS, None) == CHANNELS
    assert not math.isclose(CHANNELS[0].threshold, 0.3)


def test_a_patch_larger_than_a_building_is_no_building():
    """In UTM at the meridian 80 × 80 pixels of 0.5 m are 1,601 m², 64 × 64 are 1,025 m²."""
    mask = np.zeros((256, 256), np.uint8)
    mask[0:80, 0:80] = mask[200:210, 0:10] = 1
    mask[180:244, 180:244] = 2
    assert measure(mask).sentence == "new built-up area, 1,630 m², north-west; 1 building gone, 1,020 m², south-east"
