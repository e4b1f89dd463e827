"""Words of certainty, chosen on sites whose truth is known and measured on others."""

from __future__ import annotations

import pytest
from describe_changes.training.evaluation.site_certainty import (
    _half_by_order,
    choose_thresholds,
    there_between,
    words_table,
)


def sites(*groups):
    """Sites as (probability, there, not there)."""
    return [(p, truth) for p, good, bad in groups for truth in [True] * good + [False] * bad]


KNOWN = sites((0.9, 98, 2), (0.82, 30, 5), (0.77, 20, 12), (0.72, 10, 10), (0.52, 5, 40))


def test_the_least_steps_that_keep_their_promise_are_chosen():
    """From 0.85 on 98 of 100 are there, from 0.8 on 128 of 135 (94.8 %); of 0.7…0.85 60 of 87 (69 %), of 0.65… too."""
    assert choose_thresholds(KNOWN) == (0.85, 0.55)
    assert choose_thresholds([*KNOWN, *sites((0.6, 0, 20))]) == (0.85, 0.65)


def test_where_nothing_is_sure_no_threshold_is_made_up():
    with pytest.raises(ValueError, match="95% of the sites"):
        choose_thresholds(sites((0.99, 80, 20)))
    with pytest.raises(ValueError, match="95% of the sites"):
        choose_thresholds(sites((0.99, 10, 0)))


def test_a_word_s_share_is_counted_in_its_span_with_both_ends():
    assert there_between(sites((1.0, 1, 0), (0.85, 1, 1), (0.8499, 0, 9)), 0.85, 1.0) == (3, pytest.approx(2 / 3))
    assert there_between([], 0.5, 0.6) == (0, 0.0)
    rows = words_table(KNOWN, 0.85, 0.75)
    assert rows == [
        ["sure", "0.85", "100", "98.0%"], ["likely", "0.75", "67", "74.6%"], ["doubtful", "0.00", "65", "23.1%"],
    ]  # fmt: skip


def test_the_halves_of_a_folder_share_no_pair(tmp_path):
    (tmp_path / "A").mkdir()
    names = [f"{number:03}.webp" for number in range(5)]
    for name in names:
        (tmp_path / "A" / name).touch()
    half = _half_by_order(tmp_path)
    assert [half(name) for name in names] == [0, 0, 0, 1, 1]
