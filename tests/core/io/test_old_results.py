"""Results of versions before schema 3 are read under their old names, as if they had those of today."""

from __future__ import annotations

import ast
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyogrio
import pytest
from describe_changes.core import renamed
from describe_changes.core.io.existing import kind_of, stored_tables
from describe_changes.core.io.geopackage_reader import read_result, stored_runs
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.records import ChangeRecord, RunRecord, SummaryRecord, TileRecord, columns
from describe_changes.core.io.targets import keeps_review, same_jobs
from describe_changes.core.report.content import aggregate, report_context, sites_of_tiles

from ..old_results import OLD_COLUMNS, as_written_before

ROOT = Path(__file__).resolve().parents[3]
TABLES = {"tiles": TileRecord, "changes": ChangeRecord, "runs": RunRecord, "summary": SummaryRecord}


@pytest.fixture
def written(tmp_path, records):
    """The same result twice: under the names of today and under those of before."""
    reasons = {1: "no change found", 2: "no valid data"}
    tiles = [replace(records.tile(n), skip_reason=reasons.get(n, ""), valid_fraction=0.5) for n in range(16)]
    tiles[0] = replace(tiles[0], review_status="accepted")
    tiles[1] = replace(tiles[1], caption="no change found")
    changes = [records.change(n, tile_id=3 * n) for n in range(5)]
    changes[2] = replace(changes[2], review_status="rejected", mean_probability=0.625)
    files = tmp_path / "new.gpkg", tmp_path / "old.gpkg"
    for file in files:
        write_geopackage(file, records.run(tiles=16, changes=5), tiles, changes, records.crs)
    return files[0], as_written_before(files[1])


def test_the_old_file_has_the_old_names(written):
    layers = {str(name) for name, _ in pyogrio.list_layers(written[1])}
    assert {"tiles", "changes", "run"} <= layers
    assert "runs" not in layers
    assert {"gated", "change_share", "valid_share", "review"} <= set(
        pyogrio.read_info(written[1], layer="tiles")["fields"]
    )


def test_every_record_is_the_same_under_either_name(written):
    new, old = map(read_result, written)
    assert list(old.tiles()) == list(new.tiles())
    assert [tile.skip_reason for tile in old.tiles()][:3] == ["", "no change found", "no valid data"]
    assert list(old.changes()) == list(new.changes())
    assert [change.mean_probability for change in old.changes()][2] == 0.625
    assert replace(old.run, schema_version=3) == new.run
    assert (old.run.schema_version, old.run.duration_s) == (2, 75.0)
    assert old.run.channels[0]["transition"] == "appeared"
    assert len(stored_runs(written[1])) == 1


def test_the_report_says_the_same(written, records):
    told = []
    for result in map(read_result, written):
        found = aggregate(
            result.run, sites_of_tiles(result.tiles()), result.changes(), review="not-rejected", noun="tile"
        )
        told.append(report_context(replace(result.run, schema_version=3), records.grid, found))
    assert told[0] == told[1]


def test_what_an_analyst_has_done_is_seen_and_kept(written, records):
    new, old = map(stored_tables, written)
    assert kind_of(written[1]) == "geopackage"
    assert (old.judged, old.edited, old.foreign) == (new.judged, new.edited, new.foreign) == (2, False, ())
    assert old.layers == new.layers == {"tiles", "changes", "runs"}
    assert keeps_review(written[1], lambda runs: same_jobs(runs, [records.run(tiles=16, changes=5)])) == 2


def test_an_old_result_without_work_is_replaced_whole(written, records):
    with closing(sqlite3.connect(written[1])) as file:
        file.execute("CREATE TABLE parcels (name TEXT)")
        file.commit()
    write_geopackage(written[1], records.run(), [records.tile(0)], [], records.crs, overwrite=True)
    with closing(sqlite3.connect(written[1])) as file:
        tables = {str(name) for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"tiles", "changes", "runs", "parcels"} <= tables
    assert "run" not in tables


def test_the_table_of_old_names_is_complete_and_leads_to_columns_of_today():
    said = {old: today for renamed_columns in OLD_COLUMNS.values() for today, old in renamed_columns.items()}
    assert said == dict(renamed.COLUMNS)
    for table, renamed_columns in OLD_COLUMNS.items():
        names = {column.name for column in columns(TABLES[table])}
        assert set(renamed_columns) <= names
        assert not set(renamed.COLUMNS) & names  # no column of today has an old name in another meaning


def test_the_plugin_knows_the_same_old_names():
    tree = ast.parse((ROOT / "plugin" / "layers" / "renamed.py").read_text(encoding="utf-8"))
    tables = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    }
    assert tables == {"COLUMNS": dict(renamed.COLUMNS), "TABLES": dict(renamed.LAYERS)}
