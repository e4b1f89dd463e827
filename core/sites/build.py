"""From the changed areas of one site to its record, with a sentence that is measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ...common.site_facts import facts_of_areas
from ..captions.facts import FactExtractor
from ..io.records import ChangeRecord, SiteRecord
from ..raster.grid import Grid
from ..raster.polygons import to_pixels
from ..raster.tiling import Window
from ..schema import Certainty, DescriptionSource
from .certainty import certainty_of
from .outlines import Outlines, clean_outlines


class SiteBuilder:
    """Makes the records of one run's sites.

    Args:
        grid: the run's grid.
        examined: the part of the grid that was looked at, by which places are named.
        outlines: how areas are drawn.
        labels: what every record of the run carries alike: model and dates, by attribute.
        named: whether sentences may name classes; not in imagery that the model does not know.
    """

    def __init__(
        self, grid: Grid, examined: Window, outlines: Outlines, labels: Mapping[str, Any], *, named: bool = True
    ) -> None:
        self._grid, self._examined, self._outlines, self._named = grid, examined, outlines, named
        self._labels = dict(labels)
        self._compass = FactExtractor(grid, ())

    def build(self, areas: Sequence[ChangeRecord]) -> tuple[SiteRecord, list[ChangeRecord]]:
        """Return a site, numbered 0 for now, and its areas as they are drawn."""
        drawn = self._drawn(areas)
        geometry = _union([area.geometry for area in drawn])
        facts = facts_of_areas(drawn)
        main = facts.classes[0]
        probability = sum(area.mean_probability * area.area_m2 for area in areas) / facts.area_m2
        site = SiteRecord(
            geometry=geometry,
            site_id=0,
            description=facts.sentence if self._named else facts.bare_sentence,
            description_source=DescriptionSource.MEASURED,
            class_name=main.class_name,
            transition=main.transition,
            classes=[one.to_dict() for one in facts.classes],
            changed_area_m2=facts.area_m2,
            changes=facts.changes,
            place=self._place(geometry),
            certainty=certainty_of(probability) if self._named else Certainty.DOUBTFUL,
            confidence=round(probability, 6),
            **self._labels,
        )
        return site, drawn

    def _drawn(self, areas: Sequence[ChangeRecord]) -> list[ChangeRecord]:
        """Areas with the outlines that were asked for, and their length."""
        if self._outlines == "raw":
            return list(areas)
        clean = clean_outlines([area.geometry for area in areas], self._grid.transform)
        return [
            replace(area, geometry=geometry, perimeter_m=self._grid.geodesic_perimeter_m(geometry))
            for area, geometry in zip(areas, clean, strict=True)
        ]

    def _place(self, geometry: BaseGeometry) -> str:
        col, row = to_pixels([geometry.centroid], self._grid.transform)[0].coords[0]
        return self._compass.compass_direction(self._examined, row, col)


def examined_window(grid: Grid, area: BaseGeometry | None) -> Window:
    """Return the part of a grid that a run looks at.

    Args:
        grid: the run's grid.
        area: polygons in the grid's CRS to stay in; None for everything.
    """
    if area is None:
        return grid.window
    left, top, right, bottom = to_pixels([area], grid.transform)[0].bounds
    row, col = int(top), int(left)
    window = Window(row, col, max(1, round(bottom) - row), max(1, round(right) - col))
    return window.intersection(grid.window) or grid.window


def _union(geometries: Sequence[BaseGeometry]) -> MultiPolygon:
    united = shapely.union_all(geometries)
    parts = [part for part in shapely.get_parts(united) if isinstance(part, shapely.Polygon)]
    return MultiPolygon(parts)
