"""Web maps: what is fetched of them, at which resolution, and that what did not come is no data."""

from __future__ import annotations

import threading

import pytest
from conftest import wait_until
from describe_changes.plugin.layers.server_facts import copy_of, server_facts
from describe_changes.plugin.layers.web_maps import attribution_of, clip_of, is_web_map, server_of
from map_server import HALF, colour
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QThreadPool

DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")
TOWN = QgsRectangle(-94.530, 37.060, -94.528, 37.062)
"""Some 178 m × 222 m in Joplin."""
EXTENT = "-94.530,-94.528,37.060,37.062 [EPSG:4326]"


@pytest.fixture
def photo(server, qgis_new_project):
    return project_layer(server.xyz())


def project_layer(source):
    layer = QgsRasterLayer(source, "Aerial photo", "wms")
    assert layer.isValid()
    return QgsProject.instance().addMapLayer(layer)


def clipped(layer, ground=0.5, extent=TOWN, crs=DEGREES):
    return clip_of(layer, extent, crs, ground, QgsCoordinateTransformContext())


def run(layer, path, feedback=None, **parameters):
    import processing

    given = {"INPUT": layer, "EXTENT": EXTENT, "PIXEL_SIZE": 0.5, "OUTPUT": str(path), **parameters}
    return processing.run("describechanges:clipwebmap", given, feedback=feedback)


class Feedback(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.warned = []

    def pushWarning(self, warning):
        self.warned.append(warning)


def asked_for_the_clip(server):
    """Whether a tile of the clip was asked for; those of the map are coarser."""
    return any("/18/" in path for path in server.came)


def wrong_pixels(path, clip, blue):
    """Return how many pixels with data are not those of the world at their place, and how many have no data."""
    data = gdal.Open(str(path))
    red, green, third, alpha = (data.GetRasterBand(band).ReadRaster() for band in (1, 2, 3, 4))
    wrong = none = 0
    for row in range(clip.height):
        for column in range(clip.width):
            place = row * clip.width + column
            if not alpha[place]:
                none += 1
                wrong += (red[place], green[place], third[place]) != (0, 0, 0)
                continue
            assert alpha[place] == 255
            wanted = (*colour(clip.column + column, clip.row + row), blue)
            wrong += (red[place], green[place], third[place]) != wanted
    return wrong, none


def test_metres_on_the_ground_choose_the_zoom_level(photo):
    clip = clipped(photo)
    assert clip.pixel == pytest.approx(2 * HALF / 256 / 2**18, rel=1e-9)
    assert clip.ground == pytest.approx(clip.pixel * 0.7967, rel=3e-3)  # in Web Mercator a metre is longer: 1 / cos 37°
    assert clipped(photo, 0.6).pixel == clip.pixel
    assert clipped(photo, 0.25).pixel == pytest.approx(clip.pixel / 2)
    assert clipped(photo, 0.001).pixel == pytest.approx(clip.pixel / 2)  # the finest there is
    assert clip.extent.contains(clip_of(photo, TOWN, DEGREES, 0.25, QgsCoordinateTransformContext()).extent.center())


def test_the_clip_is_what_the_server_has_pixel_by_pixel(photo, server, provider, tmp_path):
    done = run(photo, tmp_path / "photo.tif")
    clip = clipped(photo)
    assert (done["WIDTH"], done["HEIGHT"], done["MISSING"]) == (clip.width, clip.height, 0)
    asked = {tile for tile in server.asked if tile[0] > 16}  # others are the map's own
    assert {zoom for zoom, _, _ in asked} == {18}
    assert len(asked) <= clip.tiles
    assert wrong_pixels(tmp_path / "photo.tif", clip, 18) == (0, 0)
    data = gdal.Open(str(tmp_path / "photo.tif"))
    west, pixel, _, north, _, down = data.GetGeoTransform()
    assert (west, north) == pytest.approx((clip.column * pixel - HALF, HALF - clip.row * pixel))
    assert (pixel, down) == pytest.approx((clip.pixel, -clip.pixel))
    assert data.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand


def test_what_did_not_come_and_tiles_of_one_colour_are_no_data(photo, server, provider, tmp_path):
    feedback, clip = Feedback(), clipped(photo)
    column, row = clip.column // 256 + 1, clip.row // 256
    server.broken.add((18, column, row))
    server.blank.add((18, column, row + 1))
    done = run(photo, tmp_path / "photo.tif", feedback)
    wrong, none = wrong_pixels(tmp_path / "photo.tif", clip, 18)
    assert wrong == 0
    columns = min(clip.column + clip.width, (column + 1) * 256) - column * 256
    rows = min(clip.row + clip.height, (row + 2) * 256) - clip.row
    assert none == columns * rows > 0
    assert done["MISSING"] == pytest.approx(100 * none / (clip.width * clip.height))
    assert ["did not come" in feedback.warned[0], "one colour" in feedback.warned[1]] == [True, True]


def test_the_look_of_the_layer_on_the_map_does_not_count(photo, server, provider, tmp_path):
    photo.setOpacity(0.4)
    photo.brightnessFilter().setBrightness(80)
    photo.hueSaturationFilter().setSaturation(-100)
    run(photo, tmp_path / "photo.tif")
    assert wrong_pixels(tmp_path / "photo.tif", clipped(photo), 18) == (0, 0)
    assert photo.opacity() == pytest.approx(0.4)


def test_the_layer_on_the_map_keeps_what_it_says_of_itself(photo, server, provider, tmp_path):
    """A plain clone() of QGIS 3.40 takes the attribution from the layer that is copied."""
    server_facts(photo).setAttribution("© the surveyors")
    server_facts(photo).setTitle("Photo of 2011")
    run(photo, tmp_path / "photo.tif")
    assert (server_facts(photo).attribution(), server_facts(photo).title()) == ("© the surveyors", "Photo of 2011")
    assert server_facts(copy_of(photo)).attribution() == "© the surveyors"


def test_a_server_that_is_down_is_named_and_leaves_no_file(photo, server, provider, tmp_path):
    server.close()
    with pytest.raises(QgsProcessingException, match=r"No picture of “Aerial photo” came from 127\.0\.0\.1"):
        run(photo, tmp_path / "photo.tif")
    assert list(tmp_path.glob("*.tif*")) == list(tmp_path.glob(".describe*")) == []


def test_a_place_without_pictures_is_no_image(photo, server, provider, tmp_path):
    clip = clipped(photo)
    first, upper = clip.column // 256, clip.row // 256
    server.blank.update((18, column, row) for column in range(first, first + 5) for row in range(upper, upper + 5))
    with pytest.raises(QgsProcessingException, match="sent one colour only"):
        run(photo, tmp_path / "photo.tif")
    assert list(tmp_path.glob("*.tif")) == []


def test_too_many_pixels_are_refused_with_a_size_that_will_do(photo, server, provider, tmp_path):
    wide = QgsRectangle(-94.6, 37.0, -94.5, 37.1)
    problem = clipped(photo, 0.3, wide).problem()
    assert "25,000,000" in problem
    coarse = float(problem.rpartition("pixels of ")[2].split()[0])
    assert clipped(photo, coarse, wide).problem() == ""
    with pytest.raises(QgsProcessingException, match="smaller extent"):
        run(photo, tmp_path / "photo.tif", EXTENT="-94.6,-94.5,37.0,37.1 [EPSG:4326]")
    assert not [tile for tile in server.asked if tile[0] > 16]
    assert "too few" in clipped(photo, 100.0).problem()


def test_cancel_leaves_no_file_and_does_not_wait_for_the_server(photo, server, provider, tmp_path):
    server.hold.clear()
    feedback = Feedback()

    def cancel_when_asked():
        wait_until(lambda: asked_for_the_clip(server))
        feedback.cancel()

    threading.Thread(target=cancel_when_asked, daemon=True).start()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(photo, tmp_path / "photo.tif", feedback)
    assert asked_for_the_clip(server)
    assert not [tile for tile in server.asked if tile[0] > 16]
    assert list(tmp_path.glob("*.tif*")) == list(tmp_path.glob(".describe*")) == []


def test_a_wms_is_asked_for_just_the_pixels_that_are_wanted(server, qgis_new_project, provider, tmp_path):
    layer = project_layer(server.wms())
    clip = clipped(layer)
    assert clip.ground == pytest.approx(0.5)
    assert not clip.tiled
    done = run(layer, tmp_path / "wms.tif")
    assert (done["WIDTH"], done["HEIGHT"]) == (clip.width, clip.height)
    asked = [float(number) for number in server.asked[-1]["BBOX"].split(",")]
    assert asked == pytest.approx([clip.extent.xMinimum(), clip.extent.yMinimum(), clip.extent.xMaximum(),
                                   clip.extent.yMaximum()], abs=1e-3)  # fmt: skip
    data = gdal.Open(str(tmp_path / "wms.tif"))
    assert set(data.GetRasterBand(4).ReadRaster()) == {255}
    server.wms_fails = True
    with pytest.raises(QgsProcessingException, match="No picture"):
        run(layer, tmp_path / "again.tif", EXTENT="-94.540,-94.538,37.060,37.062 [EPSG:4326]")


def test_what_a_web_map_says_of_itself(photo, server, pair_layers):
    assert is_web_map(photo)
    assert not is_web_map(pair_layers.before)
    assert server_of(photo) == "127.0.0.1"
    assert attribution_of(photo) == ""
    server_facts(photo).setAttribution("© the surveyors")
    assert attribution_of(photo) == "© the surveyors"


@pytest.fixture
def web_desk(desk, fake_engine, server, tmp_path):
    """The dock with two web maps as images, dated, and the extent drawn."""
    layers = [project_layer(server.xyz(year)) for year in ("2011", "2012")]
    for layer, name in zip(layers, ("Photo A", "Photo B"), strict=True):
        layer.setName(name)
        server_facts(layer).setAttribution("© <surveyors>")
    pair = desk.panel.pair
    pair.before.setLayer(layers[0])
    pair.after.setLayer(layers[1])
    for field, year in ((pair.before_date, "2011"), (pair.after_date, "2012")):
        field.setText(year)
        field.editingFinished.emit()
    desk.panel.options.output.setFilePath(str(tmp_path / "result.gpkg"))
    desk.maps = layers
    return desk


def draw(desk, box=TOWN):
    desk.panel.extent.choose("drawn")
    desk.panel.extent.rectangle.setOutputCrs(DEGREES)
    desk.panel.extent.rectangle.setOutputExtentFromUser(box, DEGREES)


def test_the_dock_fetches_web_maps_and_goes_on(web_desk, tmp_path):
    panel = web_desk.panel
    assert not panel.web.isHidden()
    assert "choose the extent" in panel.web.about.text()
    panel.run_button.click()
    assert panel.run_button.isEnabled()  # nothing begins without an extent
    draw(web_desk)
    about = panel.web.about.text()
    assert about.count("© &lt;surveyors&gt;") == 2
    assert about.count("on the ground, about") == 2
    assert "127.0.0.1" in about
    assert "forbid" in about
    panel.run_button.click()
    assert not panel.run_button.isEnabled()
    assert web_desk.settle(lambda: panel._run is not None, 20)
    assert web_desk.settle(lambda: panel.run_button.isEnabled(), 20)
    assert "Saved in" in panel.estimate.text()
    clips = [side.layer for side in panel.pair.sides()]
    assert [clip.source() for clip in clips] == [
        str(tmp_path / name) for name in ("Photo_A_2011.tif", "Photo_B_2012.tif")
    ]
    assert [server_facts(clip).attribution() for clip in clips] == ["© <surveyors>"] * 2
    assert [side.date for side in panel.pair.sides()] == ["2011", "2012"]
    assert panel.web.isHidden()
    assert (tmp_path / "result.gpkg").is_file()
    assert all(QgsProject.instance().mapLayer(layer.id()) for layer in web_desk.maps)


def test_the_extent_of_a_file_is_that_of_the_web_map(web_desk):
    pair = web_desk.panel.pair
    pair.before.setLayer(web_desk.layers.before)
    area, crs = web_desk.panel._area()
    assert area == web_desk.layers.before.extent()
    assert crs == web_desk.layers.before.crs()
    assert web_desk.panel.web.problem() == ""


def test_a_failed_fetch_and_a_cancelled_one_leave_the_dock_ready(web_desk, server, tmp_path):
    draw(web_desk)
    server.hold.clear()
    web_desk.panel.run_button.click()
    web_desk.panel.cancel_button.click()
    assert web_desk.settle(lambda: web_desk.panel.run_button.isEnabled())
    assert web_desk.panel.estimate.text() == "Cancelled."
    assert not [tile for tile in server.asked if tile[0] > 16]
    server.close()
    web_desk.panel.run_button.click()
    assert web_desk.settle(lambda: web_desk.panel.run_button.isEnabled())
    assert "No picture of “Photo A” came from" in web_desk.panel.estimate.text()
    assert list(tmp_path.glob("*.tif")) == []
    assert [side.layer.name() for side in web_desk.panel.pair.sides()] == ["Photo A", "Photo B"]


@pytest.fixture
def still_map(qgis_iface):
    """A map that draws nothing: with one thread for all, a task of QGIS 3.22 cannot begin while the map draws."""
    canvas = qgis_iface.mapCanvas()
    canvas.stopRendering()
    canvas.setRenderFlag(False)
    assert wait_until(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    yield
    canvas.setRenderFlag(True)


def test_cancel_waits_for_no_thread_of_the_map(web_desk, server, still_map, one_thread, tmp_path):
    draw(web_desk)
    server.hold.clear()
    web_desk.panel.run_button.click()
    assert web_desk.settle(lambda: asked_for_the_clip(server))  # with the task's own thread, there is no other
    web_desk.panel.cancel_button.click()
    assert web_desk.settle(lambda: web_desk.panel.run_button.isEnabled())
    assert web_desk.panel.estimate.text() == "Cancelled."
    assert not [tile for tile in server.asked if tile[0] > 16]  # it has not had to answer first
    assert list(tmp_path.glob("*.tif")) == []


def test_a_base_map_is_no_image_by_itself(server, qgis_iface, provider, pair_layers):
    from describe_changes.plugin.gui.describe.raster_pair_widget import RasterPairWidget

    project_layer(server.xyz())
    QgsProject.instance().addMapLayer(pair_layers.before)
    widget = RasterPairWidget()
    assert [combo.currentLayer() for combo in (widget.before, widget.after)] == [pair_layers.before, None]
    widget.after.setLayer(QgsProject.instance().mapLayersByName("Aerial photo")[0])
    assert [side.layer.name() for side in widget.web_maps()] == ["Aerial photo"]
    widget.deleteLater()


def test_two_web_maps_of_one_name_become_two_files(web_desk, tmp_path):
    for layer in web_desk.maps:
        layer.setName("Photo")
    pair = web_desk.panel.pair
    for field in (pair.before_date, pair.after_date):
        field.setText("")
        field.editingFinished.emit()
    draw(web_desk)
    web_desk.panel.run_button.click()
    assert web_desk.settle(lambda: web_desk.panel._run is not None, 20)
    assert web_desk.settle(lambda: web_desk.panel.run_button.isEnabled(), 20)
    sources = [side.layer.source() for side in pair.sides()]
    assert sources == [str(tmp_path / "Photo.tif"), str(tmp_path / "Photo_2.tif")]


def test_processing_fetches_web_maps_beside_the_result(server, describe, fake_engine, photo, tmp_path):
    after = project_layer(server.xyz("later"))
    given = {"BEFORE": photo, "AFTER": after, "DATE_BEFORE": "2011", "DATE_AFTER": "2012"}
    with pytest.raises(QgsProcessingException, match="has no edge"):
        describe(**given)
    result, feedback = tmp_path / "result.gpkg", QgsProcessingFeedback(False)
    describe(feedback, EXTENT=EXTENT, SITES=str(result), TILES=None, CHANGES=None, **given)
    files = [tmp_path / "before_Aerial_photo_2011.tif", tmp_path / "after_Aerial_photo_2012.tif"]
    assert result.is_file()
    for path in files:
        assert wrong_pixels(path, clipped(photo), 18) == (0, 0)
        assert str(path) in feedback.textLog()
    server.close()
    with pytest.raises(QgsProcessingException, match="No picture of"):
        describe(EXTENT="-94.630,-94.628,37.060,37.062 [EPSG:4326]", **given)
