"""Translation of the plugin's sentences: one .qm file per language, made by ``make translations``."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "DescribeChanges"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"
TRADITIONAL = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")


def tr(sentence: str) -> str:
    """Return the sentence in QGIS's language, or unchanged where there is no translation.

    Args:
        sentence: English text; placeholders are filled *after* translation with ``str.format``.
    """
    return QCoreApplication.translate(CONTEXT, sentence)


def translation_file(locale: str) -> Optional[Path]:
    """Return the file for a locale as QGIS names it (``de``, ``de_AT``, ``zh-Hans``), None where there is none."""
    name = locale.replace("-", "_").lower()
    if name.startswith(TRADITIONAL):  # what we have is simplified Chinese
        return None
    path = FOLDER / f"describe_changes_{name.partition('_')[0]}.qm"
    return path if path.is_file() else None


def install_translation() -> Optional[QTranslator]:
    """Make the plugin speak QGIS's language; return what :func:`remove_translation` takes, None where it is English."""
    path = translation_file(QgsApplication.locale())
    if path is None:
        return None
    translator = QTranslator()
    if not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: Optional[QTranslator]) -> None:
    """Take the plugin's sentences out of QGIS again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
