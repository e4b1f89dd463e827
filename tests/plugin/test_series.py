"""Time series in QGIS: algorithm, list of images, run, chart – with the real engine and a tiny model."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from types import SimpleNamespace

import processing
import pytest
from conftest import ROOT, wait_until
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.gui.series.chart import SeriesChart, fitting
from describe_changes.plugin.processing.series import dates_of
from osgeo import gdal, osr
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDateTime, QPoint, Qt
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtTest import QTest

PYTHON = ROOT / ".venv" / "bin" / "python"
SERIES = "describechanges:series"
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
SIZE = 160
A, B = (10, 10, 20, 20), (90, 100, 10, 16)  # column, row, width, height; 400 m² and 160 m²
pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


def paint(path, *squares, west=500000.0, pixel=1.0):
    """Write 160 × 160 dark pixels with bright squares."""
    data = gdal.GetDriverByName("GTiff").Create(str(path), SIZE, SIZE, 3, gdal.GDT_Byte)
    data.SetGeoTransform((west, pixel, 0.0, 5000512.0, 0.0, -pixel))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    data.SetProjection(system.ExportToWkt())
    for band in (1, 2, 3):
        data.GetRasterBand(band).Fill(64)
        for column, row, width, height in squares:
            data.GetRasterBand(band).WriteRaster(column, row, width, height, bytes([192]) * width * height)
    data.FlushCache()
    return path


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs") / "tiny"
    command = [str(PYTHON), "-I", str(ROOT / "tests" / "plugin" / "make_tiny_pack.py"), str(ROOT), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A is built between 2001 and 2003, B between 2003 and 2006."""
    folder = tmp_path_factory.mktemp("série temporelle")
    return SimpleNamespace(
        first=paint(folder / "town_2001.tif"),
        second=paint(folder / "town_2003-05-07.tif", A),
        third=paint(folder / "town_2006.tif", A, B),
        undated=paint(folder / "undated.tif", B),
        far=paint(folder / "far_2009.tif", west=700000.0),
    )


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    """Starting torch takes seconds; the tests here share one warm engine."""
    yield
    pool.stop_all()


@pytest.fixture(autouse=True)
def _real_engine(monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", str(PYTHON))


@pytest.fixture
def describe(provider, files, pack):
    def run(load=False, **parameters):
        rasters = [str(files.third), str(files.first), str(files.second)]
        given = {"INPUT": rasters, "MODEL": str(pack), "DEVICE": "cpu", "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
        return (processing.runAndLoadResults if load else processing.run)(SERIES, given)

    return run


def test_three_images_become_one_file_with_chart_and_table(describe, tmp_path):
    target = tmp_path / "series ü.gpkg"
    result = describe(OUTPUT=str(target), CHART=str(tmp_path / "chart.html"), CSV=str(tmp_path / "table.csv"))
    assert result["OUTPUT"] == str(target)
    assert (result["PAIR_COUNT"], result["TILE_COUNT"], result["CHANGE_COUNT"]) == (2, 18, 2)
    assert result["CHANGED_AREA"] == pytest.approx(560, rel=0.01)
    tiles, changes = QgsVectorLayer(result["TILES"]), QgsVectorLayer(result["CHANGES"])
    assert (tiles.featureCount(), changes.featureCount()) == (18, 2)
    spans = sorted(
        (str(one["date_before"].date().year()), one["date_after"].date().year()) for one in changes.getFeatures()
    )
    assert spans == [("2001", 2003), ("2003", 2006)]
    summary = QgsVectorLayer(f"{target}|layername=summary")
    assert [round(row["changed_area_m2"], -1) for row in summary.getFeatures()] == [400, 160]
    assert "<svg" in (tmp_path / "chart.html").read_text(encoding="utf-8")
    assert len((tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()) == 3


def test_loaded_layers_are_styled_and_play_pair_by_pair(describe, qgis_new_project):
    describe(load=True)
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert sorted(layers) == ["Changed areas", "Described tiles", "Sites"]
    for layer in layers.values():
        assert layer.renderer().type() == "RuleRenderer"
        assert layer.temporalProperties().isActive()
    begin, end = moments("2003-05-08", "2005-12-31")
    assert shown(layers["Changed areas"], QgsDateTimeRange(begin, end)) == 1
    begin, end = moments("2001-01-01", "2006-01-01")
    assert shown(layers["Changed areas"], QgsDateTimeRange(begin, end)) == 2


def moments(*days):
    return [QDateTime.fromString(f"{day}T00:00:00Z", Qt.DateFormat.ISODate) for day in days]


def shown(layer, span):
    """How many features the map shows at a time."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    asked = QgsFeatureRequest().setFilterExpression(layer.temporalProperties().createFilterString(context, span))
    return len(list(layer.getFeatures(asked)))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"INPUT": ["first"]}, "INPUT"),
        ({"INPUT": ["first", "second", "first"]}, "is in the series twice"),
        ({"INPUT": ["first", "second", "far"]}, "do not overlap on the ground"),
        ({"DATES": "2001;2001;2003"}, "have the same date (2001)"),
        ({"DATES": "2001;2002;2003;2004"}, "There are 4 dates for 3 images"),
        ({"DATES": "nobody=2001"}, "“nobody” is not the name of exactly one of the images"),
        ({"DATES": "2001;soon;"}, "“soon” is not a date"),
        ({"BANDS": "red"}, "not a list of bands"),
    ],
)
def test_what_cannot_be_a_series_is_refused(describe, files, change, sentence):
    if "INPUT" in change:
        change = {"INPUT": [str(getattr(files, name)) for name in change["INPUT"]]}
    with pytest.raises(QgsProcessingException) as caught:
        describe(**change)
    assert sentence in str(caught.value)


def test_the_engines_word_on_an_undated_image_reaches_the_user(describe, files):
    with pytest.raises(QgsProcessingException, match="Nothing says when undated"):
        describe(INPUT=[str(files.first), str(files.undated)])


@pytest.mark.skipif(QGIS_PROCESS is None, reason="qgis_process is not on this machine")
def test_qgis_process_runs_a_series(files, pack, tmp_path):
    spec = importlib.util.spec_from_file_location("open_qgis", ROOT / "scripts" / "open_qgis.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    own = {"QGIS_CUSTOM_CONFIG_PATH": str(module.make_profile(tmp_path / "qgis")), "LC_ALL": "C.UTF-8"}
    rasters = [f"INPUT={path}" for path in (files.second, files.first, files.third)]
    target = tmp_path / "series.gpkg"
    done = subprocess.run(
        [QGIS_PROCESS, "run", SERIES, "--json", "--", *rasters, f"MODEL={pack}", "AGAINST=first", f"OUTPUT={target}"],
        env={**kept, **own},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert (results["PAIR_COUNT"], results["CHANGE_COUNT"]) == (2, 3)  # A, then A and B
    assert QgsVectorLayer(results["TILES"]).featureCount() == 18


def test_dates_go_by_place_or_by_name(files):
    layers = [QgsRasterLayer(str(files.first), "one"), QgsRasterLayer(str(files.undated), "two")]
    assert dates_of("", layers) == ["", ""]
    assert dates_of(" ; 2004-02", layers) == ["", "2004-02"]
    assert dates_of("two=2004; town_2001.tif = 1999", layers) == ["1999", "2004"]


def test_a_file_of_something_else_is_not_overwritten(describe, files, tmp_path):
    target = tmp_path / "mine.gpkg"
    data = gdal.GetDriverByName("GPKG").Create(str(target), 0, 0, 0, gdal.GDT_Unknown)
    data.CreateLayer("precious")
    data = None
    with pytest.raises(QgsProcessingException, match="holds something else than a time series"):
        describe(OUTPUT=str(target))
    assert QgsVectorLayer(f"{target}|layername=precious").isValid()


def test_a_reviewed_series_is_not_overwritten(describe, tmp_path):
    target = tmp_path / "series.gpkg"
    tiles = QgsVectorLayer(describe(OUTPUT=str(target))["TILES"])
    index = tiles.fields().indexOf("review_status")
    assert tiles.dataProvider().changeAttributeValues({1: {index: "accepted"}})
    with pytest.raises(QgsProcessingException, match="1 reviewed tiles, which would be lost"):
        describe(OUTPUT=str(target))


@pytest.fixture
def desk(qgis_iface, qgis_app, provider, files, pack, qgis_new_project):
    """The dock's tab on a project with four rasters."""
    from describe_changes.plugin.gui.dock import DescribeDock

    names = ("third", "first", "second", "undated")
    layers = {name: QgsRasterLayer(str(getattr(files, name)), name) for name in names}
    QgsProject.instance().addMapLayers(list(layers.values()))
    dock = DescribeDock(qgis_iface, qgis_iface.mainWindow())
    panel = dock.series_panel
    panel.options.model.setEditText(str(pack))

    def settle(condition, seconds=90.0):
        def seen():
            qgis_app.processEvents()
            return condition()

        return wait_until(seen, seconds)

    yield SimpleNamespace(dock=dock, panel=panel, images=panel.images, layers=layers, settle=settle)
    dock.close_down()
    settle(lambda: panel._run is None)
    dock.deleteLater()


def dates(desk):
    return [desk.images.table.item(row, 0).text() for row in range(desk.images.table.rowCount())]


def choose(desk, text):
    """Click an entry of the menu *Add*."""
    desk.images.menu.aboutToShow.emit()
    next(action for action in desk.images.menu.actions() if action.text() == text).trigger()


def fill(desk):
    for name in ("third", "first", "second"):
        choose(desk, name)
    assert desk.settle(lambda: all(dates(desk)))


def visible(desk):
    root = QgsProject.instance().layerTreeRoot()
    return {name for name, layer in desk.layers.items() if root.findLayer(layer.id()).itemVisibilityChecked()}


def test_images_are_added_dated_sorted_and_removed(desk):
    choose(desk, "All rasters of the project")
    assert desk.settle(lambda: dates(desk) == ["2001", "2003-05-07", "2006", ""])
    assert desk.settle(lambda: "1 of the images have no date yet" in desk.images.notice.text())
    desk.images.table.item(3, 0).setText("2002-06")
    desk.images.sort_button.click()
    assert dates(desk) == ["2001", "2002-06", "2003-05-07", "2006"]
    assert desk.images.notice.isHidden()
    assert desk.panel.parameters()["DATES"] == ";2002-06;;"  # the others were found, and are found again
    desk.images.table.item(1, 0).setText("2006")
    assert "have the same date (2006)" in desk.images.notice.text()
    desk.images.table.selectRow(1)
    desk.images.remove_button.click()
    assert dates(desk) == ["2001", "2003-05-07", "2006"]
    choose(desk, "undated")
    QgsProject.instance().removeMapLayer(desk.layers["undated"].id())
    assert len(dates(desk)) == 3


def test_a_run_leaves_layers_chart_and_review(desk, qgis_iface):
    fill(desk)
    desk.panel.run_button.click()
    assert desk.panel.cancel_button.isEnabled()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert "2 sites changed, 560 m² in all" in desk.panel.state.text()
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "Time series 2001 → 2006"
    assert [node.name().split()[0] for node in group.children()] == ["Sites", "Changed", "Described"]
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False, False]
    sites, _, tiles = (node.layer() for node in group.children())
    assert sites.temporalProperties().isActive()
    assert desk.dock.review_panel.review.layer.id() == sites.id()
    chart = desk.panel.chart
    assert [(pair["from"], pair["to"]) for pair in chart.pairs] == [("2001", "2003-05-07"), ("2003-05-07", "2006")]
    assert not chart.isHidden()
    assert desk.panel.page_button.isEnabled()
    heights = {number: bar.height() for number, bar, _ in chart.bars()}
    assert heights[2] / heights[1] == pytest.approx(160 / 400, rel=0.03)
    assert "Pair" not in desk.panel.state.text()
    assert chart.chosen == 2  # one pair at a time: the latest first
    place = chart.bars()[1][1].center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chart.chosen == 0
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chart.chosen == 2
    assert shown(sites, qgis_iface.mapCanvas().temporalRange()) == 1
    chosen = qgis_iface.mapCanvas().temporalRange()
    assert shown(tiles, chosen) == 9
    assert "160 m² in one area" in desk.panel.state.text()
    assert visible(desk) == {"third", "undated"}  # the later image of the pair; undated is not of the series
    later = desk.layers["third"].temporalProperties()
    assert not later.isActive() or later.isVisibleInTemporalRange(
        chosen
    )  # and is drawn, though it begins where that ends
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert qgis_iface.mapCanvas().temporalRange().isInfinite()
    assert "2 sites changed" in desk.panel.state.text()
    assert visible(desk) == set(desk.layers)
    assert later.isActive()  # in the Temporal Controller again


def test_the_series_fits_a_low_screen(desk):
    fill(desk)
    desk.panel.chart.add(pair(1, gone=2e6))
    desk.panel.chart.show()
    for number in range(6):
        desk.panel._warned(f"Something long and wide that has to be said of image {number} of this series.")
    assert desk.dock.minimumSizeHint().height() < 450


def test_the_review_shows_the_images_of_each_tiles_own_pair(desk):
    fill(desk)
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    review = desk.dock.review_panel
    review.order.setCurrentIndex(review.order.findData("tile"))
    rows = review.review.rows
    assert (rows[0].dates, rows[-1].dates) == ("2001 → 2003-05-07", "2003-05-07 → 2006")
    review.view.selectRow(0)
    assert review.dates.pair == ((desk.layers["first"].id(),), (desk.layers["second"].id(),))
    review.view.selectRow(len(rows) - 1)
    assert review.dates.pair == ((desk.layers["second"].id(),), (desk.layers["third"].id(),))
    review.buttons["mBefore"].click()
    assert visible(desk) == {"second", "undated"}
    review.buttons["mAfter"].click()
    assert visible(desk) == {"third", "undated"}
    review.view.selectRow(0)
    assert visible(desk) == {"second", "undated"}


def test_a_cancelled_series_goes_on_with_the_pairs_that_are_done(desk, brake, tmp_path):
    fill(desk)
    brake.after(2)  # a block is a pair here: held before the second pair is told of
    target = tmp_path / "mine.gpkg"
    desk.panel.options.output.setFilePath(str(target))
    desk.panel.run_button.click()
    desk.panel._run.paired.connect(lambda _pair: desk.panel.cancel())
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert not target.exists()
    assert "goes on from there" in desk.panel.state.text()
    assert len(desk.panel.chart.pairs) == 1
    brake.release()
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled())
    assert "1 of them were finished by an earlier run." in desk.panel.log.toPlainText()
    assert len(desk.panel.chart.pairs) == 2
    assert target.exists()
    assert (tmp_path / "mine_chart.html").exists()
    live = [layer.name() for layer in QgsProject.instance().mapLayers().values() if "Describing" in layer.name()]
    assert live == []


def test_imagery_that_the_model_does_not_know_is_warned_of(desk, tmp_path):
    """The model that ships on pixels of 30 m."""
    coarse = [paint(tmp_path / f"landsat_{year}.tif", *what, pixel=30.0) for year, what in ((1985, ()), (1990, (A,)))]
    layers = [QgsRasterLayer(str(path), path.stem) for path in coarse]
    QgsProject.instance().addMapLayers(layers)
    desk.images.add(layers)
    assert desk.settle(lambda: dates(desk) == ["1985", "1990"])
    desk.panel.options.model.setEditText("")
    desk.panel.run_button.click()
    assert desk.settle(lambda: desk.panel.run_button.isEnabled(), 240)
    assert "outside what the model was trained on" in desk.panel.warning.text()
    assert not desk.panel.warning.isHidden()


def test_what_is_missing_is_told_in_the_dock(desk):
    desk.panel.run_button.click()
    assert "at least two images" in desk.panel.state.text()
    assert desk.panel.run_button.isEnabled()


def test_the_list_is_remembered_in_the_project(desk, qgis_iface):
    from describe_changes.plugin.gui.common.settings import remember
    from describe_changes.plugin.gui.series.panel import SeriesPanel

    fill(desk)
    choose(desk, "undated")
    desk.images.table.item(3, 0).setText("2004-02")
    desk.images.sort()
    desk.panel.against.setCurrentIndex(1)
    desk.panel.options.min_area.setValue(50)
    remember(desk.panel.settings())
    again = SeriesPanel(qgis_iface)
    given = again.parameters()
    assert {layer.name() for layer in given["INPUT"]} == {"first", "second", "third", "undated"}
    assert given["AGAINST"] == "first"
    assert given["MIN_AREA"] == 50
    assert "2004-02" in given["DATES"]
    assert not {"TILES", "CHANGES", "MASK", "REPORT"} & set(given)
    again.close_down()


def pair(number, **areas):
    colours = {"gone": "#0072b2", "new": "#d55e00"}
    classes = [
        {"name": name, "colour": colours[name], "changed_area_m2": area, "changes": 1 if area else 0}
        for name, area in areas.items()
    ]
    return {"pair": number, "from": str(2000 + number), "to": str(2001 + number), "classes": classes}


def test_chart_draws_its_bars_in_their_colours(qgis_app):
    chart = SeriesChart()
    chart.resize(400, 240)
    chart.add(pair(1, gone=2e6, new=1e6))
    chart.add(pair(2, gone=0.0, new=4e6))
    chart.show()
    qgis_app.processEvents()
    image = chart.grab().toImage()
    scale = image.devicePixelRatio()
    bars = chart.bars()
    assert [(number, colour.name()) for number, _, colour in bars] == [(1, "#0072b2"), (1, "#d55e00"), (2, "#d55e00")]
    assert bars[2][1].height() == pytest.approx(2 * bars[0][1].height(), rel=0.02)
    for _, bar, colour in bars:
        middle = bar.center().toPoint() * scale
        assert image.pixelColor(middle).name() == colour.name()
    picked = []
    chart.picked.connect(picked.append)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(int(bars[2][1].center().x()), 100))
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(int(bars[0][1].center().x()), 100))
    assert picked == [2, 1, 1, 0]
    assert "new: 4 km²" in chart.accessibleDescription()
    chart.deleteLater()


def test_dates_below_the_bars_are_as_long_as_there_is_room(qgis_app):
    metrics = QFontMetrics(qgis_app.font())
    room = metrics.horizontalAdvance
    assert fitting("2010-06-29", metrics, room("→ 2010-06-29"), arrow=True) == "→ 2010-06-29"
    assert fitting("2010-06-29", metrics, room("2010-06-29"), arrow=True) == "2010-06-29"
    assert fitting("2010-06-29", metrics, room("2010-06"), arrow=False) == "2010-06"
    assert fitting("2010-06-29", metrics, 3, arrow=True) == "2010"
