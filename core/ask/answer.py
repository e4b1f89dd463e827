"""A question about a result answered: how many sites, how much ground, which; every number is measured."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...common.nouns import class_phrase, noun
from ...common.numbers import approximate_count, format_area, plural
from ..errors import InputError
from ..formatting import listed
from ..io.geopackage_reader import read_result
from ..io.records import SiteRecord
from ..options import read_options
from ..sites.tally import kinds_of
from .filters import Shapes, What, whats_of
from .formal import is_formal, parse_filter
from .question import Question, parse_question
from .vocabulary import Vocabulary

_LISTED = 20
"""Numbers of sites in a sentence."""
_KEPT = 100_000
"""Numbers of sites in an answer."""
_EXAMPLE = "“houses gone, larger than 200 m2, in the south-west”, or “how many new buildings since 2010?”"


@dataclass
class Answer:
    """What was found.

    Attributes:
        question: as it was understood.
        count: sites that match.
        changed_area_m2: their changed ground.
        kinds: m² of each change that was asked for, at those sites.
        objects: buildings told apart in it, by the same changes; 0 where none are, as in built-up area.
        site_ids: their numbers, in the order asked for, at most a hundred thousand.
        examined: sites that were looked at.
    """

    question: Question
    count: int = 0
    changed_area_m2: float = 0.0
    kinds: dict[What, float] = field(default_factory=dict)
    objects: Counter[What] = field(default_factory=Counter)
    site_ids: list[int] = field(default_factory=list)
    examined: int = 0

    def add(self, site: SiteRecord) -> None:
        """Count a site that matches."""
        self.count += 1
        self.changed_area_m2 += site.changed_area_m2
        for what in self.kinds:
            self.kinds[what] += sum(area for kind, _, area in kinds_of(site) if what.fits(*kind))
            self.objects[what] += sum(number for kind, number in _counted(site) if what.fits(*kind))
        if len(self.site_ids) < _KEPT:
            self.site_ids.append(site.site_id)

    @property
    def sentence(self) -> str:
        """Count, ground and sites in one or two sentences."""
        if not self.count:
            return f"No site matches, of {self.examined:,}." if self.examined else "The result holds no sites."
        matches = f"{plural(self.count, 'site matches', 'sites match')}, of {self.examined:,}"
        ground = f"{format_area(self.changed_area_m2)} changed {'there' if self.count == 1 else 'in all'}"
        return f"{matches}: {ground}{self._kinds()}. {self._sites()}"

    def _kinds(self) -> str:
        """Say how much of it is what was asked for, where more changed there than that."""
        told = [f"{format_area(area)} {_kind_words(what)}{self._number(what)}" for what, area in self.kinds.items()]
        rest = self.changed_area_m2 - sum(self.kinds.values())
        if told and (len(told) > 1 or rest > 0.5):
            return f", of it {listed(told)}"
        return "".join(map(self._number, self.kinds))

    def _number(self, what: What) -> str:
        """Say how many buildings of a change were counted, nothing where none were."""
        number = self.objects[what]
        return f" ({approximate_count(number)} {'building' if number == 1 else 'buildings'} counted)" if number else ""

    def _sites(self) -> str:
        shown = [str(number) for number in self.site_ids[:_LISTED]]
        if self.count > len(shown):
            return f"Sites {', '.join(shown)} and {self.count - len(shown):,} more."
        return f"{'Site' if self.count == 1 else 'Sites'} {listed(shown)}."

    @property
    def expression(self) -> str:
        """A QGIS expression that chooses the same sites."""
        if self.question.limit:
            return f'"site_id" IN ({", ".join(map(str, self.site_ids)) or "NULL"})'
        return self.question.filter.expression

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return {
            "filter": self.question.text,
            "expression": self.expression,
            "answer": self.sentence,
            "count": self.count,
            "examined": self.examined,
            "changed_area_m2": self.changed_area_m2,
            "classes": [
                {
                    "class": what.class_name,
                    "transition": what.transition,
                    "changed_area_m2": area,
                    "objects": self.objects[what],
                }
                for what, area in self.kinds.items()
            ],
            "site_ids": self.site_ids,
            "not_understood": list(self.question.unknown),
        }


@dataclass(frozen=True)
class AskOptions:
    """A question to a stored result.

    Attributes:
        result: GeoPackage of a run.
        question: in words, or the text of a filter.
    """

    result: Path
    question: str


def ask_options(params: Mapping[str, Any]) -> AskOptions:
    """Turn options by name into a question.

    Raises:
        InputError: an option is unknown or missing.
    """
    needed = {"result": "the GeoPackage of a result", "question": "a question"}
    return AskOptions(**read_options(AskOptions, params, "ask", needed=needed))


def ask_result(path: Path, text: str) -> Answer:
    """Answer a question about a stored result.

    Args:
        path: GeoPackage of a run.
        text: a question, or the text of a filter.

    Raises:
        InputError: the result cannot be read or holds no sites, or nothing of the question was understood.
    """
    result = read_result(path, several_pairs=True)
    if not result.has_sites:
        raise InputError(f"{path} holds no sites: it is from before there were any. Describe the pair anew.")
    classes = [str(channel["class_name"]) for run in result.runs for channel in run.channels]
    return answer(text, result.sites, classes, {zone.name: zone.geometry for zone in result.zones()})


def _counted(site: SiteRecord) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield class and transition of what changed at a site, with the buildings told apart in it."""
    for entry in site.classes:
        if isinstance(entry, dict) and isinstance(entry.get("objects"), int):
            yield (str(entry.get("class", "")), str(entry.get("transition", ""))), max(0, entry["objects"])


def _kind_words(what: What) -> str:
    if not what.class_name:
        return f"that {what.transition}"
    return f"of {class_phrase(what.class_name, what.transition) if what.transition else noun(2, what.class_name)}"


def answer(
    text: str, sites: Callable[[], Iterable[SiteRecord]], classes: Iterable[str] = (), zones: Shapes | None = None
) -> Answer:
    """Answer a question about sites.

    Args:
        text: a question, or the text of a filter.
        sites: gives the sites; asked twice, for their words and for the answer.
        classes: what the run's model looks for.
        zones: polygons by name.

    Raises:
        InputError: nothing of the question was understood, or the filter's text is none.
    """
    zones = zones or {}
    question = parse_filter(text) if is_formal(text) else parse_question(text, Vocabulary.of(sites(), classes, zones))
    if not question.understood:
        said = f": {listed(list(question.unknown))}" if question.unknown else ""
        raise InputError(f"Nothing of the question was understood{said}. Ask such as {_EXAMPLE}.")
    found = Answer(question, kinds=dict.fromkeys(dict.fromkeys(whats_of(question.filter)), 0.0))
    for site in _ordered(question, _matching(question, sites(), zones, found)):
        found.add(site)
    return found


def _matching(question: Question, sites: Iterable[SiteRecord], zones: Shapes, found: Answer) -> Iterable[SiteRecord]:
    for site in sites:
        found.examined += 1
        if question.filter.matches(site, zones):
            yield site


def _ordered(question: Question, sites: Iterable[SiteRecord]) -> Iterable[SiteRecord]:
    if not question.limit:
        return sites
    choose = heapq.nlargest if question.order == "largest" else heapq.nsmallest
    sign = -1 if question.order == "largest" else 1
    return choose(question.limit, sites, key=lambda site: (site.changed_area_m2, sign * site.site_id))
