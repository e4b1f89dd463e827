"""Features of tiles cut into crops: pooled encoder maps and figures of the building mask, in every orientation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch.nn import functional as F

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.packs import ModelPack, PackInput
from ..data.caption_transforms import D4Transform
from ..data.datasets.images import Pixels, read_masks, read_pair
from ..data.datasets.labels import Mask
from ..data.datasets.levir_cc import load_levir_cc
from ..data.datasets.levir_recovered import GRID
from ..data.datasets.sample import PairSample
from .groups import CELLS, Floats, locate

ORIENTATIONS = 8
TILE_GSD_M = 1.0
_COMPONENTS, _COMPONENT_WEIGHT = 96, 0.7
_OBJECT_PIXELS = 12
_NEIGHBOURS = 8


@dataclass(frozen=True)
class Tiles:
    """Tiles cut into crops.

    Attributes:
        names: of the tiles.
        features: (N, 16, P) pooled from the encoder's maps, crops row by row.
        figures: (N, 8, 16, M) of the building mask in each orientation, crops row by row of the turned tile.
        present: (N, 16) whether the crop is at hand.
    """

    names: tuple[str, ...]
    features: Floats
    figures: Floats
    present: NDArray[np.bool_]


@dataclass(frozen=True)
class Views:
    """Tiles in all orientations: crop j of orientation k is what the tile shows there once it is turned.

    Attributes:
        names: of the tiles.
        features: (N, 8, 16, I) as the networks take them.
        present: (N, 8, 16) whether the crop is at hand.
    """

    names: tuple[str, ...]
    features: Floats
    present: NDArray[np.bool_]


def extract_tiles(pack: ModelPack, samples: Sequence[PairSample]) -> Tiles:
    """Features and figures of whole tiles, square, their side a multiple of 128 pixels."""
    model, expected = pack.build_model(), pack.manifest.input
    seen = []
    for sample in samples:
        mask = read_masks(sample)["building"]
        seen.append((pooled(model, expected, read_pair(sample), GRID), turned_figures(mask), np.ones(CELLS, bool)))
    return _stack([sample.id for sample in samples], seen)


def extract_recovered(pack: ModelPack, root: Path) -> tuple[Tiles, NDArray[np.str_]]:
    """Recovered LEVIR-CC pairs put together to tiles at 1 m, named by their group; and the split of each.

    Crops that were not recovered are absent. A tile may be there twice, from pairs at 0.5 m and at 1 m.
    """
    model, expected = pack.build_model(), pack.manifest.input
    parts: dict[tuple[str, str, float | None], dict[int, PairSample]] = {}
    for sample in load_levir_cc(root):
        group, cell = locate(sample.id)
        parts.setdefault((group, sample.split, sample.gsd_m), {})[cell] = sample
    seen = [_put_together(model, expected, cells) for cells in parts.values()]
    return _stack([group for group, _, _ in parts], seen), np.array([split for _, split, _ in parts])


def _put_together(
    model: ChangeCaptioner, expected: PackInput, cells: Mapping[int, PairSample]
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    features, masks = {}, {}
    for cell, sample in cells.items():
        images, factor = read_pair(sample), round(TILE_GSD_M / (sample.gsd_m or TILE_GSD_M))
        features[cell] = pooled(model, expected, _reduce(images, factor), 1)[0]
        mask = next(iter(read_masks(sample).values()), np.zeros(images.shape[2:], bool))
        masks[cell] = _reduce(mask, factor) >= 0.5
    side = next(iter(masks.values())).shape[0]
    whole, rows = np.zeros((GRID, GRID, side, side), bool), np.zeros((CELLS, len(next(iter(features.values())))))
    for cell, mask in masks.items():
        whole[divmod(cell, GRID)], rows[cell] = mask, features[cell]
    tile = whole.transpose(0, 2, 1, 3).reshape(GRID * side, GRID * side)
    return rows.astype(np.float32), turned_figures(tile), np.isin(np.arange(CELLS), list(cells))


def _reduce(pixels: Pixels | Mask, factor: int) -> Floats:
    """Means of `factor` × `factor` pixels of the last two axes."""
    height, width = pixels.shape[-2] // factor, pixels.shape[-1] // factor
    parts = pixels.reshape(*pixels.shape[:-2], height, factor, width, factor)
    return parts.mean(axis=(-3, -1), dtype=np.float32)


def _stack(names: Sequence[str], seen: Sequence[tuple[Floats, Floats, NDArray[np.bool_]]]) -> Tiles:
    if not seen:
        raise InputError("there are no tiles to match")
    features, figures, present = (np.stack(parts) for parts in zip(*seen, strict=True))
    return Tiles(tuple(names), features, figures, present)


@torch.no_grad()
def pooled(model: ChangeCaptioner, expected: PackInput, images: Pixels | Floats, grid: int) -> Floats:
    """Encoder maps at strides 16 and 32 pooled per cell: means of before, after, difference, its size, its maximum.

    Args:
        model: the captioner.
        expected: mean and standard deviation of its input.
        images: (2, 3, S, S), 0–255; S a multiple of 32 · `grid`.
        grid: cells along each side.

    Returns:
        (grid², P).

    Raises:
        InputError: the images are not square, or their side is no such multiple.
    """
    height, width = images.shape[2:]
    if height != width or height % (32 * grid):
        raise InputError(f"images must be square and a multiple of {32 * grid} pixels wide, not {width} × {height}")
    mean, std = (torch.tensor(values).reshape(3, 1, 1) for values in (expected.mean, expected.std))
    normal = (torch.from_numpy(np.asarray(images, np.float32)) / 255 - mean) / std
    fast = torch.cpu.get_capabilities().get("avx512_bf16", False)
    with torch.autocast("cpu", torch.bfloat16, enabled=fast):
        scales = model.encoder(normal.contiguous(memory_format=torch.channels_last))
    parts = []
    for scale in scales[-2:]:
        before, after = scale.float()
        size = (before - after).abs()
        means = torch.cat([before, after, before - after, size])
        parts += [F.adaptive_avg_pool2d(means, grid), F.adaptive_max_pool2d(size, grid)]
    return torch.cat(parts).flatten(1).T.contiguous().numpy()


def turned_figures(mask: Mask) -> Floats:
    """Figures of the crops of a tile's building mask (S, S) in its eight orientations, (8, 16, M)."""
    turned = [D4Transform.number(number).apply(mask.astype(np.uint8)) for number in range(ORIENTATIONS)]
    return np.stack([[mask_figures(crop) for crop in _crops(whole)] for whole in turned])


def shown_cells(orientation: int) -> NDArray[np.intp]:
    """Which crop (16,) of a tile its cells show, row by row, once it is turned by `D4Transform.number(orientation)`."""
    cells = np.arange(CELLS, dtype=np.uint8).reshape(GRID, GRID)
    return D4Transform.number(orientation).apply(cells).reshape(-1).astype(np.intp)


def _crops(tile: Pixels) -> Pixels:
    side = tile.shape[-1] // GRID
    return tile.reshape(GRID, side, GRID, side).swapaxes(1, 2).reshape(CELLS, side, side)


def mask_figures(mask: Pixels) -> Floats:
    """What a crop's building mask (S, S) says that captions speak of: how much, how many, and where; (38,)."""
    labels, count = ndimage.label(mask)
    if count:
        count = int((ndimage.sum(mask, labels, range(1, count + 1)) >= _OBJECT_PIXELS).sum())
    share, some = float(mask.mean()), float(mask.any())
    amount = [share, share**0.5, some, np.log1p(count)]
    number = [count == 1, count == 2, count == 3, 4 <= count <= 6, count > 6]
    side = mask.shape[0] // GRID
    grid = mask.reshape(GRID, side, GRID, side).sum(axis=(1, 3)) / max(float(mask.sum()), 1.0)
    halves = np.array([grid[:2].sum(), grid[2:].sum(), grid[:, :2].sum(), grid[:, 2:].sum()])
    quarters = grid.reshape(2, 2, 2, 2).sum(axis=(1, 3)).reshape(-1)
    where = [*(halves - 0.5), grid[1:3, 1:3].sum(), *(quarters > 0.9), *(halves > 0.95), *grid.reshape(-1)]
    return np.array([*amount, *number, *(some * np.array(where, float))], np.float32)


@dataclass(frozen=True)
class Scaler:
    """From pooled features and figures to the networks' input: principal components and figures, standardised.

    Attributes:
        centre: (P,).
        basis: (P, components), whitening.
        middle: (M,) mean of the figures.
        spread: (M,) their standard deviation.
    """

    centre: Floats
    basis: Floats
    middle: Floats
    spread: Floats

    @classmethod
    def fit(cls, known: Tiles, taught: NDArray[np.bool_], tiles: Tiles) -> Scaler:
        """Statistics of the crops taught; the components also of the tiles' crops."""
        here = known.present[taught]
        rows, figures = known.features[taught][here], known.figures[taught, 0][here]
        centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
        both = np.concatenate([rows, tiles.features.reshape(-1, rows.shape[1])])
        normal = (both - centre) / spread
        normal -= normal.mean(axis=0)
        variance, axes = np.linalg.eigh(normal.T @ normal / len(normal))
        order = np.argsort(-variance)[: min(_COMPONENTS, len(both) - 1)]
        whitened = axes[:, order] / np.sqrt(variance[order].clip(1e-6))
        basis = _COMPONENT_WEIGHT * whitened / spread[:, None]
        middle, deviation = figures.mean(axis=0), figures.std(axis=0) + 1e-3
        return cls(centre, basis.astype(np.float32), middle, deviation)

    def __call__(self, tiles: Tiles) -> Views:
        """Tiles in all orientations. The components are taken for the same however a crop is turned."""
        cells = np.stack([shown_cells(number) for number in range(ORIENTATIONS)])
        components = ((tiles.features - self.centre) @ self.basis)[:, cells]
        figures = (tiles.figures - self.middle) / self.spread
        features = np.concatenate([components, figures], axis=-1).astype(np.float32)
        return Views(tiles.names, features, tiles.present[:, cells])


def nearest(tiles: Tiles) -> NDArray[np.intp]:
    """The tiles (N, up to 8) most like each tile by their features, those that may show the same place."""
    means = tiles.features.mean(axis=1)
    means = (means - means.mean(axis=0)) / (means.std(axis=0) + 1e-3)
    means /= np.linalg.norm(means, axis=1, keepdims=True).clip(1e-6)
    likeness = means @ means.T
    np.fill_diagonal(likeness, -np.inf)
    return np.argsort(-likeness, axis=1)[:, : min(_NEIGHBOURS, len(means) - 1)]
