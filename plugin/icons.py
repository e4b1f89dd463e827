"""The plugin's icons, in the colours that suit the window: the one place that knows of light and dark."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QColor, QGuiApplication, QIcon, QPalette
from qgis.PyQt.QtWidgets import QAction, QWidget

from .paths import icon_path

MAIN = "describe_changes"
MIDDLE = 128
"""Grounds of less lightness (of 255) are dark."""
CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationPaletteChange)


def on_dark() -> bool:
    """Return whether windows are dark now, by QGIS's theme or the system's.

    The ink is not asked: QGIS's own dark themes set it by style sheet, and another one in the palette.
    """
    return bool(QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE)


def ink() -> QColor:
    """Return the colour for text and lines that a widget draws itself.

    QGIS's own dark themes put the ink into their style sheet and leave a palette in which it is that of the ground.
    """
    palette = QGuiApplication.palette()
    text, ground = (palette.color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window))
    if abs(text.lightness() - ground.lightness()) >= MIDDLE:
        return QColor(text)
    return QColor("#e6e6e6" if on_dark() else "#1a1a1a")


def icon(name: str = MAIN) -> QIcon:
    """Return an icon for the window as it is now; Processing's toolbox asks at each painting."""
    return QIcon(icon_path(f"{name}_dark" if on_dark() else name))


class IconKeeper(QObject):
    """Gives actions their icon, and another one when the window becomes dark or light.

    Args:
        window: whose palette tells.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._dark = on_dark()
        self._actions: list[tuple[QAction, str]] = []
        self._window: Optional[QWidget] = window
        window.installEventFilter(self)

    def add(self, action: QAction, name: str = MAIN) -> None:
        """Look after an action."""
        action.setIcon(icon(name))
        self._actions.append((action, name))

    def close_down(self) -> None:
        """Look after none any more."""
        self._actions = []
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose anew where the window's colours have changed; every event goes on its way."""
        if event.type() in CHANGES and on_dark() != self._dark:
            self._dark = on_dark()
            for action, name in self._actions:
                action.setIcon(icon(name))
        return False
