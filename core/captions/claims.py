"""Claims of a caption, word by word, and how sure the sentences of a beam are of them together.

A claim is an object or surrounding (`building`, `trees`, …), a number of buildings, a place in the tile, or a
removal. Which words claim what stands in the `decoding` block of a pack (`core/models/decoding.py`).

Against references (training, evaluation) a claim is borne out if one of them makes it or one that implies it. That
asks for agreement, not for truth; on 50 captions judged by looking, "all claims borne out" and "all true" agreed for 45
(docs/model_card.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from ..models.decoding import ClaimWords, Decoding
from .no_change import denies_change

_NO_CHANGE = frozenset({"no change"})
_USUAL = Decoding()


class ClaimReader:
    """Finds the claims of captions.

    Args:
        words: by which captions make claims; those of LEVIR-CC by default.
    """

    def __init__(self, words: ClaimWords | None = None) -> None:
        words = words or ClaimWords()
        self._objects, self._places = _named_by(words.objects), _named_by(words.places)
        self._numbers = _named_by(words.numbers)
        self._one, self._several, self._single = map(frozenset, (words.one, words.several, words.single))
        self._removed, self._reach = frozenset(words.removed), words.number_reach
        self._implied_by = {claim: frozenset({claim, *others}) for claim, others in words.implied_by.items()}
        self.claims_of = lru_cache(maxsize=2**14)(self._claims_of)  # the sentences of a scene repeat

    def object_of(self, word: str) -> str:
        """Return what a word of a caption names, such as ``building``; empty for any other word."""
        return self._objects.get(word, "")

    def borne_out_by(self, claim: str) -> frozenset[str]:
        """Return the claims that bear one out, itself included."""
        return self._implied_by.get(claim) or frozenset({claim})

    def _claims_of(self, caption: str) -> frozenset[str]:
        if denies_change(caption):
            return _NO_CHANGE
        words = caption.replace("-", " ").split()
        found = set()
        for index, word in enumerate(words):
            if word in self._objects:
                found.add(self._objects[word])
            if word in self._places:
                found.add(f"at {self._places[word]}")
            if word in self._removed:
                found.add("removal")
            if word in self._one or word in self._several:
                before = words[max(0, index - self._reach) : index]
                found.add(f"number {self._number(before, word in self._one)}")
        return frozenset(found)

    def _number(self, before: Sequence[str], one: bool) -> str:
        for word in reversed(before):
            if word in self._numbers:
                return self._numbers[word]
            if one and word in self._single:
                return "1"
        return "1" if one else "2+"


def _named_by(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what each word names."""
    return {word: name for name, naming in words.items() for word in naming}


LEVIR_CC = ClaimReader()
"""Reads captions in the words of LEVIR-CC; figures that are compared between packs go by it."""


def object_of(word: str) -> str:
    """Return what a word of a caption names, such as ``building``; empty for any other word."""
    return LEVIR_CC.object_of(word)


def claims_of(caption: str) -> frozenset[str]:
    """Claims of a tokenised caption; `no change` alone for one that says so."""
    return LEVIR_CC.claims_of(caption)


def unsupported_claims(caption: str, references: Iterable[str]) -> list[str]:
    """Claims of a caption that no reference bears out, sorted."""
    known: set[str] = set()
    for reference in references:
        known |= claims_of(reference)
    return sorted(claim for claim in claims_of(caption) if not known & LEVIR_CC.borne_out_by(claim))


def claim_precision(captions: Sequence[str], references: Sequence[Sequence[str]]) -> float:
    """Share of captions all of whose claims are borne out by the references of their pair, 0–1.

    Raises:
        ValueError: there are no captions, or not as many as sets of references.
    """
    if not captions:
        raise ValueError("no captions to judge")
    return sum(not unsupported_claims(c, known) for c, known in zip(captions, references, strict=True)) / len(captions)


def rerank(
    found: Sequence[tuple[float, str]], price: float, rules: Decoding = _USUAL, reader: ClaimReader = LEVIR_CC
) -> list[int]:
    """Order the sentences of a beam by their log probability less what their doubtful claims cost.

    The mean per token favours what a sentence can easily be drawn out with, the sum whatever is short; the log
    probability is taken per token to a power between. A claim is as doubtful as the sentences of the beam that neither
    make nor imply it are probable together. A sentence of which every word is likely can still name a place or
    a number that most of its rivals do not.

    Args:
        found: mean log probability per token (end mark included) and text of each sentence.
        price: of a claim that no other sentence makes, in units of the mean log probability; 0 goes by that alone.
        rules: weights of the pack.
        reader: finds claims in the pack's words.

    Returns:
        Indices of the sentences, best first.
    """
    if not price:
        return sorted(range(len(found)), key=lambda index: -found[index][0])
    totals = [mean * (len(text.split()) + 1) / rules.temperature for mean, text in found]
    masses = [math.exp(total - max(totals)) for total in totals]
    made = [reader.claims_of(text) for _, text in found]

    def sure(claim: str) -> float:
        wanted = reader.borne_out_by(claim)
        return sum(mass for mass, claims in zip(masses, made, strict=True) if claims & wanted) / sum(masses)

    certainty = {claim: sure(claim) for claim in frozenset().union(*made)}
    doubts = [sum(1 - certainty[claim] for claim in claims) for claims in made]
    lengths = [(len(text.split()) + 1) / rules.usual_length for _, text in found]
    scores = [mean * length ** (1 - rules.length_power) for (mean, _), length in zip(found, lengths, strict=True)]
    worth = [score - price * doubt for score, doubt in zip(scores, doubts, strict=True)]
    return sorted(range(len(found)), key=lambda index: -worth[index])
