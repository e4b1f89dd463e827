"""Features of a frozen encoder, computed once per view of a pair and kept as float16 on disk.

With `augment.cached_views` = V each pair is shown as V views: the first as it is, the others augmented. What the frozen
encoder, and a frozen detector or mask head, see in them never changes, so a step costs only what learns.
The views are the same for every seed and every system, so that a comparison computes them once.
"""

from __future__ import annotations

import dataclasses
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ...core.errors import InputError
from ...core.files import atomic_dir
from ...core.models.captioner import ChangeCaptioner, PairFeatures
from ...core.models.change_head import ChangeHead
from ..devices import in_bfloat16
from .augmentation import Batch, BatchSampler, Sample
from .pairs import SIDE, StreamedPair, TrainingPair

Report = Callable[[str], None]
Arrays = dict[str, Tensor]
"""By name, see `FeatureCache`."""
Show = Callable[[int], NDArray[np.float32]]
"""Normalised (2, 3, H, W) of a view by its number."""
FEATURES = "features"
"""Folder of the banks, beside the run's own: runs that stand side by side share them."""
_BATCH = 8
_REPORT_S = 30.0


class FeatureCache:
    """Features of numbered views.

    Args:
        scales: number of the encoder's scales.
        arrays: `dates-S` (N, 2, C_S, H_S, W_S) of the encoder at scale S (0 = finest), `prior-S` (N, P_S, ·, ·) of the
            detector, `mask` (N, ·, ·, ·) of a frozen mask head; all float16.
        read: scales that the model reads, all that are kept by default; the others are given without cells, since
            fetching the fine ones costs as much as a step of a small system.
        side: of the views in pixels.
    """

    def __init__(
        self,
        scales: int,
        arrays: Mapping[str, NDArray[np.float16]],
        read: Sequence[int] | None = None,
        side: int = SIDE,
    ) -> None:
        self.side = side
        self.scales, self.arrays = scales, dict(arrays)
        self.read = frozenset(range(scales) if read is None else read)

    def __len__(self) -> int:
        return len(next(iter(self.arrays.values())))

    def rows(self, numbers: Sequence[int]) -> PairFeatures:
        """Features of some views as a batch, float32."""
        chosen = list(numbers)

        def fetch(name: str) -> Tensor:
            return torch.from_numpy(np.asarray(self.arrays[name][chosen])).float()

        unread = torch.zeros(len(chosen), 2, 0, 0, 0)
        dates = [
            fetch(f"dates-{scale}") if scale in self.read and f"dates-{scale}" in self.arrays else unread
            for scale in range(self.scales)
        ]
        prior = [fetch(f"prior-{scale}") for scale in range(self.scales) if f"prior-{scale}" in self.arrays]
        mask = fetch("mask") if "mask" in self.arrays else None
        return PairFeatures(
            [part[:, 0] for part in dates], [part[:, 1] for part in dates], prior, (self.side, self.side), mask
        )


def load_or_compute(
    folder: Path,
    model: ChangeCaptioner,
    show: Show,
    count: int,
    key: str,
    report: Report = lambda line: None,
    bfloat16: bool = False,
    side: int = SIDE,
) -> FeatureCache:
    """Features of `count` views, from disk where an earlier run left them.

    With a frozen mask head its view is kept in place of the scales that nothing else reads.

    Args:
        folder: of all banks.
        model: whose encoder, detector and mask head look at the views.
        show: gives the views.
        count: number of views.
        key: says what the views are.
        report: takes lines of progress.
        bfloat16: look in bfloat16, which is several times as fast where the processor knows it.
        side: of the views in pixels.

    Raises:
        InputError: the encoder is not frozen.
    """
    if not model.encoder.frozen:
        raise InputError("augment.cached_views keeps features of a frozen encoder; set model.encoder.frozen: true")
    device = next(model.parameters()).device
    scales, read = len(model.encoder.channels), _scales_read(model)
    mask_head = model.mask_head if model.mask_head is not None and model.mask_head.frozen else None
    seer = mask_head if model.view_head is None else model.view_head
    kept = range(scales) if mask_head is None else read

    def by_date(images: Tensor) -> Arrays:
        seen = model.encoder(images.transpose(0, 1).flatten(0, 1).contiguous(memory_format=torch.channels_last))
        dates = [torch.stack(scale.chunk(2), dim=1) for scale in seen]
        arrays = {f"dates-{scale}": dates[scale] for scale in kept}
        if mask_head is not None and seer is not None:
            before, after = [date[:, 0] for date in dates], [date[:, 1] for date in dates]
            arrays["mask"] = seer.view(seer(before, after, (images.shape[-2], images.shape[-1])))
        return arrays

    encoder = model.encoder
    layout = f"{key} {encoder.channels} {encoder.strides} {encoder.feature_scale} {list(kept)} {bfloat16}"
    watching = nn.ModuleList([model.encoder, *([seer] if mask_head is not None and seer is not None else [])])
    arrays = _open(folder, "dates", by_date, _key(layout, watching), show, count, report, bfloat16, device)
    if model.detector is not None:
        detector = model.detector

        def by_pair(images: Tensor) -> Arrays:
            seen = detector(images.transpose(0, 1).flatten(0, 1))[-scales:]
            return {f"prior-{scale}": part for scale, part in enumerate(seen)}

        about = _key(f"{key} {scales} {bfloat16}", detector)
        arrays |= _open(folder, "prior", by_pair, about, show, count, report, bfloat16, device)
    return FeatureCache(scales, arrays, None if model.detector is not None else read, side)


def _scales_read(model: ChangeCaptioner) -> tuple[int, ...]:
    """Indices of the encoder scales that a model reads, with a frozen mask head beside that."""
    scales = range(len(model.encoder.channels))
    if model.mask_head is not None and not model.mask_head.frozen:
        return tuple(scales)
    scene = () if model.scene_tokens is None else (scales[model.config.scene_scale],)
    flag = (model.change.scale,) if isinstance(model.change, ChangeHead) else ()
    return tuple(sorted({*model.difference.in_scales, *scene, *flag}))


class CachedBatchSampler(BatchSampler):
    """Batches of kept views in place of new ones.

    Args:
        batches: augments and labels.
        views: views per pair, V.
        open_features: opens the bank of all views, number `pair · V + view`, given how to show them and a key.
        examples: what is known of the views, if another maker of the same views has found out already.
    """

    def __init__(
        self,
        batches: BatchSampler,
        views: int,
        open_features: Callable[[Show, int, str], FeatureCache],
        examples: Sequence[Sample] = (),
    ) -> None:
        self.__dict__.update(batches.__dict__)
        self.views = views
        self.examples = examples or [self._without_images(number) for number in range(len(self.pairs) * views)]
        config = batches.config.model_dump_json(exclude_defaults=True)
        key = f"{config} {list(batches.mean.flat)} {list(batches.std.flat)} {_digest(self.pairs)}"
        self.bank = open_features(self._show, len(self.examples), key)

    def batch(self, step: int, progress: float, size: int) -> Batch:
        """As of `BatchSampler`, with features in place of images."""
        rng = np.random.default_rng((self.seed, step))
        numbers = [row * self.views + int(rng.integers(self.views)) for row in self.draw(progress, size, rng)]
        return self.attach_labels(self.bank.rows(numbers), [self.examples[number] for number in numbers], rng)

    def _view(self, number: int, pair: TrainingPair | None = None) -> Sample:
        """View of its pair, or of one that stands in for it."""
        row, view = divmod(number, self.views)
        pair = pair or self.pairs[row].loaded()
        if view == 0:
            return Sample(pair.images, pair.masks, pair.captions, pair.changed)
        return self.augment(pair, np.random.default_rng((row, view)))

    def _show(self, number: int) -> NDArray[np.float32]:
        return self.normalise(self._view(number).images)

    def _without_images(self, number: int) -> Sample:
        """What is known of a view, whose draws do not depend on how many pixels there are."""
        pair = self.pairs[number // self.views].loaded()
        return self._view(number, dataclasses.replace(pair, images=pair.images[..., :0, :0]))


def validation_cache(
    folder: Path,
    model: ChangeCaptioner,
    batches: BatchSampler,
    pairs: Sequence[TrainingPair],
    report: Report,
    bfloat16: bool = False,
    side: int = SIDE,
) -> FeatureCache:
    """Features of validation pairs as they are."""
    key = f"{list(batches.mean.flat)} {list(batches.std.flat)} {_digest(pairs)}"

    def show(row: int) -> NDArray[np.float32]:
        return batches.normalise(pairs[row].loaded().images)

    return load_or_compute(folder, model, show, len(pairs), key, report, bfloat16, side)


def _digest(pairs: Sequence[TrainingPair]) -> str:
    digest = hashlib.sha256()
    for pair in pairs:
        if isinstance(pair, StreamedPair):
            digest.update(pair.stamp())
        else:
            digest.update(pair.images[..., ::8, ::8].tobytes())
            digest.update(pair.masks.tobytes())  # decide which dates `augment` swaps
        digest.update(repr((pair.captions, pair.changed)).encode())
    return digest.hexdigest()


def _key(views: str, module: nn.Module) -> str:
    digest = hashlib.sha256(views.encode())
    for name, tensor in [*module.named_parameters(), *module.named_buffers()]:
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]


def _open(
    root: Path,
    kind: str,
    look: Callable[[Tensor], Arrays],
    key: str,
    show: Show,
    count: int,
    report: Report,
    bfloat16: bool,
    device: torch.device,
) -> dict[str, NDArray[np.float16]]:
    folder = root / f"{kind}-{key}"
    if not folder.is_dir():

        def seen(images: Tensor) -> Arrays:
            with in_bfloat16(device, bfloat16):
                return look(images.to(device))

        _compute(folder, seen, show, count, report)
    return {file.stem: np.load(file, mmap_mode="r") for file in folder.glob("*.npy")}


@torch.no_grad()
def _compute(folder: Path, look: Callable[[Tensor], Arrays], show: Show, count: int, report: Report) -> None:
    """Write the features of all views; the folder appears complete or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    report(f"computing features of {count:,} views once, into {folder}")
    try:
        with atomic_dir(folder) as staging:
            _fill(staging, look, show, count, report)
    except OSError:
        if not folder.is_dir():  # another process may have been faster
            raise


def _fill(folder: Path, look: Callable[[Tensor], Arrays], show: Show, count: int, report: Report) -> None:
    """Write one array per kind of feature, (count, …) float16, saying now and then how far it is."""
    arrays: dict[str, np.memmap[Any, np.dtype[np.float16]]] = {}
    started, said = time.monotonic(), time.monotonic()
    for numbers, images in _prepared(show, count):
        for name, values in look(images).items():
            if name not in arrays:
                arrays[name] = np.lib.format.open_memmap(
                    folder / f"{name}.npy", mode="w+", dtype=np.float16, shape=(count, *values.shape[1:])
                )
            arrays[name][numbers.start : numbers.stop] = values.half().cpu().numpy()
        if time.monotonic() - said > _REPORT_S:
            said = time.monotonic()
            left = (said - started) / numbers.stop * (count - numbers.stop) / 60
            report(f"features of {numbers.stop:,} of {count:,} views, {left:.0f} minutes left")
    for array in arrays.values():
        array.flush()


def _prepared(show: Show, count: int) -> Iterator[tuple[range, Tensor]]:
    """Batches of views with their numbers, one prepared while the other is looked at."""

    def prepare(start: int) -> tuple[range, Tensor]:
        numbers = range(start, min(start + _BATCH, count))
        return numbers, torch.from_numpy(np.stack([show(number) for number in numbers]))

    with ThreadPoolExecutor(1) as pool:
        following = pool.submit(prepare, 0)
        for start in range(_BATCH, count, _BATCH):
            ready, following = following.result(), pool.submit(prepare, start)
            yield ready
        yield following.result()
