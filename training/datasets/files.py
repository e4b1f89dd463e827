"""Finding and reading the files of a data set, with errors that name the file and the remedy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...core.errors import InputError

IMAGE_SUFFIXES = (".png", ".webp", ".tif", ".tiff", ".jpg", ".jpeg")


def read_json(path: Path) -> Any:
    """Parse a JSON file.

    Raises:
        InputError: it is missing or not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{path} is not valid JSON ({error}); download it again") from error


def find_image(folder: Path, name: str) -> Path | None:
    """Image `name` in `folder`, under its own suffix or another image suffix; None where there is none."""
    path = folder / name
    if path.is_file():
        return path
    for suffix in IMAGE_SUFFIXES:
        candidate = path.with_suffix(suffix)
        if candidate.is_file():
            return candidate
    return None


def need_image(folder: Path, names: Sequence[str]) -> Path:
    """First of `names` that is an image in `folder`.

    Raises:
        InputError: none of them is there.
    """
    for name in names:
        found = find_image(folder, name)
        if found is not None:
            return found
    raise InputError(f"image {names[0]} is missing in {folder}; complete the data set or remove its entry")


def list_images(folder: Path) -> list[Path]:
    """Images in a folder by name; empty where the folder is absent."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in IMAGE_SUFFIXES)


def need_list(value: Any, path: Path, what: str) -> list[Any]:
    """Return `value` if it is a list.

    Raises:
        InputError: it is not, so the file has another schema.
    """
    if not isinstance(value, list):
        raise InputError(f"{path} has no list of {what}; is it the caption file of this data set?")
    return value
