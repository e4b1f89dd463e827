"""Pictures that nobody wants any more: their rendering ends in its own time, not in the window's."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsMapRendererParallelJob
from qgis.PyQt.QtCore import QTimer

_leaving: dict[int, QgsMapRendererParallelJob] = {}
"""Jobs that were cancelled and have not ended, by their ``id()``."""


def let_go(job: QgsMapRendererParallelJob) -> None:
    """Cancel a job without waiting for it, whoever else lets go of it.

    A job that is deleted while it is active waits for its end. That can take as long as a server does to answer
    another job, which has the thread that this one waits for.
    """
    if not job.isActive():
        return
    _leaving[id(job)] = job
    job.finished.connect(partial(_ended, id(job)))
    job.cancelWithoutBlocking()


def _ended(key: int) -> None:
    """Delete a job, but not while it is still telling that it has ended."""
    QTimer.singleShot(0, partial(_leaving.pop, key, None))
