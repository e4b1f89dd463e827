"""What changed in each zone, such as the wards of a town: changed areas split at the zones' borders, added up by zone.

An area that straddles zones gives each of them the part of its measured ground that its outline has there, so zones
that do not overlap, and what lies outside all of them, add up to the whole. Memory holds the zones, not the areas.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import geometry_mask
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..io.records import ChangeRecord, ZoneRecord
from ..raster.examined_area import examined_area_m2
from ..raster.features import clipped, polygons_only, read_named_features
from ..raster.grid import Grid
from ..raster.tiling import Window
from ..schema import CLASS_COLUMN, NODATA
from .paragraph import paragraph
from .tally import CountedKind, SiteTally

MOST_ZONES = 20_000
OUTSIDE = "outside the zones"
_UNNAMED = "a zone without a name"
_POLYGONAL = 2
_OVERLAP = 1e-6
"""Share of the zones' ground from which they count as overlapping; less is how neighbours are drawn."""


@dataclass(frozen=True)
class Zones:
    """Named polygons in the CRS of a grid.

    Attributes:
        names: one per zone, each once.
        shapes: polygons or multipolygons, valid, cut to the grid.
        outside: what of the grid lies in none of them; perhaps empty.
        overlap: whether ground of some account lies in several zones.
    """

    names: tuple[str, ...]
    shapes: tuple[BaseGeometry, ...]
    outside: BaseGeometry
    overlap: bool = False


def read_zones(path: Path, field: str, grid: Grid) -> Zones:
    """Read the zones that touch a grid; features of one name are one zone.

    Args:
        path: GeoJSON, GeoPackage, Shapefile or FlatGeobuf.
        field: field with the zones' names.
        grid: the run's grid.

    Raises:
        InputError: it cannot be read, has no such field, or it holds no polygons, or none of them touches the grid.
    """
    read = read_named_features(path, field, "zones", MOST_ZONES)
    if not (shapely.get_dimensions(np.array(read.shapes, dtype=object)) == _POLYGONAL).any():
        raise InputError(f"{path} holds points or lines; zones are polygons. Name them with --names, or give polygons.")
    found = read.around(grid, 0.0)
    whole = grid.window_polygon(grid.window)
    parts: dict[str, list[BaseGeometry]] = {}
    for name, shape in zip(found.values, found.on(grid) if found.shapes else [], strict=True):
        polygon = clipped(shape, grid)
        if not polygon.is_empty:
            parts.setdefault(name or _UNNAMED, []).append(polygon)
    if not parts:
        raise InputError(
            f"No zone of {path} touches the area that both rasters cover; correct its polygons or its CRS, or leave it "
            "out."
        )
    shapes = tuple(shapely.union_all(several) for several in parts.values())
    united = shapely.union_all(shapes)
    total = float(np.sum(shapely.area(list(shapes))))
    overlap = total - united.area > _OVERLAP * total
    return Zones(tuple(parts), shapes, polygons_only(whole.difference(united)), overlap)


def overlap_sentence(path: Path) -> str:
    """Return what is said of zones that overlap."""
    return f"Zones of {path} overlap: ground that lies in several of them counts in each, so the zones do not add up."


class ZoneTally:
    """Adds up by zone what a run found.

    Args:
        zones: the zones; the ground outside them is the last.
        grid: the run's grid.
    """

    def __init__(self, zones: Zones, grid: Grid) -> None:
        self._zones, self._grid = zones, grid
        outside = not zones.outside.is_empty
        self._names = (*zones.names, OUTSIDE) if outside else zones.names
        self._shapes = (*zones.shapes, zones.outside) if outside else zones.shapes
        shapely.prepare(self._shapes)
        self._tree = shapely.STRtree(self._shapes)
        self._tallies = [SiteTally() for _ in self._shapes]
        self._examined = [0.0 for _ in self._shapes]

    def add_site(self, areas: Sequence[ChangeRecord]) -> None:
        """Add the changed areas of one site."""
        parts: dict[int, list[CountedKind]] = {}
        for area in areas:
            for zone, share in self._shares(area.geometry):
                kind = (area.class_name, area.transition)
                parts.setdefault(zone, []).append((kind, 1, area.area_m2 * share))
        for zone, kinds in parts.items():
            self._tallies[zone].add_kinds(_merged(kinds))

    def _shares(self, geometry: BaseGeometry) -> list[tuple[int, float]]:
        """Return the zones that hold ground of a geometry, and the share of it that each holds."""
        whole = geometry.area
        near = self._tree.query(geometry).tolist()
        if len(near) == 1 and self._shapes[near[0]].contains(geometry):
            return [(near[0], 1.0)]
        shares = [(zone, geometry.intersection(self._shapes[zone]).area / whole) for zone in near]
        return [(zone, share) for zone, share in shares if share > 0]

    def add_mask(self, window: Window, mask: NDArray[np.uint8]) -> None:
        """Add the examined ground of one block: a pixel belongs to the zone in which its centre lies.

        Args:
            window: of the block; blocks do not overlap.
            mask: class mask (h, w); 255 was not examined.
        """
        place = self._grid.subgrid(window).transform
        taken = np.zeros(mask.shape, np.bool_)
        for zone in sorted(self._tree.query(self._grid.window_polygon(window)).tolist()):
            if zone == len(self._zones.shapes):
                inside = ~taken
            else:
                inside = geometry_mask([self._shapes[zone]], mask.shape, place, invert=True)
                inside &= self._zones.overlap | ~taken
                taken |= inside
            self._examined[zone] += examined_area_m2(self._grid, [(window, np.where(inside, mask, NODATA))])

    def add_ground(self, ground: BaseGeometry, share: float) -> None:
        """Add examined ground that is known by its outline alone.

        Args:
            ground: polygons in the grid's CRS; not added before.
            share: part of it that was examined, the same everywhere.
        """
        for zone in self._tree.query(ground).tolist():
            part = ground.intersection(self._shapes[zone])
            if part.area > _OVERLAP * ground.area:  # less is a rim
                self._examined[zone] += share * self._grid.geodesic_area_m2(part)

    def records(self, between: str, dates: str, nameable: Collection[str] | None = None) -> Iterator[ZoneRecord]:
        """Yield the zones in the order of their file, then what lies outside them if anything was examined there.

        Args:
            between: the dates in a sentence, such as ``between 2010 and 2011``.
            dates: the dates as in the other tables.
            nameable: classes that sentences may name; None for all.
        """
        for number, (name, shape) in enumerate(zip(self._names, self._shapes, strict=True)):
            tally, examined = self._tallies[number], self._examined[number]
            if number == len(self._zones.shapes) and not (tally.sites or examined):
                continue  # a rim of the grid
            yield ZoneRecord(
                geometry=_as_multi(shape),
                zone_id=number,
                name=name,
                description=paragraph(tally, between, examined, _where(name), nameable),
                area_examined_m2=examined,
                changed_area_m2=tally.area_m2,
                changed_fraction=min(tally.area_m2 / examined, 1.0) if examined else 0.0,
                sites=tally.sites,
                changes=tally.changes,
                classes=_classes(tally),
                dates=dates,
            )


def _where(name: str) -> str:
    if name == OUTSIDE:
        return name
    return f"in zone {name}" if name.isdigit() else f"in {name}"


def _merged(kinds: Sequence[CountedKind]) -> list[CountedKind]:
    """Return one entry per kind."""
    return [
        (kind, sum(n for k, n, _ in kinds if k == kind), sum(area for k, _, area in kinds if k == kind))
        for kind in dict.fromkeys(kind for kind, _, _ in kinds)
    ]


def _classes(tally: SiteTally) -> list[dict[str, Any]]:
    return [
        {CLASS_COLUMN: kind[0], "transition": kind[1], "changes": counted.changes, "changed_area_m2": counted.area_m2}
        for kind, counted in tally.ranked
    ]


def _as_multi(shape: BaseGeometry) -> MultiPolygon:
    return shape if isinstance(shape, MultiPolygon) else MultiPolygon([shape])
