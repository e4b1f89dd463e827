"""Translation of the plugin's sentences."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "DescribeChanges"


def tr(sentence: str) -> str:
    """Return the sentence in QGIS's language, or unchanged where there is no translation.

    Args:
        sentence: English text; placeholders are filled *after* translation with ``str.format``.
    """
    return QCoreApplication.translate(CONTEXT, sentence)
