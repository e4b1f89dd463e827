"""The pages of a report: layouts made from the templates, filled with what the engine says."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
    QgsUnitTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from ..paths import RESOURCES
from .bookmarks import Bookmark
from .label_fonts import font_of, set_font
from .maps import FAMILY, TEXTS, ReportMaps, breakable

COVER, SITE = "report_cover.qpt", "report_site.qpt"
TEMPLATES = RESOURCES / "layouts"
_CLASSES = 7  # rows of table and chart that fit their page
_ONE_LINE = 28  # letters of a class that fit a line of the table
_ZONES = 16  # rows of zones that fit their page
_ZONE = 55  # letters of a zone's name that fit its row
_TITLE = 80  # letters of a sentence in a bookmark
_FILES = 6  # files of a mosaic that are named
_SMALLEST = 7.5
_SHORT = 200  # characters that fit their box without measuring
_PT = 25.4 / 72  # mm
_FINE = 20.0  # font units per mm while measuring
_LONGEST = 700  # characters of a text in "How this was made"


class TemplateError(Exception):
    """A template cannot be used; ``str()`` is the sentence to show."""


class LayoutPages:
    """All pages in order; to be made and used on the main thread.

    Args:
        maps: layers of the maps.
        said: what the report says, from the engine.
        templates: what :func:`read_templates` gave.
    """

    def __init__(self, maps: ReportMaps, said: dict[str, Any], templates: list[QDomDocument]) -> None:
        self._maps, self._said = maps, said
        self.cover, self.site = (_layout(maps, document) for document in templates)
        self._sizes: dict[str, float] = {}
        self._order = self._in_order()
        for layout in (self.cover, self.site):
            self._set_common_texts(layout)
        self._fill_cover()
        self._fill_site()

    def _in_order(self) -> list[tuple[QgsPrintLayout, int]]:
        """Return layout and page in it for every page: title and map, zones, one for each site, the rest."""
        frame = self.cover.itemById("zones")
        zones = frame.page() if frame is not None else -1
        static = [page for page in range(self.cover.pageCollection().pageCount()) if page != zones]
        order = [(self.cover, page) for page in static[:2]]
        if zones >= 0 and self._said["zones"]:
            order.append((self.cover, zones))
        order += [(self.site, number) for number in range(len(self._said["sites"]))]
        return order + [(self.cover, page) for page in static[2:]]

    @property
    def bookmarks(self) -> list[Bookmark]:
        """What a reader finds in the PDF's outline."""
        found = []
        for number, (layout, place) in enumerate(self._order):
            if layout is self.site:
                if place == 0:
                    found.append(Bookmark("Sites" if self._said["noun"] == "site" else "Changed tiles", number))
                site = self._said["sites"][place]
                found.append(Bookmark(f"{site['name']}: {str(site['description'])[:_TITLE]}", number, below=True))
            else:
                titles = ("zones_title", "overview_title", "method_title")
                items = [self.cover.itemById(name) for name in titles]
                here = [item.text() for item in items if isinstance(item, QgsLayoutItemLabel) and item.page() == place]
                found.append(Bookmark(here[0] if here else self._said["title"], number))
        return found

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._order)

    def select(self, number: int) -> tuple[QgsPrintLayout, int]:
        """Prepare a page and return its layout and the page's index in it.

        Args:
            number: from 0.
        """
        layout, place = self._order[number]
        _set(layout, "report_page", number + 1)
        if layout is self.cover:
            return layout, place
        layout.atlas().seekTo(place)
        site = self._said["sites"][place]
        for name in TEXTS:
            self._fit(layout, name, breakable(str(site[name])))
        return layout, 0

    def close(self) -> None:
        """Delete the layouts now: one that outlives the project of its maps takes QGIS down with it."""
        for layout in (self.cover, self.site):
            if not sip.isdeleted(layout):
                sip.delete(layout)

    def _set_common_texts(self, layout: QgsPrintLayout) -> None:
        """Give a layout the texts that stand on every page."""
        said = self._said
        texts = {
            "title": said["title"],
            "byline": " · ".join(filter(None, (said["subtitle"], said["byline"]))),
            "summary": said["summary"] or said["verdict"],
            "notes": _notes(said),
            "review": said["review"],
            "shown": " ".join(filter(None, [said["shown"], *said["warnings"]])),
            "note": said["note"],
            "before": said["span_before"],
            "after": said["span_after"],
            "overview": f"Those {said['noun']}s that have a page of their own bear their number. North is up.",
            "footer": f"{said['title']} · {said['maker']} · {said['made']}",
            "pages": len(self._order),
        }
        for number, figure in enumerate(said["figures"], start=1):
            texts[f"value_{number}"] = figure["value"]
            texts[f"label_{number}"] = figure["label"]
        for name, text in texts.items():
            _set(layout, f"report_{name}", text)

    def _fill_cover(self) -> None:
        for name, text in (
            ("title", self._said["title"]),
            ("byline", " · ".join(filter(None, (self._said["subtitle"], self._said["byline"])))),
            ("summary", self._said["summary"] or self._said["verdict"]),
            ("notes", _notes(self._said)),
            ("review", self._said["review"]),
            ("shown", " ".join(filter(None, [self._said["shown"], *self._said["warnings"]]))),
        ):
            self._fit(self.cover, name, text)
        logo = _item(self.cover, "logo", QgsLayoutItemPicture)
        if logo is not None and self._said["logo"]:
            logo.setPicturePath(self._said["logo"])
        overview = _item(self.cover, "map_overview", QgsLayoutItemMap)
        if overview is not None:
            _show(overview, self._maps.overview(), self._maps)
        classes = self._said["classes"]
        rows = [["Class", "Areas", "Ground"]]
        rows += [[row["name"], row["count_text"], row["area_text"]] for row in classes]
        colours = ["", *(row["colour"] for row in classes)]
        room = _CLASSES if all(len(row["name"]) <= _ONE_LINE for row in classes) else _CLASSES * 2 // 3
        if len(classes) > room:
            rows[room:] = [[f"and {len(classes) - room + 1} more", "", ""]]
            colours[room:] = [""]
        if not classes:
            rows.append(["No changed area was found.", "", ""])
            colours.append("")
        cells = [[_cell("■" if colour else "", colour), *map(_cell, row)] for row, colour in zip(rows, colours)]
        for row in cells:
            for cell in row[2:]:
                cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
        _fill_table(self.cover, "classes", cells, [8, 62, 22, 33])
        facts = [*self._said["method"], *(["Warning", warning] for warning in self._said["warnings"])]
        method = [[_cell(label), _cell(_shortened(label, text))] for label, text in facts]
        _fill_table(self.cover, "method", method, [45, 222])
        self._fill_zones()
        self._draw_chart(classes[:_CLASSES])

    def _fill_zones(self) -> None:
        """Fill the table of zones, as many as fit their page."""
        zones = self._said["zones"]
        rows = [["Zone", "Sites", "Changed", "Examined", "Part"]]
        keys = ("name", "sites", "changed", "examined", "fraction")
        rows += [[_cut_name(zone[key]) if key == "name" else zone[key] for key in keys] for zone in zones]
        if len(zones) > _ZONES:
            rows[_ZONES:] = [[f"and {len(zones) - _ZONES + 1} more, in the GeoPackage", "", "", "", ""]]
        cells = [[_cell(text) for text in row] for row in rows]
        for row in cells:
            for cell in row[1:]:
                cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
        _fill_table(self.cover, "zones", cells, [107, 30, 45, 45, 40])

    def _fill_site(self) -> None:
        atlas = self.site.atlas()
        atlas.setCoverageLayer(self._maps.pages)
        atlas.setEnabled(True)
        atlas.setSortFeatures(True)
        atlas.setSortExpression("rank")
        atlas.beginRender()
        for name in ("before", "after", "mask"):
            frame = _item(self.site, f"map_{name}", QgsLayoutItemMap)
            if frame is not None:
                _show(frame, self._maps.of(name), self._maps)
        self._draw_legend()
        self._cut_texts()

    def _cut_texts(self) -> None:
        """Shorten the texts that do not fit their boxes even in small letters; the GeoPackage has them in full."""
        layer = self._maps.pages
        changes = {}
        for feature in layer.getFeatures():
            site = self._said["sites"][int(feature["rank"]) - 1]
            for name in TEXTS:
                label = _item(self.site, name, QgsLayoutItemLabel)
                text = breakable(str(site[name]))
                if label is None or len(text) < _SHORT:
                    continue
                cut = _cut(text, label)
                if cut != text:
                    site[name] = cut
                    changes.setdefault(feature.id(), {})[layer.fields().indexOf(name)] = cut
        if changes:
            layer.dataProvider().changeAttributeValues(changes)

    def _fit(self, layout: QgsPrintLayout, name: str, text: str) -> None:
        """Make a label's letters as small as its text needs, from the size that the template has."""
        label = _item(layout, name, QgsLayoutItemLabel)
        if label is None:
            return
        font = font_of(label)
        key = f"{id(layout)} {name}"
        size = self._sizes.setdefault(key, font.pointSizeF())
        box = label.rect()
        while size > _SMALLEST and _height(text, font, size, box.width()) > box.height():
            size -= 0.5
        font.setPointSizeF(size)
        set_font(label, font)

    def _draw_chart(self, classes: list[dict[str, Any]]) -> None:
        place = _item(self.cover, "chart", QgsLayoutItem)
        if place is None:
            return
        at, box = place.pagePos(), place.rect()
        step = min(18.0, box.height() / max(1, len(classes)))
        for number, row in enumerate(classes):
            y = at.y() + number * step
            text = f"{row['name']} · {row['area_text']}"
            self._write(self.cover, text, (at.x(), y, box.width(), 5.5), place.page())
            bar = max(0.4, box.width() * float(row["bar"]))
            _block(self.cover, row["colour"], (at.x(), y + 5.8, bar, max(1.5, step - 9.5)), place.page())

    def _draw_legend(self) -> None:
        place = _item(self.site, "legend", QgsLayoutItem)
        if place is None:
            return
        at, box = place.pagePos(), place.rect()
        x, y = at.x(), at.y()
        for row in self._said["classes"]:
            width = _width(row["name"], 9.5) + 12
            if x + width > at.x() + box.width():
                x, y = at.x(), y + 5
                if y + 4 > at.y() + box.height():
                    return
            _block(self.site, row["colour"], (x, y + 0.6, 3.2, 3.2), 0)
            self._write(self.site, row["name"], (x + 4.6, y, width - 5, 5), 0)
            x += width

    def _write(self, layout: QgsPrintLayout, text: str, box: tuple[float, float, float, float], page: int) -> None:
        """Place a short text as it is: an expression in it stays text."""
        label = QgsLayoutItemLabel(layout)
        font = QFont(FAMILY)
        font.setPointSizeF(9.5)
        set_font(label, font, QColor("#1d2730"))
        label.setText(text.replace("[%", "[\u200b%"))
        label.setMarginX(0)
        label.setMarginY(0)
        layout.addLayoutItem(label)
        _place(label, box, page)


def _notes(said: dict[str, Any]) -> str:
    return "\n".join(said["notes"])


def _cut_name(text: str) -> str:
    return text if len(text) <= _ZONE else text[: _ZONE - 1] + "…"


def read_templates(folder: Optional[Path] = None) -> list[QDomDocument]:
    """Return the templates of title and site pages.

    Args:
        folder: where they lie; None: those that ship.

    Raises:
        TemplateError: a template is missing or is none.
    """
    documents = []
    for path in ((folder or TEMPLATES) / name for name in (COVER, SITE)):
        document = QDomDocument()
        try:
            read = document.setContent(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateError(tr("The layout template {0} cannot be read: {1}").format(path, error)) from error
        understood = read[0] if isinstance(read, tuple) else bool(read)  # Qt 6 gives an object
        if not understood or document.documentElement().tagName() != "Layout":
            raise TemplateError(tr("{0} is not a layout template of QGIS; take the one that ships.").format(path))
        documents.append(document)
    return documents


def _layout(maps: ReportMaps, document: QDomDocument) -> QgsPrintLayout:
    layout = QgsPrintLayout(maps.project)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    return layout


def _set(layout: QgsPrintLayout, name: str, value: Any) -> None:
    QgsExpressionContextUtils.setLayoutVariable(layout, name, value)


def _item(layout: QgsPrintLayout, name: str, kind: Any) -> Any:
    item = layout.itemById(name)
    return item if isinstance(item, kind) else None


def _show(frame: QgsLayoutItemMap, layers: list[Any], maps: ReportMaps) -> None:
    """Give a map frame its layers and an extent of its own shape; one of another shape would resize the frame."""
    frame.setCrs(maps.crs)
    frame.setLayers(layers)
    frame.setKeepLayerSet(True)
    frame.setFollowVisibilityPreset(False)
    box, shape = maps.extent, frame.rect().width() / frame.rect().height()
    middle, width, height = box.center(), box.width(), box.height()
    width, height = max(width, height * shape), max(height, width / shape)
    frame.setExtent(QgsRectangle.fromCenterAndSize(middle, width, height))


def _place(item: QgsLayoutItem, box: tuple[float, float, float, float], page: int) -> None:
    unit = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(box[0], box[1], unit), True, False, page)
    item.attemptResize(QgsLayoutSize(box[2], box[3], unit))


def _block(layout: QgsPrintLayout, colour: str, box: tuple[float, float, float, float], page: int) -> None:
    shape = QgsLayoutItemShape(layout)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
    layout.addLayoutItem(shape)
    _place(shape, box, page)


def _cell(text: str, colour: str = "") -> QgsTableCell:
    cell = QgsTableCell(breakable(str(text)))
    if colour:
        cell.setForegroundColor(QColor(colour))
    return cell


def _fill_table(layout: QgsPrintLayout, name: str, rows: list[list[QgsTableCell]], widths: list[float]) -> None:
    """Fill a table of the template; the widths in mm are those of whole columns."""
    frame = layout.itemById(name)
    table = frame.multiFrame() if frame is not None and hasattr(frame, "multiFrame") else None
    if not isinstance(table, QgsLayoutItemManualTable):
        return
    around = 2 * table.cellMargin() + table.gridStrokeWidth()
    table.setIncludeTableHeader(False)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setColumnWidths([width - around for width in widths])
    table.setTableContents(rows)
    table.refresh()


def _shortened(label: str, text: str) -> str:
    """Return a fact of the run as it fits its row: names of files without their folders, the rest not too long."""
    if label in ("Before", "After"):
        names = [line.replace("\\", "/").rsplit("/", 1)[-1] for line in text.splitlines()]
        more = f" and {len(names) - _FILES} more" if len(names) > _FILES else ""
        return ", ".join(names[:_FILES]) + more
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _cut(text: str, label: QgsLayoutItemLabel) -> str:
    """Return as much of a text as a label can hold in the smallest letters."""
    box, font = label.rect(), font_of(label)

    def fits(candidate: str) -> bool:
        return _height(candidate, font, _SMALLEST, box.width()) <= box.height()

    if fits(text):
        return text
    least, most = 0, len(text)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if fits(text[:middle] + " …") else (least, middle)
    return text[:least].rstrip() + " …"


def _metrics(font: QFont, size: float) -> QFontMetricsF:
    measured = QFont(font)
    measured.setPixelSize(max(1, round(size * _PT * _FINE)))
    return QFontMetricsF(measured)


def _height(text: str, font: QFont, size: float, width: float) -> float:
    """Return the height in mm of a text wrapped to a width in mm."""
    room = QRectF(0, 0, width * _FINE * 0.98, 1e6)
    return _metrics(font, size).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() / _FINE


def _width(text: str, size: float) -> float:
    font = QFont(FAMILY)
    return _metrics(font, size).boundingRect(text).width() / _FINE
