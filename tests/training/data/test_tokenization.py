"""Tokenising, the five fixed sentences, and the numbering of words."""

from __future__ import annotations

import pytest
from describe_changes.core.captions.no_change import NO_CHANGE_SENTENCES
from describe_changes.training.data.tokenization import (
    TokenIds,
    is_changed,
    is_protocol_no_change,
    normalize,
    tokenize,
)


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        (" there is no difference .", ["there", "is", "no", "difference"]),
        ("A road, a house; trees?", ["A", "road", ",", "a", "house", ";", "trees"]),
        ("two  spaces", ["two", "spaces"]),
        ("a t-shaped road's end", ["a", "t-shaped", "road's", "end"]),
        (" . ", []),
    ],
)
def test_cutting_as_the_published_preprocessing(raw: str, tokens: list[str]) -> None:
    assert tokenize(raw) == tokens


def test_lower_case_only_on_request() -> None:
    assert normalize("New Houses.") == "New Houses"
    assert normalize("New Houses.", lower=True) == "new houses"


def test_change_flag_follows_the_first_reference() -> None:
    assert not is_changed([" there is no difference .", "a house is built"])
    assert is_changed(["a house is built", "there is no difference"])
    assert all(is_protocol_no_change(f" {text.capitalize()} .") for text in NO_CHANGE_SENTENCES)
    with pytest.raises(ValueError, match="without captions"):
        is_changed([])


def test_numbers_are_alphabetical_from_four_and_rare_words_share_one() -> None:
    ids = TokenIds.from_captions(["road a road", "house a"], min_count=2)
    assert ids.numbers == {"a": 4, "road": 5}
    assert ids.render("a house road") == "4 1 5"


def test_published_vocabulary_sizes(shared_data) -> None:
    import json

    corpus = json.loads((shared_data / "levir_cc" / "captions.json").read_text())
    captions = [text for split in corpus.values() for five in split.values() for text in five]
    assert len(TokenIds.from_captions(captions).numbers) + 4 == 468
    assert len(TokenIds.from_captions(captions, min_count=5).numbers) + 4 == 501
