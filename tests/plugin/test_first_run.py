"""The tab *Start* and the plugin's manners: one click to a first result, What's-this texts, icons, help, log."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, wait_until
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.gui import QgsCheckableComboBox, QgsExtentWidget, QgsFileWidget
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

INPUTS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QTableView)
COMPOSED = (QgsFileWidget, QgsExtentWidget, QgsCheckableComboBox, QComboBox, QAbstractSpinBox)
JOPLIN = ROOT / "resources" / "examples" / "joplin"


@pytest.fixture
def desk(qgis_iface, qgis_app, provider, qgis_new_project):
    """The dock with its start page, as the plugin makes it."""
    from describe_changes.plugin.gui.common.whats_this import explain
    from describe_changes.plugin.gui.dock import DescribeDock
    from describe_changes.plugin.gui.start.panel import add_start

    QgsSettings().remove("describe_changes")
    dock = DescribeDock(qgis_iface, qgis_iface.mainWindow())
    page = add_start(qgis_iface, dock)
    explain(dock)

    def settle(condition, seconds=30.0):
        def seen():
            qgis_app.processEvents()
            return condition()

        return wait_until(seen, seconds)

    yield SimpleNamespace(dock=dock, page=page, panel=dock.run_panel, settle=settle)
    page.close_down()
    dock.close_down()
    settle(lambda: dock.run_panel._run is None)
    dock.deleteLater()
    QgsSettings().remove("describe_changes")


def test_one_click_describes_the_example(desk, fake_engine, qgis_iface):
    assert desk.dock.tabs.currentWidget() is desk.page
    assert "Install" not in desk.page.example_button.text()
    desk.page.example_button.click()
    assert desk.dock.tabs.currentWidget() is desk.panel
    sides = desk.panel.pair.sides()
    assert [Path(side.path).name for side in sides] == ["joplin_before.vrt", "joplin_after_2011-05.vrt"]
    assert desk.panel.pair.problem() == ""
    assert all(JOPLIN not in Path(side.path).parents for side in sides)  # QGIS writes beside what it opens
    assert "user data" in sides[0].path
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    names = sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())
    assert "Sites 2011-05-01 → 2011-06-01" in names
    assert QgsProject.instance().crs().authid() == "EPSG:26915"

    desk.page.example_button.click()  # again: the same two layers, not two more
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    rasters = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsRasterLayer)]
    assert len(rasters) == 2


def test_the_words_of_a_low_page_can_be_scrolled_to(desk, qgis_app):
    """In a dock beneath another one Qt cut the last line off."""
    page = desk.page
    desk.dock.show()
    labels = [label for label in page.findChildren(QLabel) if label.text() and label.wordWrap()]
    page.setParent(None)
    try:
        page.resize(330, 200)
        page.show()
        qgis_app.processEvents()
        assert len(labels) >= 2
        assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    finally:
        page.hide()
        desk.dock.tabs.insertTab(0, page, "Start")


def test_without_an_engine_one_click_installs_it_and_goes_on(desk, fake_python, monkeypatch, tmp_path):
    """The installation itself is tried in test_plugin_installer; here a short one stands in its place."""
    from describe_changes.plugin.engine import locator
    from describe_changes.plugin.gui.common.engine_tasks import EngineTask
    from describe_changes.plugin.gui.start import panel as first_run

    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)  # hides the checkout's own engine
    desk.page._look()
    assert "Install the engine" in desk.page.example_button.text()

    def work(task):
        task.said.emit("Collecting torch")
        monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(fake_python))
        return "It works."

    monkeypatch.setattr(first_run, "installing", lambda title, _plan, _then: EngineTask(title, work))
    desk.page.example_button.click()
    assert not desk.page.example_button.isEnabled()
    assert desk.settle(lambda: bool(QgsProject.instance().mapLayersByName("Sites 2011-05-01 → 2011-06-01")))
    assert desk.page.example_button.isEnabled()
    assert "Install" not in desk.page.example_button.text()


def test_a_failed_installation_is_told_on_the_page(desk, monkeypatch, tmp_path):
    from describe_changes.plugin.engine import locator
    from describe_changes.plugin.engine.errors import EngineError
    from describe_changes.plugin.gui.common.engine_tasks import EngineTask
    from describe_changes.plugin.gui.start import panel as first_run

    monkeypatch.setattr(locator, "PLUGIN_ROOT", tmp_path)

    def work(_task):
        raise EngineError("No Python from 3.11 to 3.13 was found.")

    monkeypatch.setattr(first_run, "installing", lambda title, _plan, _then: EngineTask(title, work))
    desk.page.example_button.click()
    assert desk.settle(lambda: desk.page.example_button.isEnabled())
    assert "No Python" in desk.page.state.text()
    assert QgsProject.instance().mapLayers() == {}


def test_the_page_steps_back_when_asked(desk, qgis_iface, monkeypatch):
    from describe_changes.plugin.gui.dock import DescribeDock
    from describe_changes.plugin.gui.start.panel import add_start

    desk.page.again.click()
    again = DescribeDock(qgis_iface, qgis_iface.mainWindow())
    page = add_start(qgis_iface, again)
    assert again.tabs.widget(0) is page
    assert again.tabs.currentWidget() is again.run_panel
    assert not page.again.isChecked()
    page.close_down()
    again.close_down()
    again.deleteLater()


def test_every_widget_a_person_touches_explains_itself(desk):
    from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory

    silent = set()
    for root in (desk.dock, SettingsPageFactory().createWidget(None)):
        for widget in root.findChildren(QWidget):
            inside = any(isinstance(parent, COMPOSED) for parent in parents_of(widget, root))
            ours = re.match(r"m[A-Z]", widget.objectName()) and not inside
            if ours and isinstance(widget, (*INPUTS, *COMPOSED)) and not widget.whatsThis():
                silent.add(widget.objectName())
    assert silent == set()


def test_every_widget_can_be_reached_and_named_without_a_mouse(desk):
    """A screen reader needs a name, the keyboard a place in the tab order."""
    from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory

    nameless, unreachable = set(), set()
    for root in (desk.dock, SettingsPageFactory().createWidget(None)):
        labelled = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
        for widget in root.findChildren(QWidget):
            if not re.match(r"m[A-Z]", widget.objectName()) or not isinstance(widget, (*INPUTS, *COMPOSED)):
                continue
            if any(isinstance(parent, COMPOSED) for parent in parents_of(widget, root)):
                continue
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (text or widget.accessibleName() or widget in labelled):
                nameless.add(widget.objectName())
            inner = [widget, *widget.findChildren(QWidget)]
            if not any(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in inner):
                unreachable.add(widget.objectName())
    assert nameless == set()
    assert unreachable == set()


def parents_of(widget, root):
    while widget.parent() is not None and widget.parent() is not root:
        widget = widget.parent()
        yield widget


def test_each_algorithm_has_a_help_page(provider):
    for algorithm in provider.algorithms():
        fresh = algorithm.create()
        assert len(fresh.shortHelpString()) > 100, algorithm.id()
        path = Path(QUrl(fresh.helpUrl()).toLocalFile())
        page = path.read_text(encoding="utf-8")
        assert algorithm.id() in page
        for parameter in fresh.parameterDefinitions():
            if not parameter.flags() & parameter.Flag.FlagHidden:
                assert f"<code>{parameter.name()}</code>" in page, (algorithm.id(), parameter.name())
                assert parameter.help(), (algorithm.id(), parameter.name())
        assert "user_guide.html" in page


def test_the_guide_is_a_page_whose_links_and_pictures_are_there(qgis_app):
    from describe_changes.plugin.help import guide_url

    page = Path(QUrl(guide_url()).toLocalFile()).read_text(encoding="utf-8")
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert len(anchors) > 4
    for target in re.findall(r'(?:src|href)="([^"]+)"', page):
        if target.startswith("#"):
            assert target[1:] in anchors
        elif target.startswith("file:"):
            assert Path(QUrl(target).toLocalFile()).exists(), target


def test_help_opens_the_guide_and_sentences_reach_bar_and_log(qgis_iface, qgis_app, monkeypatch):
    from describe_changes.plugin.gui.common.messages import push_message
    from describe_changes.plugin.plugin import DescribeChangesPlugin
    from qgis.core import Qgis

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    DescribeChangesPlugin(None).help()
    assert opened[0].endswith("user_guide.html")

    heard = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda words, tag, level: heard.append((words, tag, level)))
    push_message(qgis_iface, "Something to know.", Qgis.MessageLevel.Warning)
    assert ("Something to know.", "Describe Changes", Qgis.MessageLevel.Warning) in heard
    log.messageReceived.disconnect()


def test_nothing_opens_a_modal_box():
    boxes = [path.name for path in (ROOT / "plugin").rglob("*.py") if "QMessageBox" in path.read_text(encoding="utf-8")]
    assert boxes == []
