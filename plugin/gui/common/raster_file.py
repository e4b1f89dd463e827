"""The button *…* beside a list of rasters: takes one from a file, into the project and into the list."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsSettings
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QToolButton, QWidget

from ...i18n import tr
from ...layers.operations import settle_operations
from ...layers.web_maps import PROVIDERS as WEB_MAPS

LAST_FOLDER = "describe_changes/last_raster_folder"
SERVED = ("gdal", *WEB_MAPS)
"""The providers whose layers can be described: files, and web maps, which are clipped to a file before."""


def list_usable_rasters(combo: QgsMapLayerComboBox) -> None:
    """Leave rasters out of a list that cannot be described, such as those of databases."""
    every = QgsProviderRegistry.instance().providerList()
    combo.setExcludedProviders([name for name in every if name not in SERVED])


def add_raster_file(path: str) -> Optional[QgsRasterLayer]:
    """Put a raster file on the map, or find it there; None where it cannot be opened."""
    project = QgsProject.instance()
    for known in project.mapLayers().values():
        if isinstance(known, QgsRasterLayer) and known.source() == path:
            return known
    layer = QgsRasterLayer(path, Path(path).stem)
    if not layer.isValid():
        return None
    if project.mapLayers():  # the CRS of the first layer becomes the project's
        settle_operations(project, [layer.crs()])
    return project.addMapLayer(layer)


def choose_raster_files(parent: QWidget, several: bool = False) -> list[str]:
    """Ask for raster files and return their paths, none where the person thinks better of it.

    Args:
        parent: what asks.
        several: whether more than one may be chosen.
    """
    settings = QgsSettings()
    folder = str(settings.value(LAST_FOLDER, "") or QgsProject.instance().homePath())
    kinds = QgsProviderRegistry.instance().fileRasterFilters()
    if several:
        paths, _ = QFileDialog.getOpenFileNames(parent, tr("Open rasters"), folder, kinds)
    else:
        path, _ = QFileDialog.getOpenFileName(parent, tr("Open a raster"), folder, kinds)
        paths = [path] if path else []
    if paths:
        settings.setValue(LAST_FOLDER, str(Path(paths[0]).parent))
    return [str(path) for path in paths]


class RasterFileButton(QToolButton):
    """Opens a file for one list.

    Args:
        combo: the list of raster layers.
        name: of the widget.
        meaning: what the file is, for the tooltip and for screen readers.

    Signals:
        failed: why the file was not taken, as a sentence.
    """

    failed = pyqtSignal(str)

    def __init__(self, combo: QgsMapLayerComboBox, name: str, meaning: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText("…")
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self._combo = combo
        self.clicked.connect(lambda _checked=False: self.open())

    def open(self) -> None:
        """Ask for a file and take it."""
        for path in choose_raster_files(self):
            layer = add_raster_file(path)
            if layer is not None:
                self._combo.setLayer(layer)
                return
            self.failed.emit(tr("{0} cannot be opened as a raster.").format(path))
