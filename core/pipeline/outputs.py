"""The end of a run: from block files to records, GeoPackage, mask and report, all as streams."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..io.geopackage_reader import read_result
from ..io.records import ChangeRecord, RunRecord, SiteRecord, TileRecord, ZoneRecord, date_columns
from ..raster.examined_area import examined_area_m2
from ..raster.grid import Window
from ..schema import SkipReason
from ..sites.build import SiteBuilder, examined_window
from ..sites.grouping import group_areas
from ..sites.paragraph import between_dates, paragraph
from ..sites.tally import SiteTally
from ..sites.zones import ZoneTally
from .job import DescribeOptions
from .merge_changes import merge_changes
from .object_counts import with_object_counts
from .planning import Plan
from .site_store import SiteStore
from .site_words import SiteWords
from .specks import Specks
from .tile_records import RunLabels, TileRecordBuilder
from .writers import GEOPACKAGE, WRITERS, RunContent

if TYPE_CHECKING:
    from ..models.config import Channel
    from ..models.packs import ModelPack
    from ..predict.device import DeviceChoice
    from ..predict.predictor import Predictor
    from ..raster.pair import RasterPair
    from ..raster.radiometry import Stretch
    from .run_directory import Manifest, RunDirectory

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
        plan: the run's plan.
        folder: holds all blocks.
        measurer: holds all tiles.
        channels: of the class mask.
        labels: dates and model.
        min_area_m2: smallest changed area.
        check: called per record and block; raises to stop.
    """

    plan: Plan
    folder: RunDirectory
    measurer: TileRecordBuilder
    channels: tuple[Channel, ...]
    labels: RunLabels
    min_area_m2: float
    check: Callable[[], None]

    @property
    def pair(self) -> RasterPair:
        """Both dates on the run's grid."""
        return self.plan.pair

    @property
    def stretch(self) -> Stretch:
        """The run's radiometric constants."""
        return self.plan.stretch

    def merge_changes(self, joined: Callable[[int], None]) -> None:
        """Join the pieces to changed areas, gather these into sites, and keep both beside the blocks.

        Args:
            joined: told how many blocks are joined, as that goes on.
        """
        plan = self.plan
        area = plan.choice.area.geometry if plan.choice.area is not None else None
        examined = examined_window(plan.pair.grid, area)
        builder = SiteBuilder(plan.pair.grid, examined, plan.outlines, self._labels, named=plan.known_imagery)
        groups = group_areas(self._checked(self._counted(self._joined(joined))), plan.pair.grid, plan.site_distance_m)
        self.store.fill(self._placed(builder, groups))
        self.measurer.settle(self._specks.clean, self.check)

    def describe_sites(self, predictor: Predictor, done: Callable[[int], None]) -> None:
        """Have the model look at each site, where its imagery is such as the model knows.

        Args:
            predictor: the model.
            done: told how many sites are described, as that goes on.
        """
        if self.plan.known_imagery:
            self._words.ask(self.store.sites(), predictor, done, self.check)

    def count(self) -> Counts:
        """Count everything that :meth:`merge_changes` kept."""
        tiles: Counter[str] = Counter()
        changed_tiles = 0
        for tile in self.tiles():
            tiles[tile.skip_reason] += 1
            changed_tiles += tile.changed
        number, area = 0, 0.0
        for change in self.changes():
            number += 1
            area += change.area_m2
        examined = examined_area_m2(self.plan.pair.grid, self._masks_by_zone())
        skip_reasons = {reason: count for reason, count in sorted(tiles.items()) if reason}
        said = self._paragraph(examined)
        return Counts(tiles.total(), changed_tiles, len(self.store), number, area, examined, said, skip_reasons)

    def zones(self) -> list[ZoneRecord]:
        """Return the zones with what :meth:`merge_changes` and :meth:`count` found in them."""
        between, dates = between_dates(*self.labels.spans), str(self.labels.dates["dates"])
        tally = self._zone_tally
        return [] if tally is None else list(tally.records(between, dates, named=self.plan.known_imagery))

    @cached_property
    def _zone_tally(self) -> ZoneTally | None:
        return None if self.plan.zones is None else ZoneTally(self.plan.zones, self.plan.pair.grid)

    def _masks_by_zone(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield the class masks, and note the examined ground of the zones."""
        for window, mask in self.class_masks():
            if self._zone_tally is not None:
                self._zone_tally.add_mask(window, mask)
            yield window, mask

    def _placed(
        self, builder: SiteBuilder, groups: Iterable[list[ChangeRecord]]
    ) -> Iterator[tuple[SiteRecord, list[ChangeRecord]]]:
        """Yield sites and their areas, told by the nearest name, and note them with their zones."""
        names = self.plan.names
        for areas in groups:
            if self._zone_tally is not None:
                self._zone_tally.add_site(areas)
            site, drawn = builder.build(areas)
            yield site if names is None else replace(site, near=names.near(site.geometry)), drawn

    def _paragraph(self, examined_m2: float) -> str:
        between = between_dates(*self.labels.spans)
        return paragraph(SiteTally.of(self.store.sites()), between, examined_m2, named=self.plan.known_imagery)

    def tiles(self) -> Iterator[TileRecord]:
        """Yield all tiles in the order of their numbers."""
        for tile in self.measurer.all():
            self.check()
            yield tile

    def changes(self) -> Iterator[ChangeRecord]:
        """Yield the changed areas that :meth:`merge_changes` kept."""
        return self._checked(self.store.changes())

    def sites(self) -> Iterator[SiteRecord]:
        """Yield the sites that :meth:`merge_changes` kept, as :meth:`describe_sites` has described them."""
        return self._checked(self._words.say(self.store.sites()))

    def class_masks(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and class mask (h, w) of all blocks."""
        for block in self.plan.work:
            self.check()
            yield block.window, self._specks.clean(self.folder.block(block.block_id), block.window)

    def probabilities(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield window and probabilities (C, h, w) of all blocks."""
        for block in self.plan.work:
            self.check()
            yield block.window, self.folder.block(block.block_id).probabilities()

    @cached_property
    def store(self) -> SiteStore:
        """Changed areas and sites."""
        return SiteStore(self.folder.path, self._labels)

    @cached_property
    def _specks(self) -> Specks:
        return Specks(self.plan.pair.grid.width)

    @cached_property
    def _words(self) -> SiteWords:
        return SiteWords(self.plan, self.folder.path, self.measurer.mask_of, self.measurer.class_words)

    @property
    def _labels(self) -> dict[str, Any]:
        return {**self.labels.dates, "model": self.labels.model}

    def _checked(self, records: Iterable[_Record]) -> Iterator[_Record]:
        for record in records:
            self.check()
            yield record

    def _counted(self, changes: Iterable[ChangeRecord]) -> Iterator[ChangeRecord]:
        def read(block_id: int) -> NDArray[np.uint8]:
            return self.folder.block(block_id).probabilities()

        return with_object_counts(changes, self.plan.pair.grid, self.channels, self.plan.work, read)

    def _joined(self, joined: Callable[[int], None]) -> Iterator[ChangeRecord]:
        def block_ids() -> Iterator[int]:
            for done, block in enumerate(self.plan.work, start=1):
                yield block.block_id
                joined(done)

        return merge_changes(
            self.folder,
            block_ids(),
            self.plan.pair.grid,
            self.plan.lattice,
            self.channels,
            self.measurer.caption_of,
            self.labels,
            self.min_area_m2,
            self._specks.add,
        )


def run_record(
    spec: DescribeOptions,
    plan: Plan,
    pack: ModelPack,
    device: DeviceChoice,
    assembler: ResultStreams,
    counts: Counts,
    seconds: dict[str, float],
    began: float,
    warnings: tuple[str, ...],
) -> RunRecord:
    """Return the one row that says what was run, on what, and what was found.

    Args:
        spec: the options.
        plan: the plan.
        pack: the model.
        device: where it ran.
        assembler: holds run folder, channels and labels.
        counts: what was found.
        seconds: per stage.
        began: ``time.time()`` at the begin of this process's part.
        warnings: all that were given.
    """
    return replace(
        planned_record(spec, plan, pack, assembler.folder.manifest),
        started=datetime.fromtimestamp(began, timezone.utc),
        duration_s=round(time.time() - began, 3),
        device=device.description,
        area_examined_m2=counts.area_examined_m2,
        tiles=counts.tiles,
        changed_tiles=counts.changed_tiles,
        sites=counts.sites,
        changes=counts.changes,
        changed_area_m2=counts.changed_area_m2,
        summary_text=counts.summary_text,
        channels=[channel.model_dump() for channel in assembler.channels],
        timings=seconds,
        warnings=list(warnings),
    )


def planned_record(spec: DescribeOptions, plan: Plan, pack: ModelPack, manifest: Manifest) -> RunRecord:
    """Return what is known of a run before its first block: what was asked, of which rasters and which model."""
    return RunRecord(
        run_id=manifest.config_hash,
        engine_version=manifest.versions.get("describe-changes", ""),
        started=datetime.now(timezone.utc),
        duration_s=0.0,
        **_pair_columns(plan),
        model=pack.name,
        model_sha256=pack.sha256,
        device="",
        tiles=0,
        changed_tiles=0,
        changes=0,
        changed_area_m2=0.0,
        parameters=_options(spec, plan),
        inputs=dict(manifest.inputs),
        model_info=_model_info(pack),
        versions=dict(manifest.versions),
    )


def _pair_columns(plan: Plan) -> dict[str, Any]:
    """Return the columns that say which rasters of which dates were laid on which grid."""
    grid, (before, after) = plan.pair.grid, plan.pair.dates
    authority = grid.crs.to_authority()
    return {
        "before": "\n".join(map(str, plan.pair.before.paths)),
        "after": "\n".join(map(str, plan.pair.after.paths)),
        **date_columns(before.start, before.end, after.start, after.end),
        "crs": ":".join(authority) if authority else grid.crs.to_wkt(),
        "width": grid.width,
        "height": grid.height,
        "gsd_m": grid.gsd_m,
    }


def _options(spec: DescribeOptions, plan: Plan) -> dict[str, Any]:
    return {
        "extent": spec.extent,
        "aoi": plan.choice.area.geometry.wkt if plan.choice.area is not None else None,
        "bands": list(plan.pair.after.bands),
        "bands_before": list(plan.pair.before.bands),
        **{
            f"{what}_{role}": getattr(told, what)
            for role, told in zip(("before", "after"), spec.overrides, strict=True)
            for what in ("crs", "nodata")
        },
        "threshold": spec.threshold,
        "min_area": plan.min_area_m2,
        "site_distance": plan.site_distance_m,
        "outlines": plan.outlines,
        "tile_size": plan.tile_size,
        "overlap": plan.overlap,
        "block_size": spec.block_size,
        "executor": spec.executor,
        **{name: str(path) for name, path in (("zones", spec.zones), ("names", spec.names)) if path is not None},
    }


def _model_info(pack: ModelPack) -> dict[str, Any]:
    manifest = pack.manifest
    return {
        "title": manifest.description,
        "licence": manifest.licence,
        "training_data": "; ".join(manifest.training_data),
        "limits": f"trained on {manifest.input.gsd_m[0]:g} to {manifest.input.gsd_m[1]:g} m per pixel",
    }


def write_outputs(
    spec: DescribeOptions,
    assembler: ResultStreams,
    record: RunRecord,
    wrote: Callable[[str], None],
    *,
    keep: bool = False,
) -> None:
    """Write what was asked for, each file complete or not at all, the GeoPackage last.

    Args:
        spec: names the files.
        assembler: streams the content.
        record: the run.
        wrote: told the kind of each file as it stands.
        keep: whether the GeoPackage stays as an analyst has left it; then the report tells of that.

    Raises:
        InputError: a file cannot be written.
    """
    targets = spec.targets
    stored = read_result(targets[GEOPACKAGE]) if keep else None
    content = RunContent(record, assembler, stored, spec.overwrite, spec.layer)
    for kind, write in WRITERS.items():
        if kind in targets:
            write(targets[kind], content)
            wrote(kind)
