"""Polygons joined across blocks against outlines of the whole mask and against counting pixels."""

from __future__ import annotations

import io

import numpy as np
import pytest
import shapely
from affine import Affine
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.polygons import (
    ChangePolygon,
    PolygonPart,
    fill_outline,
    merge_parts,
    parts_from_arrays,
    parts_to_arrays,
    polygonize_block,
)
from describe_changes.core.raster.tiling import Window, plan_blocks
from pyproj import CRS
from rasterio.features import rasterize, shapes


def grid_for(mask: np.ndarray) -> Grid:
    return Grid(CRS("EPSG:32633"), Affine(0.6, 0, 366642, 0, -0.6, 4104511), mask.shape[1], mask.shape[0])


def pieces_of(mask: np.ndarray, block: int, scores: np.ndarray | None = None) -> list[PolygonPart]:
    found = []
    for b in plan_blocks(grid_for(mask), block):
        part = b.window.slices()
        found += polygonize_block(mask[part], b.window, None if scores is None else scores[part])
    return found


def polygons(mask: np.ndarray, block: int, scores: np.ndarray | None = None, least: float = 0) -> list[ChangePolygon]:
    return list(merge_parts(pieces_of(mask, block, scores), grid_for(mask), min_area_m2=least))


def bits(found: list[ChangePolygon]) -> list[tuple[object, ...]]:
    return [(p.class_id, p.row, p.col, p.pixels, p.score, p.area_m2, p.perimeter_m, p.geometry.wkb) for p in found]


def masks() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(5)
    rings = np.hypot(*np.mgrid[-60:61, -80:81])
    holes = np.ones((64, 64), int)
    holes[5:60:7, 5:60:7] = 0
    diagonal = np.eye(40, dtype=int)
    touching = np.ones((9, 9), int)
    touching[2, 2] = touching[3, 3] = touching[0, 4] = touching[1, 5] = 0
    return {
        "noise": (rng.random((45, 60)) < 0.55) * rng.integers(1, 4, (45, 60)),
        "patches": np.kron(rng.integers(0, 3, (12, 15)), np.ones((9, 9), int)),
        "rings": ((rings // 9) % 2).astype(int) * (1 + (rings // 18).astype(int)),
        "holes": holes,
        "diagonal": diagonal,
        "touching holes": touching,
        "full": np.ones((50, 70), int),
        "empty": np.zeros((50, 70), int),
        "one pixel": np.ones((1, 1), int),
    }


@pytest.mark.parametrize("name", masks())
def test_any_block_size_gives_the_same_bits(name: str) -> None:
    mask = masks()[name]
    scores = np.random.default_rng(0).random(mask.shape).astype(np.float32)
    reference = bits(polygons(mask, 2048, scores))
    for block in (512, 33, 7):
        assert bits(polygons(mask, block, scores)) == reference


@pytest.mark.parametrize("name", masks())
def test_equal_to_outlines_of_the_whole_mask(name: str) -> None:
    mask = masks()[name].astype(np.int32)
    grid = grid_for(mask)
    found = polygons(mask, 16)
    expected = [
        (int(value), shapely.geometry.shape(geometry))
        for geometry, value in shapes(mask, mask=mask > 0, connectivity=4, transform=grid.transform)
    ]
    assert len(found) == len(expected)
    assert all(p.geometry.is_valid and p.geometry.exterior.is_ccw for p in found)
    key = sorted((value, *(round(v, 3) for v in g.bounds), round(g.area, 3)) for value, g in expected)
    mine = sorted((p.class_id, *(round(v, 3) for v in p.geometry.bounds), round(p.geometry.area, 3)) for p in found)
    assert mine == key
    drawn = (
        rasterize(
            ((p.geometry, p.class_id) for p in found),
            out_shape=mask.shape,
            transform=grid.transform,
            fill=0,
            dtype="int32",
        )
        if found
        else np.zeros_like(mask)
    )
    np.testing.assert_array_equal(drawn, mask)
    assert sum(p.pixels for p in found) == (mask > 0).sum()


@pytest.mark.parametrize("name", masks())
def test_outlines_are_filled_with_their_pixels(name: str) -> None:
    mask = masks()[name]
    for piece in polygonize_block(mask, Window(30, 70, *mask.shape)):
        outline = shapely.from_wkb(piece.wkb)
        left, top, right, bottom = (round(side) for side in outline.bounds)
        shape, place = (bottom - top, right - left), Affine.translation(left, top)
        expected = rasterize([outline], shape, transform=place, dtype="uint8") > 0
        np.testing.assert_array_equal(fill_outline(outline, Window(top, left, *shape)), expected)


@pytest.mark.parametrize("seed", range(6))
def test_outlines_are_those_of_gdal_also_where_a_region_meets_itself_in_a_point(seed: int) -> None:
    rng = np.random.default_rng(seed)
    mask = np.where(rng.random((40, 50)) < 0.3 + 0.1 * seed, rng.integers(1, 3, (40, 50)), 0).astype(np.uint8)
    ours = polygonize_block(mask, Window(7, 11, *mask.shape), rng.random(mask.shape))
    place = Affine.translation(11, 7)
    theirs = shapes(mask.astype(np.int32), mask=mask > 0, connectivity=4, transform=place)
    expected = {(int(value), shapely.normalize(shapely.geometry.shape(geometry)).wkb) for geometry, value in theirs}
    outlines = shapely.from_wkb([piece.wkb for piece in ours])
    assert shapely.is_valid(outlines).all()
    assert {(p.class_id, shapely.normalize(o).wkb) for p, o in zip(ours, outlines, strict=True)} == expected
    assert [piece.pixels for piece in ours] == shapely.area(outlines).tolist()


@pytest.mark.parametrize("seed", range(5))
def test_polygons_of_any_shape_are_filled_as_gdal_fills_them(seed: int) -> None:
    rng = np.random.default_rng(seed)
    window = Window(30, 50, 40, 60)
    for _ in range(40):
        stars = [shapely.MultiPoint(rng.uniform((20, 10), (130, 90), (3, 2))).buffer(r) for r in rng.uniform(3, 30, 2)]
        outline = shapely.difference(*stars) if rng.random() < 0.5 else shapely.union_all(stars)
        moved = shapely.affinity.translate(outline, -window.col, -window.row)
        expected = rasterize([moved], out_shape=(40, 60)) if not outline.is_empty else np.zeros((40, 60))
        np.testing.assert_array_equal(fill_outline(outline, window), expected > 0)


def test_order_is_by_first_pixel() -> None:
    found = polygons(masks()["noise"], 33)
    assert [(p.row, p.col) for p in found] == sorted((p.row, p.col) for p in found)
    mask = masks()["noise"]
    assert all(mask[p.row, p.col] == p.class_id for p in found)


def test_mean_score_and_measures() -> None:
    mask = np.zeros((40, 40), np.uint8)
    mask[10:30, 5:35] = 2
    scores = np.where(np.mgrid[:40, :40][1] < 20, 0.25, 0.75).astype(np.float32)
    scores[12, 12] = np.nan
    (only,) = polygons(mask, 16, scores)
    assert only.score == pytest.approx((300 * 0.25 + 300 * 0.75 - 0.25) / 600, abs=1e-6)
    assert only.area_m2 == pytest.approx(600 * 0.36, rel=2e-3)
    assert only.perimeter_m == pytest.approx(100 * 0.6, rel=1e-3)
    assert len(only.geometry.exterior.coords) == 5, "straight edges have no vertices at block edges"
    assert only.class_id == 2


def test_outlines_follow_pixel_edges() -> None:
    """Peers drew contours through pixel centres: half a pixel lost, single pixels lost."""
    mask = np.zeros((5, 5), np.uint8)
    mask[2, 3] = 1
    (only,) = polygons(mask, 5)
    assert only.geometry.equals(grid_for(mask).window_polygon(Window(2, 3, 1, 1)))


def test_sieve_works_on_joined_polygons() -> None:
    mask = np.zeros((32, 64), np.uint8)
    mask[10:14, 30:34] = 1  # 16 pixels over two blocks of 32, 8 in each
    mask[20:22, 2:7] = 1  # 10 pixels
    pixel = grid_for(mask).geodesic_area_m2(grid_for(mask).window_polygon(Window(0, 0, 1, 1)))
    assert [p.pixels for p in polygons(mask, 32, least=11 * pixel)] == [16]
    assert [p.pixels for p in polygons(mask, 32, least=9.9 * pixel)] == [16, 10]
    assert polygons(mask, 32, least=17 * pixel) == []


def test_classes_do_not_join_and_corners_do_not_touch() -> None:
    mask = np.zeros((20, 20), np.uint8)
    mask[:10, :10], mask[:10, 10:], mask[10:, 10:] = 1, 2, 1
    assert [(p.class_id, p.pixels) for p in polygons(mask, 10)] == [(1, 100), (2, 100), (1, 100)]


def test_only_pieces_at_edges_wait_for_joining() -> None:
    mask = np.zeros((64, 64), np.uint8)
    mask[5:9, 5:9] = mask[30:34, 30:34] = 1
    waiting = [len(piece.edges) > 0 for piece in pieces_of(mask, 32)]
    assert sorted(waiting) == [False, True, True, True, True]


def test_pieces_survive_an_npz_file_without_pickle() -> None:
    for name in ("patches", "empty"):
        pieces = pieces_of(masks()[name], 40, np.random.default_rng(0).random(masks()[name].shape))
        stored = io.BytesIO()
        np.savez(stored, **parts_to_arrays(pieces))
        stored.seek(0)
        with np.load(stored, allow_pickle=False) as arrays:
            again = parts_from_arrays(arrays)
        grid = grid_for(masks()[name])
        assert bits(list(merge_parts(again, grid))) == bits(list(merge_parts(pieces, grid)))


def test_wrong_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="class_mask is"):
        polygonize_block(np.zeros((4, 5), np.uint8), Window(0, 0, 5, 4))
