"""A turned image and its turned caption still agree: held against where the described square really is."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.training.data.caption_transforms import D4Transform, transform_caption
from hypothesis import given
from hypothesis import strategies as st

CORNERS = {
    ("top", "left"): (0, 0),
    ("top", "right"): (0, 1),
    ("bottom", "left"): (1, 0),
    ("bottom", "right"): (1, 1),
}


@given(st.sampled_from(sorted(CORNERS)), st.integers(0, 7))
def test_the_named_corner_is_where_the_square_is(corner: tuple[str, str], number: int) -> None:
    symmetry = D4Transform.number(number)
    row, column = CORNERS[corner]
    image = np.zeros((1, 2, 2), np.uint8)
    image[0, row, column] = 1
    _, rows, columns = np.nonzero(symmetry.apply(image))
    caption = transform_caption(f"a house is built in the {corner[0]} {corner[1]} corner".split(), symmetry)
    assert caption is not None
    named = tuple(word for word in caption if word in ("top", "bottom", "left", "right"))
    assert CORNERS[named] == (int(rows[0]), int(columns[0]))  # type: ignore[index]


@pytest.mark.parametrize(
    ("caption", "number", "expected"),
    [
        ("a road is built on the left", 1, "a road is built on the right"),
        ("a road is built on the left", 2, "a road is built on the left"),
        ("houses appear in the upper-left corner", 3, "houses appear in the lower-right corner"),
        ("a vertical road appears", 4, "a horizontal road appears"),
        ("a vertical road appears", 1, "a vertical road appears"),
        ("trees in the northeast are cut", 1, "trees in the northwest are cut"),
        ("trees in the northeast are cut", 4, "trees in the southwest are cut"),
        ("a house above the road is removed", 2, "a house below the road is removed"),
        ("a t-shaped road appears", 5, "a t-shaped road appears"),
        (
            "a building under construction appears on the right",
            4,
            "a building under construction appears on the bottom",
        ),
    ],
)
def test_hand_worked_cases(caption: str, number: int, expected: str) -> None:
    assert transform_caption(caption.split(), D4Transform.number(number)) == expected.split()


@pytest.mark.parametrize("caption", ["a house appears under the road", "a house is built above the road"])
def test_what_cannot_be_said_truthfully_is_not_said(caption: str) -> None:
    assert transform_caption(caption.split(), D4Transform(transpose=True)) is None


@given(st.integers(0, 7))
def test_four_turns_of_a_caption_come_back(number: int) -> None:
    symmetry = D4Transform.number(number)
    caption = "many houses appear in the top left corner and trees on the right".split()
    turned = caption
    for _ in range(4):
        turned = transform_caption(turned, symmetry) or []
    assert turned == caption
