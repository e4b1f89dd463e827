"""The end of a run as plain text: a table of the changed tiles and where the results are."""

from __future__ import annotations

import heapq
import textwrap
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from . import wording
from .records import TileRecord

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
            (str(t.tile_id), f"{t.change_score:.2f}", wording.area(t.changed_area_m2), t.caption, t.facts)
            for t in tiles
        ]
        text = table(
            ("tile", "score", "changed", "caption", "measured"),
            rows,
            numbers=range(3),
            widest={3: _WIDEST_CAPTION, 4: _WIDEST_FACTS},
        )
        if self.count > len(tiles):
            text += f"\n… and {wording.plural(self.count - len(tiles), 'more', 'more')} in the GeoPackage."
        return text


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numbers: Collection[int] = (),
    widest: Mapping[int, int] | None = None,
) -> str:
    """Return rows under a head.

    Args:
        head: titles of the columns.
        rows: texts, one per column.
        numbers: columns that stand to the right.
        widest: characters after which a column's texts are wrapped.
    """
    limits = [(widest or {}).get(index) for index in range(len(head))]
    cells = [
        [textwrap.wrap(cell, limit) or [""] if limit else [cell] for cell, limit in zip(row, limits, strict=True)]
        for row in rows
    ]
    widths = [
        max(len(title), *(len(line) for row in cells for line in row[index])) if cells else len(title)
        for index, title in enumerate(head)
    ]
    lines = [_line(head, widths, numbers), "  ".join("─" * width for width in widths)]
    for row in cells:
        for number in range(max(len(cell) for cell in row)):
            lines.append(_line([cell[number] if number < len(cell) else "" for cell in row], widths, numbers))
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int], numbers: Collection[int]) -> str:
    padded = [
        cell.rjust(width) if index in numbers else cell.ljust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()


def closing_lines(summary: Mapping[str, Any]) -> list[str]:
    """Return what a run found and where its results are, from its summary."""
    lines = [
        f"{summary['changed_tiles']:,} of {wording.plural(summary['tiles'], 'tile', 'tiles')} changed, "
        f"{wording.plural(summary['changes'], 'area', 'areas')}, {wording.area(summary['changed_area_m2'])}."
    ]
    outputs = summary.get("outputs") or {}
    lines += [f"{name:<8} {path}" for name, path in outputs.items() if path]
    return lines
