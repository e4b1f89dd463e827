"""The dock *Describe changes*: one tab to describe a pair, one for a time series, one to review."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from ..i18n import tr
from .common.report_button import ReportButton
from .describe.panel import DescribePanel
from .review.panel import ReviewPanel
from .series.panel import SeriesPanel

WIDTH = 500
"""How wide the dock first comes, in pixels: the columns of the review's list fit."""
SIZED = "describe_changes/dock_sized"
"""Setting: the dock has been given its first width; from then on it is as wide as somebody makes it."""


class DescribeDock(QgsDockWidget):
    """Holds the panels and passes a finished run on to the review.

    Args:
        iface: the application's interface.
        parent: its main window.
    """

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Describe Changes"), parent)
        self.setObjectName("DescribeChangesDock")
        self._iface = iface
        self.tabs = QTabWidget()
        self.run_panel = DescribePanel(iface)
        self.review_panel = ReviewPanel(iface)
        self.review_panel.layout().addWidget(ReportButton(iface, self.review_panel.layers))
        self.series_panel = SeriesPanel(iface)
        self.tabs.addTab(self.run_panel, tr("Describe"))
        self.tabs.addTab(self.series_panel, tr("Time series"))
        self.tabs.addTab(self.review_panel, tr("Review"))
        self.setWidget(self.tabs)
        self.run_panel.described.connect(self._described)
        self.series_panel.described.connect(self._described)

    def widen_once(self) -> None:
        """Take the width that the panels need; QGIS gives a new dock the least it can do with."""
        if not QgsSettings().value(SIZED, False, type=bool):
            QgsSettings().setValue(SIZED, True)
            self._iface.mainWindow().resizeDocks([self], [WIDTH], Qt.Orientation.Horizontal)

    def close_down(self) -> None:
        """Stop what runs and leave nothing on the map; for unloading."""
        self.run_panel.close_down()
        self.series_panel.close_down()
        self.review_panel.close_down()

    def _described(self, identifier: str) -> None:
        layer = QgsProject.instance().mapLayer(identifier)
        if layer is not None:
            self.review_panel.set_layer(layer)
