"""Every recipe of a paper, shrunk, trains on the tiny tree, gives a pack, and the pack describes a pair."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from describe_changes.core.models.packs import load_pack
from describe_changes.training.commands import CONFIGS, read_settings, train
from describe_changes.training.config import load_config
from describe_changes.training.trainer.csv_logger import read_log
from safetensors.torch import load_file

RECIPES = sorted(path.stem for path in (CONFIGS / "papers").glob("*.yaml"))
SMALL_RESNET = "{embedding_size: 16, hidden_sizes: [16, 16, 32, 32], depths: [1, 1, 1, 1], layer_type: basic}"
SMALL_CLIP = (
    "{hidden_size: 32, intermediate_size: 32, num_hidden_layers: 1, num_attention_heads: 2, patch_size: 32,"
    " image_size: 224}"
)
SMALL = [
    "model.dim=32",
    "model.encoder.weights=none",
    "model.decoder={layers: 1, heads: 2, feedforward: 32}",
    "sources=[{path: levir, split: train}]",
    "validation={path: levir, split: val}",
    "vocabulary.min_count=1",
    "schedule={steps: 2, batch_size: 4, captions_per_pair: 1, warmup_steps: 1, log_grad_norms_every: 1}",
    "precision=32-true",
]
OF_SYSTEM = {
    "rdd": [
        f"model.encoder.options={SMALL_RESNET}",
        "model.difference.heads=2",
        "model.difference.object_vectors=4",
        "loss.text_encoder={kind: minilm}",
    ],
    "hisem": [
        f"model.encoder.options={SMALL_CLIP}",
        "model.encoder.learn_last=1",
        "model.difference.heads=2",
        "model.difference.expert_hidden=16",
        "model.difference.feedforward=32",
    ],
    "dfm": [f"model.encoder.options={SMALL_RESNET}", "model.difference.heads=2"],
}
TERMS = {
    "rdd": {"caption", "n2o", "v2a"},
    "hisem": {"caption", "router", "balance"},
    "dfm": {"caption", "tgcl"},
}


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_trains_packs_and_describes(recipe: str, tiny_data: Path, tmp_path: Path) -> None:
    path = CONFIGS / "papers" / f"{recipe}.yaml"
    system = load_config(path).model.difference.name
    settings = [*SMALL, *OF_SYSTEM[system]]
    assert load_config(path, read_settings(settings)).schedule.steps == 2
    pack_path = train(str(path), settings=settings, data=tiny_data, output=tmp_path / "run", say=lambda line: None)
    figures = read_log(tmp_path / "run")
    for term in TERMS[system]:
        assert math.isfinite(figures[term][1]), term
        assert f"share/{term}" in figures
    assert any(name.startswith("norm/") for name in figures)
    if system == "dfm" and figures["tgcl/pairs"][1] >= 2:  # what was drawn decides; test_losses holds it in any case
        assert figures["encoder_norm/tgcl"][1] > 0  # the contrast reaches the vision encoder
        assert 0 < figures["tgcl/gate"][1] < 1

    from describe_changes.core.predict.device import choose_device
    from describe_changes.core.predict.predictor import Predictor

    pack = load_pack(pack_path)
    rng = np.random.default_rng(0)
    images = rng.integers(0, 255, (1, 2, 3, 256, 256), dtype=np.uint8)
    device = replace(choose_device("cpu"), precision="fp32")  # some processors would take bfloat16
    (prediction,) = Predictor(pack, device).predict(images, np.ones((1, 2, 256, 256), bool))
    mean, std = (np.reshape(values, (1, 1, 3, 1, 1)) for values in (pack.manifest.input.mean, pack.manifest.input.std))
    with torch.no_grad():
        seen = pack.build_model().eval().encode(torch.from_numpy((images / 255 - mean) / std).float())
    calibration = pack.manifest.calibration
    score = torch.sigmoid(calibration.scale * seen.change_logit.double() + calibration.offset)
    assert prediction.change_score == pytest.approx(float(score[0]), abs=1e-4)
    stored = load_file(tmp_path / "run" / "best.safetensors")
    for name, value in pack.build_model().state_dict().items():
        # packs keep half precision
        torch.testing.assert_close(value, stored[name], rtol=1e-2, atol=1e-3, msg=name)
