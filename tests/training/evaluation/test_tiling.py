"""Cutting pairs of any size into tiles and putting masks back."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.models.packs import PackInput
from describe_changes.training.evaluation.tiling import extract_tiles, merge_probabilities, plan_tiling

EXPECTED = PackInput(tile_size=256, gsd_m=(0.3, 1.2))


@pytest.mark.parametrize(
    ("size", "gsd_m", "whole", "scaled", "tiles"),
    [
        ((256, 256), 0.5, True, (256, 256), 1),
        ((128, 128), 1.0, True, (256, 256), 1),  # as 0.5 m, which the pack knows as well
        ((128, 128), 0.5, True, (128, 128), 1),  # as 0.25 m it would be finer than the pack knows
        ((50, 50), 30.0, True, (256, 256), 1),  # still coarser than the pack knows, but nearer
        ((128, 128), None, True, (256, 256), 1),
        ((320, 480), None, True, (171, 256), 1),
        ((512, 512), 1.0, False, (512, 512), 4),
        ((300, 512), None, False, (300, 512), 4),
    ],
)
def test_plan(size, gsd_m, whole, scaled, tiles) -> None:
    frame = plan_tiling(size, gsd_m, EXPECTED, whole=whole)
    assert frame.scaled == scaled
    assert len(frame.origins) == tiles


@pytest.mark.parametrize(
    ("gsd_m", "fine", "read_at", "scaled"),
    [
        (0.25, None, None, (213, 427)),  # as 0.3 m, the finest that the pack knows
        (0.3, 0.6, None, (128, 256)),  # where the pack finds more
        (0.5, None, None, (256, 512)),
        (0.5, None, 1.0, (128, 256)),  # as asked
        (None, 0.6, 1.0, (256, 512)),  # of unknown pixel size
        (2.0, None, None, (427, 853)),  # as 1.2 m, the coarsest
        (10.0, None, None, (256, 512)),  # out of reach
    ],
)
def test_pairs_without_captions_are_resampled_like_the_engine_does(gsd_m, fine, read_at, scaled) -> None:
    expected = EXPECTED.model_copy(update={"fine_gsd_m": fine})
    assert plan_tiling((256, 512), gsd_m, expected, whole=False, read_at_m=read_at).scaled == scaled


def test_tiles_cover_every_pixel_and_come_back_where_they_were() -> None:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 255, (2, 3, 300, 520), dtype=np.uint8)
    frame = plan_tiling((300, 520), None, EXPECTED, whole=False)
    tiles, valid = extract_tiles(images, frame)
    assert valid.all()
    maps = [tile[1, :1].astype(np.float32) for tile in tiles]  # the red band of the later date as "probability"
    assert np.array_equal(merge_probabilities(maps, frame)[0], images[1, 0].astype(np.float32))


def test_what_lies_outside_the_pair_is_invalid() -> None:
    images = np.full((2, 3, 100, 60), 7, np.uint8)
    frame = plan_tiling((100, 60), 0.3, EXPECTED, whole=True)
    tiles, valid = extract_tiles(images, frame)
    assert valid[0, 0].sum() == 6000
    assert tiles[0].sum() == 2 * 3 * 6000 * 7
    assert merge_probabilities([np.ones((2, 256, 256), np.float32)], frame).shape == (2, 100, 60)


def test_masks_return_to_the_resolution_of_the_pair() -> None:
    frame = plan_tiling((128, 128), 1.0, EXPECTED, whole=True)
    fine = np.zeros((1, 256, 256), np.float32)
    fine[0, 20:22, 40:42] = 1
    coarse = merge_probabilities([fine], frame)
    assert coarse.shape == (1, 128, 128)
    assert coarse[0, 10, 20] == 1
    assert coarse.sum() == 1
