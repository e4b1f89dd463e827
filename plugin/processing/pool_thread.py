"""Work in a thread of Qt's pool, which is given one more for as long as the work lasts.

With Qt 5 large pictures are converted and drawn in parts by that pool, and whoever asks waits until it has room; only
its own threads do it all by themselves. QGIS before 3.40 runs its tasks in the pool, later ones beside it, where a task
that draws would wait for the map while that holds the whole pool and its servers take their time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Optional

from qgis.PyQt.QtCore import QRunnable, QThreadPool

FIRST = 1000
"""Priority before all else that waits for a thread."""


class _Errand(QRunnable):
    """One call on its way to the pool and back."""

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self.done = threading.Event()
        self.result: Any = None
        self.error: Optional[BaseException] = None

    def run(self) -> None:
        """Do the work."""
        try:
            self.result = self._work()
        except BaseException as error:  # handed to the thread that waits
            self.error = error
        finally:
            QThreadPool.globalInstance().reserveThread()  # while this one is still busy, so that nobody inherits it
            self.done.set()


def in_pool(work: Callable[[], Any]) -> Any:
    """Return what some work returns, done at once even where the pool is full; what it raises is raised here.

    The thread that asks waits without an event loop, so it should not be the main thread.
    """
    errand, pool = _Errand(work), QThreadPool.globalInstance()
    pool.start(errand, FIRST)
    pool.releaseThread()
    errand.done.wait()
    if errand.error is not None:
        raise errand.error
    return errand.result
