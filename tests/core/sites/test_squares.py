"""Buildings with right angles: sound, of their size, over no neighbour; what is no such shape stays as it was."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.polygons import to_pixels
from describe_changes.core.sites.build import SiteBuilder
from describe_changes.core.sites.outlines import RightAngles, clean_outlines
from pyproj import CRS
from rasterio.features import rasterize, shapes
from shapely.geometry import MultiPolygon

PIXEL = Affine(0.5, 0, 400000, 0, -0.5, 5800000)
HOUSES = {
    "a box": shapely.box(30, 40, 70, 80),
    "a small one": shapely.box(50, 50, 62, 58),
    "an L": shapely.Polygon([(20, 20), (80, 20), (80, 50), (50, 50), (50, 90), (20, 90)]),
    "a T": shapely.Polygon([(20, 20), (90, 20), (90, 45), (70, 45), (70, 90), (45, 90), (45, 45), (20, 45)]),
    "a court": shapely.box(20, 20, 90, 90) - shapely.box(40, 40, 70, 70),
}


def burnt(*geometries, size=120, transform=PIXEL):
    """Shapes in pixel coordinates as areas along the edges of pixels, ordered by shape."""
    mask = rasterize([(shape, value) for value, shape in enumerate(geometries, 1)], out_shape=(size, size))
    found = list(shapes(mask.astype(np.int32), mask=mask > 0, connectivity=4, transform=transform))
    return [MultiPolygon([shapely.geometry.shape(one)]) for one, _ in sorted(found, key=lambda one: one[1])]


def angles_of(polygon):
    """Angles in degrees at the corners of all rings."""
    found = []
    for ring in (polygon.exterior, *polygon.interiors):
        corners = shapely.get_coordinates(ring)[:-1]
        ways = np.roll(corners, -1, axis=0) - corners
        turn = np.degrees(np.arctan2(ways[:, 1], ways[:, 0]))
        found += list((turn - np.roll(turn, 1)) % 180)
    return np.array(found)


@pytest.mark.parametrize("turn", [0, 10, 30, 45, 70])
@pytest.mark.parametrize("name", HOUSES)
def test_a_house_gets_its_corners_back(name, turn):
    true = shapely.affinity.rotate(HOUSES[name], turn)
    (raw,) = burnt(true)
    ((found,),) = clean_outlines([[raw]], PIXEL, [RightAngles({0: 4.0})])
    polygon = found.geoms[0]
    assert polygon.is_valid
    assert angles_of(polygon) == pytest.approx(90, abs=1e-3)
    assert shapely.get_num_coordinates(polygon) == shapely.get_num_coordinates(HOUSES[name])
    assert len(polygon.interiors) == len(HOUSES[name].interiors)
    assert polygon.area == pytest.approx(raw.area, rel=0.01)
    (seen,) = to_pixels([found], PIXEL)
    assert seen.geoms[0].intersection(true).area > 0.9 * true.area


def test_what_is_no_house_stays_as_it_was():
    (raw,) = burnt(shapely.Point(60, 60).buffer(25))
    assert clean_outlines([[raw]], PIXEL, [RightAngles({0: 4.0})]) == clean_outlines([[raw]], PIXEL)


@pytest.mark.parametrize("seed", range(4))
def test_no_area_lies_over_another_and_each_keeps_its_size(seed):
    """Houses at all angles, close together, some of them touching; every second one is a building."""
    rng = np.random.default_rng(seed)
    houses = []
    for row in range(5):
        for col in range(5):
            width, height = rng.uniform(8, 18, 2)
            box = shapely.box(0, 0, width, height)
            turned = shapely.affinity.rotate(box, rng.uniform(0, 90))
            east, south = 20 * col + rng.uniform(0, 6), 20 * row + rng.uniform(0, 6)
            houses.append(shapely.affinity.translate(turned, east, south))
    raw = burnt(*houses)
    square = dict.fromkeys(range(0, len(raw), 2), 4.0)
    (drawn,) = clean_outlines([raw], PIXEL, [RightAngles(square)])
    assert shapely.is_valid(drawn).all()
    for before, after in zip(raw, drawn, strict=True):
        assert abs(after.area - before.area) <= max(0.01 * before.area, 0.5 * 0.25) * 1.001
    first, second = shapely.STRtree(drawn).query(drawn, predicate="intersects")
    overlaps = [drawn[a].intersection(drawn[b]).area for a, b in zip(first, second, strict=True) if a < b]
    assert max(overlaps, default=0.0) < 1e-4
    assert sum(angles_of(drawn[i].geoms[0]) == pytest.approx(90, abs=1e-3) for i in square) >= 5


def test_angles_are_right_on_the_ground_where_pixels_are_not_square(records):
    """Degrees at 60° north: a pixel is half as wide as high."""
    grid = Grid(CRS("EPSG:4326"), Affine(1e-5, 0, 24.0, 0, -1e-5, 60.0), 120, 120)
    house = shapely.affinity.scale(shapely.affinity.rotate(shapely.box(40, 45, 80, 70), 30), xfact=2, origin=(60, 60))
    (raw,) = burnt(house, transform=grid.transform)
    for name, corners in (("building", True), ("change", False)):
        area = records.change(0, geometry=raw, class_name=name, area_m2=1000.0)
        ((site, (drawn,)),) = SiteBuilder(grid, grid.window, "square", {}).build_each([[area]])
        (seen,) = to_pixels([drawn.geometry], grid.transform)
        ground = shapely.affinity.scale(seen.geoms[0], xfact=0.5015, origin=(0, 0))
        assert (len(ground.exterior.coords) == 5) == corners
        if corners:
            assert angles_of(ground) == pytest.approx(90, abs=0.5)
    assert site.geometry.is_valid
