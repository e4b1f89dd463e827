"""Grid, windows, tiles and blocks against independent geodesy and brute force."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from affine import Affine
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import TileLattice, Window, plan_blocks
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS
from shapely.geometry import MultiPolygon, Polygon

SIZES = st.integers(1, 700)


def grid(crs: str, transform: Affine, width: int = 100, height: int = 80) -> Grid:
    return Grid(CRS(crs), transform, width, height)


@pytest.mark.parametrize(
    ("crs", "transform", "gsd"),
    [
        # UTM on the central meridian: scale 0.9996, so a grid metre is 1 / 0.9996 m of ground.
        ("EPSG:32633", Affine(2, 0, 5e5, 0, -2, 4.1e6), 2 / 0.9996),
        # Web Mercator at 60° north: half a metre of ground per metre (ellipsoidal factors aside).
        ("EPSG:3857", Affine(2, 0, 0, 0, -2, 8399737.9), 1.0),
        # One degree of the equator is 111.3195 km, one of its meridian 110.5743 km.
        ("EPSG:4326", Affine(1e-5, 0, 10, 0, -1e-5, 0), 1e-5 * math.sqrt(111319.49 * 110574.3)),
        # US survey feet in New York, at the origin of longitude; scale along the central parallels < 1.
        ("EPSG:2263", Affine(2, 0, 984250, 0, -2, 200000), 2 * 0.3048006),
        # Non-square pixels: geometric mean.
        ("EPSG:32633", Affine(1, 0, 5e5, 0, -4, 4.1e6), 2 / 0.9996),
        # Rotated by 30°.
        ("EPSG:32633", Affine.translation(5e5, 4.1e6) @ Affine.rotation(30) @ Affine.scale(2, -2), 2 / 0.9996),
        # Polar stereographic at 70° N, its latitude of true scale.
        ("EPSG:3413", Affine(5, 0, 0, 0, -5, -2187500), 5.0),
    ],
)
def test_ground_sample_distance(crs: str, transform: Affine, gsd: float) -> None:
    assert grid(crs, transform).gsd_m == pytest.approx(gsd, rel=0.004)


def test_geodesic_measures_of_a_degree_cell() -> None:
    cell = grid("EPSG:4326", Affine(0.01, 0, 10, 0, -0.01, 46), 100, 100)
    outline = cell.window_polygon(cell.window)
    a, e2 = 6378137.0, 0.00669437999014

    def strip(lat: float) -> float:  # authalic latitude integral, closed form
        s, e = math.sin(lat), math.sqrt(e2)
        return s / (1 - e2 * s * s) + math.log((1 + e * s) / (1 - e * s)) / (2 * e)

    exact = math.radians(1) * a * a * (1 - e2) / 2 * (strip(math.radians(46)) - strip(math.radians(45)))
    assert cell.geodesic_area_m2(outline) == pytest.approx(exact, rel=1e-4)
    assert cell.geodesic_perimeter_m(outline) == pytest.approx(2 * 111_141 + 78_847 + 77_463, rel=1e-3)
    hole = outline.difference(cell.window_polygon(Window(10, 10, 50, 50)))
    assert cell.geodesic_area_m2(hole) == pytest.approx(
        exact - cell.geodesic_area_m2(cell.window_polygon(Window(10, 10, 50, 50))), rel=1e-5
    )


def test_geodesic_area_across_the_antimeridian() -> None:
    here = grid("EPSG:4326", Affine(0.001, 0, 10, 0, -0.001, 1))
    there = grid("EPSG:4326", Affine(0.001, 0, 179.95, 0, -0.001, 1))
    assert there.geodesic_area_m2(there.window_polygon(there.window)) == pytest.approx(
        here.geodesic_area_m2(here.window_polygon(here.window)), rel=1e-9
    )


def test_many_at_once_are_outlined_and_measured_as_one_by_one() -> None:
    grid = Grid(CRS(32633), Affine(0.3, 0, 123_456.7, 0, -0.3, 4_567_890.1), 900, 700)
    windows = [Window(0, 0, 700, 900), Window(3, 7, 1, 2), Window(301, 499, 256, 256)]
    outlines = grid.window_polygons(windows)
    assert [one.wkb for one in outlines] == [grid.window_polygon(window).wkb for window in windows]
    shapes = [outlines[0].difference(outlines[2]), outlines[1], MultiPolygon(outlines[1:]), Polygon(), outlines[2]]
    assert grid.measures_of_each(shapes) == [grid.geodesic_measures(shape) for shape in shapes]
    assert grid.measures_of_each(shapes)[3] == (0.0, 0.0)
    assert grid.measures_of_each([]) == grid.window_polygons([]) == []


def test_subgrid_keeps_the_lattice_and_json_keeps_the_grid() -> None:
    whole = grid("EPSG:32633", Affine(0.3, 0, 500000.1, 0, -0.3, 4.1e6))
    part = whole.subgrid(Window(7, 11, 20, 30))
    assert part.transform @ (0, 0) == whole.transform @ (11, 7)
    assert part.bounds == whole.window_polygon(Window(7, 11, 20, 30)).bounds
    assert Grid.from_dict(json.loads(json.dumps(whole.to_dict()))) == whole


@settings(deadline=None, max_examples=60)
@given(SIZES, SIZES, st.integers(1, 300), st.integers(0, 299))
def test_tiles_cover_the_grid_and_end_at_its_edges(height: int, width: int, size: int, overlap: int) -> None:
    overlap = min(overlap, size - 1) // 2
    lattice = TileLattice(height, width, size, overlap)
    tiles = [lattice.tile(i) for i in {0, len(lattice) // 2, len(lattice) - 1}]
    for axis, length in ((lattice.rows, height), (lattice.cols, width)):
        starts = [axis.start(i) for i in range(len(axis))]
        assert starts == sorted(set(starts)), "no tile twice"
        assert all(start == i * (size - overlap) for i, start in enumerate(starts[:-1]))
        assert starts[-1] + size == length if length > size else starts == [0]
        assert all(b - a <= size - overlap for a, b in pairwise(starts))
    assert all(tile.window.height == tile.window.width == size for tile in tiles)


@settings(deadline=None, max_examples=60)
@given(SIZES, SIZES, st.integers(1, 700), st.integers(1, 700), st.integers(-50, 700), st.integers(-50, 700))
def test_tiles_intersecting_equals_brute_force(height: int, width: int, h: int, w: int, row: int, col: int) -> None:
    lattice = TileLattice(height, width, 64, 20)
    window = Window(row, col, h, w)
    touching = [tile for tile in lattice.tiles if tile.window.intersection(window)]
    assert list(lattice.tiles_intersecting(window)) == touching
    assert [tile.tile_id for tile in touching] == sorted(tile.tile_id for tile in touching)


@pytest.mark.parametrize("block", [5, 37, 64, 256, 5000])
@pytest.mark.parametrize(("height", "width"), [(1, 1), (63, 64), (64, 65), (200, 333)])
def test_every_tile_has_one_owner(block: int, height: int, width: int) -> None:
    lattice = TileLattice(height, width, 64, 16)
    owned = [
        t.tile_id
        for b in plan_blocks(SimpleNamespace(height=height, width=width), block)
        for t in lattice.tiles_owned(b.window)
    ]
    assert sorted(owned) == list(range(len(lattice)))


def test_blocks_partition_the_grid() -> None:
    seen = np.zeros((300, 500), int)
    blocks = plan_blocks(SimpleNamespace(height=300, width=500), 128)
    for number, block in enumerate(blocks):
        assert block.block_id == number == block.row_index * 4 + block.col_index
        seen[block.window.slices()] += 1
    assert (seen == 1).all()


@pytest.mark.parametrize("length", [255, 256, 257, 448, 449])
def test_crop_equal_to_stride_and_crop_plus_one(length: int) -> None:
    """Peers returned nothing at crop = stride and failed at crop + 1 pixel."""
    lattice = TileLattice(length, length, 256, 0)
    assert len(lattice) == (1 if length <= 256 else 4)
    assert {t.window.row_stop for t in lattice.tiles} <= {256, length}


def test_a_huge_grid_costs_nothing() -> None:
    lattice = TileLattice(10**8, 10**8, 256, 64)
    window = Window(5 * 10**7, 5 * 10**7, 512, 512)
    assert len(lattice) > 2 * 10**11, "ids do not overflow"
    assert 9 <= len(list(lattice.tiles_intersecting(window))) <= 25


def test_wrong_lattices_are_refused() -> None:
    for bad in ((0, 5, 64, 0), (5, 5, 64, 64), (5, 5, 0, 0), (5, 5, 64, -1)):
        with pytest.raises(ValueError, match="must be"):
            TileLattice(*bad)
    with pytest.raises(IndexError):
        TileLattice(5, 5, 64, 0).tile(1)
