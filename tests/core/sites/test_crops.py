"""Windows around sites, and what of a pair is seen in them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from describe_changes.core.raster.tiling import Window
from describe_changes.core.sites.crops import MOST_CROPS, cover_other_changes, plan_crops, site_mask


@pytest.mark.parametrize(("box", "window"), [
    ((500, 600, 540, 620), Window(482, 392, 256, 256)),  # centred
    ((0, 0, 20, 20), Window(0, 0, 256, 256)),  # moved inside
    ((980, 990, 1000, 1000), Window(744, 744, 256, 256)),
])  # fmt: skip
def test_a_small_site_has_one_window_around_it_inside_the_grid(box, window):
    assert plan_crops(shapely.box(*box), 1000, 1000, 256) == [window]


def test_a_grid_smaller_than_the_window_is_reached_over():
    assert plan_crops(shapely.box(10, 10, 20, 20), 100, 90, 256) == [Window(0, 0, 256, 256)]


def test_a_large_site_has_several_windows_that_hold_it_the_fullest_first():
    outline = shapely.union_all([shapely.box(100, 100, 400, 300), shapely.box(400, 280, 800, 300)])
    windows = plan_crops(outline, 1000, 1000, 256)
    shares = [outline.intersection(shapely.box(w.col, w.row, w.col_stop, w.row_stop)).area for w in windows]
    assert shares == sorted(shares, reverse=True)
    assert 1 < len(windows) <= MOST_CROPS
    assert plan_crops(shapely.box(0, 0, 205, 205), 1000, 1000, 256).__len__() > 1


def test_windows_cover_a_site_of_twice_their_size():
    outline = shapely.box(300, 300, 640, 500)
    boxes = [shapely.box(w.col, w.row, w.col_stop, w.row_stop) for w in plan_crops(outline, 1000, 1000, 256)]
    assert outline.difference(shapely.union_all(boxes)).area == 0


def scene():
    classes = np.zeros((64, 64), np.uint8)
    classes[10:20, 10:20] = 1
    classes[40:50, 40:50] = 2
    classes[60:, :] = 255
    rng = np.random.default_rng(0)
    images = rng.integers(0, 255, (2, 3, 64, 64), dtype=np.uint8)
    return images, classes


def test_only_the_site_itself_is_seen_to_change():
    images, classes = scene()
    mine = site_mask(shapely.box(110, 210, 120, 220), classes, Window(200, 100, 64, 64))
    assert (mine == np.where(classes == 1, 1, 0)).all()
    covered = cover_other_changes(images, classes, mine)
    assert (covered[0] == images[0]).all()
    assert (covered[1][:, 37:53, 37:53] == images[0][:, 37:53, 37:53]).all()
    assert (covered[1][:, :36] == images[1][:, :36]).all()
    assert (images == scene()[0]).all()


def test_what_lies_outside_the_area_of_interest_is_not_seen_to_change():
    images, classes = scene()
    mine = np.where(classes == 1, 1, 0).astype(np.uint8)
    outside = np.zeros((64, 64), bool)
    outside[:, 30:] = True
    covered = cover_other_changes(images, classes, mine, outside)
    assert (covered[1][:, outside] == images[0][:, outside]).all()
    assert (covered[1][:, :, :30] == images[1][:, :, :30]).all()


def test_a_neighbour_does_not_cover_the_site():
    images, classes = scene()
    classes[10:20, 22:30] = 1
    mine = site_mask(shapely.box(10, 10, 20, 20), classes, Window(0, 0, 64, 64))
    covered = cover_other_changes(images, classes, mine)
    assert (covered[1][:, 10:20, 10:20] == images[1][:, 10:20, 10:20]).all()
    assert (covered[1][:, 10:20, 22:30] == images[0][:, 10:20, 22:30]).all()
