"""Check a request before anybody acts on it: plain JSON of a size and depth that nothing chokes on."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, BinaryIO

from ..errors import InputError

MOST_BYTES = 64 * 2**20
"""Of one line; an area of interest may come as text."""
_DEEPEST = 64
_LONGEST_ID = 200
_LARGEST = 2**63


def next_line(stream: BinaryIO) -> bytes | None:
    """Read the next line, b"" at the end, None for one that is too long, which is read past and dropped."""
    line = stream.readline(MOST_BYTES + 1)
    if len(line) <= MOST_BYTES:
        return line
    while line and not line.endswith(b"\n"):
        line = stream.readline(MOST_BYTES)
    return None


def parsed(line: bytes) -> dict[str, Any]:
    """Return a request from its line.

    Raises:
        InputError: it is no JSON object with an operation, or its id is neither a text nor a number.
    """
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:  # also bytes that are not UTF-8
        raise InputError(f"it is no JSON: {error!s:.200}") from error
    if not isinstance(request, dict) or not isinstance(request.get("op"), str):
        raise InputError("it has no “op”")
    return request


def is_id(number: Any) -> bool:
    """Return whether something can name a request: a text, a number, or nothing at all."""
    if isinstance(number, bool):
        return False
    if isinstance(number, str):
        return len(number) <= _LONGEST_ID
    return number is None or (isinstance(number, (int, float)) and _is_number(number))


def check_parameters(params: Any) -> None:
    """Refuse numbers that JSON does not have or nothing can hold, and nesting that nothing needs.

    Raises:
        InputError: a sentence that names the option.
    """
    if not isinstance(params, Mapping):
        raise InputError("“params” must be an object.")
    level: list[tuple[str, Any]] = [(str(name)[:60], value) for name, value in params.items()]
    for _ in range(_DEEPEST):
        below: list[tuple[str, Any]] = []
        for name, value in level:
            if isinstance(value, Mapping):
                below += [(name, part) for part in value.values()]
            elif isinstance(value, list):
                below += [(name, part) for part in value]
            elif isinstance(value, (int, float)) and not _is_number(value):
                raise InputError(f"“{name}” must be a finite number below {_LARGEST:.3g}.")
        if not below:
            return
        level = below
    raise InputError(f"“{level[0][0]}” is nested more than {_DEEPEST} deep.")


def _is_number(value: float) -> bool:
    if isinstance(value, int):
        return abs(value) < _LARGEST
    return math.isfinite(value)
