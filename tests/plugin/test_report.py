"""The report: HTML by the real engine, PDF by real layouts, from a small result that the engine made."""

from __future__ import annotations

import html
import itertools
import json
import os
import re
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT, wait_until
from describe_changes.plugin.engine import client
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.layers.review import Review
from describe_changes.plugin.layers.styling import AFTER_LAYER, BEFORE_LAYER, ROLE
from describe_changes.plugin.processing.report import ReportAlgorithm, remembered_head
from describe_changes.plugin.report.images import report_rasters
from describe_changes.plugin.report.label_fonts import font_of
from describe_changes.plugin.report.layout_pages import TEMPLATES
from describe_changes.plugin.report.main_thread import MainThread
from describe_changes.plugin.report.pdf import PdfPrinter, write_pdf
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtCore import QCoreApplication, QSize, QTimer
from qgis.PyQt.QtGui import QColor, QImage

PYTHON = ROOT / ".venv" / "bin" / "python"
ALGORITHM = "describechanges:report"
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
NASTY = "Łódź – größer <script>alert(1)</script> & [% 1 + 1 %]"
pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    yield
    pool.stop_all()


@pytest.fixture
def tiles(result, qgis_new_project):
    """The layer of tiles, in the project."""
    layer = QgsVectorLayer(f"{result}|layername=tiles", "tiles", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def report(provider, qgis_new_project):
    """Run the algorithm."""
    import processing

    def run(feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        return processing.run(ALGORITHM, parameters, feedback=feedback, context=context)

    return run


def changed(layer):
    """Numbers of the changed tiles, the surest first."""
    review = Review(layer)
    review.load("score")
    return review


def pages_in(path):
    return len(re.findall(rb"/Type\s*/Page\b", Path(path).read_bytes()))


def text_of(path, *options):
    """The text of a PDF, in one line, by poppler."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode("utf-8")
    for ligature in "ﬀﬁﬂﬃﬄ":
        text = text.replace(ligature, unicodedata.normalize("NFKC", ligature))
    return " ".join(text.split())


def digest(result, **params):
    return client.ask("report", {"result": str(result), "max_sites": 50, **params})


def test_reviewed_result_as_page_and_pdf(report, tiles, tmp_path):
    review = changed(tiles)
    assert len(review.rows) >= 5
    first, second, third = (row.fid for row in review.rows[:3])
    models_own = review.rows[2].caption
    review.accept(first)
    review.reject(second)
    review.edit(third, NASTY)
    review.edit(first, "", "2 <b>barns</b>, seen on site")
    page, pdf = tmp_path / "seite ü.html", tmp_path / "bericht ü.pdf"
    done = report(INPUT=tiles, HTML=str(page), PDF=str(pdf))
    shown = len(review.rows) - 1
    assert done["SITE_COUNT"] == shown
    assert done["PAGE_COUNT"] == pages_in(pdf) == shown + 3
    text = page.read_text(encoding="utf-8")
    assert html.escape(NASTY, quote=False) in text
    assert text.count("<script") == 1
    assert f"{shown} tiles changed and not rejected" in text
    assert text.count("data:image/jpeg") == 2 + 2 * shown
    stated = "2 <b>barns</b>, seen on site (stated by the analyst, not measured); measured: "
    assert html.escape(stated, quote=False) in text
    assert "Edited by the analyst." in text
    words = text_of(pdf)
    assert NASTY in words
    assert stated in " ".join(words.split())
    assert f"Reworded by the analyst. The model wrote: “{models_own}”" in words
    assert "2 edited, 1 rejected" in words
    assert f"Page {shown + 3} of {shown + 3}" in words
    assert f"Tile {review.rows[1].number} " not in words
    assert "town_2011-05-01.tif" in words
    assert not list(tmp_path.glob("*.part"))


def outline_of(path):
    """The titles of a PDF's bookmarks with their depth, and whether each leads to a page that is there."""
    data = Path(path).read_bytes()

    def object_of(number):
        return re.findall(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % number, data, re.DOTALL)[-1]

    number = {key: re.compile(rb"/%s (\d+) 0 R" % key) for key in (b"Outlines", b"First", b"Next", b"Pages")}
    root = object_of(int(re.findall(rb"/Root (\d+) 0 R", data)[-1]))
    kids = re.search(rb"/Kids\s*\[(.*?)\]", object_of(int(number[b"Pages"].search(root)[1])), re.DOTALL)[1]
    pages = {int(one) for one in re.findall(rb"(\d+) 0 R", kids)}

    def walk(text, depth):
        entry = number[b"First"].search(text)
        while entry:
            found = object_of(int(entry[1]))
            title = bytes.fromhex(re.search(rb"/Title <([0-9a-f]+)>", found)[1].decode()).decode("utf-16")
            yield depth, title, int(re.search(rb"/Dest \[(\d+)", found)[1]) in pages
            yield from walk(found, depth + 1)
            entry = number[b"Next"].search(found)

    return list(walk(object_of(int(number[b"Outlines"].search(root)[1])), 0))


def test_a_report_by_site_has_a_map_bookmarks_and_a_head_that_is_remembered(report, result, qgis_new_project, tmp_path):
    sites = QgsVectorLayer(f"{result}|layername=sites", "sites", "ogr")
    QgsProject.instance().addMapLayer(sites)
    review = Review(sites)
    review.load("score")
    total = len(review.rows)
    rejected = review.rows[0]
    review.reject(rejected.fid)
    logo = tmp_path / "logo ü.png"
    QImage(60, 20, QImage.Format.Format_RGB32).save(str(logo))
    head = {
        "TITLE": "After the flood – Łódź",
        "AUTHOR": "A. Analyst",
        "ORGANISATION": "County",
        "NOTES": "One.\n\nTwo.",
    }
    page, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    done = report(INPUT=sites, HTML=str(page), PDF=str(pdf), LOGO=str(logo), **head)
    assert done["SITE_COUNT"] == total - 1
    assert done["PAGE_COUNT"] == pages_in(pdf) == total - 1 + 3
    text = page.read_text(encoding="utf-8")
    for words in ("<h1>After the flood – Łódź</h1>", "A. Analyst · County", "data:image/png;base64,", ">Two.<"):
        assert words in text
    assert f'href="#site-{rejected.number}"' not in text
    assert text.count('href="#map-') == 2 * (total - 1)
    words = text_of(pdf)
    assert "After the flood – Łódź" in words
    assert "sites changed" in words
    marks = outline_of(pdf)
    assert all(there for _, _, there in marks)
    assert [title for depth, title, _ in marks if depth == 0] == [
        head["TITLE"], "Where it changed, on the later image", "Sites", "How this was made"
    ]  # fmt: skip
    assert sum(depth == 1 for depth, _, _ in marks) == total - 1
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, timeout=60)
        assert (told.returncode, told.stderr) == (0, "")
    fresh = ReportAlgorithm()
    fresh.initAlgorithm()
    defaults = {name: fresh.parameterDefinition(name).defaultValue() for name in ("TITLE", "AUTHOR", "LOGO")}
    assert defaults == {"TITLE": None, "AUTHOR": "A. Analyst", "LOGO": str(logo)}
    assert remembered_head(sites) == {"TITLE": head["TITLE"], "NOTES": head["NOTES"]}


def test_the_users_project_is_left_as_it_is(report, tiles, made, tmp_path):
    project = QgsProject.instance()
    image = QgsRasterLayer(str(made.after), "mine")
    project.addMapLayer(image)
    project.layerTreeRoot().findLayer(image.id()).setItemVisibilityChecked(False)
    project.setDirty(False)
    layers, style = set(project.mapLayers()), tiles.renderer().dump()
    report(INPUT=tiles, PDF=str(tmp_path / "a.pdf"), MAX_SITES=1)
    assert set(project.mapLayers()) == layers
    assert not project.isDirty()
    assert project.layoutManager().layouts() == []
    assert project.mapThemeCollection().mapThemes() == []
    assert tiles.renderer().dump() == style
    assert tiles.subsetString() == ""
    assert not project.layerTreeRoot().findLayer(image.id()).isVisible()


def test_at_most_so_many_tiles_and_the_report_says_so(report, tiles, tmp_path):
    total = len(changed(tiles).rows)
    done = report(INPUT=tiles, PDF=str(tmp_path / "a.pdf"), MAX_SITES=2, REVIEW=0)
    assert done["PAGE_COUNT"] == pages_in(tmp_path / "a.pdf") == 5
    assert f"2 of {total} changed tiles are shown: the largest." in text_of(tmp_path / "a.pdf")


def test_edits_that_are_not_saved_yet_are_in_the_report(report, tiles, result, tmp_path):
    row = changed(tiles).rows[0]
    tiles.startEditing()
    for name, value in (("review_status", "edited"), ("caption_edited", "not saved yet")):
        tiles.changeAttributeValue(row.fid, tiles.fields().indexOf(name), value)
    done = report(INPUT=tiles, HTML=str(tmp_path / "a.html"), REVIEW=2)
    tiles.rollBack()
    assert done["SITE_COUNT"] == 1
    assert "not saved yet" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert digest(result)["review"] == ""


def test_layers_in_memory_name_their_images_in_the_project(report, result, made, tmp_path):
    project = QgsProject.instance()
    images = [QgsRasterLayer(str(path), "image") for path in (made.before, made.after)]
    project.addMapLayers(images)
    layers = []
    for name in ("tiles", "changes"):
        stored = QgsVectorLayer(f"{result}|layername={name}", name, "ogr")
        layer = stored.materialize(QgsFeatureRequest())
        layer.setCustomProperty(ROLE, name)
        layer.setCustomProperty(BEFORE_LAYER, images[0].id())
        layer.setCustomProperty(AFTER_LAYER, images[1].id())
        project.addMapLayer(layer)
        layers.append(layer)
    done = report(INPUT=layers[0], HTML=str(tmp_path / "a.html"), MAX_SITES=2)
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert done["SITE_COUNT"] == 2
    assert text.count("data:image/jpeg") == 2 + 2 * 2
    assert "building appeared" in text
    assert "town_2011" not in text  # no run names the files; the images came from the project


def test_maps_show_both_dates_and_the_changed_areas(result, made):
    said = digest(result)
    printer = PdfPrinter(result.parent / "a.pdf", result, said, "all", [None, None], QgsCoordinateTransformContext())
    try:
        assert printer.lay_out() == len(printer.sheets)
        colours = {}
        layout, _ = printer.sheets.select(2)
        for name in ("before", "after", "mask"):
            frame = layout.itemById(f"map_{name}")
            assert isinstance(frame, QgsLayoutItemMap)
            assert abs(frame.rect().height() - 100) < 0.01  # the frame keeps its size, whatever the tile's shape
            area = QgsVectorLayer(f"{result}|layername=changes", "c", "ogr")
            shape = next(f.geometry() for f in area.getFeatures() if f.geometry().intersects(frame.extent()))
            middle = shape.centroid().asPoint()
            assert frame.extent().contains(middle)
            image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(1485, 1050))
            scale = 1485 / 297
            left = frame.pagePos().x() + (middle.x() - frame.extent().xMinimum()) / frame.extent().width() * 86
            top = frame.pagePos().y() + (frame.extent().yMaximum() - middle.y()) / frame.extent().height() * 100
            colours[name] = image.pixelColor(round(left * scale), round(top * scale)).getRgb()[:3]
        assert colours["before"] == (64, 64, 64)
        assert colours["after"] == (192, 192, 192)
        red, green, blue = colours["mask"]  # vermilion over bright
        assert red > green + 30 > blue + 40
        overview, page = printer.sheets.select(1)
        image = QgsLayoutExporter(overview).renderPageToImage(page, QSize(297, 210))
        seen = {image.pixelColor(x, y).name() for x in range(90, 200, 2) for y in range(30, 180, 2)}
        assert "#404040" in seen
    finally:
        printer.close()


def test_sixteen_bits_are_shown_as_the_model_saw_them(tmp_path, qgis_new_project):
    path = tmp_path / "deep.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 32, 32, 4, gdal.GDT_UInt16)
    data.SetGeoTransform((0, 1, 0, 32, 0, -1))
    for band, value in ((1, 9000), (2, 1500), (3, 2000), (4, 1000)):
        data.GetRasterBand(band).Fill(value)
    data.FlushCache()
    said = {
        "before": [str(path)],
        "bands": [[4, 2, 3], [4, 2, 3]],
        "stretch": {"before": [[1000, 3000]] * 3, "after": None},
    }
    (layer,) = report_rasters(said, 0, None)
    block = layer.renderer().block(1, QgsRectangle(0, 0, 32, 32), 32, 32)
    colour = QColor(block.color(16, 16))
    assert (colour.red(), colour.blue()) == (0, 127)
    assert colour.green() in (63, 64)


def test_long_texts_are_made_smaller_then_cut(result):
    said = digest(result)
    said["sites"][0]["description"] = "word " * 60
    said["sites"][1]["description"] = "x" * 5000
    printer = PdfPrinter(result.parent / "a.pdf", result, said, "all", [None, None], QgsCoordinateTransformContext())
    try:
        printer.lay_out()
        sizes = []
        for number in (2, 3, 4):
            layout, _ = printer.sheets.select(number)
            sizes.append(font_of(layout.itemById("description")).pointSizeF())
        shown = layout.atlas().coverageLayer()
        captions = [feature["description"] for feature in shown.getFeatures()]
        assert sizes[2] == 18 > sizes[0] > sizes[1] >= 7.5
        assert captions[0] == "word " * 60
        assert captions[1].endswith("…")
        assert 200 < len(captions[1]) < 1500
    finally:
        printer.close()


def test_without_images_the_report_says_so_and_still_has_its_pages(report, result, made, tmp_path):
    alone = tmp_path / "alone" / "result.gpkg"
    alone.parent.mkdir()
    shutil.copy(result, alone)
    data = gdal.OpenEx(str(alone), gdal.OF_VECTOR | gdal.OF_UPDATE)
    data.ExecuteSQL("UPDATE runs SET before = '/nowhere/gone.tif'")
    del data
    feedback = QgsProcessingFeedback(False)
    done = report(feedback, INPUT=str(alone), PDF=str(tmp_path / "a.pdf"), MAX_SITES=1)
    assert done["PAGE_COUNT"] == 4
    assert "/nowhere/gone.tif is not there any more" in feedback.textLog()
    given = report(
        INPUT=str(alone), HTML=str(tmp_path / "a.html"), BEFORE=str(made.before), AFTER=str(made.after), MAX_SITES=1
    )
    assert given["SITE_COUNT"] == 1
    assert (tmp_path / "a.html").read_text(encoding="utf-8").count("data:image/jpeg") == 4


def test_in_the_background_the_window_answers_and_a_cancel_leaves_nothing(provider, tiles, tmp_path):
    def task(feedback, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        task = QgsProcessingAlgRunnerTask(algorithm, {"INPUT": tiles.id(), **parameters}, context, feedback)
        ended = []
        task.executed.connect(lambda ok, results: ended.append((ok, results)))
        return task, ended, context

    ticks = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    feedback = QgsProcessingFeedback(False)
    job, ended, _context = task(feedback, PDF=str(tmp_path / "a.pdf"), MAX_SITES=4)
    QgsApplication.taskManager().addTask(job)
    assert wait_until(lambda: QCoreApplication.processEvents() or ended, 90)
    assert ended[0][0] is True, feedback.textLog()
    assert ended[0][1]["PAGE_COUNT"] == pages_in(tmp_path / "a.pdf") == 7
    gaps = [after - before for before, after in itertools.pairwise(ticks)]
    print(f"largest gap between two ticks: {max(gaps):.3f} s of {sum(gaps):.1f} s")
    assert max(gaps) < sum(gaps) / 2  # the pages are printed one by one, with the event loop in between

    feedback = QgsProcessingFeedback(False)
    job, ended, _context = task(feedback, PDF=str(tmp_path / "b.pdf"))
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 40 else None)
    QgsApplication.taskManager().addTask(job)
    assert wait_until(lambda: QCoreApplication.processEvents() or ended, 90)
    timer.stop()
    assert ended[0][0] is False
    assert list(tmp_path.glob("b.pdf*")) == []


def test_a_cancelled_pdf_is_gone(result):
    said = digest(result)
    path = result.parent / "a.pdf"
    seen = []
    pages = write_pdf(
        lambda: PdfPrinter(path, result, said, "all", [None, None], QgsCoordinateTransformContext()),
        MainThread(),
        seen.append,
        lambda: len(seen) == 2,
    )
    assert pages == 0
    assert list(result.parent.glob("a.pdf*")) == []


def test_templates_of_ones_own(report, tiles, tmp_path):
    folder = tmp_path / "vorlagen"
    shutil.copytree(TEMPLATES, folder)
    cover = folder / "report_cover.qpt"
    text = cover.read_text(encoding="utf-8").replace("How this was made", "Made by the Office of Maps")
    cover.write_text(text.replace('id="chart"', 'id="elsewhere"'), encoding="utf-8")
    report(INPUT=tiles, PDF=str(tmp_path / "a.pdf"), MAX_SITES=0, TEMPLATES=str(folder))
    assert "Made by the Office of Maps" in text_of(tmp_path / "a.pdf")
    (folder / "report_site.qpt").write_text("<nothing/>", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="not a layout template"):
        report(INPUT=tiles, PDF=str(tmp_path / "b.pdf"), TEMPLATES=str(folder))
    assert not (tmp_path / "b.pdf").exists()


def test_what_cannot_be_reported_is_a_sentence(report, result, made, tmp_path):
    with pytest.raises(QgsProcessingException, match="no layer of sites or tiles"):
        report(INPUT=QgsVectorLayer("Polygon", "parcels", "memory"), HTML=str(tmp_path / "a.html"))
    with pytest.raises(QgsProcessingException, match="Name a file"):
        report(INPUT=str(result))
    with pytest.raises(QgsProcessingException, match="does not exist"):
        report(INPUT=str(result), HTML=str(tmp_path / "missing" / "a.html"))
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        report(INPUT=str(result), PDF=str(tmp_path / "missing" / "a.pdf"), MAX_SITES=0)


def test_an_image_that_is_no_file_is_refused_before_anything_is_opened(report, result, tmp_path, monkeypatch):
    """After an error QGIS keeps the algorithm's variables, and with them a file that was opened before it."""
    import processing
    from describe_changes.plugin.report import snapshot

    opened = []
    name = "describe_changes.plugin.processing.reviewed.changes_layer_for"
    monkeypatch.setattr(name, lambda *_: opened.append("changes"))
    monkeypatch.setattr(snapshot, "snapshot_layer", lambda *_: opened.append("tiles"))
    web = QgsRasterLayer("type=xyz&zmin=0&zmax=1&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png", "web", "wms")
    assert web.isValid()
    for algorithm, output in ((ALGORITHM, "HTML"), ("describechanges:exporttraining", "OUTPUT")):
        feedback, parameters = QgsProcessingFeedback(False), {"INPUT": str(result), "AFTER": web}
        with pytest.raises(QgsProcessingException):
            processing.run(algorithm, {**parameters, output: str(tmp_path / "a.html")}, feedback=feedback)
        assert "“web” is not a file" in feedback.textLog()
    assert opened == []


@pytest.mark.skipif(QGIS_PROCESS is None, reason="qgis_process is not on this machine")
def test_qgis_process_writes_both(result, tmp_path):
    import importlib.util

    spec = importlib.util.spec_from_file_location("open_qgis", ROOT / "scripts" / "open_qgis.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    profiles = module.make_profile(tmp_path / "qgis")
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    environment = {**kept, "QGIS_CUSTOM_CONFIG_PATH": str(profiles), "LC_ALL": "C.UTF-8"}
    page, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    arguments = [f"INPUT={result}", f"HTML={page}", f"PDF={pdf}", "MAX_SITES=2"]
    command = [QGIS_PROCESS, "run", ALGORITHM, "--json", "--", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert results["PAGE_COUNT"] == pages_in(pdf) == 5
    assert "What changed between 2011-05-01 and 2012-06-15" in page.read_text(encoding="utf-8")


def test_button_opens_the_dialog_for_the_layer_under_review(provider, qgis_iface, tiles, monkeypatch):
    from describe_changes.plugin.gui.dock import DescribeDock

    browser = QgsBrowserGuiModel()  # the dialog of Processing is a real one and wants a real model
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: browser, raising=False)
    dock = DescribeDock(qgis_iface)
    try:
        button = next(child for child in dock.findChildren(object) if child.objectName() == "mReviewReport")
        dock.review_panel.set_layer(tiles)
        button.click()
        assert button.dialog.algorithm().id() == ALGORITHM
        assert button.dialog.isVisible()
        button.dialog.close()
    finally:
        dock.close_down()
        dock.deleteLater()
