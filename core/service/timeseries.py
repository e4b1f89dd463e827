"""The operation ``series`` of command line and worker: from options to a time series, and its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..options import read_options
from ..raster.inputs import input_files, input_rasters
from .events import EventObserver, option_text, with_texts

if TYPE_CHECKING:
    import pyproj

    from ..pipeline.job import RunObserver
    from ..raster.overrides import Override
    from ..timeseries.job import SeriesOptions, SeriesPair
    from ..timeseries.summary import PairFindings

Emit = Callable[..., None]
Reply = tuple[str, dict[str, Any]]

_EACH = {"bands_each": "bands", "crs_each": "crs", "nodata_each": "nodata"}
_OWN = ("rasters", "dates", "reference", "csv", "chart", *_EACH)
_OF_A_PAIR = frozenset(
    "before after date_before date_after bands_before bands_after nodata_before nodata_after crs_before crs_after "
    "outputs report_title report_author report_organisation report_logo report_notes "
    "datetime_before datetime_after origins".split()
)


def series_options(params: Mapping[str, Any]) -> SeriesOptions:
    """Turn options, as the command line and the worker know them, into a series.

    Args:
        params: options by name; None and empty texts count as not given. ``rasters`` is a list with one entry per
            date (a raster, a pattern, a text file, or a list of rasters); ``dates`` a list of as many dates, empty
            where the raster itself says it; ``bands_each``, ``crs_each`` and ``nodata_each`` are such lists too.

    Raises:
        InputError: an option is unknown, of the wrong type, or one of the rasters is missing.
    """
    from ..pipeline.job import DescribeOptions
    from ..timeseries.job import SeriesOptions

    shared = {option.name for option in fields(DescribeOptions)} - _OF_A_PAIR
    given = read_options(DescribeOptions, with_texts(params), "series", known=shared | set(_OWN), of="for a series")
    rasters = _a_list(given.get("rasters", ()), "rasters")
    remote = given.get("allow_remote", False)
    files = [
        input_rasters(entry, f"raster {number}", allow_remote=remote) for number, entry in enumerate(rasters, start=1)
    ]
    options = {name: value for name, value in given.items() if name in shared}
    return SeriesOptions(
        rasters=tuple(files),
        job=DescribeOptions(before=files[0] if files else "", after=files[-1] if files else "", **options),
        dates=tuple(str(date).strip() or None if date else None for date in _a_list(given.get("dates", ()), "dates")),
        overrides=_overrides(given, len(files)),
        reference=str(given.get("reference", "previous")),
        csv=_path(given, "csv"),
        chart=_path(given, "chart"),
    )


def _overrides(given: Mapping[str, Any], count: int) -> tuple[Override, ...]:
    """Return what the lists per raster say, empty where there are none."""
    from ..raster.overrides import BandChoice, NoDataChoice, Override

    lists = {option: _a_list(given[name], name) for name, option in _EACH.items() if name in given}
    if not lists:
        return ()
    if any(len(entries) != count for entries in lists.values()):
        named = next(name for name, option in _EACH.items() if len(lists.get(option, range(count))) != count)
        raise InputError(f"“{named}” must have one entry for each of the {count} rasters, empty where they say it.")
    told = []
    for number in range(count):
        entry = {option: entries[number] for option, entries in lists.items()}
        nodata = option_text(entry.get("nodata"), "nodata_each")
        NoDataChoice.parse(nodata)
        bands = BandChoice.parse(entry.get("bands"))
        told.append(Override(bands.shown, option_text(entry.get("crs"), "crs_each"), nodata, bands.roles))
    return tuple(told)


def by_raster(rasters: Sequence[str], given: Sequence[str], option: str) -> list[str]:
    """Return one value per raster from ``RASTER=VALUE``, where RASTER is as on the command line or the file's name.

    Args:
        rasters: as on the command line.
        given: the texts.
        option: ``date`` or ``crs``, for messages.

    Raises:
        InputError: a text is not of that form, or names no raster or several.
    """
    values = [""] * len(rasters)
    kind, example = {"date": ("date", "2012-07-31"), "crs": ("reference system", "EPSG:32633")}[option]
    for text in given:
        name, value = _parted(rasters, text)
        if not value.strip():
            raise InputError(
                f"“{text}” is no {kind} of a raster; write RASTER={option.upper()}, e.g. scene.tif={example}."
            )
        meant = [place for place, raster in enumerate(rasters) if raster == name]
        meant = meant or [place for place, raster in enumerate(rasters) if Path(raster).name == name]
        if len(meant) != 1:
            how = "none" if not meant else "more than one"
            raise InputError(
                f"“{name}” in --{option} {text} names {how} of the rasters; write it as in the list of rasters."
            )
        values[meant[0]] = value.strip()
    return values


def _parted(rasters: Sequence[str], text: str) -> tuple[str, str]:
    """Return name and value of ``NAME=VALUE``: at the name of a raster, for names and values may hold ``=`` too."""
    names = [name for raster in rasters for name in (raster, Path(raster).name) if text.startswith(f"{name}=")]
    if names:
        name = max(names, key=len)
        return name, text[len(name) + 1 :]
    name, equals, value = text.rpartition("=")
    return (name, value) if equals else (text, "")


def _a_list(value: Any, name: str) -> list[Any]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
        raise InputError(f"“{name}” must be a list with one entry per date.")
    return list(value)


def _path(given: Mapping[str, Any], name: str) -> Path | None:
    value = given.get(name)
    if value is not None and not isinstance(value, (str, Path)):
        raise InputError(f"“{name}” must be a text.")
    return None if value is None else Path(value)


class _SeriesEventObserver:
    """Hands what a series tells its observer to whoever asked for it."""

    def __init__(self, emit: Emit, cancelled: Callable[[], bool]) -> None:
        self._emit = emit
        self.is_cancelled = cancelled

    def downloaded(self, done: int, total: int) -> None:
        self._emit("progress", stage="download", done=done, total=total, tiles_per_second=None, seconds_left=None)

    def planned(self, pairs: Sequence[SeriesPair], crs: pyproj.CRS) -> None:
        described = [
            {
                "pair": pair.number,
                "before": [str(path) for path in pair.before.paths],
                "after": [str(path) for path in pair.after.paths],
                "from": str(pair.before.date),
                "to": str(pair.after.date),
                "finished": pair.finished,
            }
            for pair in pairs
        ]
        self._emit("series", pairs=described, crs_wkt=crs.to_wkt())

    def watch(self, pair: SeriesPair) -> RunObserver:
        def emit(event: str, **values: Any) -> None:
            self._emit(event, pair=pair.number, **values)

        return EventObserver(emit, self.is_cancelled)

    def described(self, findings: PairFindings) -> None:
        self._emit("pair", **findings.to_dict())

    def warning(self, message: str) -> None:
        self._emit("warning", message=message)


def series(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Reply:
    """Describe a time series; its events come while it runs, its summary closes it."""
    from ..timeseries.runner import run_series

    summary = run_series(series_options(params), _SeriesEventObserver(emit, cancelled))
    return "done", {"summary": summary.to_dict()}


def dates(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Say of each raster when it was taken and who says so, or what is wrong with it."""
    from ..raster.epoch import open_epoch

    found = []
    for number, entry in enumerate(_a_list(params.get("rasters", ()), "rasters"), start=1):
        told: dict[str, Any] = {"date": "", "source": "", "problem": ""}
        try:
            epoch = open_epoch(input_files(entry, f"raster {number}"))
        except InputError as error:
            told["problem"] = str(error)
        else:
            if epoch.date is not None:
                told.update(date=_as_typed(epoch.date), source=epoch.date.source)
        found.append(told)
    return "result", {"data": found}


def _as_typed(date: Any) -> str:
    """Return a date in a form that can be given back."""
    return f"{date.start.date()}/{date.end.date()}" if date.precision == "range" else str(date)
