"""Telling the person at the screen: in the message bar, which waits for nobody, and in the message log.

Names of layers and files, captions and the engine's sentences are text. Qt takes what looks like markup for markup, so
labels that show them are made plain here, and what goes into bars and tips is escaped.
"""

from __future__ import annotations

import html
import re
from typing import Any

from qgis.core import QgsMessageLog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

from ...i18n import tr
from .engine_tasks import TAG

SECONDS = 10


def push_message(iface: Any, words: str, level: Any) -> None:
    """Show a sentence in the message bar and keep it in the log; what has several lines stays until it is closed."""
    QgsMessageLog.logMessage(words, TAG, level, notifyUser=False)
    duration = 0 if "\n" in words else SECONDS
    iface.messageBar().pushMessage(tr("Describe Changes"), as_markup(words), level, duration)


def as_markup(words: str) -> str:
    """Return a text for a place that may take it for markup."""
    return f"<span>{html.escape(words)}</span>".replace("\n", "<br>")


BREAK = "\u200b"
"""Where a line may end though nothing is seen: Qt wraps at spaces, and a path has none."""


class _PlainLabel(QLabel):
    """A label that may break paths and file names; who asks for its text gets it as it was set."""

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(re.sub(r"([/\\_])(?=\w)", rf"\1{BREAK}", text))

    def text(self) -> str:
        """Return the text that was set."""
        return str(super().text()).replace(BREAK, "")


def plain_label(name: str = "") -> QLabel:
    """Return a wrapping label that shows its text as it is and never widens what it lies in."""
    label = _PlainLabel()
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a path or an address cannot be wrapped
    label.setSizePolicy(policy)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
