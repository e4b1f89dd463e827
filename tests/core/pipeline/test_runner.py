"""One run, whatever the blocks, interruptions and faults on the way."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from describe_changes.core.captions.no_change import POSSIBLE_CHANGE
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.lock import hold_lock
from describe_changes.core.models.packs import ModelPack, save_pack
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job


def read_mask(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read()


def read_layer(path: Path, layer: str) -> list[tuple]:
    _, _, geometry, columns = pyogrio.raw.read(path, layer=layer)
    return [tuple(map(str, row)) for row in zip(*([geometry] if geometry is not None else []), *columns, strict=True)]


def job(pair, folder: Path, pack: ModelPack, **more) -> DescribeOptions:
    folder.mkdir(exist_ok=True)
    options = {"model": pack.path, "device": "cpu", "outputs": {"mask": folder / "mask.tif"}, **more}
    return DescribeOptions(*pair, folder / "out.gpkg", **options)


def test_block_size_leaves_no_trace(make_pair, tmp_path, pack, collector):
    """Blocks of 512 and of 2048 px: the same tiles, masks and polygons, bit for bit."""
    pair = make_pair(1100, 700)
    found = {}
    for size in (512, 2048):
        watch = collector()
        spec = job(pair, tmp_path / str(size), pack, block_size=size, tile_size=128, overlap=32, min_area=1.0)
        summary = run_job(spec, watch)
        layers = [read_layer(spec.output, name) for name in ("tiles", "changes")]
        found[size] = watch.found(), layers, read_mask(spec.outputs["mask"]).tobytes(), summary.changed_area_m2
        assert summary.tiles == len(watch.tiles) == 12 * 7
        assert summary.changes == len(watch.changes) > 20
    assert found[512] == found[2048]


@pytest.mark.parametrize(
    ("height", "width", "tiles"), [(1, 1, 1), (64, 64, 1), (65, 64, 2), (65, 65, 4), (40, 200, 4), (112, 113, 6)]
)
def test_tile_counts_at_the_edges(height, width, tiles, make_pair, tmp_path, pack, collector):
    watch = collector()
    summary = run_job(job(make_pair(height, width, seed=5), tmp_path / "run", pack, block_size=64), watch)
    assert summary.tiles == len(watch.tiles) == tiles
    assert all(tile["valid_fraction"] == 1 for tile in watch.tiles.values())
    assert (read_mask(tmp_path / "run" / "mask.tif")[0] != 255).all()


def test_tiles_of_identical_bytes_show_no_change_whatever_their_neighbours_see(make_pair, tmp_path, pack, collector):
    watch = collector()
    run_job(job(make_pair(400, 400), tmp_path / "run", pack), watch)
    same = [tile for tile in watch.tiles.values() if tile["skip_reason"] == "identical"]
    assert len(same) > 10
    assert {(tile["changed"], tile["changed_area_m2"], tile["confidence"]) for tile in same} == {(False, 0.0, 1.0)}


def test_what_the_mask_shows_is_not_denied(make_pair, tmp_path, pack, monkeypatch, collector):
    """Where flag and mask disagree neither tile nor area says that the scene is the same; the confidence is halved."""
    from describe_changes.core.predict import predictor

    same = "the scene is the same as before"

    def deny(self, tiles, *_, **__):
        return [replace(tile.prediction, caption=same, confidence=0.5) for tile in tiles]

    monkeypatch.setattr(predictor.Predictor, "describe", deny)
    watch = collector()
    run_job(job(make_pair(400, 400), tmp_path / "run", pack, min_area=1.0), watch)
    asked = [tile for tile in watch.tiles.values() if not tile["skip_reason"]]
    shown = [tile for tile in asked if tile["changed_area_m2"] > 0]
    assert shown
    assert {(tile["caption"], tile["changed"], tile["confidence"]) for tile in shown} == {(POSSIBLE_CHANGE, True, 0.25)}
    unseen = {(tile["caption"], tile["changed"]) for tile in asked if tile not in shown}
    assert unseen <= {(same, False), (POSSIBLE_CHANGE, True)}
    assert watch.changes
    assert {change["caption"] for change in watch.changes} == {POSSIBLE_CHANGE}


def test_in_unknown_imagery_the_model_writes_no_sentence(make_pair, tmp_path, pack, monkeypatch, collector):
    from describe_changes.core.predict import predictor

    def speak(self, tiles, *_, **__):
        raise AssertionError("a sentence is asked for")

    pair = make_pair(400, 400)
    for path in pair:
        with rasterio.open(path, "r+") as raster:
            raster.transform = Affine(5.0, 0, 400000, 0, -5.0, 5800000)
    monkeypatch.setattr(predictor.Predictor, "describe", speak)
    watch = collector()
    run_job(job(pair, tmp_path / "run", pack), watch)
    asked = [tile for tile in watch.tiles.values() if not tile["skip_reason"]]
    assert any(tile["changed"] for tile in asked)
    assert {tile["caption"] for tile in asked} == {POSSIBLE_CHANGE}
    assert {change["caption"] for change in watch.changes} == {POSSIBLE_CHANGE}


def test_no_tile_is_described_twice(make_pair, tmp_path, pack, monkeypatch):
    from describe_changes.core.pipeline import site_words
    from describe_changes.core.predict import predictor

    asked = []
    whole = predictor.Predictor.encode

    def count(self, images, *more):
        asked.append(len(images))
        return whole(self, images, *more)

    monkeypatch.setattr(predictor.Predictor, "encode", count)
    monkeypatch.setattr(site_words.SiteWords, "ask", lambda *_: None)  # sites are looked at once more, by themselves
    summary = run_job(job(make_pair(400, 400), tmp_path / "run", pack, block_size=128))
    assert sum(asked) == summary.tiles
    assert max(asked) <= 32  # tiles held at a time, whatever the raster's size
    asked.clear()
    run_job(job(make_pair(800, 800), tmp_path / "large", pack, block_size=400))
    assert len([count for count in asked if count % 4]) <= 4  # one batch of each block need not be full


def test_cancel_keeps_finished_blocks_and_the_next_run_goes_on(make_pair, tmp_path, pack, collector):
    pair = make_pair(300, 300)
    whole = collector()
    run_job(job(pair, tmp_path / "whole", pack, block_size=128), whole)
    spec = job(pair, tmp_path / "run", pack, block_size=128)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=5))
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["out.gpkg.run"]
    resumed = collector()
    run_job(spec, resumed)
    assert resumed.starts[0].resumed_blocks > 0
    assert resumed.found() == whole.found()
    assert read_mask(spec.outputs["mask"]).tobytes() == read_mask(tmp_path / "whole" / "mask.tif").tobytes()
    left = sorted(path.name for path in (tmp_path / "run").iterdir())
    assert left == ["mask.qml", "mask.tif", "mask.tif.aux.xml", "out.gpkg"]


RUN = """
import json, sys
import torch
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
torch.set_num_threads(1)
run_job(DescribeOptions(**json.loads(sys.argv[1])))
"""


def start_run(spec: DescribeOptions, **more) -> subprocess.Popen:
    names = ("before", "after", "output", "model")
    options: dict = {name: str(getattr(spec, name)) for name in names}
    options |= {"outputs": {kind: str(path) for kind, path in spec.outputs.items()}}
    options |= {"device": "cpu", "block_size": spec.block_size, **more}
    return subprocess.Popen([sys.executable, "-c", RUN, json.dumps(options)], stderr=subprocess.PIPE, text=True)


def wait_for(condition, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def test_a_killed_run_goes_on_where_it_was(make_pair, tmp_path, pack, collector):
    pair = make_pair(400, 400)
    whole = collector()
    run_job(job(pair, tmp_path / "whole", pack, block_size=64), whole)
    spec = job(pair, tmp_path / "run", pack, block_size=64)
    folder = tmp_path / "run" / "out.gpkg.run"
    victim = start_run(spec)
    wait_for(lambda: len(list(folder.glob("block-*"))) >= 3 or victim.poll() is not None)
    victim.send_signal(signal.SIGKILL)
    victim.communicate()
    assert victim.returncode == -signal.SIGKILL
    assert not spec.output.exists()
    kept = len(list(folder.glob("block-*")))
    (folder / "block-000000.npz").write_bytes(b"torn")  # and as if the disk had lied about a block
    resumed = collector()
    run_job(spec, resumed)
    assert 3 <= kept
    assert resumed.starts[0].resumed_blocks == kept - 1
    assert resumed.found() == whole.found()
    assert read_mask(spec.outputs["mask"]).tobytes() == read_mask(tmp_path / "whole" / "mask.tif").tobytes()


@pytest.fixture
def unfinished(make_pair, tmp_path, pack, collector):
    """A run that was cancelled midway."""
    spec = job(make_pair(200, 200), tmp_path / "run", pack, block_size=64)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=3))
    return spec


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"threshold": 0.25}, "threshold: null → 0.25"),
        ({"block_size": 128}, "block_size: 64 → 128"),
        ({"date_after": "2018"}, "date_after.start"),
        ({"min_area": 7}, "min_area_m2: 4.00"),  # 16 pixels of half a metre
    ],
)
def test_an_unlike_run_is_refused_and_what_differs_is_named(unfinished, change, named):
    blocks = sorted(Path(f"{unfinished.output}.run").glob("block-*"))
    with pytest.raises(InputError, match="--overwrite") as refusal:
        run_job(replace(unfinished, **change))
    assert named in str(refusal.value)
    assert sorted(Path(f"{unfinished.output}.run").glob("block-*")) == blocks


def test_a_changed_input_is_refused_unless_told_to_start_afresh(unfinished, collector):
    with rasterio.open(unfinished.after, "r+") as target:
        target.write(np.full((3, 20, 20), 200, np.uint8), window=rasterio.windows.Window(0, 0, 20, 20))
    with pytest.raises(InputError, match=r"inputs\.after\.0\.modified_ns"):
        run_job(unfinished)
    watch = collector()
    run_job(replace(unfinished, overwrite=True), watch)
    assert watch.starts[0].resumed_blocks == 0


def test_two_runs_at_once(unfinished):
    with (
        hold_lock(Path(f"{unfinished.output}.run") / "lock"),
        pytest.raises(InputError, match=rf"in use by process {os.getpid()}"),
    ):
        run_job(unfinished)
    run_job(unfinished)  # the lock went with its holder
    assert unfinished.output.exists()


def test_existing_outputs_stay_unless_told_otherwise(unfinished):
    unfinished.outputs["mask"].write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        run_job(unfinished)
    assert unfinished.outputs["mask"].read_text() == "precious"


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing_half_written(make_pair, tmp_path, pack):
    spec = job(make_pair(700, 700), tmp_path / "run", pack, block_size=700)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, old[1]))
    try:
        with pytest.raises(InputError, match=r"cannot be written .*free some space"):
            run_job(spec)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    left = sorted(path.name for path in (tmp_path / "run").rglob("*"))
    assert left == ["describe-changes", "lock", "manifest.json", "out.gpkg.run"]
    run_job(spec)  # and when there is space again, it goes on
    assert spec.output.exists()


def test_a_folder_that_cannot_be_written(make_pair, pack):
    spec = DescribeOptions(*make_pair(64, 64), "/proc/out.gpkg", model=pack.path, device="cpu")
    with pytest.raises(InputError, match="/proc"):
        run_job(spec)


def test_a_truncated_raster_gives_what_it_has_and_names_what_it_lacks(make_pair, tmp_path, pack, collector):
    before, after = make_pair(1400, 300)
    data = after.read_bytes()
    after.write_bytes(data[: len(data) // 2])
    found = []
    for size in (256, 2048):
        watch = collector()
        likely = tmp_path / f"likely-{size}.tif"
        spec = job(
            (before, after),
            tmp_path / str(size),
            pack,
            block_size=size,
            outputs={"mask": tmp_path / str(size) / "mask.tif", "probabilities": likely},
        )
        summary = run_job(spec, watch)
        mask, probabilities = read_mask(spec.outputs["mask"]), read_mask(likely)
        lost = (mask[0] == 255).mean()
        assert 0.3 < lost < 0.8
        assert ((probabilities == 255).all(axis=0) == (mask[0] == 255)).all()
        assert summary.unreadable_tiles == summary.skip_reasons["unreadable"] > 0
        assert any("b_2017-05-01.tif" in text and "could not be read" in text for text in summary.warnings)
        found.append((watch.found(), mask.tobytes(), probabilities.tobytes()))
    assert found[0] == found[1]


def test_a_raster_of_which_nothing_can_be_read_is_an_error(make_pair, tmp_path, pack):
    before, after = make_pair(300, 300)
    with rasterio.open(after) as source:
        first = int(source.get_tag_item("BLOCK_OFFSET_0_0", "TIFF", bidx=1))
    after.write_bytes(after.read_bytes()[: first + 10])
    with pytest.raises(InputError, match=r"No tile of the pair can be read.*b_2017-05-01\.tif"):
        run_job(job((before, after), tmp_path / "run", pack))


def test_a_pack_without_a_mask_head_still_writes_captions(make_pair, tmp_path, captions_only, collector):
    watch = collector()
    summary = run_job(job(make_pair(200, 200), tmp_path / "run", captions_only), watch)
    assert summary.changes == 0
    assert any(tile["caption"] and not tile["skip_reason"] for tile in watch.tiles.values())
    assert read_mask(tmp_path / "run" / "mask.tif").shape == (1, 200, 200)


@pytest.mark.parametrize("size", [33, 100])
def test_odd_tile_sizes(size, make_pair, tmp_path, pack):
    assert run_job(job(make_pair(150, 120), tmp_path / "run", pack, tile_size=size)).tiles > 1


def test_fine_rasters_are_read_where_the_model_finds_more(make_pair, tmp_path, pack, collector):
    watch = collector()
    expected = pack.manifest.input.model_copy(update={"fine_gsd_m": 0.8})
    other = save_pack(
        tmp_path / "other",
        pack.build_model(),
        pack.vocabulary,
        pack.manifest.model_copy(update={"input": expected}),
    )
    known = Affine(0.5, 0, 400000, 0, -0.5, 5800000)  # which the pack knows
    summary = run_job(job(make_pair(200, 200, transform=known), tmp_path / "run", other), watch)
    assert watch.starts[0].grid.gsd_m == pytest.approx(0.8, rel=1e-3)
    assert any("finds more at 0.8 m" in text for text in summary.warnings)


def test_rasters_finer_than_the_model_knows_are_described_coarser(make_pair, tmp_path, pack, collector):
    watch = collector()
    fine = Affine(0.1, 0, 400000, 0, -0.1, 5800000)
    summary = run_job(job(make_pair(400, 400, transform=fine), tmp_path / "run", pack), watch)
    assert watch.starts[0].grid.gsd_m == pytest.approx(0.4, rel=1e-3)
    assert read_mask(tmp_path / "run" / "mask.tif").shape[1:] == (101, 101)  # UTM stretches 40 m by 1.0004
    assert any("described at 0.4 m" in text for text in summary.warnings)


def test_without_an_output_the_observer_gets_everything_and_nothing_is_left(make_pair, pack, tmp_path, collector):
    watch = collector()
    spec = DescribeOptions(*make_pair(200, 200), model=pack.path, device="cpu", block_size=64)
    summary = run_job(spec, watch)
    assert summary.outputs == {}
    assert len(watch.tiles) == summary.tiles
    assert len(watch.changes) == summary.changes
    steps = {stage: (done, total) for stage, done, total in watch.steps}
    sites = (summary.sites, summary.sites)
    assert steps == {"describe": (summary.tiles, summary.tiles), "polygons": (16, 16), "sites": sites}
    outlined = [done for stage, done, _ in watch.steps if stage == "polygons"]
    assert outlined == list(range(1, 17)), "one step for each block of 64 px, so that the bar moves"
    json.dumps(summary.to_dict(), allow_nan=False)


def test_the_run_table_says_what_was_done(make_pair, tmp_path, pack):
    spec = job(make_pair(100, 100), tmp_path / "run", pack, threshold=0.4)
    spec = replace(spec, outputs={**spec.outputs, "report": tmp_path / "run" / "report.html"})
    summary = run_job(spec)
    _, _, _, columns = pyogrio.raw.read(spec.output, layer="runs", read_geometry=False)
    meta = pyogrio.read_info(spec.output, layer="runs")["fields"]
    row = {name: values[0] for name, values in zip(meta, columns, strict=True)}
    assert row["tiles"] == summary.tiles == 4
    assert row["model_sha256"] == pack.sha256
    assert json.loads(row["parameters"])["threshold"] == 0.4
    assert json.loads(row["inputs"])["before"][0]["file"] == "a_2012-05-01.tif"
    assert spec.outputs["report"].stat().st_size > 1000
    assert set(summary.outputs) == {"geopackage", "mask", "report"}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"threshold": 1.5}, "--threshold 1.5 is out of range"),
        ({"tile_size": 8}, "--tile-size 8"),
        ({"overlap": 60}, "--overlap 60 is more than half"),
        ({"executor": "slurm"}, "sequential, processes, dask"),
        ({"bands": "red"}, "are no bands"),
        ({"device": "cuda:77"}, "(?i)cuda"),
        ({"model": "no-such-pack"}, "No model pack"),
    ],
)
def test_what_cannot_be_is_said_early(options, sentence, make_pair, tmp_path, pack):
    with pytest.raises(InputError, match=sentence):
        run_job(job(make_pair(64, 64), tmp_path / "run", pack, **options))
    assert list((tmp_path / "run").iterdir()) == []
