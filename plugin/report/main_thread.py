"""Work that only the main thread may do, asked for by an algorithm on a thread of its own.

Layouts are graphics scenes: they live on the main thread. A report hands them over page by page, so that the window
answers in between and a cancel takes effect.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QThread, pyqtSignal

POLL_SECONDS = 0.05


class PrintCancelled(Exception):
    """The user cancelled before the main thread had time."""


class _MainThreadCall:
    """One call on its way to the main thread and back."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._taken = False
        self.done = threading.Event()
        self.result: Any = None
        self.error: Optional[BaseException] = None

    def run(self) -> None:
        """Do the work, unless nobody waits for it any more."""
        if not self.claim():
            return
        try:
            self.result = self._work()
        except BaseException as error:  # handed to the thread that waits
            self.error = error
        finally:
            self.done.set()

    def claim(self) -> bool:
        """Return whether this caller is the first: the main thread to run it, or the waiting one to drop it."""
        with self._lock:
            taken, self._taken = self._taken, True
        return not taken


class MainThread(QObject):
    """Runs functions on the main thread, whichever thread asks."""

    _asked = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self._asked.connect(self._run)

    def call(self, work: Callable[[], Any], is_cancelled: Callable[[], bool]) -> Any:
        """Return what the function returns; what it raises is raised here.

        Raises:
            PrintCancelled: cancelled while the main thread was busy with something else.
        """
        if QThread.currentThread() is self.thread() or QThread.currentThread() == self.thread():
            return work()
        errand = _MainThreadCall(work)
        self._asked.emit(errand)
        while not errand.done.wait(POLL_SECONDS):
            if is_cancelled() and errand.claim():
                raise PrintCancelled
        if errand.error is not None:
            raise errand.error
        return errand.result

    def _run(self, errand: _MainThreadCall) -> None:
        errand.run()
