"""One word for how far a site can be trusted, from the probability that its change is there."""

from __future__ import annotations

from ..schema import Certainty

SURE, LIKELY = 0.8, 0.6
"""Mean probability of a site's pixels from which it is called sure, and likely."""


def certainty_of(probability: float) -> Certainty:
    """Return the word for a probability."""
    if probability >= SURE:
        return Certainty.SURE
    return Certainty.LIKELY if probability >= LIKELY else Certainty.DOUBTFUL
