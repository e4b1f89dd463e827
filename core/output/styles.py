"""QGIS styles of the result layers as QML text, filled from the run's classes.

The words of a QML file are QGIS's own; the templates beside this module hold only what differs from QGIS's
defaults. ``tests/core/output/test_styles.py`` opens them in QGIS itself where it is installed.
"""

from __future__ import annotations

from typing import Any

from .palette import OTHER, LegendEntry
from .records import REVIEWS, ChangeRecord, TileRecord, columns
from .templating import environment

_STEPS = (
    ("no change", -1.0, -0.5, "160,160,160,0", "140,140,140,110", "0.1"),
    ("changed, under 1 %", -0.01, 1.0, "254,217,118,20", "254,178,76,255", "0.5"),
    ("1–5 % changed", 1.0, 5.0, "253,141,60,28", "253,141,60,255", "0.6"),
    ("5–20 % changed", 5.0, 20.0, "240,59,32,34", "240,59,32,255", "0.7"),
    ("over 20 % changed", 20.0, 100.0, "189,0,38,42", "189,0,38,255", "0.8"),
)
"""Label, bounds in per cent of the tile, fill, outline, outline width in mm (ColorBrewer's YlOrRd)."""


def tiles_qml() -> str:
    """Return the style of the ``tiles`` layer: graduated by changed share, captions, map tips, dates."""
    keys = ("label", "lower", "upper", "fill", "outline", "width")
    return (
        environment()
        .get_template("tiles.qml.jinja")
        .render(
            steps=[dict(zip(keys, step, strict=True)) for step in _STEPS],
            columns=_titled(TileRecord),
            reviews=REVIEWS,
            map_tip=_map_tip(
                'coalesce(nullif("caption_edited", \'\'), "caption")',
                '"facts"',
                "'Score ' || format_number(\"change_score\", 2) || ' · confidence ' || "
                "format_number(\"confidence\", 2) || if(\"gated\" = '', '', ' · ' || \"gated\")",
            ),
        )
    )


def changes_qml(legend: tuple[LegendEntry, ...]) -> str:
    """Return the style of the ``changes`` layer: one colour per class and direction."""
    return (
        environment()
        .get_template("changes.qml.jinja")
        .render(
            legend=[
                {"key": f"{e.class_name} {e.direction}".strip(), "name": e.name, "rgb": _rgb(e.colour)} for e in legend
            ],
            other=_rgb(OTHER),
            columns=_titled(ChangeRecord),
            reviews=REVIEWS,
            map_tip=_map_tip(
                "\"class\" || if(\"direction\" = '', '', ' ' || \"direction\")",
                '"caption"',
                "format_number(\"area_m2\", 0) || ' m² · outline ' || format_number(\"perimeter_m\", 0) || ' m'"
                " || ' · score ' || "
                'format_number("score", 2)',
            ),
        )
    )


def mask_qml(legend: tuple[LegendEntry, ...]) -> str:
    """Return the style of the mask raster's first band: the classes' colours, no change transparent."""
    return environment().get_template("mask.qml.jinja").render(legend=legend)


def _map_tip(title: str, text: str, figures: str) -> str:
    """Return an HTML map tip; QGIS fills in the expressions, in which markup in texts is made harmless."""
    dates = "format_date(\"date_before\", 'yyyy-MM-dd') || ' → ' || format_date(\"date_after\", 'yyyy-MM-dd')"
    return (
        '<div style="font-family:sans-serif;max-width:28em">'
        f'<div style="color:#666">[% {_escaped(dates)} %]</div>'
        f"<div><b>[% {_escaped(title)} %]</b></div>"
        f"<div>[% {_escaped(text)} %]</div>"
        f'<div style="color:#666">[% {_escaped(figures)} %]</div>'
        "</div>"
    )


def _escaped(expression: str) -> str:
    """Wrap a QGIS expression so that ``&``, ``<`` and ``>`` of its value are shown, not interpreted."""
    safe = f"coalesce({expression}, '')"
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        safe = f"replace({safe}, '{mark}', '{entity}')"
    return safe


def _rgb(colour: tuple[int, int, int]) -> str:
    return ",".join(map(str, colour))


def _titled(record_type: type[Any]) -> list[dict[str, str]]:
    """Return the columns with a title for table headers: *Changed area m2* instead of *changed_area_m2*."""
    titles = {column.name: column.name.replace("_", " ").capitalize() for column in columns(record_type)}
    for column in columns(record_type):
        if column.unit in ("m", "m²"):
            titles[column.name] = titles[column.name].rsplit(" ", 1)[0] + f" ({column.unit})"
    return [{"name": name, "title": title} for name, title in titles.items()]
