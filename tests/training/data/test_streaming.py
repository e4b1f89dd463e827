"""Pairs that lie on disk, and pairs of another size than 256 pixels: the same batches, whole runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.models.config import Channel
from describe_changes.core.models.packs import load_pack
from describe_changes.core.models.vocabulary import Vocabulary
from describe_changes.training.config import AugmentConfig, SourceConfig, TrainingConfig
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.pairs import StreamedPair, TrainingPair, load_pairs
from describe_changes.training.packs.export import export_pack
from describe_changes.training.trainer.setup import build_trainer, load_data

SOURCES = [SourceConfig(path="levir"), SourceConfig(path="levir", split="val")]
CHANNELS = (Channel(name="new", class_name="building", transition="appeared"), Channel(name="any", class_name="change"))
SETTINGS = {
    "name": "streamed",
    "model": {
        "dim": 16,
        "encoder": {
            "options": {
                "embedding_size": 16,
                "hidden_sizes": [16, 16, 32, 32],
                "depths": [1, 1, 1, 1],
                "layer_type": "basic",
            }
        },
        "decoder": {"layers": 1, "heads": 2, "feedforward": 16},
        "mask_head": {"width": 8},
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1},
    "schedule": {"steps": 1, "batch_size": 2, "captions_per_pair": 1, "warmup_steps": 1, "validate_every": 1},
    "precision": "32-true",
}


def maker(pairs: list[TrainingPair]) -> BatchSampler:
    vocabulary = Vocabulary.build([caption for pair in pairs for caption in pair.captions], 1)
    return BatchSampler(pairs, SOURCES, CHANNELS, vocabulary, AugmentConfig(), 2, (0.5,) * 3, (0.2,) * 3, 3)


def test_pairs_on_disk_give_the_same_batches(tiny_data: Path) -> None:
    kept = load_pairs(tiny_data, SOURCES, CHANNELS)
    streamed = load_pairs(tiny_data, SOURCES, CHANNELS, memory_gb=1e-6)
    assert all(isinstance(pair, StreamedPair) and pair.images.size == pair.masks.size == 0 for pair in streamed)
    assert not any(isinstance(pair, StreamedPair) for pair in kept)
    for mine, other in zip(streamed, kept, strict=True):
        np.testing.assert_array_equal(mine.loaded().images, other.images)
        assert (mine.captions, mine.changed, mine.source) == (other.captions, other.changed, other.source)
    here, there = maker(kept), maker(streamed)
    for step in range(4):
        one, two = here.batch(step, 0.5, 4), there.batch(step, 0.5, 4)
        assert torch.equal(one.images, two.images)
        assert torch.equal(one.masks, two.masks)
        assert torch.equal(one.tokens, two.tokens)
        assert one.texts == two.texts
    assert torch.equal(here.eval_batch(kept[:3]).images, there.eval_batch(streamed[:3]).images)


def test_masks_without_captions_tell_of_change_from_disk_too(tiny_data: Path, tmp_path: Path) -> None:
    import shutil

    for kind in ("A", "B", "label"):
        shutil.copytree(tiny_data / "levir" / "images" / "train" / kind, tmp_path / "cd" / "train" / kind)
    source = [SourceConfig(path="cd")]
    kept, streamed = (load_pairs(tmp_path, source, CHANNELS, memory_gb=limit) for limit in (1.0, 1e-6))
    assert [pair.changed for pair in streamed] == [pair.changed for pair in kept] == [-1, 1, -1, 1]


@pytest.mark.parametrize("memory_gb", [4.0, 1e-6])
@pytest.mark.parametrize("views", [0, 2])
def test_a_run_trains_and_packs_at_the_tile_size_it_names(
    tiny_data: Path, tmp_path: Path, memory_gb: float, views: int
) -> None:
    config = TrainingConfig.model_validate({**SETTINGS, "memory_gb": memory_gb, "input": {"tile_size": 128}})
    if views:
        encoder = config.model.encoder.model_copy(update={"frozen": True})
        config = config.model_copy(
            update={
                "model": config.model.model_copy(update={"encoder": encoder}),
                "augment": AugmentConfig(cached_views=views),
            }
        )
    data = load_data(config, tiny_data)
    assert {pair.loaded().images.shape for pair in data.pairs} == {(2, 3, 128, 128)}
    trainer = build_trainer(config, tmp_path / "run", tiny_data, loaded=data)
    batch = trainer.batches.batch(0, 0.0, 2)
    assert batch.masks.shape[-2:] == (128, 128)
    assert trainer.fit()
    pack = load_pack(export_pack(tmp_path / "run", tmp_path / "pack", tiny_data).path)
    assert pack.manifest.input.tile_size == 128
