"""The dock's options: model and device in words, and, folded away, what few people touch."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...engine.check import model_words, words
from ...engine.signals import signals
from ...i18n import tr
from ..common.messages import as_markup
from ..common.model_manager import open_models
from ..common.settings import OptionSettings, reading_from_servers

SPINS = ("min_area", "threshold", "tile_size", "overlap")
FILES = ("output", "mask", "report")


class OptionsWidget(QWidget):
    """Model, device and the folded part.

    Signals:
        changed: something that moves the tiles (tile size, overlap, model) has changed.
        models_changed: a model was imported or removed.
    """

    changed = pyqtSignal()
    models_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._engine_box())
        column.addWidget(self._result_box())
        column.addWidget(self._more_box())
        signals.models_changed.connect(self.models_changed)

    def _engine_box(self) -> QGroupBox:
        box = QGroupBox(tr("Model and device"))
        self.model = QComboBox()
        self.model.setObjectName("mModel")
        self.model.setEditable(True)
        self.model.setToolTip(tr("An installed model, or the folder or zip file of a model pack"))
        self.model.lineEdit().setPlaceholderText(tr("the model that ships"))
        self.model.setCurrentText("")
        self.device = QComboBox()
        self.device.setObjectName("mDevice")
        self.device.addItem(tr("Automatic"), "auto")
        self.model.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.models_button = QPushButton(tr("Models…"))
        self.models_button.setObjectName("mManageModels")
        self.models_button.setToolTip(tr("Show, import and remove models"))
        self.models_button.clicked.connect(lambda _checked=False: self.manage_models())
        _rows(box, ((tr("&Model"), self.model), ("", self.models_button), (tr("Dev&ice"), self.device)))
        return box

    def _result_box(self) -> QGroupBox:
        box = QGroupBox(tr("Result"))
        self.output = _file("mOutput", tr("automatic"), tr("GeoPackage (*.gpkg)"))
        _rows(box, ((tr("&Save to"), self.output),))
        return box

    def manage_models(self) -> None:
        """Open the window *Models*."""
        open_models(self).changed.connect(self.models_changed)

    def _more_box(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(tr("More"))
        box.setObjectName("mMoreOptions")
        self.min_area = _real("mMinArea", 0.0, 1e9, 10.0, tr("16 pixels"), " m²")
        self.threshold = _real("mThreshold", -0.05, 1.0, 0.05, tr("as the model advises"), "")
        self.bands = QLineEdit()
        self.bands.setObjectName("mBands")
        self.bands.setPlaceholderText(tr("first three, or 3,2,1"))
        self.tile_size = _whole("mTileSize", 31, 2048, 32, tr("the model's own"))
        self.overlap = _whole("mOverlap", -1, 2047, 8, tr("the model's own"))
        self.mask = _file("mMask", tr("none"), tr("GeoTIFF (*.tif)"))
        self.report = _file("mReport", tr("none"), tr("HTML (*.html)"))
        self.zones = QgsMapLayerComboBox()
        self.zones.setObjectName("mZones")
        self.zones.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.zones.setAllowEmptyLayer(True, tr("none"))
        self.zones.setLayer(None)
        self.zone_name = QgsFieldComboBox()
        self.zone_name.setObjectName("mZoneName")
        self.zone_name.setAllowEmptyFieldName(True)
        self.zone_name.setEnabled(False)
        self.zones.layerChanged.connect(self._zones_chosen)
        for spin in (self.tile_size, self.overlap):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        _rows(
            box,
            (
                (tr("Change mas&k"), self.mask),
                (tr("Rep&ort"), self.report),
                (tr("&Zones"), self.zones),
                (tr("Zone nam&es"), self.zone_name),
                (tr("Smallest chan&ge"), self.min_area),
                (tr("T&hreshold"), self.threshold),
                (tr("Ba&nds"), self.bands),
                (tr("Ti&le size"), self.tile_size),
                (tr("O&verlap"), self.overlap),
            ),
        )
        box.setCollapsed(True)
        return box

    def parameters(self) -> dict[str, Any]:
        """Return what is set as parameters of the algorithm."""
        given: dict[str, Any] = {"DEVICE": self.device.currentData() or "auto"}
        if reading_from_servers():
            given["ALLOW_REMOTE"] = True
        for name, text in (("MODEL", self.model_name()), ("BANDS", self.bands.text().strip())):
            if text:
                given[name] = text
        for name in SPINS:
            spin = getattr(self, name)
            if spin.value() > spin.minimum():
                given[name.upper()] = spin.value()
        if self.zones.currentLayer() is not None:
            given.update(ZONES=self.zones.currentLayer().id(), ZONE_NAME=self.zone_name.currentField())
        return given

    def settings(self) -> OptionSettings:
        """Return what the widgets are set to."""
        return OptionSettings(
            model=self.model_name(),
            device=self.device.currentData(),
            bands=self.bands.text(),
            **{name: getattr(self, name).value() for name in SPINS},
            **{name: getattr(self, name).filePath() for name in FILES},
            zones=self.zones.currentLayer().id() if self.zones.currentLayer() is not None else "",
            zone_name=self.zone_name.currentField(),
        )

    def apply(self, settings: OptionSettings) -> None:
        """Set the widgets; what is not known stays, but for files: those of another project must not."""
        if settings.model is not None:
            self.choose_model(settings.model)
        if settings.device is not None:
            self.choose_device(settings.device)
        if settings.bands is not None:
            self.bands.setText(settings.bands)
        for name in SPINS:
            value, widget = getattr(settings, name), getattr(self, name)
            if value is not None:
                widget.setValue(type(widget.value())(value))
        for name in FILES:
            getattr(self, name).setFilePath(getattr(settings, name))
        self.zones.setLayer(QgsProject.instance().mapLayer(settings.zones) if settings.zones else None)
        self.zone_name.setField(settings.zone_name)

    def _zones_chosen(self, layer: Optional[QgsMapLayer]) -> None:
        """Offer the fields of the zones; one that is called name is taken."""
        self.zone_name.setLayer(layer)
        self.zone_name.setEnabled(layer is not None)
        names = layer.fields().names() if layer is not None else []
        self.zone_name.setField(next((name for name in names if name.lower() == "name"), ""))

    def say_where(self, path: Path) -> None:
        """Show in the empty field *Save to* where the result goes by itself."""
        self.output.lineEdit().setPlaceholderText(tr("automatic: {0}").format(path.name))
        told = tr("GeoPackage of the result. Left empty: {0}. A file that is there already is never overwritten.")
        self.output.setToolTip(as_markup(told.format(path)))

    def forget_files(self) -> None:
        """Name no file any more."""
        for name in FILES:
            getattr(self, name).setFilePath("")

    def model_name(self) -> str:
        """Return the model's name or path; empty for the one that ships."""
        index = self.model.findText(self.model.currentText())
        return str((self.model.itemData(index) if index >= 0 else self.model.currentText().strip()) or "")

    def offer(self, report: dict[str, Any]) -> None:
        """Offer the models and devices that the engine named, keeping what is chosen."""
        chosen_model, chosen_device = self.model_name(), self.device.currentData()
        self.model.blockSignals(True)
        self.model.clear()
        for model in report.get("models") or []:
            if not model.get("problem"):
                self.model.addItem(model_words(model), str(model.get("name")))
                tip = str(model.get("description") or "")
                self.model.setItemData(self.model.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.choose_model(chosen_model)
        self.model.blockSignals(False)
        self.device.clear()
        automatic = tr("Automatic: {0}").format(report["device"]) if report.get("device") else tr("Automatic")
        self.device.addItem(automatic, "auto")
        for device in report.get("devices") or []:
            self.device.addItem(words(device), str(device.get("name")))
        self.device.setCurrentIndex(max(0, self.device.findData(chosen_device)))

    def choose_device(self, name: str) -> None:
        """Choose a device by name; one that the engine has not named yet is kept until it does."""
        if name and self.device.findData(name) < 0:
            self.device.addItem(name, name)
        self.device.setCurrentIndex(max(0, self.device.findData(name)))

    def choose_model(self, name: str) -> None:
        """Choose a model by name or path."""
        index = self.model.findData(name) if name else -1
        self.model.setCurrentIndex(index)
        if index < 0:
            self.model.setEditText(name)


def _rows(box: QWidget, rows: tuple[tuple[str, QWidget], ...]) -> None:
    form = QFormLayout(box)
    for text, widget in rows:
        label = QLabel(text)
        label.setBuddy(widget)
        form.addRow(label, widget)


def _real(name: str, least: float, most: float, step: float, empty: str, unit: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setObjectName(name)
    spin.setRange(least, most)
    spin.setSingleStep(step)
    spin.setSuffix(unit)
    spin.setSpecialValueText(empty)
    spin.setValue(least)
    return spin


def _whole(name: str, least: int, most: int, step: int, empty: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setObjectName(name)
    spin.setRange(least, most)
    spin.setSingleStep(step)
    spin.setSuffix(" px")
    spin.setSpecialValueText(empty)
    spin.setValue(least)  # Qt keeps 0 where that is in range; here 0 is a choice
    return spin


def _file(name: str, empty: str, pattern: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setObjectName(name)
    widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
    widget.setFilter(pattern)
    widget.lineEdit().setPlaceholderText(empty)
    return widget
