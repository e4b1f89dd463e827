"""What a caption claims, word by word, and how sure the sentences of a beam are of it together.

A claim is an object or surrounding (`building`, `trees`, …), a number of buildings, a place in the tile, or a
removal. The words are those of LEVIR-CC's training captions; other words claim nothing.

Against references (training, evaluation) a claim is borne out if one of them makes it or one that implies it. That
asks for agreement, not for truth; on 50 captions judged by looking, "all claims borne out" and "all true" agreed for 45
(docs/model_card.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .no_change import denies_change

_OBJECTS = {
    "building": "house houses villa villas building buildings mansion mansions bungalow bungalows cottage residential "
    "residences warehouse warehouses factory mall malls shed sheds structures construction constructions complex "
    "complexes",
    "road": "road roads path paths street streets roadside crossroad crossroads crossing intersection lane footpath "
    "junction roundabout track bypass viaduct viaducts",
    "trees": "tree trees wood woods woodland forest forests jungle vegetation plant plants bush bushes shrub shrubs",
    "bare ground": "bareland desert wasteland clearing dirt bare land ground moorland site sites vacant open",
    "grass": "grass meadow meadows grassland lawn field fields pasture",
    "parking": "parking lot lots cement concrete square floor",
    "water": "lake pond ponds river water reservoir",
    "pool": "pool pools swimming",
    "vehicles": "car cars vehicle vehicles truck trucks",
    "sports ground": "playground playgrounds court courts basketball stadium",
}
_OBJECT_OF = {word: name for name, words in _OBJECTS.items() for word in words.split()}
_ONE = frozenset("house villa building mansion bungalow cottage warehouse factory mall shed".split())
_SEVERAL = frozenset("houses villas buildings mansions bungalows warehouses malls sheds residences structures".split())
_NUMBERS = {"two": "2", "three": "3", "some": "2+", "few": "2+"}
_NUMBERS |= dict.fromkeys(("four", "five", "six", "many", "several", "numerous", "massive"), "4+")
_NUMBERS |= dict.fromkeys(("row", "rows", "line", "lines"), "rows")
_SINGLE = frozenset({"a", "an", "one", "single", "another"})
_TEMPERATURE = 3.0
"""Divides the log probabilities of a beam's sentences before they are weighed; else the best alone would decide."""
_LENGTH_POWER, _USUAL_LENGTH = 0.85, 11
"""A sentence's log probability counts per token to this power; a sentence of the usual length keeps its mean."""
_REACH = 4
"""Words before a building among which its number is looked for."""
_PLACES = {"top": "top", "upper": "top", "bottom": "bottom", "lower": "bottom", "left": "left", "right": "right"}
_PLACES |= {"center": "centre", "centre": "centre", "middle": "centre", "central": "centre"}
_PLACES |= {"corner": "corner", "edge": "edge", "sides": "both sides", "both": "both sides"}
_REMOVED = frozenset(
    "removed disappear disappears disappeared vanish vanishes vanished demolished cut cleared "
    "replace replaces replaced replacing destroyed".split()
)
_IMPLIED_BY = {
    "number 2": {"number 2+"},
    "number 3": {"number 4+", "number 2+"},
    "number 4+": {"number 2+", "number 3", "number rows"},
    "number 2+": {"number 2", "number 3", "number 4+", "number rows"},
    "number rows": {"number 4+"},
}
"""Claims of other sentences that bear out another one: counting by eye, "some houses" may be two or five."""


def object_of(word: str) -> str:
    """Return what a word of a caption names, such as ``building``; empty for any other word."""
    return _OBJECT_OF.get(word, "")


@lru_cache(maxsize=2**14)  # the sentences of a scene repeat
def claims_of(caption: str) -> frozenset[str]:
    """Claims of a tokenised caption; `no change` alone for one that says so."""
    if denies_change(caption):
        return frozenset({"no change"})
    words = caption.replace("-", " ").split()
    found = set()
    for index, word in enumerate(words):
        if word in _OBJECT_OF:
            found.add(_OBJECT_OF[word])
        if word in _PLACES:
            found.add(f"at {_PLACES[word]}")
        if word in _REMOVED:
            found.add("removal")
        if word in _ONE or word in _SEVERAL:
            found.add(f"number {_number(words[max(0, index - _REACH) : index], word in _ONE)}")
    return frozenset(found)


def unsupported_claims(caption: str, references: Iterable[str]) -> list[str]:
    """Claims of a caption that no reference bears out, sorted."""
    known: set[str] = set()
    for reference in references:
        known |= claims_of(reference)
    return sorted(claim for claim in claims_of(caption) if not known & {claim, *_IMPLIED_BY.get(claim, ())})


def claim_precision(captions: Sequence[str], references: Sequence[Sequence[str]]) -> float:
    """Share of captions all of whose claims are borne out by the references of their pair, 0–1.

    Raises:
        ValueError: there are no captions, or not as many as sets of references.
    """
    if not captions:
        raise ValueError("no captions to judge")
    return sum(not unsupported_claims(c, known) for c, known in zip(captions, references, strict=True)) / len(captions)


def rerank(found: Sequence[tuple[float, str]], price: float) -> list[int]:
    """Order the sentences of a beam by their log probability less what their doubtful claims cost.

    The mean per token favours what a sentence can easily be drawn out with, the sum whatever is short; the log
    probability is taken per token to the power of 0.85. A claim is as doubtful as the sentences of the beam that
    neither make nor imply it are probable together. A sentence of which every word is likely can still name a place or
    a number that most of its rivals do not.

    Args:
        found: mean log probability per token (end mark included) and text of each sentence.
        price: of a claim that no other sentence makes, in units of the mean log probability; 0 goes by that alone.

    Returns:
        Indices of the sentences, best first.
    """
    if not price:
        return sorted(range(len(found)), key=lambda index: -found[index][0])
    totals = [mean * (len(text.split()) + 1) / _TEMPERATURE for mean, text in found]
    masses = [math.exp(total - max(totals)) for total in totals]
    made = [claims_of(text) for _, text in found]

    def sure(claim: str) -> float:
        wanted = {claim, *_IMPLIED_BY.get(claim, ())}
        return sum(mass for mass, claims in zip(masses, made, strict=True) if claims & wanted) / sum(masses)

    certainty = {claim: sure(claim) for claim in frozenset().union(*made)}
    doubts = [sum(1 - certainty[claim] for claim in claims) for claims in made]
    lengths = [(len(text.split()) + 1) / _USUAL_LENGTH for _, text in found]
    scores = [mean * length ** (1 - _LENGTH_POWER) for (mean, _), length in zip(found, lengths, strict=True)]
    worth = [score - price * doubt for score, doubt in zip(scores, doubts, strict=True)]
    return sorted(range(len(found)), key=lambda index: -worth[index])


def _number(before: Sequence[str], one: bool) -> str:
    for word in reversed(before):
        if word in _NUMBERS:
            return _NUMBERS[word]
        if one and word in _SINGLE:
            return "1"
    return "1" if one else "2+"
