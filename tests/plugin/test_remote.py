"""Images on servers: refused with the setting's name until it is ticked, then handed to the engine by their address."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from conftest import ALGORITHM, ROOT
from describe_changes.plugin.gui.common import settings
from describe_changes.plugin.layers.rasters import remote_address
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtWidgets import QInputDialog


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    """A folder and the address under which another process serves it."""
    root, log = tmp_path_factory.mktemp("bucket"), tmp_path_factory.mktemp("log") / "answers.tsv"
    log.touch()
    command = [sys.executable, str(ROOT / "tests" / "core" / "cloud" / "range_server.py"), str(root), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield root, f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.kill()


@pytest.fixture
def remote(bucket, scene, qgis_new_project):
    """The earlier image as a layer on a server, and its address."""
    root, url = bucket
    shutil.copyfile(scene.before, root / scene.before.name)
    address = f"{url}/{scene.before.name}"
    layer = QgsRasterLayer(f"/vsicurl/{address}", "far away")
    assert layer.isValid()
    return layer, address


@pytest.fixture
def allowed():
    settings.allow_reading_from_servers(True)
    yield
    QgsSettings().remove(settings.ALLOW_REMOTE)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/vsicurl/https://a.org/b.tif", "https://a.org/b.tif"),
        ("/vsis3/bucket/b.tif", "s3://bucket/b.tif"),
        ("/home/me/b.tif", ""),
        ("/vsigs/bucket/b.tif", ""),
        ("/vsizip/b.zip/b.tif", ""),
    ],
)
def test_addresses_as_the_engine_reads_them(path, address):
    assert remote_address(path) == address


def test_servers_are_not_asked_unless_allowed(remote, describe, fake_engine):
    layer, _ = remote
    with pytest.raises(QgsProcessingException, match=r"lies on a server\. Tick “Allow reading from servers”"):
        describe(BEFORE=layer)


@pytest.mark.engine
def test_the_engine_copies_what_it_needs(remote, scene, pack, provider, real_engine, tmp_path):
    import processing

    layer, address = remote
    given = {"BEFORE": layer, "AFTER": str(scene.after), "MODEL": str(pack), "DEVICE": "cpu", "ALLOW_REMOTE": True}
    done = processing.run(ALGORITHM, {**given, "SITES": str(tmp_path / "far.gpkg")})
    assert done["TILE_COUNT"] > 0
    file = ogr.Open(str(tmp_path / "far.gpkg"))
    row = file.GetLayerByName("runs").GetNextFeature()
    assert address in row.ExportToJson()


def test_the_dock_takes_an_address_where_that_is_allowed(desk, fake_engine, remote, allowed, monkeypatch):
    _, address = remote
    pair, answers = desk.panel.pair, ["ftp://a.org/b.tif", address]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (answers.pop(0), True))
    button = pair.file_buttons[0]
    button.open_address()
    assert "is no address" in pair.notice.text()
    button.open_address()
    side = pair.sides()[0]
    assert (side.path, side.layer.source()) == (address, f"/vsicurl/{address}")
    assert pair.problem() == ""
    assert desk.panel.parameters()["ALLOW_REMOTE"] is True
    desk.panel.inspect()
    assert "looked at when the run begins" in desk.panel.estimate.text()
    settings.allow_reading_from_servers(False)
    assert "Allow reading from servers" in pair.problem()
    assert "ALLOW_REMOTE" not in desk.panel.parameters()


def test_the_button_asks_where_only_if_servers_are_allowed(desk, fake_engine, allowed, monkeypatch):
    button, opened = desk.panel.pair.file_buttons[1], []
    monkeypatch.setattr(button, "open", lambda: opened.append("file"))
    monkeypatch.setattr(button.menu_of_places, "popup", lambda _place: opened.append("menu"))
    button.click()
    settings.allow_reading_from_servers(False)
    button.click()
    assert opened == ["menu", "file"]


def test_a_stac_item_becomes_its_file_and_its_date(desk, fake_engine, remote, allowed):
    _, address = remote
    button = desk.panel.pair.file_buttons[0]
    button._take_found({"files": [address], "date": "2011-05-01T10:00:00"})
    assert desk.panel.pair.sides()[0].path == address
    assert desk.panel.pair.before_date.text() == "2011-05-01"
    button._take_found({"files": ["a", "b"]})
    assert "in 2 files" in desk.panel.pair.notice.text()


def test_the_setting_is_off_and_kept(qgis_app, home):
    from describe_changes.plugin.gui.common.settings_page import SettingsPage

    page = SettingsPage()
    assert not page.remote.isChecked()
    page.remote.setChecked(True)
    page.apply()
    assert settings.reading_from_servers()
    QgsSettings().remove(settings.ALLOW_REMOTE)
    page.deleteLater()
