"""The file of one finished block: masks, probabilities, what the model said, polygon pieces.

One block is one file, so that one ``os.replace`` commits it: whoever finds the file finds all of it, and a
process killed at any moment leaves either the whole block or none. The container is numpy's ``.npz``, read
with ``allow_pickle=False``; members are decompressed one by one, so the class mask can be had without the
probabilities.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from ..io.disk import write_atomically

_COMPRESSION_LEVEL = 1  # masks compress well at any level; 6 takes four times as long on the probabilities


@dataclass(frozen=True)
class TileOutput:
    """Output of the model for one tile, before anything is measured.

    Attributes:
        tile_id: number of the tile in the lattice.
        caption: the model's sentence, or the gate's.
        change_score: 0–1.
        confidence: 0–1, before the caption is held against the mask.
        valid_fraction: share of the tile's pixels inside the grid with data on both dates, 0–1.
        skip_reason: why the model or its decoder was not asked; empty where it was.
    """

    tile_id: int
    caption: str
    change_score: float
    confidence: float
    valid_fraction: float
    skip_reason: str


@dataclass(frozen=True)
class BlockResult:
    """Everything one block contributes to the outputs.

    Attributes:
        block_id: number of the block.
        class_mask: (h, w) uint8, 0 or 1 + index of the winning channel, 255 where nothing could be described.
        probabilities: (C, h, w) uint8, 0–254 for 0…1, 255 where nothing could be described.
        notes: the tiles whose upper left pixel lies in the block.
        unreadable: numbers of the owned tiles whose pixels could not be read.
        pieces: polygon pieces of the block as arrays, from ``parts_to_arrays``.
        trouble: sentence on what could not be read, empty if all was well.
    """

    block_id: int
    class_mask: NDArray[np.uint8]
    probabilities: NDArray[np.uint8]
    notes: tuple[TileOutput, ...]
    unreadable: tuple[int, ...]
    pieces: Mapping[str, NDArray[Any]]
    trouble: str


def block_path(folder: Path, block_id: int) -> Path:
    """Return the file of a block in a run folder."""
    return folder / f"block-{block_id:06d}.npz"


def write_block(path: Path, result: BlockResult) -> None:
    """Commit one block.

    Raises:
        InputError: the disk is full or read-only; nothing is left behind.
    """
    head = {
        "block_id": result.block_id,
        "notes": [vars(note) for note in result.notes],
        "unreadable": list(result.unreadable),
        "trouble": result.trouble,
    }

    def fill(file: IO[bytes]) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION_LEVEL) as archive:
            archive.writestr("head.json", json.dumps(head, ensure_ascii=False, allow_nan=False))
            arrays = {"class_mask": result.class_mask, "probabilities": result.probabilities, **result.pieces}
            for name, array in arrays.items():
                buffer = io.BytesIO()
                np.lib.format.write_array(buffer, array, allow_pickle=False)
                archive.writestr(f"{name}.npy", buffer.getbuffer())

    write_atomically(path, fill)


class BlockFile:
    """A committed block, its members read on demand.

    Args:
        path: file written by :func:`write_block`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_valid(self) -> bool:
        """Return whether the file exists and every member passes its checksum."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                return archive.testzip() is None
        except (OSError, zipfile.BadZipFile):
            return False

    def header(self) -> dict[str, Any]:
        """Return block number, unreadable tiles and trouble as plain data (``notes`` as dictionaries)."""
        data: dict[str, Any] = json.loads(self._member("head.json"))
        return data

    def notes(self) -> tuple[TileOutput, ...]:
        """Return what the model said of the block's tiles."""
        return tuple(TileOutput(**note) for note in self.header()["notes"])

    def pieces(self) -> dict[str, NDArray[Any]]:
        """Return the polygon pieces as arrays for ``parts_from_arrays``."""
        with zipfile.ZipFile(self.path) as archive:
            names = [Path(name).stem for name in archive.namelist() if name.startswith("piece_")]
        return {name: self._array(name) for name in names}

    def has_pieces(self) -> bool:
        """Return whether the block has a changed pixel."""
        return len(self._array("piece_fields")) > 0

    def class_mask(self) -> NDArray[np.uint8]:
        """Return the (h, w) class mask."""
        return self._array("class_mask")

    def probabilities(self) -> NDArray[np.uint8]:
        """Return the (C, h, w) probabilities, 0–254 and 255 for nodata."""
        return self._array("probabilities")

    def _array(self, name: str) -> NDArray[Any]:
        array: NDArray[Any] = np.lib.format.read_array(io.BytesIO(self._member(f"{name}.npy")), allow_pickle=False)
        return array

    def _member(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name)
