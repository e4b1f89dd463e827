"""The layers on a report's maps, in a project of their own: the analyst's project is neither read nor changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor, QFont

from ..layers.schema import fields_of
from .images import report_rasters

OUTLINE = "#ff6a00"
FAMILY = "Noto Sans"
TEXTS = ("caption", "facts", "review", "figures")
_KEPT = {
    "all": '"changed" = 1',
    "not-rejected": "\"changed\" = 1 AND coalesce(\"review_status\", '') <> 'rejected'",
    "accepted": "\"changed\" = 1 AND \"review_status\" IN ('accepted', 'edited')",
}
_KEPT_CHANGES = {
    "all": "",
    "not-rejected": "coalesce(\"review_status\", '') <> 'rejected' AND \"tile_id\" NOT IN "
    '(SELECT "tile_id" FROM "tiles" WHERE "review_status" = \'rejected\')',
    "accepted": "coalesce(\"review_status\", '') <> 'rejected' AND \"tile_id\" IN "
    '(SELECT "tile_id" FROM "tiles" WHERE "review_status" IN (\'accepted\', \'edited\'))',
}
"""Which tiles and changed areas a selection draws, as the engine counts them; SQL of the snapshot."""


class ReportMaps:
    """Layers and CRS of the maps; to be made and used on the main thread.

    Args:
        snapshot: copy of the result.
        said: the engine's digest.
        review: the selection of tiles.
        own: the analyst's *before* and *after* layers, None where the files are opened.
        context: transform context of the analyst's project.
    """

    def __init__(
        self, snapshot: Path, said: dict[str, Any], review: str, own: list[Optional[QgsMapLayer]], context: Any
    ) -> None:
        self.project = QgsProject()
        self.project.setTransformContext(context)
        self._said = said
        drawn = QgsVectorLayer(f"{snapshot}|layername=tiles", "changed tiles", "ogr")
        self.crs = _map_crs(drawn)
        self.project.setCrs(self.crs)
        self._whole = QgsRectangle(drawn.extent())
        drawn.setSubsetString(_KEPT[review])
        self.pages = self._page_layer(drawn)
        outline = _outlines(0.5 if drawn.featureCount() <= 200 else 0.2)
        drawn.setRenderer(QgsSingleSymbolRenderer(outline))
        drawn.setLabelsEnabled(False)
        self.tiles = self._added(drawn)
        self.pages.setRenderer(QgsSingleSymbolRenderer(_outlines(0.35)))
        _number(self.pages)
        self.before, self.after = (self._images(number, own[number]) for number in (0, 1))
        self.changes = self._changes(snapshot, review)

    @property
    def extent(self) -> QgsRectangle:
        """Extent of all tiles in the maps' CRS, with a small margin."""
        transform = QgsCoordinateTransform(self.tiles.crs(), self.crs, self.project.transformContext())
        box = transform.transformBoundingBox(self._whole)
        box.scale(1.04)
        return box

    def close(self) -> None:
        """Delete the project and with it the layers, after the layouts."""
        if not sip.isdeleted(self.project):
            sip.delete(self.project)

    def overview(self) -> list[QgsMapLayer]:
        """Layers of the overview, topmost first."""
        return [self.pages, self.tiles, *(self.after or self.before)]

    def of(self, name: str) -> list[QgsMapLayer]:
        """Layers of a map on a tile's page: ``before``, ``after`` or ``mask``."""
        if name == "mask":
            return [*([self.changes] if self.changes is not None else []), self.frame, *self.after]
        return [self.frame, *(self.before if name == "before" else self.after)]

    def _images(self, number: int, own: Optional[QgsMapLayer]) -> list[QgsMapLayer]:
        return [self._added(layer) for layer in report_rasters(self._said, number, own)]

    def _page_layer(self, drawn: QgsVectorLayer) -> QgsVectorLayer:
        """Return the tiles that get a page, best first, with the texts of their pages, and keep their outlines."""
        layer = QgsVectorLayer(f"Polygon?crs={drawn.crs().authid()}", "tiles shown", "memory")
        if not layer.crs().isValid() or layer.crs() != drawn.crs():
            layer.setCrs(drawn.crs())
        provider = layer.dataProvider()
        provider.addAttributes(list(fields_of((("rank", "integer"), ("tile_id", "integer")))))
        provider.addAttributes(list(fields_of(tuple((name, "text") for name in TEXTS))))
        layer.updateFields()
        numbers = ",".join(str(int(tile["tile_id"])) for tile in self._said["tiles"]) or "NULL"
        request = QgsFeatureRequest().setFilterExpression(f'"tile_id" IN ({numbers})')
        shapes = {feature["tile_id"]: QgsGeometry(feature.geometry()) for feature in drawn.getFeatures(request)}
        features = []
        for rank, tile in enumerate(self._said["tiles"], start=1):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(shapes.get(tile["tile_id"], QgsGeometry()))
            feature.setAttributes([rank, tile["tile_id"], *(breakable(str(tile[name])) for name in TEXTS)])
            features.append(feature)
        provider.addFeatures(features)
        layer.updateExtents()
        frame = layer.clone()
        rules = QgsRuleBasedRenderer.Rule(None)
        this_page = "\"rank\" = attribute(@atlas_feature, 'rank')"
        rules.appendChild(QgsRuleBasedRenderer.Rule(_outlines(0.4), filterExp=this_page))
        frame.setRenderer(QgsRuleBasedRenderer(rules))
        self.frame = self._added(frame)
        return self._added(layer)

    def _changes(self, snapshot: Path, review: str) -> Optional[QgsVectorLayer]:
        """Return the changed areas of the selection in the colours of the table."""
        layer = QgsVectorLayer(f"{snapshot}|layername=changes", "changed areas", "ogr")
        if not layer.isValid():
            return None
        layer.setSubsetString(_KEPT_CHANGES[review])
        categories = [
            QgsRendererCategory(f"{row['class_name']}\n{row['transition']}", _area(row["colour"]), row["name"])
            for row in self._said["classes"]
        ]
        expression = "coalesce(\"class\", '') || '\n' || coalesce(\"transition\", '')"
        layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))
        layer.setLabelsEnabled(False)
        return self._added(layer)

    def _added(self, layer: QgsMapLayer) -> Any:
        self.project.addMapLayer(layer, False)
        return layer


def breakable(text: str) -> str:
    """Return a text that can be wrapped: words longer than a line get places to break."""
    return " ".join("\u200b".join(word[n : n + 60] for n in range(0, len(word), 60)) for word in text.split(" "))


def _map_crs(tiles: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """Return the tiles' CRS, or in place of degrees a Mercator projection about their middle."""
    crs = tiles.crs()
    if not crs.isGeographic():
        return crs
    middle = tiles.extent().center()
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=tmerc +lat_0={middle.y():.6f} +lon_0={middle.x():.6f} +k=1 +datum=WGS84 +units=m +no_defs"
    )


def _outlines(width: float) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"style": "no", "outline_color": OUTLINE, "outline_width": str(width)})


def _area(colour: str) -> QgsFillSymbol:
    shade = QColor(colour)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{shade.red()},{shade.green()},{shade.blue()},95",
            "outline_color": f"{shade.red()},{shade.green()},{shade.blue()},255",
            "outline_width": "0.3",
        }
    )


def _number(layer: QgsVectorLayer) -> None:
    """Write each tile's number into it."""
    text = QgsTextFormat()
    font = QFont(FAMILY)
    font.setBold(True)
    text.setFont(font)
    text.setSize(8)
    text.setColor(QColor("#1d2730"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.setFormat(text)
    settings.fieldName = "tile_id"
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.centroidInside = True
    settings.displayAll = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
