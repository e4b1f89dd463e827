"""The command line on the pairs that ship, with the model that ships: what `make demo` promises, and more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from pyproj import CRS, Transformer
from rasterio.warp import transform_bounds

EXAMPLES = Path(__file__).resolve().parents[3] / "resources" / "examples"
DEFAULT_PACK = EXAMPLES.parent / "models" / "default"

pytestmark = pytest.mark.skipif(not DEFAULT_PACK.exists(), reason="resources/models/default is not there yet")

TILE_FIELDS = [
    "tile_id", "caption", "changed", "change_score", "changed_fraction", "changed_area_m2", "confidence", "facts",
    "valid_fraction", "skip_reason", "date_before", "date_before_end", "date_after",
    "date_after_end", "dates", "model", "review_status", "caption_edited",
]  # fmt: skip
CHANGE_FIELDS = [
    "change_id", "class", "transition", "area_m2", "perimeter_m", "mean_probability", "objects", "caption", "tile_id",
    "site_id", "date_before", "date_before_end", "date_after", "date_after_end", "dates", "review_status",
]  # fmt: skip


@pytest.fixture(scope="module")
def joplin(describe):
    folder = EXAMPLES / "joplin"
    return describe(folder / "joplin_before_*.tif", folder / "joplin_after_*.tif")


@pytest.fixture(scope="module")
def naip(describe):
    return describe(EXAMPLES / "naip" / "naip_20100629.tif", EXAMPLES / "naip" / "naip_20200831.tif")


@pytest.fixture(params=["joplin", "naip"])
def pair(request):
    return request.getfixturevalue(request.param)


def overlap_in_lonlat(name: str) -> tuple[float, float, float, float]:
    """Bounds of what both dates cover, from the files alone."""
    boxes = []
    for date in ("before", "after") if name == "joplin" else ("2010", "2020"):
        parts = []
        for path in (EXAMPLES / name).glob(f"*_{date}*.tif"):
            with rasterio.open(path) as image:
                parts.append(shapely.box(*transform_bounds(image.crs, "EPSG:4326", *image.bounds)))
        boxes.append(shapely.union_all(parts).envelope)
    return boxes[0].intersection(boxes[1]).bounds


def test_the_run_ends_well_and_says_so_in_one_line_of_json(pair):
    assert pair.code == 0, pair.stderr
    assert len(pair.stdout.strip().splitlines()) == 1
    for key in ("tiles", "changed_tiles", "changes", "changed_area_m2", "device", "duration_s", "outputs"):
        assert key in pair.summary
    assert "Traceback" not in pair.stderr


@pytest.mark.parametrize(("name", "crs"), [("joplin", "EPSG:4326"), ("naip", "EPSG:26914")])
def test_layers_and_mask_lie_on_the_overlap_in_the_crs_of_the_after_date(name, crs, request):
    run = request.getfixturevalue(name)
    assert run.code == 0, run.stderr
    west, south, east, north = overlap_in_lonlat(name)
    margin = 1e-4  # degrees: one or two pixels of the coarser pair
    for layer in ("tiles", "changes"):
        meta, records, wkb = run.layer(layer)
        assert CRS(meta["crs"]) == CRS(crs)
        if not records:
            continue
        to_lonlat = Transformer.from_crs(meta["crs"], "EPSG:4326", always_xy=True)
        moved = shapely.transform(shapely.from_wkb(wkb), to_lonlat.transform, interleaved=False)
        left, bottom, right, top = shapely.total_bounds(moved)
        assert west - margin <= left < right <= east + margin, layer
        assert south - margin <= bottom < top <= north + margin, layer
    with rasterio.open(run.mask) as mask:
        assert mask.crs == rasterio.CRS.from_string(crs)
        bounds = transform_bounds(mask.crs, "EPSG:4326", *mask.bounds)
    assert np.allclose(bounds, (west, south, east, north), atol=margin)


def test_the_geopackage_has_the_published_schema(pair):
    assert pair.code == 0, pair.stderr
    meta, tiles, _ = pair.layer("tiles")
    assert list(meta["fields"]) == TILE_FIELDS
    assert meta["geometry_type"] == "Polygon"
    meta, _, _ = pair.layer("changes")
    assert list(meta["fields"]) == CHANGE_FIELDS
    assert meta["geometry_type"] == "MultiPolygon"
    assert len(tiles) == pair.summary["tiles"]
    assert sum(bool(tile["changed"]) for tile in tiles) == pair.summary["changed_tiles"]
    _, run, _ = pair.layer("runs")
    assert len(run) == 1
    _, styles, _ = pair.layer("layer_styles")
    assert {style["f_table_name"] for style in styles} >= {"sites", "tiles", "changes"}


def test_every_tile_has_a_sentence_and_scores_in_range(pair):
    _, tiles, _ = pair.layer("tiles")
    for tile in tiles:
        assert tile["caption"]
        for score in ("change_score", "changed_fraction", "confidence", "valid_fraction"):
            assert 0 <= tile[score] <= 1, (score, tile)


def test_the_dates_are_those_of_the_files(joplin, naip):
    _, tiles, _ = naip.layer("tiles")
    days = {(str(tile["date_before"])[:10], str(tile["date_after"])[:10]) for tile in tiles}
    assert days == {("2010-06-29", "2020-08-31")}
    _, (run,), _ = joplin.layer("runs")
    spans = [datetime.fromisoformat(str(run[key])[:19]) for key in ("date_before", "date_after")]
    assert [span.year for span in spans] == [2007, 2011]
    _, tiles, _ = joplin.layer("tiles")
    _, changes, _ = joplin.layer("changes")
    for record in (*tiles, *changes, run):
        assert record["dates"] == "2007–2010 → 2011-05"
        assert (str(record["date_before_end"])[:10], str(record["date_after_end"])[:10]) == ("2010-12-31", "2011-05-31")


def test_different_tiles_get_different_captions(joplin):
    _, tiles, _ = joplin.layer("tiles")
    assert len({tile["caption"] for tile in tiles if not tile["skip_reason"]}) > 1


def test_the_mask_is_a_valid_cloud_optimised_geotiff(pair):
    with rasterio.open(pair.mask) as mask:
        assert mask.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert mask.profile["tiled"]
        assert mask.nodata is not None
        assert mask.overviews(1) or max(mask.shape) <= 512
        assert (mask.read(1) != mask.nodata).any()
        assert (mask.count, mask.dtypes, mask.colorinterp[0].name) == (1, ("uint8",), "palette")
    header = pair.mask.read_bytes()[:400]
    assert b"GDAL_STRUCTURAL_METADATA" in header
    assert b"LAYOUT=IFDS_BEFORE_DATA" in header


def test_the_report_is_one_file_that_names_both_dates(joplin):
    text = joplin.report.read_text(encoding="utf-8")
    assert "2011" in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "<img" in text or "<svg" in text


def test_a_second_run_says_the_same(naip, describe):
    again = describe(EXAMPLES / "naip" / "naip_20100629.tif", EXAMPLES / "naip" / "naip_20200831.tif")
    assert again.code == 0, again.stderr
    for layer in ("sites", "tiles", "changes"):
        _, first, geometry = naip.layer(layer)
        assert len(first) > 1
        _, second, geometry_again = again.layer(layer)
        assert first == second
        assert list(geometry) == list(geometry_again)
