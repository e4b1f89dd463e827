"""Folders that we make beside an output while we work: held by a lock, known by a mark, emptied of our files only."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError
from .disk import write_failure
from .lock import hold_lock

MARK = "describe-changes"
"""Name of the file that says whose a folder is."""

_LOCK = "lock"
_TEXT = "Describe Changes works in this folder and removes it when it is done.\n"


@contextmanager
def claim_folder(path: Path) -> Iterator[Path]:
    """Make a folder, or take one that an earlier process of ours has left, and hold it for this process.

    Args:
        path: the folder; its parent must exist. It stays until :func:`remove_ours`.

    Raises:
        InputError: another process holds it; it is a link, or somebody else's folder; it cannot be made.
    """
    check_folder(path)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise write_failure(path.parent, error) from error
    with hold_lock(path / _LOCK):
        check_folder(path)
        _set_mark(path)
        yield path


def check_folder(path: Path) -> None:
    """Refuse a folder that is there and not ours.

    Raises:
        InputError: it is a link or a file, or holds anything and has no mark of ours.
    """
    if not os.path.lexists(path):
        return
    if path.is_symlink() or not path.is_dir():
        raise InputError(f"{path} is in the way: a link or a file; move it away, or choose another output.")
    if not is_ours(path):
        raise InputError(
            f"{path} is in the way: a folder that Describe Changes has not made; move it away, or choose another name."
        )


def is_ours(path: Path) -> bool:
    """Return whether a folder carries our mark, or is empty but for a lock, as between two steps of its making."""
    try:
        if {entry.name for entry in os.scandir(path)} <= {_LOCK}:
            return True
    except OSError:
        return False
    if _is_plain(path / MARK):
        with (path / MARK).open("rb") as file:
            return file.read(len(_TEXT)) == _TEXT.encode()
    return _is_early(path)


def _is_early(path: Path) -> bool:
    """Return whether a folder is one of version 0.1, which had no mark: its manifest or its names say so."""
    try:
        manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        return isinstance(manifest, dict) and {"config_hash", "stretch"} <= set(manifest)
    except (OSError, ValueError):
        names = {entry.name for entry in os.scandir(path)} - {_LOCK}
        return all(re.fullmatch(r"pair-[0-9a-f]{16}\.gpkg(\.run)?", name) for name in names)


def _is_plain(path: Path) -> bool:
    """Return whether a path is an ordinary file, no link, known under no second name."""
    try:
        state = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and state.st_nlink == 1


def _set_mark(path: Path) -> None:
    if _is_plain(path / MARK):
        return
    try:
        with contextlib.suppress(FileNotFoundError):
            (path / MARK).unlink()
        with (path / MARK).open("x", encoding="utf-8") as file:
            file.write(_TEXT)
    except OSError as error:
        raise write_failure(path.parent, error) from error


def remove_ours(path: Path, names: str, last: tuple[str, ...] = ()) -> None:
    """Remove our files from a folder of ours, and the folder if nothing else is in it; no link is followed.

    Args:
        path: the folder.
        names: pattern of the names that are ours, beside lock and mark.
        last: names that go after all others, so that an interrupted removal leaves them to go on from.
    """
    clear_ours(path, names, last)
    for name in (*last, MARK, _LOCK):
        _unlink(path / name)
    with contextlib.suppress(OSError):
        path.rmdir()


def clear_ours(path: Path, names: str, keep: tuple[str, ...] = ()) -> None:
    """Remove our files from a folder of ours, but not the folder, its lock and its mark."""
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(path)):
            if entry.name in (*keep, _LOCK, MARK) or not re.fullmatch(names, entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                _unlink(Path(entry.path))


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
