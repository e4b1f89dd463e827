"""The extent as it was given: in a CRS of its own, or, where it names none, in that of the later image.

QGIS takes numbers without a CRS for the project's in one of its functions and for the layer's in another.
"""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProperty,
    QgsRectangle,
    QgsReferencedRectangle,
)

NAMED = re.compile(r".*\[\s*[^\]\s][^\]]*\]\s*", re.DOTALL)
NUMBERS = re.compile(r"[\s\d.,eE+-]+")


def own_crs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsCoordinateReferenceSystem:
    """Return the CRS that the parameter ``EXTENT`` names, an invalid one where it names none."""
    value = parameters.get("EXTENT")
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    if isinstance(value, QgsReferencedRectangle):
        return value.crs()
    nothing = QgsCoordinateReferenceSystem()
    if value is None or isinstance(value, QgsRectangle):
        return nothing
    if not isinstance(value, QgsMapLayer) and not NAMED.fullmatch(str(value)) and NUMBERS.fullmatch(str(value)):
        return nothing
    return algorithm.parameterAsExtentCrs(parameters, "EXTENT", context)


def extent_in(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
) -> QgsRectangle:
    """Return the parameter ``EXTENT`` in a CRS; without one of its own it is in that CRS already."""
    return algorithm.parameterAsExtent(parameters, "EXTENT", context, crs)
