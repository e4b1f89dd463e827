"""Sequential, processes and Dask: the same bits, also when workers die."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest
import rasterio
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline import drawing, executors, site_words
from describe_changes.core.pipeline.block_processor import load_predictor
from describe_changes.core.pipeline.executors import BlockOrder, _orders, process_drawing, process_sites
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.lanes import Died, Lanes, Strips
from describe_changes.core.pipeline.runner import run_job
from describe_changes.core.pipeline.site_strips import SiteStrips
from describe_changes.core.raster.tiling import Window, plan_blocks
from describe_changes.core.sites import build

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


@pytest.fixture(autouse=True, scope="module")
def _one_thread_in_workers():
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    yield
    if before is None:
        del os.environ["OMP_NUM_THREADS"]
    else:
        os.environ["OMP_NUM_THREADS"] = before


@pytest.fixture
def spec(make_pair, tmp_path, pack):
    (tmp_path / "sequential").mkdir()
    return DescribeOptions(
        *make_pair(180, 180),
        tmp_path / "sequential" / "out.gpkg",
        model=pack.path,
        device="cpu",
        outputs={"mask": tmp_path / "sequential" / "mask.tif"},
        block_size=64,
        workers=2,
    )


def elsewhere(spec: DescribeOptions, name: str) -> DescribeOptions:
    folder = Path(spec.output).parent.parent / name
    folder.mkdir()
    return dataclasses.replace(spec, executor=name, output=folder / "out.gpkg", outputs={"mask": folder / "mask.tif"})


def outcome(spec: DescribeOptions, watch):
    summary = run_job(spec, watch)
    with rasterio.open(spec.outputs["mask"]) as source:
        return watch.found(), source.read().tobytes(), summary.changed_area_m2


def kill_a_worker_after_the_first_block(folder: Path, killed: list[int]) -> threading.Thread:
    """Kill, once, a process that holds torch and works for us."""

    def hunt() -> None:
        end = time.monotonic() + 60
        while not list(folder.glob("block-*")) and time.monotonic() < end:
            time.sleep(0.01)
        workers = psutil.Process().children(recursive=True)
        if workers:
            victim = max(workers, key=lambda process: process.memory_info().rss)
            victim.send_signal(signal.SIGKILL)
            killed.append(victim.pid)

    thread = threading.Thread(target=hunt, daemon=True)
    thread.start()
    return thread


def test_processes_give_the_same_bits_and_survive_a_dead_worker(spec, collector):
    expected = outcome(spec, collector())
    pool = elsewhere(spec, "processes")
    killed: list[int] = []
    hunter = kill_a_worker_after_the_first_block(Path(f"{pool.output}.run"), killed)
    assert outcome(pool, collector()) == expected
    hunter.join()
    assert killed


def test_dask_gives_the_same_bits(spec, collector):
    pytest.importorskip("distributed")
    expected = outcome(spec, collector())
    assert outcome(elsewhere(spec, "dask"), collector()) == expected


def test_openvino_gives_the_same_bits_in_blocks_of_any_size_and_in_processes(spec, collector, tmp_path, network_cache):
    pytest.importorskip("openvino")
    spec = dataclasses.replace(spec, backend="openvino", min_area=1.0)
    expected = outcome(spec, collector())
    assert outcome(elsewhere(spec, "processes"), collector()) == expected
    whole = dataclasses.replace(
        spec, block_size=256, output=tmp_path / "whole.gpkg", outputs={"mask": tmp_path / "m.tif"}
    )
    assert outcome(whole, collector()) == expected
    info = read_result(spec.output).runs[0]
    assert info.device.endswith("OpenVINO")
    assert "openvino" in info.versions


def test_a_run_is_never_begun_with_one_library_and_ended_with_another(spec, collector, network_cache):
    pytest.importorskip("openvino")
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=1))
    with pytest.raises(InputError, match=r"device\.backend: null → \"openvino\""):
        run_job(dataclasses.replace(spec, backend="openvino"))


@pytest.fixture
def many_sites(spec, monkeypatch):
    """A run of some sites, each a batch of its own, and what is said of them by one process."""
    monkeypatch.setattr(site_words, "_SITES_AT_ONCE", 1)
    monkeypatch.setattr(drawing, "_SITES_AT_ONCE", 1)
    spec = dataclasses.replace(spec, min_area=1.0, site_distance=0.0)
    run_job(spec)
    told = told_of(spec)
    assert len(told) > 4
    return spec, told


def told_of(spec):
    return [(one.description, one.description_source, one.confidence) for one in read_result(spec.output).sites()]


def drawn_of(spec):
    result = read_result(spec.output)
    return [(one.geometry.wkb, dataclasses.replace(one, geometry=None)) for one in (*result.sites(), *result.changes())]


@pytest.mark.parametrize("executor", ["processes", "dask"])
def test_sites_are_described_by_others_in_the_same_words(many_sites, executor, monkeypatch):
    if executor == "dask":
        pytest.importorskip("distributed")
    spec, told = many_sites
    elsewhere_spec = elsewhere(spec, executor)
    monkeypatch.setattr(site_words.SiteModel, "describe", None)  # not in this process
    run_job(elsewhere_spec)
    assert told_of(elsewhere_spec) == told


def test_where_processes_die_over_sites_this_process_goes_on(many_sites, monkeypatch):
    spec, told = many_sites
    monkeypatch.setattr(executors, "process_sites", die_at_the_third)
    pool = elsewhere(spec, "processes")
    run_job(pool)
    assert told_of(pool) == told


@pytest.mark.parametrize("executor", ["processes", "dask"])
def test_sites_are_drawn_by_others_to_the_same_bits(many_sites, executor, monkeypatch):
    if executor == "dask":
        pytest.importorskip("distributed")
    spec, _ = many_sites
    elsewhere_spec = elsewhere(spec, executor)
    monkeypatch.setattr(build.SiteBuilder, "build_each", None)  # not in this process
    run_job(elsewhere_spec)
    assert drawn_of(elsewhere_spec) == drawn_of(spec)


def test_where_processes_die_over_drawing_this_process_goes_on(many_sites, monkeypatch):
    spec, _ = many_sites
    monkeypatch.setattr(executors, "process_drawing", die_at_the_third_drawing)
    pool = elsewhere(spec, "processes")
    run_job(pool)
    assert drawn_of(pool) == drawn_of(spec)


def die_at_the_third_drawing(job, task):
    if task.number == 2:
        os._exit(9)
    return process_drawing(job, task)


def die_at_the_third(job, batch):
    if batch.number == 2:
        os._exit(9)
    return process_sites(job, batch)


def test_a_block_that_kills_its_process_is_said_after_three(tmp_path):
    lanes = Lanes(2, int, (), lambda: None)
    with closing(lanes), pytest.raises(Died) as died:
        list(lanes.run(note, tmp_path, Strips([0, 1, 2, 3, 13, 5, 6, 7], 2), 2))
    assert died.value.task == 13
    assert len((tmp_path / "13").read_text()) == 3
    assert {path.name for path in tmp_path.iterdir()} >= {"0", "1", "13"}


def note(folder, number):
    with (folder / str(number)).open("a") as file:
        file.write("x")
    if number == 13:
        os._exit(9)
    return number


def test_processes_have_the_environment_of_now(monkeypatch):
    for value in ("one", "another"):
        monkeypatch.setenv("SAID_LATE", value)
        with closing(Lanes(1, int, (), lambda: None)) as lanes:
            assert list(lanes.run(said, "SAID_LATE", Strips([0], 1), 1)) == [value]


def said(name, _):
    return os.environ.get(name)


def test_a_worker_with_another_model_says_so_and_works_in_the_precision_of_the_run(spec, pack):
    class Seen(BaseException):
        """Ends the run once its task is known."""

    seen = []

    def see(job, *_):
        seen.append(job)
        raise Seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(executors, "SequentialExecutor", see)
        with pytest.raises(Seen):
            run_job(spec)
    (task,) = seen
    for precision in ("fp32", "bf16"):
        assert load_predictor(dataclasses.replace(task, precision=precision)).device.precision == precision
    with pytest.raises(InputError, match="is another model than the one of the run"):
        load_predictor(dataclasses.replace(task, model_sha256="0" * 64))


def test_lanes_take_neighbours_and_help_where_most_is_left():
    strips = Strips(range(7), 2)
    assert [strips.take(0) for _ in range(3)] == [0, 1, 2]
    assert [strips.take(lane) for lane in (0, 1, 0, 1)] == [6, 3, 5, 4]
    assert (strips.take(0), strips.take(1)) == (None, None)


def test_lanes_have_sites_that_lie_together_and_help_where_most_is_left():
    def batches(start, stop):
        for number in range(start, stop, 2):
            yield site_words.SiteBatch(number, (None,) * min(2, stop - number), (), ())

    strips = SiteStrips(batches, 11, 2)  # 0, 2, 4 and 5, 7, 9
    assert [strips.take(lane).number for lane in (0, 1, 0)] == [0, 5, 2]
    lost = strips.take(1)
    strips.give_back(1, lost)
    assert lost.number == 7
    assert [strips.take(0).number for _ in range(3)] == [7, 4, 9]
    assert (strips.take(0), strips.take(1)) == (None, None)
    assert SiteStrips(batches, 1, 4).take(3).number == 0
    assert SiteStrips(batches, 0, 2).take(0) is None


def test_a_process_is_told_what_comes_next_in_its_own_strip():
    blocks = plan_blocks(Window(0, 0, 10, 50), 10)
    assert len(blocks) == 5
    told = [(order.block.block_id, order.following and order.following.block_id) for order in _orders(blocks, 2)]
    assert told == [(0, 1), (1, None), (2, 3), (3, 4), (4, None)]
    assert _orders(blocks[:1], 1) == [BlockOrder(blocks[0])]
    assert _orders([], 3) == []


def test_a_script_from_stdin_or_without_a_guard_may_use_processes(spec):
    pool = elsewhere(spec, "processes")
    script = f"""
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job
paths = {str(pool.before)!r}, {str(pool.after)!r}, {str(pool.output)!r}
more = dict(model={str(pool.model)!r}, device="cpu", block_size=64, workers=2, executor="processes")
print(run_job(DescribeOptions(*paths, **more)).tiles)
"""
    ran = subprocess.run([sys.executable], input=script, capture_output=True, text=True, timeout=300)
    assert ran.stdout.strip() == str(run_job(spec).tiles), ran.stderr


def test_cancelling_a_pool_leaves_no_process_behind(spec, collector):
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    pool = dataclasses.replace(elsewhere(spec, "processes"), workers=1)
    with pytest.raises(Cancelled):
        run_job(pool, collector(cancel_after=1))
    left = [process for process in psutil.Process().children(recursive=True) if process.pid not in before]
    helpers = ("resource_tracker", "forkserver import main")  # multiprocessing's own, which start once
    assert [p for p in left if not any(helper in " ".join(p.cmdline()) for helper in helpers)] == []
    assert not pool.output.exists()
