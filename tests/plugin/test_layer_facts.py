"""What QGIS knows of a raster layer reaches the engine, or is refused where the engine cannot take it."""

from __future__ import annotations

import json
import zipfile

import pytest
from conftest import write_raster
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMultiBandColorRenderer,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsReferencedRectangle,
)

pytestmark = pytest.mark.usefixtures("fake_engine")
UTM = QgsCoordinateReferenceSystem("EPSG:32633")
BELOW = QgsRectangle(500000, 5000000, 500512, 5000256)


def sent(run, **parameters):
    """What the engine was asked; the fake one tells it in a warning."""
    feedback = QgsProcessingFeedback(False)
    run(feedback, **parameters)
    lines = feedback.textLog().splitlines()
    return json.loads(next(line for line in lines if line.startswith("{"))), feedback.textLog()


def four(box):
    return f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()}"


def test_an_untouched_layer_tells_nothing(describe, pair_layers):
    asked, _ = sent(describe, BEFORE=pair_layers.before, AFTER=pair_layers.after)
    assert not [name for name in asked if name.startswith(("crs_", "nodata", "bands_"))]


@pytest.mark.parametrize("of_file", [32634, None])
def test_the_crs_that_was_set_in_qgis(describe, pair, tmp_path, of_file):
    layer = QgsRasterLayer(str(write_raster(tmp_path / "a.tif", epsg=of_file)), "town")
    layer.setCrs(UTM)
    asked, log = sent(describe, AFTER=layer)
    assert asked["crs_after"] == "EPSG:32633"
    assert "crs_before" not in asked
    assert "“town” is taken in the CRS that its layer has in QGIS: EPSG:32633" in log


def test_a_crs_without_a_code_goes_as_wkt(describe, pair, tmp_path):
    layer = QgsRasterLayer(str(write_raster(tmp_path / "a.tif", epsg=None)), "town")
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lon_0=15 +k=0.9996 +x_0=500000 +ellps=bessel"))
    asked, _ = sent(describe, AFTER=layer)
    assert asked["crs_after"].startswith(("PROJCRS", "PROJCS", "BOUNDCRS"))


def test_no_data_values_that_were_set_in_qgis(describe, pair_layers):
    provider = pair_layers.before.dataProvider()
    for band in (1, 2, 3):
        provider.setUserNoDataValue(band, [QgsRasterRange(0, 0), QgsRasterRange(250, 255)])
    asked, log = sent(describe, BEFORE=pair_layers.before, AFTER=pair_layers.after)
    assert asked["nodata_before"] == "0,250:255"
    assert "No-data values of “before” as its layer has them in QGIS: 0,250:255" in log


def test_a_declared_value_that_was_switched_off(describe, tmp_path):
    path = write_raster(tmp_path / "a.tif")
    data = gdal.Open(str(path), gdal.GA_Update)
    for band in (1, 2, 3):
        data.GetRasterBand(band).SetNoDataValue(90)
    del data
    layer = QgsRasterLayer(str(path), "town")
    assert "nodata_after" not in sent(describe, AFTER=layer)[0]
    for band in (1, 2, 3):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    assert sent(describe, AFTER=layer)[0]["nodata_after"] == "none"


def test_no_data_values_of_one_band_are_refused(describe, pair_layers):
    pair_layers.after.dataProvider().setUserNoDataValue(2, [QgsRasterRange(7, 7)])
    with pytest.raises(QgsProcessingException, match="“after” has other no-data values in one band than in another"):
        describe(BEFORE=pair_layers.before, AFTER=pair_layers.after)


def test_bands_that_were_chosen_for_display(describe, pair_layers):
    layer = pair_layers.after
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 3, 2, 1))
    asked, log = sent(describe, BEFORE=pair_layers.before, AFTER=layer)
    assert asked["bands_after"] == "3,2,1"
    assert "bands_before" not in asked
    assert "Bands of “after” as its layer shows them: 3,2,1" in log
    asked, _ = sent(describe, BEFORE=pair_layers.before, AFTER=layer, BANDS="1,2,3")
    assert "bands_after" not in asked  # what was typed goes before
    asked, _ = sent(describe, BEFORE=pair_layers.before, AFTER=layer, BANDS="nir=1", AFTER_SWIR=2)
    assert (asked["bands"], asked["bands_after"]) == ("nir=1", "3,2,1,swir1=2")  # no colours were typed


def test_the_dock_says_it_and_asks_the_same(desk):
    layer = desk.layers.after
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 3, 2, 1))
    work = desk.panel.work()
    desk.panel.inspect()
    assert desk.settle(lambda: desk.panel.inspected)
    assert "as its layer shows them: 3,2,1" in desk.panel.estimate.text()
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3))
    assert desk.panel.work() != work  # another job, not to be gone on with


def test_a_series_hands_them_over_one_by_one(provider, pair_layers, tmp_path, monkeypatch):
    import processing
    from describe_changes.plugin.processing import series

    class Seen(Exception):
        pass

    asked = {}

    def stop(params, *_):
        asked.update(params)
        raise Seen

    monkeypatch.setattr(series, "SeriesJob", stop)
    first, last = pair_layers.before, pair_layers.after
    first.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    last.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    last.setRenderer(QgsMultiBandColorRenderer(last.dataProvider(), 3, 2, 1))
    for band in (1, 2, 3):
        first.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 0)])
    QgsProject.instance().addMapLayers([first, last])
    given = {"INPUT": [first, last], "DATES": "2010;2011", "OUTPUT": str(tmp_path / "s.gpkg")}
    with pytest.raises((Seen, QgsProcessingException)):
        processing.run("describechanges:series", given)
    assert asked["crs_each"] == ["EPSG:32634", "EPSG:32634"]
    assert asked["nodata_each"] == ["0", ""]
    assert asked["bands_each"] == ["", "3,2,1"]


@pytest.mark.parametrize("output", ["OUTPUT", "CSV", "CHART"])
def test_a_series_does_not_overwrite_its_images(provider, qgis_new_project, pair, tmp_path, output):
    import processing

    kind = {"OUTPUT": "gpkg", "CSV": "csv", "CHART": "html"}[output]
    image, link = write_raster(tmp_path / "image.tif"), tmp_path / f"link.{kind}"
    link.symlink_to(image)
    given = {"INPUT": [str(pair.before), str(image)], "DATES": "2010;2011", "OUTPUT": str(tmp_path / "s.gpkg")}
    before = image.read_bytes()
    with pytest.raises(QgsProcessingException, match="one of the inputs and would be overwritten"):
        processing.run("describechanges:series", {**given, output: str(link)})
    assert image.read_bytes() == before


def test_an_extent_without_a_crs_is_in_the_later_images(describe, pair_layers):
    """Whatever the project's CRS; QGIS itself reads such numbers in one CRS here and in another there."""
    project = QgsProject.instance()
    for crs in ("EPSG:3857", "EPSG:32633", ""):
        project.setCrs(QgsCoordinateReferenceSystem(crs))
        for given in (BELOW, four(BELOW), QgsReferencedRectangle(BELOW, UTM), four(BELOW) + " [EPSG:32633]"):
            asked, _ = sent(describe, EXTENT=given)
            assert asked["extent"] == "500000.0,5000000.0,500512.0,5000256.0,EPSG:32633"


def test_an_extent_in_another_crs_names_it(describe, qgis_new_project):
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsCoordinateTransform(UTM, degrees, QgsProject.instance()).transformBoundingBox(BELOW)
    for given in (QgsReferencedRectangle(box, degrees), four(box) + " [EPSG:4326]"):
        numbers = sent(describe, EXTENT=given)[0]["extent"].split(",")
        assert numbers[4] == "EPSG:4326"
        assert [float(number) for number in numbers[:4]] == pytest.approx(
            [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
        )
    with pytest.raises(QgsProcessingException, match=r"read in that of the later image, EPSG:32633"):
        describe(EXTENT=four(box))


def test_an_extent_in_a_crs_without_a_code(desk):
    own = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9997 +x_0=500000 +datum=WGS84")
    box = desk.panel.extent
    box.choose("drawn")
    box.rectangle.setOutputCrs(own)
    box.rectangle.setOutputExtentFromUser(BELOW, own)
    assert box.parameters()["EXTENT"].endswith("[EPSG:4326]")
    asked = [float(number) for number in box.engine_parameters()["extent"].split(",")[:4]]
    assert asked == pytest.approx([15.0, 45.15, 15.0065, 45.154], abs=0.01)


def places(folder):
    """Layers that QGIS opens and the engine cannot, with what is to be said of them."""
    file = write_raster(folder / "a.tif")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(file, "inner.tif")
    for table in ("one", "two"):
        options = [f"RASTER_TABLE={table}", *(["APPEND_SUBDATASET=YES"] if table == "two" else [])]
        gdal.Translate(str(folder / "both.gpkg"), str(file), format="GPKG", creationOptions=options)
    gdal.Translate(str(folder / "a.nc"), str(file), format="netCDF")
    gdal.Translate(str(folder / "pages.tif"), str(file))
    gdal.Translate(str(folder / "pages.tif"), str(file), creationOptions=["APPEND_SUBDATASET=YES"])
    return (
        (f"/vsizip/{folder}/a.zip/inner.tif", "lies in an archive"),
        (f"{folder}/a.zip", "lies in an archive"),
        (f"GPKG:{folder}/both.gpkg:two", "one of several in its file"),
        (f'NETCDF:"{folder}/a.nc":Band1', "one of several in its file"),
        (f"GTIFF_DIR:2:{folder}/pages.tif", "one of several in its file"),
    )


def test_what_qgis_opens_and_the_engine_cannot_is_told_as_it_is(describe, tmp_path):
    for source, sentence in places(tmp_path):
        layer = QgsRasterLayer(source, "inner", "gdal")
        assert layer.isValid(), source
        with pytest.raises(QgsProcessingException, match=sentence) as caught:
            describe(AFTER=layer)
        assert "gone" not in str(caught.value)


def test_the_only_raster_of_a_geopackage_is_its_file(describe, tmp_path):
    path = tmp_path / "one.gpkg"
    options = ["RASTER_TABLE=town"]
    gdal.Translate(str(path), str(write_raster(tmp_path / "a.tif")), format="GPKG", creationOptions=options)
    for source in (str(path), f"GPKG:{path}:town"):
        asked, _ = sent(describe, AFTER=QgsRasterLayer(source, "town", "gdal"))
        assert asked["after"] == str(path)
