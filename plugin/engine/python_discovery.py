"""Find a Python on this computer that can carry the engine's private environment."""

from __future__ import annotations

import shutil
import subprocess  # nosec B404
import sys
from collections.abc import Iterator
from pathlib import Path

from ..i18n import tr
from .child_processes import creation_options
from .environment import scrubbed_environment
from .errors import EngineError

OLDEST, TOO_NEW = (3, 11), (3, 14)
"""What the pinned requirements have wheels for: 3.11 up to, not including, 3.14; pyproject.toml says the same."""
PROBE = "import sys; print(*sys.version_info[:2]); import venv, ensurepip; print(sys.executable)"


def python_for_engine() -> Path:
    """Return a suitable interpreter.

    Raises:
        EngineError: kind ``missing``, with what to install.
    """
    without_venv = ""
    others: dict[str, str] = {}
    for candidate in candidates():
        lines = probe(candidate)
        if not lines:
            continue
        version = tuple(int(part) for part in lines[0].split())
        if not OLDEST <= version < TOO_NEW:
            others.setdefault(lines[0].replace(" ", "."), candidate)
            continue
        if len(lines) > 1:
            return Path(lines[1])
        without_venv = without_venv or candidate
    if without_venv:
        raise EngineError(
            tr(
                "{0} cannot make virtual environments. Install that part first (on Debian and Ubuntu: sudo apt "
                "install python3-venv) and try again."
            ).format(without_venv),
            kind="missing",
        )
    words = tr(
        "No Python from 3.11 to 3.13 was found on this computer. Install one from python.org (or your "
        "system's packages) and press “Install engine” again; QGIS keeps its own."
    )
    if others:
        named = "; ".join(f"{version} ({candidate})" for version, candidate in sorted(others.items()))
        words += " " + tr("Found, but too old or too new: {0}.").format(named)
    raise EngineError(words, kind="missing")


def candidates() -> Iterator[str]:
    """Yield interpreters to try, QGIS's own first."""
    base = Path(sys.base_exec_prefix)
    for own in (base / "python.exe", base / "bin" / "python3", base / "bin" / "python"):
        if own.is_file():
            yield str(own)
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            yield found
    for name in ("python3", "python"):
        found = shutil.which(name)
        if found:
            yield found
    launcher = shutil.which("py") if sys.platform == "win32" else None
    if launcher:
        yield launcher


def probe(python: str) -> list[str]:
    """Return version and path of an interpreter; the path is missing if it cannot make environments."""
    try:
        answer = subprocess.run(  # nosec B603  # noqa: S603 - a list, no shell
            [python, "-I", "-c", PROBE],
            capture_output=True,
            timeout=20,
            check=False,
            env=scrubbed_environment(),
            stdin=subprocess.DEVNULL,
            **creation_options(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line.strip() for line in answer.stdout.decode("utf-8", errors="replace").splitlines()[:2]]
