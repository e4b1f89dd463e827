"""What a run needs on a card, counted at two small batches: right for a third one, and a sum of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from describe_changes.training.config import TrainingConfig
from describe_changes.training.needs import BATCHES, _step, count_needs
from describe_changes.training.smoke_test import draw_pairs

RESNET = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}
SETTINGS = {
    "name": "tiny",
    "model": {
        "dim": 16,
        "encoder": {"options": RESNET, "stages": ["stage3", "stage4"]},
        "decoder": {"layers": 1, "heads": 2, "feedforward": 16, "dropout": 0.0},
        "mask_head": None,
    },
    "loss": {"mask": 0},
    "input": {"tile_size": 64, "overlap": 16},
    "schedule": {"steps": 1000, "batch_size": 8, "captions_per_pair": 1, "ema_decay": 0},
}


def test_needs_at_the_runs_batch_are_those_of_a_step_of_it(tmp_path: Path) -> None:
    config = TrainingConfig.model_validate(SETTINGS)
    needs = count_needs(config, tmp_path)
    draw_pairs(tmp_path)
    kept, flops, learned, frozen, _ = _step(config, 8, tmp_path)
    assert 8 not in BATCHES
    assert needs.kept_gb * 1e9 == pytest.approx(kept, rel=0.03)  # captions differ in length
    assert needs.step_tflop * 1e12 == pytest.approx(flops, rel=0.03)
    assert (needs.learned, needs.frozen) == (learned, frozen)
    assert needs.memory_gb * 1e9 == pytest.approx(needs.kept_gb * 1e9 + 16 * learned)
    assert needs.run_eflop == pytest.approx(needs.step_tflop / 1e6 * 1000)
    assert needs.hours(10) == pytest.approx(needs.run_eflop * 1e6 / 10 / 3600)


def test_a_frozen_encoder_keeps_less_and_a_moving_average_takes_its_share(tmp_path: Path) -> None:
    plain = count_needs(TrainingConfig.model_validate(SETTINGS), tmp_path / "plain")
    still = TrainingConfig.model_validate({**SETTINGS, "schedule": {**SETTINGS["schedule"], "ema_decay": 0.9}})
    encoder = still.model.encoder.model_copy(update={"frozen": True})
    still = still.model_copy(update={"model": still.model.model_copy(update={"encoder": encoder})})
    frozen = count_needs(still, tmp_path / "frozen")
    assert frozen.kept_gb < plain.kept_gb / 2
    assert frozen.learned + frozen.frozen == plain.learned
    averaged = frozen.memory_gb - frozen.kept_gb - 4e-9 * (4 * frozen.learned + frozen.frozen)
    assert averaged * 1e9 / 4 >= frozen.learned
