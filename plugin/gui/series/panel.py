"""The tab *Time series*: a list of dated images, one run, a chart of what changed when."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsProject
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.locator import EngineLocator
from ...i18n import tr
from ...layers.named_files import new_file
from ..common.engine_query import EngineQuery
from ..common.messages import plain_label, push_message
from ..common.result_files import automatic_file, file_problem, named_file
from ..common.result_map import show_result
from ..common.settings import SeriesSettings, remember, remembered
from ..describe.extent_widget import ExtentWidget
from ..describe.options_widget import OptionsWidget
from .chart import SeriesChart
from .image_table import ImageTable
from .map_filter import MapFilter
from .run import SeriesRun

LOG_LINES = 500


class SeriesPanel(QWidget):
    """The widgets of the tab and what they do.

    Signals:
        described: a run has left a layer of tiles; its id.
    """

    described = pyqtSignal(str)

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesSeries")
        self._iface = iface
        self._run: Optional[SeriesRun] = None
        self._known = False
        self._chart_file = ""
        self._told = ""
        self.map_pair = MapFilter(iface.mapCanvas())
        self._build()
        self._doctor = EngineQuery("doctor", self)
        self._doctor.answered.connect(self.options.offer)
        self.options.models_changed.connect(lambda: self._doctor.start())
        self.images.changed.connect(self._say_where)
        QgsProject.instance().homePathChanged.connect(self._say_where)
        QgsProject.instance().cleared.connect(self._project_cleared)
        QgsProject.instance().readProject.connect(self._project_read)
        self.apply(remembered(SeriesSettings))
        self._say_where()

    def _build(self) -> None:
        self.images = ImageTable()
        self.against = QComboBox()
        self.against.setObjectName("mSeriesAgainst")
        self.against.addItem(tr("the one before it"), "previous")
        self.against.addItem(tr("the first one"), "first")
        form = QFormLayout()
        label = QLabel(tr("Com&pare each image with"))
        label.setBuddy(self.against)
        form.addRow(label, self.against)
        self.extent = ExtentWidget(self._iface.mapCanvas())
        self.options = OptionsWidget()
        self._fit_options()
        body = QWidget()
        inner = QVBoxLayout(body)
        for widget in self._results():  # above what was asked for; on a low screen all of it is scrolled
            inner.addWidget(widget)
        inner.addWidget(self.images)
        inner.addLayout(form)
        inner.addWidget(self.extent)
        inner.addWidget(self.options)
        inner.addStretch(1)
        area = self._area = QgsScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())

    def _fit_options(self) -> None:
        """Hide what a series has not, and say what its result file is good for."""
        form = self.options.mask.parentWidget().layout()
        for widget in (self.options.mask, self.options.report):
            form.labelForField(widget).hide()
            widget.hide()

    def _results(self) -> list[QWidget]:
        """Return what a run shows: the chart, and what it must be read with."""
        self.chart = SeriesChart()
        self.chart.hide()
        self.chart.picked.connect(self._picked)
        self.warning = plain_label("mSeriesWarning")
        self.warning.hide()
        return [self.chart, self.warning]

    def _foot(self) -> QVBoxLayout:
        self.state = plain_label("mSeriesState")
        self.run_button = QPushButton(tr("&Describe series"))
        self.run_button.setObjectName("mSeriesRun")
        self.run_button.clicked.connect(lambda _checked=False: self.run())
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.cancel_button.setObjectName("mSeriesCancel")
        self.cancel_button.setEnabled(False)
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancel())
        self.page_button = QPushButton(tr("Char&t page"))
        self.page_button.setObjectName("mSeriesPage")
        self.page_button.setToolTip(tr("Open the chart with its figures in the browser"))
        self.page_button.setEnabled(False)
        self.page_button.clicked.connect(lambda _checked=False: self.open_page())
        row = QHBoxLayout()
        for button in (self.run_button, self.cancel_button, self.page_button):
            row.addWidget(button)
        self.progress = QProgressBar()
        self.progress.setObjectName("mSeriesProgress")
        self.progress.hide()  # until there is something to tell
        self.log = QPlainTextEdit()
        self.log.setObjectName("mSeriesLog")
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.setMaximumHeight(70)
        self.log.setAccessibleName(tr("Log of the series"))
        foot = QVBoxLayout()
        foot.addWidget(self.state)
        foot.addLayout(row)
        for widget in (self.progress, self.log):
            foot.addWidget(widget)
        return foot

    def showEvent(self, event: Any) -> None:
        """Ask the engine for models, devices and dates when the tab is first seen, not before."""
        super().showEvent(event)
        if self._known:
            return
        problem = EngineLocator().problem()
        self._known = not problem  # else look again: it may be installed meanwhile
        self.state.setText(problem)
        if self._known:
            self._doctor.start()
            self.images.ask_dates()

    def parameters(self) -> dict[str, Any]:
        """Return what the widgets say, as parameters of the algorithm."""
        sides = self.images.sides()
        output = new_file(self.wanted())
        given = {
            "INPUT": [side.layer for side in sides],
            "AGAINST": str(self.against.currentData()),
            **self.extent.parameters(),
            **self.options.parameters(),
            "OUTPUT": str(output),
            "CHART": str(new_file(output.with_name(f"{output.stem}_chart.html"))),
        }
        if any(side.date for side in sides):
            given["DATES"] = ";".join(side.date for side in sides)
        return given

    def settings(self) -> SeriesSettings:
        """Return what the widgets are set to."""
        return SeriesSettings(
            **vars(self.options.settings()),
            images=self.images.state(),
            against=str(self.against.currentData()),
            extent=self.extent.state(),
        )

    def apply(self, settings: SeriesSettings) -> None:
        """Set the widgets; what is not known stays as it is."""
        self.images.restore(settings.images)
        self.against.setCurrentIndex(max(0, self.against.findData(settings.against)))
        if settings.extent:
            self.extent.restore(settings.extent)
        self.options.apply(settings)

    def run(self) -> None:
        """Start a run."""
        wanted = self.wanted()
        problem = self.images.problem() or self.extent.problem() or file_problem(wanted)
        run = SeriesRun(self.parameters(), tr("Time series"), self, wanted) if not problem else None
        problem = problem or (run.problem() if run is not None else "")
        if problem or run is None:
            self._tell(problem, Qgis.MessageLevel.Warning)
            self.state.setText(problem)
            return
        remember(self.settings())
        self._run = run
        self._chart_file = str(run.chart_file)
        run.progressed.connect(self._progressed)
        run.said.connect(self.log.appendPlainText)
        run.paired.connect(self._paired)
        run.warned.connect(self._warned)
        run.ended.connect(self._ended)
        self.log.clear()
        self.close_chart()
        self.chart.show()
        self._area.verticalScrollBar().setValue(0)
        self.state.setText(tr("Starting the engine…"))
        self._busy(True)
        run.start()

    def cancel(self) -> None:
        """Stop the run; what is finished stays on the map."""
        if self._run is not None:
            self.cancel_button.setEnabled(False)
            self._run.cancel()

    def open_page(self) -> None:
        """Show the chart with its figures."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._chart_file))

    def close_chart(self) -> None:
        """Forget what an earlier run said, and show again what a click on its chart had hidden."""
        self._told = ""
        self._picked(0)
        self.chart.clear()
        self.chart.hide()
        self.warning.clear()
        self.warning.hide()

    def close_down(self) -> None:
        """Stop everything; for unloading."""
        self.map_pair.show_all()
        self._doctor.cancel()
        self.cancel()
        self.images.close_down()
        self.extent.close_down()
        QgsProject.instance().homePathChanged.disconnect(self._say_where)
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        QgsProject.instance().readProject.disconnect(self._project_read)

    def wanted(self) -> Path:
        """Return where the result shall lie: in the file that the person has named, else in one named by an image."""
        named = self.options.output.filePath().strip()
        return named_file(named) if named else self._automatic()

    def _automatic(self) -> Path:
        """Return the file that is taken where none is named; it stays the same when later images are added."""
        return automatic_file("series", [side.layer.name() for side in self.images.sides()[:1]])

    def _say_where(self, *_: Any) -> None:
        self.options.say_where(self._automatic())

    def _project_cleared(self) -> None:
        self.options.forget_files()

    def _progressed(self, percent: float, words: str) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))
        self.state.setText(words)

    def _paired(self, pair: dict[str, Any]) -> None:
        self.chart.add(pair)

    def _warned(self, sentence: str) -> None:
        if sentence not in self.warning.text():
            self.warning.setText("\n".join(filter(None, [self.warning.text(), f"⚠ {sentence}"])))
            self.warning.show()

    def _picked(self, number: int) -> None:
        """Let the map show the chosen pair only, or all again."""
        pair = next((one for one in self.chart.pairs if one["pair"] == number), None)
        if pair is None:
            self.map_pair.show_all()
            if self._run is None:
                self.state.setText(self._told)
        else:
            self.map_pair.show(pair, [side.layer for side in self.images.sides()])
            self.state.setText(self.chart.words(pair))

    def _ended(self, outcome: str, told: str, identifier: str) -> None:
        in_short = told
        if self._run is not None:
            in_short = self._run.in_short or told
            self._run.deleteLater()
        self._run = None
        self._busy(False)
        self.progress.setValue(100 if outcome == "done" else 0)
        self.chart.setVisible(bool(self.chart.pairs))
        self.page_button.setEnabled(outcome == "done" and Path(self._chart_file).is_file())
        self._told = told
        levels = {"done": Qgis.MessageLevel.Success, "cancelled": Qgis.MessageLevel.Info}
        self._tell(in_short, levels.get(outcome, Qgis.MessageLevel.Warning))
        layer = QgsProject.instance().mapLayer(identifier) if identifier else None
        if layer is not None:
            if outcome == "done":
                show_result(self._iface.mapCanvas(), layer)
                self.chart.choose_last()  # one pair at a time: all of them at once hide each other
            self.described.emit(identifier)
        self.state.setText(told)

    def _busy(self, busy: bool) -> None:
        self.run_button.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)
        self.page_button.setEnabled(False)
        self.progress.setVisible(True)
        self.progress.setRange(0, 0 if busy else 100)

    def _project_read(self, *_: Any) -> None:
        self.close_chart()
        self.apply(remembered(SeriesSettings))

    def _tell(self, words: str, level: Any) -> None:
        push_message(self._iface, words, level)
