"""Masks of another detector as a second target: at a random level of its probability, in the direction of the pair."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import Channel
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import AugmentConfig, SourceConfig
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.pairs import SIDE, TrainingPair, load_pairs
from describe_changes.training.losses.mask import UNKNOWN
from PIL import Image

CHANNELS = (
    Channel(name="new", class_name="building", transition="appeared"),
    Channel(name="gone", class_name="building", transition="disappeared"),
    Channel(name="any", class_name="change"),
)
STILL = {"flip_rotate": False, "p_swap_dates": 0.0, "color_jitter": 0.0, "max_shift_px": 0, "p_static": 0.0}


def views(pair: TrainingPair, count: int, **augment: float) -> list[np.ndarray]:
    config = AugmentConfig(**{**STILL, **augment})
    sampler = BatchSampler(
        [pair], [SourceConfig(path="x")], CHANNELS, Vocabulary(["a"]), config, 1, (0,) * 3, (1,) * 3, 0
    )
    return [sampler.augment(pair, np.random.default_rng(step)).masks for step in range(count)]


def ramp(masks: np.ndarray) -> TrainingPair:
    """A pair of which a detector is the surer the further to the right."""
    likely = np.tile(np.linspace(0, 255, 32).astype(np.uint8), (32, 1))
    return TrainingPair(np.zeros((2, 3, 32, 32), np.uint8), masks, (), 1, 0, soft_mask=likely)


def test_levels_are_drawn_so_that_a_pixel_is_marked_as_often_as_it_is_likely() -> None:
    masks = np.zeros((3, 32, 32), np.uint8)
    masks[0, :, 20:] = 1
    masks[2] = np.where(masks[0], 1, UNKNOWN)
    pair = ramp(masks)
    seen = views(pair, 400, p_soft_masks=1.0)
    assert all(set(np.unique(view[0])) <= {0, 1} and (np.diff(view[0][0].astype(int)) >= 0).all() for view in seen)
    often = np.mean([view[0] for view in seen], axis=0)[0]
    np.testing.assert_allclose(often, np.linspace(0, 1, 32), atol=0.08)
    assert not any(view[1].any() or (view[2] != masks[2]).any() for view in seen), "other channels stay"
    assert all((view == masks).all() for view in views(pair, 20, p_soft_masks=0.0))
    half = views(pair, 400, p_soft_masks=0.5)
    assert 150 < sum(bool((view == masks).all()) for view in half) < 260
    assert (pair.masks == masks).all(), "the pair itself is not touched"


def test_what_went_goes_and_what_nobody_knows_stays_unknown() -> None:
    masks = np.zeros((3, 32, 32), np.uint8)
    masks[1, :, 20:] = 1
    masks[1, :4] = UNKNOWN
    for view in views(ramp(masks), 20, p_soft_masks=1.0):
        assert not view[0].any()
        assert (view[1, :4] == UNKNOWN).all()
        assert set(np.unique(view[1, 4:])) <= {0, 1}
    for view in views(ramp(np.zeros((3, 32, 32), np.uint8)), 20, p_soft_masks=1.0):
        assert not view[1].any(), "without masks that went, buildings come"


def test_soft_masks_are_read_beside_their_pairs_from_memory_and_from_disk(tiny_data: Path, tmp_path: Path) -> None:
    source = SourceConfig(path="levir", soft_masks=str(tmp_path))  # an absolute path stays what it is
    names = sorted(path.stem for path in (tiny_data / "levir" / "images" / "train" / "A").iterdir())
    with Image.open(next((tiny_data / "levir" / "images" / "train" / "A").iterdir())) as image:
        size = image.size
    likely = np.arange(size[0] * size[1], dtype=np.uint32).reshape(size[::-1]) % 251
    Image.fromarray(likely.astype(np.uint8)).save(tmp_path / f"{names[0]}.png")
    kept = load_pairs(tiny_data, [source], CHANNELS)
    streamed = load_pairs(tiny_data, [source], CHANNELS, memory_gb=1e-6)
    for pairs in (kept, [pair.loaded() for pair in streamed]):
        soft = [pair.soft_mask for pair in pairs]
        assert [mask is not None for mask in soft].count(True) == 1
        (own,) = [mask for mask in soft if mask is not None]
        assert own.shape == (SIDE, SIDE)
        if size == (SIDE, SIDE):
            np.testing.assert_array_equal(own, likely)
    Image.fromarray(likely[:9].astype(np.uint8)).save(tmp_path / f"{names[0]}.png")
    with pytest.raises(InputError, match=r"soft mask .* pixels, its pair"):
        load_pairs(tiny_data, [source], CHANNELS)
