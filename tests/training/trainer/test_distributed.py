"""Two processes (torchrun, gloo, CPU) train as one does: the same losses, the same weights, one log and one pack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml
from describe_changes.core.errors import InputError
from describe_changes.core.models.packs import load_pack
from describe_changes.training.commands import read_settings
from describe_changes.training.config import load_config
from describe_changes.training.losses.mask import mask_loss
from describe_changes.training.trainer.csv_logger import read_log
from describe_changes.training.trainer.setup import build_trainer
from safetensors.numpy import load_file

# No batch norm and no dropout: what one process does to its half of a batch must not depend on that half.
SWIN = {
    **{"image_size": 256, "patch_size": 16, "embed_dim": 16, "depths": [1, 1], "num_heads": [2, 2], "window_size": 4},
    **{"drop_path_rate": 0.0, "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0},
}
BASE = {
    "name": "ranks",
    "model": {
        "dim": 32,
        "encoder": {"backbone": "swin", "options": SWIN, "stages": ["stage1", "stage2"]},
        "decoder": {"layers": 1, "heads": 2, "feedforward": 32, "dropout": 0.0},
        "mask_head": None,
        "scene_tokens": True,
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1, "corpus": "levir/text.json"},
    "loss": {"text_encoder": {"kind": "minilm"}},
    "schedule": {
        **{"steps": 4, "text_pretrain_steps": 1, "batch_size": 6, "captions_per_pair": 2, "warmup_steps": 2},
        "learning_rate": 0.01,
        **{"validate_every": 2, "checkpoint_every": 5, "log_grad_norms_every": 1},
    },
    "precision": "32-true",
}
SYSTEMS = {
    "rdd": [
        "model.difference={name: rdd, heads: 2, object_vectors: 4, action_vectors: 2, dropout: 0.0}",
        "loss.attributes={prompt: learnable, prompt_tokens: 2}",
    ],
    "hisem_soft": [
        "model.difference={name: hisem, heads: 2, layers: 1, routing: soft, expert_hidden: 16, dropout: 0.0}",
        "loss.router={detached_epochs: 0, rise_epochs: 1, balance: 0.1}",
    ],
    "hisem_hard": [
        "model.difference={name: hisem, heads: 2, layers: 1, expert_hidden: 16, feedforward: 32, dropout: 0.0}",
        "loss.router={detached_epochs: 0, rise_epochs: 1, forced_epochs: 9, balance: 0.1}",
        # At 0.01 Adam amplifies rounding until terms differ by a thousandth at the last step; here, by a millionth.
        "schedule.learning_rate=0.001",
    ],
    "dfm": ["model.difference={name: dfm, heads: 2, feedforward: 32, dropout: 0.0}", "loss.text_guided={weight: 0.5}"],
}
ROUNDING_OF = {"val/change_loss": 2**-7}  # one logit per pair, in bfloat16 where the processor knows it: 8 bits
TRAIN_ALL = """
import sys
from pathlib import Path
import torch
from describe_changes.training.config import load_config
from describe_changes.training.losses.mask import mask_loss
from describe_changes.training.trainer.setup import build_trainer
for path in sys.argv[2:]:
    build_trainer(load_config(Path(path)), Path(path).with_suffix(""), Path(sys.argv[1])).fit()
rank = torch.distributed.get_rank()
whole = torch.load(Path(sys.argv[0]).with_name("masks.pt"))
logits = whole["logits"][rank::2].clone().requires_grad_()
loss = mask_loss(logits, whole["masks"][rank::2])
loss.backward()
torch.save({"loss": loss.detach(), "gradient": logits.grad}, Path(sys.argv[0]).with_name(f"mask-{rank}.pt"))
"""


def write(path: Path, settings: list[str]) -> Path:
    base = path.with_name("base.yaml")
    base.write_text(yaml.safe_dump(BASE))
    path.write_text(load_config(base, read_settings(settings)).model_dump_json())  # JSON is YAML
    return path


def torchrun(*command: str | Path) -> None:
    """Run a script or module in two processes."""
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [*launcher, *map(str, command)], capture_output=True, text=True, timeout=600, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]


def terms(folder: Path) -> dict[str, dict[int, float]]:
    """Losses, shares and gradient norms of a run; no times."""
    return {name: curve for name, curve in read_log(folder).items() if name != "seconds"}


def assert_same_run(one: Path, two: Path) -> None:
    single, double = terms(one), terms(two)
    assert set(single) == set(double)
    for name, curve in single.items():
        assert double[name] == pytest.approx(curve, rel=ROUNDING_OF.get(name, 2e-4), abs=2e-5), name
    weights = load_file(two / "checkpoint.safetensors")
    for name, value in load_file(one / "checkpoint.safetensors").items():
        if name.startswith("model."):
            # Adam makes rounding noise of a gradient near zero a part of a step (0.01): a few weights may stray
            close = np.isclose(weights[name], value, rtol=1e-3, atol=2e-4)
            assert close.mean() > 0.99, name
            np.testing.assert_allclose(weights[name], value, atol=5e-3, err_msg=name)


def test_two_processes_give_the_losses_and_weights_of_one(tiny_data: Path, tmp_path: Path) -> None:
    double, single = tmp_path / "double", tmp_path / "single"
    for folder in (double, single):
        folder.mkdir()
    paths = [write(double / f"{system}.yaml", settings) for system, settings in SYSTEMS.items()]
    script = tmp_path / "train_all.py"
    script.write_text(TRAIN_ALL)
    logits, masks = torch.randn(4, 3, 8, 8), torch.randint(3, (4, 3, 8, 8)).to(torch.uint8)
    masks[masks == 2] = 255
    masks[1:, 1] = 255  # one process has no labelled pixel of the second channel
    torch.save({"logits": logits, "masks": masks}, tmp_path / "masks.pt")
    torchrun(script, tiny_data, *paths)
    for system, settings in SYSTEMS.items():
        path = write(single / f"{system}.yaml", settings)
        build_trainer(load_config(path), path.with_suffix(""), tiny_data).fit()
        assert_same_run(single / system, double / system)
    logits.requires_grad_()
    loss = mask_loss(logits, masks)
    loss.backward()
    for rank in range(2):
        shared = torch.load(tmp_path / f"mask-{rank}.pt")
        torch.testing.assert_close(shared["loss"], loss.detach())
        torch.testing.assert_close(shared["gradient"] / 2, logits.grad[rank::2])  # DDP takes the mean of two
    assert terms(double / "rdd")["n2o"][2] > 0.01
    assert terms(double / "dfm")["norm/tgcl"][3] > 0


def test_the_command_under_torchrun_writes_one_log_and_one_pack(tiny_data: Path, tmp_path: Path) -> None:
    config = write(tmp_path / "ranks.yaml", [])
    torchrun("-m", "describe_changes.cli", "train", config, "--data", tiny_data, "-o", tmp_path / "run")
    assert load_pack(tmp_path / "run" / "pack").name == "ranks"
    rows = (tmp_path / "run" / "metrics.csv").read_text().splitlines()
    assert len(rows) == len({tuple(row.split(",")[:2]) for row in rows})  # nobody wrote a second time
    assert (tmp_path / "run" / "evaluation.json").exists()


def test_a_batch_that_cannot_be_shared_out_is_refused(
    tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from describe_changes.training.trainer import trainer

    fabric = trainer._fabric(load_config(write(tmp_path / "ranks.yaml", [])))
    monkeypatch.setattr(type(fabric), "world_size", property(lambda self: 4))
    with pytest.raises(InputError, match=r"schedule\.batch_size is 6; 4 processes need a multiple of 4"):
        build_trainer(load_config(tmp_path / "ranks.yaml"), tmp_path / "run", tiny_data)
