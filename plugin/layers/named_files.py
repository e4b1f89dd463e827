"""Names of files that a run makes by itself: where they go, and always such as nobody has written before."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from qgis.core import QgsProject

from ..paths import user_data_dir
from .targets import free_name

LONGEST = 40
"""Letters of a layer's name that go into a file's name: two of them and a folder must fit everywhere."""


def results_folder() -> Path:
    """Return where results go that got no name: beside the project, or where that cannot be, the user's folder."""
    home = QgsProject.instance().homePath()
    if home and os.path.isdir(home) and os.access(home, os.W_OK):
        return Path(home)
    return user_data_dir() / "results"


def image_file(folder: Path, name: str, date: str) -> Path:
    """Return a free name for the clip of a web map.

    Args:
        folder: where it shall lie; that of results without a name is made.
        name: of the layer.
        date: as typed; in the file's name it is found again.
    """
    return new_file(folder / ("_".join(filter(None, map(plain_name, (name, date.replace("/", "-"))))) + ".tif"))


def new_file(path: Path) -> Path:
    """Return the path, or where something is there already, a free name beside it."""
    with contextlib.suppress(OSError):
        if path.parent == user_data_dir() / "results":
            path.parent.mkdir(parents=True, exist_ok=True)
    return free_name(path)


def plain_name(name: str) -> str:
    """Return a layer's name as a part of a file's name."""
    return re.sub(r"[^\w.-]+", "_", name).strip("._")[:LONGEST].rstrip("._")
