"""Rasters, engines and processes that the plugin's tests share."""

from __future__ import annotations

import gc
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from map_server import MapServer
from osgeo import gdal, osr
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QThreadPool
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QMenu

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ALGORITHM = "describechanges:describechanges"
PYTHON = ROOT / ".venv" / "bin" / "python"
COLUMN, ROW, WIDTH, HEIGHT = 100, 200, 48, 32
"""Where the later image of ``scene`` has a bright square, in pixels."""
gdal.UseExceptions()


class Interface:
    """What the plugin uses of QgisInterface, on a real main window (pytest-qgis's own lacks most of it)."""

    def __init__(self, real):
        self.real = real
        self.raster, self.help, self.factories = QMenu(), QMenu(), []

    def mainWindow(self):
        return self.real.mainWindow()

    def addToolBar(self, title):
        return self.mainWindow().addToolBar(title)

    def rasterMenu(self):
        return self.raster

    def pluginHelpMenu(self):
        return self.help

    def registerOptionsWidgetFactory(self, factory):
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.factories.remove(factory)

    def addDockWidget(self, area, dock):
        self.mainWindow().addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.mainWindow().removeDockWidget(dock)

    def __getattr__(self, name):
        return getattr(self.real, name)


def write_raster(path: Path, *, value: int = 90, epsg: int | None = 32633, west=500000.0, north=5000512.0) -> Path:
    """Write 512 × 512 pixels of 1 m, three bands, with a bright square."""
    data = gdal.GetDriverByName("GTiff").Create(str(path), 512, 512, 3, gdal.GDT_Byte)
    data.SetGeoTransform((west, 1.0, 0.0, north, 0.0, -1.0))
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        data.SetProjection(system.ExportToWkt())
    for band in (1, 2, 3):
        data.GetRasterBand(band).Fill(value)
    data.FlushCache()
    return path


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG; 3 is what it asks of graphics, 4.5 of text."""

    def luminance(colour):
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def running(pid: int) -> bool:
    """Whether a process lives (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition, seconds: float = 8.0, pause: float = 0.02) -> bool:
    """Wait for a condition, a little at a time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(pause)
    return bool(condition())


@pytest.fixture(scope="session", autouse=True)
def _no_layer_outlives_qgis(qgis_app):
    """Delete the layers that still belong to Python before QGIS ends; later their file's driver would be gone.

    QGIS 3.22 never lets go of the traceback of an error that a Python algorithm raises, nor, through its frames, of
    the layers that the test gave it. PyQt would delete them when Python ends, and the process would crash.
    """
    yield
    gc.collect()
    for thing in gc.get_objects():
        if issubclass(type(thing), QgsMapLayer) and not sip.isdeleted(thing) and sip.ispyowned(thing):
            sip.delete(thing)


@pytest.fixture(autouse=True)
def home(request, tmp_path, monkeypatch):
    """A user data folder of the test's own, and no engine left behind (a real one is kept for the next test)."""
    from describe_changes.plugin.engine.pool import pool

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user data ü"))
    monkeypatch.delenv("DESCRIBE_CHANGES_PYTHON", raising=False)
    yield tmp_path
    if request.node.get_closest_marker("engine"):
        return
    pids = pool.pids()
    pool.stop_all()
    assert wait_until(lambda: not any(running(pid) for pid in pids))


@pytest.fixture
def fake_python(tmp_path):
    """A program that can be named as the engine's Python and is the fake worker."""
    program = tmp_path / "fake python"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I "{HERE / "fake_worker.py"}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.fixture
def fake_engine(fake_python, monkeypatch):
    """The fake worker as the engine."""
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(fake_python))
    return fake_python


@pytest.fixture(scope="session")
def pair(tmp_path_factory):
    """Two rasters of one place, as files."""
    folder = tmp_path_factory.mktemp("pair with spaces")
    return SimpleNamespace(
        before=write_raster(folder / "before.tif", value=80), after=write_raster(folder / "after.tif", value=120)
    )


@pytest.fixture
def pair_layers(qgis_new_project, pair):
    """Two rasters as layers."""
    return SimpleNamespace(
        before=QgsRasterLayer(str(pair.before), "before"), after=QgsRasterLayer(str(pair.after), "after")
    )


@pytest.fixture
def server():
    """A server of made-up pictures."""
    one = MapServer()
    yield one
    one.close()


@pytest.fixture
def one_thread():
    """Room for one in the pool of threads that tasks of QGIS and the map's layers share."""
    pool = QThreadPool.globalInstance()
    usual = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    yield
    pool.setMaxThreadCount(usual)


@pytest.fixture
def provider(request, qgis_processing, monkeypatch):
    """The provider, registered."""
    from describe_changes.plugin.engine.pool import pool
    from describe_changes.plugin.plugin import DescribeChangesPlugin

    plugin = DescribeChangesPlugin(None)
    plugin.initProcessing()
    if request.node.get_closest_marker("engine"):  # unloading stops the engine, which the next test wants warm
        monkeypatch.setattr(pool, "stop_all", lambda: None)
    yield plugin.provider
    plugin.unload()


@pytest.fixture
def describe(provider, pair):
    """Run the algorithm through ``processing.run`` on the pair."""
    import processing

    def run(feedback=None, context=None, **parameters):
        given = {"BEFORE": str(pair.before), "AFTER": str(pair.after), "TILES": "memory:", "CHANGES": "memory:"}
        return processing.run(ALGORITHM, {**given, **parameters}, feedback=feedback, context=context)

    return run


@pytest.fixture
def desk(qgis_iface, qgis_app, provider, pair_layers):
    """The dock on a project with the pair in it."""
    from describe_changes.plugin.gui.dock import DescribeDock

    QgsSettings().remove("describe_changes/pace")
    project = QgsProject.instance()
    project.addMapLayers([pair_layers.before, pair_layers.after])
    dock = DescribeDock(qgis_iface, qgis_iface.mainWindow())
    panel = dock.run_panel
    panel.pair.before.setLayer(pair_layers.before)
    panel.pair.after.setLayer(pair_layers.after)

    def settle(condition, seconds=30.0, pause=0.02):
        def seen():
            qgis_app.processEvents()
            return condition()

        return wait_until(seen, seconds, pause)

    yield SimpleNamespace(dock=dock, panel=panel, review=dock.review_panel, layers=pair_layers, settle=settle)
    dock.close_down()
    settle(lambda: panel._run is None)
    dock.deleteLater()
    QgsSettings().remove("describe_changes/pace")


@pytest.fixture(scope="session")
def pack(tmp_path_factory):
    return make_pack(tmp_path_factory.mktemp("packs") / "tiny")


def make_pack(folder: Path, *system: str) -> Path:
    """Write a tiny pack with the engine's Python."""
    script = ROOT / "tests" / "plugin" / "make_tiny_pack.py"
    command = [str(PYTHON), "-I", str(script), str(ROOT), str(folder), *system]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="session")
def scene(tmp_path_factory):
    """Two dark rasters; in the later one a square is bright."""
    folder = tmp_path_factory.mktemp("scène")
    before = write_raster(folder / "town_2011-05-01.tif", value=64)
    after = write_raster(folder / "town_2012-06-15.tif", value=64)
    data = gdal.Open(str(after), gdal.GA_Update)
    for band in (1, 2, 3):
        data.GetRasterBand(band).WriteRaster(COLUMN, ROW, WIDTH, HEIGHT, bytes([192]) * WIDTH * HEIGHT)
    data.FlushCache()
    return SimpleNamespace(before=before, after=after)


@pytest.fixture
def real_engine(monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(PYTHON))


@pytest.fixture
def brake(tmp_path, monkeypatch):
    """The real engine, in a process of its own that a test can hold in the midst of a run (see ``held_engine.py``)."""
    from describe_changes.plugin.engine.pool import pool

    told = tmp_path / "brake"
    program = tmp_path / "held python"
    script = HERE / "held_engine.py"
    program.write_text(f'#!/bin/sh\nshift 4\nexec "{PYTHON}" -I -u -X utf8 "{script}" "{told}" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(program))
    yield SimpleNamespace(after=lambda blocks: told.write_text(str(blocks)), release=lambda: told.unlink())
    told.unlink(missing_ok=True)
    pool.stop_all()


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A result of the real engine: on dark ground three squares have become bright."""
    folder = tmp_path_factory.mktemp("ergebnis ü")
    before = write_raster(folder / "town_2011-05-01.tif", value=64)
    after = write_raster(folder / "town_2012-06-15.tif", value=64)
    data = gdal.Open(str(after), gdal.GA_Update)
    for column, row in ((100, 100), (300, 100), (196, 388)):
        for band in (1, 2, 3):
            data.GetRasterBand(band).WriteRaster(column, row, 24, 24, bytes([192]) * 576)
    data.FlushCache()
    pack = folder / "tiny"
    commands = (
        [str(PYTHON), "-I", str(ROOT / "tests" / "plugin" / "make_tiny_pack.py"), str(ROOT), str(pack)],
        [str(PYTHON), "-m", "describe_changes.cli", "describe", str(before), str(after),
         "-o", str(folder / "result.gpkg"), "--model", str(pack), "--device", "cpu"],
    )  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PROJ_", "GDAL_"))}
    for command in commands:
        environment = {**kept, "OMP_NUM_THREADS": "1"}
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, env=environment)
        assert done.returncode == 0, done.stderr[-3000:]
    return SimpleNamespace(folder=folder, before=before, after=after, result=folder / "result.gpkg")


@pytest.fixture
def result(made, tmp_path, monkeypatch):
    """A copy of the result for one test, with the real engine to read it."""
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(PYTHON))
    path = tmp_path / "result.gpkg"
    shutil.copy(made.result, path)
    return path
