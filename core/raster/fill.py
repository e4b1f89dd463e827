"""Values that stand for no data without a mask that says so, and their part in a virtual raster."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape  # nosec B406 - writes XML, reads none

import numpy as np
import numpy.typing as npt

from .overrides import Range
from .tiling import Window


@dataclass(frozen=True)
class Fill:
    """One rule by which pixels of a file are no data.

    Attributes:
        ranges: per chosen band the values, each (least, most), both included.
        any_band: one such band is enough; else all bands together must have such a value.
        where: rectangles of the file to which the rule is limited, None for the whole file.
    """

    ranges: tuple[tuple[Range, ...], ...]
    any_band: bool
    where: tuple[Window, ...] | None = None


class FillMask:
    """The same rules on pixels in memory, which takes a twentieth of the time that GDAL's nested rasters take.

    Args:
        fills: the rules, of a file whose pixels are integers; then both ways give the same.
    """

    def __init__(self, fills: Sequence[Fill]) -> None:
        self._fills = [(fill, None if fill.where is None else _corners(fill.where)) for fill in fills]

    def of(self, pixels: npt.NDArray[Any], window: Window) -> npt.NDArray[np.bool_]:
        """Where a window of the file, (bands, h, w), holds no data by one of the rules, (h, w)."""
        found = np.zeros(pixels.shape[1:], np.bool_)
        for fill, corners in self._fills:
            near = None if corners is None else _limited(corners, window)
            if near is not None and not len(near):
                continue
            same = _marked(pixels, fill)
            if near is None:
                found |= same
                continue
            for top, left, bottom, right in near.tolist():
                found[top:bottom, left:right] |= same[top:bottom, left:right]
        return found


def _corners(windows: Sequence[Window]) -> npt.NDArray[np.int64]:
    """Top, left, bottom, right of each."""
    return np.array([(w.row, w.col, w.row_stop, w.col_stop) for w in windows], np.int64).reshape(-1, 4)


def _limited(corners: npt.NDArray[np.int64], window: Window) -> npt.NDArray[np.int64]:
    """The parts of rectangles that lie in a window, from its own corner."""
    lowest = np.array([window.row, window.col] * 2)
    highest = np.array([window.row_stop, window.col_stop] * 2)
    inside = np.clip(corners, lowest, highest) - lowest
    kept: npt.NDArray[np.int64] = inside[(inside[:, :2] < inside[:, 2:]).all(axis=1)]
    return kept


def _marked(pixels: npt.NDArray[Any], fill: Fill) -> npt.NDArray[np.bool_]:
    """Where the values of one band, or of all, are in the rule's ranges."""
    marks = [
        _in_ranges(band, ranges)
        for band, ranges in zip(pixels, fill.ranges, strict=True)
        if ranges or not fill.any_band
    ]
    joined: npt.NDArray[np.bool_]
    if fill.any_band:
        joined = np.logical_or.reduce([np.zeros(pixels.shape[1:], np.bool_), *marks])
    else:
        joined = np.logical_and.reduce(marks)
    return joined


def _in_ranges(band: npt.NDArray[Any], ranges: Iterable[Range]) -> npt.NDArray[np.bool_]:
    limits = np.iinfo(band.dtype)
    found = np.zeros(band.shape, np.bool_)
    for low, high in ranges:
        exact = _in_type(low, high, band.dtype)
        if exact is not None and exact[0] <= limits.max and exact[1] >= limits.min:
            least, most = max(int(exact[0]), int(limits.min)), min(int(exact[1]), int(limits.max))
            found |= band == least if least == most else (band >= least) & (band <= most)
    return found


def fill_sources(fill: Fill, location: str, bands: Sequence[int], dtype: str, width: int, height: int) -> str:
    """Sources of an alpha band that set it to 0 where the rule holds.

    Nested virtual rasters: the innermost marks with 255 the pixels of each band that have such a value; the next
    one joins the bands; its 255 become 0 of the alpha band, its 0 leave that as it is.
    """
    whole = Window(0, 0, height, width)
    windows = fill.where if fill.where is not None else (whole,)
    pairs = list(dict.fromkeys(zip(bands, fill.ranges, strict=True)))
    if fill.any_band:
        pairs = [pair for pair in pairs if pair[1]]
    # Where all bands must agree, rectangles for the first one are enough.
    limits = [windows if fill.any_band or not place else (whole,) for place in range(len(pairs))]
    marks = "".join(
        f'<VRTRasterBand dataType="Byte" band="{place}">'
        + "".join(_source(location, str(band), window, f"<LUT>{_table(ranges, dtype)}</LUT>") for window in limit)
        + "</VRTRasterBand>"
        for place, ((band, ranges), limit) in enumerate(zip(pairs, limits, strict=True), start=1)
    )
    marked = _dataset(width, height, marks)
    skipped = 0 if fill.any_band else 255  # what a further band leaves as the bands before it had it
    joined = _source(marked, "1", whole) + "".join(
        _source(marked, str(place), whole, f"<NODATA>{skipped}</NODATA>") for place in range(2, len(pairs) + 1)
    )
    verdict = _dataset(width, height, f'<VRTRasterBand dataType="Byte" band="1">{joined}</VRTRasterBand>')
    return _source(verdict, "1", whole, "<NODATA>0</NODATA><LUT>0:0,255:0</LUT>")


def _dataset(width: int, height: int, content: str) -> str:
    return f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">{content}</VRTDataset>'


def _source(location: str, band: str, window: Window, extra: str = "") -> str:
    rect = f'xOff="{window.col}" yOff="{window.row}" xSize="{window.width}" ySize="{window.height}"'
    return (
        f'<ComplexSource><SourceFilename relativeToVRT="0">{escape(location)}</SourceFilename>'
        f"<SourceBand>{band}</SourceBand><SrcRect {rect}/><DstRect {rect}/>{extra}</ComplexSource>"
    )


def _table(ranges: Iterable[Range], dtype: str) -> str:
    """GDAL's look-up table that maps the ranges to 255 and every other value of the type to 0.

    GDAL interpolates between the entries, so that each range has the next smaller and next larger number of the
    type as neighbours.
    """
    kind = np.dtype(dtype)
    entries: dict[float, int] = {}
    merged = _merged(_in_type(low, high, kind) for low, high in ranges)
    for low, high in merged:
        before, behind = _neighbours(low, high, kind)
        if math.isfinite(before):
            entries.setdefault(before, 0)
        entries[low], entries[high] = 255, 255
        if math.isfinite(behind):
            entries[behind] = 0
    if not entries:
        return "0:0,1:0"
    return ",".join(f"{value!r}:{mark}" for value, mark in sorted(entries.items()))


def _in_type(low: float, high: float, kind: np.dtype[np.generic]) -> Range | None:
    """The range as numbers of the type, None where it holds none."""
    if kind.kind != "f":
        low, high = float(math.ceil(max(low, -2e19))), float(math.floor(min(high, 2e19)))
        return (low, high) if low <= high else None
    most = float(np.finfo(np.float32 if kind.itemsize == 4 else np.float64).max)
    if low > most or high < -most:
        return None
    return float(kind.type(max(low, -most))), float(kind.type(min(high, most)))


def _neighbours(low: float, high: float, kind: np.dtype[np.generic]) -> Range:
    if kind.kind != "f":
        return low - 1, high + 1
    with np.errstate(over="ignore"):
        return (
            float(np.nextafter(kind.type(low), kind.type(-np.inf))),
            float(np.nextafter(kind.type(high), kind.type(np.inf))),
        )


def _merged(ranges: Iterable[Range | None]) -> list[Range]:
    found: list[Range] = []
    for low, high in sorted(each for each in ranges if each is not None):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found
