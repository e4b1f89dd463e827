"""Jobs on remote rasters become jobs on local copies of the parts that they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..raster.aoi import aoi_bounds
from ..raster.epoch import open_epoch
from ..raster.inputs import is_reference
from ..raster.overrides import Override
from ..raster.pair import Extent
from .job import DescribeOptions, Paths, path_texts

if TYPE_CHECKING:
    from ..cloud.clip import Box
    from ..cloud.download import LocalDate

Advance = Callable[[int, int], None]


def with_local_rasters(options: DescribeOptions, advance: Advance) -> DescribeOptions:
    """Return the job with local files in place of addresses; it says where they come from.

    Args:
        options: what is asked; returned as it is where both dates are local.
        advance: told how many parts of how many are copied; may raise to stop.

    Raises:
        InputError: an address cannot be read, or the dates have no ground in common.
    """
    dates = {"before": options.before, "after": options.after}
    if not is_remote(options, *dates.values()):
        return options
    told = dict(zip(dates, options.overrides, strict=True))
    whens = {"before": options.datetime_before, "after": options.datetime_after}
    found = local_dates(options, dates, told, whens, advance)
    local = replace(
        options,
        before=[str(path) for path in found["before"].files],
        after=[str(path) for path in found["after"].files],
        date_before=options.date_before or found["before"].date,
        date_after=options.date_after or found["after"].date,
        origins=origins(found),
    )
    local.validate()  # no output may replace a copy
    return local


def is_remote(options: DescribeOptions, *dates: Paths) -> bool:
    """Return whether the user allows reading from servers, and one of the dates wants it."""
    return options.allow_remote and any(is_reference(text) for date in dates for text in path_texts(date))


def local_dates(
    options: DescribeOptions,
    dates: Mapping[str, Paths],
    told: Mapping[str, Override],
    whens: Mapping[str, str | None],
    advance: Advance,
) -> dict[str, LocalDate]:
    """Copy what is needed of several dates.

    Args:
        options: say the area and the assets.
        dates: rasters of each date, by its role or number.
        told: what the user knows of each date better than its files.
        whens: range in which each date lies, for STAC.
        advance: told how many parts of how many are copied; may raise to stop.

    Raises:
        InputError: as :func:`with_local_rasters`.
    """
    from ..cloud.download import RemoteDate, download

    asked = {
        name: RemoteDate(tuple(path_texts(files)), whens.get(name), _local_box(path_texts(files), told[name]))
        for name, files in dates.items()
    }
    assets = [key.strip() for key in (options.assets or "").split(",") if key.strip()]
    extent = Extent.parse(options.extent) if options.extent else None
    return download(asked, _wanted(options), extent=extent, assets=assets, advance=advance)


def origins(found: Mapping[str, LocalDate]) -> dict[str, str]:
    """Return the address of each local copy, by its path."""
    return {
        str(path): address for date in found.values() for path, address in zip(date.files, date.origins, strict=False)
    }


def _local_box(files: list[str], told: Override) -> Box | None:
    """Return the rectangle around the local files of a date; None where there are none."""
    from ..cloud.clip import box_around

    local = [Path(name) for name in files if not is_reference(name)]
    if not local:
        return None
    epoch = open_epoch(local, override=told)
    return box_around(epoch.transform, epoch.width, epoch.height, epoch.pyproj_crs)


def _wanted(options: DescribeOptions) -> list[Box]:
    """Return the rectangle around the area of interest, where there is one."""
    from ..cloud.clip import Box

    return [] if options.aoi is None else [Box(*aoi_bounds(options.aoi))]
