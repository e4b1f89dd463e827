"""What the engine writes for other programs, opened by QGIS: rows, outlines, names of columns, metadata."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorLayer

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"

pytestmark = pytest.mark.engine

WRITE = f"""
import importlib.util, sys
from pathlib import Path
from describe_changes.core.io.export import ExportOptions, export_result
from describe_changes.core.io.geopackage_writer import write_geopackage
spec = importlib.util.spec_from_file_location("samples", {str(ROOT / "tests" / "core" / "sample_records.py")!r})
samples = importlib.util.module_from_spec(spec)
spec.loader.exec_module(samples)
from pyproj import CRS
result = Path(sys.argv[1]) / "result.gpkg"
write_geopackage(result, samples.run_record(), map(samples.tile, range(16)), map(samples.change, range(9)), CRS(32615))
for ending in ("geojson", "fgb", "csv", "xlsx"):
    export_result(ExportOptions(result, result.with_suffix("." + ending)))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A result and its exports, written by the engine in its own Python."""
    path = tmp_path_factory.mktemp("formats")
    subprocess.run([str(PYTHON), "-c", WRITE, str(path)], check=True, cwd=path)
    return path


def opened(path, layer=""):
    found = QgsVectorLayer(f"{path}|layername={layer}" if layer else str(path), "layer", "ogr")
    assert found.isValid(), path
    return found


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("result.gpkg", "changes"),
        ("result.geojson", ""),
        ("result.fgb", ""),
        ("result.csv", ""),
        ("result.xlsx", "changes"),
    ],
)
def test_qgis_reads_every_row(folder, qgis_app, name, layer):
    features = list(opened(folder / name, layer).getFeatures())
    assert sorted(int(feature["change_id"]) for feature in features) == list(range(9))
    assert sum(float(feature["area_m2"]) for feature in features) == pytest.approx(1800)


@pytest.mark.parametrize("name", ["result.geojson", "result.fgb"])
def test_outlines_lie_where_they_did(folder, qgis_app, name):
    original = {f["change_id"]: f.geometry() for f in opened(folder / "result.gpkg", "changes").getFeatures()}
    layer = opened(folder / name)
    onto = QgsCoordinateReferenceSystem("EPSG:32615")
    move = QgsCoordinateTransform(layer.crs(), onto, QgsProject.instance().transformContext())
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        geometry.transform(move)
        assert geometry.hausdorffDistance(original[feature["change_id"]]) < 0.02


@pytest.mark.parametrize("layer", ["changes", "tiles"])
def test_qgis_shows_names_of_columns_for_people(folder, qgis_app, layer):
    found = opened(folder / "result.gpkg", layer)
    for field in found.fields():
        assert field.name() == "fid" or (field.alias() and "_" not in field.alias()), field.name()


def test_qgis_reads_the_metadata_of_a_result(folder, qgis_app):
    layer = opened(folder / "result.gpkg", "tiles")
    told, done = layer.loadDefaultMetadata()
    metadata = layer.metadata()
    assert metadata.title().startswith("Described tiles: "), (told, done)
    assert "0123abcd" in metadata.history()[0]
    assert metadata.licenses()
