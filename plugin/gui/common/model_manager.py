"""The window *Models*: which models there are, what each is good for, importing and removing them.

The engine does the work: it verifies a pack before it appears, and never runs anything that a pack brings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...engine.locator import EngineLocator
from ...i18n import tr
from .engine_query import EngineQuery
from .markdown_view import MarkdownView, escaped
from .messages import as_markup

FACTS = Qt.ItemDataRole.UserRole


class ModelManager(QDialog):
    """The widgets of the window.

    Signals:
        changed: a model was imported or removed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("DescribeChangesModels")
        self.setWindowTitle(tr("Models of Describe Changes"))
        self.resize(QSize(900, 600))
        self._wanted = ""
        self._build()
        self._inquiries = {
            "models": self._inquiry("list_models", self._listed),
            "model": self._inquiry("show_model", self._shown),
            "import_model": self._inquiry("import_model", self._imported),
            "remove_model": self._inquiry("remove_model", self._removed),
        }
        self.refresh()

    def _build(self) -> None:
        self.bar = QgsMessageBar()
        self.list = QListWidget()
        self.list.setObjectName("mModelList")
        self.list.setAccessibleName(tr("Installed models"))
        self.list.currentItemChanged.connect(lambda _new, _old: self._select())
        self.card = MarkdownView()
        self.card.setObjectName("mModelCard")
        self.card.setAccessibleName(tr("What the model is"))
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(self.card)
        split.setStretchFactor(1, 3)
        self.zip_button = self._button("mImportZip", tr("Import &zip…"), self._choose_zip)
        self.folder_button = self._button("mImportFolder", tr("Import &folder…"), self._choose_folder)
        self.remove_button = self._button("mRemoveModel", tr("&Remove"), self.remove)
        self.open_button = self._button("mOpenModel", tr("&Open folder"), self._open_folder)
        self.remove_button.setToolTip(tr("Models that ship with the plugin stay"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        for button in (self.zip_button, self.folder_button, self.remove_button, self.open_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addLayout(row)

    def _button(self, name: str, text: str, slot: Any) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _inquiry(self, op: str, answered: Any) -> EngineQuery:
        inquiry = EngineQuery(op, self)
        inquiry.answered.connect(answered)
        inquiry.failed.connect(self._failed)
        return inquiry

    def refresh(self) -> None:
        """Ask the engine which models there are, if there is an engine."""
        if not EngineLocator().problem():
            self._inquiries["models"].start()
        if not self.list.count():
            self._select()

    def import_from(self, source: str) -> None:
        """Import a zip or a folder."""
        self._busy(True)
        self._inquiries["import_model"].start({"source": source})

    def remove(self) -> None:
        """Ask, in the message bar, whether the chosen model shall go."""
        facts = self.chosen()
        if not facts or facts.get("bundled"):
            return
        question = self.bar.createMessage(tr("Remove “{0}” from this computer?").format(facts["name"]))
        sure = QPushButton(tr("Remove it"))
        sure.setObjectName("mRemoveForSure")
        sure.clicked.connect(lambda _checked=False: self._remove_now(Path(facts["path"]).name))
        question.layout().addWidget(sure)
        self.bar.clearWidgets()
        self.bar.pushWidget(question, Qgis.MessageLevel.Warning)

    def chosen(self) -> dict[str, Any]:
        """Return what is known of the chosen model; empty where none is chosen."""
        item = self.list.currentItem()
        return dict(item.data(FACTS)) if item is not None else {}

    def done(self, result: int) -> None:
        """Close, and let open questions go."""
        for inquiry in self._inquiries.values():
            inquiry.cancel()
        super().done(result)

    def _remove_now(self, name: str) -> None:
        self.bar.clearWidgets()
        self._busy(True)
        self._inquiries["remove_model"].start({"model": name})

    def _listed(self, models: list[dict[str, Any]]) -> None:
        wanted = self._wanted or self.chosen().get("path", "")
        self._wanted = ""
        self.list.clear()
        for facts in models:
            item = QListWidgetItem(line_of(facts))
            item.setData(FACTS, facts)
            item.setToolTip(as_markup(str(facts.get("path", ""))))
            self.list.addItem(item)
            if facts.get("path") == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._select()

    def _select(self) -> None:
        facts = self.chosen()
        self.remove_button.setEnabled(bool(facts) and not facts.get("bundled"))
        self.open_button.setEnabled(bool(facts))
        if facts:
            self.card.show_markdown(tr("Checking the files of “{0}”…").format(escaped(facts["name"])))
            self._inquiries["model"].start({"model": facts["path"]})
        else:
            self.card.show_markdown(self._why_none())

    def _why_none(self) -> str:
        """Return why the list is empty."""
        problem = EngineLocator().problem()
        if problem:
            return escaped(problem)
        if self._inquiries["models"].waiting:
            return tr("Asking the engine…")
        return tr("No model is installed. Import one.")

    def _shown(self, details: dict[str, Any]) -> None:
        if details.get("path") == self.chosen().get("path"):
            self.card.show_markdown(page_of(details))

    def _imported(self, facts: dict[str, Any]) -> None:
        self._settled(tr("“{0}” is imported.").format(facts.get("name")), str(facts.get("path", "")))

    def _removed(self, facts: dict[str, Any]) -> None:
        self._settled(tr("“{0}” is removed.").format(facts.get("name")), "")

    def _settled(self, words: str, wanted: str) -> None:
        self._busy(False)
        self.bar.clearWidgets()
        self.bar.pushMessage(as_markup(words), Qgis.MessageLevel.Success, 8)
        self._wanted = wanted
        self.refresh()
        self.changed.emit()

    def _failed(self, problem: str) -> None:
        self._busy(False)
        if not self.list.count():
            self._select()
        self.bar.clearWidgets()
        self.bar.pushMessage(as_markup(problem), Qgis.MessageLevel.Warning, 0)

    def _busy(self, busy: bool) -> None:
        for button in (self.zip_button, self.folder_button):
            button.setEnabled(not busy)
        if busy:
            self.remove_button.setEnabled(False)
        else:
            self.remove_button.setEnabled(bool(self.chosen()) and not self.chosen().get("bundled"))

    def _choose_zip(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a model"), "", tr("Model packs (*.zip)"))
        if path:
            self.import_from(path)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Import a model"))
        if path:
            self.import_from(path)

    def _open_folder(self) -> None:
        if self.chosen():
            QDesktopServices.openUrl(QUrl.fromLocalFile(self.chosen()["path"]))


def open_models(parent: QWidget) -> ModelManager:
    """Show the window over its parent, and return it; it deletes itself when it is closed."""
    manager = ModelManager(parent)
    manager.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    manager.setModal(parent.window().isModal())
    manager.show()
    return manager


def line_of(facts: dict[str, Any]) -> str:
    """Return a model's line in the list."""
    if facts.get("problem"):
        return tr("{0} (damaged)").format(facts.get("name"))
    return tr("{0} (ships with the plugin)").format(facts["name"]) if facts.get("bundled") else str(facts.get("name"))


def page_of(details: dict[str, Any]) -> str:
    """Return what is shown of a model: a table of facts, then its card, as Markdown."""
    problem = details.get("problem")
    resolution = details.get("gsd_m") or []
    channels = [str(channel.get("name", "")) for channel in details.get("channels") or []]
    rows = [
        (tr("Version"), details.get("version")),
        (tr("What it tells apart"), ", ".join(channels)),
        (tr("Pixels"), " – ".join(f"{metres:g} m" for metres in resolution)),
        (tr("Tile"), f"{details['tile_size']} px" if details.get("tile_size") else ""),
        (tr("Trained on"), ", ".join(str(name) for name in details.get("training_data") or [])),
        (tr("Licence"), details.get("licence")),
        (tr("Size"), f"{details['megabytes']} MB" if details.get("megabytes") else ""),
        (tr("Folder"), details.get("path")),
    ]
    lines = [f"# {escaped(details.get('name', ''))}", ""]
    if problem:
        lines += [f"**{escaped(problem)}**", ""]
    elif details.get("description"):
        lines += [escaped(details["description"]), ""]
    lines += [*(f"- **{name}:** {escaped(value)}" for name, value in rows if value), ""]
    lines.append("" if problem else tr("Every file was verified by its checksum."))
    return "\n".join([*lines, "", str(details.get("card") or "")])
