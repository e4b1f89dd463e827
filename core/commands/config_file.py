"""A file of defaults: ``describe-changes.toml``, so that a folder of rasters need not be told its options every time.

Options at its top count for every command that has them, those of a table for the command of that name. What stands on
the command line comes first, then the file, then what is built in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import tomllib

from ..errors import InputError

NAME = "describe-changes.toml"
"""Name of the file that is found by itself, in the folder where the command runs."""
_ONLY_NAMED = frozenset({"output", "overwrite", "scheduler"})
"""Options that a file found by itself may not set: they write over files, or send work elsewhere."""


def load_defaults(named: Path | None, group: click.Group) -> tuple[Path | None, dict[str, Any]]:
    """Return the file of defaults, and what it gives, by command and parameter as click wants it.

    Args:
        named: file that the user names; None: :data:`NAME` in the working folder, if it is there.
        group: the commands.

    Raises:
        InputError: the file cannot be read, or sets what no command has, or what it may not set.
    """
    path = named or Path(NAME)
    if named is None and not path.is_file():
        return None, {}
    data = _read(path)
    tables = {name: value for name, value in data.items() if isinstance(value, dict)}
    shared = {name: value for name, value in data.items() if not isinstance(value, dict)}
    commands = {name: _options(command) for name, command in _commands(group)}
    _check(path, shared, tables, commands, named is not None)
    defaults: dict[str, Any] = {}
    for name, options in commands.items():
        given = {**shared, **tables.get(name, {})}
        found = {options[key]: value for key, value in _hyphened(given).items() if key in options}
        if found:
            defaults[name] = found
    return path, defaults


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); correct --config.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no TOML file ({error}); correct it.") from error


def _commands(group: click.Group) -> list[tuple[str, click.Command]]:
    """Return the commands that are no groups: what is below a group has next to no options."""
    return [(name, command) for name, command in group.commands.items() if not isinstance(command, click.Group)]


def _options(command: click.Command) -> dict[str, str]:
    """Return the parameter of each long option of a command."""
    return {
        word.removeprefix("--"): str(option.name)
        for option in command.params
        if isinstance(option, click.Option) and option.expose_value and not option.hidden
        for word in option.opts
        if word.startswith("--")
    }


def _hyphened(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name.replace("_", "-"): value for name, value in given.items()}


def _check(
    path: Path,
    shared: Mapping[str, Any],
    tables: Mapping[str, Mapping[str, Any]],
    commands: Mapping[str, Mapping[str, str]],
    named: bool,
) -> None:
    """Refuse what no command has, and what the file may not set.

    Raises:
        InputError: as said.
    """
    unknown = sorted(set(tables) - set(commands))
    if unknown:
        raise InputError(
            f"{path} has a table [{unknown[0]}], but no command is called so; see describe-changes --help."
        )
    for name, given in (("", shared), *tables.items()):
        known = set(commands[name]) if name else {word for options in commands.values() for word in options}
        for key, value in _hyphened(given).items():
            where = f"“{key}” in [{name}] of {path}" if name else f"“{key}” in {path}"
            if key not in known:
                raise InputError(f"{where} is no option; see describe-changes {f'{name} ' if name else ''}--help.")
            if isinstance(value, dict) or not isinstance(value, (str, int, float, bool, list)):
                raise InputError(f"{where} must be a text, a number, true, false or a list.")
            if key in _ONLY_NAMED and not named:
                raise InputError(
                    f"{where} may be set on the command line, or in a file that --config names, but not in one that is "
                    "found by itself."
                )
