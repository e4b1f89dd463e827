"""Sentences written from a mask are true of that mask."""

from __future__ import annotations

import numpy as np
from describe_changes.training.data.pseudo_captions import caption_buildings
from hypothesis import given, settings
from hypothesis import strategies as st

NUMBERS = {"a": 1, "two": 2, "three": 3, "four": 4, "five": 5}


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=1, max_size=12, unique=True),
    st.booleans(),
    st.integers(0, 10_000),
)
def test_count_and_place_are_true(cells: list[tuple[int, int]], gone: bool, seed: int) -> None:
    mask = np.zeros((256, 256), bool)
    for row, col in cells:
        mask[row * 16 + 3 : row * 16 + 12, col * 16 + 3 : col * 16 + 12] = True
    caption = caption_buildings(mask, gone, np.random.default_rng(seed))
    assert caption is not None
    if caption[0] in NUMBERS:
        assert NUMBERS[caption[0]] == len(cells)
    else:
        assert len(cells) > 5
        assert (caption[0] == "many") == (len(cells) >= 9)
    text = " ".join(caption)
    assert gone == any(word in text for word in ("removed", "disappear", "demolished"))
    if "left" in text:
        assert all(col < 8 for _, col in cells)
    if "right" in text:
        assert all(col >= 8 for _, col in cells)
    if "top" in text:
        assert all(row < 8 for row, _ in cells)
    if "bottom" in text:
        assert all(row >= 8 for row, _ in cells)


def test_nothing_is_said_of_an_empty_or_speckled_mask() -> None:
    mask = np.zeros((256, 256), bool)
    mask[::9, ::9] = True
    assert caption_buildings(mask, True, np.random.default_rng(0)) is None
