"""What the training images of a pack looked like."""

from __future__ import annotations

import numpy as np
from describe_changes.core.models.packs import Radiometry
from describe_changes.core.raster.radiometry import measure_image_stats
from describe_changes.training.data.pairs import TrainingPair
from describe_changes.training.packs.export import widen_radiometry

KNOWN = Radiometry(brightness=(80, 120), contrast=(10, 60), red_green=(-20, 20), blue_green=(-20, 20))


def flat(*colours: tuple[int, int, int]) -> TrainingPair:
    images = np.stack([np.tile(np.uint8(colour).reshape(3, 1, 1), (1, 32, 32)) for colour in colours])
    return TrainingPair(images, np.zeros((1, 32, 32), np.uint8), (), 1, 0)


def test_imagery_that_a_pack_was_fine_tuned_on_is_known_to_it() -> None:
    orange = flat((220, 120, 60), (100, 100, 100))
    wide = widen_radiometry(KNOWN, [orange])
    assert wide is not None
    look = measure_image_stats(orange.images[0])
    assert wide.red_green == (-20, look.red_green)
    assert wide.blue_green == (look.blue_green, 20)
    assert wide.brightness == (80, max(120, look.brightness))
    assert wide.contrast == (0, 60)


def test_what_nobody_measured_stays_unknown() -> None:
    assert widen_radiometry(None, [flat((1, 2, 3), (4, 5, 6))]) is None
    assert widen_radiometry(KNOWN, []) == KNOWN
