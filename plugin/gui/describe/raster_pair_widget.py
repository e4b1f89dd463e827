"""Picking the pair: two rasters of the project with their dates, and a hand when they are the wrong way round."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QGroupBox, QLabel, QLineEdit, QPushButton, QWidget

from ...i18n import tr
from ...layers.rasters import date_range
from ...layers.web_maps import is_web_map
from ...processing.raster_checks import Side, pair_problem, side_problem
from ..common.messages import plain_label
from ..common.raster_file import RasterFileButton, list_usable_rasters
from ..common.settings import reading_from_servers


class RasterPairWidget(QGroupBox):
    """Before and after, each a raster and a date.

    Signals:
        changed: the pair or one of its dates has changed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Images"), parent)
        self._found: dict[QLineEdit, str] = {}
        self.before, self.before_date = self._row("Before")
        self.after, self.after_date = self._row("After")
        self._found.update({self.before_date: "", self.after_date: ""})
        self.swap_button = QPushButton(tr("S&wap"))
        self.swap_button.setObjectName("mSwapDates")
        self.swap_button.setToolTip(tr("Make the before image the after image and the other way round"))
        self.swap_button.clicked.connect(lambda _checked=False: self.swap())
        self.notice = plain_label("mPairNotice")
        self.file_buttons = (
            RasterFileButton(self.before, "mBeforeFile", tr("Take the earlier image from a file")),
            RasterFileButton(self.after, "mAfterFile", tr("Take the later image from a file")),
        )
        for button, date in zip(self.file_buttons, (self.before_date, self.after_date)):
            button.failed.connect(self._say)
            button.dated.connect(date.setText)
        grid = QGridLayout(self)
        for row, (text, layer, date) in enumerate(
            ((tr("&Before"), self.before, self.before_date), (tr("&After"), self.after, self.after_date))
        ):
            label = QLabel(text)
            label.setBuddy(layer)
            grid.addWidget(label, row, 0)
            grid.addWidget(layer, row, 1)
            grid.addWidget(self.file_buttons[row], row, 2)
            grid.addWidget(date, row, 3)
        grid.addWidget(self.notice, 2, 0, 1, 3)
        grid.addWidget(self.swap_button, 2, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 1)
        self._layer_chosen(self.before_date, self.before)
        self._layer_chosen(self.after_date, self.after)
        for combo in (self.before, self.after):
            if is_web_map(combo.currentLayer()):  # a base map is an image only for those who say so
                combo.setLayer(_files_of(combo)[0] if _files_of(combo) else None)
        self._take_another(self.before, self.after)
        self.judge()

    def _row(self, name: str) -> tuple[QgsMapLayerComboBox, QLineEdit]:
        layer = QgsMapLayerComboBox()
        layer.setObjectName(f"m{name}Layer")
        layer.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        list_usable_rasters(layer)
        layer.setAllowEmptyLayer(True)
        layer.setToolTip(tr("Rasters of the project: files, and web maps, of which the extent is fetched first"))
        date = QLineEdit()
        date.setObjectName(f"m{name}Date")
        date.setPlaceholderText(tr("date"))
        date.setAccessibleName(tr("Date before") if name == "Before" else tr("Date after"))
        date.setToolTip(tr("2011, 2011-05 or 2011-05-22; empty: what the file says"))
        layer.layerChanged.connect(lambda _layer: self._layer_chosen(date, layer))
        date.editingFinished.connect(self._judge_and_tell)
        return layer, date

    def sides(self) -> Optional[tuple[Side, Side]]:
        """Return both sides, None until both rasters are chosen."""
        rows = ((tr("before"), self.before, self.before_date), (tr("after"), self.after, self.after_date))
        sides = []
        for role, combo, date in rows:
            layer = combo.currentLayer()
            if not isinstance(layer, QgsRasterLayer):
                return None
            sides.append(Side(role, layer, self._typed(date), reading_from_servers()))
        return sides[0], sides[1]

    def web_maps(self) -> list[Side]:
        """Return the sides that are web maps."""
        return [side for side in self.sides() or () if is_web_map(side.layer)]

    def take_clip(self, web_map: QgsRasterLayer, clip: QgsRasterLayer) -> None:
        """Put the clip of a web map in its place; the date that was typed stays."""
        for combo, date in ((self.before, self.before_date), (self.after, self.after_date)):
            if combo.currentLayer() is web_map:
                typed = self._typed(date)
                combo.setLayer(clip)
                date.setText(typed or date.text())

    def problem(self) -> str:
        """Return what is wrong with the pair, as a sentence, or an empty string."""
        sides = self.sides()
        if sides is None:
            return tr("Choose the earlier and the later image.")
        problem = side_problem(sides[0], web_maps=True) or side_problem(sides[1], web_maps=True)
        return problem or pair_problem(*sides, QgsProject.instance().transformContext())

    def judge(self) -> None:
        """Say what is wrong, and point at the swap where that would help."""
        sides = self.sides()
        self._say(self.problem() if sides is not None else "")
        font = self.swap_button.font()
        font.setBold(self.reversed())
        self.swap_button.setFont(font)

    def _say(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def reversed(self) -> bool:
        """Return whether the dates shown are the wrong way round."""
        shown = date_range(self.before_date.text()), date_range(self.after_date.text())
        return bool(shown[0] and shown[1] and shown[0][0] > shown[1][0])

    def swap(self) -> None:
        """Exchange the two images with their dates."""
        layers = self.before.currentLayer(), self.after.currentLayer()
        typed = self._typed(self.before_date), self._typed(self.after_date)
        found = self._found[self.before_date], self._found[self.after_date]
        self.before.setLayer(layers[1])
        self.after.setLayer(layers[0])
        for date, own, of_file in ((self.before_date, typed[1], found[1]), (self.after_date, typed[0], found[0])):
            self._found[date] = of_file
            date.setText(own or of_file)
        self._judge_and_tell()

    def show_found(self, before: str, after: str) -> None:
        """Fill in the dates that the engine found in the files, where none was typed."""
        for date, text in ((self.before_date, before), (self.after_date, after)):
            if not self._typed(date):
                self._found[date] = text
                date.setText(text)
        self.judge()

    def _typed(self, date: QLineEdit) -> str:
        """Return a date that differs from what the file says; what it says is left to the engine."""
        text = date.text().strip()
        return "" if text == self._found[date] else text

    def _layer_chosen(self, date: QLineEdit, combo: QgsMapLayerComboBox) -> None:
        layer = combo.currentLayer()
        side = Side("", layer, "") if isinstance(layer, QgsRasterLayer) else None
        self._found[date] = side.date_or_range() if side else ""
        date.setText(self._found[date])
        if hasattr(self, "notice"):
            self._judge_and_tell()

    def _take_another(self, chosen: QgsMapLayerComboBox, other: QgsMapLayerComboBox) -> None:
        """Let go of a layer that is offered as both images: a new pair begins with two, where there are two."""
        layer = chosen.currentLayer()
        if layer is None or other.currentLayer() is not layer:
            return
        other.setLayer(next((one for one in _files_of(other) if one is not layer), None))

    def _judge_and_tell(self) -> None:
        self.judge()
        self.changed.emit()


def _files_of(combo: QgsMapLayerComboBox) -> list[QgsRasterLayer]:
    """Return the layers of a list that are no web maps."""
    offered = [combo.layer(place) for place in range(combo.count())]
    return [one for one in offered if one is not None and not is_web_map(one)]
