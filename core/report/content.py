"""Content of a report: counts, sentences and tables, from the records and the analyst's verdicts; no images.

The HTML report and QGIS's layout are filled from the same data, so that both say the same.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Any

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ...common import numbers
from ...common.nouns import MEASURED_CLASSES
from ...common.site_facts import facts_of_areas
from .. import formatting
from ..io.legend import OTHER, legend
from ..io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord, ZoneRecord
from ..raster.grid import Grid
from ..schema import Certainty, DescriptionSource, ReviewStatus
from ..sites.paragraph import between_dates, paragraph
from ..sites.tally import SiteTally
from .head import ReportHead

SELECTIONS = ("all", "not-rejected", "accepted")
"""Which sites a report shows: all, those the analyst did not reject, those accepted or edited."""

MAX_SITES = 200
"""Sites shown with images, the largest first."""

DRAWN = 5_000
"""Sites drawn on the map."""

OUTLINES_DRAWN = 300
"""Changed areas drawn on the images of one site."""

_HECTARES_FROM = 1e5  # m²
_ACCEPTED = (ReviewStatus.ACCEPTED, ReviewStatus.EDITED)
_NOTE = (
    "Sentences are written by a model, or by rules from what was measured, and can be wrong. Counts, areas and "
    "positions are measured from the model's change mask; check the one against the other and against the images."
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
        max_sites: number of sites to show with images.
        noun: ``site``; ``tile`` in a result from before there were sites, whose changed tiles are told in their place.
        sites: the largest of the selection, the largest first, at most :data:`DRAWN`.
        selected: number of sites of the selection.
        reviews: verdicts on all sites, counted.
        tally: of the selection.
        rows: one per class and transition, in the order of the legend.
        areas: changed areas of the sites to show, by site.
    """

    review: str
    max_sites: int
    noun: str = "site"
    sites: list[SiteRecord] = field(default_factory=list)
    selected: int = 0
    reviews: Counter[str] = field(default_factory=Counter)
    tally: SiteTally = field(default_factory=SiteTally)
    rows: dict[tuple[str, str], ClassRow] = field(default_factory=dict)
    areas: dict[int, list[ChangeRecord]] = field(default_factory=dict)

    @property
    def shown(self) -> list[SiteRecord]:
        """The sites to show with images."""
        return self.sites[: self.max_sites]

    @property
    def classes(self) -> list[ClassRow]:
        """The rows of classes that were found."""
        return [row for row in self.rows.values() if row.count]

    @property
    def area_count(self) -> int:
        """Number of changed areas of the selection."""
        return sum(row.count for row in self.rows.values())

    @property
    def area_m2(self) -> float:
        """Changed ground of the selection."""
        return sum(row.area for row in self.rows.values())

    def row_of(self, change: ChangeRecord) -> ClassRow:
        """Return the line of the table to which a changed area belongs; a class of no legend gets one of its own."""
        key = (change.class_name, change.transition)
        return self.rows.setdefault(key, ClassRow(" ".join(key).strip(), *key, "#{:02x}{:02x}{:02x}".format(*OTHER)))

    def words(self, number: int) -> str:
        """Return ``1 site``, ``2 sites``."""
        return numbers.plural(number, self.noun, f"{self.noun}s")


@dataclass(frozen=True, slots=True, kw_only=True)
class TileAsSite(SiteRecord):
    """A changed tile that is told in place of a site; ``facts`` may hold what the analyst has stated."""

    facts: str = ""


def sites_of_tiles(tiles: Iterable[TileRecord]) -> Iterator[TileAsSite]:
    """Yield the changed tiles of a result from before there were sites as if each were one."""
    for tile in tiles:
        if tile.changed:
            yield TileAsSite(
                geometry=MultiPolygon([tile.geometry]) if tile.geometry.geom_type == "Polygon" else tile.geometry,
                site_id=tile.tile_id,
                description=tile.caption,
                description_source=DescriptionSource.MODEL,
                changed_area_m2=tile.changed_area_m2,
                changes=0,
                class_name="",
                confidence=tile.confidence,
                review_status=tile.review_status,
                description_edited=tile.caption_edited,
                facts=tile.facts,
            )


def aggregate(
    run: RunRecord,
    sites: Iterable[SiteRecord],
    changes: Iterable[ChangeRecord],
    *,
    review: str = "all",
    max_sites: int = MAX_SITES,
    noun: str = "site",
) -> ReportStats:
    """Read both streams once and keep what a report needs.

    A changed area counts if its site is in the selection and it was not rejected itself.

    Args:
        run: names the classes.
        sites: all sites.
        changes: all changed areas.
        review: one of :data:`SELECTIONS`.
        max_sites: number of sites to show with images.
        noun: what the sites are, see :class:`ReportStats`.
    """
    found = ReportStats(review, max_sites, noun)
    found.rows = {
        (e.class_name, e.transition): ClassRow(e.name, e.class_name, e.transition, e.hex) for e in legend(run.channels)
    }
    verdicts: dict[int, str] = {}
    found.sites = heapq.nlargest(max(DRAWN, max_sites), _selected(sites, found, verdicts), key=_rank)
    shown = {site.site_id for site in found.shown}
    for change in changes:
        owner = change.site_id if noun == "site" else change.tile_id
        if not _wanted(verdicts.get(owner, ""), review):
            continue
        if review != "all" and change.review_status == ReviewStatus.REJECTED:
            continue
        row = found.row_of(change)
        row.count += 1
        row.area += change.area_m2
        if owner in shown:
            found.areas.setdefault(owner, []).append(change)
    return found


def _selected(sites: Iterable[SiteRecord], found: ReportStats, verdicts: dict[int, str]) -> Iterator[SiteRecord]:
    """Note all verdicts, count and yield the sites of the selection."""
    for site in sites:
        if site.review_status:
            verdicts[site.site_id] = site.review_status
        found.reviews[site.review_status] += 1
        if _wanted(site.review_status, found.review):
            found.selected += 1
            found.tally.add(replace(site, review_status=ReviewStatus.NONE))
            yield site


def _wanted(verdict: str, review: str) -> bool:
    return review == "all" or (verdict != ReviewStatus.REJECTED if review == "not-rejected" else verdict in _ACCEPTED)


def _rank(site: SiteRecord) -> tuple[float, float, int]:
    """Sort key of a site: changed area, then confidence, then place."""
    return site.changed_area_m2, site.confidence, -site.site_id


def report_context(
    run: RunRecord,
    grid: Grid,
    found: ReportStats,
    zones: Sequence[ZoneRecord] = (),
    head: ReportHead | None = None,
) -> dict[str, Any]:
    """Return all that a report says in words and numbers, as plain data.

    Args:
        run: the run.
        grid: gives places.
        found: what :func:`aggregate` kept.
        zones: zones, as the run found them.
        head: title, names and notes of the author's.
    """
    before = formatting.format_date_range(run.date_before, run.date_before_end)
    after = formatting.format_date_range(run.date_after, run.date_after_end)
    return {
        **(head or ReportHead()).said(before, after),
        "span_before": before,
        "span_after": after,
        "noun": found.noun,
        "summary": _summary(run, found),
        "verdict": _headline(found),
        "review": _review(found),
        "figures": _figures(run, found),
        "classes": _classes(found.classes),
        "zones": [_zone(zone) for zone in zones],
        "shown": _shown(found),
        "sites": [_site(site, grid, found, _measured_only(run)) for site in found.shown],
        "method": _method(run, grid),
        "warnings": list(run.warnings),
        "note": _NOTE,
        "made": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "maker": " · ".join(
            filter(None, (f"Describe Changes {run.engine_version}".strip(), run.run_id and f"run {run.run_id[:12]}"))
        ),
    }


def _summary(run: RunRecord, found: ReportStats) -> str:
    """Return the paragraph: the run's own, told anew where the review has changed what counts."""
    if found.noun != "site":
        return run.summary_text if found.review == "all" else ""
    reviewed = any(verdict for verdict in found.reviews)
    if run.summary_text and (found.review == "all" or not reviewed):
        return run.summary_text
    between = between_dates(run.date_before, run.date_before_end, run.date_after, run.date_after_end)
    return paragraph(found.tally, between, run.area_examined_m2 or None, nameable=nameable_classes(run, found.sites))


def nameable_classes(run: RunRecord | None, sites: Iterable[SiteRecord]) -> tuple[str, ...] | None:
    """Return the classes that a sentence on a stored result may name: all (None) where the model knew the imagery.

    Args:
        run: the run; None where the result does not say.
        sites: some or all of its sites; all of them are doubtful in imagery that the model does not know.
    """
    measured = _measured_only(run) if run is not None else None
    if measured is None and all(site.certainty == Certainty.DOUBTFUL for site in sites):
        return ()
    return measured


def _measured_only(run: RunRecord) -> tuple[str, ...] | None:
    """Return the classes that were measured where the model does not know the imagery; None where it may, too."""
    indices = run.parameters.get("indices")
    return MEASURED_CLASSES if isinstance(indices, dict) and indices.get("first") else None


def _headline(found: ReportStats) -> str:
    """Return the finding in one sentence."""
    if not found.selected:
        return {
            "all": "No change was found.",
            "not-rejected": "No change is left after the review.",
            "accepted": "No change was accepted.",
        }[found.review]
    held = {
        "all": "changed",
        "not-rejected": "changed and not rejected",
        "accepted": "with an accepted change",
    }[found.review]
    areas = numbers.plural(found.area_count, "area", "areas")
    return f"{found.words(found.selected)} {held}; {areas} with {numbers.format_area(found.area_m2)} in all."


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
    changed = "" if found.noun == "site" else "changed "
    return f"Review of the {changed}{found.noun}s: {', '.join(said)}. {shown}"


def _figures(run: RunRecord, found: ReportStats) -> list[dict[str, str]]:
    """Return the four numbers at the head; an older result does not say how much ground was examined."""
    ground = run.area_examined_m2
    examined = {"value": numbers.format_area(ground), "label": f"examined at {run.gsd_m:.2g} m"}
    if not ground > 0:
        examined = {"value": "–", "label": "examined ground is not recorded"}
    label = found.words(found.selected).split(" ", 1)[1]
    return [
        {
            "value": formatting.format_count(found.selected),
            "label": label if found.noun == "site" else f"{label} changed",
        },
        {"value": formatting.format_count(found.area_count), "label": "changed areas"},
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
    """Return which sites are shown, and what is left out, in a sentence or two."""
    name = {"all": "", "not-rejected": " that were not rejected"}
    changed = "changed " if found.noun == "tile" else ""
    sites = f"{changed}{found.noun}s{name.get(found.review, ' that were accepted or edited')}"
    if not found.selected:
        return ""
    if len(found.shown) >= found.selected:
        return f"All {sites}, the largest first."
    drawn = len(found.sites)
    on_map = f" The map draws the {drawn:,} largest." if drawn < found.selected else ""
    return (
        f"{len(found.shown):,} of {found.selected:,} {sites} are shown: the largest.{on_map} "
        "All of them are in the GeoPackage."
    )


def _site(site: SiteRecord, grid: Grid, found: ReportStats, nameable: tuple[str, ...] | None) -> dict[str, Any]:
    """Return what is said of one site; of its classes those that may be named, all where None."""
    areas = found.areas.get(site.site_id, [])
    description = site.description_edited or site.description
    measured = facts_of_areas(areas).sentence_of(nameable) if areas else ""
    if isinstance(site, TileAsSite):
        measured = site.facts
    return {
        "site_id": site.site_id,
        "name": f"{found.noun.capitalize()} {site.site_id}",
        "description": description,
        "facts": "" if measured == description else measured,
        "figures": " · ".join(_site_figures(site, grid, len(areas))),
        "review": _verdict_on(site),
    }


def _site_figures(site: SiteRecord, grid: Grid, areas: int) -> Iterator[str]:
    yield numbers.format_area(site.changed_area_m2) + (f" in {areas:,} areas" if areas > 1 else "")
    if site.certainty:
        yield site.certainty
    yield f"confidence {site.confidence:.2f}"
    if site.place or site.near:
        yield ", ".join(filter(None, (site.place and f"in the {site.place}", site.near)))
    centre = site.geometry.representative_point()
    yield f"at {_position(centre.x, centre.y, geographic=grid.crs.is_geographic)}"


def _position(x: float, y: float, *, geographic: bool) -> str:
    """Return where a point lies: ``37.07026° N, 94.49483° W``, in metres as the map counts them."""
    if not geographic:
        return f"{x:.1f}, {y:.1f}"
    return f"{abs(y):.5f}° {'N' if y >= 0 else 'S'}, {abs(x):.5f}° {'E' if x >= 0 else 'W'}"


def _verdict_on(site: SiteRecord) -> str:
    """Return the analyst's verdict in words; an edited description stands beside the model's own."""
    words = {
        ReviewStatus.ACCEPTED.value: "Accepted by the analyst.",
        ReviewStatus.REJECTED.value: "Rejected by the analyst.",
        ReviewStatus.EDITED.value: "Reworded by the analyst." if site.description_edited else "Edited by the analyst.",
    }.get(site.review_status, "")
    if site.description_edited and site.description_edited != site.description:
        measured = site.description_source == DescriptionSource.MEASURED
        words = f"{words} {'Measured was' if measured else 'The model wrote'}: “{site.description}”".strip()
    return words


def outlines_of(site: SiteRecord, found: ReportStats) -> list[tuple[ClassRow, BaseGeometry]]:
    """Return the changed areas to draw on the images of a site, the largest first."""
    areas = sorted(found.areas.get(site.site_id, []), key=lambda area: -area.area_m2)
    return [(found.row_of(area), area.geometry) for area in areas[:OUTLINES_DRAWN]]


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
