"""Features of a frozen encoder, computed once per view of a pair and kept as float16 on disk.

With `augment.views` = V each pair is shown as V views: the first as it is, the others augmented. What the frozen
encoder, and the frozen detector where there is one, see in them never changes, so a step costs only what learns.
The views are the same for every seed and every system, so that a comparison computes them once.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ..core.errors import InputError
from ..core.models.captioner import ChangeCaptioner, PairFeatures
from .augmentation import Batch, BatchMaker, Example
from .pairs import SIDE, TrainingPair

Report = Callable[[str], None]
Show = Callable[[int], NDArray[np.float32]]
"""Normalised (2, 3, H, W) of a view by its number."""
FEATURES = "features"
"""Folder of the banks, beside the run's own: runs that stand side by side share them."""
_BATCH = 8


class FeatureBank:
    """Features of numbered views.

    Args:
        dates: per scale (N, 2, C_s, H_s, W_s) float16 of the encoder, finest first.
        prior: per scale (N, P_s, ·, ·) float16 of the detector; empty without one.
        read: indices of the scales that the model reads, all by default; the others are given without cells, since
            fetching the fine ones costs as much as a step of a small system.
    """

    def __init__(
        self,
        dates: Sequence[NDArray[np.float16]],
        prior: Sequence[NDArray[np.float16]] = (),
        read: Sequence[int] | None = None,
    ) -> None:
        self.dates, self.prior = tuple(dates), tuple(prior)
        self.read = frozenset(range(len(self.dates)) if read is None else read)

    def __len__(self) -> int:
        return len(self.dates[0])

    def rows(self, numbers: Sequence[int]) -> PairFeatures:
        """Features of some views as a batch, float32."""
        chosen = list(numbers)
        dates = [
            torch.from_numpy(scale[chosen] if index in self.read else scale[chosen, ..., :0, :0]).float()
            for index, scale in enumerate(self.dates)
        ]
        prior = [torch.from_numpy(np.asarray(scale[chosen])).float() for scale in self.prior]
        return PairFeatures([scale[:, 0] for scale in dates], [scale[:, 1] for scale in dates], prior, (SIDE, SIDE))


def open_bank(
    folder: Path, model: ChangeCaptioner, show: Show, count: int, key: str, report: Report = lambda line: None
) -> FeatureBank:
    """Features of `count` views, from disk where an earlier run left them.

    Args:
        folder: of all banks.
        model: whose encoder and detector look at the views.
        show: gives the views.
        count: number of views.
        key: says what the views are.
        report: takes lines of progress.

    Raises:
        InputError: the encoder is not frozen.
    """
    if not model.encoder.frozen:
        raise InputError("augment.views keeps features of a frozen encoder; set model.encoder.frozen: true")

    def by_date(images: Tensor) -> list[Tensor]:
        seen = model.encoder(images.transpose(0, 1).flatten(0, 1).contiguous(memory_format=torch.channels_last))
        return [torch.stack(scale.chunk(2), dim=1) for scale in seen]

    layout = f"{key} {model.encoder.channels} {model.encoder.strides} {model.encoder.gain}"
    dates = _open(folder, "dates", by_date, _key(layout, model.encoder), show, count, report)
    if model.detector is None:
        return FeatureBank(dates, read=_scales_read(model))
    detector, scales = model.detector, len(model.encoder.channels)

    def by_pair(images: Tensor) -> list[Tensor]:
        return detector(images.transpose(0, 1).flatten(0, 1))[-scales:]

    return FeatureBank(dates, _open(folder, "prior", by_pair, _key(f"{key} {scales}", detector), show, count, report))


def _scales_read(model: ChangeCaptioner) -> tuple[int, ...]:
    """Indices of the encoder scales that a model without a detector reads."""
    if model.mask_head is not None or model.scene_tokens is not None:
        return tuple(range(len(model.encoder.channels)))
    return model.difference.reads


class ViewMaker(BatchMaker):
    """Batches of kept views in place of new ones.

    Args:
        batches: augments and labels.
        views: views per pair, V.
        open_features: opens the bank of all views, number `pair · V + view`, given how to show them and a key.
        examples: what is known of the views, if another maker of the same views has found out already.
    """

    def __init__(
        self,
        batches: BatchMaker,
        views: int,
        open_features: Callable[[Show, int, str], FeatureBank],
        examples: Sequence[Example] = (),
    ) -> None:
        self.__dict__.update(batches.__dict__)
        self.views = views
        self.examples = examples or [self._without_images(number) for number in range(len(self.pairs) * views)]
        config = batches.config.model_dump_json(exclude_defaults=True)
        key = f"{config} {list(batches.mean.flat)} {list(batches.std.flat)} {_digest(self.pairs)}"
        self.bank = open_features(self._show, len(self.examples), key)

    def batch(self, step: int, progress: float, size: int) -> Batch:
        """As of `BatchMaker`, with features in place of images."""
        rng = np.random.default_rng((self.seed, step))
        numbers = [row * self.views + int(rng.integers(self.views)) for row in self.draw(progress, size, rng)]
        return self.label(self.bank.rows(numbers), [self.examples[number] for number in numbers], rng)

    def _view(self, number: int, pair: TrainingPair | None = None) -> Example:
        """View of its pair, or of one that stands in for it."""
        row, view = divmod(number, self.views)
        pair = pair or self.pairs[row]
        if view == 0:
            return Example(pair.images, pair.masks, pair.captions, pair.changed)
        return self.augment(pair, np.random.default_rng((row, view)))

    def _show(self, number: int) -> NDArray[np.float32]:
        return self.normalise(self._view(number).images)

    def _without_images(self, number: int) -> Example:
        """What is known of a view, whose draws do not depend on how many pixels there are."""
        pair = self.pairs[number // self.views]
        return self._view(number, dataclasses.replace(pair, images=pair.images[..., :0, :0]))


def validation_bank(
    folder: Path, model: ChangeCaptioner, batches: BatchMaker, pairs: Sequence[TrainingPair], report: Report
) -> FeatureBank:
    """Features of validation pairs as they are."""
    key = f"{list(batches.mean.flat)} {list(batches.std.flat)} {_digest(pairs)}"
    return open_bank(folder, model, lambda row: batches.normalise(pairs[row].images), len(pairs), key, report)


def _digest(pairs: Sequence[TrainingPair]) -> str:
    digest = hashlib.sha256()
    for pair in pairs:
        digest.update(pair.images[..., ::8, ::8].tobytes())
        digest.update(repr(pair.captions).encode())
    return digest.hexdigest()


def _key(views: str, module: nn.Module) -> str:
    digest = hashlib.sha256(views.encode())
    for name, tensor in [*module.named_parameters(), *module.named_buffers()]:
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]


def _open(
    root: Path, kind: str, look: Callable[[Tensor], list[Tensor]], key: str, show: Show, count: int, report: Report
) -> list[NDArray[np.float16]]:
    folder = root / f"{kind}-{key}"
    if not folder.is_dir():
        _compute(folder, look, show, count, report)
    files = sorted(folder.glob("scale-*.npy"))
    return [np.load(file, mmap_mode="r") for file in files]


@torch.no_grad()
def _compute(folder: Path, look: Callable[[Tensor], list[Tensor]], show: Show, count: int, report: Report) -> None:
    """Write the features of all views; the folder appears complete or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".features-", dir=folder.parent))
    report(f"computing features of {count:,} views once, into {folder}")
    arrays: list[np.memmap[Any, np.dtype[np.float16]]] = []
    try:
        for start in range(0, count, _BATCH):
            numbers = range(start, min(start + _BATCH, count))
            seen = look(torch.from_numpy(np.stack([show(number) for number in numbers])))
            if not arrays:
                arrays = [
                    np.lib.format.open_memmap(
                        staging / f"scale-{index}.npy", mode="w+", dtype=np.float16, shape=(count, *scale.shape[1:])
                    )
                    for index, scale in enumerate(seen)
                ]
            for array, scale in zip(arrays, seen, strict=True):
                array[start : numbers.stop] = scale.half().numpy()
        for array in arrays:
            array.flush()
        os.replace(staging, folder)
    except OSError:
        if not folder.is_dir():  # another process may have been faster
            raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
