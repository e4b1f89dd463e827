"""Plain English about sites into a filter: a grammar of its own over a small lexicon and the result's own vocabulary.

The words of a question are read from left to right; at each, the longest known phrase counts. Conditions of one kind
that stand side by side are alternatives (a site cannot lie in the north and in the south), others must hold together.
What is not understood is kept and named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from . import lexicon as words
from .filters import (
    AREA_DIGITS,
    All,
    Confidence,
    Count,
    Date,
    Filter,
    Near,
    Not,
    Number,
    Size,
    Value,
    What,
    Word,
    Zone,
    all_of,
    any_of,
)
from .vocabulary import Vocabulary

_TOKENS = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?|\d+(?:,\d{3})+(?:\.\d+)?|\d+[.,]\d+|\d+|[^\W\d_][\w²'’-]*|[<>]=?|=|[&,;#%()]|\S"
)
_YEARS = range(1850, 2200)
_AND, _OR, _NOT = "and", "or", "not"


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


@dataclass(frozen=True)
class _Item:
    """A condition, half of one (a class, a transition), or a word that joins them."""

    kind: str
    value: Any = None


@dataclass
class _Reading:
    """A question while it is read."""

    tokens: list[str]
    vocabulary: Vocabulary
    at: int = 0
    items: list[_Item] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    order: str = ""
    limit: int = 0
    idle: int = 0

    def word(self, ahead: int = 0) -> str:
        """The token so many ahead, in lower case; empty past the end."""
        index = self.at + ahead
        return self.tokens[index].lower().replace("’", "'") if 0 <= index < len(self.tokens) else ""

    def phrase(self, known: Mapping[str, Any] | tuple[str, ...], ahead: int = 0) -> tuple[Any, int]:
        """Return the longest known phrase from a place on, or its meaning, and its length in tokens; (None, 0)."""
        for length in (4, 3, 2, 1):
            spelt = " ".join(self.word(ahead + n) for n in range(length))
            if spelt in known and self.word(ahead + length - 1):
                return (known[spelt] if isinstance(known, Mapping) else spelt), length
        return None, 0

    def add(self, kind: str, value: Any, length: int) -> bool:
        """Note something and go on behind it."""
        self.items.append(_Item(kind, value))
        self.at += length
        return True


def parse_question(text: str, vocabulary: Vocabulary) -> Question:
    """Read a question.

    Args:
        text: as asked.
        vocabulary: of the result.
    """
    reading = _Reading(_TOKENS.findall(text), vocabulary)
    while reading.at < len(reading.tokens):
        if not any(read(reading) for read in _READERS):
            reading.at += 1
    found = _combined(_changes(reading.items))
    understood = bool(reading.limit or reading.idle or not isinstance(found, All) or found.parts)
    return Question(found, reading.order, reading.limit, tuple(dict.fromkeys(reading.unknown)), understood)


def _names(reading: _Reading) -> bool:
    """Zones and named features of the result, by their whole names."""
    for kind, names in (("zone", reading.vocabulary.zones), ("near", reading.vocabulary.near)):
        for name in names:
            spelt = [token.lower() for token in _TOKENS.findall(name)]
            if spelt and [reading.word(n) for n in range(len(spelt))] == spelt:
                return reading.add(kind, Zone(name) if kind == "zone" else Near(name), len(spelt))
    return False


def _review(reading: _Reading) -> bool:
    meaning, length = reading.phrase(words.REVIEWS)
    return length > 0 and reading.add("review", Value("review", meaning), length)


def _site(reading: _Reading) -> bool:
    """``site 12``, ``#12``, ``sites 3, 5 and 8``."""
    if reading.word() not in ("site", "sites", "#") or not reading.word(1).isdecimal():
        return False
    length = 1
    while reading.word(length).isdecimal() or (
        reading.word(length) in (",", "and", "or") and reading.word(length + 1).isdecimal()
    ):
        if reading.word(length).isdecimal():
            reading.items.append(_Item("site", Number(int(reading.word(length)))))
        length += 1
    reading.at += length
    return True


def _number(text: str) -> float | None:
    if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d+,\d+", text):
        return float(text.replace(",", "."))
    return words.NUMBERS.get(text)


def _quantity(reading: _Reading, ahead: int) -> tuple[float | None, str, int]:
    """Return number, kind (``area``, ``percent``, ``plain``) and length: ``0.5 ha``, ``half a hectare``, ``80 %``."""
    number, length = _number(reading.word(ahead)), 1
    if number is None and reading.word(ahead) in ("a", "an") and reading.phrase(words.UNITS, ahead + 1)[1]:
        number = 1.0
    elif number is not None and reading.word(ahead + 1) in ("a", "an") and number == words.NUMBERS["half"]:
        length = 2
    if number is None:
        return None, "", 0
    unit, size = reading.phrase(words.UNITS, ahead + length)
    if size:
        return round(number * unit, AREA_DIGITS), "area", length + size
    if reading.word(ahead + length) in ("%", "percent", "per"):
        more = 2 if reading.word(ahead + length) == "per" else 1
        return number / 100, "percent", length + more
    return number, "plain", length


def _range(reading: _Reading) -> bool:
    """``between 100 and 500 m²``, ``between 2009 and 2012``, ``from May 2009 to 2012``."""
    if reading.word() not in ("between", "from"):
        return False
    first, after = _date(reading, 1)
    if first and reading.word(1 + after) in ("and", "to", "until", "till", "-", "–"):
        last, more = _date(reading, 2 + after)
        if last:
            reading.items.append(_Item("date", Date(">=", first[0])))
            return reading.add("date", Date("<", last[1]), 2 + after + more)
    low, kind, length = _quantity(reading, 1)
    if low is None or reading.word(1 + length) not in ("and", "to"):
        return False
    high, other, more = _quantity(reading, 2 + length)
    if high is None or other != "area":
        return False
    unit, _ = reading.phrase(words.UNITS, 2 + length + 1)
    reading.items.append(_Item("size", Size(">=", low if kind == "area" else round(low * (unit or 1.0), AREA_DIGITS))))
    return reading.add("size", Size("<=", high), 2 + length + more)


def _comparison(reading: _Reading) -> bool:
    """``larger than 200 m²``, ``at least 3 buildings``, ``confidence above 0.8``, ``200 m² or more``."""
    about_confidence = reading.word() in ("confidence", "probability", "score")
    start = 1 if about_confidence else 0
    while about_confidence and reading.word(start) in ("is", "of", "are", "was"):
        start += 1
    sign, length = reading.phrase(words.COMPARISONS, start)
    number, kind, size = _quantity(reading, start + length)
    if number is None:
        return False
    end = start + length + size
    if sign is None:
        sign, trailing = reading.phrase(words.TRAILING, end)
        end += trailing
    if sign is None:
        return False
    return _compared(reading, sign, number, kind, end, about_confidence)


def _compared(reading: _Reading, sign: str, number: float, kind: str, end: int, confidence: bool) -> bool:
    if kind == "area":
        return reading.add("size", Size(sign, number), end)
    if confidence or kind == "percent":
        sure = reading.word(end) in (*words.CERTAINTIES, "confidence", "probability")
        if confidence or sure:
            share = number if kind == "percent" or number <= 1 else number / 100
            return reading.add("confidence", Confidence(sign, share), end + (1 if sure else 0))
    name, length = _class_at(reading, end)
    if not length and reading.word(end) in ("changes", "areas", "objects"):
        name, length = "", 1
    if length and float(number).is_integer():
        return reading.add("count", Count("" if name == "change" else name, sign, int(number)), end + length)
    _, before = reading.phrase(words.TRANSITIONS, end)
    name, length = _class_at(reading, end + before)
    if before and length and float(number).is_integer():  # at least 10 new houses
        return reading.add("count", Count(name, sign, int(number)), end)
    if number in _YEARS and sign in (">", ">=", "<", "<=") and kind == "plain":
        return False
    said = " ".join(reading.tokens[reading.at : reading.at + end])
    reading.unknown.append(f"“{said}” (say of what: m², ha, acres, ft², or a number of buildings)")
    reading.at += end
    return True


def _limit(reading: _Reading) -> bool:
    """``largest 5``, ``the 5 largest``, ``top 3``, ``the largest site``."""
    first, second = reading.word(), reading.word(1)
    number, length = (_number(first), 2) if _number(first) is not None else (_number(second), 2)
    name = second if _number(first) is not None else first
    if name not in words.LARGEST | words.SMALLEST:
        return False
    if number is None or not 1 <= number < 1e6:
        number, length = 1.0, 1
        if reading.word(1).endswith("s"):  # the largest sites: how many is not said
            reading.unknown.append(f"how many of the “{name}” (say the {name} 5)")
            reading.at += 1
            return True
    reading.order = "largest" if name in words.LARGEST else "smallest"
    reading.limit = int(number)
    reading.at += length
    return True


def _certainty(reading: _Reading) -> bool:
    meaning, length = reading.phrase(words.CERTAINTIES)
    return length > 0 and reading.add("certainty", any_of([Value("certainty", one) for one in meaning]), length)


def _date(reading: _Reading, ahead: int) -> tuple[tuple[datetime, datetime] | None, int]:
    """Return begin and end of a day, month or year, and its length in tokens."""
    first, second, third = (reading.word(ahead + n) for n in range(3))
    spelt = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", first)
    if spelt and int(spelt[1]) in _YEARS:
        return _span(*(int(part) if part else 0 for part in spelt.groups())), 1
    if first in words.MONTHS and second.isdecimal() and int(second) in _YEARS:
        return _span(int(second), words.MONTHS[first], 0), 2
    if first.isdecimal() and second in words.MONTHS and third.isdecimal() and int(third) in _YEARS:
        return _span(int(third), words.MONTHS[second], int(first)), 3
    return None, 0


def _span(year: int, month: int, day: int) -> tuple[datetime, datetime] | None:
    try:
        begin = datetime(year, month or 1, day or 1, tzinfo=timezone.utc)
        if day:
            return begin, datetime.fromtimestamp(begin.timestamp() + 86_400, timezone.utc)
        end = (year + 1, 1) if month in (0, 12) else (year, month + 1)
        return begin, datetime(*end, 1, tzinfo=timezone.utc)
    except ValueError:
        return None


def _time(reading: _Reading) -> bool:
    """``before 2010``, ``since May 2011``, ``in 2012``."""
    said = reading.word()
    dated, length = _date(reading, 1)
    if dated is None:
        dated, length = _date(reading, 0)
        if dated is None or length == 0:
            return False
        said, length = "in", length - 1
    begin, end = dated
    starts, ends = Date(">=", begin), Date("<", end)
    meanings: tuple[tuple[tuple[str, ...], list[Date]], ...] = (
        (("before", "<"), [Date("<", begin)]),
        (("until", "till", "by", "<="), [ends]),
        (("after", ">"), [Date(">=", end)]),
        (("since", "from", ">="), [starts]),
        (("in", "during", "of", "on", "for"), [starts, ends]),
    )
    found = next((dates for spelt, dates in meanings if said in spelt), None)
    if found is None:
        return False
    reading.items += [_Item("date", one) for one in found]
    reading.at += 1 + length
    return True


def _place(reading: _Reading) -> bool:
    point, length = reading.phrase(words.POINTS)
    if not length and reading.at < len(reading.tokens) and reading.tokens[reading.at] in words.CAPITALS:
        point, length = words.CAPITALS[reading.tokens[reading.at]], 1
    if not length:
        return False
    meant = words.PARTS.get(point, (point,))
    return reading.add("place", any_of([Value("place", one) for one in meant]), length)


def _class_at(reading: _Reading, ahead: int) -> tuple[str, int]:
    """Return the class that is named from a place on, and the length of its name; ("", 0) for none of the result's."""
    return reading.vocabulary.class_named([reading.word(ahead + n) for n in range(4)])


def _class(reading: _Reading) -> bool:
    name, length = _class_at(reading, 0)
    if not length or (name == "change" and reading.word() in ("change", "changes") and reading.word(-1) != "other"):
        return False
    return reading.add("class", name, length)


def _transition(reading: _Reading) -> bool:
    meaning, length = reading.phrase(words.TRANSITIONS)
    return length > 0 and reading.add("transition", meaning, length)


def _joint(reading: _Reading) -> bool:
    spelt, length = reading.phrase(words.NEGATIONS)
    if length:
        return reading.add(_NOT, spelt, length)
    if reading.word() in words.ALTERNATIVES:
        return reading.add(_OR, None, 1)
    return reading.word() in words.JOINS and reading.add(_AND, reading.word(), 1)


def _idle(reading: _Reading) -> bool:
    if reading.word() == "other" and reading.word(1) in ("change", "changes"):
        reading.at += 1
        return True
    known = reading.word() in words.IDLE or not any(letter.isalnum() for letter in reading.word())
    reading.idle += reading.word() in (
        "all",
        "every",
        "many",
        "total",
        "sum",
        "number",
        "count",
        "sites",
        "changed",
        "changes",
    )
    reading.at += known
    return known


def _described(reading: _Reading) -> bool:
    """A word of the sites' descriptions; else it is not understood."""
    word, shown = reading.word(), reading.tokens[reading.at]
    known = reading.vocabulary.described(word)
    if known:
        return reading.add("text", Word(known), 1)
    advice = words.VAGUE.get(word)
    reading.unknown.append(f"“{shown}” ({advice})" if advice else f"“{shown}”")
    reading.at += 1
    return True


_READERS: tuple[Callable[[_Reading], bool], ...] = (
    _names, _review, _site, _limit, _range, _comparison, _time, _certainty, _place, _class, _transition, _joint, _idle,
    _described,
)  # fmt: skip


def _changes(items: list[_Item]) -> list[_Item]:
    """Join classes with what became of them: ``new houses and roads``, ``houses or roads gone``, ``what vanished``."""
    found: list[_Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if item.kind not in ("class", "transition"):
            found.append(item)
            index += 1
            continue
        run = _run(items, index)
        found += [_Item(*one) for one in _paired(items[index : index + run])]
        index += run
    return found


def _run(items: list[_Item], start: int) -> int:
    """Return the length of a run of classes and transitions with nothing but words that join between them."""
    length = 0
    while start + length < len(items):
        kind = items[start + length].kind
        following = items[start + length + 1].kind if start + length + 1 < len(items) else ""
        if kind in ("class", "transition") or (kind in (_AND, _OR) and following in ("class", "transition")):
            length += 1
        else:
            break
    return length


def _paired(run: list[_Item]) -> list[tuple[str, Any]]:
    """Return the changes of a run, alternatives of each other."""
    groups: list[list[_Item]] = [[]]
    for item in run:
        if item.value == "," and [one.kind for one in groups[-1]] == ["transition"]:
            continue  # built up, with houses
        if item.kind in (_AND, _OR):
            groups.append([])
        else:
            groups[-1].append(item)
    pairs = [pair for group in groups if group for pair in _pairs(group)]
    pairs = _spread(pairs)
    return [("what", What(name, became)) for name, became, _ in pairs]


def _pairs(group: list[_Item]) -> list[tuple[str, str, str]]:
    """Return class, transition and where the transition stood (``before``, ``after``, empty) of words side by side."""
    pairs: list[tuple[str, str, str]] = []
    waiting = ""
    for item in group:
        if item.kind == "transition":
            if pairs and not pairs[-1][1]:
                pairs[-1] = (pairs[-1][0], item.value, "after")
            elif not pairs or pairs[-1][1] != item.value:
                waiting = item.value
        else:
            pairs.append((item.value, waiting, "before" if waiting else ""))
            waiting = ""
    return [*pairs, ("", waiting, "")] if waiting else pairs


def _spread(pairs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Give a class without a transition that of the one before it, or of the one after, where that stands outside."""
    spread = list(pairs)
    for index in range(1, len(spread)):
        name, became, _ = spread[index]
        if name and not became and spread[index - 1][2] == "before":
            spread[index] = (name, spread[index - 1][1], "before")
    for index in range(len(spread) - 2, -1, -1):
        name, became, _ = spread[index]
        if name and not became and spread[index + 1][2] == "after":
            spread[index] = (name, spread[index + 1][1], "after")
    return [
        pair
        for index, pair in enumerate(spread)
        if pair[0] or index + 1 == len(spread) or spread[index + 1][1] != pair[1]  # demolished or removed houses
    ]


def _combined(items: list[_Item]) -> Filter:
    """Join conditions: those of one kind side by side are alternatives, “or” parts what stands on its sides."""
    sides: list[list[Filter]] = [[]]
    index, negated, last = 0, False, ""
    while index < len(items):
        kind = items[index].kind
        following = items[index + 1].kind if index + 1 < len(items) else ""
        if kind in (_AND, _OR, _NOT):
            still = kind == _OR and negated and last in _WHERE and following in _WHERE  # not in the north or Ward 3
            if kind == _OR and not still and sides[-1] and following:
                sides.append([])
            negated = still or kind == _NOT
            index += 1
            continue
        group, index = _alike(items, index)
        sides[-1].append(Not(group) if negated else group)
        negated, last = negated and index < len(items) and items[index].kind == _OR, kind
    filled = [all_of(side) for side in sides if side]
    return any_of(filled) if filled else All()


_WHERE = frozenset({"place", "zone", "near"})
_SUMMED = frozenset({"size", "count", "confidence", "date", "text"})
"""Kinds of which several conditions must hold together; of others they are alternatives."""


def _alike(items: list[_Item], start: int) -> tuple[Filter, int]:
    """Return the conditions of one kind from a place on as one, and where they end."""
    kind, parts, end, alternative = items[start].kind, [items[start].value], start + 1, False
    while end < len(items):
        joined = items[end].kind in (_AND, _OR)
        following = items[end + 1] if joined and end + 1 < len(items) else items[end]
        if following.kind != kind:
            break
        alternative |= items[end].kind == _OR
        parts.append(following.value)
        end += 2 if joined else 1
    return (all_of(parts) if kind in _SUMMED and not alternative else any_of(parts)), end
