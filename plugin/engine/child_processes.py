"""Starting and ending child processes: in a group of their own, and never without their own children."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Optional

from .environment import scrubbed_environment
from .errors import EngineCancelled

POLL_SECONDS = 0.05


def creation_options() -> dict[str, Any]:
    """Return the ``Popen`` options that put a child in a group of its own and open no console window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a child that was started with :func:`creation_options`, and all its children, at once."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
            subprocess.run(  # nosec B603  # noqa: S603 - a list, no shell, full path
                [str(taskkill), "/T", "/F", "/PID", str(process.pid)],
                check=False,
                capture_output=True,
                **creation_options(),
            )
    else:
        # Also after the leader's death: children that outlived it are still in its group.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)


def run_streaming(
    command: Sequence[str],
    on_line: Callable[[str], None],
    is_cancelled: Callable[[], bool],
    extra: Optional[Mapping[str, str]] = None,
) -> int:
    """Run a command to its end, hand over its output line by line, and return its exit code.

    Args:
        command: program and arguments.
        on_line: gets each line of output.
        is_cancelled: asked about twenty times a second.
        extra: environment variables beside the scrubbed ones.

    Raises:
        EngineCancelled: the user cancelled; the command and its children are gone.
        OSError: the command cannot be started.
    """
    process = subprocess.Popen(  # nosec B603  # noqa: S603 - a list, no shell
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**scrubbed_environment(), **(extra or {})},
        **creation_options(),
    )
    lines: queue.Queue[Optional[str]] = queue.Queue()
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        while True:
            if is_cancelled():
                raise EngineCancelled
            try:
                line = lines.get(timeout=POLL_SECONDS)
            except queue.Empty:
                continue
            if line is None:
                return process.wait()
            on_line(line)
    finally:
        if process.poll() is None:
            kill_tree(process)
        reader.join(timeout=2)
        if process.stdout is not None:
            process.stdout.close()


def _read(stream: Optional[IO[bytes]], lines: queue.Queue[Optional[str]]) -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in stream or ():
            lines.put(line.decode("utf-8", errors="replace").rstrip())
    lines.put(None)
