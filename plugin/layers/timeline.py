"""Images and project in time, so that the Temporal Controller opens on the result and shows something at once."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsProject, QgsRasterLayer, QgsUnitTypes, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from .rasters import DATED

Unit = QgsUnitTypes.TemporalUnit
STEPS = ((730, Unit.TemporalYears), (60, Unit.TemporalMonths), (2, Unit.TemporalDays), (0, Unit.TemporalHours))
"""Days that a result spans at least → the unit of a step."""


def set_fixed_range(layer: QgsRasterLayer, begin: QDateTime, end: QDateTime) -> None:
    """Show a raster from one moment to another in the Temporal Controller."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(begin, end, True, False))
    properties.setIsActive(True)


def date_images(images: list[tuple[QgsRasterLayer, QDateTime]]) -> None:
    """Show each image until the next one was taken; those that have a time of their own keep it.

    Args:
        images: with the moment from which each shows, the earliest first.
    """
    begins = [begin for _, begin in images]
    for place, (layer, begin) in enumerate(images):
        if layer.temporalProperties().isActive() and not layer.customProperty(DATED):
            continue
        later = [other for other in begins[place + 1 :] if other > begin]
        set_fixed_range(layer, begin, later[0] if later else begin.addYears(100))
        layer.setCustomProperty(DATED, True)


def step_of(begin: QDateTime, end: QDateTime) -> Any:
    """Return the unit in which the Temporal Controller steps through a span of time."""
    days = begin.daysTo(end)
    return next(unit for least, unit in STEPS if days >= least)


def set_project_time(project: QgsProject, controller: Optional[Any], begin: QDateTime, end: QDateTime) -> None:
    """Let the Temporal Controller cover a span of time in fitting steps.

    Args:
        project: what keeps range and step.
        controller: that of the map, None where there is no window.
        begin: of the earlier date.
        end: of the later one; the last step shows it, too.
    """
    unit = step_of(begin, end)
    settings = project.timeSettings()
    settings.setTemporalRange(QgsDateTimeRange(begin, end))
    settings.setTimeStep(1.0)
    settings.setTimeStepUnit(unit)
    if controller is not None:
        controller.setTemporalExtents(QgsDateTimeRange(begin, end))
        controller.setFrameDuration(QgsInterval(1.0, unit))


def span_of(layer: QgsVectorLayer) -> Optional[tuple[QDateTime, QDateTime]]:
    """Return the first and the last moment that the features of a result tell of, None where a date is not known."""
    fields = layer.fields()
    begin = layer.minimumValue(fields.indexOf("date_before"))
    end = layer.maximumValue(fields.indexOf("date_after"))
    known = isinstance(begin, QDateTime) and isinstance(end, QDateTime) and begin.isValid() and end.isValid()
    return (begin, end) if known and begin < end else None
