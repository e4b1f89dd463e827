"""Several configurations and seeds on the same data, one run after the other, and what their steps cost.

`python -m describe_changes.training.sweep CONFIG… --data DATA -o FOLDER`, with CONFIG a YAML file or a name such as
`comparison/rdd`. Started again it goes on with the run that was interrupted; finished runs stay. Then
`describe-changes compare FOLDER/*-seed*` prints the table, `python -m
describe_changes.training.paired_differences FOLDER` differences with intervals, and `--costs` measures training and
inference. `--shifted 8` measures a second time on the same pairs with one date shifted, each by a draw of its own that
is the same for every system. `--choose` measures on the tiles that the sources leave out (`left_out_places`), to choose
settings by.

Data, views and features are read once for all runs that share them. So is the text stage: what it teaches the decoder
does not depend on the system, so that one per seed is the start of all. What is scored are the weights of the last step
(their moving average) on the validation pairs: nothing is selected on them. The captions are the decoder's own, without
the engine's gates.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import hashlib
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..core.errors import InputError
from ..core.files import scratch_dir
from .commands import EVALUATION, check_run_folder, find_config, read_settings
from .config import LossConfig, TrainingConfig, load_config
from .data.augmentation import misregister
from .data.feature_cache import FEATURES, validation_cache
from .data.pairs import TrainingPair
from .devices import precision_of
from .evaluation.caption_metrics import Meteor, open_meteor, score_captions
from .trainer.checkpoints import BEST, write_tensors
from .trainer.setup import RunData, build_trainer, load_data
from .trainer.trainer import Trainer
from .trainer.validation import Described, QuickValidation

COSTS = "costs.json"
CAPTIONS, CAPTIONS_SHIFTED = "captions.json", "captions_shifted.json"
"""What a run said of the pairs as they are, and of those with one date shifted."""
Say = Callable[[str], None]


def sweep(
    configs: Sequence[TrainingConfig],
    seeds: Sequence[int],
    output: Path,
    data: Path | None = None,
    say: Say = print,
    text_stage: TrainingConfig | None = None,
    shifted: int = 0,
    text_seed: int | None = None,
) -> None:
    """Train and measure every configuration with every seed; seed by seed, so that a table grows evenly.

    Args:
        configs: one per system.
        seeds: of the runs.
        output: folder of the run folders `NAME-seedN`.
        data: data folder.
        say: takes lines of progress.
        text_stage: configuration whose text stage is the start of all runs; each run's own if left out.
        text_seed: seed of one text stage for all runs; each seed has its own if left out.
        shifted: largest shift in pixels of the pairs that are measured a second time; 0 = no second time.

    Raises:
        InputError: a folder of a run is the data folder, or holds what no run has made; nothing is trained.
    """
    folders = [output / f"{config.name}-seed{seed}" for seed in seeds for config in configs]
    for folder in folders:
        if not (folder / EVALUATION).exists():  # a finished run is not written to
            check_run_folder(folder, [data] if data else [])
    loaded: dict[str, RunData] = {}
    output.mkdir(parents=True, exist_ok=True)
    with open_meteor() as meteor:
        for seed in seeds:
            for config in configs:
                folder = output / f"{config.name}-seed{seed}"
                if (folder / EVALUATION).exists():
                    continue
                shared = _shared(config, data, loaded)
                run = config.model_copy(update={"seed": seed})
                run = _with_text_stage(run, output, data, shared, say, text_stage, text_seed)
                table = _run(run, folder, data, shared, meteor, shifted)
                (folder / EVALUATION).write_text(json.dumps(table, indent=1), encoding="utf-8")
                say(f"{folder.name}: {_line(table)}")


def _line(table: dict[str, Any]) -> str:
    figures = {
        "changed S*m": table["changed"]["S*m"],
        "changed CIDEr-D": table["changed"]["CIDEr-D"],
        "all S*m": table["all"]["S*m"],
        "change accuracy": 100 * table["change_accuracy"],
        "seconds of CPU": table["cpu_seconds"],
    }
    return ", ".join(f"{k} {v:.2f}" if isinstance(v, int | float) else f"{k} {v}" for k, v in figures.items())


def _shared(config: TrainingConfig, data: Path | None, loaded: dict[str, RunData]) -> RunData:
    """The data of a run, read once for all that have the same."""
    parts = config.model_dump_json(include={"sources", "validation", "vocabulary", "augment", "input", "memory_gb"})
    head = config.model.mask_head.model_dump_json() if config.model.mask_head else ""
    if parts + head not in loaded:
        loaded[parts + head] = load_data(config, data)
    return loaded[parts + head]


def _with_text_stage(
    config: TrainingConfig,
    output: Path,
    data: Path | None,
    shared: RunData,
    say: Say,
    text_stage: TrainingConfig | None,
    text_seed: int | None,
) -> TrainingConfig:
    """The run without its text stage, started from the decoder that came out of it; trained here if it is not there.

    Args:
        config: the run.
        output: folder of the sweep, which keeps the decoders.
        data: data folder.
        shared: data of the run.
        say: takes lines of progress.
        text_stage: whose text stage it is, if not the run's own.
        text_seed: its seed, if not the run's own.
    """
    seed = config.seed if text_seed is None else text_seed
    given = (text_stage or config).model_copy(update={"seed": seed})
    if given.schedule.text_pretrain_steps == 0:
        return config
    only = {
        "schedule": given.schedule.model_copy(update={"steps": 0}),
        "loss": LossConfig(label_smoothing=given.loss.label_smoothing),
    }
    stage = given.model_copy(update=only)
    parts = stage.model_dump_json(include={"seed", "sources", "vocabulary", "schedule", "loss"})
    parts += f"{given.model.dim} {given.model.decoder.model_dump_json()}"
    path = output / f"text-stage-{hashlib.sha256(parts.encode()).hexdigest()[:12]}-{seed}.safetensors"
    without = config.schedule.model_copy(update={"text_pretrain_steps": 0})
    if not path.exists():
        with scratch_dir(output, "text") as scratch:
            trainer = build_trainer(stage, scratch, data, loaded=shared)
            trainer.validate = None
            trainer.fit()
        decoder = trainer.ema_model().decoder
        write_tensors(path, dict(decoder.state_dict()))
        say(f"text stage of seed {seed}: {path}")
    return config.model_copy(
        update={"init": config.init.model_copy(update={"decoder": str(path)}), "schedule": without}
    )


def _run(
    config: TrainingConfig, folder: Path, data: Path | None, shared: RunData, meteor: Meteor, shifted: int
) -> dict[str, Any]:
    trainer = build_trainer(config, folder, data, loaded=shared)
    validation, trainer.validate = trainer.validate, None  # nothing is selected, so once is enough
    if not isinstance(validation, QuickValidation):
        raise InputError(f"the configuration {config.name} names no validation pairs to compare on")
    started = time.process_time()
    trainer.fit()
    seconds = time.process_time() - started
    write_tensors(folder / BEST, trainer.average)
    model = trainer.ema_model()
    said = validation.describe(model, config.beam)
    table = score(said, validation.pairs, meteor)
    _write(folder / CAPTIONS, said.captions)
    if shifted:
        said = _shifted(validation, trainer, folder, shifted).describe(model, config.beam)
        table["shifted"] = score(said, validation.pairs, meteor)
        _write(folder / CAPTIONS_SHIFTED, said.captions)
    return {**table, "weights": trainer.unwrapped.parameter_counts(), "cpu_seconds": seconds}


def _write(path: Path, captions: Sequence[str]) -> None:
    path.write_text(json.dumps(captions, indent=0), encoding="utf-8")


def _shifted(validation: QuickValidation, trainer: Trainer, folder: Path, most: int) -> QuickValidation:
    """The same validation on pairs one date of which is shifted by up to `most` pixels, always alike."""
    pairs = []
    for row, pair in enumerate(validation.pairs):
        whole = pair.loaded()
        images = misregister(whole.images, most, np.random.default_rng((most, row)))
        pairs.append(dataclasses.replace(whole, images=images))
    config, bank = trainer.config, None
    if config.augment.cached_views:
        bfloat16 = precision_of(config.kept_precision) == "bf16-mixed"
        side, kept = config.input.tile_size, folder.parent / FEATURES
        bank = validation_cache(kept, trainer.unwrapped, trainer.batches, pairs, trainer.report, bfloat16, side)
    return QuickValidation(pairs, validation.batches, validation.channels, validation.vocabulary, bank=bank)


def score(said: Described, pairs: Sequence[TrainingPair], meteor: Meteor) -> dict[str, Any]:
    """Caption metrics of all and of the changed pairs, and how often the change flag is right."""
    table: dict[str, Any] = {"n": len(pairs), "figures": said.figures}
    for name in ("all", "changed"):
        rows = [row for row, pair in enumerate(pairs) if pair.captions and (name == "all" or pair.changed == 1)]
        hypotheses = {str(row): said.captions[row] for row in rows}
        references = {str(row): [" ".join(caption) for caption in pairs[row].captions] for row in rows}
        table[name] = score_captions(hypotheses, references, meteor=meteor)
    known = [flag == (pair.changed == 1) for flag, pair in zip(said.changed, pairs, strict=True) if pair.changed >= 0]
    table["change_accuracy"] = sum(known) / max(len(known), 1)
    table["distinct_captions"] = len(set(said.captions))
    return table


def measure_costs(
    configs: Sequence[TrainingConfig], output: Path, data: Path | None = None, rounds: int = 6
) -> dict[str, dict[str, float]]:
    """CPU seconds of a step and of an inference per pair, the systems in turn, so that a busy machine is busy for all.

    Returns:
        Per configuration: `train` (a step of learning), `compare` (inference from features of a batch), `infer` (from
        images of 4 pairs, with encoder and words), each the median in seconds, and its ratio to the first.
    """
    loaded: dict[str, RunData] = {}
    trainers: dict[str, Trainer] = {}
    for config in configs:
        with scratch_dir(output, config.name) as scratch:
            trainers[config.name] = build_trainer(config, scratch, data, loaded=_shared(config, data, loaded))
    seconds: dict[str, dict[str, list[float]]] = {name: {"train": [], "compare": [], "infer": []} for name in trainers}
    side = configs[0].input.tile_size
    images = torch.rand(4, 2, 3, side, side)
    for turn in range(rounds + 1):
        for name, trainer in trainers.items():
            batch = trainer.batches.batch(turn, 0.0, trainer.config.schedule.batch_size)
            times = {
                "train": _timed(trainer._train_step, batch),
                "compare": _timed(_infer, trainer, batch.images),
                "infer": _timed(_infer, trainer, images),
            }
            if turn:  # the first turn warms up
                for kind, spent in times.items():
                    seconds[name][kind].append(spent)
    costs = {name: {kind: statistics.median(spent) for kind, spent in kinds.items()} for name, kinds in seconds.items()}
    first = costs[configs[0].name]
    for figures in costs.values():
        figures.update({f"{kind} ratio": figures[kind] / first[kind] for kind in list(first)[:3]})
    return costs


def _timed(work: Callable[..., Any], *given: Any) -> float:
    started = time.process_time()
    work(*given)
    return time.process_time() - started


@torch.no_grad()
def _infer(trainer: Trainer, images: Any) -> None:
    model = trainer.unwrapped.eval()
    encoded = model.encode(images.to(trainer.fabric.device))
    model.describe(encoded.memory, changed=encoded.change_logit > 0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of `python -m describe_changes.training.sweep`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("configs", nargs="+", metavar="CONFIG")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument(
        "--text-stage", metavar="CONFIG", help="start all from this one's text stage, not from their own"
    )
    parser.add_argument("--text-seed", type=int, metavar="SEED", help="one text stage, of this seed, for all runs")
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--data", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("runs/comparison"))
    parser.add_argument("--shifted", type=int, default=0, metavar="PIXELS", help="measure on shifted pairs, too")
    parser.add_argument("--choose", action="store_true", help="measure on the tiles that the sources leave out")
    parser.add_argument("--costs", action="store_true", help="measure what steps cost, and train nothing")
    options = parser.parse_args(arguments)
    settings = read_settings(options.settings)
    configs = [load_config(find_config(name), settings, print) for name in options.configs]
    if options.choose:
        configs = [_on_left_out(config) for config in configs]
    options.output.mkdir(parents=True, exist_ok=True)
    if options.costs:
        costs = measure_costs(configs, options.output, options.data)
        (options.output / COSTS).write_text(json.dumps(costs, indent=1), encoding="utf-8")
        print(json.dumps(costs, indent=1))
    else:
        stage = load_config(find_config(options.text_stage)) if options.text_stage else None
        say = functools.partial(print, flush=True)
        sweep(configs, options.seeds, options.output, options.data, say, stage, options.shifted, options.text_seed)


def _on_left_out(config: TrainingConfig) -> TrainingConfig:
    """The run measured on the tiles that its first source leaves out.

    Raises:
        InputError: it leaves out none.
    """
    if not config.sources or not config.sources[0].left_out_places:
        raise InputError(f"the first source of {config.name} has no left_out_places to choose settings on")
    source = config.sources[0]
    part = source.model_copy(update={"places": source.left_out_places, "left_out_places": ()})
    return config.model_copy(update={"validation": part})


if __name__ == "__main__":
    main()
