"""A result as a small page for notebooks: figures, a map drawn as SVG, the largest places. Nothing is fetched."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ...common import numbers
from ..io.geopackage_reader import Result
from ..io.layers import about
from ..io.legend import OTHER, LegendEntry, legend
from ..io.records import RunRecord

_WIDTH, _TALLEST = 480, 480
"""Largest sides of the map, in pixels."""
_DRAWN, _LISTED = 1_500, 5
"""Places that are drawn and listed, the largest first."""
_STYLE = "border-collapse:collapse;text-align:left;margin:.5em 0"


def result_html(runs: Sequence[RunRecord], stored: Result, records: Iterable[Any]) -> str:
    """Return the page of a result.

    Args:
        runs: how it was made.
        stored: the result; its bounds frame the map.
        records: sites, changed areas or tiles; only the largest are kept.
    """
    told = about(runs)
    largest = heapq.nlargest(_DRAWN, records, key=_size)
    colours = {(entry.class_name, entry.transition): entry for entry in legend(runs[-1].channels if runs else [])}
    return (
        f"<div><b>{escape(told.title)}</b><p>{escape(_paragraph(runs) or told.abstract)}</p>"
        f"{_map(stored, largest, colours)}{_legend(colours.values())}{_list(largest[:_LISTED])}</div>"
    )


def _paragraph(runs: Sequence[RunRecord]) -> str:
    """Return what a single pair says of itself; the paragraphs of a series would fill a screen."""
    return runs[0].summary_text if len(runs) == 1 else ""


def _size(record: Any) -> float:
    """Return the changed area of a site, an area or a tile."""
    return max(float(getattr(record, name, 0.0)) for name in ("area_m2", "changed_area_m2"))


def _map(stored: Result, records: Sequence[Any], colours: dict[tuple[str, str], LegendEntry]) -> str:
    left, bottom, right, top = stored.bounds
    narrowed = math.cos(math.radians((bottom + top) / 2)) if stored.crs.is_geographic else 1.0
    scale = min(_WIDTH / ((right - left) * narrowed), _TALLEST / (top - bottom))
    width, height = (right - left) * narrowed * scale, (top - bottom) * scale

    def drawn(record: Any) -> str:
        moved = shapely.transform(record.geometry, lambda xy: (xy - (left, top)) * (scale * narrowed, -scale)).simplify(
            0.3
        )
        entry = colours.get((getattr(record, "class_name", ""), getattr(record, "transition", "")))
        colour = entry.hex if entry is not None else "#{:02x}{:02x}{:02x}".format(*OTHER)
        return (
            f'<path d="{_path(moved)}" fill="{colour}" stroke="{colour}"><title>{escape(_words(record))}</title></path>'
        )

    shapes = "".join(drawn(record) for record in records)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'viewBox="0 0 {width:.1f} {height:.1f}" style="background:#f4f4f0;border:1px solid #999">'
        f'<g fill-opacity=".7" fill-rule="evenodd">{shapes}</g></svg>'
    )


def _path(geometry: BaseGeometry) -> str:
    parts = getattr(geometry, "geoms", [geometry])
    rings = [ring for part in parts if not part.is_empty for ring in (part.exterior, *part.interiors)]
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring.coords[:-1]) + "Z" for ring in rings)


def _legend(entries: Iterable[LegendEntry]) -> str:
    return (
        "<p>" + " ".join(f'<span style="color:{entry.hex}">■</span> {escape(entry.name)}' for entry in entries) + "</p>"
    )


def _list(records: Sequence[Any]) -> str:
    rows = "".join(
        f"<tr><td>{escape(numbers.format_area(_size(record)))}</td><td>{escape(_words(record))}</td></tr>"
        for record in records
    )
    return f'<table style="{_STYLE}"><tr><th>area</th><th>what</th></tr>{rows}</table>' if rows else "<p>No change.</p>"


def _words(record: Any) -> str:
    """Return what is said of a place: an analyst's words before the model's."""
    names = ("description_edited", "description", "caption_edited", "caption")
    return next((str(text) for name in names if (text := getattr(record, name, ""))), "")
