"""Where: points of the compass, zones and named features of the result."""

from __future__ import annotations

from . import lexicon as words
from .filters import Near, Value, Zone, any_of
from .reading import TOKENS, Reading


def read_names(reading: Reading) -> bool:
    """Zones and named features of the result, by their whole names."""
    for kind, names in (("zone", reading.vocabulary.zones), ("near", reading.vocabulary.near)):
        for name in names:
            spelt = [token.lower() for token in TOKENS.findall(name)]
            if spelt and [reading.word(n) for n in range(len(spelt))] == spelt:
                return reading.add(kind, Zone(name) if kind == "zone" else Near(name), len(spelt))
    return False


def read_place(reading: Reading) -> bool:
    """``north-east``, ``SW``, ``central``; the north means the north-east, too."""
    point, length = reading.phrase(words.POINTS)
    if not length and reading.at < len(reading.tokens) and reading.tokens[reading.at] in words.CAPITALS:
        point, length = words.CAPITALS[reading.tokens[reading.at]], 1
    if not length:
        return False
    meant = words.PARTS.get(point, (point,))
    return reading.add("place", any_of([Value("place", one) for one in meant]), length)
