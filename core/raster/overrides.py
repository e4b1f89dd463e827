"""Overrides of what the files of one date say: bands, reference system, no-data values.

QGIS keeps such knowledge with a layer, not in the file; the command line takes it as options.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import rasterio
from rasterio.errors import CRSError as RasterioCRSError

from ..errors import InputError
from .roles import ROLES

Range = tuple[float, float]


@dataclass(frozen=True)
class NoDataChoice:
    """Values that stand for no data.

    Attributes:
        ranges: values beyond those that the files declare, each (least, most), both included.
        declared: whether the value that a file declares counts.
        guess: whether undeclared fill values are looked for.
    """

    ranges: tuple[Range, ...] = ()
    declared: bool = True
    guess: bool = True

    @classmethod
    def parse(cls, text: str | None) -> NoDataChoice:
        """Read values such as ``-9999``, ``0,255``, ``-10:-5`` (a range) or ``none`` (nothing but what follows).

        Raises:
            InputError: the text is neither.
        """
        parts = [part.strip() for part in (text or "").split(",") if part.strip()]
        words = [part for part in parts if part.lower() == "none"]
        ranges = tuple(_range(part, str(text)) for part in parts if part.lower() != "none")
        return cls(ranges, declared=not words, guess=not words)


@dataclass(frozen=True)
class BandChoice:
    """Bands as the user gives them.

    Attributes:
        shown: red, green, blue, or one band for grey, from 1; None lets the files decide.
        roles: what further bands show, such as ``("nir", 4)``, each role once.
    """

    shown: tuple[int, ...] | None = None
    roles: tuple[tuple[str, int], ...] = ()

    @classmethod
    def parse(cls, bands: str | Sequence[int | str] | None) -> BandChoice:
        """Read bands given as numbers or as ``"3,2,1"``, ``"3,2,1,nir=4,swir=6"`` or ``"nir=4"``.

        Raises:
            InputError: neither numbers nor roles.
        """
        parts = bands.split(",") if isinstance(bands, str) else bands or ()
        shown: list[int] = []
        roles: dict[str, int] = {}
        try:
            for part in parts if bands != "" else ():
                role, named, number = str(part).partition("=")
                if named:
                    roles[_role(role)] = int(number)
                else:
                    shown.append(int(part))
        except (ValueError, TypeError) as error:
            raise InputError(
                f"“{bands}” are no bands; write numbers from 1, such as 1,2,3, and others by name, such as nir=4."
            ) from error
        if len(set(roles.values())) < len(roles):
            raise InputError(f"“{bands}” gives one band two roles; correct --bands.")
        return cls(tuple(shown) or None, tuple(sorted(roles.items())))

    def over(self, other: BandChoice) -> BandChoice:
        """Return this choice with that of another for what it leaves open."""
        return BandChoice(self.shown or other.shown, tuple(sorted((dict(other.roles) | dict(self.roles)).items())))


def _role(name: str) -> str:
    """Return the role of a band by the name that the user gave it.

    Raises:
        InputError: there is no such role.
    """
    key = name.strip().lower()
    role = {"swir": "swir1"}.get(key, key)
    if role not in ROLES:
        raise InputError(f"“{name.strip()}” is no kind of band; known are {', '.join(ROLES)} (swir is swir1).")
    return role


@dataclass(frozen=True)
class Override:
    """Override of what the files of one date say.

    Attributes:
        bands: red, green, blue, or one band for grey, from 1; None lets the files decide.
        crs: reference system that the files' coordinates are in; nothing is moved.
        nodata: as :meth:`NoDataChoice.parse` reads it.
        roles: what further bands show, such as ``("nir", 4)``.
    """

    bands: tuple[int, ...] | None = None
    crs: str | None = None
    nodata: str | None = None
    roles: tuple[tuple[str, int], ...] = ()

    @property
    def band_text(self) -> str | None:
        """The bands as :meth:`BandChoice.parse` reads them; None where the files decide."""
        parts = [*map(str, self.bands or ()), *(f"{role}={band}" for role, band in self.roles)]
        return ",".join(parts) or None

    @property
    def no_data(self) -> NoDataChoice:
        """The no-data values as numbers."""
        return NoDataChoice.parse(self.nodata)

    @property
    def assigned_crs(self) -> rasterio.CRS | None:
        """The reference system to take.

        Raises:
            InputError: nobody knows it, or it has no place on Earth.
        """
        if not self.crs:
            return None
        try:
            return rasterio.CRS.from_user_input(self.crs)
        except (RasterioCRSError, ValueError) as error:
            raise InputError(
                f"“{self.crs[:80]}” is not a coordinate reference system; write it as EPSG:32633 or as WKT."
            ) from error


def _range(part: str, text: str) -> Range:
    least, colon, most = part.partition(":")
    try:
        low, high = float(least), float(most if colon else least)
    except ValueError:
        low = high = math.nan
    if math.isnan(low) or math.isnan(high) or low > high:
        raise InputError(
            f"“{text[:80]}” are no no-data values; write numbers such as -9999 or 0,255, a range as "
            "-10:-5, or none where every value is data."
        )
    return low, high


def recorded_overrides(parameters: Mapping[str, Any]) -> tuple[Override, Override]:
    """What a run was told of its dates, from the options that its result records; unreadable ones count as absent."""
    before, after = (
        Override(
            _recorded_bands(parameters.get(f"bands_{role}") or parameters.get("bands")),
            _recorded_text(parameters.get(f"crs_{role}")),
            _recorded_text(parameters.get(f"nodata_{role}")),
        )
        for role in ("before", "after")
    )
    return before, after


def _recorded_bands(value: Any) -> tuple[int, ...] | None:
    return tuple(value) if isinstance(value, list) and all(isinstance(band, int) for band in value) else None


def _recorded_text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
