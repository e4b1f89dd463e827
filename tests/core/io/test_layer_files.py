"""Layers for other programs, opened again by others: GDAL, GeoPandas, pyarrow, openpyxl, Python's own csv and json."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely
from describe_changes.core.errors import InputError
from describe_changes.core.io import layer_files
from describe_changes.core.io.columns_file import columns_file_of
from describe_changes.core.io.export import export_options, export_result
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.layer_files import write_layers
from describe_changes.core.io.layers import RECORDS, Layer, about
from describe_changes.core.io.records import ChangeRecord, SiteRecord, columns
from describe_changes.core.schema import CHANGES, RUNS, SITES, TILES
from shapely.geometry import Polygon, box

FORMATS = [".geojson", ".fgb", ".parquet", ".csv", ".xlsx"]
NAMES = [column.name for column in columns(ChangeRecord)]


@pytest.fixture
def result(tmp_path, records):
    """A stored result of 16 tiles and 9 changed areas."""
    path = tmp_path / "result.gpkg"
    write_geopackage(path, records.run(), map(records.tile, range(16)), map(records.change, range(9)), records.crs)
    return path


def table(path):
    """Read a table as Python does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def export(result, name, **options):
    output = result.parent / name
    told = export_result(export_options({"result": result, "output": output, **options}))
    assert told["output"] == str(output)
    return output


def write(path, records, changes, crs=None, **options):
    write_layers(path, [Layer(CHANGES, changes)], crs or records.crs, about([records.run()]), **options)


def true_areas(geometries, crs):
    """Areas on the ellipsoid: an oracle that knows nothing of what was written."""
    to_degrees = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    geod = pyproj.Geod(ellps="WGS84")
    moved = [shapely.transform(g, to_degrees.transform, interleaved=False) for g in geometries]
    return [abs(geod.geometry_area_perimeter(geometry)[0]) for geometry in moved]


def test_geojson_is_what_the_standard_wants(result):
    data = json.loads(export(result, "a.geojson").read_text(encoding="utf-8"))
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data  # RFC 7946, 4: always WGS 84
    assert len(data["features"]) == 9
    for feature in data["features"]:
        assert list(feature["properties"]) == NAMES
        for polygon in feature["geometry"]["coordinates"]:
            assert shapely.LinearRing(polygon[0]).is_ccw
            assert all(
                len(f"{value!r}".partition(".")[2]) <= 7 for ring in polygon for point in ring for value in point
            )
    drawn = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in data["features"]]
    assert true_areas(drawn, 4326) == pytest.approx([200.0] * 9, rel=2e-3)  # 7 decimals are a centimetre


def test_holes_turn_the_other_way_and_data_stays_data(tmp_path, records):
    holed = box(360_000, 4_099_000, 360_100, 4_099_100) - box(360_020, 4_099_020, 360_040, 4_099_040)
    path = tmp_path / "a.geojson"
    write(path, records, [records.change(0, geometry=shapely.orient_polygons(holed, exterior_cw=True))])
    (feature,) = json.loads(path.read_text(encoding="utf-8"))["features"]
    outer, inner = feature["geometry"]["coordinates"][0]
    assert shapely.LinearRing(outer).is_ccw
    assert not shapely.LinearRing(inner).is_ccw
    runs = tmp_path / "r.csv"
    write_layers(runs, [Layer(RUNS, [records.run()])], records.crs, about([records.run()]))
    (row,) = table(runs)
    assert json.loads(row["channels"]) == records.run().channels


def test_an_area_across_the_antimeridian_is_cut_there(tmp_path, records):
    crs = pyproj.CRS(32601)  # its western edge is 180°
    x, y = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(180.0, 60.0)
    area = records.change(0, geometry=box(x - 1000, y - 1000, x + 1000, y + 1000))
    path = tmp_path / "a.geojson"
    write(path, records, [area], crs)
    (feature,) = json.loads(path.read_text(encoding="utf-8"))["features"]
    geometry = shapely.from_geojson(json.dumps(feature["geometry"]))
    assert len(geometry.geoms) == 2
    assert all(part.bounds[2] - part.bounds[0] < 1 for part in geometry.geoms)
    assert sum(true_areas(geometry.geoms, 4326)) == pytest.approx(true_areas([area.geometry], crs)[0], rel=1e-3)


@pytest.mark.parametrize("ending", [".geojson", ".fgb", ".parquet"])
def test_geopandas_reads_what_was_written(result, records, ending):
    geopandas = pytest.importorskip("geopandas")
    path = export(result, f"a{ending}")
    frame = geopandas.read_parquet(path) if ending == ".parquet" else geopandas.read_file(path)
    assert [name for name in frame.columns if name != "geometry"] == NAMES
    assert frame.crs.to_epsg() == (4326 if ending == ".geojson" else 32615)
    assert frame["area_m2"].sum() == 9 * 200.0
    moved = frame.to_crs(records.crs).geometry.to_numpy()
    meant = [records.change(number).geometry for number in frame["change_id"]]
    assert shapely.hausdorff_distance(moved, meant).max() < 0.02
    assert frame["date_after"].iloc[0].isoformat() == "2011-06-01T12:30:00+00:00"


@pytest.mark.parametrize("ending", [".fgb", ".parquet"])
def test_the_files_themselves_say_what_columns_mean(result, ending):
    pyarrow = pytest.importorskip("pyarrow.parquet")
    path = export(result, f"a{ending}")
    if ending == ".parquet":
        schema = pyarrow.read_schema(path)
        alias, told = schema.field("area_m2").metadata[b"alias"], schema.field("area_m2").metadata[b"description"]
        geo = json.loads(pyarrow.read_metadata(path).metadata[b"geo"])
        assert geo["columns"]["geometry"]["geometry_types"] == ["MultiPolygon"]
        assert geo["columns"]["geometry"]["bbox"] == pytest.approx(
            pyogrio.read_info(result, layer=CHANGES)["total_bounds"]
        )
    else:
        _, table = pyogrio.raw.read_arrow(path)
        metadata = table.schema.field("area_m2").metadata
        alias, told = metadata[b"GDAL:OGR:alternative_name"], metadata[b"GDAL:OGR:comment"]
    assert alias.decode() == "Area (m²)"
    assert "geodesic area" in told.decode()


def test_gdal_sees_what_the_columns_of_a_geopackage_mean(result):
    pytest.importorskip("pyarrow")
    _, table = pyogrio.raw.read_arrow(result, layer=CHANGES)
    for column in columns(ChangeRecord):
        told = table.schema.field(column.name).metadata
        if column.alias.lower() != column.name:  # GDAL takes a name that differs in capitals alone for the same
            assert told[b"GDAL:OGR:alternative_name"].decode() == column.alias
        assert column.meaning in told[b"GDAL:OGR:comment"].decode()


def test_csv_is_read_by_anything(result, records):
    rows = table(export(result, "a.csv"))
    assert list(rows[0]) == [*NAMES, "longitude", "latitude"]
    back = pyproj.Transformer.from_crs(4326, records.crs, always_xy=True)
    for row in rows:
        shape = records.change(int(row["change_id"])).geometry
        assert shape.buffer(0.02).contains(
            shapely.Point(back.transform(float(row["longitude"]), float(row["latitude"])))
        )
    with_outlines = table(export(result, "b.csv", wkt=True))
    assert shapely.from_wkt(with_outlines[3]["wkt"]).equals(records.change(3).geometry)
    tiles = table(export(result, "t.csv", layer=TILES))
    assert [row["changed"] for row in tiles[:3]] == ["true", "false", "false"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_is_a_formula(tmp_path, records, ending):
    texts = ["=1+1", '+HYPERLINK("http://a")', "-2", "@SUM(A1)", "\t=1", "＝1", "fine = fine"]
    path = tmp_path / f"a{ending}"
    write(path, records, [records.change(n, caption=text) for n, text in enumerate(texts)])
    if ending == ".csv":
        found = [row["caption"] for row in table(path)]
    else:
        openpyxl = pytest.importorskip("openpyxl")
        sheet = openpyxl.load_workbook(path)[CHANGES]
        cells = list(sheet.iter_cols())[NAMES.index("caption")][1:]
        assert {cell.data_type for cell in cells} == {"s"}
        found = [cell.value for cell in cells]
    assert found == [*(f"'{text}" for text in texts[:-1]), texts[-1]]


def test_a_workbook_has_a_sheet_per_layer_and_one_of_meanings(result):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(export(result, "a.xlsx"))
    assert book.sheetnames == [CHANGES, RUNS, "columns"]
    head, *rows = book[CHANGES].iter_rows(values_only=True)
    assert list(head) == [*NAMES, "longitude", "latitude"]
    assert sum(row[head.index("area_m2")] for row in rows) == 9 * 200
    assert rows[0][head.index("date_after")].isoformat() == "2011-06-01T12:30:00"
    assert (CHANGES, "area_m2", "Area (m²)", "real", "m²", "geodesic area") in set(
        book["columns"].iter_rows(values_only=True)
    )


@pytest.mark.parametrize("ending", FORMATS)
def test_beside_each_lies_what_its_columns_mean(result, ending):
    path = export(result, f"a{ending}", layer=CHANGES)
    told = json.loads(columns_file_of(path).read_text(encoding="utf-8"))
    (layer,) = told["layers"]
    assert [column["name"] for column in layer["columns"]] == NAMES
    assert all(column["meaning"] and column["alias"] for column in layer["columns"])
    assert "0123abcd" in told["history"]
    assert sorted(entry.name for entry in result.parent.iterdir()) == sorted(
        [f"a{ending}", f"a{ending}.columns.json", "result.gpkg"]
    )


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("count", [0, 1, 5])
def test_batches_lose_nothing_and_nothing_is_something(tmp_path, records, ending, count, monkeypatch):
    monkeypatch.setattr("describe_changes.core.io.geopackage_writer.BATCH", 2)
    monkeypatch.setattr(layer_files, "BATCH", 2)
    monkeypatch.setattr("describe_changes.core.io.geoparquet.BATCH", 2)
    path = tmp_path / f"a{ending}"
    write(path, records, map(records.change, range(count)))
    if ending == ".parquet":
        found = pytest.importorskip("pyarrow.parquet").read_table(path)["change_id"].to_pylist()
    elif ending == ".csv":
        found = [int(row["change_id"]) for row in table(path)]
    else:
        _, _, _, data = pyogrio.raw.read(path, layer=CHANGES, columns=["change_id"], read_geometry=False)
        found = data[0].tolist() if data else []  # GeoJSON without features has no fields
    assert sorted(found) == list(range(count))


@pytest.mark.parametrize("ending", FORMATS)
def test_only_what_we_wrote_and_nobody_edited_is_replaced(result, ending):
    path = export(result, f"a{ending}")
    with pytest.raises(InputError, match="exists already"):
        export(result, path.name)
    before = path.read_bytes()
    export(result, path.name, overwrite=True, layer=CHANGES)
    path.write_bytes(before + b"\n")
    with pytest.raises(InputError, match="no layer file of Describe Changes as it was written; choose another name"):
        export(result, path.name, overwrite=True)
    assert path.read_bytes() == before + b"\n"


def test_somebodys_file_beside_it_stays(result):
    beside = result.parent / "a.csv.columns.json"
    beside.write_text('{"mine": true}')
    with pytest.raises(InputError, match=r"a\.csv\.columns\.json exists and was not written by Describe Changes"):
        export(result, "a.csv", overwrite=True)
    assert beside.read_text() == '{"mine": true}'
    assert not (result.parent / "a.csv").exists()


def test_a_kill_between_both_files_leaves_a_file_that_can_be_replaced(result, monkeypatch):
    path = export(result, "a.csv")
    real = layer_files.os.replace

    def killed(source, target):
        real(source, target)
        if str(target).endswith(".columns.json"):
            raise KeyboardInterrupt

    monkeypatch.setattr(layer_files.os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        export(result, "a.csv", overwrite=True, layer=TILES)
    monkeypatch.undo()
    assert "change_id" in path.read_text(encoding="utf-8-sig").splitlines()[0]
    export(result, "a.csv", overwrite=True, layer=TILES)
    assert "tile_id" in path.read_text(encoding="utf-8-sig").splitlines()[0]


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("a.shp", {}, r"a\.shp is no name for a result: end it in \.gpkg .* \.geojson, .*\.xlsx"),
        ("a.csv", {"layer": "roads"}, "There is no layer “roads” in this result; choose one of changes, tiles, runs"),
        ("a.geojson", {"layer": "runs"}, "“runs” is a table without outlines, which a.geojson cannot hold"),
        ("b.gpkg", {"layer": "tiles"}, "A GeoPackage holds all layers"),
        ("result.gpkg", {"overwrite": True}, "is read by this very command"),
        ("a.csv", {"colour": 1}, "There is no option “colour”"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_no_file(result, name, options, sentence):
    with pytest.raises(InputError, match=sentence):
        export(result, name, **options)
    assert [entry.name for entry in result.parent.iterdir()] == ["result.gpkg"]


def test_too_many_rows_for_a_sheet(result, monkeypatch):
    monkeypatch.setattr(layer_files, "_ROWS_OF_A_SHEET", 8)
    with pytest.raises(InputError, match=r"“changes” has more rows than a sheet of XLSX holds \(8\); write it as .csv"):
        export(result, "a.xlsx")
    assert [entry.name for entry in result.parent.iterdir()] == ["result.gpkg"]


def test_without_pyarrow_a_sentence_says_how_to_get_it(result, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'describe-changes\[geoparquet\]'.*such as \.fgb"):
        export(result, "a.parquet")


def test_a_reviewed_result_is_written_as_it_was_left(result):
    verdict = "review_status"
    with closing(sqlite3.connect(result)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute(f"UPDATE changes SET {verdict} = 'rejected' WHERE change_id = 4")  # noqa: S608
        file.execute("ALTER TABLE changes ADD COLUMN mine TEXT")
        file.commit()
    rows = table(export(result, "a.csv"))
    assert [row["change_id"] for row in rows if row[verdict] == "rejected"] == ["4"]
    assert "mine" not in rows[0]


def test_a_geopackage_is_written_anew_whole(result):
    copy = read_result(export(result, "copy.gpkg"))
    first = read_result(result)
    assert list(copy.tiles()) == list(first.tiles())
    assert list(copy.changes()) == list(first.changes())
    assert copy.run == first.run


def test_a_geopackage_says_what_its_layers_and_columns_mean(result, records):
    with closing(sqlite3.connect(result)) as file:
        told = file.execute("SELECT table_name, column_name, name, description FROM gpkg_data_columns").fetchall()
        extensions = {row[0] for row in file.execute("SELECT extension_name FROM gpkg_extensions")}
        (page,) = file.execute(
            "SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = md_file_id "
            "WHERE table_name = 'tiles'"
        ).fetchone()
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    for layer in (TILES, CHANGES, RUNS):
        assert [row[1] for row in told if row[0] == layer] == [column.name for column in columns(RECORDS[layer])]
    assert ("changes", "perimeter_m", "Perimeter (m)", "geodesic length of the outline [m]") in told
    assert {"gpkg_schema", "gpkg_metadata"} <= extensions
    assert "<title>Described tiles: " in page
    assert records.run().model in page


def test_aliases_are_unique_in_each_layer():
    for record in RECORDS.values():
        aliases = [column.alias for column in columns(record)]
        assert len(set(aliases)) == len(aliases)
        assert all(alias[0].isupper() and "_" not in alias for alias in aliases)


def test_a_result_of_a_series_is_written_too(tmp_path, records):
    later = records.run(date_before=records.run().date_after, run_id="second")
    path = tmp_path / "series.gpkg"
    tiles = [records.tile(0), records.tile(1, date_before=records.run().date_after)]
    write_geopackage(path, [records.run(), later], tiles, map(records.change, range(3)), records.crs)
    rows = table(export(path, "run.csv", layer=RUNS))
    assert [row["run_id"] for row in rows] == ["0123abcd", "second"]
    assert len(list(table(export(path, "a.csv")))) == 3


def test_polygon_of_no_extent_does_not_stop_a_table(tmp_path, records):
    flat = records.change(0, geometry=Polygon([(360_000, 4_099_000), (360_001, 4_099_000), (360_000, 4_099_000)]))
    path = tmp_path / "a.csv"
    write(path, records, [flat])
    (row,) = table(path)
    assert np.isfinite(float(row["longitude"]))


def a_site(records, number, classes):
    area = records.change(number)
    return SiteRecord(
        geometry=area.geometry, site_id=number, description="something", description_source="measured",
        class_name="building", changed_area_m2=area.area_m2, changes=1, classes=classes,
    )  # fmt: skip


def test_classes_are_words_in_tables_and_data_elsewhere(tmp_path, records):
    """A table is read by people; the sum per class stands in GeoJSON, which programs read."""
    classes = [
        {"class": "building", "transition": "appeared", "changes": 3, "objects": 7, "changed_area_m2": 1240.4},
        {"class": "change", "transition": "", "changes": 1, "objects": 0, "changed_area_m2": 90.0},
    ]
    words = "new buildings (3 areas, about 7 buildings, 1,240 m²); other changes (1 area, 90 m²)"
    sites = [a_site(records, number, one) for number, one in enumerate((classes, [{"by": "hand"}], []))]
    for ending in (".csv", ".xlsx", ".geojson"):
        write_layers(tmp_path / f"a{ending}", [Layer(SITES, sites)], records.crs, about([records.run()]))
        (layer,) = json.loads((tmp_path / f"a{ending}.columns.json").read_text(encoding="utf-8"))["layers"]
        (told,) = [column for column in layer["columns"] if column["name"] == "classes"]
        assert told["type"] == ("json" if ending == ".geojson" else "text")
    assert [row["classes"] for row in table(tmp_path / "a.csv")] == [words, '[{"by": "hand"}]', ""]
    openpyxl = pytest.importorskip("openpyxl")
    head, *rows = openpyxl.load_workbook(tmp_path / "a.xlsx")[SITES].iter_rows(values_only=True)
    assert rows[0][head.index("classes")] == words
    first = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"][0]["properties"]
    assert first["classes"] == classes
