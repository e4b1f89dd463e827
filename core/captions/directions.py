"""What a sentence says became of a class: houses appear, houses are removed, houses replace trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..schema import Transition
from .claims import ClaimReader

_REMOVED = frozenset(
    "removed disappear disappears disappeared vanish vanishes vanished demolished cut cleared destroyed".split()
)
_REPLACED = frozenset("replace replaces replaced replacing".split())
_PASSIVE = frozenset("is are was were been being be".split())


def changes_said(
    words: Sequence[str], class_words: Mapping[str, Sequence[str]], reader: ClaimReader
) -> set[tuple[str, str]]:
    """Classes that a sentence names as what changed, each with what it says became of them."""
    names = {word: name for name, known in class_words.items() for word in known}
    gone = _subjects(words, names, reader)
    return {
        (names[word], (Transition.DISAPPEARED if index in gone else Transition.APPEARED).value)
        for index, word in enumerate(words)
        if word in names
    }


def _subjects(words: Sequence[str], names: Mapping[str, str], reader: ClaimReader) -> set[int]:
    """Places of the words for what is said to be gone: the thing before “removed”, after “the houses replace”."""
    things = [index for index, word in enumerate(words) if word in names or reader.object_of(word)]
    gone: set[int] = set()
    for index, word in enumerate(words):
        before = [thing for thing in things if thing < index]
        if word in _REMOVED or (word in _REPLACED and words[index - 1] in _PASSIVE):
            gone.update(_joined(words, before))
        elif word in _REPLACED:
            gone.update([thing for thing in things if thing > index][:1])
    return gone


def _joined(words: Sequence[str], things: Sequence[int]) -> list[int]:
    """The last of some things, and those joined to it: “some trees and houses”."""
    if not things:
        return []
    found = [things[-1]]
    for thing in reversed(things[:-1]):
        between = words[thing + 1 : found[-1]]
        if len(between) > 3 or (not {"and", "with"} & set(between) and between):
            break
        found.append(thing)
    return found
