"""Buildings counted area by area from blocks: as many for any size of blocks, each block read about once."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.io.records import ChangeRecord
from describe_changes.core.models.config import Channel
from describe_changes.core.pipeline.object_counts import with_object_counts
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.polygons import merge_parts, polygonize_block
from describe_changes.core.raster.tiling import plan_blocks
from pyproj import CRS
from shapely.geometry import MultiPolygon

GRID = Grid(CRS.from_epsg(32615), Affine(0.5, 0, 360_000, 0, -0.5, 4_100_000), 300, 200)
CHANNELS = (
    Channel(name="building appeared", class_name="building", transition="appeared", threshold=0.3),
    Channel(name="other change", class_name="change"),
)


@pytest.fixture(scope="module")
def scene() -> tuple[np.ndarray, list[ChangeRecord]]:
    """Rows of 1, 2, 3, … houses that melt into a patch each, one other change, and their areas from top to bottom."""
    rows, cols = np.mgrid[:200, :300]
    hills = np.zeros((200, 300))
    for line in range(6):
        for house in range(line + 1):
            away = np.hypot(rows - 16 - 32 * line, cols - 30 - 20 * house - 17 * line)
            hills = np.maximum(hills, 1 - 0.12 * (away / 8) ** 4)
    probabilities = np.zeros((2, 200, 300), np.uint8)
    probabilities[0] = np.rint(254 * np.clip(hills, 0, 1))
    probabilities[1, 5:15, 250:260] = 200
    classes = np.where(probabilities[0] >= 77, 1, np.where(probabilities[1] > 127, 2, 0))
    parts = polygonize_block(classes, GRID.window)
    areas = [
        ChangeRecord(
            geometry=MultiPolygon([found.geometry]), change_id=number,
            class_name=CHANNELS[found.class_id - 1].class_name, transition=CHANNELS[found.class_id - 1].transition,
            area_m2=found.area_m2, perimeter_m=1.0, mean_probability=0.9, tile_id=0,
        )
        for number, found in enumerate(merge_parts(parts, GRID))
    ]  # fmt: skip
    return probabilities, areas


@pytest.mark.parametrize("block_size", [64, 100, 512])
def test_the_same_count_for_any_size_of_blocks(scene, block_size: int) -> None:
    probabilities, areas = scene
    blocks = plan_blocks(GRID, block_size)
    reads: Counter[int] = Counter()

    def read(number: int) -> np.ndarray:
        reads[number] += 1
        window = blocks[number].window
        return probabilities[:, window.row : window.row_stop, window.col : window.col_stop]

    counted = list(with_object_counts(areas, GRID, CHANNELS, blocks, read))
    assert [area.change_id for area in counted] == [area.change_id for area in areas]
    assert sorted(area.objects for area in counted if area.class_name == "building") == [1, 2, 3, 4, 5, 6]
    assert [area.objects for area in counted if area.class_name == "change"] == [0]
    assert max(reads.values()) <= 2


def test_nothing_is_read_where_nothing_is_counted(scene) -> None:
    areas = [area for area in scene[1] if area.class_name == "change"]

    def read(number: int) -> np.ndarray:
        raise AssertionError(number)

    assert list(with_object_counts(areas, GRID, CHANNELS[1:], plan_blocks(GRID, 64), read)) == areas


def test_ground_of_which_nothing_is_known_and_blocks_that_are_missing(scene) -> None:
    """An area of interest leaves blocks out: what is not there has no peaks."""
    probabilities, areas = scene
    blocks = plan_blocks(GRID, 100)
    empty = np.full_like(probabilities, 255)

    def read(number: int) -> np.ndarray:
        window = blocks[number].window
        return empty[:, window.row : window.row_stop, window.col : window.col_stop]

    counted = list(with_object_counts(areas, GRID, CHANNELS, blocks[:2], read))
    assert {area.objects for area in counted if area.class_name == "building"} == {1}
