"""A small drawn data set, on which a configuration shows in minutes that it trains, and what its full run needs.

The pairs are painted here: ground, a road, trees and houses; in every other pair houses appear in one corner. They are
no measure of anything, they only have something to learn in them.
"""

from __future__ import annotations

import json
import resource
import statistics
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .config import SourceConfig, TrainingConfig, VocabularyConfig
from .data.pairs import SIDE
from .trainer.csv_logger import read_log
from .trainer.trainer import Trainer

FOLDER = "tiny"
COUNTS = {"train": 48, "val": 16}
STEPS, VALIDATE_EVERY = 60, 15
_PAIR_MB = 0.6
_LEARNED = 0.05
"""Validation loss per word or flag below which nothing is left to learn."""
_NUMBERS = ("a house", "two houses", "three houses")
_SAME = ("there is no difference", "the scene is the same as before", "no change has occurred")


def smoke_test_config(config: TrainingConfig) -> TrainingConfig:
    """The same model, losses and augmentation on the drawn pairs, for a few steps.

    Args:
        config: of the full run.
    """
    schedule = config.schedule.model_copy(
        update={
            "steps": STEPS,
            "text_pretrain_steps": 0,
            "warmup_steps": 5,
            "validate_every": VALIDATE_EVERY,
            "checkpoint_every": STEPS,
            "ema_decay": 0.9,
        }
    )
    return config.model_copy(
        update={
            "name": f"{config.name}-tiny",
            "sources": (SourceConfig(path=FOLDER, split="train"),),
            "validation": SourceConfig(path=FOLDER, split="val"),
            "vocabulary": VocabularyConfig(min_count=1),
            "schedule": schedule,
        }
    )


def draw_pairs(root: Path, seed: int = 0) -> Path:
    """Paint the data set in the layout of LEVIR-CC with masks.

    Args:
        root: data folder; the set becomes its folder `tiny`.
        seed: of everything drawn.

    Returns:
        The folder of the set.
    """
    rng = np.random.default_rng(seed)
    entries = []
    for split, count in COUNTS.items():
        for index in range(count):
            before, after, label, captions = _draw_pair(index % 2 == 1, rng)
            name = f"{split}_{index:06d}.png"
            for kind, image in (("A", before), ("B", after), ("label", label)):
                path = root / FOLDER / "images" / split / kind / name
                path.parent.mkdir(parents=True, exist_ok=True)
                Image.fromarray(image).save(path)
            sentences = [{"raw": f" {text} .", "tokens": text.split()} for text in captions]
            entries.append(
                {"filepath": split, "filename": name, "split": split, "changeflag": index % 2, "sentences": sentences}
            )
    (root / FOLDER / "LevirCCcaptions.json").write_text(json.dumps({"images": entries}), encoding="utf-8")
    return root / FOLDER


def _draw_pair(
    changed: bool, rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8], tuple[str, ...]]:
    """Both dates (H, W, 3), the mask of new houses (H, W) and the captions."""
    ground = rng.normal((118, 112, 92), 12, 3) + rng.normal(0, 5, (SIDE, SIDE, 3))
    road = int(rng.integers(SIDE // 2 - 14, SIDE // 2 + 2))
    ground[:, road : road + 12] = rng.normal(135, 4, (SIDE, 12, 1))
    for row, col in rng.integers(0, SIDE - 8, (40, 2)):
        ground[row : row + 8, col : col + 8] = (62, 92, 52)
    for _ in range(int(rng.integers(0, 4))):
        row, col = rng.integers(0, SIDE - 40, 2)
        _house(ground, int(row), int(col), rng)
    after, label = ground.copy(), np.zeros((SIDE, SIDE), np.uint8)
    captions = _SAME
    if changed:
        count, bottom, right = int(rng.integers(1, 4)), bool(rng.integers(2)), bool(rng.integers(2))
        for _ in range(count):
            row, col = rng.integers(4, SIDE // 2 - 50, 2) + np.array([bottom, right]) * (SIDE // 2 + 6)
            rows, cols = _house(after, int(row), int(col), rng)
            label[rows, cols] = 255
        where = f"{'bottom' if bottom else 'top'} {'right' if right else 'left'}"
        what, verb = _NUMBERS[count - 1], "is" if count == 1 else "are"
        captions = (
            f"{what} {verb} built in the {where} corner",
            f"{what} appear{'s' if count == 1 else ''} in the {where}",
            f"{what} {verb} built at the {where} of the scene",
        )
    after = after * rng.uniform(0.9, 1.1) + rng.normal(0, 3, after.shape)
    return _bytes(ground), _bytes(after), label, captions


def _house(scene: NDArray[np.float64], row: int, col: int, rng: np.random.Generator) -> tuple[slice, slice]:
    """A roof in two shades with a shadow beside it; returns rows and columns of the roof."""
    height, width = (int(v) for v in rng.integers(22, 40, 2))
    roof = np.array([[190, 180, 172], [178, 112, 92], [150, 158, 170]][int(rng.integers(3))], float)
    scene[row + 4 : row + height + 4, col + width : col + width + 5] *= 0.5
    scene[row : row + height // 2, col : col + width] = roof * 1.08
    scene[row + height // 2 : row + height, col : col + width] = roof * 0.92
    return slice(row, row + height), slice(col, col + width)


def _bytes(scene: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(scene, 0, 255)).astype(np.uint8)


def report_needs(full: TrainingConfig, trainer: Trainer, data: Path) -> list[str]:
    """What the run on the drawn pairs showed, and what the full run needs on this machine.

    Args:
        full: configuration of the full run.
        trainer: of the finished run on the drawn pairs.
        data: data folder of the full run; need not exist.
    """
    log = read_log(trainer.folder)
    judged = "mask" if full.masks_only else "caption" if full.loss.caption else "change"
    losses = [value for _, value in sorted(log[f"val/{judged}_loss"].items())]
    seconds = statistics.median(log["seconds"].values())
    schedule = full.schedule
    hours = seconds * (schedule.steps + schedule.text_pretrain_steps) / 3600
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    fell = "does not fall: something is wrong with this configuration"
    if losses[-1] < losses[0]:
        fell = "falls"
    elif losses[-1] < _LEARNED:
        fell = "was learned before it was measured first"
    return [
        f"validation loss of the {judged} on the drawn pairs: {' → '.join(f'{loss:.2f}' for loss in losses)} ({fell})",
        f"the full run '{full.name}': {schedule.steps + schedule.text_pretrain_steps:,} steps of {schedule.batch_size} "
        f"pairs at {seconds:.2f} s a step on this machine: {_duration(hours)}, validation not counted",
        f"memory: this run took {resident:.1f} GB; the full run keeps pairs in memory, "
        f"{_PAIR_MB} MB each of 256 pixels, up to {full.memory_gb:g} GB, and reads them from disk beyond that",
        *(_source_line(source, data) for source in full.sources),
    ]


def _source_line(source: SourceConfig, data: Path) -> str:
    there = (data / source.path).exists()
    return f"data: {source.path} {'is there' if there else f'is missing below {data}; see docs/training.md'}"


def _duration(hours: float) -> str:
    return f"{hours:.1f} hours" if hours >= 1 else f"{hours * 60:.0f} minutes"
