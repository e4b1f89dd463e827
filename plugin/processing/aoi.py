"""Polygons of a layer as GeoJSON for the engine: its area of interest, its zones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature

CODES = ("EPSG:", "ESRI:", "OGC:")


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
