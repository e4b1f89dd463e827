"""Layers from other people: told by content, no program of theirs is run, nobody is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.security.databases import check_database
from describe_changes.core.security.vectors import check_layers


def layer(path: Path, driver: str = "GPKG") -> Path:
    square = np.array([shapely.to_wkb(shapely.box(0, 0, 1, 1))], dtype=object)
    pyogrio.raw.write(
        path,
        square,
        [np.array(["x"], dtype=object)],
        ["name"],
        crs="EPSG:32633",
        driver=driver,
        geometry_type="Polygon",
    )
    return path


@pytest.mark.parametrize(("name", "driver"), [("a.gpkg", "GPKG"), ("a.shp", "ESRI Shapefile"), ("a.fgb", "FlatGeobuf")])
def test_ordinary_layers_pass(name: str, driver: str, tmp_path: Path) -> None:
    check_layers(layer(tmp_path / name, driver))


DISGUISED = {
    "OGR VRT": "<OGRVRTDataSource><OGRVRTLayer name='t'><SrcDataSource>/vsicurl/http://127.0.0.1:9/x</SrcDataSource>"
    "</OGRVRTLayer></OGRVRTDataSource>",
    "WFS": "<OGRWFSDataSource><URL>http://127.0.0.1:9/x?</URL></OGRWFSDataSource>",
    "GeoJSON": '{"type":"FeatureCollection","features":[]}',
    "a pipeline": '{"type":"gdal_streamed_alg","command_line":"gdal vector pipeline ! read /etc/passwd"}',
    "nothing": "",
}


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.fgb", "a.result"])
@pytest.mark.parametrize("case", DISGUISED)
def test_text_in_disguise_is_refused(case: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(DISGUISED[case])
    with pytest.raises(InputError, match="content is something else"):
        check_layers(path)
    with pytest.raises(InputError, match="content is something else"):
        read_result(path)


PROGRAMS = {
    "a view": "CREATE VIEW tiles AS SELECT * FROM a",
    "a query without end": "CREATE VIEW t AS WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT * FROM n",
    "a function that asks": "CREATE VIEW t AS SELECT ogr_geocode('secret') AS g",
    "a computed column": "CREATE TABLE t (a INTEGER, b TEXT GENERATED ALWAYS AS (hex(zeroblob(100))) VIRTUAL)",
    "a computed column in few words": "CREATE TABLE t (a INTEGER, b TEXT AS (upper(a)) STORED)",
}


def changed(path: Path, *commands: str) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        for command in commands:
            database.execute(command)
    return path


@pytest.mark.parametrize("case", PROGRAMS)
def test_programs_in_a_geopackage_are_refused(case: str, tmp_path: Path) -> None:
    path = changed(layer(tmp_path / "a.gpkg"), PROGRAMS[case])
    with pytest.raises(InputError, match="not run for safety; export the layer"):
        check_layers(path)


def test_a_virtual_table_is_refused_and_the_index_is_not(tmp_path: Path) -> None:
    path = layer(tmp_path / "a.gpkg")
    check_database(path)  # it holds an rtree
    changed(
        path,
        "PRAGMA writable_schema = 1",
        "INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING VirtualOGR(''http://x'')')",
    )
    with pytest.raises(InputError, match=r"“v” .* is a virtual table"):
        check_database(path)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:100], lambda data: data[:16] + bytes(5000), lambda data: data[:16]]
)
def test_a_damaged_geopackage_gets_a_sentence(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = layer(tmp_path / "a.gpkg")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(InputError, match="damaged or cut short"):
        check_layers(path)


def test_a_geopackage_that_is_being_edited_passes(tmp_path: Path) -> None:
    path = layer(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE more (a)")
        database.commit()
        check_layers(path)
