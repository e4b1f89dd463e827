"""A page of Markdown that others have written: shown as text, never run, and never reaching out."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget


class MarkdownView(QTextBrowser):
    """Shows Markdown; loads no picture and follows only links to the web, in the browser."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_markdown(self, text: str) -> None:
        """Show Markdown, HTML in it as plain text; a Qt older than 5.14 shows the source."""
        document = self.document()
        if hasattr(document, "setMarkdown"):
            feature = QTextDocument.MarkdownFeature
            flags = getattr(QTextDocument, "MarkdownFeatures", feature)  # Qt 5 has a type of its own for several
            document.setMarkdown(text, flags(feature.MarkdownDialectGitHub) | feature.MarkdownNoHTML)
        else:
            self.setPlainText(text)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, _kind: int, _name: QUrl) -> Any:
        """Load nothing: a model's card may come from anybody."""
        return None

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("https", "http"):
            QDesktopServices.openUrl(link)


def escaped(text: Any) -> str:
    """Return a text for a cell of a Markdown table, with nothing in it that formats."""
    plain = " ".join(str(text).split())
    return "".join("\\" + letter if letter in "\\`*_{}[]()#+-!|<>~" else letter for letter in plain)
