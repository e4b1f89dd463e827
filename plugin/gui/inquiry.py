"""Questions to the engine that must not stop the window: what is there, and what is in this pair."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.client import ask
from ..engine.errors import EngineCancelled, EngineError


class _Question(QgsTask):
    """One question on a thread of the task manager."""

    answered = pyqtSignal(object, str)

    def __init__(self, op: str, params: dict[str, Any]) -> None:
        super().__init__(op, QgsTask.Flag.CanCancel)
        self._op, self._params = op, params
        self._answer: Any = None
        self._problem = ""

    def run(self) -> bool:
        """Ask and wait."""
        try:
            self._answer = ask(self._op, self._params, self.isCanceled)
        except EngineCancelled:
            return False
        except EngineError as error:
            self._problem = str(error)
            return False
        return True

    def finished(self, _result: bool) -> None:
        """Hand the answer to the window's thread."""
        self.answered.emit(self._answer, self._problem)


class Inquiry(QObject):
    """Asks one kind of question; a newer one makes the older one void.

    Signals:
        answered: what the engine said.
        failed: why there is no answer, as a sentence.
    """

    answered = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, op: str, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._op = op
        self._question: Optional[_Question] = None

    @property
    def pending(self) -> bool:
        """Whether an answer is being waited for."""
        return self._question is not None

    def ask(self, params: Optional[dict[str, Any]] = None) -> None:
        """Ask; the answer comes as a signal."""
        self.drop()
        question = _Question(self._op, params or {})
        question.answered.connect(lambda answer, problem: self._take(question, answer, problem))
        self._question = question
        QgsApplication.taskManager().addTask(question)

    def drop(self) -> None:
        """Forget the question that is open."""
        question, self._question = self._question, None
        if question is not None:
            question.cancel()

    def _take(self, question: _Question, answer: Any, problem: str) -> None:
        if question is not self._question:
            return
        self._question = None
        if problem:
            self.failed.emit(problem)
        elif answer is not None:
            self.answered.emit(answer)
