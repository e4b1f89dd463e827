"""Areas and counts as people read them."""

from __future__ import annotations


def format_area(square_metres: float) -> str:
    """Return an area with a unit in which it has few digits: ``0.8 m²``, ``1,240 m²``, ``12.4 ha``, ``3.1 km²``."""
    if square_metres >= 1e6:
        return f"{square_metres / 1e6:,.1f} km²"
    if square_metres >= 1e5:
        return f"{square_metres / 1e4:,.1f} ha"
    return f"{square_metres:,.0f} m²" if square_metres >= 10 or square_metres == 0 else f"{square_metres:.1f} m²"


def approximate_count(number: int) -> str:
    """Return a count that was estimated: exact below five, then ``about 7``, from twenty on rounded: ``about 40``."""
    if number < 5:
        return f"{number}"
    step = 1 if number < 20 else 5 if number < 100 else 10 ** (len(str(number)) - 2)
    return f"about {step * round(number / step):,}"


def plural(number: int, one: str, many: str) -> str:
    """Return ``1 tile``, ``2 tiles``."""
    return f"{number:,} {one if number == 1 else many}"
