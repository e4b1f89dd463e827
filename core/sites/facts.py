"""What was measured of the changed areas of a site, in one sentence: the same function before and after an edit.

An area that an analyst has redrawn carries its new size; one that was rejected does not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Any

from ..captions.nouns import count_phrase
from ..formatting import format_area, plural
from ..io.records import ChangeRecord
from ..schema import CLASS_COLUMN, ReviewStatus

NOTHING = "nothing changed"
_ANYTHING = ("change", "")


@dataclass(frozen=True)
class ClassFacts:
    """How much of one class changed in one direction: number of areas and their ground in m²."""

    class_name: str
    transition: str
    changes: int
    area_m2: float

    @property
    def phrase(self) -> str:
        """Count and area, such as ``3 new buildings, 1,240 m²``."""
        return f"{count_phrase(self.changes, self.class_name, self.transition)}, {format_area(self.area_m2)}"

    def to_dict(self) -> dict[str, Any]:
        """Return an entry of a site's column ``classes``."""
        return {
            CLASS_COLUMN: self.class_name,
            "transition": self.transition,
            "changes": self.changes,
            "changed_area_m2": self.area_m2,
        }


@dataclass(frozen=True)
class SiteFacts:
    """What was measured of a site: its classes, that of the largest area first."""

    classes: tuple[ClassFacts, ...]

    @property
    def area_m2(self) -> float:
        """Changed ground."""
        return fsum(one.area_m2 for one in self.classes)

    @property
    def changes(self) -> int:
        """Number of changed areas."""
        return sum(one.changes for one in self.classes)

    @property
    def sentence(self) -> str:
        """All of it, such as ``3 new buildings, 1,240 m²; 1 other change, 90 m²``."""
        if not self.classes:
            return NOTHING
        if [(one.class_name, one.transition) for one in self.classes] == [_ANYTHING]:
            return self.bare_sentence
        return "; ".join(one.phrase for one in self.classes)

    @property
    def bare_sentence(self) -> str:
        """The same without a class: for changes of none, and where classes cannot be trusted."""
        if not self.classes:
            return NOTHING
        in_parts = f" in {plural(self.changes, 'area', 'areas')}" if self.changes > 1 else ""
        return f"something changed, {format_area(self.area_m2)}{in_parts}"


def facts_of_areas(areas: Iterable[ChangeRecord]) -> SiteFacts:
    """Return what the changed areas of a site amount to, as they are now.

    Args:
        areas: as a run found them, or as an analyst has left them.
    """
    sizes: dict[tuple[str, str], list[float]] = {}
    for area in areas:
        if area.review_status != ReviewStatus.REJECTED:
            sizes.setdefault((area.class_name, area.transition), []).append(area.area_m2)
    found = [ClassFacts(*kind, len(each), fsum(each)) for kind, each in sizes.items()]
    return SiteFacts(tuple(sorted(found, key=lambda one: (-one.area_m2, one.class_name, one.transition))))
