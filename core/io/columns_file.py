"""The file beside a file of layers: ``NAME.columns.json`` says what its columns mean and how it was made.

Formats such as CSV have no room for that. It is also the mark by which a file of ours is known: it holds the checksum
of the file as it was written, so that one that somebody has edited since is never written over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .class_words import table_columns
from .layers import RECORDS, TITLES, About
from .records import Column, columns

ENDING = ".columns.json"
_GENERATOR = "Describe Changes"
_LARGEST = 1 << 20
"""Bytes: such a file has some 10,000."""


def columns_file_of(path: Path) -> Path:
    """Return the file of columns that belongs to a file of layers."""
    return path.with_name(path.name + ENDING)


def is_columns_file(path: Path) -> bool:
    """Return whether a file is a file of columns that we have written."""
    return _read(path) is not None


def is_as_written(path: Path) -> bool:
    """Return whether a file of layers is ours, and nobody has changed it since."""
    told = _read(columns_file_of(path))
    try:
        return told is not None and _checksum(path) in told["sha256"]
    except OSError:
        return False


def columns_text(layers: Sequence[str], told: About, path: Path, part: Path) -> str:
    """Return the content of a file of columns.

    Args:
        layers: keys of :data:`.layers.RECORDS` that are in the file.
        told: what is told of the result.
        path: final name of the file of layers. The one that stands there counts as ours until it is replaced.
        part: the file as written.
    """
    standing = [_checksum(path)] if path.is_file() and is_as_written(path) else []
    data = {
        "generator": _GENERATOR,
        "file": path.name,
        "sha256": [_checksum(part), *standing],
        **told.as_dict(),
        "layers": [
            {
                "name": layer,
                "title": TITLES[layer],
                "columns": [
                    {"name": one.name, "alias": one.alias, "type": one.kind, "unit": one.unit, "meaning": one.meaning}
                    for one in _columns_in(path, layer)
                ],
            }
            for layer in layers
        ],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _columns_in(path: Path, layer: str) -> tuple[Column, ...]:
    """Return the columns of a layer as a file of that ending has them."""
    found = columns(RECORDS[layer])
    return table_columns(found) if path.suffix.lower() in (".csv", ".xlsx") else found


def _read(path: Path) -> dict[str, Any] | None:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    ours = isinstance(data, dict) and data.get("generator") == _GENERATOR and isinstance(data.get("sha256"), list)
    return data if ours else None


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
