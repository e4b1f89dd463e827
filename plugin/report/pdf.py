"""A report as PDF, page by page, so that the window answers in between."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsLayoutExporter, QgsLayoutRenderContext, QgsMapLayer
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ..i18n import tr
from .bookmarks import add_bookmarks
from .layout_pages import LayoutPages, read_templates
from .main_thread import MainThread
from .maps import ReportMaps

DPI = 150


class PdfError(Exception):
    """The file cannot be written; ``str()`` is the sentence to show."""


class PdfPrinter:
    """Writes the pages of a report; all methods belong to the main thread.

    Args:
        path: PDF to make; it is complete or absent.
        snapshot: copy of the result.
        said: what the report says, from the engine.
        review: the selection of sites.
        own: the analyst's *before* and *after* layers, None where the run's files are opened.
        context: transform context of the analyst's project.
        templates: folder of other templates than those that ship.

    Raises:
        TemplateError: a template is missing or is none.
    """

    def __init__(
        self,
        path: Path,
        snapshot: Path,
        said: dict[str, Any],
        review: str,
        own: list[Optional[QgsMapLayer]],
        context: Any,
        templates: Optional[Path] = None,
    ) -> None:
        self.path = path
        self._part = path.with_name(path.name + ".part")
        self._said = said
        self._templates = read_templates(templates)  # before anything that has to be taken down again
        self._maps = ReportMaps(snapshot, said, review, own, context)
        self.sheets: Optional[LayoutPages] = None
        self._writer = QPdfWriter(str(self._part))
        self._writer.setTitle(said["title"])
        self._writer.setCreator(said["maker"])
        self._writer.setResolution(DPI)
        self._painter = QPainter()

    def lay_out(self) -> int:
        """Make the layouts and return the number of pages."""
        self.sheets = LayoutPages(self._maps, self._said, self._templates)
        return len(self.sheets)

    def print(self, number: int) -> None:
        """Draw a page, the first one first.

        Raises:
            PdfError: the file cannot be written.
        """
        layout, page = self.sheets.select(number)
        self._set_paper(layout.pageCollection().page(page).rect())
        context = layout.renderContext()
        context.setDpi(DPI)
        context.setFlag(QgsLayoutRenderContext.Flag.FlagAntialiasing, True)
        context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
        if number == 0:
            if not self._painter.begin(self._writer):
                raise PdfError(
                    tr("{0} cannot be written. Close it elsewhere or choose another name.").format(self.path)
                )
        elif not self._writer.newPage():
            raise PdfError(tr("{0} cannot be written; is the disk full?").format(self.path))
        QgsLayoutExporter(layout).renderPage(self._painter, page)

    def finish(self) -> None:
        """Close the file and give it its name."""
        if not self._painter.end():
            raise PdfError(tr("{0} cannot be written; is the disk full?").format(self.path))
        del self._writer
        add_bookmarks(self._part, self.sheets.bookmarks if self.sheets is not None else [])
        try:
            os.replace(self._part, self.path)
        except OSError as error:
            raise PdfError(tr("{0} cannot be written: {1}").format(self.path, error.strerror)) from error

    def close(self) -> None:
        """Let go of everything, in the order that Qt wants; what is not finished is removed."""
        if self._painter.isActive():
            self._painter.end()
        self._writer = None
        self._part.unlink(missing_ok=True)
        if self.sheets is not None:
            self.sheets.close()
            self.sheets = None
        self._maps.close()

    def _set_paper(self, page: Any) -> None:
        """Take over the size of a template's page, in millimetres."""
        wide = page.width() > page.height()
        size = QSizeF(page.height(), page.width()) if wide else QSizeF(page.width(), page.height())
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(size, QPageSize.Unit.Millimeter),
                QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait,
                QMarginsF(0, 0, 0, 0),
            )
        )


def write_pdf(
    make: Callable[[], PdfPrinter],
    main: MainThread,
    progress: Callable[[float], None],
    is_cancelled: Callable[[], bool],
) -> int:
    """Write a report as PDF from any thread and return its number of pages, 0 if cancelled.

    Args:
        make: makes the printer, on the main thread.
        main: the way to the main thread.
        progress: told how much is done, 0…1.
        is_cancelled: asked before every page.
    """
    printer = main.call(make, is_cancelled)
    try:
        pages = main.call(printer.lay_out, is_cancelled)
        for number in range(pages):
            if is_cancelled():
                return 0
            main.call(lambda page=number: printer.print(page), is_cancelled)
            progress((number + 1) / pages)
        main.call(printer.finish, is_cancelled)
        return pages
    finally:
        main.call(printer.close, lambda: False)
