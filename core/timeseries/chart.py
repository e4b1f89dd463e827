"""Changed area per class over the pairs of a time series: one drawing, alone or on a page with its table.

The page asks the network for nothing and everything filled in is escaped, as in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..io.atomic import atomic_write
from ..io.records import RunRecord
from ..io.templates import environment
from ..report.content import axis

_HEIGHT, _TOP, _LEFT, _RIGHT = 300, 18, 84, 20  # of the plot and around it, in pixels of the drawing
_BELOW = 84
_GAP = 30  # between two groups
_BARS = 20, 40  # narrowest and widest bar
_GROUPS = 104, 220  # narrowest and widest group; its two dates must fit below it
_WHOLE = 1030  # the drawing fills a page of this width where its groups may be so wide


@dataclass(frozen=True)
class Value:
    """One class in one pair.

    Attributes:
        name: of the class, with transition.
        colour: ``#rrggbb``.
        area: changed area in m².
        changes: number of changed areas.
        tiles: changed tiles in which such an area lies.
    """

    name: str
    colour: str
    area: float
    changes: int
    tiles: int


@dataclass(frozen=True)
class Group:
    """One pair.

    Attributes:
        first: earlier date in words.
        second: later date in words.
        years: time between them.
        tiles: all tiles.
        changed_tiles: those with a change.
        values: one per class.
        run: the run that described it.
    """

    first: str
    second: str
    years: float
    tiles: int
    changed_tiles: int
    values: tuple[Value, ...]
    run: RunRecord


def write_chart(path: Path, groups: Sequence[Group], *, overwrite: bool = False) -> None:
    """Write the chart: a page for ``.html``, the drawing alone for ``.svg``.

    Args:
        path: file to make.
        groups: the pairs in order of time, at least one.
        overwrite: whether an existing ``path`` may be replaced.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
    """
    drawing = _drawing(groups)
    if path.suffix.lower() == ".svg":
        text = environment(Path(__file__).parent).get_template("chart.svg.jinja").render(chart=drawing, alone=True)
    else:
        text = (
            environment(Path(__file__).parent).get_template("chart.html.jinja").render(chart=drawing, **_page(groups))
        )
    with atomic_write(path, "chart", overwrite=overwrite) as part:
        part.write_text(text, encoding="utf-8")


def _drawing(groups: Sequence[Group]) -> dict[str, Any]:
    """Return places and sizes of all that is drawn, in pixels."""
    kinds = list(dict.fromkeys((value.name, value.colour) for group in groups for value in group.values))
    most = max((value.area for group in groups for value in group.values), default=0.0)
    unit, square_metres = _unit(most)
    values = axis(most / square_metres)
    fitting = min((_WHOLE - _LEFT - _RIGHT) // len(groups), _GROUPS[1])
    width = max(_GROUPS[0], _BARS[0] * len(kinds) + _GAP, fitting)
    thick = min((width - _GAP) // max(len(kinds), 1), _BARS[1])
    bars, labels = [], []
    for number, group in enumerate(groups):
        middle = _LEFT + width * (number + 0.5)
        labels.append({"x": round(middle, 1), "first": group.first, "second": f"→ {group.second}"})
        by_name = {value.name: value for value in group.values}
        for place, (name, colour) in enumerate(kinds):
            value = by_name.get(name)
            if value is None or value.area <= 0:
                continue
            height = max(_HEIGHT * value.area / square_metres / values[-1], 1.0)  # never nothing for something
            bars.append(
                {
                    "x": round(middle + (place - len(kinds) / 2) * thick + 1, 1),
                    "y": round(_TOP + _HEIGHT - height, 1),
                    "width": thick - 2,
                    "height": round(height, 1),
                    "colour": colour,
                    "title": _title(group, value),
                }
            )
    ticks = [{"y": round(_TOP + _HEIGHT * (1 - value / values[-1]), 1), "text": f"{value:,.10g}"} for value in values]
    return {
        "width": _LEFT + width * len(groups) + _RIGHT,
        "height": _TOP + _HEIGHT + _BELOW,
        "left": _LEFT,
        "right": _LEFT + width * len(groups),
        "top": _TOP,
        "bottom": _TOP + _HEIGHT,
        "unit": unit,
        "bars": bars,
        "labels": labels,
        "ticks": ticks,
        "kinds": [{"name": name, "colour": colour} for name, colour in kinds],
        "about": f"Changed area per class in {unit}, from {groups[0].first} to {groups[-1].second}",
    }


def _title(group: Group, value: Value) -> str:
    from ...common.numbers import format_area, plural

    areas = plural(value.changes, "area", "areas")
    return f"{group.first} → {group.second}: {value.name}, {format_area(value.area)} in {areas}"


def _unit(most: float) -> tuple[str, float]:
    """Return a unit in which the largest area has few digits, and how many square metres it is."""
    if most >= 1e6:
        return "km²", 1e6
    return ("ha", 1e4) if most >= 1e5 else ("m²", 1.0)


def _page(groups: Sequence[Group]) -> dict[str, Any]:
    """Return what the page says around the drawing."""
    run = groups[-1].run
    gsd = sorted({f"{group.run.gsd_m:.3g}" for group in groups}, key=float)
    warnings = dict.fromkeys(text for group in groups for text in group.run.warnings)
    return {
        "groups": groups,
        "first": groups[0].first,
        "last": groups[-1].second,
        "against_first": len(groups) > 1 and all(group.first == groups[0].first for group in groups),
        "warnings": list(warnings),
        "method": [
            ("Model", " · ".join(t for t in (run.model, run.model_info.get("title", ""), run.model_sha256[:12]) if t)),
            ("Limits", run.model_info.get("limits", "")),
            ("Grid", f"{' and '.join(gsd)} m per pixel"),
            ("Device", run.device),
        ],
        "version": run.engine_version,
        "made": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    }
