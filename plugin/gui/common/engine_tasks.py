"""Checking and installing the engine in the background, as tasks of QGIS's task manager."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...engine.check import check_engine
from ...engine.errors import EngineCancelled, EngineError
from ...engine.installer import Installation, Installer

TAG = "Describe Changes"


class EngineTask(QgsTask):
    """Runs one function on the engine and tells how it ended.

    Signals:
        said: a line of output.
        ended: whether it succeeded, and the sentences to show.
    """

    said = pyqtSignal(str)
    ended = pyqtSignal(bool, str)

    def __init__(self, title: str, work: Callable[[EngineTask], str]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._outcome = ""

    def run(self) -> bool:
        """Do the work, on a thread of the task manager."""
        try:
            self._outcome = self._work(self)
        except EngineCancelled:
            self._outcome = ""
            return False
        except EngineError as error:
            self._outcome = error.details()
            return False
        except Exception as error:
            self._outcome = f"{type(error).__name__}: {error}"
            return False
        return True

    def finished(self, result: bool) -> None:
        """Tell the outcome, on the main thread."""
        if self._outcome:
            level = Qgis.MessageLevel.Info if result else Qgis.MessageLevel.Warning
            QgsMessageLog.logMessage(self._outcome, TAG, level, notifyUser=False)
        self.ended.emit(result, self._outcome)


def checking(title: str) -> EngineTask:
    """Return a task that checks the engine."""
    return EngineTask(title, lambda task: check_engine(task.isCanceled))


def installing(title: str, plan: Installation, then: Optional[Callable[[], Any]] = None) -> EngineTask:
    """Return a task that installs the engine and then checks it.

    Args:
        title: what the task manager shows.
        plan: what to install.
        then: called before the check, to stop an engine that runs from the old environment.
    """

    def work(task: EngineTask) -> str:
        if then is not None:
            then()
        Installer(plan, task.said.emit, task.setProgress, task.isCanceled).run()
        return check_engine(task.isCanceled)

    return EngineTask(title, work)


def adding(title: str, plan: Installation, done: str) -> EngineTask:
    """Return a task that adds packages to the engine that is there.

    Args:
        title: what the task manager shows.
        plan: what to add.
        done: the sentence at its end.
    """

    def work(task: EngineTask) -> str:
        Installer(plan, task.said.emit, task.setProgress, task.isCanceled).add()
        return done

    return EngineTask(title, work)
