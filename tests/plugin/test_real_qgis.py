"""The plugin in real QGIS programs: ``qgis_process`` and the main window under Xvfb."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import HERE, ROOT
from qgis.core import QgsVectorLayer

QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
QGIS = shutil.which("qgis.bin") or shutil.which("qgis")


@pytest.fixture
def profiles(tmp_path):
    """A folder of profiles with the plugin linked in and switched on."""
    spec = importlib.util.spec_from_file_location("open_qgis", ROOT / "scripts" / "open_qgis.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.make_profile(tmp_path / "qgis")


def environment(profiles, **more):
    """The environment of this test without what pytest put in for its own Python."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, "QGIS_CUSTOM_CONFIG_PATH": str(profiles), "LC_ALL": "C.UTF-8", **more}


def qgis_process(environment, *arguments, folder=None):
    """Run the algorithm through qgis_process, in a folder, and return how it ended."""
    command = [QGIS_PROCESS, "run", "describechanges:describechanges", "--json", "--", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, cwd=folder)


@pytest.mark.skipif(QGIS_PROCESS is None, reason="qgis_process is not on this machine")
def test_qgis_process_runs_the_algorithm(profiles, fake_engine, pair, tmp_path):
    tiles, changes, report = tmp_path / "tiles of 2011.gpkg", tmp_path / "changes.gpkg", tmp_path / "report.html"
    inputs = [f"BEFORE={pair.before}", f"AFTER={pair.after}", "DATE_BEFORE=2010", "DEVICE=cpu"]
    outputs = [f"TILES={tiles}", f"CHANGES={changes}", f"REPORT={report}"]
    done = qgis_process(environment(profiles), *inputs, *outputs)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert results["TILE_COUNT"] == 16
    assert QgsVectorLayer(str(tiles)).featureCount() == 16
    assert report.exists()


@pytest.mark.skipif(QGIS_PROCESS is None, reason="qgis_process is not on this machine")
def test_qgis_process_takes_paths_from_the_folder_it_runs_in(profiles, fake_engine, pair, tmp_path):
    """As QGIS's own algorithms do: images, layers that QGIS writes, files that the engine writes."""
    given = (("BEFORE", pair.before), ("AFTER", pair.after))
    images = [f"{role}={os.path.relpath(path, tmp_path)}" for role, path in given]
    outputs = ["TILES=tiles.gpkg", "CHANGES=changes.gpkg", "REPORT=report.html"]
    done = qgis_process(environment(profiles), *images, "DATE_BEFORE=2010", "DEVICE=cpu", *outputs, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    written = {path.name for path in tmp_path.iterdir()}
    assert written >= {"tiles.gpkg", "changes.gpkg", "report.html"}


@pytest.mark.skipif(QGIS_PROCESS is None, reason="qgis_process is not on this machine")
def test_qgis_process_without_an_engine_says_what_to_do(profiles, pair, tmp_path):
    tiles, changes = tmp_path / "tiles.gpkg", tmp_path / "changes.gpkg"
    arguments = [f"BEFORE={pair.before}", f"AFTER={pair.after}", f"TILES={tiles}", f"CHANGES={changes}"]
    done = qgis_process(environment(profiles, DESCRIBE_CHANGES_PYTHON="/nowhere/python"), *arguments)
    assert done.returncode != 0
    assert "/nowhere/python, which does not exist" in done.stdout + done.stderr
    assert not tiles.exists()


@pytest.mark.window
@pytest.mark.skipif(
    QGIS is None or shutil.which("xvfb-run") is None or shutil.which("import") is None,
    reason="QGIS, Xvfb or ImageMagick is not on this machine",
)
def test_real_window(profiles, fake_engine, pair, tmp_path):
    """QGIS's own main window, the plugin loaded by its plugin manager, a run, a screenshot."""
    shot, seen = tmp_path / "window.png", tmp_path / "seen.json"
    job = {"before": str(pair.before), "after": str(pair.after), "screenshot": str(shot), "seen": str(seen)}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", QGIS, "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(profiles), "--code", str(HERE / "window_script.py")]
    more = {"QT_QPA_PLATFORM": "xcb", "DESCRIBE_CHANGES_WINDOW": json.dumps(job)}
    done = subprocess.run(command, env=environment(profiles, **more), capture_output=True, text=True, timeout=120)
    assert seen.exists(), done.stderr[-3000:]
    found = json.loads(seen.read_text())
    assert "error" not in found, found["error"]
    assert found["plugin"] is True
    assert "mActionDescribeChanges" in found["actions"]
    assert found["raster menu"] is True
    assert found["tiles"] == 16
    shown = [name.partition(" 2011")[0] for name in found["layers"]]
    assert shown == ["Changed areas", "Described tiles", "Sites", "after", "before"]
    assert shot.stat().st_size > 20_000
    print(f"screenshot: {shot}", file=sys.stderr)
