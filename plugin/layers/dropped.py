"""A result that comes into the project by itself, dropped onto the map or opened: it looks as a run leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from .keeping import geopackage_table
from .metadata import describe_layer
from .styling import ROLE, hide_working_layers
from .subject import SITES, subject_of

KINDS = {"sites": "SITES", "changes": "CHANGES", "tiles": "TILES"}
"""Tables of the engine's GeoPackage, and the outputs that they are."""
TOGETHER_MS = 300
"""Layers that follow each other so fast have come together; QGIS adds them one by one."""


class DroppedResults(QObject):
    """Watches the project for the layers of a result that come together, as from a file that is dropped.

    Sites come on top and are seen alone; each layer gets its notes. A project that is opened stays as it was saved.
    """

    def __init__(self) -> None:
        super().__init__()
        self._new: list[QgsMapLayer] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._arrange)
        QgsProject.instance().layersAdded.connect(self._added)
        QgsProject.instance().readProject.connect(self._opened)

    def close_down(self) -> None:
        """Watch no more; for unloading."""
        self._later.stop()
        QgsProject.instance().layersAdded.disconnect(self._added)
        QgsProject.instance().readProject.disconnect(self._opened)
        self.deleteLater()

    def _added(self, layers: Iterable[QgsMapLayer]) -> None:
        """Note layers; they are looked at when the tree has them and whoever has added them is done."""
        self._new += layers
        self._later.start(TOGETHER_MS)

    def _opened(self, *_: object) -> None:
        """Leave the layers of a project that was opened alone."""
        self._new = []

    def _arrange(self) -> None:
        """Arrange what has come, file by file."""
        new, self._new = [layer for layer in self._new if not sip.isdeleted(layer)], []
        for shown in _results(new).values():
            if subject_of(shown.get("SITES")) is SITES:
                for kind, layer in shown.items():
                    layer.setCustomProperty(ROLE, kind.lower())
                    describe_layer(layer, kind, {})
                hide_working_layers(shown)


def _results(layers: Iterable[QgsMapLayer]) -> dict[Path, dict[str, QgsMapLayer]]:
    """Return the layers of results by file and output."""
    found: dict[Path, dict[str, QgsMapLayer]] = {}
    for layer in layers:
        file, table = geopackage_table(layer.source()) if isinstance(layer, QgsVectorLayer) else ("", "")
        if file and table in KINDS:
            found.setdefault(Path(file), {})[KINDS[table]] = layer
    return found
