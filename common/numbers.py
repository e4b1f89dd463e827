"""Areas and counts as people read them."""

from __future__ import annotations

DIGITS = 3
"""Significant digits: what is measured on a mask of pixels is hardly known better."""


def format_area(square_metres: float) -> str:
    """Return an area as people write it: ``0.8 m²``, ``1,240 m²``, ``12.4 ha``, ``3.1 km²``."""
    if square_metres >= 1e6:
        return f"{_digits(square_metres / 1e6)} km²"
    if square_metres >= 1e5:
        return f"{_digits(square_metres / 1e4)} ha"
    return f"{_digits(square_metres)} m²" if square_metres < 10 else f"{_digits(square_metres, decimals=0)} m²"


def _digits(number: float, decimals: int = 1) -> str:
    """Return a number with three significant digits and at most so many decimals."""
    if number < 10 ** (DIGITS - 1):
        return f"{number:,.{decimals if number else 0}f}"
    return f"{float(f'{number:.{DIGITS}g}'):,.0f}"


def approximate_count(number: int) -> str:
    """Return a count that was estimated: exact below five, then ``about 7``, from twenty on rounded: ``about 40``."""
    if number < 5:
        return f"{number}"
    step = 1 if number < 20 else 5 if number < 100 else 10 ** (len(str(number)) - 2)
    return f"about {step * round(number / step):,}"


def plural(number: int, one: str, many: str) -> str:
    """Return ``1 tile``, ``2 tiles``."""
    return f"{number:,} {one if number == 1 else many}"
