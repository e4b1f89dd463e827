"""Results that somebody edited by hand or a disk damaged: a sentence, or the right report; never a fault."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing, suppress

import numpy as np
import pytest
import rasterio
import shapely
from describe_changes.core.dataset_export.options import export_options
from describe_changes.core.dataset_export.writer import export_dataset
from describe_changes.core.errors import InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.report.rebuild import ReportOptions, rebuild_report

pytestmark = pytest.mark.filterwarnings("default")  # GDAL warns of what was edited before it is refused


@pytest.fixture
def stored(tmp_path, records):
    """16 tiles, all accepted, five areas, with rasters."""
    for name in ("vor.tif", "nach.tif"):
        with rasterio.open(
            tmp_path / name, "w", driver="GTiff", width=400, height=400, count=3, dtype="uint8",
            crs="EPSG:32615", transform=records.grid.transform, photometric="RGB",
        ) as target:  # fmt: skip
            target.write(np.full((3, 400, 400), 60, np.uint8))
    run = records.run(before=str(tmp_path / "vor.tif"), after=str(tmp_path / "nach.tif"))
    tiles = [records.tile(n, review_status="accepted") for n in range(16)]
    changes = [records.change(n, tile_id=3 * n) for n in range(5)]
    write_geopackage(tmp_path / "r.gpkg", run, tiles, changes, records.crs)
    return tmp_path / "r.gpkg"


def edit(path, *statements):
    """Change a GeoPackage without its triggers, which need functions of their own."""
    with closing(sqlite3.connect(path)) as file, file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            file.execute(*((statement,) if isinstance(statement, str) else statement))


def blob(geometry: shapely.Geometry) -> bytes:
    """A geometry as GeoPackages hold it, without an envelope."""
    return b"GP\x00\x01" + struct.pack("<i", 32615) + shapely.to_wkb(geometry)


NAN = shapely.Polygon([(0, 0), (float("inf"), 0), (1, 1)])
REFUSED = {
    "no areas": (["DROP TABLE changes"], "holds no layer of changed areas"),
    "areas without their tiles": (["ALTER TABLE changes DROP COLUMN tile_id"], "holds no layer of changed areas"),
    "no tiles left": (["DELETE FROM tiles"], "is empty; there is nothing to report"),
    "no captions": (["ALTER TABLE tiles DROP COLUMN caption"], "no layer of described tiles"),
    "no tables": (["DROP TABLE tiles", "DROP TABLE changes"], "no layer of described tiles"),
    "geometries of noise": ([("UPDATE tiles SET geom = ?", (b"GP\x00\x01" + b"\x07" * 40,))], "cannot be used|extent"),
    "half a geometry": ([("UPDATE tiles SET geom = ? WHERE tile_id = 3", (blob(shapely.box(0, 0, 1, 1))[:60],))],
                        "cannot be used"),
    "no number": ([("UPDATE tiles SET geom = ? WHERE tile_id = 3", (blob(NAN),))], "no number|no extent"),
    "areas of no number": ([("UPDATE changes SET geom = ? WHERE change_id = 3", (blob(NAN),))], "no number"),
    "curves": ([("UPDATE changes SET geom = ?", (b"GP\x00\x01" + struct.pack("<iBIIBII4d", 32615, 1, 10, 1, 1, 8, 2,
               0, 0, 1, 1),))], "cannot be used|no polygon"),
    "points": ([("UPDATE tiles SET geom = ?", (blob(shapely.Point(1, 2)),))], "is no polygon|have no extent"),
    "no place on Earth": (["UPDATE gpkg_geometry_columns SET srs_id = -1", "UPDATE gpkg_contents SET srs_id = -1"],
                          "no place on Earth|has no CRS"),
    "an unknown system": (["UPDATE gpkg_spatial_ref_sys SET definition = 'nonsense', organization = 'NONE', "
                           "organization_coordsys_id = 999999 WHERE srs_id = 32615"], "has no CRS|cannot be used"),
    "areas elsewhere": (["UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'changes'",
                         "UPDATE gpkg_contents SET srs_id = 4326 WHERE table_name = 'changes'"],
                        "different reference systems"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_told_is_refused_with_a_sentence_and_nothing_written(stored, tmp_path, name):
    statements, sentence = REFUSED[name]
    edit(stored, *statements)
    with pytest.raises(InputError, match=sentence):
        rebuild_report(ReportOptions(stored, tmp_path / "r.html"))
    with pytest.raises(InputError, match=sentence):
        export_dataset(export_options({"result": stored, "output": tmp_path / "set", "tile_size": 100}))
    assert not (tmp_path / "r.html").exists()
    assert not (tmp_path / "set").exists()


TOLD = {
    "crossed outlines": [("UPDATE changes SET geom = ?", (blob(shapely.from_wkt(
        "POLYGON ((360000 4099900, 360100 4100000, 360100 4099900, 360000 4100000, 360000 4099900))")),))],
    "crossed tile": [("UPDATE tiles SET geom = ? WHERE tile_id = 0", (blob(shapely.from_wkt(
        "POLYGON ((360000 4099900, 360100 4100000, 360100 4099900, 360000 4100000, 360000 4099900))")),))],
    "a tile without a place": ["UPDATE tiles SET geom = NULL WHERE tile_id = 1"],
    "an area without a place": ["UPDATE changes SET geom = NULL WHERE change_id = 1"],
    "no run": ["DELETE FROM runs"],
    "no table of the run": ["DROP TABLE runs", "DELETE FROM gpkg_contents WHERE table_name = 'runs'"],
    "channels of noise": ["UPDATE runs SET channels = '[{\"a\": 1}, 7, {\"name\": null}]'"],
    "channels cut off": ["UPDATE runs SET channels = '[{', parameters = '{', warnings = '3', model_info = '[]'"],
    "no dates": ["UPDATE tiles SET date_before = NULL, date_after = NULL"],
    "no reviews": ["ALTER TABLE tiles DROP COLUMN caption_edited"],
    "a tile deleted": ["DELETE FROM tiles WHERE tile_id = 3"],
    "nulls": ["UPDATE tiles SET facts = NULL, change_score = NULL, model = NULL, changed_area_m2 = NULL"],
    "numbers of nothing": ["UPDATE tiles SET change_score = 9e999, confidence = -9e999"],
    "text for a number": ["UPDATE tiles SET change_score = 'very'"],
    "bytes that are no text": [("UPDATE tiles SET caption = CAST(? AS TEXT)", (b"gr\xff\xfen",))],
}  # fmt: skip


SOMETIMES = ("bytes that are no text", "text for a number")


@pytest.mark.parametrize("name", TOLD)
def test_what_can_be_told_is_told_or_refused_with_a_sentence(stored, tmp_path, name):
    edit(stored, *TOLD[name])
    if name in SOMETIMES:  # depends on GDAL's version
        with suppress(InputError):
            rebuild_report(ReportOptions(stored, tmp_path / "r.html"))
        return
    said = rebuild_report(ReportOptions(stored, tmp_path / "r.html"))
    assert "tiles changed" in said["figures"][0]["label"]
    assert (tmp_path / "r.html").stat().st_size > 10_000
    areas = int(said["figures"][1]["value"])
    assert areas == {"an area without a place": 4}.get(name, 5)
