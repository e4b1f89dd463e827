"""Results of versions before schema 3 are shown, reviewed and replaced with care, under the names of then."""

from __future__ import annotations

import importlib.util
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from describe_changes.plugin.layers.carry import OF_TILES, carry_over, earlier_result
from describe_changes.plugin.layers.changes import changes_layer_for, is_changes_layer, label_of
from describe_changes.plugin.layers.figures import rewrite_tiles
from describe_changes.plugin.layers.images import series_images
from describe_changes.plugin.layers.renamed import runs_of
from describe_changes.plugin.layers.review import Review, verdicts_in
from describe_changes.plugin.layers.subject import TILES, subject_of
from describe_changes.plugin.layers.targets import result_problem
from describe_changes.plugin.report.snapshot import snapshot_layer, write_snapshot
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("fake_engine")
HELPER = Path(__file__).resolve().parents[1] / "core" / "old_results.py"


def as_written_before(path):
    spec = importlib.util.spec_from_file_location("old_results", HELPER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.as_written_before(path)


def fields(path, table):
    return set(column(path, f"SELECT name FROM pragma_table_info('{table}')"))  # noqa: S608


def column(path, query):
    with closing(sqlite3.connect(str(path))) as file:
        return [row[0] for row in file.execute(query)]


@pytest.fixture
def old(describe, tmp_path):
    path = tmp_path / "town.gpkg"
    describe(TILES=str(path), CHANGES=str(path))
    return as_written_before(path)


@pytest.fixture
def tiles(old, qgis_new_project):
    layer = QgsVectorLayer(f"{old}|layername=tiles", "tiles", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_file_is_one_of_before(old):
    assert {"gated", "change_share", "valid_share", "review"} <= fields(old, "tiles")
    assert {"direction", "score", "review"} <= fields(old, "changes")
    assert runs_of(old) is not None


def test_a_review_is_written_into_the_fields_that_are_there(tiles, old):
    assert subject_of(tiles) is TILES
    review = Review(tiles)
    review.load("tile")
    assert review.classes() == ["building appeared"]
    zero, three, six = (row.fid for row in review.rows[:3])
    assert review.accept(zero)
    assert review.reject(three)
    assert review.edit(six, "two houses")
    assert [row.review_status for row in review.rows[:3]] == ["accepted", "rejected", "edited"]
    judged = "SELECT review FROM tiles WHERE tile_id IN (0, 3, 6) ORDER BY tile_id"
    assert column(old, judged) == ["accepted", "rejected", "edited"]
    areas = "SELECT review FROM changes WHERE tile_id IN (0, 3, 6) ORDER BY tile_id"
    assert column(old, areas) == ["accepted", "rejected", "accepted"]
    assert sorted(verdict for verdict, _, _ in verdicts_in(tiles).values()) == ["accepted", "edited", "rejected"]
    assert review.undo() == six
    assert column(old, judged) == ["accepted", "rejected", ""]


def test_reviewed_tiles_are_not_overwritten_and_others_are(old):
    assert result_problem(str(old)) == ""
    ogr.Open(str(old), 1).ExecuteSQL("UPDATE tiles SET review = 'accepted' WHERE tile_id = 0")
    assert "holds 1 reviewed tiles" in result_problem(str(old))


def test_edited_outlines_are_measured_into_the_old_fields(tiles, old):
    changes = changes_layer_for(tiles, QgsProject.instance())
    assert is_changes_layer(changes)
    assert {label_of(area) for area in changes.getFeatures()} == {"building appeared"}
    ogr.Open(str(old), 1).ExecuteSQL("UPDATE tiles SET change_share = 0")
    zero = next(tile for tile in tiles.getFeatures() if tile["tile_id"] == 0)
    rewrite_tiles(tiles, changes, [zero])
    assert column(old, "SELECT change_share FROM tiles WHERE tile_id = 0") == [pytest.approx(0.0625, rel=0.01)]


def test_the_copy_for_reports_and_export_has_the_names_of_today(tiles, old, tmp_path):
    changes = changes_layer_for(tiles, QgsProject.instance())
    layers = snapshot_layer(tiles, "tiles"), snapshot_layer(changes, "changes")
    ogr.Open(str(old), 1).ExecuteSQL("UPDATE changes SET review = 'rejected' WHERE change_id = 1")
    copy = tmp_path / "copy.gpkg"
    write_snapshot(copy, *layers, str(old), QgsProject.instance().transformContext())
    assert column(copy, "SELECT transition || mean_probability FROM changes LIMIT 1") == ["appeared0.9"]
    assert column(copy, "SELECT count(*) FROM tiles WHERE valid_fraction = 1") == [16]
    assert column(copy, "SELECT review_status FROM changes ORDER BY change_id")[:2] == ["", "rejected"]
    assert column(copy, "SELECT run_id FROM runs") == column(old, "SELECT run_id FROM run")
    assert series_images(tiles) == {}  # the table of runs was read: one row, so no series


def test_verdicts_go_on_to_a_new_result_of_the_same_job(describe, old, tmp_path):
    ogr.Open(str(old), 1).ExecuteSQL("UPDATE tiles SET review = 'accepted', caption_edited = 'x' WHERE tile_id = 3")
    new = tmp_path / "town_2.gpkg"
    describe(TILES=str(new), CHANGES=str(new))
    assert earlier_result(new, old) == old
    layers = [QgsVectorLayer(f"{new}|layername={name}", name, "ogr") for name in ("tiles", "changes")]
    assert carry_over(old, *layers) == 1
    assert column(new, "SELECT review_status FROM tiles WHERE tile_id = 3") == ["accepted"]
    assert column(new, "SELECT count(*) FROM tiles WHERE valid_fraction = 1") == [16]
    assert column(new, "SELECT DISTINCT transition FROM changes") == ["appeared"]
    assert "changed_fraction" in OF_TILES
