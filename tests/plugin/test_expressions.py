"""The expressions that ``describe-changes ask`` gives choose, in QGIS, the sites of its answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from describe_changes.plugin.layers.schema import fields_of
from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

KEPT = Path(__file__).parents[1] / "core" / "ask" / "expressions.json"
DATA = json.loads(KEPT.read_text(encoding="utf-8"))


def kind(name: str) -> str:
    if name.startswith("date_"):
        return "datetime"
    values = [site[name] for site in DATA["sites"]]
    if all(isinstance(value, int) for value in values):
        return "integer"
    return "real" if all(isinstance(value, (int, float)) for value in values) else "text"


@pytest.fixture
def layer(qgis_new_project):
    """The sites of the tests in the engine, as a layer without outlines."""
    layer = QgsVectorLayer("None", "sites", "memory")
    layer.dataProvider().addAttributes(fields_of(tuple((name, kind(name)) for name in DATA["sites"][0])))
    layer.updateFields()
    for site in DATA["sites"]:
        feature = QgsFeature(layer.fields())
        for name, value in site.items():
            moment = QDateTime.fromString(value, Qt.DateFormat.ISODate) if name.startswith("date_") and value else value
            feature.setAttribute(name, moment)
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.mark.parametrize("asked", DATA["expressions"], ids=lambda asked: asked["filter"])
def test_qgis_finds_the_same_sites(layer, asked):
    expression = QgsExpression(asked["expression"])
    assert not expression.hasParserError(), expression.parserErrorString()
    found = [feature["site_id"] for feature in layer.getFeatures(QgsFeatureRequest(expression))]
    assert sorted(found) == sorted(asked["site_ids"])
