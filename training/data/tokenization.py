"""Cut captions into tokens, and number tokens as published tables are scored on.

The cutting follows the preprocessing that LEVIR-CC papers share: `;` and `,` become tokens of their own,
`?` and `.` are dropped, the rest is split on spaces. Letter case is the data set's own business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...core.captions.no_change import NO_CHANGE_SENTENCES

MAX_TOKENS = 41
"""Longest caption in tokens, start and end marks included."""

PUBLISHED_MIN_COUNT = 6
"""Words seen more than five times over all splits: the 464 words (468 with specials) of published LEVIR-CC
code."""

_FIRST_ID = 4
_UNKNOWN_ID = 1
_NO_CHANGE = frozenset(NO_CHANGE_SENTENCES)


def tokenize(caption: str, *, lower: bool = False) -> list[str]:
    """Cut a caption into tokens.

    Args:
        caption: one sentence as the data set has it, e.g. `" some houses are built , along the road ."`.
        lower: put the text in lower case first; for data sets with capitalised sentences.

    Returns:
        The tokens in order; empty for a caption without words.
    """
    text = caption.lower() if lower else caption
    for mark in ";,":
        text = text.replace(mark, f" {mark}")
    for mark in "?.":
        text = text.replace(mark, "")
    return text.split()


def normalize(caption: str, *, lower: bool = False) -> str:
    """Return the caption's tokens joined by single spaces, the form that is scored."""
    return " ".join(tokenize(caption, lower=lower))


def is_protocol_no_change(caption: str) -> bool:
    """Return whether a caption is one of the five fixed sentences; case, final dot and outer spaces do not count."""
    return normalize(caption, lower=True) in _NO_CHANGE


def is_changed(references: Iterable[str]) -> bool:
    """Return whether a pair counts as changed: its first reference is none of the five fixed sentences.

    Raises:
        ValueError: there is no reference to judge by.
    """
    first = next(iter(references), None)
    if first is None:
        raise ValueError("a pair without captions says nothing about change; give its change flag explicitly")
    return not is_protocol_no_change(first)


@dataclass(frozen=True)
class TokenIds:
    """Numbers of words as published remote-sensing code assigns them before it scores captions.

    Words in alphabetical order are numbered from 4 (0–3 are the pad, unknown, start and end marks); rarer
    words share the number 1. METEOR sees these numbers as words: no stems, no synonyms, but chance hits in
    its paraphrase table, so the order matters in the second decimal.
    """

    numbers: dict[str, int] = field(repr=False)

    @classmethod
    def from_captions(cls, captions: Iterable[str], min_count: int = PUBLISHED_MIN_COUNT) -> TokenIds:
        """Number the words that occur at least `min_count` times in tokenised `captions` (all splits)."""
        counts = Counter(word for caption in captions for word in caption.split())
        kept = sorted(word for word, count in counts.items() if count >= min_count)
        return cls({word: _FIRST_ID + index for index, word in enumerate(kept)})

    def render(self, caption: str) -> str:
        """Replace each word of a tokenised caption by its number."""
        return " ".join(str(self.numbers.get(word, _UNKNOWN_ID)) for word in caption.split())
