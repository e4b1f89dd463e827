"""Season, shadows and misregistration change what they should in the pixels, and nothing that is said of the pair."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.models.config import Channel
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import AugmentConfig, SourceConfig
from describe_changes.training.data.appearance import blur, cast_shadows, shift_season, take_colour, vary_dates
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.pairs import TrainingPair

GREEN, GREY, SOIL = (60, 140, 60), (120, 120, 120), (150, 110, 80)


def painted(*colours: tuple[int, int, int]) -> np.ndarray:
    """Vertical stripes of 64 columns in these colours, (3, 64, 64 · n)."""
    return np.concatenate([np.tile(np.uint8(c).reshape(3, 1, 1), (1, 64, 64)) for c in colours], axis=2)


def test_season_moves_vegetation_and_leaves_the_rest() -> None:
    date = painted(GREEN, GREY, SOIL)
    reds = []
    for seed in range(20):
        shifted = shift_season(date, 0.5, np.random.default_rng(seed))
        np.testing.assert_array_equal(shifted[..., 64:], date[..., 64:])
        red, green, blue = (shifted[:, 0, 0].astype(int) - np.array(GREEN)).tolist()
        assert red * blue <= 0  # browner: more red, less blue; greener: the other way round
        assert abs(green) <= abs(red)
        reds.append(red)
    assert min(reds) < -10 < 10 < max(reds)


def test_season_of_strength_zero_is_none() -> None:
    date = painted(GREEN, GREY)
    np.testing.assert_array_equal(shift_season(date, 0.0, np.random.default_rng(0)), date)


def test_shadows_darken_by_one_factor_and_keep_the_texture() -> None:
    date = np.random.default_rng(1).integers(100, 200, (3, 256, 256), dtype=np.uint8)
    shares = []
    for seed in range(12):
        shaded = cast_shadows(date, np.random.default_rng(seed))
        ratio = shaded / date
        assert ratio.max() <= 1 + 0.5 / 100
        dark = ratio[0] < 0.9
        shares.append(dark.mean())
        if dark.sum() < 50:
            continue
        full = ratio[0] < np.quantile(ratio[0][dark], 0.5) + 0.01  # beyond the soft edge
        for band in ratio[:, full]:
            assert band.std() < 0.01  # one factor: the ground's own pattern stays
        assert ratio[2][full].mean() > ratio[0][full].mean()  # bluer, lit by the sky
        assert 0.3 < ratio[0][full].mean() < 0.72
    assert 0.001 < np.mean(shares) < 0.25


def test_a_blurred_date_keeps_its_means_and_loses_its_detail() -> None:
    date = np.random.default_rng(0).integers(0, 256, (3, 96, 96), dtype=np.uint8)
    soft = blur(date, np.random.default_rng(1))
    assert soft.shape == date.shape
    np.testing.assert_allclose(soft.mean(axis=(1, 2)), date.mean(axis=(1, 2)), atol=2)
    assert (soft.std(axis=(1, 2)) < 0.8 * date.std(axis=(1, 2))).all()


def test_a_date_without_colour_has_its_luminance_in_each_band() -> None:
    grey = take_colour(painted(GREEN, GREY, SOIL))
    assert (grey == grey[:1]).all()
    assert grey[0, 0, ::64].tolist() == [107, 120, 119]  # 0.299 R + 0.587 G + 0.114 B, rounded


@pytest.mark.parametrize("scale", [(0.8, 0.8), (2.0, 2.0)])
def test_parts_are_shown_at_other_pixel_sizes(scale: tuple[float, float]) -> None:
    image = np.zeros((2, 3, 64, 64), np.uint8)
    image[..., ::8] = 200  # a line every 8 pixels
    mask = np.zeros((1, 64, 64), np.uint8)
    mask[:, 16:48, 16:48] = 1
    pair = TrainingPair(image, mask, (("a", "house"),), 1, 0)
    config = AugmentConfig(flip_rotate=False, color_jitter=0, max_shift_px=0, p_static=0, crop=32, scale=scale)
    channels = [Channel(name="change", class_name="change")]
    words, zeros, ones = Vocabulary(["a", "house"]), (0, 0, 0), (1, 1, 1)
    sampler = BatchSampler([pair], [SourceConfig(path="a")], channels, words, config, 1, zeros, ones, 0)
    batch = sampler.batch(0, 0.0, 16)
    assert batch.images.shape == (16, 2, 3, 32, 32)
    bright = batch.images[:, 0, 0].mean(dim=1)  # (16, columns)
    left, middle, right = bright[:, :-2], bright[:, 1:-1], bright[:, 2:]
    peaks = ((middle >= left) & (middle > right) & (middle > 0.3)).sum(dim=1)
    assert abs(float(peaks.float().mean()) - 32 / (8 * scale[0])) < 1
    assert not batch.masks[batch.masks != 0].ne(1).any(), "labels are not mixed"
    assert (batch.changed == -1).all(), "a part may not show the change"


@pytest.mark.parametrize("augment", [{"season_strength": 0.5}, {"p_shadow": 1.0}, {"max_shift_px": 3}])
def test_what_is_said_of_the_pair_stays(augment: dict[str, float]) -> None:
    images = np.random.default_rng(0).integers(40, 200, (2, 3, 256, 256), dtype=np.uint8)
    images[:, 1] += 40  # green
    masks = np.zeros((1, 256, 256), np.uint8)
    masks[0, 20:60, 30:80] = 1
    pair = TrainingPair(images, masks, (("a", "house", "is", "built"),), 1, 0)
    off = {"flip_rotate": False, "p_swap_dates": 0.0, "color_jitter": 0.0, "max_shift_px": 0, "p_static": 0.0}
    channels = [Channel(name="new", class_name="building", transition="appeared")]
    maker = BatchSampler(
        [pair],
        [SourceConfig(path="x")],
        channels,
        Vocabulary(["a", "house", "is", "built"]),
        AugmentConfig(**{**off, **augment}),
        1,
        (0, 0, 0),
        (1, 1, 1),
        seed=0,
    )
    differing = 0
    for step in range(6):
        view = maker.augment(pair, np.random.default_rng(step))
        np.testing.assert_array_equal(view.masks, masks)
        assert view.captions == pair.captions
        assert view.changed == 1
        np.testing.assert_array_equal(view.images, maker.augment(pair, np.random.default_rng(step)).images)
        differing += bool((view.images != images).any())
        if "max_shift_px" in augment:  # only the earlier date moves: masks lie on the later one
            np.testing.assert_array_equal(view.images[1], images[1])
            _assert_moved(view.images[0], images[0], 3)
    assert differing >= 4


def _assert_moved(moved: np.ndarray, image: np.ndarray, most: int) -> None:
    inner = slice(8, -8)
    shifts = [(dy, dx) for dy in range(-most, most + 1) for dx in range(-most, most + 1)]
    assert any(
        np.array_equal(moved[:, inner, inner], np.roll(image, (-dy, -dx), (1, 2))[:, inner, inner]) for dy, dx in shifts
    )


def test_each_date_varies_on_its_own() -> None:
    images = np.full((2, 3, 64, 64), 90, np.uint8)
    images[:, 1] += 60
    varied = vary_dates(images, 0.3, 1.0, np.random.default_rng(0))
    assert (varied[0] != images[0]).any()
    assert (varied[1] != images[1]).any()
    assert (varied[0] != varied[1]).any()
    np.testing.assert_array_equal(vary_dates(images, 0.0, 0.0, np.random.default_rng(0)), images)
