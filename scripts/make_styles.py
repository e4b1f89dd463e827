"""Make ``resources/styles/*.qml`` with QGIS itself: ``/usr/bin/python3 scripts/make_styles.py``.

To be run with the oldest supported QGIS (3.22), whose styles all later versions read.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_HASH_SEED", "0")  # attributes in the same order each time
sys.path.insert(0, str(ROOT / ".dev"))

from describe_changes.plugin.layers.aliases import looks, name_fields  # noqa: E402
from describe_changes.plugin.layers.map_tips import TIP  # noqa: E402
from describe_changes.plugin.layers.schema import CHANGE_FIELDS, SITE_FIELDS, TILE_FIELDS, fields_of  # noqa: E402
from describe_changes.plugin.layers.styling import APPEARED, DISAPPEARED, OTHER  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsAttributeTableConfig,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

CAPTION = "coalesce(nullif(\"caption_edited\", ''), \"caption\", '')"
DATES = (
    "coalesce(nullif(attribute($currentfeature, 'dates'), ''), "
    "coalesce(format_date(\"date_before\", 'yyyy-MM-dd'), '?') || ' → ' || "
    "coalesce(format_date(\"date_after\", 'yyyy-MM-dd'), '?'))"
)
"""As the engine words them (2007–2010 → 2011-05-22); a result from before it did has the first days only."""
ESCAPED = "replace(replace(replace({0}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"
"""Captions and class names are text, not markup: a map tip must not run what a model or a file says."""

DIGITS = "format_number(round(changed_area_m2, 2 - floor(log10(max(changed_area_m2, 1)))), 0)"
"""The area with three significant digits: what is measured on pixels is hardly known better."""

PAPER = "background-color:#ffffff"
"""Without WebKit QGIS shows a map tip as rich text on a transparent ground, where each block has its own; and it has
256 × 192 pixels then, so the widths of the tip and of its pictures in CSS are for WebKit only."""


def block(text: str, style: str = "") -> str:
    """Return one block of a map tip."""
    return f'<div style="{PAPER};{style}">{text}</div>'


def grey(text: str) -> str:
    """Return a block of a map tip that says when, where and how sure."""
    return block(text, "color:#555555")


def tip(*blocks: str) -> str:
    """Return the template of a map tip."""
    look = f"width:335px;font-family:sans-serif;{PAPER};color:#1a1a1a"
    return "\n".join((f'<div style="{look}">', *blocks, "</div>"))


def escaped(expression: str) -> str:
    """Return a part of a template with what an expression says, as text and not as markup."""
    return f"[% {ESCAPED.format(expression)} %]"


WHEN = grey(escaped(DATES))
VERDICT = f"CASE WHEN coalesce(review_status, '') <> '' THEN ', ' || {ESCAPED.format('review_status')} ELSE '' END"
TILE_TIP = tip(
    WHEN,
    block(f"<b>{escaped(CAPTION)}</b>"),
    block(escaped("coalesce(facts, '')")),
    grey(
        "[% 'Change score ' || format_number(change_score, 2) || ', confidence ' || format_number(confidence, 2) || "
        f"{VERDICT} %]"
    ),
)

CHANGE_NAME = "trim(\"class\" || ' ' || coalesce(transition, ''))"
AREA_DIGITS = DIGITS.replace("changed_area_m2", "area_m2")
CHANGE_TIP = tip(
    WHEN,
    block(
        f"<b>{escaped(CHANGE_NAME)}</b>, [% {AREA_DIGITS} || ' m², outline ' || format_number(perimeter_m, 0) || "
        "' m, probability ' || format_number(mean_probability, 2) %]"
    ),
    block(escaped("coalesce(caption, '')")),
)

DESCRIPTION = "coalesce(nullif(\"description_edited\", ''), \"description\", '')"
PLACE, CERTAINTY = (ESCAPED.format(f"coalesce({field}, '')") for field in ("place", "certainty"))
SITE_TIP = tip(
    WHEN,
    block(f"<b>{escaped(DESCRIPTION)}</b>"),
    grey(f"[% {PLACE} || ', ' || {DIGITS} || ' m², ' || {CERTAINTY} || {VERDICT} %]"),
    TIP,
)

WRITTEN_BY_ANALYSTS = ("review_status", "caption_edited", "description_edited")

CUSTOM_PROPERTIES = re.compile(r" *<customproperties>.*?</customproperties>\n", re.DOTALL)
"""What a style must not carry: loading it would wipe what the run noted in the layer."""


def fill(
    colour: str, alpha: int, outline: str, width: float, style: str = "solid", line: str = "solid"
) -> QgsFillSymbol:
    """Return a polygon symbol."""
    filled, edge = QColor(colour), QColor(outline)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{filled.red()},{filled.green()},{filled.blue()},{alpha}",
            "style": style,
            "outline_color": f"{edge.red()},{edge.green()},{edge.blue()},255",
            "outline_width": str(width),
            "outline_style": line,
        }
    )


def rules(*rows: tuple[str, str, QgsFillSymbol]) -> QgsRuleBasedRenderer:
    """Return a rule-based renderer of (label, filter, symbol)."""
    root = QgsRuleBasedRenderer.Rule(None)
    for label, where, symbol in rows:
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=where, label=label))
    return QgsRuleBasedRenderer(root)


def between_dates(layer: QgsVectorLayer) -> None:
    """Show each feature from its earlier to its later date in the Temporal Controller."""
    time = layer.temporalProperties()
    time.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    time.setStartField("date_before")
    time.setEndField("date_after")
    time.setIsActive(True)


KEEP_UNITS = "regexp_replace({0}, '(\\\\d) (m²|ha|km²)', '\\\\1' || char(160) || '\\\\2')"
"""A label breaks between words, not between a number and its unit."""
AROUND = "with_variable('hull', convex_hull($geometry), buffer(@hull, 0.25 * sqrt(area(@hull))))"
"""Where the sentence of a site must find room: over its gaps and holes, too, and a little beyond its edge."""


def sentence_labels(sentence: str, room: str, around: str = "") -> QgsVectorLayerSimpleLabeling:
    """Return labels with a sentence, wrapped, that lie on their polygon and never on one another.

    Args:
        sentence: expression of the text.
        room: expression that says whether the polygon is large enough on this map to be told.
        around: expression of the place in which the sentence must find room; empty for the polygon itself.
    """
    text = QgsTextFormat()
    text.setFont(QFont("Sans Serif"))  # QGIS 3.40 would fetch a font by name and complain without a network
    text.setSize(8)
    text.setColor(QColor("#1a1a1a"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor(255, 255, 255, 220))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.setFormat(text)
    settings.isExpression = True
    settings.fieldName = KEEP_UNITS.format(sentence)
    settings.autoWrapLength = 14
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.fitInPolygonOnly = True
    settings.geometryGenerator = around
    settings.geometryGeneratorEnabled = bool(around)
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
    settings.priority = 6
    properties = settings.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(room))
    largest_first = 'scale_linear(log10(1 + coalesce("changed_area_m2", 0)), 0, 6, 1, 10)'
    properties.setProperty(QgsPalLayerSettings.Property.Priority, QgsProperty.fromExpression(largest_first))
    settings.setDataDefinedProperties(properties)
    return QgsVectorLayerSimpleLabeling(settings)


BOX = "transform($geometry, @layer_crs, @map_crs)"
TILE_ROOM = f"bounds_width({BOX}) * 12 >= @map_extent_width"
"""Sentences on tiles of a few millimetres only hide the map."""
SITE_ROOM = f"bounds_width({BOX}) * bounds_height({BOX}) * 2500 >= @map_extent_width * @map_extent_height"
"""A site is told where its box takes a fiftieth of the map each way; of those that do, the largest win."""


def table(layer: QgsVectorLayer) -> None:
    """Give the attribute table names, widths, decimals, and leave out what few people read."""
    name_fields(layer)
    known, config = looks(), QgsAttributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        look = known.get(column.name)
        if look is not None:
            column.width, column.hidden = look.width, look.hidden
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)
    for index, field in enumerate(layer.fields()):
        look = known.get(field.name())
        if look is not None and look.decimals is not None:
            settings = {"Style": "SpinBox", "Precision": look.decimals, "AllowNull": True}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", settings))


def form(layer: QgsVectorLayer) -> None:
    """Make the analyst's two fields the only ones that the form lets through."""
    config = layer.editFormConfig()
    for index, field in enumerate(layer.fields()):
        config.setReadOnly(index, field.name() not in WRITTEN_BY_ANALYSTS)
    layer.setEditFormConfig(config)
    verdicts = [{"": ""}, {"accepted": "accepted"}, {"edited": "edited"}, {"rejected": "rejected"}]
    layer.setEditorWidgetSetup(
        layer.fields().indexOf("review_status"), QgsEditorWidgetSetup("ValueMap", {"map": verdicts})
    )
    for name in ("caption", "caption_edited", "description", "description_edited", "facts"):
        if layer.fields().indexOf(name) >= 0:
            setup = QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False})
            layer.setEditorWidgetSetup(layer.fields().indexOf(name), setup)


def tiles() -> QgsVectorLayer:
    """Return a styled, empty layer of tiles: outlines only, since the sites are what is to be seen."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "tiles", "memory")
    layer.dataProvider().addAttributes(fields_of(TILE_FIELDS).toList())
    layer.updateFields()
    reviewed = "coalesce(\"review_status\", '')"
    layer.setRenderer(
        rules(
            ("Rejected", f"{reviewed} = 'rejected'", fill("#ffffff", 0, "#8c8c8c", 0.3, "no", "dash")),
            (
                "Changed, reviewed",
                f"\"changed\" AND {reviewed} IN ('accepted', 'edited')",
                fill(APPEARED, 0, "#009e73", 0.4, "no"),
            ),
            ("Changed", f"\"changed\" AND {reviewed} = ''", fill(APPEARED, 0, APPEARED, 0.3, "no")),
            (
                "No data",
                'NOT "changed" AND "skip_reason" = \'no valid data\'',
                fill("#8c8c8c", 90, "#b3b3b3", 0.1, "b_diagonal"),
            ),
            (
                "Unchanged",
                f"NOT \"changed\" AND coalesce(\"skip_reason\", '') <> 'no valid data' AND {reviewed} <> 'rejected'",
                fill("#ffffff", 0, "#b3b3b3", 0.15, "no"),
            ),
        )
    )
    layer.setLabeling(
        sentence_labels(f"CASE WHEN \"changed\" AND {reviewed} <> 'rejected' THEN {CAPTION} END", TILE_ROOM)
    )
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(TILE_TIP)
    layer.setDisplayExpression(CAPTION)
    return layer


def changes() -> QgsVectorLayer:
    """Return a styled, empty layer of changed areas."""
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "changes", "memory")
    layer.dataProvider().addAttributes(fields_of(CHANGE_FIELDS).toList())
    layer.updateFields()
    kept = "coalesce(\"review_status\", '') <> 'rejected'"
    way = "coalesce(\"transition\", '')"
    layer.setRenderer(
        rules(
            ("Appeared", f"{kept} AND {way} = 'appeared'", fill(APPEARED, 115, APPEARED, 0.4)),
            ("Disappeared", f"{kept} AND {way} = 'disappeared'", fill(DISAPPEARED, 115, DISAPPEARED, 0.4)),
            ("Other change", f"{kept} AND {way} = ''", fill(OTHER, 115, OTHER, 0.4)),
            ("Rejected", f"NOT ({kept})", fill("#ffffff", 0, "#8c8c8c", 0.3, "no", "dash")),
        )
    )
    layer.setMapTipTemplate(CHANGE_TIP)
    layer.setDisplayExpression("\"class\" || ' ' || coalesce(\"transition\", '')")
    return layer


def sites() -> QgsVectorLayer:
    """Return a styled, empty layer of sites: coloured by what became of their main class, with sentences."""
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "sites", "memory")
    layer.dataProvider().addAttributes(fields_of(SITE_FIELDS).toList())
    layer.updateFields()
    kept = "coalesce(\"review_status\", '') <> 'rejected'"
    way = "coalesce(\"transition\", '')"
    layer.setRenderer(
        rules(
            ("Appeared", f"{kept} AND {way} = 'appeared'", fill(APPEARED, 70, APPEARED, 0.6)),
            ("Disappeared", f"{kept} AND {way} = 'disappeared'", fill(DISAPPEARED, 70, DISAPPEARED, 0.6)),
            ("Other change", f"{kept} AND {way} = ''", fill(OTHER, 70, OTHER, 0.6)),
            ("Rejected", f"NOT ({kept})", fill("#ffffff", 0, "#8c8c8c", 0.3, "no", "dash")),
        )
    )
    layer.setLabeling(sentence_labels(f"CASE WHEN {kept} THEN {DESCRIPTION} END", SITE_ROOM, AROUND))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(SITE_TIP)
    layer.setDisplayExpression(DESCRIPTION)
    return layer


def main() -> int:
    """Write the files."""
    application = QgsApplication([], False)
    application.initQgis()
    for name, layer in (("tiles", tiles()), ("changes", changes()), ("sites", sites())):
        between_dates(layer)
        table(layer)
        form(layer)
        path = ROOT / "resources" / "styles" / f"{name}.qml"
        message, ok = layer.saveNamedStyle(str(path))
        sys.stdout.write(message + "\n")
        if not ok:
            return 1
        without = CUSTOM_PROPERTIES.sub("", path.read_text(encoding="utf-8"))
        path.write_text(without, encoding="utf-8")
        del layer
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
