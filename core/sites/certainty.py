"""One word for how far a site can be trusted, from the probability that its change is there."""

from __future__ import annotations

from ..schema import Certainty

SURE, LIKELY = 0.9, 0.7
"""Mean probability of a site's pixels from which it is called sure, and likely.

Chosen on one half of the validation pairs of LEVIR-CC (recovered split; buildings) and CLCD (changes of cropland) as
the least steps of 0.05 from which 95 % and two thirds of the sites that the default model finds are there by the
reference. On the other half, which shares no place of LEVIR with the first, all of the sure sites were there (173
sites), 75 % of the likely (233) and 38 % of the doubtful ones (201): docs/experiments/site_certainty.md.
"""


def certainty_of(probability: float) -> Certainty:
    """Return the word for a probability."""
    if probability >= SURE:
        return Certainty.SURE
    return Certainty.LIKELY if probability >= LIKELY else Certainty.DOUBTFUL
