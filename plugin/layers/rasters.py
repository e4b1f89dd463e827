"""Files and dates of raster layers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, Optional

from qgis.core import (
    QgsProviderRegistry,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDate, Qt

from .targets import tables_of

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")

DATED = "describe_changes/dated"
"""Custom property of an image that a run has placed in time for the Temporal Controller: no date of its own."""


def layer_path(layer: QgsRasterLayer) -> str:
    """Return the file behind a layer, empty where there is none (a web service, say).

    What the engine cannot open keeps the form in which GDAL names it: ``/vsizip/…``, ``NETCDF:"file":variable``.
    """
    if layer.dataProvider() is None or layer.dataProvider().name() != "gdal":
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    if parts.get("vsiPrefix"):
        return str(layer.source())
    path = str(parts.get("path") or "") or str(layer.source())
    inner = str(parts.get("layerName") or "")
    if inner and path.lower().endswith(".gpkg"):
        return path if tables_of(path) == {inner} else f"GPKG:{path}:{inner}"
    return path


def remote_address(path: str) -> str:
    """Return the address by which the engine reads a file on a server; empty for local files and for other servers.

    Args:
        path: as :func:`layer_path` returns it.
    """
    if path.startswith("/vsis3/"):
        return "s3://" + path[len("/vsis3/") :]
    address = path[len("/vsicurl/") :] if path.startswith("/vsicurl/") else path
    return address if address.lower().startswith(("https://", "http://")) else ""


def temporal_date(layer: QgsRasterLayer) -> str:
    """Return the date of a layer's fixed temporal range, as precise as the range is: a day, month or year."""
    properties = layer.temporalProperties()
    if properties is None or not properties.isActive() or layer.customProperty(DATED):
        return ""
    found = properties.fixedTemporalRange()
    return as_precise_as_known(found.begin().date(), found.end().date())


def as_precise_as_known(begin: QDate, end: QDate) -> str:
    """Return the year or the month that a range of days fills, else its first day."""
    if not begin.isValid():
        return ""
    if end.isValid() and begin.day() == 1 and begin.daysTo(end) >= begin.daysInMonth() - 1:
        whole_year = begin.month() == 1 and begin.daysTo(end) >= begin.daysInYear() - 1
        return begin.toString("yyyy" if whole_year else "yyyy-MM")
    return begin.toString("yyyy-MM-dd")


def found_date(span: Optional[list[Optional[str]]]) -> str:
    """Return the begin and end that the engine found as a date of the precision they have, empty for none."""
    days = [QDate.fromString(str(day or "")[:10], Qt.DateFormat.ISODate) for day in (span or [None])]
    begin, end = days[0], days[-1]
    one = as_precise_as_known(begin, end)
    if not end.isValid() or begin == end or (len(one) < len("2011-05-22") and begin.year() == end.year()):
        return one
    years = (begin.month(), begin.day(), end.month(), end.day()) == (1, 1, 12, 31)
    return "/".join(day.toString("yyyy" if years else "yyyy-MM-dd") for day in (begin, end))


def dates_in_words(started: dict[str, Any]) -> str:
    """Return both dates of a run as people read them, such as ``2007–2010 → 2011-05-22``; empty where none is known.

    Args:
        started: the engine's ``started`` event.
    """
    days = [found_date(started.get(name)) for name in ("date_before", "date_after")]
    return " → ".join(day.replace("/", "–") for day in days if day)


def date_range(date: str) -> Optional[tuple[datetime, datetime]]:
    """Return begin and end (exclusive) of a date of any precision or of a range (2007/2010), None if it is none."""
    first, slash, last = date.partition("/")
    if slash:
        ends = date_range(first), date_range(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] < ends[1][1] else None
    match = DATE.fullmatch(date.strip())
    if match is None:
        return None
    year, month, day, clock = match.groups()
    try:
        begin = datetime(int(year), int(month or 1), int(day or 1))
        if clock:
            hour, minute = int(clock[:2]), int(clock[3:5])
            begin = begin.replace(hour=hour, minute=minute)
            return begin, begin + timedelta(minutes=1)
        if day:
            return begin, begin + timedelta(days=1)
        if month:
            return begin, (begin.replace(day=1) + timedelta(days=32)).replace(day=1)
        return begin, begin.replace(year=begin.year + 1)
    except (ValueError, OverflowError):
        return None
