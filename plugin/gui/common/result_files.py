"""Which files a run from the dock writes: named ones, and always such as nobody has written before."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsProject

from ...i18n import tr
from ...layers.targets import folder_problem, free_name
from ...paths import user_data_dir

LONGEST = 40
"""Letters of a layer's name that go into a file's name: two of them and a folder must fit everywhere."""


def results_folder() -> Path:
    """Return where results go that got no name: beside the project, or where that cannot be, the user's folder."""
    home = QgsProject.instance().homePath()
    if home and os.path.isdir(home) and os.access(home, os.W_OK):
        return Path(home)
    return user_data_dir() / "results"


def automatic_file(stem: str, names: Iterable[str]) -> Path:
    """Return the GeoPackage of a result that got no name.

    Args:
        stem: what kind of result it is.
        names: of the layers that it is made from.
    """
    return results_folder() / ("_".join([stem, *filter(None, map(_plain, names))]) + ".gpkg")


def named_file(text: str) -> Path:
    """Return the GeoPackage that a person has named, with its ending."""
    path = Path(text)
    with contextlib.suppress(RuntimeError):  # ~ and no such user: part of the name
        path = path.expanduser()
    return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")


def image_file(folder: Path, name: str, date: str) -> Path:
    """Return a free name for the clip of a web map.

    Args:
        folder: where it shall lie; that of results without a name is made.
        name: of the layer.
        date: as typed; in the file's name it is found again.
    """
    return new_file(folder / ("_".join(filter(None, map(_plain, (name, date.replace("/", "-"))))) + ".tif"))


def new_file(path: Path) -> Path:
    """Return the path, or where something is there already, a free name beside it."""
    with contextlib.suppress(OSError):
        if path.parent == user_data_dir() / "results":
            path.parent.mkdir(parents=True, exist_ok=True)
    return free_name(path)


def file_problem(path: Path) -> str:
    """Return why a file cannot be made, as a sentence, or an empty string."""
    if path.parent == user_data_dir() / "results":
        return ""
    return folder_problem(path)


def beside(wanted: Path, written: Path) -> str:
    """Return what to say of a result that went beside an earlier one, empty where it lies where it was to."""
    if wanted == written:
        return ""
    return tr("“{0}” was there already and stays as it is.").format(wanted.name)


def again(wanted: Path, written: Path) -> str:
    """Return what tells a result from the earlier ones of its name: the number that its file got, else nothing."""
    number = written.stem[len(wanted.stem) :].lstrip("_")
    return f"({number})" if wanted != written and number.isdigit() else ""


def _plain(name: str) -> str:
    """Return a layer's name as a part of a file's name."""
    return re.sub(r"[^\w.-]+", "_", name).strip("._")[:LONGEST].rstrip("._")
