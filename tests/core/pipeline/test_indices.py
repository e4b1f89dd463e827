"""Facts from bands in a whole run: the same for any blocks, adding up with the model's own, silent without bands."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from describe_changes.core.errors import Cancelled, InputError
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline.index_plan import IndexPlan
from describe_changes.core.pipeline.runner import DescribeOptions, run_job
from describe_changes.core.raster.epoch import UnreadableWindow
from describe_changes.core.raster.indices import IndexConstants, Scene
from describe_changes.core.raster.spectral import SpectralPixels
from describe_changes.core.raster.tiling import Window

from ..tiny_runs import write_raster

HEIGHT, WIDTH = 190, 260
NAMES = ("blue", "green", "red", "nir")
FOREST, SOIL, WATER, ASPHALT = (20, 40, 30, 200), (90, 120, 150, 160), (60, 55, 40, 15), (110, 115, 120, 130)
HOUSE = (250, 120, 150, 160)
"""What the model of these tests takes for a new building: bright blue."""
CLEARED, FLOODED = np.s_[60:120, 80:160], np.s_[140:180, 20:60]
GROWN, BUILT = np.s_[30:60, 210:250], np.s_[70:90, 90:110]
COARSE = Affine(10.0, 0, 400_000, 0, -10.0, 5_800_000)


@pytest.fixture(autouse=True)
def _seeing(monkeypatch):
    """A model that sees a new building wherever the later date is bright blue, and nothing else."""
    from describe_changes.core.predict import predictor

    def encode(self, images, valid, check=None):
        found = []
        for pair in images:
            bright = (pair[1][2] >= 240) & (pair[0][2] < 240)
            probabilities = np.zeros((len(self.channels), *bright.shape), np.float32)
            probabilities[0][bright] = 1.0
            said = ("a house appears", 0.9, 0.9, probabilities, "")
            if not bright.any():
                said = ("no change found", 0.0, 0.9, probabilities, "no change found")
            found.append(predictor.EncodedTile(predictor.TilePrediction(*said)))
        return found

    monkeypatch.setattr(predictor.Predictor, "encode", encode)


def ground(*patches) -> np.ndarray:
    """(4, 190, 260): forest in the west, asphalt in the east, with noise; then patches."""
    values = np.empty((4, HEIGHT, WIDTH))
    values[:] = np.reshape(FOREST, (4, 1, 1))
    values[:, :, 200:] = np.reshape(ASPHALT, (4, 1, 1))
    for kind, (rows, cols) in patches:
        values[:, rows, cols] = np.reshape(kind, (4, 1, 1))
    return np.clip(values + np.random.default_rng(0).integers(-2, 3, values.shape), 1, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def pairs(tmp_path_factory):
    """A function that writes the pair once for each way: with names of the bands or without, fine or coarse."""
    folder = tmp_path_factory.mktemp("bands")
    before = ground((ASPHALT, GROWN))
    before[:, GROWN[0], GROWN[1]] = ground()[:, GROWN[0], GROWN[1]]
    after = ground((SOIL, CLEARED), (WATER, FLOODED), (FOREST, GROWN), (HOUSE, BUILT))

    def write(*, named: bool = True, coarse: bool = False) -> tuple[Path, Path]:
        places = folder / f"{named}{coarse}"
        files = places / "a_2016-05-01.tif", places / "b_2017-05-01.tif"
        if not places.exists():
            more = {"transform": COARSE if coarse else None, "descriptions": NAMES if named else ()}
            write_raster(files[0], before, **more)
            write_raster(files[1], after, **more)
        return files

    return write


def options(pair, folder: Path, pack, **more) -> DescribeOptions:
    folder.mkdir(exist_ok=True, parents=True)
    given = {"model": pack.path, "device": "cpu", "block_size": 128, "outputs": {"mask": folder / "mask.tif"}, **more}
    return DescribeOptions(*pair, folder / "out.gpkg", **given)


def classes_of(result) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for change in result.changes():
        key = change.class_name, change.transition
        found[key] = found.get(key, 0.0) + change.area_m2
    return found


def pixels_of(*patches) -> int:
    mask = np.zeros((HEIGHT, WIDTH), bool)
    for patch in patches:
        mask[patch] = True
    return int(mask.sum())


def test_bands_tell_what_the_model_has_no_class_for_and_all_figures_agree(tmp_path, pack, pairs, collector):
    watch = collector()
    spec = options(pairs(), tmp_path, pack)
    summary = run_job(spec, watch)
    result = read_result(spec.output)
    pixel = 0.25 * 0.9996**-2  # UTM near its meridian
    expected = {
        ("building", "appeared"): pixels_of(BUILT),
        ("vegetation", "disappeared"): pixels_of(CLEARED) - pixels_of(BUILT),
        ("water", "appeared"): pixels_of(FLOODED),
        ("vegetation", "appeared"): pixels_of(GROWN),
    }
    found = classes_of(result)
    assert found.keys() == expected.keys()
    for kind, pixels in expected.items():
        assert found[kind] == pytest.approx(pixels * pixel, rel=1e-3), kind
    sites, changes = list(result.sites()), list(result.changes())
    assert [change.name for change in watch.starts[0].channels[-4:]] == [
        "vegetation gained", "vegetation lost", "water gained", "water lost",
    ]  # fmt: skip
    with rasterio.open(spec.outputs["mask"]) as mask:
        values, counts = np.unique(mask.read(1), return_counts=True)
    names = {value: channel.name for value, channel in enumerate(watch.starts[0].channels, start=1)}
    told = {names[value]: int(count) for value, count in zip(values, counts, strict=True) if value}
    assert told == {
        "building appeared": 400, "vegetation lost": 4400, "water gained": 1600, "vegetation gained": 1200,
    }  # fmt: skip
    total = sum(change.area_m2 for change in changes)
    assert total == pytest.approx(summary.changed_area_m2, rel=1e-12)
    assert total == pytest.approx(sum(site.changed_area_m2 for site in sites), rel=1e-12)
    assert total == pytest.approx(sum(tile.changed_area_m2 for tile in result.tiles()), rel=1e-6)
    assert sorted(site.description for site in sites) == [
        "1 area of vegetation gained, 300 m²",
        "1 area of vegetation lost, 1,100 m²; 1 new building, 100 m²",
        "1 area of water gained, 400 m²",
    ]
    assert {site.description_source for site in sites} == {"measured"}
    assert "mostly vegetation lost (1,100 m² at 1 site), also" in summary.summary_text
    for tile in result.tiles():  # what an index shows is no tile without change, though the model skipped it
        assert tile.changed == (tile.changed_area_m2 > 0)
        assert tile.caption == "no change found" or tile.changed
    assert {change.caption for change in changes if change.class_name == "vegetation"} == {
        "vegetation gained", "vegetation lost",
    }  # fmt: skip
    run = result.run
    assert run.parameters["indices"]["roles"] == ["red", "green", "nir"]
    assert run.parameters["indices"]["scene"]["vegetation"]["threshold"] == 0.2
    with sqlite3.connect(spec.output) as database:
        (style,) = database.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'changes'").fetchone()
    assert 'label="New: building; gained: vegetation, water"' in style


def test_any_blocks_and_executors_give_the_same_bits(tmp_path, pack, pairs, monkeypatch):
    monkeypatch.undo()  # other processes have the model of the pack
    told = []
    ways = [{"block_size": 64}, {"block_size": 2048}, {"block_size": 100, "executor": "processes", "workers": 1}]
    for number, way in enumerate(ways):
        spec = options(pairs(), tmp_path / str(number), pack, **way)
        run_job(spec)
        result = read_result(spec.output)
        with rasterio.open(spec.outputs["mask"]) as mask:
            pixels = mask.read(1)
        told.append((pixels.tobytes(), [(c.class_name, c.mean_probability, c.geometry.wkb) for c in result.changes()]))
    assert told[0][0] == told[1][0] == told[2][0]
    assert told[0][1] == told[1][1] == told[2][1]
    assert {name for name, _, _ in told[0][1]} >= {"vegetation", "water"}


def test_where_the_model_is_silent_the_indices_tell(tmp_path, pack, pairs):
    spec = options(pairs(coarse=True), tmp_path, pack)  # 10 m; the model knows 0.4 to 1.2 m
    summary = run_job(spec)
    result = read_result(spec.output)
    assert classes_of(result).keys() == {
        ("vegetation", "disappeared"), ("water", "appeared"), ("vegetation", "appeared"),
    }  # fmt: skip
    descriptions = sorted(site.description for site in result.sites())
    assert descriptions[1].startswith("1 area of vegetation lost, 48.0 ha")  # the house is soil without vegetation
    assert "building" not in "".join([*descriptions, summary.summary_text])
    assert {site.certainty for site in result.sites()} <= {"sure", "likely"}


def test_a_site_that_the_model_alone_tells_stays_unnamed(tmp_path, pack):
    folder = tmp_path / "rasters"
    before, after = ground(), ground((HOUSE, np.s_[110:150, 210:250]), (SOIL, CLEARED))
    pair = (
        write_raster(folder / "a_2016-05-01.tif", before, COARSE, descriptions=NAMES),
        write_raster(folder / "b_2017-05-01.tif", after, COARSE, descriptions=NAMES),
    )
    spec = options(pair, tmp_path / "run", pack)
    summary = run_job(spec)
    result = read_result(spec.output)
    told = {site.description: site.certainty for site in result.sites()}
    assert [text for text, certainty in told.items() if certainty == "doubtful"] == ["something changed, 16.0 ha"]
    assert "mostly vegetation lost (48.0 ha at 1 site), also changes of other kinds (16.0 ha at 1 site)" in (
        summary.summary_text.replace("a change of another kind", "changes of other kinds")
    )


def test_without_known_bands_nothing_is_measured_and_who_asks_is_told(tmp_path, pack, pairs):
    plain = options(pairs(named=False), tmp_path / "plain", pack, bands="3,2,1")
    run_job(plain)
    assert classes_of(read_result(plain.output)).keys() == {("building", "appeared")}
    with pytest.raises(InputError, match=r"^Nothing says which band of a_2016-05-01\.tif is near infrared"):
        run_job(options(pairs(named=False), tmp_path / "asked", pack, indices=True))
    told = options(pairs(named=False), tmp_path / "told", pack, bands="3,2,1,nir=4", indices=True)
    run_job(told)
    assert ("vegetation", "disappeared") in classes_of(read_result(told.output))
    without = options(pairs(), tmp_path / "without", pack, indices=False)
    run_job(without)
    assert classes_of(read_result(without.output)).keys() == {("building", "appeared")}


def test_an_interrupted_run_goes_on_with_the_same_constants(tmp_path, pack, pairs, collector):
    whole = options(pairs(), tmp_path / "whole", pack)
    run_job(whole)
    spec = options(pairs(), tmp_path / "parts", pack)
    with pytest.raises(Cancelled):
        run_job(spec, collector(cancel_after=8))
    watch = collector()
    run_job(spec, watch)
    assert watch.starts[0].resumed_blocks > 0
    one, other = read_result(whole.output), read_result(spec.output)
    assert [change.geometry.wkb for change in one.changes()] == [change.geometry.wkb for change in other.changes()]
    assert one.run.parameters["indices"] == other.run.parameters["indices"]
    assert json.dumps(one.run.parameters["indices"])


def test_zones_and_polygons_heed_what_is_measured(tmp_path, pack, pairs):
    left = "EPSG:32633;POLYGON((400000 5799905, 400075 5799905, 400075 5800000, 400000 5800000, 400000 5799905))"
    spec = options(pairs(), tmp_path, pack, aoi=left)
    run_job(spec)
    found = classes_of(read_result(spec.output))
    assert found.keys() == {("building", "appeared"), ("vegetation", "disappeared"), ("water", "appeared")}
    rows, cols = CLEARED
    inside = pixels_of((rows, slice(cols.start, 150))) - pixels_of(BUILT)
    assert found["vegetation", "disappeared"] == pytest.approx(inside * 0.25, rel=2e-3)


def test_a_model_without_a_mask_gets_areas_and_keeps_its_word(tmp_path, captions_only, pairs, monkeypatch):
    monkeypatch.undo()
    spec = replace(options(pairs(), tmp_path, captions_only), outputs={})
    run_job(spec)
    result = read_result(spec.output)
    assert ("vegetation", "disappeared") in classes_of(result)
    for tile in result.tiles():  # to this model everything that differs is a change
        assert tile.changed == (not tile.skip_reason or tile.changed_area_m2 > 0)


def test_squares_that_cannot_be_read_are_left_out_whatever_the_window() -> None:
    plan = IndexPlan(SCENE, ("red", "green", "nir"), (0, 1, 2, 3), first=False)
    whole = plan.scores(Torn(), Window(0, 0, 600, 1100), np.ones((600, 1100), bool))
    assert (whole[1] > 0).sum() == 600 * 1100 - 88 * 512
    part = plan.scores(Torn(), Window(500, 500, 30, 40), np.ones((30, 40), bool))
    np.testing.assert_array_equal(part, whole[:, 500:530, 500:540])


SCENE = Scene(IndexConstants(1.0, 0.2), IndexConstants(1.0, 0.2), None, (0.1, 0.1), (0.0, 0.0), (0.5, 0.5), 0.01)


class Torn:
    """Bands of a forest that was cut, which cannot be read in one square of the grid."""

    def read(self, window: Window) -> SpectralPixels:
        if window.row >= 512 and 512 <= window.col < 1024:
            raise UnreadableWindow("torn")
        shape = (window.height, window.width)
        before, after = ({"red": 1.0, "green": 1.0, "nir": nir} for nir in (9.0, 1.0))
        full = ({role: np.full(shape, value, np.float32) for role, value in bands.items()} for bands in (before, after))
        return SpectralPixels(*full, np.ones(shape, bool))
