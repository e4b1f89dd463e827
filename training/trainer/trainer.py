"""The training loop: Lightning Fabric, one loop for every system; kill it at any time and start it again to go on.

Batches, augmentation and dropout depend on (seed, step) alone, so that an interrupted run gives the same loss curve.
"""

from __future__ import annotations

import copy
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from tqdm import tqdm

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.vocabulary import PAD, Vocabulary
from ..config import ScheduleConfig, TrainingConfig
from ..data.augmentation import Batch, BatchSampler
from ..devices import precision_of
from ..distributed import all_reduce_sum
from .checkpoints import BEST, NAME, load_checkpoint, save_checkpoint, write_tensors
from .csv_logger import CSVLogger
from .objective import Objective, Terms

Validate = Callable[[ChangeCaptioner], dict[str, float]]
Report = Callable[[str], None]
LOG_EVERY, REPORT_EVERY = 10, 50


class Trainer:
    """One run.

    Args:
        config: the run's settings.
        objective: captioner and losses.
        batches: makes the batch of a step.
        folder: where checkpoints and logs go.
        validate: figures of a model; `score` among them is what `best` is chosen by (higher is better).
        text: tokenised captions for the text stage.
        vocabulary: encodes them.
        report: takes a line of progress.
    """

    def __init__(
        self,
        config: TrainingConfig,
        objective: Objective,
        batches: BatchSampler,
        folder: Path,
        validate: Validate | None = None,
        text: list[tuple[str, ...]] | None = None,
        vocabulary: Vocabulary | None = None,
        report: Report = lambda line: None,
    ) -> None:
        self.config, self.batches, self.folder, self.validate = config, batches, folder, validate
        self.text, self.vocabulary, self.report = text or [], vocabulary, report
        self.fabric = _fabric(config)
        if config.schedule.batch_size % self.fabric.world_size:
            world = self.fabric.world_size
            size = config.schedule.batch_size
            raise InputError(f"schedule.batch_size is {size}; {world} processes need a multiple of {world}")
        self.objective = objective.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.unwrapped = objective.model
        optimizer = torch.optim.AdamW(_groups(objective, config.schedule), betas=config.schedule.betas)
        self.module, self.optimizer = self.fabric.setup(self.objective, optimizer)
        self.module.mark_forward_method("text_terms")
        self.objective.move_text_encoder(self.fabric.device)
        self.average = {k: v.detach().clone() for k, v in self.unwrapped.state_dict().items()}
        self.frozen = _frozen_names(self.unwrapped)
        self.step, self.best = 0, -math.inf
        folder.mkdir(parents=True, exist_ok=True)
        self.log = CSVLogger(folder, self.fabric.is_global_zero)
        if (folder / NAME).exists():
            state = load_checkpoint(folder / NAME, self.objective, self.average, optimizer)
            self.step, self.best = int(state["step"]), float(state["best"])
            if self.is_rank_zero:
                self.report(f"going on at step {self.step} of {self.total_steps}")

    @property
    def is_rank_zero(self) -> bool:
        """Whether this is the process that validates, writes and reports."""
        return bool(self.fabric.is_global_zero)

    @property
    def total_steps(self) -> int:
        """Text stage and pairs together."""
        return self.config.schedule.text_pretrain_steps + self.config.schedule.steps

    def fit(self, until: float | None = None, bar: bool = False) -> bool:
        """Train to the end, or until the clock.

        Args:
            until: `time.monotonic()` at which to checkpoint and stop.
            bar: show a progress bar where standard error is a terminal.

        Returns:
            Whether the run is complete.
        """
        schedule, misses = self.config.schedule, 0
        shown = tqdm(
            total=self.total_steps,
            initial=self.step,
            desc=f"Training {self.config.name}",
            unit=" step",
            file=sys.stderr,
            leave=False,
            disable=None if bar and self.is_rank_zero else True,
        )
        with shown, ThreadPoolExecutor(1) as pool:
            for batch in self._prefetch(pool):
                started = time.monotonic()
                figures = self._train_step(batch)
                self.step += 1
                shown.update()
                self._log(figures, time.monotonic() - started)
                done = self.step == self.total_steps
                pairs_done = self.step - schedule.text_pretrain_steps
                if self.validate and pairs_done > 0 and (pairs_done % schedule.validate_every == 0 or done):
                    misses = 0 if self._validate() else misses + 1
                out_of_time = until is not None and self._broadcast(time.monotonic() > until)
                stop = schedule.patience is not None and misses > schedule.patience
                if self.step % schedule.checkpoint_every == 0 or done or out_of_time or stop:
                    self._checkpoint()
                if out_of_time or stop:
                    return stop
        return True

    def ema_model(self) -> ChangeCaptioner:
        """The model with the moving average of its weights, in evaluation mode (shares nothing with training)."""
        model = copy.deepcopy(self.unwrapped)
        model.load_state_dict(self.average)
        return model.eval()

    def _prefetch(self, pool: ThreadPoolExecutor) -> Iterator[Batch | Tensor]:
        """Batches of the steps to come, one prepared while the other trains."""
        following = pool.submit(self._make, self.step)
        for step in range(self.step, self.total_steps):
            batch = following.result()
            following = pool.submit(self._make, min(step + 1, self.total_steps - 1))
            yield batch

    def _make(self, step: int) -> Batch | Tensor:
        schedule = self.config.schedule
        rank, world = self.fabric.global_rank, self.fabric.world_size
        if step < schedule.text_pretrain_steps:
            return self._text_batch(step)[rank::world]
        step -= schedule.text_pretrain_steps
        return self.batches.batch(step, step / max(schedule.steps - 1, 1), schedule.batch_size).part(rank, world)

    def _text_batch(self, step: int) -> Tensor:
        if self.vocabulary is None or not self.text:
            raise ValueError("a text stage needs captions and a vocabulary")
        generator = torch.Generator().manual_seed(self.config.seed * 1_000_003 + step)
        rows = torch.randint(len(self.text), (8 * self.config.schedule.batch_size,), generator=generator).tolist()
        longest = self.unwrapped.decoder.max_length
        ids = [torch.tensor(self.vocabulary.encode(self.text[row])[:longest]) for row in rows]
        return nn.utils.rnn.pad_sequence(ids, batch_first=True, padding_value=PAD).unsqueeze(1)

    def _train_step(self, batch: Batch | Tensor) -> dict[str, float]:
        torch.manual_seed(self.config.seed * 1_000_003 + self.step + self.fabric.global_rank * 7_919_000_003)
        schedule = self.config.schedule
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate() * group["share"]
        self.module.train()
        if schedule.fixed_batch_norm:
            _fix_batch_norm(self.unwrapped)
        terms = self._terms(batch)
        figures = self._gradient_norms(self.objective.terms)
        self.objective.terms = {}
        total = torch.stack(list(terms.values())).sum()
        self._check_finite(total, terms)
        self.optimizer.zero_grad(set_to_none=True)
        self.fabric.backward(total)
        norm = nn.utils.clip_grad_norm_(self.objective.parameters(), schedule.grad_clip_norm or math.inf)
        self._check_finite(norm, {"gradient norm": norm})
        self.optimizer.step()
        self._update_average()
        losses = {name: float(term.detach()) for name, term in terms.items()}
        shares = {f"share/{name}": value / max(sum(losses.values()), 1e-9) for name, value in losses.items()}
        return {
            "loss": float(total.detach()),
            **losses,
            **shares,
            "gradient_norm": float(norm),
            **figures,
            **self.objective.figures,
        }

    def _check_finite(self, value: Tensor, figures: Mapping[str, Tensor]) -> None:
        """Stop before a loss or gradient that is no number reaches the weights.

        Raises:
            InputError: names the step, the figures that are no numbers, and what is kept.
        """
        if bool(value.detach().isfinite().all()):
            return
        bad = [f"{name} {float(figure.detach()):g}" for name, figure in figures.items() if not figure.isfinite().all()]
        raise InputError(self._diverged(", ".join(bad) or f"sum {float(value.detach()):g}"))

    def _check_weights(self) -> None:
        """Stop before weights that are no numbers are kept.

        Raises:
            InputError: names the step and a weight.
        """
        states = (self.unwrapped.state_dict(), self.average)
        for name, value in (item for state in states for item in state.items()):
            if value.is_floating_point() and not bool(value.isfinite().all()):
                raise InputError(self._diverged(f"weight {name} is not finite"))

    def _diverged(self, what: str) -> str:
        kept = self.folder / NAME
        before = f"the checkpoint {kept} of an earlier step is kept" if kept.exists() else "nothing was written"
        return (
            f"training stopped at step {self.step + 1}, where it left the numbers ({what}); {before}. Start again "
            f"with a lower schedule.learning_rate (it was {self.config.schedule.learning_rate:g})"
        )

    def _terms(self, batch: Batch | Tensor) -> Terms:
        batch = batch.to(self.fabric.device)
        if isinstance(batch, Tensor):
            terms: Terms = self.module.text_terms(batch)
            return terms
        epoch = self._epoch()
        terms = self.module(batch.images, batch.masks, batch.tokens, batch.changed, batch.texts, epoch, batch.made)
        return terms

    def _epoch(self) -> float:
        """Passes over the pairs so far; below 0 in the text stage."""
        schedule = self.config.schedule
        return (self.step - schedule.text_pretrain_steps) * schedule.batch_size / max(len(self.batches.pairs), 1)

    def _gradient_norms(self, terms: Terms) -> dict[str, float]:
        """Norms of each term's gradient at the difference encoder and a learning encoder, now and then."""
        every = self.config.schedule.log_grad_norms_every
        if not every or self.step % every:
            return {}
        norms = {}
        for kind, part in (("norm", self.unwrapped.difference), ("encoder_norm", self.unwrapped.encoder)):
            weights = [p for p in part.parameters() if p.requires_grad]
            for name, term in terms.items() if weights else ():
                if term.requires_grad:
                    gradients = torch.autograd.grad(term, weights, retain_graph=True, allow_unused=True)
                    mean = [all_reduce_sum(g) / self.fabric.world_size for g in gradients if g is not None]
                    norms[f"{kind}/{name}"] = math.sqrt(sum(float(g.square().sum()) for g in mean))
        return norms

    def _learning_rate(self) -> float:
        """Linear warm-up, then as `decay` says; the text stage warms up and stays."""
        schedule = self.config.schedule
        pairs_step = self.step - schedule.text_pretrain_steps
        local = self.step if pairs_step < 0 else pairs_step
        warm = min(1.0, (local + 1) / max(schedule.warmup_steps, 1))
        if schedule.decay == "none":
            return schedule.learning_rate * warm
        if schedule.decay == "step":
            return schedule.learning_rate * warm * 0.1 ** (max(self._epoch(), 0) // schedule.decay_epochs)
        progress = max(pairs_step, 0) / max(schedule.steps, 1)
        return schedule.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(self.config.schedule.ema_decay, (1 + self.step) / (10 + self.step))
        for name, value in self.unwrapped.state_dict().items():
            if name in self.frozen:
                continue
            if value.is_floating_point():
                self.average[name].lerp_(value, 1 - decay)
            else:
                self.average[name].copy_(value)

    def _validate(self) -> bool:
        """Measure in the leading process; returns to all of them whether this was the best so far."""
        return self._broadcast(self.is_rank_zero and self._measure())

    def _broadcast(self, decision: bool) -> bool:
        """What the leading process decides: clocks differ, and no process may stop alone."""
        return bool(self.fabric.broadcast(decision)) if self.fabric.world_size > 1 else decision

    def _measure(self) -> bool:
        if self.validate is None:
            return True
        self._check_weights()
        figures = self.validate(self.ema_model())
        self.log.write(self.step, {f"val/{name}": value for name, value in figures.items()})
        self.report(f"step {self.step}: " + ", ".join(f"{k} {v:.4g}" for k, v in figures.items()))
        better = figures["score"] > self.best
        if better:
            self.best = figures["score"]
            write_tensors(self.folder / BEST, self.average, {"step": self.step, **figures})
        return better

    def _checkpoint(self) -> None:
        self._check_weights()
        if self.is_rank_zero:
            state = {"step": self.step, "best": self.best}
            save_checkpoint(self.folder / NAME, self.objective, self.average, self.optimizer, state)
            self.objective.save_features()

    def _log(self, figures: dict[str, float], seconds: float) -> None:
        if self.step % LOG_EVERY == 0 or self.step == 1 or any(name.startswith("norm/") for name in figures):
            self.log.write(self.step, {**figures, "seconds": seconds})
        if self.is_rank_zero and (self.step % REPORT_EVERY == 0 or self.step == 1):
            shown = ", ".join(f"{name} {value:.3f}" for name, value in figures.items() if "/" not in name)
            self.report(f"step {self.step} of {self.total_steps}: {shown} ({seconds:.1f} s)")


def _fabric(config: TrainingConfig) -> Any:
    from lightning.fabric import Fabric

    world, local = int(os.environ.get("WORLD_SIZE", "1")), int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
    fabric = Fabric(
        accelerator="auto",
        devices=local,
        num_nodes=world // local,
        strategy="ddp_find_unused_parameters_true" if world > 1 else "auto",
        precision=precision_of(config.precision),
    )
    fabric.launch()
    return fabric


def _fix_batch_norm(model: nn.Module) -> None:
    """Let batch norm normalise by its kept statistics, and keep them."""
    for part in model.modules():
        if isinstance(part, nn.modules.batchnorm._BatchNorm):
            part.eval()


def _frozen_names(model: ChangeCaptioner) -> set[str]:
    """Names in the state of parts without a weight that learns."""
    children = model.named_children()
    still = [(name, part) for name, part in children if not any(p.requires_grad for p in part.parameters())]
    return {f"{name}.{key}" for name, part in still for key in part.state_dict()}


def _groups(objective: Objective, schedule: ScheduleConfig) -> list[dict[str, Any]]:
    """Weight decay for matrices and kernels only; the encoder at its own share of the learning rate."""
    encoder = {id(p) for p in objective.model.encoder.parameters()}
    learned = [p for p in objective.parameters() if p.requires_grad]
    groups = []
    for of_encoder, share in ((False, 1.0), (True, schedule.encoder_lr_mult)):
        part = [p for p in learned if (id(p) in encoder) == of_encoder]
        for matrices, decay in ((True, schedule.weight_decay), (False, 0.0)):
            params = [p for p in part if (p.dim() > 1) == matrices]
            groups.append({"params": params, "weight_decay": decay, "share": share})
    return [group for group in groups if group["params"]]
