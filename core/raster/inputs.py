"""Find the files that the user means: a raster, a pattern, a list, or several rasters of one date."""

from __future__ import annotations

import glob
import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..files import is_file, is_folder, not_local, printable

_LIST_SUFFIXES = (".txt", ".lst")
_SUBDATASET = re.compile(r'[A-Za-z][\w-]+:(?:\d+:)?"?(?P<file>(?:[A-Za-z]:[\\/])?[^"]+?)"?(?::.*)?$')


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


def _listed(path: Path, role: str) -> list[Path]:
    """Return the rasters named in a text file; empty lines and lines that begin with # are skipped."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a list of rasters in UTF-8: {error}.") from error
    names = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not names:
        raise InputError(f"{path} lists no raster for “{role}”; write one path per line.")
    missing = [name for name in names if not is_file(path.parent / name)]
    if missing:
        raise InputError(f"{path} lists {missing[0][:200]}, which does not exist.")
    return [path.parent / name for name in names]
