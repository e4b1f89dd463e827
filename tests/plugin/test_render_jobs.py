"""Pictures that are dropped while a server of another one takes its time: the window does not wait."""

from __future__ import annotations

import pytest
from conftest import wait_until
from describe_changes.plugin.gui.common import render_jobs
from describe_changes.plugin.gui.review.swipe_tool import Swipe
from describe_changes.plugin.gui.review.thumbnails import PairThumbnails
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize


def settled(app, condition):
    def seen():
        app.processEvents()
        return condition()

    return wait_until(seen)


@pytest.fixture
def crowd(server, pair_layers, one_thread, qgis_iface, qgis_app):
    """A picture that holds the only thread for pictures while its server does not answer."""
    QgsProject.instance().addMapLayers([pair_layers.before, pair_layers.after])
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(pair_layers.before.crs())
    canvas.setLayers([pair_layers.after, pair_layers.before])
    canvas.setExtent(pair_layers.before.extent())
    canvas.waitWhileRendering()
    layer = QgsRasterLayer(server.xyz(), "Aerial photo", "wms")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(100, 100))
    settings.setExtent(QgsRectangle(0, 0, 1000, 1000))
    server.hold.clear()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    assert settled(qgis_app, lambda: server.came)
    yield server
    server.hold.set()
    job.cancel()
    assert settled(qgis_app, lambda: not render_jobs._leaving)


def images(layers):
    return (layers.before.id(),), (layers.after.id(),)


def test_the_swipe_stops_at_once(crowd, pair_layers, qgis_iface):
    swipe = Swipe(qgis_iface.mapCanvas())
    assert swipe.start(*images(pair_layers))
    assert swipe._job.isActive()
    swipe.stop()
    assert crowd.asked == []  # the server has not had to answer first
    assert render_jobs._leaving


def test_the_review_goes_to_the_next_site_at_once(crowd, pair_layers, qgis_iface):
    sites = QgsVectorLayer("Polygon?crs=EPSG:32633", "sites", "memory")
    site = QgsFeature()
    site.setGeometry(QgsGeometry.fromRect(QgsRectangle(500100, 5000100, 500200, 5000200)))
    _, (site,) = sites.dataProvider().addFeatures([site])
    pictures = PairThumbnails(qgis_iface.mapCanvas())
    pictures.show_site(sites, site.id(), images(pair_layers))
    assert pictures.busy
    pictures.clear()
    assert crowd.asked == []
    assert len(render_jobs._leaving) == 2
    pictures.deleteLater()
