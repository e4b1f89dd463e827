"""Ctrl-C from the first import to the last line: a word and exit code 3, never a traceback.

A command of ours has nothing to tidy up before it begins to work, so until then Ctrl-C ends the process at once:
``KeyboardInterrupt`` inside an import may be swallowed, or leave a module in halves. Standard library only, and of
that as little as can be: this is imported before all else.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

EXIT_CODE = 3
_COMMANDS = ("describe-changes", "describe-changes.exe", "describe-changes-script.py", "cli.py", "-m")


def guard_start() -> None:
    """End the process on Ctrl-C from here on, if it is a command of ours; a worker process of it does not hear."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    if _is_child():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    elif os.path.basename(sys.argv[0]) in _COMMANDS:
        signal.signal(signal.SIGINT, _leave)


def _is_child() -> bool:
    process = sys.modules.get("multiprocessing.process")
    return process is not None and process.parent_process() is not None


def _leave(_number: int, _frame: FrameType | None) -> None:
    os.write(2, b"Cancelled.\n")
    os._exit(EXIT_CODE)


def raise_from_now() -> None:
    """Let Ctrl-C raise ``KeyboardInterrupt``: what begins now has something to tidy up."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def ignore_from_now() -> None:
    """Hear no Ctrl-C any more: all is done and said, only the interpreter is still going down."""
    if signal.getsignal(signal.SIGINT) in (_leave, signal.default_int_handler):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def deaf_children() -> Iterator[None]:
    """Start processes that do not hear Ctrl-C, which a terminal sends to all of them; whoever starts them does."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows: they learn it when they are up
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
