"""What a tile gets depends on the tile alone, and nothing is spent on tiles that cannot have changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.decoder import Captions
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.core.pipeline.prediction_cache import PredictionCache
from describe_changes.core.predict import device as device_module
from describe_changes.core.predict.device import DeviceChoice, choose_device
from describe_changes.core.predict.predictor import Predictor

TILE = 64
CPU = DeviceChoice("cpu", "fp32", "CPU, fp32")


def tiles(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (count, 2, 3, TILE, TILE), dtype=np.uint8)
    return images, np.ones((count, 2, TILE, TILE), bool)


def same(one, other) -> bool:
    return replace(one, probabilities=0) == replace(other, probabilities=0) and np.array_equal(
        one.probabilities, other.probabilities
    )


@pytest.mark.parametrize(("precision", "beam"), [("fp32", 1), ("fp32", 5), ("bf16", 5)])
def test_a_tile_gets_the_same_bits_whoever_its_neighbours_are(pack, precision, beam):
    pack = replace(pack, manifest=pack.manifest.model_copy(update={"beam": beam}))
    predictor = Predictor(pack, replace(CPU, precision=precision), batch_size=4)
    images, valid = tiles(11)
    together = predictor.predict(images, valid)
    assert any(not prediction.skip_reason for prediction in together)
    order = np.random.default_rng(1).permutation(11)
    shuffled = predictor.predict(images[order], valid[order])
    assert all(same(shuffled[place], together[tile]) for place, tile in enumerate(order))
    alone = [predictor.predict(images[[i]], valid[[i]])[0] for i in range(11)]
    assert all(map(same, alone, together))


def test_tiles_without_news_never_reach_the_model(pack, monkeypatch):
    predictor = Predictor(pack, CPU)
    monkeypatch.setattr(predictor, "_encode", lambda *_: pytest.fail("the model was asked"))
    images, valid = tiles(3)
    valid[0, 0] = False  # no data before
    valid[0, 1, :, 10:] = False
    images[1, 1] = images[1, 0]
    images[2, 1] = images[2, 0]
    images[2, 1, :, 5, 5] ^= 255  # differs only where one date has no data
    valid[2, 1, 5, 5] = False
    gates = [prediction.skip_reason for prediction in predictor.predict(images, valid)]
    assert gates == ["no valid data", "identical", "identical"]


def test_one_changed_pixel_is_not_identical(pack):
    images, valid = tiles(1)
    images[0, 1] = images[0, 0]
    images[0, 1, 2, 63, 63] ^= 1
    assert Predictor(pack, CPU).predict(images, valid)[0].skip_reason != "identical"


def test_tiles_in_which_nothing_is_seen_never_reach_the_decoder(pack, monkeypatch):
    predictor = Predictor(pack, CPU, threshold=1.0)
    monkeypatch.setattr(predictor._decoder, "beam", lambda *_: pytest.fail("the decoder was asked"))
    described = predictor.predict(*tiles(2))
    assert {prediction.skip_reason for prediction in described} == {"no change found"}
    assert all(prediction.change_score < 0.5 for prediction in described)


def test_words_can_be_written_later_and_held_against_other_masks(pack, monkeypatch):
    predictor = Predictor(pack, CPU)
    images, valid = tiles(5)
    encoded = predictor.encode(images, valid)
    assert all(map(same, predictor.describe(encoded), predictor.predict(images, valid)))
    held = []
    monkeypatch.setattr(predictor, "_borne_out", lambda _, masks: held.append(masks) or 0)
    masks = [np.full((len(predictor.channels), TILE, TILE), row) for row in range(5)]
    predictor.describe(encoded, masks)
    assert held
    assert all(any(own is mask for mask in masks) for own in held)


def test_no_caption_where_none_is_wanted(pack):
    predictor = Predictor(pack, CPU)
    with_words, without = predictor.predict(*tiles(2), captions=[True, False])
    assert with_words.caption
    assert without.caption == ""
    assert without.skip_reason == ""


SAID = [(-0.1, "the scene is the same as before"), (-0.2, "a house is built at the top"), (-0.9, "a road is built")]


@pytest.mark.parametrize(("threshold", "caption"), [(0.0, SAID[1][1]), (1.0, SAID[0][1])])
def test_a_tile_that_counts_as_changed_is_not_said_to_be_the_same(pack, monkeypatch, threshold, caption):
    calibration = pack.manifest.calibration.model_copy(update={"threshold": threshold})
    pack = replace(pack, manifest=pack.manifest.model_copy(update={"calibration": calibration}))
    predictor = Predictor(pack, CPU)
    vocabulary = Vocabulary(sorted({word for _, text in SAID for word in text.split()}))
    found = [(mean, vocabulary.encode(text.split())[1:-1]) for mean, text in SAID]
    monkeypatch.setattr(predictor, "pack", replace(pack, vocabulary=vocabulary))
    monkeypatch.setattr(predictor, "_borne_out", lambda *_: 0)
    monkeypatch.setattr(
        predictor._decoder, "beam", lambda memory, *_: Captions([], torch.zeros(0), [found for _ in memory])
    )
    assert {prediction.caption for prediction in predictor.predict(*tiles(2)) if not prediction.skip_reason} == {
        caption
    }


def test_what_one_date_lacks_does_not_count(pack):
    """Pixels without data on one date are alike on both for the model, whatever bytes stand there."""
    predictor = Predictor(pack, CPU)
    images, valid = tiles(1)
    valid[0, 1, :20] = False
    garbage = images.copy()
    garbage[0, 0, :, :20] = 7
    assert same(predictor.predict(images, valid)[0], predictor.predict(garbage, valid)[0])


def test_scores_lie_in_their_range_and_probabilities_survive_the_cache(pack):
    cache = PredictionCache(limit=1 << 20)
    for number, tile in enumerate(Predictor(pack, CPU).encode(*tiles(3))):
        prediction = tile.prediction
        assert 0 <= prediction.change_score <= 1
        assert 0 <= prediction.confidence <= 1
        assert prediction.probabilities.dtype == np.float32
        cache.put(number, tile)
        assert same(cache.get(number).prediction, prediction)
        assert cache.get(number).memory is None


def test_the_cache_keeps_within_its_limit(pack):
    tile = Predictor(pack, CPU).encode(*tiles(1))[0]
    size = tile.prediction.probabilities.size * 2
    cache = PredictionCache(limit=3 * size)
    for number in range(10):
        cache.put(number, tile)
    assert len(cache) == 3
    assert cache.bytes == 3 * size
    assert cache.get(0) is None
    assert cache.get(9) is not None


def test_a_batch_is_waited_for_as_often_with_many_tiles_as_with_one(pack, monkeypatch):
    """Each of these calls makes a process wait for a graphics card."""
    predictor = Predictor(pack, CPU, batch_size=8)
    waits = []
    for name in ("cpu", "tolist", "item", "__bool__", "__float__"):
        kept = getattr(torch.Tensor, name)
        monkeypatch.setattr(torch.Tensor, name, lambda self, kept=kept: (waits.append(kept), kept(self))[1])

    def waits_for(count: int) -> int:
        waits.clear()
        assert len(predictor.encode(*tiles(count))) == count
        return len(waits)

    assert 0 < waits_for(1) == waits_for(8)


def test_a_gpu_without_enough_memory_gets_smaller_batches(pack, monkeypatch):
    predictor = Predictor(pack, CPU, batch_size=8)
    whole = predictor._encode

    def tight(images, usable):
        if predictor.batch_size > 2:
            raise torch.OutOfMemoryError("out of memory")
        return whole(images, usable)

    monkeypatch.setattr(predictor, "_encode", tight)
    assert len(predictor.predict(*tiles(5))) == 5
    assert predictor.batch_size == 2
    monkeypatch.setattr(predictor, "_encode", lambda *_: (_ for _ in ()).throw(torch.OutOfMemoryError("none")))
    with pytest.raises(InputError, match="--tile-size"):
        predictor.predict(*tiles(1))


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [("tpu", "is no device"), ("cuda:x", "is no device"), ("cuda:99", "(?i)cuda"), ("mps", "Apple")],
)
def test_a_device_that_is_not_there_is_named(request_, sentence, monkeypatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(InputError, match=sentence):
        choose_device(request_)


@pytest.mark.parametrize(("fast", "precision"), [(True, "bf16"), (False, "fp32")])
def test_bfloat16_only_where_the_cpu_multiplies_it(fast, precision, monkeypatch):
    monkeypatch.setattr(device_module, "_cpu_has_fast_bf16", lambda: fast)
    choice = choose_device("cpu")
    assert choice.precision == precision
    assert choice.description.startswith("CPU, ")


def test_pixels_are_changed_from_their_channel_s_threshold_on_to_the_bit(pack):
    for threshold in (0.1, 0.3, 0.35, 0.5, 0.7):
        near = np.float32(threshold)
        around = np.array([np.nextafter(near, np.float32(0)), near, np.nextafter(near, np.float32(1))])
        changed = Predictor(pack, CPU, threshold).masks(np.broadcast_to(around, (len(pack.channels), 1, 3)))
        assert (changed == (around.astype(np.float64) >= threshold)).all()
