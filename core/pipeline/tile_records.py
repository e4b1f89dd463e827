"""Build tile records once all blocks overlapping a tile are finished.

A tile's facts need the blended mask of its whole window, which may lie in four blocks, finished in any order and
perhaps by an earlier, interrupted run. So facts are always taken from the block files, the same way whatever
the block size, and kept beside them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Polygon

from ..captions.facts import FactExtractor, penalise_disagreement
from ..captions.no_change import POSSIBLE_CHANGE, denies_change
from ..io.disk import write_json
from ..io.records import TileRecord
from ..raster.tiling import Block, Window
from ..schema import NODATA
from .block_file import BlockFile, TileOutput
from .context import RunContext
from .run_directory import RunDirectory

_MASKS_KEPT = 8  # class masks of blocks kept decompressed; a block of 2048 px takes 4 MB


@dataclass(frozen=True)
class TileMeasurement:
    """A tile's note and what was measured in it, as kept in the run folder."""

    note: TileOutput
    facts: str
    changed: bool
    changed_fraction: float
    changed_area_m2: float
    confidence: float


class TileRecordBuilder:
    """Turns the notes of finished blocks into tile records.

    Args:
        context: the run.
        folder: its folder.
    """

    def __init__(self, context: RunContext, folder: RunDirectory) -> None:
        plan, manifest = context.plan, context.pack.manifest
        blocks = plan.blocks
        self._check, self._disagreement = context.check, manifest.decoding.disagreement
        self._choice = plan.choice
        self._folder, self._grid, self._lattice, self._blocks = folder, context.grid, plan.lattice, blocks
        self._by_model = len(context.predictor.channels)
        self._measured = plan.measured_classes
        self._finder = FactExtractor(context.grid, context.channels, plan.min_area_m2)
        self._class_words, self._threshold = manifest.class_words, manifest.calibration.threshold
        self._labels, self._dates = context.labels, context.labels.dates
        self._size = max(blocks[0].window.height, blocks[0].window.width)  # where there are several, one side is whole
        self._columns = blocks[-1].col_index + 1
        self._done: set[int] = set()
        self._needs = {block.block_id: self._touched(block) for block in blocks if self._choice.touches(block.window)}
        self._waiting: dict[int, list[int]] = {}
        for owner, needs in self._needs.items():
            for block_id in needs:
                self._waiting.setdefault(block_id, []).append(owner)
        self._mask = lru_cache(_MASKS_KEPT)(lambda block_id: folder.block(block_id).class_mask())

    def finish(self, block_id: int) -> Iterator[TileRecord]:
        """Take note of a finished block and yield the records of all tiles that are final by it."""
        self._done.add(block_id)
        for owner in self._waiting.pop(block_id, ()):
            if not self._needs[owner] <= self._done:
                continue
            path = self._folder.tiles_path(owner)
            if not path.exists():
                notes = self._folder.block(owner).notes()
                self._expect(owner, [note.tile_id for note in notes])
                measured = [_entry(self._measure(note)) for note in notes]
                write_json(path, measured, indent=None)
            yield from self.of_block(owner)

    def _expect(self, block_id: int, tile_ids: list[int]) -> None:
        """Measure the pixels of a block's tiles and of their cells at once, if there is changed ground to measure."""
        if any(self._folder.block(number).has_pieces() for number in self._needs[block_id]):
            cells = [self._lattice.cell(self._lattice.tile(tile_id)) for tile_id in tile_ids]
            self._finder.expect([*map(self._window, tile_ids), *cells])

    def settle(self, clean: Callable[[BlockFile, Window], NDArray[np.uint8]]) -> None:
        """Count the changed ground of all tiles anew, now that it is known what is too small to be a changed area.

        Args:
            clean: class mask (h, w) of a block without that.
        """
        masks = lru_cache(_MASKS_KEPT)(lambda number: clean(self._folder.block(number), self._blocks[number].window))
        changed = {number for number in self._needs if self._folder.block(number).has_pieces()}
        for block_id, needs in self._needs.items():
            self._check()
            if needs.isdisjoint(changed):  # nothing there can be too small
                continue
            path = self._folder.tiles_path(block_id)
            entries = self._entries(block_id)
            self._expect(block_id, [entry["note"]["tile_id"] for entry in entries])
            settled = [_entry(self._settled(_measurement(entry), masks)) for entry in entries]
            if settled != entries:
                write_json(path, settled, indent=None)

    def _settled(self, measured: TileMeasurement, masks: Callable[[int], NDArray[np.uint8]]) -> TileMeasurement:
        cell = self._lattice.cell(self._lattice.tile(measured.note.tile_id))
        mask = self._mask_of(cell, masks)
        area, fraction = self._changed_ground((mask > 0) & (mask != NODATA), mask != NODATA, cell)
        changed = self._is_changed(measured.note, mask, area)
        return replace(measured, changed=changed, changed_area_m2=area, changed_fraction=fraction)

    def _changed_ground(
        self, changed: NDArray[np.bool_], valid: NDArray[np.bool_], cell: Window
    ) -> tuple[float, float]:
        """Changed ground in m² of a tile's cell, (h, w), and its share of the cell's valid pixels."""
        count = int(np.count_nonzero(changed))
        if not count:
            return 0.0, 0.0
        return self._finder.ground_m2(changed, cell), round(count / max(int(valid.sum()), 1), 6)

    def of_block(self, block_id: int) -> Iterator[TileRecord]:
        """Yield the records of a block's tiles, measured before."""
        measured = list(map(_measurement, self._entries(block_id)))
        outlines = self._grid.window_polygons([self._window(tile.note.tile_id) for tile in measured])
        return map(self._record, measured, outlines)

    def outcomes(self) -> Iterator[tuple[str, bool]]:
        """Yield of each tile, in any order, why the model was not asked and whether it counts as changed."""
        for block_id in self._needs:
            self._check()
            for entry in self._entries(block_id):
                yield entry["note"]["skip_reason"], entry["changed"]

    def _entries(self, block_id: int) -> list[dict[str, Any]]:
        """The measurements of a block's tiles as plain data."""
        entries: list[dict[str, Any]] = json.loads(self._folder.tiles_path(block_id).read_text(encoding="utf-8"))
        return entries

    def all(self) -> Iterator[TileRecord]:
        """Yield the records of all tiles in the order of their numbers, one row of blocks in memory."""
        for start in range(0, len(self._blocks), self._columns):
            stop = start + self._columns
            row = self._blocks[start:stop]
            worked = [block.block_id for block in row if block.block_id in self._needs]
            records = [record for block_id in worked for record in self.of_block(block_id)]
            yield from sorted(records, key=lambda record: record.tile_id)

    def caption_of(self, tile_id: int) -> str:
        """Return the caption of a changed area in a tile."""
        window = self._lattice.tile(tile_id).window
        return self._captions(self._block_at(window.row, window.col))[tile_id]

    @lru_cache(maxsize=256)  # noqa: B019 - lives as long as the run
    def _captions(self, block_id: int) -> dict[int, str]:
        """Of tiles that a changed area lies in."""
        return {note.tile_id: _caption_of(note, changed=True) for note in self._folder.block(block_id).notes()}

    def _block_at(self, row: int, col: int) -> int:
        return (row // self._size) * self._columns + col // self._size

    def _touching(self, window: Window) -> Iterable[Block]:
        for row in range(window.row // self._size, (window.row_stop - 1) // self._size + 1):
            first = self._block_at(row * self._size, window.col)
            stop = self._block_at(row * self._size, window.col_stop - 1) + 1
            yield from self._blocks[first:stop]

    def _touched(self, block: Block) -> frozenset[int]:
        """Blocks on whose masks the facts of a block's tiles rest, itself included."""
        found = {block.block_id}
        for tile in self._choice.owned(block.window):
            window = tile.window.intersection(self._grid.window)
            if window is not None and window != block.window.intersection(window):
                found.update(other.block_id for other in self._touching(window))
        return frozenset(found)

    def mask_of(self, window: Window) -> NDArray[np.uint8]:
        """Return the class mask (h, w) of a window, 255 outside the grid and where no block is worked on."""
        return self._mask_of(window, self._mask)

    def _mask_of(self, window: Window, masks: Callable[[int], NDArray[np.uint8]]) -> NDArray[np.uint8]:
        mask = np.full((window.height, window.width), NODATA, np.uint8)
        for block in self._touching(window):
            common = window.intersection(block.window)
            if common is not None and block.block_id in self._needs:
                mask[common.slices(window)] = masks(block.block_id)[common.slices(block.window)]
        return mask

    def _measure(self, note: TileOutput) -> TileMeasurement:
        window = self._window(note.tile_id)
        mask = self.mask_of(window)
        facts = self._finder.measure(mask, window)
        cell = self._lattice.cell(self._lattice.tile(note.tile_id))
        part = cell.slices(window)
        area, fraction = self._changed_ground(facts.counted[part], mask[part] != NODATA, cell)
        confidence = note.confidence
        if note.skip_reason:  # the mask of the neighbours may still reach in: then the gate's word is worth less
            confidence = round(confidence / 2, 6) if facts.area_m2 > 0 else confidence
        else:
            # What indices show is no contradiction: the model says that nothing of its own classes has changed.
            shown = facts.classes - self._measured if denies_change(note.caption) else facts.classes
            confidence = penalise_disagreement(confidence, note.caption, shown, self._class_words, self._disagreement)
        changed = self._is_changed(note, np.where(facts.counted[part], mask[part], 0), area)
        return TileMeasurement(note, facts.sentence, changed, fraction, area, confidence)

    def _is_changed(self, note: TileOutput, mask: NDArray[np.uint8], area: float) -> bool:
        """Return whether a tile counts as changed.

        Args:
            note: what the model said.
            mask: (h, w) classes of its cell.
            area: changed ground of the cell, m².
        """
        if ((mask > self._by_model) & (mask != NODATA)).any():
            return True
        if note.skip_reason:
            return False
        return area > 0 if self._by_model else note.change_score >= self._threshold

    def _window(self, tile_id: int) -> Window:
        window = self._lattice.tile(tile_id).window
        return window.intersection(self._grid.window) or window

    def _record(self, measured: TileMeasurement, outline: Polygon) -> TileRecord:
        note = measured.note
        return TileRecord(
            geometry=outline,
            tile_id=note.tile_id,
            caption=_caption_of(note, measured.changed),
            changed=measured.changed,
            change_score=note.change_score,
            changed_fraction=measured.changed_fraction,
            changed_area_m2=measured.changed_area_m2,
            confidence=measured.confidence,
            facts=measured.facts,
            valid_fraction=note.valid_fraction,
            skip_reason=note.skip_reason,
            **self._dates,
            model=self._labels.model,
        )


def _entry(measured: TileMeasurement) -> dict[str, Any]:
    """A measurement as plain data."""
    return {**vars(measured), "note": vars(measured.note)}


def _measurement(entry: dict[str, Any]) -> TileMeasurement:
    return TileMeasurement(**{**entry, "note": TileOutput(**entry["note"])})


def _caption_of(note: TileOutput, changed: bool) -> str:
    """The caption of a tile, or of an area in it: never the opposite of `changed`, little where the model is silent."""
    if not note.caption or (changed and denies_change(note.caption)):
        return POSSIBLE_CHANGE
    return note.caption
