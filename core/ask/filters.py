"""What is asked of a site, as a tree of conditions: it can be tested, printed, read again, and given to QGIS."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from ..io.records import SiteRecord
from ..jsonable import as_utc
from ..schema import CLASS_COLUMN
from ..sites.tally import kinds_of

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}
AREA_DIGITS = 3
"""Decimals of m² that are kept, so that an area in acres survives its own text."""
ANYTHING = "anything"
"""Stands for the class where any will do."""

Shapes = Mapping[str, BaseGeometry]
"""Polygons of the zones by name, in the CRS of the sites."""


class Filter(Protocol):
    """A condition on a site."""

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site fulfils it."""
        ...

    @property
    def text(self) -> str:
        """The condition as it is shown and edited."""
        ...

    @property
    def expression(self) -> str:
        """The same as a QGIS expression on the layer of sites."""
        ...


def _quoted(text: str) -> str:
    """Return a value as it stands in a filter's text."""
    return text if re.fullmatch(r"[\w-]+", text) else "'" + text.replace("'", "''") + "'"


def _literal(text: str) -> str:
    """Return a text as QGIS writes it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


@dataclass(frozen=True)
class What:
    """Something of a class, or that became something, changed at the site; either may be empty, not both."""

    class_name: str = ""
    transition: str = ""

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site lists such a change."""
        return any(self.fits(*kind) for kind, _, _ in kinds_of(site))

    def fits(self, class_name: str, transition: str) -> bool:
        """Return whether class and transition are the ones asked for."""
        return self.class_name in ("", class_name) and self.transition in ("", transition)

    @property
    def text(self) -> str:
        """``what = 'building disappeared'``."""
        return f"what = {_quoted(f'{self.class_name or ANYTHING} {self.transition}'.strip())}"

    @property
    def expression(self) -> str:
        """A search of the column ``classes``."""
        return f'array_length(array_filter(from_json("classes"), {self._element})) > 0'

    @property
    def _element(self) -> str:
        wanted = (("class", self.class_name), ("transition", self.transition))
        return " AND ".join(f"map_get(@element, '{key}') = {_literal(value)}" for key, value in wanted if value)


@dataclass(frozen=True)
class Count:
    """The number of buildings told apart, or of changed areas of another class; of all where the class is empty."""

    class_name: str
    sign: str
    number: int

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site has so many."""
        listed = [entry for entry in site.classes if self.class_name in ("", entry.get(CLASS_COLUMN))]
        found = sum(int(entry.get("objects") or entry.get("changes", 0)) for entry in listed)
        return OPERATORS[self.sign](found, self.number)

    @property
    def text(self) -> str:
        """``count of building >= 3``."""
        return f"count of {_quoted(self.class_name or ANYTHING)} {self.sign} {self.number}"

    @property
    def expression(self) -> str:
        """A sum over the column ``classes``."""
        chosen = 'from_json("classes")'
        if self.class_name:
            chosen = f"array_filter({chosen}, map_get(@element, 'class') = {_literal(self.class_name)})"
        number = "coalesce(nullif(map_get(@element, 'objects'), 0), map_get(@element, 'changes'))"
        each = f"array_foreach({chosen}, {number})"
        return f"coalesce(array_sum({each}), 0) {self.sign} {self.number}"


@dataclass(frozen=True)
class Size:
    """The changed ground of the site, compared with m²."""

    sign: str
    square_metres: float

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site is so large."""
        return OPERATORS[self.sign](site.changed_area_m2, self.square_metres)

    @property
    def text(self) -> str:
        """``area > 200 m²``."""
        return f"area {self.sign} {self.square_metres:.15g} m²"

    @property
    def expression(self) -> str:
        """A comparison of the column ``changed_area_m2``."""
        return f'"changed_area_m2" {self.sign} {self.square_metres:.15g}'


@dataclass(frozen=True)
class Confidence:
    """The probability that the description holds."""

    sign: str
    probability: float

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site is so sure."""
        return OPERATORS[self.sign](site.confidence, self.probability)

    @property
    def text(self) -> str:
        """``confidence >= 0.8``."""
        return f"confidence {self.sign} {self.probability:g}"

    @property
    def expression(self) -> str:
        """A comparison of the column ``confidence``."""
        return f'"confidence" {self.sign} {self.probability:g}'


@dataclass(frozen=True)
class Value:
    """A column of short texts has one value: place, certainty, review."""

    field: str
    value: str

    COLUMNS = {"place": "place", "certainty": "certainty", "review": "review_status"}  # noqa: RUF012

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether a site has it."""
        return str(getattr(site, self.COLUMNS[self.field])) == self.value

    @property
    def text(self) -> str:
        """``place = south-west``."""
        return f"{self.field} = {_quoted(self.value or 'none')}"

    @property
    def expression(self) -> str:
        """A comparison of the column."""
        return f"coalesce(\"{self.COLUMNS[self.field]}\", '') = {_literal(self.value)}"


@dataclass(frozen=True)
class Near:
    """The nearest named feature is the one asked for."""

    name: str

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether the site's column ``near`` names it."""
        return self.name.lower() in site.near.lower()

    @property
    def text(self) -> str:
        """``near = 'Main Street School'``."""
        return f"near = {_quoted(self.name)}"

    @property
    def expression(self) -> str:
        """A search of the column ``near``."""
        return f"strpos(lower(coalesce(\"near\", '')), {_literal(self.name.lower())}) > 0"


@dataclass(frozen=True)
class Zone:
    """The site has ground in a zone."""

    name: str

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether site and zone meet."""
        zone = zones.get(self.name)
        return zone is not None and bool(zone.intersects(site.geometry) and not zone.touches(site.geometry))

    @property
    def text(self) -> str:
        """``zone = 'Ward 3'``."""
        return f"zone = {_quoted(self.name)}"

    @property
    def expression(self) -> str:
        """A look-up in the layer ``zones``."""
        return f"overlay_intersects('zones', filter := \"name\" = {_literal(self.name)})"


@dataclass(frozen=True)
class Date:
    """The change may have happened at a time: its two images do not rule it out."""

    sign: str
    moment: datetime

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether the interval between the images reaches before, or after, a moment; unknown dates do not."""
        if self.sign == "<":
            return site.date_before is not None and as_utc(site.date_before) < as_utc(self.moment)
        end = site.date_after_end or site.date_after
        return end is not None and as_utc(end) > as_utc(self.moment)

    @property
    def text(self) -> str:
        """``date >= 2010-01-01``."""
        return f"date {self.sign} {self.moment.date().isoformat()}"

    @property
    def expression(self) -> str:
        """A comparison of the columns of dates."""
        moment = f"to_datetime('{self.moment.date().isoformat()}')"
        if self.sign == "<":
            return f'"date_before" < {moment}'
        return f'coalesce("date_after_end", "date_after") > {moment}'


@dataclass(frozen=True)
class Word:
    """The description has a word."""

    word: str

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether the words that stand for the site have it, as it is or with an ending of plurals."""
        return self._pattern.search((site.description_edited or site.description).lower()) is not None

    @property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b{re.escape(self.word)}(e?s)?\b")

    @property
    def text(self) -> str:
        """``text = pond``."""
        return f"text = {_quoted(self.word)}"

    @property
    def expression(self) -> str:
        r"""A search of the description, such as ``\bpond(e?s)?\b``."""
        said = 'lower(coalesce(nullif("description_edited", \'\'), "description"))'
        return f"regexp_match({said}, {_literal(self._pattern.pattern)}) > 0"


@dataclass(frozen=True)
class Number:
    """The site has a number."""

    site_id: int

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether it is this site."""
        return site.site_id == self.site_id

    @property
    def text(self) -> str:
        """``site = 12``."""
        return f"site = {self.site_id}"

    @property
    def expression(self) -> str:
        """A comparison of the column ``site_id``."""
        return f'"site_id" = {self.site_id}'


@dataclass(frozen=True)
class All:
    """Every part holds; without parts, of any site."""

    parts: tuple[Filter, ...] = ()

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether all hold."""
        return all(part.matches(site, zones) for part in self.parts)

    @property
    def text(self) -> str:
        """The parts with “and” between them."""
        return " and ".join(_inside(part, AnyOf) for part in self.parts) or "all sites"

    @property
    def expression(self) -> str:
        """The parts with AND between them."""
        return " AND ".join(f"({part.expression})" for part in self.parts) or "TRUE"


@dataclass(frozen=True)
class AnyOf:
    """At least one of two or more parts holds."""

    parts: tuple[Filter, ...]

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether one holds."""
        return any(part.matches(site, zones) for part in self.parts)

    @property
    def text(self) -> str:
        """The parts with “or” between them."""
        return " or ".join(_inside(part, All) for part in self.parts)

    @property
    def expression(self) -> str:
        """The parts with OR between them."""
        return " OR ".join(f"({part.expression})" for part in self.parts)


@dataclass(frozen=True)
class Not:
    """A part does not hold."""

    part: Filter

    def matches(self, site: SiteRecord, zones: Shapes) -> bool:
        """Return whether it does not."""
        return not self.part.matches(site, zones)

    @property
    def text(self) -> str:
        """The part after “not”."""
        return f"not {_inside(self.part, All, AnyOf)}"

    @property
    def expression(self) -> str:
        """The part after NOT; a date that is not known fulfils neither."""
        return f"NOT coalesce({self.part.expression}, FALSE)"


def _inside(part: Filter, *wrapped: type) -> str:
    """Return a part's text, in brackets where it would fall apart without."""
    return f"({part.text})" if isinstance(part, wrapped) and len(getattr(part, "parts", ())) > 1 else part.text


def all_of(parts: list[Filter]) -> Filter:
    """Return one filter for several that must hold together."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def any_of(parts: list[Filter]) -> Filter:
    """Return one filter for several of which one must hold; the same one twice counts once."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, AnyOf) else (part,))]
    once = list(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else AnyOf(tuple(once))


def whats_of(part: Filter) -> list[What]:
    """Return the changes that a filter asks for, not those that it rules out."""
    if isinstance(part, What):
        return [part]
    return [what for one in getattr(part, "parts", ()) for what in whats_of(one)]
