"""Pooled pixel scores and calibration against hand-worked cases."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.models.config import Channel
from describe_changes.training.evaluation.calibration import reliability
from describe_changes.training.evaluation.mask_metrics import PixelCounts, class_mask, count_regions

CHANNELS = (
    Channel(name="building appeared", class_name="building", transition="appeared"),
    Channel(name="building disappeared", class_name="building", transition="disappeared", threshold=0.8),
    Channel(name="other", class_name="change"),
)


def test_regions_touch_at_corners_and_specks_do_not_count() -> None:
    mask = np.zeros((30, 30), bool)
    mask[0:4, 0:4] = mask[4:8, 4:8] = True  # one region, joined at a corner
    mask[20:24, 20:24] = True  # 16 px
    mask[28, 0:15] = True  # 15 px
    assert count_regions(mask) == 2
    assert count_regions(np.zeros((4, 4), bool)) == 0


def test_scores_pool_pixels_over_pairs() -> None:
    first = PixelCounts.compare(np.array([[True, True, False, False]]), np.array([[True, False, True, False]]))
    second = PixelCounts.compare(np.array([[True, True]]), np.array([[True, True]]))
    scores = (first + second).scores()
    # 3 found rightly, 1 wrongly, 1 missed of 6 pixels
    assert scores == {
        "f1": pytest.approx(6 / 8),
        "iou": pytest.approx(3 / 5),
        "precision": pytest.approx(3 / 4),
        "recall": pytest.approx(3 / 4),
        "pixel_share": pytest.approx(4 / 6),
    }


def test_nothing_to_find_is_undefined_not_perfect() -> None:
    nothing = np.zeros((2, 2), bool)
    scores = PixelCounts.compare(nothing, nothing).scores()
    assert scores["f1"] is None
    assert scores["pixel_share"] == 0


def test_class_is_the_union_of_its_channels_and_change_of_all() -> None:
    probabilities = np.array([[[0.5, 0.4, 0.0]], [[0.0, 0.8, 0.7]], [[0.0, 0.0, 0.9]]], np.float32)
    assert class_mask(probabilities, CHANNELS, "building").tolist() == [[True, True, False]]
    assert class_mask(probabilities, CHANNELS, "change").tolist() == [[True, True, True]]
    assert class_mask(probabilities, CHANNELS, "road") is None
    assert class_mask(probabilities[:0], (), "change") is None


def test_expected_calibration_error_by_hand() -> None:
    table = reliability([0.9, 0.7, 0.2, 1.0], [True, False, False, True], bins=2)
    # low bin: mean 0.2, share 0; high bin: mean 2.6/3, share 2/3
    assert table["ece"] == pytest.approx(0.25 * 0.2 + 0.75 * (2.6 - 2) / 3)
    assert table["brier"] == pytest.approx((0.01 + 0.49 + 0.04 + 0) / 4)
    assert [row["n"] for row in table["bins"]] == [1, 3]


def test_empty_bins_and_bad_scores() -> None:
    assert reliability([], [])["ece"] is None
    assert reliability([0.95], [True])["bins"][0]["mean_score"] is None
    with pytest.raises(ValueError, match="between 0 and 1"):
        reliability([1.2], [True])
    with pytest.raises(ValueError, match="2 scores for 1"):
        reliability([0.1, 0.2], [True])
