"""Objects in one patch: bumps put where we want them are counted again, whatever melts them together."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.captions import instances
from describe_changes.core.captions.instances import count_instances, label

PIXEL_M2 = 0.25


def bumps(places: list[tuple[int, int]], *, radius: float = 8.0, shape: tuple[int, int] = (96, 96)) -> np.ndarray:
    """Probabilities that fall from 1 at each place; the largest counts."""
    rows, cols = np.mgrid[: shape[0], : shape[1]]
    hills = [1 - 0.12 * (np.hypot(rows - r, cols - c) / radius) ** 4 for r, c in places]
    return np.clip(np.max(hills, axis=0), 0.01, 1).astype(np.float32)


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_houses_in_a_row_that_melt_into_one_patch(count: int) -> None:
    surface = bumps([(20, 12 + 20 * n) for n in range(count)], shape=(40, 200))
    patch = surface >= 0.3
    assert label(patch)[1].size == 1
    assert count_instances(surface, patch, PIXEL_M2) == count


def test_parts_that_do_not_touch_count_each() -> None:
    surface = bumps([(20, 20), (70, 70)])
    patch = surface >= 0.9
    assert label(patch)[1].size == 2
    assert count_instances(surface, patch, PIXEL_M2) == 2


def test_a_flat_patch_is_one_object_however_large() -> None:
    patch = np.ones((90, 90), bool)
    assert count_instances(np.full(patch.shape, 0.97, np.float32), patch, PIXEL_M2) == 1


def test_a_peak_smaller_than_a_house_is_none() -> None:
    surface = np.full((60, 60), 0.6, np.float32)
    surface[5:30, 5:30] = 0.99
    surface[40:43, 40:43] = 0.99
    assert count_instances(surface, surface > 0.3, PIXEL_M2) == 1
    surface[40:55, 40:55] = 0.99
    assert count_instances(surface, surface > 0.3, PIXEL_M2) == 2


def test_a_small_or_doubtful_patch_is_one_object() -> None:
    patch = np.zeros((20, 20), bool)
    patch[3:7, 3:9] = True
    assert count_instances(np.full(patch.shape, 0.35, np.float32), patch, PIXEL_M2) == 1
    assert count_instances(np.full(patch.shape, 0.35, np.float32), np.ones_like(patch), PIXEL_M2) == 1


def test_ground_counts_not_pixels() -> None:
    """The same scene at half the pixel size: as many houses."""
    surface = bumps([(20, 12 + 20 * n) for n in range(4)], shape=(40, 100))
    fine = surface.repeat(2, axis=0).repeat(2, axis=1)
    assert count_instances(fine, fine >= 0.3, PIXEL_M2 / 4) == 4


def test_levels_labelled_at_once_or_one_by_one_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(0)
    for _ in range(20):
        places = [tuple(place) for place in chance.integers(5, 90, (12, 2)).tolist()]
        hills = bumps(places, radius=float(chance.uniform(4, 12)))
        together = count_instances(hills, hills > 0.3, PIXEL_M2)
        monkeypatch.setattr(instances, "_MOST_AT_ONCE", 0)
        assert count_instances(hills, hills > 0.3, PIXEL_M2) == together
        monkeypatch.undo()


def test_labels_against_a_flood() -> None:
    rng = np.random.default_rng(3)
    mask = rng.random((40, 50)) < 0.4
    labels, sizes = label(mask)
    seen = np.zeros(mask.shape, int)
    number = 0
    for start in zip(*np.nonzero(mask), strict=True):
        if seen[start]:
            continue
        number += 1
        stack = [start]
        while stack:
            r, c = stack.pop()
            if 0 <= r < 40 and 0 <= c < 50 and mask[r, c] and not seen[r, c]:
                seen[r, c] = number
                stack += [(r + i, c + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    assert number == sizes.size
    assert len(set(zip(labels[mask].tolist(), seen[mask].tolist(), strict=True))) == number
    assert sizes.tolist() == np.bincount(labels.ravel())[1:].tolist()
