"""What captions claim, and what their references bear out."""

from __future__ import annotations

import pytest
from describe_changes.core.captions.claims import claim_precision, claims_of, rerank, unsupported_claims

REFERENCES = ["some houses are built in the forest", "four villas appear in the top left corner", "trees are cut down"]


@pytest.mark.parametrize(
    ("caption", "claims"),
    [
        ("a house is built", {"building", "number 1"}),
        ("two houses are built beside the road", {"building", "number 2", "road"}),
        ("a row of villas appears", {"building", "number rows"}),
        ("houses appear in the lower-right corner", {"building", "number 2+", "at bottom", "at right", "at corner"}),
        ("the trees have been cleared", {"trees", "removal"}),
        ("the scene is the same as before", {"no change"}),
    ],
)
def test_claims_are_objects_numbers_places_and_removals(caption: str, claims: set[str]) -> None:
    assert claims_of(caption) == claims


@pytest.mark.parametrize(
    ("caption", "false"),
    [
        ("many houses are built", []),
        ("some houses replace the woods in the corner", []),
        ("a house is built", ["number 1"]),
        ("some houses are built on the bareland", ["bare ground"]),
        ("many villas are built in the bottom left corner", ["at bottom"]),
        ("there is no difference", ["no change"]),
    ],
)
def test_what_no_reference_says_is_named(caption: str, false: list[str]) -> None:
    assert unsupported_claims(caption, REFERENCES) == false


def test_a_sentence_whose_claims_its_rivals_share_is_worth_more() -> None:
    found = [
        (-0.50, "a house is built in the top left corner"),
        (-0.52, "a house is built beside the road"),
        (-0.53, "one house is built along the road"),
        (-0.55, "a villa appears near the road"),
    ]
    assert rerank(found, 0.0) == [0, 1, 2, 3]
    order = rerank(found, 0.2)
    assert order[0] == 1, "three of four name the road, one the corner"
    assert order[-1] == 0


def test_a_number_that_another_implies_is_no_doubtful_claim() -> None:
    found = [(-0.50, "two houses are built"), (-0.50, "some houses are built"), (-0.51, "a house is built")]
    assert rerank(found, 1.0)[-1] == 2


def test_share_of_captions_borne_out() -> None:
    captions = ["many houses are built", "a house is built"]
    assert claim_precision(captions, [REFERENCES] * 2) == 0.5
    with pytest.raises(ValueError, match="no captions"):
        claim_precision([], [])
