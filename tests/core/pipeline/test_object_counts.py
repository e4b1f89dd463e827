"""Buildings counted area by area from blocks: as many for any size of blocks, each block read about once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.io.records import ChangeRecord
from describe_changes.core.models.config import Channel
from describe_changes.core.pipeline.object_counts import count_in_block, with_object_counts
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.polygons import (
    NOT_COUNTED,
    measure_parts,
    merge_parts,
    parts_from_arrays,
    parts_to_arrays,
    polygonize_block,
)
from describe_changes.core.raster.tiling import Window, plan_blocks
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
            area_m2=found.area_m2, perimeter_m=1.0, mean_probability=0.9, tile_id=0, objects=found.objects,
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

    counted = list(with_object_counts(areas, GRID, CHANNELS[1:], plan_blocks(GRID, 64), read))
    assert counted == [replace(area, objects=0) for area in areas]


@pytest.mark.parametrize("block_size", [64, 100, 512])
def test_what_lies_in_one_block_is_measured_and_counted_there(scene, block_size: int) -> None:
    """And is the same, to the last bit, as what is measured and counted when all is joined."""
    probabilities, areas = scene
    classes = np.where(probabilities[0] >= 77, 1, np.where(probabilities[1] > 127, 2, 0))
    blocks = plan_blocks(GRID, block_size)
    parts = []
    for block in blocks:
        beneath = probabilities[(slice(None), *block.window.slices())]
        pieces = measure_parts(polygonize_block(classes[block.window.slices()], block.window), GRID, 16)
        counted = count_in_block(pieces, CHANNELS, block.window, beneath)
        assert all((piece.objects == NOT_COUNTED) == (piece.measures is None) for piece in counted)
        parts += parts_from_arrays(parts_to_arrays(counted))
    whole = list(with_object_counts(areas, GRID, CHANNELS, plan_blocks(GRID, 512), lambda number: probabilities))
    joined = list(merge_parts(parts, GRID))
    assert [(found.area_m2, found.geometry) for found in joined] == [(a.area_m2, a.geometry.geoms[0]) for a in whole]
    here = [(found.objects, area.objects) for found, area in zip(joined, whole, strict=True)]
    assert all(counted in (NOT_COUNTED, expected) for counted, expected in here)
    assert any(counted != NOT_COUNTED for counted, _ in here)
    assert any(counted == NOT_COUNTED for counted, _ in here) == (block_size < 512)


def test_small_areas_wait_until_somebody_wants_them() -> None:
    mask = np.zeros((64, 64), np.uint8)
    mask[5:8, 5:8] = mask[30:34, 30:34] = 1
    small, large = measure_parts(polygonize_block(mask, Window(0, 0, 64, 64)), GRID, 16)
    assert small.measures is None
    found = list(merge_parts([small, large], GRID))
    assert large.measures == (found[1].area_m2, found[1].perimeter_m)
    assert 0 < found[0].area_m2 < found[1].area_m2


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
