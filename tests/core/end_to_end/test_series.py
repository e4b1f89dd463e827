"""Time series: squares painted at known places in known years, described pair by pair into one result."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.lock import hold_lock
from describe_changes.core.jsonable import to_jsonable
from describe_changes.core.pipeline.job import SilentObserver
from describe_changes.core.service.operations import OPERATIONS
from describe_changes.core.service.timeseries import series_options
from describe_changes.core.timeseries.job import open_epochs
from describe_changes.core.timeseries.runner import run_series, series_folder_of
from rasterio.warp import Resampling, reproject, transform

SIZE = 160
LEFT, TOP = 367_000.0, 4_104_000.0
NORTH_UP = Affine.translation(LEFT, TOP) @ Affine.scale(1.0, -1.0)
A, B = (10, 10, 20, 20), (100, 90, 16, 10)  # row, column, height, width; 400 m² and 160 m²
LANDSAT = Path(__file__).resolve().parents[4] / "shared" / "data" / "georeferenced" / "landsat"


def write(path: Path, *squares: tuple[int, int, int, int], crs: str = "EPSG:32615", shift: float = 0.0) -> Path:
    pixels = np.full((3, SIZE, SIZE), 64, np.uint8)
    for row, col, height, width in squares:
        pixels[:, row : row + height, col : col + width] = 192
    profile = {"driver": "GTiff", "count": 3, "height": SIZE, "width": SIZE, "dtype": "uint8"}
    with rasterio.open(path, "w", crs=crs, transform=Affine.translation(shift, 0) @ NORTH_UP, **profile) as image:
        image.write(pixels)
    return path


@pytest.fixture
def years(tmp_path) -> SimpleNamespace:
    """A is built between 2001 and 2003, B between 2003 and 2006."""
    return SimpleNamespace(
        first=write(tmp_path / "town_2001.tif"),
        second=write(tmp_path / "town_2003-05-07.tif", A),
        third=write(tmp_path / "town_2006.tif", A, B),
    )


@pytest.fixture
def series(years, tmp_path, difference_pack, command_line):
    """Return a function that runs ``describe-changes series`` on the three years."""

    def run(*options: object, rasters=None, output: str = "series.gpkg"):
        given = rasters or (years.third, years.first, years.second)
        how = ("--model", difference_pack.path, "--device", "cpu", "--block-size", "64")
        return command_line("series", *given, "-o", tmp_path / output, *how, *options)

    return run


def test_what_is_known_of_each_layer_reaches_its_pairs(years, tmp_path, difference_pack):
    """The file of 2003 lies in another zone by mistake, and 192, its bright square, is said to be no data in 2006."""
    second = write(tmp_path / "moved_2003.tif", A, crs="EPSG:32616")
    params = {
        "rasters": [str(years.first), str(second), str(years.third)],
        "crs_each": ["", "EPSG:32615", None],
        "nodata_each": [None, "", "192"],
        "bands_each": ["", "3,2,1", ""],
        "model": str(difference_pack.path),
    }
    spec = series_options({**params, "output": str(tmp_path / "s.gpkg"), "device": "cpu"})
    summary = run_series(spec, SimpleNamespace(
        planned=lambda *_: None, watch=lambda _: SilentObserver(), described=lambda _: None, warning=lambda _: None,
        is_cancelled=lambda: False,
    ))  # fmt: skip
    assert [found.run.changes for found in summary.pairs] == [1, 0]
    told = [found.run.parameters for found in summary.pairs]
    assert [(run["crs_before"], run["crs_after"]) for run in told] == [(None, "EPSG:32615"), ("EPSG:32615", None)]
    assert [(run["nodata_before"], run["nodata_after"]) for run in told] == [(None, None), (None, "192")]
    assert [run["bands_before"] for run in told] == [[1, 2, 3], [3, 2, 1]]
    with pytest.raises(InputError, match="“crs_each” must have one entry for each of the 3 rasters"):
        series_options({**params, "crs_each": ["EPSG:32615"]})


def test_a_reference_system_can_be_given_per_raster_on_the_command_line(series, years, tmp_path):
    ended = series("--crs", f"{years.second.name}=EPSG:32616")
    assert ended.code == 2
    assert "do not overlap" in ended.message
    ended = series("--crs", f"{years.second.name}=EPSG:32615")
    assert ended.code == 0, ended.message
    assert "RASTER=CRS" in series("--crs", "EPSG:32615").message


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as database:
        return database.execute(sql).fetchall()


def layer(path: Path, name: str) -> list[dict[str, Any]]:
    meta, _, wkb, columns = pyogrio.raw.read(path, layer=name, datetime_as_string=True)
    named = [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]
    return [{**row, "geometry": shape} for row, shape in zip(named, shapely.from_wkb(wkb), strict=True)]


def test_consecutive_pairs_become_one_result(series, tmp_path):
    ended = series("--csv", tmp_path / "s.csv", "--chart", tmp_path / "s.html")
    assert ended.code == 0, ended.message
    output = tmp_path / "series.gpkg"
    found = rows(output, "select pair, substr(date_before, 1, 10), substr(date_after, 1, 10), class, transition, "
                 "round(changed_area_m2), changes, changed_tiles from summary order by pair")  # fmt: skip
    assert [row[:5] for row in found] == [
        (1, "2001-01-01", "2003-05-07", "change", ""),
        (2, "2003-05-07", "2006-01-01", "change", ""),
    ]
    assert [row[6] for row in found] == [1, 1]
    assert [row[5] for row in found] == pytest.approx([400, 160], rel=0.01)
    # Tiles of 64 px at a stride of 48 have cells that end at 56, 104, …: A lies in the first only, B (columns 90 to 99,
    # rows 100 to 115) in the second column, in the second and third row.
    assert [row[7] for row in found] == [1, 2]
    tiles, changes = layer(output, "tiles"), layer(output, "changes")
    assert sorted(tile["tile_id"] for tile in tiles) == list(range(18))
    spans = Counter((tile["date_before"][:10], tile["date_after"][:10]) for tile in tiles)
    assert spans == {("2001-01-01", "2003-05-07"): 9, ("2003-05-07", "2006-01-01"): 9}
    by_number = {tile["tile_id"]: tile for tile in tiles}
    assert [change["change_id"] for change in changes] == [0, 1]
    for change in changes:
        tile = by_number[change["tile_id"]]
        assert (tile["date_before"], tile["date_after"]) == (change["date_before"], change["date_after"])
        assert tile["geometry"].intersects(change["geometry"])
    centre = changes[1]["geometry"].centroid
    assert (centre.x, centre.y) == pytest.approx((LEFT + 95, TOP - 108), abs=1)
    assert [Path(name).name for (name,) in rows(output, "select before from runs")] == [
        "town_2001.tif", "town_2003-05-07.tif"
    ]  # fmt: skip
    assert {name for (name,) in rows(output, "select f_table_name from layer_styles")} == {"sites", "tiles", "changes"}
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [(row["pair"], row["class"], row["changes"]) for row in table] == [
        ("1", "change", "1"),
        ("2", "change", "1"),
    ]
    assert float(table[0]["changed_area_m2"]) == pytest.approx(400, rel=0.01)
    assert "2003-05-07" in (tmp_path / "s.html").read_text(encoding="utf-8")
    assert not series_folder_of(output).exists()


def test_zones_are_told_pair_by_pair_and_add_up(series, tmp_path):
    """The line between both zones cuts A, columns 10 to 29, in its middle; B lies in the east."""
    west, east = (shapely.box(LEFT + left, TOP - SIZE, LEFT + right, TOP) for left, right in ((0, 20), (20, SIZE)))
    file = tmp_path / "wards.gpkg"
    wkb, names = shapely.to_wkb(np.array([east, west], object)), [np.array(["East", "West"], object)]
    pyogrio.raw.write(file, wkb, names, ["ward"], geometry_type="Polygon", crs="EPSG:32615", driver="GPKG")
    ended = series("--zones", file, "--zone-name", "ward")
    assert ended.code == 0, ended.message
    found = rows(tmp_path / "series.gpkg", "select zone_id, name, substr(dates, 1, 4), sites, changed_area_m2, "
                 "area_examined_m2 from zones order by fid")  # fmt: skip
    assert [row[:4] for row in found] == [
        (0, "East", "2001", 1), (1, "West", "2001", 1), (0, "East", "2003", 1), (1, "West", "2003", 0),
    ]  # fmt: skip
    assert [row[4] for row in found] == pytest.approx([200, 200, 160, 0], rel=0.03)
    assert [row[5] for row in found] == pytest.approx([140 * SIZE, 20 * SIZE] * 2, rel=0.01)
    (whole,) = rows(tmp_path / "series.gpkg", "select sum(changed_area_m2) from runs")
    assert sum(row[4] for row in found) == pytest.approx(whole[0])
    table = series("--zones", file, "--zone-name", "ward", "--layer", "zones", output="zones.csv")
    assert table.code == 0, table.message
    with (tmp_path / "zones.csv").open(encoding="utf-8-sig", newline="") as text:
        assert [row["name"] for row in csv.DictReader(text)] == ["East", "West", "East", "West"]
    refused = series("--zones", file, "--zone-name", "parish", output="other.gpkg")
    assert refused.code == 2
    assert "has no field “parish”" in refused.message


def test_pairs_are_described_anew_when_the_zones_were_drawn_anew(years, tmp_path, difference_pack):
    """The file has the same name, and other polygons."""
    file = tmp_path / "wards.geojson"
    planned = []
    for right in (40, 80):
        box = shapely.box(LEFT, TOP - SIZE, LEFT + right, TOP)
        polygon = {"type": "Feature", "properties": {"ward": "one"}, "geometry": shapely.geometry.mapping(box)}
        named = {"type": "name", "properties": {"name": "EPSG:32615"}}
        file.write_text(json.dumps({"type": "FeatureCollection", "crs": named, "features": [polygon]}))
        params = {"rasters": [str(years.first), str(years.second)], "zones": str(file), "zone_name": "ward",
                  "model": str(difference_pack.path), "device": "cpu", "output": str(tmp_path / "s.gpkg")}  # fmt: skip
        observer = SimpleNamespace(planned=lambda pairs, crs: planned.append(pairs[0].file), is_cancelled=lambda: True)
        with pytest.raises(Cancelled):
            run_series(series_options(params), observer)
    assert planned[0].name != planned[1].name


def test_against_the_first_every_pair_begins_there(series, tmp_path):
    ended = series("--reference", "first")
    assert ended.code == 0, ended.message
    found = rows(tmp_path / "series.gpkg", "select substr(date_before, 1, 4), substr(date_after, 1, 4), changes, "
                 "changed_area_m2 from summary order by pair")  # fmt: skip
    assert [row[:3] for row in found] == [("2001", "2003", 1), ("2001", "2006", 2)]
    assert [row[3] for row in found] == pytest.approx([400, 560], rel=0.01)


class Watching(SilentObserver):
    """Keeps what it is told, and cancels at a tile of one pair."""

    def __init__(self, cancel_in: int = 0) -> None:
        self.cancel_in, self.watched, self.resumed_blocks, self.done = cancel_in, [], {}, []
        self.pair, self.tiles, self.stop = 0, [], False

    def planned(self, pairs, crs):
        self.planned_pairs = [(pair.number, pair.finished) for pair in pairs]

    def watch(self, pair):
        self.pair = pair.number
        self.watched.append(pair.number)
        return self

    def described(self, findings):
        self.done.append((findings.number, findings.resumed))

    def started(self, start):
        self.resumed_blocks[self.pair] = start.resumed_blocks

    def tile(self, record):
        self.tiles.append(record.tile_id)
        self.stop = self.pair == self.cancel_in

    def is_cancelled(self):
        return self.stop


@pytest.fixture
def spec(years, tmp_path, difference_pack):
    def make(output, **options):
        given = {"rasters": [str(years.first), str(years.second), str(years.third)], "model": str(difference_pack.path),
                 "device": "cpu", "block_size": 64, "output": str(tmp_path / output)}  # fmt: skip
        return series_options({**given, **options})

    return make


def test_a_finished_pair_is_not_computed_again_and_the_other_goes_on(spec, tmp_path):
    stopped = Watching(cancel_in=2)
    with pytest.raises(Cancelled):
        run_series(spec("s.gpkg"), stopped)
    assert stopped.done == [(1, False)]
    assert not (tmp_path / "s.gpkg").exists()
    assert len(list(series_folder_of(tmp_path / "s.gpkg").glob("pair-*.gpkg"))) == 1
    again = Watching()
    summary = run_series(spec("s.gpkg"), again)
    assert again.planned_pairs == [(1, True), (2, False)]
    assert again.watched == [2]
    assert again.resumed_blocks[2] > 0
    assert again.done == [(1, True), (2, False)]
    assert summary.resumed_pairs == 1
    assert sorted(again.tiles) == list(range(9, 18))  # numbered on after the first pair's nine
    afresh = Watching()
    run_series(spec("afresh.gpkg"), afresh)
    assert afresh.watched == [1, 2]
    for name in ("tiles", "changes"):
        assert content(tmp_path / "s.gpkg", name) == content(tmp_path / "afresh.gpkg", name)
    assert rows(tmp_path / "s.gpkg", "select * from summary") == rows(tmp_path / "afresh.gpkg", "select * from summary")


@pytest.mark.parametrize("damage", ["empty", "half", "text", "no run"])
def test_a_damaged_pair_is_named_with_the_way_out(spec, tmp_path, damage):
    """Nothing is overwritten, and doing what the sentence says gives the whole result."""
    with pytest.raises(Cancelled):
        run_series(spec("s.gpkg"), Watching(cancel_in=2))
    (pair,) = series_folder_of(tmp_path / "s.gpkg").glob("pair-*.gpkg")
    if damage == "no run":
        with closing(sqlite3.connect(pair)) as file, file:
            file.execute("DROP TABLE runs")
            file.execute("DELETE FROM gpkg_contents WHERE table_name = 'runs'")
    else:
        whole = pair.read_bytes()
        pair.write_bytes({"empty": b"", "half": whole[: len(whole) // 2], "text": b"no database\n" * 999}[damage])
    broken = pair.read_bytes()
    with pytest.raises(InputError) as caught:
        run_series(spec("s.gpkg"), Watching())
    assert str(pair) in str(caught.value)
    assert "Delete that file and run the same command again" in str(caught.value)
    assert pair.read_bytes() == broken
    assert not (tmp_path / "s.gpkg").exists()
    pair.unlink()
    again = Watching()
    summary = run_series(spec("s.gpkg"), again)
    assert again.watched == [1, 2]
    assert (summary.tiles, summary.changes) == (18, 2)


def content(path: Path, name: str) -> list[str]:
    return [repr({**row, "geometry": row["geometry"].wkt}) for row in layer(path, name)]


def test_a_changed_raster_or_option_is_computed_again(spec, years):
    with pytest.raises(Cancelled):
        run_series(spec("s.gpkg"), Watching(cancel_in=2))
    other_option = Watching(cancel_in=1)
    with pytest.raises(Cancelled):
        run_series(spec("s.gpkg", threshold=0.9), other_option)
    assert other_option.planned_pairs == [(1, False), (2, False)]
    write(years.first, B)
    other_pixels = Watching(cancel_in=1)
    with pytest.raises(Cancelled):
        run_series(spec("s.gpkg"), other_pixels)
    assert other_pixels.planned_pairs == [(1, False), (2, False)]


def test_rasters_in_several_crss_come_out_in_that_of_the_latest(series, years, tmp_path):
    step = 1e-5  # degrees, about a metre
    (west,), (north,) = transform("EPSG:32615", "EPSG:4326", [LEFT], [TOP])
    degrees = Affine.translation(west, north) @ Affine.scale(step, -step)
    pixels = np.zeros((3, 170, 200), np.uint8)
    with rasterio.open(years.third) as source:
        reproject(source.read(), pixels, src_crs=source.crs, src_transform=source.transform, dst_crs="EPSG:4326",
                  dst_transform=degrees, resampling=Resampling.nearest)  # fmt: skip
    profile = {"driver": "GTiff", "count": 3, "height": 170, "width": 200, "dtype": "uint8", "nodata": 0}
    with rasterio.open(tmp_path / "degrees_2006.tif", "w", crs="EPSG:4326", transform=degrees, **profile) as target:
        target.write(pixels)
    ended = series(rasters=(years.first, years.second, tmp_path / "degrees_2006.tif"))
    assert ended.code == 0, ended.message
    assert pyogrio.read_info(tmp_path / "series.gpkg", layer="changes")["crs"] == "EPSG:4326"
    first = layer(tmp_path / "series.gpkg", "changes")[0]
    (x,), (y,) = transform("EPSG:32615", "EPSG:4326", [LEFT + 20], [TOP - 20])
    assert (first["geometry"].centroid.x, first["geometry"].centroid.y) == pytest.approx((x, y), abs=1e-5)
    assert first["area_m2"] == pytest.approx(400, rel=0.01)


@pytest.mark.parametrize(
    ("rasters", "options", "sentence"),
    [
        (("first",), (), "at least two rasters"),
        (("first", "undated"), (), "Nothing says when undated.tif (raster 2) was taken"),
        (("first", "second", "same"), (), "town_2003-05-07.tif and other_2003-05-07.tif are both dated 2003-05-07"),
        (("first", "second", "first"), (), "town_2001.tif is in the series twice"),
        (("first", "second", "far"), (), "do not overlap"),
        (("first", "second"), ("--date", "nobody.tif=2004"), "“nobody.tif” in --date nobody.tif=2004 names none"),
        (("first", "second"), ("--date", "2004"), "write RASTER=DATE"),
        (("first", "second"), ("--date", "town_2001.tif=soon"), "“soon” is not a date"),
        (("first", "second"), ("--chart", "chart.png"), "end it in .html or .htm or .svg"),
        (("first", "second"), ("--csv", "no/where.csv"), "does not exist; create it"),
        (("first", "absent"), (), "check the path of the “raster 2” raster"),
    ],
)
def test_what_cannot_be_a_series_is_a_sentence(series, years, tmp_path, rasters, options, sentence):
    write(tmp_path / "undated.tif", A)
    write(tmp_path / "other_2003-05-07.tif", A)
    write(tmp_path / "far_2006.tif", A, shift=50_000)
    places = {**vars(years), "undated": tmp_path / "undated.tif", "same": tmp_path / "other_2003-05-07.tif",
              "far": tmp_path / "far_2006.tif", "absent": tmp_path / "absent.tif"}  # fmt: skip
    ended = series(*options, rasters=[places[name] for name in rasters])
    assert (ended.code, sentence in ended.message) == (2, True), ended.message
    assert "Traceback" not in ended.message
    assert not (tmp_path / "series.gpkg").exists()


def test_one_raster_under_two_dates_is_refused(years):
    spec = series_options(
        {
            "rasters": [str(years.first), str(years.second), str(years.first)],
            "dates": ["", "", "2010"],
            "output": "s.gpkg",
        }
    )
    with pytest.raises(InputError, match=r"town_2001\.tif is in the series twice"):
        open_epochs(spec)


def test_a_date_on_the_command_line_orders_the_series(series, years, tmp_path):
    undated = write(tmp_path / "undated.tif", A, B)
    ended = series("--date", f"{undated}=2002-06", rasters=(years.first, years.second, undated))
    assert ended.code == 0, ended.message
    found = rows(tmp_path / "series.gpkg", "select substr(date_before, 1, 7), substr(date_after, 1, 7) from runs")
    assert found == [("2001-01", "2002-06"), ("2002-06", "2003-05")]


def test_two_series_into_one_file_the_second_is_refused(series, tmp_path):
    folder = series_folder_of(tmp_path / "series.gpkg")
    folder.mkdir()
    with hold_lock(folder / "lock"):
        ended = series()
    assert ended.code == 2
    assert "in use" in ended.message


def test_the_worker_tells_pair_by_pair(years, difference_pack):
    events = []
    params = {"rasters": [str(years.first), str(years.second), str(years.third)], "dates": ["", "2003-05", ""],
              "model": str(difference_pack.path), "device": "cpu"}  # fmt: skip
    last, fields = OPERATIONS["series"](
        params, lambda event, **values: events.append({"event": event, **values}), lambda: False
    )
    events = json.loads(json.dumps(to_jsonable([*events, {"event": last, **fields}]), allow_nan=False))
    kinds = [event["event"] for event in events]
    assert kinds[0] == "series"
    assert [pair["to"] for pair in events[0]["pairs"]] == ["2003-05", "2006"]
    assert [event["pair"] for event in events if event["event"] == "started"] == [1, 2]
    tiles = [event for event in events if event["event"] == "tile"]
    assert [event["tile"]["tile_id"] for event in tiles] == list(range(18))
    assert [event["pair"] for event in tiles] == [1] * 9 + [2] * 9
    pairs = [event for event in events if event["event"] == "pair"]
    assert [pair["classes"][0]["changes"] for pair in pairs] == [1, 1]
    assert pairs[1]["classes"][0]["colour"].startswith("#")
    assert events[-1]["summary"]["pairs"] == [{k: v for k, v in pair.items() if k != "event"} for pair in pairs]
    assert events[-1]["summary"]["outputs"] == {}


def test_the_worker_says_when_rasters_were_taken(years, tmp_path):
    undated = write(tmp_path / "undated.tif")
    _, fields = OPERATIONS["dates"](
        {"rasters": [str(years.second), str(undated), str(tmp_path / "absent.tif")]}, lambda *_: None, lambda: False
    )
    dated, without, absent = fields["data"]
    assert (dated["date"], dated["problem"]) == ("2003-05-07", "")
    assert "town_2003-05-07.tif" in dated["source"]
    assert (without["date"], without["problem"]) == ("", "")
    assert "absent.tif does not exist" in absent["problem"]


@pytest.mark.skipif(not LANDSAT.exists(), reason=f"{LANDSAT} is absent")
def test_landsat_is_described_with_a_warning(command_line, tmp_path):
    years = [LANDSAT / f"{year}.tif" for year in (2020, 1985, 2000)]
    ended = command_line("series", *years, "-o", tmp_path / "s.gpkg", "--chart", tmp_path / "s.html", "--device", "cpu")
    assert ended.code == 0, ended.message
    assert ended.message.count("outside what the model was trained on") == 1
    assert "outside what the model was trained on" in (tmp_path / "s.html").read_text(encoding="utf-8")
    found = rows(tmp_path / "s.gpkg", "select substr(date_before, 1, 4), substr(date_after, 1, 4) from runs")
    assert found == [("1985", "2000"), ("2000", "2020")]
