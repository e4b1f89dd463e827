"""From what a user names, files and addresses, to local files: the parts of remote rasters that a job needs."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import rasterio
from pyproj import CRS
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.windows import Window
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..io.atomic import atomic_write
from ..raster.inputs import is_address, is_reference
from ..raster.opening import open_raster
from ..raster.pair import Extent
from .addresses import file_stem, is_raster, shown
from .clip import (
    NAMESPACE,
    Box,
    bounds_in,
    box_of,
    check_copyable,
    copied_bytes,
    copy_window,
    parts,
    same_pixels,
    union,
    window_of,
)
from .reading import SETTINGS, failures_of, open_remote
from .stac import find_image

CACHE = "DESCRIBE_CHANGES_CACHE"
"""Environment variable: folder for copies of remote rasters, in place of the user's cache."""
_SPARE = 2**30
"""Bytes of a disk that are left free."""
_WGS84 = CRS.from_epsg(4326)


@dataclass(frozen=True)
class RemoteDate:
    """What the user names for one date.

    Attributes:
        files: paths and addresses; an address ends as a GeoTIFF does or leads to STAC.
        when: day or range of dates, for collections.
        local_box: where it lies, for dates whose files are all local.
    """

    files: tuple[str, ...]
    when: str | None = None
    local_box: Box | None = None


@dataclass(frozen=True)
class LocalDate:
    """One date in local files.

    Attributes:
        files: the files.
        origins: where each was copied from, without secrets; empty for files that were local.
        date: when it was taken, as STAC says it; None where the files have to.
    """

    files: tuple[Path, ...]
    origins: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True)
class _Clip:
    """A window of a remote raster, and the file that it is copied to, in several parts."""

    src: DatasetReader
    address: str
    window: Window
    path: Path


def cache_folder() -> Path:
    """Return the folder in which copies of remote rasters are kept."""
    return Path(os.environ.get(CACHE) or platformdirs.user_cache_path("describe-changes") / "rasters")


def download(
    dates: Mapping[str, RemoteDate],
    wanted: Sequence[Box],
    *,
    extent: Extent | None = None,
    assets: Sequence[str] = (),
    advance: Callable[[int, int], None],
) -> dict[str, LocalDate]:
    """Copy what a job needs of remote rasters into local files; what was copied before is not fetched again.

    Args:
        dates: by role; what lies in all of them is needed.
        wanted: further rectangles to stay in.
        extent: one more; without a CRS it counts in that of the last date.
        assets: keys of STAC assets; empty for the usual ones.
        advance: told how many parts of how many are done; may raise to stop.

    Raises:
        InputError: an address cannot be read, the dates have no ground in common, or the disk is too full.
    """
    with rasterio.Env(**SETTINGS), ExitStack() as stack:
        if extent is not None and extent.crs is not None:
            wanted = [*wanted, Box(extent.bounds_in(extent.crs), extent.crs)]
        images = {role: _image(date, assets, _area(dates, wanted)) for role, date in dates.items()}
        opened = {
            role: [(stack.enter_context(open_remote(address)), address, stem) for address, stem in image.remote]
            for role, image in images.items()
        }
        boxes = {role: _box(dates[role], images[role], opened[role]) for role in dates}
        last = boxes[list(dates)[-1]]
        if extent is not None and extent.crs is None and last is not None:
            wanted = [*wanted, Box(extent.bounds_in(last.crs), last.crs)]
        plan = {role: _clips_of(role, opened[role], boxes, wanted) for role in dates}
        every = [clip for several in plan.values() for clip in several]
        _check_disk(every)
        _copy(every, advance)
    return {
        role: LocalDate(
            (*(clip.path for clip in plan[role]), *image.local),
            tuple(shown(clip.address) for clip in plan[role]),
            image.date,
        )
        for role, image in images.items()
    }


@dataclass(frozen=True)
class _Image:
    """One date with STAC followed: address and name of each remote file, local files, and when it was taken."""

    remote: list[tuple[str, str]]
    local: list[Path]
    date: str | None


def _image(date: RemoteDate, assets: Sequence[str], area: BaseGeometry | None) -> _Image:
    """Follow the addresses of a date that lead to STAC."""
    remote: list[tuple[str, str]] = []
    local: list[Path] = []
    taken: list[str] = []
    for name in date.files:
        if is_address(name) and is_raster(name):
            remote.append((name, file_stem(name)))
        elif not is_reference(name):
            local.append(Path(name))
        else:
            found = find_image(name, date.when, assets, area)
            remote += [file for file in found.files if is_address(file[0])]
            local += [Path(path) for path, _ in found.files if not is_address(path)]
            taken += [found.date] if found.date else []
    return _Image(remote, local, taken[0] if len(taken) == 1 else None)


def _box(date: RemoteDate, image: _Image, opened: Sequence[tuple[DatasetReader, str, str]]) -> Box | None:
    """Return the rectangle around all files of a date."""
    found = [date.local_box] if date.local_box is not None else []
    for src, address, _ in opened:
        check_copyable(src, address)
        found.append(box_of(src))
    if date.local_box is None:
        for path in image.local:
            with open_raster(path) as src:
                check_copyable(src, str(path))
                found.append(box_of(src))
    return union(found) if found else None


def _area(dates: Mapping[str, RemoteDate], wanted: Sequence[Box]) -> BaseGeometry | None:
    """Return what is known of the area before anything is opened, in longitude and latitude."""
    known = [*wanted, *(date.local_box for date in dates.values() if date.local_box is not None)]
    area: BaseGeometry | None = None
    for one in known:
        bounds = bounds_in(one, _WGS84)
        if bounds is not None:
            area = box(*bounds) if area is None else area.intersection(box(*bounds))
    return area


def _clips_of(
    role: str,
    opened: Sequence[tuple[DatasetReader, str, str]],
    boxes: Mapping[str, Box | None],
    wanted: Sequence[Box],
) -> list[_Clip]:
    """Return what is needed of the remote files of one date.

    Raises:
        InputError: nothing, for they lie elsewhere.
    """
    others = [one for name, one in boxes.items() if name != role and one is not None]
    found = []
    for src, address, stem in opened:
        window = window_of(src, [*others, *wanted])
        if window is not None:
            key = hashlib.sha256(f"{address}\n{window}".encode()).hexdigest()[:16]
            found.append(_Clip(src, address, window, cache_folder() / key / f"{stem}.tif"))
    if opened and not found:
        raise InputError(
            f"{shown(opened[0][1])} lies elsewhere than the other date or the area asked for; check which images "
            "belong together, and the extent."
        )
    return found


def _check_disk(found: Sequence[_Clip]) -> None:
    """Refuse to copy more than the disk holds.

    Raises:
        InputError: as said.
    """
    folder = cache_folder()
    needed = sum(copied_bytes(clip.src, clip.window) for clip in found if not clip.path.is_file())
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free - _SPARE
    if needed > free:
        raise InputError(
            f"Up to {needed / 1e9:.1f} GB would be copied to {folder}, which has {max(0, free) / 1e9:.1f} GB to spare; "
            f"take a smaller area (--extent, --aoi), or name another folder in {CACHE}."
        )


def _copy(found: Sequence[_Clip], advance: Callable[[int, int], None]) -> None:
    """Copy each clip that is not there yet as the server has it."""
    total = sum(sum(1 for _ in parts(clip.src, clip.window)) for clip in found)
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        advance(done, total)

    for clip in found:
        if _is_there(clip):
            for _ in parts(clip.src, clip.window):
                one_more()
            continue
        clip.path.unlink(missing_ok=True)
        clip.path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(clip.path, overwrite=False) as path, failures_of(clip.address):
            copy_window(clip.src, clip.window, path, shown(clip.address), one_more)


def _is_there(clip: _Clip) -> bool:
    """Return whether a copy of a clip was made before and the server still has the same."""
    if not clip.path.is_file():
        return False
    try:
        with rasterio.open(clip.path) as copy:
            if "ORIGIN" not in copy.tags(ns=NAMESPACE):
                return False
    except RasterioError:
        return False
    with failures_of(clip.address):
        return same_pixels(clip.src, clip.window, clip.path)
