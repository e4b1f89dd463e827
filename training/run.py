"""A training run from its configuration: data, vocabulary, model, loop; and the pack that comes out of it."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from pathlib import Path

from ..core.errors import InputError
from ..core.models.captioner import ChangeCaptioner
from ..core.models.config import Channel
from ..core.models.packs import ModelPack
from ..core.models.vocabulary import Vocabulary
from .augmentation import BatchMaker
from .config import TrainingConfig
from .loop import Trainer
from .losses.self_critical import SelfCritical
from .objective import Objective
from .pairs import TrainingPair, load_pairs
from .parts import load_parts, with_parts
from .validation import QuickValidation
from .views import FEATURES, ViewMaker, open_bank, validation_bank

DATA_VARIABLE = "DESCRIBE_CHANGES_DATA"
Report = Callable[[str], None]


def data_folder(config: TrainingConfig, given: Path | None = None) -> Path:
    """`given`, else `DESCRIBE_CHANGES_DATA`, else the configuration's folder."""
    folder = given or Path(os.environ.get(DATA_VARIABLE) or config.data)
    if not folder.is_dir():
        raise InputError(f"the data folder {folder} does not exist; name it with --data or {DATA_VARIABLE}")
    return folder


def prepare(
    config: TrainingConfig,
    folder: Path,
    data: Path | None = None,
    start: ModelPack | None = None,
    report: Report = lambda line: None,
) -> Trainer:
    """Load everything and return the trainer, at the step where an earlier leg in `folder` stopped.

    Args:
        config: the run.
        folder: of checkpoints and logs.
        data: data folder.
        start: pack to start from; its vocabulary and architecture are kept.
        report: takes lines of progress.
    """
    import torch

    root = data_folder(config, data)
    config = config.model_copy(update={"model": start.manifest.architecture}) if start else with_parts(config)
    head = config.model.mask_head
    channels: tuple[Channel, ...] = head.channels if head else ()
    report(f"reading pairs below {root}")
    pairs = load_pairs(root, config.sources, channels)
    text = _corpus(root, config)
    vocabulary = start.vocabulary if start else _vocabulary(folder, config, pairs, text)
    report(f"{len(pairs):,} pairs, {len(text):,} captions without images, {len(vocabulary)} words")
    batches = BatchMaker(
        pairs,
        config.sources,
        channels,
        vocabulary,
        config.augment,
        config.schedule.captions_per_pair,
        config.input.mean,
        config.input.std,
        config.seed,
    )
    torch.manual_seed(config.seed)
    model = start.build_model() if start else ChangeCaptioner(config.model, len(vocabulary))
    if not start:
        load_parts(model, config)
    counts = model.parameter_counts()
    report(f"{counts['learned']:,} weights learn, {counts['frozen']:,} are frozen")
    validate = None
    if config.validation is not None:
        held_out = load_pairs(root, [config.validation], channels)
        bank = None
        if config.augment.views:
            bank = validation_bank(folder.parent / FEATURES, model, batches, held_out, report)
        validate = QuickValidation(held_out, batches, channels, vocabulary, bank=bank)
    if config.augment.views:
        open_features = functools.partial(open_bank, folder.parent / FEATURES, model, report=report)
        batches = ViewMaker(batches, config.augment.views, open_features)
    _save(folder / "config.json", config.model_dump_json(indent=1))
    objective = Objective(model, config.loss, folder, _self_critical(config, vocabulary, pairs))
    return Trainer(config, objective, batches, folder, validate, text, vocabulary, report)


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
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    if isinstance(content, str):
        part.write_text(content, encoding="utf-8")
    else:
        content.save(part)
    os.replace(part, path)
