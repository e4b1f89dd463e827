"""Describe Changes: tells in words, masks and measured facts what changed between two dated rasters.

The package is both a QGIS plugin (``classFactory``) and an installable Python package.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # the name QGIS looks for
    """Return the QGIS plugin; imported lazily so that the engine never needs QGIS and QGIS never needs torch."""
    from .plugin.plugin import DescribeChangesPlugin

    return DescribeChangesPlugin(iface)
