"""The mosaic against one pass of a small convolutional model over the whole image."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from describe_changes.core.errors import InternalError
from describe_changes.core.raster.mosaic import blend_weights, mosaic_block
from describe_changes.core.raster.tiling import Tile, TileLattice, Window, plan_blocks

RADIUS = 4  # of the model below: 3 + 1


def model() -> torch.nn.Module:
    torch.manual_seed(0)
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, 4, 7, padding=3), torch.nn.Tanh(), torch.nn.Conv2d(4, 2, 3, padding=1), torch.nn.Sigmoid()
    ).eval()


def setup(height: int, width: int, size: int, overlap: int) -> tuple[np.ndarray, TileLattice, dict[int, np.ndarray]]:
    """One pass over the image; the lattice; the prediction of every tile, made alone."""
    net, lattice = model(), TileLattice(height, width, size, overlap)
    image = torch.from_numpy(np.random.default_rng(3).random((1, 1, max(height, size), max(width, size)))).float()
    with torch.no_grad():
        whole = net(image)[0].numpy()[:, :height, :width]
        cuts = {t.tile_id: t.window.slices() for t in lattice.tiles}
        tiles = {tile_id: net(image[:, :, rows, cols])[0].numpy() for tile_id, (rows, cols) in cuts.items()}
    return whole, lattice, tiles


def assemble(lattice: TileLattice, tiles: dict[int, np.ndarray], block: int, margin: int) -> np.ndarray:
    height, width = lattice.height, lattice.width
    out = np.full((2, height, width), np.nan, np.float32)

    def predictions(window: Window) -> Iterator[tuple[Tile, np.ndarray]]:
        return ((t, tiles[t.tile_id]) for t in lattice.tiles_intersecting(window))

    for b in plan_blocks(SimpleNamespace(height=height, width=width), block):
        rows, cols = b.window.slices()
        out[:, rows, cols] = mosaic_block(b.window, predictions(b.window), lattice, margin, channels=2)
    return out


@pytest.mark.parametrize(("height", "width"), [(140, 180), (64, 64), (65, 64), (113, 65), (30, 200)])
@pytest.mark.parametrize("overlap", [2 * RADIUS, 16, 31])
def test_equals_one_pass(height: int, width: int, overlap: int) -> None:
    whole, lattice, tiles = setup(height, width, 64, overlap)
    np.testing.assert_allclose(assemble(lattice, tiles, 128, RADIUS), whole, atol=2e-6)


def test_any_block_size_gives_the_same_bits() -> None:
    _, lattice, tiles = setup(150, 210, 64, 24)
    reference = assemble(lattice, tiles, 2048, RADIUS)
    for block in (512, 77, 64, 31):
        np.testing.assert_array_equal(assemble(lattice, tiles, block, RADIUS), reference)


def test_too_small_a_margin_shows() -> None:
    """The test above can fail: without a discard the mosaic differs from the one pass."""
    whole, lattice, tiles = setup(140, 180, 64, 16)
    assert np.abs(assemble(lattice, tiles, 128, 0) - whole).max() > 1e-3


@pytest.mark.parametrize("margin", [0, 3, 8, 100])
@pytest.mark.parametrize("overlap", [0, 1, 7, 16, 50])
@pytest.mark.parametrize("length", [40, 64, 65, 130, 200])
def test_weights_are_positive_everywhere(length: int, overlap: int, margin: int) -> None:
    """Peers left a ring of nodata at the border through zero weights."""
    lattice = TileLattice(length, length, 64, overlap)
    total = np.zeros((max(length, 64),) * 2)
    for tile in lattice.tiles:
        weight = blend_weights(tile, lattice, margin)
        assert weight.dtype == np.float32
        assert 0 <= weight.min() <= weight.max() <= 1
        total[tile.window.slices()] += weight
    assert total[:length, :length].min() > 1e-6


def test_constant_stays_constant_and_ignores_what_is_discarded() -> None:
    lattice = TileLattice(150, 150, 64, 16)
    values = {}
    for tile in lattice.tiles:
        block = np.full((1, 64, 64), 0.7, np.float32)
        block[:, blend_weights(tile, lattice, 4) == 0] = np.nan
        values[tile.tile_id] = np.repeat(block, 2, axis=0)
    np.testing.assert_allclose(assemble(lattice, values, 64, 4), 0.7, rtol=1e-6)


def test_missing_tiles_are_not_passed_over_in_silence() -> None:
    _, lattice, tiles = setup(100, 100, 64, 16)
    window = Window(0, 0, 100, 100)
    some = [(t, tiles[t.tile_id]) for t in lattice.tiles][:-1]
    with pytest.raises(InternalError, match="uncovered"):
        mosaic_block(window, some, lattice, RADIUS, channels=2)
    gap = mosaic_block(window, some, lattice, RADIUS, channels=2, allow_missing=True)
    assert (gap[:, -1, -1] == 0).all()
    with pytest.raises(InternalError, match="ascending"):
        mosaic_block(window, some[::-1], lattice, RADIUS, channels=2)
    with pytest.raises(InternalError, match="No predictions"):
        mosaic_block(window, [], lattice, RADIUS, channels=2)


def test_a_tile_of_which_nothing_is_predicted_is_a_tile_of_zeros() -> None:
    _, lattice, tiles = setup(100, 150, 64, 16)
    window = Window(10, 20, 80, 120)
    unseen = [tile.tile_id % 3 == 0 for tile in lattice.tiles]
    zeros = [(t, tiles[t.tile_id] * np.float32(not unseen[t.tile_id])) for t in lattice.tiles]
    none = [(t, None if unseen[t.tile_id] else tiles[t.tile_id]) for t in lattice.tiles]
    expected = mosaic_block(window, zeros, lattice, RADIUS, channels=2)
    np.testing.assert_array_equal(mosaic_block(window, none, lattice, RADIUS, channels=2), expected)
    assert not mosaic_block(window, [(t, None) for t in lattice.tiles], lattice, RADIUS, channels=2).any()
