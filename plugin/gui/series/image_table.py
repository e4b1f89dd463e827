"""The list of a series' images with their dates: add, remove, correct dates, put in order of time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.rasters import date_range, layer_path
from ...processing.raster_checks import Side
from ...processing.series import series_problem
from ..common.engine_query import EngineQuery
from ..common.messages import as_markup, plain_label
from ..common.raster_file import add_raster_file, choose_raster_files
from ..common.settings import reading_from_servers

DATE, IMAGE = 0, 1
LAYER = Qt.ItemDataRole.UserRole
FOUND = Qt.ItemDataRole.UserRole + 1
"""What the file or the layer itself says of its date; a text that differs was typed."""


class ImageTable(QGroupBox):
    """The images of the series.

    Signals:
        changed: an image or a date has changed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Images"), parent)
        self._asked: list[str] = []
        self.table = QTableWidget(0, 2)
        self.table.setObjectName("mSeriesImages")
        self.table.setAccessibleName(tr("Images of the series with their dates"))
        self.table.setHorizontalHeaderLabels([tr("Date"), tr("Image")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(IMAGE, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setToolTip(tr("Double-click a date to correct it: 2011, 2011-05 or 2011-05-22"))
        self.table.setMinimumHeight(140)
        self.table.itemChanged.connect(lambda _item: self._tell())
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add_button = QPushButton(tr("&Add"))
        self.add_button.setObjectName("mSeriesAdd")
        self.add_button.setToolTip(tr("Add rasters of the project"))
        self.add_button.setMenu(self.menu)
        self.remove_button = QPushButton(tr("&Remove"))
        self.remove_button.setObjectName("mSeriesRemove")
        self.remove_button.setToolTip(tr("Take the selected images out of the series"))
        self.remove_button.clicked.connect(lambda _checked=False: self.remove_selected())
        self.sort_button = QPushButton(tr("Sort &by date"))
        self.sort_button.setObjectName("mSeriesSort")
        self.sort_button.clicked.connect(lambda _checked=False: self.sort())
        row = QHBoxLayout()
        for button in (self.add_button, self.remove_button, self.sort_button):
            row.addWidget(button)
        self.notice = plain_label("mSeriesNotice")
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addLayout(row)
        column.addWidget(self.notice)
        self._dates = EngineQuery("dates", self)
        self._dates.answered.connect(self._take_dates)
        self._dates.failed.connect(lambda _problem: self._tell())
        QgsProject.instance().layersWillBeRemoved.connect(self._forget)

    def sides(self) -> list[Side]:
        """Return the images in the order of the list, each with the date that was typed."""
        found = []
        for row in range(self.table.rowCount()):
            layer = self._layer(row)
            if layer is not None:
                found.append(Side(tr("series"), layer, self._typed(row), reading_from_servers()))
        return found

    def problem(self) -> str:
        """Return what is wrong with the series, as a sentence, or an empty string."""
        shown = []
        for row, side in enumerate(self.sides()):
            text = self.table.item(row, DATE).text().strip()  # also what the files say, which is left to the engine
            shown.append(replace(side, date=text) if date_range(text) is not None else side)
        return series_problem(shown, QgsProject.instance().transformContext())

    def add(self, layers: list[QgsRasterLayer], dates: Optional[list[str]] = None) -> None:
        """Add images that are not there yet.

        Args:
            layers: rasters of the project.
            dates: what was typed for them, if anything.
        """
        there = {side.layer.id() for side in self.sides()}
        self.table.blockSignals(True)
        for layer, date in zip(layers, dates or [""] * len(layers)):
            if layer.id() in there:
                continue
            found = Side("", layer, "").date_or_range()
            row = self.table.rowCount()
            self.table.insertRow(row)
            when, image = QTableWidgetItem(date or found), QTableWidgetItem(layer.name())
            when.setData(FOUND, found)
            image.setData(LAYER, layer.id())
            image.setToolTip(as_markup(layer_path(layer)))
            image.setFlags(image.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, DATE, when)
            self.table.setItem(row, IMAGE, image)
        self.table.blockSignals(False)
        self.sort()
        self.ask_dates()

    def add_files(self) -> None:
        """Ask for raster files, put them on the map and add them."""
        paths = choose_raster_files(self, several=True)
        opened = [(path, add_raster_file(path)) for path in paths]
        self.add([layer for _, layer in opened if layer is not None])
        broken = [path for path, layer in opened if layer is None]
        if broken:
            self.notice.setText(tr("{0} cannot be opened as a raster.").format(", ".join(broken)))
            self.notice.show()

    def remove_selected(self) -> None:
        """Take the selected images out."""
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._tell()

    def clear(self) -> None:
        """Take all images out."""
        self.table.setRowCount(0)
        self._tell()

    def sort(self) -> None:
        """Put the images in order of time; those without a date come last, as they were."""
        rows = [[self.table.item(row, column) for column in (DATE, IMAGE)] for row in range(self.table.rowCount())]
        rows.sort(key=lambda items: _middle(items[DATE].text()))
        copies = [[QTableWidgetItem(item) for item in items] for items in rows]
        self.table.blockSignals(True)
        for row, items in enumerate(copies):
            for column, item in enumerate(items):
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self._tell()

    def ask_dates(self) -> None:
        """Ask the engine for the dates that the layers do not know, out of the files."""
        wanted = [side for row, side in enumerate(self.sides()) if not self.table.item(row, DATE).text().strip()]
        local = [side for side in wanted if side.path and not side.address]
        self._asked = [side.layer.id() for side in local]
        if self._asked:
            self._dates.start({"rasters": [side.path for side in local]})

    def state(self) -> list[list[str]]:
        """Return the list as plain data for the project: layer and typed date."""
        return [[side.layer.id(), side.date] for side in self.sides()]

    def restore(self, state: Any) -> None:
        """Fill the list with what :meth:`state` said; layers that are gone are left out."""
        entries = state if isinstance(state, list) else []
        kept = [entry for entry in entries if isinstance(entry, list) and len(entry) == 2]
        layers = [(QgsProject.instance().mapLayer(str(entry[0])), str(entry[1])) for entry in kept]
        rasters = [(layer, date) for layer, date in layers if isinstance(layer, QgsRasterLayer)]
        self.table.setRowCount(0)
        self.add([layer for layer, _ in rasters], [date for _, date in rasters])

    def close_down(self) -> None:
        """Stop asking and listening; for unloading."""
        self._dates.cancel()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._forget)

    def _typed(self, row: int) -> str:
        item = self.table.item(row, DATE)
        text = item.text().strip()
        return "" if text == (item.data(FOUND) or "") else text

    def _layer(self, row: int) -> Optional[QgsRasterLayer]:
        layer = QgsProject.instance().mapLayer(str(self.table.item(row, IMAGE).data(LAYER)))
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _take_dates(self, answers: list[dict[str, Any]]) -> None:
        """Fill in what the engine found, where nothing was typed meanwhile."""
        told = dict(zip(self._asked, answers))
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            item = self.table.item(row, DATE)
            answer = told.get(str(self.table.item(row, IMAGE).data(LAYER)))
            if answer and not item.text().strip():
                item.setData(FOUND, answer.get("date", ""))
                item.setText(answer.get("date", ""))
                item.setToolTip(as_markup(str(answer.get("source") or answer.get("problem") or "")))
        self.table.blockSignals(False)
        self.sort()

    def _forget(self, identifiers: list[str]) -> None:
        for row in reversed(range(self.table.rowCount())):
            if self.table.item(row, IMAGE).data(LAYER) in identifiers:
                self.table.removeRow(row)
        self._tell()

    def _fill_menu(self) -> None:
        self.menu.clear()
        there = {side.layer.id() for side in self.sides()}
        rasters = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsRasterLayer) and layer.id() not in there and layer_path(layer)
        ]
        rasters.sort(key=lambda layer: layer.name().lower())
        everything = self.menu.addAction(tr("All rasters of the project"))
        everything.triggered.connect(lambda _checked=False: self.add(rasters))
        everything.setEnabled(bool(rasters))
        files = self.menu.addAction(tr("From files…"))
        files.triggered.connect(lambda _checked=False: self.add_files())
        self.menu.addSeparator()
        for layer in rasters:
            action = self.menu.addAction(layer.name())
            action.triggered.connect(lambda _checked=False, one=layer: self.add([one]))

    def _tell(self) -> None:
        count = self.table.rowCount()
        undated = sum(not self.table.item(row, DATE).text().strip() for row in range(count))
        words = self.problem() if count >= 2 else ""
        if not words and undated and not self._dates.waiting:
            words = tr("{0} of the images have no date yet; double-click to enter one.").format(undated)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        self.changed.emit()


def _middle(date: str) -> float:
    """Return the middle of a date or range as a number to sort by; no date comes last."""
    first, slash, last = date.strip().partition("/")
    begin, end = date_range(first), date_range(last if slash else first)
    if begin is None or end is None:
        return float("inf")
    return (begin[0].toordinal() + end[1].toordinal()) / 2
