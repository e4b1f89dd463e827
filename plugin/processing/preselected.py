"""Which rasters of the project a dialog begins with: the earlier as the earlier image, the later as the later one."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QThread

from ..layers.rasters import date_range, layer_path, remote_address, temporal_date
from ..layers.styling import ROLE


def preselect_pair(before: Any, after: Any) -> None:
    """Let the dialog begin with two images of the project; scripts and models have to name theirs.

    Where QGIS knows the dates of two, the earliest and the latest are meant, else the first two by name, in which dates
    mostly stand. Otherwise QGIS would offer one layer as both.

    Args:
        before: the parameter of the earlier image.
        after: that of the later one.
    """
    if QThread.currentThread() != QgsApplication.instance().thread():  # no dialog is made here
        return
    pair = _pair()
    for parameter, layer in zip((before, after), pair):
        parameter.setGuiDefaultValueOverride(layer.id())


def _pair() -> list[QgsRasterLayer]:
    """Return the earlier and the later image, nothing where the project has less than two."""
    images = [layer for layer in QgsProject.instance().mapLayers().values() if _is_image(layer)]
    dated = [(spans[0], layer.name(), layer) for layer in images if (spans := date_range(temporal_date(layer)))]
    if len(dated) > 1:
        dated.sort(key=lambda one: one[:2])
        return [dated[0][2], dated[-1][2]]
    images.sort(key=_place)
    return images[:2] if len(images) > 1 else []


def _is_image(layer: Any) -> bool:
    """Return whether a layer is a file of colours and not a raster of a result."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.customProperty(ROLE):
        return False
    return layer.bandCount() > 2 and bool(layer_path(layer)) and not remote_address(layer_path(layer))


def _place(layer: QgsRasterLayer) -> tuple[int, str]:
    """Return a key by which what calls itself earlier comes first."""
    name = layer.name().lower()
    words = (("before", 0), ("pre", 0), ("after", 2), ("post", 2))
    return next((place for word, place in words if word in name), 1), name
