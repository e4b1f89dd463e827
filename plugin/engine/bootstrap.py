"""Run by the *engine's* Python, never by QGIS: makes the plugin's folder importable and starts the worker.

The folder is called ``describe_changes`` in a QGIS profile but may have any name in a checkout, so the package
is registered under its name from its place; an installed copy of another version is never picked up instead.
Standard library only. Children of the engine (spawned pools) run this module's top level again and so find
the package too.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

PACKAGE = "describe_changes"
ROOT = Path(__file__).resolve().parents[2]


def register_package() -> None:
    """Make ``import describe_changes`` mean the folder that this file lies in."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"no package at {ROOT}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


def die_with(parent: int) -> None:
    """End this process and its children as soon as the parent is gone, however it went."""
    threading.Thread(target=_watch, args=(parent,), name="parent watch", daemon=True).start()


def _watch(parent: int) -> None:
    if sys.platform == "win32":
        import ctypes

        synchronize, infinite = 0x00100000, 0xFFFFFFFF
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, False, parent)
        if handle:
            ctypes.windll.kernel32.WaitForSingleObject(handle, infinite)
            os._exit(3)
        return
    while os.getppid() == parent:
        time.sleep(0.5)
    os.killpg(0, signal.SIGKILL)  # the engine is started as the leader of its own group


def write_event(descriptor: int, event: dict[str, object]) -> None:
    """Write one line of the protocol."""
    os.write(descriptor, (json.dumps(event) + "\n").encode())


def finetune(*request: object) -> object:
    """Do the worker's operation ``finetune``, which is the training package's; it is imported when asked for."""
    return importlib.import_module(f"{PACKAGE}.training.finetune.operation").finetune(*request)


def main(arguments: list[str]) -> int:
    """Start the worker: ``bootstrap.py PARENT_PID``."""
    die_with(int(arguments[0]))
    protocol = os.dup(1)  # the worker moves stdout aside before it imports what may be missing
    try:
        worker = importlib.import_module(f"{PACKAGE}.core.service.worker")
        return int(worker.main({"finetune": finetune}) or 0)
    except ImportError as error:
        write_event(
            protocol,
            {"event": "error", "kind": "missing_dependency", "message": str(error), "module": error.name or ""},
        )
        return 1


register_package()

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
