"""The rasters on a report's maps: the analyst's own layers where they are known, else the files of the run."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..i18n import tr
from ..layers.rasters import layer_path, remote_address
from ..layers.server_facts import copy_of
from ..layers.styling import AFTER_LAYER, BEFORE_LAYER


def wanted_image(
    asked: Optional[QgsRasterLayer], tiles: QgsVectorLayer, role: str, project: Optional[QgsProject]
) -> Optional[QgsRasterLayer]:
    """Return the raster of one date that is a file: the one asked for, else the project's, None where there is none.

    Raises:
        QgsProcessingException: the one asked for is no file.
    """
    if asked is not None and not layer_path(asked):
        raise QgsProcessingException(
            tr("“{0}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…).").format(asked.name())
        )
    layer = asked or project_image(tiles, role, project)
    if layer is None or remote_address(layer_path(layer)):  # what the run has copied of it is nearer
        return None
    return layer if layer_path(layer) else None


def project_image(tiles: QgsVectorLayer, role: str, project: Optional[QgsProject]) -> Optional[QgsRasterLayer]:
    """Return the raster layer that a layer of tiles names as its *before* or *after* image, if it is still there."""
    name = str(tiles.customProperty(BEFORE_LAYER if role == "before" else AFTER_LAYER) or "")
    layer = project.mapLayer(name) if project is not None and name else None
    return layer if isinstance(layer, QgsRasterLayer) and layer.isValid() else None


def report_rasters(said: dict[str, Any], number: int, own: Optional[QgsMapLayer]) -> list[QgsMapLayer]:
    """Return the layers of one date, topmost first.

    Args:
        said: what the report says, from the engine: files, bands and limits.
        number: 0 for the earlier date, 1 for the later.
        own: a layer of the analyst's, whose style is kept; None to open the files.
    """
    if own is not None:
        return [copy_of(own)]
    role = ("before", "after")[number]
    layers = [QgsRasterLayer(path, f"{role} {place}") for place, path in enumerate(said[role])]
    limits = said["stretch"].get(role)
    for layer in layers:
        if layer.isValid() and number < len(said["bands"]):
            _colour(layer, said["bands"][number], limits)
    return [layer for layer in reversed(layers) if layer.isValid()]  # later files cover earlier ones


def _colour(layer: QgsRasterLayer, bands: list[int], limits: Optional[list[list[float]]]) -> None:
    """Show the bands that the model saw, between the limits that it saw them with."""
    provider = layer.dataProvider()
    if max(bands) > layer.bandCount():
        return
    renderer = QgsMultiBandColorRenderer(provider, *bands)
    setters = (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    )
    for place, (band, setter) in enumerate(zip(bands, setters)):
        if limits:
            enhancement = QgsContrastEnhancement(Qgis.DataType(provider.dataType(band)))
            enhancement.setMinimumValue(float(limits[place][0]))
            enhancement.setMaximumValue(float(limits[place][1]))
            enhancement.setContrastEnhancementAlgorithm(
                QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
            )
            setter(enhancement)
    layer.setRenderer(renderer)
