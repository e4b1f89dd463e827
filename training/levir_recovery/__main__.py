"""Give the tiles of LEVIR-CD their captions back: `python -m describe_changes.training.levir_recovery`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ...core.errors import InputError
from ...core.io.targets import check_absent
from ...core.models.packs import load_pack
from .matching import match_tiles, summary_lines


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--pack", default="default", show_default=True, help="Its encoder looks at the crops.")
@click.option(
    "--rounds", type=click.IntRange(min=0), default=2, show_default=True, help="Of learning from the matches."
)
@click.option("--seed", default=1, show_default=True, help="Draws the folds.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def main(data: Path, pack: str, rounds: int, seed: int, output: Path) -> None:
    """Give the tiles of LEVIR-CD in DATA their LEVIR-CC captions back."""
    try:
        check_absent(output)
        matching = match_tiles(load_pack(pack), data, rounds, seed)
    except InputError as error:
        raise click.ClickException(str(error)) from error
    for line in summary_lines(matching):
        click.echo(line)
    rows = [f" {json.dumps(tile)}: {json.dumps(found)}" for tile, found in matching.as_json().items()]
    output.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
