"""Pairs from labelled images of single dates, against loops over pixels; and the masks they teach."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import Channel
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import (
    AugmentConfig,
    SingleDateConfig,
    SingleTemporalConfig,
    SourceConfig,
    TrainingConfig,
)
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.datasets.single_date import Tile, load_single_dates, read_tile
from describe_changes.training.data.single_temporal import (
    SingleTemporalPairs,
    exclusive_or,
    fixed_pairs,
    keep_light,
    load_tiles,
)
from describe_changes.training.evaluation.left_out import Histogram
from describe_changes.training.losses.mask import UNKNOWN, mask_loss
from PIL import Image

CHANNELS = (
    Channel(name="b+", class_name="building", transition="appeared"),
    Channel(name="b-", class_name="building", transition="disappeared"),
    Channel(name="r+", class_name="road", transition="appeared"),
    Channel(name="road", class_name="road"),
    Channel(name="other", class_name="change"),
)


def write_tile(root: Path, name: str, values: np.ndarray, palette: bool = True) -> None:
    for folder in ("images", "masks"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((*values.shape, 3), 90, np.uint8)).save(root / "images" / f"{name}.jpg")
    mask = Image.fromarray(values)
    if palette:
        mask.putpalette([7 * i % 256 for i in range(768)])
    mask.save(root / "masks" / f"{name}.png")


def tile(side: int = 64, value: int = 100, gsd: float = 0.5, place: str = "here", source: int = 0, **masks) -> Tile:
    image = np.random.default_rng(value).integers(value - 20, value + 20, (3, side, side), dtype=np.uint8)
    return Tile(image, masks or {"building": np.zeros((side, side), np.uint8)}, gsd, place, source)


def test_palette_values_become_classes_and_ignored_ones_unknown(tmp_path: Path) -> None:
    values = np.array([[0, 1, 2], [3, 4, 5]], np.uint8).repeat(2, 0).repeat(2, 1)
    write_tile(tmp_path, "town_1", values)
    config = SingleDateConfig(classes={"building": 1, "water": (3, 4)}, ignore=(5,), gsd_m=0.5)
    (sample,) = load_single_dates(tmp_path, config)
    read = read_tile(sample, config)
    assert read.masks["building"][::2, ::2].tolist() == [[0, 1, 0], [0, 0, UNKNOWN]]
    assert read.masks["water"][::2, ::2].tolist() == [[0, 0, 0], [1, 1, UNKNOWN]]
    assert (read.place, read.gsd_m, read.image.shape) == ("town", 0.5, (3, 4, 6))


def test_one_bit_masks_and_pixel_sizes_by_ending(tmp_path: Path) -> None:
    for name in ("a-1-19", "a-1-20"):
        write_tile(tmp_path, name, np.eye(4, dtype=np.uint8) * 255, palette=False)
        mask = tmp_path / "masks" / f"{name}.png"
        Image.open(mask).convert("1").save(mask)
    config = SingleDateConfig(gsd_m={"-19": 0.3, "-20": 0.15})
    samples = load_single_dates(tmp_path, config)
    assert [s.gsd_m for s in samples] == [0.3, 0.15]
    assert read_tile(samples[0], config).masks["building"].tolist() == np.eye(4).tolist()
    reduced = read_tile(samples[1], config, finest_m=0.3)
    assert reduced.image.shape == (3, 2, 2)
    assert reduced.masks["building"].shape == (2, 2)
    assert reduced.gsd_m == 0.3


def test_places_and_every_nth_tile_stay_out_of_training(tmp_path: Path) -> None:
    for place, number in itertools.product(("banepa", "nairobi"), range(4)):
        write_tile(tmp_path / "set", f"{place}_{number}", np.zeros((2, 2), np.uint8))
    by_place = SourceConfig(
        kind="single_date", path="set", single_date=SingleDateConfig(gsd_m=0.5, left_out_places=("banepa",))
    )
    counted = SourceConfig(kind="single_date", path="set", single_date=SingleDateConfig(gsd_m=0.5, left_out_every=3))
    assert {t.place for t in load_tiles(tmp_path, [by_place], 0.3)} == {"nairobi"}
    assert {t.place for t in load_tiles(tmp_path, [by_place], 0.3, left_out=True)} == {"banepa"}
    out = [s.id for s in load_single_dates(tmp_path / "set", counted.single_date) if s.left_out]
    assert out == ["banepa_0", "banepa_3", "nairobi_2"]


@pytest.mark.parametrize("fault", ["no images", "no mask", "size", "ending"])
def test_bad_single_dates_get_a_sentence(tmp_path: Path, fault: str) -> None:
    config = SingleDateConfig(gsd_m={"-19": 0.3} if fault == "ending" else 0.5)
    if fault != "no images":
        write_tile(tmp_path, "a_1", np.zeros((4, 4), np.uint8))
    if fault == "no mask":
        (tmp_path / "masks" / "a_1.png").unlink()
    if fault == "size":
        Image.fromarray(np.zeros((3, 4), np.uint8)).save(tmp_path / "masks" / "a_1.png")
    expected = {"no images": str(tmp_path), "no mask": "a_1.jpg", "size": "a_1.png", "ending": "a_1.jpg"}[fault]
    with pytest.raises(InputError, match=expected.replace("\\", "\\\\")):
        [read_tile(sample, config) for sample in load_single_dates(tmp_path, config)]


def test_exclusive_or_is_what_a_loop_over_pixels_says() -> None:
    rng = np.random.default_rng(1)
    before = {name: rng.choice([0, 1, UNKNOWN], (9, 7)).astype(np.uint8) for name in ("building", "road", "water")}
    after = {name: rng.choice([0, 1, UNKNOWN], (9, 7)).astype(np.uint8) for name in ("building", "road")}
    labels = exclusive_or(before, after, CHANNELS)
    for row, col in np.ndindex(9, 7):
        b = (int(before["building"][row, col]), int(after["building"][row, col]))
        r = (int(before["road"][row, col]), int(after["road"][row, col]))
        any_change = 1 if {(0, 1), (1, 0)} & {b, r} else UNKNOWN
        expected = [
            UNKNOWN if UNKNOWN in b else int(b == (0, 1)),
            UNKNOWN if UNKNOWN in b else int(b == (1, 0)),
            UNKNOWN if UNKNOWN in r else int(r == (0, 1)),
            UNKNOWN if UNKNOWN in r else int(r[0] != r[1]),
            any_change,
        ]
        assert labels[:, row, col].tolist() == expected


def test_a_class_that_one_place_does_not_label_is_unknown() -> None:
    labels = exclusive_or({"road": np.ones((2, 2), np.uint8)}, {"building": np.ones((2, 2), np.uint8)}, CHANNELS)
    assert (labels == UNKNOWN).all()


def test_still_pairs_are_one_image_twice_without_change() -> None:
    maker = SingleTemporalPairs([tile()], CHANNELS, SingleTemporalConfig(p_static=1.0, gsd_m=(0.5, 0.5)), side=64)
    pair = maker.make(0, np.random.default_rng(0))
    assert pair.changed == 0
    assert not pair.masks.any()
    assert (pair.images[0] == pair.images[1]).all()
    assert (pair.images[0] == maker.tiles[0].image).all()


def test_places_share_a_pixel_size_and_small_tiles_a_mosaic() -> None:
    """Houses of 8 px at 0.5 m are 4 px at 1 m, four of them where one tile no longer fills the pair."""
    mask = np.zeros((64, 64), np.uint8)
    mask[24:32, 24:32] = 1
    config = SingleTemporalConfig(p_static=0.0, gsd_m=(1.0, 1.0), p_same_source=1.0)
    empty = tile(value=60, building=np.zeros((64, 64), np.uint8))
    maker = SingleTemporalPairs([tile(building=mask)], CHANNELS, config, side=64)
    image, masks = maker._view(maker.tiles[0], 1.0, np.random.default_rng(0))
    assert image.shape == (3, 64, 64)
    assert masks["building"].sum() == 4 * 16
    maker = SingleTemporalPairs([tile(building=mask), empty], CHANNELS, config, side=64)
    pair = maker.make(0, np.random.default_rng(3))
    assert set(np.unique(pair.masks[:2])) <= {0, 1}


def test_pixel_sizes_stay_within_what_a_tile_can_show() -> None:
    maker = SingleTemporalPairs([tile(gsd=0.5)], CHANNELS, SingleTemporalConfig(), side=64)
    sizes = [maker._pixel_size(maker.tiles[0], np.random.default_rng(i)) for i in range(200)]
    assert 0.4 <= min(sizes) < 0.45
    assert 1.1 < max(sizes) <= 1.2


def test_half_the_pairs_of_two_sources_mix_them() -> None:
    tiles = [tile(value=60, source=0), tile(value=160, source=1)]
    config = SingleTemporalConfig(p_static=0.0, p_same_source=0.0, gsd_m=(0.5, 0.5))
    maker = SingleTemporalPairs(tiles, CHANNELS, config, side=64)
    means = [maker.make(0, np.random.default_rng(i)).images.mean(axis=(1, 2, 3)) > 110 for i in range(200)]
    mixed = np.mean([low != high for low, high in means])
    assert 0.4 < mixed < 0.6
    assert 0.15 < np.mean([bool(before) and not after for before, after in means]) < 0.35  # either may come first


def test_rare_classes_are_drawn_in_proportion_to_what_tiles_show_of_them() -> None:
    """Of twenty tiles one is full of water and one half full; all others are dry, and none shows a road."""

    def wet(share: float) -> np.ndarray:
        mask = np.zeros((64, 64), np.uint8)
        mask[: int(64 * share)] = 1
        return mask

    dry = np.zeros((64, 64), np.uint8)
    tiles = [tile(value=40 + n, water=wet({0: 1.0, 1: 0.5}.get(n, 0.0)), road=dry) for n in range(20)]
    rng = np.random.default_rng(0)

    def drawn(p_by_class: float) -> list[int]:
        maker = SingleTemporalPairs(tiles, CHANNELS, SingleTemporalConfig(p_by_class=p_by_class), side=64)
        numbers = {id(t): number for number, t in enumerate(tiles)}
        return [numbers[id(maker._draw(0, rng))] for _ in range(600)]

    always, half = np.bincount(drawn(1.0), minlength=20), np.bincount(drawn(0.5), minlength=20)
    assert always[2:].sum() == 0
    assert 0.6 < always[0] / 600 < 0.74  # two thirds of all water
    assert 0.28 < half[0] / 600 < 0.44
    assert 0.35 < half[2:].sum() / 600 < 0.55


def test_fixed_pairs_are_the_same_each_time() -> None:
    maker = SingleTemporalPairs([tile(value=v) for v in (60, 90, 120)], CHANNELS, SingleTemporalConfig(), side=64)
    first, second = fixed_pairs(maker, 5), fixed_pairs(maker, 5)
    assert all((a.images == b.images).all() and (a.masks == b.masks).all() for a, b in zip(first, second, strict=True))
    assert any((a.images != first[0].images).any() for a in first[1:])


def test_no_date_gets_darker_than_asked() -> None:
    images = np.stack([np.full((3, 8, 8), 10, np.uint8), np.full((3, 8, 8), 80, np.uint8)])
    assert keep_light(images, 45).mean(axis=(1, 2, 3)).tolist() == [45, 80]
    assert keep_light(images, 0) is images


def vocabulary() -> Vocabulary:
    return Vocabulary(["the", "scene"])


def test_batches_mix_real_and_made_pairs_and_say_which() -> None:
    sources = (
        SourceConfig(kind="single_date", path="a", single_date=SingleDateConfig(gsd_m=0.5)),
        SourceConfig(kind="single_date", path="b", weight=0.0, single_date=SingleDateConfig(gsd_m=0.5)),
    )
    single = SingleTemporalPairs([tile(), tile(source=1)], CHANNELS, SingleTemporalConfig(), side=64)
    maker = BatchSampler(
        [], sources, CHANNELS, vocabulary(), AugmentConfig(crop=48), 1, (0, 0, 0), (1, 1, 1), 0, single
    )
    batch = maker.batch(0, 0.0, 6)
    assert batch.images.shape == (6, 2, 3, 48, 48)
    assert batch.masks.shape == (6, 5, 48, 48)
    assert batch.made.all()
    assert not any(batch.texts)
    assert set(batch.changed.tolist()) <= {0.0, -1.0}
    again = maker.batch(0, 0.0, 6)
    assert torch.equal(batch.images, again.images)
    assert torch.equal(batch.masks, again.masks)
    assert batch.part(1, 2).made.shape == (3,)


def plain_loss_by_origin(logits: torch.Tensor, masks: torch.Tensor, made: list[bool], smooth: float) -> float:
    """The loss by loops over channels, origins, pairs and pixels."""
    entropies, dices = [], []  # (pairs, value)
    for channel in range(logits.shape[1]):
        pixels, labelled = [], 0
        for origin in (False, True):
            hit = found = wanted = 0.0
            shown = 0
            for pair in range(len(logits)):
                known = masks[pair, channel] != UNKNOWN
                if made[pair] != origin or not known.any():
                    continue
                p, y = logits[pair, channel].sigmoid()[known], (masks[pair, channel] == 1)[known].float()
                labelled, shown = labelled + 1, shown + int(y.any())
                pixels += (-(y * p.log() + (1 - y) * (1 - p).log())).tolist()
                hit, found, wanted = hit + float((p * y).sum()), found + float(p.sum()), wanted + float(y.sum())
            dices.append((shown, 1 - (2 * hit + smooth) / (found + wanted + smooth)))
        if pixels:
            entropies.append((labelled, sum(pixels) / len(pixels)))
    return sum(sum(n * v for n, v in terms) / max(sum(n for n, _ in terms), 1) for terms in (entropies, dices))


def test_dice_of_real_and_made_pairs_is_apart() -> None:
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn(4, 3, 6, 5, generator=generator)
    masks = torch.randint(0, 2, (4, 3, 6, 5), generator=generator, dtype=torch.uint8)
    masks[0, 0] = UNKNOWN
    masks[2, 1, :3] = UNKNOWN
    masks[:, 2] = UNKNOWN  # a channel that nobody labels
    masks[1, 1] = 0  # a pair without that class
    made = [False, True, True, False]
    loss = mask_loss(logits, masks, 5.0, torch.tensor(made))
    assert float(loss) == pytest.approx(plain_loss_by_origin(logits, masks, made, 5.0), rel=1e-5)
    nothing = mask_loss(logits, torch.full_like(masks, UNKNOWN), 5.0, torch.tensor(made))
    assert float(nothing) == 0.0


def test_with_real_pairs_alone_the_loss_is_the_plain_one() -> None:
    logits, masks = torch.randn(3, 2, 6, 5), torch.randint(0, 2, (3, 2, 6, 5), dtype=torch.uint8)
    real = torch.zeros(3, dtype=torch.bool)
    assert float(mask_loss(logits, masks, made=real)) == pytest.approx(float(mask_loss(logits, masks)), rel=1e-5)


@pytest.mark.parametrize(
    "change", [{"sources": [{"kind": "single_date", "path": "a"}]}, {"augment": {"crop": 128}, "loss": {"caption": 1}}]
)
def test_configurations_that_contradict_themselves_are_refused(change: dict) -> None:
    with pytest.raises(ValueError, match=r"single_date|crop"):
        TrainingConfig.model_validate({"name": "x", **change})


def test_scores_of_probabilities_are_those_of_a_sort_and_a_loop() -> None:
    """F1 at a threshold by counting; average precision as the mean precision at the changed pixels."""
    rng = np.random.default_rng(0)
    probabilities = (rng.integers(0, 20, (12, 12)) / 20).astype(np.float32)
    marked, known = rng.random((12, 12)) < 0.3, rng.random((12, 12)) < 0.9
    histogram = Histogram()
    histogram.add(probabilities, marked, known)
    pairs = list(zip(probabilities[known].tolist(), marked[known].tolist(), strict=True))

    def f1(threshold: float) -> float:
        found = [is_changed for p, is_changed in pairs if p >= threshold - 1e-6]
        return 2 * sum(found) / (len(found) + sum(is_changed for _, is_changed in pairs))

    def precision(level: float) -> float:
        found = [is_changed for p, is_changed in pairs if p >= level]
        return sum(found) / len(found)

    scores = histogram.scores(0.4)
    assert scores["f1"] == pytest.approx(f1(0.4), abs=1e-4)
    assert scores["best_f1"] == pytest.approx(max(f1(level / 20) for level in range(20)), abs=1e-4)
    levels = [precision(p) for p, is_changed in pairs if is_changed]
    assert scores["average_precision"] == pytest.approx(sum(levels) / len(levels), abs=1e-4)
    assert Histogram().scores(0.5)["f1"] is None
