"""Words of place against masks."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.captions.mask_consistency import (
    count_agrees,
    count_components,
    place_agrees,
    select_consistent,
)
from describe_changes.core.models.config import Channel

CHANNELS = (
    Channel(name="building appeared", class_name="building", transition="appeared"),
    Channel(name="other change", class_name="change"),
)
WORDS = {"building": ("house", "houses")}


def mask(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    """100 × 100 with boxes of (top, left, bottom, right)."""
    out = np.zeros((100, 100), bool)
    for top, left, bottom, right in boxes:
        out[top:bottom, left:right] = True
    return out


TOP_LEFT, BOTTOM, CENTRE = mask((5, 5, 25, 25)), mask((80, 10, 95, 90)), mask((40, 40, 60, 60))


@pytest.mark.parametrize(
    ("where", "sentence", "agrees"),
    [
        (TOP_LEFT, "a house is built in the top left corner", True),
        (TOP_LEFT, "a house is built in the upper left corner", True),
        (TOP_LEFT, "a house is built in the bottom left corner", False),
        (TOP_LEFT, "a house appears on the right", False),
        (TOP_LEFT, "a house appears in the corner of the scene", True),
        (TOP_LEFT, "a house appears in the middle of the scene", False),
        (BOTTOM, "houses are built at the bottom", True),
        (BOTTOM, "houses are built at the top of the scene", False),
        (CENTRE, "a house appears in the center", True),
        (CENTRE, "a house appears in the corner", False),
        (TOP_LEFT, "a house is built on the left and a road at the right", True),
        (TOP_LEFT, "many houses are built along the road", True),
        (mask((0, 0, 2, 2)), "a house is built at the bottom", True),
    ],
)
def test_sentences_against_a_mask(where: np.ndarray, sentence: str, agrees: bool) -> None:
    assert place_agrees(where, sentence.split()) is agrees


def test_the_first_sentence_that_the_mask_bears_out_is_taken() -> None:
    masks = np.stack([TOP_LEFT, BOTTOM])
    said = ["a house is built at the bottom", "a house is built on the left", "a house is built at the top"]
    assert select_consistent(said, masks, CHANNELS, WORDS) == 1, "the house's own mask decides, not the other change"


BOTH_WAYS = (*CHANNELS, Channel(name="building disappeared", class_name="building", transition="disappeared"))


@pytest.mark.parametrize(
    ("came", "went", "taken"),
    [
        (mask(), TOP_LEFT, 2),  # it went: the first that says so, and where
        (TOP_LEFT, mask(), 0),
        (TOP_LEFT, CENTRE, 0),  # both: either may be meant
        (mask((0, 0, 2, 2)), CENTRE, 1),  # a speck of the other
        (mask(), mask((0, 0, 2, 2)), 0),  # too few to deny anything
        (mask(), BOTTOM, 1),
    ],
)
def test_a_sentence_does_not_say_that_houses_come_where_the_mask_shows_that_they_go(came, went, taken) -> None:
    said = ["houses are built", "some houses are removed", "a house in the top left corner has been removed"]
    if taken == 2:
        said[1] = "a house at the bottom has been removed"
    masks = np.stack([came, mask(), went])
    assert select_consistent(said, masks, BOTH_WAYS, WORDS) == taken


def test_where_every_sentence_has_the_wrong_direction_place_and_number_decide() -> None:
    masks = np.stack([mask(), mask(), TOP_LEFT])
    assert select_consistent(["a house appears at the bottom", "a house appears"], masks, BOTH_WAYS, WORDS) == 1


def test_where_the_named_class_has_no_mask_all_change_decides() -> None:
    masks = np.stack([mask(), BOTTOM])
    said = ["a house is built at the top", "a house is built at the bottom"]
    assert select_consistent(said, masks, CHANNELS, WORDS) == 1


def test_without_agreement_the_likeliest_stays() -> None:
    masks = np.stack([TOP_LEFT, mask()])
    assert select_consistent(["a house on the right", "a house at the bottom"], masks, CHANNELS, WORDS) == 0


TWO = mask((5, 5, 25, 25), (60, 60, 80, 80))
FOUR = mask((5, 5, 25, 25), (5, 60, 25, 80), (60, 5, 80, 25), (60, 60, 80, 80))


@pytest.mark.parametrize(
    ("buildings", "sentence", "agrees"),
    [
        (TOP_LEFT, "a house is built", True),
        (TOP_LEFT, "two houses are built", False),
        (TOP_LEFT, "many houses are built", False),
        (TOP_LEFT, "some houses are built", False),
        (TWO, "some houses are built", True),
        (TWO, "two houses are built", True),
        (TWO, "a house is built", False),
        (TWO, "many houses are built", False),
        (FOUR, "a house is built", False),
        (FOUR, "two houses are built", False),
        (FOUR, "four houses are built", True),
        (FOUR, "a row of houses is built", True),
        (FOUR, "the trees are removed", True),
        (FOUR, "a villa and two houses are built", True),
        (mask((5, 5, 25, 25), (50, 50, 52, 52)), "two houses are built", False),
        (mask((0, 0, 2, 2)), "many houses are built", True),
    ],
)
def test_numbers_against_the_patches_of_a_mask(buildings: np.ndarray, sentence: str, agrees: bool) -> None:
    """A patch is a building, whether two touch or a tree hides part of one; specks are none."""
    assert count_agrees(count_components(buildings), sentence) is agrees


def test_a_sentence_of_the_right_number_is_taken_before_one_of_the_wrong() -> None:
    masks = np.stack([FOUR, mask()])
    said = ["a house is built", "many houses are built", "some houses are built"]
    assert select_consistent(said, masks, CHANNELS, WORDS) == 1
    assert select_consistent(said[:1], masks, CHANNELS, WORDS) == 0, "where none agrees, the place decides"
