"""A result is either complete or absent: write beside it, then rename."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..files import sync_file
from .disk import disk_is_full, folder_full
from .targets import check_existing, check_place
from .work_folder import claim_folder, clear_ours, remove_ours

Publish = Callable[[Path, Path], None]
"""Told the final path and the finished file just before the rename."""


@dataclass(frozen=True)
class _Reserved:
    """A target that this process has reserved: the folder in which it is made, and what is known of it."""

    folder: Path
    resumed: bool
    publish: Publish | None


_reserved: dict[str, _Reserved] = {}


@contextmanager
def reserved(
    targets: Mapping[str, Path], *, resumed: Collection[Path] = (), publish: Publish | None = None
) -> Iterator[None]:
    """Keep all other runs from writing to the targets of this one, from its first to its last moment.

    Args:
        targets: files to write by what they are.
        resumed: those that an unfinished run of the same job has written already, and that may be replaced.
        publish: told of each file just before it gets its name.

    Raises:
        InputError: another run is about to write one of them; its ``NAME.part`` is not ours, or cannot be made.
    """
    with ExitStack() as stack:
        for path in targets.values():
            stack.enter_context(_reservation(path, path in resumed, publish))
        yield


@contextmanager
def _reservation(path: Path, resumed: bool, publish: Publish | None) -> Iterator[None]:
    folder, key = path.with_name(f"{path.name}.part"), os.path.realpath(path)
    with claim_folder(folder):
        _reserved[key] = _Reserved(folder, resumed, publish)
        try:
            yield
        finally:
            del _reserved[key]
            remove_ours(folder, _scratch(path))


def _scratch(path: Path) -> str:
    """Return the pattern of what is written on the way to a file: itself, journals, sidecars, a scratch folder."""
    return rf"{re.escape(path.name)}.*|scratch"


@contextmanager
def atomic_write(path: Path, kind: str = "", *, overwrite: bool) -> Iterator[Path]:
    """Give a path to write to; move the file to ``path`` if all went well, else remove it.

    The path given lies in a folder ``NAME.part`` beside ``path`` and ends like ``path``: drivers that judge a
    file by its ending are content, and their journals, sidecars and scratch files go when the folder goes.

    Args:
        path: file to make.
        kind: what it is, as in :func:`.targets.check_targets`: only a file of ours of that kind is replaced.
        overwrite: whether such a file may be replaced.

    Raises:
        InputError: as :func:`.targets.check_targets`; the disk is full; another program holds ``path`` open.
    """
    check_place(path)
    with ExitStack() as stack:
        if os.path.realpath(path) not in _reserved:
            stack.enter_context(_reservation(path, False, None))
        held = _reserved[os.path.realpath(path)]
        _check(path, kind, overwrite or held.resumed)
        part = held.folder / path.name
        clear_ours(held.folder, _scratch(path))
        try:
            yield part
            sync_file(part)
            _check(path, kind, overwrite or held.resumed)
            if held.publish is not None:
                held.publish(path, part)
            os.replace(part, path)
        except PermissionError as error:
            raise InputError(
                f"{path} cannot be written ({error.strerror}); close it elsewhere or choose another name."
            ) from error
        except InputError:
            raise
        except Exception as error:
            if disk_is_full(path.parent, error):
                raise folder_full(path.parent) from error
            raise
        finally:
            clear_ours(held.folder, _scratch(path))


def _check(path: Path, kind: str, overwrite: bool) -> None:
    check_place(path)
    if os.path.lexists(path):
        check_existing(path, kind, overwrite=overwrite)


@contextmanager
def atomic_folder(path: Path, names: str) -> Iterator[Path]:
    """Give a folder to make and fill; it takes the place of ``path`` if all went well, else it is removed.

    Args:
        path: folder to make; an earlier one of ours is replaced.
        names: pattern of the paths of our files in it, relative and with ``/``.

    Raises:
        InputError: ``path`` holds what is not ours; another process writes it; its ``NAME.part`` is not ours.
    """
    work = path.with_name(f"{path.name}.part")
    new, old = work / "new", work / "old"
    check_replaceable(path, names)
    with claim_folder(work):
        try:
            if old.is_dir() and not os.path.lexists(path):  # killed between the two renames below
                os.replace(old, path)
            clear_ours(work, "new|old")
            yield new
            check_replaceable(path, names)
            if path.is_dir():
                os.replace(path, old)
            os.replace(new, path)
        except OSError as error:
            if disk_is_full(path.parent, error):
                raise folder_full(path.parent) from error
            raise
        finally:
            if old.is_dir() and not os.path.lexists(path):
                os.replace(old, path)
            remove_ours(work, "new|old")


def check_replaceable(path: Path, names: str) -> None:
    """Refuse a folder that holds anything but files of ours.

    Raises:
        InputError: it does, or it is a link or a file.
    """
    if not os.path.lexists(path):
        return
    if path.is_symlink() or not path.is_dir():
        raise InputError(f"{path} is a file or a link; give the name of a folder to make.")
    for place, folders, files in os.walk(path):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*files, *linked):
            inside = (Path(place) / name).relative_to(path).as_posix()
            if not re.fullmatch(names, inside) or (Path(place) / name).is_symlink():
                raise InputError(f"{path} holds other files ({inside}); give an empty folder or a new name.")
