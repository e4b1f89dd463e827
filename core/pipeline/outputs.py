"""The end of a run: from block files to records, GeoPackage, mask and report, all as streams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..io.geopackage_reader import read_result
from ..io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord, ZoneRecord
from ..raster.examined_area import examined_area_m2
from ..raster.tiling import Window
from ..schema import SkipReason
from ..sites.build import SiteBuilder, examined_window
from ..sites.grouping import group_areas
from ..sites.paragraph import between_dates, paragraph
from ..sites.tally import SiteTally
from ..sites.zones import ZoneTally
from .context import RunContext
from .drawing import DrawnSite
from .merge_changes import merge_changes
from .object_counts import with_object_counts
from .site_store import SiteStore
from .site_words import SiteBatches, SiteWords, Told
from .specks import Specks
from .tile_records import TileRecordBuilder
from .writers import GEOPACKAGE, WRITERS, RunContent

if TYPE_CHECKING:
    from ..models.config import Channel
    from ..raster.pair import RasterPair
    from ..raster.radiometry import Stretch
    from .run_directory import RunDirectory

_Record = TypeVar("_Record")


@dataclass(frozen=True)
class Counts:
    """Numbers of what a run found."""

    tiles: int
    changed_tiles: int
    sites: int
    changes: int
    changed_area_m2: float
    area_examined_m2: float
    summary_text: str
    skip_reasons: dict[str, int]

    @property
    def unreadable(self) -> int:
        """Tiles whose pixels could not be read."""
        return self.skip_reasons.get(SkipReason.UNREADABLE, 0)


@dataclass(frozen=True)
class ResultStreams:
    """Streams a finished run folder into outputs.

    Attributes:
        context: the run.
        folder: holds all blocks.
        measurer: holds all tiles.
    """

    context: RunContext
    folder: RunDirectory
    measurer: TileRecordBuilder

    @property
    def pair(self) -> RasterPair:
        """Both dates on the run's grid."""
        return self.context.plan.pair

    @property
    def stretch(self) -> Stretch:
        """The run's radiometric constants."""
        return self.context.plan.stretch

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the class mask."""
        return self.context.channels

    def merge_changes(
        self,
        draw: Callable[[SiteBuilder, Iterable[list[ChangeRecord]]], Iterator[DrawnSite]],
        joined: Callable[[int], None],
    ) -> None:
        """Join the pieces to changed areas, gather these into sites, and keep both beside the blocks.

        Args:
            draw: draws sites in their order, where that takes no masks.
            joined: told how many blocks are joined, as that goes on.
        """
        plan, grid = self.context.plan, self.context.grid
        examined = examined_window(grid, self.context.area)
        builder = SiteBuilder(
            grid,
            examined,
            plan.outlines,
            self._labels,
            plan.nameable,
            mask_of=self.measurer.mask_of if plan.outlines == "square" else None,
        )
        groups = group_areas(self._checked(self._counted(self._joined(joined))), grid, plan.site_distance_m)
        groups = self._noted_with_zones(groups)
        self.store.fill(self._placed(draw(builder, groups) if plan.outlines == "clean" else builder.build_each(groups)))
        self.measurer.settle(self._specks.clean)

    def describe_sites(self, tell: Callable[[SiteBatches, int], Iterator[Told]], done: Callable[[int], None]) -> None:
        """Have the model look at each site, where its imagery is such as the model knows.

        Args:
            tell: describes batches of so many sites.
            done: told how many sites are described, as that goes on.
        """
        if self.context.plan.known_imagery:
            self._words.ask(self.store.sites, len(self.store), tell, done)

    def count(self) -> Counts:
        """Count everything that :meth:`merge_changes` kept."""
        tiles: Counter[str] = Counter()
        changed_tiles = 0
        for reason, changed in self.measurer.outcomes():
            tiles[reason] += 1
            changed_tiles += changed
        number, area = self.store.changes_count, self.store.changed_area_m2
        examined = examined_area_m2(self.context.grid, self._masks_by_zone())
        skip_reasons = {reason: count for reason, count in sorted(tiles.items()) if reason}
        said = self._paragraph(examined)
        return Counts(tiles.total(), changed_tiles, len(self.store), number, area, examined, said, skip_reasons)

    def zones(self) -> list[ZoneRecord]:
        """Return the zones with what :meth:`merge_changes` and :meth:`count` found in them."""
        labels, tally = self.context.labels, self._zone_tally
        between, dates = between_dates(*labels.spans), str(labels.dates["dates"])
        return [] if tally is None else list(tally.records(between, dates, self.context.plan.nameable))

    @cached_property
    def _zone_tally(self) -> ZoneTally | None:
        zones = self.context.plan.zones
        return None if zones is None else ZoneTally(zones, self.context.grid)

    def _masks_by_zone(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield the class masks, and note the examined ground of the zones."""
        for window, mask in self.class_masks():
            if self._zone_tally is not None:
                self._zone_tally.add_mask(window, mask)
            yield window, mask

    def _placed(self, sites: Iterable[DrawnSite]) -> Iterator[DrawnSite]:
        """Yield sites and their areas, told by the nearest name."""
        names = self.context.plan.names
        for site, drawn in sites:
            yield site if names is None else replace(site, near=names.near(site.geometry)), drawn

    def _noted_with_zones(self, groups: Iterable[list[ChangeRecord]]) -> Iterator[list[ChangeRecord]]:
        for areas in groups:
            if self._zone_tally is not None:
                self._zone_tally.add_site(areas)
            yield areas

    def _paragraph(self, examined_m2: float) -> str:
        between, nameable = between_dates(*self.context.labels.spans), self.context.plan.nameable
        return paragraph(SiteTally.of(self.store.sites()), between, examined_m2, nameable=nameable)

    def tiles(self) -> Iterator[TileRecord]:
        """Yield all tiles in the order of their numbers."""
        for tile in self.measurer.all():
            self.context.check()
            yield tile

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield the changed areas that :meth:`merge_changes` kept."""
        return self._checked(self.store.changes())

    def sites(self) -> Iterator[SiteRecord]:
        """Yield the sites that :meth:`merge_changes` kept, as :meth:`describe_sites` has described them."""
        return self._checked(self._words.say(self.store.sites()))

    def class_masks(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and class mask (h, w) of all blocks."""
        for block in self.context.plan.work:
            self.context.check()
            yield block.window, self._specks.clean(self.folder.block(block.block_id), block.window)

    def probabilities(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and probabilities (C, h, w) of all blocks."""
        for block in self.context.plan.work:
            self.context.check()
            yield block.window, self.folder.block(block.block_id).probabilities()

    @cached_property
    def store(self) -> SiteStore:
        """Changed areas and sites."""
        return SiteStore(self.folder.path, self._labels)

    @cached_property
    def _specks(self) -> Specks:
        return Specks(self.context.grid.width)

    @cached_property
    def _words(self) -> SiteWords:
        return SiteWords(self.context, self.folder.path, self.measurer.mask_of)

    @property
    def _labels(self) -> dict[str, Any]:
        return {**self.context.labels.dates, "model": self.context.labels.model}

    def _checked(self, records: Iterable[_Record]) -> Iterator[_Record]:
        for record in records:
            self.context.check()
            yield record

    def _counted(self, changes: Iterable[ChangeRecord]) -> Iterator[ChangeRecord]:
        def read(block_id: int) -> NDArray[np.uint8]:
            return self.folder.block(block_id).probabilities()

        return with_object_counts(changes, self.context.grid, self.channels, self.context.plan.work, read)

    def _joined(self, joined: Callable[[int], None]) -> Iterator[ChangeRecord]:
        def block_ids() -> Iterator[int]:
            for done, block in enumerate(self.context.plan.work, start=1):
                yield block.block_id
                joined(done)

        return merge_changes(self.context, self.folder, block_ids(), self.measurer.caption_of, self._specks.add)


def write_outputs(
    streams: ResultStreams,
    record: RunRecord,
    wrote: Callable[[str], None],
    *,
    keep: bool = False,
) -> None:
    """Write what was asked for, each file complete or not at all, the GeoPackage last.

    Args:
        streams: the content, and the run that names the files.
        record: the run.
        wrote: told the kind of each file as it stands.
        keep: whether the GeoPackage stays as an analyst has left it; then the report tells of that.

    Raises:
        InputError: a file cannot be written.
    """
    options = streams.context.options
    targets = options.targets
    stored = read_result(targets[GEOPACKAGE]) if keep else None
    content = RunContent(record, streams, stored, options.overwrite, options.layer, options.report_head)
    for kind, write in WRITERS.items():
        if kind in targets:
            write(targets[kind], content)
            wrote(kind)
