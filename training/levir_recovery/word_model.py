"""Networks from a crop's features to the probability of each word, and scores of tiles against groups of captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from .features import Views
from .groups import Floats, Groups

_FLOOR = 2e-3
CHECKED_CELLS = 11


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


TrainingRows = tuple[Floats, Floats]
"""(R, I) features of crops and (R, V) their words."""


def training_rows(known: Views, groups: Groups, taught: NDArray[np.bool_]) -> TrainingRows:
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
    rows = np.flatnonzero(held_out & (known.present[:, 0].sum(axis=1) >= CHECKED_CELLS))
    right = 0
    for row in rows:
        candidates = groups.among([known.names[row], *(name for name in wanted.names if name != known.names[row])])
        right += int(score(words, known.features[row], known.present[row], candidates).argmax()) == 0
    return len(rows), right
