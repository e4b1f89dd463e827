"""Measure a tile's change mask and phrase it as one sentence to check the caption against.

Nothing here comes from the language model: regions are counted, their ground area is taken from the
ellipsoid, their place is given by the compass. A region is a 4-connected patch of one class inside the tile;
it counts from the minimum area upwards.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from pyproj import Geod, Transformer

from ...common.nouns import built_up_phrase, count_phrase, noun
from ...common.numbers import format_area as area_words
from ...common.site_facts import BUILDING, LARGEST_BUILDING_M2
from ..formatting import compass_point
from ..models.decoding import Decoding
from ..raster.grid import Grid
from ..raster.regions import find_regions, label_regions
from ..raster.tiling import Window
from ..schema import NODATA, SkipReason
from .no_change import denies_change

if TYPE_CHECKING:
    from ..models.config import Channel

NOTHING = "no changed area"

_CENTRE = 1 / 6  # of the tile's side: nearer to the middle than this is "centre"


@dataclass(frozen=True)
class TileFacts:
    """Measurements of one tile.

    Attributes:
        sentence: e.g. ``3 new buildings, 1,240 m², north-east; 1 other change, 90 m², centre``.
        area_m2: ground area of all regions that count.
        share: their share of the tile's valid pixels, 0–1.
        classes: class names that the mask shows.
        counted: (h, w) the pixels of these regions.
    """

    sentence: str
    area_m2: float
    share: float
    classes: frozenset[str]
    counted: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class _Regions:
    """Regions of a tile as parallel arrays: class, pixels, area in m², centroid row and column in the grid."""

    values: npt.NDArray[np.int64]
    pixels: npt.NDArray[np.float64]
    areas: npt.NDArray[np.float64]
    rows: npt.NDArray[np.float64]
    cols: npt.NDArray[np.float64]

    def take(self, chosen: npt.NDArray[np.bool_]) -> _Regions:
        """Return the chosen regions."""
        return _Regions(
            self.values[chosen], self.pixels[chosen], self.areas[chosen], self.rows[chosen], self.cols[chosen]
        )


class FactExtractor:
    """Measures tiles of one grid.

    Args:
        grid: the run's grid.
        channels: channels of the class mask, value 1 first.
        min_area_m2: smallest region that counts.
    """

    def __init__(self, grid: Grid, channels: Sequence[Channel], min_area_m2: float = 0.0) -> None:
        self._grid = grid
        self._channels = tuple(channels)
        self._min_area = min_area_m2
        geodetic = grid.crs.geodetic_crs or grid.crs
        self._to_degrees = Transformer.from_crs(grid.crs, geodetic, always_xy=True)
        self._known: dict[Window, tuple[float, float, float]] = {}
        self._geod = geodetic.get_geod() or Geod(ellps="WGS84")

    def measure(self, class_mask: npt.NDArray[np.uint8], window: Window) -> TileFacts:
        """Measure one tile.

        Args:
            class_mask: (h, w), 0 no change, k the k-th channel, 255 no data.
            window: where it lies in the grid, h × w pixels, wholly inside.
        """
        valid = int((class_mask != NODATA).sum())
        changed = (class_mask > 0) & (class_mask != NODATA)
        if valid == 0:
            return TileFacts(SkipReason.NO_DATA.caption, 0.0, 0.0, frozenset(), changed)
        if not changed.any():
            return TileFacts(NOTHING, 0.0, 0.0, frozenset(), changed)
        regions = self._regions(class_mask, changed, window)
        large = regions.areas >= self._min_area
        counted = (
            changed if large.all() else _large_regions(class_mask, changed, regions.pixels[large].min(initial=np.inf))
        )
        regions = regions.take(large)
        phrases = []
        for value, channel in enumerate(self._channels, start=1):
            mine = regions.take(regions.values == value)
            if len(mine.values):
                phrases.append(self._phrase(channel, mine, window))
        classes = frozenset(self._channels[value - 1].class_name for value in regions.values.tolist())
        share = float(regions.pixels.sum()) / valid
        return TileFacts("; ".join(phrases) or NOTHING, float(regions.areas.sum()), share, classes, counted)

    def ground_m2(self, pixels: npt.NDArray[np.bool_], window: Window) -> float:
        """Return the ground area of some pixels.

        Args:
            pixels: (h, w).
            window: where they lie in the grid, h × w pixels, wholly inside.
        """
        rows: npt.NDArray[np.float64] = window.row + np.arange(window.height, dtype=np.float64) + 0.5
        counts = pixels.sum(axis=1)
        return float(counts @ self._pixel_areas(window, rows)) if counts.any() else 0.0

    def _regions(self, class_mask: npt.NDArray[np.uint8], changed: npt.NDArray[np.bool_], window: Window) -> _Regions:
        found = find_regions(np.where(changed, class_mask, 0).astype(np.uint8))
        rows, cols = found.rows + window.row, found.cols + window.col
        return _Regions(found.values, found.pixels, found.pixels * self._pixel_areas(window, rows), rows, cols)

    def _pixel_areas(self, window: Window, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Ground area of a pixel at given rows, linear between what the tile's two halves measure.

        A sum of a linear function over a region is its value at the centroid times the number of pixels, so a
        tile in degrees that reaches far north is measured as exactly as one in metres.
        """
        low, slope, middle = self._known.get(window) or self._sizes([window])[0]
        return np.asarray(low + slope * (rows - middle))

    def expect(self, windows: Sequence[Window]) -> None:
        """Measure the pixels of windows that will be asked for; many at once take a tenth of the time."""
        self._known = dict(zip(windows, self._sizes(windows), strict=True))

    def _sizes(self, windows: Sequence[Window]) -> list[tuple[float, float, float]]:
        """Of each window a pixel's ground area in a row, by how much it grows from row to row, and that row."""
        halves = [_halves(window) for window in windows]
        parts = [part for both in halves for part in both]
        measured = iter(self._grid.measures_of_each(self._grid.window_polygons(parts)))
        found = []
        for both in halves:
            sizes = [next(measured)[0] / (part.height * part.width) for part in both]
            middles = [part.row + part.height / 2 for part in both]
            slope = (sizes[1] - sizes[0]) / (middles[1] - middles[0]) if len(both) == 2 else 0.0
            found.append((sizes[0], slope, middles[0]))
        return found

    def _phrase(self, channel: Channel, regions: _Regions, window: Window) -> str:
        weights = regions.pixels / regions.pixels.sum()
        row, col = float(regions.rows @ weights), float(regions.cols @ weights)
        counted = _what(channel, regions.areas)
        return f"{counted}, {area_words(float(regions.areas.sum()))}, {self.compass_direction(window, row, col)}"

    def compass_direction(self, window: Window, row: float, col: float) -> str:
        """Return where a place lies in a tile, by true north.

        Args:
            window: the tile.
            row: row coordinate in the grid, pixel corners at integers.
            col: column coordinate.
        """
        middle_row, middle_col = window.row + window.height / 2, window.col + window.width / 2
        away = max(abs(row - middle_row) / window.height, abs(col - middle_col) / window.width)
        if away < _CENTRE:
            return "centre"
        a, b, c, d, e, f = list(self._grid.transform)[:6]
        cols, rows = np.array([middle_col, col]), np.array([middle_row, row])
        lon, lat = self._to_degrees.transform(a * cols + b * rows + c, d * cols + e * rows + f)
        azimuth = float(self._geod.inv(lon[0], lat[0], lon[1], lat[1])[0])
        return compass_point(azimuth)


def _what(channel: Channel, areas: npt.NDArray[np.float64]) -> str:
    """Return the regions of a channel with their count; a patch larger than a building is built-up area.

    A mask alone does not tell the houses of a patch apart (docs/experiments/building_counts.md).
    """
    if channel.class_name == BUILDING and areas.max() > LARGEST_BUILDING_M2:
        return built_up_phrase(channel.transition)
    return count_words(len(areas), channel)


def _halves(window: Window) -> list[Window]:
    """The upper and the lower half of a window; a single row is not parted."""
    half = window.height // 2
    if half == 0:
        return [window]
    return [
        Window(window.row, window.col, half, window.width),
        Window(window.row + half, window.col, window.height - half, window.width),
    ]


def _large_regions(
    class_mask: npt.NDArray[np.uint8], changed: npt.NDArray[np.bool_], least: float
) -> npt.NDArray[np.bool_]:
    """The changed pixels, (h, w), in regions of at least so many pixels."""
    labels, pixels = label_regions(np.where(changed, class_mask, 0).astype(np.uint8))
    return np.concatenate([[False], pixels >= least])[labels]


def count_words(number: int, channel: Channel) -> str:
    """Return ``3 new buildings``, ``1 building gone``, ``2 other changes``."""
    if channel.transition == "":
        return f"{number:,} {noun(number, channel.name)}"
    return count_phrase(number, channel.class_name, channel.transition)


def penalise_disagreement(
    confidence: float,
    caption: str,
    shown: frozenset[str],
    class_words: Mapping[str, Sequence[str]],
    factor: float = Decoding().disagreement,
) -> float:
    """Return the confidence, made smaller where caption and mask disagree.

    They do where the caption names a class that the mask does not show, or denies a change where it shows one.

    Args:
        confidence: 0–1.
        caption: the model's sentence.
        shown: classes of the mask inside the tile.
        class_words: words of a caption that name a class, by class, as in the model pack.
        factor: what the confidence is multiplied by where they disagree.
    """
    words = set(re.findall(r"\w+", caption.lower()))
    named = {name for name, naming in class_words.items() if words & {word.lower() for word in naming}}
    agree = named <= shown and not (shown and denies_change(caption))
    return confidence if agree or math.isclose(confidence, 0.0) else round(confidence * factor, 6)
