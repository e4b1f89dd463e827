"""Dates, areas and counts as people read them."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from .jsonable import as_utc

_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def format_date_range(begin: datetime | None, end: datetime | None = None) -> str:
    """Return a date or a span: ``2007–2010``, ``2012``, ``2012-07``, ``2012-07-31``, ``2012-07-03 to 2012-07-09``."""
    if begin is None:
        return "an unknown date"
    first = as_utc(begin)
    last = first if end is None else as_utc(end)
    length = last - first
    if length <= timedelta(days=1):
        return first.date().isoformat()
    if first.day == 1 and first.month == 1 and timedelta(days=364) <= length <= timedelta(days=366):
        return f"{first:%Y}"
    final = last - timedelta(seconds=1)  # an end at midnight belongs to the day before
    if (first.month, first.day, final.month, final.day) == (1, 1, 12, 31):
        return f"{first:%Y}–{final:%Y}"
    if first.day == 1 and timedelta(days=27) <= length <= timedelta(days=31):
        return f"{first:%Y-%m}"
    return f"{first.date().isoformat()} to {last.date().isoformat()}"


def dates(
    before: datetime | None,
    before_end: datetime | None = None,
    after: datetime | None = None,
    after_end: datetime | None = None,
) -> str:
    """Return both dates of a pair: ``2007–2010 → 2011-05-22``; of one and the same day, with the time."""
    first, second = format_date_range(before, before_end), format_date_range(after, after_end)
    if first == second and before is not None and after is not None:
        first, second = (f"{as_utc(moment):%Y-%m-%d %H:%M}" for moment in (before, after))
    return f"{first} → {second}"


def format_distance(metres: float) -> str:
    """Return a distance as people tell it: ``8 m``, ``120 m``, ``1.2 km``, ``34 km``."""
    if metres < 10:
        return f"{max(metres, 1):.0f} m"
    if metres < 995:
        return f"{round(metres, -1):.0f} m"
    return f"{metres / 1000:.1f} km" if metres < 9_950 else f"{metres / 1000:,.0f} km"


def compass_point(azimuth: float) -> str:
    """Return the nearest of eight points of the compass for an azimuth in degrees from true north, clockwise."""
    return _POINTS[round(azimuth / 45) % 8]


def format_count(number: int) -> str:
    """Return a count with thousands separated."""
    return f"{number:,}"


def format_percent(share: float) -> str:
    """Return a share of 0…1 in per cent, small ones with a decimal, what would read as nothing as ``under 0.1 %``."""
    if 0 < share < 0.0005:
        return "under 0.1 %"
    return f"{100 * share:.0f} %" if share >= 0.1 or share == 0 else f"{100 * share:.1f} %"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def format_duration(value: float) -> str:
    """Return a duration: ``7.2 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if value < 60:
        return f"{value:.1f} s"
    whole = round(value)
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def format_table(
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
