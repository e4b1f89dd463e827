"""Fill values that a file does not declare: −9999, 1e20, 65535, or a black or white collar.

A decision is made once per file, from a sample of its whole area and from its outermost rows and columns, and
becomes a rule for the virtual raster; so every window, block and process sees the same pixels as no data. Two
kinds are told apart. A value far outside the data is no data wherever it stands. An ordinary value – 0, or the
highest of the type – is no data only in the part that hangs together with the file's edge, and only where that
part has the shape of a collar: real dark water, white roofs and saturated clouds look otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio.windows
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader

from .collar import collar, rectangles_of
from .fill import Fill
from .overrides import Range

IMPOSSIBLE = 1e20
"""No image holds floating-point numbers of this size; a climate model's fill value is 1e20."""
_BELOW = (-9999.0, -99999.0, -999999.0, -999.0, -10000.0, -32768.0, -32767.0)
_ABOVE = (65535.0, 32767.0, 99999.0, 999999.0)
_SAMPLE_CELLS = 512  # on a side of the sample
_COARSE_CELLS = 64  # of one that would be slow to read
_CHEAP_PX = 64_000_000
_ON_THE_EDGE = 0.04  # share of the edge that a fill value holds at least

Pixels = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Found:
    """Undeclared fill values of one file.

    Attributes:
        fills: the rules.
        values: in words, e.g. ``-9999``.
        share: of the file's pixels, 0 … 1.
    """

    fills: tuple[Fill, ...] = ()
    values: tuple[str, ...] = ()
    share: float = 0.0

    def sentence(self, name: str) -> str:
        """What the user is told, empty where nothing was found."""
        if not self.fills:
            return ""
        share = f"{self.share:.0%}" if self.share >= 0.01 else "under 1 %"
        return (
            f"{name} holds {' and '.join(self.values)} as fill, though it declares no such no-data value "
            f"({share} of it); that is taken as no data. If it is data, give --nodata none."
        )


@dataclass(frozen=True)
class _Sample:
    """Pixels spread over a file, with its outermost rows and columns around them.

    Attributes:
        pixels: (bands, rows, cols).
        gone: (rows, cols), no data as declared.
        exact: every pixel of the file is in it.
    """

    pixels: Pixels
    gone: Mask
    exact: bool


def find_undeclared(
    src: DatasetReader, path: Path, bands: Sequence[int], ranges: tuple[Range, ...], *, masked: bool, alpha: int | None
) -> Found:
    """Look for fill values that nothing declares.

    Args:
        src: the opened file.
        path: its path.
        bands: the chosen bands, from 1.
        ranges: values that the user has named already.
        masked: the file's own mask counts.
        alpha: the band that is this mask.

    Returns:
        What was found; nothing where the file cannot be read, for its windows will say so.
    """
    stat = path.stat()
    key = (src.name, str(path), stat.st_mtime_ns, stat.st_size, tuple(bands), ranges, masked, alpha)
    if key not in _known:
        if len(_known) > _KEPT:
            _known.clear()
        try:
            sample = _take_sample(src, tuple(dict.fromkeys(bands)), ranges, masked=masked, alpha=alpha)
        except (RasterioError, MemoryError):
            _known[key] = Found()
        else:
            _known[key] = _examine(sample, src, bands)
    return _known[key]


_known: dict[tuple[Any, ...], Found] = {}
_KEPT = 4096


def _take_sample(
    src: DatasetReader, bands: tuple[int, ...], ranges: tuple[Range, ...], *, masked: bool, alpha: int | None
) -> _Sample:
    cheap = src.width * src.height <= _CHEAP_PX or bool(src.overviews(bands[0]))
    most = _SAMPLE_CELLS if cheap else _COARSE_CELLS
    rows, cols = min(src.height, most), min(src.width, most)
    shape = (len(bands), rows, cols)
    pixels = src.read(list(bands), out_shape=shape, resampling=Resampling.nearest)
    gone = np.zeros(shape[1:], np.bool_)
    if alpha is not None:
        gone |= src.read(alpha, out_shape=shape[1:], resampling=Resampling.nearest) == 0
    elif masked:
        gone |= (src.read_masks(list(bands), out_shape=shape, resampling=Resampling.nearest) == 0).any(axis=0)
    exact = (rows, cols) == (src.height, src.width)
    if not exact:
        pixels, gone = _with_edges(src, bands, pixels, gone, cheap=cheap, masked=masked and alpha is None)
    for low, high in ranges:
        gone |= ((pixels >= low) & (pixels <= high)).any(axis=0)
    if pixels.dtype.kind == "f":
        gone |= np.isnan(pixels).any(axis=0)
    return _Sample(pixels, gone, exact)


def _with_edges(
    src: DatasetReader, bands: tuple[int, ...], pixels: Pixels, gone: Mask, *, cheap: bool, masked: bool
) -> tuple[Pixels, Mask]:
    """The sample with a ring around it of what stands on the file's very edge."""
    rows, cols = gone.shape
    across = ((np.arange(cols) + 0.5) * src.width / cols).astype(int)
    down = ((np.arange(rows) + 0.5) * src.height / rows).astype(int)
    wide = np.pad(pixels, ((0, 0), (1, 1), (1, 1)), mode="edge")
    mask = np.pad(gone, 1, mode="edge")
    inner = slice(1, -1)
    lines: list[tuple[tuple[int | slice, int | slice], tuple[int, int, int, int]]]
    lines = [((0, inner), (0, 0, src.width, 1)), ((-1, inner), (0, src.height - 1, src.width, 1))]
    if cheap or src.block_shapes[0][1] < src.width:  # a column of strips costs the whole file
        lines += [((inner, 0), (0, 0, 1, src.height)), ((inner, -1), (src.width - 1, 0, 1, src.height))]
    for place, window in lines:
        area = rasterio.windows.Window(*window)
        line = src.read(list(bands), window=area)
        lost = np.zeros(line.shape[1:], np.bool_)
        if masked:
            lost = (src.read_masks(list(bands), window=area) == 0).any(axis=0)
        picked = (slice(None), across) if window[3] == 1 else (down, slice(None))
        wide[(slice(None), *place)] = line[(slice(None), *picked)].reshape(len(bands), -1)
        mask[place] = lost[picked].ravel()
    return wide, mask


def _examine(sample: _Sample, src: DatasetReader, bands: Sequence[int]) -> Found:
    pixels, gone = sample.pixels, sample.gone
    order = list(dict.fromkeys(bands))
    outside = [_outside(pixels[place], gone) for place in range(len(order))]
    fills, values = [], []
    filled = np.zeros_like(gone)
    if any(outside):
        per_band = tuple(outside[order.index(band)] for band in bands)
        fills.append(Fill(per_band, any_band=True))
        values += [_in_words(low, high) for low, high in sorted({each for found in outside for each in found})]
        for place, found in enumerate(outside):
            for low, high in found:
                filled |= (pixels[place] >= low) & (pixels[place] <= high)
    for colour in _edge_colours(pixels, gone | filled):
        same = (pixels == np.array(colour, pixels.dtype)[:, None, None]).all(axis=0)
        region = collar(pixels, same, gone | filled)
        if region is None:
            continue
        where = rectangles_of(region, src.height, src.width, exact=sample.exact)
        ranges = tuple(((float(colour[order.index(band)]),) * 2,) for band in bands)
        fills.append(Fill(ranges, any_band=False, where=where))
        values.append(
            _in_words(*(float(part) for part in (min(colour), max(colour))))
            if min(colour) == max(colour)
            else "/".join(f"{part:g}" for part in colour)
        )
        filled |= region
    return Found(tuple(fills), tuple(dict.fromkeys(values)), float((filled & ~gone).mean()))


def _in_words(low: float, high: float) -> str:
    if low == high:
        return f"{low:.9g}"
    return f"values above {low:g}" if high > 0 else f"values below {high:g}"


def _outside(band: Pixels, gone: Mask) -> tuple[Range, ...]:
    """Fill values of one band that lie far outside its data, as ranges."""
    values = band[~gone].astype(np.float64)
    found: list[Range] = []
    if band.dtype.kind == "f":
        if (values >= IMPOSSIBLE).any():
            found.append((IMPOSSIBLE, np.inf))
        if (values <= -IMPOSSIBLE).any():
            found.append((-np.inf, -IMPOSSIBLE))
        values = values[np.abs(values) < IMPOSSIBLE]
    limits = np.iinfo(band.dtype) if band.dtype.kind in "iu" else None
    below = dict.fromkeys((*_BELOW, *([float(limits.min)] if limits else ())))
    above = dict.fromkeys((*_ABOVE, *([float(limits.max)] if limits else ())))
    for value in (*below, *above) if band.dtype.itemsize > 1 else ():
        others = values[values != value]
        if others.size == values.size or not others.size:
            continue
        low, high = np.percentile(others, (0.5, 99.5))
        span = high - low
        if value < 0:
            beyond = value < low - 0.05 * span and (others < value).mean() < 1e-3
        else:
            same = band == value  # a saturated cloud has it too, so only a collar's shape convinces
            beyond = value > high + 0.5 * span and _on_edge(same) >= _ON_THE_EDGE
            beyond = beyond and collar(band[None], same & ~gone, gone) is not None
        if beyond:
            found.append((value, value))
            values = others
    return tuple(found)


def _edge(mask: Mask) -> Mask:
    """The outermost cells, once each."""
    return np.concatenate([mask[0], mask[-1], mask[1:-1, 0], mask[1:-1, -1]])


def _on_edge(mask: Mask) -> float:
    """Share of the outermost cells that are true."""
    return float(_edge(mask).mean())


def _edge_colours(pixels: Pixels, gone: Mask) -> list[tuple[float, ...]]:
    """Colours that hold a part of the edge and that a fill may have: extreme ones of the type or of the data."""
    edge = np.stack([_edge(band) for band in pixels], axis=1)[~_edge(gone)]
    if not edge.size:
        return []
    colours, counts = np.unique(edge, axis=0, return_counts=True)
    least = _ON_THE_EDGE * (2 * (gone.shape[0] + gone.shape[1]) - 4)
    often = [
        (int(count), tuple(colour.tolist())) for colour, count in zip(colours, counts, strict=True) if count >= least
    ]
    return [colour for _, colour in sorted(often, reverse=True)[:4] if _extreme(colour, pixels, gone)]


def _extreme(colour: tuple[float, ...], pixels: Pixels, gone: Mask) -> bool:
    """Whether every part of a colour is 0, the type's limit, a full number of bits, or beyond the band's other data."""
    kind = pixels.dtype
    usual = {0.0, 1.0, 255.0} if kind.kind == "f" else {0.0, float(np.iinfo(kind).max), float(np.iinfo(kind).min)}
    for band, value in zip(pixels, colour, strict=True):
        if value in usual and (kind.kind != "f" or value == 0 or value == band[~gone].max()):
            continue
        if kind.itemsize == 1:
            return False
        others = band[~gone & (band != value)].astype(np.float64)
        if not others.size:
            return False
        low, high = np.percentile(others, (0.5, 99.5))
        full = float(value + 1).is_integer() and (int(value) + 1) & int(value) == 0 and value >= high
        if not full and low - 0.05 * (high - low) <= value <= high + 0.05 * (high - low):
            return False
    return True
