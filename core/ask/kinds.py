"""What changed and how: the classes of a question joined with what became of them."""

from __future__ import annotations

from typing import Any

from . import lexicon as words
from .filters import What
from .reading import AND, OR, Item, Reading


def class_at(reading: Reading, ahead: int) -> tuple[str, int]:
    """Return the class that is named from a place on, and the length of its name; ("", 0) for none of the result's."""
    return reading.vocabulary.class_named([reading.word(ahead + n) for n in range(4)])


def read_class(reading: Reading) -> bool:
    """``houses``, ``other changes``; “changes” alone names no class."""
    name, length = class_at(reading, 0)
    if not length or (name == "change" and reading.word() in ("change", "changes") and reading.word(-1) != "other"):
        return False
    return reading.add("class", name, length)


def read_transition(reading: Reading) -> bool:
    """``gone``, ``new``, ``torn down``."""
    meaning, length = reading.phrase(words.TRANSITIONS)
    return length > 0 and reading.add("transition", meaning, length)


def with_transitions(items: list[Item]) -> list[Item]:
    """Join classes with what became of them: ``new houses and roads``, ``houses or roads gone``, ``what vanished``."""
    found: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if item.kind not in ("class", "transition"):
            found.append(item)
            index += 1
            continue
        run = _run(items, index)
        found += [Item(*one) for one in _paired(items[index : index + run])]
        index += run
    return found


def _run(items: list[Item], start: int) -> int:
    """Return the length of a run of classes and transitions with nothing but words that join between them."""
    length = 0
    while start + length < len(items):
        kind = items[start + length].kind
        following = items[start + length + 1].kind if start + length + 1 < len(items) else ""
        if kind in ("class", "transition") or (kind in (AND, OR) and following in ("class", "transition")):
            length += 1
        else:
            break
    return length


def _paired(run: list[Item]) -> list[tuple[str, Any]]:
    """Return the changes of a run, alternatives of each other."""
    groups: list[list[Item]] = [[]]
    for item in run:
        if item.value == "," and [one.kind for one in groups[-1]] == ["transition"]:
            continue  # built up, with houses
        if item.kind in (AND, OR):
            groups.append([])
        else:
            groups[-1].append(item)
    pairs = [pair for group in groups if group for pair in _pairs(group)]
    pairs = _spread(pairs)
    return [("what", What(name, became)) for name, became, _ in pairs]


def _pairs(group: list[Item]) -> list[tuple[str, str, str]]:
    """Return class, transition and where the transition stood (``before``, ``after``, empty) of words side by side."""
    pairs: list[tuple[str, str, str]] = []
    waiting = ""
    for item in group:
        if item.kind == "transition":
            if pairs and not pairs[-1][1]:
                pairs[-1] = (pairs[-1][0], item.value, "after")
            elif not pairs or pairs[-1][1] != item.value:
                waiting = item.value
        else:
            pairs.append((item.value, waiting, "before" if waiting else ""))
            waiting = ""
    return [*pairs, ("", waiting, "")] if waiting else pairs


def _spread(pairs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Give a class without a transition that of the one before it, or of the one after, where that stands outside."""
    spread = list(pairs)
    for index in range(1, len(spread)):
        name, became, _ = spread[index]
        if name and not became and spread[index - 1][2] == "before":
            spread[index] = (name, spread[index - 1][1], "before")
    for index in range(len(spread) - 2, -1, -1):
        name, became, _ = spread[index]
        if name and not became and spread[index + 1][2] == "after":
            spread[index] = (name, spread[index + 1][1], "after")
    return [
        pair
        for index, pair in enumerate(spread)
        if pair[0] or index + 1 == len(spread) or spread[index + 1][1] != pair[1]  # demolished or removed houses
    ]
