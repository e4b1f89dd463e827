"""What belongs to web maps as images: the resolution, how much that is, and whose pictures they are."""

from __future__ import annotations

from html import escape
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from ...help import guide_url
from ...i18n import tr
from ...layers.server_facts import server_facts
from ...layers.web_maps import Clip, attribution_of, clip_of, needs_extent, server_of
from ...processing.clip_web_map import GROUND_M, terms

GUIDE = "guide"
"""Target of the link that leads to the user guide."""
ANCHOR = "#web-maps"


class WebMapBox(QGroupBox):
    """Shown while an image is a web map.

    Signals:
        changed: another resolution is wanted.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Web maps"), parent)
        self.setObjectName("mWebMaps")
        self._maps: list[QgsRasterLayer] = []
        self._area: Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]] = None
        self.pixel = QDoubleSpinBox()
        self.pixel.setObjectName("mWebPixel")
        self.pixel.setDecimals(2)
        self.pixel.setRange(0.05, 100.0)
        self.pixel.setSingleStep(0.1)
        self.pixel.setSuffix(" m")
        self.pixel.setValue(GROUND_M)
        self.pixel.setToolTip(tr("Side of a pixel on the ground; where the server has tiles, the nearest is taken"))
        self.pixel.valueChanged.connect(lambda _value: self._pixel_changed())
        self.about = QLabel()
        self.about.setObjectName("mWebAbout")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.about.setAccessibleName(tr("What is fetched of web maps, and whose it is"))
        self.about.linkActivated.connect(_open)
        label = QLabel(tr("Pi&xel on the ground"))
        label.setBuddy(self.pixel)
        form = QFormLayout()
        form.addRow(label, self.pixel)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.about)
        self.hide()

    def show_for(
        self,
        maps: list[QgsRasterLayer],
        area: Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]],
        undated: bool,
    ) -> None:
        """Say what is fetched.

        Args:
            maps: the images that are web maps; none hides the box.
            area: the rectangle that is described, and its CRS; None where it is not chosen yet.
            undated: whether the date of one of them is not given.
        """
        self._maps, self._area, self._undated = maps, area, undated
        self.setVisible(bool(maps))
        if maps:
            self._say()

    def clip(self, layer: QgsRasterLayer) -> Optional[Clip]:
        """Return the pixels that a web map is clipped to, None where there are none."""
        if self._area is None:
            return None
        return clip_of(layer, *self._area, self.pixel.value(), QgsProject.instance().transformContext())

    def problem(self) -> str:
        """Return why the web maps cannot be fetched, as a sentence, or an empty string."""
        for layer in self._maps:
            if self._area is None:
                return needs_extent()
            clip = self.clip(layer)
            if clip is None:
                return tr("The extent does not touch “{0}”.").format(layer.name())
            if clip.problem():
                return clip.problem()
        return ""

    def _pixel_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        problem = self.problem()
        lines = [escape(problem)] if problem else []
        for layer in self._maps:
            clip = self.clip(layer) if not problem else None
            told = f" {escape(clip.told())}" if clip is not None else ""
            lines.append(f"<b>{escape(layer.name())}</b> ({escape(server_of(layer))}).{told} {_owners(layer)}")
        if self._undated:
            lines.append(escape(tr("A web map says no date: look up when its pictures were taken, and type it above.")))
        lines.append(f'{escape(terms())} <a href="{GUIDE}">{escape(tr("What to look for"))}</a>')
        self.about.setText("<br>".join(lines))


def _owners(layer: QgsRasterLayer) -> str:
    """Return as markup what a web map says of its owners, with the link that it gives."""
    said, link = attribution_of(layer), server_facts(layer).attributionUrl()
    if not said:
        return escape(tr("The layer does not say whose pictures these are."))
    if QUrl(link).scheme() in ("http", "https"):
        return f'<a href="{escape(link)}">{escape(said)}</a>'
    return escape(said)


def _open(link: str) -> None:
    QDesktopServices.openUrl(QUrl(guide_url() + ANCHOR if link == GUIDE else link))
