"""QGIS styles of the result files as QML text.

The styles of the two vector layers are the plugin's own, `resources/styles/*.qml`, made by QGIS itself
(`scripts/make_styles.py`), so that a result looks the same from every door. The mask's style depends on the classes.
"""

from __future__ import annotations

from pathlib import Path

from .legend import LegendEntry
from .templates import environment

MARK = "written by Describe Changes"
"""Tells our own sidecars of a mask from those of others, which are never replaced."""

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"


def layer_qml(name: str) -> str:
    """Return the style of the layer ``sites``, ``changes`` or ``tiles``."""
    return (_FOLDER / f"{name}.qml").read_text(encoding="utf-8")


def mask_qml(legend: tuple[LegendEntry, ...]) -> str:
    """Return the style of the class mask: the classes' colours, no change transparent."""
    return environment(Path(__file__).parent).get_template("mask.qml.jinja").render(legend=legend, mark=MARK)


def mask_categories(legend: tuple[LegendEntry, ...]) -> str:
    """Return the names of the classes as GDAL keeps them beside a GeoTIFF (``*.tif.aux.xml``)."""
    return environment(Path(__file__).parent).get_template("categories.xml.jinja").render(legend=legend, mark=MARK)
