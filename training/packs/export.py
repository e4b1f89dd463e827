"""From a run to a model pack: the best weights, thresholds and calibration fitted on the validation pairs, the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import CaptionerConfig, MaskHeadConfig
from ...core.models.packs import Calibration, ModelPack, PackManifest, Radiometry, load_pack, save_pack
from ...core.models.vocabulary import Vocabulary
from ...core.raster.radiometry import ImageStats, measure_image_stats
from ..config import TrainingConfig
from ..data.pairs import TrainingPair, load_pairs
from ..data.single_temporal import SingleTemporalPairs, fixed_pairs, load_tiles
from ..evaluation.mask_metrics import ANY_CHANGE
from ..trainer.checkpoints import BEST
from ..trainer.init_weights import freeze_all_but_change_head, freeze_all_but_mask_head

CLASS_WORDS: dict[str, tuple[str, ...]] = {
    "building": (
        *("building", "buildings", "house", "houses", "villa", "villas", "bungalow", "bungalows", "home", "homes"),
        *("warehouse", "warehouses", "factory", "factories", "shed", "sheds", "greenhouse", "greenhouses"),
        *("apartment", "apartments", "residence", "residences"),
    ),
}
"""Words by which captions name a class of the mask head; `change` is named by any caption of change."""

_THRESHOLDS = np.arange(0.2, 0.81, 0.05)
_ENOUGH_PIXELS = 10_000
_BATCH = 16
_OUTLIERS = 0.005
_FEWEST_IMAGES = 100
"""So few images do not tell what is unusual: the model would be silent about all others."""


@dataclass(frozen=True)
class ValidationOutputs:
    """Outputs of a model for the validation pairs.

    Attributes:
        logits: (N,) change logits.
        changed: (N,) 1 or 0; −1 unknown.
        counts: (T, C, 3) hits, false alarms and misses per threshold and channel.
    """

    logits: NDArray[np.float64]
    changed: NDArray[np.int64]
    counts: NDArray[np.int64]


def export_pack(run: Path, target: Path, data: Path) -> ModelPack:
    """Write the pack of a run.

    Args:
        run: folder of a run with `config.json`, `vocab.json` and `best.safetensors`.
        target: folder of the pack.
        data: data folder, for the validation pairs.

    Raises:
        InputError: the run holds no weights yet.
    """
    weights = run / BEST
    if not weights.exists():
        raise InputError(f"{run} holds no {BEST}: the run has not reached its first validation yet")
    config = TrainingConfig.model_validate_json((run / "config.json").read_text(encoding="utf-8"))
    vocabulary = Vocabulary.load(run / "vocab.json")
    model = ChangeCaptioner(config.model, len(vocabulary))
    model.load_state_dict(load_file(weights))
    model.eval()
    if config.train_change_head_of:
        freeze_all_but_change_head(model)  # the card counts what the run let learn
    if config.train_mask_head_of:
        freeze_all_but_mask_head(model)
    calibration, architecture = Calibration(), config.model
    if config.validation is not None:
        channels = config.model.mask_head.channels if config.model.mask_head else ()
        side, memory_gb = config.input.tile_size, config.memory_gb
        pairs = load_pairs(data, [config.validation], channels, side=side, memory_gb=memory_gb)
        outputs = validation_outputs(model, pairs, config)
        calibration = fit_calibration(outputs)
        left_out = left_out_pairs(data, config)
        counted = [outputs.counts]
        if left_out:
            counted.append(validation_outputs(model, left_out, config).counts)
        architecture = with_thresholds(config.model, counted)
    made = {
        "name": config.name,
        "architecture": _free(architecture),
        "training_data": _training_data(config),
        "licence": config.licence,
        "training": {
            "seed": config.seed,
            "steps": config.schedule.steps,
            "batch_size": config.schedule.batch_size,
            **{f"weights {kind}": count for kind, count in model.parameter_counts().items()},
        },
    }
    if config.train_mask_head_of:  # words and flag are the pack's, and so is all that was fitted to them
        taken = load_pack(config.train_mask_head_of).manifest
        return save_pack(target, model, vocabulary, taken.model_copy(update={**made, "metrics": {}, "files": {}}))
    manifest = PackManifest(
        **made,
        description=f"{config.model.difference.name} captioner with a mask head",
        input=config.input.model_copy(update={"radiometry": measure_radiometry(data, config)}),
        calibration=calibration,
        beam=config.beam,
        claim_penalty=config.claim_penalty,
        class_words=CLASS_WORDS,
    )
    return save_pack(target, model, vocabulary, manifest)


def measure_radiometry(data: Path, config: TrainingConfig) -> Radiometry | None:
    """Ranges of the appearance of the training images, their outermost `_OUTLIERS` per side left out; None for few."""
    pairs = load_pairs(data, config.sources, (), side=config.input.tile_size, memory_gb=config.memory_gb)
    if 2 * len(pairs) < _FEWEST_IMAGES:
        return None
    looks = [astuple(measure_image_stats(image)) for pair in pairs for image in pair.loaded().images]
    low, high = np.quantile(np.array(looks), (_OUTLIERS, 1 - _OUTLIERS), axis=0).round(1).tolist()
    names = [field.name for field in fields(ImageStats)]
    return Radiometry.model_validate(dict(zip(names, zip(low, high, strict=True), strict=True)))


def widen_radiometry(known: Radiometry | None, pairs: Sequence[TrainingPair]) -> Radiometry | None:
    """Ranges that hold the images of some more pairs, too; None stays None.

    Args:
        known: of the images that a model was trained on before.
        pairs: what it was trained on since.
    """
    looks = [astuple(measure_image_stats(image)) for pair in pairs for image in pair.loaded().images]
    if known is None or not looks:
        return known
    low, high = np.array(looks).min(axis=0).tolist(), np.array(looks).max(axis=0).tolist()
    old = [getattr(known, field.name) for field in fields(ImageStats)]
    both = [(min(a, least), max(b, most)) for (a, b), least, most in zip(old, low, high, strict=True)]
    return Radiometry.model_validate(dict(zip([field.name for field in fields(ImageStats)], both, strict=True)))


@torch.no_grad()
def validation_outputs(model: ChangeCaptioner, pairs: list[TrainingPair], config: TrainingConfig) -> ValidationOutputs:
    """Change logits and pixel counts of a model on pairs, float32."""
    mean = torch.tensor(config.input.mean).reshape(1, 1, 3, 1, 1)
    std = torch.tensor(config.input.std).reshape(1, 1, 3, 1, 1)
    logits: list[float] = []
    channels = len(config.model.mask_head.channels) if config.model.mask_head else 0
    counts = np.zeros((len(_THRESHOLDS), channels, 3), np.int64)
    for start in range(0, len(pairs), _BATCH):
        part = [pair.loaded() for pair in pairs[start : start + _BATCH]]
        images = torch.from_numpy(np.stack([p.images for p in part])).float() / 255
        encoded = model.encode((images - mean) / std)
        logits += encoded.change_logit.tolist()
        if encoded.mask_logits is not None:
            counts += _count(encoded.mask_logits.sigmoid().numpy(), np.stack([p.masks for p in part]))
    return ValidationOutputs(np.array(logits), np.array([p.changed for p in pairs]), counts)


def _count(probabilities: NDArray[np.float32], masks: NDArray[np.uint8]) -> NDArray[np.int64]:
    rows = []
    known, marked = masks <= 1, masks == 1
    for threshold in _THRESHOLDS:
        found = probabilities >= threshold
        cases = (found & marked & known, found & ~marked & known, ~found & marked & known)
        rows.append(np.stack([case.sum(axis=(0, 2, 3)) for case in cases], axis=1))
    return np.stack(rows)


def fit_calibration(outputs: ValidationOutputs) -> Calibration:
    """Platt scaling of the change logit, with Platt's smoothed targets.

    Args:
        outputs: of the validation pairs.

    Returns:
        Scale and offset of least cross-entropy; the identity if only one of the two outcomes occurs.
    """
    from scipy.optimize import minimize
    from scipy.special import expit

    known = outputs.changed >= 0
    x, y = outputs.logits[known], outputs.changed[known]
    positive, negative = int((y == 1).sum()), int((y == 0).sum())
    if positive == 0 or negative == 0:
        return Calibration()
    target = np.where(y == 1, (positive + 1) / (positive + 2), 1 / (negative + 2))
    unit = max(float(np.abs(x).max()), 1e-9)  # logits of any size meet the optimiser as numbers up to 1
    design = np.stack([x / unit, np.ones_like(x)], axis=1)

    def entropy(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = design @ beta
        return float((np.logaddexp(0, z) - target * z).mean()), design.T @ (expit(z) - target) / len(z)

    beta = minimize(entropy, np.array([unit, 0.0]), jac=True, method="BFGS").x
    return Calibration(scale=float(beta[0] / unit), offset=float(beta[1]))


def _training_data(config: TrainingConfig) -> tuple[str, ...]:
    """The run's own sources, and what the packs saw whose parts it took over: their terms hold for this one, too."""
    names = (config.init.encoder, config.taken_whole, config.init.mask_head, config.init.detector)
    taken = [load_pack(name).manifest for name in names if name]
    own = [source.path for source in config.sources]
    return tuple(dict.fromkeys([*own, *(path for manifest in taken for path in manifest.training_data)]))


def _free(architecture: CaptionerConfig) -> CaptionerConfig:
    """Nothing frozen: that was the run's choice, and who fine-tunes the pack wants its masks to learn, too."""
    parts = {name: getattr(architecture, name) for name in ("encoder", "mask_head", "view_head")}
    free = {name: part.model_copy(update={"frozen": False}) for name, part in parts.items() if part is not None}
    return architecture.model_copy(update=free)


def left_out_pairs(data: Path, config: TrainingConfig) -> list[TrainingPair]:
    """Pairs of the single dates that the run leaves out, as many as tiles."""
    making = config.augment.single_temporal
    tiles = load_tiles(data, config.sources, making.gsd_m[0], left_out=True)
    channels = config.model.mask_head.channels if config.model.mask_head else ()
    if not tiles:
        return []
    return fixed_pairs(SingleTemporalPairs(tiles, channels, making, config.input.tile_size), len(tiles))


def with_thresholds(architecture: CaptionerConfig, counted: Sequence[NDArray[np.int64]]) -> CaptionerConfig:
    """Each channel at the threshold with the best F1, where pairs hold enough of it to tell.

    Args:
        architecture: of the model.
        counted: `ValidationOutputs.counts` of real pairs, and of such of places left out; of several that label a
            channel the mean of their F1 decides.
    """
    head = architecture.mask_head
    if head is None:
        return architecture
    channels = []
    for index, channel in enumerate(head.channels):
        scores = []
        for counts in counted:
            hits, alarms, misses = (counts[:, index, case] for case in range(3))
            if hits[0] + misses[0] > _ENOUGH_PIXELS and channel.class_name != ANY_CHANGE:
                scores.append(2 * hits / np.maximum(2 * hits + alarms + misses, 1))
        enough = bool(scores)
        best = float(_THRESHOLDS[int(np.mean(scores, axis=0).argmax())]) if scores else channel.threshold
        channels.append(channel.model_copy(update={"threshold": round(best, 2)}) if enough else channel)
    updated: dict[str, Any] = {"mask_head": MaskHeadConfig.model_validate({**head.model_dump(), "channels": channels})}
    return architecture.model_copy(update=updated)
