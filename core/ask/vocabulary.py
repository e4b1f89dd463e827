"""The words that a result itself knows: its classes, zones, named features, and the words of its descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...common.nouns import noun
from ..io.records import SiteRecord
from ..sites.tally import kinds_of
from .lexicon import SYNONYMS

_MOST_WORDS = 100_000
_NEAR = re.compile(r"^(?:[\d.,]+ k?m [a-z-]+ of|at) (.+)$")
"""What stands before the name in the column ``near``."""


@dataclass(frozen=True)
class Vocabulary:
    """What can be asked of a result.

    Attributes:
        classes: class names.
        words: of the descriptions, lower case.
        zones: names of zones, the longest first.
        near: named features, the longest name first.
    """

    classes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    zones: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @classmethod
    def of(cls, sites: Iterable[SiteRecord], classes: Iterable[str] = (), zones: Iterable[str] = ()) -> Vocabulary:
        """Gather the words of a stream of sites.

        Args:
            sites: all sites.
            classes: what the run's model looks for, found or not.
            zones: names of zones.
        """
        named, said, near = set(classes), set[str](), set[str]()
        for site in sites:
            named.update(name for (name, _), _, _ in kinds_of(site))
            if len(said) < _MOST_WORDS:
                said.update(re.findall(r"[^\W\d_]+", f"{site.description} {site.description_edited}".lower()))
            found = _NEAR.match(site.near)
            if found and len(near) < _MOST_WORDS:
                near.add(found[1])
        return cls(frozenset(named - {""}), frozenset(said), _longest(zones), _longest(near))

    def class_named(self, spelt: Sequence[str]) -> tuple[str, int]:
        """Return the class that the first of some words name, and how many words those are; ("", 0) for none.

        Args:
            spelt: words in lower case, as they follow each other.
        """
        for length in range(min(len(spelt), 4), 0, -1):
            words = " ".join(word for word in spelt[:length] if word)
            for name in sorted(self.classes):
                if words in (name.lower(), noun(2, name.lower())) or words in (f"{name.lower()}s", f"{name.lower()}es"):
                    return name, length
        meant = SYNONYMS.get(singular(spelt[0])) or SYNONYMS.get(spelt[0]) if spelt else None
        return (meant, 1) if meant in self.classes else ("", 0)

    def described(self, word: str) -> str:
        """Return a word as the descriptions have it, in the singular where they have that; empty where they do not."""
        for form in (singular(word), word):
            if form in self.words or any(f"{form}{ending}" in self.words for ending in ("s", "es")):
                return form
        return ""


def _longest(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda name: (-len(name), name)))


def singular(word: str) -> str:
    """Return an English noun without the ending of its plural, as well as that goes without a dictionary."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(s|x|z|ch|sh)es$", word) and not word.endswith("houses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
