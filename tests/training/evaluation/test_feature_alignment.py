"""Alignment of features with masks: figures against plain loops and made-up features whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.training.evaluation.feature_alignment import Cells, align, area_under_curve, direction, linear_cka


def test_area_under_curve_is_the_share_of_ordered_couples() -> None:
    rng = np.random.default_rng(0)
    scores, positive = rng.integers(0, 6, 40).astype(float), rng.random(40) < 0.4
    couples = [(a > b) + 0.5 * (a == b) for a in scores[positive] for b in scores[~positive]]
    assert area_under_curve(scores, positive) == pytest.approx(np.mean(couples))
    assert np.isnan(area_under_curve(scores, np.ones(40, bool)))


def test_cka_is_that_of_the_gram_matrices() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(30, 5)), rng.normal(size=(30, 2))
    centre = np.eye(30) - 1 / 30
    k, m = centre @ a @ a.T @ centre, centre @ b @ b.T @ centre
    expected = (k * m).sum() / np.sqrt((k * k).sum() * (m * m).sum())
    assert linear_cka(a, b) == pytest.approx(expected)
    turned = a @ np.linalg.qr(rng.normal(size=(5, 5)))[0] * 3 + 7
    assert linear_cka(a, turned) == pytest.approx(1.0)


def cells(sign: float, seed: int, noise: float = 0.1) -> Cells:
    """100 cells of 10 pairs whose second channel says, by its sign, whether they changed."""
    rng = np.random.default_rng(seed)
    share = (np.arange(100) % 4 == 0).astype(float)
    features = rng.normal(size=(100, 3)) * noise
    features[:, 1] += sign * share
    return Cells(features, share, np.repeat(np.arange(10), 10))


def test_features_that_tell_score_one_and_turned_ones_score_zero_with_the_first_direction() -> None:
    first = direction(cells(1.0, 0))
    same, turned = align(cells(1.0, 1), first), align(cells(-1.0, 2), first)
    assert same["own"] == same["first"] == 1.0
    assert turned["own"] == 1.0
    assert turned["first"] == 0.0
    assert same["cka"] > 0.9
    assert same["changed_share"] == pytest.approx(0.25)
    blind = align(cells(0.0, 3), first)
    assert blind["cka"] < 0.1
    assert 0.2 < blind["own"] < 0.8
