"""One word for how far a site can be trusted, from the probability that its change is there."""

from __future__ import annotations

from ..schema import Certainty

SURE, LIKELY = 0.85, 0.75
"""Mean probability of a site's pixels from which it is called sure, and likely.

On the 1,209 sites that the default model finds in the validation pairs of LEVIR-CC (recovered split; buildings) and
CLCD (changes of cropland), 98 % of those that are sure were there by the reference (414 sites), 69 % of the likely
(233) and 38 % of the doubtful ones (562): training/evaluation/site_certainty.py.
"""


def certainty_of(probability: float) -> Certainty:
    """Return the word for a probability."""
    if probability >= SURE:
        return Certainty.SURE
    return Certainty.LIKELY if probability >= LIKELY else Certainty.DOUBTFUL
