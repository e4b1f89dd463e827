"""The commands that make and measure models: ``evaluate``, ``train``, ``finetune``, ``compare``.

What they need is imported when they run: without the extra ``train`` they say how to get it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..core.commands.base import Command, Option, print_json, print_tree
from ..core.errors import InputError
from ..core.interrupts import raise_from_now

_METRES = click.FloatRange(min=0, min_open=True)
_NO_TRAINING = (
    "This needs the training extra: install it with  pip install 'describe-changes[train]'  (missing: {name})."
)


@click.command(cls=Command)
@click.argument("pack")
@click.option("--data", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Folder of the data set.")
@click.option("--split", default="val", show_default=True, metavar="S", help="train, val or test.")
@click.option("--beam", type=click.IntRange(1, 16), help="Width of the beam search; by default the pack's own.")
@click.option("--class", "class_name", metavar="NAME", help="What the masks mark; default: by the folder's name.")
@click.option("--gsd", "gsd_m", type=_METRES, metavar="M", help="Pixel size of the images; default: the data set's.")
@click.option(
    "--read-at", "read_at_m", type=_METRES, metavar="M", help="Pixel size to resample to; default: the model's choice."
)
@click.option("--device", default="auto", show_default=True, metavar="auto|cpu|cuda[:N]|mps", help="Where to compute.")
@click.option(
    "--backend",
    type=click.Choice(["torch", "openvino", "auto"]),
    default="torch",
    show_default=True,
    help="Library that runs the network on a processor.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def evaluate(pack: str, data: Path, split: str, as_json: bool, **options: Any) -> None:
    """Measure model PACK on a split of a data set, beside baselines that never look."""
    from ..core.models.packs import load_pack

    measure = lazily("evaluation.evaluate", "evaluate_pack")
    raise_from_now()
    results = measure(load_pack(pack), data, split, **options)
    if as_json:
        print_json(results)
    else:
        print_tree(results)


@click.command(cls=Command)
@click.argument("config", required=False)
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Change a value of the configuration.")
@click.option("--init-from", cls=Option, old=["--from"], metavar="PACK", help="Start from a model pack.")
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR", help="Folder of the training data.")
@click.option("-o", "--output", metavar="DIR", help="Folder of the run.")
@click.option("--replay", type=click.Path(path_type=Path), hidden=True)
@click.option("--replay-weight", type=float, default=1.0, hidden=True)
@click.option(
    "--smoke-test",
    cls=Option,
    old=["--tiny"],
    is_flag=True,
    help="Try CONFIG on a small drawn set, and say what the full run needs.",
)
def train(
    config: str | None,
    settings: tuple[str, ...],
    init_from: str | None,
    data: Path | None,
    output: str | None,
    replay: Path | None,
    replay_weight: float,
    smoke_test: bool,
) -> None:
    """Train a model as CONFIG says, or continue where the same run stopped."""
    if config is None:  # as 0.1 was asked to fine-tune
        if init_from is None or data is None:
            raise click.UsageError("Give a configuration to train; a pack is fine-tuned by describe-changes finetune.")
        _finetune(init_from, data, output, replay=replay, replay_weight=replay_weight, settings=settings)
        return
    if replay is not None:
        raise click.UsageError("--replay is for fine-tuning; a configuration names all its data in “sources”.")
    from tqdm import tqdm

    run, folder = lazily("commands", "train"), Path(output) if output else None
    raise_from_now()
    run(
        config,
        settings=settings,
        init_from=init_from,
        data=data,
        output=folder,
        smoke_test=smoke_test,
        say=tqdm.write,
    )


@click.command(cls=Command)
@click.argument("pack", required=False)
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of reviewed tiles, or of several such folders: what export-dataset wrote.",
)
@click.option("-o", "--output", metavar="NAME", help="Name or folder of the new pack; default: PACK-tuned.")
@click.option("--replay", type=click.Path(path_type=Path), metavar="DIR", help="Old data to learn beside the new.")
@click.option("--replay-weight", type=float, default=1.0, show_default=True, help="Old pairs per new pair.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Change a value of the training.")
def finetune(
    pack: str | None,
    data: Path,
    output: str | None,
    replay: Path | None,
    replay_weight: float,
    settings: tuple[str, ...],
) -> None:
    """Fine-tune model PACK on reviewed tiles, measure the new pack beside the old one and install it.

    Without PACK it is the one that described the tiles.
    """
    start = pack or lazily("finetune.finetune", "reviewed_model")(data)
    _finetune(start, data, output, replay=replay, replay_weight=replay_weight, settings=settings)


def _finetune(start: str, data: Path, output: str | None, **options: Any) -> None:
    """Fine-tune a pack, watched on the terminal."""
    from ..core.console.progress import cancel_on_signal

    with cancel_on_signal() as cancelled:
        spec = lazily("finetune.finetune", "FinetuneOptions")(start, data, output, **options)
        summary = lazily("finetune.finetune", "finetune")(
            spec, lazily("finetune.operation", "ConsoleFinetuneObserver")(cancelled)
        )
    click.echo("\n".join(lazily("finetune.finetune", "report_lines")(summary)))


@click.command(cls=Command)
@click.argument("runs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RUN...")
@click.option(
    "--baseline",
    cls=Option,
    old=["--against"],
    metavar="NAME",
    help="Also print the differences from this configuration, seed by seed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def compare(runs: tuple[Path, ...], baseline: str | None, as_json: bool) -> None:
    """Put the measurements of several training RUNs side by side."""
    table = lazily("commands", "compare")(list(runs), baseline)
    if as_json:
        print_json(table)
    else:
        print_tree(table)


def lazily(module: str, name: str) -> Callable[..., Any]:
    """Return a function of the training package, or say how to install what it needs."""
    try:
        return getattr(importlib.import_module(f".{module}", __package__), name)
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith(f"{__name__.partition('.')[0]}."):
            raise
        raise InputError(_NO_TRAINING.format(name=error.name)) from error
