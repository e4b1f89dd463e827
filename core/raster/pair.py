"""Two dated rasters on one common grid: the checks, the grid, and reading both dates at once."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any
from xml.sax.saxutils import escape  # nosec B406 - writes XML, reads none

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from ..errors import InputError
from .dates import EpochDate, check_order
from .datum import datum_warnings
from .epoch import Epoch, open_epoch, plain_file
from .footprint import common_window, full_turn, north_up, outline, window_of_bounds
from .grid import Grid
from .limits import MOST_GRID_PIXELS, check_grid
from .overrides import Override
from .reader import EpochReader
from .tiling import Window

Paths = Path | str | Sequence[Path | str]


@dataclass(frozen=True)
class Extent:
    """A rectangle to which the work is limited; `crs` None means the grid's CRS."""

    xmin: float
    ymin: float
    xmax: float
    ymax: float
    crs: CRS | None = None

    @classmethod
    def parse(cls, text: str) -> Extent:
        """Read ``xmin,ymin,xmax,ymax[,CRS]``.

        Raises:
            InputError: not four numbers, or an unknown CRS.
        """
        parts = [part.strip() for part in text.split(",", 4)]
        try:
            xmin, ymin, xmax, ymax = (float(part) for part in parts[:4])
            crs = CRS.from_user_input(parts[4]) if len(parts) == 5 and parts[4] else None
        except (ValueError, CRSError) as error:
            raise InputError(
                f"“{text}” is not an extent: write xmin,ymin,xmax,ymax and, if it is not in the "
                "raster's reference system, a CRS such as EPSG:4326."
            ) from error
        return cls(xmin, ymin, xmax, ymax, crs)

    def bounds_in(self, crs: CRS) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in another CRS, edges bent by the projection included."""
        given = (self.xmin, self.ymin, self.xmax, self.ymax)
        if not all(map(math.isfinite, given)) or self.ymax <= self.ymin or self.xmax == self.xmin:
            raise InputError(f"The extent {given} is empty; its minima must be smaller than its maxima.")
        own = self.crs or crs
        if self.xmax < self.xmin and not own.is_geographic:
            raise InputError(f"The extent {given} is empty; its minima must be smaller than its maxima.")
        if own != crs:
            moved = Transformer.from_crs(own, crs, always_xy=True).transform_bounds(*given, densify_pts=21)
            given = (float(moved[0]), float(moved[1]), float(moved[2]), float(moved[3]))
            if not all(map(math.isfinite, given)):
                raise InputError("The extent lies outside the area of the raster's reference system; correct it.")
        if given[2] < given[0] and crs.is_geographic:  # across the antimeridian
            given = (given[0], given[1], given[2] + full_turn(crs), given[3])
        return given


@dataclass(frozen=True)
class PairPixels:
    """Both dates of a window.

    Args:
        before: (3, h, w), red, green, blue in the raster's own type and unit; 0 where invalid.
        after: (3, h, w), the same.
        valid: (2, h, w) bool, before and after.
    """

    before: npt.NDArray[Any]
    after: npt.NDArray[Any]
    valid: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class RasterPair:
    """Two epochs on one grid; a context manager that closes the files.

    Args:
        grid: the common grid, upright.
        before: earlier epoch.
        after: later epoch.
        warnings: sentences for the user.
    """

    grid: Grid
    before: Epoch
    after: Epoch
    warnings: tuple[str, ...]
    readers: tuple[EpochReader, EpochReader] = field(repr=False, compare=False)

    @property
    def dates(self) -> tuple[EpochDate, EpochDate]:
        """Dates of before and after; `open_pair` made sure that both are known."""
        if self.before.date is None or self.after.date is None:
            raise ValueError("a pair always has dates")
        return self.before.date, self.after.date

    def read(self, window: Window) -> PairPixels:
        """Pixels of both dates; where the window reaches past the grid they are 0 and invalid.

        Raises:
            UnreadableWindow: one of the files cannot be read there.
        """
        (before, valid_before), (after, valid_after) = (reader.read(window) for reader in self.readers)
        return PairPixels(before, after, np.stack([valid_before, valid_after]))

    @property
    def found(self) -> FoundPair:
        """The pair without its open files."""
        return FoundPair(self.grid, self.before, self.after)

    def reopened(self) -> RasterPair:
        """The same pair with files of its own, for the thread that calls; whoever asks closes it."""
        before, after = (EpochReader(reader.epoch, self.grid) for reader in self.readers)
        return replace(self, readers=(before, after))

    def close(self) -> None:
        """Close the files."""
        for reader in self.readers:
            reader.close()

    def __enter__(self) -> RasterPair:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True)
class FoundPair:
    """A pair as it was found and checked; picklable, so that another process opens it without looking again.

    Attributes:
        grid: the common grid.
        before: earlier epoch.
        after: later epoch.
    """

    grid: Grid
    before: Epoch
    after: Epoch

    def open(self) -> RasterPair:
        """Open the files.

        Raises:
            InputError: one cannot be read from this machine.
        """
        for path in (*self.before.paths, *self.after.paths):
            plain_file(path)
        readers = EpochReader(self.before, self.grid), EpochReader(self.after, self.grid)
        return RasterPair(self.grid, self.before, self.after, (), readers)


@dataclass(frozen=True)
class PairOptions:
    """Options for opening a pair; picklable, so that another process opens the very same.

    Attributes:
        before: raster of the earlier date, or several that form a mosaic.
        after: raster of the later date, or several.
        date_before: overrides what the files say, e.g. ``2012-07-31`` or ``2012``.
        date_after: the same for the later date.
        extent: limits the grid, snapped outwards to whole pixels; in the grid's CRS unless it names one.
        overrides: what the user knows of each date better than its files.
        gsd_m: resample to square ground pixels of so many metres, in the same CRS.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    date_before: EpochDate | str | None = None
    date_after: EpochDate | str | None = None
    extent: str | None = None
    overrides: tuple[Override, Override] = (Override(), Override())
    gsd_m: float | None = None

    def open(self, choose_gsd: Callable[[float], float | None] | None = None) -> RasterPair:
        """Open the pair.

        Args:
            choose_gsd: told the grid's own ground sample distance in metres, answers what to resample to, None to
                stay; in place of ``gsd_m``.

        Raises:
            InputError: a sentence that names the file, what is wrong and what to do.
        """
        return open_pair(
            self.before,
            self.after,
            date_before=self.date_before or None,
            date_after=self.date_after or None,
            extent=self.extent or None,
            gsd_m=choose_gsd or self.gsd_m,
            overrides=self.overrides,
        )


def open_pair(
    before: Paths,
    after: Paths,
    *,
    date_before: EpochDate | str | None = None,
    date_after: EpochDate | str | None = None,
    extent: Extent | tuple[float, float, float, float] | str | None = None,
    bands: Sequence[int] | None = None,
    gsd_m: float | Callable[[float], float | None] | None = None,
    overrides: tuple[Override, Override] = (Override(), Override()),
) -> RasterPair:
    """Open two dates, check them, and lay one grid under both.

    The grid is the overlap of the footprints on the pixel lattice of the after raster.

    Args:
        before: raster of the earlier date, or several that form a mosaic.
        after: raster of the later date, or several.
        date_before: overrides what the files say, e.g. ``2012-07-31`` or ``2012``.
        date_after: the same for the later date.
        extent: limits the grid, snapped outwards to whole pixels; in the grid's CRS unless it names one.
        bands: red, green, blue (or one band for grey), from 1, in both dates.
        gsd_m: resample to square ground pixels of so many metres, in the same CRS; a function is told the grid's
            own metres and answers those to resample to, None to stay.
        overrides: what the user knows of each date better than its files; their bands come before `bands`.

    Raises:
        InputError: a sentence that names the file, what is wrong and what to do.
    """
    earlier = _dated(open_epoch(before, bands=bands, date=date_before, override=overrides[0]), "before")
    later = _dated(open_epoch(after, bands=bands, date=date_after, override=overrides[1]), "after")
    if earlier.date and later.date:
        check_order(earlier.date, later.date)
    lattice = north_up(later)
    window = common_window(lattice, earlier, later)
    if window is None:
        raise InputError(
            f"{earlier.name} and {later.name} do not overlap{_whereabouts(earlier, later)}; "
            "give two rasters of the same place, and check their reference systems."
        )
    if extent is not None:
        window = _within_extent(lattice, window, extent)
    grid = lattice.subgrid(window)
    if callable(gsd_m):
        check_grid(grid.width, grid.height, "The area that both rasters cover", MOST_GRID_PIXELS)
        gsd_m = gsd_m(grid.gsd_m)
    if gsd_m is not None:
        grid = _rescaled(lattice, grid, gsd_m)
    check_grid(grid.width, grid.height, "The area that both rasters cover", MOST_GRID_PIXELS)
    moved = datum_warnings(earlier.pyproj_crs, grid, earlier.name)
    earlier = wrap_longitudes(earlier, grid)
    said = tuple(dict.fromkeys((*earlier.warnings, *later.warnings, *moved)))
    return RasterPair(grid, earlier, later, said, (EpochReader(earlier, grid), EpochReader(later, grid)))


def _dated(epoch: Epoch, role: str) -> Epoch:
    if epoch.date is None:
        raise InputError(
            f"Nothing says when {epoch.name} was taken (no date in its metadata, beside it, or in its "
            f"name); give it with --date-{role}, e.g. --date-{role} 2012-07-31."
        )
    return epoch


def _whereabouts(before: Epoch, after: Epoch) -> str:
    """“ (one lies near 9.99° E …)” for the sentence on missing overlap."""
    places = []
    for epoch in (before, after):
        x, y = outline(epoch).mean(axis=0)
        lon, lat = Transformer.from_crs(epoch.pyproj_crs, "EPSG:4326", always_xy=True).transform(x, y)
        places.append(f"{abs(lat):.3f}° {'N' if lat >= 0 else 'S'} {abs(lon):.3f}° {'E' if lon >= 0 else 'W'}")
    return f" (their centres are at {places[0]} and {places[1]})"


def _within_extent(lattice: Grid, window: Window, extent: Extent | tuple[float, float, float, float] | str) -> Window:
    if isinstance(extent, str):
        extent = Extent.parse(extent)
    elif isinstance(extent, tuple):
        extent = Extent(*extent)
    xmin, ymin, xmax, ymax = extent.bounds_in(lattice.crs)
    turn = full_turn(lattice.crs) if lattice.crs.is_geographic else 0.0
    common = None
    for shift in (0.0, -turn, turn) if turn else (0.0,):  # 350° and -10° are one meridian
        wanted = window_of_bounds(lattice, (xmin + shift, ymin, xmax + shift, ymax))
        common = common or (wanted.intersection(window) if wanted else None)
    if common is None:
        crs, whose = (extent.crs, "") if extent.crs else (lattice.crs, ", that of the later raster")
        raise InputError(
            "The extent lies outside the area that both rasters cover; correct --extent (it was taken in "
            f"{crs.name}{whose}; another goes at its end, e.g. …,EPSG:4326), or leave it out to use the "
            "whole overlap."
        )
    return common


def _rescaled(lattice: Grid, grid: Grid, gsd_m: float) -> Grid:
    """The grid's area in square ground pixels of `gsd_m` metres, anchored at the lattice's corner."""
    if not (math.isfinite(gsd_m) and gsd_m > 0):
        raise InputError("The ground sample distance must be a positive number of metres.")
    across, down = grid.pixel_size_m(grid.height / 2, grid.width / 2)
    t = lattice.transform
    step = Affine(t.a * gsd_m / across, 0, t.c, 0, t.e * gsd_m / down, t.f)
    width = max(1, math.ceil(lattice.width * across / gsd_m))
    height = max(1, math.ceil(lattice.height * down / gsd_m))
    scaled = Grid(lattice.crs, step, width, height)
    return scaled.subgrid(window_of_bounds(scaled, grid.bounds) or scaled.window)


def wrap_longitudes(epoch: Epoch, grid: Grid) -> Epoch:
    """The epoch with longitudes that the warper finds although they count differently from the grid's.

    Between two geographic CRSs the epoch moves a whole turn east or west. Towards a projected CRS an epoch
    across the antimeridian counts from there, because longitudes of −179° are otherwise not looked for at 181°.
    """
    crs = epoch.pyproj_crs
    if epoch.warped or not crs.is_geographic:
        return epoch
    ring, turn = outline(epoch), full_turn(crs)
    left, right = float(ring[:, 0].min()), float(ring[:, 0].max())
    if not grid.crs.is_geographic:
        for meridian in (-turn / 2, turn / 2):
            if left < meridian < right and right - left < 0.9 * turn:
                return _moved(epoch, -meridian, _from_antimeridian(epoch.crs.to_wkt()))
        return epoch
    scale = turn / full_turn(grid.crs)
    west, east = grid.bounds[0] * scale, grid.bounds[2] * scale
    best = max((0, -1, 1), key=lambda turns: min(right + turns * turn, east) - max(left + turns * turn, west))
    return epoch if best == 0 else _moved(epoch, best * turn, epoch.crs.to_wkt())


def _from_antimeridian(wkt: str) -> str:
    """A geographic CRS in WKT 1 whose longitudes count from 180° instead of its prime meridian."""
    opposite = re.sub(
        r'PRIMEM\["[^"]*",\s*([-\d.]+)(,AUTHORITY\["[^"]*","[^"]*"\])?\]',
        lambda found: f'PRIMEM["Antimeridian",{float(found[1]) + 180}]',
        wkt,
    )
    return re.sub(r',AUTHORITY\["EPSG","\d+"\]\]$', "]", opposite)


def _moved(epoch: Epoch, east: float, wkt: str) -> Epoch:
    """The epoch shifted eastwards in its own unit, read as the CRS `wkt`."""
    transform = Affine.translation(east, 0) @ epoch.transform
    numbers = ",".join(repr(float(value)) for value in transform.to_gdal())
    # The first of each is the epoch's own; those of nested rasters come later in the text.
    vrt = re.sub("<GeoTransform>.*?</GeoTransform>", f"<GeoTransform>{numbers}</GeoTransform>", epoch.vrt, count=1)
    vrt = re.sub(
        r"(<SRS[^>]*>).*?(</SRS>)", lambda found: found[1] + escape(wkt) + found[2], vrt, count=1, flags=re.DOTALL
    )
    return replace(epoch, transform=transform, crs=rasterio.CRS.from_wkt(wkt), vrt=vrt)
