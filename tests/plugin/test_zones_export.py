"""Changes by zone and the export, with the real engine: by ``processing.run``, with verdicts, as files for others."""

from __future__ import annotations

import csv
import json

import pytest
from conftest import PYTHON
from describe_changes.plugin.engine.pool import pool
from describe_changes.plugin.layers.review import Review
from describe_changes.plugin.layers.schema import ZONE_FIELDS
from describe_changes.plugin.layers.zone_style import style_zones
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not PYTHON.exists(), reason="the engine's environment .venv is not made yet; run make test"),
]


@pytest.fixture(scope="module", autouse=True)
def _one_engine_for_all():
    yield
    pool.stop_all()


@pytest.fixture
def run(provider, qgis_new_project):
    import processing

    def run(name, feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        done = processing.run(f"describechanges:{name}", parameters, feedback=feedback, context=context)
        return done, context

    return run


@pytest.fixture
def sites(result, qgis_new_project):
    layer = QgsVectorLayer(f"{result}|layername=sites", "sites", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def halves(sites):
    """The west and the east of a result as zones; the east twice, under one name."""
    tiles = QgsVectorLayer(sites.source().replace("layername=sites", "layername=tiles"), "tiles", "ogr")
    box = tiles.extent()
    middle, upper = box.center().x(), box.center().y()
    zones = QgsVectorLayer(f"Polygon?crs={sites.crs().authid()}&field=ward:string", "wards", "memory")
    for name, shape in (
        ("West – Łódź", QgsRectangle(box.xMinimum(), box.yMinimum(), middle, box.yMaximum())),
        ("East", QgsRectangle(middle, box.yMinimum(), box.xMaximum(), upper)),
        ("East", QgsRectangle(middle, upper, box.xMaximum(), box.yMaximum())),
    ):
        feature = QgsFeature(zones.fields())
        feature.setGeometry(QgsGeometry.fromRect(shape))
        feature.setAttributes([name])
        zones.dataProvider().addFeature(feature)
    return zones


def total(layer, field):
    return sum(feature[field] for feature in layer.getFeatures())


def test_zones_add_up_to_the_sites_that_were_not_rejected(run, sites):
    feedback = QgsProcessingFeedback(False)
    review = Review(sites)
    review.load("score")
    rejected = review.rows[0]
    review.reject(rejected.fid)
    kept = [feature for feature in sites.getFeatures() if feature["review_status"] != "rejected"]
    done, context = run(
        "zones", feedback, INPUT=sites, ZONES=halves(sites), NAME_FIELD="ward", OUTPUT="TEMPORARY_OUTPUT"
    )
    zones = done["OUTPUT"] if not isinstance(done["OUTPUT"], str) else context.takeResultLayer(done["OUTPUT"])
    assert [field.name() for field in zones.fields()] == [name for name, _ in ZONE_FIELDS]
    found = {feature["name"]: feature for feature in zones.getFeatures()}
    assert set(found) == {"West – Łódź", "East"}
    assert done["ZONE_COUNT"] == 2
    assert total(zones, "changed_area_m2") == pytest.approx(sum(site["changed_area_m2"] for site in kept), rel=1e-6)
    assert found["East"]["description"].startswith("In East, between 1 May 2011 and 15 June 2012, ")
    assert json.loads(found["East"]["classes"]) or found["East"]["sites"] == 0
    assert found["East"]["description"] in feedback.textLog()
    style_zones(zones)
    assert zones.labelsEnabled()
    assert "description" in zones.mapTipTemplate()


def test_without_names_zones_are_called_by_their_numbers(run, sites):
    done, context = run("zones", INPUT=sites, ZONES=halves(sites), OUTPUT="TEMPORARY_OUTPUT")
    zones = done["OUTPUT"] if not isinstance(done["OUTPUT"], str) else context.takeResultLayer(done["OUTPUT"])
    assert [feature["name"] for feature in zones.getFeatures()] == ["1", "2", "3"]


def test_zones_that_cannot_be_are_a_sentence(run, sites, result):
    nothing = QgsVectorLayer(f"Polygon?crs={sites.crs().authid()}", "none", "memory")
    with pytest.raises(QgsProcessingException, match="holds no polygon"):
        run("zones", INPUT=sites, ZONES=nothing, OUTPUT="TEMPORARY_OUTPUT")
    with pytest.raises(QgsProcessingException, match="no layer of sites or tiles"):
        run("zones", INPUT=nothing, ZONES=halves(sites), OUTPUT="TEMPORARY_OUTPUT")


def test_the_export_holds_verdicts_that_are_not_saved_yet(run, sites, tmp_path):
    feature = next(sites.getFeatures())
    sites.startEditing()
    sites.changeAttributeValue(feature.id(), sites.fields().indexOf("review_status"), "accepted")
    table = tmp_path / "sites ü.csv"
    done, _ = run("export", INPUT=sites, OUTPUT=str(table))
    sites.rollBack()
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert done["ROW_COUNT"] == len(rows) == sites.featureCount()
    assert [row["review_status"] for row in rows if int(row["site_id"]) == feature["site_id"]] == ["accepted"]


def test_every_format_and_layer_is_written_from_any_layer_of_a_result(run, sites, result, tmp_path):
    tiles = f"{result}|layername=tiles"
    for name, layer in (("a.geojson", None), ("a.fgb", "changes"), ("a.parquet", "tiles"), ("a.xlsx", None)):
        done, _ = run("export", INPUT=tiles, LAYER=layer, OUTPUT=str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 100
        assert done["ROW_COUNT"] > 0
    again = QgsVectorLayer(str(tmp_path / "a.geojson"), "a", "ogr")
    assert again.featureCount() == sites.featureCount()
    areas = QgsVectorLayer(str(tmp_path / "a.fgb"), "a", "ogr")
    assert areas.fields().indexOf("change_id") >= 0


def test_an_export_onto_what_it_reads_or_of_no_format_is_refused(run, sites, result, tmp_path):
    held = result.read_bytes()
    for name, sentence in ((result, "would be overwritten"), (tmp_path / "a.docx", "is no name for a result")):
        with pytest.raises(QgsProcessingException, match=sentence):
            run("export", INPUT=sites, OUTPUT=str(name))
    assert result.read_bytes() == held
    assert not (tmp_path / "a.docx").exists()


def test_a_model_of_the_designer_adds_up_by_zone(provider, sites, tmp_path):
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
    )

    zones = halves(sites)
    QgsProject.instance().addMapLayer(zones)
    model, child = QgsProcessingModelAlgorithm("m", "g"), QgsProcessingModelChildAlgorithm("describechanges:zones")
    given = {"INPUT": sites.id(), "ZONES": zones.id(), "NAME_FIELD": "ward"}
    for name, value in given.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    output = QgsProcessingModelOutput("wards", "wards")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"wards": output})
    child.setChildId("zones")
    model.addChildAlgorithm(child)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    _results, ok = model.run({"zones:wards": str(tmp_path / "wards.gpkg")}, context, feedback)
    assert ok, feedback.textLog()
    written = QgsVectorLayer(str(tmp_path / "wards.gpkg"), "wards", "ogr")
    assert {feature["name"] for feature in written.getFeatures()} == {"West – Łódź", "East"}
    assert QgsApplication.processingRegistry().algorithmById("describechanges:zones").shortHelpString()
