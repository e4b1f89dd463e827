"""Device and precision that the model runs in, checked at run time and said in words."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from ..errors import InputError

if TYPE_CHECKING:
    import torch


Backend = Literal["torch", "openvino"]
"""Library that runs the visual network."""


@dataclass(frozen=True)
class DeviceChoice:
    """A device that is there.

    Attributes:
        device: name for torch: ``cpu``, ``cuda:0``, ``mps``.
        precision: ``bf16`` or ``fp32``, of the visual encoder and, on a CPU, of the layers that write words.
        description: for people, e.g. ``CPU, 2 cores, bf16``.
        backend: library that runs the visual network.
    """

    device: str
    precision: str
    description: str
    backend: Backend = "torch"

    def with_backend(self, backend: Backend) -> DeviceChoice:
        """The same device with another library, which the description names."""
        named = {"torch": "", "openvino": ", OpenVINO"}
        return replace(self, backend=backend, description=self.description + named[backend])

    def to_dict(self) -> dict[str, str]:
        """What of it bears on a result, as plain data."""
        own = {} if self.backend == "torch" else {"backend": self.backend}
        return {"device": self.device, "precision": self.precision, **own}

    @property
    def torch_device(self) -> torch.device:
        """The device as torch's own type."""
        import torch

        return torch.device(self.device)


def choose_device(request: str = "auto") -> DeviceChoice:
    """Find a device.

    Args:
        request: ``auto`` (the first GPU, else Apple's, else the CPU), ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.

    Raises:
        InputError: no such word, or no such device here.
    """
    import torch

    name = request.strip().lower()
    if not re.fullmatch(r"auto|cpu|mps|cuda(:\d+)?", name):
        raise InputError(f"'{request}' is no device; say auto, cpu, cuda, cuda:N or mps.")
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    if name.startswith("cuda"):
        return _cuda(int(name.partition(":")[2] or 0))
    if name == "mps":
        if not torch.backends.mps.is_available():
            raise InputError("No Apple GPU (mps) is available here; say --device auto or --device cpu.")
        return DeviceChoice("mps", "fp32", "Apple GPU, fp32")
    precision = "bf16" if _cpu_has_fast_bf16() else "fp32"
    cores = _cores()
    return DeviceChoice("cpu", precision, f"CPU, {cores} core{'s' if cores != 1 else ''}, {precision}")


def _cuda(index: int) -> DeviceChoice:
    import torch

    if not torch.cuda.is_available():
        build = "this torch was built without CUDA" if torch.version.cuda is None else "no driver answers"
        raise InputError(f"No CUDA device is available here ({build}); say --device auto or --device cpu.")
    count = torch.cuda.device_count()
    if index >= count:
        known = "only cuda:0" if count == 1 else f"cuda:0 to cuda:{count - 1}"
        raise InputError(f"There is no cuda:{index} here, {known}; say --device auto for the first.")
    properties = torch.cuda.get_device_properties(index)
    precision = "bf16" if properties.major >= 8 else "fp32"  # Ampere is the first with bf16 units
    memory = round(properties.total_memory / 2**30)
    return DeviceChoice(f"cuda:{index}", precision, f"{properties.name}, {memory} GB, {precision}")


def _cpu_has_fast_bf16() -> bool:
    """Return whether the CPU multiplies bfloat16 in hardware; emulated it is slower than float32."""
    import torch

    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False
    # get_capabilities is not in every torch that this package accepts
    capabilities: dict[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
