"""What a configuration needs on a graphics card, counted on the processor with a few drawn pairs.

`python -m describe_changes.training.needs papers/hisem_levir …` takes real steps of the whole network at two small
batches and counts: weights, tensors that a step keeps for its backward pass, and multiplications. What a step keeps
grows with the batch alone, so two batches give any. These are sums in float32, without the card's own workspace and
without cached fragments, so that a card needs somewhat more; bfloat16 about halves what is kept. Encoders start
untrained, which changes no size; the sentence encoder that installs with the package stands in for CLIP's; nothing is
downloaded.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from torch import Tensor
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode

from ..core.files import scratch_dir
from .commands import find_config, read_settings
from .config import TrainingConfig, load_config
from .smoke_test import draw_pairs, smoke_test_config
from .text.encoders import TextEncoderConfig
from .trainer.setup import build_trainer

BATCHES = (2, 4)
_ADAM = 4
"""Copies of a weight that learns while it learns: itself, its gradient, and two averages of Adam."""


@dataclass(frozen=True)
class Needs:
    """Needs of a run.

    Attributes:
        learned: weights that learn.
        frozen: weights that do not; without the text encoder's.
        kept_gb: tensors that a step of the whole batch keeps for its backward pass.
        memory_gb: these and the weights with gradients, averages of Adam and moving average.
        step_tflop: floating point operations of a step, forwards and backwards, × 10¹².
        steps: of the run.
        run_eflop: of the whole run, × 10¹⁸.
    """

    learned: int
    frozen: int
    kept_gb: float
    memory_gb: float
    step_tflop: float
    steps: int
    run_eflop: float

    def hours(self, tflops: float) -> float:
        """Duration on a card that keeps up so many TFLOP/s, data and validation not counted."""
        return self.run_eflop * 1e6 / tflops / 3600


def count_needs(config: TrainingConfig, scratch: Path) -> Needs:
    """Take a step at each of two batches and extrapolate to the run's.

    Args:
        config: of the full run.
        scratch: empty folder.
    """
    draw_pairs(scratch)
    counted = [_step(config, size, scratch) for size in BATCHES]
    (kept, flops), (more, more_flops) = (figures[:2] for figures in counted)
    steps = (config.schedule.batch_size - BATCHES[0]) / (BATCHES[1] - BATCHES[0])
    kept, flops = kept + (more - kept) * steps, flops + (more_flops - flops) * steps
    learned, frozen, state = counted[0][2:]
    averaged = state if config.schedule.ema_decay else 0
    memory = kept + 4.0 * (_ADAM * learned + frozen + averaged)
    count = config.schedule.steps
    return Needs(learned, frozen, kept / 1e9, memory / 1e9, flops / 1e12, count, flops * count / 1e18)


def _step(config: TrainingConfig, size: int, scratch: Path) -> tuple[float, float, int, int, int]:
    """Bytes kept and operations of one step, weights that learn and that do not, and numbers in the state."""
    small = smoke_test_config(config)
    schedule = small.schedule.model_copy(update={"batch_size": size})
    encoder = small.model.encoder.model_copy(update={"weights": "none", "revision": None})
    model = small.model.model_copy(update={"encoder": encoder})
    loss = small.loss.model_copy(update={"text_encoder": TextEncoderConfig(kind="minilm")})
    small = small.model_copy(update={"schedule": schedule, "model": model, "loss": loss, "precision": "32-true"})
    trainer = build_trainer(small, scratch / f"batch-{size}", scratch)
    seen: dict[int, int] = {}
    own = {p.untyped_storage().data_ptr() for p in trainer.objective.parameters()}

    def keep(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:  # views of one storage are kept once
            seen[storage.data_ptr()] = storage.nbytes()
        held.append(tensor)  # no other tensor may take its place meanwhile
        return tensor

    held: list[Tensor] = []
    batch = trainer.batches.batch(0, 0.0, size)
    with FlopCounterMode(display=False) as counter, saved_tensors_hooks(keep, lambda tensor: tensor):
        trainer._train_step(batch)
    learned = [p for p in trainer.objective.parameters() if p.requires_grad]
    still = [p for p in trainer.objective.parameters() if not p.requires_grad]
    state = sum(value.numel() for value in trainer.average.values())
    counts = (sum(p.numel() for p in part) for part in (learned, still))
    return float(sum(seen.values())), float(counter.get_total_flops()), *counts, state


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.needs`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("configs", nargs="+", metavar="CONFIG")
    parser.add_argument("--tflops", type=float, default=20.0, help="what the card keeps up (default 20 TFLOP/s)")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args(arguments)
    for name in options.configs:
        config = load_config(find_config(name), read_settings(options.settings), print)
        with scratch_dir(Path.cwd(), "needs") as scratch:
            needs = count_needs(config, scratch)
        table: dict[str, Any] = {"config": config.name, **asdict(needs), "hours": needs.hours(options.tflops)}
        print(json.dumps({k: round(v, 3) if isinstance(v, float) else v for k, v in table.items()}), flush=True)


if __name__ == "__main__":
    main()
