"""One time series of the engine on behalf of an algorithm: the progress of a pair becomes that of the whole."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ..engine.pool import pool
from ..i18n import tr
from .engine_job import STAGES, EngineJob, progress_text


class SeriesJob(EngineJob):
    """Runs a series once; the engine writes the result, so no record is kept here.

    Attributes:
        described: the engine's ``pair`` events: what was found in each pair.
    """

    op = "series"

    def __init__(self, params: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
        super().__init__(params, feedback)
        self._work = None  # the engine's output is the result itself, not work to be cleared away
        self.described: list[dict[str, Any]] = []
        self._pairs = 1
        self._pair = 1

    def counts(self) -> dict[str, Any]:
        """Return the numbers that the algorithm reports beside its files."""
        return {"PAIR_COUNT": len(self.described), **super().counts()}

    def _prepare_work(self) -> None:
        """Wait for an engine that was cancelled just now: it still holds the series for a moment."""
        pool.wait_for_cancelled(self.feedback.isCanceled)

    def _on_series(self, event: dict[str, Any]) -> None:
        self.started = event  # a series whose pairs are all finished starts none of them
        self._pairs = len(event.get("pairs") or [1])
        finished = sum(bool(pair.get("finished")) for pair in event.get("pairs") or [])
        self.feedback.pushInfo(tr("{0} pairs of dates.").format(self._pairs))
        if finished:
            self.feedback.pushInfo(tr("{0} of them were finished by an earlier run.").format(finished))

    def _on_started(self, event: dict[str, Any]) -> None:
        self._pair = int(event.get("pair") or 1)
        self.feedback.pushInfo(tr("Pair {0} of {1}").format(self._pair, self._pairs))
        series = self.started
        super()._on_started(event)
        self.started = series

    def _on_progress(self, event: dict[str, Any]) -> None:
        begin, end = STAGES.get(str(event.get("stage")), (0.0, 99.0))
        done, total = float(event.get("done") or 0), float(event.get("total") or 0)
        if total > 0:
            of_pair = begin + (end - begin) * min(1.0, done / total)
            self.feedback.setProgress((self._pair - 1 + of_pair / 100) / self._pairs * 98)
        if progress_text(event):
            self.feedback.setProgressText(series_pace(event, self._pairs))

    def _on_tile(self, _event: dict[str, Any]) -> None:
        """Leave the tiles to the engine's file and to whoever listens."""

    def _on_change(self, _event: dict[str, Any]) -> None:
        """Leave the changed areas to the engine's file."""

    def _on_site(self, _event: dict[str, Any]) -> None:
        """Leave the sites to the engine's file."""

    def _on_pair(self, event: dict[str, Any]) -> None:
        self.described.append(event)
        self.feedback.setProgress(int(event.get("pair") or 0) / self._pairs * 98)
        changed = tr("{0} → {1}: {2} of {3} tiles changed.").format(
            event.get("from"), event.get("to"), event.get("changed_tiles"), event.get("tiles")
        )
        self.feedback.pushInfo(changed)


def series_pace(event: dict[str, Any], pairs: int) -> str:
    """Return progress in words: which pair, and how far it is."""
    if event.get("stage") == "download":  # for all pairs, before the first
        return progress_text(event)
    return tr("Pair {0} of {1}: {2}").format(event.get("pair"), pairs, progress_text(event))
