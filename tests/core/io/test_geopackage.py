from __future__ import annotations

import errno
import json
import os
import sqlite3
import sys
from datetime import datetime

import numpy as np
import pyogrio
import pytest
import shapely
from describe_changes.core.errors import InputError
from describe_changes.core.io import geopackage_writer
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.work_folder import claim_folder
from shapely.geometry import MultiPolygon, box


def write(path, records, tiles=16, changes=9, **options):
    write_geopackage(
        path,
        records.run(),
        (records.tile(n) for n in range(tiles)),
        (records.change(n) for n in range(changes)),
        records.crs,
        **options,
    )


def rows(path, sql):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_layers_types_and_values(tmp_path, records):
    path = tmp_path / "Ergebnis ü.gpkg"
    write(path, records)
    layers = dict(pyogrio.list_layers(path))
    assert layers == {"tiles": "Polygon", "changes": "MultiPolygon", "runs": None, "layer_styles": None}
    assert pyogrio.read_info(path, layer="tiles")["crs"] == "EPSG:32615"
    assert rows(path, "pragma user_version") == [(10300,)]  # QGIS 3.22 warns of anything newer
    stored = dict(rows(path, "select name, type from pragma_table_info('tiles')"))
    assert stored["changed"] == "BOOLEAN"
    assert stored["date_before"] == stored["date_after"] == "DATETIME"
    assert stored["tile_id"] == "INTEGER"
    assert stored["changed_fraction"] == "REAL"
    (row,) = rows(path, "select caption, changed, skip_reason, date_before, date_after from tiles where tile_id = 3")
    assert row == (
        "tile 3: <b>houses</b> & “trees” – Łódź",
        1,
        "",
        "2011-05-01T00:00:00.000Z",
        "2011-06-01T12:30:00.000Z",
    )
    assert rows(path, 'select count(*), min("class") from changes') == [(9, "building")]


def test_geometries_come_back_as_they_were(tmp_path, records):
    path = tmp_path / "out.gpkg"
    holed = box(0, 0, 10, 10) - box(2, 2, 4, 4)
    several = MultiPolygon([box(20, 0, 30, 10), holed])
    changes = [records.change(0, geometry=holed), records.change(1, geometry=several)]
    write_geopackage(path, records.run(), [records.tile(5)], changes, records.crs)
    _, _, wkb, _ = pyogrio.raw.read(path, layer="changes")
    assert [g.geom_type for g in shapely.from_wkb(wkb)] == ["MultiPolygon", "MultiPolygon"]
    assert shapely.from_wkb(wkb[0]).equals(holed)
    assert shapely.from_wkb(wkb[1]).equals(several)
    _, _, wkb, _ = pyogrio.raw.read(path, layer="tiles")
    assert shapely.from_wkb(wkb[0]).equals(records.tile(5).geometry)


def test_run_layer_holds_the_manifest(tmp_path, records):
    path = tmp_path / "out.gpkg"
    write(path, records)
    (row,) = rows(path, "select model_sha256, channels, timings, date_before_end, changed_area_m2 from runs")
    assert row[0] == "ab" * 32
    assert json.loads(row[1]) == records.channels
    assert json.loads(row[2]) == {"read": 1.0, "describe": None}
    assert row[3:] == (None, 1800.0)


def test_layers_exist_without_features(tmp_path, records):
    path = tmp_path / "out.gpkg"
    write(path, records, tiles=0, changes=0)
    assert rows(path, "select count(*) from tiles") == rows(path, "select count(*) from changes") == [(0,)]
    assert len(rows(path, "select name from pragma_table_info('changes')")) == 18  # fid, geom and 15 fields


@pytest.mark.parametrize("count", [4, 5, 6, 10, 11])
def test_batches_lose_nothing(tmp_path, records, count, monkeypatch):
    monkeypatch.setattr(geopackage_writer, "BATCH", 5)
    path = tmp_path / "out.gpkg"
    write(path, records, tiles=count, changes=count)
    assert rows(path, "select tile_id from tiles order by fid") == [(n,) for n in range(count)]
    # The spatial index holds every feature, also those of later batches.
    assert rows(path, "select count(*) from rtree_tiles_geom") == [(count,)]


def test_streams_are_not_gathered(tmp_path, records, monkeypatch):
    monkeypatch.setattr(geopackage_writer, "BATCH", 10)
    alive: set[int] = set()
    most = 0

    class Watched:
        def __init__(self, record):
            self.__dict__.update({f: getattr(record, f) for f in record.__slots__})
            alive.add(id(self))

        def __del__(self):
            alive.discard(id(self))

    def stream():
        nonlocal most
        for number in range(100):
            yield Watched(records.change(number))
            most = max(most, len(alive))

    write_geopackage(tmp_path / "out.gpkg", records.run(), [], stream(), records.crs)
    assert most <= 25


@pytest.mark.parametrize("value", [None, datetime(2012, 2, 29, 23, 59, 59)])
def test_dates_may_be_absent_or_naive(tmp_path, records, value):
    path = tmp_path / "out.gpkg"
    tiles = [records.tile(0, date_before=value), records.tile(1)]
    write_geopackage(path, records.run(), tiles, [], records.crs)
    expected = None if value is None else "2012-02-29T23:59:59.000Z"
    assert rows(path, "select date_before from tiles where tile_id = 0") == [(expected,)]
    assert pyogrio.raw.read(path, layer="tiles", read_geometry=False)[3][0] is not None


def test_not_a_number_is_null(tmp_path, records):
    path = tmp_path / "out.gpkg"
    write_geopackage(path, records.run(), [records.tile(0, confidence=np.nan)], [], records.crs)
    assert rows(path, "select confidence from tiles") == [(None,)]


def test_existing_file_stays_unless_told(tmp_path, records):
    path = tmp_path / "out.gpkg"
    write(path, records)
    precious = path.read_bytes()
    with pytest.raises(InputError, match=r"out\.gpkg exists already.*--overwrite"):
        write(path, records)
    assert path.read_bytes() == precious
    write(path, records, overwrite=True)
    assert pyogrio.read_info(path, layer="tiles")["features"] == 16
    assert os.listdir(tmp_path) == ["out.gpkg"]


def test_a_failure_midway_leaves_the_old_file_and_no_scraps(tmp_path, records, monkeypatch):
    monkeypatch.setattr(geopackage_writer, "BATCH", 5)
    path = tmp_path / "out.gpkg"
    write(path, records)
    precious = path.read_bytes()

    def stream():
        yield from (records.tile(n) for n in range(12))
        raise RuntimeError("the model fell over")

    with pytest.raises(RuntimeError, match="fell over"):
        write_geopackage(path, records.run(), stream(), [], records.crs, overwrite=True)
    assert path.read_bytes() == precious
    assert os.listdir(tmp_path) == ["out.gpkg"]


def test_scraps_of_a_killed_run_are_no_obstacle(tmp_path, records):
    with claim_folder(tmp_path / "out.gpkg.part") as folder:
        (folder / "out.gpkg-journal").write_bytes(b"left over")
    write(tmp_path / "out.gpkg", records)
    assert os.listdir(tmp_path) == ["out.gpkg"]


def test_folder_that_is_missing_or_in_the_way(tmp_path, records):
    with pytest.raises(InputError, match="does not exist; create it"):
        write(tmp_path / "nowhere" / "out.gpkg", records)
    with pytest.raises(InputError, match="is a folder"):
        write(tmp_path, records)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(tmp_path, records):
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="read-only"):
        write(tmp_path / "out.gpkg", records)


def test_full_disk_is_said(tmp_path, records):
    def stream():
        yield records.tile(0)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(InputError, match="is full; free some space"):
        write_geopackage(tmp_path / "out.gpkg", records.run(), stream(), [], records.crs)


def test_a_crs_without_authority_survives(tmp_path, records):
    from pyproj import CRS

    crs = CRS("+proj=laea +lat_0=12 +lon_0=34 +datum=WGS84 +units=ft")
    path = tmp_path / "out.gpkg"
    write_geopackage(path, records.run(), [records.tile(0)], [], crs)
    assert CRS.from_user_input(pyogrio.read_info(path, layer="tiles")["crs"]).is_exact_same(crs) or CRS.from_user_input(
        pyogrio.read_info(path, layer="tiles")["crs"]
    ).equals(crs, ignore_axis_order=True)
