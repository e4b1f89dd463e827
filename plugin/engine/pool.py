"""Keeps one idle engine warm between two jobs and never leaves one behind.

Importing torch takes seconds; a batch of fifty pairs should pay them once. A job takes an engine, gives it
back, or hands it over for retirement after a cancel. What is idle for a while is stopped.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable
from typing import Optional

from ..i18n import tr
from ..paths import user_data_dir
from .errors import EngineError
from .locator import EngineLocation, EngineLocator
from .process import EngineProcess

IDLE_SECONDS = 120.0
CANCEL_GRACE_SECONDS = 5.0


class EnginePool:
    """Lends out engine processes, one job at a time each."""

    def __init__(self, locator: Optional[EngineLocator] = None) -> None:
        self.locator = locator or EngineLocator()
        self._lock = threading.Lock()
        self._idle: Optional[EngineProcess] = None
        self._timer: Optional[threading.Timer] = None
        self._lent: set[EngineProcess] = set()
        self._retiring: set[EngineProcess] = set()
        atexit.register(self.stop_all)

    def acquire(self) -> EngineProcess:
        """Return an engine for one job: the warm one if it fits, else a new one.

        Raises:
            EngineError: kind ``missing``; there is no engine or its Python does not start.
        """
        location = self.locator.locate()
        stale: Optional[EngineProcess] = None
        with self._lock:
            engine, self._idle = self._idle, None
            self._stop_timer()
            if engine is not None and not (engine.alive and engine.python == location.python):
                stale, engine = engine, None
            if engine is not None:
                self._lent.add(engine)
        if stale is not None:
            stale.stop(grace=0.2)
        if engine is None:
            engine = self._start(location)
            with self._lock:
                self._lent.add(engine)
        return engine

    def release(self, engine: EngineProcess) -> None:
        """Take an engine back after a job that came to its end."""
        surplus: Optional[EngineProcess] = None
        with self._lock:
            self._lent.discard(engine)
            self._retiring.discard(engine)
            if engine.alive and self._idle is None:
                self._idle = engine
                self._timer = threading.Timer(IDLE_SECONDS, self._stop_idle)
                self._timer.daemon = True
                self._timer.start()
            else:
                surplus = engine
        if surplus is not None:
            surplus.stop(grace=0.5)

    def kill(self, engine: EngineProcess) -> None:
        """End an engine that cannot be trusted with another job."""
        with self._lock:
            self._lent.discard(engine)
        engine.kill()

    def release_cancelled(self, engine: EngineProcess, request: int) -> None:
        """Take over an engine whose job was cancelled; returns at once.

        The engine gets a moment to finish the block it is writing; one that stays deaf is ended.
        """
        engine.send("cancel", target=request)
        with self._lock:
            self._lent.discard(engine)
            self._retiring.add(engine)
        threading.Thread(target=self._await_end, args=(engine, request), daemon=True).start()

    def wait_for_cancelled(self, is_cancelled: Callable[[], bool]) -> None:
        """Wait until cancelled jobs have let go of their files; they have little time for that."""
        deadline = time.monotonic() + CANCEL_GRACE_SECONDS + 2.0
        while time.monotonic() < deadline and not is_cancelled():
            with self._lock:
                if not any(engine.alive for engine in self._retiring):
                    return
            time.sleep(0.02)

    def stop_all(self) -> None:
        """End every engine; for unloading and for QGIS's exit."""
        with self._lock:
            self._stop_timer()
            engines = [*self._lent, *self._retiring, *([self._idle] if self._idle else [])]
            self._lent, self._retiring, self._idle = set(), set(), None
        for engine in engines:
            engine.kill()

    def pids(self) -> list[int]:
        """Return the process ids of all engines that are alive."""
        with self._lock:
            engines = [*self._lent, *self._retiring, *([self._idle] if self._idle else [])]
        return [engine.pid for engine in engines if engine.alive]

    def _start(self, location: EngineLocation) -> EngineProcess:
        try:
            return EngineProcess(location.python, user_data_dir() / "logs")
        except OSError as error:
            raise EngineError(
                tr("The engine's Python {0} could not be started: {1}.").format(location.python, error.strerror),
                kind="missing",
            ) from error

    def _await_end(self, engine: EngineProcess, request: int) -> None:
        deadline = time.monotonic() + CANCEL_GRACE_SECONDS
        while time.monotonic() < deadline:
            try:
                event = engine.next_event(timeout=0.1)
            except EOFError:
                break
            if event and event.get("id") == request and event.get("event") in ("error", "done", "result"):
                self.release(engine)
                return
        with self._lock:
            self._retiring.discard(engine)
        engine.kill()

    def _stop_idle(self) -> None:
        with self._lock:
            engine, self._idle = self._idle, None
        if engine is not None:
            engine.stop()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


pool = EnginePool()
"""The one pool of this QGIS process; it starts nothing until it is asked."""
