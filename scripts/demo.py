"""Describe what the tornado of 22 May 2011 changed in Joplin, with the bundled pair and the bundled model.

Runs the command line as a person would, then shows the changed tiles as a table and says where the results lie.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "resources" / "examples" / "joplin"
COMMAND = Path(sys.executable).parent / "describe-changes"
CHANGED_TILES = """
    SELECT tile_id, caption, facts, change_score, confidence FROM tiles WHERE changed ORDER BY changed_area_m2 DESC
"""


def run_engine(output: Path, model: str | None) -> int:
    """Run ``describe-changes run`` on the example; progress and errors go to the terminal."""
    before, after = str(EXAMPLE / "joplin_before_*.tif"), str(EXAMPLE / "joplin_after_*.tif")
    command = [str(COMMAND), "run", before, after, "-o", str(output / "changes.gpkg"), "--overwrite"]
    command += ["--mask", str(output / "changes_mask.tif"), "--report", str(output / "changes.html")]
    command += ["--model", model] if model else []
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode  # noqa: S603


def changed_tiles(geopackage: Path) -> list[tuple[int, str, str, float, float]]:
    """Return (tile, caption, facts, change score, confidence) of every changed tile, the most changed first."""
    with sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True) as database:
        return database.execute(CHANGED_TILES).fetchall()


def show(tiles: list[tuple[int, str, str, float, float]], limit: int) -> None:
    """Print the tiles as a table as wide as the terminal."""
    width = max(80, min(shutil.get_terminal_size((120, 40)).columns, 160))
    column = (width - 24) // 2
    line = f"{{:>5}} {{:>6}} {{:>6}}  {{:<{column}}}  {{:<{column}}}".format
    print(line("tile", "change", "conf.", "caption (the model's words)", "facts (measured)").rstrip())
    print("─" * width)
    for tile, caption, facts, score, confidence in tiles[:limit]:
        left, right = (textwrap.wrap(text or "", column) or [""] for text in (caption, facts))
        for row in range(max(len(left), len(right))):
            head = (tile, f"{score:.2f}", f"{confidence:.2f}") if row == 0 else ("", "", "")
            words = (part[row] if row < len(part) else "" for part in (left, right))
            print(line(*head, *words).rstrip())
    if len(tiles) > limit:
        print(f"… and {len(tiles) - limit} more changed tiles in the layer “tiles”.")


def main() -> int:
    """Run, show, say where."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "demo-output")
    parser.add_argument("--model", help="another model pack than the bundled one")
    parser.add_argument("--limit", type=int, default=20, help="rows of the table")
    arguments = parser.parse_args()
    output = arguments.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    print("Joplin, Missouri: aerial photographs from 2007–2010 and from after the tornado of 22 May 2011", flush=True)
    code = run_engine(output, arguments.model)
    if code:
        return code
    tiles = changed_tiles(output / "changes.gpkg")
    print(f"\n{len(tiles)} changed tiles, the most changed first:\n")
    show(tiles, arguments.limit)
    print("\nWritten:")
    for name, what in (
        ("changes.gpkg", "layers tiles, changes, run; opens styled in QGIS (make qgis)"),
        ("changes_mask.tif", "class of every pixel, cloud-optimised GeoTIFF"),
        ("changes.html", "before, after and mask beside each caption; opens in a browser"),
    ):
        print(f"  {output / name}  ({what})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
