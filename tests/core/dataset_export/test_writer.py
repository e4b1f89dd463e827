"""Reviewed tiles as a data set: what is written, what is left out, and what is refused."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from describe_changes.core.captions.no_change import POSSIBLE_CHANGE
from describe_changes.core.dataset_export.options import export, export_options
from describe_changes.core.dataset_export.split import split_by_place
from describe_changes.core.dataset_export.writer import ExportOptions, export_dataset
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.records import ChangeRecord, RunRecord, TileRecord
from describe_changes.core.raster.tiling import TileLattice, Window
from PIL import Image
from pyproj import CRS

from ..old_results import as_written_before

SIDE, TILE, OVERLAP, WEST, NORTH = 160, 64, 16, 500000.0, 5000160.0
CRS_33 = CRS.from_epsg(32633)
HOUSE = (100, 10, 20, 30)  # row, col, height, width
ROAD = (8, 120, 16, 16)
BEFORE, AFTER = datetime(2011, 5, 1), datetime(2012, 6, 1)


def box(row: float, col: float, height: float, width: float) -> shapely.Polygon:
    return shapely.box(WEST + col, NORTH - row - height, WEST + col + width, NORTH - row)


def tiles() -> list[TileRecord]:
    return [
        TileRecord(
            geometry=box(*tile.window.to_list()), tile_id=tile.tile_id,
            caption=f"a house appears in {tile.tile_id}" if tile.tile_id != 4 else "there is no difference",
            changed=tile.tile_id != 4, change_score=0.9, changed_fraction=0.1, changed_area_m2=600.0, confidence=0.8,
            facts="", valid_fraction=1.0, date_before=BEFORE, date_after=AFTER, model="some model",
        )
        for tile in TileLattice(SIDE, SIDE, TILE, OVERLAP).tiles
    ]  # fmt: skip


def changes() -> list[ChangeRecord]:
    def change(number: int, name: str, transition: str, place: tuple[int, ...]) -> ChangeRecord:
        return ChangeRecord(
            geometry=shapely.MultiPolygon([box(*place)]), change_id=number, class_name=name, transition=transition,
            area_m2=1.0, perimeter_m=1.0, mean_probability=0.9, tile_id=0,
        )  # fmt: skip

    return [change(0, "building", "appeared", HOUSE), change(1, "change", "", ROAD)]


def run_record(folder: Path) -> RunRecord:
    channels = [("building", "appeared"), ("building", "disappeared"), ("change", "")]
    return RunRecord(
        run_id="1", engine_version="0", started=AFTER, duration_s=1.0, before=str(folder / "before_2011.tif"),
        after=str(folder / "after_2012.tif"), date_before=BEFORE, date_after=AFTER, crs="EPSG:32633", width=SIDE,
        height=SIDE, gsd_m=1.0, model="some model", model_sha256="0", device="CPU", tiles=9, changed_tiles=8, changes=2,
        changed_area_m2=2.0, parameters={"tile_size": TILE, "overlap": OVERLAP, "bands": [1, 2, 3]},
        channels=[{"name": f"{c} {d}", "class_name": c, "transition": d, "threshold": 0.5} for c, d in channels],
        model_info={"licence": "For science."},
    )  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two rasters and a result that nobody has reviewed yet."""
    rng = np.random.default_rng(0)
    for name, low in (("before_2011.tif", 0), ("after_2012.tif", 100)):
        with rasterio.open(
            tmp_path / name, "w", driver="GTiff", height=SIDE, width=SIDE, count=3, dtype="uint8", crs="EPSG:32633",
            transform=Affine(1, 0, WEST, 0, -1, NORTH), photometric="RGB",
        ) as target:  # fmt: skip
            target.write(rng.integers(low, low + 100, (3, SIDE, SIDE), dtype=np.uint8))
    write_geopackage(tmp_path / "result.gpkg", run_record(tmp_path), tiles(), changes(), CRS_33)
    return tmp_path


def review(path: Path, *statements: str) -> None:
    """Change attributes as any program would that writes GeoPackages."""
    with sqlite3.connect(path) as database:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            database.create_function(name, 1, lambda _geometry: 0)
        for statement in statements:
            database.execute(statement)
    database.close()


def verdicts(place: Path) -> Path:
    """Accept all but one tile that is edited, one rejected, one open; reject the road."""
    path = place / "result.gpkg"
    review(
        path,
        "UPDATE tiles SET review_status = 'accepted'",
        "UPDATE tiles SET review_status = 'edited', caption_edited = 'A dwelling is built.' WHERE tile_id = 6",
        "UPDATE tiles SET review_status = 'rejected' WHERE tile_id = 1",
        "UPDATE tiles SET review_status = NULL WHERE tile_id = 7",
        "UPDATE changes SET review_status = 'rejected' WHERE change_id = 1",
    )
    return path


def written(folder: Path) -> dict[int, dict[str, Any]]:
    return {entry["tile_id"]: entry for entry in json.loads((folder / "captions.json").read_text())["images"]}


def image(folder: Path, entry: dict[str, Any], part: str) -> np.ndarray:
    return np.asarray(Image.open(folder / "images" / entry["split"] / part / entry["filename"]))


def test_a_result_of_before_schema_3_gives_the_same_data_set(place: Path) -> None:
    path = verdicts(place)
    export_dataset(ExportOptions(path, place / "new", val_fraction=0.0))
    export_dataset(ExportOptions(as_written_before(path), place / "old", val_fraction=0.0))
    assert written(place / "old") == written(place / "new")
    images = {path.relative_to(place / "new"): path.read_bytes() for path in (place / "new").rglob("*.png")}
    assert len(images) > 2 * 7
    assert {path.relative_to(place / "old"): path.read_bytes() for path in (place / "old").rglob("*.png")} == images


def test_pixels_masks_and_captions_of_reviewed_tiles(place: Path) -> None:
    out = place / "set"
    summary = export_dataset(ExportOptions(verdicts(place), out, val_fraction=0.0))
    entries = written(out)
    assert sorted(entries) == [0, 2, 3, 4, 5, 6, 8]
    assert summary["left_out"] == {"rejected": 1, "without a verdict": 1}
    edited = entries[6]
    assert [sentence["raw"] for sentence in edited["sentences"]] == ["A dwelling is built."]
    assert edited["sentences"][0]["tokens"] == ["a", "dwelling", "is", "built"]
    assert (edited["changeflag"], edited["review_status"], edited["gsd_m"]) == (1, "edited", pytest.approx(1, abs=1e-3))
    for part, name in (("A", "before_2011.tif"), ("B", "after_2012.tif")):
        with rasterio.open(place / name) as raster:
            expected = raster.read()[:, 96:160, 0:64].transpose(1, 2, 0)
        np.testing.assert_array_equal(image(out, edited, part), expected)
    label = image(out, edited, "label")
    assert set(np.unique(label)) == {0, 1}
    assert label[4:24, 10:40].all()
    assert int(label.sum()) == 600
    # the road was rejected, so nothing outlines what tile 2 is said to show: its mask is unknown, not empty
    assert not (out / "images" / entries[2]["split"] / "label" / entries[2]["filename"]).exists()
    values = json.loads((out / "captions.json").read_text())["mask_values"]
    assert values == {"building": [1, 2], "building+": [1], "building-": [2], "change": -1}
    unchanged = entries[4]
    assert unchanged["changeflag"] == 0
    assert len(unchanged["sentences"]) == 5
    assert not image(out, unchanged, "label").any()


def test_a_tile_whose_change_lies_in_a_neighbour_s_cell_counts_by_the_accepted_words_and_is_left_out_unreviewed(place):
    path = verdicts(place)
    review(path, "UPDATE tiles SET changed = 0 WHERE tile_id IN (5, 7)")
    summary = export_dataset(ExportOptions(path, place / "set", val_fraction=0.0, include_unreviewed=True))
    entries = written(place / "set")
    assert entries[5]["changeflag"] == 1
    assert 7 not in entries
    assert summary["left_out"]["told as changed, with no change in the tile's own cell"] == 1


def test_a_possible_change_that_nobody_worded_teaches_nothing(place: Path) -> None:
    """Accepted it holds no sentence to learn; edited or rejected it is a pair like any other."""
    path, out = verdicts(place), place / "set"
    review(path, "UPDATE tiles SET caption = 'a possible change' WHERE tile_id IN (1, 5, 6)")
    summary = export_dataset(ExportOptions(path, out, val_fraction=0.0, include_rejected=True))
    entries = written(out)
    assert summary["left_out"] == {f"described as “{POSSIBLE_CHANGE}” only": 1, "without a verdict": 1}
    assert 5 not in entries
    assert (entries[1]["changeflag"], entries[6]["changeflag"]) == (0, 1)
    assert entries[6]["sentences"][0]["raw"] == "A dwelling is built."


def test_what_indices_measured_teaches_no_model(place: Path) -> None:
    """An area that indices told is as if it were not there, whatever its verdict."""
    path = verdicts(place)  # the road is rejected
    export_dataset(ExportOptions(path, place / "plain", val_fraction=0.0))
    path.unlink()
    lost = {"name": "vegetation lost", "class_name": "vegetation", "transition": "disappeared", "threshold": 0.5}
    run = run_record(place)
    run.channels.append(lost)
    run.parameters["indices"] = {"layers": [1]}
    road = replace(changes()[1], class_name="vegetation", transition="disappeared")
    write_geopackage(path, run, tiles(), [changes()[0], road], CRS_33)
    verdicts(place)
    review(path, "UPDATE changes SET review_status = 'accepted'")
    export_dataset(ExportOptions(path, place / "measured", val_fraction=0.0))
    assert (place / "measured" / "captions.json").read_text() == (place / "plain" / "captions.json").read_text()
    images = {path.relative_to(place / "plain"): path.read_bytes() for path in (place / "plain").rglob("*.png")}
    assert images == {p.relative_to(place / "measured"): p.read_bytes() for p in (place / "measured").rglob("*.png")}


def test_what_lies_beside_the_pairs(place: Path) -> None:
    out = place / "set"
    export_dataset(ExportOptions(verdicts(place), out, val_fraction=0.0, licence="NAIP is in the public domain."))
    places = json.loads((out / "georeference.json").read_text())
    assert places["train_000006"] == {"crs": "EPSG:32633", "transform": [1, 0, WEST, 0, -1, NORTH - 96]}
    outline = shapely.geometry.shape(json.loads((out / "tiles.geojson").read_text())["features"][0]["geometry"])
    assert outline.centroid.distance(shapely.Point(15.0004, 45.155)) < 0.01
    provenance = json.loads((out / "provenance.json").read_text())
    assert provenance["before"] == [str(place / "before_2011.tif")]
    assert provenance["run"]["model"] == "some model"
    for text in (provenance["licence"], (out / "README.md").read_text()):
        assert "NAIP is in the public domain." in text
        assert "For science." in text


def test_rejected_tiles_only_when_asked_and_open_tiles_only_when_asked(place: Path) -> None:
    spec = ExportOptions(
        verdicts(place), place / "set", val_fraction=0.0, include_rejected=True, include_unreviewed=True
    )
    assert export_dataset(spec)["pair_count"] == 9
    rejected = written(place / "set")[1]
    assert rejected["changeflag"] == 0
    assert rejected["sentences"][0]["raw"] == "there is no difference"
    assert written(place / "set")[7]["changeflag"] == 1


def test_held_out_tiles_share_no_pixel_with_the_others(place: Path) -> None:
    path = verdicts(place)
    summary = export_dataset(ExportOptions(path, place / "set", val_fraction=0.2))
    first = {number: entry["split"] for number, entry in written(place / "set").items()}
    assert summary["val"] == 1
    assert summary["left_out"]["beside held-out tiles"] > 0
    windows = {tile.tile_id: tile.window for tile in TileLattice(SIDE, SIDE, TILE, OVERLAP).tiles}
    held = [windows[number] for number, split in first.items() if split == "val"]
    learned = [windows[number] for number, split in first.items() if split == "train"]
    assert not any(a.intersection(b) for a in held for b in learned)
    export_dataset(ExportOptions(path, place / "set", val_fraction=0.2, overwrite=True))
    assert {number: entry["split"] for number, entry in written(place / "set").items()} == first


def test_hold_out_takes_the_side_that_is_like_the_rest() -> None:
    windows = [Window(0, 64 * i, 64, 64) for i in range(10)]
    changed = [True] * 5 + [False, True, False, True, False]
    split = split_by_place(windows, changed, 0.2)
    assert split[8:] == ["val", "val"]  # one of two changed; at the other end both are
    assert split[:8] == ["train"] * 8
    assert split_by_place(windows[:1], [True], 0.5) == ["train"]
    assert split_by_place([windows[0]] * 3, [True] * 3, 0.3) == ["train"] * 3  # nothing would be left to learn from


def test_deeper_pixels_are_stretched_and_missing_ones_are_grey(place: Path) -> None:
    for name in ("before_2011.tif", "after_2012.tif"):
        with rasterio.open(place / name) as source:
            pixels, profile = source.read().astype(np.uint16) * 50 + 1, source.profile
        if name.startswith("after"):
            pixels[:, 96:110, 0:64] = 0
        with rasterio.open(place / name, "w", **{**profile, "dtype": "uint16", "nodata": 0}) as target:
            target.write(pixels)
    export_dataset(ExportOptions(verdicts(place), place / "set", val_fraction=0.0))
    entry = written(place / "set")[6]
    for part in "AB":
        pixels = image(place / "set", entry, part)
        assert (pixels[:14] == 102).all()
        assert pixels[14:].std() > 40


def test_rasters_that_moved_are_found_beside_the_result_or_asked_for(place: Path) -> None:
    path = verdicts(place)
    review(path, "UPDATE runs SET before = '/elsewhere/before_2011.tif', after = '/elsewhere/later.tif'")
    with pytest.raises(InputError, match=r"was made from /elsewhere/later\.tif, which is not there any more.*--after"):
        export_dataset(ExportOptions(path, place / "set"))
    assert not list(place.glob("set*"))
    assert export_dataset(ExportOptions(path, place / "set", after=str(place / "after_2012.tif")))["pair_count"] > 0


def test_a_layer_without_a_run_needs_the_rasters_and_the_tile_size(place: Path) -> None:
    path = verdicts(place)
    review(path, "DROP TABLE runs", "DELETE FROM gpkg_contents WHERE table_name = 'runs'")
    sources = {"before": str(place / "before_2011.tif"), "after": str(place / "after_2012.tif")}
    with pytest.raises(InputError, match="“some model” is not installed; give the tile size"):
        export_dataset(ExportOptions(path, place / "set", **sources))
    with pytest.raises(InputError, match="does not say which raster was “before”"):
        export_dataset(ExportOptions(path, place / "set", tile_size=TILE))
    assert (
        export_dataset(ExportOptions(path, place / "set", tile_size=TILE, val_fraction=0.0, **sources))["pair_count"]
        == 7
    )
    values = json.loads((place / "set" / "captions.json").read_text())["mask_values"]
    assert values == {"building": [1], "building+": [1], "change": -1}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"val_fraction": 0.9}, "between 0 and 0.5"),
        ({"output": "result.gpkg"}, "is a file"),
        ({"output": "absent/set"}, "does not exist or is read-only"),
        ({"output": "."}, "holds other files"),
        ({"result": "nothing.gpkg"}, "does not exist"),
    ],
)
def test_what_cannot_be_is_said(place: Path, changed: dict[str, Any], sentence: str) -> None:
    given = {"result": "result.gpkg", "output": "set", **changed}
    given = {name: place / value if isinstance(value, str) else value for name, value in given.items()}
    with pytest.raises(InputError, match=sentence):
        export_dataset(ExportOptions(**given))


def test_nothing_reviewed_and_moved_tiles_are_said(place: Path) -> None:
    with pytest.raises(InputError, match=r"No tile of .* was accepted or edited"):
        export_dataset(ExportOptions(place / "result.gpkg", place / "set"))
    spoiled = [
        *tiles()[:-1],
    ]
    spoiled[0] = TileRecord(
        **{name: getattr(spoiled[0], name) for name in TileRecord.__slots__} | {"geometry": box(0, 0, 64, 70)}
    )
    write_geopackage(place / "spoiled.gpkg", run_record(place), spoiled, [], CRS_33)
    review(place / "result.gpkg", "UPDATE tiles SET date_after = '2013-06-01T00:00:00.000Z' WHERE tile_id = 3")
    with pytest.raises(InputError, match="2 pairs of dates"):
        export_dataset(ExportOptions(place / "result.gpkg", place / "set"))
    with pytest.raises(InputError, match="differ in size"):
        export_dataset(ExportOptions(place / "spoiled.gpkg", place / "set"))


def test_the_workers_operation_reports_cancels_and_checks(place: Path) -> None:
    params = {"result": str(verdicts(place)), "output": str(place / "set"), "share": "0"}
    seen: list[tuple[str, int]] = []
    event, answer = export(params, lambda name, **fields: seen.append((name, fields["done"])), lambda: False)
    assert (event, answer["summary"]["pair_count"]) == ("done", 7)
    assert seen[-1] == ("progress", 7)
    with pytest.raises(Cancelled):
        export({**params, "overwrite": True}, lambda name, **fields: None, lambda: True)
    assert (place / "set" / "captions.json").is_file()  # the earlier export stays
    with pytest.raises(InputError, match="no option “colour”"):
        export_options({**params, "colour": "red"})
    with pytest.raises(InputError, match="“many” is no number"):
        export_options({**params, "share": "many"})
    with pytest.raises(InputError, match="Give the folder to make"):
        export_options({"result": "x.gpkg"})
