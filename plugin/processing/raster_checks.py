"""Cheap checks of a raster pair in the dialog; what needs pixels is checked by the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..i18n import tr
from .layer_facts import LayerFacts, facts_problem, layer_facts
from .targets import tables_of

WEB = (
    "http:",
    "https:",
    "ftp:",
    "/vsicurl",
    "/vsis3",
    "/vsigs",
    "/vsiaz",
    "/vsiadls",
    "/vsioss",
    "/vsiswift",
    "/vsiwebhdfs",
)
SUBDATASET = re.compile(r"[A-Za-z][A-Za-z0-9_]+:")
"""A driver's name before the file's; a single letter is a disk of Windows."""
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")


@dataclass(frozen=True)
class Side:
    """One date of the pair as the dialog gives it.

    Attributes:
        role: the word for this side in sentences, translated (*before* or *after*).
        layer: the raster layer.
        date: the date as typed; empty where the layer or the engine shall say.
    """

    role: str
    layer: QgsRasterLayer
    date: str

    @property
    def path(self) -> str:
        """What the engine opens: the layer's file."""
        return layer_path(self.layer)

    @property
    def facts(self) -> LayerFacts:
        """What QGIS knows of the layer and its file does not say."""
        return layer_facts(self.layer)

    def date_or_range(self) -> str:
        """Return the typed date, else the first day of the layer's temporal range, else nothing."""
        return self.date or temporal_date(self.layer)


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


def place_problem(side: Side) -> str:
    """Return why the engine cannot open what a layer shows although QGIS can, as a sentence, or an empty string."""
    name, path = side.layer.name(), side.path
    if not path:
        return tr(
            "The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…)."
        ).format(side.role, name)
    if path.startswith(WEB):
        return tr(
            "The {0} raster “{1}” lies on the web. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…)."
        ).format(side.role, name)
    if path.startswith("/vsi"):
        return tr("The {0} raster “{1}” lies in an archive: {2}. Unpack it and add the file that was in it.").format(
            side.role, name, path
        )
    if SUBDATASET.match(path):
        return tr(
            "The {0} raster “{1}” is one of several in its file: {2}. Save it as GeoTIFF first (right-click ▸ Export ▸ "
            "Save As…)."
        ).format(side.role, name, path)
    if not Path(path).exists():
        return tr("The file of the {0} raster “{1}” is gone: {2}.").format(side.role, name, path)
    return ""


def temporal_date(layer: QgsRasterLayer) -> str:
    """Return the date of a layer's fixed temporal range, as precise as the range is: a day, month or year."""
    properties = layer.temporalProperties()
    if properties is None or not properties.isActive():
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


def span(date: str) -> Optional[tuple[datetime, datetime]]:
    """Return begin and end (exclusive) of a date of any precision or of a range (2007/2010), None if it is none."""
    first, slash, last = date.partition("/")
    if slash:
        ends = span(first), span(last)
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


def side_problem(side: Side) -> str:
    """Return what is wrong with one side, as a sentence, or an empty string."""
    name = side.layer.name()
    if not side.layer.isValid():
        return tr("The {0} raster “{1}” cannot be opened.").format(side.role, name)
    problem = place_problem(side)
    if problem:
        return problem
    if not side.layer.crs().isValid():
        return tr(
            "The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is "
            "(right-click ▸ Layer CRS)."
        ).format(side.role, name)
    if side.date and span(side.date) is None:
        return tr("“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.").format(side.date)
    return facts_problem(side.layer)


def pair_problem(before: Side, after: Side, transforms: QgsCoordinateTransformContext) -> str:
    """Return what is wrong with the two sides together, as a sentence, or an empty string."""
    if before.path == after.path:
        return tr("Before and after are the same file: {0}. Choose two different dates.").format(before.path)
    spans = span(before.date_or_range()), span(after.date_or_range())
    if spans[0] and spans[1]:
        if spans[0][0] > spans[1][0]:
            return tr(
                "The before date ({0}) is later than the after date ({1}). Swap the two rasters or correct the dates."
            ).format(before.date_or_range(), after.date_or_range())
        if spans[0] == spans[1]:
            return tr("Both images have the same date ({0}). Correct one of them.").format(after.date_or_range())
    if not overlap(before.layer, after.layer, transforms):
        return tr(
            "“{0}” and “{1}” do not overlap on the ground. Choose two rasters of the same place, or check their CRSs."
        ).format(before.layer.name(), after.layer.name())
    return ""


def extent_problem(extent: QgsRectangle, after: QgsRasterLayer) -> str:
    """Return a sentence if the extent, in the after raster's CRS, misses that raster."""
    if extent.isNull() or extent.isEmpty() or extent.intersects(after.extent()):
        return ""
    return tr(
        "The extent does not touch “{0}”. Draw it over the images or leave it empty. Numbers without a CRS are read in "
        "that of the later image, {1}; another CRS is written behind them, as [EPSG:4326]."
    ).format(after.name(), after.crs().authid() or after.crs().description())


def overlap(one: QgsRasterLayer, other: QgsRasterLayer, transforms: QgsCoordinateTransformContext) -> bool:
    """Return whether two layers share ground; true where that cannot be told."""
    transform = QgsCoordinateTransform(one.crs(), other.crs(), transforms)
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        return transform.transformBoundingBox(one.extent()).intersects(other.extent())
    except QgsCsException:
        return True  # cannot be told here; the engine will tell
