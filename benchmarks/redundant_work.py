"""How much more a run computes because it works in blocks: tiles that reach over an edge are needed on both sides.

A count, not a time: the tiles that every block touches, over the tiles there are. The cache of predictions keeps most
of it from being computed twice; the figure is the upper bound, what separate processes would do.
"""

from __future__ import annotations

from dataclasses import dataclass

from describe_changes.core.raster.tiling import TileLattice, plan_blocks
from results import save

SIDE = 20_000
TILE, OVERLAP = 256, 64


@dataclass(frozen=True)
class Square:
    """A grid without a place."""

    height: int = SIDE
    width: int = SIDE


def main() -> None:
    """Count for each block size."""
    lattice = TileLattice(SIDE, SIDE, TILE, OVERLAP)
    figures = {}
    for block_size in (512, 1024, 2048, 4096):
        needed = sum(
            len(lattice.rows.indices_touching(block.window.row, block.window.row_stop))
            * len(lattice.cols.indices_touching(block.window.col, block.window.col_stop))
            for block in plan_blocks(Square(), block_size)
        )
        figures[f"tiles needed / tiles, block {block_size}"] = round(needed / len(lattice), 3)
    figures["tiles"] = len(lattice)
    save("redundant_work", f"tiles of {TILE} px, overlap {OVERLAP}, on {SIDE:,} × {SIDE:,} pixels", figures)


if __name__ == "__main__":
    main()
