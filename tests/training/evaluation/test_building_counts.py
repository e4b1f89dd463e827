"""Buildings counted in maps that we drew, and the table of errors by hand."""

from __future__ import annotations

import numpy as np
from describe_changes.core.models.config import Channel
from describe_changes.training.evaluation.building_counts import PairCount, count_buildings, table_of

CHANNELS = (
    Channel(name="building appeared", class_name="building", transition="appeared", threshold=0.3),
    Channel(name="building disappeared", class_name="building", transition="disappeared", threshold=0.5),
    Channel(name="other change", class_name="change"),
)


def test_two_houses_that_touch_one_that_is_gone_and_a_speck() -> None:
    maps = np.zeros((3, 64, 64), np.float32)
    maps[0, 10:20, 5:45] = 0.35
    maps[0, 10:20, 5:20] = maps[0, 10:20, 30:45] = 0.99
    maps[1, 40:50, 40:50] = 0.8
    maps[0, 60, 60:63] = 0.9
    maps[2, 30:36, 0:30] = 0.9
    assert count_buildings(maps, CHANNELS, 0.25) == (2, 3)


def test_the_table_by_hand() -> None:
    counts = [
        PairCount(6, 2, 5, 0),
        PairCount(1, 1, 2, 0),
        PairCount(0, 1, 1, 0),
        PairCount(10, 4, 9, 1),
        PairCount(0, 0, 0, 1),
    ]
    rows = [line.split() for line in table_of(counts).splitlines()[2:]]
    assert rows[0] == ["chosen", "on", "3", "patches", "2.00", "4.00", "1.00", "4", "/", "7"]
    assert rows[1] == ["chosen", "on", "3", "parted", "1.00", "1.00", "1.00", "8", "/", "7"]
    assert rows[3] == ["measured", "on", "2", "parted", "1.00", "1.00", "0.00", "9", "/", "10"]
