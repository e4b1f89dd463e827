"""Recover which LEVIR-CC captions belong to which unnamed LEVIR-CD tile.

    python -m describe_changes.training.levir_recovery --data DATA -o levir_matches.json

writes the list that `data/datasets/levir_recovered.py` reads. LEVIR-CC (Liu et al., 2022) cuts each LEVIR-CD tile into
4 × 4 crops with five captions each. In short:

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

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.models.packs import ModelPack
from ..data.datasets.binary_masks import load_binary_masks
from ..data.datasets.levir_recovered import CAPTIONS
from .assignment import FIRST_MARGIN, MARGIN, Match, assign, count_impossible
from .duplicates import TURNS, Cluster, find_duplicates, join_duplicates, read_grey
from .features import ORIENTATIONS, TILE_GSD_M, Scaler, Views, extract_recovered, extract_tiles, nearest
from .groups import Groups, read_groups
from .word_model import (
    CHECKED_CELLS,
    FIRST,
    LATER,
    TrainingRows,
    WordClassifier,
    check,
    fit,
    score,
    score_all,
    training_rows,
)

TILES, RECOVERED = "levir_cd_train/1m_512", "levir_cc_recovered"
_FOLDS = 3


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
    samples = load_binary_masks(data / TILES, class_name="building", gsd_m=TILE_GSD_M)
    tiles = extract_tiles(pack, samples)
    couples = find_duplicates([read_grey(sample.after) for sample in samples], nearest(tiles))
    clusters, contradictions = join_duplicates(len(samples), couples)
    scaler = Scaler.fit(known, taught, tiles)
    known_views, views = scaler(known), scaler(tiles)
    lesson = training_rows(known_views, groups, taught)
    words = fit([lesson], FIRST)
    checked, right = check(words, known_views, ~taught, groups, wanted)
    found = tuple(_rounds(words, lesson, views, wanted, clusters, rounds, seed))
    return Matching(tiles.names, wanted.names, clusters, contradictions, checked, right, found)


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
        f"held out: of {matching.checked} recovered tiles with at least {CHECKED_CELLS} crops {matching.right} have "
        f"their own group and orientation before all {len(matching.groups)} others in {ORIENTATIONS} orientations"
    )
    for number, found in enumerate(matching.rounds):
        groups = {match.group for match in found.matches.values()}
        turns = Counter(TURNS[match.turn] for match in found.matches.values())
        yield (
            f"round {number}: {len(found.matches)} tiles, {len(groups)} groups; {found.impossible} would prefer an "
            f"impossible orientation; turns {' '.join(f'{letter} {turns[letter]}' for letter in TURNS)}"
        )
