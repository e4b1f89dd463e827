"""One block of work: read, describe, blend, classify, outline, commit.

A describer is built once per process from a plain, picklable job, and then given blocks; all it hands back is
a small report, the results lie in the block's file.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..io.cog import to_uint8
from ..predict.class_mask import to_class_mask
from ..raster.aoi import AreaOfInterest, TileSelection
from ..raster.mosaic import blend_weights, mosaic_block
from ..raster.pair import FoundPair, PairOptions, RasterPair
from ..raster.polygons import measure_parts, parts_to_arrays, polygonize_block
from ..raster.radiometry import Stretch
from ..raster.spectral import open_spectral
from ..raster.tiling import Block, Tile, TileLattice, Window
from ..schema import NODATA, SkipReason
from .block_file import BlockResult, TileOutput, block_path, write_block
from .block_reader import HaloBlock
from .index_plan import IndexPlan, Measuring
from .object_counts import count_in_block
from .prediction_cache import PredictionCache
from .read_ahead import BlockReader

if TYPE_CHECKING:
    from ..models.config import Channel
    from ..predict.device import Backend
    from ..predict.predictor import EncodedTile, Predictor, TilePrediction

_TILES_AT_ONCE = 32
"""Tiles that the network sees together: whole batches on any device, for one that is not full costs as much."""
_MOST_TILES_AT_ONCE = 64
"""The same, counting those that it need not see again."""
_CACHE_BYTES = 256 * 2**20
_WORDS_AT_ONCE = 64
_MEASURED_PIXELS = 16
"""Areas of fewer pixels are left out by default, so they are not measured before somebody wants them."""
_NOTHING = np.zeros((0, 0, 0), np.float32)


@dataclass(frozen=True)
class BlockTask:
    """Task of a process that describes blocks; picklable.

    Attributes:
        found: both dates, as the run has found them.
        pair: how it came to them, for bands that are measured.
        stretch: the run's radiometric constants, as plain data.
        model: folder of the model pack.
        model_sha256: hash of its manifest.
        device: name of the device as resolved.
        precision: of the network there.
        backend: library that runs the network, as resolved.
        threshold: common threshold of the channels, or None for the pack's.
        tile_size: pixels.
        overlap: pixels.
        folder: run folder for the block files.
        aoi: the area of interest as hexadecimal WKB in the grid's CRS, None for everything.
        indices: what is measured beside the model, as plain data; None for nothing.
        words: whether tiles get sentences: none in imagery that the model does not know.
    """

    found: FoundPair
    pair: PairOptions
    stretch: dict[str, Any]
    model: str
    model_sha256: str
    device: str
    precision: str
    backend: Backend
    threshold: float | None
    tile_size: int
    overlap: int
    folder: str
    aoi: str | None = None
    indices: dict[str, Any] | None = None
    words: bool = True


@dataclass(frozen=True)
class BlockReport:
    """Report of a finished block to the runner.

    Attributes:
        block_id: number of the block.
        tiles: number of tiles it owns.
        unreadable: how many of them could not be read.
        trouble: what the reader said, empty if all was well.
        seconds: per stage; of reading, those that the network waited.
    """

    block_id: int
    tiles: int
    unreadable: int
    trouble: str
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenedPair:
    """What blocks are read from: the pair, its constants and its tiles.

    Attributes:
        pair: both dates, open.
        stretch: radiometric constants.
        lattice: all tiles.
        choice: the tiles that the run is about.
        measuring: what is measured beside the model, with its bands, open.
    """

    pair: RasterPair
    stretch: Stretch
    lattice: TileLattice
    choice: TileSelection
    measuring: Measuring = field(default_factory=Measuring)


def open_task(task: BlockTask) -> OpenedPair:
    """Open the pair of a task in a process of its own; whoever asks closes it."""
    pair = task.found.open()
    grid = pair.grid
    lattice = TileLattice(grid.height, grid.width, task.tile_size, task.overlap)
    area = AreaOfInterest.from_wkb(task.aoi) if task.aoi else None
    measuring = Measuring()
    if task.indices is not None:
        plan = IndexPlan.from_dict(task.indices)
        measuring = Measuring(plan, open_spectral(task.pair, pair, plan.roles))
    return OpenedPair(pair, Stretch.from_dict(task.stretch), lattice, TileSelection(grid, lattice, area), measuring)


class BlockProcessor:
    """Describes blocks of one job.

    Args:
        job: the job.
        opened: its pair and tiles, open.
        predictor: its model, loaded.
        on_tiles: told the number of owned tiles as they are done.
        check: called between steps; raises to stop.
    """

    def __init__(
        self,
        job: BlockTask,
        opened: OpenedPair,
        predictor: Predictor,
        on_tiles: Callable[[int], None] = lambda count: None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self.job = job
        self.pair, self.stretch = opened.pair, opened.stretch
        self.lattice, self.choice, self.area = opened.lattice, opened.choice, opened.choice.area
        self.measuring = opened.measuring
        self.reader = BlockReader(self.pair, self.stretch, self.choice)
        self.predictor = predictor
        self.cache = PredictionCache(_CACHE_BYTES)
        head = self.predictor.pack.manifest.architecture.mask_head
        self.margin = head.margin if head else 0
        self._on_tiles = on_tiles
        self._check = check

    def close(self) -> None:
        """Stop reading, and close both rasters."""
        self.reader.close()
        self.pair.close()
        if self.measuring.spectral is not None:
            self.measuring.spectral.close()

    def describe(self, block: Block, following: Block | None = None) -> BlockReport:
        """Describe one block and commit its file.

        Args:
            block: the block.
            following: the one that is likely to come next, which is read meanwhile.

        Raises:
            OSError: the disk refused the file.
        """
        clock = _Clock()
        owned = {tile.tile_id for tile in self.choice.owned(block.window)}
        tiles, pixels = self.reader.read(block, following, self._check)
        clock.lap("read")
        notes = _Notes(self.predictor if self.job.words else None, self._check)
        probabilities = self._mosaic(block.window, tiles, owned, pixels, notes)
        notes.write_words()
        clock.lap("describe")
        clock.move("describe", "words", notes.seconds)
        valid = _described(block.window, tiles, pixels, self.lattice, self.margin)
        if self.area is not None:
            valid &= self.area.inside(self.pair.grid, block.window)
        probabilities, classes, score = self._classified(block.window, probabilities, valid)
        classes[~valid] = 0
        pieces = measure_parts(polygonize_block(classes, block.window, score), self.pair.grid, _MEASURED_PIXELS)
        classes[~valid] = NODATA
        kept = to_uint8(probabilities, valid)
        pieces = count_in_block(pieces, self._all_channels, block.window, kept)
        clock.lap("polygons")
        unreadable = tuple(sorted(pixels.unreadable & owned))
        result = BlockResult(
            block.block_id,
            classes,
            kept,
            tuple(notes.written),
            unreadable,
            parts_to_arrays(pieces),
            pixels.trouble,
        )
        write_block(block_path(Path(self.job.folder), block.block_id), result)
        clock.lap("commit")
        return BlockReport(block.block_id, len(owned), len(unreadable), pixels.trouble, clock.seconds)

    def _classified(
        self, window: Window, probabilities: NDArray[np.float32], valid: NDArray[np.bool_]
    ) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.float32]]:
        """What the model says, (C, h, w), with what is measured beside it; the class of each pixel and its score."""
        channels = self.predictor.channels
        plan, spectral = self.measuring.plan, self.measuring.spectral
        if plan is None or spectral is None:
            return probabilities, *to_class_mask(probabilities, channels)
        both = np.concatenate([probabilities, plan.scores(spectral, window, valid)])
        return both, *to_class_mask(both, self._all_channels, plan.precedence(channels))

    @property
    def _all_channels(self) -> tuple[Channel, ...]:
        """Channels of the class mask: the model's, and then those that are measured."""
        plan = self.measuring.plan
        return (*self.predictor.channels, *(plan.channels if plan is not None else ()))

    def _mosaic(
        self, window: Window, tiles: list[Tile], owned: set[int], pixels: HaloBlock, notes: _Notes
    ) -> NDArray[np.float32]:
        """Blend the predictions of a block's tiles, noting what is said of the owned ones on the way.

        What a neighbour's receptive field carries into a tile of identical bytes is taken out again.
        """
        unchanged: list[Window] = []

        def noted() -> Iterator[tuple[Tile, NDArray[np.float32] | None]]:
            for tile, encoded in self._encoded(window, tiles, owned, pixels):
                if tile.tile_id in owned:
                    notes.add(tile, encoded, pixels)
                if encoded is None:
                    continue
                reason = encoded.prediction.skip_reason
                if reason == SkipReason.IDENTICAL:
                    unchanged.append(tile.window)
                unseen = reason in (SkipReason.IDENTICAL, SkipReason.NO_DATA)
                yield tile, None if unseen else encoded.prediction.probabilities

        if pixels.unreadable.issuperset(tile.tile_id for tile in tiles):
            for _ in noted():
                pass
            return np.zeros((len(self.predictor.channels), window.height, window.width), np.float32)
        gaps = bool(pixels.unreadable) or self.area is not None  # outside the area no tile need speak for a pixel
        channels = len(self.predictor.channels)
        blended = mosaic_block(window, noted(), self.lattice, self.margin, channels=channels, allow_missing=gaps)
        for same in unchanged:
            common = window.intersection(same)
            if common is not None:
                blended[(slice(None), *common.slices(window))] = 0
        return blended

    def _encoded(
        self, window: Window, tiles: list[Tile], owned: set[int], pixels: HaloBlock
    ) -> Iterator[tuple[Tile, EncodedTile | None]]:
        """What the network makes of tiles, in their order, some at a time; None for unreadable ones."""
        for some in self._some_at_once(tiles, owned, pixels):
            self._check()
            known = {t.tile_id: self.cache.get(t.tile_id) for t in some if t.tile_id not in owned}
            missing = [t for t in some if known.get(t.tile_id) is None and t.tile_id not in pixels.unreadable]
            encoded = self._encode(missing, pixels)
            for tile in missing:
                if window.intersection(tile.window) != tile.window:
                    self.cache.put(tile.tile_id, encoded[tile.tile_id])
            for tile in some:
                yield tile, encoded.pop(tile.tile_id, None) or known.pop(tile.tile_id, None)
            self._on_tiles(sum(tile.tile_id in owned for tile in some))

    def _some_at_once(self, tiles: Sequence[Tile], owned: set[int], pixels: HaloBlock) -> Iterator[list[Tile]]:
        """Tiles in parts of which the network has to see as many as fill its batches, but for the last part."""
        some: list[Tile] = []
        unseen = 0
        for tile in tiles:
            some.append(tile)
            known = tile.tile_id not in owned and tile.tile_id in self.cache
            unseen += not known and tile.tile_id not in pixels.unreadable
            if unseen == _TILES_AT_ONCE or len(some) == _MOST_TILES_AT_ONCE:
                yield some
                some, unseen = [], 0
        if some:
            yield some

    def _encode(self, tiles: Sequence[Tile], pixels: HaloBlock) -> dict[int, EncodedTile]:
        if not tiles:
            return {}
        images, valid = zip(*(pixels.crop(tile) for tile in tiles), strict=True)
        encoded = self.predictor.encode(images, valid, self._check)
        return dict(zip([tile.tile_id for tile in tiles], encoded, strict=True))


class _Notes:
    """What is said of the tiles that a block owns; sentences are written for many tiles together.

    Args:
        predictor: writes them; None where there shall be none.
        check: called between steps; raises to stop.

    Attributes:
        written: the notes, in the order of the tiles.
        seconds: that the sentences took.
    """

    def __init__(self, predictor: Predictor | None, check: Callable[[], None]) -> None:
        self.written: list[TileOutput] = []
        self.seconds = 0.0
        self._predictor, self._check = predictor, check
        self._waiting: list[tuple[int, EncodedTile, NDArray[np.bool_]]] = []

    def add(self, tile: Tile, encoded: EncodedTile | None, pixels: HaloBlock) -> None:
        """Note a tile, None for an unreadable one; its sentence may come later."""
        if self._predictor is not None and encoded is not None and encoded.memory is not None:
            mask = self._predictor.masks(encoded.prediction.probabilities)
            spare = replace(encoded, prediction=replace(encoded.prediction, probabilities=_NOTHING))
            self._waiting.append((len(self.written), spare, mask))
        self.written.append(_note(tile, encoded.prediction if encoded else None, pixels))
        if len(self._waiting) >= _WORDS_AT_ONCE:
            self.write_words()

    def write_words(self) -> None:
        """Write the sentences that are still to come."""
        if self._predictor is None:
            return
        began = time.perf_counter()
        places, tiles, masks = zip(*self._waiting, strict=True) if self._waiting else ((), (), ())
        for place, said in zip(places, self._predictor.describe(tiles, masks, self._check), strict=True):
            self.written[place] = replace(self.written[place], caption=said.caption, confidence=said.confidence)
        self._waiting.clear()
        self.seconds += time.perf_counter() - began


def load_predictor(job: BlockTask) -> Predictor:
    """Load the job's model onto its device.

    Raises:
        InputError: what lies there, on this machine, is another model.
    """
    from ..models.packs import load_pack
    from ..predict.device import choose_device
    from ..predict.predictor import Predictor

    pack = load_pack(job.model)
    if pack.sha256 != job.model_sha256:
        raise InputError(
            f"{job.model} on {platform.node()} is another model than the one of the run; put the same one there, or a "
            "folder that all machines see."
        )
    device = replace(choose_device(job.device), precision=job.precision).with_backend(job.backend)
    return Predictor(pack, device, job.threshold)


def _note(tile: Tile, prediction: TilePrediction | None, pixels: HaloBlock) -> TileOutput:
    if prediction is None:
        gate = SkipReason.UNREADABLE
        return TileOutput(tile.tile_id, gate.caption, 0.0, 0.0, 0.0, gate)
    common = pixels.window.intersection(tile.window)
    known = pixels.both_valid[common.slices(pixels.window)] if common else np.zeros(1)
    share = np.count_nonzero(known) / known.size
    return TileOutput(
        tile.tile_id,
        prediction.caption,
        prediction.change_score,
        prediction.confidence,
        round(share, 6),
        prediction.skip_reason,
    )


def _described(
    window: Window, tiles: Sequence[Tile], pixels: HaloBlock, lattice: TileLattice, margin: int
) -> NDArray[np.bool_]:
    """Which pixels of a window, (h, w), have data on both dates and a tile that speaks for them."""
    valid = np.zeros((window.height, window.width), np.bool_)
    common = pixels.window.intersection(window)
    if common is not None:
        valid[common.slices(window)] = pixels.both_valid[common.slices(pixels.window)]
    if not pixels.unreadable:
        return valid
    covered = np.zeros_like(valid)
    for tile in tiles:
        shared = window.intersection(tile.window)
        if tile.tile_id not in pixels.unreadable and shared is not None:
            weights = blend_weights(tile, lattice, margin)[shared.slices(tile.window)]
            covered[shared.slices(window)] |= weights > 0
    return valid & covered


class _Clock:
    """Seconds per stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Book the time since the last lap."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now

    def move(self, stage: str, to: str, seconds: float) -> None:
        """Book some of a stage's time as another's."""
        self.seconds[stage] -= seconds
        self.seconds[to] = self.seconds.get(to, 0.0) + seconds
