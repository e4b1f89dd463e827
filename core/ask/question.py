"""Plain English about sites into a filter: a grammar of its own over a small lexicon and the result's own vocabulary.

The words of a question are read from left to right; at each, the longest known phrase counts. Conditions of one kind
that stand side by side are alternatives (a site cannot lie in the north and in the south), others must hold together.
What is not understood is kept and named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...common.nouns import noun
from ..formatting import listed
from . import lexicon as words
from .dates import read_date_range, read_time
from .filters import All, Filter, Not, Number, Value, Word, all_of, any_of
from .kinds import read_class, read_transition, with_transitions
from .places import read_names, read_place
from .reading import AND, NOT, OR, TOKENS, Item, Reading
from .sizes import read_comparison, read_limit, read_size_range
from .vocabulary import Vocabulary, singular


@dataclass(frozen=True)
class Question:
    """What was understood of a question.

    Attributes:
        filter: the conditions.
        order: ``largest``, ``smallest`` or empty.
        limit: how many sites of that order; 0: all.
        unknown: what was not understood, each with what to say in its place where that is known.
        understood: whether there was anything that could be.
    """

    filter: Filter
    order: str = ""
    limit: int = 0
    unknown: tuple[str, ...] = ()
    understood: bool = True

    @property
    def text(self) -> str:
        """The filter as it is shown and can be edited, with order and number."""
        return f"{self.filter.text}; {self.order} {self.limit}" if self.limit else self.filter.text


def parse_question(text: str, vocabulary: Vocabulary) -> Question:
    """Read a question.

    Args:
        text: as asked.
        vocabulary: of the result.
    """
    reading = Reading(TOKENS.findall(text), vocabulary)
    while reading.at < len(reading.tokens):
        if not any(read(reading) for read in _READERS):
            reading.at += 1
    if any(item.kind == "size" for item in reading.items):
        reading.unknown = [said for said in reading.unknown if said.strip("“").split("”")[0].lower() not in words.SIZED]
    found = _combined(with_transitions(reading.items))
    understood = bool(reading.limit or reading.idle or not isinstance(found, All) or found.parts)
    return Question(found, reading.order, reading.limit, tuple(dict.fromkeys(reading.unknown)), understood)


def _review(reading: Reading) -> bool:
    meaning, length = reading.phrase(words.REVIEWS)
    return length > 0 and reading.add("review", Value("review", meaning), length)


def _site(reading: Reading) -> bool:
    """``site 12``, ``#12``, ``sites 3, 5 and 8``."""
    if reading.word() not in ("site", "sites", "#") or not reading.word(1).isdecimal():
        return False
    length = 1
    while reading.word(length).isdecimal() or (
        reading.word(length) in (",", "and", "or") and reading.word(length + 1).isdecimal()
    ):
        if reading.word(length).isdecimal():
            reading.items.append(Item("site", Number(int(reading.word(length)))))
        length += 1
    reading.at += length
    return True


def _certainty(reading: Reading) -> bool:
    meaning, length = reading.phrase(words.CERTAINTIES)
    return length > 0 and reading.add("certainty", any_of([Value("certainty", one) for one in meaning]), length)


_OF_ALL = frozenset("all every many total sum number count sites changed changes".split())
"""Idle words that ask of all sites by themselves."""


def _joint(reading: Reading) -> bool:
    spelt, length = reading.phrase(words.NEGATIONS)
    if length:
        return reading.add(NOT, spelt, length)
    if reading.word() in words.ALTERNATIVES:
        return reading.add(OR, None, 1)
    return reading.word() in words.JOINS and reading.add(AND, reading.word(), 1)


def _idle(reading: Reading) -> bool:
    if reading.word() == "other" and reading.word(1) in ("change", "changes"):
        reading.at += 1
        return True
    word = reading.word()
    known = word in words.IDLE or not any(letter.isalnum() for letter in word)
    reading.idle += word in _OF_ALL
    reading.at += known
    if word == "many":  # how many hectares
        reading.at += reading.phrase(words.UNITS)[1]
    return known


def _mentioned(reading: Reading) -> bool:
    """``mentioning ponds``: a word of the descriptions, though it may be a class as well."""
    known = reading.vocabulary.described(reading.word(1)) if reading.word() in words.MENTIONS else ""
    return bool(known) and reading.add("text", Word(known), 2)


def _described(reading: Reading) -> bool:
    """A word of the sites' descriptions; else it is not understood. “Change” says nothing of a site."""
    word, shown = reading.word(), reading.tokens[reading.at]
    known = reading.vocabulary.described(word)
    if known:
        return reading.add("text", Word(known), 1)
    advice = words.VAGUE.get(word)
    untold = "" if shown[:1].isupper() else words.SYNONYMS.get(singular(word), words.SYNONYMS.get(word, ""))
    if untold and not advice:  # no site shows it, since none can
        told = listed(sorted(noun(2, name) for name in reading.vocabulary.classes) or ["none"])
        advice = f"this result cannot tell; its classes are {told}"
        reading.items.append(Item("class", untold))
    reading.unknown.append(f"“{shown}” ({advice})" if advice else f"“{shown}”")
    reading.at += 1
    return True


_READERS: tuple[Callable[[Reading], bool], ...] = (
    read_names, _review, _site, read_limit, read_date_range, read_size_range, read_comparison, read_time, _certainty,
    _mentioned, read_place, read_class, read_transition, _joint, _idle, _described,
)  # fmt: skip


def _combined(items: list[Item]) -> Filter:
    """Join conditions: those of one kind side by side are alternatives, “or” parts what stands on its sides."""
    sides: list[list[Filter]] = [[]]
    index, negated, last = 0, False, ""
    while index < len(items):
        kind = items[index].kind
        following = items[index + 1].kind if index + 1 < len(items) else ""
        if kind in (AND, OR, NOT):
            still = kind == OR and negated and last in _WHERE and following in _WHERE  # not in the north or Ward 3
            if kind == OR and not still and sides[-1] and following:
                sides.append([])
            negated = still or kind == NOT
            index += 1
            continue
        group, index = _alike(items, index)
        sides[-1].append(Not(group) if negated else group)
        negated, last = negated and index < len(items) and items[index].kind == OR, kind
    filled = [all_of(side) for side in sides if side]
    return any_of(filled) if filled else All()


_WHERE = frozenset({"place", "zone", "near"})
_SUMMED = frozenset({"size", "count", "confidence", "date", "text"})
"""Kinds of which several conditions must hold together; of others they are alternatives."""


def _alike(items: list[Item], start: int) -> tuple[Filter, int]:
    """Return the conditions of one kind from a place on as one, and where they end."""
    kind, parts, end, alternative = items[start].kind, [items[start].value], start + 1, False
    while end < len(items):
        joined = items[end].kind in (AND, OR)
        following = items[end + 1] if joined and end + 1 < len(items) else items[end]
        if following.kind != kind:
            break
        alternative |= items[end].kind == OR
        parts.append(following.value)
        end += 2 if joined else 1
    return (all_of(parts) if kind in _SUMMED and not alternative else any_of(parts)), end
