"""Telling the person at the screen: in the message bar, which waits for nobody, and in the message log."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMessageLog

from ..i18n import tr
from .engine_tasks import TAG

SECONDS = 10


def tell(iface: Any, words: str, level: Any) -> None:
    """Show a sentence in the message bar and keep it in the log; what has several lines stays until it is closed."""
    QgsMessageLog.logMessage(words, TAG, level, notifyUser=False)
    iface.messageBar().pushMessage(tr("Describe Changes"), words, level, 0 if "\n" in words else SECONDS)
