"""From any pixel type to 8 bits, by constants fixed for the whole run and written to the manifest.

Scaling per tile would make neighbouring tiles differ and so draw seams; scaling by a tile's own maximum
would also turn noise into signal. Constants come from evenly spread windows of the common grid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .epoch import UnreadableWindow
from .pair import PairPixels, RasterPair
from .tiling import Window

_PERCENTILES = (2.0, 98.0)
_WHOLE_PX = 2048  # a grid up to this size on a side is read whole
_SAMPLES = 8  # windows along each axis of a larger one
_SAMPLE_PX = 256
_SAMPLED_PX = 1_000_000  # about so many pixels decide
_GLANCES = 4  # windows along each axis for a look at the appearance

Limits = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Stretch:
    """Linear map of both dates to 0 … 255.

    Args:
        before: (low, high) of red, green, blue in the raster's unit, mapped to 0 and 255; None for 8-bit
            imagery, which stays as it is.
        after: the same for the later date.
    """

    before: Limits | None
    after: Limits | None

    @property
    def identity(self) -> bool:
        """Whether both dates stay as they are."""
        return self.before is None and self.after is None

    def apply(self, pixels: PairPixels, out: npt.NDArray[np.uint8] | None = None) -> npt.NDArray[np.uint8]:
        """Map a window.

        Args:
            pixels: both dates, (3, h, w) each.
            out: uint8 (2, 3, h, w) to write to; a new one if left out.

        Returns:
            uint8 (2, 3, h, w); 0 where a date is invalid.
        """
        mapped = np.empty((2, *pixels.before.shape), np.uint8) if out is None else out
        dates = zip((pixels.before, pixels.after), (self.before, self.after), pixels.valid, mapped, strict=True)
        for values, limits, valid, into in dates:
            _map(values, limits, valid, into)
        return mapped

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {"before": _listed(self.before), "after": _listed(self.after)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Stretch:
        """Inverse of `to_dict`."""
        return cls(_limits(data["before"]), _limits(data["after"]))


def estimate_stretch(pair: RasterPair) -> Stretch:
    """Choose the constants of a run: 2nd and 98th percentile per date and band over valid pixels.

    Args:
        pair: the opened pair; 8-bit dates are left as they are and not read.

    Raises:
        UnreadableWindow: not one of the sampled windows can be read.
    """
    wanted = [reader for reader in pair.readers if reader.epoch.dtype != "uint8"]
    found: dict[int, Limits] = {}
    for reader in wanted:
        samples: list[npt.NDArray[np.float64]] = []
        failure: UnreadableWindow | None = None
        windows = sample_windows(pair.grid.height, pair.grid.width)
        for window in windows:
            try:
                values, valid = reader.read(window)
            except UnreadableWindow as error:
                failure = error
                continue
            step = 1 + int(valid.sum()) * len(windows) // _SAMPLED_PX
            samples.append(values[:, valid][:, ::step].astype(np.float64))
        if not samples and failure is not None:
            raise failure
        found[id(reader)] = _percentiles(np.concatenate(samples, axis=1))
    before, after = (found.get(id(reader)) for reader in pair.readers)
    return Stretch(before, after)


@dataclass(frozen=True)
class ImageStats:
    """Image statistics that are compared with those of the training data, in levels of 0 … 255.

    Args:
        brightness: mean of all bands.
        contrast: standard deviation of the mean over the bands.
        red_green: mean red less mean green.
        blue_green: mean blue less mean green.
    """

    brightness: float
    contrast: float
    red_green: float
    blue_green: float


def measure_image_stats(pixels: npt.NDArray[np.uint8]) -> ImageStats:
    """Measure pixels, (3, …) red, green and blue, at least one."""
    values = pixels.reshape(3, -1)
    red, green, blue = (float(mean) for mean in values.mean(axis=1, dtype=np.float64))
    contrast = float(values.mean(axis=0, dtype=np.float32).std(dtype=np.float64))
    return ImageStats((red + green + blue) / 3, contrast, red - green, blue - green)


def sample_image_stats(pair: RasterPair, stretch: Stretch) -> tuple[ImageStats | None, ImageStats | None]:
    """Measure both dates in windows spread over the grid, as the model would see them.

    Args:
        pair: the opened pair.
        stretch: constants of the run.

    Returns:
        Per date; None where none of the windows holds valid, readable pixels.
    """
    samples: tuple[list[npt.NDArray[np.uint8]], ...] = ([], [])
    for window in sample_windows(pair.grid.height, pair.grid.width, whole=_SAMPLE_PX, along=_GLANCES):
        try:
            pixels = pair.read(window)
        except UnreadableWindow:
            continue
        for found, image, valid in zip(samples, stretch.apply(pixels), pixels.valid, strict=True):
            found.append(image.reshape(len(image), -1) if valid.all() else image[:, valid])
    before, after = (np.concatenate(found, axis=1) if found else np.empty((3, 0), np.uint8) for found in samples)
    measured = (measure_image_stats(each) if each.size else None for each in (before, after))
    return tuple(measured)  # type: ignore[return-value]


def sample_windows(height: int, width: int, whole: int = _WHOLE_PX, along: int = _SAMPLES) -> list[Window]:
    """Return windows spread evenly over a grid, all of it where it is small.

    Args:
        height: rows of the grid.
        width: columns.
        whole: a grid of up to so many pixels on a side is one window.
        along: windows along each axis of a larger one.
    """
    if height <= whole and width <= whole:
        return [Window(0, 0, height, width)]
    rows, cols = _spread(height, along), _spread(width, along)
    return [Window(r, c, min(_SAMPLE_PX, height), min(_SAMPLE_PX, width)) for r in rows for c in cols]


def _spread(length: int, along: int) -> list[int]:
    room = max(0, length - _SAMPLE_PX)
    return sorted({room * i // (along - 1) for i in range(along)})


def _percentiles(values: npt.NDArray[np.float64]) -> Limits:
    """(low, high) per row of (3, n); a flat band maps to black."""
    if values.shape[1] == 0:
        return ((0.0, 1.0),) * 3
    low, high = np.percentile(values, _PERCENTILES, axis=1)
    red, green, blue = ((float(a), float(b if b > a else a + 1)) for a, b in zip(low, high, strict=True))
    return red, green, blue


def _map(
    values: npt.NDArray[Any], limits: Limits | None, valid: npt.NDArray[np.bool_], into: npt.NDArray[np.uint8]
) -> None:
    """Write one date, (3, h, w), in 8 bits."""
    if limits is None:
        np.multiply(values, valid.view(np.uint8), out=into, casting="unsafe")  # three times as fast as choosing
        return
    low, high = (np.array(side, np.float32)[:, None, None] for side in zip(*limits, strict=True))
    scaled = (values.astype(np.float32) - low) * (np.float32(255) / (high - low))
    into[...] = np.rint(np.clip(np.where(valid, scaled, 0), 0, 255))


def _listed(limits: Limits | None) -> list[list[float]] | None:
    return None if limits is None else [list(pair) for pair in limits]


def _limits(data: Any) -> Limits | None:
    if data is None:
        return None
    red, green, blue = ((float(low), float(high)) for low, high in data)
    return red, green, blue
