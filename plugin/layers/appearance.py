"""How result layers look: style, labels, form, map tips and place in time.

What does not depend on the run stands in ``resources/styles/*.qml`` (made by ``scripts/make_styles.py``, which
can be run again after a change of mind); the engine stores the same files in its GeoPackages.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from ..paths import RESOURCES
from .schema import moment

STYLES = {"TILES": "tiles.qml", "CHANGES": "changes.qml"}
ROLE = "describe_changes/role"
RUN = "describe_changes/run"

APPEARED, DISAPPEARED, OTHER = "#d55e00", "#0072b2", "#e6b800"
"""Vermilion, blue and yellow of Okabe and Ito: told apart with every kind of colour vision."""
COLOURS = {"appeared": APPEARED, "disappeared": DISAPPEARED}


def apply_appearance(layer: QgsMapLayer, kind: str, started: dict[str, Any]) -> None:
    """Give a result layer its appearance.

    Args:
        layer: the layer.
        kind: name of the output: ``TILES``, ``CHANGES`` or ``MASK``.
        started: the engine's ``started`` event, for dates and classes.
    """
    layer.setCustomProperty(ROLE, kind.lower())
    if isinstance(layer, QgsVectorLayer) and kind in STYLES:
        layer.loadNamedStyle(str(RESOURCES / "styles" / STYLES[kind]))
    elif isinstance(layer, QgsRasterLayer):
        _dress_mask(layer, started)
    layer.triggerRepaint()


def _dress_mask(layer: QgsRasterLayer, started: dict[str, Any]) -> None:
    """Colour the mask by class and place it between the two dates."""
    classes = []
    for value, channel in enumerate(started.get("classes") or [], start=1):
        label, colour = _channel(channel)
        classes.append(QgsPalettedRasterRenderer.Class(value, QColor(colour), label))
    if classes and layer.dataProvider() is not None:
        renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)
        renderer.setOpacity(0.6)
        layer.setRenderer(renderer)
    begin = moment((started.get("date_before") or [None])[0])
    end = moment((started.get("date_after") or [None])[0])
    if begin is not None and end is not None:
        properties = layer.temporalProperties()
        properties.setMode(_fixed_range())
        properties.setFixedTemporalRange(QgsDateTimeRange(begin, end))
        properties.setIsActive(True)


def _channel(channel: Any) -> tuple[str, str]:
    """Return label and colour of a mask channel, which is a name or a record with name and direction."""
    if isinstance(channel, dict):
        name, direction = str(channel.get("name", "")), str(channel.get("direction", ""))
    else:
        name = str(channel)
        direction = next((word for word in COLOURS if name.endswith(" " + word)), "")
    return name or tr("change"), COLOURS.get(direction, OTHER)


def _fixed_range() -> Any:
    """Return the raster mode; the enumeration moved into ``Qgis`` in 3.22."""
    return Qgis.RasterTemporalMode.FixedTemporalRange
