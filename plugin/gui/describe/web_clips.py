"""Web maps become files before a run: one after the other, in the background, each under a name of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...i18n import tr
from ...layers.named_files import new_file
from .live_layer import LiveFeedback

ALGORITHM = "describechanges:clipwebmap"
TICK_MS = 200


@dataclass(frozen=True)
class WantedClip:
    """A web map and where its clip goes.

    Attributes:
        layer: the web map.
        path: the file to make; where one is there meanwhile, a free name beside it is taken.
        extent: what is fetched of it.
        ground: side of a pixel on the ground, in metres.
    """

    layer: QgsRasterLayer
    path: Path
    extent: QgsReferencedRectangle
    ground: float


class WebClips(QObject):
    """Fetches web maps.

    Signals:
        progressed: per cent of all, and which is fetched.
        said: a line for the log.
        fetched: a web map's layer and its file.
        ended: ``done``, ``cancelled`` or ``failed``; what to tell.
    """

    progressed = pyqtSignal(float, str)
    said = pyqtSignal(str)
    fetched = pyqtSignal(object, str)
    ended = pyqtSignal(str, str)

    def __init__(self, wanted: Iterable[WantedClip], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._wanted = list(wanted)
        self._done = 0
        self._last_line = ""
        self._path = Path()
        self._feedback = LiveFeedback()
        # Kept here on purpose: the task holds no references of its own (QGIS#38583).
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        self._algorithm: Any = None
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Start with the first."""
        self._timer.start()
        self._next()

    def cancel(self) -> None:
        """Stop; a file that is not whole is not kept."""
        self._feedback.cancel()
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if self._done == len(self._wanted):
            self._end("done", "")
            return
        one = self._wanted[self._done]
        self._path = new_file(one.path)
        given = {"INPUT": one.layer, "EXTENT": one.extent, "PIXEL_SIZE": one.ground, "OUTPUT": str(self._path)}
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        ok, problem = self._algorithm.checkParameterValues(given, self._context)
        if not ok:
            self._end("failed", problem)
            return
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, given, self._context, self._feedback)
        self._task.setDescription(tr("Fetch “{0}”").format(one.layer.name()))
        self._task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self._task)

    def _tick(self) -> None:
        _, lines = self._feedback.drain()
        for line in lines:
            self._last_line = line
            self.said.emit(line)
        if self._done < len(self._wanted):
            percent = (100 * self._done + self._feedback.progress()) / len(self._wanted)
            name = self._wanted[self._done].layer.name()
            self.progressed.emit(percent, tr("Fetching “{0}”…").format(name))

    def _executed(self, succeeded: bool, _results: dict[str, Any]) -> None:
        self._tick()
        self._task = None
        if not succeeded:
            cancelled = self._feedback.isCanceled()
            failed = self._last_line or tr("The web map could not be fetched.")
            self._end("cancelled" if cancelled else "failed", tr("Cancelled.") if cancelled else failed)
            return
        one = self._wanted[self._done]
        self._done += 1
        self._feedback.setProgress(0.0)
        self.fetched.emit(one.layer, str(self._path))
        self._next()

    def _end(self, outcome: str, told: str) -> None:
        self._timer.stop()
        self.ended.emit(outcome, told)
