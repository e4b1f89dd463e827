"""Building a model from a description that somebody else wrote, without more memory than its weights explain."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from ..errors import InputError

BACKBONES = frozenset(
    {
        "bit",
        "clip",
        "convnext",
        "convnextv2",
        "dinov2",
        "efficientnet_lite",
        "focalnet",
        "hiera",
        "resnet",
        "segformer",
        "swin",
        "swinv2",
        "vitdet",
    }
)
"""Encoders that are built from numbers alone; others of `transformers` may fetch code or weights."""
_FETCHING = frozenset(
    {
        "auto_map",
        "backbone",
        "backbone_config",
        "backbone_kwargs",
        "code_revision",
        "pretrained",
        "trust_remote_code",
        "use_pretrained_backbone",
        "use_timm_backbone",
    }
)
_LARGEST = 65_536
_LARGEST_IMAGE = 1024
_LONGEST = 256
_MAKERS = frozenset({torch.empty, torch.zeros, torch.ones, torch.rand, torch.randn, torch.full})
_SPARE = 50_000_000
"""Numbers beyond the weights that building may take: tables of positions, buffers, a first look at an image."""
_MOST_MAKINGS = 10_000


class Budget(TorchFunctionMode):
    """While active, refuses to make more tensors than a model of so many weights needs.

    Args:
        weights: numbers in the file of weights.
    """

    def __init__(self, weights: int) -> None:
        super().__init__()
        self._numbers = 4 * weights + _SPARE
        self._makings = _MOST_MAKINGS

    def __torch_function__(
        self, func: Any, types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        """Count what a call would make before it is made."""
        options = dict(kwargs or {})
        if func in _MAKERS:
            self._numbers -= _numbers(options.get("size", args))
            self._makings -= 1
            if self._numbers < 0 or self._makings < 0:
                raise InputError("its architecture is larger than its weights")
        return func(*args, **options)


def _numbers(size: Any) -> int:
    """How many numbers a tensor of a size has; the size comes as numbers or as one sequence of them, first."""
    if isinstance(size, (list, tuple)) and size and isinstance(size[0], (list, tuple)):
        size = size[0]
    return math.prod(part for part in size if isinstance(part, int))


def check_architecture(data: Any, place: str = "architecture") -> None:
    """Refuse descriptions of a size that no model has, or that would fetch something.

    Raises:
        InputError: names the place and the value.
    """
    if isinstance(data, Mapping):
        if data.get("backbone") is not None and "stages" in data and data["backbone"] not in BACKBONES:
            raise InputError(f"{place}.backbone “{data['backbone']!s:.60}” is not built from a pack")
        for name, value in data.items():
            if (name in _FETCHING and "options" in place) or str(name).startswith("_"):
                raise InputError(f"{place}.{name!s:.60} is no option of a pack")
            if name == "image_size":
                check_architecture(value, f"{place}.{name}")
                if max(value if isinstance(value, (list, tuple)) else [value or 0]) > _LARGEST_IMAGE:
                    raise InputError(f"{place}.{name} {value!s:.60} is out of range")
            check_architecture(value, f"{place}.{name!s:.60}")
    elif isinstance(data, (list, tuple)):
        if len(data) > _LONGEST:
            raise InputError(f"{place} has {len(data):,} entries")
        for value in data:
            check_architecture(value, place)
    elif isinstance(data, str):
        if len(data) > _LONGEST:
            raise InputError(f"{place} is a text of {len(data):,} letters")
    elif isinstance(data, (int, float)) and not abs(data) <= _LARGEST:  # also what is not a number
        raise InputError(f"{place} {data!s:.40} is out of range")
