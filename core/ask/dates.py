"""Dates in a question: days, months and years, before, since, in and between them."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from . import lexicon as words
from .filters import Date
from .reading import Item, Reading

YEARS = range(1850, 2200)


def date_at(reading: Reading, ahead: int) -> tuple[tuple[datetime, datetime] | None, int]:
    """Return begin and end of a day, month or year, and its length in tokens."""
    first, second, third = (reading.word(ahead + n) for n in range(3))
    spelt = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", first)
    if spelt and int(spelt[1]) in YEARS:
        return _span(*(int(part) if part else 0 for part in spelt.groups())), 1
    if first in words.MONTHS and second.isdecimal() and int(second) in YEARS:
        return _span(int(second), words.MONTHS[first], 0), 2
    if first.isdecimal() and second in words.MONTHS and third.isdecimal() and int(third) in YEARS:
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


def read_time(reading: Reading) -> bool:
    """``before 2010``, ``since May 2011``, ``in 2012``."""
    said = reading.word()
    dated, length = date_at(reading, 1)
    if dated is None:
        dated, length = date_at(reading, 0)
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
    reading.items += [Item("date", one) for one in found]
    reading.at += 1 + length
    return True


def read_date_range(reading: Reading) -> bool:
    """``between 2009 and 2012``, ``from May 2009 to 2012``, ``2009–2012``."""
    start = 1 if reading.word() in ("between", "from") else 0
    first, after = date_at(reading, start)
    joins = ("and", "to", "until", "till", "-", "–") if start else ("to", "until", "till", "-", "–")
    if not first or reading.word(start + after) not in joins:
        return False
    last, more = date_at(reading, start + after + 1)
    if not last:
        return False
    reading.items.append(Item("date", Date(">=", first[0])))
    return reading.add("date", Date("<", last[1]), start + after + 1 + more)
