"""Small files, whole or not at all, and the sentences for a disk that refuses them."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from ..errors import InputError


def write_atomically(path: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut.

    Args:
        path: the final name; its folder must exist.
        fill: writes the content into the open temporary file.

    Raises:
        InputError: the disk is full or read-only; the temporary file is gone.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise write_failure(path.parent, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise write_failure(path.parent, error) from error
        raise
    _sync_folder(path.parent)


def write_failure(folder: Path, error: OSError) -> InputError:
    """Return the sentence for a disk that refuses a file."""
    reason = error.strerror or str(error)
    return InputError(
        f"{folder} cannot be written ({reason[:1].lower()}{reason[1:]}); free some space, or choose an output in "
        "a folder where you may write; finished blocks are kept, so the same command continues."
    )


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no handle to a folder; NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_json(path: Path, value: Any) -> None:
    """Write plain data as strict JSON, atomically."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    write_atomically(path, lambda file: _put(file, text.encode()))


def _put(file: IO[bytes], data: bytes) -> None:
    file.write(data)


def disk_is_full(folder: Path, error: BaseException) -> bool:
    """Tell a full disk from other faults: GDAL and SQLite report it in many wordings, or in none."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return shutil.disk_usage(folder).free < 1 << 20


def folder_full(folder: Path) -> InputError:
    """Return the sentence for a full disk."""
    return InputError(f"The disk of {folder} is full; free some space or write elsewhere, then run again.")


def sync_file(path: Path) -> None:
    """Have the system write a file's bytes to the disk before it gets its name."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
