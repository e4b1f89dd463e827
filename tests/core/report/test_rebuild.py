"""Reports of stored results: what a review has changed, what a file lacks, and how a browser takes the page."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from click.testing import CliRunner
from describe_changes import cli
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.report.content import aggregate, axis, report_context
from describe_changes.core.report.rebuild import ReportOptions, rebuild_report, report_options
from describe_changes.core.service.operations import OPERATIONS
from pyproj import Transformer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NASTY = "<script>document.title='run';alert(1)</script><img src=http://example.org/x.png onerror=alert(2)> Łódź & “é”"


@pytest.fixture
def stored(tmp_path, records):
    """A result of six sites with its rasters and verdicts on three of them."""
    return store(tmp_path, records)


@pytest.fixture
def of_old(tmp_path, records):
    """The same from before there were sites: 16 tiles, every third changed, with verdicts on three of them."""
    (tmp_path / "old").mkdir()
    return store(tmp_path / "old", records, by_site=False)


def store(tmp_path, records, by_site=True):
    for name, grey in (("vor ü.tif", 60), ("nach.tif", 180)):
        with rasterio.open(
            tmp_path / name, "w", driver="GTiff", width=400, height=400, count=3, dtype="uint8",
            crs="EPSG:32615", transform=records.grid.transform, photometric="RGB",
        ) as target:  # fmt: skip
            target.write(np.full((3, 400, 400), grey, np.uint8))
    run = records.run(before=str(tmp_path / "vor ü.tif"), after=str(tmp_path / "nach.tif"))
    verdicts = {
        0: {"review_status": "accepted"},
        3: {"review_status": "rejected"},
        6: {"review_status": "edited", "caption_edited": NASTY},
        9: {"review_status": None},
    }
    tiles = [replace(records.tile(n), **verdicts.get(n, {})) for n in range(16)]
    owners = {0: 0, 1: 0, 2: 3, 3: 6, 4: 9}
    changes = [
        replace(records.change(n), tile_id=owners[n], review_status="rejected" if n == 1 else "") for n in owners
    ]
    path = tmp_path / "result.gpkg"
    if not by_site:
        write_geopackage(path, run, tiles, changes, records.crs)
        return path
    sites = []
    for number in range(0, 16, 3):
        verdict = dict(verdicts.get(number, {}))
        verdict["description_edited"] = verdict.pop("caption_edited", "")
        sites.append(records.site(number, **{**verdict, "review_status": verdict.get("review_status") or ""}))
    changes = [replace(change, site_id=change.tile_id, tile_id=15 - change.tile_id) for change in changes]
    write_geopackage(path, run, tiles, changes, records.crs, sites=sites)
    return path


def tell(path, **options):
    return rebuild_report(ReportOptions(path, **options))


def test_reads_back_what_was_written(stored, records):
    result = read_result(stored)
    tiles, changes = list(result.tiles()), list(result.changes())
    assert result.run.channels == records.channels
    assert result.run.width == 400
    assert result.run.timings == {"read": 1.0, "describe": None}
    assert [tile.tile_id for tile in tiles] == list(range(16))
    assert tiles[6].caption_edited == NASTY
    assert tiles[9].review_status == ""
    assert tiles[0].geometry.equals(records.tile(0).geometry)
    assert tiles[0].date_after == records.after.replace(tzinfo=None)
    assert [change.class_name for change in changes] == ["building"] * 5
    assert changes[1].review_status == "rejected"


@pytest.mark.parametrize(
    ("review", "sites", "areas"), [("all", [15, 12, 9, 6, 3, 0], 5), ("not-rejected", [15, 12, 9, 6, 0], 3),
                                   ("accepted", [6, 0], 2)],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["stored", "of_old"])
def test_selections_keep_the_sites_and_areas_they_name(request, kind, review, sites, areas):
    said = tell(request.getfixturevalue(kind), review=review)
    noun = {"stored": "site", "of_old": "tile"}[kind]
    assert said["noun"] == noun
    assert [site["site_id"] for site in said["sites"]] == sites
    assert sum(row["count"] for row in said["classes"]) == areas
    assert f"{len(sites)} {noun}s " in said["verdict"]
    assert f"{200 * areas:,} m²" in said["verdict"]
    assert "1 accepted, 1 edited, 1 rejected, 3 not looked at" in said["review"]


def test_the_paragraph_is_told_anew_of_what_the_review_has_left(stored):
    """Five of the six sites are left, of 200 m² and their number each: 1,042 m²."""
    assert tell(stored, review="not-rejected")["summary"].startswith(
        "Between 1 May 2011 and 1 June 2011, 5 sites changed, 1,040 m²"
    )


def test_what_the_model_wrote_is_told_beside_the_analysts_words(stored, of_old):
    for path, words in ((stored, "site 6"), (of_old, "tile 6")):
        site = next(site for site in tell(path)["sites"] if site["site_id"] == 6)
        assert site["description"] == NASTY
        assert site["review"] == f"Reworded by the analyst. The model wrote: “{words}: <b>houses</b> & “trees” – Łódź”"


def test_facts_are_those_of_the_areas_as_they_are_now(stored, of_old):
    site = next(site for site in tell(stored)["sites"] if site["site_id"] == 0)
    assert site["facts"] == "1 building gone, 200 m²"  # the other area of this site was rejected
    assert {tile["facts"] for tile in tell(of_old)["sites"]} == {"3 new buildings, 1,240 m²"}  # as they stand there


def test_report_is_the_one_a_run_writes_with_images_of_both_dates(stored, tmp_path):
    said = tell(stored, output=tmp_path / "out.html", max_sites=2)
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert re.findall(r'<article class="panel site" id="site-(\d+)"', text) == ["15", "12"]
    assert text.count("data:image/jpeg;base64,") == 2 + 2 * 2
    assert "2 of 6 sites are shown" in text
    assert [Path(path).name for path in said["before"] + said["after"]] == ["vor ü.tif", "nach.tif"]


def test_rasters_beside_a_moved_result_are_found(stored, tmp_path):
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("result.gpkg", "vor ü.tif", "nach.tif"):
        (tmp_path / name).rename(moved / name)
    assert tell(moved / "result.gpkg")["before"] == [str(moved / "vor ü.tif")]


def test_without_rasters_the_report_says_why_it_has_no_images(stored, tmp_path):
    (tmp_path / "vor ü.tif").unlink()
    said = tell(stored, output=tmp_path / "out.html")
    assert said["before"] == []
    assert "The images are left out: the “before” raster was not found" in said["warnings"][-1]
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "The images are left out" in text
    assert "<image" not in text
    with pytest.raises(InputError, match=r"nowhere.tif does not exist"):
        tell(stored, before="nowhere.tif", after=str(tmp_path / "nach.tif"))


def test_layers_that_qgis_wrote_have_no_run(stored, tmp_path):
    with sqlite3.connect(stored) as file:
        file.execute("DELETE FROM runs")
    said = tell(stored, output=tmp_path / "out.html", before=tmp_path / "vor ü.tif", after=tmp_path / "nach.tif")
    assert said["title"] == "What changed between 2011-05-01 and 2011-06-01"
    assert {(row["name"], row["colour"]) for row in said["classes"]} == {
        ("building appeared", "#d55e00"),
        ("building disappeared", "#0072b2"),
    }
    assert ["Model", "tiny"] in said["method"]


def test_tiles_in_another_crs_are_laid_on_the_rasters(stored, tmp_path, records):
    meta, _, shapes, data = pyogrio.raw.read(stored, layer="tiles")
    onto = Transformer.from_crs("EPSG:32615", "EPSG:4326", always_xy=True).transform
    turned = shapely.to_wkb(shapely.transform(shapely.from_wkb(shapes), onto, interleaved=False))
    other = tmp_path / "degrees.gpkg"
    pyogrio.raw.write(other, turned, data, list(meta["fields"]), layer="mine", geometry_type="Polygon", crs="EPSG:4326")
    with pytest.raises(InputError, match="holds no layer of changed areas"):
        tell(other)
    meta, _, shapes, data = pyogrio.raw.read(stored, layer="changes")
    none = [column[:0] for column in data]
    pyogrio.raw.write(other, shapes[:0], none, list(meta["fields"]), layer="areas", geometry_type="MultiPolygon",
                      crs="EPSG:4326", append=True)  # fmt: skip
    said = tell(other, before=tmp_path / "vor ü.tif", after=tmp_path / "nach.tif", output=tmp_path / "out.html")
    x, y = map(float, said["sites"][0]["figures"].rpartition(" at ")[2].split(","))
    centre = records.tile(15).geometry.centroid
    assert (x, y) == pytest.approx((centre.x, centre.y), abs=0.2)
    assert said["classes"] == []


def other_layer(path):
    """Put a GeoPackage of something else in place of a result."""
    path.unlink()
    point = np.array([shapely.to_wkb(shapely.Point(0, 0))], dtype=object)
    pyogrio.raw.write(path, point, [np.array(["x"], dtype=object)], ["name"], geometry_type="Point", crs="EPSG:4326")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda p: p.unlink(), "does not exist"),
        (lambda p: p.write_bytes(b"nothing of the kind"), "cannot be read as a GeoPackage"),
        (other_layer, "no layer of described tiles"),
    ],
)
def test_what_is_no_result_is_refused_with_a_sentence(stored, make, sentence):
    make(stored)
    with pytest.raises(InputError, match=sentence):
        tell(stored)


def test_a_time_series_is_refused_and_one_pair_of_it_finds_its_own_run(stored, tmp_path, records):
    later = records.after.replace(year=2013)
    runs = [records.run(run_id="first"), records.run(run_id="second", date_before=records.after, date_after=later)]
    tiles = [records.tile(0), records.tile(0, date_before=records.after, date_after=later)]
    write_geopackage(tmp_path / "both.gpkg", runs, tiles, [], records.crs)
    with pytest.raises(InputError, match="tiles of 2 pairs of dates"):
        tell(tmp_path / "both.gpkg")
    write_geopackage(tmp_path / "one.gpkg", runs, tiles[1:], [], records.crs)
    assert read_result(tmp_path / "one.gpkg").run.run_id == "second"


def test_bad_options_are_a_sentence(stored, tmp_path):
    with pytest.raises(InputError, match="no selection of sites"):
        tell(stored, review="some")
    with pytest.raises(InputError, match=r"There is no option “colour”"):
        report_options({"result": "a.gpkg", "colour": "red"})
    with pytest.raises(InputError, match=r"“many” is no number"):
        report_options({"result": "a.gpkg", "max_tiles": "many"})
    with pytest.raises(InputError, match="Give the GeoPackage"):
        report_options({})
    (tmp_path / "out.html").write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        tell(stored, output=tmp_path / "out.html")


def test_command_line_and_worker_say_the_same(stored, tmp_path):
    command = ["report", str(stored), "-o", str(tmp_path / "out.html"), "--tiles", "accepted", "--json"]
    result = CliRunner().invoke(cli.main, command)
    assert result.exit_code == 0, result.output
    kind, fields = OPERATIONS["report"]({"result": str(stored), "review": "accepted"}, None, lambda: False)
    assert kind == "result"
    printed = json.loads(result.stdout)
    assert {**printed, "made": ""} == {**fields["data"], "made": ""}
    told = CliRunner().invoke(cli.main, [*command[:-1], "--overwrite"])
    assert "2 sites with an accepted change; 2 areas" in told.stdout
    assert CliRunner().invoke(cli.main, command).exit_code == 2


def test_chart_has_one_bar_per_class_as_long_as_its_ground(stored, tmp_path, records):
    changes = [replace(records.change(n), area_m2=[10.0, 40.0][n % 2]) for n in range(4)]  # 80 m² new, 20 m² gone
    said = report_context(records.run(), records.grid, aggregate(records.run(), [records.site(0)], changes))
    assert [(row["name"], row["value"], row["unit"], row["bar"]) for row in said["classes"]] == [
        ("building appeared", 80.0, "m²", 1.0),
        ("building disappeared", 20.0, "m²", 0.25),
    ]
    tell(stored, output=tmp_path / "out.html")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    # Areas 1 and 3 appeared, 0, 2 and 4 disappeared, 200 m² each; the axis ends at 600 m².
    assert re.findall(r'<rect x="0" y="[\d.]+" width="([\d.]+)"', text) == ["320.0", "480.0"]


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [(0, [0, 1]), (80, [0, 20, 40, 60, 80]), (58_554, [0, 20e3, 40e3, 60e3]), (0.3, [0, 0.1, 0.2, 0.3])],
)
def test_axis_has_round_ticks(largest, ticks):
    assert axis(largest) == pytest.approx(ticks)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine to open the page in")
def test_a_browser_shows_the_page_without_requests_errors_or_scripts(stored, tmp_path):
    page = tmp_path / "out.html"
    tell(stored, output=page)
    log = tmp_path / "net.json"
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
        f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "CONSOLE" not in done.stderr, [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert done.stdout.count("<script") == 1
    assert 'type="range"' in done.stdout
    assert '<label class="swipe">' in done.stdout  # the script ran: it shows what without it is hidden
    assert "&lt;script&gt;document.title='run';alert(1)&lt;/script&gt;" in done.stdout
    assert "<title>What changed between 2011-05-01 and 2011-06-01</title>" in done.stdout
    links = re.findall(r'\b(?:src|href)="([^"]{0,40})', done.stdout)
    assert len(links) > 20
    assert not [link for link in links if not link.startswith(("data:image/", "#"))]
    assert "example.org" not in log.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("target", ["result.gpkg", "nach.tif", "page.html"])
def test_a_report_is_written_onto_nothing_that_it_reads(stored, target):
    path = stored.with_name(target)
    if target == "page.html":  # another name of a raster
        path.hardlink_to(stored.with_name("nach.tif"))
    held = {file.name: file.read_bytes() for file in stored.parent.iterdir()}
    with pytest.raises(InputError):
        tell(stored, output=path, overwrite=True)
    assert {file.name: file.read_bytes() for file in stored.parent.iterdir()} == held
