"""The page *Settings ▸ Options… ▸ Describe Changes*: where the engine is, whether it works, how to get one."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ... import icons
from ...engine.errors import EngineError
from ...engine.installer import default_installation, remove_engine, training_installation
from ...engine.locator import (
    EngineLocator,
    private_environment,
    python_setting,
    set_python_setting,
    what_to_do_here,
)
from ...engine.pool import pool
from ...engine.proxy import proxy_environment, proxy_that_pip_lacks
from ...i18n import tr
from ...paths import user_data_dir
from .engine_tasks import EngineTask, adding, checking, installing
from .model_manager import open_models
from .settings import allow_reading_from_servers, reading_from_servers
from .whats_this import explain


class SettingsPage(QgsOptionsPageWidget):
    """The widgets of the page."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesSettings")
        self._task: Optional[EngineTask] = None
        layout = QVBoxLayout(self)
        layout.addWidget(self._engine_box())
        layout.addWidget(self._install_box())
        self.progress = QProgressBar()
        self.progress.setObjectName("mEngineProgress")
        self.progress.setVisible(False)
        layout.addWidget(self.progress)
        self.report = QPlainTextEdit()
        self.report.setObjectName("mEngineReport")
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("What the engine says"))
        layout.addWidget(self.report, 1)
        explain(self)
        self._fit_buttons()
        self._say_where()

    def apply(self) -> None:
        """Store the settings."""
        set_python_setting(self.python.filePath())
        allow_reading_from_servers(self.remote.isChecked())

    def _engine_box(self) -> QGroupBox:
        box = QGroupBox(tr("Engine"))
        form = QFormLayout(box)
        note = QLabel(
            tr(
                "The neural network runs in a Python of its own, apart from QGIS. Leave the path empty to have "
                "it found automatically."
            )
        )
        note.setWordWrap(True)
        form.addRow(note)
        self.python = QgsFileWidget()
        self.python.setObjectName("mEnginePython")
        self.python.setFilePath(python_setting())
        self.python.setDialogTitle(tr("Python of the engine"))
        label = QLabel(tr("Engine's &Python"))
        label.setBuddy(self.python)
        form.addRow(label, self.python)
        self.remote = QCheckBox(tr("Allow reading from &servers"))
        self.remote.setObjectName("mAllowRemote")
        self.remote.setToolTip(tr("Images may then be GeoTIFFs and STAC items by https and s3"))
        self.remote.setChecked(reading_from_servers())
        form.addRow(self.remote)
        self.check_button = self._button("mCheckEngine", tr("&Check engine"), self.check)
        self.log_button = self._button("mShowLogs", tr("Open &logs"), self._open_logs)
        row = QHBoxLayout()
        row.addWidget(self.check_button)
        self.models_button = self._button("mManageModels", tr("M&odels…"), lambda: open_models(self))
        row.addWidget(self.log_button)
        row.addWidget(self.models_button)
        row.addStretch(1)
        form.addRow(row)
        return box

    def _install_box(self) -> QGroupBox:
        box = QGroupBox(tr("Installation"))
        column = QVBoxLayout(box)
        place = QLabel(tr("Private environment: {0}").format(private_environment()))
        place.setWordWrap(True)
        column.addWidget(place)
        self.build = QComboBox()
        self.build.setObjectName("mEngineBuild")
        self.build.addItem(tr("CPU (about 1.5 GB)"), "cpu")
        self.build.addItem(tr("NVIDIA graphics card (about 6 GB)"), "cuda")
        self.install_button = self._button("mInstallEngine", tr("&Install engine"), self.install)
        self.repair_button = self._button("mRepairEngine", tr("&Repair"), self.repair)
        self.remove_button = self._button("mRemoveEngine", tr("Re&move"), self.remove)
        self.cancel_button = self._button("mCancelEngine", tr("Cancel"), self.cancel)
        self.cancel_button.setEnabled(False)
        row = QHBoxLayout()
        label = QLabel(tr("Comp&ute on"))
        label.setBuddy(self.build)
        row.addWidget(label)
        self.training_button = self._button("mTrainingPackages", tr("Add &training packages"), self.add_training)
        self.training_button.setToolTip(tr("What fine-tuning needs beside the engine"))
        for widget in (self.build, self.install_button, self.repair_button, self.remove_button, self.cancel_button):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.training_button)
        below.addStretch(1)
        column.addLayout(below)
        return box

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button

    def check(self) -> None:
        """Ask the engine about itself."""
        self.apply()
        self.report.setPlainText(tr("Asking the engine…"))
        self._start(checking(tr("Check engine")))

    def install(self, fresh: bool = False) -> None:
        """Install the engine into its private environment; what is there already is kept unless fresh."""
        self.report.clear()
        try:
            plan = default_installation(self.build.currentData(), proxy_environment(), fresh)
        except EngineError as error:
            self.report.setPlainText(str(error))
            return
        self.python.setFilePath("")
        self.apply()
        if proxy_that_pip_lacks():
            self.report.setPlainText(tr("QGIS uses a SOCKS proxy, which pip cannot use; trying without it."))
        self._start(installing(tr("Install the engine of Describe Changes"), plan, pool.stop_all))

    def repair(self) -> None:
        """Make the private environment anew."""
        self.install(fresh=True)

    def add_training(self) -> None:
        """Add to the private environment what fine-tuning needs."""
        self.report.clear()
        try:
            plan = training_installation(proxy_environment())
        except EngineError as error:
            self.report.setPlainText(str(error))
            return
        pool.stop_all()  # the next request finds the new packages
        done = tr("The training packages are there. “Fine-tune a model on reviewed tiles” can be run.")
        self._start(adding(tr("Add the training packages of Describe Changes"), plan, done))

    def remove(self) -> None:
        """Remove the private environment."""
        pool.stop_all()
        try:
            gone = remove_engine()
        except EngineError as error:
            self.report.setPlainText(str(error))
            return
        self.report.setPlainText(tr("The private environment is removed.") if gone else tr("There was none."))
        self._fit_buttons()

    def cancel(self) -> None:
        """Stop what is going on."""
        if self._task is not None:
            self._task.cancel()

    def _start(self, task: EngineTask) -> None:
        self._task = task
        self._busy(True)
        task.said.connect(self.report.appendPlainText)
        task.progressChanged.connect(self._advance)
        task.ended.connect(self._ended)
        QgsApplication.taskManager().addTask(task)

    def _advance(self, percent: float) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))

    def _ended(self, succeeded: bool, outcome: str) -> None:
        self._task = None
        self._busy(False)
        if succeeded:
            self.report.setPlainText(outcome)
        else:
            self.report.appendPlainText("\n" + (outcome or tr("Cancelled.")))

    def _busy(self, busy: bool) -> None:
        starters = (
            self.check_button,
            self.install_button,
            self.repair_button,
            self.remove_button,
            self.training_button,
        )
        for button in starters:
            button.setEnabled(not busy)
        self._fit_buttons()
        self.cancel_button.setEnabled(busy)
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)

    def _fit_buttons(self) -> None:
        """Offer to repair, remove and add to an environment only where there is one."""
        there = private_environment().exists()
        for button in (self.repair_button, self.remove_button, self.training_button):
            button.setEnabled(there and self._task is None)

    def _say_where(self) -> None:
        try:
            location = EngineLocator().locate()
        except EngineError:
            self.report.setPlainText(what_to_do_here())
        else:
            self.report.setPlainText(tr("The engine's Python: {0}").format(location.python))

    def _open_logs(self) -> None:
        folder: Path = user_data_dir() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsPageFactory(QgsOptionsWidgetFactory):
    """Makes the page each time the options dialog opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Describe Changes"))

    def icon(self) -> QIcon:
        """Return the icon in the dialog's list."""
        return icons.icon()

    def createWidget(self, parent: Optional[QWidget] = None) -> SettingsPage:
        """Return a new page."""
        return SettingsPage(parent)


def open_settings(interface: object) -> None:
    """Open the options dialog at this page."""
    interface.showOptionsDialog(currentPage="DescribeChangesSettings")  # type: ignore[attr-defined]
