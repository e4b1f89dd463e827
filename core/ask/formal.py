"""The text of a filter, as it was shown and perhaps edited, read back: ``what = building and not area < 200 m²``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone

from ..errors import InputError
from ..schema import Transition
from .filters import (
    ANYTHING,
    AREA_DIGITS,
    OPERATORS,
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
from .lexicon import UNITS
from .question import Question

_TOKENS = re.compile(r"'(?:[^']|'')*'|[<>]=?|=|[();]|[^\s()<>=;']+")
_FIELDS = (
    "what",
    "count",
    "area",
    "confidence",
    "place",
    "certainty",
    "review",
    "near",
    "zone",
    "date",
    "text",
    "site",
)
_DEEPEST = 50


def is_formal(text: str) -> bool:
    """Return whether a text looks like a filter's, not like a question."""
    begins = re.match(rf"\s*(?:\(|not\s)*\s*(?:{'|'.join(_FIELDS)})\b[^<>=]*[<>=]", text)
    return begins is not None or text.strip().startswith("all sites")


def parse_filter(text: str) -> Question:
    """Read the text of a filter, as :attr:`Question.text` gives it.

    Raises:
        InputError: it is none; the sentence says where.
    """
    return _Parser([token.strip() for token in _TOKENS.findall(text)]).question()


@dataclass
class _Parser:
    """Reads tokens from left to right."""

    tokens: list[str]
    at: int = 0
    depth: int = 0

    def question(self) -> Question:
        """Return the whole: conditions, then perhaps order and number."""
        found: Filter
        if [token.lower() for token in self.tokens[:2]] == ["all", "sites"]:
            self.at, found = 2, All()
        else:
            found = self._either()
        order, limit = "", 0
        if self._next(";"):
            order = self._take().lower()
            if order not in ("largest", "smallest"):
                raise self._wrong(f"“{order}” is no order; write largest or smallest")
            limit = int(self._number(whole=True))
        if self.at < len(self.tokens):
            raise self._wrong(f"“{self.tokens[self.at]}” is not expected there")
        return Question(found, order, limit)

    def _either(self) -> Filter:
        parts = [self._both()]
        while self._next("or"):
            parts.append(self._both())
        return any_of(parts)

    def _both(self) -> Filter:
        parts = [self._single()]
        while self._next("and"):
            parts.append(self._single())
        return all_of(parts)

    def _single(self) -> Filter:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self._wrong("it is nested too deeply")
        try:
            if self._next("not"):
                return Not(self._single())
            if self._next("("):
                found = self._either()
                self._need(")")
                return found
            return self._condition()
        finally:
            self.depth -= 1

    def _condition(self) -> Filter:
        name = self._take().lower()
        if name not in _FIELDS:
            raise self._wrong(f"“{name}” is no field")
        if name == "count":
            self._need("of")
            what = self._value()
            return Count("" if what == ANYTHING else what, self._sign(), int(self._number(whole=True)))
        sign = self._sign()
        if name == "area":
            return Size(sign, round(self._number() * self._unit(), AREA_DIGITS))
        if name == "confidence":
            return Confidence(sign, self._number())
        if name == "date":
            return Date(self._one_of(sign, "<", ">="), self._day())
        self._one_of(sign, "=")
        return self._named(name)

    def _named(self, name: str) -> Filter:
        if name == "site":
            return Number(int(self._number(whole=True)))
        value = self._value()
        if name == "what":
            return _what(value)
        if name in Value.COLUMNS:
            return Value(name, "" if value == "none" else value)
        if name == "near":
            return Near(value)
        return Zone(value) if name == "zone" else Word(value)

    def _next(self, word: str) -> bool:
        found = self.at < len(self.tokens) and self.tokens[self.at].lower() == word
        self.at += found
        return found

    def _need(self, word: str) -> None:
        if not self._next(word):
            raise self._wrong(f"“{word}” is missing")

    def _take(self) -> str:
        if self.at >= len(self.tokens):
            raise self._wrong("it ends too early")
        self.at += 1
        return self.tokens[self.at - 1]

    def _value(self) -> str:
        token = self._take()
        return token[1:-1].replace("''", "'") if token.startswith("'") else token

    def _sign(self) -> str:
        sign = self._take()
        if sign not in OPERATORS:
            raise self._wrong(f"“{sign}” is no comparison")
        return sign

    def _one_of(self, sign: str, *signs: str) -> str:
        if sign not in signs:
            raise self._wrong(f"“{sign}” does not fit there; write {' or '.join(signs)}")
        return sign

    def _number(self, *, whole: bool = False) -> float:
        token = self._take()
        if not re.fullmatch(r"\d{1,15}" if whole else r"\d{1,15}(\.\d{1,15})?(e[+-]?\d{1,2})?", token):
            raise self._wrong(f"“{token}” is no {'whole ' if whole else ''}number")
        return float(token)

    def _unit(self) -> float:
        for length in (2, 1):
            spelt = " ".join(self.tokens[self.at : self.at + length]).lower()
            if spelt in UNITS:
                self.at += length
                return UNITS[spelt]
        raise self._wrong("an area needs a unit: m², ha, km², acres or ft²")

    def _day(self) -> datetime:
        token = self._take()
        try:
            return datetime.strptime(token, "%Y-%m-%d").replace(tzinfo=timezone.utc)
        except ValueError:
            raise self._wrong(f"“{token}” is no date; write 2011-05-22") from None

    def _wrong(self, why: str) -> InputError:
        return InputError(
            f"The filter cannot be read: {why}. Conditions are such as “area > 200 m²”; their fields are "
            f"{', '.join(_FIELDS)}."
        )


def _what(value: str) -> What:
    """Return the change of ``building disappeared``, ``building``, ``anything appeared``."""
    name, _, last = value.rpartition(" ")
    if last not in (Transition.APPEARED, Transition.DISAPPEARED):
        return What(value)
    return What("" if name == ANYTHING else name, last)
