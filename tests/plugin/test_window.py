"""The plugin inside QGIS's interface: loads, offers its actions, unloads without a trace."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT, Interface, wait_until
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar


def objects(window):
    found = [*window.findChildren(QAction), *window.findChildren(QToolBar), *window.findChildren(QDockWidget)]
    return {found_one.objectName() for found_one in found if "escribe" in found_one.objectName()}


def test_loads_and_unloads_without_a_trace(qgis_iface, qgis_app, qgis_processing):
    from describe_changes import classFactory

    iface = Interface(qgis_iface)
    for _ in range(2):
        plugin = classFactory(iface)
        plugin.initGui()
        assert {
            "mActionDescribeChanges",
            "mActionDescribeChangesHelp",
            "DescribeChangesToolBar",
            "DescribeChangesDock",
        } <= objects(iface.mainWindow())
        assert all(action.objectName() for action in plugin.actions)
        assert [action.text() for action in iface.raster.actions()] == ["Describe Changes…"]  # no submenu of one
        assert len(iface.help.actions()) == 1
        assert len(iface.factories) == 1
        assert QgsApplication.processingRegistry().algorithmById("describechanges:describechanges")
        plugin.unload()
        qgis_app.sendPostedEvents(None, 52)  # deferred deletions
        qgis_app.processEvents()
        assert objects(iface.mainWindow()) == set()
        assert iface.raster.actions() == []
        assert iface.help.actions() == []
        assert iface.factories == []
        assert QgsApplication.processingRegistry().providerById("describechanges") is None


def test_loads_without_torch_numpy_and_the_rest(tmp_path):
    """Modules that raise when imported stand before the real ones."""
    for name in ("torch", "numpy", "rasterio", "shapely", "pyproj", "transformers", "pydantic", "scipy"):
        (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('{name} must not be imported in QGIS')\n")
    script = (
        "import pkgutil, importlib\n"
        "from qgis.core import QgsApplication\n"
        "application = QgsApplication([], False); application.initQgis()\n"
        "import describe_changes, describe_changes.plugin as package\n"
        "for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
        "plugin = describe_changes.classFactory(None)\n"
        "plugin.initProcessing()\n"
        "assert QgsApplication.processingRegistry().algorithmById('describechanges:describechanges')\n"
        "plugin.unload()\n"
        "print('loaded')\n"
    )
    import os

    path = os.pathsep.join([str(tmp_path), str(ROOT / ".dev"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "loaded" in done.stdout, done.stderr


def test_settings_page_checks_the_engine(fake_engine, qgis_app, monkeypatch):
    from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory

    page = SettingsPageFactory().createWidget(None)
    assert str(fake_engine) in page.report.toPlainText()
    page.check_button.click()
    assert not page.check_button.isEnabled()

    def settled():
        qgis_app.processEvents()
        return page.check_button.isEnabled()

    assert wait_until(settled)
    assert "CPU, made up" in page.report.toPlainText()
    page.deleteLater()


def test_settings_page_without_an_engine_says_what_to_do(qgis_app, monkeypatch, tmp_path):
    from describe_changes.plugin.engine import locator
    from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory

    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)
    page = SettingsPageFactory().createWidget(None)
    assert "Install engine" in page.report.toPlainText()
    assert "Options" not in page.report.toPlainText()  # that is where one is
    for button in (page.repair_button, page.remove_button, page.training_button):
        assert not button.isEnabled()  # there is nothing to repair
    assert page.install_button.isEnabled()
    page.deleteLater()


def test_models_says_that_there_is_no_engine_yet(qgis_app, monkeypatch, tmp_path):
    from describe_changes.plugin.engine import locator
    from describe_changes.plugin.gui.common.model_manager import ModelManager

    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)
    window = ModelManager()
    assert "has no engine yet" in window.card.toPlainText()
    assert "Import one" not in window.card.toPlainText()
    window.done(0)
    window.deleteLater()


def test_both_tabs_look_again_after_the_engine_was_installed(desk, fake_python, monkeypatch, tmp_path):
    from describe_changes.plugin.engine import locator

    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)
    panels = {desk.panel: desk.panel.estimate, desk.dock.series_panel: desk.dock.series_panel.state}
    for panel, words in panels.items():
        panel.showEvent(QShowEvent())
        assert "has no engine yet" in words.text()
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(fake_python))
    for panel, words in panels.items():
        panel.showEvent(QShowEvent())
        assert "has no engine yet" not in words.text()
        assert desk.settle(lambda panel=panel: panel.options.device.count() > 1)
