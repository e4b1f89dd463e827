"""Small files, whole or not at all, and the sentences for a disk that refuses them."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from ..errors import InputError
from ..files import atomic_file


def write_atomically(path: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut.

    Args:
        path: the final name; its folder must exist.
        fill: writes the content into the open temporary file.

    Raises:
        InputError: the disk is full or read-only; the temporary file is gone.
    """
    try:
        with atomic_file(path) as part, part.open("wb") as file:
            fill(file)
    except OSError as error:
        raise write_failure(path.parent, error) from error


def write_failure(folder: Path, error: OSError) -> InputError:
    """Return the sentence for a disk that refuses a file."""
    reason = error.strerror or str(error)
    return InputError(
        f"{folder} cannot be written ({reason[:1].lower()}{reason[1:]}); free some space, or choose an output in "
        "a folder where you may write; finished blocks are kept, so the same command continues."
    )


def write_json(path: Path, value: Any, *, indent: int | None = 1) -> None:
    """Write plain data as strict JSON, atomically; without indent ten times as fast."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
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
