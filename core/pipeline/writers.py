"""The formats of a run's results, by kind of output: what each is written with.

A new format is a function here (or a module that it calls), a row of :data:`WRITERS`, the endings of its names in
``formats.py`` and an option of the command line of the same name; options of the worker follow by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..schema import CHANGES, RUNS, SITES, TILES, ZONES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..io.geopackage_reader import Result
    from ..io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord, ZoneRecord
    from ..models.config import Channel
    from ..raster.grid import Grid
    from ..raster.pair import RasterPair
    from ..raster.radiometry import Stretch
    from ..raster.tiling import Window
    from ..report.head import ReportHead


class Streams(Protocol):
    """Streams of a finished run's content, as often as they are asked for and never all at once."""

    @property
    def pair(self) -> RasterPair:
        """Both dates on the run's grid."""

    @property
    def stretch(self) -> Stretch:
        """The run's radiometric constants."""

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the class mask."""

    def sites(self) -> Iterable[SiteRecord]:
        """Yield the sites."""

    def tiles(self) -> Iterable[TileRecord]:
        """Yield the tiles."""

    def zones(self) -> list[ZoneRecord]:
        """Return the zones."""

    def changes(self) -> Iterable[ChangeRecord]:
        """Yield the changed areas."""

    def class_masks(self) -> Iterable[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and class mask (h, w) of all blocks."""

    def probabilities(self) -> Iterable[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and probabilities (C, h, w) of all blocks."""


@dataclass(frozen=True)
class RunContent:
    """Content of a run that a format is made of.

    Attributes:
        record: the run.
        streams: masks, probabilities, sites, tiles and changed areas as the model found them.
        stored: the result of the same job that an analyst has worked on and that stays; None: there is none.
        overwrite: whether an existing file may be replaced.
        layer: the one to write where the result is written as layers; None: the usual choice.
        head: title, names, logo and notes of the report; None: the usual ones.
    """

    record: RunRecord
    streams: Streams
    stored: Result | None
    overwrite: bool
    layer: str | None = None
    head: ReportHead | None = None

    @property
    def grid(self) -> Grid:
        """Grid of the run."""
        return self.streams.pair.grid

    def tiles(self) -> Iterable[TileRecord]:
        """Return all tiles, as reviewed if they were."""
        return self.streams.tiles() if self.stored is None else self.stored.tiles()

    def sites(self) -> Iterable[SiteRecord]:
        """Return all sites, as reviewed if they were."""
        return self.streams.sites() if self.stored is None else self.stored.sites()

    def zones(self) -> list[ZoneRecord]:
        """Return the zones; none where none were given."""
        return self.streams.zones() if self.stored is None else list(self.stored.zones())

    def changes(self) -> Iterable[ChangeRecord]:
        """Return all changed areas, as reviewed if they were."""
        return self.streams.changes() if self.stored is None else self.stored.changes()


def _write_mask(path: Path, run: RunContent) -> None:
    from ..io.cog import write_mask_cog

    write_mask_cog(path, run.grid, run.streams.channels, run.streams.class_masks(), overwrite=run.overwrite)


def _write_probabilities(path: Path, run: RunContent) -> None:
    from ..io.cog import write_probabilities_cog

    write_probabilities_cog(path, run.grid, run.streams.channels, run.streams.probabilities(), overwrite=run.overwrite)


def _write_report(path: Path, run: RunContent) -> None:
    from ..report.content import sites_of_tiles
    from ..report.html import write_report
    from ..report.thumbnails import PairThumbnails

    by_site = run.stored is None or run.stored.has_sites
    images = PairThumbnails(run.streams.pair, run.streams.stretch)
    write_report(
        path,
        run.record,
        run.grid,
        run.sites() if by_site else sites_of_tiles(run.tiles()),
        run.changes(),
        images,
        overwrite=run.overwrite,
        noun="site" if by_site else "tile",
        zones=run.zones(),
        head=run.head,
    )


def _write_geopackage(path: Path, run: RunContent) -> None:
    from ..io.geopackage_writer import write_geopackage

    if run.stored is None:
        write_geopackage(
            path,
            run.record,
            run.tiles(),
            run.changes(),
            run.grid.crs,
            overwrite=run.overwrite,
            sites=run.sites(),
            zones=run.zones(),
        )


def _write_layers(path: Path, run: RunContent) -> None:
    from ..io.layer_files import choose_layers, write_layers
    from ..io.layers import about

    found = {SITES: run.sites, CHANGES: run.changes, TILES: run.tiles, RUNS: lambda: [run.record]}
    if run.zones():
        found[ZONES] = run.zones
    chosen = choose_layers(path, found, run.layer)
    write_layers(path, chosen, run.grid.crs, about([run.record]), overwrite=run.overwrite)


Writer = Callable[[Path, RunContent], None]

GEOPACKAGE = "geopackage"
"""The result itself, from which a report or an export is made later; written last."""
LAYERS = "layers"
"""The result as layers for other programs, in place of a GeoPackage."""

WRITERS: Mapping[str, Writer] = {
    "mask": _write_mask,
    "probabilities": _write_probabilities,
    "report": _write_report,
    LAYERS: _write_layers,
    GEOPACKAGE: _write_geopackage,
}
"""Each writes one file, complete or not at all; in the order in which they are written."""

FURTHER_OUTPUTS = tuple(kind for kind in WRITERS if kind not in (GEOPACKAGE, LAYERS))
"""What a run writes beside its result where it is asked to."""
