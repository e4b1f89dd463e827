"""What changed by indices of the bands: vegetation, water, bare ground, measured pixel by pixel, without a model.

An index of two bands a and b is (a − b) / (a + b). Three are used:

- vegetation: NDVI of near infrared and red (Rouse et al., 1974, *Monitoring vegetation systems in the Great Plains with
  ERTS*);
- water: MNDWI of green and short-wave infrared (Xu, 2006, doi:10.1080/01431160600589179), without the latter NDWI of
  green and near infrared (McFeeters, 1996, doi:10.1080/01431169608948714); and water is dark in the infrared, by which
  Work and Gilmer (1976) counted prairie ponds;
- bare ground: NDBI of short-wave and near infrared (Zha et al., 2003, doi:10.1080/01431160304987), which is high over
  bare soil and built-up ground alike.

**Normalised by scene.** Sensor, sun, and season change all pixels of a band by about one factor. So the ratio a / b of
the later date gets the factor that makes the median change of the ratio one: a relative radiometric normalisation of
the ratio in place of each band (compare Yuan and Elvidge, 1996, doi:10.1016/0924-2716(96)00018-4), which a minority of
changed pixels does not move. The factor is two at most, so that a flood of most of a scene remains one. A scene that
was only recoloured by such gains then shows no difference at all. What is still
spread is measured by the median absolute deviation (Rousseeuw and Croux, 1993, doi:10.1080/01621459.1993.10476408),
σ = 1.4826 · MAD, and a difference counts from 3 σ, at least from 0.2 and at most from 0.4: in fields most of the spread
is change. Half of that must be there without the normalisation, too, so that where half of a scene has changed, the
rest is not said to have changed the other way.

Nothing but sums, products and comparisons is done to a pixel, so that the same bits come out in any window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...common.nouns import MEASURED_CLASSES
from ..schema import Transition
from .epoch import UnreadableWindow
from .radiometry import sample_windows
from .spectral import Bands, SpectralPair, SpectralPixels

KINDS = tuple(
    (name, transition.value)
    for name in MEASURED_CLASSES
    for transition in (Transition.APPEARED, Transition.DISAPPEARED)
)
"""Class and transition of each layer of :func:`index_scores`; those of bare ground need short-wave infrared."""
LEAST_SCORE = 0.5
"""Score from which a difference counts: at the threshold."""

LEAST, MOST, DEVIATIONS = 0.2, 0.4, 3.0
"""A difference of an index counts from so many deviations on, within these limits."""
MOST_GAIN = 2.0
"""Colours of two sensors or seasons differ by no more than this factor; what differs by more has changed."""
RAW_PART = 0.5
"""Part of a threshold that a difference must reach before it is normalised, too."""
VEGETATED, SPARSE = 0.3, 0.2
"""NDVI from which ground is vegetated, and below which it may be bare."""
DARK = 0.5
"""Water is darker in the infrared than this part of the scene's bright ground (95th percentile)."""
STIRRING = 0.1
"""Median change of NDVI from which the scene as a whole is said to be greener or less green."""

_TO_SIGMA = 1.4826
_BRIGHT = 95.0
_FLOOR = 1e-3
_FEWEST = 100
_SAMPLED_PX = 1_000_000
_DIGITS = 6

Layer = npt.NDArray[np.float32]


@dataclass(frozen=True)
class IndexConstants:
    """Constants of one index in one scene.

    Attributes:
        gain: factor on the first band of the later date.
        threshold: difference from which the index counts as changed.
    """

    gain: float
    threshold: float


@dataclass(frozen=True)
class Scene:
    """Constants of a pair of dates, the same for every window.

    Attributes:
        vegetation: of NDVI.
        water: of MNDWI or NDWI.
        bare: of NDBI; None without short-wave infrared.
        floor: smallest value of a band per date, so that no ratio is without bounds.
        dark: infrared of each date below which there may be water.
        ndvi: median NDVI of each date.
        spread: deviation of the difference of NDVI.
    """

    vegetation: IndexConstants
    water: IndexConstants
    bare: IndexConstants | None
    floor: tuple[float, float]
    dark: tuple[float, float]
    ndvi: tuple[float, float]
    spread: float

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds of :data:`KINDS` that are measured."""
        return KINDS if self.bare is not None else KINDS[:4]

    @property
    def stirred(self) -> str:
        """A warning where the whole scene is greener, less green, or a patchwork; empty elsewhere."""
        before, after = self.ndvi
        if abs(after - before) < STIRRING and DEVIATIONS * self.spread <= MOST:
            return ""
        return (
            f"Vegetation differs all over the scene (median NDVI {before:.2f} before, {after:.2f} after; spread of the "
            f"difference {self.spread:.2f}), as between seasons or crops: what is told of vegetation holds for these "
            "two days and need not last."
        )

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Scene:
        """Inverse of `to_dict`."""
        bare = data["bare"]
        return cls(
            IndexConstants(**data["vegetation"]),
            IndexConstants(**data["water"]),
            None if bare is None else IndexConstants(**bare),
            _two(data["floor"]),
            _two(data["dark"]),
            _two(data["ndvi"]),
            float(data["spread"]),
        )


def estimate_scene(pair: SpectralPair) -> Scene | None:
    """Measure a scene's constants on windows spread over the whole of it, at most about a million pixels.

    Args:
        pair: the opened bands.

    Returns:
        None where too few pixels have data on both dates.
    """
    samples: list[SpectralPixels] = []
    windows = sample_windows(pair.grid.height, pair.grid.width)
    for window in windows:
        try:
            pixels = pair.read(window)
        except UnreadableWindow:
            continue
        step = 1 + int(pixels.valid.sum()) * len(windows) // _SAMPLED_PX
        samples.append(_thinned(pixels, step))
    before = {role: np.concatenate([sample.before[role] for sample in samples] or [_NONE]) for role in pair.roles}
    after = {role: np.concatenate([sample.after[role] for sample in samples] or [_NONE]) for role in pair.roles}
    if before["nir"].size < _FEWEST:
        return None
    return _measured(before, after)


def index_scores(pixels: SpectralPixels, scene: Scene) -> Layer:
    """Measure what changed in a window.

    Args:
        pixels: both dates.
        scene: its constants.

    Returns:
        (K, h, w) for the scene's kinds: 0 where there is no such change; else 1 − r⁻² / 2, where r is the difference as
        a multiple of the threshold: 0.5 at the threshold, 0.875 at twice that. A pixel is of one kind at most.
    """
    before, after = _floored(pixels.before, scene.floor[0]), _floored(pixels.after, scene.floor[1])
    green = _Change("nir", "red", before, after, scene.vegetation)
    dark = _water_band(before)
    wet = _Change("green", dark, before, after, scene.water)
    was_water = (wet.before >= 0) & (before[dark] <= np.float32(scene.dark[0]))
    is_water = (wet.after >= 0) & (after[dark] <= np.float32(scene.dark[1]))
    found = [
        (wet, 2, wet.up & is_water & ~was_water),
        (wet, 3, wet.down & was_water & ~is_water),
        (green, 0, green.up & (green.after >= np.float32(VEGETATED))),
        (green, 1, green.down & (green.before >= np.float32(VEGETATED))),
    ]
    if scene.bare is not None:
        soil = _Change("swir1", "nir", before, after, scene.bare)
        was_bare = (soil.before >= 0) & (green.before < np.float32(SPARSE)) & ~was_water
        is_bare = (soil.after >= 0) & (green.after < np.float32(SPARSE)) & ~is_water
        found += [(soil, 4, soil.up & is_bare & ~was_bare), (soil, 5, soil.down & was_bare & ~is_bare)]
    scores = np.zeros((len(scene.kinds), *pixels.valid.shape), np.float32)
    free = pixels.valid.copy()
    for change, layer, where in found:
        mine = where & free
        scores[layer][mine] = change.score[mine]
        free &= ~mine
    return scores


class _Change:
    """Change of one index.

    Attributes:
        before: (h, w) the index of the earlier date.
        after: the same of the later date, as it is.
        up: (h, w) bool, where it has risen by the threshold.
        down: where it has fallen by it.
    """

    def __init__(self, first: str, second: str, before: Bands, after: Bands, constants: IndexConstants) -> None:
        self.before = _index(before[first], before[second])
        self.after = _index(after[first], after[second])
        self._threshold = np.float32(constants.threshold)
        self._difference = _index(after[first] * np.float32(constants.gain), after[second]) - self.before
        raw, least = self.after - self.before, self._threshold * np.float32(RAW_PART)
        self.up = (self._difference >= self._threshold) & (raw >= least)
        self.down = (self._difference <= -self._threshold) & (raw <= -least)

    @property
    def score(self) -> Layer:
        """(h, w), see :func:`index_scores`; of use where the difference reaches the threshold."""
        times = np.maximum(np.abs(self._difference) / self._threshold, np.float32(1))
        score: Layer = np.float32(1) - np.float32(0.5) / (times * times)
        return score


_NONE = np.zeros(0, np.float32)


def _index(first: Layer, second: Layer) -> Layer:
    index: Layer = (first - second) / (first + second)
    return index


def _water_band(bands: Bands) -> str:
    """The infrared band by which water is told."""
    return "swir1" if "swir1" in bands else "nir"


def _floored(bands: Bands, floor: float) -> dict[str, Layer]:
    """Bands without values at or below zero."""
    return {role: np.maximum(values, np.float32(floor)) for role, values in bands.items()}


def _thinned(pixels: SpectralPixels, step: int) -> SpectralPixels:
    valid = pixels.valid
    return SpectralPixels(
        {role: values[valid][::step] for role, values in pixels.before.items()},
        {role: values[valid][::step] for role, values in pixels.after.items()},
        np.ones(valid[valid][::step].shape, np.bool_),
    )


def _measured(before: Bands, after: Bands) -> Scene:
    """Constants of valid pixels, (n,) per band."""
    dark = _water_band(before)
    floor = tuple(_rounded(max(_FLOOR * _bright(bands["nir"]), 1e-9)) for bands in (before, after))
    before, after = _floored(before, floor[0]), _floored(after, floor[1])
    vegetation, spread = _constants("nir", "red", before, after)
    ndvi = [_rounded(float(np.median(_index(bands["nir"], bands["red"])))) for bands in (before, after)]
    return Scene(
        vegetation,
        _constants("green", dark, before, after)[0],
        _constants("swir1", "nir", before, after)[0] if dark == "swir1" else None,
        _two(floor),
        _two([_rounded(DARK * _bright(bands[dark])) for bands in (before, after)]),
        _two(ndvi),
        _rounded(spread),
    )


def _constants(first: str, second: str, before: Bands, after: Bands) -> tuple[IndexConstants, float]:
    """Gain and threshold of an index, and the deviation of its normalised difference."""
    earlier, later = (bands[first].astype(np.float64) / bands[second] for bands in (before, after))
    shift = float(np.median(np.log(later) - np.log(earlier)))
    gain = _rounded(float(np.exp(-np.clip(shift, -np.log(MOST_GAIN), np.log(MOST_GAIN)))))
    difference = (later * gain - 1) / (later * gain + 1) - (earlier - 1) / (earlier + 1)
    spread = _TO_SIGMA * float(np.median(np.abs(difference - np.median(difference))))
    return IndexConstants(gain, _rounded(min(max(LEAST, DEVIATIONS * spread), MOST))), spread


def _bright(values: Layer) -> float:
    return float(np.percentile(values, _BRIGHT))


def _rounded(value: float) -> float:
    """A constant in so many significant digits that another machine's rounding cannot change it often."""
    return float(f"{value:.{_DIGITS}g}")


def _two(values: Any) -> tuple[float, float]:
    first, second = (float(value) for value in values)
    return first, second
