"""The results of a series' pairs as one, and the formats that it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyproj

from ..io.geopackage_reader import read_result
from ..io.records import ChangeRecord, RunRecord, SiteRecord, SummaryRecord, TileRecord, ZoneRecord
from ..pipeline.job import DescribeOptions
from ..pipeline.writers import GEOPACKAGE, LAYERS
from ..schema import CHANGES, RUNS, SITES, SUMMARY, TILES, ZONES
from .job import SeriesPair
from .summary import PairFindings, mover


@dataclass(frozen=True)
class SeriesContent:
    """Content of a series that a format is made of.

    Attributes:
        pairs: all pairs, in the order of time, each with its finished GeoPackage.
        findings: what was found in each of them.
        crs: of the series.
        options: those that all pairs share, with ``overwrite`` and ``layer`` among them.
        check: called per record; raises to stop.
    """

    pairs: Sequence[SeriesPair]
    findings: Sequence[PairFindings]
    crs: pyproj.CRS
    options: DescribeOptions
    check: Callable[[], None]

    @property
    def runs(self) -> list[RunRecord]:
        """The run of each pair."""
        return [found.run for found in self.findings]

    @property
    def rows(self) -> list[SummaryRecord]:
        """Changed area per pair and class."""
        return [row for found in self.findings for row in found.rows]

    def tiles(self) -> Iterator[TileRecord]:
        """Yield all tiles, pair after pair, numbered on and in the CRS of the series."""
        first = 0
        for pair, found in zip(self.pairs, self.findings, strict=True):
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for tile in result.tiles():
                self.check()
                yield replace(tile, geometry=move(tile.geometry), tile_id=first + tile.tile_id)
            first += found.tile_numbers

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield all changed areas, pair after pair, numbered on and in the CRS of the series."""
        first_tile = first = first_site = 0
        for pair, found in zip(self.pairs, self.findings, strict=True):
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for change in result.changes():
                self.check()
                yield replace(
                    change,
                    geometry=move(change.geometry),
                    change_id=first + change.change_id,
                    tile_id=first_tile + change.tile_id,
                    site_id=first_site + change.site_id,
                )
            first_tile, first = first_tile + found.tile_numbers, first + found.run.changes
            first_site += found.run.sites

    def sites(self) -> Iterator[SiteRecord]:
        """Yield all sites, pair after pair, numbered on and in the CRS of the series."""
        first = 0
        for pair, found in zip(self.pairs, self.findings, strict=True):
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for site in result.sites():
                self.check()
                yield replace(site, geometry=move(site.geometry), site_id=first + site.site_id)
            first += found.run.sites

    def zones(self) -> Iterator[ZoneRecord]:
        """Yield what was found in each zone, pair after pair: one number per zone, told apart by ``dates``."""
        numbers: dict[str, int] = {}
        for pair in self.pairs:
            result = read_result(pair.file)
            move = mover(result.crs, self.crs)
            for zone in result.zones():
                self.check()
                number = numbers.setdefault(zone.name, len(numbers))
                yield replace(zone, geometry=move(zone.geometry), zone_id=number)


def _write_csv(path: Path, series: SeriesContent) -> None:
    from .table import write_csv

    write_csv(path, series.rows, overwrite=series.options.overwrite)


def _write_chart(path: Path, series: SeriesContent) -> None:
    from .chart import write_chart

    write_chart(path, [found.group() for found in series.findings], overwrite=series.options.overwrite)


def _write_layers(path: Path, series: SeriesContent) -> None:
    from ..io.layer_files import choose_layers, write_layers
    from ..io.layers import about

    runs = series.runs
    layers: dict[str, Callable[[], Iterable[Any]]] = {
        SITES: series.sites,
        CHANGES: series.changes,
        TILES: series.tiles,
        RUNS: lambda: runs,
        SUMMARY: lambda: series.rows,
    }
    if series.options.zones is not None:
        layers[ZONES] = series.zones
    chosen = choose_layers(path, layers, series.options.layer)
    write_layers(path, chosen, series.crs, about(runs), overwrite=series.options.overwrite)


def _write_geopackage(path: Path, series: SeriesContent) -> None:
    from ..io.geopackage_writer import write_geopackage

    write_geopackage(
        path,
        series.runs,
        series.tiles(),
        series.changes(),
        series.crs,
        overwrite=series.options.overwrite,
        summary=series.rows,
        sites=series.sites(),
        zones=list(series.zones()),
    )


WRITERS: Mapping[str, Callable[[Path, SeriesContent], None]] = {
    "csv": _write_csv,
    "chart": _write_chart,
    LAYERS: _write_layers,
    GEOPACKAGE: _write_geopackage,
}
"""Each writes one file, complete or not at all; in the order in which they are written."""
