"""Signals between parts of the plugin."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal


class EngineSignals(QObject):
    """Tells whoever listens.

    Signals:
        models_changed: a model has come; lists of models should ask the engine again.
    """

    models_changed = pyqtSignal()


signals = EngineSignals()
