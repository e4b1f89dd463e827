"""No output is an input, nobody's file is replaced, no link is followed, no journal is left without its file."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sqlite3
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import InputError, OutputTaken
from describe_changes.core.io.atomic import atomic_folder, atomic_write, reserved
from describe_changes.core.io.cog import write_mask_cog
from describe_changes.core.io.existing import is_open_elsewhere, kind_of, stored_tables
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.targets import check_targets, free_name, target_state
from describe_changes.core.io.work_folder import claim_folder, remove_ours
from describe_changes.core.report.html import write_report
from describe_changes.core.service import crash_log
from describe_changes.core.timeseries.chart import Group, Value, write_chart
from describe_changes.core.timeseries.table import write_csv
from shapely.geometry import box


def result(path: Path, records, *, tiles: int = 16, **options: object) -> Path:
    run = records.run(tiles=tiles, changes=3)
    shapes = [records.tile(number) for number in range(tiles)]
    write_geopackage(path, run, shapes, [records.change(number) for number in range(3)], records.crs, **options)
    return path


def raster(path: Path) -> Path:
    with rasterio.open(
        path, "w", driver="GTiff", width=8, height=8, count=1, dtype="uint8", crs="EPSG:32615",
        transform=Affine(1, 0, 360_000, 0, -1, 4_100_000),
    ) as target:  # fmt: skip
        target.write(np.ones((1, 8, 8), np.uint8))
    return path


def parcels(path: Path, layer: str = "parcels") -> Path:
    """A layer of somebody else's, added to a GeoPackage or in one of its own."""
    shapes = np.array([box(0, 0, 10, 10).wkb], dtype=object)
    pyogrio.raw.write(
        path, shapes, [np.array(["mine"], dtype=object)], ["owner"], layer=layer, driver="GPKG",
        geometry_type="Polygon", crs="EPSG:32615",
    )  # fmt: skip
    return path


def sql(path: Path, *statements: str) -> list:
    with contextlib.closing(sqlite3.connect(path)) as file:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # what GDAL's triggers ask for
            file.create_function(name, 1, lambda _: 0)
        rows = [file.execute(statement).fetchall() for statement in statements]
        file.commit()
    return rows


def judge(path: Path) -> None:
    sql(
        path,
        "UPDATE tiles SET review_status = 'accepted' WHERE tile_id = 3",
    )


# -- an output may not be an input, nor another output


def links(source: Path) -> dict[str, Path]:
    """Other names of one file: a link, a hard link, a way round, a linked folder."""
    folder = source.parent
    (folder / "linked.tif").symlink_to(source)
    os.link(source, folder / "hard.tif")
    (folder / "sub").mkdir()
    (folder / "elsewhere").symlink_to(folder, target_is_directory=True)
    return {
        "itself": source,
        "link": folder / "linked.tif",
        "hard link": folder / "hard.tif",
        "way round": folder / "sub" / ".." / source.name,
        "linked folder": folder / "elsewhere" / source.name,
    }


@pytest.mark.parametrize("name", ["itself", "link", "hard link", "way round", "linked folder"])
@pytest.mark.parametrize("kind", ["geopackage", "mask", "report", "csv", "chart"])
def test_no_output_is_an_input_under_any_name(tmp_path, kind, name):
    source = raster(tmp_path / "a_2010.tif")
    content = source.read_bytes()
    target = links(source)[name]
    with pytest.raises(InputError, match="is read by this very command"):
        check_targets({kind: target}, [tmp_path / "other.tif", source], overwrite=True)
    assert source.read_bytes() == content


def test_a_relative_path_and_an_absolute_one_are_one_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raster(tmp_path / "a.tif")
    with pytest.raises(InputError, match="is read by this very command"):
        check_targets({"mask": Path("a.tif")}, [tmp_path / "a.tif"], overwrite=True)


@pytest.mark.parametrize("other", ["out.gpkg", "sub/../out.gpkg", "OUT.GPKG", "away/out.gpkg"])
def test_two_outputs_have_two_names_on_any_file_system(tmp_path, other):
    (tmp_path / "sub").mkdir()
    (tmp_path / "away").symlink_to(tmp_path, target_is_directory=True)
    targets = {"geopackage": tmp_path / "out.gpkg", "mask": tmp_path / other}
    with pytest.raises(InputError, match="Two outputs have the same name"):
        check_targets(targets, overwrite=True)


def test_two_outputs_that_are_one_file_by_a_hard_link(tmp_path):
    (tmp_path / "a").touch()
    os.link(tmp_path / "a", tmp_path / "b")
    with pytest.raises(InputError, match="Two outputs have the same name"):
        check_targets({"mask": tmp_path / "a", "report": tmp_path / "b"}, overwrite=True)


@pytest.mark.parametrize("ending", [".run", ".part", ".series"])
def test_no_output_lies_in_a_folder_that_goes_after_the_run(tmp_path, ending):
    (tmp_path / f"out.gpkg{ending}").mkdir()
    targets = {"geopackage": tmp_path / "out.gpkg", "mask": tmp_path / f"out.gpkg{ending}" / "m.tif"}
    with pytest.raises(InputError, match="is removed after the run"):
        check_targets(targets, overwrite=True)


# -- what exists and is not ours stays


def foreign(folder: Path, records) -> dict[str, Path]:
    (folder / "notes.txt").write_text("precious")
    (folder / "page.html").write_text("<!DOCTYPE html><title>Describe Changes, a review</title>")
    (folder / "list.csv").write_text("pair;of;shoes\n")
    (folder / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "broken.gpkg").write_bytes(b"SQLite format 3\0" + b"x" * 2000)
    sql(folder / "other.sqlite", "CREATE TABLE tiles (tile_id, caption, changed, change_score)")
    return {
        "raster": raster(folder / "image.tif"),
        "text": folder / "notes.txt",
        "page": folder / "page.html",
        "table": folder / "list.csv",
        "drawing": folder / "drawing.svg",
        "geopackage": parcels(folder / "parcels.gpkg"),
        "damaged": folder / "broken.gpkg",
        "database": folder / "other.sqlite",
    }


@pytest.mark.parametrize("what", ["raster", "text", "page", "table", "drawing", "geopackage", "damaged", "database"])
@pytest.mark.parametrize("kind", ["geopackage", "mask", "report", "csv", "chart", "style"])
def test_what_is_not_ours_stays_even_where_overwriting_is_allowed(tmp_path, records, kind, what):
    path = foreign(tmp_path, records)[what]
    content = path.read_bytes()
    with pytest.raises(OutputTaken, match="of Describe Changes; choose another name, such as") as refused:
        check_targets({kind: path}, overwrite=True)
    assert Path(refused.value.suggestion) == free_name(path)
    assert not Path(refused.value.suggestion).exists()
    with pytest.raises(OutputTaken), atomic_write(path, kind, overwrite=True) as part:
        part.write_text("ours")
    assert path.read_bytes() == content
    assert not list(tmp_path.glob("*.part"))


def ours(folder: Path, records) -> dict[str, Path]:
    paths = {name: folder / name for name in ("r.gpkg", "m.tif", "r.html", "s.csv", "c.html", "c.svg")}
    result(paths["r.gpkg"], records)
    channels = [SimpleNamespace(**channel) for channel in records.channels]
    write_mask_cog(paths["m.tif"], records.grid, channels, [])
    write_report(paths["r.html"], records.run(), records.grid, [records.site(0)], [], None)
    write_csv(paths["s.csv"], [])
    group = Group("2011", "2012", 1.0, 16, 1, (Value("building", "#123456", 5.0, 1, 1),), records.run())
    write_chart(paths["c.html"], [group])
    write_chart(paths["c.svg"], [group])
    return paths


def test_each_of_our_files_carries_its_mark_and_replaces_only_its_kind(tmp_path, records):
    kinds = {
        "r.gpkg": "geopackage",
        "m.tif": "raster",
        "r.html": "page",
        "s.csv": "table",
        "c.html": "page",
        "c.svg": "drawing",
    }
    paths = ours(tmp_path, records)
    assert {name: kind_of(path) for name, path in paths.items()} == kinds
    fitting = {"geopackage": "geopackage", "mask": "raster", "report": "page", "csv": "table"}
    for kind, found in fitting.items():
        for name, path in paths.items():
            if kinds[name] == found:
                check_targets({kind: path}, overwrite=True)
            else:
                with pytest.raises(OutputTaken, match="exists and is no"):
                    check_targets({kind: path}, overwrite=True)
            with pytest.raises(OutputTaken, match="exists already"):
                check_targets({kind: path}, overwrite=False)


def test_an_empty_file_may_be_replaced(tmp_path):
    (tmp_path / "m.tif").touch()
    check_targets({"mask": tmp_path / "m.tif"}, overwrite=True)


def test_a_link_a_pipe_and_a_folder_are_no_targets(tmp_path):
    (tmp_path / "dangling.tif").symlink_to(tmp_path / "nowhere.tif")
    os.mkfifo(tmp_path / "pipe.tif")
    (tmp_path / "folder.tif").mkdir()
    for name, why in (("dangling.tif", "is a link"), ("pipe.tif", "no ordinary file"), ("folder.tif", "is a folder")):
        with pytest.raises(InputError, match=why):
            check_targets({"mask": tmp_path / name}, overwrite=True)
    assert (tmp_path / "dangling.tif").is_symlink()


def test_somebody_elses_style_beside_the_mask_stays(tmp_path, records):
    channels = [SimpleNamespace(**channel) for channel in records.channels]
    (tmp_path / "m.qml").write_text("<!DOCTYPE qgis><qgis>my colours</qgis>")
    write_mask_cog(tmp_path / "m.tif", records.grid, channels, [])
    assert (tmp_path / "m.qml").read_text() == "<!DOCTYPE qgis><qgis>my colours</qgis>"
    write_mask_cog(tmp_path / "n.tif", records.grid, channels, [])
    first = (tmp_path / "n.qml").read_text()
    write_mask_cog(tmp_path / "n.tif", records.grid, channels[:1], [], overwrite=True)
    assert (tmp_path / "n.qml").read_text() != first


# -- a GeoPackage that others use


def test_layers_of_others_in_our_geopackage_survive(tmp_path, records):
    path = result(tmp_path / "r.gpkg", records)
    parcels(path)
    sql(
        path,
        "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, content TEXT)",
        "INSERT INTO qgis_projects VALUES ('town', 'x')",
        "INSERT INTO layer_styles (f_table_name, styleName, styleQML, useAsDefault) "
        "VALUES ('parcels', 'mine', '<qgis/>', 1)",
    )
    before = sql(path, "SELECT fid, geom, owner FROM parcels")
    # adding a layer is no edit of ours
    result(path, records, tiles=4, overwrite=True)
    assert sql(path, "SELECT fid, geom, owner FROM parcels") == before
    assert sql(path, "SELECT name, content FROM qgis_projects") == [[("town", "x")]]
    styles = "SELECT f_table_name, count(*) FROM layer_styles GROUP BY 1 ORDER BY 1"
    assert sql(path, styles) == [[("changes", 1), ("parcels", 1), ("tiles", 1)]]
    for layer, count in (("tiles", 4), ("changes", 3), ("runs", 1), ("parcels", 1)):
        assert pyogrio.read_info(path, layer=layer)["features"] == count
    assert sql(path, "PRAGMA integrity_check") == [[("ok",)]]
    indexed = "SELECT count(*) FROM rtree_tiles_geom"
    assert sql(path, indexed) == [[(4,)]]


def test_a_table_of_an_earlier_series_goes_with_it(tmp_path, records):
    from describe_changes.core.io.records import SummaryRecord

    path = tmp_path / "r.gpkg"
    row = SummaryRecord(pair=1, date_before=records.before, date_after=records.after, class_name="building")
    result(path, records, summary=[row])
    parcels(path)
    result(path, records, overwrite=True)
    assert {name for name, _ in pyogrio.list_layers(path)} >= {"tiles", "changes", "runs", "parcels"}
    assert "summary" not in {name for name, _ in pyogrio.list_layers(path)}


def test_a_fresh_result_holds_no_work_and_each_kind_of_work_is_seen(tmp_path, records):
    def fresh(name: str) -> Path:
        path = result(tmp_path / name, records)
        assert not stored_tables(path).has_work
        return path

    path = fresh("verdict.gpkg")
    judge(path)
    assert stored_tables(path).judged == 1
    path = fresh("area.gpkg")
    sql(
        path,
        "UPDATE changes SET review_status = 'rejected' WHERE change_id < 2",
    )
    assert stored_tables(path).judged == 2
    path = fresh("wording.gpkg")
    sql(
        path,
        "UPDATE tiles SET caption_edited = 'a school' WHERE tile_id = 0",
    )
    assert stored_tables(path).judged == 1
    path = fresh("column.gpkg")
    sql(path, "ALTER TABLE changes ADD COLUMN inspector TEXT")
    assert stored_tables(path).edited
    path = fresh("drawn.gpkg")
    write = dict(layer="changes", driver="GPKG", geometry_type="MultiPolygon", crs="EPSG:32615", append=True)
    pyogrio.raw.write(path, np.array([box(0, 0, 1, 1).wkb], dtype=object), [np.array([99])], ["change_id"], **write)
    assert stored_tables(path).edited
    path = fresh("moved.gpkg")
    sql(path, "UPDATE gpkg_contents SET last_change = '2999-01-01T00:00:00.000Z' WHERE table_name = 'changes'")
    assert stored_tables(path).edited


def test_a_geopackage_that_is_open_elsewhere_is_seen_and_refused(tmp_path, records):
    path = result(tmp_path / "r.gpkg", records)
    assert not is_open_elsewhere(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("UPDATE runs SET device = 'edited'")
        with pytest.raises(OutputTaken, match="is open in another program"):
            check_targets({"geopackage": path}, overwrite=True)
        with pytest.raises(OutputTaken, match="is open in another program"):
            result(path, records, tiles=1, overwrite=True)
    other = sqlite3.connect(path, isolation_level=None)
    with contextlib.closing(other):
        other.execute("PRAGMA journal_mode = delete")
        assert not is_open_elsewhere(path)
        other.execute("BEGIN IMMEDIATE")  # no journal yet, but a lock
        assert is_open_elsewhere(path)
        other.execute("ROLLBACK")
    assert sql(path, "SELECT device FROM runs", "SELECT count(*) FROM tiles") == [[("edited",)], [(16,)]]
    result(path, records, tiles=1, overwrite=True)


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_a_journal_beside_the_file_is_somebody_at_work(tmp_path, records, ending):
    path = result(tmp_path / "r.gpkg", records)
    (tmp_path / f"r.gpkg{ending}").write_bytes(b"x")
    with pytest.raises(OutputTaken, match="is open in another program"):
        check_targets({"geopackage": path}, overwrite=True)


def test_what_a_target_is_in_plain_data(tmp_path, records):
    paths = {
        "free": tmp_path / "new.gpkg",
        "ours": result(tmp_path / "r.gpkg", records),
        "raster": raster(tmp_path / "a.tif"),
    }
    assert target_state(paths["free"], "geopackage")["state"] == "free"
    assert target_state(paths["free"], "geopackage")["suggestion"] == str(paths["free"])
    assert target_state(paths["ours"], "geopackage")["state"] == "ours"
    parcels(paths["ours"])
    assert target_state(paths["ours"], "geopackage")["foreign"] == ["parcels"]
    judge(paths["ours"])
    told = target_state(paths["ours"], "geopackage")
    assert (told["state"], told["judged"], told["suggestion"]) == ("reviewed", 1, str(tmp_path / "r_2.gpkg"))
    told = target_state(paths["raster"], "mask", [paths["raster"]])
    assert told["state"] == "refused"
    assert "is read by this very command" in told["message"]


# -- folders of others


@pytest.mark.parametrize("name", ["thesis.txt", "block-1.npz", "manifest.json", "lock.txt"])
def test_a_folder_that_happens_to_be_called_like_ours_stays(tmp_path, name):
    folder = tmp_path / "out.tif.part"
    folder.mkdir()
    (folder / name).write_text("{}")
    with pytest.raises(InputError, match="has not made"), atomic_write(tmp_path / "out.tif", overwrite=True):
        pytest.fail("nothing may be written")
    with pytest.raises(InputError, match="has not made"), claim_folder(folder):
        pytest.fail("nothing may be written")
    assert [(entry.name, entry.read_text()) for entry in folder.iterdir()] == [(name, "{}")]


def test_what_others_put_into_our_folder_stays(tmp_path):
    folder = tmp_path / "out.gpkg.run"
    with claim_folder(folder):
        (folder / "block-000001.npz").write_text("ours")
        (folder / "thesis.txt").write_text("theirs")
        remove_ours(folder, r"block-\d{6}\.npz")
    assert [entry.name for entry in folder.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("how", ["link", "hard link", "mark"])
def test_no_planted_link_is_followed(tmp_path, how):
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    folder = tmp_path / "out.gpkg.run"
    folder.mkdir()
    if how == "hard link":
        os.link(victim, folder / "lock")
    else:
        (folder / ("lock" if how == "link" else "describe-changes")).symlink_to(victim)
    with pytest.raises(InputError), claim_folder(folder):
        pytest.fail("nothing may be written")
    assert victim.read_text() == "precious"


def test_a_folder_that_is_a_link_is_not_entered(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "out.gpkg.run").symlink_to(tmp_path / "home", target_is_directory=True)
    with pytest.raises(InputError, match="is in the way"), claim_folder(tmp_path / "out.gpkg.run"):
        pytest.fail("nothing may be written")
    assert not list((tmp_path / "home").iterdir())


def test_what_a_killed_process_has_left_is_taken_over(tmp_path):
    folder = tmp_path / "m.tif.part"
    with claim_folder(folder):
        (folder / "m.tif").write_text("half")
    with atomic_write(tmp_path / "m.tif", overwrite=False) as part:
        assert not part.exists()
        part.write_text("whole")
    assert [entry.name for entry in tmp_path.iterdir()] == ["m.tif"]


# -- two at once


def _holds(path: Path, ready, release) -> None:
    with reserved({"mask": path}):
        ready.set()
        release.wait(60)


def test_two_runs_never_write_one_file(tmp_path):
    context = multiprocessing.get_context("fork")
    ready, release = context.Event(), context.Event()
    other = context.Process(target=_holds, args=(tmp_path / "m.tif", ready, release))
    other.start()
    try:
        assert ready.wait(60)
        with (
            pytest.raises(InputError, match=f"is in use by process {other.pid}"),
            reserved({"mask": tmp_path / "m.tif"}),
        ):
            pytest.fail("two at once")
        with pytest.raises(InputError, match="is in use by process"), atomic_write(tmp_path / "m.tif", overwrite=True):
            pytest.fail("two at once")
    finally:
        release.set()
        other.join(60)
    with reserved({"mask": tmp_path / "m.tif"}):
        pass
    assert not list(tmp_path.iterdir())


# -- folders that are made whole


NAMES = r"captions\.json|images/\d\.png"


def fill(folder: Path, text: str = "new") -> None:
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "1.png").write_text(text)
    (folder / "captions.json").write_text(text)


def test_a_folder_is_whole_or_absent_and_takes_the_place_of_ours(tmp_path):
    with atomic_folder(tmp_path / "set", NAMES) as folder:
        fill(folder, "first")

    def fails() -> None:
        with atomic_folder(tmp_path / "set", NAMES) as folder:
            fill(folder)
            raise RuntimeError("the model fell over")

    with pytest.raises(RuntimeError):
        fails()
    assert (tmp_path / "set" / "captions.json").read_text() == "first"
    with atomic_folder(tmp_path / "set", NAMES) as folder:
        fill(folder)
    assert (tmp_path / "set" / "images" / "1.png").read_text() == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["set"]


@pytest.mark.parametrize("name", ["thesis.txt", "images/holiday.jpg", "images/sub/1.png"])
def test_a_folder_with_files_of_others_stays(tmp_path, name):
    with atomic_folder(tmp_path / "set", NAMES) as folder:
        fill(folder)
    theirs = tmp_path / "set" / name
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("precious")
    with pytest.raises(InputError, match="holds other files"), atomic_folder(tmp_path / "set", NAMES):
        pytest.fail("nothing may be written")
    assert theirs.read_text() == "precious"


def test_a_folder_killed_between_two_names_comes_back(tmp_path):
    with claim_folder(tmp_path / "set.part") as work:
        fill(work / "old", "first")
    with pytest.raises(RuntimeError), atomic_folder(tmp_path / "set", NAMES):
        raise RuntimeError("the model fell over")
    assert (tmp_path / "set" / "captions.json").read_text() == "first"


def test_a_fault_log_follows_no_planted_link_and_removes_only_logs(tmp_path, monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_STATE", str(tmp_path))
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    moment = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=timezone.utc)
    monkeypatch.setattr(crash_log, "datetime", SimpleNamespace(now=lambda _: moment))
    planted = tmp_path / f"fault-20260102-030405-678901-{os.getpid()}.log"
    planted.symlink_to(victim)
    others = [tmp_path / f"fault-{number:03}-notes.log" for number in range(30)]
    for other in others:
        other.write_text("mine")
    assert crash_log.write_crash_log(ValueError("x"), "doing") is None
    assert victim.read_text() == "precious"
    planted.unlink()
    for number in range(25):
        (tmp_path / f"fault-20250101-0000{number:02}-000000-1.log").write_text("old")
    assert crash_log.write_crash_log(ValueError("x"), "doing") == planted
    assert all(other.exists() for other in others)
    assert len(list(tmp_path.glob("fault-2*.log"))) == 20
