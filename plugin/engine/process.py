"""One engine process: started with a clean environment, spoken to in JSON lines, ended with all its children."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import subprocess  # nosec B404
import threading
import time
from pathlib import Path
from typing import IO, Any, Optional

from .child_processes import creation_options, kill_tree
from .environment import scrubbed_environment

BOOTSTRAP = Path(__file__).resolve().with_name("bootstrap.py")
LOGS_KEPT = 10
TAIL_LINES = 12


class EngineProcess:
    """A running engine.

    Events are read by a thread of their own into a queue, so that whoever waits can look at the cancel button
    between two looks at the queue. stderr goes straight into a log file; nothing can fill up and block.
    """

    def __init__(self, python: Path, log_folder: Path) -> None:
        """Start the engine.

        Args:
            python: the engine's interpreter.
            log_folder: where the log of its stderr is kept (the last few logs stay).

        Raises:
            OSError: the interpreter cannot be started.
        """
        self.python = python
        self.log = _new_log(log_folder)
        self.greeted = False
        self._ids = itertools.count(1)
        self._events: queue.Queue[Optional[dict[str, Any]]] = queue.Queue()
        self._write_lock = threading.Lock()
        command = [str(python), "-I", "-u", "-X", "utf8", str(BOOTSTRAP), str(os.getpid())]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # nosec B603  # noqa: S603 - a list, no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=scrubbed_environment(),
                cwd=_working_folder() or str(log_folder),
                **creation_options(),
            )
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Process id of the engine."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def send(self, op: str, **fields: Any) -> int:
        """Send one request and return its id; a dead engine is noticed by whoever waits for events."""
        request = {"id": next(self._ids), "op": op, **fields}
        line = (json.dumps(request) + "\n").encode()
        with self._write_lock, contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(line)
                self._process.stdin.flush()
        return int(request["id"])

    def next_event(self, timeout: float) -> Optional[dict[str, Any]]:
        """Return the next event, or None if none came in time.

        Raises:
            EOFError: the engine has closed its side; nothing more will come.
        """
        try:
            event = self._events.get(timeout=timeout)
        except queue.Empty:
            return None
        if event is None:
            self._events.put(None)
            raise EOFError
        return event

    def stop(self, grace: float = 2.0) -> None:
        """Ask the engine to go, wait, then end it with all its children."""
        if self.alive:
            self.send("shutdown")
            with contextlib.suppress(OSError):
                if self._process.stdin is not None:
                    self._process.stdin.close()
            deadline = time.monotonic() + grace
            while self.alive and time.monotonic() < deadline:
                time.sleep(0.02)
        self.kill()

    def kill(self) -> None:
        """End the engine and all its children at once."""
        kill_tree(self._process)
        self._reader.join(timeout=1)
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()

    def exit_code(self, timeout: float = 1.0) -> Optional[int]:
        """Return the exit code, waiting a moment for a process that is just going."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(timeout=timeout)
        return None

    def log_tail(self) -> str:
        """Return the last lines of the log."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(lines[-TAIL_LINES:])

    def _read(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in stream:
                try:
                    event = json.loads(line)
                except ValueError:
                    continue  # not ours: a library wrote to stdout in spite of everything
                if isinstance(event, dict):
                    self._events.put(event)
        self._events.put(None)


def _working_folder() -> Optional[str]:
    """Return the folder in which QGIS works, from which relative paths count (qgis_process), None if it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return None


def _new_log(folder: Path) -> Path:
    """Return the path of a new log and remove the oldest of the others."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("engine-*.log"))[: -LOGS_KEPT + 1]:
        with contextlib.suppress(OSError):
            old.unlink()
    return folder / f"engine-{time.strftime('%Y%m%d-%H%M%S')}-{time.monotonic_ns() % 10**9:09d}.log"
