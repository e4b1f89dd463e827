"""The training loop: Lightning Fabric, one loop for every system; kill it at any time and start it again to go on.

Batches, augmentation and dropout depend on (seed, step) alone, so that an interrupted run gives the same loss curve.
"""

from __future__ import annotations

import csv
import math
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..core.models.captioner import ChangeCaptioner, Encoded
from ..core.models.decoder import CaptionDecoder
from ..core.models.vocabulary import PAD, Vocabulary
from .augmentation import Batch, BatchMaker
from .checkpoints import BEST, NAME, load_checkpoint, save_checkpoint, write_tensors
from .config import TrainingConfig
from .losses.mask import mask_loss

LOG = "metrics.csv"
Validate = Callable[[ChangeCaptioner], dict[str, float]]
Report = Callable[[str], None]


@dataclass(frozen=True)
class Terms:
    """Loss terms of a step, weighted; `total` is their sum."""

    total: Tensor
    parts: dict[str, Tensor]


def caption_loss(logits: Tensor, tokens: Tensor, smoothing: float) -> Tensor:
    """Cross-entropy of the next word (RDD+ACR, eq. 15), mean over all words of all captions of the batch.

    Args:
        logits: (B, K, T, V) for `tokens[..., :-1]` as input.
        tokens: (B, K, T + 1) ids, `PAD` filled.
        smoothing: label smoothing.
    """
    target = tokens[..., 1:]
    return F.cross_entropy(
        logits.flatten(0, -2).float(), target.flatten(), ignore_index=PAD, label_smoothing=smoothing, reduction="sum"
    ) / (target != PAD).sum().clamp(min=1)


class Trainer:
    """One run.

    Args:
        config: the run's settings.
        model: captioner to train.
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
        model: ChangeCaptioner,
        batches: BatchMaker,
        folder: Path,
        validate: Validate | None = None,
        text: list[tuple[str, ...]] | None = None,
        vocabulary: Vocabulary | None = None,
        report: Report = lambda line: None,
    ) -> None:
        from lightning.fabric import Fabric

        self.config, self.batches, self.folder, self.validate = config, batches, folder, validate
        self.text, self.vocabulary, self.report = text or [], vocabulary, report
        world = int(os.environ.get("WORLD_SIZE", "1"))
        self.fabric = Fabric(
            accelerator="auto",
            devices=int(os.environ.get("LOCAL_WORLD_SIZE", "1")),
            num_nodes=world // int(os.environ.get("LOCAL_WORLD_SIZE", "1")),
            strategy="ddp_find_unused_parameters_true" if world > 1 else "auto",
            precision=_precision(config.precision),
        )
        self.fabric.launch()
        self.bare = model.to(memory_format=torch.channels_last)
        optimizer = torch.optim.AdamW(_groups(model, config.schedule.weight_decay), betas=(0.9, 0.98))
        self.model, self.optimizer = self.fabric.setup(self.bare, optimizer)
        self.average = {k: v.detach().clone() for k, v in self.bare.state_dict().items()}
        self.step, self.best = 0, -math.inf
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / NAME).exists():
            state = load_checkpoint(folder / NAME, self.bare, self.average, optimizer)
            self.step, self.best = int(state["step"]), float(state["best"])
            self.report(f"going on at step {self.step} of {self.total_steps}")

    @property
    def total_steps(self) -> int:
        """Text stage and pairs together."""
        return self.config.schedule.text_steps + self.config.schedule.steps

    def fit(self, until: float | None = None) -> bool:
        """Train to the end, or until the clock.

        Args:
            until: `time.monotonic()` at which to checkpoint and stop.

        Returns:
            Whether the run is complete.
        """
        schedule, misses = self.config.schedule, 0
        with ThreadPoolExecutor(1) as pool:
            for batch in self._ahead(pool):
                started = time.monotonic()
                terms = self._train_step(batch)
                self.step += 1
                self._log(terms, time.monotonic() - started)
                done = self.step == self.total_steps
                pairs_done = self.step - schedule.text_steps
                if self.validate and pairs_done > 0 and (pairs_done % schedule.validate_every == 0 or done):
                    misses = 0 if self._validate() else misses + 1
                out_of_time = until is not None and time.monotonic() > until
                stop = schedule.patience is not None and misses > schedule.patience
                if self.step % schedule.checkpoint_every == 0 or done or out_of_time or stop:
                    self._checkpoint()
                if out_of_time or stop:
                    return stop
        return True

    def averaged(self) -> ChangeCaptioner:
        """The model with the moving average of its weights, in evaluation mode (shares nothing with training)."""
        model = ChangeCaptioner(self.bare.config, self.bare.decoder.embedding.num_embeddings)
        model.load_state_dict(self.average)
        return model.to(self.fabric.device, memory_format=torch.channels_last).eval()

    def _ahead(self, pool: ThreadPoolExecutor) -> Iterator[Batch | Tensor]:
        """Batches of the steps to come, one prepared while the other trains."""
        following = pool.submit(self._make, self.step)
        for step in range(self.step, self.total_steps):
            batch = following.result()
            following = pool.submit(self._make, min(step + 1, self.total_steps - 1))
            yield batch

    def _make(self, step: int) -> Batch | Tensor:
        schedule = self.config.schedule
        rank, world = self.fabric.global_rank, self.fabric.world_size
        if step < schedule.text_steps:
            return self._text_batch(step)[rank::world]
        step -= schedule.text_steps
        batch = self.batches.batch(step, step / max(schedule.steps - 1, 1), schedule.batch)
        if world == 1:
            return batch
        return Batch(*(t[rank::world] for t in (batch.images, batch.masks, batch.tokens, batch.changed)))

    def _text_batch(self, step: int) -> Tensor:
        generator = torch.Generator().manual_seed(self.config.seed * 1_000_003 + step)
        rows = torch.randint(len(self.text), (8 * self.config.schedule.batch,), generator=generator)
        encode = self.vocabulary.encode if self.vocabulary else None
        ids = [torch.tensor(encode(self.text[i])[: self.bare.decoder.max_length]) for i in rows if encode]
        return nn.utils.rnn.pad_sequence(ids, batch_first=True, padding_value=PAD).unsqueeze(1)

    def _train_step(self, batch: Batch | Tensor) -> Terms:
        torch.manual_seed(self.config.seed * 1_000_003 + self.step)
        schedule = self.config.schedule
        for group in self.optimizer.param_groups:
            group["lr"] = self._learning_rate()
        self.model.train()
        terms = self._text_terms(batch) if isinstance(batch, Tensor) else self._pair_terms(batch)
        self.optimizer.zero_grad(set_to_none=True)
        self.fabric.backward(terms.total)
        norm = nn.utils.clip_grad_norm_(self.bare.parameters(), schedule.clip)
        self.optimizer.step()
        self._update_average()
        return Terms(terms.total, {**terms.parts, "gradient_norm": norm})

    def _text_terms(self, tokens: Tensor) -> Terms:
        """The decoder alone, over an empty memory: the language of the corpus before its pictures."""
        tokens = tokens.to(self.fabric.device)
        decoder: CaptionDecoder = self.bare.decoder
        memory = torch.zeros(len(tokens), 1, self.bare.config.dim, device=tokens.device)
        with self.fabric.autocast():
            logits = decoder(memory, tokens[:, 0, :-1]).unsqueeze(1)
        loss = caption_loss(logits, tokens, self.config.loss.label_smoothing)
        return Terms(loss, {"text": loss})

    def _pair_terms(self, batch: Batch) -> Terms:
        device, weights = self.fabric.device, self.config.loss
        images, masks = batch.images.to(device), batch.masks.to(device)
        tokens, changed = batch.tokens.to(device), batch.changed.to(device)
        encoded, logits = self.model(images, tokens[..., :-1], changed > 0.5)
        parts = {"caption": weights.caption * caption_loss(logits, tokens, weights.label_smoothing)}
        parts |= _vision_terms(encoded, masks, changed, weights.mask, weights.change)
        return Terms(torch.stack(list(parts.values())).sum(), parts)

    def _learning_rate(self) -> float:
        """Linear warm-up, then half a cosine to 2 %; the text stage warms up and stays."""
        schedule = self.config.schedule
        pairs_step = self.step - schedule.text_steps
        local = self.step if pairs_step < 0 else pairs_step
        warm = min(1.0, (local + 1) / max(schedule.warmup, 1))
        progress = max(pairs_step, 0) / max(schedule.steps, 1)
        return schedule.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = min(self.config.schedule.ema, (1 + self.step) / (10 + self.step))
        for name, value in self.bare.state_dict().items():
            if value.is_floating_point():
                self.average[name].lerp_(value, 1 - decay)
            else:
                self.average[name].copy_(value)

    def _validate(self) -> bool:
        if self.validate is None or not self.fabric.is_global_zero:
            return True
        figures = self.validate(self.averaged())
        self._write({"step": self.step, **{f"val_{k}": v for k, v in figures.items()}})
        self.report(f"step {self.step}: " + ", ".join(f"{k} {v:.4g}" for k, v in figures.items()))
        better = figures["score"] > self.best
        if better:
            self.best = figures["score"]
            write_tensors(self.folder / BEST, self.average, {"step": self.step, **figures})
        return better

    def _checkpoint(self) -> None:
        if self.fabric.is_global_zero:
            state = {"step": self.step, "best": self.best}
            save_checkpoint(self.folder / NAME, self.bare, self.average, self.optimizer, state)

    def _log(self, terms: Terms, seconds: float) -> None:
        if self.step % 10 == 0 or self.step == 1:
            parts = {k: float(v.detach()) for k, v in terms.parts.items()}
            self._write({"step": self.step, "loss": float(terms.total.detach()), "seconds": seconds, **parts})
            if self.step % 50 == 0 or self.step == 1:
                shown = ", ".join(f"{k} {v:.3f}" for k, v in parts.items())
                self.report(f"step {self.step} of {self.total_steps}: {shown} ({seconds:.1f} s)")

    def _write(self, row: dict[str, Any]) -> None:
        if not self.fabric.is_global_zero:
            return
        with (self.folder / LOG).open("a", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            for key, value in row.items():
                if key != "step":
                    writer.writerow([row["step"], key, value])


def _vision_terms(
    encoded: Encoded, masks: Tensor, changed: Tensor, mask_weight: float, change_weight: float
) -> dict[str, Tensor]:
    parts: dict[str, Tensor] = {}
    if encoded.mask_logits is not None and mask_weight:
        parts["mask"] = mask_weight * mask_loss(encoded.mask_logits, masks)
    if change_weight:
        known = (changed >= 0).float()
        entropy = F.binary_cross_entropy_with_logits(
            encoded.change_logit.float(), changed.clamp(min=0), reduction="none"
        )
        parts["change"] = change_weight * (entropy * known).sum() / known.sum().clamp(min=1)
    return parts


def _groups(model: nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """Weight decay for matrices and kernels only."""
    decayed = [p for p in model.parameters() if p.requires_grad and p.dim() > 1]
    others = [p for p in model.parameters() if p.requires_grad and p.dim() <= 1]
    return [{"params": decayed, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0.0}]


def _precision(wanted: str) -> Any:
    """bf16 where the machine is fast at it, else float32."""
    if wanted != "auto":
        return wanted
    if torch.cuda.is_available():
        return "bf16-mixed"
    capable = torch.cpu.get_capabilities()
    return "bf16-mixed" if capable.get("avx512_bf16") or capable.get("amx_bf16") else "32-true"
