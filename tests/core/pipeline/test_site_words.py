"""The second pass: what a model says of each site by itself, and when nothing but what was measured is said."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from describe_changes.core.captions.sentence_choice import Candidate
from describe_changes.core.io.geopackage_reader import read_result
from describe_changes.core.pipeline import planning
from describe_changes.core.pipeline.job import SilentObserver
from describe_changes.core.pipeline.runner import run_job

from .test_sites import SQUARES, options, pair_of

SAID = "a house appears in the middle of the scene"


class Model:
    """Sees a new building wherever the pixels differ, says one sentence, and remembers what it was shown."""

    def __init__(self, monkeypatch) -> None:
        from describe_changes.core.predict import predictor

        self.shown: list[np.ndarray] = []
        self.sentence = SAID
        self.channel = 0
        self.probability = 1.0

        def encode(this, images, valid, check=None):
            self.shown += list(images)
            told = [self._look(predictor.TilePrediction, len(this.channels), pair) for pair in images]
            return [predictor.EncodedTile(prediction) for prediction in told]

        monkeypatch.setattr(predictor.Predictor, "encode", encode)

    def _look(self, kind, channels, pair):
        differs = (pair[0] != pair[1]).any(axis=0)
        probabilities = np.zeros((channels, *differs.shape), np.float32)
        probabilities[self.channel][differs] = self.probability
        gate = "" if differs.any() else "identical"
        words = (Candidate(self.sentence, -0.5, 0.6),) if differs.any() else ()
        return kind(self.sentence, 0.9, 0.9, probabilities, gate, words)


@pytest.fixture
def model(monkeypatch):
    return Model(monkeypatch)


def sites_of(spec):
    return list(read_result(spec.output).sites())


def test_a_site_is_told_in_the_model_s_words_without_the_window_s_places(tmp_path, pack, model):
    spec = options(pair_of(tmp_path, SQUARES), tmp_path / "run", pack)
    run_job(spec)
    sites = sites_of(spec)
    assert {(site.description, site.description_source) for site in sites} == {("a house appears", "model")}
    assert {site.certainty for site in sites} == {"sure"}
    assert sites[0].confidence == pytest.approx(0.6**0.5, abs=1e-5)  # root of 1 × 0.6


def test_a_window_shows_its_site_alone_and_centred(tmp_path, pack, model):
    pair = pair_of(tmp_path, [(200, 200), (200, 224)])  # 4 m apart: two sites in one window of 64 pixels
    spec = options(pair, tmp_path / "run", pack)
    assert run_job(spec).sites == 2
    for pair_shown in model.shown[-2:]:
        rows, cols = np.nonzero((pair_shown[0] != pair_shown[1]).any(axis=0))
        assert len(rows) == 16 * 16
        assert (rows.mean(), cols.mean()) == (31.5, 31.5)


def test_words_that_the_mask_denies_are_not_said(tmp_path, pack, model):
    model.sentence = "many houses have been removed"
    spec = options(pair_of(tmp_path, SQUARES), tmp_path / "run", pack)
    run_job(spec)
    assert {(site.description, site.description_source) for site in sites_of(spec)} == {
        ("1 new building, 64 m²", "measured")
    }


def test_a_site_too_small_to_be_seen_is_told_by_its_measure(tmp_path, pack, model):
    spec = options(pair_of(tmp_path, SQUARES, side=7), tmp_path / "run", pack)
    run_job(spec)
    assert {site.description_source for site in sites_of(spec)} == {"measured"}


@pytest.mark.parametrize(("probability", "source"), [(1.0, "model"), (0.6, "measured")])
def test_of_a_doubtful_change_of_no_class_nothing_is_said_that_nothing_bears_out(
    tmp_path, pack, model, probability, source
):
    model.channel, model.probability, model.sentence = 2, probability, "a road is built"
    spec = options(pair_of(tmp_path, [(200, 200)], side=40), tmp_path / "run", pack)
    run_job(spec)
    (site,) = sites_of(spec)
    assert (site.class_name, site.description_source) == ("change", source)
    assert site.description == ("a road is built" if source == "model" else "something changed, 400 m²")


@pytest.mark.parametrize("strange", ["look", "size"])
def test_in_imagery_that_the_model_does_not_know_no_class_is_named(tmp_path, pack, model, monkeypatch, strange):
    if strange == "look":
        monkeypatch.setattr(planning, "domain_shift_warnings", lambda *_: ("It is too dark.",))
    else:
        monkeypatch.setattr(planning, "target_gsd", lambda *_: (None, ("It is too coarse.",)))
    spec = options(pair_of(tmp_path, SQUARES), tmp_path / "run", pack)
    run_job(spec)
    told = {(site.description, site.description_source, site.certainty) for site in sites_of(spec)}
    assert told == {("something changed, 64 m²", "measured", "doubtful")}


def test_a_site_at_the_edge_of_an_area_of_interest_is_told_by_what_lies_inside(tmp_path, pack, model):
    pair = pair_of(tmp_path, [(200, 200)], side=32)
    left, right, top, bottom = 400000 + 100, 400000 + 108, 5800000 - 90, 5800000 - 130  # half of the square
    aoi = f"EPSG:32633;POLYGON(({left} {top}, {right} {top}, {right} {bottom}, {left} {bottom}, {left} {top}))"
    spec = options(pair, tmp_path / "run", pack, aoi=aoi)
    run_job(spec)
    (site,) = sites_of(spec)
    assert site.changed_area_m2 == pytest.approx(128.0, rel=1e-3)
    _, cols = np.nonzero((model.shown[-1][0] != model.shown[-1][1]).any(axis=0))
    assert np.ptp(cols) + 1 == 16


class Killed(SilentObserver):
    """Ends the run once so many sites are told."""

    def __init__(self, after: int) -> None:
        self._after = after

    def progress(self, stage, done, total, tiles_per_second, seconds_left):
        if stage == "sites" and done >= self._after:
            raise KeyboardInterrupt


def test_a_batch_that_was_sent_to_another_process_is_told_in_the_same_words(tmp_path, pack, model, monkeypatch):
    from describe_changes.core.pipeline.site_words import SiteModel

    describe, sizes = SiteModel.describe, []

    def sent(self, batch):
        sizes.append(len(pickle.dumps(batch)))
        return describe(self, pickle.loads(pickle.dumps(batch)))  # noqa: S301 - our own

    spec = options(pair_of(tmp_path, SQUARES), tmp_path / "here", pack)
    run_job(spec)
    monkeypatch.setattr(SiteModel, "describe", sent)
    there = options(pair_of(tmp_path, SQUARES), tmp_path / "there", pack)
    run_job(there)
    assert [(one.description, one.confidence) for one in sites_of(there)] == [
        (one.description, one.confidence) for one in sites_of(spec)
    ]
    assert 0 < max(sizes) < 50_000


def test_what_was_told_before_a_kill_is_not_asked_again(tmp_path, pack, model, monkeypatch):
    from describe_changes.core.pipeline import site_words

    monkeypatch.setattr(site_words, "_SITES_AT_ONCE", 2)
    pair = pair_of(tmp_path, SQUARES)
    whole = options(pair, tmp_path / "whole", pack)
    run_job(whole)
    spec = options(pair, tmp_path / "run", pack)
    with pytest.raises(KeyboardInterrupt):
        run_job(spec, Killed(4))
    folder = spec.output.with_name("out.gpkg.run")
    assert len(list(folder.glob("words-*.json"))) == 2
    (folder / "words-000002.json").write_text("torn")
    model.shown.clear()
    run_job(spec)
    assert len(model.shown) == 4  # the torn pair of sites, and the last one
    assert [replace(a, geometry=b.geometry) for a, b in zip(sites_of(spec), sites_of(whole), strict=True)] == sites_of(
        whole
    )
    assert not folder.exists()


def test_a_window_may_reach_into_blocks_that_nobody_works_on(tmp_path, pack, model):
    pair = pair_of(tmp_path, [(130, 130)])
    left, right, top, bottom = 400000 + 64.5, 400000 + 75, 5800000 - 64.5, 5800000 - 75
    aoi = f"EPSG:32633;POLYGON(({left} {top}, {right} {top}, {right} {bottom}, {left} {bottom}, {left} {top}))"
    spec = options(pair, tmp_path / "run", pack, aoi=aoi, block_size=64, overlap=0)
    run_job(spec)
    (site,) = sites_of(spec)
    assert (site.description, site.changed_area_m2) == ("a house appears", pytest.approx(64.0, rel=1e-3))


def test_windows_fill_the_network_s_batches(tmp_path, pack, model, monkeypatch):
    """Six sites of a window each, three to a batch: with four tiles to a pass, four sites and two are asked about."""
    from describe_changes.core.pipeline import site_words
    from describe_changes.core.pipeline.site_words import SiteModel

    describe, sizes = SiteModel.describe, []

    def noted(self, batch):
        sizes.append((batch.number, len(batch.looks)))
        return describe(self, batch)

    monkeypatch.setattr(SiteModel, "describe", noted)
    monkeypatch.setattr(site_words, "_LOOKS_AT_ONCE", 3)
    run_job(options(pair_of(tmp_path, SQUARES), tmp_path / "run", pack))
    assert sizes == [(0, 4), (4, 2)]
