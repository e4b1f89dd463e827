"""A result is either complete or absent: write beside it, then rename."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError


def check_target(path: Path, *, overwrite: bool) -> None:
    """Say early, before any work, that a result cannot be written to ``path``.

    Raises:
        InputError: the folder is missing or read-only, ``path`` is a folder, or it exists and must stay.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; give the name of a file to write.")
    if not path.parent.is_dir():
        raise InputError(f"The folder {path.parent} does not exist; create it or write elsewhere.")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"The folder {path.parent} is read-only; write the result elsewhere.")
    if path.exists() and not overwrite:
        raise InputError(f"{path} exists already; choose another name or allow overwriting (--overwrite).")


@contextmanager
def replacing(path: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give a path to write to; move the file to ``path`` if all went well, else remove it.

    The path given lies in a folder ``NAME.part`` beside ``path`` and ends like ``path``: drivers that judge a
    file by its ending are content, and their journals, sidecars and scratch files go when the folder goes.

    Raises:
        InputError: as :func:`check_target`; the disk is full; another program holds ``path`` open.
    """
    check_target(path, overwrite=overwrite)
    folder = path.with_name(path.name + ".part")
    shutil.rmtree(folder, ignore_errors=True)
    folder.unlink(missing_ok=True)
    try:
        folder.mkdir()
        yield folder / path.name
        _flush(folder / path.name)
        os.replace(folder / path.name, path)
    except InputError:
        raise
    except PermissionError as error:
        raise InputError(
            f"{path} cannot be written ({error.strerror}); close it elsewhere or choose another name."
        ) from error
    except Exception as error:
        if _disk_is_full(path.parent, error):
            raise InputError(
                f"The disk of {path.parent} is full; free some space or write elsewhere, then run again."
            ) from error
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _disk_is_full(folder: Path, error: Exception) -> bool:
    """Tell a full disk from other faults: GDAL and SQLite report it in many wordings, or in none."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return shutil.disk_usage(folder).free < 1 << 20


def _flush(part: Path) -> None:
    """Have the system write the file's bytes to the disk before it gets its name."""
    with part.open("rb+") as handle:
        os.fsync(handle.fileno())
