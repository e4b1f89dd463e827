"""Device and precision of training: the graphics card where there is one, in the precision in which it is fast."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch


def best_device() -> torch.device:
    """The device that Lightning Fabric chooses for this process: CUDA, Apple's MPS, or the processor."""
    if torch.cuda.is_available():
        return torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def fast_in_bfloat16(device: torch.device) -> bool:
    """Return whether a device is faster in bfloat16 than in float32."""
    if device.type == "cpu":
        return bool(torch.cpu.get_capabilities().get("avx512_bf16", False))
    return device.type == "cuda" and torch.cuda.is_bf16_supported()


def in_bfloat16(device: torch.device, wanted: bool) -> AbstractContextManager[object]:
    """Mixed precision on a device, or nothing."""
    return torch.autocast(device.type, torch.bfloat16) if wanted else nullcontext()


def precision_of(wanted: str) -> Any:
    """Fabric's precision: bf16 where the machine is fast at it, else float32."""
    if wanted != "auto":
        return wanted
    if torch.cuda.is_available():
        return "bf16-mixed" if torch.cuda.is_bf16_supported() else "32-true"
    capable = torch.cpu.get_capabilities()
    return "bf16-mixed" if capable.get("avx512_bf16") or capable.get("amx_bf16") else "32-true"
