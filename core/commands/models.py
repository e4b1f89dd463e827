"""The commands that look at what is installed: ``models`` and ``doctor``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InputError
from ..interrupts import raise_from_now
from .base import CONTEXT, Command, Group, print_json, print_tree


@click.group(cls=Group, context_settings=CONTEXT)
def models() -> None:
    """Model packs: list, show, verify, import, export."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def models_list(as_json: bool) -> None:
    """List the installed packs."""
    from ..models.packs import describe_pack, list_packs

    packs = [describe_pack(path) for path in list_packs()]
    if as_json:
        print_json(packs)
        return
    for pack in packs:
        state = pack.get("problem") or f"{pack['description']} ({pack['megabytes']} MB)"
        click.echo(f"{pack['name']:<20} {state}\n{'':<20} {pack['path']}")
    if not packs:
        click.echo("No model pack is installed; import one: describe-changes models import PACK.zip")


@models.command("show")
@click.argument("pack")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def models_show(pack: str, as_json: bool) -> None:
    """Show what PACK was trained on and how good it is."""
    from ..models.packs import load_pack

    opened = load_pack(pack)
    data = {"path": str(opened.path), "sha256": opened.sha256, **opened.manifest.model_dump(mode="json")}
    if as_json:
        print_json(data)
    else:
        print_tree(data)


@models.command("verify")
@click.argument("pack")
def models_verify(pack: str) -> None:
    """Hold every file of PACK against its checksum and build the model."""
    from ..models.packs import load_pack

    opened = load_pack(pack)
    opened.build_model()
    click.echo(f"{opened.name} is complete and unchanged (sha256 {opened.sha256}).")


@models.command("import")
@click.argument("source", type=click.Path(path_type=Path))
def models_import(source: Path) -> None:
    """Install the pack SOURCE, a folder or a zip."""
    from ..models.packs import import_pack

    raise_from_now()
    if not source.exists():
        raise InputError(f"{source} does not exist.")
    opened = import_pack(source)
    click.echo(f"{opened.name} is installed in {opened.path}.")


@models.command("export-onnx")
@click.argument("pack")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="OUT.onnx", help="File to write."
)
@click.option("--batch-size", type=click.IntRange(1, 256), default=1, show_default=True, help="Pairs taken at once.")
@click.option("--overwrite", is_flag=True, help="Replace an existing file.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def models_export_onnx(pack: str, output: Path, batch_size: int, overwrite: bool, as_json: bool) -> None:
    """Write the network of PACK, all but the words, as ONNX for other programs.

    It takes pairs of tiles, uint8 (N, 2, 3, T, T), before and after, and gives the probability of each channel and
    pixel, the change score, and the tokens from which this engine writes sentences.
    """
    from ..models.packs import load_pack
    from ..predict.onnx_export import export_onnx

    raise_from_now()
    written = export_onnx(load_pack(pack), output, batch_size, overwrite)
    if as_json:
        print_json(written)
        return
    for side in ("inputs", "outputs"):
        written[side] = {name: " × ".join(map(str, shape)) for name, shape in written[side].items()}
    print_tree({**written, "channels": ", ".join(written["channels"])})


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def doctor(as_json: bool) -> None:
    """Say which versions, devices and models are here, what is missing and how to get it."""
    from ..service.diagnostics import format_diagnostics, run_diagnostics

    report = run_diagnostics()
    if as_json:
        print_json(report)
    else:
        click.echo(format_diagnostics(report))
