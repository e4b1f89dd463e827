"""Masks against what captions name, on scores whose order is known and on a small data set."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from describe_changes.training.config import SourceConfig
from describe_changes.training.evaluation import named_classes
from describe_changes.training.evaluation.named_classes import average_precision, likeliest, measure


@pytest.mark.parametrize(
    ("scores", "named", "expected"),
    [
        ([0.9, 0.8, 0.1], [True, True, False], 1.0),
        ([0.1, 0.8, 0.9], [True, False, False], 1 / 3),
        ([0.9, 0.5, 0.7], [True, True, False], (1 + 2 / 3) / 2),
    ],
)
def test_average_precision_goes_by_the_order(scores: list[float], named: list[bool], expected: float) -> None:
    assert average_precision(np.array(scores), np.array(named)) == pytest.approx(expected)


def test_the_likeliest_pixels_are_two_in_a_hundred() -> None:
    maps = np.arange(300, dtype=np.float32).reshape(3, 10, 10) / 300
    np.testing.assert_allclose(likeliest(maps), (np.array([98.5, 198.5, 298.5])) / 300)


def test_channels_are_told_that_enough_pairs_name(tiny_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bright square is a new building, and the captions of no pair name a road."""
    source = SourceConfig(path="levir", split="train")
    assert measure("default", source, tiny_data) == {}
    monkeypatch.setattr(named_classes, "_FEWEST", 2)
    figures = measure("default", source, tiny_data)
    assert sorted(figures) == ["building appeared", "other change"]
    told = figures["building appeared"]
    assert (told["named"], told["absent"]) == (2, 2)
    assert told["median_named"] > told["median_absent"]
    assert told["average_precision"] == 1
