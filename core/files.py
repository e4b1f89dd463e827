"""Paths that users and files give, asked without an error, and files that are whole or not there at all."""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Return whether a path names a regular file; no for texts that cannot be a path, too long ones say."""
    return _asked(Path.is_file, path)


def is_folder(path: str | Path) -> bool:
    """Return whether a path names a folder; no for texts that cannot be a path."""
    return _asked(Path.is_dir, path)


def printable(path: str | Path) -> str:
    """Return a path in which bytes that are not UTF-8 are replaced, so that a sentence can name it."""
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= letter <= "\udfff" else letter for letter in str(path))


def _asked(question: Callable[[Path], bool], path: str | Path) -> bool:
    try:
        return question(Path(path))
    except (OSError, ValueError):  # a part of more than 255 bytes, a NUL, half a character, a loop of links
        return False


def not_local(text: str) -> str:
    """Return the sentence for a name that means no local file: something remote, or a file inside an archive."""
    if re.match(r"/vsi(zip|tar|gzip|7z|rar|sparse|subfile)\b", text):
        return f"“{text[:200]}” lies in an archive, which is not read; unpack it and name the file."
    local = f"“{text[:80]}” is not a local file; only local files are read: download it first"
    if re.match(r"(https?|s3)://", text, re.IGNORECASE):
        return f"{local}, or allow GeoTIFFs and STAC items on servers with --allow-remote."
    return f"{local}."


@contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """Give a path beside a file to write to; what lies there takes its name if all went well, else it is removed.

    The bytes reach the disk before the name does: a kill or a power cut leaves the old file or the new one.

    Args:
        path: the file; its folder must exist.

    Raises:
        OSError: the disk refuses it.
    """
    part = _beside(path)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield part
        sync_file(part)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


@contextmanager
def atomic_dir(path: Path) -> Iterator[Path]:
    """Give a folder beside another to fill; it takes its name if all went well, else it is removed.

    Args:
        path: the folder, which is not there or empty when the filling ends; its parent must exist.

    Raises:
        OSError: the disk refuses it.
    """
    with scratch_dir(path.parent, path.name) as part:
        yield part
        os.replace(part, path)


@contextmanager
def scratch_dir(parent: Path, name: str) -> Iterator[Path]:
    """Make a hidden folder, which is removed in the end if it is still there.

    Args:
        parent: where to make it.
        name: a part of its name, for people.
    """
    folder = _beside(parent / name)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sync_file(path: Path) -> None:
    """Have the system write a file's bytes to the disk before it gets its name."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _beside(path: Path) -> Path:
    """A hidden name beside a path that nothing else has: ``.NAME.….tmp``."""
    return path.with_name(f".{path.name}.{uuid.uuid4().hex[:12]}.tmp")


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no handle to a folder; NTFS journals the rename
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
