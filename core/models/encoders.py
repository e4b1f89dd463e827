"""Visual encoders, shared by both dates: backbones of `transformers`, and EfficientNet-Lite."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_unshuffle

from ..errors import InputError
from .config import EncoderConfig
from .efficientnet import EfficientNetLite


class Encoder(nn.Module):
    """Feature maps of one image, finest scale first.

    Args:
        config: which backbone, with what weights.

    Attributes:
        channels: channels per scale.
        strides: pixels per feature cell per scale.
    """

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.backbone = _build_backbone(config)
        self.patch_merge, self.feature_scale = config.patch_merge, config.feature_scale
        self.channels, self.strides = self._measure()
        self.frozen = config.frozen
        if config.learn_last is not None and isinstance(self.backbone, ClipTower):
            self.backbone.freeze_all_but(config.learn_last)
        if self.frozen:
            self.requires_grad_(False).eval()

    def train(self, mode: bool = True) -> Self:
        """Switch to training mode, unless frozen."""
        return super().train(mode and not getattr(self, "frozen", False))

    def forward(self, images: Tensor) -> list[Tensor]:
        """(N, 3, H, W) normalised images → per scale (N, C_s, H / s, W / s)."""
        efficient = isinstance(self.backbone, EfficientNetLite)
        maps = list(self.backbone(images) if efficient else self.backbone(pixel_values=images).feature_maps)
        if self.feature_scale != 1.0:
            maps = [part * self.feature_scale for part in maps]
        return [*maps, pixel_unshuffle(maps[-1], 2)] if self.patch_merge else maps

    @torch.no_grad()
    def _measure(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        size = getattr(getattr(self.backbone, "config", None), "image_size", None) or 64
        size = size if isinstance(size, int) else size[0]
        training = self.training
        self.eval()
        maps = self.forward(torch.zeros(1, 3, size, size))
        self.train(training)
        return tuple(m.shape[1] for m in maps), tuple(size // m.shape[-1] for m in maps)


def _build_backbone(config: EncoderConfig) -> nn.Module:
    if config.backbone == "clip":
        return ClipTower(config)
    if config.backbone == "efficientnet_lite":
        return _efficientnet_lite(config)
    from transformers import AutoBackbone, AutoConfig  # over a second: only for packs that need it

    settings = {"out_features": list(config.stages), **config.options}
    if config.weights == "none":
        try:
            backbone: nn.Module = AutoBackbone.from_config(  # type: ignore[no-untyped-call]
                AutoConfig.for_model(config.backbone, **settings)
            )
        except ValueError as error:
            raise InputError(f"The encoder cannot be built: {error}.") from error
        return backbone
    _check_weights(config)
    try:
        pretrained: nn.Module = AutoBackbone.from_pretrained(  # type: ignore[no-untyped-call]
            config.weights, revision=config.revision, out_features=list(config.stages), use_safetensors=True
        )
        return pretrained
    except OSError as error:
        raise _absent(config) from error


def _efficientnet_lite(config: EncoderConfig) -> EfficientNetLite:
    try:
        return EfficientNetLite(stages=config.stages, **config.options)
    except TypeError as error:
        raise InputError(f"encoder.options of efficientnet_lite: {error}.") from error


class ClipTower(nn.Module):
    """CLIP's vision tower as a one-scale backbone (the encoder of HiSem).

    Args:
        config: `weights` names a CLIP checkpoint, or `none` with `options` of `CLIPVisionConfig`.
    """

    def __init__(self, config: EncoderConfig) -> None:
        from transformers import CLIPVisionConfig, CLIPVisionModel

        super().__init__()
        self.final_norm = config.final_norm
        if config.weights == "none":
            self.tower = CLIPVisionModel(CLIPVisionConfig(**config.options))
        else:
            _check_weights(config)
            try:
                self.tower = CLIPVisionModel.from_pretrained(
                    config.weights, revision=config.revision or "main", use_safetensors=True
                )
            except OSError as error:
                raise _absent(config) from error
        self.config = self.tower.config

    def forward(self, pixel_values: Tensor) -> _Features:
        """(N, 3, H, W) → one (N, D, H / p, W / p) map of the last layer's patch tokens."""
        size = pixel_values.shape[-1] // int(self.config.patch_size)  # type: ignore[arg-type]
        tokens = self.tower(pixel_values, interpolate_pos_encoding=True).last_hidden_state[:, 1:]
        if self.final_norm:
            tokens = self._final_norm()(tokens)
        return _Features([tokens.transpose(1, 2).unflatten(2, (-1, size))])

    def freeze_all_but(self, last: int) -> None:
        """Let only the last blocks and the final norm learn.

        Raises:
            InputError: the tower has fewer blocks.
        """
        blocks = self.tower.get_submodule(f"{self._root()}encoder.layers")
        count = len(list(blocks.children()))
        if last > count:
            raise InputError(f"encoder.learn_last is {last}, but the tower has {count} blocks.")
        self.tower.requires_grad_(False)
        for index in range(count - last, count):
            blocks.get_submodule(str(index)).requires_grad_(True)
        self._final_norm().requires_grad_(True)

    def _final_norm(self) -> nn.Module:
        return self.tower.get_submodule(f"{self._root()}post_layernorm")

    def _root(self) -> str:
        """Where the transformer lies within the model; versions of the library differ."""
        return "vision_model." if hasattr(self.tower, "vision_model") else ""


class _Features:
    def __init__(self, feature_maps: list[Tensor]) -> None:
        self.feature_maps = feature_maps


def _check_weights(config: EncoderConfig) -> None:
    if not Path(config.weights).is_dir() and config.revision is None:
        raise InputError(
            f"Encoder weights '{config.weights}' come from the hub without a pinned revision; "
            "set encoder.revision to a commit, or encoder.weights to a local directory."
        )


def _absent(config: EncoderConfig) -> InputError:
    return InputError(
        f"The pretrained encoder weights '{config.weights}' are neither a local directory nor reachable on the "
        "hub; put them into a local directory and name it, or set encoder.weights: none to train from scratch."
    )
