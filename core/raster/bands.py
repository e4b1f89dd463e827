"""Find the bands of a raster: those to show as red, green and blue, and those to measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rasterio.enums import ColorInterp

from ..errors import InputError
from .roles import ROLES, BandRoles, roles_of

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

RGB = tuple[int, int, int]


@dataclass(frozen=True)
class Bands:
    """The chosen bands of a raster.

    Attributes:
        rgb: red, green, blue, from 1.
        roles: what further bands show, as far as it is known: ``nir`` and its like, see :data:`.roles.ROLES`.
        warnings: about guesses.
    """

    rgb: RGB
    roles: Mapping[str, int]
    warnings: tuple[str, ...] = ()


_INFRARED = ("rededge", "nir", "swir1", "swir2")


def choose_bands(
    src: DatasetReader,
    requested: Sequence[int] | None,
    name: str,
    alpha: int | None = None,
    told: Mapping[str, int] | None = None,
) -> Bands:
    """Pick the three bands to read, numbered from 1.

    Asked-for bands win; then names and wavelengths of the bands; then colour interpretation; then the first three.

    Args:
        src: the opened raster.
        requested: one band (shown as grey) or three (red, green, blue), or None.
        name: how to call the raster in messages.
        alpha: number of its transparency band.
        told: what the user knows further bands to show.

    Raises:
        InputError: a band that does not exist, or two bands without a request.
    """
    meta = [{**src.tags(band, ns="IMAGERY"), **src.tags(band)} for band in range(1, src.count + 1)]
    roles = roles_of(src.descriptions, meta, {**src.tags(ns="IMAGERY"), **src.tags()}, name)
    colours = _by_interpretation(src.colorinterp)
    told = dict(told or {})
    for band in told.values():
        _check_band(band, src.count, name)
    found = {**colours, **roles.by_role}
    # A band that the user has given another role is none of those that the file's names say.
    by_role = {role: band for role, band in found.items() if band not in told.values()} | told
    if requested is not None:
        return Bands(_checked(requested, src.count, name), by_role)
    candidates = [band for band in range(1, src.count + 1) if band != alpha]
    if len(candidates) <= 1:
        band = candidates[0] if candidates else 1
        said = f"{name} has one band; it is shown as grey, which the model knows less well."
        return Bands((band,) * 3, by_role, () if src.colorinterp[band - 1] == ColorInterp.palette else (said,))
    if len(candidates) == 2:
        raise InputError(
            f"{name} has 2 bands, and nothing says which is which: name one or three with --bands, e.g. --bands 1."
        )
    shown = BandRoles(colours).rgb
    if roles.rgb is not None:
        return Bands(roles.rgb, by_role, _doubts(roles, shown, name))
    if shown is not None:
        return Bands(shown, by_role)
    guess = (candidates[0], candidates[1], candidates[2])
    listed = ",".join(map(str, guess))
    unnamed = "without names" if not by_role else "whose names do not tell all of red, green, blue"
    return Bands(guess, by_role, (
        f"{name} has {src.count} bands {unnamed}; bands {listed} are taken as red, green, blue "
        "(choose others with --bands).",
    ))  # fmt: skip


def _doubts(roles: BandRoles, shown: RGB | None, name: str) -> tuple[str, ...]:
    """What is said where the bands' names leave room, or contradict the colours that the file gives its bands."""
    listed = ",".join(map(str, roles.rgb or ()))
    if not roles.sure:
        return (
            f"{name}: bands {listed} are taken as red, green, blue by {roles.source}, which nothing in the file names "
            "(choose others with --bands).",
        )
    if shown is not None and shown != roles.rgb:
        return (
            f"{name}: bands {listed} are taken as red, green, blue by {roles.source}, though the file marks bands "
            f"{','.join(map(str, shown))} as these colours (choose with --bands).",
        )
    return ()


def _checked(requested: Sequence[int], count: int, name: str) -> RGB:
    if len(requested) not in (1, 3):
        raise InputError("--bands takes one number (grey) or three (red, green, blue), e.g. --bands 3,2,1.")
    for band in requested:
        _check_band(band, count, name)
    red, green, blue = (requested[0],) * 3 if len(requested) == 1 else tuple(requested)
    return red, green, blue


def _check_band(band: int, count: int, name: str) -> None:
    if not 1 <= band <= count:
        raise InputError(
            f"{name} has {count} band{'s' if count > 1 else ''}, so there is no band {band}: "
            "correct --bands (bands count from 1)."
        )


def measured_bands(shown: Sequence[int], roles: Mapping[str, int]) -> dict[str, int]:
    """Return which band shows what, for measuring: the roles that are known, and red and green as they are shown.

    Where an infrared band is shown as a colour, what is shown as red need not be red.

    Args:
        shown: bands shown as red, green, blue.
        roles: what bands show, as far as it is known.
    """
    known = dict(roles)
    if len(set(shown)) == len(shown) and not any(roles.get(role) in shown for role in _INFRARED):
        for role, band in zip(("red", "green", "blue"), shown, strict=True):
            known.setdefault(role, band)
    return known


def _by_interpretation(interpretation: Sequence[ColorInterp]) -> dict[str, int]:
    """Roles by GDAL's colour interpretation."""
    found: dict[str, int] = {}
    for band, colour in enumerate(interpretation, start=1):
        role = {"red_edge": "rededge", "re": "rededge", "swir": "swir1"}.get(colour.name, colour.name)
        if role in ROLES:
            found.setdefault(role, band)
    return found
