"""The bands of a pair that are measured: red and green with near and short-wave infrared, on the pair's grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .epoch import Epoch, open_epoch
from .grid import Grid
from .pair import PairOptions, RasterPair, wrap_longitudes
from .reader import EpochReader
from .tiling import Window

NEEDED = ("red", "green", "nir")
"""Without these nothing is measured; short-wave infrared serves where both dates have it."""
_SWIR = "swir1"

Bands = Mapping[str, npt.NDArray[np.float32]]


@dataclass(frozen=True)
class SpectralPixels:
    """Measured bands of a window.

    Attributes:
        before: (h, w) by role, in physical units where the files say how numbers become such.
        after: the same of the later date.
        valid: (h, w) bool, where all bands of both dates have data.
    """

    before: Bands
    after: Bands
    valid: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class SpectralPair:
    """Measured bands of two dates on one grid.

    Attributes:
        grid: of the pair.
        roles: of the bands, in order.
        readers: earlier and later date.
    """

    grid: Grid
    roles: tuple[str, ...]
    readers: tuple[EpochReader, EpochReader] = field(repr=False, compare=False)

    def read(self, window: Window) -> SpectralPixels:
        """Pixels of both dates; invalid where the window reaches past the grid.

        Raises:
            UnreadableWindow: one of the files cannot be read there.
        """
        (before, there), (after, here) = (reader.read(window) for reader in self.readers)
        return SpectralPixels(
            self._physical(before, self.readers[0].epoch), self._physical(after, self.readers[1].epoch), there & here
        )

    def close(self) -> None:
        """Close the files."""
        for reader in self.readers:
            reader.close()

    def _physical(self, values: npt.NDArray[np.generic], epoch: Epoch) -> Bands:
        """Bands by role; a file's scale and offset count, for an index of numbers with an offset is another one."""
        return {
            role: values[place].astype(np.float32) * np.float32(scale) + np.float32(offset)
            for place, (role, (scale, offset)) in enumerate(zip(self.roles, epoch.scaling, strict=True))
        }


def measurable_roles(pair: RasterPair) -> tuple[str, ...]:
    """Return the roles that both dates have bands for; empty where one of :data:`NEEDED` is missing."""
    known = [epoch.measured_bands.keys() for epoch in (pair.before, pair.after)]
    if any(role not in roles for roles in known for role in NEEDED):
        return ()
    return (*NEEDED, *([_SWIR] if all(_SWIR in roles for roles in known) else []))


def open_spectral(options: PairOptions, pair: RasterPair, roles: tuple[str, ...]) -> SpectralPair:
    """Open the bands that are measured.

    Args:
        options: of the pair.
        pair: as opened by them.
        roles: from :func:`measurable_roles`, not empty.

    Raises:
        InputError: a file of several lacks a band that the first one has.
    """
    readers = []
    files = zip((options.before, options.after), (pair.before, pair.after), options.overrides, strict=True)
    for paths, seen, override in files:
        epoch = open_epoch(paths, date=seen.date, override=override, measured=roles)
        readers.append(EpochReader(wrap_longitudes(epoch, pair.grid), pair.grid))
    return SpectralPair(pair.grid, roles, (readers[0], readers[1]))


def perhaps_infrared(pair: RasterPair) -> str:
    """Return a hint where each date has, or may have, near infrared and one of them does not say so; empty elsewhere.

    It may be the one band beside red, green and blue that nothing names, as in aerial images of four bands.
    """
    silent = [epoch for epoch in (pair.before, pair.after) if "nir" not in epoch.measured_bands]
    if not silent or any(
        len(epoch.unknown) != 1 or not {"red", "green"} <= epoch.measured_bands.keys() for epoch in silent
    ):
        return ""
    bands = " and ".join(f"band {epoch.unknown[0]} of {epoch.name}" for epoch in silent)
    return (
        f"Nothing says what {bands} {'shows' if len(silent) == 1 else 'show'}; if it is near infrared, give "
        f"--bands nir={silent[0].unknown[0]}, and vegetation and water are measured, too."
    )


def missing_bands(pair: RasterPair) -> str:
    """Return the sentence for those who ask for indices of rasters without the bands."""
    for epoch in (pair.before, pair.after):
        lacking = [role for role in NEEDED if role not in epoch.measured_bands]
        if lacking:
            named = " and ".join({"nir": "near infrared"}.get(role, role) for role in lacking)
            return (
                f"Nothing says which band of {epoch.name} is {named}, so vegetation and water cannot be measured; say "
                f"it with --bands {','.join(f'{role}=N' for role in lacking)}, or leave --indices out."
            )
    raise ValueError("no band is missing")
