"""Without a mouse and in a dark window: every control is reached in order, is named, and can be read."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from conftest import ROOT, contrast
from describe_changes.plugin.gui.common.model_manager import ModelManager
from describe_changes.plugin.gui.common.settings_page import SettingsPageFactory
from describe_changes.plugin.gui.review.table_model import COLOURS, ON_DARK
from describe_changes.plugin.gui.series.chart import SeriesChart
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPalette
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

TEXT = 4.5
"""The contrast that WCAG asks of text."""
PAIR = {
    "pair": 1,
    "from": "2010-06-29",
    "to": "2012-07-31",
    "classes": [{"name": "other change", "changed_area_m2": 5e5, "changes": 3, "colour": "#cc79a7"}],
}


@pytest.fixture
def night(qgis_app):
    """QGIS's dark theme; the palette and the style sheet of before come back."""
    before = qgis_app.styleSheet(), QPalette(qgis_app.palette())
    QgsApplication.setUITheme("Night Mapping")
    qgis_app.processEvents()
    yield
    qgis_app.setStyleSheet(before[0])
    qgis_app.setPalette(before[1])


def lettered(root):
    """The texts of a page that have a letter behind Alt."""
    widgets = [one for one in root.findChildren((QAbstractButton, QLabel)) if not one.isHidden()]
    return [one.text() for one in widgets if letter_of(one.text())]


def letter_of(text):
    found = re.search(r"&([^&\\s])", text)
    return found.group(1).lower() if found else ""


def in_tab_order(root):
    """The widgets of a page that the tab key reaches, in its order."""
    found, widget = [], root.nextInFocusChain()
    while widget is not root:
        if root.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def pages(desk):
    tabs = desk.dock.tabs
    return {tabs.tabText(place): tabs.widget(place) for place in range(tabs.count())}


def test_no_letter_behind_alt_is_taken_twice_on_a_page_in_any_language(desk):
    roots = {**pages(desk), "settings": SettingsPageFactory().createWidget(None), "models": ModelManager()}
    for language in (None, "de", "es", "fr", "zh"):
        words = translated(language)
        taken = {}
        for name, root in roots.items():
            for text in lettered(root):
                taken.setdefault((name, letter_of(words.get(text, text))), []).append(text)
        assert {where: texts for where, texts in taken.items() if len(texts) > 1} == {}, language
    roots["models"].done(0)


def translated(language):
    """The plugin's sentences in a language, as they are written for it."""
    if language is None:
        return {}
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / f"describe_changes_{language}.ts")  # noqa: S314 - our own file
    return {one.findtext("source"): one.findtext("translation") for one in tree.iter("message")}


def test_the_tab_key_goes_from_top_to_bottom(desk):
    desk.dock.resize(460, 1600)  # nothing is scrolled
    desk.dock.show()
    for name, page in pages(desk).items():
        desk.dock.tabs.setCurrentWidget(page)
        page.grab()  # lays it out
        order = [widget for widget in in_tab_order(page) if re.match(r"m[A-Z]", widget.objectName())]
        assert order, name
        told = [(widget.objectName(), widget.mapTo(page, QPoint(0, 0)).y()) for widget in order]
        # A line of widgets counts as one height.
        backwards = [(one, other) for one, other in pairwise(told) if other[1] < one[1] - 12]
        assert backwards == [], (name, told)


def test_verdicts_can_be_read_in_light_and_in_dark_windows():
    for colours, grounds in ((COLOURS, ("#ffffff", "#f0f0f0")), (ON_DARK, ("#2b2b2b", "#323232", "#3a3a3a"))):
        for verdict, ink in colours.items():
            for ground in grounds:
                assert contrast(QColor(ink), QColor(ground)) >= TEXT, (verdict, ink, ground)


def test_the_chart_can_be_read_in_a_dark_window(night, qgis_app):
    chart = SeriesChart()
    chart.add(PAIR)
    chart.resize(400, 230)
    ground = qgis_app.palette().color(QPalette.ColorRole.Window)
    assert ground.lightness() < 128
    picture = QImage(400, 230, QImage.Format.Format_RGB32)
    picture.fill(ground)
    chart.render(picture)
    inks = [QColor(picture.pixel(x, y)) for x in range(60) for y in range(200)]  # the numbers of the axis
    assert sum(contrast(ink, ground) >= TEXT for ink in inks) > 20
    _, bar, _ = chart.bars()[0]
    edge = QColor(picture.pixel(round(bar.center().x()), round(bar.top())))
    assert contrast(edge, ground) >= 3
