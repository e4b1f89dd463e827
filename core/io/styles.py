"""QGIS styles of the result files as QML text.

The styles of the two vector layers are the plugin's own, `resources/styles/*.qml`, made by QGIS itself
(`scripts/make_styles.py`), so that a result looks the same from every door. The mask's style depends on the classes.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from xml.sax.saxutils import quoteattr  # nosec B406 - writes XML, parses none

from ...common.nouns import legend_label
from .layers import RECORDS
from .legend import LegendEntry
from .records import columns
from .templates import environment

MARK = "written by Describe Changes"
"""Tells our own sidecars of a mask from those of others, which are never replaced."""

_LABELS = {"appeared": "Appeared", "disappeared": "Disappeared", "": "Other change"}
"""What the legend of a layer calls each transition before the model is known."""
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"


def layer_qml(name: str, legend: tuple[LegendEntry, ...] = ()) -> str:
    """Return the style of the layer ``sites``, ``changes`` or ``tiles``, with its columns' names for people.

    QGIS before GDAL 3.7 does not see the names that the GeoPackage itself has.

    Args:
        name: the layer.
        legend: the classes of the run's model, by which the layer's legend names what its colours mean.
    """
    aliases = "".join(
        f'<alias field="{escape(column.name)}" index="{number}" name="{escape(column.alias)}"/>'
        for number, column in enumerate(columns(RECORDS[name]))
    )
    text = (_FOLDER / f"{name}.qml").read_text(encoding="utf-8")
    text = re.sub(r"<aliases>.*?</aliases>", lambda _: f"<aliases>{aliases}</aliases>", text, flags=re.DOTALL)
    for transition, label in _LABELS.items():
        told = legend_label((entry.name, entry.class_name) for entry in legend if entry.transition == transition)
        if told:
            text = text.replace(f'label="{label}"', f"label={quoteattr(told)}")
    return text


def mask_qml(legend: tuple[LegendEntry, ...]) -> str:
    """Return the style of the class mask: the classes' colours, no change transparent."""
    return environment(Path(__file__).parent).get_template("mask.qml.jinja").render(legend=legend, mark=MARK)


def mask_categories(legend: tuple[LegendEntry, ...]) -> str:
    """Return the names of the classes as GDAL keeps them beside a GeoTIFF (``*.tif.aux.xml``)."""
    return environment(Path(__file__).parent).get_template("categories.xml.jinja").render(legend=legend, mark=MARK)
