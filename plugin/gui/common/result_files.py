"""Which files a run from the dock writes: named ones, and always such as nobody has written before."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from ...i18n import tr
from ...layers.named_files import plain_name, results_folder
from ...layers.targets import folder_problem
from ...paths import user_data_dir


def automatic_file(stem: str, names: Iterable[str]) -> Path:
    """Return the GeoPackage of a result that got no name.

    Args:
        stem: what kind of result it is.
        names: of the layers that it is made from.
    """
    return results_folder() / ("_".join([stem, *filter(None, map(plain_name, names))]) + ".gpkg")


def named_file(text: str) -> Path:
    """Return the GeoPackage that a person has named, with its ending."""
    path = Path(text)
    with contextlib.suppress(RuntimeError):  # ~ and no such user: part of the name
        path = path.expanduser()
    return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")


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
