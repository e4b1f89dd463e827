"""An area of interest: which tiles and pixels are wanted, and that nothing else about the result changes."""

from __future__ import annotations

import json
import math
import sqlite3
import struct
from contextlib import closing
from dataclasses import replace

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from click.testing import CliRunner
from describe_changes.cli import main
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.raster.aoi import AreaOfInterest, TileSelection, read_aoi
from describe_changes.core.raster.grid import Grid
from describe_changes.core.raster.tiling import TileLattice
from describe_changes.core.service.operations import inspect
from pyproj import CRS, Transformer


@pytest.fixture
def grid():
    """200 × 100 pixels of 1 m."""
    return Grid(CRS.from_epsg(32633), Affine(1, 0, 500000, 0, -1, 5000100), 200, 100)


def box(grid: Grid, left: float, top: float, right: float, bottom: float) -> shapely.Polygon:
    """A rectangle in pixels of a grid, in its CRS."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return shapely.Polygon([grid.transform @ corner for corner in corners])


def test_a_tile_is_wanted_where_insides_meet(grid):
    """By hand: tiles of 50 px without overlap; the area ends exactly on the edge between columns 1 and 2."""
    lattice = TileLattice(100, 200, 50, 0)
    choice = TileSelection(grid, lattice, AreaOfInterest(box(grid, 60, 10, 100, 20)))
    assert choice.ids == [1]
    assert len(choice) == 1
    choice = TileSelection(grid, lattice, AreaOfInterest(box(grid, 60, 10, 100.5, 60)))
    assert choice.ids == [1, 2, 5, 6]
    assert [tile.tile_id for tile in choice.intersecting(grid.window)] == [1, 2, 5, 6]
    assert TileSelection(grid, lattice).ids is None
    assert len(TileSelection(grid, lattice)) == 8


def test_a_tile_in_a_hole_is_not_wanted(grid):
    ring = box(grid, 10, 0, 190, 100).difference(box(grid, 45, -1, 105, 101))
    assert TileSelection(grid, TileLattice(100, 200, 50, 0), AreaOfInterest(ring)).ids == [0, 2, 3, 4, 6, 7]


def test_a_pixel_is_inside_by_its_centre(grid):
    inside = AreaOfInterest(box(grid, 10.4, 20.6, 12.6, 22.4)).inside(grid, grid.window)
    assert np.argwhere(inside).tolist() == [[21, 10], [21, 11], [21, 12]]


def test_polygons_are_read_in_every_form_and_any_crs(grid, tmp_path):
    wanted = box(grid, 20, 20, 60, 60)
    degrees = shapely.transform(wanted, Transformer.from_crs(32633, 4326, always_xy=True).transform, interleaved=False)
    line = shapely.LineString([(500000, 5000000), (500001, 5000001)])
    geojson = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(degrees)}
    named = {**geojson, "geometry": shapely.geometry.mapping(wanted)}
    named["crs"] = {"type": "name", "properties": {"name": grid.crs.to_wkt()}}
    forms = {"file.geojson": json.dumps(geojson), "area.wkt": f"EPSG:32633;{wanted.wkt}"}
    for name, text in forms.items():
        (tmp_path / name).write_text(text)
    package = tmp_path / "a.gpkg"
    pyogrio.raw.write(
        package, shapely.to_wkb(np.array([wanted, line])), [], [], geometry_type="Unknown", crs="EPSG:32633"
    )
    for given in (*(tmp_path / name for name in forms), json.dumps(named), f"SRID=32633;{wanted.wkt}", package):
        found = read_aoi(given, grid)
        assert found.geometry.symmetric_difference(wanted).area < 0.01, given
    two = {"type": "FeatureCollection", "features": [geojson, {**geojson, "geometry": None}]}
    assert read_aoi(json.dumps(two), grid).geometry.area == pytest.approx(1600, abs=1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("/nowhere/a.geojson", "does not exist"),
        ("POINT (1 2)", "does not exist"),
        ("EPSG:32633;POINT (1 2)", "holds no polygon"),
        ("EPSG:32633;POLYGON ((1 2", "is no WKT"),
        ("EPSG:99999;POLYGON ((0 0, 1 0, 1 1, 0 0))", "which is not known"),
        ("EPSG:32633;POLYGON ((0 0, 1 0, 1 1, 0 0))", "does not touch"),
        ('{"type": "Feature"}', "is no GeoJSON"),
        ('{"type": "Polygon", "coordinates": 3}', "is no GeoJSON"),
    ],
)
def test_what_is_no_area_gets_a_sentence(given, said, grid):
    with pytest.raises(InputError, match=said):
        read_aoi(given, grid)


def test_a_bad_file_is_named(grid, tmp_path):
    for name, content in (("a.gpkg", b"no"), ("a.wkt", b"POLYGON ((0 0, 1 0, 1 1, 0 0))"), ("a.dwg", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=name):
            read_aoi(tmp_path / name, grid)


SQUARE = '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]], "crs": %s}'


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (SQUARE % '"EPSG:4326"', "CRS in a way that is not known"),
        (SQUARE % "[4326]", "CRS in a way that is not known"),
        (SQUARE % '{"type": "link", "properties": {"href": "x"}}', "CRS in a way that is not known"),
        (SQUARE % '{"type": "name", "properties": "EPSG:4326"}', "CRS in a way that is not known"),
        (SQUARE % '{"type": "name", "properties": {"name": 4326}}', "CRS in a way that is not known"),
        (SQUARE % '{"properties": {"name": "EPSG:5773"}}', "no place on Earth"),  # heights alone
        (SQUARE % '{"properties": {"name": "EPSG:4978"}}', "no place on Earth"),  # from the Earth's middle
        (SQUARE % '{"properties": {"name": "\\ud800"}}', "not known"),
        ("EPSG:5773;POLYGON ((0 0, 1 0, 1 1, 0 0))", "no place on Earth"),
        ("EPSG:32633;CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))", "is no WKT|no polygon|not touch"),
        ("EPSG:32633;POLYGON EMPTY", "holds no polygon"),
        ("EPSG:32633;GEOMETRYCOLLECTION EMPTY", "holds no polygon"),
        ("EPSG:32633;POLYGON ((0 0, 1 1, 0 0))", "is no WKT|no polygon"),
        ('{"type": "Polygon", "coordinates": [[[0, 0], [1e999, 0], [1, 1], [0, 0]]]}', "is no number"),
        ('{"type": "Polygon", "coordinates": []}', "holds no polygon"),
        ('{"type": "GeometryCollection", "geometries": []}', "holds no polygon"),
        ('{"type": "FeatureCollection", "features": []}', "holds no polygon"),
        ("[1, 2]", "does not exist"),
        ('{"type": 7}', "is no GeoJSON"),
        ('{"type": "Polygon", "coordinates": [[["a", "b"]]]}', "is no GeoJSON"),
    ],
)
def test_odd_polygons_get_a_sentence(given, said, grid):
    with pytest.raises(InputError, match=said):
        read_aoi(given, grid)


def test_heights_measures_and_nested_collections_leave_no_trace(grid):
    wanted = box(grid, 20, 20, 60, 60)
    inner = wanted.wkt
    corners = list(wanted.exterior.coords)
    forms = [
        "POLYGON Z ((" + ", ".join(f"{x} {y} 7" for x, y in corners) + "))",
        "POLYGON M ((" + ", ".join(f"{x} {y} 7" for x, y in corners) + "))",
        "POLYGON ZM ((" + ", ".join(f"{x} {y} 7 8" for x, y in corners) + "))",
        f"GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (GEOMETRYCOLLECTION ({inner}), LINESTRING (0 0, 1 1)))",
        f"MULTIPOLYGON (({inner[9:-1]}), ({inner[9:-1]}))",  # twice the same: invalid
    ]
    for form in forms:
        assert read_aoi(f"EPSG:32633;{form}", grid).geometry.equals(wanted), form


@pytest.mark.parametrize(("west", "drawn"), [(-10.0, 350.0), (350.0, -10.0)])
def test_polygons_may_count_longitudes_from_zero_or_from_greenwich(west, drawn):
    grid = Grid(CRS.from_epsg(4326), Affine(1e-4, 0, west, 0, -1e-4, 40), 100, 100)
    text = f"EPSG:4326;{shapely.box(drawn + 0.002, 39.992, drawn + 0.005, 39.995).wkt}"
    xmin, ymin, xmax, ymax = read_aoi(text, grid).geometry.bounds
    assert (xmin - west, xmax - west) == pytest.approx((0.002, 0.005), abs=1e-9)
    assert (ymin, ymax) == pytest.approx((39.992, 39.995), abs=1e-9)


def test_curves_in_a_file_are_read_or_named(grid, tmp_path):
    """A circle of 30 m around a point of the grid, as QGIS and PostGIS store it."""
    path = tmp_path / "curve.gpkg"
    polygon = np.array([shapely.to_wkb(box(grid, 0, 0, 1, 1))], dtype=object)
    pyogrio.raw.write(path, polygon, [], [], geometry_type="Unknown", crs="EPSG:32633")
    x, y = 500100.0, 5000050.0
    points = [(x - 30, y), (x, y + 30), (x + 30, y), (x, y - 30), (x - 30, y)]
    ring = struct.pack("<BII", 1, 8, 5) + b"".join(struct.pack("<dd", *point) for point in points)
    curve = b"GP\x00\x01" + struct.pack("<i", 32633) + struct.pack("<BII", 1, 10, 1) + ring
    with closing(sqlite3.connect(path)) as file, file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE curve SET geom = ?", (curve,))
    try:
        found = read_aoi(path, grid).geometry
    except InputError as error:
        found, said = None, str(error)
    assert found is None or found.area == pytest.approx(np.pi * 30**2, rel=0.01)
    assert found is not None or "curve.gpkg" in said


def spec_of(pair, folder, pack, **more) -> DescribeOptions:
    folder.mkdir()
    options = {"model": pack.path, "device": "cpu", "outputs": {"mask": folder / "mask.tif"}, "min_area": 1.0, **more}
    return DescribeOptions(*pair, folder / "out.gpkg", **options)


def masks(spec: DescribeOptions) -> np.ndarray:
    with rasterio.open(spec.outputs["mask"]) as source:
        return source.read()


def triangle_of(pair) -> str:
    with rasterio.open(pair[0]) as source:
        corners = [source.transform @ corner for corner in ((40, 300), (330, 60), (300, 380))]
        return f"{source.crs.to_string()};{shapely.Polygon(corners).wkt}"


def test_inside_the_area_a_run_gives_the_same_bits(make_pair, tmp_path, pack, collector):
    """Whatever the block size; outside there is no data, and no tile that does not touch the area."""
    pair = make_pair(400, 420)
    aoi = triangle_of(pair)
    whole_watch = collector()
    whole_spec = spec_of(pair, tmp_path / "whole", pack)
    run_job(whole_spec, whole_watch)
    whole, found = masks(whole_spec), {}
    with rasterio.open(pair[0]) as source:
        grid = Grid(CRS.from_user_input(source.crs.to_wkt()), source.transform, source.width, source.height)
    area = read_aoi(aoi, grid)
    inside = area.inside(grid, grid.window)
    for size in (64, 128, 2048):
        watch = collector()
        spec = spec_of(pair, tmp_path / str(size), pack, aoi=aoi, block_size=size)
        summary = run_job(spec, watch)
        mask = masks(spec)
        assert (mask[:, inside] == whole[:, inside]).all()
        assert (mask[:, ~inside] == 255).all()
        assert summary.tiles == len(watch.tiles) < len(whole_watch.tiles)
        assert summary.changes > 0
        found[size] = watch.found(), mask.tobytes()
    assert found[64] == found[128] == found[2048]
    lattice = TileLattice(400, 420, 64, 16)
    touching = {
        tile.tile_id
        for tile in lattice.tiles
        if grid.window_polygon(tile.window).intersection(area.geometry).area > 1e-6
    }
    assert set(watch.tiles) == touching
    for number, tile in watch.tiles.items():  # what the model says of a tile does not depend on the area
        assert tile["caption"] == whole_watch.tiles[number]["caption"]
    captions = {change["caption"] for change in watch.changes}
    assert captions <= {tile["caption"] for tile in watch.tiles.values()}


def test_a_cancelled_run_with_an_area_is_resumed_and_another_area_is_another_run(make_pair, tmp_path, pack, collector):
    pair = make_pair(400, 420)
    spec = spec_of(pair, tmp_path / "run", pack, aoi=triangle_of(pair), block_size=64)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=10))
    other = DescribeOptions(**{**vars(spec), "aoi": None})
    with pytest.raises(InputError, match=r"parameters\.aoi"):
        run_job(other, collector())
    watch = collector()
    assert run_job(spec, watch).tiles == len(watch.tiles)
    assert watch.starts[0].resumed_blocks > 0


def test_inspect_names_the_wanted_tiles(make_pair, pack):
    pair = make_pair(400, 420)
    params = {"before": str(pair[0]), "after": str(pair[1]), "model": str(pack.path), "aoi": triangle_of(pair)}
    _, answer = inspect(params, lambda *_a, **_k: None, lambda: False)
    assert len(answer["data"]["tile_ids"]) == answer["data"]["tiles"] < 72
    del params["aoi"]
    assert inspect(params, lambda *_a, **_k: None, lambda: False)[1]["data"]["tile_ids"] is None


def test_worker_processes_know_the_area_too(make_pair, tmp_path, pack, collector):
    pair, found = make_pair(260, 280), {}
    for executor in ("sequential", "processes"):
        watch = collector()
        aoi = "EPSG:32633;POLYGON ((400020 5799980, 400090 5799990, 400080 5799920, 400020 5799980))"
        more = {"aoi": aoi, "block_size": 128, "executor": executor, "workers": 1}
        spec = spec_of(pair, tmp_path / executor, pack, **more)
        run_job(spec, watch)
        found[executor] = watch.found(), masks(spec).tobytes()
    assert 0 < len(watch.tiles) < 30
    assert found["sequential"] == found["processes"]


def test_the_command_line_takes_a_file_of_polygons(make_pair, tmp_path, pack):
    pair, area, output = make_pair(260, 280), tmp_path / "area.wkt", tmp_path / "out.gpkg"
    area.write_text("EPSG:32633;POLYGON ((400020 5799980, 400090 5799990, 400080 5799920, 400020 5799980))")
    options = ["-o", str(output), "--model", str(pack.path), "--device", "cpu", "--json"]
    ended = CliRunner().invoke(main, ["describe", *map(str, pair), *options, "--aoi", str(area)])
    assert ended.exit_code == 0, ended.output
    tiles = json.loads(ended.stdout.splitlines()[-1])["tiles"]
    assert tiles == len(pyogrio.raw.read(output, layer="tiles", columns=["tile_id"])[2]) < 30
    run = pyogrio.raw.read(output, layer="runs", columns=["parameters"])[3][0][0]
    assert json.loads(run)["aoi"].startswith("POLYGON")
    missing = CliRunner().invoke(main, ["describe", *map(str, pair), *options, "--overwrite", "--aoi", "no.geojson"])
    assert missing.exit_code == 2
    assert "no.geojson does not exist" in missing.stderr


@pytest.mark.parametrize("corners", [4, 6, 20, 500])
def test_polygons_given_as_text_are_no_file_however_long(corners, tmp_path):
    """Texts of 256 to 1,000 letters are longer than any file's name and shorter than the longest path."""
    angles = [2 * math.pi * corner / corners for corner in range(corners)]
    ring = [f"{500_000 + 9 * math.cos(angle)} {5_000_000 + 9 * math.sin(angle)}" for angle in angles]
    text = f"EPSG:32633;POLYGON(({','.join([*ring, ring[0]])}))"
    rasters = [tmp_path / "a.tif", tmp_path / "b.tif"]
    options = DescribeOptions(before=rasters[0], after=rasters[1], aoi=text)
    assert options.sources == rasters
    named = tmp_path / "area.geojson"
    named.write_text("{}")
    assert replace(options, aoi=named).sources == [*rasters, named]
