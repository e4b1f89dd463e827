"""Write the traceback of an internal error to a file that the user can send, not to the terminal."""

from __future__ import annotations

import os
import platform
import re
import sys
import traceback
from datetime import datetime, timezone
from pathlib import Path

STATE_VARIABLE = "DESCRIBE_CHANGES_STATE"
_KEPT = 20
_NAME = re.compile(r"fault-\d{8}-\d{6}(-\d{6})?-\d+\.log")


def state_folder() -> Path:
    """Return the user's folder for logs (``DESCRIBE_CHANGES_STATE``, else what the platform provides)."""
    if named := os.environ.get(STATE_VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Logs"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "describe-changes"


def write_crash_log(error: BaseException, doing: str) -> Path | None:
    """Write the traceback of an unexpected error to a log of its own; the latest twenty stay.

    Args:
        error: what was raised.
        doing: what was asked for, for instance the command line.

    Returns:
        The log's path, or None where no log can be written.
    """
    moment = datetime.now(timezone.utc)
    folder = state_folder()
    path = folder / f"fault-{moment:%Y%m%d-%H%M%S-%f}-{os.getpid()}.log"
    head = f"{moment.isoformat()}\n{doing}\nPython {sys.version}\n{platform.platform()}\n\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as log:  # no file and no link that is there already is written to
            log.write(head + "".join(traceback.format_exception(error)))
        ours = [old for old in sorted(folder.glob("fault-*.log")) if _NAME.fullmatch(old.name) and not old.is_symlink()]
        for old in ours[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path
