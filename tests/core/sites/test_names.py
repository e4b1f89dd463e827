"""The nearest named feature: distances against the geodesic of pyproj's own, in metres, degrees and across 180°."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.formatting import compass_point, format_distance
from describe_changes.core.raster.grid import Grid
from describe_changes.core.sites.names import NamedPlaces, read_names
from pyproj import CRS, Geod

from .samples import X, Y

GRID = Grid(CRS.from_epsg(32615), Affine(1, 0, X, 0, -1, Y), 400, 400)
WGS84 = Geod(ellps="WGS84")


def degrees_grid(lon: float, lat: float) -> Grid:
    return Grid(CRS.from_epsg(4326), Affine(1e-5, 0, lon, 0, -1e-5, lat), 1000, 1000)


def square(left: float, top: float, side: float = 10) -> shapely.Polygon:
    return shapely.box(X + left, Y - top - side, X + left + side, Y - top)


def test_distance_and_direction_from_the_feature_to_the_site() -> None:
    """By hand: the school's east wall is at 100, the site's west wall at 220; grid north is true north within 2°."""
    places = NamedPlaces(["Main Street School", "Mill"], [square(0, 100, 100), square(0, 390)], GRID.crs, GRID)
    assert places.near(square(220, 140)) == "120 m east of Main Street School"
    assert places.near(square(50, 80)) == "10 m north of Main Street School"
    assert places.near(square(50, 150)) == "at Main Street School"
    assert places.near(square(60, 340)) == "60 m north-east of Mill"


@pytest.mark.parametrize(("lon", "lat"), [(12.0, 64.0), (-179.9999, -17.0), (179.995, 5.0), (10.0, -71.0)])
def test_what_is_nearest_on_the_ground_not_in_degrees(lon: float, lat: float) -> None:
    """At 64° north a degree east is half as far as one north: in degrees the other would be nearer."""
    grid = degrees_grid(lon, lat)
    places, points = [], []
    for name, azimuth, metres in (("East", 90, 400), ("North", 0, 500), ("South-west", 225, 700)):
        x, y, _ = WGS84.fwd(lon + 0.005, lat - 0.005, azimuth, metres)
        places.append(name)
        points.append(shapely.Point(x, y))
    said = NamedPlaces(places, points, CRS.from_epsg(4326), grid).near(shapely.Point(lon + 0.005, lat - 0.005))
    assert said == "400 m west of East"


def test_the_nearest_of_many_is_the_one_of_brute_force(tmp_path: Path) -> None:
    grid = degrees_grid(12.0, 64.0)
    points = [(12 + (n * 37 % 101) / 9000, 64 - (n * 53 % 97) / 9000) for n in range(300)]
    file = tmp_path / "names.geojson"
    file.write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {"type": "Feature", "properties": {"n": f"P{n}"}, "geometry": {"type": "Point", "coordinates": xy}}
                    for n, xy in enumerate(points)
                ],
            }
        )
    )
    places = read_names(file, "n", grid)
    for lon, lat in ((12.0013, 63.9991), (12.008, 63.992), (12.0047, 63.9968)):
        away = [WGS84.inv(*xy, lon, lat) for xy in points]
        n = min(range(len(points)), key=lambda index: away[index][2])
        azimuth, _, metres = away[n]
        expected = f"{format_distance(metres)} {compass_point(azimuth)} of P{n}" if metres >= 1 else f"at P{n}"
        assert places.near(shapely.Point(lon, lat)) == expected


def test_far_and_nameless_features_are_left_out(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"n": None},
        "geometry": {"type": "Point", "coordinates": [12.001, 63.999]},
    }
    far = {"type": "Feature", "properties": {"n": "Pole"}, "geometry": {"type": "Point", "coordinates": [0, 90]}}
    file = tmp_path / "names.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, far]}))
    with pytest.raises(InputError, match=r"No feature of .* with a text in the field “n” lies around the area"):
        read_names(file, "n", degrees_grid(12.0, 64.0))


@pytest.mark.parametrize(
    ("metres", "words"),
    [(0.2, "1 m"), (8.4, "8 m"), (12, "10 m"), (118, "120 m"), (994, "990 m"), (996, "1.0 km"), (9_960, "10 km")],
)
def test_distance_in_words(metres: float, words: str) -> None:
    assert format_distance(metres) == words
