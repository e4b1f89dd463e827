"""Findings of one pair of a time series, class by class, read from its finished GeoPackage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyproj
import shapely
from shapely.affinity import scale

from .. import formatting
from ..errors import InternalError
from ..io.geopackage_reader import read_result
from ..io.legend import OTHER, legend
from ..io.records import RunRecord, SummaryRecord, date_columns
from ..jsonable import to_jsonable
from .chart import Group, Value

_INSIDE = 1 - 1e-6
"""Tiles are shrunk by this factor, so that an area that only touches a tile's edge does not lie in it."""


@dataclass(frozen=True)
class PairFindings:
    """One finished pair.

    Attributes:
        number: of the pair, from 1.
        run: its row of the ``runs`` table.
        rows: one per class and transition, those without a change included.
        tile_numbers: by how much the tiles of the next pair are numbered on.
        resumed: an earlier run of the series had finished it.
    """

    number: int
    run: RunRecord
    rows: tuple[SummaryRecord, ...]
    tile_numbers: int
    resumed: bool = False

    @property
    def dates(self) -> tuple[str, str]:
        """Both dates as people read them."""
        run = self.run
        return formatting.format_date_range(run.date_before, run.date_before_end), formatting.format_date_range(
            run.date_after, run.date_after_end
        )

    def group(self) -> Group:
        """Return the pair as the chart takes it."""
        first, second = self.dates
        years = (_moment(self.run.date_after) - _moment(self.run.date_before)).days / 365.25
        entries = {(e.class_name, e.transition): e for e in legend(self.run.channels)}
        values = []
        for row in self.rows:
            entry = entries.get((row.class_name, row.transition))
            name = entry.name if entry else " ".join((row.class_name, row.transition)).strip()
            colour = entry.hex if entry else "#{:02x}{:02x}{:02x}".format(*OTHER)
            values.append(Value(name, colour, row.changed_area_m2, row.changes, row.changed_tiles))
        return Group(first, second, years, self.run.tiles, self.run.changed_tiles, tuple(values), self.run)

    def to_dict(self) -> dict[str, Any]:
        """Return the pair as plain data, for the worker and for ``--json``."""
        group = self.group()
        values = [
            {
                "class": row.class_name,
                "transition": row.transition,
                "name": value.name,
                "colour": value.colour,
                "changed_area_m2": row.changed_area_m2,
                "changes": row.changes,
                "changed_tiles": row.changed_tiles,
            }
            for row, value in zip(self.rows, group.values, strict=True)
        ]
        run = self.run
        return {
            "pair": self.number,
            "before": self.run.before.splitlines(),
            "after": self.run.after.splitlines(),
            **to_jsonable(date_columns(run.date_before, run.date_before_end, run.date_after, run.date_after_end)),
            "from": group.first,
            "to": group.second,
            "tiles": self.run.tiles,
            "changed_tiles": self.run.changed_tiles,
            "duration_s": self.run.duration_s,
            "resumed": self.resumed,
            "classes": values,
        }


def class_rows(number: int, file: Path) -> PairFindings:
    """Count a pair's changed areas by class.

    Args:
        number: of the pair, from 1.
        file: its GeoPackage.
    """
    result = read_result(file)
    run = result.run
    if run is None:
        raise InternalError(f"{file} says nothing of its run.")
    numbers, changed = 0, []
    for tile in result.tiles():
        numbers = max(numbers, tile.tile_id + 1)  # not their count: tiles outside a polygon have numbers, too
        if tile.changed:
            changed.append(scale(tile.geometry, _INSIDE, _INSIDE))
    index = shapely.STRtree(changed)
    areas: dict[tuple[str, str], float] = {(e.class_name, e.transition): 0.0 for e in legend(run.channels)}
    counts = dict.fromkeys(areas, 0)
    touched: dict[tuple[str, str], set[int]] = {key: set() for key in areas}
    for change in result.changes():
        key = change.class_name, change.transition
        areas[key] = areas.get(key, 0.0) + change.area_m2
        counts[key] = counts.get(key, 0) + 1
        touched.setdefault(key, set()).update(index.query(change.geometry, predicate="intersects").tolist())
    begins = _moment(run.date_before), _moment(run.date_after)
    dates = date_columns(begins[0], run.date_before_end, begins[1], run.date_after_end)
    rows = tuple(
        SummaryRecord(
            pair=number,
            **dates,
            class_name=key[0],
            transition=key[1],
            changed_area_m2=area,
            changes=counts[key],
            changed_tiles=len(touched[key]),
        )
        for key, area in areas.items()
    )
    return PairFindings(number, run, rows, numbers)


def mover(source: pyproj.CRS, target: pyproj.CRS) -> Callable[[Any], Any]:
    """Return what brings a geometry from one CRS into another; it does nothing where they are the same."""
    if source == target:
        return lambda geometry: geometry
    transformer = pyproj.Transformer.from_crs(source, target, always_xy=True)
    return lambda geometry: shapely.transform(geometry, transformer.transform, interleaved=False)


def _moment(date: datetime | None) -> datetime:
    if date is None:
        raise InternalError("A pair of a series has no date.")
    return date
