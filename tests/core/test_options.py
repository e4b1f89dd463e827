"""Options by name: known or not, needed or not, and read as their fields say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.options import check_known, read_options


@dataclass(frozen=True)
class Options:
    result: Path
    name: str = ""
    count: int | None = None
    share: float = 0.5
    sure: bool = False
    pack: str | Path | None = None
    how: Literal["a", "b"] = "a"
    bands: Sequence[int] | None = None


def read(**params: object) -> Options:
    return Options(**read_options(Options, params, "report", needed={"result": "the result"}))


def test_each_option_is_read_as_its_field_says():
    said = read(result="r.gpkg", name="n", count="7", share=1, sure="true", pack=Path("p"), how="b", bands=[1, 2])
    assert said == Options(Path("r.gpkg"), "n", 7, 1.0, True, Path("p"), "b", [1, 2])
    assert isinstance(said.share, float)


def test_none_and_empty_texts_are_not_given():
    assert read(result="r", name="", count=None, sure=None, pack="") == Options(Path("r"))
    assert read(result="r", sure=0).sure is False


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"result": "r", "colour": 1}, "There is no option “colour”; known are result, name, count, share, sure, pack"),
        ({}, "Give the result (“result”)."),
        ({"result": "r", "count": "many"}, "“many” is no number; correct “count”."),
        ({"result": "r", "count": float("inf")}, "“inf” is no number; correct “count”."),
        ({"result": "r", "share": [1]}, "“[1]” is no number; correct “share”."),
        ({"result": "r", "sure": "perhaps"}, "“perhaps” is neither true nor false; correct “sure”."),
        ({"result": "r", "sure": [True]}, "“[True]” is neither true nor false; correct “sure”."),
        ({"result": "r", "name": 3}, "“name” must be a text."),
        ({"result": ["r"]}, "“result” must be a text."),
        ({"result": "r", "how": ["a"]}, "“how” must be a text."),
        ({"result": "r", "which": "all", "review": "all"}, "“which” and “review” are one option; give “review” alone."),
    ],
)
def test_what_cannot_be_is_a_sentence(params, sentence):
    with pytest.raises(InputError) as raised:
        read(**params)
    assert str(raised.value).startswith(sentence)


def test_the_sentence_says_what_has_no_such_option():
    with pytest.raises(InputError, match="There is no option “x” for a series; known are a, b"):
        check_known(["x", "a"], ["a", "b"], "for a series")
