"""One time series from the dock: the Processing algorithm in a background task, pair by pair."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...layers.changes import CHANGES_LAYER
from ...layers.result_layers import dress_layer
from ...layers.styling import hide_working_layers
from ...processing.engine_job import progress_text
from ...processing.parameters import translate_option_names
from ...processing.series import LAYERS
from ...processing.series_job import series_pace
from ..describe.run import TILES_PER_TICK, WORK_FILE_PROPERTY, DescribeTask, find_resumable_layer


class SeriesRun(DescribeTask):
    """Runs the algorithm *Describe a time series* with the dock's parameters.

    Signals:
        paired: a pair is finished; the engine's ``pair`` event.
        warned: a sentence that the figures must be read with.
    """

    algorithm_id = "describechanges:series"
    zones_shown = False
    paired = pyqtSignal(object)
    warned = pyqtSignal(str)

    def __init__(
        self,
        parameters: dict[str, Any],
        title: str,
        parent: Optional[QObject] = None,
        wanted: Optional[Path] = None,
    ) -> None:
        """Prepare a run.

        Args:
            parameters: of the algorithm, with ``OUTPUT``.
            title: name of the group that the result comes in.
            parent: owner.
            wanted: where the result was to lie; it lies beside it if something is there already.
        """
        output = Path(parameters["OUTPUT"])
        super().__init__(parameters, title, output, True, parent, wanted or output)
        self._parameters = {**parameters, "LOAD": False}
        self.chart_file = Path(str(parameters.get("CHART", "")))
        self._pairs: list[dict[str, Any]] = []
        self._tiles = 0

    def _process_events(self) -> None:
        events, lines = self._feedback.drain()
        for line in lines:
            self._last_line = line
            self.said.emit(line)
        for event in events:
            kind = event.get("event")
            if kind == "series":
                self._begin(event)
            elif kind == "started":
                self._tiles += int(event.get("tiles") or 0)
                self._started = {**event, "tiles": self._tiles}
                for sentence in event.get("warnings") or []:
                    self.warned.emit(translate_option_names(str(sentence)))
            elif kind == "warning":
                self.warned.emit(translate_option_names(str(event.get("message", ""))))
            elif kind == "tile":
                self._waiting.append(event["tile"])
            elif kind == "pair":
                self._tiles += int(event.get("tiles") or 0) if event.get("resumed") else 0
                self.paired.emit(event)
            elif kind == "progress" and progress_text(event):
                self.progressed.emit(self._feedback.progress(), series_pace(event, len(self._pairs)))
        self.live.add(self._waiting[:TILES_PER_TICK])
        del self._waiting[:TILES_PER_TICK]

    def _begin(self, event: dict[str, Any]) -> None:
        """Make the layer that fills, or go on with the one that a cancelled run of the same series has left."""
        self._pairs = list(event.get("pairs") or [])
        asked = json.dumps([[pair[name] for name in ("before", "after", "from", "to")] for pair in self._pairs])
        self._work = Path(f"{self._parameters['OUTPUT']}#{hashlib.sha256(asked.encode()).hexdigest()[:16]}")
        self.live.begin(event, find_resumable_layer(self._work))
        if self.live.layer is not None:
            self.live.layer.setCustomProperty(WORK_FILE_PROPERTY, str(self._work))

    def _load(self, results: dict[str, Any]) -> Generator[None, None, str]:
        """Put the result's layers into the project, one at a time, the tiles on top; return the tiles' id."""
        loaded: dict[str, QgsVectorLayer] = {}
        first, last = (self._pairs[0].get("from"), self._pairs[-1].get("to")) if self._pairs else ("", "")
        words = " ".join(filter(None, [f"{first} → {last}", self._again(results)]))
        for name in LAYERS:
            title = f"{self._algorithm.outputDefinition(name).description()} {words}"
            layer = QgsVectorLayer(str(results.get(name, "")), title, "ogr")
            if layer.isValid():
                loaded[name] = layer
        yield
        if not {"TILES", "CHANGES"} <= loaded.keys():
            return ""
        self._carried = self._carry_over(loaded)
        yield
        group = QgsProject.instance().layerTreeRoot().insertGroup(0, f"{self._title} {words}")
        for name, layer in loaded.items():
            dress_layer(layer, name, self._started, stored=True)
            QgsProject.instance().addMapLayer(layer, False)
            group.insertLayer(0, layer).setExpanded(name == "SITES")
            yield
        for name in {"SITES", "TILES"} & loaded.keys():
            loaded[name].setCustomProperty(CHANGES_LAYER, loaded["CHANGES"].id())
        self._add_zones(results, words, group)
        hide_working_layers(loaded)
        return str(loaded.get("SITES", loaded["TILES"]).id())

    def _name_images(self, _layer: QgsMapLayer) -> None:
        """Do nothing: the tiles of a series come from more than two images."""

    def _summary(self, results: dict[str, Any]) -> str:
        told = super()._summary(results)
        if len(self._pairs) < 2:
            return told
        return told + " " + tr("The map shows the latest pair; a click on the chart shows another, Escape all.")

    def _final_message(self, outcome: str, kept: int) -> str:
        told = tr("Cancelled.") if outcome == "cancelled" else self._last_line or tr("The run failed.")
        if kept:
            told += " " + tr("{0} finished tiles stay on the map as a temporary layer.").format(kept)
        output = Path(str(self._parameters["OUTPUT"]))
        if list(output.with_name(output.name + ".series").glob("pair-*.gpkg*")):
            told += " " + tr("The same series with the same result file goes on from there.")
        return told
