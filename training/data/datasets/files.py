"""Finding and reading the files of a data set, with errors that name the file and the remedy."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ....core.captions.no_change import denies_change
from ....core.errors import InputError
from ..tokenization import normalize

_CAPTION_KEYS = ("raw", "caption", "text", "sentence")
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
        for written in (suffix, suffix.upper()):
            candidate = path.with_suffix(written)
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


def read_entries(path: Path) -> list[dict[str, Any]]:
    """Entries of a caption file in LEVIR-CC's schema: `images`, or a list, of objects with a `filename`.

    Raises:
        InputError: it cannot be read or has another schema.
    """
    document = read_json(path)
    entries = need_list(document.get("images") if isinstance(document, dict) else document, path, "images")
    for number, entry in enumerate(entries):
        if not isinstance(entry, dict) or not isinstance(entry.get("filename"), str) or not entry["filename"]:
            raise InputError(f"{path}: entry {number} has no file name; is it the caption file of this data set?")
    return entries


def captions_of(entry: Mapping[str, Any], path: Path, *, lower: bool = False) -> tuple[str, ...]:
    """References of an entry, tokenised; a sentence is a string, or an object with `raw` or `tokens`.

    Args:
        entry: of a caption file.
        path: the file, for the error.
        lower: put them in lower case.

    Raises:
        InputError: a sentence is neither.
    """
    given = entry.get("sentences", entry.get("captions"))
    sentences = [] if given is None else [given] if isinstance(given, str) else given
    if not isinstance(sentences, list):
        raise InputError(f"{path}: the sentences of {_name(entry)} are no list")
    texts = [normalize(_sentence(sentence, entry, path), lower=lower) for sentence in sentences]
    return tuple(text for text in texts if text)


def _sentence(sentence: object, entry: Mapping[str, Any], path: Path) -> str:
    if isinstance(sentence, str):
        return sentence
    if isinstance(sentence, dict):
        for key in _CAPTION_KEYS:
            if isinstance(sentence.get(key), str) and sentence[key].strip():
                return str(sentence[key])
        tokens = sentence.get("tokens", "" if set(_CAPTION_KEYS) & set(sentence) else None)
        if isinstance(tokens, str):
            return tokens
        if isinstance(tokens, list) and all(isinstance(token, str) for token in tokens):
            return " ".join(tokens)
    elif isinstance(sentence, list) and sentence and all(isinstance(token, str) for token in sentence):
        return " ".join(sentence)
    raise InputError(f"{path}: a sentence of {_name(entry)} is neither text nor an object with `raw` or `tokens`")


def mostly_unchanged(captions: Sequence[str]) -> bool:
    """Return whether more than half of some references in lower case say that nothing changed."""
    return sum(map(denies_change, captions)) * 2 > len(captions)


def flag_of(entry: Mapping[str, Any], path: Path) -> bool | None:
    """Change flag of an entry: `changeflag` 0 or 1, also as text; None where it has none.

    Raises:
        InputError: it is something else.
    """
    flag = entry.get("changeflag")
    if flag is None or flag == "":
        return None
    known = {"0": False, "1": True, "false": False, "true": True, "0.0": False, "1.0": True}
    if str(flag).strip().lower() not in known:
        raise InputError(f"{path}: the changeflag of {_name(entry)} is {flag!r}; it must be 0 or 1")
    return known[str(flag).strip().lower()]


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry.get("filename", entry.get("img_id", "an entry")))


def need_list(value: Any, path: Path, what: str) -> list[Any]:
    """Return `value` if it is a list.

    Raises:
        InputError: it is not, so the file has another schema.
    """
    if not isinstance(value, list):
        raise InputError(f"{path} has no list of {what}; is it the caption file of this data set?")
    return value
