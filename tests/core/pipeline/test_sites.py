"""Sites of a run: one per place whatever the blocks, with figures that add up over sites, areas and mask."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job

from ..tiny_runs import write_raster

SIZE = 400
SQUARES = [(20, 20), (120, 118), (125, 300), (250, 124), (256, 256), (380, 10)]
"""Row and column of squares of 16 pixels; blocks of 128 pixels cut most of them."""
DEGREES = Affine(5e-6, 0, 10.0, 0, -5e-6, 60.0)


@pytest.fixture(autouse=True)
def _seeing(monkeypatch):
    """A model that sees a new building wherever the pixels differ."""
    from describe_changes.core.predict import predictor

    def encode(self, images, valid, check=None):
        found = []
        for pair in images:
            differs = (pair[0] != pair[1]).any(axis=0)
            probabilities = np.zeros((len(self.channels), *differs.shape), np.float32)
            probabilities[0][differs] = 1.0
            said = ("a house appears", 0.9, 0.9) if differs.any() else ("the scene is the same as before", 0.0, 0.9)
            gate = "" if differs.any() else "identical"
            found.append(predictor.EncodedTile(predictor.TilePrediction(*said, probabilities, gate)))
        return found

    monkeypatch.setattr(predictor.Predictor, "encode", encode)


def pair_of(folder: Path, squares, side: int = 16, **more) -> tuple[Path, Path]:
    rng = np.random.default_rng(0)
    before = rng.integers(0, 200, (3, SIZE, SIZE), dtype=np.uint8)
    after = before.copy()
    for row, col in squares:
        after[:, row : row + side, col : col + side] += 40
    return (
        write_raster(folder / "a_2012-05-01.tif", before, **more),
        write_raster(folder / "b_2017-05-01.tif", after, **more),
    )


def options(pair, folder: Path, pack, **more) -> DescribeOptions:
    folder.mkdir(exist_ok=True, parents=True)
    given = {"model": pack.path, "device": "cpu", "block_size": 128, "outputs": {"mask": folder / "mask.tif"}, **more}
    return DescribeOptions(*pair, folder / "out.gpkg", **given)


def told(sites) -> list[tuple]:
    return [(s.site_id, s.description, s.place, s.changes, round(s.changed_area_m2, 3), s.geometry.wkb) for s in sites]


@pytest.mark.parametrize("place", [{}, {"transform": DEGREES, "crs": "EPSG:4326"}], ids=["metres", "degrees"])
def test_k_squares_are_k_sites_and_all_figures_agree(tmp_path, pack, place, collector):
    pair = pair_of(tmp_path, SQUARES, **place)
    watch = collector()
    spec = options(pair, tmp_path / "run", pack)
    summary = run_job(spec, watch)
    result = read_result(spec.output)
    sites, changes = list(result.sites()), list(result.changes())
    assert summary.sites == result.run.sites == len(sites) == len(watch.sites) == len(SQUARES)
    assert [site.site_id for site in sites] == list(range(len(SQUARES)))
    assert [change.site_id for change in changes] == list(range(len(SQUARES)))
    assert {site.description.split(",")[0] for site in sites} == {"1 new building"}
    assert {site.description_source for site in sites} == {"measured"}
    with rasterio.open(spec.outputs["mask"]) as mask:
        pixels = int((mask.read(1) == 1).sum())
    assert pixels == len(SQUARES) * 16 * 16
    areas = [site.changed_area_m2 for site in sites]
    assert sum(areas) == pytest.approx(sum(change.area_m2 for change in changes), rel=1e-12)
    assert sum(areas) == pytest.approx(summary.changed_area_m2, rel=1e-12)
    if not place:
        assert sum(areas) == pytest.approx(pixels * 0.25, rel=1e-3)  # UTM near its meridian: 0.9996²
    assert [site.classes[0]["changed_area_m2"] for site in sites] == areas
    assert [event["site_id"] for event in watch.sites] == list(range(len(SQUARES)))
    assert watch.sites[0]["wkt"].startswith("MULTIPOLYGON")


def test_blocks_and_executors_leave_no_trace(tmp_path, pack):
    pair = pair_of(tmp_path, [*SQUARES, (139, 118), (136, 134)])
    found = []
    for size in (64, 128, 2048):
        spec = options(pair, tmp_path / str(size), pack, block_size=size)
        run_job(spec)
        found.append(told(read_result(spec.output).sites()))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == len(SQUARES)  # the two further ones lie within two metres of one


def test_the_distance_decides_what_is_one_site(tmp_path, pack):
    pair = pair_of(tmp_path, [(100, 100), (100, 122), (100, 150)])  # 6 and 12 pixels of 0.5 m apart
    counts = {}
    for distance in (None, 2.9, 3.1, 6.5):
        spec = options(pair, tmp_path / str(distance), pack, site_distance=distance)
        counts[distance] = run_job(spec).sites
    assert counts == {None: 3, 2.9: 3, 3.1: 2, 6.5: 1}


def test_a_site_is_the_union_of_its_areas_and_says_where_it_lies(tmp_path, pack):
    spec = options(pair_of(tmp_path, [(20, 20), (20, 38), (380, 380)]), tmp_path / "run", pack)
    run_job(spec)
    result = read_result(spec.output)
    first, second = result.sites()
    mine = [change.geometry for change in result.changes() if change.site_id == 0]
    assert len(mine) == first.changes == 2
    assert shapely.equals(shapely.union_all(mine), first.geometry)
    assert (first.place, second.place) == ("north-west", "south-east")
    assert first.description == "2 new buildings, 128 m²"
    assert first.dates == "2012-05-01 → 2017-05-01"


@pytest.mark.parametrize(("value", "sentence"), [(-1.0, "--site-distance -1 is out of range"), (1e6, "out of range")])
def test_an_impossible_distance_is_refused(tmp_path, pack, value, sentence):
    with pytest.raises(InputError, match=sentence):
        run_job(options(pair_of(tmp_path, []), tmp_path / "run", pack, site_distance=value))


def test_unknown_outlines_are_refused(tmp_path, pack):
    with pytest.raises(InputError, match="clean, square or raw, not “round”"):
        run_job(options(pair_of(tmp_path, []), tmp_path / "run", pack, outlines="round"))


def test_raw_outlines_follow_the_pixels(tmp_path, pack):
    rows = [(100 + step, 100 + step) for step in range(40)]  # a diagonal of pixels 16 wide
    pair = pair_of(tmp_path, rows, side=8)
    lengths = {}
    for outlines in ("raw", "clean"):
        spec = options(pair, tmp_path / outlines, pack, outlines=outlines)
        run_job(spec)
        (change,) = read_result(spec.output).changes()
        lengths[outlines] = change.perimeter_m
        assert change.area_m2 == pytest.approx(0.25 * (8 * 8 + 39 * 15), rel=1e-3)
    assert lengths["raw"] == pytest.approx(4 * 47 * 0.5, rel=1e-3)
    assert lengths["clean"] < 0.8 * lengths["raw"]


def test_nothing_changed_is_an_empty_layer(tmp_path, pack):
    spec = options(pair_of(tmp_path, []), tmp_path / "run", pack)
    assert run_job(spec).sites == 0
    assert list(read_result(spec.output).sites()) == []


def test_a_verdict_on_a_site_is_kept_by_the_same_job(tmp_path, pack):
    spec = options(pair_of(tmp_path, SQUARES), tmp_path / "run", pack, overwrite=True)
    run_job(spec)
    with contextlib.closing(sqlite3.connect(spec.output)) as file:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            file.create_function(name, 1, lambda _: 0)
        file.execute("UPDATE sites SET review_status = 'accepted', description_edited = 'a school' WHERE site_id = 2")
        file.commit()
    summary = run_job(replace(spec, outputs={}))
    assert any("holds an analyst's work" in text for text in summary.warnings)
    assert [site.description_edited for site in read_result(spec.output).sites()] == ["", "", "a school", "", "", ""]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("inside", [False, True], ids=["all of it", "area of interest"])
def test_nothing_is_called_changed_with_no_ground(tmp_path, pack, seed, inside):
    """Squares of any size anywhere, most of them in overlaps of tiles, many smaller than the smallest changed area."""
    rng = np.random.default_rng(seed)
    rasters = pair_of(tmp_path, [])
    with rasterio.open(rasters[1], "r+") as raster:
        pixels = raster.read()
        for _ in range(60):
            row, col, side = *rng.integers(0, SIZE - 12, 2), rng.integers(1, 12)
            pixels[:, row : row + side, col : col + side] += 40
        raster.write(pixels)
    left, top = 400000 + 31, 5800000 - 17
    area = f"EPSG:32633;POLYGON(({left} {top}, {left + 90} {top}, {left + 110} {top - 140}, {left} {top}))"
    spec = options(rasters, tmp_path / "run", pack, min_area=6.0, **({"aoi": area} if inside else {}))
    summary = run_job(spec)
    result = read_result(spec.output)
    tiles, sites, changes = list(result.tiles()), list(result.sites()), list(result.changes())
    assert len(sites) == summary.sites > 3
    assert all(tile.changed == (tile.changed_area_m2 > 0) for tile in tiles)
    assert min(site.changed_area_m2 for site in sites) >= 6.0 * 0.999
    assert min(change.area_m2 for change in changes) >= 6.0 * 0.999
    assert all(entry["changed_area_m2"] > 0 and entry["changes"] > 0 for site in sites for entry in site.classes)
    for layer in (tiles, sites):
        assert sum(one.changed_area_m2 for one in layer) == pytest.approx(summary.changed_area_m2, rel=1e-5)
