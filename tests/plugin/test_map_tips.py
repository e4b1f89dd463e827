"""Both dates as pictures in a map tip: drawn from files, left out where they are not there."""

from __future__ import annotations

import base64
import re

import pytest
from conftest import COLUMN, HEIGHT, ROW, WIDTH
from describe_changes.plugin.layers import map_tips
from describe_changes.plugin.layers.styling import AFTER_LAYER, BEFORE_LAYER
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
    assert text.startswith("<b>site</b><table>")
    assert colours(text) == [pytest.approx(64, abs=6), pytest.approx(192, abs=6)]
    map_tips.add_pictures(sites)
    assert sites.mapTipTemplate().count(map_tips.FUNCTION) == 1


def test_without_an_image_or_without_the_plugin_the_tip_is_words_alone(sites):
    assert tip(sites) == "<b>site</b>"  # the function is not registered
    kept = map_tips.register()
    try:
        sites.setCustomProperty(BEFORE_LAYER, "gone")
        assert tip(sites) == "<b>site</b>"
    finally:
        map_tips.unregister()
    del kept
