"""One pair of a series on the map: its tiles and areas by time, its later image by the layer tree's check boxes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsDateTimeRange, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDateTime

from ...layers.rasters import layer_path
from ...layers.schema import moment


class MapFilter:
    """Shows one pair only, and all again.

    Args:
        canvas: the map.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._visible: dict[str, bool] = {}
        """Images whose visibility was changed here, and what it was before."""
        self._timed: set[str] = set()
        """Images that were in time before: the later image of a pair begins where the pair ends."""
        self._limited = False

    def show(self, pair: dict[str, Any], images: list[QgsRasterLayer]) -> None:
        """Show a pair's tiles, areas and later image.

        Args:
            pair: an engine's ``pair`` event.
            images: the images of the series; the others of them are hidden.
        """
        begin, end = moment(pair.get("date_before")), moment(pair.get("date_after"))
        if begin is not None and end is not None:
            # Without its ends, which the neighbours in time share; 3.22 filters as if they were always included.
            self._canvas.setTemporalRange(QgsDateTimeRange(begin.addSecs(1), end.addSecs(-1)))
            self._limited = True
        later = {layer.id() for layer in images if layer_path(layer) in (pair.get("after") or [])}
        if not later:
            return
        root = QgsProject.instance().layerTreeRoot()
        for layer in images:
            node = root.findLayer(layer.id())
            if node is not None:
                self._visible.setdefault(layer.id(), node.itemVisibilityChecked())
                node.setItemVisibilityChecked(layer.id() in later)
            if layer.temporalProperties().isActive():
                self._timed.add(layer.id())
                layer.temporalProperties().setIsActive(False)

    def show_all(self) -> None:
        """Show all times, and the images as they were before."""
        root = QgsProject.instance().layerTreeRoot()
        for identifier, visible in self._visible.items():
            node = root.findLayer(identifier)
            if node is not None:
                node.setItemVisibilityChecked(visible)
        self._visible = {}
        for identifier in self._timed:
            layer = QgsProject.instance().mapLayer(identifier)
            if layer is not None:
                layer.temporalProperties().setIsActive(True)
        self._timed = set()
        if self._limited:
            self._canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
            self._limited = False
