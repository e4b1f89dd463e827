"""Sites counted as they pass: what is kept of a stream is as large as its list of classes, not as the stream."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from math import fsum
from typing import Any

from ..io.records import SiteRecord
from ..schema import CLASS_COLUMN, ReviewStatus

Kind = tuple[str, str]
"""Class and transition."""
CountedKind = tuple[Kind, int, float]
"""Class and transition, number of changed areas, m²."""

_MOST_KINDS = 1_000
"""A result of ours has as many as its model has channels; a hand-made one could have a kind per site."""


@dataclass
class KindTally:
    """Tally of one class with one transition: sites, changed areas, m²; 0 sites where their number is not known."""

    sites: int = 0
    changes: int = 0
    area_m2: float = 0.0


@dataclass(frozen=True)
class LargestSite:
    """The site with the most changed ground: number, m², place by the compass, nearest named feature."""

    site_id: int
    area_m2: float
    place: str
    near: str


@dataclass
class SiteTally:
    """Counts and areas of sites; those that an analyst has rejected are counted apart.

    Attributes:
        sites: number of sites.
        changes: number of their changed areas.
        area_m2: changed ground.
        rejected: number of rejected sites, of which nothing else is counted.
        kinds: by class and transition.
        places: m² by place in the examined area.
        largest: None without sites.
    """

    sites: int = 0
    changes: int = 0
    area_m2: float = 0.0
    rejected: int = 0
    kinds: dict[Kind, KindTally] = field(default_factory=dict)
    places: dict[str, float] = field(default_factory=dict)
    largest: LargestSite | None = None

    @classmethod
    def of(cls, sites: Iterable[SiteRecord]) -> SiteTally:
        """Return the tally of a stream of sites."""
        tally = cls()
        for site in sites:
            tally.add(site)
        return tally

    def add(self, site: SiteRecord) -> None:
        """Count one site."""
        if site.review_status == ReviewStatus.REJECTED:
            self.rejected += 1
            return
        self.add_kinds(kinds_of(site))
        self.places[site.place] = self.places.get(site.place, 0.0) + site.changed_area_m2
        if self.largest is None or site.changed_area_m2 > self.largest.area_m2:
            self.largest = LargestSite(site.site_id, site.changed_area_m2, site.place, site.near)

    def add_kinds(self, kinds: Iterable[CountedKind]) -> None:
        """Count one site, or the part of one, by what changed there."""
        self.sites += 1
        for kind, changes, area in kinds:
            self.changes += changes
            self.area_m2 += area
            self._add_kind(kind, changes, area)

    def _add_kind(self, kind: Kind, changes: int, area: float) -> None:
        if kind not in self.kinds and len(self.kinds) >= _MOST_KINDS:
            kind = ("change", "")
        counted = self.kinds.setdefault(kind, KindTally())
        counted.sites += 1
        counted.changes += changes
        counted.area_m2 += area

    def without_names(self, nameable: Collection[str]) -> SiteTally:
        """Return the same with changes of other classes than these as changes of none, at sites not counted."""
        kinds = {kind: counted for kind, counted in self.kinds.items() if kind[0] in nameable}
        rest = [counted for kind, counted in self.kinds.items() if kind not in kinds]
        if rest:
            sites = rest[0].sites if len(rest) == 1 else 0
            changes, area = sum(one.changes for one in rest), fsum(one.area_m2 for one in rest)
            kinds["change", ""] = KindTally(sites, changes, area)
        return replace(self, kinds=kinds)

    @property
    def ranked(self) -> list[tuple[Kind, KindTally]]:
        """The kinds, that of the largest area first."""
        return sorted(self.kinds.items(), key=lambda item: (-item[1].area_m2, item[0]))


def kinds_of(site: SiteRecord) -> list[CountedKind]:
    """Return kind, changed areas and m² of all that changed at a site; of its main class where it lists nothing."""
    listed = [_listed(entry) for entry in site.classes if isinstance(entry, dict)]
    return listed or [((site.class_name, site.transition), site.changes, site.changed_area_m2)]


def _listed(entry: dict[str, Any]) -> CountedKind:
    kind = (str(entry.get(CLASS_COLUMN, "")), str(entry.get("transition", "")))
    return kind, int(entry.get("changes", 0)), float(entry.get("changed_area_m2", 0.0))
