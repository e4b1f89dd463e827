"""Which images a tile was made from: the rows of the table *runs*, in a time series found by the tile's dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsRasterLayer

from .rasters import layer_path
from .renamed import runs_of

Dates = tuple[str, str]
Images = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of the layers of the before and of the after image, several where a date came in several tiles."""
NONE: Images = ((), ())


def series_images(layer: QgsMapLayer) -> dict[Dates, Images]:
    """Return the images in the project by the dates of the pairs; empty where it is no series.

    Args:
        layer: tiles of a GeoPackage.
    """
    rows = _runs(layer)
    return dict(zip(map(dates_of_feature, rows), _in_project(rows))) if len(rows) > 1 else {}


def run_images(layer: QgsMapLayer) -> Images:
    """Return the images in the project that the first run in a GeoPackage of tiles names."""
    return next(_in_project(_runs(layer)), NONE)


def _runs(layer: QgsMapLayer) -> list[QgsFeature]:
    """Return the rows of the table *runs* beside a layer, none where it is in no GeoPackage."""
    if layer.providerType() != "ogr":
        return []
    table = runs_of(layer.source().split("|")[0])
    return list(table.getFeatures()) if table is not None else []


def _in_project(rows: list[QgsFeature]) -> Iterator[Images]:
    """Yield the images of each run, as far as they are in the project."""
    rasters = {layer_path(one): one.id() for one in QgsProject.instance().mapLayers().values() if _is_raster(one)}
    for row in rows:
        before, after = (
            tuple(rasters[path] for path in _lines(row, name) if path in rasters) for name in ("before", "after")
        )
        yield before, after


def _lines(row: QgsFeature, name: str) -> list[str]:
    return str(row[name]).splitlines() if row.fieldNameIndex(name) >= 0 else []


def dates_of_feature(feature: QgsFeature) -> Dates:
    """Return both dates of a tile or of a run as texts that can be compared."""
    return _moment(feature["date_before"]), _moment(feature["date_after"])


def _is_raster(layer: Any) -> bool:
    return isinstance(layer, QgsRasterLayer)


def _moment(value: Any) -> str:
    return value.toUTC().toString("yyyy-MM-dd hh:mm:ss") if hasattr(value, "toUTC") else ""
