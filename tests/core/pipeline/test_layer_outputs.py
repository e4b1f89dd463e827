"""A run whose result is no GeoPackage: it resumes, keeps off its inputs, and says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pyogrio
import pytest
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.export import ExportOptions, export_result
from describe_changes.core.pipeline.job import DescribeOptions
from describe_changes.core.pipeline.runner import run_job

SIZE = (150, 220)


def features(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def test_a_run_into_geojson_resumes_and_equals_an_export(make_pair, pack, tmp_path, collector):
    before, after = make_pair(*SIZE)
    options = {"model": pack.path, "device": "cpu", "min_area": 0.0, "block_size": 64}
    run_job(DescribeOptions(before, after, tmp_path / "whole.gpkg", **options))
    export_result(ExportOptions(tmp_path / "whole.gpkg", tmp_path / "exported.geojson"))
    path = tmp_path / "direct.geojson"
    with pytest.raises(Cancelled):
        run_job(DescribeOptions(before, after, path, **options), collector(cancel_after=2))
    assert not path.exists()
    watched = collector()
    summary = run_job(DescribeOptions(before, after, path, **options), watched)
    assert watched.starts[0].resumed_blocks > 0
    assert summary.outputs == {"layers": str(path)}
    assert features(path) == features(tmp_path / "exported.geojson")
    assert len(features(path)) == summary.sites > 0
    left = sorted(entry.name for entry in tmp_path.iterdir() if entry.name.startswith("direct"))
    assert left == ["direct.geojson", "direct.geojson.columns.json"]


def test_a_chosen_layer_is_written(make_pair, pack, tmp_path):
    before, after = make_pair(*SIZE)
    spec = DescribeOptions(before, after, tmp_path / "t.fgb", model=pack.path, device="cpu", layer="tiles")
    assert pyogrio.read_info(run_job(spec).outputs["layers"])["features"] == run_job_tiles(spec)


def run_job_tiles(spec):
    return run_job(DescribeOptions(spec.before, spec.after, model=spec.model, device="cpu")).tiles


@pytest.mark.parametrize(
    ("name", "layer", "sentence"),
    [
        ("x.shp", None, r"x\.shp is no name for a result: end it in \.gpkg"),
        ("x.csv", "roads", "There is no layer “roads”; choose one of"),
        ("x.gpkg", "tiles", "A GeoPackage holds all layers; leave --layer out"),
        ("area.geojson", None, "area.geojson is read by this very command"),
    ],
)
def test_what_cannot_be_is_said_before_any_work(make_pair, tmp_path, name, layer, sentence):
    before, after = make_pair(*SIZE)
    area = tmp_path / "area.geojson"
    area.write_text('{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}')
    with pytest.raises(InputError, match=sentence):
        DescribeOptions(before, after, tmp_path / name, layer=layer, aoi=area, overwrite=True).validate()
    assert "coordinates" in area.read_text()
