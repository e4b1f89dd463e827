"""Figures of tiles, areas, sites and mask add up, whatever is too small to be a changed area."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from describe_changes.core.captions.no_change import denies_change
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.raster.tiling import TileLattice
from rasterio.features import shapes


@pytest.mark.parametrize(("height", "width", "size", "overlap"), [
    (300, 260, 64, 16), (64, 64, 64, 16), (65, 100, 64, 0), (40, 30, 64, 16), (500, 129, 64, 31), (200, 200, 64, 32),
])  # fmt: skip
def test_cells_of_tiles_partition_the_grid_and_lie_in_their_tiles(height, width, size, overlap):
    lattice = TileLattice(height, width, size, overlap)
    counted = np.zeros((height, width), int)
    for tile in lattice.tiles:
        cell = lattice.cell(tile)
        assert tile.window.intersection(cell) == cell
        counted[cell.slices()] += 1
    assert (counted == 1).all()


def run(make_pair, folder, pack, **more):
    folder.mkdir()
    spec = DescribeOptions(
        *make_pair(300, 300, seed=3), folder / "out.gpkg", model=pack.path, device="cpu",
        outputs={"mask": folder / "mask.tif"}, **more,
    )  # fmt: skip
    summary = run_job(spec)
    with rasterio.open(spec.outputs["mask"]) as source:
        mask = source.read(1)
    return summary, read_result(spec.output), mask


@pytest.mark.parametrize("least", [0.0, 5.0, 10.0])
def test_sums_over_tiles_areas_sites_and_mask_agree(make_pair, tmp_path, pack, least):
    summary, result, mask = run(make_pair, tmp_path / "run", pack, min_area=least, block_size=128)
    tiles, changes, sites = list(result.tiles()), list(result.changes()), list(result.sites())
    pixels = int(((mask > 0) & (mask != 255)).sum())
    area = sum(change.area_m2 for change in changes)
    assert len(changes) > 3
    assert sum(site.changed_area_m2 for site in sites) == pytest.approx(area, rel=1e-12)
    assert sum(site.changes for site in sites) == len(changes)
    assert sum(tile.changed_area_m2 for tile in tiles) == pytest.approx(area, rel=1e-5)
    assert pixels * 0.25 == pytest.approx(area, rel=1e-3)  # UTM: 0.9996²
    assert summary.changed_area_m2 == pytest.approx(area, rel=1e-12)
    assert all(tile.changed_area_m2 > 0 for tile in tiles if tile.changed)
    assert summary.changed_tiles == sum(tile.changed for tile in tiles)
    assert not any(denies_change(tile.caption) for tile in tiles if tile.changed)


def test_no_patch_of_the_written_mask_is_smaller_than_the_smallest_area(make_pair, tmp_path, pack):
    _, whole, with_specks = run(make_pair, tmp_path / "all", pack, min_area=0.0)
    _, result, mask = run(make_pair, tmp_path / "large", pack, min_area=10.0, block_size=96)
    changed = (mask > 0) & (mask != 255)
    found = [int(value) for _, value in shapes(mask, mask=changed, connectivity=4)]
    assert len(found) == len(list(result.changes())) < len(list(whole.changes()))
    sizes = np.bincount(labelled(mask, changed).ravel())[1:]
    assert sizes.min() * 0.25 * 1.001 >= 10.0
    kept = mask != 0
    assert (mask[kept] == with_specks[kept]).all()


def labelled(mask, changed):
    from rasterio.features import rasterize

    found = shapes(mask, mask=changed, connectivity=4)
    return rasterize(
        ((geometry, number) for number, (geometry, _) in enumerate(found, start=1)), out_shape=mask.shape, dtype="int32"
    )


def test_the_mask_without_specks_is_the_same_for_any_block_size(make_pair, tmp_path, pack):
    masks = [run(make_pair, tmp_path / str(size), pack, min_area=10.0, block_size=size)[2] for size in (64, 128, 2048)]
    assert (masks[0] == masks[1]).all()
    assert (masks[0] == masks[2]).all()
