"""Print on consoles that do not know every letter."""

from __future__ import annotations

import codecs
import sys

_PLAIN = {
    "→": "->", "─": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "’": "'", "‘": "'", "×": "x", "²": "2",
    "·": "-", "■": "#", "\N{NARROW NO-BREAK SPACE}": " ", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip
_HANDLER = "describe_changes.plain"


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """Stand in plain letters for those that the encoding lacks; a question mark where there are none."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(letter, "?") for letter in error.object[error.start : error.end]), error.end


def print_every_letter() -> None:
    """Have stdout and stderr print any text, whatever the console's code page; a success is no failure for a letter."""
    codecs.register_error(_HANDLER, _plainly)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_HANDLER)


def knows_every_letter() -> bool:
    """Return whether stdout's encoding has all of Unicode."""
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("_", "-").startswith(("utf-", "utf8"))
