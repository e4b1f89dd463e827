"""The algorithm through ``processing.run``, batch and models, against the fake engine."""

from __future__ import annotations

import threading
import time

import processing
import pytest
from conftest import ALGORITHM, running, wait_until, write_raster
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.paths import RESOURCES
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("fake_engine")


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told."""

    def __init__(self):
        super().__init__(False)
        self.said, self.values = [], []
        self.progressChanged.connect(self.values.append)

    def pushWarning(self, text):
        self.said.append(text)

    def pushInfo(self, text):
        self.said.append(text)


def test_memory_layers_have_fields_features_and_place(describe):
    result = describe()
    tiles, changes = result["TILES"], result["CHANGES"]
    assert tiles.featureCount() == 16
    assert changes.featureCount() == 6
    assert tiles.crs().authid() == "EPSG:32633"
    assert tiles.extent().toString(0) == "500000,5000000 : 500512,5000512"
    first = next(tiles.getFeatures())
    assert first["tile_id"] == 0
    assert first["changed"] is True
    assert first["date_before"].toString("yyyy-MM-dd") == "2011-05-01"
    assert result["TILE_COUNT"] == 16
    assert result["CHANGED_TILE_COUNT"] == 6
    assert result["CHANGED_AREA"] == pytest.approx(6 * 1024)
    assert result["SUMMARY"] == "Between May and June 2011, 5 sites changed."


def test_layers_are_styled_labelled_temporal_and_have_map_tips(describe):
    result = describe()
    tiles, changes = result["TILES"], result["CHANGES"]
    for layer in (tiles, changes):
        assert layer.temporalProperties().isActive()
        assert layer.temporalProperties().startField() == "date_before"
        assert layer.temporalProperties().endField() == "date_after"
        assert layer.renderer().type() == "RuleRenderer"
    assert tiles.labelsEnabled()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(tiles))
    context.setFeature(next(tiles.getFeatures()))
    tip = QgsExpression.replaceExpressionText(tiles.mapTipTemplate(), context)
    assert "2011-05-01 → 2011-06-01" in tip
    assert "&lt;b&gt;building&lt;/b&gt; appeared in tile 0" in tip
    assert "1 new building, 1,024 m²" in tip
    assert "[%" not in tip


def tip_of(layer, feature):
    """The map tip as QGIS shows it."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


@pytest.mark.parametrize("name", ["TILES", "CHANGES"])
def test_no_field_of_a_map_tip_is_markup(describe, name):
    """Captions may be edited by hand, classes come with a model: whatever a field holds is shown as text."""
    layer = describe()[name]
    evil = "<img src=x onerror=alert(1)>&[% 1 + 1 %]"
    texts = [field.name() for field in layer.fields() if field.typeName() == "string"]
    assert {"caption", "review_status", "dates"} < set(texts)
    values = {layer.fields().indexOf(field): evil + field for field in texts}
    layer.dataProvider().changeAttributeValues({1: values})
    tip = tip_of(layer, layer.getFeature(1))
    assert "<img" not in tip
    assert "&lt;img src=x onerror=alert(1)&gt;&amp;[% 1 + 1 %]dates" in tip
    shown = {"TILES": ("caption_edited", "facts", "review_status"), "CHANGES": ("class", "transition", "caption")}[name]
    assert all(f"[% 1 + 1 %]{field}" in tip for field in shown if field != "class")


def test_dates_are_told_as_the_spans_they_are(describe):
    """2007–2010 is not the first of January 2007: in the map tip, in the review, and of a result without the words."""
    from describe_changes.plugin.layers.review import Review

    tiles = describe()["TILES"]
    words = "2007–2010 → 2011-05-22"
    index = tiles.fields().indexOf("dates")
    tiles.dataProvider().changeAttributeValues({one.id(): {index: words} for one in tiles.getFeatures()})
    review = Review(tiles)
    review.load()
    assert {row.dates for row in review.rows} == {words}
    assert words in tip_of(tiles, tiles.getFeature(1))
    tiles.dataProvider().deleteAttributes([index])
    tiles.updateFields()
    review.load()
    assert {row.dates for row in review.rows} == {"2011-05-01 → 2011-06-01"}
    assert "2011-05-01 → 2011-06-01" in tip_of(tiles, tiles.getFeature(1))


def test_the_legend_names_what_became_of_which_class(describe):
    layer = describe()["CHANGES"]
    rules = layer.renderer().rootRule().children()
    assert [rule.label() for rule in rules][:3] == [
        "New: building", "Gone: building; lost: vegetation", "Other change",
    ]  # fmt: skip


def test_geopackage_keeps_the_style(describe, tmp_path):
    path = tmp_path / "out put.gpkg"
    describe(TILES=f"ogr:dbname='{path}' table=\"my tiles\" (geom)", CHANGES="memory:")
    layer = QgsVectorLayer(f"{path}|layername=my tiles", "again", "ogr")
    assert layer.featureCount() == 16
    assert layer.renderer().type() == "RuleRenderer"
    layer.loadDefaultStyle()  # as the application does; 3.22's constructor resets the temporal properties
    assert layer.temporalProperties().isActive()
    assert [field.name() for field in layer.fields()][1:3] == ["tile_id", "caption"]


def test_parameters_reach_the_engine(describe):
    feedback = Feedback()
    describe(
        feedback,
        DATE_BEFORE="2010",
        DATE_AFTER="2012-07-31",
        EXTENT="500000,500256,5000000,5000256 [EPSG:32633]",
        BANDS="3,2,1",
        DEVICE="cpu",
        BACKEND="openvino",
        THRESHOLD=0.25,
        MIN_AREA=20,
        TILE_SIZE=128,
        OVERLAP=16,
    )
    sent = next(text for text in feedback.said if text.startswith('{"after"'))
    for part in (
        '"backend": "openvino"',
        '"bands": "3,2,1"',
        '"date_before": "2010"',
        '"device": "cpu"',
        '"extent": "500000.0,5000000.0,500256.0,5000256.0,EPSG:32633"',
        '"min_area": 20.0',
        '"overlap": 16',
        '"threshold": 0.25',
        '"tile_size": 128',
    ):
        assert part in sent
    assert max(feedback.values) >= 92
    assert any("CPU, made up" in text for text in feedback.said)


def test_dates_come_from_the_layers_temporal_range(describe, pair_layers):
    from qgis.core import Qgis, QgsDateTimeRange
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    for layer, year in ((pair_layers.before, 2009), (pair_layers.after, 2020)):
        time_of = layer.temporalProperties()
        time_of.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        first, last = QDateTime(QDate(year, 1, 1), QTime(0, 0)), QDateTime(QDate(year, 12, 31), QTime(23, 59))
        time_of.setFixedTemporalRange(QgsDateTimeRange(first, last))
        time_of.setIsActive(True)
    feedback = Feedback()
    describe(feedback, BEFORE=pair_layers.before, AFTER=pair_layers.after)
    assert any('"date_after": "2020"' in text and '"date_before": "2009"' in text for text in feedback.said)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"DATE_BEFORE": "2012", "DATE_AFTER": "2011"}, "later than the after date"),
        ({"DATE_BEFORE": "2012", "DATE_AFTER": "2012"}, "same date"),
        ({"DATE_BEFORE": "yesterday"}, "not a date"),
        ({"DATE_BEFORE": "2012-13"}, "not a date"),
        ({"BANDS": "red"}, "not a list of bands"),
        ({"BANDS": "1,2,3,nir=0"}, "not a list of bands"),
        ({"TILE_SIZE": 128, "OVERLAP": 128}, "must be less than the tile size"),
        ({"EXTENT": "0,1,0,1 [EPSG:32633]"}, "does not touch"),
    ],
)
def test_bad_parameters_are_refused_with_a_sentence(describe, change, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        describe(**change)
    assert pool.pids() == []


def test_bad_pairs_are_refused_with_a_sentence(describe, pair, tmp_path):
    bare = write_raster(tmp_path / "bare.tif", epsg=None)
    far = write_raster(tmp_path / "far.tif", west=600000.0)
    with pytest.raises(QgsProcessingException, match="has no CRS"):
        describe(BEFORE=str(bare))
    with pytest.raises(QgsProcessingException, match="do not overlap"):
        describe(AFTER=str(far))
    with pytest.raises(QgsProcessingException, match="same file"):
        describe(AFTER=str(pair.before))


def test_engine_missing_says_what_to_do(describe, monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_PYTHON", "/nowhere/python")
    with pytest.raises(QgsProcessingException, match="/nowhere/python, which does not exist"):
        describe()


def test_input_error_of_the_engine_is_one_sentence(describe):
    with pytest.raises(QgsProcessingException) as caught:
        describe(MODEL="input")
    assert str(caught.value) == "This went wrong on purpose (input)."


def test_fault_of_the_engine_shows_the_log(describe):
    with pytest.raises(QgsProcessingException, match="a line for the log"):
        describe(MODEL="internal")


def test_engine_killed_midway_is_a_clear_error_and_the_next_run_works(describe, tmp_path):
    path = tmp_path / "half.gpkg"
    with pytest.raises(QgsProcessingException, match="signal 9"):
        describe(MODEL="die", TILES=str(path))
    assert not path.exists()
    assert describe()["TILES"].featureCount() == 16


@pytest.mark.parametrize("model", ["held", "deaf", "child"])
def test_cancel_ends_at_once_without_orphan_or_half_layer(describe, tmp_path, model, monkeypatch):
    monkeypatch.setattr("describe_changes.plugin.engine.pool.CANCEL_GRACE_SECONDS", 0.5)
    feedback, path, times = Feedback(), tmp_path / "half.gpkg", {}

    def cancel():
        times["pids"] = pool.pids()
        times["cancel"] = time.monotonic()
        feedback.cancel()

    timer = threading.Timer(0.8, cancel)
    timer.start()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        describe(feedback, MODEL=model, TILES=str(path))
    assert time.monotonic() - times["cancel"] < 0.1
    assert len(times["pids"]) == 1
    assert not path.exists()
    if model == "deaf":
        assert wait_until(lambda: not running(times["pids"][0]))
    else:
        assert wait_until(lambda: not pool._retiring)
    pool.stop_all()
    assert wait_until(lambda: not running(times["pids"][0]))
    logs = "".join(log.read_text() for log in tmp_path.glob("user data ü/describe-changes/logs/*.log"))
    if model == "child":
        assert wait_until(lambda: not running(int(logs.split("child ")[1].split()[0])))


def test_batch_of_two_pairs_uses_one_engine(provider, pair, tmp_path):
    """What the batch dialog does: one instance of the algorithm per row, in turn."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    pids = set()
    for row in range(2):
        parameters = {
            "BEFORE": str(pair.before),
            "AFTER": str(pair.after),
            "TILES": str(tmp_path / f"tiles{row}.gpkg"),
            "CHANGES": str(tmp_path / f"changes{row}.gpkg"),
            "REPORT": str(tmp_path / f"report{row}.html"),
        }
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        results, ok = algorithm.create().run(parameters, context, feedback)
        assert ok
        assert results["TILE_COUNT"] == 16
        pids |= set(pool.pids())
    assert len(pids) == 1
    for row in range(2):
        assert QgsVectorLayer(str(tmp_path / f"tiles{row}.gpkg")).featureCount() == 16
        assert (tmp_path / f"report{row}.html").exists()


def test_run_and_load_puts_styled_layers_into_the_project(provider, pair, qgis_new_project):
    processing.runAndLoadResults(
        ALGORITHM,
        {
            "BEFORE": str(pair.before),
            "AFTER": str(pair.after),
            "TILES": "TEMPORARY_OUTPUT",
            "CHANGES": "TEMPORARY_OUTPUT",
        },
    )
    layers = list(QgsProject.instance().mapLayers().values())
    assert sorted(layer.name() for layer in layers) == [
        "Changed areas 2011-05-01 → 2011-06-01",
        "Described tiles 2011-05-01 → 2011-06-01",
    ]
    assert all(layer.renderer().type() == "RuleRenderer" for layer in layers)


def test_a_step_of_a_model(provider, pair):
    """The model designer: a model with the algorithm as its one child."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterRasterLayer,
    )

    model = QgsProcessingModelAlgorithm("pair", "pair")
    for name in ("before", "after"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    for name in ("before", "after"):
        source = QgsProcessingModelChildParameterSource.fromModelParameter(name)
        child.addParameterSources(name.upper(), [source])
    output = QgsProcessingModelOutput("tiles")
    output.setChildOutputName("TILES")
    child.setModelOutputs({"tiles": output})
    identifier = model.addChildAlgorithm(child)
    stored = model.childAlgorithm(identifier)
    stored_outputs = {"tiles": output}
    output.setChildId(identifier)
    stored.setModelOutputs(stored_outputs)
    model.setChildAlgorithm(stored)
    model.updateDestinationParameters()
    destination = next(d.name() for d in model.destinationParameterDefinitions())
    parameters = {"before": str(pair.before), "after": str(pair.after), destination: "memory:"}
    context = QgsProcessingContext()
    results, ok = model.create().run(parameters, context, QgsProcessingFeedback())
    assert ok
    assert context.getMapLayer(results[destination]).featureCount() == 16


def test_every_parameter_has_help(provider):
    algorithm = provider.algorithm("describechanges")
    assert algorithm.shortHelpString()
    for parameter in algorithm.parameterDefinitions():
        assert len(parameter.help()) > 20, parameter.name()


def test_the_engines_sentences_name_what_the_dialog_shows():
    from describe_changes.plugin.processing.parameters import translate_option_names

    told = translate_option_names("give it with --date-before, e.g. --date-before 2012-07-31, not --json")
    assert told == "give it with “Date before”, e.g. “Date before” 2012-07-31, not --json"


def test_what_the_engine_warns_of_names_what_the_dialog_shows(describe):
    feedback = Feedback()
    describe(feedback)
    assert "Nothing says what band 4 shows; if it is near infrared, give “Bands” nir=4." in feedback.said


@pytest.mark.parametrize("name", ["sites", "tiles"])
def test_labels_do_not_break_between_a_number_and_its_unit(name):
    from describe_changes.plugin.layers.schema import SITE_FIELDS, TILE_FIELDS, fields_of

    layer = QgsVectorLayer("Polygon", name, "memory")
    layer.dataProvider().addAttributes(fields_of({"sites": SITE_FIELDS, "tiles": TILE_FIELDS}[name]).toList())
    layer.updateFields()
    assert layer.loadNamedStyle(str(RESOURCES / "styles" / f"{name}.qml"))[1]
    feature = QgsFeature(layer.fields())
    feature["description" if name == "sites" else "caption"] = "1 building gone, 1,980 m²; 12 trees in 3.5 ha"
    if name == "tiles":
        feature["changed"] = True
    context = QgsExpressionContext()
    context.setFeature(feature)
    label = QgsExpression(layer.labeling().settings().fieldName).evaluate(context)
    assert label == "1 building gone, 1,980\u00a0m²; 12 trees in 3.5\u00a0ha"


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326"])
def test_changed_tiles_are_labelled_on_a_map_in_any_crs(describe, crs):
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsMapRendererParallelJob,
        QgsMapSettings,
    )
    from qgis.PyQt.QtCore import QSize

    tiles = describe()["TILES"]
    system = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(tiles.crs(), system, QgsProject.instance())
    settings = QgsMapSettings()
    settings.setLayers([tiles])
    settings.setDestinationCrs(system)
    settings.setOutputSize(QSize(1000, 1000))
    whole = transform.transformBoundingBox(tiles.extent())
    labels = {}
    for factor in (1.0, 20.0):  # close by with room for sentences, and far away without
        extent = QgsRectangle(whole)
        extent.scale(factor)
        settings.setExtent(extent)
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(tiles))
        context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))  # as the canvas does
        settings.setExpressionContext(context)
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        found = job.takeLabelingResults().labelsWithinRect(settings.visibleExtent())
        labels[factor] = {label.labelText.replace("\n", " ") for label in found}
    assert labels[1.0] == {f"a <b>building</b> appeared in tile {tile}" for tile in (0, 3, 6, 9, 12, 15)}
    assert labels[20.0] == set()
