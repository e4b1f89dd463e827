"""Which bands of a raster are its red, green and blue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rasterio.enums import ColorInterp

from ..errors import InputError

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

_COLOURS = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
_WORDS = (re.compile(r"^r(ed)?\b(?!.?edge)", re.I), re.compile(r"^g(reen)?\b", re.I), re.compile(r"^b(lue)?\b", re.I))
# Sentinel-2 and Landsat 8/9 number red, green, blue as 4, 3, 2; both have a band 8.
_NUMBERED = re.compile(r"^b(?:and)?[ _]?0?(\d{1,2})(?:\b|_|$)", re.I)

RGB = tuple[int, int, int]


def choose_bands(
    src: DatasetReader, requested: Sequence[int] | None, name: str, alpha: int | None = None
) -> tuple[RGB, tuple[str, ...]]:
    """Pick the three bands to read, numbered from 1.

    Asked-for bands win; then colour interpretation; then band descriptions; then the first three.

    Args:
        src: the opened raster.
        requested: one band (shown as grey) or three (red, green, blue), or None.
        name: how to call the raster in messages.
        alpha: number of its transparency band.

    Returns:
        The bands and warnings about guesses.

    Raises:
        InputError: a band that does not exist, or two bands without a request.
    """
    if requested is not None:
        return _checked(requested, src.count, name), ()
    colours = [band for band in range(1, src.count + 1) if band != alpha]
    if len(colours) <= 1:
        band = colours[0] if colours else 1
        if src.colorinterp[band - 1] == ColorInterp.palette:
            return (band, band, band), ()
        return (band, band, band), (f"{name} has one band; it is shown as grey, which the model knows less well.",)
    if len(colours) == 2:
        raise InputError(
            f"{name} has 2 bands, and nothing says which is which: name one or three with --bands, e.g. --bands 1."
        )
    found = _by_interpretation(src.colorinterp) or _by_description(src.descriptions)
    if found:
        return found, ()
    guess = (colours[0], colours[1], colours[2])
    if len(colours) <= 4:
        return guess, ()
    listed = ",".join(map(str, guess))
    return guess, (
        f"{name} has {src.count} bands without names; bands {listed} are taken as red, green, blue "
        "(choose others with --bands).",
    )


def _checked(requested: Sequence[int], count: int, name: str) -> RGB:
    if len(requested) not in (1, 3):
        raise InputError("--bands takes one number (grey) or three (red, green, blue), e.g. --bands 3,2,1.")
    for band in requested:
        if not 1 <= band <= count:
            raise InputError(
                f"{name} has {count} band{'s' if count > 1 else ''}, so there is no band {band}: "
                "correct --bands (bands count from 1)."
            )
    red, green, blue = (requested[0],) * 3 if len(requested) == 1 else tuple(requested)
    return red, green, blue


def _by_interpretation(interpretation: Sequence[ColorInterp]) -> RGB | None:
    if all(colour in interpretation for colour in _COLOURS):
        red, green, blue = (interpretation.index(colour) + 1 for colour in _COLOURS)
        return red, green, blue
    return None


def _by_description(descriptions: Sequence[str | None]) -> RGB | None:
    names = [(text or "").strip() for text in descriptions]
    hits = [[i for i, text in enumerate(names, start=1) if word.match(text)] for word in _WORDS]
    if all(hits):
        return hits[0][0], hits[1][0], hits[2][0]
    numbers = {int(m[1]): i for i, text in reversed(list(enumerate(names, 1))) if (m := _NUMBERED.match(text))}
    if {2, 3, 4, 8} <= numbers.keys():
        return numbers[4], numbers[3], numbers[2]
    return None
