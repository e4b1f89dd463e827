"""Find the band of a raster that is its transparency, if any: files mark bands as alpha that hold an image."""

from __future__ import annotations

import numpy as np
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader

_SAMPLE_CELLS = 512
_COARSE_CELLS = 64
_CHEAP_PX = 64_000_000
_MANY_VALUES = 16
_BETWEEN_SHARE = 0.25  # soft edges take far less of an image


def alpha_band(src: DatasetReader, name: str) -> tuple[int | None, tuple[str, ...]]:
    """Find the transparency band.

    Returns:
        Its number from 1, None where there is none, and a warning where a band is only marked as one.
    """
    marked = [band for band, colour in enumerate(src.colorinterp, start=1) if colour == ColorInterp.alpha]
    if not marked:
        return None, ()
    band = marked[0]
    cheap = src.width * src.height <= _CHEAP_PX or bool(src.overviews(band))
    most = _SAMPLE_CELLS if cheap else _COARSE_CELLS
    shape = (min(src.height, most), min(src.width, most))
    try:
        values = src.read(band, out_shape=shape, resampling=Resampling.nearest)
    except (RasterioError, MemoryError):
        return band, ()  # what cannot be read will say so
    between = (values != 0) & (values != values.max())
    kinds = len(np.unique(values))
    if kinds < _MANY_VALUES or between.mean() < _BETWEEN_SHARE:
        return band, ()
    return None, (
        f"{name} marks band {band} as transparency, but it holds an image ({kinds} different values); it is read as a "
        "band, and no pixel is left out for it.",
    )
