"""One run from the dock: the Processing algorithm in a background task, its tiles shown as they come."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...i18n import tr
from ...layers.carry import carry_over, earlier_result
from ...layers.changes import CHANGES_LAYER, file_of, layer_beside
from ...layers.rasters import dates_in_words, found_date
from ...layers.result_layers import dress_layer
from ...layers.review import Review, verdicts_in
from ...layers.styling import AFTER_LAYER, BEFORE_LAYER, hide_working_layers
from ...layers.subject import TILES
from ...layers.zone_style import style_zones
from ...numbers import area, duration, whole
from ...processing.destinations import OUTPUTS
from ...processing.engine_job import progress_text
from ..common.result_files import again, beside
from .live_layer import LiveFeedback, LiveTiles
from .resume import can_resume

ALGORITHM = "describechanges:describechanges"
UNSTYLED = QgsVectorLayer.LayerOptions(False)
"""The style is given once, with what it must not wipe."""
TICK_MS = 200
TILES_PER_TICK = 250
WORK_FILE_PROPERTY = "describe_changes/work"
"""Custom property of the tiles of an unfinished run: the job's work file."""


class DescribeTask(QObject):
    """Runs the algorithm with the dock's parameters.

    Signals:
        progressed: per cent, and progress in words.
        said: a line for the log.
        began: the engine has looked at both images.
        ended: ``done``, ``cancelled`` or ``failed``; what to tell; the id of the layer of tiles (or empty).
    """

    algorithm_id = ALGORITHM
    zones_shown = True
    progressed = pyqtSignal(float, str)
    said = pyqtSignal(str)
    ended = pyqtSignal(str, str, str)
    began = pyqtSignal()

    def __init__(
        self,
        parameters: dict[str, Any],
        title: str,
        work: Path,
        resume: bool,
        parent: Optional[QObject] = None,
        wanted: Optional[Path] = None,
    ) -> None:
        """Prepare a run.

        Args:
            parameters: of the algorithm.
            title: name of the group that the result comes in.
            work: file beside which the engine keeps what is finished.
            resume: go on with what lies there already; otherwise it is discarded.
            parent: owner.
            wanted: where the result was to lie; it lies beside it if something is there already.
        """
        super().__init__(parent)
        self._title = title
        self.wanted = wanted or Path()
        self._carried = (0, "")
        self.in_short = ""
        self._work, self._resume = work, resume
        self.pace = Throughput()
        self._began = time.monotonic()
        self._started: dict[str, Any] = {}
        self._waiting: list[dict[str, Any]] = []
        self._last_line = ""
        self._ticking = False
        self.live = LiveTiles()
        # Kept here on purpose: the task holds no references of its own (QGIS#38583).
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._feedback = LiveFeedback()
        self._context.setFeedback(self._feedback)
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.algorithm_id)
        self._parameters = {**parameters, "WORK_FILE": str(work), "RESUME": resume}
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._steps: Iterator[None] = iter(())
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.timeout.connect(self._next_step)

    def problem(self) -> str:
        """Return why the parameters will not do, as a sentence, or an empty string."""
        ok, message = self._algorithm.checkParameterValues(self._parameters, self._context)
        return "" if ok else str(message)

    def start(self) -> None:
        """Start in the background."""
        if not self._resume:
            self._resumable_layer()
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, self._parameters, self._context, self._feedback)
        self._task.setDescription(self._title)
        self._task.executed.connect(self._executed)
        self._timer.start()
        QgsApplication.taskManager().addTask(self._task)

    def device(self) -> str:
        """Return what the engine computes on, in words; empty before it has said so."""
        return str(self._started.get("device") or "")

    def cancel(self) -> None:
        """Stop; what is finished stays on the map."""
        self._feedback.cancel()
        if self._task is not None:
            self._task.cancel()

    def _tick(self) -> None:
        """Take over what the engine sent since the last tick.

        Adding a layer to the project can run the event loop, so a second tick or the end of the task may come in
        the middle of this one; both wait.
        """
        if self._ticking:
            return
        self._ticking = True
        try:
            self._process_events()
        finally:
            self._ticking = False

    def _process_events(self) -> None:
        events, lines = self._feedback.drain()
        for line in lines:
            self._last_line = line
            self.said.emit(line)
        for event in events:
            if event.get("event") == "started":
                self._started = event
                self.live.begin(event, self._resumable_layer() if event.get("resumed_blocks") else None)
                if self.live.layer is not None:
                    self._name_images(self.live.layer)
                    self.live.layer.setCustomProperty(WORK_FILE_PROPERTY, str(self._work))
                self.began.emit()
            elif event.get("event") == "tile":
                self._waiting.append(event["tile"])
            elif event.get("event") == "progress" and progress_text(event):
                if event.get("stage") == "describe":
                    self.pace.take(event)
                self.progressed.emit(self._feedback.progress(), progress_text(event))
        self.live.add(self._waiting[:TILES_PER_TICK])
        del self._waiting[:TILES_PER_TICK]

    def _resumable_layer(self) -> Optional[QgsVectorLayer]:
        """Return the layer that an earlier run of this job has left; one begun anew lets go of it."""
        kept = find_resumable_layer(self._work)
        if kept is not None and not self._resume:
            kept.removeCustomProperty(WORK_FILE_PROPERTY)
            return None
        return kept

    def _executed(self, succeeded: bool, results: dict[str, Any]) -> None:
        if self._ticking:
            QTimer.singleShot(TICK_MS, lambda: self._executed(succeeded, results))
            return
        self._timer.stop()
        self._tick()
        if succeeded:
            self._steps = self._load_results(results)
            self._step.start()
        else:
            self.live.add(self._waiting)
            identifier = self.live.layer.id() if self.live.layer is not None else ""
            kept = self.live.keep(int(self._started.get("tiles") or 0))
            outcome = "cancelled" if self._feedback.isCanceled() else "failed"
            self.ended.emit(outcome, self._final_message(outcome, kept), identifier if kept else "")
        self._task = None

    def _next_step(self) -> None:
        """Do the next piece of what is left to do; the window gets its turn in between."""
        for _ in self._steps:
            self._step.start()
            return

    def _load_results(self, results: dict[str, Any]) -> Iterator[None]:
        """Put the result in the place of the tiles that came during the run, piece by piece."""
        judged = self.live.layer.id() if self.live.layer is not None else ""
        identifier = yield from self._load(results)
        yield
        live, result = (QgsProject.instance().mapLayer(one) for one in (judged, identifier))
        tiles = layer_beside(result, TILES, QgsProject.instance()) if result is not None else None
        if live is not None and tiles is not None:  # verdicts that were given while the run went on
            Review(tiles).import_reviews(verdicts_in(live))
        yield
        self.live.drop()
        yield
        if results.get("SUMMARY"):
            self.said.emit(str(results["SUMMARY"]))
        self.ended.emit("done" if identifier else "failed", self._summary(results), identifier)

    def _load(self, results: dict[str, Any]) -> Generator[None, None, str]:
        """Put the result's layers into the project, one at a time, the tiles on top; return the tiles' id.

        The layers are opened here and not asked of Processing, which gives none whose source the project has already.
        """
        layers: dict[str, QgsMapLayer] = {}
        names = " ".join(filter(None, [dates_in_words(self._started), self._again(results)]))
        for output in (*OUTPUTS, "MASK"):
            source = str(results.get(output) or "")
            title = f"{self._algorithm.outputDefinition(output).description()} {names}".strip()
            if not source:
                continue
            layer = (
                QgsRasterLayer(source, title) if output == "MASK" else QgsVectorLayer(source, title, "ogr", UNSTYLED)
            )
            if layer.isValid():
                layers[output] = layer
            yield
        if not {"TILES", "CHANGES"} <= layers.keys():
            return ""
        self._carried = self._carry_over(layers)
        yield
        group = QgsProject.instance().layerTreeRoot().insertGroup(0, f"{self._title} {names}".strip())
        for output, layer in layers.items():
            dress_layer(layer, output, self._started, stored=True)
            self._name_images(layer)
            if output in ("SITES", "TILES"):
                layer.setCustomProperty(CHANGES_LAYER, layers["CHANGES"].id())
            QgsProject.instance().addMapLayer(layer, False)
            group.addLayer(layer).setExpanded(output == "SITES")
            yield
        self._add_zones(results, names, group)
        hide_working_layers(layers)
        return str(layers.get("SITES", layers["TILES"]).id())

    def _add_zones(self, results: dict[str, Any], names: str, group: QgsLayerTreeGroup) -> None:
        """Put the layer of zones below the first layer of a result's group, where zones were asked for.

        That of a series has each zone once for every pair, one over the other: it is there, but not shown.
        """
        title = f"{self._algorithm.outputDefinition('ZONE_LAYER').description()} {names}".strip()
        source = str(results.get("ZONE_LAYER") or "")
        layer = QgsVectorLayer(source, title, "ogr", UNSTYLED) if source else None
        if layer is not None and layer.isValid():
            style_zones(layer)
            QgsProject.instance().addMapLayer(layer, False)
            node = group.insertLayer(1, layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(self.zones_shown)

    def _again(self, results: dict[str, Any]) -> str:
        """Return what tells this result from earlier ones of its name."""
        return again(self.wanted, Path(str(results.get("TILES", "")).split("|")[0]))

    def _carry_over(self, layers: dict[str, QgsMapLayer]) -> tuple[int, str]:
        """Take over what the analyst has done with an earlier result of the same job: how many verdicts, from where."""
        earlier = earlier_result(Path(file_of(layers["TILES"])), self.wanted)
        if earlier is None:
            return 0, ""
        return carry_over(earlier, layers["TILES"], layers["CHANGES"], layers.get("SITES")), earlier.name

    def _name_images(self, layer: QgsMapLayer) -> None:
        """Note in a layer which images it was made from, for the review."""
        for name, parameter in ((BEFORE_LAYER, "BEFORE"), (AFTER_LAYER, "AFTER")):
            image = self._parameters.get(parameter)
            if isinstance(image, QgsMapLayer):
                layer.setCustomProperty(name, image.id())

    def _summary(self, results: dict[str, Any]) -> str:
        changed, took = area(float(results.get("CHANGED_AREA", 0.0))), duration(time.monotonic() - self._began)
        names = ("SITE_COUNT", "CHANGED_TILE_COUNT", "TILE_COUNT", "CHANGE_COUNT")
        sites, changed_tiles, tiles, areas = (whole(results.get(name, 0)) for name in names)
        if results.get("SITES"):
            told = tr("{0} sites changed, {1} in all, found in {2} tiles in {3}.").format(sites, changed, tiles, took)
        else:
            told = tr("{0} of {1} tiles changed, {2} changed areas, {3}, in {4}.").format(
                changed_tiles, tiles, areas, changed, took
            )
        written = Path(str(results.get("TILES", "")).split("|")[0])
        noted = [beside(self.wanted, written)]
        count, earlier = self._carried
        if count:
            noted.append(tr("{0} verdicts were taken over from “{1}”.").format(count, earlier))
        self.in_short = " ".join(filter(None, (told, *noted)))
        return " ".join(filter(None, (told, tr("Saved in {0}.").format(written), *noted)))

    def dates(self) -> tuple[str, str]:
        """Return the dates that the engine has found, as exactly as they are known; empty before it has said so."""
        return found_date(self._started.get("date_before")), found_date(self._started.get("date_after"))

    def _final_message(self, outcome: str, kept: int) -> str:
        told = tr("Cancelled.") if outcome == "cancelled" else self._last_line or tr("The run failed.")
        if kept:
            told += " " + tr("{0} finished tiles stay on the map as a temporary layer.").format(kept)
        if can_resume(self._work):
            told += " " + tr("“Resume” goes on from there.")
        return told


class Throughput:
    """Throughput of a run: tiles that it has described itself, and how fast.

    Attributes:
        tiles: described in this run, without those that an earlier one had finished.
        tiles_per_second: over all of them.
    """

    def __init__(self) -> None:
        self.tiles = 0
        self.tiles_per_second = 0.0
        self._already: Optional[int] = None

    def take(self, event: dict[str, Any]) -> None:
        """Take note of one event of progress; the first says what was there before."""
        done = int(event.get("done") or 0)
        if self._already is None:
            self._already = 0 if event.get("tiles_per_second") else done
        self.tiles = done - self._already
        self.tiles_per_second = float(event.get("tiles_per_second") or 0.0)


def find_resumable_layer(work: Path) -> Optional[QgsVectorLayer]:
    """Return the layer that a cancelled run of the same job has left in the project."""
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(WORK_FILE_PROPERTY) == str(work):
            return layer
    return None
