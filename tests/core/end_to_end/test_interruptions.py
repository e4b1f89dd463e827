"""What a run leaves behind when it is stopped or is not alone: nothing half written, nothing lost, a clear sentence."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

SIZE = 520
BLOCK = ("--block-size", "128")  # many blocks, so that there is something to stop between
NORTH_UP = Affine.translation(367_000, 4_104_000) @ Affine.scale(1.0, -1.0)


@pytest.fixture
def pair(tmp_path) -> list[Path]:
    """Two noisy dates, so that every tile must be described."""
    random = np.random.default_rng(0)
    files = []
    for year in (2010, 2020):
        files.append(tmp_path / f"scene_{year}.tif")
        pixels = random.integers(0, 256, (3, SIZE // 10, SIZE // 10), dtype=np.uint8).repeat(10, 1).repeat(10, 2)
        profile = {"driver": "GTiff", "count": 3, "height": SIZE, "width": SIZE, "dtype": "uint8", "tiled": True}
        with rasterio.open(files[-1], "w", crs="EPSG:32615", transform=NORTH_UP, **profile) as image:
            image.write(pixels)
    return files


@pytest.fixture
def running(pair, tmp_path, difference_pack, executable) -> Iterator[subprocess.Popen[bytes]]:
    """A run in a process of its own that has finished some of its blocks, but not all."""
    command = [executable, "describe", *pair, "-o", tmp_path / "changes.gpkg", "--model", difference_pack.path, *BLOCK]
    process = subprocess.Popen(
        [*map(str, command), "--device", "cpu"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while len(blocks(tmp_path)) < 3:
        assert process.poll() is None, "the run ended before it could be interrupted"
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield process
    process.kill()
    process.wait()


def blocks(folder: Path) -> list[Path]:
    """Files that finished blocks have left in the run folder."""
    run = folder / "changes.gpkg.run"
    return [path for path in run.rglob("*") if path.is_file() and "block" in path.as_posix()] if run.exists() else []


def test_after_kill_9_the_same_command_goes_on(running, pair, tmp_path, difference_pack, command_line):
    running.send_signal(signal.SIGKILL)
    running.wait()
    output = tmp_path / "changes.gpkg"
    assert not output.exists()
    kept = {path: path.stat().st_mtime_ns for path in blocks(tmp_path)}
    assert kept
    options = ("--model", difference_pack.path, "--device", "cpu", *BLOCK)
    resumed = command_line("describe", *pair, "-o", output, *options)
    assert resumed.code == 0, resumed.message
    assert output.exists()
    assert not (tmp_path / "changes.gpkg.run").exists()

    afresh = tmp_path / "afresh.gpkg"
    whole = command_line("describe", *pair, "-o", afresh, *options)
    assert whole.code == 0, whole.message
    for layer in ("tiles", "changes"):
        assert content(output, layer) == content(afresh, layer)


def test_two_runs_into_one_file_the_second_is_refused(running, pair, tmp_path, difference_pack, command_line):
    output = tmp_path / "changes.gpkg"
    options = ("--model", difference_pack.path, "--device", "cpu", *BLOCK)
    second = command_line("describe", *pair, "-o", output, *options)
    assert second.code == 2
    assert "in use" in second.message
    assert running.poll() is None


def test_ctrl_c_ends_with_exit_code_3_and_keeps_what_is_done(running, tmp_path):
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=60) == 3
    assert not (tmp_path / "changes.gpkg").exists()
    assert blocks(tmp_path)


def content(path: Path, layer: str) -> list[bytes]:
    import pyogrio

    _, _, wkb, columns = pyogrio.raw.read(path, layer=layer)
    rows = zip(wkb, *columns, strict=True)
    return sorted(repr(row).encode() for row in rows)
