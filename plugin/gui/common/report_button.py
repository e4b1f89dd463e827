"""The button *Report…*: opens the algorithm's dialog for the layer under review."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QWidget

from ...i18n import tr
from ...processing.report import remembered_head
from .messages import push_message

ALGORITHM = "describechanges:report"


class ReportButton(QPushButton):
    """Opens *Report of a result*.

    Args:
        iface: the application's interface.
        layers: the box that chooses the layer of sites; its data are layer ids.
        parent: where the button lies.
    """

    def __init__(self, iface: Any, layers: QComboBox, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Report…"), parent)
        self.setObjectName("mReviewReport")
        self.setToolTip(tr("Write the result as an HTML page or a PDF, with your verdicts and words"))
        self.setWhatsThis(
            tr(
                "Opens “Report of a result” for the layer under review: one HTML page, a PDF with a page per site, "
                "or both. Rejected sites are left out unless you ask for them."
            )
        )
        self._iface, self._layers = iface, layers
        self.dialog: Optional[QWidget] = None
        self.clicked.connect(lambda _checked=False: self.open())

    def open(self) -> None:
        """Show the dialog; it stays open beside the map."""
        layer = self._layers.currentData()
        if not layer:
            text = tr("There is no result in the project. Run “Describe changes” first.")
            push_message(self._iface, text, Qgis.MessageLevel.Info)
            return
        from qgis import processing

        found = QgsProject.instance().mapLayer(layer)
        remembered = remembered_head(found) if found is not None else {}
        self.dialog = processing.createAlgorithmDialog(ALGORITHM, {"INPUT": layer, **remembered})
        if self.dialog is not None:
            self.dialog.show()
