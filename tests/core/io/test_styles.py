"""The styles, parsed as XML everywhere and opened in QGIS where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import textwrap
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from describe_changes.common.nouns import MEASURED_CLASSES
from describe_changes.core.io.geopackage_writer import write_geopackage
from describe_changes.core.io.legend import legend
from describe_changes.core.io.styles import layer_qml, mask_qml

QGIS_PYTHON = "/usr/bin/python3"
LOOK = textwrap.dedent(
    """
    import json, sys
    from qgis.core import QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer
    application = QgsApplication([], False)
    application.initQgis()
    found = {}
    for name in ("tiles", "changes"):
        layer = QgsVectorLayer(sys.argv[1] + "|layername=" + name, name, "ogr")
        # The labels, tips and renderer are there at once; the dates only after this call (QGIS 3.22).
        first = [layer.labelsEnabled(), layer.renderer().type()]
        layer.loadDefaultStyle()
        times = layer.temporalProperties()
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        feature = next(layer.getFeatures())
        context.setFeature(feature)
        label = QgsExpression(layer.labeling().settings().fieldName if layer.labeling() else "''")
        parts = layer.renderer().rootRule().children()
        found[name] = {
            "valid": layer.isValid(), "first": first, "parts": [part.label() for part in parts],
            "temporal": [times.isActive(), int(times.mode()), times.startField(), times.endField()],
            "tip": QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context),
            "label": label.evaluate(context), "problem": label.parserErrorString() + label.evalErrorString(),
            "review_status": layer.editorWidgetSetup(layer.fields().indexOf("review_status")).type(),
            "instant": feature["date_after"].toUTC().toString("yyyy-MM-dd HH:mm"),
        }
    print(json.dumps(found))
    """
)


def has_qgis() -> bool:
    if not Path(QGIS_PYTHON).exists() or shutil.which("qgis_process.bin") is None:
        return False
    probe = subprocess.run([QGIS_PYTHON, "-c", "import qgis.core"], capture_output=True, env=qgis_environment())
    return probe.returncode == 0


def qgis_environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "HOME": "/tmp", "LANG": "C.UTF-8"}  # noqa: S108


def test_styles_are_well_formed(records):
    entries = legend(records.channels)
    for text in (layer_qml("sites"), layer_qml("tiles"), layer_qml("changes"), mask_qml(entries)):
        root = ElementTree.fromstring(text.partition("?>")[2] or text)  # noqa: S314 - our own text
        assert root.tag == "qgis"


def labels(name, channels):
    rules = ElementTree.fromstring(layer_qml(name, legend(channels))).iter("rule")  # noqa: S314 - our own text
    return [rule.get("label") for rule in rules if rule.get("label")]


@pytest.mark.parametrize("name", ["sites", "changes"])
def test_the_legend_of_a_layer_names_the_classes_of_the_model(name):
    channels = [
        {"name": "building appeared", "class_name": "building", "transition": "appeared"},
        {"name": 'road <new> & "wide"', "class_name": "road", "transition": "appeared"},
        {"name": "building disappeared", "class_name": "building", "transition": "disappeared"},
        {"name": "field flooded", "class_name": "field", "transition": ""},
    ]
    told = ['New: building; road <new> & "wide"', "Gone: building", "Field flooded", "Rejected"]
    assert labels(name, channels) == told
    assert labels(name, []) == ["Appeared", "Disappeared", "Other change", "Rejected"]


def test_what_became_of_several_classes_is_said_once_in_the_legend():
    """The names of the default pack's seven channels, one after the other, took three lines of the layer tree."""
    kinds = [(name, way) for name in ("building", "road", "water") for way in ("appeared", "disappeared")]
    channels = [{"name": " ".join(kind), "class_name": kind[0], "transition": kind[1]} for kind in kinds]
    channels.append({"name": "other change", "class_name": "change", "transition": ""})
    told = ["New: building, road, water", "Gone: building, road, water", "Other change", "Rejected"]
    assert labels("sites", channels) == told


@pytest.mark.parametrize("name", ["sites", "changes", "tiles"])
def test_columns_have_names_and_only_the_decimals_that_are_known(name):
    root = ElementTree.fromstring(layer_qml(name))  # noqa: S314 - our own text
    aliases = {alias.get("field"): alias.get("name") for alias in root.iter("alias")}
    assert [field for field, alias in aliases.items() if not alias] == []
    area = "area_m2" if name == "changes" else "changed_area_m2"
    assert "(m²)" in aliases[area]
    field = next(one for one in root.iter("field") if one.get("name") == area)
    assert [one.get("value") for one in field.iter("Option") if one.get("name") == "Precision"] == ["0"]


def test_markup_in_class_names_is_escaped():
    entries = legend([{"name": 'a<b>&"', "class_name": "a<b>&", "transition": ""}])
    assert ElementTree.fromstring(mask_qml(entries)).findall(".//paletteEntry")[1].get("label") == 'a<b>&"'  # noqa: S314


def test_colours_are_told_apart_and_follow_the_direction(records):
    entries = legend(records.channels)
    assert [entry.value for entry in entries] == [1, 2, 3]
    assert len({entry.hex for entry in entries}) == 3
    appeared, disappeared, _ = (entry.colour for entry in entries)
    assert appeared[0] > appeared[2]  # warm
    assert disappeared[2] > disappeared[0]  # cold


def test_what_indices_measure_has_colours_of_its_own(records):
    measured = [
        {"name": f"{name} {words[transition]}", "class_name": name, "transition": transition}
        for words in [{"appeared": "gained", "disappeared": "lost"}]
        for name in MEASURED_CLASSES
        for transition in words
    ]
    entries = legend([*records.channels, *measured])
    assert len({entry.hex for entry in entries}) == 9
    green, orange = (entry.colour for entry in entries[3:5])
    assert green[1] > green[0]
    assert orange[0] > orange[1] > orange[2]
    told = "New: building; gained: vegetation, water, bare ground"
    assert labels("changes", [*records.channels, *measured])[0] == told


def test_classes_of_a_model_and_of_indices_share_a_colour_only_where_they_mean_the_same():
    """Buildings, roads and water of a model beside what indices measure; water is of both."""
    kinds = [(name, way) for name in ("building", "road", "water") for way in ("appeared", "disappeared")]
    kinds += [("change", ""), *((name, way) for name in MEASURED_CLASSES for way in ("appeared", "disappeared"))]
    entries = legend([{"name": " ".join(kind), "class_name": kind[0], "transition": kind[1]} for kind in kinds])
    colours = {(entry.class_name, entry.transition): entry.hex for entry in entries}
    assert len(entries) == len(colours) + 2
    assert len(set(colours.values())) == len(colours)
    named = [
        {"name": "water appeared", "class_name": "water", "transition": "appeared"},
        {"name": "water gained", "class_name": "water", "transition": "appeared"},
    ]
    assert labels("sites", named)[0] == "New: water"


@pytest.mark.skipif(not has_qgis(), reason="QGIS is not installed for /usr/bin/python3")
def test_qgis_opens_the_file_styled(tmp_path, records):
    path = tmp_path / "out.gpkg"
    tiles = [records.tile(0, facts="<script>alert(1)</script> 40 m²"), records.tile(1)]
    write_geopackage(path, records.run(), tiles, [records.change(1)], records.crs)
    answer = subprocess.run(
        [QGIS_PYTHON, "-c", LOOK, str(path)], capture_output=True, env=qgis_environment(), timeout=60, check=True
    )
    found = json.loads(answer.stdout.decode().splitlines()[-1])
    for name in ("tiles", "changes"):
        layer = found[name]
        assert layer["valid"]
        assert layer["first"] == [name == "tiles", "RuleRenderer"]
        assert layer["temporal"] == [True, 2, "date_before", "date_after"]
        assert layer["problem"] == ""
        assert layer["review_status"] == "ValueMap"
        assert layer["instant"] == "2011-06-01 12:30"
        assert "2011-05-01 → 2011-06-01" in layer["tip"]
    assert "&lt;script&gt;" in found["tiles"]["tip"]
    assert "<script>" not in found["tiles"]["tip"]
    assert found["tiles"]["label"] == "tile 0: <b>houses</b> & “trees” – Łódź"
    assert "Changed, reviewed" in found["tiles"]["parts"]
    assert found["changes"]["parts"] == ["New: building", "Gone: building", "Other change", "Rejected"]
