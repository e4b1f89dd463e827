"""Find the files that the user means: a raster, a pattern, a list, or several rasters of one date."""

from __future__ import annotations

import glob
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import is_file, is_folder, not_local, printable

_LIST_SUFFIXES = (".txt", ".lst")
_ADDRESSES = ("https://", "http://", "s3://")
_SUBDATASET = re.compile(r'[A-Za-z][\w-]+:(?:\d+:)?"?(?P<file>(?:[A-Za-z]:[\\/])?[^"]+?)"?(?::.*)?$')


def input_rasters(given: str | Path | Sequence[str | Path], role: str, *, allow_remote: bool) -> list[Path | str]:
    """Return the rasters of one date, as :func:`input_files`; where the user allows it addresses among them.

    Args:
        given: as for :func:`input_files`; if ``allow_remote``, also addresses that begin in ``https://``, ``http://``
            or ``s3://``, by themselves or as lines of a text file, and local STAC items (``.json``).
        role: ``before`` or ``after``, for messages.
        allow_remote: whether addresses may be named.

    Raises:
        InputError: as :func:`input_files`.
    """
    if not allow_remote:
        return list(input_files(given, role))
    parts = [given] if isinstance(given, (str, Path)) else given
    found: list[Path | str] = []
    for part in parts:
        text = str(part)
        if is_address(text) or (is_reference(text) and is_file(text)):
            found.append(text)
        elif Path(text).suffix.lower() in _LIST_SUFFIXES and is_file(text):
            found += _listed(Path(text), role, allow_remote=True)
        else:
            found += input_files(part, role)
    return found


def is_address(text: str) -> bool:
    """Return whether a text names a file on a server that can be read if the user allows it."""
    return text.lower().startswith(_ADDRESSES)


def is_reference(text: str) -> bool:
    """Return whether a text refers to rasters elsewhere: an address, or a local STAC document (``.json``)."""
    return is_address(text) or text.lower().endswith(".json")


def input_files(given: str | Path | Sequence[str | Path], role: str) -> list[Path]:
    """Return the rasters of one date.

    Args:
        given: a raster; a pattern such as ``pre/*.tif`` (quoted in a shell); a text file with one raster per
            line, relative to the text file; or a sequence of these.
        role: ``before`` or ``after``, for messages.

    Raises:
        InputError: nothing was given, nothing matches, a file is missing, or a folder was given.
    """
    parts = [given] if isinstance(given, (str, Path)) else given
    if not isinstance(parts, Sequence) or not all(isinstance(part, (str, Path)) for part in parts):
        raise InputError(f"“{role}” must be a path or a list of paths.")
    files = [path for part in parts for path in _files_of(str(part), role)]
    if not files:
        raise InputError(f"No raster was given for “{role}”.")
    return files


def _files_of(text: str, role: str) -> list[Path]:
    path = Path(text)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"The name {printable(path)} is not in UTF-8, so GDAL cannot open it; rename the file or its folder."
        ) from error
    if is_folder(path):
        raise InputError(f'{path} is a folder; name its rasters with a pattern in quotes: "{path / "*.tif"}".')
    if path.suffix.lower() in _LIST_SUFFIXES and is_file(path):
        return _listed(path, role)
    if is_file(path):
        return [path]
    part = _SUBDATASET.match(text)
    if part and is_file(part["file"]):
        raise InputError(
            f"“{text[:200]}” names a part of {Path(part['file']).name}; parts of files are not read: export it as "
            "GeoTIFF with QGIS (Export → Save As) or gdal_translate, and name that."
        )
    if _is_remote(text):
        raise InputError(not_local(text))
    if any(mark in text for mark in "*?["):
        found = _matching(text)
        if not found:
            raise InputError(f"No file matches the pattern “{text}” for “{role}”.")
        return found
    raise InputError(f"{text[:1000]} does not exist; check the path of the “{role}” raster.")


def _matching(pattern: str) -> list[Path]:
    """Return the files that fit a pattern, in order; none for a text that cannot be one."""
    try:
        return sorted(Path(name) for name in glob.glob(pattern, recursive=True) if is_file(name))
    except (OSError, ValueError, re.error, RecursionError):
        return []


def _is_remote(text: str) -> bool:
    return "://" in text or text.startswith(("/vsi", "<"))


def _listed(path: Path, role: str, *, allow_remote: bool = False) -> list[Any]:
    """Return the rasters named in a text file; empty lines and lines that begin with # are skipped."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a list of rasters in UTF-8: {error}.") from error
    names = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not names:
        raise InputError(f"{path} lists no raster for “{role}”; write one path per line.")
    remote = {name for name in names if allow_remote and is_address(name)}
    missing = [name for name in names if name not in remote and not is_file(path.parent / name)]
    if missing:
        raise InputError(f"{path} lists {missing[0][:200]}, which does not exist.")
    return [name if name in remote else path.parent / name for name in names]
