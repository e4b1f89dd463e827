"""Which two images a tile of a time series was made from: the rows of the table *run*, found by the tile's dates."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..processing.pair import layer_path

Dates = tuple[str, str]
Images = tuple[str, str]


def series_images(layer: QgsMapLayer) -> dict[Dates, Images]:
    """Return the ids of the before and after images by the dates of the pairs; empty where it is no series.

    Args:
        layer: tiles of a GeoPackage; images that are not in the project have an empty id.
    """
    if layer.providerType() != "ogr":
        return {}
    table = QgsVectorLayer(layer.source().split("|")[0] + "|layername=run", "run", "ogr")
    rows = list(table.getFeatures()) if table.isValid() and table.featureCount() > 1 else []
    rasters = {layer_path(one): one.id() for one in QgsProject.instance().mapLayers().values() if _is_raster(one)}
    found = {}
    for row in rows:
        before, after = (
            next((rasters[path] for path in str(row[name]).splitlines() if path in rasters), "")
            for name in ("before", "after")
        )
        found[dates_of_feature(row)] = (before, after)
    return found


def dates_of_feature(feature: QgsFeature) -> Dates:
    """Return both dates of a tile or of a run as texts that can be compared."""
    return _moment(feature["date_before"]), _moment(feature["date_after"])


def _is_raster(layer: Any) -> bool:
    return isinstance(layer, QgsRasterLayer)


def _moment(value: Any) -> str:
    return value.toUTC().toString("yyyy-MM-dd hh:mm:ss") if hasattr(value, "toUTC") else ""
