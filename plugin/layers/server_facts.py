"""What a layer says of its owners and its purpose for servers that publish it, across versions of QGIS."""

from __future__ import annotations

from typing import Any, TypeVar

from qgis.core import QgsMapLayer, QgsMapLayerServerProperties

AnyLayer = TypeVar("AnyLayer", bound=QgsMapLayer)


def server_facts(layer: QgsMapLayer) -> Any:
    """Return the object that has ``attribution()``, ``attributionUrl()`` and their setters.

    They have moved from the layer to its server properties, in Python with QGIS 3.38.
    """
    properties = layer.serverProperties()
    return properties if hasattr(properties, "attribution") else layer


def copy_of(layer: AnyLayer) -> AnyLayer:
    """Return a copy of a layer, and leave the layer as it was.

    ``clone()`` alone empties title, abstract, keywords and attribution of the layer itself from QGIS 3.38 on, and they
    are not in the copy either (QGIS#67023, mended in 2026).
    """
    kept = QgsMapLayerServerProperties()
    layer.serverProperties().copyTo(kept)
    copy: AnyLayer = layer.clone()
    for one in (layer, copy):
        kept.copyTo(one.serverProperties())
    return copy
