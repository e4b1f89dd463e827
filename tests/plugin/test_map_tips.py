"""Both dates as pictures in a map tip: drawn from files, left out where they are not there."""

from __future__ import annotations

import base64
import re

import pytest
from conftest import COLUMN, HEIGHT, ROW, WIDTH
from describe_changes.plugin.layers import map_tips
from describe_changes.plugin.layers.schema import SITE_FIELDS, fields_of
from describe_changes.plugin.layers.styling import AFTER_LAYER, BEFORE_LAYER
from describe_changes.plugin.paths import RESOURCES
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QTextBrowser


@pytest.fixture
def function():
    kept = map_tips.register()
    yield kept
    map_tips.unregister()


@pytest.fixture
def sites(scene, qgis_new_project):
    """A layer with one site around the bright square of the later image; the first half of it is drawn."""
    images = [QgsRasterLayer(str(path), name) for path, name in ((scene.before, "before"), (scene.after, "after"))]
    layer = QgsVectorLayer(f"MultiPolygon?crs={images[0].crs().authid()}", "sites", "memory")
    QgsProject.instance().addMapLayers([*images, layer])
    QgsProject.instance().setCrs(layer.crs())
    corner = images[0].extent()
    left, top = corner.xMinimum() + COLUMN, corner.yMaximum() - ROW
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, top - HEIGHT, left + WIDTH, top)))
    layer.dataProvider().addFeature(feature)
    for key, image in zip((BEFORE_LAYER, AFTER_LAYER), images, strict=True):
        layer.setCustomProperty(key, image.id())
    layer.setMapTipTemplate("<b>site</b>")
    map_tips.add_pictures(layer)
    return layer


def tip(layer):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def colours(text):
    """The colour in the middle of each picture."""
    found = []
    for data in re.findall(r"data:image/jpeg;base64,([^\"]+)", text):
        image = QImage.fromData(base64.b64decode(data))
        found.append(QColor(image.pixel(image.width() // 2, image.height() // 2)).red())
    return found


def test_the_tip_shows_the_site_before_and_after(function, sites):
    text = tip(sites)
    assert text.startswith("<b>site</b><table ")
    assert colours(text) == [pytest.approx(64, abs=6), pytest.approx(192, abs=6)]
    map_tips.add_pictures(sites)
    assert sites.mapTipTemplate().count(map_tips.FUNCTION) == 1


def test_without_webkit_all_of_the_tip_is_seen_and_has_a_ground(function, sites, qgis_app):
    """QGIS makes the tip a QTextBrowser of its usual size then, without a colour of its own."""
    sites.setMapTipTemplate("")
    assert sites.loadNamedStyle(str(RESOURCES / "styles" / "sites.qml"))[1]
    sites.dataProvider().addAttributes(fields_of(SITE_FIELDS).toList())
    sites.updateFields()
    values = {"description": "many houses are removed along the road", "place": "north-east", "certainty": "likely"}
    index = {sites.fields().indexOf(name): value for name, value in {**values, "changed_area_m2": 18700.0}.items()}
    sites.dataProvider().changeAttributeValues({one.id(): index for one in sites.getFeatures()})
    text = tip(sites)
    assert "many houses" in text
    shown = QTextBrowser()
    shown.setStyleSheet("background:transparent;")
    shown.setHtml(f"<body style='margin:0; font:9pt'><div><div style='margin:5px'>{text}</div></div></body>")
    shown.adjustSize()
    shown.show()
    qgis_app.processEvents()
    assert len(colours(text)) == 2
    assert (shown.horizontalScrollBar().maximum(), shown.verticalScrollBar().maximum()) == (0, 0)
    block = shown.document().begin()
    while block.isValid():
        table = next((one for one in shown.document().rootFrame().childFrames()), None)
        inside = table is not None and table.firstPosition() <= block.position() <= table.lastPosition()
        ground = table.frameFormat() if inside else block.blockFormat()
        assert not block.text() or ground.background().color() == QColor("#ffffff"), block.text()
        block = block.next()
    shown.deleteLater()


def test_without_an_image_or_without_the_plugin_the_tip_is_words_alone(sites):
    assert tip(sites) == "<b>site</b>"  # the function is not registered
    kept = map_tips.register()
    try:
        sites.setCustomProperty(BEFORE_LAYER, "gone")
        assert tip(sites) == "<b>site</b>"
    finally:
        map_tips.unregister()
    del kept
