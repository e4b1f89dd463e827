"""The layers of a result: which there are, what they hold, and what is told of a layer as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Any

from ...common import numbers
from ..schema import CHANGES, RUNS, SITES, SUMMARY, TILES, ZONES
from .records import ChangeRecord, Column, RunRecord, SiteRecord, SummaryRecord, TileRecord, ZoneRecord, columns

BATCH = 20_000
"""Features that are read or written at a time: some 30 MB of objects."""

RECORDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        SITES: SiteRecord,
        CHANGES: ChangeRecord,
        TILES: TileRecord,
        RUNS: RunRecord,
        SUMMARY: SummaryRecord,
        ZONES: ZoneRecord,
    }
)
"""Record of each layer or table, by its name."""
GEOMETRIES: Mapping[str, str] = MappingProxyType(
    {SITES: "MultiPolygon", CHANGES: "MultiPolygon", TILES: "Polygon", ZONES: "MultiPolygon"}
)
"""Geometry of each layer that has one; in the order in which a file of a single layer chooses among them."""
TITLES: Mapping[str, str] = MappingProxyType(
    {
        SITES: "Change sites",
        CHANGES: "Changed areas",
        TILES: "Described tiles",
        RUNS: "Runs",
        SUMMARY: "Summary by class",
        ZONES: "Zones",
    }
)
"""What people read in place of a layer's name."""


@dataclass(frozen=True)
class Layer:
    """A layer or table to write.

    Attributes:
        name: a key of :data:`RECORDS`.
        records: its rows in file order; consumed once.
    """

    name: str
    records: Iterable[Any]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns in file order."""
        return columns(RECORDS[self.name])

    @property
    def geometry_type(self) -> str | None:
        """``Polygon`` or ``MultiPolygon``; None for a table."""
        return GEOMETRIES.get(self.name)


@dataclass(frozen=True)
class About:
    """Description of a result as a whole, in words.

    Attributes:
        title: what it is of.
        abstract: what was found, in which images, by which model.
        licence: of the model; that of the images is not known.
        history: how it was made.
    """

    title: str
    abstract: str
    licence: str
    history: str

    def as_dict(self) -> dict[str, str]:
        """Return the texts by name."""
        return {"title": self.title, "abstract": self.abstract, "licence": self.licence, "history": self.history}

    def as_qmd(self, layer: str) -> str:
        """Return the metadata of a layer as QGIS keeps it."""
        return (
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
            '<qgis version="3.22"><identifier/><language>ENG</language><type>dataset</type>'
            f"<title>{escape(f'{TITLES.get(layer, layer)}: {self.title}')}</title>"
            f"<abstract>{escape(self.abstract)}</abstract><license>{escape(self.licence)}</license>"
            f"<history>{escape(self.history)}</history></qgis>"
        )


def about(runs: Sequence[RunRecord]) -> About:
    """Return what is told of a result with these runs: one, or one per pair of a time series; empty texts for none."""
    if not runs:
        return About("changes between two dates", "", "", "written by Describe Changes")
    first, last = runs[0], runs[-1]
    dates = first.dates if len(runs) == 1 else f"{len(runs)} pairs of dates, {first.dates} to {last.dates}"
    area = numbers.format_area(sum(run.changed_area_m2 for run in runs))
    count = _counted(runs)
    return About(
        title=dates or "changes between two dates",
        abstract=(
            f"What changed ({dates or 'dates unknown'}): {count}, {area}. Classes, areas and outlines are measured on "
            f"the mask of the model {last.model}; sentences are the model's, unless an analyst has reworded them."
        ),
        licence=_licence(last),
        history="\n".join(map(_history, runs)),
    )


def _counted(runs: Sequence[RunRecord]) -> str:
    """Return how many sites and areas there are; results from before there were sites count areas alone."""
    sites, areas = sum(run.sites for run in runs), sum(run.changes for run in runs)
    told = numbers.plural(areas, "changed area", "changed areas")
    return f"{numbers.plural(sites, 'site', 'sites')} with {told}" if sites else told


def _licence(run: RunRecord) -> str:
    told = str(run.model_info.get("licence") or "").rstrip(". ")
    return f"{f'Model: {told}. ' if told else ''}The licence of the images is for their owners to say."


def _history(run: RunRecord) -> str:
    files = [", ".join(text.rpartition("/")[2] for text in files.splitlines()) for files in (run.before, run.after)]
    return (
        f"Describe Changes {run.engine_version or '(version unknown)'} compared {files[0] or 'an image'} with "
        f"{files[1] or 'another'}, model {run.model} (sha256 {run.model_sha256 or 'unknown'}), "
        f"{run.started:%Y-%m-%d %H:%M} UTC, run {run.run_id or 'unknown'}."
    )
