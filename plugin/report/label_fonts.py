"""The letters of a layout's label: a font up to QGIS 3.28, a text format from then on."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis, QgsLayoutItemLabel
from qgis.PyQt.QtGui import QColor, QFont


def takes_formats() -> bool:
    """Return whether labels take text formats with the units this code knows; their fonts are deprecated since."""
    return Qgis.versionInt() >= 33000


def font_of(label: QgsLayoutItemLabel) -> QFont:
    """Return a label's font, its size in points."""
    return QFont(label.textFormat().toQFont() if takes_formats() else label.font())


def set_font(label: QgsLayoutItemLabel, font: QFont, colour: Optional[QColor] = None) -> None:
    """Give a label a font, and a colour where one is wanted."""
    if not takes_formats():
        label.setFont(font)
        if colour is not None:
            label.setFontColor(colour)
        return
    letters = label.textFormat()
    letters.setFont(font)
    letters.setSize(font.pointSizeF())
    letters.setSizeUnit(Qgis.RenderUnit.Points)
    if colour is not None:
        letters.setColor(colour)
    label.setTextFormat(letters)
