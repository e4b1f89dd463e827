"""The training room on a tiny tree: it learns, goes on after a kill with the same curve, and a pack comes out."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml
from describe_changes.core.errors import InputError
from describe_changes.core.models.config import Channel
from describe_changes.core.models.packs import load_pack
from describe_changes.training.commands import read_settings, train
from describe_changes.training.config import AugmentConfig, SourceConfig, load_config
from describe_changes.training.data.augmentation import BatchSampler
from describe_changes.training.data.pairs import load_pairs
from describe_changes.training.losses.mask import UNKNOWN
from describe_changes.training.trainer.csv_logger import read_log
from describe_changes.training.trainer.setup import build_trainer

SETTINGS = {
    "name": "tiny",
    "model": {
        "dim": 16,
        "encoder": {
            "options": {
                "embedding_size": 16,
                "hidden_sizes": [16, 16, 32, 32],  # torch 2.13 crashes in the backward pass of 8-channel convolutions
                "depths": [1, 1, 1, 1],
                "layer_type": "basic",
            }
        },
        "decoder": {"layers": 1, "heads": 2, "feedforward": 16},
        "mask_head": {"width": 8},
        "mask_tokens": True,
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1, "corpus": "levir/text.json"},
    "schedule": {
        "steps": 6,
        "text_pretrain_steps": 2,
        "batch_size": 2,
        "captions_per_pair": 2,
        "warmup_steps": 2,
        "validate_every": 3,
        "checkpoint_every": 2,
    },
    "precision": "32-true",
}


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(SETTINGS))
    return path


def losses(folder: Path) -> dict[int, float]:
    with (folder / "metrics.csv").open() as stream:
        return {int(step): float(value) for step, name, value in csv.reader(stream) if name == "loss"}


def weights(folder: Path) -> dict[str, np.ndarray]:
    from safetensors.numpy import load_file

    return load_file(folder / "checkpoint.safetensors")


def test_train_makes_a_pack_that_loads(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    path = train(str(config_file), data=tiny_data, output=tmp_path / "run", settings=["seed=1"], say=lines.append)
    pack = load_pack(path)
    assert pack.name == "tiny"
    assert pack.manifest.training["seed"] == 1
    assert {"house", "difference"} <= set(pack.vocabulary.words)
    table = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert table["n"] == 2
    assert any("step" in line for line in lines)


def test_a_killed_run_goes_on_to_the_same_weights(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    straight = build_trainer(load_config(config_file), tmp_path / "straight", tiny_data)
    straight.fit()
    script = (
        "import sys, time; from pathlib import Path\n"
        "from describe_changes.training.config import load_config\n"
        "from describe_changes.training.trainer.setup import build_trainer\n"
        "trainer = build_trainer(load_config(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3]))\n"
        "step = trainer._train_step\n"
        "def slow(batch):\n"
        "    if trainer.step == 5: print('at 5', flush=True); time.sleep(600)\n"
        "    return step(batch)\n"
        "trainer._train_step = slow; trainer.fit()\n"
    )
    command = [sys.executable, "-c", script, str(config_file), str(tmp_path / "killed"), str(tiny_data)]
    same = {**os.environ, "OMP_NUM_THREADS": str(torch.get_num_threads())}  # sums of another number differ in bits
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=same) as process:
        assert process.stdout is not None
        assert "at 5" in process.stdout.read(5)
        os.kill(process.pid, signal.SIGKILL)
    again = build_trainer(load_config(config_file), tmp_path / "killed", tiny_data)
    assert again.step == 4  # the last checkpoint before the kill
    again.fit()
    for name, value in weights(tmp_path / "straight").items():
        np.testing.assert_array_equal(value, weights(tmp_path / "killed")[name], err_msg=name)


def test_a_bar_shows_the_steps_on_a_terminal_and_only_there(
    config_file: Path, tiny_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for number, (stream, wanted) in enumerate(((Terminal(), True), (io.StringIO(), False))):
        monkeypatch.setattr(sys, "stderr", stream)
        run = tmp_path / f"run{number}"
        build_trainer(load_config(config_file, {"schedule.steps": "2"}), run, tiny_data).fit(bar=True)
        assert ("Training tiny" in stream.getvalue()) is wanted


def test_loss_falls_on_pairs_that_can_be_learned(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    overrides = read_settings(["schedule.steps=60", "schedule.text_pretrain_steps=0", "augment.p_static=0"])
    overrides |= {"augment.color_jitter": "0"}
    overrides |= {"schedule.validate_every": "1000", "schedule.learning_rate": "0.01", "augment.p_swap_dates": "0"}
    overrides |= {"loss.label_smoothing": "0", "model.decoder.dropout": "0"}
    trainer = build_trainer(load_config(config_file, overrides), tmp_path / "run", tiny_data)
    trainer.fit()
    curve = losses(tmp_path / "run")
    assert curve[60] < 0.6 * curve[1]


def test_a_run_stops_early_once_validation_no_longer_improves(
    config_file: Path, tiny_data: Path, tmp_path: Path
) -> None:
    overrides = read_settings(["schedule.steps=9", "schedule.validate_every=1", "schedule.patience=1"])
    trainer = build_trainer(load_config(config_file, overrides), tmp_path / "run", tiny_data)
    scores = [1.0, 2.0, 0.5, 0.6, 3.0]
    trainer.validate = lambda model: {"score": scores.pop(0)}
    assert trainer.fit()
    assert scores == [3.0]  # two misses are more than one
    assert trainer.step == 2 + 4  # text stage, pairs
    assert trainer.best == 2.0
    assert build_trainer(load_config(config_file, overrides), tmp_path / "run", tiny_data).step == trainer.step


def test_gradient_norms_are_measured_in_mixed_precision_too(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    """Fabric refuses to differentiate what a forward gave in mixed precision, which a graphics card trains in."""
    norms = {}
    for precision in ("32-true", "bf16-mixed"):
        settings = read_settings(
            [f"precision={precision}", "schedule.log_grad_norms_every=1", "schedule.text_pretrain_steps=0"]
        )
        build_trainer(load_config(config_file, settings), tmp_path / precision, tiny_data).fit()
        norms[precision] = read_log(tmp_path / precision)["norm/caption"]
    assert len(norms["bf16-mixed"]) == SETTINGS["schedule"]["steps"]
    assert norms["bf16-mixed"][1] == pytest.approx(norms["32-true"][1], rel=0.1)


def test_a_run_stops_at_its_time_and_can_go_on(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    trainer = build_trainer(load_config(config_file), tmp_path / "run", tiny_data)
    assert not trainer.fit(until=time.monotonic())
    assert build_trainer(load_config(config_file), tmp_path / "run", tiny_data).step == 1


def test_what_a_source_does_not_label_is_unknown(tiny_data: Path) -> None:
    channels = [
        Channel(name="new", class_name="building", transition="appeared"),
        Channel(name="gone", class_name="building", transition="disappeared"),
        Channel(name="any", class_name="change"),
    ]
    source = SourceConfig(path="levir", split="train")
    unchanged, changed, *_ = load_pairs(tiny_data, [source], channels)
    assert unchanged.masks.max() == 0
    new, gone, anything = changed.masks
    assert int((new == 1).sum()) == 70 * 70
    assert int((gone == 1).sum()) == 0
    assert set(np.unique(anything)) == {1, UNKNOWN}  # other kinds of change may lie outside the building mask


def test_swapped_dates_swap_the_channels_and_the_caption(tiny_data: Path, config_file: Path) -> None:
    config = load_config(config_file)
    assert config.model.mask_head is not None
    channels = config.model.mask_head.channels
    pairs = [p for p in load_pairs(tiny_data, config.sources, channels) if p.changed]
    from describe_changes.core.models.vocabulary import Vocabulary

    words = "a house building is has been removed disappears demolished in the top left corner".split()
    augment = AugmentConfig(p_swap_dates=1.0, p_static=0.0, color_jitter=0.0, max_shift_px=0, flip_rotate=False)
    vocabulary = Vocabulary(words)
    maker = BatchSampler(pairs, config.sources, channels, vocabulary, augment, 3, (0, 0, 0), (1, 1, 1), seed=0)
    batch = maker.batch(0, 0.0, 2)
    assert float(batch.images[0, 0].max()) > 0.9 > float(batch.images[0, 1].max())
    assert int((batch.masks[0, 1] == 1).sum()) == 70 * 70
    assert int((batch.masks[0, 0] == 1).sum()) == 0
    caption = vocabulary.decode(batch.tokens[0, 0, 1:].tolist())
    assert caption.endswith("top left corner") or "top left corner" in caption
    assert any(word in caption for word in ("removed", "disappears", "demolished"))


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (["schedule.stepz=3"], r"schedule\.stepz"),
        (["schedule.steps=many"], r"schedule\.steps"),
        (["seed"], "key=value"),
        (["sources=[{path: nowhere}]"], "does not exist"),
    ],
)
def test_bad_settings_are_named(
    config_file: Path, tiny_data: Path, tmp_path: Path, settings: list[str], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        train(str(config_file), data=tiny_data, output=tmp_path / "run", settings=settings)


@pytest.fixture(scope="module")
def two_steps(tiny_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a finished run of two steps; to be copied."""
    folder = tmp_path_factory.mktemp("two steps")
    (folder / "tiny.yaml").write_text(yaml.safe_dump(SETTINGS))
    train(str(folder / "tiny.yaml"), data=tiny_data, output=folder / "run", settings=["schedule.steps=2"])
    return folder / "run"


@pytest.mark.parametrize("rate", ["1e30", ".nan"])
def test_a_loss_that_is_no_number_stops_and_is_named(
    config_file: Path, tiny_data: Path, tmp_path: Path, two_steps: Path, rate: str
) -> None:
    """Nothing is written over by weights that are no numbers: what was there before is there after."""
    shutil.copytree(two_steps, tmp_path / "run")
    kept = {path: path.read_bytes() for path in sorted((tmp_path / "run").rglob("*.safetensors"))}
    with pytest.raises(InputError, match=r"stopped at step \d+, .*checkpoint\.safetensors of an earlier step is kept"):
        train(
            str(config_file),
            data=tiny_data,
            output=tmp_path / "run",
            settings=["schedule.steps=12", f"schedule.learning_rate={rate}", "schedule.checkpoint_every=1"],
        )
    for path, content in kept.items():
        if path.name != "checkpoint.safetensors":
            assert path.read_bytes() == content, path
    assert all(np.isfinite(value).all() for value in weights(tmp_path / "run").values())


def test_a_first_step_without_numbers_writes_nothing(config_file: Path, tiny_data: Path, tmp_path: Path) -> None:
    trainer = build_trainer(load_config(config_file), tmp_path / "run", tiny_data)
    with torch.no_grad():
        next(trainer.unwrapped.decoder.parameters()).fill_(float("nan"))
    with pytest.raises(InputError, match=r"stopped at step 1, .* \(text nan\); nothing was written"):
        trainer.fit()
    assert not list((tmp_path / "run").glob("*.safetensors"))


@pytest.mark.parametrize(("damage", "sentence"), [("cut", "is damaged"), ("other", "another model or vocabulary")])
def test_checkpoints_that_do_not_fit_are_named(
    config_file: Path, tiny_data: Path, tmp_path: Path, damage: str, sentence: str
) -> None:
    config = load_config(config_file)
    build_trainer(config, tmp_path / "run", tiny_data)._checkpoint()
    path = tmp_path / "run" / "checkpoint.safetensors"
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:1000])
    else:
        config = load_config(config_file, {"model.dim": "32"})
    with pytest.raises(InputError, match=sentence):
        build_trainer(config, tmp_path / "run", tiny_data)


def test_an_unknown_configuration_lists_the_known(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="default"):
        train("nonsense", output=tmp_path)
