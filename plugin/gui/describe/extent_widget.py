"""What part of the pair is described: all, the canvas, a layer's extent, a drawn rectangle, or polygons."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayerProxyModel,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsExtentWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGroupBox, QVBoxLayout, QWidget

from ...i18n import tr
from ...processing.aoi import CODES, geojson_of
from ..common.messages import plain_label

ALL, CANVAS, LAYER, DRAWN, POLYGONS = "all", "canvas", "layer", "drawn", "polygons"


class ExtentWidget(QGroupBox):
    """The choice and the widgets that belong to each of its values.

    Args:
        canvas: the map that rectangles are taken from and drawn on.
        parent: owner.

    Signals:
        changed: another part of the ground is meant.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Extent"), parent)
        self._canvas = canvas
        self._watched: Optional[QgsVectorLayer] = None
        self.source = QComboBox()
        self.source.setObjectName("mExtentSource")
        self.source.setAccessibleName(tr("What part is described"))
        for text, key in (
            (tr("All that both images cover"), ALL),
            (tr("The map canvas as it is now"), CANVAS),
            (tr("The extent of a layer"), LAYER),
            (tr("A rectangle drawn on the map"), DRAWN),
            (tr("The polygons of a layer"), POLYGONS),
        ):
            self.source.addItem(text, key)
        self.layer = QgsMapLayerComboBox()
        self.layer.setObjectName("mExtentLayer")
        kinds = QgsMapLayerProxyModel.Filter
        flags = Qgis.LayerFilters if hasattr(Qgis, "LayerFilters") else QgsMapLayerProxyModel.Filters  # from 3.34 on
        self.layer.setFilters(flags(kinds.RasterLayer | kinds.HasGeometry))
        self.layer.setAccessibleName(tr("Layer that gives the extent"))
        self.rectangle = QgsExtentWidget(self, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.rectangle.setObjectName("mExtent")
        self.rectangle.setAccessibleName(tr("A rectangle drawn on the map"))
        self.rectangle.setNullValueAllowed(True, tr("no rectangle yet"))
        self.rectangle.setMapCanvas(canvas)
        self.polygons = QgsMapLayerComboBox()
        self.polygons.setObjectName("mExtentPolygons")
        self.polygons.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.polygons.setAllowEmptyLayer(True)
        self.polygons.setAccessibleName(tr("Layer of polygons to stay within"))
        self.selected = QCheckBox(tr("Selected features only"))
        self.selected.setObjectName("mExtentSelected")
        self.about = plain_label("mExtentAbout")
        column = QVBoxLayout(self)
        for widget in (self.source, self.layer, self.rectangle, self.polygons, self.selected, self.about):
            column.addWidget(widget)
        self.source.currentIndexChanged.connect(lambda _index: self._chosen())
        self.layer.layerChanged.connect(lambda _layer: self._take_layer())
        self.rectangle.extentChanged.connect(lambda _extent: self._tell())
        self.polygons.layerChanged.connect(lambda _layer: self._watch())
        self.selected.toggled.connect(lambda _checked: self._tell())
        self._show_what_belongs()

    def mode(self) -> str:
        """Return which of the five is chosen."""
        return str(self.source.currentData())

    def choose(self, mode: str) -> None:
        """Choose one of the five."""
        self.source.setCurrentIndex(max(0, self.source.findData(mode)))

    def parameters(self) -> dict[str, Any]:
        """Return what is chosen as parameters of the algorithm."""
        if self.mode() == POLYGONS and self.polygons.currentLayer() is not None:
            layer = self.polygons.currentLayer().id()
            return {"WITHIN": QgsProcessingFeatureSourceDefinition(layer, self.selected.isChecked())}
        box, code = self._coded_box()
        if box is None:
            return {}
        corners = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
        return {"EXTENT": ",".join(repr(corner) for corner in corners) + f" [{code}]"}

    def engine_parameters(self) -> dict[str, str]:
        """Return what is chosen as the engine takes it."""
        if self.mode() == POLYGONS:
            return {"aoi": self._geojson()}
        box, code = self._coded_box()
        if box is None:
            return {}
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        return {"extent": ",".join(repr(corner) for corner in corners) + f",{code}"}

    def problem(self) -> str:
        """Return what is missing, as a sentence, or an empty string."""
        mode = self.mode()
        if mode == POLYGONS:
            layer = self.polygons.currentLayer()
            if layer is None:
                return tr("Choose the layer whose polygons say where to look.")
            if self.selected.isChecked() and not layer.selectedFeatureCount():
                return tr("No feature of “{0}” is selected. Select some, or untick “Selected features only”.").format(
                    layer.name()
                )
            if not self._geojson():
                return tr("“{0}” has no polygon. Choose another layer.").format(layer.name())
        elif mode != ALL and self._box() is None:
            return tr("There is no rectangle yet. Draw it on the map, or describe all that both images cover.")
        return ""

    def area(self) -> Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]]:
        """Return the rectangle around what is chosen, and its CRS; None where everything is, or nothing yet."""
        if self.mode() == POLYGONS:
            layer = self.polygons.currentLayer()
            if layer is None:
                return None
            box = layer.boundingBoxOfSelected() if self.selected.isChecked() else layer.extent()
            return None if box.isNull() else (box, layer.crs())
        box = self._box()
        return None if box is None else (box, self.rectangle.outputCrs())

    def state(self) -> dict[str, Any]:
        """Return the choice as plain data for the project."""
        state: dict[str, Any] = {"mode": self.mode(), "selected": self.selected.isChecked()}
        for name, combo in (("layer", self.layer), ("polygons", self.polygons)):
            if combo.currentLayer() is not None:
                state[name] = combo.currentLayer().id()
        box = self._box()
        if box is not None:
            state["box"] = [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
            crs = self.rectangle.outputCrs()
            state["crs"] = crs.authid() or crs.toWkt()
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Choose again what :meth:`state` said; layers that are gone are left out."""
        for name, combo in (("layer", self.layer), ("polygons", self.polygons)):
            layer = QgsProject.instance().mapLayer(str(state.get(name, "")))
            if layer is not None:
                combo.blockSignals(True)
                combo.setLayer(layer)
                combo.blockSignals(False)
        self.selected.setChecked(bool(state.get("selected")))
        self.source.blockSignals(True)
        self.choose(str(state.get("mode", ALL)))
        self.source.blockSignals(False)
        box = state.get("box")
        if isinstance(box, list) and len(box) == 4 and all(isinstance(number, (int, float)) for number in box):
            crs = QgsCoordinateReferenceSystem(str(state.get("crs", "")))
            self.rectangle.setOutputCrs(crs)
            self.rectangle.setOutputExtentFromUser(QgsRectangle(*box), crs)
        self._show_what_belongs()
        self._watch()

    def close_down(self) -> None:
        """Let go of the layer that is watched."""
        self._unwatch()

    def _box(self) -> Optional[QgsRectangle]:
        if self.mode() not in (CANVAS, LAYER, DRAWN) or not self.rectangle.isValid():
            return None
        box = self.rectangle.outputExtent()
        return None if box.isNull() or box.isEmpty() else box

    def _coded_box(self) -> tuple[Optional[QgsRectangle], str]:
        """Return the rectangle in a CRS that has a code, and that code; one of the user's own goes in degrees."""
        box, crs = self._box(), self.rectangle.outputCrs()
        if box is None or crs.authid().startswith(CODES):
            return box, crs.authid()
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        way = QgsCoordinateTransform(crs, degrees, QgsProject.instance())
        return way.transformBoundingBox(box), degrees.authid()

    def _geojson(self) -> str:
        layer = self.polygons.currentLayer()
        if layer is None:
            return ""
        features = layer.getSelectedFeatures() if self.selected.isChecked() else layer.getFeatures()
        return geojson_of(features, layer.crs())

    def _chosen(self) -> None:
        self._show_what_belongs()
        mode = self.mode()
        if mode == CANVAS:
            crs = self._canvas.mapSettings().destinationCrs()
            self.rectangle.setCurrentExtent(self._canvas.extent(), crs)
            self.rectangle.setOutputExtentFromCurrent()
        elif mode == LAYER:
            self._take_layer()
        elif mode == DRAWN:
            self.rectangle.clear()
            self.rectangle.setOutputExtentFromDrawOnCanvas()
        self._tell()

    def _take_layer(self) -> None:
        layer = self.layer.currentLayer()
        if self.mode() == LAYER and layer is not None:
            self.rectangle.setOutputExtentFromLayer(layer)

    def _show_what_belongs(self) -> None:
        mode = self.mode()
        self.layer.setVisible(mode == LAYER)
        self.rectangle.setVisible(mode in (CANVAS, LAYER, DRAWN))
        self.polygons.setVisible(mode == POLYGONS)
        self.selected.setVisible(mode == POLYGONS)
        self._say()

    def _watch(self) -> None:
        """Follow the selection of the layer of polygons."""
        self._unwatch()
        layer = self.polygons.currentLayer()
        if isinstance(layer, QgsVectorLayer):
            layer.selectionChanged.connect(self._selection_changed)
            layer.willBeDeleted.connect(self._forget)
            self._watched = layer
        self._tell()

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.selectionChanged.disconnect(self._selection_changed)
            self._watched.willBeDeleted.disconnect(self._forget)
            self._watched = None

    def _forget(self) -> None:
        self._watched = None

    def _selection_changed(self, *_: Any) -> None:
        if self.mode() == POLYGONS and self.selected.isChecked():
            self._tell()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        problem = self.problem()
        self.about.setText(problem)
        self.about.setVisible(bool(problem))
