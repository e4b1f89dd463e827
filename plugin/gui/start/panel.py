"""The tab *Start*: an engine and a first result in one click, for somebody who has just installed the plugin."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.errors import EngineError
from ...engine.installer import default_installation
from ...engine.locator import EngineLocator
from ...engine.pool import pool
from ...engine.proxy import proxy_environment
from ...i18n import tr
from ..common.engine_tasks import EngineTask, installing
from ..common.messages import plain_label, push_message
from ..common.model_manager import open_models
from ..common.settings_page import open_settings
from ..describe.extent_widget import ALL
from .example import TILES, load_example

SHOWN = "describe_changes/start_page"


class StartPanel(QWidget):
    """The widgets of the tab.

    Args:
        iface: the application's interface.
        dock: the dock whose tab this becomes.

    Signals:
        guide_wanted: the user guide shall be opened.
    """

    guide_wanted = pyqtSignal()

    def __init__(self, iface: Any, dock: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesStart")
        self._iface, self._dock = iface, dock
        self._task: Optional[EngineTask] = None
        body = QWidget()
        column = QVBoxLayout(body)
        welcome = QLabel(
            tr(
                "Describe Changes tells in words, masks and measured facts what changed between two dated rasters. "
                "Nothing leaves your computer."
            )
        )
        welcome.setWordWrap(True)
        column.addWidget(welcome)
        column.addWidget(self._example_box())
        column.addWidget(self._more_box())
        self.again = QCheckBox(tr("&Show this page when the panel opens"))
        self.again.setObjectName("mShowStart")
        self.again.setChecked(is_wanted())
        self.again.toggled.connect(lambda checked: QgsSettings().setValue(SHOWN, checked))
        column.addWidget(self.again)
        column.addStretch(1)
        area = QgsScrollArea()  # in a low dock the words would be cut off
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setMinimumHeight(body.minimumSizeHint().height())  # the other tabs need the height, too
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        dock.run_panel.described.connect(lambda _identifier: self._look())
        self._look()

    def _example_box(self) -> QGroupBox:
        box = QGroupBox(tr("A first result"))
        column = QVBoxLayout(box)
        text = QLabel(
            tr(
                "Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011. {0} "
                "tiles, a few minutes on a CPU. Tiles are added to the map as they are finished, a group at a time."
            ).format(TILES)
        )
        text.setWordWrap(True)
        self.state = plain_label("mStartState")
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.example_button = self._button("mRunExample", "", self.run_example)
        self.example_button.setDefault(True)
        self.cancel_button = self._button("mCancelStart", tr("&Cancel"), self.cancel)
        self.cancel_button.setVisible(False)
        self.progress = QProgressBar()
        self.progress.setObjectName("mStartProgress")
        self.progress.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.example_button, 1)
        row.addWidget(self.cancel_button)
        column.addWidget(text)
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self.state)
        return box

    def _more_box(self) -> QGroupBox:
        box = QGroupBox(tr("Then"))
        column = QVBoxLayout(box)
        for name, text, slot in (
            ("mStartOwn", tr("Describe &your own images"), self._go_on),
            ("mStartGuide", tr("Read the user &guide"), self.guide_wanted.emit),
            ("mStartModels", tr("See the &models"), lambda: open_models(self)),
            ("mStartSettings", tr("&Engine settings"), lambda: open_settings(self._iface)),
        ):
            column.addWidget(self._button(name, text, slot))
        return box

    def _button(self, name: str, text: str, slot: Any) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def showEvent(self, event: Any) -> None:
        """Look again whether there is an engine: it may have been installed in the settings."""
        super().showEvent(event)
        self._look()

    def run_example(self) -> None:
        """Describe the example; where there is no engine yet, install it first."""
        if EngineLocator().problem():
            self._install()
        else:
            self._describe()

    def cancel(self) -> None:
        """Stop the installation."""
        if self._task is not None:
            self._task.cancel()

    def close_down(self) -> None:
        """Stop what runs; for unloading."""
        self.cancel()

    def _look(self) -> None:
        """Say what one click will do."""
        if self._task is not None:
            return
        missing = bool(EngineLocator().problem())
        self.example_button.setText(
            tr("&Install the engine and describe the example") if missing else tr("&Describe the example")
        )
        if missing:
            self.state.setText(
                tr(
                    "About 1.5 GB are fetched once. The neural network runs in a Python environment of its own; QGIS's "
                    "stays as it is. For an NVIDIA graphics card, install the engine in the settings instead."
                )
            )
        else:
            self.state.clear()

    def _install(self) -> None:
        try:
            plan = default_installation("cpu", proxy_environment())
        except EngineError as error:
            self.state.setText(str(error))
            return
        self._task = installing(tr("Install the engine of Describe Changes"), plan, pool.stop_all)
        self._task.said.connect(lambda line: self.state.setText(line[:160]))
        self._task.progressChanged.connect(lambda percent: self.progress.setValue(round(percent)))
        self._task.ended.connect(self._installed)
        self._busy(True)
        QgsApplication.taskManager().addTask(self._task)

    def _installed(self, succeeded: bool, outcome: str) -> None:
        self._task = None
        self._busy(False)
        self._look()
        if succeeded:
            self._describe()
        else:
            self.state.setText(outcome or tr("Cancelled."))

    def _describe(self) -> None:
        """Fill the tab *Describe* with the example and run it there, where it can be watched and cancelled."""
        panel = self._dock.run_panel
        try:
            before, after = load_example(self._iface.mapCanvas())
        except EngineError as error:
            push_message(self._iface, str(error), Qgis.MessageLevel.Warning)
            return
        panel.pair.before.setLayer(before)
        panel.pair.after.setLayer(after)
        panel.extent.choose(ALL)
        for file in (panel.options.output, panel.options.mask, panel.options.report):
            file.setFilePath("")
        self._go_on()
        panel.run()

    def _go_on(self) -> None:
        self._dock.tabs.setCurrentWidget(self._dock.run_panel)

    def _busy(self, busy: bool) -> None:
        self.example_button.setEnabled(not busy)
        self.cancel_button.setVisible(busy)
        self.progress.setVisible(busy)
        self.progress.setValue(0)


def is_wanted() -> bool:
    """Return whether the page comes first when the panel opens; it does until somebody says no."""
    return bool(QgsSettings().value(SHOWN, True, type=bool))


def add_start(iface: Any, dock: Any) -> StartPanel:
    """Put the tab before the others, in front where it is wanted, and return it."""
    page = StartPanel(iface, dock)
    dock.tabs.insertTab(0, page, tr("Start"))
    dock.tabs.setCurrentIndex(0 if is_wanted() else 1)
    return page
