"""From the options to a plan: the pair at a resolution the model knows, tiles, blocks, constants, manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..predict.device import DeviceChoice
from ..raster.aoi import TileSelection, read_aoi
from ..raster.pair import PairOptions, RasterPair
from ..raster.radiometry import ImageStats, Stretch, estimate_stretch, sample_image_stats
from ..raster.tiling import Block, TileLattice, plan_blocks
from ..sites.grouping import default_distance_m
from ..sites.names import NamedPlaces, read_names
from ..sites.outlines import Outlines
from ..sites.zones import Zones, overlap_sentence, read_zones
from .block_processor import OpenedPair
from .fingerprints import fingerprint
from .index_plan import Measuring, plan_indices
from .job import DescribeOptions
from .run_directory import Manifest, library_versions

if TYPE_CHECKING:
    from ..models.config import Channel
    from ..models.packs import ModelPack, Radiometry

MAX_DOWNSAMPLING = 16.0
"""Finer rasters than the model knows are averaged down to its range, by no more than this factor."""
MAX_UPSAMPLING = 2.0
"""Coarser rasters are interpolated up to its range, by no more than this: beyond it there is nothing to see."""
MIN_AREA_PIXELS = 16
"""Changed areas below this many pixels of the working grid are noise of the threshold; a job may say otherwise."""
MOST_TILES = 20_000_000
"""Of one run: at a hundred tiles per second, two days and a half."""
MOST_BLOCKS = 1_000_000
_CLOSE_ENOUGH = 1.05


@dataclass(frozen=True)
class Plan:
    """Everything a run needs to know before the first block.

    Attributes:
        pair: both dates, open.
        stretch: radiometric constants.
        lattice: all tiles.
        blocks: all blocks.
        choice: the tiles that the run is about.
        options: open the same pair again in another process.
        tile_size: pixels.
        overlap: pixels.
        min_area_m2: smallest changed area.
        site_distance_m: changed areas within so many metres of each other are one site.
        outlines: how changed areas are drawn.
        known_imagery: whether the pixels are of a size and look like what the model was trained on.
        warnings: sentences for the user.
        zones: named polygons by which changes are added up.
        names: named features by which sites are told.
        measuring: what is measured beside the model.
    """

    pair: RasterPair
    stretch: Stretch
    lattice: TileLattice
    blocks: list[Block]
    choice: TileSelection
    options: PairOptions
    tile_size: int
    overlap: int
    min_area_m2: float
    site_distance_m: float
    outlines: Outlines
    known_imagery: bool
    warnings: tuple[str, ...]
    zones: Zones | None = None
    names: NamedPlaces | None = None
    measuring: Measuring = field(default_factory=Measuring)

    @property
    def opened(self) -> OpenedPair:
        """What a block is described with, open."""
        return OpenedPair(self.pair, self.stretch, self.lattice, self.choice, self.measuring)

    @property
    def indices(self) -> dict[str, Any] | None:
        """What is measured beside the model, as plain data."""
        return self.measuring.plan.to_dict() if self.measuring.plan is not None else None

    @property
    def measured_channels(self) -> tuple[Channel, ...]:
        """Channels of the class mask after those of the model."""
        return self.measuring.plan.channels if self.measuring.plan is not None else ()

    @property
    def measured_classes(self) -> frozenset[str]:
        """Classes that are measured; those of the same name that a model has are its own."""
        return frozenset(channel.class_name for channel in self.measured_channels)

    @property
    def nameable(self) -> frozenset[str] | None:
        """Classes that sentences may name, None for all: no model's in imagery that it does not know."""
        return None if self.known_imagery else self.measured_classes

    @cached_property
    def work(self) -> list[Block]:
        """Blocks that hold a part of a wanted tile."""
        return [block for block in self.blocks if self.choice.touches(block.window)]

    @property
    def aoi(self) -> str | None:
        """The area of interest in the grid's CRS as hexadecimal WKB, None for everything."""
        return self.choice.area.wkb if self.choice.area is not None else None

    def manifest(self, spec: DescribeOptions, pack: ModelPack, device: DeviceChoice) -> Manifest:
        """Return all that bears on the result."""
        inputs = {
            "before": [fingerprint(path) for path in self.pair.before.paths],
            "after": [fingerprint(path) for path in self.pair.after.paths],
        }
        dates = self.pair.dates
        parameters = {
            "grid": self.pair.grid.to_dict(),
            "bands": [list(self.pair.before.bands), list(self.pair.after.bands)],
            "overrides": [[told.crs, told.nodata] for told in spec.overrides],
            "date_before": dates[0].to_dict(),
            "date_after": dates[1].to_dict(),
            "threshold": spec.threshold,
            "min_area_m2": self.min_area_m2,
            "site_distance_m": self.site_distance_m,
            "outlines": self.outlines,
            "tile_size": self.tile_size,
            "overlap": self.overlap,
            "block_size": spec.block_size,
            "aoi": self.aoi and hashlib.sha256(self.aoi.encode()).hexdigest(),
            **({"indices": self.indices} if self.indices is not None else {}),
            **_of_features("zones", spec.zones, spec.zone_name),
            **_of_features("names", spec.names, spec.name_field),
        }
        return Manifest(
            parameters=parameters,
            model={"name": pack.name, "sha256": pack.sha256},
            inputs=inputs,
            stretch=self.stretch.to_dict(),
            device=device.to_dict(),
            versions=library_versions(device.backend),
            started=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        )


def make_plan(spec: DescribeOptions, pack: ModelPack, open_files: ExitStack) -> Plan:
    """Open the pair and lay out the work.

    Args:
        spec: the options.
        pack: the model, which says tile size and resolution.
        open_files: closes the pair in the end.

    Raises:
        InputError: the rasters or the options do not allow the run.
    """
    chosen: list[tuple[float | None, tuple[str, ...]]] = []

    def choose_gsd(native: float) -> float | None:
        chosen.append(target_gsd(native, pack.manifest.input.gsd_m, pack.manifest.input.fine_gsd_m))
        return chosen[0][0]

    options = spec.pair
    pair = open_files.enter_context(options.open(choose_gsd))
    wanted, said = chosen[0]
    tile_size = spec.tile_size or pack.manifest.input.tile_size
    overlap = _overlap(spec, pack, tile_size)
    grid = pair.grid
    lattice = TileLattice(grid.height, grid.width, tile_size, overlap)
    _check_size(lattice, spec.block_size)
    area = read_aoi(spec.aoi, grid) if spec.aoi else None
    zones = read_zones(Path(spec.zones), spec.zone_name or "", grid) if spec.zones is not None else None
    names = read_names(Path(spec.names), spec.name_field or "", grid) if spec.names is not None else None
    overlap_said = (overlap_sentence(Path(spec.zones)),) if spec.zones is not None and zones and zones.overlap else ()
    stretch = estimate_stretch(pair)
    strange = domain_shift_warnings(sample_image_stats(pair, stretch), pack.manifest.input.radiometry)
    known = not strange and (wanted is not None or not said)
    measuring = plan_indices(options, pair, spec.indices, pack.channels, open_files, known=known)
    return Plan(
        pair=pair,
        stretch=stretch,
        lattice=lattice,
        blocks=plan_blocks(grid, spec.block_size),
        choice=TileSelection(grid, lattice, area),
        options=replace(options, gsd_m=wanted),
        tile_size=tile_size,
        overlap=overlap,
        min_area_m2=MIN_AREA_PIXELS * grid.gsd_m**2 if spec.min_area is None else spec.min_area,
        site_distance_m=default_distance_m(grid) if spec.site_distance is None else spec.site_distance,
        outlines=spec.outlines,
        known_imagery=known,
        warnings=tuple(dict.fromkeys((*pair.warnings, *said, *strange, *measuring.warnings, *overlap_said))),
        zones=zones,
        names=names,
        measuring=measuring,
    )


def _of_features(what: str, path: Path | str | None, field: str | None) -> dict[str, Any]:
    """Return what a file of features adds to a run's parameters: nothing where there is none."""
    return {} if path is None else {what: [fingerprint(Path(path))["sample_sha256"], field]}


def _check_size(lattice: TileLattice, block_size: int) -> None:
    """Refuse what no machine finishes before anything is laid out that grows with it."""
    blocks = -(-lattice.height // block_size) * -(-lattice.width // block_size)
    for count, most, what, remedy in (
        (len(lattice), MOST_TILES, "tiles", "describe a part at a time with --extent, or check the pixel size"),
        (blocks, MOST_BLOCKS, "blocks", "choose a larger --block-size, or a part with --extent"),
    ):
        if count > most:
            raise InputError(
                f"The area that both rasters cover has {lattice.width:,} × {lattice.height:,} pixels, which are "
                f"{count:,} {what}; at most {most:,} are described at once: {remedy}."
            )


def target_gsd(
    native: float, known: tuple[float, float], fine: float | None = None
) -> tuple[float | None, tuple[str, ...]]:
    """Choose the resolution to work at.

    Args:
        native: ground sample distance of the grid in metres.
        known: finest and coarsest that the model was trained on, metres.
        fine: what finer imagery is read at, metres; its own where it is known, if left out.

    Returns:
        Metres to resample to, or None to stay at the grid's own, and sentences for the user.
    """
    finest, coarsest = known
    if fine is not None and native < fine / _CLOSE_ENOUGH and fine / native <= MAX_DOWNSAMPLING:
        return fine, (f"The model finds more at {fine:.3g} m: the rasters of {native:.3g} m are described at that.",)
    if finest / _CLOSE_ENOUGH <= native <= coarsest * _CLOSE_ENOUGH:
        return None, ()
    outside = (
        f"The ground sample distance of {native:.3g} m is outside what the model was trained on "
        f"({finest:.3g} to {coarsest:.3g} m)"
    )
    if native < finest and finest / native <= MAX_DOWNSAMPLING:
        return finest, (f"{outside}; the rasters are described at {finest:.3g} m.",)
    if native > coarsest and native / coarsest <= MAX_UPSAMPLING:
        return coarsest, (f"{outside}; the rasters are interpolated to {coarsest:.3g} m.",)
    return None, (f"{outside}: it writes no sentences; check its masks against the imagery.",)


def domain_shift_warnings(dates: Sequence[ImageStats | None], known: Radiometry | None) -> tuple[str, ...]:
    """Say where the imagery looks like nothing that the model was trained on.

    Args:
        dates: what the earlier and the later date look like; None if unknown.
        known: ranges over the training images; None if unknown.

    Returns:
        A sentence per date that is outside.
    """
    sentences = []
    for name, date in zip(("earlier", "later"), dates, strict=True):
        figures = _compared(date, known)
        strange = [words[value > high] for words, value, (low, high) in figures if not low <= value <= high]
        if strange:
            sentences.append(
                f"The {name} raster {' and '.join(strange)} than the images that the model was trained on: it "
                "writes no sentences; check its masks against the imagery."
            )
    return tuple(sentences)


def _compared(
    date: ImageStats | None, known: Radiometry | None
) -> list[tuple[tuple[str, str], float, tuple[float, float]]]:
    """(words for too little and too much, value, range) of each figure."""
    if date is None or known is None:
        return []
    return [
        (("is darker", "is brighter"), date.brightness, known.brightness),
        (("has less contrast", "has more contrast"), date.contrast, known.contrast),
        (("is less red", "is redder"), date.red_green, known.red_green),
        (("is less blue", "is bluer"), date.blue_green, known.blue_green),
    ]


def _overlap(spec: DescribeOptions, pack: ModelPack, tile_size: int) -> int:
    expected = pack.manifest.input
    if spec.overlap is None:
        overlap = expected.overlap if tile_size == expected.tile_size else tile_size // 4
    else:
        overlap = spec.overlap
    if overlap > tile_size // 2:
        raise InputError(
            f"--overlap {overlap} is more than half of the tile size of {tile_size} pixels; choose at most "
            f"{tile_size // 2}."
        )
    return overlap
