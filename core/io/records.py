"""Records of a run: one per site, changed area, tile and run.

Field order, column name, type and meaning stand here and nowhere else: the GeoPackage writer, the worker's
events, the report and the table in the user guide all ask :func:`columns`.

Convention: areas and lengths are geodesic (square metres, metres); scores and shares lie in 0…1; geometries
are in the CRS of the run's grid; datetimes are UTC, a naive one is taken as UTC.
"""

# ruff: noqa: RUF009 - _column() returns dataclasses.field()

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Literal

from shapely.geometry import MultiPolygon, Polygon

from .. import formatting
from ..jsonable import to_jsonable
from ..schema import CLASS_COLUMN

SCHEMA = 3
"""Version of the tables of a result: 2 brought whole dates and examined ground, 3 the names of today; what came before
reads as 0. Old names are understood wherever a result is read: ``core/renamed.py``."""

Kind = Literal["integer", "real", "boolean", "text", "datetime", "json"]


@dataclass(frozen=True)
class Column:
    """One column of an output layer.

    Attributes:
        name: column name in the file and key in the worker's events.
        attribute: attribute of the record that holds the value (``class`` is a Python keyword).
        kind: type of the value; ``json`` is a JSON text in the file and plain data in an event.
        unit: ``m²``, ``m``, ``0–1``, ``px``, ``s`` or empty.
        meaning: one sentence for the user guide and for field comments.
    """

    name: str
    attribute: str
    kind: Kind
    unit: str
    meaning: str

    @property
    def alias(self) -> str:
        """What people read above the column, such as ``Changed area (m²)``; unique within a layer."""
        ending = _UNIT_ENDINGS.get(self.unit, "")
        told = bool(ending) and self.name.endswith(ending)
        words = self.name.removesuffix(ending if told else "").replace("_", " ")
        return f"{words[:1].upper()}{words[1:]}{f' ({self.unit})' if told else ''}"


_UNIT_ENDINGS = {"m²": "_m2", "m": "_m", "s": "_s"}
"""How a column's name ends that tells its unit, by the unit."""


def _column(kind: Kind, meaning: str, *, unit: str = "", name: str | None = None, **default: Any) -> Any:
    """Declare a record's attribute that is a column of its layer."""
    return field(metadata={"kind": kind, "meaning": meaning, "unit": unit, "name": name}, **default)


@dataclass(frozen=True, slots=True, kw_only=True)
class TileRecord:
    """One tile of the lattice: what the model says of it and what was measured in it."""

    geometry: Polygon
    tile_id: int = _column("integer", "number of the tile, row by row over the lattice, from 0")
    caption: str = _column("text", "the model's sentence, or what stands for one it did not give or the mask denies")
    changed: bool = _column("boolean", "whether the tile's own cell holds a change")
    change_score: float = _column("real", "how sure the model is that something changed", unit="0–1")
    changed_fraction: float = _column("real", "changed share of the valid area of the tile's own cell", unit="0–1")
    changed_area_m2: float = _column(
        "real", "changed area in the tile's own cell; cells do not overlap, so it may be summed", unit="m²"
    )
    confidence: float = _column("real", "how far caption and mask can be trusted", unit="0–1")
    facts: str = _column("text", "one sentence measured from the mask; an analyst's own words say that they are")
    valid_fraction: float = _column("real", "share of the tile with data on both dates", unit="0–1")
    skip_reason: str = _column("text", "why the model was not asked, empty where it was", default="")
    date_before: datetime | None = _column("datetime", "begin of the earlier date's span", default=None)
    date_before_end: datetime | None = _column("datetime", "end of the earlier date's span", default=None)
    date_after: datetime | None = _column("datetime", "begin of the later date's span", default=None)
    date_after_end: datetime | None = _column("datetime", "end of the later date's span", default=None)
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")
    model: str = _column("text", "name of the model pack", default="")
    review_status: str = _column("text", "the analyst's verdict: empty, accepted, edited or rejected", default="")
    caption_edited: str = _column("text", "the analyst's own wording, empty until edited", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """One connected changed area of one class."""

    geometry: MultiPolygon
    change_id: int = _column("integer", "number of the changed area, from 0")
    class_name: str = _column("text", "class of the change", name=CLASS_COLUMN)
    transition: str = _column("text", "appeared, disappeared or empty", default="")
    area_m2: float = _column("real", "geodesic area", unit="m²")
    perimeter_m: float = _column("real", "geodesic length of the outline", unit="m")
    mean_probability: float = _column(
        "real",
        "mean probability of the class over the area; of a class that indices measure how far beyond its threshold the "
        "difference is: 0.5 at the threshold, 0.875 at twice that",
        unit="0–1",
    )
    objects: int = _column(
        "integer", "buildings told apart in the area; 0 where they are not counted, as in other classes", default=0
    )
    caption: str = _column(
        "text", "caption of the tile that holds most of the area; its class where that was measured", default=""
    )
    tile_id: int = _column("integer", "tile that holds most of the area")
    site_id: int = _column("integer", "site that the area belongs to", default=0)
    date_before: datetime | None = _column("datetime", "begin of the earlier date's span", default=None)
    date_before_end: datetime | None = _column("datetime", "end of the earlier date's span", default=None)
    date_after: datetime | None = _column("datetime", "begin of the later date's span", default=None)
    date_after_end: datetime | None = _column("datetime", "end of the later date's span", default=None)
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")
    review_status: str = _column("text", "the analyst's verdict: empty, accepted, edited or rejected", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """One place where something changed: changed areas that touch or lie close together, said once and counted once."""

    geometry: MultiPolygon
    site_id: int = _column("integer", "number of the site, from 0, from north to south")
    description: str = _column("text", "one sentence: what changed here")
    description_source: str = _column("text", "whose words they are: model, or measured from the mask")
    class_name: str = _column("text", "class that changed most here", name=CLASS_COLUMN)
    transition: str = _column("text", "what became of that class: appeared, disappeared or empty", default="")
    classes: list[dict[str, Any]] = _column(
        "json",
        "class, transition, changes, objects (buildings told apart, else 0) and changed_area_m2 of each class here",
        default_factory=list,
    )
    changed_area_m2: float = _column("real", "sum of the changed areas of the site", unit="m²")
    changes: int = _column("integer", "number of changed areas of the site")
    place: str = _column("text", "where it lies in what was examined, by the compass", default="")
    near: str = _column("text", "nearest named feature and its distance, empty where no names were given", default="")
    certainty: str = _column("text", "how far this can be trusted: sure, likely or doubtful", default="")
    confidence: float = _column("real", "probability that the description holds", unit="0–1", default=0.0)
    date_before: datetime | None = _column("datetime", "begin of the earlier date's span", default=None)
    date_before_end: datetime | None = _column("datetime", "end of the earlier date's span", default=None)
    date_after: datetime | None = _column("datetime", "begin of the later date's span", default=None)
    date_after_end: datetime | None = _column("datetime", "end of the later date's span", default=None)
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")
    model: str = _column("text", "name of the model pack", default="")
    review_status: str = _column("text", "the analyst's verdict: empty, accepted, edited or rejected", default="")
    description_edited: str = _column("text", "the analyst's own wording, empty until edited", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRecord:
    """Changes in one zone; areas of zones that do not overlap add up to that of the run."""

    geometry: MultiPolygon
    zone_id: int = _column("integer", "number of the zone, from 0, the same in all pairs of a series")
    name: str = _column("text", "name of the zone in its file")
    description: str = _column("text", "what changed here, measured")
    area_examined_m2: float = _column("real", "ground of the zone with data on both dates", unit="m²")
    changed_area_m2: float = _column("real", "changed ground of the zone", unit="m²")
    changed_fraction: float = _column("real", "changed part of the examined ground", unit="0–1")
    sites: int = _column("integer", "sites with ground in the zone; one that straddles zones counts in each")
    changes: int = _column("integer", "changed areas with ground in the zone; one that straddles counts in each")
    classes: list[dict[str, Any]] = _column(
        "json", "class, transition, changes and changed_area_m2 of each class that changed here", default_factory=list
    )
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run: the only row of the ``runs`` layer and the head of the report."""

    schema_version: int = _column("integer", "version of these tables; 0 before there were versions", default=SCHEMA)
    run_id: str = _column("text", "configuration hash of the run, as in its manifest")
    engine_version: str = _column("text", "version of Describe Changes")
    started: datetime = _column("datetime", "when the run began")
    duration_s: float = _column("real", "wall-clock time", unit="s")
    before: str = _column("text", "file or files of the earlier date, one per line")
    after: str = _column("text", "file or files of the later date, one per line")
    date_before: datetime | None = _column("datetime", "begin of the earlier date's span")
    date_before_end: datetime | None = _column("datetime", "end of the earlier date's span", default=None)
    date_after: datetime | None = _column("datetime", "begin of the later date's span")
    date_after_end: datetime | None = _column("datetime", "end of the later date's span", default=None)
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")
    crs: str = _column("text", "CRS of the grid: authority code, else WKT")
    width: int = _column("integer", "columns of the grid", unit="px")
    height: int = _column("integer", "rows of the grid", unit="px")
    gsd_m: float = _column("real", "ground sample distance at the centre", unit="m")
    model: str = _column("text", "name of the model pack")
    model_sha256: str = _column("text", "SHA-256 of the model's weights")
    device: str = _column("text", "device and precision, in words")
    area_examined_m2: float = _column(
        "real",
        "ground inside the area of interest with data on both dates; 0 where it is not known",
        unit="m²",
        default=0.0,
    )
    tiles: int = _column("integer", "number of tiles")
    changed_tiles: int = _column("integer", "number of tiles with a change")
    sites: int = _column("integer", "number of sites; 0 in results from before there were sites", default=0)
    changes: int = _column("integer", "number of changed areas")
    changed_area_m2: float = _column("real", "sum of the changed areas", unit="m²")
    summary_text: str = _column("text", "what changed in the whole area, in one measured paragraph", default="")
    channels: list[dict[str, Any]] = _column(
        "json",
        "name, class_name, transition and threshold of each mask channel, in order",
        default_factory=list,
    )
    parameters: dict[str, Any] = _column("json", "the run's options as used", default_factory=dict)
    inputs: dict[str, Any] = _column("json", "fingerprint of each input file", default_factory=dict)
    model_info: dict[str, Any] = _column(
        "json", "title, licence, training_data and limits of the model, as texts", default_factory=dict
    )
    versions: dict[str, str] = _column("json", "versions of the libraries that took part", default_factory=dict)
    timings: dict[str, float] = _column("json", "seconds per stage", unit="s", default_factory=dict)
    warnings: list[str] = _column("json", "what was said about the input", default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRecord:
    """Change of one class between the two dates of one pair of a time series."""

    pair: int = _column("integer", "number of the pair, in order of time, from 1")
    date_before: datetime = _column("datetime", "begin of the earlier date's span")
    date_before_end: datetime | None = _column("datetime", "end of the earlier date's span", default=None)
    date_after: datetime = _column("datetime", "begin of the later date's span")
    date_after_end: datetime | None = _column("datetime", "end of the later date's span", default=None)
    dates: str = _column("text", "both dates as people read them, such as 2007–2010 → 2011-05-22", default="")
    class_name: str = _column("text", "class of the change", name=CLASS_COLUMN)
    transition: str = _column("text", "appeared, disappeared or empty", default="")
    changed_area_m2: float = _column("real", "sum of the changed areas of this class", unit="m²", default=0.0)
    changes: int = _column("integer", "number of changed areas of this class", default=0)
    changed_tiles: int = _column("integer", "changed tiles in which such an area lies", default=0)


Record = SiteRecord | ZoneRecord | TileRecord | ChangeRecord | RunRecord | SummaryRecord


def date_columns(
    before: datetime | None,
    before_end: datetime | None,
    after: datetime | None,
    after_end: datetime | None,
) -> dict[str, Any]:
    """Return what a record says of the dates of its pair, by attribute: both spans, and both in words."""
    return {
        "date_before": before,
        "date_before_end": before_end,
        "date_after": after,
        "date_after_end": after_end,
        "dates": formatting.dates(before, before_end, after, after_end),
    }


def columns(record_type: type[Any]) -> tuple[Column, ...]:
    """Return the columns of a record type in file order (the geometry is not among them)."""
    return tuple(
        Column(
            name=f.metadata["name"] or f.name,
            attribute=f.name,
            kind=f.metadata["kind"],
            unit=f.metadata["unit"],
            meaning=f.metadata["meaning"],
        )
        for f in fields(record_type)
        if "kind" in f.metadata
    )


def as_fields(record: Record) -> dict[str, Any]:
    """Return a record's columns as strict JSON data, keyed by column name, in file order."""
    return {column.name: to_jsonable(getattr(record, column.attribute)) for column in columns(type(record))}


def as_event(record: TileRecord | ChangeRecord | SiteRecord) -> dict[str, Any]:
    """Return a record as the worker sends it: its columns and ``wkt``, the geometry in the grid's CRS."""
    return {**as_fields(record), "wkt": record.geometry.wkt}
