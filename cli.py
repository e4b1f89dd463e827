"""The command line ``describe-changes``: the one module that sees both the engine and training.

Each command imports what it needs when it runs, so that ``--help`` answers at once. The commands stand in
``core/commands/`` and ``training/command_line.py``; here they are put together.
"""

from __future__ import annotations

from .core.interrupts import guard_start, raise_from_now  # isort: split

guard_start()  # before all else: a Ctrl-C may come in the first half second, which goes into imports

from pathlib import Path
from typing import Any

import click

from . import _version
from .core.commands.base import CONFIG_FILE, CONTEXT, Command, ExitCodes, verbosity_options
from .core.commands.config_file import NAME, load_defaults
from .core.commands.describe import describe, series
from .core.commands.models import doctor, models
from .core.commands.results import ask, export, export_dataset, report, zones
from .training.command_line import compare, evaluate, finetune, lazily, train


@click.group(cls=ExitCodes, context_settings=CONTEXT)
@click.version_option(_version(), prog_name="describe-changes")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"File of defaults for options; without it {NAME} in this folder, if there is one.",
)
@click.pass_context
def main(context: click.Context, config: Path | None) -> None:
    """Tell in words, masks and measured facts what changed between two dated rasters."""
    if context.invoked_subcommand == worker.name:  # QGIS gives every option itself
        return
    path, defaults = load_defaults(config, main)
    if path is not None:
        context.default_map, context.meta[CONFIG_FILE] = defaults, str(path)


main.params += verbosity_options()


@main.command(cls=Command, hidden=True)
def worker() -> None:
    """Serve QGIS: requests and events as lines of JSON on stdin and stdout."""
    from .core.service.worker import main as serve

    raise_from_now()

    def finetune_pack(*request: Any) -> Any:
        return lazily("finetune.operation", "finetune")(*request)

    click.get_current_context().exit(serve({"finetune": finetune_pack}))


for command in (
    describe,
    series,
    report,
    ask,
    export,
    export_dataset,
    zones,
    evaluate,
    train,
    finetune,
    compare,
    models,
    doctor,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
