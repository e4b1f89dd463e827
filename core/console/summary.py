"""The end of a run as plain text: a table of the changed tiles and where the results are."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from typing import Any

from .. import formatting
from ..formatting import format_table
from ..io.records import TileRecord

ROWS = 40
"""Changed tiles listed, the highest scores first."""

_WIDEST_CAPTION = 58
_WIDEST_FACTS = 58


class ChangedTiles:
    """Keeps the changed tiles worth listing while a run hands out all of them.

    Args:
        limit: number of tiles kept, the highest scores first.
    """

    def __init__(self, limit: int = ROWS) -> None:
        self._limit = limit
        self._kept: list[tuple[float, int, TileRecord]] = []
        self.count = 0

    def add(self, tile: TileRecord) -> None:
        """Look at one tile of the run."""
        if not tile.changed:
            return
        self.count += 1
        entry = (tile.change_score, -tile.tile_id, tile)
        if len(self._kept) < self._limit:
            heapq.heappush(self._kept, entry)
        else:
            heapq.heappushpop(self._kept, entry)

    def table(self) -> str:
        """Return the table, or a sentence where no tile changed."""
        if not self._kept:
            return "No tile changed."
        tiles = [tile for _, _, tile in sorted(self._kept, key=lambda entry: entry[:2], reverse=True)]
        rows = [
            (str(t.tile_id), f"{t.change_score:.2f}", formatting.format_area(t.changed_area_m2), t.caption, t.facts)
            for t in tiles
        ]
        text = format_table(
            ("tile", "score", "changed", "caption", "measured"),
            rows,
            numbers=range(3),
            widest={3: _WIDEST_CAPTION, 4: _WIDEST_FACTS},
        )
        if self.count > len(tiles):
            text += f"\n… and {formatting.plural(self.count - len(tiles), 'more', 'more')} in the GeoPackage."
        return text


def closing_lines(summary: Mapping[str, Any]) -> list[str]:
    """Return what a run found and where its results are, from its summary."""
    lines = [
        f"{summary['changed_tiles']:,} of {formatting.plural(summary['tiles'], 'tile', 'tiles')} changed, "
        f"{formatting.plural(summary['changes'], 'area', 'areas')}, "
        f"{formatting.format_area(summary['changed_area_m2'])}."
    ]
    outputs = summary.get("outputs") or {}
    lines += [f"{name:<8} {path}" for name, path in outputs.items() if path]
    return lines
