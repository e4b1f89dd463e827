"""Questions about paths that users and files give: whatever the text is, the answer is yes or no, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    return f"“{text[:80]}” is not a local file; only local files are read: download it first."
