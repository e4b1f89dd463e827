"""Icons: legible on their ground, one drawing for both, chosen by the window's colours and again when these change."""

from __future__ import annotations

import importlib.util

import pytest
from conftest import ROOT, Interface, contrast
from describe_changes.plugin import icons
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QAction

FOLDER = ROOT / "resources" / "icons"
LIGHT, DARK = "#ffffff", "#2b2b2b"


def drawn(path, side, ground="#00000000"):
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(ground))
    painter = QPainter(image)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid(), path
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def legible(path, side, ground):
    """The share of pixels that stand out from the ground."""
    image = drawn(path, side, ground)
    pixels = [QColor(image.pixel(x, y)) for x in range(side) for y in range(side)]
    return sum(contrast(pixel, QColor(ground)) >= 3 for pixel in pixels) / side**2


@pytest.mark.parametrize("side", [16, 24, 48])
def test_icons_are_legible_on_their_ground(side):
    """Those for light windows on dark ones too: the plugin manager and the model designer know no others."""
    plain = [path for path in sorted(FOLDER.glob("*.svg")) if not path.stem.endswith("_dark")]
    assert plain
    for path in plain:
        dark = path.with_name(f"{path.stem}_dark.svg")
        assert legible(path, side, LIGHT) >= 0.12, f"{path.name} at {side} px on {LIGHT}"
        assert legible(path, side, DARK) >= 0.12, f"{path.name} at {side} px on {DARK}"
        assert legible(dark, side, DARK) >= 0.25, f"{dark.name} at {side} px on {DARK}"


def test_the_dark_ones_are_drawn_from_the_light_ones():
    spec = importlib.util.spec_from_file_location("make_icons", ROOT / "scripts" / "make_icons.py")
    make_icons = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_icons)
    for path in FOLDER.glob("*.svg"):
        if not path.stem.endswith("_dark"):
            dark = path.with_name(f"{path.stem}_dark.svg").read_text(encoding="utf-8")
            assert dark == make_icons.on_dark(path.read_text(encoding="utf-8")), "run scripts/make_icons.py"


@pytest.fixture
def themed(qgis_app):
    """Sets one of QGIS's own themes, as its settings do; the palette and the style sheet of before come back."""
    palette, sheet = qgis_app.palette(), qgis_app.styleSheet()

    def set_theme(name):
        assert name == "default" or name in QgsApplication.uiThemes()
        QgsApplication.setUITheme(name)
        if name == "default":
            qgis_app.setPalette(palette)
        qgis_app.processEvents()

    yield set_theme
    qgis_app.setStyleSheet(sheet)
    qgis_app.setPalette(palette)
    qgis_app.processEvents()


def shows(icon, name):
    return icon.pixmap(24, 24).toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied) == drawn(
        FOLDER / f"{name}.svg", 24
    )


def test_icons_follow_the_theme_of_qgis(qgis_iface, qgis_app, qgis_processing, themed):
    """Light, dark, light, dark while the plugin is on; the toolbox and the settings ask anew each time."""
    from describe_changes import classFactory

    plugin = classFactory(Interface(qgis_iface))
    plugin.initGui()
    try:
        actions = [action for action in plugin.actions if isinstance(action, QAction)]
        assert len(actions) == 2
        for theme, name in (
            ("default", "describe_changes"),
            ("Night Mapping", "describe_changes_dark"),
            ("default", "describe_changes"),
            ("Blend of Gray", "describe_changes_dark"),
        ):
            themed(theme)
            assert icons.on_dark() == name.endswith("dark"), theme
            asked = [plugin.provider.icon(), plugin.options_factory.icon()]
            asked += [algorithm.icon() for algorithm in plugin.provider.algorithms()]
            for icon in [*(action.icon() for action in actions), *asked]:
                assert shows(icon, name), theme
            assert plugin.provider.svgIconPath().endswith("/describe_changes.svg")
    finally:
        plugin.unload()


def test_a_plugin_switched_on_in_a_dark_window_is_dark_from_the_start(qgis_iface, qgis_processing, themed):
    from describe_changes import classFactory

    themed("Night Mapping")
    plugin = classFactory(Interface(qgis_iface))
    plugin.initGui()
    try:
        assert all(shows(action.icon(), "describe_changes_dark") for action in plugin.actions)
    finally:
        plugin.unload()
