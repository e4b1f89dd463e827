"""From the changed areas of one site to its record, with a sentence that is measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ...common.site_facts import BUILDING, facts_of_areas
from ..captions.facts import FactExtractor
from ..io.records import ChangeRecord, SiteRecord
from ..raster.grid import Grid
from ..raster.polygons import to_pixels
from ..raster.tiling import Window
from ..schema import NODATA, Certainty, DescriptionSource
from .certainty import certainty_of
from .outlines import Outlines, RightAngles, clean_outlines
from .squares import REACH_PIXELS

_LEAST_REACH = 0.5
"""Pixels by which every outline without stairs may leave its own."""
_DRAWN_AT_ONCE = 64
"""Sites whose outlines are drawn together."""


class SiteBuilder:
    """Makes the records of one run's sites.

    Args:
        grid: the run's grid.
        examined: the part of the grid that was looked at, by which places are named.
        outlines: how areas are drawn.
        labels: what every record of the run carries alike: model and dates, by attribute.
        nameable: classes that sentences may name; None for all. In imagery that the model does not know those that are
            measured.
        mask_of: class mask of a window of the grid, by which right-angled outlines keep off other sites; without it
            they stay within their pixels' edges.
    """

    def __init__(
        self,
        grid: Grid,
        examined: Window,
        outlines: Outlines,
        labels: Mapping[str, Any],
        nameable: Collection[str] | None = None,
        *,
        mask_of: Callable[[Window], NDArray[np.uint8]] | None = None,
    ) -> None:
        self._mask_of = mask_of
        self._grid, self._examined, self._outlines, self._nameable = grid, examined, outlines, nameable
        self._labels = dict(labels)
        self._compass = FactExtractor(grid, ())

    def build_each(self, sites: Iterable[Sequence[ChangeRecord]]) -> Iterator[tuple[SiteRecord, list[ChangeRecord]]]:
        """Yield sites, numbered 0 for now, each with its areas as they are drawn; some are drawn together."""
        source = iter(sites)
        while some := list(islice(source, _DRAWN_AT_ONCE)):
            yield from map(self._built, some, self._drawn(some))

    def _built(self, areas: Sequence[ChangeRecord], drawn: list[ChangeRecord]) -> tuple[SiteRecord, list[ChangeRecord]]:
        geometry = _union([area.geometry for area in drawn])
        facts = facts_of_areas(drawn)
        main = facts.classes[0]
        probability = sum(area.mean_probability * area.area_m2 for area in areas) / facts.area_m2
        site = SiteRecord(
            geometry=geometry,
            site_id=0,
            description=facts.sentence_of(self._nameable),
            description_source=DescriptionSource.MEASURED,
            class_name=main.class_name,
            transition=main.transition,
            classes=[one.to_dict() for one in facts.classes],
            changed_area_m2=facts.area_m2,
            changes=facts.changes,
            place=self._place(geometry),
            certainty=certainty_of(probability) if self._can_name(main.class_name) else Certainty.DOUBTFUL,
            confidence=round(probability, 6),
            **self._labels,
        )
        return site, drawn

    def _can_name(self, class_name: str) -> bool:
        return self._nameable is None or class_name in self._nameable

    def _drawn(self, sites: Sequence[Sequence[ChangeRecord]]) -> list[list[ChangeRecord]]:
        """Areas of sites with the outlines that were asked for, and their length."""
        if self._outlines == "raw":
            return [list(areas) for areas in sites]
        square = list(map(self._right_angles, sites)) if self._outlines == "square" else None
        shapes = [[area.geometry for area in areas] for areas in sites]
        clean = clean_outlines(shapes, self._grid.transform, square)
        measures = iter(self._grid.measures_of_each([geometry for geometries in clean for geometry in geometries]))
        return [
            [
                replace(area, geometry=geometry, perimeter_m=perimeter)
                for area, geometry, (_, perimeter) in zip(areas, geometries, islice(measures, len(areas)), strict=True)
            ]
            for areas, geometries in zip(sites, clean, strict=True)
        ]

    def _right_angles(self, areas: Sequence[ChangeRecord]) -> RightAngles:
        """Return which areas of a site are to be drawn with right angles, and how freely."""
        pixels = to_pixels([area.geometry for area in areas], self._grid.transform)
        width, height = self._grid.pixel_size_m(*pixels[0].bounds[1::-1])
        buildings = [index for index, area in enumerate(areas) if area.class_name == BUILDING]
        return RightAngles({index: self._reach(pixels, index) for index in buildings}, width / height)

    def _reach(self, pixels: Sequence[MultiPolygon], index: int) -> float:
        """Return by how many pixels one area of a site may leave its own without coming near another site."""
        if self._mask_of is None:
            return _LEAST_REACH
        left, top, right, bottom = (round(side) for side in pixels[index].bounds)
        margin = math.ceil(2 * REACH_PIXELS)
        around = Window(top - margin, left - margin, bottom - top + 2 * margin, right - left + 2 * margin)
        window = around.intersection(self._grid.window) or self._grid.window
        mask = self._mask_of(window)
        mine = rasterize(pixels, mask.shape, transform=Affine.translation(window.col, window.row), dtype="uint8")
        others = (mask > 0) & (mask != NODATA) & (mine == 0)
        return _LEAST_REACH if others.any() else REACH_PIXELS

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
