"""Recover which LEVIR-CC captions belong to which unnamed LEVIR-CD tile.

    python -m describe_changes.training.levir_recovery.matching --data DATA -o levir_matches.json

writes the list that `data/datasets/levir_recovered.py` reads. LEVIR-CC (Liu et al., 2022) cuts each LEVIR-CD tile into
4 × 4 crops
with five captions each. In short:

1. Of every crop, the encoder's maps of a pack are pooled, and the building mask is put into figures. Small networks
   learn from the recovered LEVIR-CC pairs how probable each word is.
2. A tile in one of its eight orientations is held against each group: the log likelihood ratio of the group's words
   against their frequencies, summed over the crops. The data are mirrored and turned by 180° at most; how many matches
   would prefer one of the other four, impossible orientations says at least how many are wrong.
3. Tiles that show the same place are found by their pixels and decide together. Each group goes to one place only, the
   clearest first.
4. The networks learn from the matches too, and all is scored anew, each place by networks that saw none of its tiles
   (expectation-maximisation with folds).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor, nn
from torch.nn import functional as F

from ...core.errors import InputError
from ...core.io.targets import check_absent
from ...core.models.captioner import ChangeCaptioner
from ...core.models.packs import ModelPack, PackInput, load_pack
from ..data.caption_transforms import D4Transform
from ..data.datasets.binary_masks import load_binary_masks
from ..data.datasets.files import read_json
from ..data.datasets.images import Pixels, read_masks, read_pair
from ..data.datasets.labels import Mask
from ..data.datasets.levir_cc import load_levir_cc
from ..data.datasets.levir_recovered import CAPTIONS, GRID
from ..data.datasets.sample import PairSample
from ..data.tokenization import is_protocol_no_change
from .duplicates import (
    TURNS,
    Cluster,
    find_duplicates,
    join_duplicates,
    read_grey,
)

TILES, RECOVERED = "levir_cd_train/1m_512", "levir_cc_recovered"
ORIENTATIONS = 8
CELLS = GRID * GRID
FIRST_MARGIN, MARGIN, TURN_MARGIN = 14.0, 15.0, 4.0
"""Log likelihood between the best group and the next (first, later rounds), and between the best turn and the next."""
TOGETHER = 0.8
"""Share of the margin that is enough where several tiles decide together."""

_TILE_GSD_M = 1.0
_WORDS = 260
_BUILDINGS = frozenset(
    "house houses villa villas building buildings mansion mansions bungalow bungalows residential factory warehouse "
    "mall shed sheds".split()
)
_PLURALS = frozenset({"houses", "villas", "buildings", "rows"})
_FLOOR = 2e-3
_COMPONENTS, _COMPONENT_WEIGHT = 96, 0.7
_OBJECT_PIXELS = 12
_FOLDS, _NEIGHBOURS = 3, 8
_CHECKED_CELLS = 11

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Groups:
    """Captions of whole tiles.

    Attributes:
        names: `train_17`, split and number of the tile.
        words: (G, 16, V) share of a crop's captions that have a word (or another trait), crops row by row.
        present: (G, 16) whether LEVIR-CC has the crop.
    """

    names: tuple[str, ...]
    words: Floats
    present: NDArray[np.bool_]

    def among(self, names: Iterable[str]) -> Groups:
        """These groups only, in this order.

        Raises:
            InputError: one of them has no captions.
        """
        known = {name: row for row, name in enumerate(self.names)}
        wanted = list(names)
        unknown = [name for name in wanted if name not in known]
        if unknown:
            raise InputError(f"LEVIR-CC's captions lack the pairs of tile {unknown[0]}")
        rows = [known[name] for name in wanted]
        return Groups(tuple(self.names[row] for row in rows), self.words[rows], self.present[rows])


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


@dataclass(frozen=True)
class Match:
    """Group and turn of a tile: the tile turned so shows what the group says. `margin` is that of its place."""

    group: int
    turn: int
    margin: float


@dataclass(frozen=True)
class MLPConfig:
    """Settings by which networks are trained.

    Attributes:
        networks: how many; their probabilities are averaged.
        epochs: passes over all rows.
        batch: rows of a step.
        rate: learning rate of AdamW for the first 60 % of the epochs; a fifth of it afterwards.
        hidden: width of the hidden layer.
    """

    networks: int = 4
    epochs: int = 250
    batch: int = 64
    rate: float = 1e-3
    hidden: int = 160


FIRST, LATER = MLPConfig(), MLPConfig(networks=2, epochs=70, batch=96, rate=1.5e-3)


@dataclass(frozen=True)
class WordClassifier:
    """Networks from a crop's features to the probability of each word, and the words' frequencies (V,)."""

    networks: Sequence[nn.Module]
    base: Floats

    @torch.no_grad()
    def log_likelihood_ratio(self, features: Floats) -> tuple[Floats, Floats]:
        """What a word's presence adds to a crop's log likelihood ratio, and the ratio of a crop without words.

        Args:
            features: (…, I).

        Returns:
            (…, V) and (…).
        """
        crops = torch.from_numpy(features)
        said = torch.stack([torch.sigmoid(network(crops)) for network in self.networks]).mean(dim=0)
        said = said.clamp(_FLOOR, 1 - _FLOOR)
        base = torch.from_numpy(self.base)
        with_word, without = (said / base).log(), ((1 - said) / (1 - base)).log()
        return (with_word - without).numpy(), without.sum(dim=-1).numpy()


@dataclass(frozen=True)
class MatchingRound:
    """Result of a round of matching: matches by tile, and how many of these prefer an impossible orientation."""

    matches: Mapping[int, Match]
    impossible: int


@dataclass(frozen=True)
class Matching:
    """Everything that was measured.

    Attributes:
        tiles: names of all tiles.
        groups: names of all groups.
        clusters: places.
        contradictions: couples of duplicates that speak against the turns their place was given.
        checked: held-out tiles whose group is known.
        right: how many of these have the true group in the true orientation before all others.
        rounds: the last one counts.
    """

    tiles: tuple[str, ...]
    groups: tuple[str, ...]
    clusters: Sequence[Cluster]
    contradictions: int
    checked: int
    right: int
    rounds: Sequence[MatchingRound]

    def as_json(self) -> dict[str, tuple[int, str]]:
        """Number of the LEVIR-CD tile and letter of the turn by tile, in the order of the tiles."""
        found = sorted(self.rounds[-1].matches.items())
        return {self.tiles[tile]: (int(self.groups[m.group].split("_")[1]), TURNS[m.turn]) for tile, m in found}


def match_tiles(pack: ModelPack, data: Path, rounds: int = 2, seed: int = 1) -> Matching:
    """Find the captions of the tiles.

    Args:
        pack: whose encoder looks at the crops.
        data: data folder with `levir_cd_train/1m_512`, `levir_cc_recovered` and `levir_cc/captions.json`.
        rounds: of learning from the matches.
        seed: draws the folds.

    Raises:
        InputError: a data set is missing, damaged or too small.
    """
    groups = read_groups(data / CAPTIONS)
    wanted = groups.among(name for name in groups.names if name.startswith("train_"))
    if len(wanted.names) < 2:
        raise InputError(f"{data / CAPTIONS} has fewer than two tiles in its part 'train'")
    known, split = extract_recovered(pack, data / RECOVERED)
    taught = split == "train"
    if not taught.any():
        raise InputError(f"{data / RECOVERED} has no part 'train' to learn from")
    samples = load_binary_masks(data / TILES, class_name="building", gsd_m=_TILE_GSD_M)
    tiles = extract_tiles(pack, samples)
    couples = find_duplicates([read_grey(sample.after) for sample in samples], nearest(tiles))
    clusters, contradictions = join_duplicates(len(samples), couples)
    scaler = Scaler.fit(known, taught, tiles)
    known_views, views = scaler(known), scaler(tiles)
    lesson = _training_rows(known_views, groups, taught)
    words = fit([lesson], FIRST)
    checked, right = check(words, known_views, ~taught, groups, wanted)
    found = tuple(_rounds(words, lesson, views, wanted, clusters, rounds, seed))
    return Matching(tiles.names, wanted.names, clusters, contradictions, checked, right, found)


def read_groups(path: Path) -> Groups:
    """Captions of LEVIR-CC by LEVIR-CD tile; words are the most frequent ones of its training part.

    Raises:
        InputError: the file is missing or has another schema.
    """
    corpus = read_json(path)
    if not isinstance(corpus, dict) or not isinstance(corpus.get("train"), dict):
        raise InputError(f"{path} has no part 'train' ({{split: {{name: [captions]}}}})")
    counts = Counter(
        word for captions in corpus["train"].values() for text in captions for word in sorted(set(text.split()))
    )
    numbers = {word: index for index, (word, _) in enumerate(counts.most_common(_WORDS))}
    crops: dict[str, dict[int, Floats]] = {}
    for part in corpus.values():
        for name, captions in part.items():
            if captions:
                group, cell = locate(name)
                crops.setdefault(group, {})[cell] = _traits(captions, numbers)
    words = np.zeros((len(crops), CELLS, len(numbers) + 3), np.float32)
    present = np.zeros((len(crops), CELLS), bool)
    for row, cells in enumerate(crops.values()):
        for cell, traits in cells.items():
            words[row, cell], present[row, cell] = traits, True
    return Groups(tuple(crops), words, present)


def locate(name: str) -> tuple[str, int]:
    """Group and cell of a LEVIR-CC pair: `test_000018.png` or `test_000018_1m` → (`test_2`, 1)."""
    split, number = Path(name).stem.split("_")[:2]
    group, cell = divmod(int(number) - 1, CELLS)
    return f"{split}_{group + 1}", cell


def _traits(captions: Sequence[str], numbers: Mapping[str, int]) -> Floats:
    """Share of the captions with each word, with none but "no change", with any building, with a plural."""
    traits = np.zeros(len(numbers) + 3, np.float32)
    for text in captions:
        words = set(text.split())
        traits[[numbers[word] for word in words if word in numbers]] += 1
        traits[-3:] += (is_protocol_no_change(text), not words.isdisjoint(_BUILDINGS), not words.isdisjoint(_PLURALS))
    return traits / np.float32(len(captions))


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
        images, factor = read_pair(sample), round(_TILE_GSD_M / (sample.gsd_m or _TILE_GSD_M))
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


TrainingRows = tuple[Floats, Floats]
"""(R, I) features of crops and (R, V) their words."""


def _training_rows(known: Views, groups: Groups, taught: NDArray[np.bool_]) -> TrainingRows:
    """The recovered crops taught, with the captions of their own groups."""
    own = groups.among(known.names)
    both = own.present & known.present[:, 0] & taught[:, None]
    return known.features[:, 0][both], own.words[both]


def fit(lessons: Sequence[TrainingRows], recipe: MLPConfig) -> WordClassifier:
    """Train networks of one hidden layer that say how probable each word is; the same at every call."""
    features = torch.from_numpy(np.concatenate([rows for rows, _ in lessons]))
    words = torch.from_numpy(np.concatenate([rows for _, rows in lessons]))
    with torch.random.fork_rng(devices=[]):
        networks = [_fit(features, words, recipe, seed) for seed in range(recipe.networks)]
    return WordClassifier(networks, lessons[0][1].mean(axis=0).clip(_FLOOR, 1 - _FLOOR))


def _fit(features: Tensor, words: Tensor, recipe: MLPConfig, seed: int) -> nn.Module:
    torch.manual_seed(seed)
    last = nn.Linear(recipe.hidden, words.shape[1])
    last.bias.data = torch.logit(words.mean(dim=0).clamp(1e-3, 1 - 1e-3))
    first = nn.Linear(features.shape[1], recipe.hidden)
    network = nn.Sequential(nn.Dropout(0.2), first, nn.ReLU(), nn.Dropout(0.4), last)
    optimizer = torch.optim.AdamW(network.parameters(), recipe.rate, weight_decay=0.05)
    for epoch in range(recipe.epochs):
        order = torch.randperm(len(features))
        for start in range(0, len(order), recipe.batch):
            rows = order[start : start + recipe.batch]
            said = network(features[rows])
            loss = F.binary_cross_entropy_with_logits(said, words[rows], reduction="sum") / len(rows)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
        if epoch > 0.6 * recipe.epochs:
            optimizer.param_groups[0]["lr"] = recipe.rate / 5
    return network.eval()


def score(words: WordClassifier, features: Floats, present: NDArray[np.bool_], groups: Groups) -> Floats:
    """Log likelihood ratio of a tile's crops in each orientation, for each group against the words' frequencies.

    Args:
        words: the networks.
        features: (8, 16, I).
        present: (8, 16); crops that are absent, of the tile or of the group, say nothing.
        groups: G groups.

    Returns:
        (8, G).
    """
    ratio, rest = words.log_likelihood_ratio(features)
    ratio, rest = ratio * present[..., None], rest * present
    said = ratio.reshape(len(ratio), -1) @ groups.words.reshape(len(groups.words), -1).T
    return said + rest @ groups.present.T.astype(np.float32)


def score_all(words: WordClassifier, tiles: Views, groups: Groups) -> Floats:
    """`score` of every tile, (N, 8, G)."""
    both = zip(tiles.features, tiles.present, strict=True)
    return np.stack([score(words, features, present, groups) for features, present in both])


def check(
    words: WordClassifier, known: Views, held_out: NDArray[np.bool_], groups: Groups, wanted: Groups
) -> tuple[int, int]:
    """How many held-out tiles with at least 11 crops there are, and of how many the true group, unturned, is first.

    Args:
        words: networks that did not learn from the held-out tiles.
        known: recovered tiles, named by their groups.
        held_out: (N,).
        groups: all groups.
        wanted: groups to mistake the true one for.
    """
    rows = np.flatnonzero(held_out & (known.present[:, 0].sum(axis=1) >= _CHECKED_CELLS))
    right = 0
    for row in rows:
        candidates = groups.among([known.names[row], *(name for name in wanted.names if name != known.names[row])])
        right += int(score(words, known.features[row], known.present[row], candidates).argmax()) == 0
    return len(rows), right


def nearest(tiles: Tiles) -> NDArray[np.intp]:
    """The tiles (N, up to 8) most like each tile by their features, those that may show the same place."""
    means = tiles.features.mean(axis=1)
    means = (means - means.mean(axis=0)) / (means.std(axis=0) + 1e-3)
    means /= np.linalg.norm(means, axis=1, keepdims=True).clip(1e-6)
    likeness = means @ means.T
    np.fill_diagonal(likeness, -np.inf)
    return np.argsort(-likeness, axis=1)[:, : min(_NEIGHBOURS, len(means) - 1)]


def combine(scores: Floats, clusters: Sequence[Cluster]) -> Floats:
    """Scores of places, (C, 4, G), in the possible turns of their first tiles.

    A tile that is the first one turned by a shows, turned by t, what the first one shows turned by t ^ a. Sums are
    divided by the root of the number of tiles, since duplicates are no independent evidence.

    Args:
        scores: (N, 8, G) of tiles.
        clusters: the places.
    """
    order = np.arange(len(TURNS))
    sums = [sum(scores[tile, order ^ turn] for tile, turn in place) / len(place) ** 0.5 for place in clusters]
    return np.stack(sums).astype(np.float32)


def assign(scores: Floats, clusters: Sequence[Cluster], margin: float) -> dict[int, Match]:
    """Give each place the group it fits best, if that is clear and the group is not given to a clearer place.

    Args:
        scores: (N, 8, G) of tiles, at least two groups.
        clusters: the places.
        margin: between the best group and the next.

    Returns:
        Matches by tile.
    """
    joint = combine(scores, clusters)
    ranked = np.sort(joint.max(axis=1), axis=1)
    margins, groups = ranked[:, -1] - ranked[:, -2], joint.max(axis=1).argmax(axis=1)
    turns = joint[np.arange(len(joint)), :, groups]  # (C, 4)
    certain = np.sort(turns, axis=1)
    taken: set[int] = set()
    matches: dict[int, Match] = {}
    for place in np.argsort(-margins):
        tiles, group = clusters[place], int(groups[place])
        needed = margin * (TOGETHER if len(tiles) > 1 else 1.0)
        clear = margins[place] >= needed and certain[place, -1] - certain[place, -2] >= TURN_MARGIN
        if clear and group not in taken:
            taken.add(group)
            best = int(turns[place].argmax())
            matches.update({tile: Match(group, best ^ turn, float(margins[place])) for tile, turn in tiles})
    return matches


def count_impossible(scores: Floats, matches: Mapping[int, Match]) -> int:
    """How many matched tiles would fit their group best in an orientation that the data never have.

    A wrong match does so in half of all cases at most, its group having been chosen for how it fits in the possible
    ones. So at least twice as many matches are wrong.
    """
    return sum(int(scores[tile, :, match.group].argmax()) >= len(TURNS) for tile, match in matches.items())


def _rounds(
    words: WordClassifier,
    lesson: TrainingRows,
    tiles: Views,
    groups: Groups,
    clusters: Sequence[Cluster],
    count: int,
    seed: int,
) -> Iterator[MatchingRound]:
    """Match, learn from the matches of the other folds, match again; `count` times."""
    scores = score_all(words, tiles, groups)
    matches = assign(scores, clusters, FIRST_MARGIN)
    yield MatchingRound(matches, count_impossible(scores, matches))
    folds = _draw_folds(clusters, len(tiles.names), seed)
    for _ in range(count):
        scores = np.zeros_like(scores)
        for fold in range(_FOLDS):
            taught = [_taught(tiles, groups, tile, match) for tile, match in matches.items() if folds[tile] != fold]
            words = fit([lesson, *taught], LATER)
            for tile in np.flatnonzero(folds == fold):
                scores[tile] = score(words, tiles.features[tile], tiles.present[tile], groups)
        matches = assign(scores, clusters, MARGIN)
        yield MatchingRound(matches, count_impossible(scores, matches))


def _draw_folds(clusters: Sequence[Cluster], count: int, seed: int) -> NDArray[np.int64]:
    """A fold for each tile, the same for all tiles of a place."""
    folds = np.zeros(count, np.int64)
    for place, fold in zip(clusters, np.random.default_rng(seed).integers(_FOLDS, size=len(clusters)), strict=True):
        folds[[tile for tile, _ in place]] = fold
    return folds


def _taught(tiles: Views, groups: Groups, tile: int, match: Match) -> TrainingRows:
    both = groups.present[match.group] & tiles.present[tile, match.turn]
    return tiles.features[tile, match.turn][both], groups.words[match.group][both]


def summary_lines(matching: Matching) -> Iterator[str]:
    """What was measured, line by line."""
    together = [place for place in matching.clusters if len(place) > 1]
    yield f"{len(matching.tiles)} tiles, {len(matching.groups)} groups of captions"
    yield (
        f"{sum(map(len, together))} tiles show one of {len(together)} places that others show too; "
        f"{matching.contradictions} couples contradict the turns"
    )
    yield (
        f"held out: of {matching.checked} recovered tiles with at least {_CHECKED_CELLS} crops {matching.right} have "
        f"their own group and orientation before all {len(matching.groups)} others in {ORIENTATIONS} orientations"
    )
    for number, found in enumerate(matching.rounds):
        groups = {match.group for match in found.matches.values()}
        turns = Counter(TURNS[match.turn] for match in found.matches.values())
        yield (
            f"round {number}: {len(found.matches)} tiles, {len(groups)} groups; {found.impossible} would prefer an "
            f"impossible orientation; turns {' '.join(f'{letter} {turns[letter]}' for letter in TURNS)}"
        )


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--pack", default="default", show_default=True, help="Its encoder looks at the crops.")
@click.option(
    "--rounds", type=click.IntRange(min=0), default=2, show_default=True, help="Of learning from the matches."
)
@click.option("--seed", default=1, show_default=True, help="Draws the folds.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True)
def main(data: Path, pack: str, rounds: int, seed: int, output: Path) -> None:
    """Give the tiles of LEVIR-CD in DATA their LEVIR-CC captions back."""
    try:
        check_absent(output)
        matching = match_tiles(load_pack(pack), data, rounds, seed)
    except InputError as error:
        raise click.ClickException(str(error)) from error
    for line in summary_lines(matching):
        click.echo(line)
    rows = [f" {json.dumps(tile)}: {json.dumps(found)}" for tile, found in matching.as_json().items()]
    output.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
