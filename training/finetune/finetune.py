"""Fine-tuning a pack on reviewed results, without losing what it knew.

The encoder and all batch statistics stay as they are. With old data at hand, old and new pairs are drawn together
(replay). Without, every weight is drawn back to where it was, after each step by the share
`learning rate × strength` of its way (L2-SP): however long the run, no weight gets farther than about 1 / strength
from the old one.
"""

from __future__ import annotations

import json
import math
import re
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import torch
import yaml
from pydantic import ValidationError
from torch import Tensor, nn

from ...core.errors import InputError
from ...core.formatting import format_duration as duration
from ...core.models.packs import CARD, ModelPack, load_pack, model_search_path, save_pack, user_models_dir
from ...core.models.vocabulary import Vocabulary
from ..commands import read_settings
from ..config import SourceConfig, TrainingConfig, assign
from ..data.augmentation import Batch, BatchSampler
from ..data.datasets import PairSample
from ..data.datasets.exported import CAPTION_FILE
from ..data.pairs import TrainingPair, load_pairs
from ..evaluation.compare_packs import (
    as_lines,
    before_after,
    held_out,
    measure,
    readiness_note,
    sample_size_note,
    worse_at,
)
from ..packs.export import widen_radiometry
from ..packs.model_card import LIMITS, render, short
from ..renamed import rename_setting
from ..trainer.objective import Objective
from ..trainer.trainer import Trainer
from .extend_vocabulary import FIRST, init_new_words, new_words, resize_embeddings

L2SP_STRENGTH = 200.0
"""Strength of the pull to the old weights where there is no replay."""
MAX_REPLAY_PAIRS = 1000
"""Most pairs of old data that are read; they are spread evenly over the data set."""
MAX_OLD_EVAL_PAIRS = 60
"""Most held-out pairs of the old data on which both packs are measured."""
DEFAULTS: dict[str, Any] = {
    "augment": {"p_swap_dates": 0.0, "color_jitter": 0.15, "p_static": 0.05},
    "schedule": {
        "batch_size": 8,
        "captions_per_pair": 2,
        "learning_rate": 3e-4,
        "weight_decay": 0.0,
        "warmup_steps": 10,
        "ema_decay": 0.98,
    },
}
"""What `--set` changes: swapped dates are captioned from the mask in the old wording, so they are left out."""
_LEAST, _MOST, _ROUNDS = 60, 400, 20
_SHOWN = 8


class FinetuneObserver(Protocol):
    """Progress callbacks of fine-tuning."""

    def say(self, line: str) -> None:
        """Something a person should read."""

    def progress(self, stage: str, done: int, total: int, seconds_left: float | None) -> None:
        """`stage` is `read`, `train` or `measure`."""

    def check(self) -> None:
        """Asked at every step; raises to stop, and then nothing is written."""


@dataclass(frozen=True)
class FinetuneOptions:
    """Options of fine-tuning.

    Attributes:
        start: pack to start from, by name or folder.
        data: an export of reviewed tiles, or a folder of several.
        output: name of the new pack among the user's, or a folder with a path; None: `START-tuned`.
        replay: data set that the pack has learned before, or None.
        replay_weight: old pairs drawn per new pair.
        settings: `key=value` changes of the run, such as `schedule.steps=100`.
        l2sp_strength: strength of the pull without replay.
    """

    start: str
    data: Path
    output: str | None = None
    replay: Path | None = None
    replay_weight: float = 1.0
    settings: Sequence[str] = ()
    l2sp_strength: float = L2SP_STRENGTH


def finetune(spec: FinetuneOptions, watch: FinetuneObserver) -> dict[str, Any]:
    """Fine-tune a pack, measure old and new on what was held out, and install the new one; the old stays untouched.

    A new pack that is worse at something that could be measured is not installed but laid beside the exported tiles,
    for a person to import; one that was asked for at a path lies there in any case.

    Returns:
        ``name``, ``pack`` (folder), ``installed``, ``worse`` (what it is worse at), ``from``, ``pair_count``,
        ``held_out``, ``new_words``, ``steps``, ``duration_s``, ``figures`` (name → ``before``, ``after``),
        ``old_data`` (the same on held-out pairs of the replayed data), ``verdict``.

    Raises:
        InputError: pack, data or settings do not allow it; nothing was written.
    """
    began = time.monotonic()
    old = load_pack(spec.start)
    target = new_pack_dir(spec.output, old.name)
    roots = exported_sets(spec.data)
    watch.progress("read", 0, 1, None)
    config = _config(spec, old, target.name, roots)
    pairs = load_pairs(Path(), config.sources, old.channels, most=MAX_REPLAY_PAIRS, side=config.input.tile_size)
    own = [pair for pair in pairs if pair.source < len(roots)]
    words = new_words(old.vocabulary, (caption for pair in own for caption in pair.captions))
    config = _with_steps(config, spec, len(own))
    watch.progress("read", 1, 1, None)
    replayed = f", {len(pairs) - len(own):,} old pairs replayed" if spec.replay else ""
    added = f"; new words: {', '.join(words[:20])}" if words else "; no new words"
    watch.say(f"{len(own):,} reviewed pairs to learn from{replayed}{added}")
    watch.say(readiness_note(len(own), sum(len(held_out(root, "describe_changes")) for root in roots)))
    with tempfile.TemporaryDirectory(prefix="describe-changes-tuning-") as scratch:
        model, vocabulary = old.build_model(), Vocabulary([*old.vocabulary.words[FIRST:], *words])
        batches = BatchSampler(
            pairs, config.sources, old.channels, vocabulary, config.augment, config.schedule.captions_per_pair,
            config.input.mean, config.input.std, config.seed,
        )  # fmt: skip
        if words:
            longest = old.manifest.architecture.decoder.max_length
            shown = (
                truncate_captions(batches.eval_batch(own[slice(i, i + _SHOWN)]), longest)
                for i in range(0, len(own), _SHOWN)
            )
            resize_embeddings(model, init_new_words(model, shown, len(words)))
        steady = FrozenEncoderObjective(model, config.loss)
        pull, known = 0.0 if spec.replay else spec.l2sp_strength, len(old.vocabulary)
        tuner = FineTuner(config, steady, batches, Path(scratch) / "run", watch, pull, known)
        watch.say(tuner.forecast())
        tuner.fit()
        manifest = _manifest(spec, old, config, own, words, roots)
        trial = save_pack(Path(scratch) / target.name, tuner.ema_model().cpu(), vocabulary, manifest)
        evaluations, summary = _compared(spec, old, trial, roots, watch)
        manifest = manifest.model_copy(update={"metrics": {name: short(table) for name, table in evaluations.items()}})
        card = render(manifest, evaluations, _limits(old))
        watch.check()
        worse = [*worse_at(summary["figures"]), *(f"{what} (old data)" for what in worse_at(summary["old_data"]))]
        installed = target.parent == user_models_dir()
        if worse and installed:
            target, installed = _free(spec.data.resolve() / target.name), False
        save_pack(target, trial.build_model(), vocabulary, manifest, card)
    return {
        "name": target.name,
        "pack": str(target),
        "installed": installed,
        "worse": worse,
        "from": old.name,
        "pair_count": len(own),
        "new_words": words,
        "steps": config.schedule.steps,
        "duration_s": round(time.monotonic() - began, 1),
        **summary,
    }


def report_lines(summary: dict[str, Any]) -> list[str]:
    """A fine-tuning's summary as lines for a person."""
    names = (summary["from"], summary["name"])
    lines = []
    for title, figures in (("Held-out reviewed tiles", "figures"), ("Held-out old data", "old_data")):
        if summary[figures]:
            lines += ["", title, *as_lines(summary[figures], names)]
    lines += ["", summary["verdict"], f"The new pack “{summary['name']}” is in {summary['pack']}."]
    if summary["worse"]:
        lines.append(f"It is worse at {'; '.join(summary['worse'])}.")
        if not summary["installed"]:
            lines.append("So it was not installed. If you want it all the same, import that folder as a model.")
    return lines


def _free(place: Path) -> Path:
    """Return a folder that is not there yet, numbered where it has to be."""
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"{place.name.removesuffix(f'-{number - 1}')}-{number}")
    return place


class FrozenEncoderObjective(Objective):
    """The objective of a run whose encoder and batch statistics do not move."""

    def __init__(self, model: Any, config: Any) -> None:
        super().__init__(model, config)
        for parameter in model.encoder.parameters():
            parameter.requires_grad_(False)

    def train(self, mode: bool = True) -> FrozenEncoderObjective:
        """Switch dropout on or off; the encoder and batch norm stay in evaluation mode."""
        super().train(mode)
        self.model.encoder.eval()
        for module in self.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                module.eval()
        return self


class FineTuner(Trainer):
    """The training loop with a pull to the old weights, watched step by step; it keeps no checkpoints.

    Args:
        config: the run's settings.
        objective: captioner and losses.
        batches: makes the batch of a step.
        folder: of the log.
        watch: told every step.
        pull: strength of the pull; 0 for none.
        known: words that the pack knew already.
    """

    def __init__(
        self,
        config: TrainingConfig,
        objective: Objective,
        batches: BatchSampler,
        folder: Path,
        watch: FinetuneObserver,
        pull: float,
        known: int,
    ) -> None:
        super().__init__(config, objective, batches, folder)
        self.l2sp_strength, self.watch = pull, watch
        decoder = self.unwrapped.decoder
        words = {id(p) for p in (decoder.embedding.weight, decoder.output.weight, decoder.output.bias)}
        learned = [p for p in self.unwrapped.parameters() if p.requires_grad]
        held = [p.detach()[:known] if id(p) in words else p.detach() for p in learned]  # the rows of new words are free
        self.anchors = [(part, part.clone()) for part in held]
        self._began = time.monotonic()

    def forecast(self) -> str:
        """How long it will take, from one batch that is thrown away."""
        started = time.monotonic()
        self.module.train()
        terms = self._terms(self._make(0))
        self.fabric.backward(torch.stack(list(terms.values())).sum())
        self.optimizer.zero_grad(set_to_none=True)
        expected = (time.monotonic() - started) * self.total_steps
        schedule = self.config.schedule
        self._began = time.monotonic()
        steps = f"{self.total_steps} steps of {schedule.batch_size} pairs"
        return f"{steps} on {self._device()}: about {duration(expected)}"

    def _device(self) -> str:
        return "the graphics card" if self.fabric.device.type == "cuda" else "the CPU"

    def _make(self, step: int) -> Batch | Tensor:
        batch = super()._make(step)
        return truncate_captions(batch, self.unwrapped.decoder.max_length) if isinstance(batch, Batch) else batch

    def _train_step(self, batch: Batch | Tensor) -> dict[str, float]:
        self.watch.check()
        figures = super()._train_step(batch)
        self._apply_l2sp()
        return figures

    @torch.no_grad()
    def _apply_l2sp(self) -> None:
        share = min(1.0, self._learning_rate() * self.l2sp_strength)
        for part, old in self.anchors if share else ():
            part.lerp_(old, share)

    def _log(self, figures: dict[str, float], seconds: float) -> None:
        super()._log(figures, seconds)
        pace = (time.monotonic() - self._began) / self.step
        self.watch.progress("train", self.step, self.total_steps, round(pace * (self.total_steps - self.step), 1))

    def _checkpoint(self) -> None:
        """Keep none: a fine-tuning takes minutes."""


def truncate_captions(batch: Batch, longest: int) -> Batch:
    """A batch with no caption longer than a decoder can write."""
    return replace(batch, tokens=batch.tokens[..., : longest + 1])


def new_pack_dir(output: str | None, start: str) -> Path:
    """Folder of the new pack.

    Args:
        output: a name, a path with a folder in it, or None.
        start: name of the old pack.

    Raises:
        InputError: there is a pack of that name already, or it is no name.
    """
    if output and (Path(output).name != output):
        place = Path(output)
    else:
        stem = output or re.sub(r"-tuned(-\d+)?$", "", start) + "-tuned"
        place = user_models_dir() / stem
        number = 1
        while output is None and _taken(place):
            number += 1
            place = user_models_dir() / f"{stem}-{number}"
    if not re.fullmatch(r"\w[\w.-]*", place.name):
        raise InputError(f"“{place.name}” cannot be a pack's name; use letters, digits, “.”, “_” and “-”.")
    if _taken(place):
        raise InputError(f"There is already a model or folder “{place.name}” ({place}); choose another name.")
    return place


def _taken(place: Path) -> bool:
    installed = place.parent in model_search_path() and any(
        (root / place.name).exists() for root in model_search_path()
    )
    return installed or place.exists()


def exported_sets(data: Path) -> list[Path]:
    """The exports that a folder is or holds.

    Raises:
        InputError: it is none and holds none.
    """
    if (data / CAPTION_FILE).is_file():
        return [data.resolve()]
    found = sorted(path.parent.resolve() for path in data.glob(f"*/{CAPTION_FILE}"))
    if not found:
        raise InputError(
            f"{data} is no export of reviewed tiles (there is no {CAPTION_FILE}); make one with "
            "describe-changes export-dataset, or in QGIS with “Export reviewed tiles for training”."
        )
    return found


def reviewed_model(data: Path) -> str:
    """Name of the model that described the tiles of an export.

    Raises:
        InputError: the folder is no export, or does not say it.
    """
    names = {str(_provenance(root).get("model") or "") for root in exported_sets(data)} - {""}
    if len(names) != 1:
        raise InputError(f"{data} does not name one model that described its tiles; say which to start from.")
    return names.pop()


def _config(spec: FinetuneOptions, old: ModelPack, name: str, roots: Sequence[Path]) -> TrainingConfig:
    sources = [SourceConfig(path=str(root), layout="describe_changes") for root in roots]
    sources = [source.model_copy(update={"weight": 1 / len(sources)}) for source in sources]
    if spec.replay is not None:
        sources.append(SourceConfig(path=str(spec.replay.resolve()), weight=spec.replay_weight))
    values = {
        **{key: dict(value) for key, value in DEFAULTS.items()},
        "name": name,
        "model": old.manifest.architecture.model_dump(),
        "input": old.manifest.input.model_dump(),
        "sources": [source.model_dump() for source in sources],
    }
    for key, text in read_settings(spec.settings).items():
        assign(values, rename_setting(key).split("."), yaml.safe_load(text))
    try:
        return TrainingConfig.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"--set {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from error


def _with_steps(config: TrainingConfig, spec: FinetuneOptions, pairs: int) -> TrainingConfig:
    """Each reviewed pair about `_ROUNDS` times, within limits, unless the settings say how many steps."""
    if any(setting.startswith("schedule.steps=") for setting in spec.settings):
        return config
    drawn = config.schedule.batch_size / (1 + (spec.replay_weight if spec.replay else 0))
    steps = round(min(max(_ROUNDS * pairs / drawn, _LEAST), _MOST))
    return config.model_copy(update={"schedule": config.schedule.model_copy(update={"steps": steps})})


def _manifest(
    spec: FinetuneOptions,
    old: ModelPack,
    config: TrainingConfig,
    pairs: Sequence[TrainingPair],
    words: Sequence[str],
    roots: Sequence[Path],
) -> Any:
    licences = [
        text
        for text in dict.fromkeys(
            (old.manifest.licence, *(str(_provenance(root).get("licence", "")) for root in roots))
        )
        if text
    ]
    known = old.manifest.input
    return old.manifest.model_copy(
        update={
            "name": config.name,
            "version": "1",
            "description": f"{old.name}, fine-tuned on {len(pairs)} reviewed tiles",
            "input": known.model_copy(update={"radiometry": widen_radiometry(known.radiometry, pairs)}),
            "training_data": (*old.manifest.training_data, *(f"reviewed tiles ({root.name})" for root in roots)),
            "licence": " ".join(licences),
            "training": {
                "from": old.name,
                "from_sha256": old.sha256,
                "reviewed_pairs": len(pairs),
                "steps": config.schedule.steps,
                "batch_size": config.schedule.batch_size,
                "learning_rate": config.schedule.learning_rate,
                "kept": f"replay of {spec.replay.name}"
                if spec.replay
                else f"pull {spec.l2sp_strength:g} to the old weights",
                "new_words": len(words),
            },
            "files": {},
            "metrics": {},
        }
    )


def _provenance(root: Path) -> dict[str, Any]:
    """Where an export came from; empty where it does not say."""
    with suppress(OSError, ValueError):
        found = json.loads((root / "provenance.json").read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def _limits(old: ModelPack) -> list[str]:
    """The limits on the old pack's own card, without those that every card states anew."""
    with suppress(OSError):
        card = (old.path / CARD).read_text(encoding="utf-8")
        section = card.partition("## Limits")[2].partition("\n## ")[0]
        usual = tuple(limit.split("{")[0] for limit in LIMITS)
        lines = [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]
        return [line for line in lines if not line.startswith(usual)]
    return []


def _compared(
    spec: FinetuneOptions, old: ModelPack, new: ModelPack, roots: Sequence[Path], watch: FinetuneObserver
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Measure both packs; return the tables for the card and the figures for the summary."""
    samples: Sequence[PairSample] = [sample for root in roots for sample in held_out(root, "describe_changes")]
    summary: dict[str, Any] = {
        "held_out": len(samples),
        "figures": {},
        "old_data": {},
        "verdict": sample_size_note(len(samples)),
    }
    evaluations: dict[str, Any] = {}

    def progress(done: int, total: int) -> None:
        watch.check()
        watch.progress("measure", done, total, None)

    groups = [("figures", "held-out reviewed tiles", samples)]
    if spec.replay is not None:
        kept = held_out(spec.replay)
        every = max(1, math.ceil(len(kept) / MAX_OLD_EVAL_PAIRS))
        groups.append(("old_data", f"{spec.replay.name}, split val", kept[::every]))
    for key, what, group in groups:
        if group:
            before, after = measure((old, new), group, progress)
            evaluations[f"{what}: {new.name}"] = after
            evaluations[f"{what}: {old.name}, from which it was made"] = before
            summary[key] = before_after(before, after)
    return evaluations, summary
