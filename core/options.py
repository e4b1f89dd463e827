"""Options by name, as the command line, the worker and Python give them: one reading for all of them.

What an option takes is what its field in the dataclass of the options is annotated with.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .errors import InputError
from .renamed import rename_options

_FLAGS: Mapping[Any, bool] = {True: True, False: False, "true": True, "false": False, "True": True, "False": False}
_Convert = Callable[[Any, str], Any]


def read_options(
    kind: type[Any],
    params: Mapping[str, Any],
    operation: str,
    *,
    needed: Mapping[str, str] | None = None,
    known: Iterable[str] | None = None,
    of: str = "",
) -> dict[str, Any]:
    """Return the options that were given, each in the type of its field; to be handed to the dataclass.

    Args:
        kind: dataclass of the options.
        params: options by name, of today or of an earlier version; None and empty texts count as not given.
        operation: of the worker; says which old names there are.
        needed: options that must be there → what to give, such as ``the GeoPackage of a result``.
        known: names that may be given; None for all fields of the dataclass.
        of: for the sentence on an unknown option: what has these options, such as ``for a series``.

    Raises:
        InputError: an option is unknown, missing, or cannot be read.
    """
    given = rename_options(params, operation)
    check_known(given, sorted(known) if known is not None else [field.name for field in fields(kind)], of)
    for name, what in (needed or {}).items():
        if name not in given:
            raise InputError(f"Give {what} (“{name}”).")
    converters = _converters(kind)
    return {name: converters[name](value, name) if name in converters else value for name, value in given.items()}


def check_known(given: Iterable[str], known: Iterable[str], of: str = "") -> None:
    """Refuse an option that there is none of.

    Raises:
        InputError: with the options that there are.
    """
    names = list(known)
    unknown = sorted(set(given) - set(names))
    if unknown:
        raise InputError(f"There is no option “{unknown[0]}”{f' {of}' if of else ''}; known are {', '.join(names)}.")


def _converters(kind: type[Any]) -> dict[str, _Convert]:
    """Return what reads each option; options of other types than these are read by whoever knows them."""
    by_types: dict[frozenset[Any], _Convert] = {
        frozenset({bool}): _flag,
        frozenset({int}): _integer,
        frozenset({float}): _real,
        frozenset({str}): _text,
        frozenset({Path}): _path,
        frozenset({str, Path}): text_or_path,
    }
    hints = get_type_hints(kind)
    found = {field.name: by_types.get(_types(hints[field.name])) for field in fields(kind)}
    return {name: convert for name, convert in found.items() if convert is not None}


def _types(hint: Any) -> frozenset[Any]:
    """Return the types that an annotation allows, without None."""
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return frozenset(str if get_origin(part) is Literal else part for part in parts) - {type(None)}


def _flag(value: Any, name: str) -> bool:
    if not isinstance(value, (bool, int, str)) or value not in _FLAGS:
        raise InputError(f"“{value}” is neither true nor false; correct “{name}”.")
    return _FLAGS[value]


def _integer(value: Any, name: str) -> int:
    return int(_number(int, value, name))


def _real(value: Any, name: str) -> float:
    return float(_number(float, value, name))


def _number(kind: type[int] | type[float], value: Any, name: str) -> int | float:
    try:
        return kind(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise InputError(f"“{value}” is no number; correct “{name}”.") from error


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"“{name}” must be a text.")
    return value


def _path(value: Any, name: str) -> Path:
    return Path(str(text_or_path(value, name)))


def text_or_path(value: Any, name: str) -> Any:
    """Return a text or a path as it is.

    Raises:
        InputError: it is neither.
    """
    return value if hasattr(value, "__fspath__") else _text(value, name)
