"""Layers of web maps: which they are, whose they are, and the pixels that they are clipped to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional
from urllib.parse import unquote, urlsplit

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDataSourceUri,
    QgsDistanceArea,
    QgsMapLayer,
    QgsPointXY,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)

from ..i18n import tr
from ..numbers import real, whole
from .server_facts import server_facts

PROVIDERS = ("wms", "arcgismapserver")
"""QGIS's providers of pictures from servers: XYZ, WMS and WMTS; map and image services of ArcGIS."""
MOST_PIXELS = 25_000_000
"""Of one clip: some 400 tiles of 256 × 256 pixels, 1.5 km × 1.5 km at 0.3 m."""
TILE_PX = 256
LEAST_PX = 32
"""Side of the smallest tile that the engine can describe."""


def is_web_map(layer: Optional[QgsMapLayer]) -> bool:
    """Return whether a layer shows pictures that a server makes."""
    return isinstance(layer, QgsRasterLayer) and layer.providerType() in PROVIDERS


def needs_extent() -> str:
    """Return what to say where nothing limits what would be fetched of a web map."""
    return tr("A web map has no edge: choose the extent to be described, for example the map canvas as it is now.")


def server_of(layer: QgsRasterLayer) -> str:
    """Return the name of the server behind a web map, empty where the layer does not say it."""
    source = QgsDataSourceUri(layer.source()).param("url")
    if not source:  # XYZ, WMS and WMTS: encoded like the query of an address
        parts = dict(part.partition("=")[::2] for part in layer.source().split("&"))
        source = unquote(parts.get("url", ""))
    return urlsplit(source).hostname or ""


def attribution_of(layer: QgsRasterLayer) -> str:
    """Return what a web map says of its owners and its terms, empty where it says nothing."""
    metadata = layer.metadata()
    constraints = [constraint.constraint for constraint in metadata.constraints()]
    said = [server_facts(layer).attribution(), *metadata.rights(), *metadata.licenses(), *constraints]
    return "; ".join(dict.fromkeys(text.strip() for text in said if text.strip()))


@dataclass(frozen=True)
class Clip:
    """The pixels that a web map is clipped to.

    Attributes:
        crs: that of the web map.
        extent: on its pixel grid, where it has one.
        column: of its first pixel, counted from the left edge of the web map.
        row: likewise from the upper edge.
        width: in pixels.
        height: in pixels.
        pixel: side of a pixel in units of the CRS.
        ground: side of a pixel on the ground in the middle of the extent, in metres.
        tiled: whether the server has tiles of just this resolution.
    """

    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    column: int
    row: int
    width: int
    height: int
    pixel: float
    ground: float
    tiled: bool

    @property
    def tiles(self) -> int:
        """About how many tiles the server is asked for."""
        return math.ceil(self.width / TILE_PX + 1) * math.ceil(self.height / TILE_PX + 1)

    def problem(self) -> str:
        """Return why so many pixels will not do, as a sentence, or an empty string."""
        if self.width * self.height > MOST_PIXELS:
            coarse = self.ground * math.sqrt(self.width * self.height / MOST_PIXELS)
            return tr(
                "{0} × {1} pixels are more than the {2} that are fetched of a web map at once. Choose a smaller "
                "extent, or pixels of {3} m or more."
            ).format(
                *(whole(number) for number in (self.width, self.height, MOST_PIXELS)),
                real(_up_to_two_digits(coarse, self.tiled)),
            )
        if min(self.width, self.height) < LEAST_PX:
            return tr(
                "{0} × {1} pixels are too few to describe anything. Choose a larger extent, or smaller pixels."
            ).format(self.width, self.height)
        return ""

    def told(self) -> str:
        """Return what will be fetched, as a sentence."""
        size = [whole(self.width), whole(self.height), real(self.ground)]
        if self.tiled:
            return tr("{0} × {1} pixels of {2} m on the ground, about {3} tiles.").format(*size, whole(self.tiles))
        return tr("{0} × {1} pixels of {2} m on the ground.").format(*size)


def clip_of(
    layer: QgsRasterLayer,
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    ground: float,
    transforms: QgsCoordinateTransformContext,
) -> Optional[Clip]:
    """Return the pixels of a web map for an extent; None where the two have no ground in common.

    A server that has tiles gives those of the resolution nearest to the one that is wanted, so that nothing is
    resampled; others are asked for just what is wanted.

    Args:
        layer: the web map.
        extent: what is wanted of it.
        crs: of the extent.
        ground: side of a pixel on the ground, in metres. In Web Mercator that is not the side in units of the map.
        transforms: of the project.
    """
    way = QgsCoordinateTransform(crs, layer.crs(), transforms)
    way.setBallparkTransformsAreAppropriate(True)
    try:
        box = way.transformBoundingBox(extent).intersect(layer.extent())
    except QgsCsException:
        return None
    if box.isNull() or box.isEmpty() or not box.isFinite():
        return None
    per_metre = _units_per_metre(layer.crs(), box.center(), transforms)
    if not per_metre:
        return None
    native = [one for one in layer.dataProvider().nativeResolutions() if one > 0]
    pixel = min(native, key=lambda one: abs(math.log(one / (ground * per_metre)))) if native else ground * per_metre
    left, top = layer.extent().xMinimum(), layer.extent().yMaximum()
    first, last = math.floor((box.xMinimum() - left) / pixel), math.ceil((box.xMaximum() - left) / pixel)
    upper, lower = math.floor((top - box.yMaximum()) / pixel), math.ceil((top - box.yMinimum()) / pixel)
    snapped = QgsRectangle(left + first * pixel, top - lower * pixel, left + last * pixel, top - upper * pixel)
    size = (last - first, lower - upper)
    return Clip(layer.crs(), snapped, first, upper, *size, pixel, pixel / per_metre, bool(native))


def _units_per_metre(
    crs: QgsCoordinateReferenceSystem, place: QgsPointXY, transforms: QgsCoordinateTransformContext
) -> float:
    """Return how many units of a CRS a metre on the ground is, northwards from a place; 0 where that cannot be told."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, transforms)
    measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
    step = 1e-3 if crs.isGeographic() else 100.0
    north = QgsPointXY(place.x(), place.y() + step)
    try:
        metres = measure.convertLengthMeasurement(
            measure.measureLine(place, north), QgsUnitTypes.DistanceUnit.DistanceMeters
        )
    except QgsCsException:
        return 0.0
    return step / metres if metres > 0 and math.isfinite(metres) else 0.0


def _up_to_two_digits(metres: float, tiled: bool) -> float:
    """Return a length that is not shorter, of two digits; tiles come in steps of two, so half a step is added."""
    metres *= math.sqrt(2) if tiled else 1.0
    step = 10.0 ** (math.floor(math.log10(metres)) - 1)
    return round(math.ceil(metres / step) * step, 6)
