"""One word for how far a site can be trusted, from the probability that its change is there."""

from __future__ import annotations

from ..schema import Certainty

SURE, LIKELY = 0.85, 0.6
"""Mean probability of a site's pixels from which it is called sure, and likely.

On the 492 sites of buildings that the default model finds in the validation pairs of LEVIR-CC (recovered split), 99 %
of those that are sure were there by the reference, 65 % of the likely and 23 % of the doubtful ones
(training/evaluation/site_certainty.py).
"""


def certainty_of(probability: float) -> Certainty:
    """Return the word for a probability."""
    if probability >= SURE:
        return Certainty.SURE
    return Certainty.LIKELY if probability >= LIKELY else Certainty.DOUBTFUL
