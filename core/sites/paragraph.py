"""What changed in a whole area, in one paragraph: every number is counted or measured, none is a model's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import datetime

from ...common import numbers
from ...common.nouns import NO_CLASS, class_phrase
from .. import formatting
from .tally import Kind, KindTally, LargestSite, SiteTally

_MOSTLY = 0.5
"""Share of the changed ground from which one kind, or one place, is said to hold most of it."""
_NAMED_KINDS = 4
_MONTHS = "January February March April May June July August September October November December".split()


def paragraph(
    tally: SiteTally,
    between: str,
    examined_m2: float | None,
    where: str = "",
    nameable: Collection[str] | None = None,
) -> str:
    """Return what changed in an area: how much, of what, where most of it lies, and the largest site.

    Args:
        tally: of the area's sites.
        between: the dates, such as ``between 2007–2010 and 22 May 2011`` (:func:`formatting.between`).
        examined_m2: examined ground; 0: none; None: not known.
        where: which part of it, such as ``in Ward 3``; empty for the whole of what was examined.
        nameable: classes that may be named; None for all. In imagery that the model does not know those that are
            measured.
    """
    if examined_m2 == 0 and not tally.sites:
        return f"Nothing was examined{where and f' {where}'}: no place has data on both dates."
    tally = tally if nameable is None else tally.without_names(nameable)
    named = any(kind[0] not in NO_CLASS for kind in tally.kinds)
    begin = f"{where}, {between}" if where else between
    begin = begin[:1].upper() + begin[1:]
    if not tally.sites:
        return _joined([f"{begin}, {_nothing(examined_m2)}.", _rejected(tally.rejected)])
    return _joined(
        [
            f"{begin}, {_amount(tally, examined_m2)}{f': {_kinds(tally)}' if named else ''}.",
            _places(tally),
            _largest(tally),
            _rejected(tally.rejected),
        ]
    )


def _joined(sentences: Sequence[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _nothing(examined_m2: float | None) -> str:
    ground = "" if examined_m2 is None else f" in the {numbers.format_area(examined_m2)} examined"
    return f"no change was found{ground}"


def _amount(tally: SiteTally, examined_m2: float | None) -> str:
    area = numbers.format_area(tally.area_m2)
    said = f"{numbers.plural(tally.sites, 'site', 'sites')} changed, {area}"
    if not examined_m2:
        return said
    share = formatting.format_percent(min(tally.area_m2 / examined_m2, 1.0))
    return f"{said} of the {numbers.format_area(examined_m2)} examined ({share})"


def _kinds(tally: SiteTally) -> str:
    """Return what changed, most of it first: ``mostly buildings gone (52,000 m² at 48 sites), also …``."""
    ranked = tally.ranked
    first, counted = ranked[0]
    words = _words(first, counted)
    if len(ranked) == 1:
        return f"all of it {words}" if tally.changes > 1 else words
    named = [_kind(*item) for item in ranked[:_NAMED_KINDS]]
    if len(ranked) > _NAMED_KINDS:
        rest = len(ranked) - _NAMED_KINDS
        named.append(f"{rest} more {'kind' if rest == 1 else 'kinds'} of change")
    if counted.area_m2 >= _MOSTLY * tally.area_m2:
        return f"mostly {named[0]}, also {formatting.listed(named[1:])}"
    return formatting.listed(named)


def _words(kind: Kind, counted: KindTally) -> str:
    """Return what became of a class; changes of no class of their own are not “other” where they come first."""
    if kind[0] in NO_CLASS:
        return "a change of another kind" if counted.changes == 1 else "changes of other kinds"
    return class_phrase(*kind, number=counted.changes)


def _kind(kind: Kind, counted: KindTally) -> str:
    sites = f" at {numbers.plural(counted.sites, 'site', 'sites')}" if counted.sites else ""
    return f"{_words(kind, counted)} ({numbers.format_area(counted.area_m2)}{sites})"


def _places(tally: SiteTally) -> str:
    """Return where most of it lies, nothing where it is spread, or where one site tells it anyway."""
    if tally.sites < 2 or not tally.places or not tally.area_m2 > 0:
        return ""
    place, area = max(tally.places.items(), key=lambda item: (item[1], item[0]))
    share = area / tally.area_m2
    if not place or share < _MOSTLY:
        return ""
    if len(tally.places) == 1:
        return f"All of it lies {_in(place)}."
    return f"Most of it ({formatting.format_percent(share)}) lies {_in(place)}."


def _largest(tally: SiteTally) -> str:
    largest = tally.largest
    if largest is None or not (largest.place or largest.near):
        return ""
    if tally.sites == 1:
        return f"It lies {_lies(largest)}."
    return f"The largest site, {numbers.format_area(largest.area_m2)}, lies {_lies(largest)}."


def _lies(site: LargestSite) -> str:
    return ", ".join(part for part in (site.place and _in(site.place), site.near) if part)


def _in(place: str) -> str:
    return f"in the {place}"


def _rejected(number: int) -> str:
    if not number:
        return ""
    verb = "was" if number == 1 else "were"
    return f"{numbers.plural(number, 'site', 'sites')} that {verb} rejected in the review {verb} not counted."


def between_dates(
    before: datetime | None,
    before_end: datetime | None,
    after: datetime | None,
    after_end: datetime | None,
) -> str:
    """Return ``between 2007–2010 and 22 May 2011``; ``between two unknown dates`` where neither is known."""
    if before is None and after is None:
        return "between two unknown dates"
    first, second = formatting.dates(before, before_end, after, after_end).split(" → ")
    return f"between {_spelt(first)} and {_spelt(second)}"


def _spelt(date: str) -> str:
    """Return a month or a day as it stands in a sentence: ``May 2011``, ``22 May 2011``; other spans as they are."""
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", date)
    if found is None:
        return date
    year, month, day = found[1], int(found[2]), found[3]
    return f"{f'{int(day)} ' if day else ''}{_MONTHS[month - 1]} {year}"
