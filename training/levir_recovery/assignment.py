"""Assign groups of captions to places, the clearest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .duplicates import TURNS, Cluster
from .groups import Floats

FIRST_MARGIN, MARGIN, TURN_MARGIN = 14.0, 15.0, 4.0
"""Log likelihood between the best group and the next (first, later rounds), and between the best turn and the next."""
TOGETHER = 0.8
"""Share of the margin that is enough where several tiles decide together."""


@dataclass(frozen=True)
class Match:
    """Group and turn of a tile: the tile turned so shows what the group says. `margin` is that of its place."""

    group: int
    turn: int
    margin: float


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
