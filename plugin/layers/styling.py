"""Style result layers: symbols, labels, form, map tips and place in time.

What does not depend on the run stands in ``resources/styles/*.qml`` (made by ``scripts/make_styles.py``, which
can be run again after a change of mind); the engine stores the same files in its GeoPackages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsDateTimeRange,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsSingleBandGrayRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...common.nouns import legend_label
from ..paths import RESOURCES, user_data_dir
from .aliases import name_fields
from .schema import moment

STYLES = {"SITES": "sites.qml", "CHANGES": "changes.qml", "TILES": "tiles.qml"}
OURS = "describe_changes/"
ROLE = "describe_changes/role"
BEFORE_LAYER, AFTER_LAYER = "describe_changes/before", "describe_changes/after"
"""Custom properties of result layers: their output's name, and the ids of the images they were made from."""
LIVE = "live"
"""Role of a layer of tiles that is still being filled."""

APPEARED, DISAPPEARED, OTHER = "#d55e00", "#0072b2", "#cc79a7"
"""Vermilion, blue and purple of Okabe and Ito, as in core/io/legend.py; told apart with any colour vision."""
COLOURS = {"appeared": APPEARED, "disappeared": DISAPPEARED}


def apply_styling(layer: QgsMapLayer, kind: str, started: dict[str, Any], stored: bool = False) -> None:
    """Give a result layer its appearance.

    Args:
        layer: the layer.
        kind: name of the output: ``TILES``, ``CHANGES``, ``MASK`` or ``PROBABILITIES``.
        started: the engine's ``started`` event, for dates and classes.
        stored: the engine has written the layer with its style, which names the classes of the run's model.
    """
    noted = {name: layer.customProperty(name) for name in layer.customPropertyKeys() if name.startswith(OURS)}
    if isinstance(layer, QgsVectorLayer) and kind in STYLES:
        own = own_style(kind)
        if own is not None:
            layer.loadNamedStyle(str(own), True)  # without True QGIS 3.22 takes the style in a GeoPackage instead
        elif not stored or not layer.loadDefaultStyle()[1]:
            layer.loadNamedStyle(str(RESOURCES / "styles" / STYLES[kind]), True)
            _name_classes(layer, started)
        name_fields(layer)
    elif isinstance(layer, QgsRasterLayer):
        if kind == "MASK":
            _style_mask(layer, started)
        else:
            _style_probabilities(layer)
        _place_in_time(layer, started)
    for name, value in {**noted, ROLE: kind.lower()}.items():  # loading a style takes the layer's properties away
        layer.setCustomProperty(name, value)
    layer.triggerRepaint()


def own_style(kind: str) -> Optional[Path]:
    """Return the user's style for an output of all results, None where there is none.

    It is a file of the name that the plugin's own style has, such as ``sites.qml``, in the folder ``styles`` of the
    user's folder; QGIS's *Save Style…* writes it.
    """
    path: Path = user_data_dir() / "styles" / STYLES[kind]
    return path if path.is_file() else None


def _name_classes(layer: QgsVectorLayer, started: dict[str, Any]) -> None:
    """Let the legend name the classes of the run's model, as the engine does in the files that it writes."""
    renderer = layer.renderer()
    channels = started.get("channels") or []
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    transitions = {"Appeared": "appeared", "Disappeared": "disappeared", "Other change": ""}
    for rule in renderer.rootRule().children():
        meant = transitions.get(rule.label())
        alike = [one for one in channels if one.get("transition") == meant]
        label = legend_label((str(one.get("name", "")), str(one.get("class_name", ""))) for one in alike)
        if label:
            rule.setLabel(label)


def hide_working_layers(shown: dict[str, QgsMapLayer]) -> None:
    """Uncheck changed areas and tiles in the layer tree where sites say what changed, and put the sites on top.

    Args:
        shown: layers of one result by output, as far as the project has them.
    """
    root = QgsProject.instance().layerTreeRoot()
    nodes = {kind: root.findLayer(layer.id()) for kind, layer in shown.items()}
    if nodes.get("SITES") is None:
        return
    for kind in ("CHANGES", "TILES", "MASK"):
        if nodes.get(kind) is not None:
            nodes[kind].setItemVisibilityChecked(False)
    _put_first(nodes)
    top = root.findLayer(shown["SITES"].id())
    for node in filter(None, (top, top.parent() if top.parent() != root else None)):
        node.setExpanded(False)  # a group that was empty when it came is closed in the view, whatever it says of itself
        node.setExpanded(True)


def _put_first(nodes: dict[str, Any]) -> None:
    """Put the sites above the other layers of a result that lie in the same group."""
    sites = nodes["SITES"]
    group = sites.parent()
    places = [group.children().index(node) for node in nodes.values() if node is not None and node.parent() == group]
    if places and group.children().index(sites) > min(places):
        group.insertChildNode(min(places), sites.clone())
        group.removeChildNode(sites)


def _style_mask(layer: QgsRasterLayer, started: dict[str, Any]) -> None:
    """Colour the mask by class.

    The engine lays a style beside its masks; without one the colours come from the run's mask channels.
    """
    _, styled = layer.loadDefaultStyle()
    classes = []
    for value, channel in enumerate(started.get("channels") or [], start=1):
        colour = QColor(COLOURS.get(str(channel.get("transition", "")), OTHER))
        classes.append(QgsPalettedRasterRenderer.Class(value, colour, str(channel.get("name", ""))))
    if classes and not styled and layer.dataProvider() is not None:
        renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)
        renderer.setOpacity(0.6)
        layer.setRenderer(renderer)


def _style_probabilities(layer: QgsRasterLayer) -> None:
    """Show the first class from 0 (black) to 1 (white); QGIS would mix the first three classes as red, green, blue."""
    provider = layer.dataProvider()
    if provider is None or layer.bandCount() == 0:
        return
    grey = QgsSingleBandGrayRenderer(provider, 1)
    stretch = QgsContrastEnhancement(provider.dataType(1))
    stretch.setMinimumValue(0.0)
    stretch.setMaximumValue(1.0)
    stretch.setContrastEnhancementAlgorithm(QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum)
    grey.setContrastEnhancement(stretch)
    layer.setRenderer(grey)


def _place_in_time(layer: QgsRasterLayer, started: dict[str, Any]) -> None:
    """Show a raster between the two dates in the Temporal Controller."""
    begin = moment((started.get("date_before") or [None])[0])
    end = moment((started.get("date_after") or [None])[0])
    if begin is not None and end is not None:
        properties = layer.temporalProperties()
        properties.setMode(_fixed_range())
        properties.setFixedTemporalRange(QgsDateTimeRange(begin, end))
        properties.setIsActive(True)


def _fixed_range() -> Any:
    """Return the raster mode; the enumeration moved into ``Qgis`` in 3.22."""
    return Qgis.RasterTemporalMode.FixedTemporalRange
