"""The ground that a run says it examined, against areas computed in another way."""

from __future__ import annotations

import json

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from describe_changes.common.numbers import format_area
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.raster.examined_area import examined_area_m2
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import Window
from describe_changes.core.report.rebuild import ReportOptions, rebuild_report
from pyproj import CRS, Geod, Transformer

WGS84 = Geod(ellps="WGS84")
SIDE = 200


def ground(polygon: shapely.Polygon, crs: str) -> float:
    """Geodesic area by pyproj of a polygon whose edges were cut into pieces; not by the grid that is tested."""
    to_degrees = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    fine = shapely.segmentize(polygon, max(np.ptp(polygon.exterior.xy[0]) / 50, 1e-9))
    return abs(WGS84.geometry_area_perimeter(shapely.transform(fine, to_degrees.transform, interleaved=False))[0])


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        ("EPSG:32633", Affine(0.5, 0, 400000, 0, -0.5, 5800000)),
        ("EPSG:3857", Affine(1, 0, 1200000, 0, -1, 8400000)),  # 60° north: a metre of the map is half a metre
        ("EPSG:4326", Affine(0.01, 0, 10, 0, -0.01, 70)),
        ("EPSG:4326", Affine(1, 0, 10, 0, -1, 80)),
        ("EPSG:32633", Affine(0.4, 0.3, 400000, 0.3, -0.4, 5800000)),
        ("EPSG:2263", Affine(3, 0, 980000, 0, -3, 200000)),  # feet
    ],
)
def test_pixels_are_added_up_on_the_ellipsoid(crs, transform):
    """Against the sum of every pixel's own outline."""
    mask = np.where(np.random.default_rng(5).random((24, 30)) < 0.6, 0, 255).astype(np.uint8)
    mask[3:8, 4:9] = 2
    mask[12:, :11] = 255
    blocks = [(Window(0, 0, 24, 16), mask[:, :16]), (Window(0, 16, 24, 14), mask[:, 16:])]
    expected = sum(
        ground(shapely.Polygon([transform @ (c + x, r + y) for x, y in ((0, 0), (0, 1), (1, 1), (1, 0))]), crs)
        for r, c in np.argwhere(mask != 255).tolist()
    )
    found = examined_area_m2(Grid(CRS(crs), transform, 30, 24), blocks)
    rel = {1: 3e-3, 0.01: 5e-4}.get(transform.a, 2e-5) if crs == "EPSG:4326" else 2e-5
    assert found == pytest.approx(expected, rel=rel)


def _spoil(path, rows: slice, cols: slice) -> None:
    """Declare a part of a raster to be without data."""
    with rasterio.open(path, "r+") as raster:
        pixels = raster.read()
        pixels[pixels == 0] = 1
        pixels[:, rows, cols] = 0
        raster.write(pixels)
        raster.nodata = 0


@pytest.mark.parametrize("polygons_in", ["EPSG:32633", "EPSG:4326", "EPSG:3035"])
@pytest.mark.parametrize("spoiled", [(), (0,), (0, 1)])
def test_examined_is_inside_the_polygons_with_data_on_both_dates(make_pair, tmp_path, pack, spoiled, polygons_in):
    """The polygon cut by hand: a triangle with a hole, less the columns that one date or the other lacks."""
    paths = make_pair(SIDE, SIDE)
    gaps = ((slice(None), slice(0, 50)), (slice(150, None), slice(None)))
    for number in spoiled:
        _spoil(paths[number], *gaps[number])

    def metres(left, top, right, bottom):
        return shapely.box(400000 + left / 2, 5800000 - bottom / 2, 400000 + right / 2, 5800000 - top / 2)

    triangle = shapely.Polygon([(400005, 5799995), (400095, 5799995), (400005, 5799931)])
    area = triangle.difference(metres(70, 40, 90, 60))
    lacking = [metres(0, 0, 50, 200), metres(0, 150, 200, 200)]
    expected = ground_of(area.difference(shapely.union_all([lacking[number] for number in spoiled])))
    moved = shapely.transform(
        shapely.segmentize(area, 1.0),
        Transformer.from_crs("EPSG:32633", polygons_in, always_xy=True).transform,
        interleaved=False,
    )
    (tmp_path / "run").mkdir()
    spec = DescribeOptions(
        *paths, tmp_path / "run" / "out.gpkg", model=pack.path, device="cpu", aoi=f"{polygons_in};{moved.wkt}"
    )
    summary = run_job(spec)
    assert summary.area_examined_m2 == pytest.approx(expected, rel=0.005)  # a stair along the triangle's long side
    _, _, _, (stored,) = pyogrio.raw.read(spec.output, layer="runs", columns=["area_examined_m2"])
    assert stored.tolist() == [summary.area_examined_m2]
    figures = {figure["label"]: figure["value"] for figure in rebuild_report(ReportOptions(spec.output))["figures"]}
    assert figures["examined at 0.5 m"] == format_area(summary.area_examined_m2)
    assert json.loads(json.dumps(summary.to_dict()))["area_examined_m2"] == summary.area_examined_m2


def ground_of(area: shapely.Polygon) -> float:
    """Geodesic area of one or several polygons with holes in UTM 33."""
    parts = shapely.get_parts(area).tolist()
    holes = [shapely.Polygon(ring) for part in parts for ring in part.interiors]
    outer = [shapely.Polygon(part.exterior) for part in parts]
    return sum(ground(p, "EPSG:32633") for p in outer) - sum(ground(p, "EPSG:32633") for p in holes)


def test_without_polygons_all_with_data_was_examined(make_pair, tmp_path, pack):
    paths = make_pair(SIDE, SIDE)
    _spoil(paths[1], slice(0, 100), slice(None))
    summary = run_job(DescribeOptions(*paths, model=pack.path, device="cpu"))
    half = ground(shapely.box(400000, 5799900, 400100, 5799950), "EPSG:32633")
    assert summary.area_examined_m2 == pytest.approx(half, rel=1e-6)
