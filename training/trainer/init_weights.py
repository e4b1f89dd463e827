"""Encoder and change detector of a run taken from trained packs, its decoder from a text stage that runs share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from ...core.errors import InputError
from ...core.models.captioner import ChangeCaptioner
from ...core.models.config import CaptionerConfig, DetectorConfig, EncoderConfig, MaskHeadConfig
from ...core.models.differences import DFMConfig
from ...core.models.mask_head import MaskHead
from ...core.models.packs import ModelPack, PackInput, load_pack
from ..config import TrainingConfig
from .pretrained import load_pretrained

_HEAD = "mask_head."


def resolve_architecture(config: TrainingConfig) -> TrainingConfig:
    """Fill in the architecture of the packs that `init.encoder` and `init.detector` name.

    The encoder's backbone and input normalisation become the pack's; which of its stages are read, how they are scaled
    and folded, and whether it is frozen, stays the run's choice. A frozen mask head becomes the pack's, too. With
    `train_change_head_of` all becomes the pack's, frozen, but the change head; likewise with `train_mask_head_of`.

    Raises:
        InputError: a pack cannot be opened, has no mask head to detect with, or the run has nothing that reads it.
    """
    if config.train_change_head_of:
        return _with_change_head(config, load_pack(config.train_change_head_of))
    if config.train_mask_head_of:
        return _with_mask_head(config, load_pack(config.train_mask_head_of))
    if config.init.encoder:
        pack = load_pack(config.init.encoder)
        own, taken = config.model.encoder, pack.manifest.architecture.encoder
        chosen = {name: getattr(own, name) for name in ("stages", "patch_merge", "feature_scale", "frozen")}
        encoder = _untrained(taken).model_copy(update=chosen)
        head = config.model.mask_head
        if head is not None and head.frozen:
            head = _mask_head(pack).model_copy(update={"frozen": True})
        model = _updated(config.model, encoder=encoder, mask_head=head)
        config = config.model_copy(update={"model": model, "input": pack.manifest.input})
    if config.init.detector:
        detector = _detector(load_pack(config.init.detector), config.input)
        difference = config.model.difference
        if not isinstance(difference, DFMConfig):
            raise InputError(f"init.detector needs the difference encoder dfm; this run has {difference.name}")
        scales = len(config.model.encoder.stages) + int(config.model.encoder.patch_merge)
        if scales > len(detector.encoder.stages) + int(detector.encoder.patch_merge) - bool(detector.mask_head.detail):
            raise InputError(
                f"{config.init.detector} has fewer scales than the run's encoder; name fewer encoder.stages"
            )
        prior = difference.model_copy(update={"prior_channels": (detector.mask_head.width,) * scales})
        config = config.model_copy(update={"model": _updated(config.model, difference=prior, detector=detector)})
    return config


def _with_change_head(config: TrainingConfig, pack: ModelPack) -> TrainingConfig:
    """The pack's architecture, frozen, with the run's change head."""
    if config.model.change_head is None:
        raise InputError("train_change_head_of gives a pack a change head; say what it is like in model.change_head")
    taken = pack.manifest.architecture
    head = taken.mask_head and taken.mask_head.model_copy(update={"frozen": True})
    encoder = _untrained(taken.encoder).model_copy(update={"frozen": True})
    model = _updated(taken, encoder=encoder, mask_head=head, change_head=config.model.change_head)
    manifest = pack.manifest
    said = {"input": manifest.input, "beam": manifest.beam, "claim_penalty": manifest.claim_penalty}
    return config.model_copy(update={"model": model, **said})


def _with_mask_head(config: TrainingConfig, pack: ModelPack) -> TrainingConfig:
    """The pack's architecture, frozen, with the run's mask head; words and flag go on reading the pack's own.

    A claim head reads the masks, so it is to be fitted anew and left out here.
    """
    if config.model.mask_head is None:
        raise InputError("train_mask_head_of gives a pack a mask head; say what it is like in model.mask_head")
    taken = pack.manifest.architecture
    _mask_head(pack)
    view = taken.seen_head if taken.mask_tokens or taken.change_head else None
    encoder = _untrained(taken.encoder).model_copy(update={"frozen": True})
    head = config.model.mask_head.model_copy(update={"frozen": False})
    taken = taken.model_copy(update={"view_channels": (), "claim_head": None})
    model = _updated(taken, encoder=encoder, mask_head=head, view_head=view and _still(view))
    manifest = pack.manifest
    said = {"input": manifest.input, "beam": manifest.beam, "claim_penalty": manifest.claim_penalty}
    return config.model_copy(update={"model": model, **said})


def _still(head: MaskHeadConfig) -> MaskHeadConfig:
    return head.model_copy(update={"frozen": True})


def init_from_packs(model: ChangeCaptioner, config: TrainingConfig) -> None:
    """Give a fresh model the published weights or those of the packs that the run names."""
    if config.train_change_head_of:
        _load_all_but_change_head(model, config.train_change_head_of)
        return
    if config.train_mask_head_of:
        _load_all_but_mask_head(model, config)
        return
    load_pretrained(model.encoder, config.model.encoder.weights)
    if config.init.encoder:
        source = load_pack(config.init.encoder).build_model()
        _copy(source.encoder, model.encoder, config.init.encoder)
        if model.mask_head is not None and model.mask_head.frozen and source.mask_head is not None:
            _copy(source.mask_head, model.mask_head, config.init.encoder)
    if config.init.mask_head and model.mask_head is not None:
        copy_mask_head(load_pack(config.init.mask_head), model.mask_head)
    if config.init.detector and model.detector is not None:
        source = load_pack(config.init.detector).build_model()
        _copy(source.encoder, model.detector.encoder, config.init.detector)
        if source.mask_head is not None:
            _copy(source.mask_head, model.detector.mask_head, config.init.detector)
    if config.init.decoder:
        _load_decoder(model.decoder, Path(config.init.decoder))


def _load_all_but_change_head(model: ChangeCaptioner, name: str) -> None:
    """Everything of the pack as it is; of the model only the change flag goes on learning."""
    source = load_pack(name).build_model()
    for part, module in model.named_children():
        if part != "change":
            _copy(source.get_submodule(part), module, name)
    freeze_all_but_change_head(model)


def freeze_all_but_change_head(model: ChangeCaptioner) -> None:
    """Let nothing learn but the change flag."""
    model.requires_grad_(False)
    model.change.requires_grad_(True)


def _load_all_but_mask_head(model: ChangeCaptioner, config: TrainingConfig) -> None:
    """Everything of the pack as it is, and a mask head that goes on learning: fresh, or from `init.mask_head`."""
    name = str(config.train_mask_head_of)
    source = load_pack(name).build_model()
    for part, module in model.named_children():
        if part == "view_head":
            seen = source.mask_head if source.view_head is None else source.view_head
            _copy(seen, module, name)  # type: ignore[arg-type]  # `_with_mask_head` asked for one
        elif part != "mask_head":
            _copy(source.get_submodule(part), module, name)
    if config.init.mask_head and model.mask_head is not None:
        copy_mask_head(load_pack(config.init.mask_head), model.mask_head)
    freeze_all_but_mask_head(model)


def freeze_all_but_mask_head(model: ChangeCaptioner) -> None:
    """Let nothing learn but the masks."""
    model.requires_grad_(False)
    if model.mask_head is not None:
        model.mask_head.requires_grad_(True)


def copy_mask_head(pack: ModelPack, head: MaskHead) -> None:
    """Start a mask head from a pack's; channels go by their names, new ones keep their fresh weights."""
    taken = _mask_head(pack)
    state = {name: value for name, value in _weights(pack).items() if name.startswith(_HEAD)}
    state, fresh = {name.removeprefix(_HEAD): value for name, value in state.items()}, head.state_dict()
    rows = {channel.name: row for row, channel in enumerate(taken.channels)}
    for name in ("classify.weight", "classify.bias"):
        grown = fresh[name].clone()
        for row, channel in enumerate(head.config.channels):
            if channel.name in rows:
                grown[row] = state[name][rows[channel.name]]
        state[name] = grown
    state = _with_detail(state, fresh)
    try:
        head.load_state_dict(state)
    except RuntimeError as error:
        raise InputError(f"the mask head of {pack.path} does not fit this run's model: {error}") from error


def _with_detail(state: dict[str, Tensor], fresh: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a head without `detail` for one that has it: the new input starts with no share in the masks."""
    first, detail = "refine.0.0.weight", {name: value for name, value in fresh.items() if name.startswith("detail.")}
    if not detail or any(name.startswith("detail.") for name in state):
        return state
    joined = torch.zeros_like(fresh[first])
    joined[:, : state[first].shape[1]] = state[first]
    return {**state, **detail, first: joined}


def _weights(pack: ModelPack) -> dict[str, Tensor]:
    return pack.build_model().state_dict()


def _load_decoder(decoder: nn.Module, path: Path) -> None:
    try:
        decoder.load_state_dict(load_file(path))
    except (OSError, SafetensorError) as error:
        raise InputError(f"the decoder weights {path} cannot be read: {error}") from error
    except RuntimeError as error:
        raise InputError(f"the decoder weights {path} do not fit this run's decoder and vocabulary: {error}") from error


def _mask_head(pack: ModelPack) -> MaskHeadConfig:
    head = pack.manifest.architecture.mask_head
    if head is None:
        raise InputError(f"{pack.path} has no mask head and finds no change; name another pack")
    return head


def _detector(pack: ModelPack, seen: PackInput) -> DetectorConfig:
    architecture = pack.manifest.architecture
    own = pack.manifest.input
    bands = zip(seen.mean, seen.std, own.mean, own.std, strict=True)
    red, green, blue = ((std / own_std, (mean - own_mean) / own_std) for mean, std, own_mean, own_std in bands)
    return DetectorConfig(
        encoder=_untrained(architecture.encoder),
        mask_head=_mask_head(pack),
        scale=(red[0], green[0], blue[0]),
        offset=(red[1], green[1], blue[1]),
    )


def _untrained(encoder: EncoderConfig) -> EncoderConfig:
    return encoder.model_copy(update={"weights": "none", "revision": None, "frozen": False})


def _updated(model: CaptionerConfig, **values: Any) -> CaptionerConfig:
    """A changed copy that is checked as a whole."""
    return CaptionerConfig.model_validate({**dict(model), **values})


def _copy(source: nn.Module, target: nn.Module, name: str) -> None:
    try:
        target.load_state_dict(source.state_dict())
    except RuntimeError as error:
        raise InputError(f"the weights of {name} do not fit this run's model: {error}") from error
