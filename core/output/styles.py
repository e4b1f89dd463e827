"""QGIS styles of the result files as QML text.

The styles of the two vector layers are the plugin's own, `resources/styles/*.qml`, made by QGIS itself
(`scripts/make_styles.py`), so that a result looks the same from every door. The mask's style depends on the classes.
"""

from __future__ import annotations

from pathlib import Path

from .palette import LegendEntry
from .templating import environment

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"


def layer_qml(name: str) -> str:
    """Return the style of the layer ``tiles`` or ``changes``."""
    return (_FOLDER / f"{name}.qml").read_text(encoding="utf-8")


def mask_qml(legend: tuple[LegendEntry, ...]) -> str:
    """Return the style of the mask raster's first band: the classes' colours, no change transparent."""
    return environment().get_template("mask.qml.jinja").render(legend=legend)
