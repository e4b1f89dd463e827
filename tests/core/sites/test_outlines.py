"""Clean outlines: sound, of the size of their pixels, as long as the shape that was drawn into the pixels."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from describe_changes.core.raster.polygons import to_pixels
from describe_changes.core.sites.outlines import RightAngles, clean_outlines
from rasterio.features import rasterize, shapes
from shapely.geometry import MultiPolygon

PIXEL = Affine(0.5, 0, 400000, 0, -0.5, 5800000)


def outlined(mask, transform=PIXEL):
    """Areas of equal value of an array, along the edges of pixels, ordered by value."""
    found = list(shapes(mask.astype(np.int32), mask=mask > 0, connectivity=4, transform=transform))
    found.sort(key=lambda one: one[1])
    return [MultiPolygon([shapely.geometry.shape(geometry)]) for geometry, _ in found]


def drawn(*geometries, size=200, transform=PIXEL):
    """The areas of shapes in pixel coordinates burnt into an array, one value each."""
    pairs = [(geometry, value) for value, geometry in enumerate(geometries, start=1)]
    return outlined(rasterize(pairs, out_shape=(size, size)), transform)


def blobs(seed, size=60):
    """Patches of two classes that touch each other, with holes."""
    rng = np.random.default_rng(seed)
    fields = [rng.random((size, size)) for _ in range(2)]
    for _ in range(12):
        fields = [sum(np.roll(f, shift, axis) for axis in (0, 1) for shift in (-1, 0, 1)) / 6 for f in fields]
    there, which = (field > np.median(field) for field in fields)
    return np.where(there, 1 + which, 0)


def clean(areas, transform=PIXEL):
    """The areas of one site, drawn."""
    return clean_outlines([areas], transform)[0]


def vertices(areas):
    return int(shapely.get_num_coordinates(areas).sum())


def test_an_upright_rectangle_stays_as_it_is():
    raw = drawn(shapely.box(20, 30, 50, 90))
    assert shapely.equals(clean(raw)[0], raw[0])


@pytest.mark.parametrize("angle", [10, 30, 45, 70])
def test_a_turned_rectangle_is_as_long_and_as_large_as_the_one_that_was_drawn(angle):
    true = shapely.affinity.rotate(shapely.box(40, 70, 160, 120), angle)
    raw = drawn(true)
    smooth = clean(raw)[0]
    assert smooth.length == pytest.approx(true.length / 2, rel=0.03)
    assert raw[0].length > 1.1 * true.length / 2
    assert smooth.area == pytest.approx(raw[0].area, rel=0.01)
    assert vertices([smooth]) < vertices(raw) / 3
    assert shapely.hausdorff_distance(smooth, raw[0]) <= 0.75  # a pixel and a half


@pytest.mark.parametrize("seed", range(5))
def test_areas_that_touch_stay_a_coverage_without_gaps_and_overlaps(seed):
    raw = outlined(blobs(seed))
    smooth = clean(raw)
    assert len(smooth) == len(raw) > 10
    assert shapely.is_valid(smooth).all()
    for before, after in zip(raw, smooth, strict=True):
        assert abs(after.area - before.area) <= max(0.01 * before.area, 0.5 * 0.25) * 1.001
        assert len(after.geoms[0].interiors) == len(before.geoms[0].interiors)
        assert shapely.hausdorff_distance(before, after) < 1.0
    first, second = shapely.STRtree(smooth).query(smooth, predicate="intersects")
    overlaps = [smooth[a].intersection(smooth[b]).area for a, b in zip(first, second, strict=True) if a < b]
    assert max(overlaps) < 1e-4
    assert shapely.union_all(smooth).area == pytest.approx(shapely.union_all(raw).area, rel=0.01)


def test_a_border_of_two_areas_is_one_line():
    one, two = drawn(
        shapely.Polygon([(10, 10), (10, 150), (150, 10)]), shapely.Polygon([(150, 150), (10, 150), (150, 10)])
    )
    first, second = clean([one, two])
    border = shapely.intersection(first, second)
    assert border.area == 0
    assert border.length == pytest.approx(140 * 2**0.5 / 2, rel=0.02)
    assert shapely.get_num_coordinates(border) < 20


def test_a_single_pixel_and_a_thin_line_survive():
    raw = drawn(shapely.box(5, 5, 6, 6), shapely.box(20, 5, 21, 60))
    smooth = clean(raw)
    assert all(area.is_valid and not area.is_empty for area in smooth)
    assert [area.area for area in smooth] == pytest.approx([0.25, 13.75], abs=0.13)


def test_the_outline_does_not_depend_on_where_and_in_which_crs_the_pixels_lie():
    true = shapely.affinity.rotate(shapely.box(40, 70, 160, 120), 30)
    degrees = Affine(1e-5, 0, 10.0, 0, -1e-5, 65.0)
    found = []
    for transform in (PIXEL, degrees):
        smooth = clean(drawn(true, transform=transform), transform)[0]
        found.append(shapely.get_coordinates(to_pixels([smooth], transform)))
    assert np.allclose(*found, atol=1e-3)


@pytest.mark.parametrize("square", [False, True])
def test_a_site_is_drawn_as_if_it_were_alone(square):
    """Also where sites lie a pixel apart, one in the hole of another, as they do where none is said to reach far."""
    sites = [[shapely.affinity.translate(a, 60 * col) for a in outlined(blobs(col))] for col in range(3)]
    around, inside = drawn(shapely.box(70, 10, 100, 40) - shapely.box(75, 15, 95, 35), shapely.box(76, 16, 94, 34))
    sites += [[around], [inside]]
    wanted = [RightAngles(dict.fromkeys(range(0, len(areas), 2), 4.0)) for areas in sites] if square else None
    alone = [
        clean_outlines([areas], PIXEL, [wanted[number]] if wanted else None)[0] for number, areas in enumerate(sites)
    ]
    together = clean_outlines(sites, PIXEL, wanted)
    assert [shapely.to_wkb(areas).tolist() for areas in together] == [shapely.to_wkb(areas).tolist() for areas in alone]
