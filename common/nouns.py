"""Class names as nouns of a sentence, in the number that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .numbers import approximate_count

_MASS_NOUNS = frozenset(
    {"vegetation", "water", "forest", "woodland", "soil", "bare land", "bare ground", "farmland", "cropland"}
    | {"grassland", "snow", "ice", "debris", "construction", "sand", "land", "road"}
)
NO_CLASS = frozenset({"", "change"})
"""Classes of channels that do not say what it is that changed."""

MEASURED_CLASSES = ("vegetation", "water", "bare ground")
"""Classes that indices of the bands measure; such ground is lost and gained, not gone and new."""

_TRANSITION_WORDS: Mapping[str, tuple[str, str]] = {
    "appeared": ("new ", ""),
    "disappeared": ("", " gone"),
}
_GROUND_WORDS: Mapping[str, tuple[str, str]] = {
    "appeared": ("", " gained"),
    "disappeared": ("", " lost"),
}

_LEGEND_WORDS = {"appeared": "new", "disappeared": "gone", "gained": "gained", "lost": "lost"}
"""What a legend says for the word after the class in the name of a channel with a direction."""


def channel_name(class_name: str, transition: str = "") -> str:
    """Return a class and what became of it as legends do: ``building appeared``, ``water lost``, ``other change``."""
    if class_name == "change" and not transition:
        return "other change"
    if class_name in MEASURED_CLASSES:
        transition = {"appeared": "gained", "disappeared": "lost"}.get(transition, transition)
    return " ".join(filter(None, (class_name, transition)))


def is_mass_noun(singular: str) -> bool:
    """Return whether a thing is not counted: water, bare land, pine forest."""
    return singular.split(" ")[-1] in _MASS_NOUNS or singular in _MASS_NOUNS


def noun(number: int, singular: str) -> str:
    """Return a class name in the number asked for; what cannot be counted is counted in areas."""
    if is_mass_noun(singular):
        return f"{'area' if number == 1 else 'areas'} of {singular}"
    if number == 1:
        return singular
    if re.search(r"[^aeiou]y$", singular):
        return f"{singular[:-1]}ies"
    return f"{singular}es" if re.search(r"(s|x|z|ch|sh)$", singular) else f"{singular}s"


def class_phrase(class_name: str, transition: str, number: int = 2) -> str:
    """Return what became of a class without a count: ``new buildings``, ``vegetation lost``, ``other changes``.

    Args:
        class_name: class of the change.
        transition: ``appeared``, ``disappeared`` or empty.
        number: how many there are; only one and more than one differ.
    """
    if class_name in NO_CLASS:
        return "another change" if number == 1 else "other changes"
    before, after = _words(class_name, transition)
    if is_mass_noun(class_name) or number != 1:
        things = class_name if is_mass_noun(class_name) else noun(2, class_name)
        return f"{before}{things}{after}"
    return with_article(f"{before}{class_name}{after}")


def _words(class_name: str, transition: str) -> tuple[str, str]:
    """Return the words before and after a class by what became of it."""
    known = _GROUND_WORDS if class_name in MEASURED_CLASSES else _TRANSITION_WORDS
    return known.get(transition, ("changed ", ""))


def with_article(words: str) -> str:
    """Return words for one thing with “a” or “an” before them."""
    return f"{'an' if words[:1].lower() in 'aeiou' else 'a'} {words}"


def count_phrase(number: int, class_name: str, transition: str, *, estimated: bool = False) -> str:
    """Return what became of a class with its count: ``3 new buildings``, ``1 building gone``, ``2 other changes``.

    Args:
        number: how many.
        class_name: class of the change.
        transition: ``appeared``, ``disappeared`` or empty.
        estimated: whether the number was estimated; then many are ``about 40 new buildings``.
    """
    count = approximate_count(number) if estimated else f"{number:,}"
    if class_name in NO_CLASS:
        return f"{count} {noun(number, 'other change')}"
    before, after = _words(class_name, transition)
    return f"{count} {before}{noun(number, class_name)}{after}"


def built_up_phrase(transition: str) -> str:
    """Return what became of ground that is built upon with no one knows how many buildings: ``new built-up area``."""
    before, after = _TRANSITION_WORDS.get(transition, ("changed ", ""))
    return f"{before}built-up area{after}"


def legend_label(channels: Iterable[tuple[str, str]]) -> str:
    """Return what a symbol of the map's legend means that several channels share; empty without any.

    What became of the classes is said once, in the few words that a layer tree has room for: ``New: building, road,
    water``. Channels whose names do not say class and direction are called by them: ``Field flooded; other change``.

    Args:
        channels: name and class of each channel that has the symbol, in order.
    """
    groups: dict[str, list[str]] = {}
    known: set[str] = set()
    for name, class_name in channels:
        became = name[len(class_name) + 1 :] if name.startswith(f"{class_name} ") else ""
        if became not in _LEGEND_WORDS:
            groups.setdefault(name, [])
        elif class_name not in known:  # water of the model and water measured by bands are one thing to the reader
            known.add(class_name)
            groups.setdefault(f"{_LEGEND_WORDS[became]}: ", []).append(class_name)
    label = "; ".join(said + ", ".join(classes) for said, classes in groups.items())
    return label[:1].upper() + label[1:]
