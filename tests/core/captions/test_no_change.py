"""Which sentences say that nothing changed, half-finished ones of a decoder among them."""

from __future__ import annotations

import pytest
from describe_changes.core.captions.no_change import NO_CHANGE_SENTENCES, denies_change


@pytest.mark.parametrize(
    "sentence",
    [
        *NO_CHANGE_SENTENCES,
        "there is no change in the scene",
        "the area remains the same",
        "the scene is the with the same as before",
        "five the scene is the same as before",
        "the two houses seem identical",
    ],
)
def test_a_denial_is_known_in_any_wording(sentence: str) -> None:
    assert denies_change(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "a house is built on the same side of the road as before the river",
        "the bareland is replaced by houses and the rest is as before",
        "some identical houses appear along the road",
        "no trees are left where the villas stand",
    ],
)
def test_a_change_is_no_denial(sentence: str) -> None:
    assert not denies_change(sentence)
