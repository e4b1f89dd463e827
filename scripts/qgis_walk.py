"""What ``take_pictures.py`` has QGIS run inside: a walk through the plugin by the mouse and the keys of the X server.

Nothing here calls the plugin. It looks where a widget lies on the screen, and xdotool moves the pointer there, clicks
and types; QGIS cannot tell that from a person. So modal dialogs are met as a person meets them, and noted.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from qgis.utils import iface, plugins

TASK = "DESCRIBE_CHANGES_WALK"
PATIENCE = 900.0
Ready = Callable[[], bool]
Steps = Iterator[Ready]


class Hands:
    """Mouse and keys on what is on the screen."""

    def press(self, widget: QWidget, at: QPoint | None = None, button: int = 1) -> None:
        """Click on the middle of a widget, or on a point of it."""
        point = widget.mapToGlobal(at if at is not None else widget.rect().center())
        self.point(point)
        _xdotool("click", str(button))

    def point(self, point: QPoint) -> None:
        """Move the mouse to a point of the screen."""
        _xdotool("mousemove", str(point.x()), str(point.y()))

    def keys(self, *names: str) -> None:
        """Press keys, such as ``ctrl+Return``."""
        _xdotool("key", "--delay", "60", *names)

    def type(self, text: str) -> None:
        """Type a text where the focus is, in place of what stands there."""
        _xdotool("key", "ctrl+a")
        _xdotool("type", "--delay", "8", text)


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=60)  # noqa: S603, S607


def shown(name: str, kind: type = QWidget) -> Any:
    """Return the visible widget of that name, None where there is none."""
    for window in QApplication.topLevelWidgets():
        for widget in [window, *window.findChildren(kind, name)]:
            if widget.objectName() == name and isinstance(widget, kind) and widget.isVisible():
                return widget
    return None


def button_of(window: QWidget, *texts: str) -> Any:
    """Return the visible button of a window that says one of these."""
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.text().replace("&", "") in texts:
            return button
    return None


class Walk(Hands):
    """The steps, one after the other, each waiting for the window to get there by itself."""

    def __init__(self, task: dict[str, Any]) -> None:
        self.task = task
        self.folder = Path(task["folder"])
        self.seen: dict[str, Any] = {"qgis": "", "asked": [], "unasked": []}
        self._expected = True
        self._steps = self.parts()[task["part"]]()
        self._ready: Ready = lambda: True
        self._since = time.monotonic()
        self._met: set[str] = set()
        self._timer = QTimer()
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    def parts(self) -> dict[str, Callable[[], Steps]]:
        """Return what can be walked, each in a QGIS of its own."""
        return {
            "first": self.first,
            "again": self.again,
            "dropped": self.dropped,
            "series": self.series,
            "look": self.look,
            "install": self.install,
        }

    # -- the parts -------------------------------------------------------------------------------------------------

    def first(self) -> Steps:
        """Install, engine, example, review, report, save: everything up to the end of the first day."""
        from qgis.core import Qgis

        self.seen["qgis"] = Qgis.QGIS_VERSION
        yield self.after(3)
        yield from self._install()
        yield from self._open()
        self.shoot("start")
        if self.task["engine"]:
            yield from self._engine()
        yield from self._example()
        yield from self._result()
        yield from self._review()
        yield from self._report()
        yield from self._save()

    def install(self) -> Steps:
        """Install the plugin and leave."""
        yield self.after(3)
        yield from self._install()
        yield from self._quit()

    def again(self) -> Steps:
        """Open the saved project in a new QGIS: the verdicts are there."""
        yield self.after(3)
        yield from self.menu(iface.projectMenu(), "mActionOpenProject")
        yield from self._file(str(self.folder / "joplin.qgz"))
        yield lambda: bool(QgsProject.instance().mapLayers())
        yield self.after(3)
        if not self.dock().isVisible():
            yield from self._open()
        yield from self.tab("Review")
        yield self.after(4)
        self.shoot("reopened")
        progress = shown("mReviewProgress")
        self.seen["judged_after_reopening"] = [progress.value(), progress.maximum()]
        yield from self._processing()
        yield from self._quit()

    def dropped(self) -> Steps:
        """QGIS was given the GeoPackage as when a file is dropped onto its window; where it asks, take all layers."""
        yield lambda: QApplication.activeModalWidget() is not None or bool(QgsProject.instance().mapLayers())
        yield self.after(2)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self.shoot("dropped_question")
            self.press(button_of(dialog, "Select All"))
            yield self.after(1)
            self.press(button_of(dialog, "Add Layers", "OK"))
        yield lambda: len(QgsProject.instance().mapLayers()) > 2
        yield self.after(4)
        self.seen["tree"] = _tree(QgsProject.instance().layerTreeRoot())
        self.shoot("dropped")
        yield from self._quit()

    def series(self) -> Steps:
        """Describe a time series and look at one pair of it."""
        yield self.after(3)
        yield from self._open()
        yield from self.tab("Time series")
        yield from self.click("mSeriesAdd")
        menu = QApplication.activePopupWidget()
        entry = next(one for one in menu.actions() if "…" in one.text())
        self.press(menu, menu.actionGeometry(entry).center())
        yield from self._file(" ".join(f'"{path}"' for path in self.task["series"]))
        yield self.after(5)
        self.shoot("series_filled")
        yield from self.click("mSeriesRun")
        yield self.after(2)
        yield lambda: shown("mSeriesRun").isEnabled()
        yield self.after(4)
        self.shoot("series_done")
        chart = next(one for one in self.dock().findChildren(QWidget) if type(one).__name__ == "SeriesChart")
        self.press(chart, QPoint(chart.width() // 2, chart.height() // 2))
        yield self.after(4)
        self.shoot("series")
        yield from self._quit()

    def look(self) -> Steps:
        """Every window of the plugin in the theme of the profile, for a pass by eye."""
        yield self.after(3)
        yield from self._open()
        for tab in ("Start", "Describe", "Time series", "Review"):
            yield from self.tab(tab)
            yield self.after(1)
            self.shoot(f"look_{tab.lower().replace(' ', '_')}")
        yield from self.tab("Start")
        yield from self.click("mStartSettings")
        yield lambda: shown("mEnginePython") is not None
        yield self.after(2)
        self.shoot("look_settings")
        self.press(button_of(shown("mEngineReport").window(), "OK"))
        yield self.after(1)
        yield from self.click("mStartModels")
        yield self.after(3)
        self.shoot("look_models")
        self.keys("Escape")
        yield self.after(1)
        from qgis import processing

        for name in ("describechanges", "series", "report", "zones", "export", "exporttraining", "finetune"):
            dialog = processing.createAlgorithmDialog(f"describechanges:{name}", {})
            if dialog is None:
                continue
            dialog.show()
            yield self.after(2)
            self.shoot(f"look_{name}")
            dialog.close()
        yield from self._quit()

    # -- what the parts are made of --------------------------------------------------------------------------------

    def _install(self) -> Steps:
        """Plugins ▸ Manage and Install Plugins… ▸ Install from ZIP."""
        yield from self.menu(iface.pluginMenu(), "mActionManagePlugins")
        yield lambda: shown("mOptionsListWidget") is not None
        yield self.after(2)
        tabs = shown("mOptionsListWidget")
        item = next(tabs.item(row) for row in range(tabs.count()) if "ZIP" in tabs.item(row).text())
        tabs.scrollToItem(item)
        self.press(tabs.viewport(), tabs.visualItemRect(item).center())
        yield lambda: shown("mZipFileWidget") is not None
        self.press(shown("mZipFileWidget").findChild(QLineEdit))
        yield self.after(0.5)
        self.type(self.task["zip"])
        yield self.after(1)
        self.shoot("install_zip")
        yield from self.click("buttonInstallFromZip")
        yield lambda: "describe_changes" in plugins or isinstance(QApplication.activeModalWidget(), QMessageBox)
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            yield self.after(1)
            self.shoot("install_question")
            self.press(button_of(question, "Yes"))
        yield lambda: "describe_changes" in plugins
        yield self.after(2)
        self.shoot("installed")
        self.press(button_of(shown("mOptionsListWidget").window(), "Close"))
        yield self.after(1)

    def _open(self) -> Steps:
        """Open the dock: Raster ▸ Describe Changes."""
        yield from self.menu(iface.rasterMenu(), "mActionDescribeChanges", picture="menu")
        yield lambda: self.dock().isVisible()
        yield self.after(2)

    def _engine(self) -> Steps:
        """Name an engine that is there already, and check it."""
        yield from self.click("mStartSettings")
        yield lambda: shown("mEnginePython") is not None
        yield self.after(1)
        self.shoot("settings_empty")
        self.press(shown("mEnginePython").findChild(QLineEdit))
        yield self.after(0.5)
        self.type(self.task["engine"])
        yield from self.click("mCheckEngine")
        yield self.after(1)
        yield lambda: shown("mCheckEngine").isEnabled()
        yield self.after(1)
        self.shoot("settings")
        self.seen["engine"] = shown("mEngineReport").toPlainText()
        self.press(button_of(shown("mEngineReport").window(), "OK"))
        yield self.after(1)

    def _example(self) -> Steps:
        """One click; nothing may be asked until the result is there."""
        self._expected = False
        self.seen["first_click"] = shown("mRunExample").text()
        yield from self.click("mRunExample")
        if not self.task["engine"]:
            yield self.after(30)
            self.shoot("installing")
            yield lambda: shown("mRunExample") is None or shown("mRunExample").isEnabled()
        began = time.monotonic()
        yield lambda: shown("mProgress") is not None and shown("mProgress").value() > 30
        yield self.after(1)
        self.shoot("running")
        yield lambda: shown("mRun").isEnabled()
        self.seen["example_seconds"] = round(time.monotonic() - began)
        yield self.after(5)
        self.shoot("result")
        self.seen["told"] = shown("mEstimate").text()
        self.seen["bar"] = [item.text() for item in iface.messageBar().items()]
        self.seen["tree"] = _tree(QgsProject.instance().layerTreeRoot())
        self._expected = True

    def _result(self) -> Steps:
        """The attribute table and the map tip of the sites."""
        sites = self.sites()
        yield from self.layer(sites)
        self.keys("F6")
        yield self.after(4)
        self.shoot("table")
        self.keys("alt+F4")
        yield self.after(1)
        yield from self.menu(iface.viewMenu(), "mActionMapTips")
        largest = max(sites.getFeatures(), key=lambda one: one["changed_area_m2"])
        inside = largest.geometry().pointOnSurface().asPoint()
        self.point(self.on_map(sites, inside))
        yield self.after(0.5)
        self.point(self.on_map(sites, inside) + QPoint(2, 2))
        yield self.after(3)
        self.shoot("map_tip")
        yield from self.menu(iface.viewMenu(), "mActionMapTips")

    def _review(self) -> Steps:
        """Judge ten sites by keys, with swipe, blink, a question and an edited outline."""
        yield from self.tab("Review")
        yield from self.choose("mReviewOrder", "Largest first")
        view = shown("mReviewList")
        self.press(view.viewport(), view.visualRect(view.model().index(0, 1)).center())
        yield self.after(3)
        for key in ("a", "a", "r"):
            self.keys(key)
            yield self.after(1.5)
        yield self.after(2)
        self.shoot("review")
        self.press(shown("mReviewCaption"))
        yield self.after(0.5)
        self.type("houses along the road were destroyed")
        self.keys("ctrl+Return")
        yield self.after(2)
        self.press(view.viewport(), view.visualRect(view.currentIndex()).center())
        yield self.after(1)
        self.keys("a")
        yield self.after(1.5)
        self.keys("ctrl+z")
        yield self.after(1.5)
        self.keys("ctrl+shift+z")
        yield self.after(1.5)
        self.keys("s")
        yield self.after(1)
        canvas = iface.mapCanvas()
        for share in (0.3, 0.5, 0.55):
            self.point(canvas.mapToGlobal(QPoint(int(canvas.width() * share), canvas.height() // 2)))
            yield self.after(0.7)
        yield self.after(1)
        self.shoot("swipe")
        self.keys("s")
        yield self.after(2)
        before = _tree(QgsProject.instance().layerTreeRoot())
        self.keys("b")
        yield self.after(2.5)
        self.keys("b")
        yield self.after(2)
        self.seen["blink_left_the_layers"] = before == _tree(QgsProject.instance().layerTreeRoot())
        yield from self._question()
        yield from self._outlines()
        fresh = next(place for place, row in enumerate(self.dock().review_panel.review.rows) if not row.review_status)
        view.scrollTo(view.model().index(fresh, 1))
        self.press(view.viewport(), view.visualRect(view.model().index(fresh, 1)).center())
        yield self.after(1)
        progress = shown("mReviewProgress")
        for _ in range(12):
            if progress.value() >= 10:
                break
            self.keys("a")
            yield self.after(1.2)
        self.seen["judged"] = [progress.value(), progress.maximum()]
        yield self.after(2)
        self.shoot("review_ten")

    def _question(self) -> Steps:
        self.press(shown("mReviewQuestion"))
        yield self.after(0.5)
        self.type("houses gone, larger than 200 m2, in the south-west")
        self.keys("Return")
        yield self.after(0.5)
        yield lambda: shown("mReviewAnswer") is not None and "\n" in shown("mReviewAnswer").text()
        yield self.after(2)
        self.shoot("question")
        self.seen["answer"] = shown("mReviewAnswer").text()
        self.press(shown("mReviewQuestion"))
        self.type(" ")
        self.keys("BackSpace")
        yield self.after(1)

    def _outlines(self) -> Steps:
        """Move one corner of the largest changed area of the site with QGIS's vertex tool; E begins, E saves."""
        view = shown("mReviewList")
        self.press(view.viewport(), view.visualRect(view.currentIndex()).center())
        yield self.after(2)
        self.keys("e")
        yield self.after(3)
        changes = next(one for one in QgsProject.instance().mapLayers().values() if one.name().startswith("Changed"))
        self.seen["outlines_opened"] = changes.isEditable()
        chosen = max(self._areas_of_current(changes), key=lambda one: one["area_m2"], default=None)
        if chosen is not None:
            ring = next(chosen.geometry().constParts()).exteriorRing()
            corner = self.on_map(changes, QgsPointXY(ring.pointN(0)))
            self.point(corner)
            yield self.after(1)
            _xdotool("click", "1")
            yield self.after(1)
            self.point(corner + QPoint(25, -15))
            yield self.after(1)
            _xdotool("click", "1")
            yield self.after(1)
        self.shoot("outlines")
        old = {one.id(): one["changed_area_m2"] for one in self.sites().getFeatures()}
        self.keys("e")  # the map has the focus now
        yield self.after(3)
        self.seen["outlines_saved"] = not changes.isEditable()
        changed = [one.id() for one in self.sites().getFeatures() if old.get(one.id()) != one["changed_area_m2"]]
        self.seen["sites_measured_anew"] = len(changed)

    def _areas_of_current(self, changes: Any) -> list[Any]:
        """Return the changed areas of the site that is looked at."""
        site = self.dock().review_panel.current().number
        return [one for one in changes.getFeatures() if one["site_id"] == site]

    def _report(self) -> Steps:
        """Report… ▸ title, author, files ▸ Run."""
        yield from self.click("mReviewReport")
        yield lambda: _dialog("Report of a result") is not None
        dialog = _dialog("Report of a result")
        yield self.after(2)
        self.shoot("report_dialog_empty")
        html, pdf = (str(self.folder / f"report.{ending}") for ending in ("html", "pdf"))
        texts = (("TITLE", "Joplin after the tornado"), ("AUTHOR", "A. Analyst"), ("ORGANISATION", "County office"))
        for name, text in (*texts, ("HTML", html), ("PDF", pdf)):
            field = _field(dialog, name)
            yield from self.scroll_to(field)
            self.press(field)
            yield self.after(0.3)
            self.type(text)
            if name == "ORGANISATION":
                self.shoot("report_dialog")
        yield self.after(0.5)
        self.shoot("report_dialog_files")
        self.press(button_of(dialog, "Run"))
        yield (
            lambda: (
                Path(pdf).exists() and Path(html).exists() and button_of(dialog, "Run", "Change Parameters") is not None
            )
        )
        yield lambda: not (button_of(dialog, "Cancel") or dialog).isEnabled() or button_of(dialog, "Cancel") is None
        yield self.after(2)
        self.shoot("report_done")
        self.seen["report_bytes"] = [Path(html).stat().st_size, Path(pdf).stat().st_size]
        self.press(button_of(dialog, "Close"))
        yield self.after(1)

    def _save(self) -> Steps:
        """Project ▸ Save As…, then Project ▸ Exit."""
        yield from self.menu(iface.projectMenu(), "mActionSaveProjectAs")
        yield from self._file(str(self.folder / "joplin.qgz"))
        yield lambda: (self.folder / "joplin.qgz").exists()
        yield self.after(2)
        self.shoot("saved")
        yield from self._quit()

    def _processing(self) -> Steps:
        """Find the algorithm by the locator bar and open its dialog."""
        self.keys("ctrl+k")
        yield self.after(1)
        self.type("a describe changes")
        yield self.after(3)
        self.shoot("locator")
        results = _locator_results()
        for _ in range(20):  # which comes first differs between versions of QGIS
            if results is None or str(results.currentIndex().data()) == "Describe changes":
                break
            self.keys("Down")
            yield self.after(0.3)
        self.keys("Return")
        yield self.after(3)
        self.shoot("processing")
        dialog = _dialog("Describe changes")
        if dialog is not None:
            self.press(button_of(dialog, "Close"))
        yield self.after(1)

    def _quit(self) -> Steps:
        """Leave QGIS as a person does; what was seen is written before."""
        self._write()
        self._leaving = True
        yield from self.menu(iface.projectMenu(), "mActionExit")
        yield self.after(60)

    # -- ways ------------------------------------------------------------------------------------------------------

    def dock(self) -> Any:
        """Return the dock of the plugin."""
        return plugins["describe_changes"].dock

    def sites(self) -> Any:
        """Return the layer of sites."""
        return next(one for one in QgsProject.instance().mapLayers().values() if one.name().startswith("Sites "))

    def click(self, name: str) -> Steps:
        """Click on a widget once it is there."""
        yield lambda: shown(name) is not None and shown(name).isEnabled()
        yield from self.scroll_to(shown(name))
        self.press(shown(name))
        yield self.after(0.5)

    def tab(self, text: str) -> Steps:
        """Click on a tab of the dock."""
        bar = self.dock().tabs.tabBar()
        place = next(index for index in range(bar.count()) if bar.tabText(index).replace("&", "") == text)
        self.press(bar, bar.tabRect(place).center())
        yield self.after(1)

    def choose(self, name: str, text: str) -> Steps:
        """Choose an entry of a combo box with the mouse."""
        combo: QComboBox = shown(name, QComboBox)
        self.press(combo)
        yield self.after(0.7)
        view = combo.view()
        index = combo.model().index(combo.findText(text), 0)
        self.press(view.viewport(), view.visualRect(index).center())
        yield self.after(0.7)

    def layer(self, layer: Any) -> Steps:
        """Click on a layer in the layers panel."""
        view = iface.layerTreeView()
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
        index = view.node2index(node) if hasattr(view, "node2index") else view.layerTreeModel().node2index(node)
        rect: QRect = view.visualRect(index)
        self.press(view.viewport(), QPoint(rect.left() + 60, rect.center().y()))
        yield self.after(1)

    def menu(self, menu: QMenu, name: str, picture: str = "") -> Steps:
        """Click on a menu of the main window and on an entry of it."""
        bar = iface.mainWindow().menuBar()
        self.press(bar, bar.actionGeometry(menu.menuAction()).center())
        yield lambda: menu.isVisible()
        yield self.after(0.5)
        entry = next(one for one in menu.actions() if one.objectName() == name)
        if picture:
            self.point(menu.mapToGlobal(menu.actionGeometry(entry).center()))
            yield self.after(0.5)
            self.shoot(picture)
        self.press(menu, menu.actionGeometry(entry).center())
        yield self.after(0.5)

    def scroll_to(self, widget: QWidget) -> Steps:
        """Turn the wheel over the scroll bar until a widget is seen whole."""
        area = widget.parent()
        while area is not None and not (
            isinstance(area, QAbstractScrollArea) and not isinstance(area, QAbstractItemView)
        ):
            area = area.parent()
        if area is None or not area.verticalScrollBar().isVisible():
            return
        for _ in range(60):
            top = widget.mapTo(area.viewport(), QPoint(0, 0)).y() if area.viewport().isAncestorOf(widget) else 0
            if 0 <= top and top + widget.height() <= area.viewport().height():
                return
            self.press(area.verticalScrollBar(), button=4 if top < 0 else 5)
            yield self.after(0.15)

    def _file(self, text: str) -> Steps:
        """Type into a file dialog and press Return."""
        yield lambda: QApplication.activeModalWidget() is not None
        yield self.after(1)
        self.type(text)
        self.keys("Return")
        yield self.after(1)

    def on_map(self, layer: Any, point: QgsPointXY) -> QPoint:
        """Return where a point of a layer lies on the screen."""
        canvas = iface.mapCanvas()
        there = canvas.mapSettings().layerToMapCoordinates(layer, point)
        pixel = canvas.getCoordinateTransform().transform(there)
        return canvas.mapToGlobal(QPoint(round(pixel.x()), round(pixel.y())))

    def after(self, seconds: float) -> Ready:
        """Return what is true after some seconds and once the map is drawn."""
        until = time.monotonic() + seconds
        return lambda: time.monotonic() > until and not iface.mapCanvas().isDrawing()

    def shoot(self, name: str) -> None:
        """Take a picture of the screen."""
        picture = self.folder / "pictures" / f"{self.task['prefix']}{name}.png"
        picture.parent.mkdir(exist_ok=True)
        subprocess.run(["import", "-window", "root", str(picture)], check=False, timeout=60)  # noqa: S603, S607

    def _advance(self) -> None:
        self._meet(QApplication.activeModalWidget())
        try:
            if not self._ready():
                if time.monotonic() - self._since > PATIENCE:
                    raise TimeoutError("the window did not get to the next step")
                return
            self._ready = next(self._steps)
            self._since = time.monotonic()
        except StopIteration:
            self._end()
        except Exception:
            self.seen["error"] = traceback.format_exc()
            self.shoot("error")
            self._end()

    def _meet(self, modal: QWidget | None) -> None:
        """Note a dialog that waits for an answer; one that nobody asked for is closed."""
        if modal is None:
            return
        text = modal.windowTitle() + (": " + modal.text() if isinstance(modal, QMessageBox) else "")
        if text in self._met:
            return
        self._met.add(text)
        self.seen["asked" if self._expected else "unasked"].append(text)
        if not self._expected:
            modal.close()

    def _write(self) -> None:
        target = self.folder / f"{self.task['prefix']}seen_{self.task['part']}.json"
        target.write_text(json.dumps(self.seen, indent=1, ensure_ascii=False), encoding="utf-8")

    def _end(self) -> None:
        self._timer.stop()
        self._write()
        os._exit(1)


def _dialog(title: str) -> Any:
    """Return the visible window of that title."""
    windows = (
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle().lower() == title.lower()
    )
    return next(windows, None)


def _locator_results() -> Any:
    """Return the list below the locator bar, None where it is not open."""
    views = (view for window in QApplication.topLevelWidgets() for view in window.findChildren(QAbstractItemView))
    named = (view for view in views if view.metaObject().className() == "QgsLocatorResultsView")
    return next((view for view in named if view.isVisible()), None)


def _field(dialog: Any, name: str) -> QLineEdit:
    """Return the box of a parameter in a dialog of Processing."""
    panel = dialog.mainWidget()
    found = panel.wrappers.get(name)
    widget = found.wrappedWidget() if hasattr(found, "wrappedWidget") else None
    if widget is None:
        widget = panel.outputWidgets[name] if hasattr(panel, "outputWidgets") else found.widget
    return widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)


def _tree(group: Any) -> list[Any]:
    """Return the layer tree: names, and whether they are checked; groups as lists."""
    found: list[Any] = []
    for node in group.children():
        mark = "+" if node.itemVisibilityChecked() else "-"
        found.append(f"{mark} {node.name()}")
        if node.nodeType() == node.NodeType.NodeGroup:
            found.append(_tree(node))
    return found


def begin() -> None:
    """Begin once the window stands."""
    iface.mainWindow().showMaximized()
    iface.walk = Walk(json.loads(os.environ[TASK]))


QTimer.singleShot(2000, begin)
