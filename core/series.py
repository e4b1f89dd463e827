"""The operation ``series`` of command line and worker: from options to a time series, and its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import InputError
from .inputs import input_files
from .operations import Relay, check_types

if TYPE_CHECKING:
    import pyproj

    from .inference.series_findings import PairFindings
    from .inference.series_spec import SeriesPair, SeriesSpec
    from .inference.spec import Observer

Emit = Callable[..., None]
Closing = tuple[str, dict[str, Any]]

_OWN = ("rasters", "dates", "against", "csv", "chart")
_OF_A_PAIR = frozenset({"before", "after", "date_before", "date_after", "mask", "report"})


def series_spec(params: Mapping[str, Any]) -> SeriesSpec:
    """Turn options, as the command line and the worker know them, into a series.

    Args:
        params: options by name; None and empty texts count as not given. ``rasters`` is a list with one entry per
            date (a raster, a pattern, a text file, or a list of rasters); ``dates`` a list of as many dates, empty
            where the raster itself says it.

    Raises:
        InputError: an option is unknown, of the wrong type, or one of the rasters is missing.
    """
    from .inference.series_spec import SeriesSpec
    from .inference.spec import JobSpec

    shared = {option.name for option in fields(JobSpec)} - _OF_A_PAIR
    given = {name: value for name, value in params.items() if value is not None and value != ""}
    unknown = sorted(set(given) - shared - set(_OWN))
    if unknown:
        known = ", ".join(sorted(shared | set(_OWN)))
        raise InputError(f"There is no option “{unknown[0]}” for a series; known are {known}.")
    rasters = _a_list(given.get("rasters", ()), "rasters")
    files = [input_files(entry, f"raster {number}") for number, entry in enumerate(rasters, start=1)]
    options = {name: value for name, value in given.items() if name in shared}
    check_types(options)
    return SeriesSpec(
        rasters=tuple(files),
        job=JobSpec(before=files[0] if files else "", after=files[-1] if files else "", **options),
        dates=tuple(str(date).strip() or None if date else None for date in _a_list(given.get("dates", ()), "dates")),
        against=str(given.get("against", "previous")),
        csv=_path(given, "csv"),
        chart=_path(given, "chart"),
    )


def dates_by_raster(rasters: Sequence[str], given: Sequence[str]) -> list[str]:
    """Return one date per raster from ``RASTER=DATE``, where RASTER is as on the command line or the file's name.

    Raises:
        InputError: a text is not of that form, or names no raster or several.
    """
    dates = [""] * len(rasters)
    for text in given:
        name, equals, date = text.rpartition("=")
        if not equals or not date.strip():
            raise InputError(f"“{text}” is no date of a raster; write RASTER=DATE, e.g. scene.tif=2012-07-31.")
        meant = [place for place, raster in enumerate(rasters) if raster == name]
        meant = meant or [place for place, raster in enumerate(rasters) if Path(raster).name == name]
        if len(meant) != 1:
            how = "none" if not meant else "more than one"
            raise InputError(
                f"“{name}” in --date {text} names {how} of the rasters; write it as in the list of rasters."
            )
        dates[meant[0]] = date.strip()
    return dates


def _a_list(value: Any, name: str) -> list[Any]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
        raise InputError(f"“{name}” must be a list with one entry per date.")
    return list(value)


def _path(given: Mapping[str, Any], name: str) -> Path | None:
    value = given.get(name)
    if value is not None and not isinstance(value, (str, Path)):
        raise InputError(f"“{name}” must be a text.")
    return None if value is None else Path(value)


class _SeriesRelay:
    """Hands what a series tells its observer to whoever asked for it."""

    def __init__(self, emit: Emit, cancelled: Callable[[], bool]) -> None:
        self._emit = emit
        self.is_cancelled = cancelled

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

    def watch(self, pair: SeriesPair) -> Observer:
        def emit(event: str, **values: Any) -> None:
            self._emit(event, pair=pair.number, **values)

        return Relay(emit, self.is_cancelled)

    def described(self, findings: PairFindings) -> None:
        self._emit("pair", **findings.to_dict())

    def warning(self, message: str) -> None:
        self._emit("warning", message=message)


def series(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Closing:
    """Describe a time series; its events come while it runs, its summary closes it."""
    from .inference.series import run_series

    summary = run_series(series_spec(params), _SeriesRelay(emit, cancelled))
    return "done", {"summary": summary.to_dict()}


def dates(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Closing:
    """Say of each raster when it was taken and who says so, or what is wrong with it."""
    from .raster.sources import open_epoch

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
