"""Choose among a model's sentences about a site: none whose place, number or object the site's mask denies.

A window is centred on its site, so "in the top left corner" tells of the window and not of the ground: such phrases
are cut. What is left must name each class that changed much, where the model has words for it, and no class that did
not change here, in no direction that the mask does not show, in no number that its patches cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ..captions.claims import LEVIR_CC, ClaimReader
from ..captions.directions import changes_said
from ..captions.mask_consistency import count_agrees, count_components
from ..captions.no_change import denies_change
from ..captions.sentence_choice import Candidate
from ..models.decoding import Decoding
from ..schema import Transition

if TYPE_CHECKING:
    from ..models.config import Channel

_USUAL = Decoding()
_LEAST_PIXELS, _LEAST_SHARE = 16, 0.03
"""Fewer pixels of a class than this, or a smaller part of what changed, do not bear out that it changed."""
_MUCH = 0.25
"""Part of what changed from which a class must be named, where the model has words for it."""
_MARGIN = 1.0
"""Sentences whose mean log probability per word is lower than the best one's by more are no English any more."""
_UNCHANGED = re.compile(r"\b(?:same|identical|unchanged|nothing|no)\b")
_SIDE = r"(?:top|upper|bottom|lower|left|right|center|centre|middle|central)"
_PART = r"(?:corners?|sides?|parts?|areas?|edges?|halfs?|halves|half|portions?)"
_OF = r"(?:\s+of\s+(?:the\s+)?(?:scene|image|picture|area|bareland|land|scenes))?"
_PLACE = re.compile(
    rf"\s*\b(?:in|at|on|near|from|around|along|to|towards)\s+(?:both\s+)?(?:the\s+)?"
    rf"(?:{_SIDE}(?:\s+(?:and\s+)?(?:the\s+)?{_SIDE})*(?:\s+{_PART})?|corners?|edges?){_OF}\b"
)
_PLACE_WORDS = re.compile(rf"\b(?:{_SIDE}|corners?)\b")


def choose_sentence(
    candidates: Sequence[Candidate],
    mask: npt.NDArray[np.uint8],
    channels: Sequence[Channel],
    class_words: Mapping[str, Sequence[str]],
    buildings: int | None = None,
    rules: Decoding = _USUAL,
    reader: ClaimReader = LEVIR_CC,
) -> Candidate | None:
    """Return the best sentence that a site's mask bears out, without places; None where there is none.

    Args:
        candidates: best first.
        mask: (h, w) classes of this site alone, 0 elsewhere.
        channels: of the mask, value 1 first.
        class_words: words by which sentences name a class.
        buildings: number of building patches of the site; None: those of the mask.
        rules: of the pack.
        reader: finds claims in the pack's words.
    """
    shown = _shown(mask, channels)
    least = max((candidate.mean for candidate in candidates), default=0.0) - _MARGIN
    much = _MUCH * sum(shown.values())
    needed = {name for (name, _), pixels in shown.items() if name in class_words and pixels >= much}
    patches = count_components(np.isin(mask, _values(channels, "building")), rules) if buildings is None else buildings
    for candidate in candidates:
        text = without_places(candidate.text)
        if not text or candidate.mean < least or _UNCHANGED.search(text) or denies_change(text):
            continue
        said = changes_said(text.split(), class_words, reader)
        if not needed <= {name for name, _ in said}:
            continue
        if all(_borne_out(kind, shown) for kind in said) and count_agrees(patches, text, rules, reader):
            return replace(candidate, text=text)
    return None


def without_places(text: str) -> str:
    """Return a sentence without the phrases that say where in the window something lies; empty if it cannot be."""
    cut = " ".join(_PLACE.sub(" ", text).split())
    return "" if _PLACE_WORDS.search(cut) else cut


def compose(sentences: Sequence[str], most: int = 2, reader: ClaimReader = LEVIR_CC) -> str:
    """Return one sentence of those about the parts of a site: those that claim something else, in their order."""
    chosen: list[str] = []
    told: frozenset[str] = frozenset()
    for sentence in sentences:
        claims = frozenset(claim for claim in reader.claims_of(sentence) if not claim.startswith(("number", "at ")))
        if not chosen or (claims and not claims & told):
            chosen.append(sentence)
            told |= claims
    return ", and ".join(chosen[:most])


def _values(channels: Sequence[Channel], class_name: str) -> list[int]:
    return [value for value, channel in enumerate(channels, start=1) if channel.class_name == class_name]


def _shown(mask: npt.NDArray[np.uint8], channels: Sequence[Channel]) -> dict[tuple[str, str], int]:
    """Pixels by class and transition, without what is little."""
    counts = np.bincount(mask.ravel(), minlength=len(channels) + 1)
    least = max(_LEAST_PIXELS, _LEAST_SHARE * int(counts[1:].sum()))
    found: dict[tuple[str, str], int] = {}
    for value, channel in enumerate(channels, start=1):
        if counts[value] >= least:
            found[channel.class_name, channel.transition] = int(counts[value])
    return found


def _borne_out(kind: tuple[str, str], shown: Mapping[tuple[str, str], int]) -> bool:
    """Return whether a class changed as is said; a class whose transition is not known to the mask bears out either."""
    return kind in shown or (kind[0], Transition.NONE.value) in shown
