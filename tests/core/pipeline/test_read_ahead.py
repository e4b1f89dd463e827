"""Blocks read ahead: the same pixels as without, one block ahead and no more, and an end to it when nobody waits."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from describe_changes.core.errors import Cancelled
from describe_changes.core.pipeline import block_reader, read_ahead
from describe_changes.core.pipeline.block_reader import read_block_with_halo
from describe_changes.core.pipeline.read_ahead import BlockReader
from describe_changes.core.raster.aoi import TileSelection
from describe_changes.core.raster.pair import RasterPair, open_pair
from describe_changes.core.raster.radiometry import estimate_stretch
from describe_changes.core.raster.tiling import TileLattice, plan_blocks

PATIENCE = 20.0


@pytest.fixture
def job(make_pair):
    """A pair, its blocks, and what reads them."""
    with open_pair(*make_pair(180, 200)) as pair:
        lattice = TileLattice(180, 200, 64, 16)
        stretch, choice = estimate_stretch(pair), TileSelection(pair.grid, lattice)
        reader = BlockReader(pair, stretch, choice)
        yield pair, stretch, choice, plan_blocks(pair.grid, 64), reader
        reader.close()


@pytest.fixture
def read(monkeypatch):
    """Windows read so far, each by the thread that did it."""
    seen = []
    kept = RasterPair.read

    def watched(self, window):
        seen.append((threading.current_thread().name, window, self))
        return kept(self, window)

    monkeypatch.setattr(RasterPair, "read", watched)
    return seen


def nothing() -> None:
    pass


def until(holds) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.005)
    return holds()


def test_pixels_are_those_read_without_a_thread_whatever_was_expected(job):
    pair, stretch, choice, blocks, reader = job
    order = [0, 1, 2, 5, 4, 3, 11]
    for number, expected in zip(order, [1, 2, 3, None, 7, 8, None], strict=True):  # some expectations are wrong
        block = blocks[number]
        tiles, found = reader.read(block, None if expected is None else blocks[expected], nothing)
        assert tiles == choice.intersecting(block.window)
        here = read_block_with_halo(pair, stretch, tiles)
        assert found.window == here.window
        assert np.array_equal(found.images, here.images)
        assert np.array_equal(found.valid, here.valid)
        assert found.images.any()


def test_one_block_is_read_ahead_from_files_of_the_thread(job, read):
    pair, _, _, blocks, reader = job
    reader.read(blocks[0], blocks[1], nothing)
    assert until(lambda: len(read) == 2)
    time.sleep(0.02)
    assert len(read) == 2  # and no third
    reader.read(blocks[1], None, nothing)
    assert len(read) == 2
    assert {name for name, _, _ in read} == {"reader_0"}
    assert not any(own is pair for _, _, own in read)


def test_a_run_that_is_cancelled_waits_for_no_slow_disk(job, monkeypatch):
    """The thread gives up at its next step, and nothing further is read."""
    *_, blocks, reader = job
    slow, begun, calls = threading.Event(), threading.Event(), []

    def stuck(*arguments):
        calls.append(arguments)
        begun.set()
        slow.wait(PATIENCE)

    def check() -> None:
        if begun.is_set():
            raise Cancelled("stop")

    monkeypatch.setattr(block_reader, "_fill", stuck)
    monkeypatch.setattr(block_reader, "_CHUNK_ROWS", 8)
    monkeypatch.setattr(read_ahead, "_POLL_SECONDS", 0.01)
    with pytest.raises(Cancelled):
        reader.read(blocks[0], blocks[1], check)
    slow.set()
    reader.close()
    assert len(calls) == 1


def test_what_fails_ahead_is_told_when_it_is_asked_for(job, monkeypatch):
    *_, blocks, reader = job
    reader.read(blocks[0], None, nothing)

    def broken(*arguments):
        raise MemoryError("full")

    monkeypatch.setattr(block_reader, "_fill", broken)
    reader._ahead = reader._begin(blocks[1])
    assert until(reader._ahead.pixels.done)
    with pytest.raises(MemoryError, match="full"):
        reader.read(blocks[1], None, nothing)


def test_closing_ends_the_thread(job):
    *_, blocks, reader = job
    reader.read(blocks[0], blocks[1], nothing)
    reader.close()
    assert not any(thread.name.startswith("reader") for thread in threading.enumerate())
