"""One run of the engine on behalf of an algorithm: progress out to QGIS, records in."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ..engine.client import request
from ..engine.errors import EngineCancelled
from ..engine.pool import pool
from ..i18n import tr
from ..numbers import duration, real, whole
from .parameters import translate_option_names

STAGES = {
    "download": (0.0, 0.0),
    "describe": (0.0, 60.0),
    "polygons": (60.0, 65.0),
    "sites": (65.0, 97.0),
    "write": (97.0, 99.0),
}
"""Part of the progress bar, in per cent, that each stage of the engine has."""
LIVE_PARAMS = {"live": True}
"""What a job asks for whose tiles are shown as they come: blocks that are done sooner, with the same result."""


class EngineJob:
    """Runs the engine once and holds what it sent.

    Attributes:
        started: the engine's ``started`` event: grid, dates, model, device.
        records: of sites, changed areas and tiles by output, in the order in which they came; empty unless kept.
        summary: what the engine said at the end.
    """

    op = "describe"
    """Operation of the worker protocol."""

    def __init__(
        self, params: dict[str, Any], feedback: QgsProcessingFeedback, resume: bool = True, records: bool = False
    ) -> None:
        """Prepare a run.

        Args:
            params: of the engine.
            feedback: where progress and remarks go.
            resume: go on with what lies at the work file already.
            records: keep tiles and changed areas, for layers that QGIS writes.
        """
        self.params = params
        self._resume, self._kept = resume, records
        self.work = self._work = Path(params["output"]) if params.get("output") else None
        self.feedback = feedback
        self.started: dict[str, Any] = {}
        self.records: dict[str, list[dict[str, Any]]] = {"SITES": [], "CHANGES": [], "TILES": []}
        self.summary: dict[str, Any] = {}
        # A feedback that wants to show tiles as they are done offers this method (see gui/describe/live_layer.py).
        self._listener: Optional[Any] = getattr(feedback, "engine_event", None)
        if self._listener is not None:
            self.params = {**params, **LIVE_PARAMS}

    def run(self) -> None:
        """Run to the end.

        Raises:
            QgsProcessingException: cancelled.
            EngineError: no engine, wrong input, or a fault.
        """
        self.feedback.setProgressText(tr("Starting the engine…"))
        try:
            self._prepare_work()
            for event in request(self.op, self.params, self.feedback.isCanceled):
                handle = getattr(self, f"_on_{event.get('event')}", None)
                if handle is not None:
                    handle(event)
                if self._listener is not None:
                    self._listener(event)
        except EngineCancelled:
            raise QgsProcessingException(tr("Cancelled. No layer was written.")) from None
        if not self.started:
            raise QgsProcessingException(tr("The engine ended without starting the job."))

    def clear_work(self) -> None:
        """Delete the engine's own copy of the result, once the layers hold it."""
        if self._work is not None:
            with contextlib.suppress(OSError):
                self._work.unlink()

    def _prepare_work(self) -> None:
        """Make room for the engine's work; an engine that was cancelled just now still holds it for a moment."""
        if self._work is None:
            return
        pool.wait_for_cancelled(self.feedback.isCanceled)
        try:
            self._work.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise QgsProcessingException(
                tr("The folder {0} for unfinished work cannot be made: {1}.").format(self._work.parent, error.strerror)
            ) from error
        if not self._resume:
            discard_work(self._work)

    def counts(self) -> dict[str, Any]:
        """Return the paragraph and the numbers that the algorithm reports beside its layers."""
        return {
            "SUMMARY": str(self.summary.get("summary_text") or ""),
            "SITE_COUNT": int(self.summary.get("sites") or 0),
            "TILE_COUNT": int(self.summary.get("tiles") or 0),
            "CHANGED_TILE_COUNT": int(self.summary.get("changed_tiles") or 0),
            "CHANGE_COUNT": int(self.summary.get("changes") or 0),
            "CHANGED_AREA": float(self.summary.get("changed_area_m2") or 0.0),
        }

    def _on_started(self, event: dict[str, Any]) -> None:
        self.started = event
        if self._work is not None and event.get("resumed_blocks"):
            self.feedback.pushInfo(tr("Going on with what an earlier run has finished."))
        self.feedback.pushInfo(
            tr("{0} tiles on a grid of {1} × {2} pixels of {3} m.").format(
                *(whole(event.get(name) or 0) for name in ("tiles", "width", "height")), real(event.get("gsd_m") or 0.0)
            )
        )
        self.feedback.pushInfo(tr("Computing on {0} with model “{1}”.").format(event.get("device"), event.get("model")))
        for name, sentence in (("date_before", tr("Before: {0}")), ("date_after", tr("After: {0}"))):
            days = event.get(name) or []
            text = " – ".join(dict.fromkeys(str(day)[:10] for day in days if day))
            self.feedback.pushInfo(sentence.format(text or tr("no date found")))
        for warning in event.get("warnings") or []:
            self.feedback.pushWarning(translate_option_names(str(warning)))

    def _on_progress(self, event: dict[str, Any]) -> None:
        begin, end = STAGES.get(str(event.get("stage")), (0.0, 99.0))
        done, total = float(event.get("done") or 0), float(event.get("total") or 0)
        if total > 0:
            self.feedback.setProgress(begin + (end - begin) * min(1.0, done / total))
        text = progress_text(event)
        if text:
            self.feedback.setProgressText(text)

    def _on_tile(self, event: dict[str, Any]) -> None:
        if self._kept:
            self.records["TILES"].append(event["tile"])

    def _on_change(self, event: dict[str, Any]) -> None:
        if self._kept:
            self.records["CHANGES"].append(event["change"])

    def _on_site(self, event: dict[str, Any]) -> None:
        if self._kept:
            self.records["SITES"].append(event["site"])

    def _on_warning(self, event: dict[str, Any]) -> None:
        self.feedback.pushWarning(translate_option_names(str(event.get("message", ""))))

    def _on_done(self, event: dict[str, Any]) -> None:
        self.summary = event.get("summary") or {}
        self.feedback.setProgress(99.0)


def work_folder(work: Path) -> Path:
    """Return where the engine keeps the finished parts of a job until it is done."""
    return work.with_name(work.name + ".run")


def unfinished_parts(work: Path) -> int:
    """Return how many finished parts of a job lie there to go on from."""
    folder = work_folder(work)
    return len(list(folder.glob("block-*.npz"))) if (folder / "manifest.json").is_file() else 0


def discard_work(work: Path) -> None:
    """Delete what a job left unfinished; nothing but a run folder of the engine is touched."""
    folder = work_folder(work)
    if (folder / "manifest.json").is_file():
        shutil.rmtree(folder, ignore_errors=True)


def progress_text(event: dict[str, Any]) -> str:
    """Return progress in words: tiles done, tiles per second, time left; after them sites done; else nothing."""
    done, total = (whole(event.get(name) or 0) for name in ("done", "total"))
    if event.get("stage") == "download":
        return tr("Fetched {0} of {1} parts from the server").format(done, total)
    if event.get("stage") == "polygons":
        return tr("Drawing the changed areas…")
    if event.get("stage") == "sites":
        return tr("Described {0} of {1} sites").format(done, total)
    if event.get("stage") != "describe":
        return ""
    text = tr("Described {0} of {1} tiles").format(done, total)
    speed, left = event.get("tiles_per_second"), event.get("seconds_left")
    if speed:
        text += tr(", {0} tiles/s").format(real(speed))
    if left is not None:
        text += tr(", {0} left").format(duration(left))
    return text
