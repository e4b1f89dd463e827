"""Dialog, batch and model designer of QGIS on our algorithms: opened, filled in, run, against the fake engine."""

from __future__ import annotations

import subprocess
from types import SimpleNamespace

import pytest
from conftest import ALGORITHM, PYTHON, ROOT, Interface, wait_until
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsDateTimeRange,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QWidget

pytestmark = pytest.mark.usefixtures("fake_engine")
EVERY = ["describechanges", "series", "clipwebmap", "report", "zones", "export", "exporttraining", "finetune"]
SCRIPT = """
import sys; sys.path.insert(0, sys.argv[1])
from describe_changes.core.models.packs import list_packs
print("\\n".join(path.name for path in list_packs()))
"""


@pytest.fixture
def dialogs(provider, qgis_iface, qgis_new_project, monkeypatch):
    """QGIS's dialogs; they ask for the interface of the application."""
    import processing.gui.AlgorithmDialog as single
    import processing.gui.BatchAlgorithmDialog as batch
    import processing.gui.ParametersPanel as panel

    interface, model = Interface(qgis_iface), QgsBrowserGuiModel()
    interface.browserModel = lambda: model
    for module in (single, batch, panel):
        monkeypatch.setattr(module, "iface", interface, raising=False)
    opened = []

    def keep(dialog):
        opened.append(dialog)
        return dialog

    yield SimpleNamespace(
        single=lambda name: keep(single.AlgorithmDialog(created(name))),
        batch=lambda name: keep(batch.BatchAlgorithmDialog(created(name))),
    )
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()


def created(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"describechanges:{name}")


def asked(describe, **parameters):
    """What reaches the engine."""
    feedback = QgsProcessingFeedback(False)
    describe(feedback, **parameters)
    return next(line for line in feedback.textLog().splitlines() if line.startswith('{"after"'))


@pytest.mark.parametrize("name", EVERY)
def test_every_dialog_opens(dialogs, name):
    assert dialogs.single(name).mainWidget() is not None
    assert dialogs.batch(name).mainWidget().batchRowCount() == 1


@pytest.mark.parametrize("name", EVERY)
def test_every_parameter_is_named_and_reached_without_a_mouse(dialogs, name):
    """Report fields, zones, export and all: a name before each box, and the tab key stops at each."""
    dialog = dialogs.single(name)
    dialog.show()
    reached, widget = set(), dialog.nextInFocusChain()
    while widget is not dialog:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and dialog.isAncestorOf(widget):
            reached.add(widget)
        widget = widget.nextInFocusChain()
    for parameter, wrapper in dialog.mainWidget().wrappers.items():
        box = wrapper.wrappedWidget()
        label = wrapper.wrappedLabel()
        named = (label.text() if label is not None else "") or (box.text() if isinstance(box, QCheckBox) else "")
        assert named, (name, parameter)
        assert reached & {box, *box.findChildren(QWidget)}, (name, parameter)


def test_the_dialog_offers_what_is_installed(dialogs, tmp_path, monkeypatch):
    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path))
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "model.json").write_text("{}")
    (tmp_path / "no pack").mkdir()
    wrapper = dialogs.single("describechanges").mainWidget().wrappers["MODEL"]
    box = wrapper.wrappedWidget()
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == ["[Not selected]", "harbour", "default"]
    assert wrapper.parameterValue() is None


def test_installed_models_are_those_that_the_engine_knows(tmp_path, monkeypatch):
    from describe_changes.plugin.engine.installed_models import installed_models

    monkeypatch.setenv("DESCRIBE_CHANGES_MODELS", str(tmp_path))
    for name in ("zebra", "abc", ".import.x", "default"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    command = [str(PYTHON), "-c", SCRIPT, str(ROOT / ".dev")]
    told = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout.split()
    assert installed_models() == told == ["abc", "default", "zebra"]


def test_a_model_may_still_be_a_path(describe):
    """What the parameter took when it was free text: a path, nothing."""
    assert '"model": "/somewhere/pack.zip"' in asked(describe, MODEL="/somewhere/pack.zip")
    assert '"model"' not in asked(describe, MODEL="")


def test_bands_are_chosen_from_those_of_each_image(dialogs, pair_layers):
    QgsProject.instance().addMapLayers([pair_layers.before, pair_layers.after])
    wrappers = dialogs.single("describechanges").mainWidget().wrappers
    wrappers["AFTER"].setParameterValue(pair_layers.after.id(), QgsProcessingContext())
    box = wrappers["AFTER_RED"].wrappedWidget()
    assert [box.itemText(row)[:6] for row in range(box.count())] == ["Not se", "Band 1", "Band 2", "Band 3"]


def test_bands_of_one_image_reach_the_engine(describe):
    bands = {"AFTER_RED": 3, "AFTER_GREEN": 1, "AFTER_BLUE": 2}
    sent = asked(describe, **bands)
    assert '"bands_after": "3,1,2"' in sent
    assert "bands_before" not in sent
    with pytest.raises(QgsProcessingException, match="or none of them"):
        describe(AFTER_RED=1)
    with pytest.raises(QgsProcessingException, match="has 3 bands; band 4 is not among them"):
        describe(**{**bands, "AFTER_BLUE": 4})


def test_infrared_bands_of_one_image_reach_the_engine(describe):
    assert '"bands_before": "nir=3"' in asked(describe, BEFORE_NIR=3)
    sent = asked(describe, AFTER_RED=3, AFTER_GREEN=1, AFTER_BLUE=2, AFTER_NIR=1, AFTER_SWIR=2, INDICES=False)
    assert '"bands_after": "3,1,2,nir=1,swir1=2"' in sent
    assert '"indices": false' in sent
    assert "indices" not in asked(describe, INDICES=True)
    with pytest.raises(QgsProcessingException, match="has 3 bands; band 4 is not among them"):
        describe(BEFORE_NIR=4)


def test_tiles_can_be_skipped(describe, tmp_path):
    result = describe(TILES=None)
    assert "TILES" not in result
    assert result["CHANGES"].featureCount() == 6
    path = tmp_path / "areas.gpkg"
    assert QgsVectorLayer(describe(TILES=None, CHANGES=str(path))["CHANGES"]).featureCount() == 6
    assert describe(TILES=None, CHANGES=None, REPORT=str(tmp_path / "r.html"))["TILE_COUNT"] == 16
    with pytest.raises(QgsProcessingException, match="Nothing is to be written"):
        describe(TILES=None, CHANGES=None)


def test_what_few_people_touch_is_folded_away(provider):
    flags = {one.name(): one.flags() for one in provider.algorithm("describechanges").parameterDefinitions()}
    advanced = {name for name, flag in flags.items() if flag & QgsProcessingParameterDefinition.Flag.FlagAdvanced}
    bands = {f"{image}_{colour}" for image in ("BEFORE", "AFTER") for colour in ("RED", "GREEN", "BLUE")}
    infrared = {f"{image}_{band}" for image in ("BEFORE", "AFTER") for band in ("NIR", "SWIR")}
    others = {"INDICES", "BACKEND", "ALLOW_REMOTE", "ZONES", "ZONE_NAME", "WEB_PIXEL"}
    assert advanced == {"THRESHOLD", "TILE_SIZE", "OVERLAP", *others, *bands, *infrared}
    hidden = {name for name, flag in flags.items() if flag & QgsProcessingParameterDefinition.Flag.FlagHidden}
    assert hidden == {"WORK_FILE", "RESUME", "BANDS"}


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT >= 33600,
    reason="runs in the background there, and its dialog then asks an interface that tests do not have",
)
def test_a_batch_by_clicks(dialogs, pair, tmp_path, qgis_app):
    """Two rows: one in a file without tiles, one temporary; both layers can be told apart by their dates."""
    dialog = dialogs.batch("describechanges")
    panel = dialog.mainWidget()
    panel.addRow(1)
    panel.checkLoadLayersOnCompletion.setChecked(True)
    context = QgsProcessingContext()
    for row in range(2):
        for name, path in (("BEFORE", pair.before), ("AFTER", pair.after)):
            panel.wrappers[row][panel.parameter_to_column[name]].setParameterValue(str(path), context)
    for row, name, text in ((0, "TILES", ""), (0, "CHANGES", str(tmp_path / "a.gpkg")), (1, "TILES", "memory:")):
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[name]).setValue(text)
    for row, name in ((0, "MASK"), (0, "PROBABILITIES"), (0, "REPORT"), (1, "CHANGES"), (1, "REPORT")):
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[name]).setValue("")
    dialog.runAlgorithm()

    def both_rows():
        qgis_app.processEvents()
        return len(QgsProject.instance().mapLayers()) > 1 and dialog.runButton().isEnabled()

    assert wait_until(both_rows, 20.0)
    layers = QgsProject.instance().mapLayers().values()
    dates = "2011-05-01 → 2011-06-01"
    assert sorted(layer.name() for layer in layers) == [f"Changed areas {dates}", f"Described tiles {dates}"]
    assert QgsVectorLayer(f"{tmp_path / 'a.gpkg'}|layername=changes").featureCount() == 6
    QgsProject.instance().removeAllMapLayers()


def test_a_batch_overwrites_nothing_that_an_analyst_made(dialogs, pair, tmp_path):
    """Rows of a batch run without QGIS's check of the parameters."""
    algorithm, context = created("describechanges"), QgsProcessingContext()
    given = {"BEFORE": str(pair.before), "AFTER": str(pair.after), "TILES": "memory:", "REPORT": str(pair.after)}
    feedback = QgsProcessingFeedback(False)
    _, ok = algorithm.run(given, context, feedback)
    assert not ok
    assert "one of the inputs and would be overwritten" in feedback.textLog()


def test_a_step_in_the_model_designer(dialogs, pair, qgis_iface):
    """The step's dialog opens with every widget; a model saved with the old free texts still runs."""
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    model = QgsProcessingModelAlgorithm("pair", "pair")
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    for name in ("before", "after"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
        child.addParameterSources(name.upper(), [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
    for name, value in (("MODEL", "/old/pack"), ("BANDS", "3,2,1"), ("DEVICE", "cpu")):
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    identifier = model.addChildAlgorithm(child)
    dialog = ModelerParametersDialog(created("describechanges"), model, identifier)
    shown = dialog.widget.widget.wrappers if hasattr(dialog.widget, "widget") else dialog.widget.wrappers
    assert {"MODEL", "AFTER_RED", "BEFORE", "DATE_BEFORE"} <= set(shown)
    dialog.close()
    feedback = QgsProcessingFeedback(False)
    parameters = {"before": str(pair.before), "after": str(pair.after)}
    skipped = model.create().run(parameters, QgsProcessingContext(), feedback)
    assert not skipped[1]
    assert "Nothing is to be written" in feedback.textLog()


@pytest.mark.parametrize("name", EVERY[:4])
def test_the_help_has_a_picture_that_ships(provider, name):
    import re

    text = provider.algorithm(name).shortHelpString()
    found = re.search(r'<img src="file://[^"]*/(docs/images/[^"]+)"', text)
    assert found, text[:200]
    assert (ROOT / found.group(1)).is_file()
    assert f"({found.group(1).removeprefix('docs/')})" in (ROOT / "docs" / "user_guide.md").read_text(encoding="utf-8")


def image(path, name, month=None):
    layer = QgsRasterLayer(str(path), name)
    if month:
        day = QDateTime(QDate(2011, month, 1), QTime(0, 0))
        times = layer.temporalProperties()
        times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        times.setFixedTemporalRange(QgsDateTimeRange(day, day))
        times.setIsActive(True)
    return QgsProject.instance().addMapLayer(layer)


@pytest.mark.parametrize(
    ("layers", "wanted"),
    [
        ((("a", 7), ("b", 5), ("c", 6)), ("b", "a")),
        ((("town after", None), ("town before", None)), ("town before", "town after")),
        ((("Photo 2012", None), ("Photo 2009", None)), ("Photo 2009", "Photo 2012")),
    ],
)
def test_the_dialog_begins_with_the_earlier_and_the_later_image(dialogs, pair, layers, wanted):
    for number, (name, month) in enumerate(layers):
        image((pair.before, pair.after)[number % 2], name, month)
    wrappers = dialogs.single("describechanges").mainWidget().wrappers
    shown = [QgsProject.instance().mapLayer(str(wrappers[name].parameterValue())) for name in ("BEFORE", "AFTER")]
    assert tuple(layer.name() for layer in shown) == wanted


def test_scripts_have_to_name_their_images(provider, pair, qgis_new_project):
    for name in ("before", "after"):
        image(getattr(pair, name), name)
    algorithm = created("describechanges")
    assert algorithm.parameterDefinition("BEFORE").defaultValue() is None
    ok, problem = algorithm.checkParameterValues({"AFTER": str(pair.after)}, QgsProcessingContext())
    assert not ok
    assert "BEFORE" in problem
