"""Content of a report: counts, sentences and tables, from the records and the analyst's verdicts; no images.

The HTML report and QGIS's layout are filled from the same digest, so that both say the same.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ...common import numbers
from .. import formatting
from ..io.legend import OTHER, legend
from ..io.records import ChangeRecord, RunRecord, TileRecord, ZoneRecord
from ..raster.grid import Grid
from ..schema import ReviewStatus

SELECTIONS = ("all", "not-rejected", "accepted")
"""Which changed tiles a report shows: all, those the analyst did not reject, those accepted or edited."""

MAX_TILES = 200
"""Changed tiles shown with images, the highest scores first."""

DRAWN = 5_000
"""Changed tiles drawn on the overview."""

_HECTARES_FROM = 1e5  # m²
_ACCEPTED = (ReviewStatus.ACCEPTED, ReviewStatus.EDITED)
_NOTE = (
    "Captions are written by a model and can be wrong. Counts, areas and positions are measured from the model's "
    "change mask; check the one against the other and against the images."
)


@dataclass
class ClassRow:
    """One line of the table of classes."""

    name: str
    class_name: str
    transition: str
    colour: str
    count: int = 0
    area: float = 0.0


@dataclass
class ReportStats:
    """Statistics kept of a run's streams.

    Attributes:
        review: one of :data:`SELECTIONS`.
        max_tiles: number of tiles to show with images.
        tiles: changed tiles of the selection with the highest scores, highest first, at most :data:`DRAWN`.
        examined: number of all tiles.
        changed: number of changed tiles of the selection.
        reviews: verdicts on all changed tiles, counted.
        rows: one per class and transition, in the order of the legend.
        shapes: outlines inside the tiles to show, by tile.
    """

    review: str
    max_tiles: int
    tiles: list[TileRecord] = field(default_factory=list)
    examined: int = 0
    changed: int = 0
    reviews: Counter[str] = field(default_factory=Counter)
    rows: dict[tuple[str, str], ClassRow] = field(default_factory=dict)
    shapes: dict[int, list[tuple[ClassRow, BaseGeometry]]] = field(default_factory=dict)

    @property
    def shown(self) -> list[TileRecord]:
        """The tiles to show with images."""
        return self.tiles[: self.max_tiles]

    @property
    def classes(self) -> list[ClassRow]:
        """The rows of classes that were found."""
        return [row for row in self.rows.values() if row.count]

    @property
    def areas(self) -> int:
        """Number of changed areas of the selection."""
        return sum(row.count for row in self.rows.values())

    @property
    def area_m2(self) -> float:
        """Changed ground of the selection."""
        return sum(row.area for row in self.rows.values())


def aggregate(
    run: RunRecord,
    tiles: Iterable[TileRecord],
    changes: Iterable[ChangeRecord],
    *,
    review: str = "all",
    max_tiles: int = MAX_TILES,
) -> ReportStats:
    """Read both streams once and keep what a report needs.

    A changed area belongs to the tile that holds most of it: it counts if that tile is in the selection and it was
    not rejected itself.

    Args:
        run: names the classes.
        tiles: all tiles.
        changes: all changed areas.
        review: one of :data:`SELECTIONS`.
        max_tiles: number of tiles to show with images.
    """
    found = ReportStats(review, max_tiles)
    found.rows = {
        (e.class_name, e.transition): ClassRow(e.name, e.class_name, e.transition, e.hex) for e in legend(run.channels)
    }
    verdicts: dict[int, str] = {}
    found.tiles = heapq.nlargest(max(DRAWN, max_tiles), _selected(tiles, found, verdicts), key=_rank)
    index = shapely.STRtree([tile.geometry for tile in found.shown])
    other = "#{:02x}{:02x}{:02x}".format(*OTHER)
    for change in changes:
        verdict = verdicts.get(change.tile_id, "")
        if not _wanted(verdict, review) or (review != "all" and change.review_status == ReviewStatus.REJECTED):
            continue
        key = (change.class_name, change.transition)
        row = found.rows.setdefault(key, ClassRow(" ".join(key).strip(), *key, other))
        row.count += 1
        row.area += change.area_m2
        for number in index.query(change.geometry, predicate="intersects"):
            tile = found.shown[number]
            piece = shapely.make_valid(change.geometry).intersection(tile.geometry)
            if piece.area > 0:
                found.shapes.setdefault(tile.tile_id, []).append((row, piece))
    return found


def _selected(tiles: Iterable[TileRecord], found: ReportStats, verdicts: dict[int, str]) -> Iterator[TileRecord]:
    """Count all tiles, note all verdicts, yield the changed tiles of the selection."""
    for tile in tiles:
        found.examined += 1
        if tile.review_status:
            verdicts[tile.tile_id] = tile.review_status
        if not tile.changed:
            continue
        found.reviews[tile.review_status] += 1
        if _wanted(tile.review_status, found.review):
            found.changed += 1
            yield tile


def _wanted(verdict: str, review: str) -> bool:
    return review == "all" or (verdict != ReviewStatus.REJECTED if review == "not-rejected" else verdict in _ACCEPTED)


def _rank(tile: TileRecord) -> tuple[float, float, int]:
    """Sort key of a tile: score, then changed area, then place."""
    return tile.change_score, tile.changed_area_m2, -tile.tile_id


def report_context(run: RunRecord, grid: Grid, found: ReportStats, zones: Sequence[ZoneRecord] = ()) -> dict[str, Any]:
    """Return all that a report says in words and numbers, as plain data.

    Args:
        run: head of the report.
        grid: gives places.
        found: what :func:`collect` kept.
        zones: zones, as the run found them.
    """
    before = formatting.format_date_range(run.date_before, run.date_before_end)
    after = formatting.format_date_range(run.date_after, run.date_after_end)
    return {
        "title": f"What changed between {before} and {after}",
        "span_before": before,
        "span_after": after,
        "summary": run.summary_text if found.review == "all" else "",
        "verdict": _headline(found),
        "review": _review(found),
        "figures": _figures(run, found),
        "classes": _classes(found.classes),
        "zones": [_zone(zone) for zone in zones],
        "shown": _shown(found),
        "tiles": [_tile(tile, grid) for tile in found.shown],
        "method": _method(run, grid),
        "warnings": list(run.warnings),
        "note": _NOTE,
        "made": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "maker": " · ".join(
            filter(None, (f"Describe Changes {run.engine_version}".strip(), run.run_id and f"run {run.run_id[:12]}"))
        ),
    }


def _headline(found: ReportStats) -> str:
    """Return the finding in one sentence."""
    tiles = numbers.plural(found.examined, "tile", "tiles")
    if not found.changed:
        return {
            "all": f"No change was found in {tiles}.",
            "not-rejected": f"No change is left in {tiles} after the review.",
            "accepted": f"No change was accepted in {tiles}.",
        }[found.review]
    held = {
        "all": "changed",
        "not-rejected": "hold a change that was not rejected",
        "accepted": "hold an accepted change",
    }[found.review]
    areas = numbers.plural(found.areas, "area", "areas")
    return f"{found.changed:,} of {tiles} {held}; {areas} with {numbers.format_area(found.area_m2)} in all."


def _review(found: ReportStats) -> str:
    """Return the state of the review in one sentence, nothing where nobody reviewed."""
    if not any(verdict for verdict in found.reviews):
        return ""
    said = [
        f"{found.reviews[verdict]:,} {word}"
        for verdict, word in (
            (ReviewStatus.ACCEPTED, "accepted"),
            (ReviewStatus.EDITED, "edited"),
            (ReviewStatus.REJECTED, "rejected"),
            (ReviewStatus.NONE, "not looked at"),
        )
        if found.reviews[verdict]
    ]
    left_out = {"all": "All of them are shown.", "not-rejected": "The rejected ones are left out."}
    shown = left_out.get(found.review, "Only those accepted or edited are shown.")
    return f"Review of the changed tiles: {', '.join(said)}. {shown}"


def _figures(run: RunRecord, found: ReportStats) -> list[dict[str, str]]:
    """Return the four numbers at the head; an older result does not say how much ground was examined."""
    ground = run.area_examined_m2
    examined = {"value": numbers.format_area(ground), "label": f"examined at {run.gsd_m:.2g} m"}
    if not ground > 0:
        examined = {"value": "–", "label": "examined ground is not recorded"}
    return [
        {"value": f"{found.changed:,} / {found.examined:,}", "label": "tiles changed"},
        {"value": formatting.format_count(found.areas), "label": "changed areas"},
        {"value": numbers.format_area(found.area_m2), "label": "changed ground"},
        examined,
    ]


def _classes(rows: list[ClassRow]) -> list[dict[str, Any]]:
    """Return the table of classes with what a bar chart needs: one unit for all, and each bar's share of the axis."""
    unit, scale = ("ha", 1e4) if max((row.area for row in rows), default=0.0) >= _HECTARES_FROM else ("m²", 1.0)
    top = axis(max((row.area for row in rows), default=0.0) / scale)[-1]
    return [
        {
            "name": row.name,
            "class_name": row.class_name,
            "transition": row.transition,
            "colour": row.colour,
            "count": row.count,
            "area_m2": row.area,
            "count_text": formatting.format_count(row.count),
            "area_text": numbers.format_area(row.area),
            "unit": unit,
            "value": row.area / scale,
            "bar": row.area / scale / top,
        }
        for row in rows
    ]


def axis(largest: float) -> list[float]:
    """Return the ticks of an axis from 0 to at least ``largest``: four to six round numbers."""
    if largest <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(largest / 4))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if largest / (s * power) <= 5)
    return [step * n for n in range(math.ceil(largest / step - 1e-9) + 1)]


def _zone(zone: ZoneRecord) -> dict[str, str]:
    """Return one line of the table of zones."""
    return {
        "name": zone.name,
        "sites": formatting.format_count(zone.sites),
        "changed": numbers.format_area(zone.changed_area_m2),
        "examined": numbers.format_area(zone.area_examined_m2),
        "fraction": formatting.format_percent(zone.changed_fraction),
        "description": zone.description,
    }


def _shown(found: ReportStats) -> str:
    name = {"all": "changed tiles", "not-rejected": "changed tiles that were not rejected"}
    tiles = name.get(found.review, "accepted tiles")
    if not found.changed:
        return ""
    if len(found.shown) >= found.changed:
        return f"All {tiles}, the highest change score first."
    return (
        f"{len(found.shown):,} of {found.changed:,} {tiles}: those with the highest change score. "
        "All of them are in the GeoPackage."
    )


def _tile(tile: TileRecord, grid: Grid) -> dict[str, Any]:
    """Return what is said of one changed tile."""
    centre = tile.geometry.centroid
    place = f"{centre.x:.5f}, {centre.y:.5f}" if grid.crs.is_geographic else f"{centre.x:.1f}, {centre.y:.1f}"
    area = numbers.format_area(tile.changed_area_m2)
    return {
        "tile_id": tile.tile_id,
        "caption": tile.caption_edited or tile.caption,
        "facts": tile.facts,
        "figures": (
            f"Tile {tile.tile_id} · change score {tile.change_score:.2f} · confidence {tile.confidence:.2f} · "
            f"{area} changed ({formatting.format_percent(tile.changed_fraction)} of the tile) · centre {place}"
        ),
        "review": _verdict_on(tile),
    }


def _verdict_on(tile: TileRecord) -> str:
    """Return the analyst's verdict in words; an edited caption stands beside the model's own."""
    words = {
        ReviewStatus.ACCEPTED.value: "Accepted by the analyst.",
        ReviewStatus.REJECTED.value: "Rejected by the analyst.",
        ReviewStatus.EDITED.value: "Reworded by the analyst." if tile.caption_edited else "Edited by the analyst.",
    }.get(tile.review_status, "")
    if tile.caption_edited and tile.caption_edited != tile.caption:
        words = f"{words} The model wrote: “{tile.caption}”".strip()
    return words


def _method(run: RunRecord, grid: Grid) -> list[list[str]]:
    """Return the facts of the run, label and text, without those that are empty."""
    info = run.model_info
    options = ", ".join(
        f"{key} {f'{value:.4g}' if isinstance(value, float) else value}"
        for key, value in run.parameters.items()
        if value not in (None, "", [])
    )
    crs = (run.crs.splitlines() or [""])[0][:120]
    rows = [
        ("Before", run.before),
        ("After", run.after),
        ("Grid", f"{run.width:,} × {run.height:,} pixels of {run.gsd_m:.3g} m, {crs}" if run.width else crs),
        ("Model", " · ".join(str(t) for t in (run.model, info.get("title", ""), run.model_sha256[:12]) if t)),
        ("Licence of the model", info.get("licence", "")),
        ("Training data", info.get("training_data", "")),
        ("Limits", info.get("limits", "")),
        ("Options", options),
        ("Device", run.device),
        ("Time", formatting.format_duration(run.duration_s) if run.duration_s else ""),
        ("Software", ", ".join(f"{name} {version}" for name, version in run.versions.items())),
    ]
    return [[label, _text(value)] for label, value in rows if value]


def _text(value: Any) -> str:
    return "; ".join(map(_text, value)) if isinstance(value, (list, tuple)) else str(value)
