"""Measure the changed areas of a site and phrase it as one sentence: the same function before and after an edit.

An area that an analyst has redrawn carries its new size; one that was rejected does not count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, Protocol

from .nouns import NO_CLASS, built_up_phrase, class_phrase, count_phrase
from .numbers import format_area, plural

BUILDING = "building"
"""The class of which objects are told apart: it is measured for buildings alone."""
LARGEST_BUILDING_M2 = 1_200.0
"""99 % of the buildings of the validation masks are smaller; a larger patch that does not part is built-up area."""
REJECTED = "rejected"
"""The verdict on an area that does not count."""
NOTHING = "nothing changed"
_ANYTHING = ("change", "")
_MOST = 0.5
"""Share of the ground from which one kind holds most of it."""


class ChangedArea(Protocol):
    """What is asked of a changed area: the engine's record has it, and what the plugin reads from a layer."""

    @property
    def class_name(self) -> str:
        """Class of the change."""

    @property
    def transition(self) -> str:
        """What became of it: ``appeared``, ``disappeared`` or empty."""

    @property
    def area_m2(self) -> float:
        """Its ground."""

    @property
    def objects(self) -> int:
        """Buildings told apart in it; 0 where they are not counted."""

    @property
    def review_status(self) -> str:
        """The analyst's verdict, empty for none."""


@dataclass(frozen=True)
class ClassFacts:
    """Changed area of one class with one transition.

    Attributes:
        class_name: the class.
        transition: what became of it.
        changes: number of changed areas.
        area_m2: their ground.
        objects: number of buildings told apart; 0 in other classes, and where most of the ground is patches larger than
            a building.
    """

    class_name: str
    transition: str
    changes: int
    area_m2: float
    objects: int = 0

    @property
    def phrase(self) -> str:
        """Count and area, such as ``3 new buildings, 1,240 m²``, ``new built-up area, 6,970 m²``."""
        if self.class_name != BUILDING:
            counted = count_phrase(self.changes, self.class_name, self.transition)
        elif self.objects:
            counted = count_phrase(self.objects, self.class_name, self.transition, estimated=True)
        else:
            counted = built_up_phrase(self.transition)
        return f"{counted}, {format_area(self.area_m2)}"

    def to_dict(self) -> dict[str, Any]:
        """Return an entry of a site's column ``classes``."""
        return {
            "class": self.class_name,
            "transition": self.transition,
            "changes": self.changes,
            "objects": self.objects,
            "changed_area_m2": self.area_m2,
        }


@dataclass(frozen=True)
class SiteFacts:
    """Measurements of a site: its classes, that of the largest area first."""

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
        """All of it, such as ``3 new buildings, 1,240 m²; 1 other change, 90 m²``; what is “other” comes last."""
        if not self.classes:
            return NOTHING
        if [(one.class_name, one.transition) for one in self.classes] == [_ANYTHING]:
            return self.bare_sentence()
        return "; ".join(one.phrase for one in sorted(self.classes, key=lambda one: one.class_name in NO_CLASS))

    def sentence_of(self, nameable: Collection[str] | None) -> str:
        """Return the sentence that names these classes only; all where None."""
        return self.sentence if nameable is None else self.bare_sentence(nameable)

    def bare_sentence(self, nameable: Collection[str] = ()) -> str:
        """Return the same without classes: for changes of none, and where classes cannot be trusted.

        Args:
            nameable: classes that can be: ``something changed, 38,000 m² in 4 areas, mostly vegetation lost``.
        """
        if not self.classes:
            return NOTHING
        named = [one for one in self.classes if one.class_name in nameable]
        if len(named) == len(self.classes):
            return self.sentence
        in_parts = f" in {plural(self.changes, 'area', 'areas')}" if self.changes > 1 else ""
        return f"something changed, {format_area(self.area_m2)}{in_parts}{self._mainly(named[:1])}"

    def _mainly(self, named: Sequence[ClassFacts]) -> str:
        for one in named:
            words = class_phrase(one.class_name, one.transition)
            mostly = one.area_m2 >= _MOST * self.area_m2
            return f", mostly {words}" if mostly else f", of it {words}, {format_area(one.area_m2)}"
        return ""


def facts_of_areas(areas: Iterable[ChangedArea]) -> SiteFacts:
    """Return what the changed areas of a site amount to, as they are now.

    Args:
        areas: as a run found them, or as an analyst has left them.
    """
    kinds: dict[tuple[str, str], list[ChangedArea]] = {}
    for area in areas:
        if area.review_status != REJECTED:
            kinds.setdefault((area.class_name, area.transition), []).append(area)
    found = [
        ClassFacts(*kind, len(each), fsum(area.area_m2 for area in each), _objects(kind[0], each))
        for kind, each in kinds.items()
    ]
    return SiteFacts(tuple(sorted(found, key=lambda one: (-one.area_m2, one.class_name, one.transition))))


def _objects(class_name: str, areas: Sequence[ChangedArea]) -> int:
    """Return the number of buildings of some areas; 0 where most of their ground may be any number of them."""
    if class_name != BUILDING:
        return 0
    doubtful = fsum(area.area_m2 for area in areas if area.area_m2 > LARGEST_BUILDING_M2 * max(area.objects, 1))
    if doubtful > _MOST * fsum(area.area_m2 for area in areas):
        return 0
    return sum(max(area.objects, 1) for area in areas)
