"""Zones: what is split at their borders adds up again; files that are no zones get a sentence."""

from __future__ import annotations

import json
import warnings
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.io.records import ChangeRecord, ZoneRecord
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import Window
from describe_changes.core.sites.zones import OUTSIDE, ZoneTally, read_zones
from pyproj import CRS, Transformer
from shapely.geometry import MultiPolygon, box

from .samples import X, Y

GRID = Grid(CRS.from_epsg(32615), Affine(1, 0, X, 0, -1, Y), 200, 100)
BETWEEN = "between 2010 and 2011"


def ground(left: float, top: float, right: float, bottom: float) -> shapely.Polygon:
    """A rectangle in pixels of the grid."""
    return box(X + left, Y - bottom, X + right, Y - top)


def area(
    number: int, shape: shapely.Polygon, class_name: str = "building", transition: str = "appeared"
) -> ChangeRecord:
    return ChangeRecord(
        geometry=MultiPolygon([shape]), change_id=number, class_name=class_name, transition=transition,
        area_m2=shape.area * 1.0008, perimeter_m=shape.length, mean_probability=0.9, tile_id=0,
    )  # fmt: skip


def write_zones(
    path: Path, shapes: dict[str, shapely.Geometry], crs: str | None = "EPSG:32615", field: str = "ward"
) -> Path:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "'crs' was not provided")
        _write(path, shapes, crs, field)
    return path


def _write(path: Path, shapes: dict[str, shapely.Geometry], crs: str | None, field: str) -> None:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(list(shapes.values()), dtype=object)),
        [np.array([name or None for name in shapes], dtype=object)],
        [field],
        geometry_type="Unknown",
        crs=crs,
    )


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    return write_zones(tmp_path / "wards.gpkg", {"West": ground(-50, -50, 80, 150), "East": ground(80, -50, 150, 150)})


def tallied(path: Path, sites: list[list[ChangeRecord]], mask: np.ndarray | None = None) -> list[ZoneRecord]:
    tally = ZoneTally(read_zones(path, "ward", GRID), GRID)
    for site in sites:
        tally.add_site(site)
    mask = np.zeros((100, 200), np.uint8) if mask is None else mask
    for left, right in pairwise((0, 64, 128, 192, 200)):
        tally.add_mask(Window(0, left, 100, right - left), mask[:, left:right])
    return list(tally.records(BETWEEN, "2010 → 2011"))


def test_a_site_on_a_border_is_split_by_its_geometry(halves: Path) -> None:
    """By hand: 30 × 10 m, ten of them west of the border at column 80."""
    west, east, outside = tallied(halves, [[area(0, ground(70, 10, 100, 20))], [area(1, ground(0, 0, 5, 5))]])
    assert [zone.name for zone in (west, east, outside)] == ["West", "East", OUTSIDE]
    assert west.changed_area_m2 == pytest.approx(1.0008 * (100 + 25))
    assert east.changed_area_m2 == pytest.approx(1.0008 * 200)
    assert (west.sites, east.sites, outside.sites) == (2, 1, 0)
    assert west.classes[0]["changes"] == 2
    assert west.description.startswith("In West, between 2010 and 2011, 2 sites changed, 125 m² of the ")
    assert outside.description.startswith("Outside the zones, between 2010 and 2011, no change was found in the ")


def test_zones_and_what_lies_outside_add_up(tmp_path: Path) -> None:
    """Slanted zones, blocks that cut them, ground without data: areas examined and changed keep their sums."""
    rng = np.random.default_rng(7)
    a, b, c = ground(0, 0, 200, 100).exterior.coords[0], (X + 70, Y - 33.3), (X + 11, Y - 100)
    zones = {
        "a": shapely.Polygon([(X, Y), (X + 120, Y), b, c, (X, Y - 100)]),
        "b": shapely.Polygon([(X + 120, Y), (X + 181, Y - 50), (X + 90, Y - 90), b]),
    }
    assert not zones["a"].overlaps(zones["b"])
    assert a
    sites = []
    for number in range(60):
        left, top = rng.uniform(0, 180), rng.uniform(0, 85)
        first = area(2 * number, ground(left, top, left + 12, top + 9))
        second = area(2 * number + 1, ground(left + 12, top, left + 15, top + 9), "change", "")
        sites.append([first, second])
    mask = np.where(rng.random((100, 200)) < 0.2, 255, 0).astype(np.uint8)
    records = tallied(write_zones(tmp_path / "z.fgb", zones), sites, mask)
    assert len(records) == 3
    total = sum(one.area_m2 for site in sites for one in site)
    inside = [
        s
        for s in (
            one.geometry.intersection(ground(0, 0, 200, 100)).area / one.geometry.area for g in sites for one in g
        )
    ]
    assert min(inside) > 0.99999
    assert sum(zone.changed_area_m2 for zone in records) == pytest.approx(total, rel=1e-9)
    by_class = sum(entry["changed_area_m2"] for zone in records for entry in zone.classes if entry["class"] == "change")
    assert by_class == pytest.approx(sum(site[1].area_m2 for site in sites), rel=1e-9)
    whole = GRID.geodesic_area_m2(GRID.window_polygon(GRID.window)) * np.count_nonzero(mask == 0) / mask.size
    assert sum(zone.area_examined_m2 for zone in records) == pytest.approx(whole, rel=1e-5)


def test_overlapping_zones_count_in_each_and_are_said_to(tmp_path: Path) -> None:
    path = write_zones(tmp_path / "z.gpkg", {"a": ground(0, 0, 60, 100), "b": ground(40, 0, 200, 100)})
    assert read_zones(path, "ward", GRID).overlap
    a, b = tallied(path, [[area(0, ground(45, 0, 55, 10))]])
    assert a.changed_area_m2 == b.changed_area_m2 == pytest.approx(100.08)
    assert a.area_examined_m2 / b.area_examined_m2 == pytest.approx(60 / 160, rel=1e-4)


def test_one_name_is_one_zone_and_numbers_are_names(tmp_path: Path) -> None:
    path = tmp_path / "z.geojson"
    to_degrees = Transformer.from_crs(32615, 4326, always_xy=True)
    features = [
        {"type": "Feature", "properties": {"ward": ward}, "geometry": shapely.geometry.mapping(
            shapely.transform(shape, lambda xy: np.column_stack(to_degrees.transform(*xy.T))))}
        for ward, shape in ((3.0, ground(0, 0, 20, 20)), (3.0, ground(60, 0, 80, 20)), (None, ground(100, 0, 120, 20)))
    ]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    three, unnamed, _ = tallied(path, [[area(0, ground(5, 5, 10, 10)), area(1, ground(65, 5, 70, 10))]])
    assert (three.name, three.sites, unnamed.name) == ("3", 1, "a zone without a name")
    assert three.description.startswith("In zone 3, between")
    assert three.changed_area_m2 == pytest.approx(50.04, rel=1e-4)


def test_zones_without_examined_ground(tmp_path: Path) -> None:
    path = write_zones(tmp_path / "z.gpkg", {"a": ground(0, 0, 60, 100)})
    (a,) = tallied(path, [], np.full((100, 200), 255, np.uint8))
    assert (a.area_examined_m2, a.changed_fraction) == (0.0, 0.0)
    assert a.description == "Nothing was examined in a: no place has data on both dates."


def _far(path: Path) -> Path:
    return write_zones(path / "far.gpkg", {"far": box(0, 0, 10, 10)}, crs="EPSG:4326")


def _points(path: Path) -> Path:
    return write_zones(path / "points.gpkg", {"a": shapely.Point(X + 50, Y - 50)})


def _fieldless(path: Path) -> Path:
    return write_zones(path / "f.gpkg", {"a": ground(0, 0, 60, 100)}, field="name")


def _no_crs(path: Path) -> Path:
    return write_zones(path / "n.gpkg", {"a": ground(0, 0, 60, 100)}, crs=None)


def _text(content: str, name: str = "t.geojson"):
    def write(path: Path) -> Path:
        (path / name).write_text(content)
        return path / name

    return write


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_far, "touches the area that both rasters cover"),
        (_points, "holds points or lines; zones are polygons"),
        (_fieldless, "has no field “ward”; its fields are name."),
        (_no_crs, "CRS"),
        (_text("{"), "is no GeoJSON"),
        (_text("[]"), "is no GeoJSON: it is no object"),
        (_text('{"type": "Polygon", "coordinates": []}'), "no GeoJSON FeatureCollection"),
        (_text('{"type": "FeatureCollection", "features": [1]}'), "has no field “ward”; it has no fields"),
        (_text('{"type": "FeatureCollection", "features": []}'), "holds no geometries"),
        (_text('{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"ward": 1}, '
               '"geometry": {"type": "Polygon", "coordinates": [[[2, 3], [NaN, 1], [4, 1], [2, 3]]]}}]}'),
         "a coordinate that is no number"),
        (_text("x", "t.gpkg"), "cannot be read as a GeoPackage"),
        (_text("x", "t.kml"), "is no file of zones"),
        (lambda path: path / "none.gpkg", "does not exist"),
    ],
)  # fmt: skip
def test_files_that_are_no_zones(tmp_path: Path, make, sentence: str) -> None:
    with pytest.raises(InputError, match=r"\.$") as caught:
        read_zones(make(tmp_path), "ward", GRID)
    assert sentence in str(caught.value)


def test_too_many_features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, halves: Path) -> None:
    monkeypatch.setattr("describe_changes.core.sites.zones.MOST_ZONES", 1)
    with pytest.raises(InputError, match="more than 1 features"):
        read_zones(halves, "ward", GRID)
