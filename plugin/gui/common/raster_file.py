"""The button *…* beside a list of rasters: takes one from a file, into the project and into the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsSettings
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton, QWidget

from ...i18n import tr
from ...layers.operations import settle_operations
from ...layers.web_maps import PROVIDERS as WEB_MAPS
from .engine_query import EngineQuery
from .settings import reading_from_servers

ADDRESSES = ("https://", "http://", "s3://")
GEOTIFFS = (".tif", ".tiff", ".gtiff", ".cog")
"""Endings of what is opened as it is; what ends otherwise the engine takes for STAC."""
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


def add_raster_address(address: str) -> Optional[QgsRasterLayer]:
    """Put a GeoTIFF on a server on the map, or find it there; None where it cannot be opened.

    Args:
        address: by http, https or s3.
    """
    scheme, _, rest = address.partition("://")
    return add_raster_file(f"/vsis3/{rest}" if scheme.lower() == "s3" else f"/vsicurl/{address}")


class RasterFileButton(QToolButton):
    """Opens a file for one list; where the settings allow it, also one on a server.

    Args:
        combo: the list of raster layers.
        name: of the widget.
        meaning: what the file is, for the tooltip and for screen readers.

    Signals:
        failed: why the file was not taken, as a sentence.
        dated: when the image was taken, as the server says.
    """

    failed = pyqtSignal(str)
    dated = pyqtSignal(str)

    def __init__(self, combo: QgsMapLayerComboBox, name: str, meaning: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText("…")
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self._combo = combo
        self.menu_of_places = QMenu(self)
        self.menu_of_places.addAction(tr("From a &file…")).triggered.connect(lambda _checked=False: self.open())
        server = self.menu_of_places.addAction(tr("From a &server…"))
        server.triggered.connect(lambda _checked=False: self.open_address())
        self._image = EngineQuery("find_image", self)
        self._image.answered.connect(self._take_found)
        self._image.failed.connect(self.failed)
        self.clicked.connect(lambda _checked=False: self.choose())

    def choose(self) -> None:
        """Ask for a file, or first where it lies."""
        if reading_from_servers():
            self.menu_of_places.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self.open()

    def open(self) -> None:
        """Ask for a file and take it."""
        for path in choose_raster_files(self):
            self._take(add_raster_file(path), path)

    def open_address(self) -> None:
        """Ask for the address of a GeoTIFF or of a STAC item and take it."""
        told = tr("Address of a GeoTIFF (best cloud-optimised) or of a STAC item, by https or s3:")
        address, agreed = QInputDialog.getText(self, tr("Image on a server"), told)
        address = address.strip()
        if not agreed or not address:
            return
        if not address.lower().startswith(ADDRESSES):
            self.failed.emit(tr("“{0}” is no address; it begins in https:// or s3://.").format(address))
        elif QUrl(address).path().lower().endswith(GEOTIFFS):
            self._take(add_raster_address(address), address)
        else:
            self._image.start({"address": address, "allow_remote": True})

    def _take_found(self, found: dict[str, Any]) -> None:
        """Take the image that the engine found behind a STAC item."""
        files = found.get("files") or []
        if len(files) != 1:
            self.failed.emit(
                tr(
                    "The STAC item has its image in {0} files; name the address of one file, or use the command line."
                ).format(len(files))
            )
        elif self._take(add_raster_address(files[0]), files[0]) and found.get("date"):
            self.dated.emit(str(found["date"])[: len("2019-05-01")])

    def _take(self, layer: Optional[QgsRasterLayer], name: str) -> bool:
        if layer is None:
            self.failed.emit(tr("{0} cannot be opened as a raster.").format(name))
            return False
        self._combo.setLayer(layer)
        return True
