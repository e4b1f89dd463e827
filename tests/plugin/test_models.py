"""The window *Models* with the real engine: listed, shown with its card, imported, refused, removed."""

from __future__ import annotations

import hashlib
import json
import subprocess
import zipfile

import pytest
from conftest import ROOT, wait_until
from describe_changes.plugin.engine.pool import pool
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

PYTHON = ROOT / ".venv" / "bin" / "python"
pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """The tiny pack, with a card that nobody should trust, as a zip."""
    folder = tmp_path_factory.mktemp("päckchen") / "tiny"
    command = [str(PYTHON), "-I", str(ROOT / "tests" / "plugin" / "make_tiny_pack.py"), str(ROOT), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    card = "# A card\n\nSeen <b>bold</b> <img src='http://example.org/spy.png'>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    (folder / "card.md").write_text(card, encoding="utf-8")
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    manifest["files"]["card.md"] = f"sha256:{hashlib.sha256(card.encode()).hexdigest()}"  # others are not shown
    (folder / "model.json").write_text(json.dumps(manifest), encoding="utf-8")
    path = folder.parent / "tiny pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for item in folder.iterdir():
            archive.write(item, item.name)
    return path


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    yield
    pool.stop_all()


@pytest.fixture
def window(qgis_app, qgis_iface, monkeypatch, tmp_path):
    """The window, with a folder for models of its own, and a way to wait for the engine."""
    from describe_changes.plugin.gui.common.model_manager import ModelManager

    pool.stop_all()  # an engine keeps the models' folder that it was started with
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(PYTHON))
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path / "models"))
    manager = ModelManager()

    def settle(condition, seconds=60.0):
        def seen():
            qgis_app.processEvents()
            return condition()

        return wait_until(seen, seconds)

    manager.settle = settle
    manager.told, push = [], manager.bar.pushMessage  # what the bar said; its messages go by themselves
    manager.bar.pushMessage = lambda words, *more: (manager.told.append(words), push(words, *more))
    manager.lines = lambda: [manager.list.item(row).text() for row in range(manager.list.count())]
    yield manager
    manager.reject()
    manager.deleteLater()


def test_a_pack_comes_is_shown_and_goes(window, pack, monkeypatch):
    told = []
    window.changed.connect(lambda: told.append(True))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))
    window.zip_button.click()
    assert not window.zip_button.isEnabled()
    assert window.settle(lambda: "tiny" in window.lines())
    assert window.chosen()["name"] == "tiny"
    assert window.settle(lambda: "A card" in window.card.toPlainText())
    shown = window.card.toPlainText()
    assert "building appeared" in shown
    assert "verified" in shown
    assert "<b>bold</b>" in shown  # HTML of a card is shown, not used
    assert window.zip_button.isEnabled()
    assert "imported" in window.told[-1]
    assert told == [True]

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window.open_button.click()
    assert opened == [window.chosen()["path"]]

    window.zip_button.click()
    assert window.settle(lambda: window.bar.currentItem() and "already in" in window.bar.currentItem().text())
    assert window.zip_button.isEnabled()

    window.remove_button.click()
    assert "tiny" in window.lines()  # not before the question is answered
    window.bar.findChild(QPushButton, "mRemoveForSure").click()
    assert window.settle(lambda: window.list.count() and "tiny" not in window.lines())
    assert told == [True, True]


def test_the_window_opens_from_the_dock_and_the_settings(qgis_app, qgis_iface, fake_engine):
    from describe_changes.plugin.gui.common.model_manager import ModelManager
    from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory
    from describe_changes.plugin.gui.describe.options_widget import OptionsWidget

    told = []
    for place in (OptionsWidget(), SettingsPageFactory().createWidget(None)):
        place.models_button.click()
        manager = place.findChild(ModelManager)
        assert manager.isVisible()
        if isinstance(place, OptionsWidget):
            place.models_changed.connect(lambda: told.append(True))
            manager.changed.emit()
        manager.close()
        place.deleteLater()
    assert told == [True]


def test_what_ships_stays(window):
    if not (ROOT / "resources" / "models" / "default" / "model.json").is_file():
        pytest.skip("no pack ships with this checkout yet")
    assert window.settle(lambda: bool(window.chosen().get("bundled")))
    assert not window.remove_button.isEnabled()
    assert "ships with the plugin" in window.lines()[0]
    assert window.settle(lambda: "verified" in window.card.toPlainText())
    window.remove()
    assert window.bar.currentItem() is None


def test_a_zip_that_is_no_pack_is_refused_with_a_sentence(window, tmp_path):
    path = tmp_path / "böse.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.py", "print()")
    window.import_from(str(path))
    assert window.settle(lambda: window.bar.currentItem() is not None)
    assert "no file of a model pack" in window.bar.currentItem().text()
    assert not (tmp_path / "models").exists() or list((tmp_path / "models").iterdir()) == []


def test_a_page_reaches_nothing(qgis_app, monkeypatch):
    from describe_changes.plugin.gui.common.markdown_view import MarkdownView, escaped

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page = MarkdownView()
    page.show_markdown("![x](/etc/passwd) [a](https://example.org/) [b](file:///etc/passwd)")
    assert page.loadResource(2, QUrl("/etc/passwd")) is None
    page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    page.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == ["https://example.org/"]
    page.show_markdown("| a |\n|---|\n| " + escaped("x|y *z* <b>") + " |")
    assert "x|y *z* <b>" in page.toPlainText()
