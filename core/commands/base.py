"""What all commands share: how they are declared, how they end, how they print, how much they say.

Exit codes: 0 done, 1 our fault (with the path of a log), 2 wrong input or usage, 3 cancelled.
"""

from __future__ import annotations

import json
import shlex
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import click

from ..errors import Cancelled, DescribeChangesError, InputError, InternalError, missing_torch
from ..interrupts import ignore_from_now
from ..security.isolation import isolate_process

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
QUIET, NORMAL, VERBOSE = -1, 0, 1
_VERBOSITY = "describe_changes.verbosity"


def verbosity() -> int:
    """Return how much the command shall say: :data:`QUIET`, :data:`NORMAL` or :data:`VERBOSE`."""
    context = click.get_current_context(silent=True)
    return NORMAL if context is None else int(context.meta.get(_VERBOSITY, NORMAL))


def _say_more(context: click.Context, _option: click.Parameter, given: bool) -> None:
    if given:
        context.meta[_VERBOSITY] = VERBOSE


def _say_less(context: click.Context, _option: click.Parameter, given: bool) -> None:
    if given:
        context.meta[_VERBOSITY] = QUIET


def verbosity_options() -> list[click.Option]:
    """Return the options ``-v`` and ``-q``, which every command takes, before its name or after."""
    return [
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            expose_value=False,
            callback=_say_more,
            help="Say more: how long each step took, the traceback of a fault.",
        ),
        click.Option(
            ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_say_less, help="Say nothing but errors."
        ),
    ]


class Command(click.Command):
    """A command that refuses an empty option: most often a variable of a script that was not set."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params += verbosity_options()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, then look for arguments too many and for options that were given without a value."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(_too_many(self, rest))
        for option in self.params:
            if isinstance(option, click.Option) and ctx.params.get(option.name or "") == "":
                raise click.BadParameter("It is empty; give a value, or leave the option out.", ctx, option)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Say which file has given defaults, then run."""
        if ctx.default_map and CONFIG_FILE in ctx.meta and verbosity() > QUIET:
            click.echo(f"Defaults are taken from {ctx.meta[CONFIG_FILE]}.", err=True)
        return super().invoke(ctx)


def _too_many(command: click.Command, rest: Sequence[str]) -> str:
    """Return what is wrong where arguments are left over: most often a pattern that the shell has replaced."""
    wanted = " and ".join(one.human_readable_name for one in command.params if isinstance(one, click.Argument))
    shown = ", ".join(rest[:3]) + (", …" if len(rest) > 3 else "")
    text = f"There are {len(rest)} arguments too many ({shown})." if len(rest) > 1 else f"{rest[0]} is too much."
    text += f" The command takes {wanted}." if wanted else " The command takes options only."
    if any(Path(one).is_file() for one in rest):
        text += ' The shell puts file names for a pattern such as scene_*.tif; in quotes, "scene_*.tif", it is one.'
    return text


CONFIG_FILE = "describe_changes.config_file"
"""Key of a context's ``meta``: the file that gave defaults."""


class Group(click.Group):
    """A group of such commands."""

    command_class = Command


class Option(click.Option):
    """An option that also answers to the words it had in an earlier version; its help does not name them."""

    def __init__(self, declared: Sequence[str] | None = None, old: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(declared, **settings)
        self.old = list(old)

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Add the option under all its words."""
        shown = self.opts
        self.opts = [*shown, *self.old]
        super().add_to_parser(parser, ctx)
        self.opts = shown


class Selection(click.Choice[str]):
    """A choice among words with hyphens, which an earlier version wrote with blanks."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Put hyphens for blanks, then choose."""
        return super().convert(str(value).replace(" ", "-"), param, ctx)


class ExitCodes(Group):
    """A group whose commands end with a sentence and the right exit code, never with a traceback."""

    old_commands: ClassVar = {"run": "describe", "export-training": "export-dataset"}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command by its name, or by that of an earlier version."""
        return super().get_command(ctx, self.old_commands.get(cmd_name, cmd_name))

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run the command line; without arguments of a caller's it has this process to itself."""
        from ..streams import print_every_letter

        print_every_letter()
        if args is None:
            isolate_process()
        try:
            return super().main(args, *more, **options)
        finally:
            if args is None:
                ignore_from_now()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and translate what it raises."""
        try:
            return super().invoke(ctx)
        except InternalError as error:
            code = _fault(error)
        except DescribeChangesError as error:
            click.echo(str(error) if isinstance(error, Cancelled) else f"Error: {error}", err=True)
            code = error.exit_code
        except KeyboardInterrupt:
            click.echo("Cancelled.", err=True)
            code = Cancelled.exit_code
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # the reader of our output, such as head, has seen enough
            sys.stderr.close()
            code = 0
        except ModuleNotFoundError as error:
            code = _absent(error)
        except Exception as error:
            code = _fault(error)
        ctx.exit(code)


def _fault(error: Exception) -> int:
    """Say that it is our fault and where the details are; return the exit code."""
    from ..service.crash_log import write_crash_log

    path = write_crash_log(error, "describe-changes " + shlex.join(sys.argv[1:]))
    where = f"The details are in {path}." if path else "No log could be written."
    click.echo(f"Error: an internal fault ({type(error).__name__}: {error}). {where}", err=True)
    if verbosity() == VERBOSE:
        click.echo("".join(traceback.format_exception(error)), err=True)
    return 1


def _absent(error: ModuleNotFoundError) -> int:
    """Say how to get PyTorch, which does not come by itself; what else is missing is our fault."""
    if error.name != "torch":
        return _fault(error)
    click.echo(f"Error: {missing_torch()}", err=True)
    return InputError.exit_code


def say(text: str) -> None:
    """Print a line about what was done, unless the command shall be quiet."""
    if verbosity() > QUIET:
        click.echo(text)


def warn(text: str) -> None:
    """Print a warning to stderr, unless the command shall be quiet."""
    if verbosity() > QUIET:
        click.echo(f"Warning: {text}", err=True)


def print_json(data: Any) -> None:
    """Print data as one line of JSON, in letters that the terminal knows."""
    from ..jsonable import dumps_strict
    from ..streams import knows_every_letter

    click.echo(dumps_strict(data, ascii_only=not knows_every_letter()))


def print_tree(data: Any, indent: int = 0) -> None:
    """Print nested data as indented lines."""
    items = data.items() if isinstance(data, dict) else enumerate(data, start=1)
    for key, value in items:
        if isinstance(value, (dict, list)) and value:
            click.echo(f"{' ' * indent}{key}")
            print_tree(value, indent + 2)
        else:
            text = json.dumps(value) if isinstance(value, (dict, list)) else value
            text = f"{value:.4g}" if isinstance(value, float) else text
            click.echo(f"{' ' * indent}{key:<{max(28 - indent, 1)}} {text}")
