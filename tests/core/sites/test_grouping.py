"""Areas become sites by their distance on the ground, whatever the CRS, held against a slow search of all pairs."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from describe_changes.core.raster.grid import Grid
from describe_changes.core.sites import grouping
from describe_changes.core.sites.grouping import default_distance_m, group_areas
from pyproj import CRS, Geod

UTM = Grid(CRS("EPSG:32633"), Affine(0.5, 0, 400000, 0, -0.5, 5800000), 2000, 2000)
NORTH = Grid(CRS("EPSG:4326"), Affine(1e-5, 0, 10.0, 0, -1e-5, 65.0), 2000, 2000)
TURNED = Grid(UTM.crs, Affine(0.4, 0.3, 400000, 0.3, -0.4, 5800000), 2000, 2000)


def area(records, grid, number, col, row, width=6, height=6):
    corners = [(col, row), (col, row + height), (col + width, row + height), (col + width, row)]
    polygon = shapely.Polygon([grid.transform @ corner for corner in corners])
    return records.change(number, geometry=shapely.MultiPolygon([polygon]))


def squares(records, grid, spots):
    """Squares of 6 pixels at (column, row), in the order of their tops."""
    return [area(records, grid, number, *spot) for number, spot in enumerate(sorted(spots, key=lambda s: (s[1], s[0])))]


def numbers(sites):
    return sorted(sorted(one.change_id for one in site) for site in sites)


def slow_groups(areas, grid, distance):
    """Connected components over all pairs; distances by the ellipsoid between densely sampled outlines."""
    geod = Geod(ellps="WGS84")
    to_degrees = grid._degrees  # the grid's own way to degrees is tested elsewhere
    step = min(abs(grid.transform.a), abs(grid.transform.e))
    rims = [to_degrees(shapely.get_coordinates(shapely.segmentize(one.geometry, step))) for one in areas]
    left, groups = set(range(len(areas))), []
    while left:
        group, todo = set(), [left.pop()]
        while todo:
            here = todo.pop()
            group.add(here)
            for other in sorted(left):
                one, two = np.meshgrid(range(len(rims[here])), range(len(rims[other])))
                a, b = rims[here][one.ravel()], rims[other][two.ravel()]
                if geod.inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])[2].min() <= distance:
                    left.remove(other)
                    todo.append(other)
        groups.append(sorted(group))
    return sorted(groups)


@pytest.mark.parametrize("grid", [UTM, NORTH, TURNED], ids=["metres", "degrees", "turned"])
def test_sites_are_those_of_a_search_of_all_pairs(records, grid):
    rng = np.random.default_rng(1)
    spots = {(int(col) * 7, int(row) * 7) for col, row in rng.integers(0, 12, (26, 2))}
    areas = squares(records, grid, spots)
    for distance in (0.4, 2.3):
        assert numbers(group_areas(areas, grid, distance)) == slow_groups(areas, grid, distance)


def test_what_touches_at_a_corner_is_one_site_and_what_lies_a_pixel_away_is_another_at_no_distance(records):
    areas = squares(records, UTM, [(0, 0), (6, 6), (13, 6)])
    assert numbers(group_areas(areas, UTM, 0.0)) == [[0, 1], [2]]


def test_the_same_metres_are_more_columns_than_rows_in_degrees(records):
    """At 65° north a column of 1e-5° is 0.47 m wide, a row 1.11 m high: 3 m are 6 columns, but 2 rows."""
    beside, below = squares(records, NORTH, [(0, 0), (11, 0)]), squares(records, NORTH, [(0, 0), (0, 11)])
    assert numbers(group_areas(beside, NORTH, 3.0)) == [[0, 1]]
    assert numbers(group_areas(below, NORTH, 3.0)) == [[0], [1]]


@pytest.mark.parametrize("batch", [1, 3, 1000])
def test_a_site_is_the_same_however_many_areas_are_taken_at_once(records, monkeypatch, batch):
    rng = np.random.default_rng(2)
    areas = squares(records, UTM, {(int(c) * 8, int(r) * 8) for c, r in rng.integers(0, 60, (400, 2))})
    expected = numbers(group_areas(areas, UTM, 1.2))
    monkeypatch.setattr(grouping, "_BATCH", batch)
    assert numbers(group_areas(areas, UTM, 1.2)) == expected
    assert 20 < len(expected) < len(areas)


def test_arms_that_meet_far_below_are_one_site(records):
    """Two long columns, joined by a bar at their feet, with other sites between them."""
    columns = [area(records, UTM, number, col, 0, 6, 900) for number, col in enumerate((0, 500))]
    between = [area(records, UTM, 2 + index, 250, 100 * (index + 1)) for index in range(5)]
    bar = area(records, UTM, 7, 0, 900, 506, 6)
    assert numbers(group_areas([*columns, *between, bar], UTM, 2.0)) == [[0, 1, 7], *([n] for n in range(2, 7))]


def test_sites_leave_as_soon_as_nothing_can_reach_them(records, monkeypatch):
    monkeypatch.setattr(grouping, "_BATCH", 1)
    taken = 0

    def source():
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield area(records, UTM, number, 0, 20 * number % 1990 if number < 99 else 1980)

    first = next(group_areas(source(), UTM, 2.0))
    assert [one.change_id for one in first] == [0]
    assert taken == 2


def test_areas_out_of_order_are_refused(records):
    areas = [area(records, UTM, 0, 0, 50), area(records, UTM, 1, 0, 0)]
    with pytest.raises(ValueError, match="top to bottom"):
        list(group_areas(areas, UTM, 1.0))


def test_nothing_gives_no_site():
    assert list(group_areas([], UTM, 1.0)) == []


def test_the_usual_distance_is_four_pixels():
    assert default_distance_m(UTM) == pytest.approx(2.0, rel=1e-3)
