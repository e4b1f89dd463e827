"""Make ``resources/layouts/*.qpt`` with QGIS itself: ``/usr/bin/python3 scripts/make_layouts.py``.

To be run with the oldest supported QGIS (3.22), whose templates all later versions read. An analyst may open a
template in the layout designer, move things, add a logo, and name its folder in the algorithm *Report*: the plugin
finds items by their ids and leaves out what is not there.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

WIDTH, HEIGHT, LEFT, INNER = 297.0, 210.0, 15.0, 267.0
INK, SOFT, LINE, TINT = "#1d2730", "#55626e", "#c9d1d8", "#e6eaed"
FAMILY = "Noto Sans"
MM = QgsUnitTypes.LayoutMillimeters


class Sheet:
    """A layout in the making: pages of A4 across, items placed in millimetres."""

    def __init__(self, project: QgsProject, name: str, pages: int) -> None:
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.setName(name)
        pages_of = self.layout.pageCollection()
        for _ in range(pages - 1):
            page = QgsLayoutItemPage(self.layout)
            page.setPageSize("A4", QgsLayoutItemPage.Landscape)
            pages_of.addPage(page)

    def put(self, item: QgsLayoutItem, name: str, box: tuple[float, float, float, float], page: int = 0) -> None:
        """Place an item: (x, y, width, height)."""
        item.setId(name)
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(box[0], box[1], MM), True, False, page)
        item.attemptResize(QgsLayoutSize(box[2], box[3], MM))

    def label(
        self,
        name: str,
        text: str,
        box: tuple[float, float, float, float],
        size: float = 10,
        page: int = 0,
        *,
        bold: bool = False,
        colour: str = INK,
        right: bool = False,
    ) -> None:
        """Place a text; ``[% … %]`` is an expression."""
        item = QgsLayoutItemLabel(self.layout)
        font = QFont(FAMILY)
        font.setPointSizeF(size)
        font.setBold(bold)
        item.setFont(font)
        item.setFontColor(QColor(colour))
        item.setText(text)
        item.setMarginX(0)
        item.setMarginY(0)
        item.setHAlign(Qt.AlignRight if right else Qt.AlignLeft)
        item.setVAlign(Qt.AlignTop)
        self.put(item, name, box, page)

    def map(self, name: str, box: tuple[float, float, float, float], page: int = 0, *, atlas: bool = False) -> None:
        """Place a map frame; which layers it shows is set when the report is made."""
        item = QgsLayoutItemMap(self.layout)
        self.put(item, name, box, page)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(SOFT))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, MM))
        item.setBackgroundColor(QColor(TINT))
        if atlas:
            item.setAtlasDriven(True)
            item.setAtlasScalingMode(QgsLayoutItemMap.Auto)
            item.setAtlasMargin(0.06)

    def scale_bar(self, name: str, of: str, at: tuple[float, float], width: float, page: int = 0) -> None:
        """Place a scale bar that belongs to a map and fits a width in millimetres."""
        item = QgsLayoutItemScaleBar(self.layout)
        item.setStyle("Single Box")
        item.setLinkedMap(self.layout.itemById(of))
        item.setUnits(QgsUnitTypes.DistanceMeters)
        item.setUnitLabel("m")
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeFitWidth)
        item.setMinimumBarWidth(width / 2)
        item.setMaximumBarWidth(width)
        item.setHeight(1.6)
        text = item.textFormat()
        font = QFont(FAMILY)
        text.setFont(font)
        text.setSize(8)
        text.setColor(QColor(SOFT))
        item.setTextFormat(text)
        item.setBoxContentSpace(0)
        self.put(item, name, (*at, width, 8), page)

    def picture(self, name: str, box: tuple[float, float, float, float], page: int = 0) -> None:
        """Place a picture, to the right of its box; which one is set when the report is made."""
        item = QgsLayoutItemPicture(self.layout)
        item.setResizeMode(QgsLayoutItemPicture.Zoom)
        item.setPictureAnchor(QgsLayoutItem.UpperRight)
        self.put(item, name, box, page)

    def area(self, name: str, box: tuple[float, float, float, float], page: int = 0) -> None:
        """Mark a place that the plugin draws into: a chart, a legend."""
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple({"color": "0,0,0,0", "outline_style": "no"}))
        self.put(item, name, box, page)

    def rule(self, y: float, page: int = 0) -> None:
        """Draw a thin line across the page."""
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple({"color": LINE, "outline_style": "no"}))
        self.put(item, "", (LEFT, y, INNER, 0.3), page)

    def table(self, name: str, box: tuple[float, float, float, float], page: int = 0) -> None:
        """Place a table that the plugin fills."""
        table = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(table)
        frame = QgsLayoutFrame(self.layout, table)
        table.addFrame(frame)
        for setter, bold in ((table.setHeaderTextFormat, True), (table.setContentTextFormat, False)):
            text = table.contentTextFormat()
            font = QFont(FAMILY)
            font.setBold(bold)
            text.setFont(font)
            text.setSize(10)
            text.setColor(QColor(INK))
            setter(text)
        table.setCellMargin(1.8)
        table.setGridColor(QColor(LINE))
        table.setGridStrokeWidth(0.2)
        table.setVerticalGrid(False)
        table.setIncludeTableHeader(True)
        frame.setId(name)
        frame.attemptMove(QgsLayoutPoint(box[0], box[1], MM), True, False, page)
        frame.attemptResize(QgsLayoutSize(box[2], box[3], MM))

    def foot(self, page: int = 0) -> None:
        """Place what stands at the foot of every page."""
        self.rule(199, page)
        self.label("footer", "[% @report_footer %]", (LEFT, 201, 220, 5), 8, page, colour=SOFT)
        self.label(
            "page",
            "Page [% @report_page %] of [% @report_pages %]",
            (242, 201, 40, 5),
            8,
            page,
            colour=SOFT,
            right=True,
        )

    def save(self, path: Path) -> None:
        """Write the template."""
        if not self.layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            raise OSError(f"{path} could not be written")


def cover(project: QgsProject) -> Sheet:
    """Return title page, overview map, the page that says how it was made, and the table of zones."""
    sheet = Sheet(project, "Describe Changes: title, overview, method, zones", 4)
    sheet.label("title", "[% @report_title %]", (LEFT, 15, INNER - 58, 14), 26, bold=True)
    sheet.label("byline", "[% @report_byline %]", (LEFT, 31, INNER - 58, 6), 11, colour=SOFT)
    sheet.picture("logo", (INNER + LEFT - 55, 14, 55, 23))
    sheet.label("summary", "[% @report_summary %]", (LEFT, 40, INNER, 18), 13)
    sheet.label("review", "[% @report_review %]", (LEFT, 59, INNER, 6), 10.5, colour=SOFT)
    sheet.label("notes", "[% @report_notes %]", (LEFT, 66, INNER, 13), 10)
    for number in range(4):
        x = LEFT + number * 67.5
        sheet.label(f"figure_{number + 1}", f"[% @report_value_{number + 1} %]", (x, 81, 64, 10), 20, bold=True)
        sheet.label(f"figure_{number + 1}_of", f"[% @report_label_{number + 1} %]", (x, 91, 64, 6), 10, colour=SOFT)
    sheet.rule(100)
    sheet.label("chart_title", "Changed ground by class", (LEFT, 104, 130, 6), 11, bold=True)
    sheet.area("chart", (LEFT, 112, 130, 74))
    sheet.label("classes_title", "Changed areas by class", (157, 104, 125, 6), 11, bold=True)
    sheet.table("classes", (157, 112, 125, 74))
    sheet.label("shown", "[% @report_shown %]", (LEFT, 188, INNER, 10), 10, colour=SOFT)
    sheet.foot(0)
    sheet.label("overview_title", "Where it changed, on the later image", (LEFT, 12, INNER, 9), 16, 1, bold=True)
    sheet.map("map_overview", (LEFT, 25, INNER, 158), 1)
    sheet.scale_bar("scale_overview", "map_overview", (LEFT, 186), 60, 1)
    sheet.label("overview_note", "[% @report_overview %]", (90, 187, 192, 10), 9, 1, colour=SOFT, right=True)
    sheet.foot(1)
    sheet.label("method_title", "How this was made", (LEFT, 12, INNER, 9), 16, 2, bold=True)
    sheet.table("method", (LEFT, 26, INNER, 148), 2)
    sheet.label("note", "[% @report_note %]", (LEFT, 180, INNER, 14), 10, 2, colour=SOFT)
    sheet.foot(2)
    sheet.label("zones_title", "Zones", (LEFT, 12, INNER, 9), 16, 3, bold=True)
    sheet.table("zones", (LEFT, 26, INNER, 165), 3)
    sheet.foot(3)
    return sheet


def site(project: QgsProject) -> Sheet:
    """Return the page of one site."""
    sheet = Sheet(project, "Describe Changes: one site", 1)
    sheet.label("description", '[% "description" %]', (LEFT, 12, 232, 17), 18, bold=True)
    sheet.label("number", '[% "name" %]', (250, 14, 32, 7), 12, colour=SOFT, right=True)
    sheet.label("facts", '[% "facts" %]', (LEFT, 31, INNER, 11), 11)
    sheet.label("review", '[% "review" %]', (LEFT, 43, INNER, 9), 9.5, colour="#0b5c95")
    for number, (name, text) in enumerate(
        (
            ("before", "Before · [% @report_before %]"),
            ("after", "After · [% @report_after %]"),
            ("mask", "After, with the changed areas"),
        )
    ):
        x = LEFT + number * 90.5
        sheet.map(f"map_{name}", (x, 55, 86, 100), atlas=True)
        sheet.label(f"map_{name}_of", text, (x, 157, 86, 5), 9, colour=SOFT)
    sheet.area("legend", (LEFT, 167, INNER, 8))
    sheet.scale_bar("scale", "map_before", (LEFT, 178), 50)
    sheet.label("figures", '[% "figures" %]', (LEFT, 190, INNER, 6), 9.5, colour=SOFT)
    sheet.foot()
    return sheet


def map_sheet(project: QgsProject) -> Sheet:
    """Return a page for a map of one's own: the project's title, the map on the screen, legend and scale."""
    sheet = Sheet(project, "Describe Changes: map", 1)
    sheet.label(
        "title", "[% coalesce(nullif(@project_title, ''), 'What changed') %]", (LEFT, 10, INNER, 11), 20, bold=True
    )
    sheet.map("map", (LEFT, 24, 205, 168))
    sheet.layout.itemById("map").setExtent(QgsRectangle(0, 0, 205, 168))  # some place; without one it can show none
    legend = QgsLayoutItemLegend(sheet.layout)
    legend.setLinkedMap(sheet.layout.itemById("map"))
    legend.setLegendFilterByMapEnabled(True)
    legend.setTitle("Legend")
    sheet.put(legend, "legend", (225, 24, 57, 120))
    sheet.scale_bar("scale", "map", (225, 176), 50)
    sheet.rule(199)
    credits = "Describe Changes · [% @project_crs %] · [% format_date(now(), 'yyyy-MM-dd') %]"
    sheet.label("credits", credits, (LEFT, 201, INNER, 5), 8, colour=SOFT)
    return sheet


def main() -> None:
    """Write the templates."""
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject()
    folder = ROOT / "resources" / "layouts"
    folder.mkdir(exist_ok=True)
    for name, make in (("report_cover", cover), ("report_site", site), ("map", map_sheet)):
        make(project).save(folder / f"{name}.qpt")
    application.exitQgis()


if __name__ == "__main__":
    main()
