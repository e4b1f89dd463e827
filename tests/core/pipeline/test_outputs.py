"""What a run does with what is there already: reviews, other people's files, its own unfinished work."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
from describe_changes.core.errors import InputError, OutputTaken
from describe_changes.core.pipeline import outputs
from describe_changes.core.pipeline.job import DescribeOptions, SilentObserver
from describe_changes.core.pipeline.runner import run_job
from shapely.geometry import box

from ..old_results import as_written_before

PIXELS = 150  # 9 tiles in 4 blocks


def content(path: Path) -> dict[str, list[tuple]]:
    """All rows of tiles and changes, as text."""
    found = {}
    for layer in ("tiles", "changes"):
        _, _, geometry, columns = pyogrio.raw.read(path, layer=layer)
        found[layer] = [tuple(map(str, row)) for row in zip(geometry, *columns, strict=True)]
    return found


def sql(path: Path, *statements: str) -> list:
    with contextlib.closing(sqlite3.connect(path)) as file:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            file.create_function(name, 1, lambda _: 0)
        rows = [file.execute(statement).fetchall() for statement in statements]
        file.commit()
    return rows


def judge(path: Path) -> None:
    sql(path, "UPDATE tiles SET review_status = 'edited', caption_edited = 'a school was built' WHERE tile_id = 1")
    sql(path, "UPDATE changes SET review_status = 'rejected' WHERE change_id = 0")


def judge_a_site(path: Path) -> None:
    sql(path, "UPDATE sites SET review_status = 'edited', description_edited = 'a hall was built' WHERE fid = 1")


@pytest.fixture
def done(make_pair, tmp_path, pack) -> DescribeOptions:
    """A finished job that may be run again."""
    pair = make_pair(PIXELS, PIXELS)
    folder = tmp_path / "run"
    folder.mkdir()
    spec = DescribeOptions(*pair, folder / "out.gpkg", model=pack.path, device="cpu", overwrite=True, block_size=128)
    run_job(spec)
    return spec


def test_the_same_job_again_leaves_a_review_as_it_is(done, collector):
    judge(done.output)
    outline = pyogrio.raw.read(done.output, layer="changes")[2][1]
    moved = {"layer": "changes", "driver": "GPKG", "geometry_type": "MultiPolygon", "crs": "EPSG:32633", "append": True}
    drawn = np.array([box(500_000, 5_000_000, 500_001, 5_000_001).wkb], dtype=object)
    pyogrio.raw.write(done.output, drawn, [np.array([9999])], ["change_id"], **moved)
    before, bytes_before = content(done.output), done.output.read_bytes()
    assert outline in [row for row in pyogrio.raw.read(done.output, layer="changes")[2]]
    watch = collector()
    summary = run_job(replace(done, outputs={"mask": done.output.with_name("m.tif")}, block_size=256), watch)
    assert content(done.output) == before
    assert done.output.read_bytes() == bytes_before
    assert done.output.with_name("m.tif").exists()
    assert any("holds an analyst's work" in text and "out_2.gpkg" in text for text in summary.warnings)
    assert sorted(path.name for path in done.output.parent.iterdir()) == ["m.qml", "m.tif", "m.tif.aux.xml", "out.gpkg"]


def test_a_review_of_before_schema_3_stays_and_the_report_tells_of_it(done):
    judge(done.output)
    judge_a_site(done.output)
    before = as_written_before(done.output).read_bytes()
    report = done.output.with_name("r.html")
    summary = run_job(replace(done, outputs={"report": report}))
    assert done.output.read_bytes() == before
    assert any("holds an analyst's work (3 reviewed" in text for text in summary.warnings)
    assert "a hall was built" in report.read_text()


def test_the_report_of_a_kept_result_tells_of_the_review(done):
    judge_a_site(done.output)
    report = done.output.with_name("r.html")
    run_job(replace(done, outputs={"report": report}))
    assert "a hall was built" in report.read_text()


@pytest.mark.parametrize("what", ["threshold", "tile_size", "extent", "raster", "model"])
def test_another_job_never_takes_the_place_of_a_review(done, what, captions_only):
    judge(done.output)
    before = done.output.read_bytes()
    with rasterio.open(done.after) as image:
        west, south, east, north = image.bounds
    other = {
        "threshold": {"threshold": 0.9},
        "tile_size": {"tile_size": 128},
        "extent": {"extent": f"{west},{south},{(west + east) / 2},{north}"},
        "raster": {},
        "model": {"model": captions_only.path},
    }
    if what == "raster":
        with rasterio.open(done.after, "r+") as target:
            target.write(np.full((3, 20, 20), 200, np.uint8), window=rasterio.windows.Window(0, 0, 20, 20))
    with pytest.raises(OutputTaken, match=r"of another job, which would be lost; .* out_2\.gpkg") as refused:
        run_job(replace(done, **other[what]))
    assert Path(refused.value.suggestion) == done.output.with_name("out_2.gpkg")
    assert done.output.read_bytes() == before
    assert [path.name for path in done.output.parent.iterdir()] == ["out.gpkg"]
    run_job(replace(done, output=refused.value.suggestion, **other[what]))


def test_a_moved_raster_is_still_the_same_job(done, tmp_path):
    judge(done.output)
    before = done.output.read_bytes()
    copy = tmp_path / "moved_2017-05-01.tif"
    copy.write_bytes(Path(done.after).read_bytes())
    run_job(replace(done, after=copy))
    assert done.output.read_bytes() == before


def test_a_result_judged_while_its_rerun_was_under_way_is_not_lost(done, monkeypatch):
    before = sql(done.output, "SELECT count(*) FROM tiles")
    merge_changes = outputs.ResultStreams.merge_changes

    def judged_meanwhile(self, *arguments):
        judge(done.output)
        return merge_changes(self, *arguments)

    monkeypatch.setattr(outputs.ResultStreams, "merge_changes", judged_meanwhile)
    with pytest.raises(OutputTaken, match="would be lost"):
        run_job(replace(done, threshold=0.9))
    monkeypatch.undo()
    assert sql(done.output, "SELECT count(*) FROM tiles") == before
    assert sql(done.output, "SELECT caption_edited FROM tiles WHERE tile_id = 1") == [[("a school was built",)]]


def test_without_a_review_the_result_is_replaced_and_other_layers_stay(done):
    shapes = np.array([box(0, 0, 10, 10).wkb], dtype=object)
    pyogrio.raw.write(
        done.output, shapes, [np.array(["mine"], dtype=object)], ["owner"], layer="parcels", driver="GPKG",
        geometry_type="Polygon", crs="EPSG:32633",
    )  # fmt: skip
    run_job(replace(done, threshold=0.9))
    assert sql(done.output, "SELECT owner FROM parcels") == [[("mine",)]]
    assert "0.9" in sql(done.output, "SELECT parameters FROM runs")[0][0][0]


@pytest.mark.parametrize("kind", ["mask", "report", "output"])
@pytest.mark.parametrize("source", ["before", "after", "aoi"])
def test_no_output_replaces_a_raster_or_the_polygons_of_the_job(done, tmp_path, kind, source):
    aoi = tmp_path / "aoi.geojson"
    aoi.write_text("{}")
    spec = replace(done, aoi=aoi)
    path = Path(getattr(spec, source))
    held = path.read_bytes()
    with pytest.raises(InputError, match=r"is read by this very command|is no name for a result"):
        run_job(replace(spec, **({"output": path} if kind == "output" else {"outputs": {kind: path}})))
    assert path.read_bytes() == held


class StopWhileWriting(SilentObserver):
    """Fails the run as soon as some outputs are written, as a kill would."""

    def __init__(self, after: int) -> None:
        self._after = after

    def progress(self, stage, done, total, tiles_per_second, seconds_left):
        if stage == "write" and done >= self._after:
            raise KeyboardInterrupt


@pytest.mark.parametrize("written", [1, 2, 3])
def test_the_same_command_goes_on_after_some_outputs_were_written(done, written, collector):
    fresh = done.output.with_name("fresh.gpkg")
    folder = done.output.parent
    spec = replace(done, output=fresh, outputs={"mask": folder / "m.tif", "report": folder / "r.html"}, overwrite=False)
    with pytest.raises(KeyboardInterrupt):
        run_job(spec, StopWhileWriting(written))
    assert sum(path.exists() for path in spec.targets.values()) == written
    run_job(spec)
    assert content(fresh) == content(done.output)
    names = {"out.gpkg", "fresh.gpkg", "m.tif", "m.tif.aux.xml", "m.qml", "r.html"}
    assert {path.name for path in folder.iterdir()} == names
    with pytest.raises(OutputTaken, match="exists already"):
        run_job(spec)


def test_what_somebody_put_in_the_place_of_a_written_output_stays(done):
    spec = replace(
        done,
        output=done.output.with_name("fresh.gpkg"),
        outputs={"mask": done.output.with_name("m.tif")},
        overwrite=False,
    )
    with pytest.raises(KeyboardInterrupt):
        run_job(spec, StopWhileWriting(1))
    spec.outputs["mask"].write_text("precious")
    with pytest.raises(OutputTaken, match="exists already"):
        run_job(spec)
    assert spec.outputs["mask"].read_text() == "precious"


def test_another_job_does_not_go_on_with_written_outputs(done):
    spec = replace(
        done,
        output=done.output.with_name("fresh.gpkg"),
        outputs={"mask": done.output.with_name("m.tif")},
        overwrite=False,
    )
    with pytest.raises(KeyboardInterrupt):
        run_job(spec, StopWhileWriting(1))
    held = spec.outputs["mask"].read_bytes()
    with pytest.raises(InputError, match="differs from this one"):
        run_job(replace(spec, threshold=0.9))
    assert spec.outputs["mask"].read_bytes() == held


class ChangeMeanwhile(SilentObserver):
    """Does something to the files as soon as the first tile is described."""

    def __init__(self, act) -> None:
        self._act = act

    def tile(self, record):
        act, self._act = self._act, lambda: None
        act()


def sidecar(path: Path, ending: str, text: str) -> None:
    path.with_name(path.name + ending).write_text(text)


MEANWHILE = {
    "overwritten in place": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"),
    "replaced": lambda path: (path.with_name("n").write_bytes(path.read_bytes()), path.with_name("n").replace(path)),
    "deleted": lambda path: path.unlink(),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:2000]),
    "given a mask": lambda path: sidecar(path, ".msk", "x"),
    "given overviews": lambda path: sidecar(path, ".ovr", "x"),
    "given a georeference": lambda path: path.with_suffix(".tfw").write_text("1\n0\n0\n-1\n0\n0\n"),
    "given no data": lambda path: sidecar(
        path,
        ".aux.xml",
        '<PAMDataset><PAMRasterBand band="1"><NoDataValue>7</NoDataValue></PAMRasterBand></PAMDataset>',
    ),
}
STATISTICS = (
    '<PAMDataset>\n  <PAMRasterBand band="1">\n    <Histograms><HistItem/></Histograms>\n    <Metadata>\n'
    '      <MDI key="STATISTICS_MAXIMUM">255</MDI>\n    </Metadata>\n  </PAMRasterBand>\n</PAMDataset>\n'
)


@pytest.mark.parametrize("role", ["before", "after"])
@pytest.mark.parametrize("what", MEANWHILE)
def test_a_raster_that_changes_during_the_run_is_refused_and_nothing_is_written(done, what, role):
    fresh = replace(done, output=done.output.with_name("fresh.gpkg"), outputs={"mask": done.output.with_name("m.tif")})
    path = Path(getattr(done, role))
    with pytest.raises(InputError, match=f"{path.name} changed while this run read it"):
        run_job(fresh, ChangeMeanwhile(lambda: MEANWHILE[what](path)))
    assert [entry.name for entry in done.output.parent.iterdir()] == ["out.gpkg"]


def test_statistics_that_qgis_leaves_beside_a_raster_are_no_change(done):
    fresh = replace(done, output=done.output.with_name("fresh.gpkg"))
    run_job(fresh, ChangeMeanwhile(lambda: sidecar(Path(done.after), ".aux.xml", STATISTICS)))
    assert content(fresh.output) == content(done.output)


@pytest.mark.parametrize("what", ["given a mask", "given no data", "given a georeference"])
def test_a_new_sidecar_is_seen_on_resume(done, what, collector):
    fresh = replace(done, output=done.output.with_name("fresh.gpkg"), overwrite=False)
    with pytest.raises(KeyboardInterrupt):
        run_job(fresh, StopWhileWriting(1))
    fresh.output.unlink()
    path = Path(done.after)
    if what == "given a mask":  # one that GDAL can read
        with rasterio.open(path) as image, rasterio.open(
            f"{path}.msk", "w", driver="GTiff", width=image.width, height=image.height, count=1, dtype="uint8",
            crs=image.crs, transform=image.transform,
        ) as mask:  # fmt: skip
            mask.write(np.full((1, image.height, image.width), 255, np.uint8))
    else:
        MEANWHILE[what](path)
    with pytest.raises(InputError, match="differs from this one"):
        run_job(fresh)
