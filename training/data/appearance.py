"""Augment appearance, which differs between dates without any change: season, cast shadows, sharpness, colour.

Both touch one date at a time and the pixels only; masks, captions and the change flag stay true.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

_DRY = np.array([0.55, -0.10, -0.35], np.float32).reshape(3, 1, 1)
"""What drying out adds to red, green and blue of full vegetation, at strength 1; the opposite is fresh growth."""
_SKYLIGHT = np.array([0.90, 0.97, 1.10], np.float32).reshape(3, 1, 1)
"""A shadow is lit by the sky: relatively bluer than sunlight."""
_LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)


def vary_dates(images: Pixels, season_strength: float, p_shadow: float, rng: np.random.Generator) -> Pixels:
    """Another season and cast shadows for each date of (2, 3, H, W) on its own.

    Args:
        images: both dates.
        season_strength: as in `shift_season`.
        p_shadow: share of dates that get shadows.
        rng: draws both.
    """
    dates = []
    for date in images:
        if season_strength:
            date = shift_season(date, season_strength, rng)
        if rng.random() < p_shadow:
            date = cast_shadows(date, rng)
        dates.append(date)
    return np.stack(dates)


def shift_season(date: Pixels, strength: float, rng: np.random.Generator) -> Pixels:
    """Let the vegetation of a date, (3, H, W), dry out or turn green; what is not green keeps its colour.

    Args:
        date: red, green, blue.
        strength: standard deviation of the change; 0 = none.
        rng: draws how far.
    """
    amount = float(np.clip(rng.normal(0, strength), -1, 1))
    values = date.astype(np.float32) / 255
    red, green, blue = values
    vegetation = np.clip(4 * (2 * green - red - blue), 0, 1)  # excess green: 0 on grey, soil and water
    moved = values + amount * _DRY * vegetation * green
    return np.asarray(np.clip(moved, 0, 1) * 255 + 0.5).astype(np.uint8)


def cast_shadows(date: Pixels, rng: np.random.Generator, most: int = 6) -> Pixels:
    """Throw 1 to `most` shadows onto a date, (3, H, W): parallelograms along one sun direction, as buildings cast.

    Inside, all bands go down by one factor of the date (0.35–0.7, a little less in blue), and the texture stays;
    edges are soft over two pixels.
    """
    height, width = date.shape[1:]
    rows, cols = np.mgrid[0:height, 0:width].astype(np.float32)
    azimuth, slant = rng.uniform(0, 2 * np.pi, 2)
    sun = np.array([np.sin(azimuth), np.cos(azimuth)])
    wall = np.array(
        [np.sin(azimuth + np.pi / 2 + 0.5 * np.sin(slant)), np.cos(azimuth + np.pi / 2 + 0.5 * np.sin(slant))]
    )
    shade = np.zeros((height, width), np.float32)
    for _ in range(int(rng.integers(1, most + 1))):
        top, left = rng.uniform(0, (height, width))
        lengths = rng.uniform(6, 45, 2)  # of the shadow and of the wall that casts it, pixels
        along = _inside(rows - top, cols - left, sun, wall, lengths)
        shade = np.maximum(shade, along)
    factor = rng.uniform(0.35, 0.7) * _SKYLIGHT
    lit = date * (1 - shade * (1 - factor))
    return np.asarray(lit + 0.5).astype(np.uint8)


def blur(date: Pixels, rng: np.random.Generator, most: float = 2.5) -> Pixels:
    """Reduce a date, (3, H, W), by up to `most` and enlarge it again, as a coarser or less sharp sensor shows it."""
    height, width = date.shape[1:]
    factor = rng.uniform(1.2, most)
    picture = Image.fromarray(np.ascontiguousarray(date.transpose(1, 2, 0)))
    small = picture.resize((max(1, round(width / factor)), max(1, round(height / factor))), Image.Resampling.BOX)
    return np.asarray(small.resize((width, height), Image.Resampling.BILINEAR)).transpose(2, 0, 1)


def take_colour(date: Pixels) -> Pixels:
    """A date, (3, H, W), in grey: its luminance in each band (Rec. 601)."""
    grey = np.tensordot(_LUMINANCE, date.astype(np.float32), axes=1)
    return np.repeat((grey + 0.5).astype(np.uint8)[None], 3, axis=0)


def _inside(
    rows: NDArray[np.float32],
    cols: NDArray[np.float32],
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    lengths: NDArray[np.float64],
) -> NDArray[np.float32]:
    """1 inside the parallelogram of two unit vectors (row, col), 0 outside, linear over two pixels at its edges."""
    cross = first[0] * second[1] - first[1] * second[0]
    u = (rows * second[1] - cols * second[0]) / cross
    v = (cols * first[0] - rows * first[1]) / cross
    depth = np.minimum(np.minimum(u, lengths[0] - u), np.minimum(v, lengths[1] - v))
    return np.asarray(np.clip(depth / 2, 0, 1), np.float32)
