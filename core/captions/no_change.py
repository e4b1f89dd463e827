"""Sentences that say that nothing has changed, and what stands for them where the mask says otherwise."""

from __future__ import annotations

import re

NO_CHANGE_SENTENCES = (
    "there is no difference",
    "the two scenes seem identical",
    "the scene is the same as before",
    "no change has occurred",
    "almost nothing has changed",
)
"""The five references that LEVIR-CC gives to every unchanged pair, in the order of the corpus."""

POSSIBLE_CHANGE = "a possible change"
"""Stands for the model's sentence where that says that nothing changed and the mask shows that something did."""

_UNCHANGED = re.compile(
    r"^(nothing has changed|nothing changed|there is no (difference|change)|no (change|difference)|everything "
    r"remains the same|(the )?(area|scene|region) (appears|remains|is|looks) the same)"
)

_HALF_SAID = re.compile(
    r"\b(the )?same as before$|\bseem(s)? identical$|\bno (difference|change) has occurred$|\bnothing has changed$"
)
"""How a decoder ends that was on its way to one of these: “the scene is the with the same as before”."""


def denies_change(caption: str) -> bool:
    """Return whether a sentence in lower case says, in one of many wordings, that nothing changed."""
    return caption in NO_CHANGE_SENTENCES or bool(_UNCHANGED.match(caption) or _HALF_SAID.search(caption))
