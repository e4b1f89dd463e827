"""Tiles on the map while a run goes on: events from the engine's thread, features on the window's.

The feedback only collects; a timer of the window empties it a few times a second, so that a fast engine cannot
flood the event loop.
"""

from __future__ import annotations

import threading
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ...i18n import tr
from ...layers.operations import settle_operations
from ...layers.schema import TILE_FIELDS, feature_of, fields_of
from ...layers.styling import LIVE, ROLE, apply_styling
from ...layers.subject import TILES, Key


class LiveFeedback(QgsProcessingFeedback):
    """Feedback of a run that also collects the engine's events.

    ``Job`` finds :meth:`engine_event` and calls it from the thread it runs on.
    """

    def __init__(self) -> None:
        super().__init__(False)
        self._lock = threading.Lock()
        self._events: list[dict[str, Any]] = []
        self._lines: list[str] = []

    def engine_event(self, event: dict[str, Any]) -> None:
        """Collect one event; any thread."""
        with self._lock:
            self._events.append(event)

    def pushWarning(self, warning: str) -> None:
        """Collect a warning; any thread."""
        self._note("⚠ " + warning)
        super().pushWarning(warning)

    def pushInfo(self, info: str) -> None:
        """Collect a piece of information; any thread."""
        self._note(info)
        super().pushInfo(info)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Collect an error; any thread."""
        self._note(error)
        super().reportError(error, fatalError)

    def drain(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Return events and lines since the last call; the window's thread."""
        with self._lock:
            events, lines = self._events, self._lines
            self._events, self._lines = [], []
        return events, lines

    def _note(self, line: str) -> None:
        with self._lock:
            self._lines.append(line)


class LiveTiles:
    """The layer that fills during a run; kept after a cancel, replaced by the result otherwise."""

    def __init__(self) -> None:
        self._identifier = ""
        self._fields = fields_of(TILE_FIELDS)
        self._there: set[Key] = set()

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer, if there is one and the person has not removed it."""
        return QgsProject.instance().mapLayer(self._identifier) if self._identifier else None

    def begin(self, started: dict[str, Any], kept: Optional[QgsVectorLayer] = None) -> None:
        """Put an empty layer into the project, or go on filling the one that a cancelled run of the job has left.

        Args:
            started: the engine's ``started`` event.
            kept: the layer with finished tiles, verdicts included.
        """
        if kept is not None and not kept.isEditable():
            self._identifier = kept.id()
            self._there = {TILES.key_of(feature) for feature in kept.getFeatures()}
            kept.setCustomProperty(ROLE, LIVE)
            kept.setName(tr("Describing changes…"))
            return
        crs = QgsCoordinateReferenceSystem.fromWkt(str(started.get("crs_wkt", "")))
        settle_operations(QgsProject.instance(), [crs])
        layer = QgsVectorLayer("Polygon", tr("Describing changes…"), "memory")
        layer.setCrs(crs)
        layer.dataProvider().addAttributes(self._fields.toList())
        layer.updateFields()
        apply_styling(layer, "TILES", started)
        layer.setCustomProperty(ROLE, LIVE)
        QgsProject.instance().addMapLayer(layer)
        self._identifier = layer.id()

    def add(self, tiles: list[dict[str, Any]]) -> None:
        """Add finished tiles and draw them."""
        layer = self.layer
        if layer is None or not tiles:
            return
        features = [feature_of(tile, TILE_FIELDS, layer.fields()) for tile in tiles]
        new = [feature for feature in features if TILES.key_of(feature) not in self._there]
        self._there.update(TILES.key_of(feature) for feature in new)
        layer.dataProvider().addFeatures(new)
        layer.updateExtents()
        layer.triggerRepaint()

    def drop(self) -> None:
        """Remove the layer; the result has come."""
        if self.layer is not None:
            QgsProject.instance().removeMapLayer(self._identifier)
        self._identifier = ""

    def keep(self, total: int) -> int:
        """Leave the layer with what is finished and return how many tiles that is; an empty one goes."""
        layer = self.layer
        done = layer.featureCount() if layer is not None else 0
        if layer is None or not done:
            self.drop()
            return 0
        layer.setName(tr("Described tiles ({0} of {1})").format(done, total))
        layer.setCustomProperty(ROLE, "tiles")
        self._identifier = ""
        return int(done)
