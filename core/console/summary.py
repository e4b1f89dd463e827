"""The end of a run as plain text: a table of the sites and where the results are."""

from __future__ import annotations

import heapq
import textwrap
from collections.abc import Mapping
from typing import Any

from ...common import numbers
from ..formatting import format_table
from ..io.records import SiteRecord

ROWS = 40
"""Sites listed, the largest first."""

_WIDEST_DESCRIPTION = 72
_WIDEST_LINE = 110
_ZONES = 20


class LargestSites:
    """Keeps the sites worth listing while a run hands out all of them.

    Args:
        limit: number of sites kept, the largest first.
    """

    def __init__(self, limit: int = ROWS) -> None:
        self._limit = limit
        self._kept: list[tuple[float, int, SiteRecord]] = []
        self.count = 0

    def add(self, site: SiteRecord) -> None:
        """Look at one site of the run."""
        self.count += 1
        entry = (site.changed_area_m2, -site.site_id, site)
        if len(self._kept) < self._limit:
            heapq.heappush(self._kept, entry)
        else:
            heapq.heappushpop(self._kept, entry)

    def table(self) -> str:
        """Return the table, or a sentence where nothing changed."""
        if not self._kept:
            return "No change was found."
        sites = [site for _, _, site in sorted(self._kept, key=lambda entry: entry[:2], reverse=True)]
        rows = [
            (str(s.site_id), numbers.format_area(s.changed_area_m2), s.place, s.certainty, s.description) for s in sites
        ]
        text = format_table(
            ("site", "changed", "place", "certainty", "description"),
            rows,
            numbers=range(2),
            widest={4: _WIDEST_DESCRIPTION},
        )
        if self.count > len(sites):
            text += f"\n… and {numbers.plural(self.count - len(sites), 'more', 'more')} in the result."
        return text


def closing_lines(summary: Mapping[str, Any]) -> list[str]:
    """Return what a run found and where its results are, from its summary."""
    said = str(summary.get("summary_text") or "")
    lines = textwrap.wrap(said, _WIDEST_LINE) or [
        f"{numbers.plural(summary['sites'], 'site', 'sites')}, "
        f"{numbers.plural(summary['changes'], 'changed area', 'changed areas')}, "
        f"{numbers.format_area(summary['changed_area_m2'])}."
    ]
    zones = summary.get("zones") or ()
    for zone in zones[:_ZONES]:
        lines += textwrap.wrap(zone["description"], _WIDEST_LINE, initial_indent="  ", subsequent_indent="    ")
    if len(zones) > _ZONES:
        lines.append(f"  … and {len(zones) - _ZONES:,} more zones in the layer “zones”.")
    outputs = summary.get("outputs") or {}
    lines += [f"{name:<8} {path}" for name, path in outputs.items() if path]
    return lines
