"""A run with zones and names: what the files say stands in every output, and adds up over the zones."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from click.testing import CliRunner
from describe_changes.cli import main
from describe_changes.core.errors import InputError
from describe_changes.core.io.export import ExportOptions, export_result
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline.runner import run_job

from .test_sites import SIZE, SQUARES, options, pair_of


@pytest.fixture(autouse=True)
def _seeing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that sees a new building wherever the pixels differ."""
    from describe_changes.core.predict import predictor

    def encode(self, images, valid, check=None):
        found = []
        for pair in images:
            differs = (pair[0] != pair[1]).any(axis=0)
            probabilities = np.zeros((len(self.channels), *differs.shape), np.float32)
            probabilities[0][differs] = 1.0
            said = ("a house appears", 0.9, 0.9) if differs.any() else ("the scene is the same as before", 0.0, 0.9)
            gate = "" if differs.any() else "identical"
            found.append(predictor.EncodedTile(predictor.TilePrediction(*said, probabilities, gate)))
        return found

    monkeypatch.setattr(predictor.Predictor, "encode", encode)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return pair_of(tmp_path, SQUARES)


@pytest.fixture
def files(tmp_path: Path, pair) -> dict[str, str]:
    """A zone left of column 126, which cuts a square at 118…134, one over the rest of the upper half; two names."""
    with rasterio.open(pair[1]) as raster:
        corner, crs = raster.transform, raster.crs.to_wkt()
    shapes = {
        "zones.gpkg": {"West": _box(corner, 0, 0, 126, SIZE), "North": _box(corner, 126, 0, SIZE, 200)},
        "names.fgb": {"Town hall": shapely.Point(corner @ (28, 36.5)), "Far away": shapely.Point(corner @ (399, 399))},
    }
    for name, found in shapes.items():
        wkb = shapely.to_wkb(np.array(list(found.values()), dtype=object))
        texts = [np.array(list(found), dtype=object)]
        kind = "Polygon" if name.startswith("zones") else "Point"
        pyogrio.raw.write(tmp_path / name, wkb, texts, ["label"], geometry_type=kind, crs=crs)
    return {
        "zones": str(tmp_path / "zones.gpkg"), "zone_name": "label",
        "names": str(tmp_path / "names.fgb"), "name_field": "label",
    }  # fmt: skip


def _box(corner, left: int, top: int, right: int, bottom: int) -> shapely.Polygon:
    return shapely.Polygon([corner @ at for at in ((left, top), (right, top), (right, bottom), (left, bottom))])


def test_zones_and_names_in_every_output(tmp_path: Path, pair, pack, files) -> None:
    spec = options(pair, tmp_path / "out", pack, **files)
    report = tmp_path / "out" / "report.html"
    spec = replace(spec, outputs={**spec.outputs, "report": report})
    summary = run_job(spec)
    stored = read_result(Path(spec.output))
    west, north, outside = stored.zones()
    sites, run = list(stored.sites()), stored.run
    assert len(sites) == len(SQUARES)
    assert [west.name, north.name, outside.name] == ["West", "North", "outside the zones"]
    assert [zone.sites for zone in (west, north, outside)] == [4, 2, 2]  # two straddle a border
    total = sum(zone.changed_area_m2 for zone in (west, north, outside))
    assert total == pytest.approx(run.changed_area_m2, rel=1e-9)
    assert total == pytest.approx(sum(site.changed_area_m2 for site in sites), rel=1e-9)
    examined = sum(zone.area_examined_m2 for zone in (west, north, outside))
    assert examined == pytest.approx(run.area_examined_m2, rel=1e-5)
    assert west.area_examined_m2 / examined == pytest.approx(126 / SIZE, rel=1e-3)
    squares = 2 + 8 / 16 + 2 / 16  # by hand: two whole ones, eight columns of the second, two of the fourth
    assert west.changed_area_m2 == pytest.approx(squares * sites[0].changed_area_m2, rel=1e-3)
    assert sites[0].near == "at Town hall"
    assert all(site.near.endswith((" of Town hall", " of Far away")) for site in sites[1:])
    assert run.summary_text == summary.summary_text
    assert run.summary_text.startswith("Between 1 May 2012 and 1 May 2017, 6 sites changed, ")
    assert [zone["description"] for zone in summary.to_dict()["zones"]] == [
        zone.description for zone in (west, north, outside)
    ]
    assert json.dumps(summary.to_dict()["zones"])
    page = report.read_text(encoding="utf-8")
    assert "In West, between 1 May 2012 and 1 May 2017, 4 sites changed" in page
    assert run.summary_text in page
    export_result(ExportOptions(result=Path(spec.output), output=tmp_path / "copy.gpkg"))
    assert [zone.name for zone in read_result(tmp_path / "copy.gpkg").zones()] == ["West", "North", "outside the zones"]
    asked = CliRunner().invoke(main, ["ask", str(spec.output), "new houses in the West", "--json"])
    west_ids = [site.site_id for site in sites if site.geometry.intersects(west.geometry)]
    assert "zone = West" in json.loads(asked.stdout)["filter"], asked.stderr
    assert json.loads(asked.stdout)["site_ids"] == west_ids
    told = CliRunner().invoke(main, ["ask", str(spec.output), "purple houses near the Town hall"])
    assert told.exit_code == 0
    assert "“purple”" in told.output


def test_a_run_without_zones_has_no_such_layer(tmp_path: Path, pair, pack) -> None:
    spec = options(pair, tmp_path / "out", pack)
    summary = run_job(spec)
    assert summary.to_dict()["zones"] == []
    assert "zones" not in [name for name, _ in pyogrio.list_layers(spec.output)]
    assert list(read_result(Path(spec.output)).zones()) == []


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [
        ("zone_name", "--zones needs --zone-name, the field of .* in which the names stand"),
        ("zones", "--zone-name label needs --zones, the file that has this field"),
        ("name_field", "--names needs --name-field"),
    ],
)
def test_a_file_needs_its_field(tmp_path: Path, pair, pack, files, left_out: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        run_job(options(pair, tmp_path / "out", pack, **{**files, left_out: None}))


def test_the_files_are_never_written_over(tmp_path: Path, pair, pack, files) -> None:
    with pytest.raises(InputError, match=r"(read|input)"):
        run_job(replace(options(pair, tmp_path / "out", pack, **files), output=files["zones"], overwrite=True))
