"""Cheap checks of a raster pair in the dialog; what needs pixels is checked by the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRasterLayer,
    QgsRectangle,
)

from ..i18n import tr
from ..layers.rasters import date_range, layer_path, remote_address, temporal_date
from ..layers.web_maps import is_web_map
from .layer_facts import LayerFacts, facts_problem, layer_facts

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


@dataclass(frozen=True)
class Side:
    """One date of the pair as the dialog gives it.

    Attributes:
        role: the word for this side in sentences, translated (*before* or *after*).
        layer: the raster layer.
        date: the date as typed; empty where the layer or the engine shall say.
        remote: whether the person allows reading from servers.
    """

    role: str
    layer: QgsRasterLayer
    date: str
    remote: bool = False

    @property
    def address(self) -> str:
        """The address on a server that the engine may read and copies from, empty for local files."""
        return remote_address(layer_path(self.layer)) if self.remote else ""

    @property
    def path(self) -> str:
        """What the engine opens: the layer's file, or its address where that is allowed."""
        return self.address or layer_path(self.layer)

    @property
    def facts(self) -> LayerFacts:
        """What QGIS knows of the layer and its file does not say."""
        return layer_facts(self.layer)

    def date_or_range(self) -> str:
        """Return the typed date, else the first day of the layer's temporal range, else nothing."""
        return self.date or temporal_date(self.layer)


def place_problem(side: Side) -> str:
    """Return why the engine cannot open what a layer shows although QGIS can, as a sentence, or an empty string."""
    name, path = side.layer.name(), side.path
    if is_web_map(side.layer):
        return tr(
            "The {0} raster “{1}” is a web map. Run “Clip a web map” on it first, and take what it makes."
        ).format(side.role, name)
    if not path:
        return tr(
            "The {0} raster “{1}” is not a file. Save it as GeoTIFF first (right-click ▸ Export ▸ Save As…)."
        ).format(side.role, name)
    if side.address:
        return ""
    if remote_address(path):
        return tr(
            "The {0} raster “{1}” lies on a server. Tick “Allow reading from servers” (for the panel in Settings ▸ "
            "Options… ▸ Describe Changes), or save it as GeoTIFF first."
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


def side_problem(side: Side, web_maps: bool = False) -> str:
    """Return what is wrong with one side, as a sentence, or an empty string.

    Args:
        side: one date.
        web_maps: whether it may be a web map, since that is clipped to a file first.
    """
    name = side.layer.name()
    if not side.layer.isValid():
        return tr("The {0} raster “{1}” cannot be opened.").format(side.role, name)
    problem = "" if web_maps and is_web_map(side.layer) else place_problem(side)
    if problem:
        return problem
    if not side.layer.crs().isValid():
        return tr(
            "The {0} raster “{1}” has no CRS, so it cannot be laid over the other. Tell QGIS which it is "
            "(right-click ▸ Layer CRS)."
        ).format(side.role, name)
    if side.date and date_range(side.date) is None:
        return tr("“{0}” is not a date. Write 2011, 2011-05, 2011-05-22 or 2007/2010.").format(side.date)
    return facts_problem(side.layer)


def pair_problem(before: Side, after: Side, transforms: QgsCoordinateTransformContext) -> str:
    """Return what is wrong with the two sides together, as a sentence, or an empty string."""
    if (before.path or before.layer.source()) == (after.path or after.layer.source()):
        return tr("Before and after are the same file: {0}. Choose two different dates.").format(
            before.path or before.layer.name()
        )
    spans = date_range(before.date_or_range()), date_range(after.date_or_range())
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
