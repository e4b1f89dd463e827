"""Polygons of a layer as GeoJSON for the engine: its area of interest, its zones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSource

NAME = "name"
"""Property of a zone's name."""
CODES = ("EPSG:", "ESRI:", "OGC:")


def zones_geojson(source: QgsFeatureSource, field: str) -> str:
    """Return zones as GeoJSON with their names, an empty text where there are none.

    Args:
        source: of polygons.
        field: that of the names; empty to call each feature by its number.
    """
    return geojson_of(source.getFeatures(), source.sourceCrs(), lambda feature: {NAME: _name_of(feature, field)})


def _name_of(feature: QgsFeature, field: str) -> str:
    """Return what a zone is called; without a field of names, by its number."""
    if not field:
        return str(feature.id())
    value = feature[field]
    return "" if value is None or str(value) == "NULL" else str(value)


def geojson_of(
    features: Iterable[QgsFeature],
    crs: QgsCoordinateReferenceSystem,
    properties: Optional[Callable[[QgsFeature], dict[str, str]]] = None,
) -> str:
    """Return the polygons of some features as GeoJSON that names its CRS, an empty text where there are none.

    Args:
        features: of a polygon layer; curves become segments, heights are left out.
        crs: of the layer.
        properties: what each feature says beside its outline; None for nothing.
    """
    shapes: list[dict[str, Any]] = []
    for feature in features:
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            continue
        told = properties(feature) if properties is not None else {}
        plain = geometry.constGet().segmentize()
        plain.dropZValue()
        plain.dropMValue()
        shapes.append({"type": "Feature", "properties": told, "geometry": json.loads(plain.asJson(17))})
    if not shapes:
        return ""
    name = crs.authid() if crs.authid().startswith(CODES) else crs.toWkt()
    named = {"type": "name", "properties": {"name": name}}
    return json.dumps({"type": "FeatureCollection", "crs": named, "features": shapes})
