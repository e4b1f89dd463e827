"""Zones of a stored result: what its sites amount to in each, by the verdicts and outlines as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..formatting import dates
from ..io.geopackage_reader import Result, edits_named, read_result
from ..io.records import ChangeRecord, as_fields
from ..options import read_options
from ..raster.grid import Grid
from ..schema import ReviewStatus
from ..sites.paragraph import between_dates
from ..sites.zones import ZoneTally, overlap_sentence, read_zones
from .content import nameable_classes
from .rebuild import placeholder_grid

_WHOLE = 0.99
"""Share of the tiles' ground from which a run counts as having looked at all of it."""
_ESTIMATED = (
    "The tiles hold places without data, or reach beyond what was asked for; the examined ground of each zone is "
    "estimated from that of the whole."
)


@dataclass(frozen=True)
class ZoneOptions:
    """Options of zones for a stored result.

    Attributes:
        result: GeoPackage of a run.
        zones: file of polygons.
        zone_name: field with their names.
    """

    result: Path
    zones: Path
    zone_name: str


def zone_options(params: Mapping[str, Any]) -> ZoneOptions:
    """Turn options by name into those of zones.

    Raises:
        InputError: an option is unknown or missing.
    """
    needed = {
        "result": "the GeoPackage of a result",
        "zones": "the file of the zones",
        "zone_name": "the field of the zones' names",
    }
    return ZoneOptions(**read_options(ZoneOptions, params, "zones", needed=needed))


def zones_of_result(spec: ZoneOptions) -> dict[str, Any]:
    """Add up a stored result by zone.

    Sites and areas that the analyst has rejected do not count. The examined ground is that of the tiles, in the
    proportion in which the run had data there.

    Returns:
        ``zones``: the columns of each and ``wkt``, in the CRS ``crs_wkt``; ``warnings``.

    Raises:
        InputError: the result or the zones cannot be read, or the result has no sites.
    """
    stored = read_result(spec.result)
    stored.need_changes()
    if not stored.has_sites:
        raise InputError(
            f"{spec.result} is from before there were sites, which zones add up; describe the two dates again."
        )
    with edits_named(spec.result):
        grid = placeholder_grid(stored)
        zones = read_zones(spec.zones, spec.zone_name, grid)
        tally = ZoneTally(zones, grid)
        for areas in _areas_by_site(stored).values():
            tally.add_site(areas)
        ground, share, warnings = _examined(stored, grid)
        tally.add_ground(ground, share)
        run = stored.run or _spans(stored)
        spans = (run.date_before, run.date_before_end, run.date_after, run.date_after_end)
        nameable = nameable_classes(stored.run, stored.sites())
        records = list(tally.records(between_dates(*spans), dates(*spans), nameable))
    if zones.overlap:
        warnings.append(overlap_sentence(spec.zones))
    return {
        "zones": [{**as_fields(record), "wkt": record.geometry.wkt} for record in records],
        "crs_wkt": grid.crs.to_wkt(),
        "warnings": warnings,
    }


def _areas_by_site(stored: Result) -> dict[int, list[ChangeRecord]]:
    """Return the changed areas that count, by site."""
    rejected = {site.site_id for site in stored.sites() if site.review_status == ReviewStatus.REJECTED}
    found: dict[int, list[ChangeRecord]] = {}
    for area in stored.changes():
        if area.site_id not in rejected and area.review_status != ReviewStatus.REJECTED and area.geometry.area > 0:
            found.setdefault(area.site_id, []).append(area)
    return found


def _examined(stored: Result, grid: Grid) -> tuple[BaseGeometry, float, list[str]]:
    """Return the ground of the tiles that were looked at, and the share of it that the run has examined."""
    ground = shapely.union_all([tile.geometry for tile in stored.tiles() if tile.valid_fraction > 0])
    examined = stored.run.area_examined_m2 if stored.run is not None else 0.0
    whole = grid.geodesic_area_m2(ground)
    if not examined > 0 or not whole > 0:
        return ground, 1.0, ["The result does not say how much ground was examined; that of its tiles is taken."]
    share = min(examined / whole, 1.0)
    return ground, share, [] if share >= _WHOLE else [_ESTIMATED]


def _spans(stored: Result) -> Any:
    """Return what knows the dates of a result without a table of its run: a tile."""
    return next(stored.tiles())
