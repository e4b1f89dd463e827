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
    QgsNullSymbolRenderer,
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
TEXTS = ("description", "facts", "review", "figures")
_AROUND = 0.3  # what is shown around a site, by its longer side
_LEAST_M = 60.0  # side of a site's images on the ground, at least
_DEGREE_M = 111_000.0
_FEW = 200
_VERDICTS = {
    "all": "1 = 1",
    "not-rejected": "coalesce(\"review_status\", '') <> 'rejected'",
    "accepted": "\"review_status\" IN ('accepted', 'edited')",
}

_CHOSEN = {
    "site": '"site_id" IN (SELECT "site_id" FROM "sites" WHERE {})',
    "tile": '"tile_id" IN (SELECT "tile_id" FROM "tiles" WHERE {})',
}


def _kept(noun: str, review: str) -> str:
    """Return which sites or tiles a selection draws, as the engine counts them; SQL of the snapshot."""
    return _VERDICTS[review] if noun == "site" else f'"changed" = 1 AND {_VERDICTS[review]}'


def _kept_changes(noun: str, review: str) -> str:
    """Return which changed areas a selection draws; SQL of the snapshot."""
    if review == "all":
        return ""
    return f"{_VERDICTS['not-rejected']} AND {_CHOSEN[noun].format(_VERDICTS[review])}"


class ReportMaps:
    """Layers and CRS of the maps; to be made and used on the main thread.

    Args:
        snapshot: copy of the result.
        said: what the report says, from the engine.
        review: the selection of sites.
        own: the analyst's *before* and *after* layers, None where the files are opened.
        context: transform context of the analyst's project.
    """

    def __init__(
        self, snapshot: Path, said: dict[str, Any], review: str, own: list[Optional[QgsMapLayer]], context: Any
    ) -> None:
        self.project = QgsProject()
        self.project.setTransformContext(context)
        self._said = said
        self._noun = str(said["noun"])
        whole = QgsVectorLayer(f"{snapshot}|layername=tiles", "tiles", "ogr")
        self.crs = _map_crs(whole)
        self.project.setCrs(self.crs)
        self._whole = QgsRectangle(whole.extent())
        del whole  # two layers of one file, one of them filtered later on, and QGIS 3.22 reads nothing any more
        drawn = QgsVectorLayer(f"{snapshot}|layername={self._noun}s", "changed", "ogr")
        drawn.setSubsetString(_kept(self._noun, review))
        self.pages = self._page_layer(drawn)
        few = drawn.featureCount() <= _FEW
        drawn.setRenderer(
            QgsSingleSymbolRenderer(_outlines(0.5 if few else 0.2)) if self._noun == "tile" else self._by_class()
        )
        drawn.setLabelsEnabled(False)
        self.drawn = self._added(drawn)
        self.before, self.after = (self._images(number, own[number]) for number in (0, 1))
        self.changes = self._changes(snapshot, review)

    @property
    def extent(self) -> QgsRectangle:
        """Extent of all tiles in the maps' CRS, with a small margin."""
        transform = QgsCoordinateTransform(self.drawn.crs(), self.crs, self.project.transformContext())
        box = transform.transformBoundingBox(self._whole)
        box.scale(1.04)
        return box

    def close(self) -> None:
        """Delete the project and with it the layers, after the layouts."""
        if not sip.isdeleted(self.project):
            sip.delete(self.project)

    def overview(self) -> list[QgsMapLayer]:
        """Layers of the overview, topmost first."""
        return [self.numbers, self.drawn, *(self.after or self.before)]

    def of(self, name: str) -> list[QgsMapLayer]:
        """Layers of a map on a site's page: ``before``, ``after`` or ``mask``."""
        if name == "mask":
            return [*([self.changes] if self.changes is not None else []), self.frame, *self.after]
        return [self.frame, *(self.before if name == "before" else self.after)]

    def _images(self, number: int, own: Optional[QgsMapLayer]) -> list[QgsMapLayer]:
        return [self._added(layer) for layer in report_rasters(self._said, number, own)]

    def _page_layer(self, drawn: QgsVectorLayer) -> QgsVectorLayer:
        """Return what each page shows, the largest site first, with the texts of the pages; keep the sites' outlines.

        The layers ``numbers``, for the overview, and ``frame``, for the pages, are made on the way.
        """
        key = f"{self._noun}_id"
        numbers = ",".join(str(int(site["site_id"])) for site in self._said["sites"]) or "NULL"
        request = QgsFeatureRequest().setFilterExpression(f'"{key}" IN ({numbers})')
        shapes = {feature[key]: QgsGeometry(feature.geometry()) for feature in drawn.getFeatures(request)}
        pages, outlines = self._memory(drawn, "pages"), self._memory(drawn, "sites shown")
        for rank, site in enumerate(self._said["sites"], start=1):
            shape = shapes.get(site["site_id"], QgsGeometry())
            values = [rank, site["site_id"], site["name"], *(breakable(str(site[name])) for name in TEXTS)]
            around = _around(shape, drawn.crs().isGeographic()) if self._noun == "site" else shape
            for layer, geometry in ((pages, around), (outlines, shape)):
                feature = QgsFeature(layer.fields())
                feature.setGeometry(geometry)
                feature.setAttributes(values)
                layer.dataProvider().addFeature(feature)
        pages.updateExtents()
        outlines.updateExtents()
        frame = outlines.clone()
        rules = QgsRuleBasedRenderer.Rule(None)
        this_page = "\"rank\" = attribute(@atlas_feature, 'rank')"
        rules.appendChild(QgsRuleBasedRenderer.Rule(_outlines(0.4), filterExp=this_page))
        frame.setRenderer(QgsRuleBasedRenderer(rules))
        self.frame = self._added(frame)
        if self._noun == "tile":
            outlines.setRenderer(QgsSingleSymbolRenderer(_outlines(0.35)))
        else:
            outlines.setRenderer(QgsNullSymbolRenderer())
        _number(outlines)
        self.numbers = self._added(outlines)
        return self._added(pages)

    def _memory(self, like: QgsVectorLayer, name: str) -> QgsVectorLayer:
        """Return a layer in memory for what is shown on pages."""
        layer = QgsVectorLayer(f"MultiPolygon?crs={like.crs().authid()}", name, "memory")
        if not layer.crs().isValid() or layer.crs() != like.crs():
            layer.setCrs(like.crs())
        layer.dataProvider().addAttributes(list(fields_of((("rank", "integer"), ("site_id", "integer")))))
        layer.dataProvider().addAttributes(list(fields_of(tuple((name, "text") for name in ("name", *TEXTS)))))
        layer.updateFields()
        return layer

    def _by_class(self) -> QgsCategorizedSymbolRenderer:
        """Return how sites and changed areas are coloured: as in the table of classes."""
        categories = [
            QgsRendererCategory(f"{row['class_name']}\n{row['transition']}", _area(row["colour"]), row["name"])
            for row in self._said["classes"]
        ]
        return QgsCategorizedSymbolRenderer(
            "coalesce(\"class\", '') || '\n' || coalesce(\"transition\", '')", categories
        )

    def _changes(self, snapshot: Path, review: str) -> Optional[QgsVectorLayer]:
        """Return the changed areas of the selection in the colours of the table."""
        layer = QgsVectorLayer(f"{snapshot}|layername=changes", "changed areas", "ogr")
        if not layer.isValid():
            return None
        layer.setSubsetString(_kept_changes(self._noun, review))
        layer.setRenderer(self._by_class())
        layer.setLabelsEnabled(False)
        return self._added(layer)

    def _added(self, layer: QgsMapLayer) -> Any:
        self.project.addMapLayer(layer, False)
        return layer


def breakable(text: str) -> str:
    """Return a text that can be wrapped: words longer than a line get places to break."""
    return " ".join("\u200b".join(word[n : n + 60] for n in range(0, len(word), 60)) for word in text.split(" "))


def _around(shape: QgsGeometry, degrees: bool) -> QgsGeometry:
    """Return the rectangle that shows a site with what lies around it."""
    if shape.isEmpty():
        return QgsGeometry(shape)
    box = shape.boundingBox()
    least = _LEAST_M / _DEGREE_M if degrees else _LEAST_M
    room = max(least - max(box.width(), box.height()), _AROUND * 2 * max(box.width(), box.height())) / 2
    return QgsGeometry.fromRect(box.buffered(room))


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
    """Write each site's number into it."""
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
    settings.fieldName = "site_id"
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.centroidInside = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
