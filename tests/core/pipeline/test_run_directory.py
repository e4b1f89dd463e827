"""The run folder: written whole or not at all, resumed only by its like, held by one process."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.io.disk import write_atomically
from describe_changes.core.io.lock import hold_lock
from describe_changes.core.pipeline.block_file import BlockFile, BlockResult, TileOutput, write_block
from describe_changes.core.pipeline.fingerprints import fingerprint
from describe_changes.core.pipeline.planning import target_gsd
from describe_changes.core.pipeline.run_directory import Manifest, acquire_run_directory, diff_manifests
from describe_changes.core.raster.polygons import parts_from_arrays, parts_to_arrays, polygonize_block

MANIFEST = Manifest(
    parameters={"tile_size": 256, "grid": {"width": 3, "transform": [1.0, 2.0]}},
    model={"name": "tiny", "sha256": "00"},
    inputs={"before": [{"file": "a.tif", "size": 3}]},
    stretch={"before": None, "after": None},
    device={"device": "cpu"},
    started="2024-01-01",
)


def result(block_id: int = 0) -> BlockResult:
    rng = np.random.default_rng(block_id)
    mask = rng.integers(0, 3, (20, 30), dtype=np.uint8)
    from describe_changes.core.raster.tiling import Window

    pieces = polygonize_block(mask, Window(0, 0, 20, 30))
    notes = (TileOutput(4, "größere Häuser", 0.25, 0.5, 1.0, ""), TileOutput(5, "", 0.0, 1.0, 1.0, "identical"))
    probabilities = rng.integers(0, 256, (3, 20, 30), dtype=np.uint8)
    return BlockResult(block_id, mask, probabilities, notes, (5,), parts_to_arrays(pieces), "why")


def test_a_block_comes_back_as_it_was_put(tmp_path):
    put = result()
    write_block(tmp_path / "b.npz", put)
    file = BlockFile(tmp_path / "b.npz")
    assert file.is_valid()
    assert np.array_equal(file.class_mask(), put.class_mask)
    assert np.array_equal(file.probabilities(), put.probabilities)
    assert file.notes() == put.notes
    assert file.header()["unreadable"] == [5]
    assert [piece.wkb for piece in parts_from_arrays(file.pieces())] == [p.wkb for p in parts_from_arrays(put.pieces)]


def test_a_damaged_block_is_not_whole(tmp_path):
    path = tmp_path / "b.npz"
    write_block(path, result())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert not BlockFile(path).is_valid()
    assert not BlockFile(tmp_path / "absent.npz").is_valid()


def test_a_file_is_there_whole_or_not_at_all(tmp_path):
    def fail(file) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(InputError, match="no space left on device"):
        write_atomically(tmp_path / "x", fail)
    assert list(tmp_path.iterdir()) == []


def test_differences_are_named_leaf_by_leaf():
    old = MANIFEST.as_dict()
    other = replace(
        MANIFEST,
        parameters={"tile_size": 128, "grid": {"width": 3, "transform": [1.0, 5.0]}},
        inputs={"before": [{"file": "a.tif", "size": 4}]},
        started="later",
    )
    assert diff_manifests(old, other.as_dict()) == [
        "inputs.before.0.size: 3 → 4",
        "parameters.grid.transform.1: 2.0 → 5.0",
        "parameters.tile_size: 256 → 128",
    ]
    assert diff_manifests(old, replace(MANIFEST, started="later").as_dict()) == []
    assert MANIFEST.config_hash == replace(MANIFEST, started="later").config_hash != other.config_hash


def test_a_fingerprint_sees_a_change_anywhere_it_samples(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(bytes(1_000_000))
    seen = {fingerprint(path)["sample_sha256"]}
    for place in (0, 500_000, 999_999):
        data = bytearray(1_000_000)
        data[place] = 1
        path.write_bytes(data)
        seen.add(fingerprint(path)["sample_sha256"])
    assert len(seen) == 4
    with pytest.raises(InputError, match=r"absent\.tif"):
        fingerprint(tmp_path / "absent.tif")


def test_a_damaged_manifest_is_like_no_other(tmp_path):
    folder = tmp_path / "run"
    with acquire_run_directory(folder, MANIFEST):
        (folder / "manifest.json").write_text("{ torn")
    with pytest.raises(InputError, match="differs"), acquire_run_directory(folder, MANIFEST):
        pass
    with acquire_run_directory(folder, MANIFEST, overwrite=True) as run:
        assert run.finished([0]) == frozenset()


def test_leftovers_of_a_killed_write_are_swept(tmp_path):
    folder = tmp_path / "run"
    with acquire_run_directory(folder, MANIFEST):
        write_block(folder / "block-000000.npz", result())
        (folder / ".block-000001.npz.abc.tmp").write_bytes(b"half")
    with acquire_run_directory(folder, MANIFEST) as run:
        assert run.finished([0, 1]) == {0}
        kept = {"block-000000.npz", "describe-changes", "lock", "manifest.json"}
        assert {path.name for path in folder.iterdir()} == kept


HOLD = """
import sys, time
from pathlib import Path
from describe_changes.core.io.lock import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_dies_with_its_process(tmp_path):
    path = tmp_path / "lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(InputError, match=f"in use by process {holder.pid} on"), hold_lock(path):
        pass
    holder.kill()
    holder.communicate()
    started = time.monotonic()
    with hold_lock(path):
        assert time.monotonic() - started < 5


def test_fine_imagery_is_read_where_the_model_finds_more():
    assert target_gsd(0.3, (0.25, 1.2), fine=0.5) == (0.5, target_gsd(0.3, (0.25, 1.2), fine=0.5)[1])
    assert "at 0.5 m" in target_gsd(0.3, (0.25, 1.2), fine=0.5)[1][0]
    assert target_gsd(0.48, (0.25, 1.2), fine=0.5) == (None, ())  # close enough
    assert target_gsd(0.8, (0.25, 1.2), fine=0.5) == (None, ())
    assert target_gsd(0.01, (0.25, 1.2), fine=0.5)[0] is None  # nothing is thrown away so far


@pytest.mark.parametrize(
    ("native", "wanted", "said"),
    [
        (0.6, None, ""),
        (1.25, None, ""),
        (0.1, 0.4, "described at 0.4 m"),
        (2.0, 1.2, "interpolated to 1.2 m"),
        (5.0, None, "writes no sentences"),
        (10.0, None, "writes no sentences"),
        (90.0, None, "ground sample distance of 90 m is outside what the model was trained on"),
        (0.01, None, "writes no sentences"),
    ],
)
def test_the_resolution_to_work_at(native, wanted, said):
    resolution, sentences = target_gsd(native, (0.4, 1.2))
    assert resolution == wanted
    assert said in " ".join(sentences)
    assert bool(sentences) == bool(said)
