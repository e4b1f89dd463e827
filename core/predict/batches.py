"""From arrays in memory to one batch on the device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from numpy.typing import NDArray


def batch_on_device(parts: Sequence[NDArray[Any]], size: int, device: torch.device) -> torch.Tensor:
    """Stack arrays to a batch on a device, filled up with zeros.

    A graphics card of CUDA fetches it from page-locked memory by itself, while this process goes on; torch keeps that
    memory until it has.

    Args:
        parts: up to `size` of one shape and type.
        size: of the batch.
        device: where the batch goes.
    """
    card = device.type == "cuda"
    first = torch.from_numpy(parts[0])
    batch = torch.zeros((size, *first.shape), dtype=first.dtype, pin_memory=card)
    for row, part in zip(batch, parts, strict=False):
        row.copy_(torch.from_numpy(part))
    return batch.to(device, non_blocking=card)
