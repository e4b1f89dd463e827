"""Sentences held against hand-made masks of one site."""

from __future__ import annotations

import numpy as np
import pytest
from describe_changes.core.captions.sentence_choice import Candidate
from describe_changes.core.models.config import MaskHeadConfig
from describe_changes.core.sites.wording import choose_sentence, compose, without_places

CHANNELS = MaskHeadConfig().channels  # building appeared, building disappeared, other change
WORDS = {"building": ("building", "buildings", "house", "houses", "villa", "villas")}


def mask(appeared: int = 0, gone: int = 0, other: int = 0) -> np.ndarray:
    """Square patches of 12 pixels, so many of each class."""
    result = np.zeros((256, 256), np.uint8)
    values = [1] * appeared + [2] * gone + [3] * other
    for index, value in enumerate(values):
        row, col = divmod(index, 8)
        result[20 * row + 4 : 20 * row + 16, 20 * col + 4 : 20 * col + 16] = value
    return result


def said(sentences, of, buildings=None, means=()):
    given = [Candidate(text, mean, 0.5) for text, mean in zip(sentences, means or [-1.0] * len(sentences), strict=True)]
    chosen = choose_sentence(given, of, CHANNELS, WORDS, buildings)
    return None if chosen is None else chosen.text


@pytest.mark.parametrize(("text", "cut"), [
    ("a house appears at the top left corner of the scene", "a house appears"),
    ("some villas are built in the middle of the scene", "some villas are built"),
    ("a building has been removed in the bottom left corner", "a building has been removed"),
    ("a building appears on the left side of the scene", "a building appears"),
    ("houses appear on both sides of the road", "houses appear on both sides of the road"),
    ("a house is built in the corner and a road appears on the right", "a house is built and a road appears"),
    ("the top of the scene is now a lake", ""),
    ("many houses have been removed", "many houses have been removed"),
])  # fmt: skip
def test_places_in_the_window_are_cut(text, cut):
    assert without_places(text) == cut


@pytest.mark.parametrize(("text", "of"), [
    ("a house appears", {"appeared": 1}),
    ("some houses are built", {"appeared": 3}),
    ("the houses have been removed", {"gone": 2}),
    ("the trees are replaced by a house", {"appeared": 1}),
    ("the trees are removed and a house is built", {"appeared": 1}),
    ("some houses replace the trees", {"appeared": 2}),
    ("the house is replaced by trees", {"gone": 1}),
    ("the trees and the houses have disappeared", {"gone": 2, "other": 1}),
    ("a road is built", {"other": 1}),
])  # fmt: skip
def test_what_the_mask_bears_out_is_said(text, of):
    assert said([text], mask(**of)) == text


@pytest.mark.parametrize(("text", "of"), [
    ("a house appears", {"gone": 1}),
    ("the houses have been removed", {"appeared": 2}),
    ("a house appears", {"other": 2}),
    ("the trees are replaced by a house", {"gone": 1}),
    ("the trees and the houses have disappeared", {"appeared": 2}),
    ("many houses are built", {"appeared": 1}),
    ("a house appears", {"appeared": 5}),
    ("a road is built", {"appeared": 2, "other": 1}),
    ("the scene is the same as before", {"appeared": 1}),
    ("the scene is the with the same as before", {"other": 1}),
    ("a house appears", {"appeared": 1, "other": 40}),
    ("a road is built", {"appeared": 2, "other": 4}),
    ("the top of the scene is now a lake", {"other": 1}),
])  # fmt: skip
def test_what_the_mask_denies_is_not_said(text, of):
    assert said([text], mask(**of)) is None


def test_the_best_sentence_that_holds_is_said_without_its_place():
    sentences = ["many houses are built", "a house is built at the top", "a house appears"]
    assert said(sentences, mask(appeared=1)) == "a house is built"


def test_what_the_model_itself_hardly_believes_is_not_said():
    sentences = ["many houses are built", "a house appears"]
    assert said(sentences, mask(appeared=1), means=[-0.4, -1.3]) == "a house appears"
    assert said(sentences, mask(appeared=1), means=[-0.4, -1.5]) is None


def test_the_number_is_that_of_the_whole_site_where_a_window_shows_a_part():
    assert said(["a house appears", "many houses are built"], mask(appeared=1), buildings=9) == "many houses are built"


def test_specks_bear_nothing_out():
    specks = np.zeros((256, 256), np.uint8)
    specks[:3, :4] = 1
    assert said(["a house appears"], specks) is None


@pytest.mark.parametrize(("parts", "whole"), [
    (["many houses are removed", "several buildings have been removed"], "many houses are removed"),
    (["many houses and roads appear", "some houses appear beside the road"], "many houses and roads appear"),
    (["many houses are removed", "a road is built"], "many houses are removed, and a road is built"),
    (["a lake appears", "a road is built", "the trees are cut"], "a lake appears, and a road is built"),
    (["a house appears"], "a house appears"),
])  # fmt: skip
def test_sentences_about_parts_become_one(parts, whole):
    assert compose(parts) == whole
