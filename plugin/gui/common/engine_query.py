"""Questions to the engine that must not stop the window: what is there, and what is in this pair."""

from __future__ import annotations

import contextlib
import threading
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.client import ask
from ...engine.errors import EngineCancelled, EngineError
from ...processing.parameters import translate_option_names


class EngineQuery(QObject):
    """Asks one kind of question; a newer one makes the older one void.

    A thread of its own rather than a QgsTask: QGIS announces each finished task, which is noise for a question.

    Signals:
        answered: what the engine said.
        failed: why there is no answer, as a sentence.
    """

    answered = pyqtSignal(object)
    failed = pyqtSignal(str)
    _heard = pyqtSignal(object, object, str)

    def __init__(self, op: str, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._op = op
        self._dropped: Optional[threading.Event] = None
        self._heard.connect(self._take)

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._dropped is not None

    def start(self, params: Optional[dict[str, Any]] = None) -> None:
        """Ask; the answer comes as a signal."""
        self.cancel()
        self._dropped = threading.Event()
        arguments = (params or {}, self._dropped)
        threading.Thread(target=self._wait, args=arguments, name=f"ask {self._op}", daemon=True).start()

    def cancel(self) -> None:
        """Forget the question that is open."""
        if self._dropped is not None:
            self._dropped.set()
            self._dropped = None

    def _wait(self, params: dict[str, Any], dropped: threading.Event) -> None:
        """Wait for the engine, on a thread of its own."""
        answer, problem = None, ""
        try:
            answer = ask(self._op, params, dropped.is_set)
        except EngineCancelled:
            return
        except EngineError as error:
            problem = translate_option_names(str(error))
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._heard.emit(dropped, answer, problem)

    def _take(self, dropped: threading.Event, answer: Any, problem: str) -> None:
        if dropped is not self._dropped:
            return
        self._dropped = None
        if problem:
            self.failed.emit(problem)
        elif answer is not None:
            self.answered.emit(answer)
