"""A training run from its configuration: data, vocabulary, model, loop; and the pack that comes out of it."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ...core.errors import InputError
from ...core.files import atomic_file
from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import Channel
from ...core.models.packs import ModelPack, load_pack
from ...core.models.vocabulary import Vocabulary
from ..config import TrainingConfig
from ..data.augmentation import BatchSampler, Sample
from ..data.datasets.single_date import Tile
from ..data.feature_cache import FEATURES, CachedBatchSampler, load_or_compute, validation_cache
from ..data.pairs import TrainingPair, load_pairs
from ..data.single_temporal import SingleTemporalPairs, fixed_pairs, load_tiles
from ..data.tokenization import tokenize
from ..devices import best_device, precision_of
from ..losses.self_critical import SelfCritical
from .checkpoints import NAME as CHECKPOINT
from .init_weights import init_from_packs, resolve_architecture
from .objective import Objective
from .revive_coarsest import revive_coarsest
from .trainer import Trainer, Validate
from .validation import MaskValidation, QuickValidation

_MARKS = 2
"""Tokens of a caption beside its words: start and end."""
DATA_VARIABLE = "DESCRIBE_CHANGES_DATA"
Report = Callable[[str], None]


def data_folder(config: TrainingConfig, given: Path | None = None) -> Path:
    """`given`, else `DESCRIBE_CHANGES_DATA`, else the configuration's folder."""
    folder = given or Path(os.environ.get(DATA_VARIABLE) or config.data_root)
    if not folder.is_dir():
        raise InputError(f"the data folder {folder} does not exist; name it with --data or {DATA_VARIABLE}")
    return folder


@dataclass
class RunData:
    """Data that several runs share.

    Attributes:
        pairs: training pairs.
        text: tokenised captions without images.
        held_out: validation pairs; None without.
        tiles: labelled images of one date.
        held_out_tiles: those of places left out of training.
        examples: what is known of the kept views; empty without, or before the first run.
    """

    pairs: list[TrainingPair]
    text: list[tuple[str, ...]]
    held_out: list[TrainingPair] | None
    tiles: Sequence[Tile] = ()
    held_out_tiles: Sequence[Tile] = ()
    examples: Sequence[Sample] = ()


def load_data(config: TrainingConfig, data: Path | None = None, report: Report = lambda line: None) -> RunData:
    """Read everything a run learns from and is validated on, into memory as far as `memory_gb` allows."""
    root, channels = data_folder(config, data), _channels(config)
    report(f"reading pairs below {root}")
    read = functools.partial(
        load_pairs, root, channels=channels, side=config.input.tile_size, memory_gb=config.memory_gb
    )
    pairs = read(config.sources)
    if config.vocabulary.unchanged_sentence is not None:
        one = (tuple(tokenize(config.vocabulary.unchanged_sentence)),)
        pairs = [dataclasses.replace(p, captions=one) if p.changed == 0 and p.captions else p for p in pairs]
    held_out = read([config.validation]) if config.validation else None
    finest = config.augment.single_temporal.gsd_m[0]
    tiles, left_out = (load_tiles(root, config.sources, finest, part) for part in (False, True))
    return RunData(pairs, _corpus(root, config), held_out, tiles, left_out)


def _channels(config: TrainingConfig) -> tuple[Channel, ...]:
    return config.model.mask_head.channels if config.model.mask_head else ()


def build_trainer(
    config: TrainingConfig,
    folder: Path,
    data: Path | None = None,
    start: ModelPack | None = None,
    report: Report = lambda line: None,
    loaded: RunData | None = None,
) -> Trainer:
    """Load everything and return the trainer, at the step where an earlier leg in `folder` stopped.

    Args:
        config: the run.
        folder: of checkpoints and logs.
        data: data folder.
        start: pack to start from; its vocabulary and architecture are kept.
        report: takes lines of progress.
        loaded: `load_data` of an earlier run with the same data, channels and augmentation.
    """
    config = config.model_copy(update={"model": start.manifest.architecture}) if start else resolve_architecture(config)
    channels = _channels(config)
    loaded = loaded or load_data(config, data, report)
    pairs, text = loaded.pairs, loaded.text
    whole = start or (load_pack(config.taken_whole) if config.taken_whole else None)
    vocabulary = whole.vocabulary if whole else _vocabulary(folder, config, pairs, text)
    if whole:
        _save(folder / "vocab.json", vocabulary)
    report(f"{len(pairs):,} pairs, {len(text):,} captions without images, {len(vocabulary)} words")
    if not (whole or config.init.decoder):
        config = _long_enough(config, pairs, text, report)
    batches = BatchSampler(
        pairs,
        config.sources,
        channels,
        vocabulary,
        config.augment,
        config.schedule.captions_per_pair,
        config.input.mean,
        config.input.std,
        config.seed,
        _made_pairs(loaded.tiles, channels, config) if loaded.tiles else None,
        config.model.decoder.max_length,
    )
    torch.manual_seed(config.seed)
    model = start.build_model() if start else ChangeCaptioner(config.model, len(vocabulary))
    if not start:
        init_from_packs(model, config)
    if config.init.revive_coarsest and not (folder / CHECKPOINT).exists():
        revive_coarsest(model, config.init.revive_coarsest, _some_images(batches))
    counts = model.parameter_counts()
    report(f"{counts['learned']:,} weights learn, {counts['frozen']:,} are frozen")
    model.to(best_device())  # where the kept views are computed, too
    validate: Validate | None = None
    kept = folder.parent / FEATURES if config.augment.cached_views else None
    side = config.input.tile_size
    bfloat16 = precision_of(config.kept_precision) == "bf16-mixed"
    if loaded.held_out is not None:
        bank = validation_cache(kept, model, batches, loaded.held_out, report, bfloat16, side) if kept else None
        validate = QuickValidation(loaded.held_out, batches, channels, vocabulary, bank=bank, select=config.select)
        if config.masks_only:
            made = _left_out_pairs(loaded.held_out_tiles, channels, config)
            validate = MaskValidation([*loaded.held_out, *made], len(loaded.held_out), batches, channels)
    if kept:
        open_features = functools.partial(load_or_compute, kept, model, report=report, bfloat16=bfloat16, side=side)
        batches = views = CachedBatchSampler(batches, config.augment.cached_views, open_features, loaded.examples)
        loaded.examples = views.examples
    _save(folder / "config.json", config.model_dump_json(indent=1))
    objective = Objective(model, config.loss, kept or folder, _self_critical(config, vocabulary, pairs))
    objective.to(best_device())
    return Trainer(config, objective, batches, folder, validate, text, vocabulary, report)


def _long_enough(
    config: TrainingConfig, pairs: Sequence[TrainingPair], text: Sequence[Sequence[str]], report: Report
) -> TrainingConfig:
    """The run with a decoder that can write its longest caption; nobody's words are cut."""
    captions = [*(caption for pair in pairs for caption in pair.captions), *text]
    needed = max((len(caption) for caption in captions), default=0) + _MARKS
    decoder = config.model.decoder
    if needed <= decoder.max_length:
        return config
    report(f"the longest caption has {needed} tokens with its marks: decoder.max_length is {needed}")
    longer = decoder.model_copy(update={"max_length": needed})
    return config.model_copy(update={"model": config.model.model_copy(update={"decoder": longer})})


def _some_images(batches: BatchSampler, count: int = 4) -> Tensor:
    """Normalised images of the first batches, (N, 3, H, W), to measure statistics on."""
    shown = (batches.batch(step, 0.0, 8).images for step in range(count))
    return torch.cat([images.flatten(0, 1) for images in shown if isinstance(images, Tensor)])


def _left_out_pairs(tiles: Sequence[Tile], channels: Sequence[Channel], config: TrainingConfig) -> list[TrainingPair]:
    """Pairs of places left out of training, as many as tiles."""
    if not tiles:
        return []
    return fixed_pairs(_made_pairs(tiles, channels, config), len(tiles))


def _made_pairs(tiles: Sequence[Tile], channels: Sequence[Channel], config: TrainingConfig) -> SingleTemporalPairs:
    return SingleTemporalPairs(tiles, channels, config.augment.single_temporal, config.input.tile_size)


def _self_critical(config: TrainingConfig, vocabulary: Vocabulary, pairs: list[TrainingPair]) -> SelfCritical | None:
    if config.loss.self_critical is None:
        return None
    documents = ([" ".join(caption) for caption in pair.captions] for pair in pairs)
    return SelfCritical(config.loss.self_critical, vocabulary, documents)


def _corpus(root: Path, config: TrainingConfig) -> list[tuple[str, ...]]:
    if config.vocabulary.corpus is None:
        return []
    path = root / config.vocabulary.corpus
    try:
        corpus = json.loads(path.read_text(encoding="utf-8"))["train"]
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path} is not a caption corpus ({{split: {{name: [captions]}}}}): {error}") from error
    return [tuple(caption.split()) for captions in corpus.values() for caption in captions]


def _vocabulary(
    folder: Path, config: TrainingConfig, pairs: list[TrainingPair], text: list[tuple[str, ...]]
) -> Vocabulary:
    path = folder / "vocab.json"
    if path.exists():
        return Vocabulary.load(path)
    captions = [caption for pair in pairs for caption in pair.captions]
    vocabulary = Vocabulary.build([*captions, *text], config.vocabulary.min_count)
    _save(path, vocabulary)
    return vocabulary


def _save(path: Path, content: str | Vocabulary) -> None:
    """Write a file of the run, whole or not at all: processes that train together write the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(path) as part:
        if isinstance(content, str):
            part.write_text(content, encoding="utf-8")
        else:
            content.save(part)
