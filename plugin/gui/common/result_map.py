"""The map after a run: at the place of the result, in its time, with the images dated."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer, QgsVectorLayer

from ...layers.images import run_images, series_images
from ...layers.schema import moment
from ...layers.styling import AFTER_LAYER, BEFORE_LAYER
from ...layers.timeline import date_images, set_project_time, span_of

MARGIN = 1.15


def show_result(canvas: Any, layer: QgsVectorLayer) -> None:
    """Bring a finished result into view: its place, its time, its images in time.

    Args:
        canvas: the map.
        layer: sites or tiles of the result.
    """
    zoom_to_layer(canvas, layer)
    span = span_of(layer)
    if span is None:
        return
    date_images(_dated(layer, span))
    controller = getattr(canvas, "temporalController", lambda: None)()
    set_project_time(QgsProject.instance(), controller, *span)


def zoom_to_layer(canvas: Any, layer: QgsVectorLayer) -> None:
    """Bring all of a layer into the map; one without features leaves the map where it is."""
    box = layer.extent()
    target = canvas.mapSettings().destinationCrs()
    if not layer.featureCount() or box.isNull():
        return
    try:
        box = QgsCoordinateTransform(layer.crs(), target, QgsProject.instance()).transformBoundingBox(box)
    except QgsCsException:
        return
    box.scale(MARGIN)
    canvas.setExtent(box)
    canvas.refresh()


def _dated(layer: QgsVectorLayer, span: tuple[Any, Any]) -> list[tuple[QgsRasterLayer, Any]]:
    """Return the images of a result with the moment from which each shows, the earliest first."""
    project, found = QgsProject.instance(), {}
    pairs = series_images(layer)
    if not pairs:
        noted = tuple(str(layer.customProperty(name) or "") for name in (BEFORE_LAYER, AFTER_LAYER))
        images = tuple((one,) for one in noted) if all(noted) else run_images(layer)
        begin, end = span
        pairs = {("", ""): images}
        moments = {("", ""): (begin, end)}
    else:
        moments = {dates: tuple(moment(day.replace(" ", "T") + "Z") for day in dates) for dates in pairs}
    for dates, images in pairs.items():
        for when, identifiers in zip(moments[dates], images):
            for identifier in identifiers:
                image = project.mapLayer(identifier)
                if isinstance(image, QgsRasterLayer) and when is not None:
                    found.setdefault(identifier, (image, when))
    return sorted(found.values(), key=lambda one: one[1])
