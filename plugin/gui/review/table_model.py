"""The list of tiles under review, as a model for a table."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor

from ...i18n import tr
from ...icons import on_dark
from ...layers.review import ACCEPTED, EDITED, REJECTED, Review
from ...layers.subject import SITES
from ...numbers import area, dates, share

COLOURS = {ACCEPTED: "#00755a", EDITED: "#0072b2", REJECTED: "#6b6b6b"}
ON_DARK = {ACCEPTED: "#3ddbb0", EDITED: "#6cb8ef", REJECTED: "#a8a8a8"}
"""Ink of a row by its verdict, on light and on dark windows; each as legible as text must be."""


class ReviewTableModel(QAbstractTableModel):
    """Score, area, classes, sentence and verdict of each tile."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.review: Optional[Review] = None
        self._titles = ("", tr("Area"), tr("Class"), tr("Sentence"), tr("Verdict"))

    def show(self, review: Optional[Review]) -> None:
        """Show another review, or the same one read anew."""
        self.beginResetModel()
        self.review = review
        self.endResetModel()

    def refresh(self, place: int) -> None:
        """Show the row anew."""
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._titles) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of tiles."""
        return 0 if self.review is None or parent.isValid() else len(self.review.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            if section == 0:  # of a site how far to trust it, of a tile how sure the model is
                of_sites = self.review is not None and self.review.subject is SITES
                return tr("Confidence") if of_sites else tr("Score")
            return self._titles[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if self.review is None or not index.isValid():
            return None
        row = self.review.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (share(row.score), area(row.area), row.classes, row.caption, row.review_status)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (dates(row.dates), row.classes, row.caption, row.facts)))
        if role == Qt.ItemDataRole.ForegroundRole and row.review_status in COLOURS:
            return QColor((ON_DARK if on_dark() else COLOURS)[row.review_status])
        return None
