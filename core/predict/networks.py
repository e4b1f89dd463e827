"""The visual network in the library that runs it: torch as it is, or converted for OpenVINO.

A converted network belongs to one shape of input; it is kept on disk for each pack and version of the libraries, so
that a machine converts it once. Both give a tile the same bits whatever else is in its batch.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import warnings
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, get_args

import numpy as np
import platformdirs
import torch
from torch import Tensor

from ..errors import InputError
from ..files import atomic_dir, atomic_file
from ..models.captioner import Encoded
from ..models.fused import fuse_convolutions
from ..models.inference import ready_for_inference
from ..models.visual_network import VisualNetwork, traced
from .device import Backend, DeviceChoice

if TYPE_CHECKING:
    from ..models.captioner import ChangeCaptioner
    from ..models.packs import ModelPack

BACKENDS = ("auto", *get_args(Backend))
CACHE = "DESCRIBE_CHANGES_CACHE"
"""Environment variable: folder for what can be made again, in place of the user's cache."""
TILES_PER_BATCH = 4
"""On a processor."""
_GAIN = 1.1
"""As many times as fast OpenVINO has to be to be taken without being asked for."""
_ROUNDS = 3
_LIBRARIES = ("torch", "openvino")
_PACKAGE = Path(__file__).resolve().parents[1] / "models"


class Network(Protocol):
    """The visual network, ready to run."""

    def encode(self, values: Tensor) -> Encoded:
        """(B, 2, 3, H, W) normalised images on the device → all but the words."""
        ...


@dataclass(frozen=True)
class TorchNetwork:
    """The network in torch, in the precision of its device.

    Attributes:
        model: the captioner, on the device.
        device: where it is.
    """

    model: ChangeCaptioner
    device: DeviceChoice

    def encode(self, values: Tensor) -> Encoded:
        """As of `Network`."""
        fast = self.device.precision == "bf16"
        with torch.autocast(self.device.torch_device.type, torch.bfloat16) if fast else nullcontext():
            return self.model.encode(values)


def build_model(pack: ModelPack, device: DeviceChoice) -> ChangeCaptioner:
    """A pack's captioner on a device, made ready to be used and nothing else."""
    model = ready_for_inference(pack.build_model(), half=device.precision == "bf16").to(device.torch_device)
    return fuse_convolutions(model) if device.device == "cpu" else model


class OpenVinoNetwork:
    """The network in OpenVINO on the processor, in bfloat16 where the device is said to be fast in it.

    Args:
        pack: whose network it is.
        device: precision and, by torch, the number of threads.
    """

    def __init__(self, pack: ModelPack, device: DeviceChoice) -> None:
        self._pack, self._device = pack, device
        self._compiled: dict[tuple[int, ...], Any] = {}

    def encode(self, values: Tensor) -> Encoded:
        """As of `Network`; converts and compiles at the first batch of a shape.

        Raises:
            InputError: OpenVINO cannot run the network.
        """
        shape = tuple(values.shape)
        if shape not in self._compiled:
            self._compiled[shape] = self._compile(shape)
        request = self._compiled[shape]
        request.infer([np.ascontiguousarray(values.numpy())], share_inputs=True)
        given = [torch.from_numpy(np.array(output.data)) for output in request.output_tensors]
        memory, logit = given[:2]
        return Encoded(memory, given[2] if len(given) > 2 else None, logit, {})

    def _compile(self, shape: tuple[int, ...]) -> Any:
        openvino = _openvino()
        precision = "bf16" if self._device.precision == "bf16" else "f32"
        settings = {
            "INFERENCE_PRECISION_HINT": precision,
            "INFERENCE_NUM_THREADS": torch.get_num_threads(),
            "NUM_STREAMS": 1,
        }
        try:
            path = converted_network(self._pack, shape)
            return openvino.Core().compile_model(path, "CPU", settings).create_infer_request()
        except InputError:
            raise
        except Exception as error:
            raise InputError(_cannot_run(self._pack, error)) from error


def choose_backend(request: str, device: DeviceChoice, pack: ModelPack) -> tuple[Backend, str]:
    """Choose the library that runs a pack's network.

    Args:
        request: ``torch``, ``openvino``, or ``auto``: what is faster here by a measurement whose outcome is kept.
        device: only on a processor is there a choice.
        pack: the pack.

    Returns:
        The library, and a sentence where ``auto`` has to do without OpenVINO, else an empty text.

    Raises:
        InputError: there is no such library, or it is not installed or cannot run the pack or the device.
    """
    if request not in BACKENDS:
        raise InputError(f"There is no backend “{request}”; known are {', '.join(BACKENDS)}.")
    possible = device.device == "cpu" and util.find_spec("openvino") is not None
    if request == "openvino":
        if device.device != "cpu":
            raise InputError(f"OpenVINO runs on the processor here, not on {device.device}; say --device cpu.")
        _openvino()
    if request == "torch" or (request == "auto" and not possible):
        return "torch", ""
    size = pack.manifest.input.tile_size
    shape = (TILES_PER_BATCH, 2, 3, size, size)
    try:
        if request == "openvino":
            converted_network(pack, shape)
            return "openvino", ""
        return ("openvino" if _is_faster(pack, device, shape) else "torch"), ""
    except Exception as error:
        if request == "openvino":
            raise InputError(_cannot_run(pack, error)) from error
        return "torch", f"{_cannot_run(pack, error)} torch is used."


def converted_network(pack: ModelPack, shape: tuple[int, ...]) -> Path:
    """The file of a pack's network for inputs of a shape (B, 2, 3, H, W), converted unless it was before.

    Raises:
        Exception: of torch or OpenVINO, of many kinds: the network cannot be converted.
        OSError: the cache cannot be written.
    """
    folder = networks_folder() / _fingerprint(pack, shape)
    path = folder / "network.xml"
    if not path.is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        openvino = _openvino()
        program = traced(VisualNetwork(pack.build_model()), torch.zeros(shape))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library's own, on its own parts
            model = openvino.convert_model(program)
        try:
            with atomic_dir(folder) as part:
                openvino.save_model(model, part / path.name, compress_to_fp16=False)
        except OSError:
            if not path.is_file():  # else another process was faster
                raise
    return path


def networks_folder() -> Path:
    """Return the folder in which converted networks are kept."""
    named = os.environ.get(CACHE)
    return (Path(named) if named else platformdirs.user_cache_path("describe-changes")) / "networks"


def _is_faster(pack: ModelPack, device: DeviceChoice, shape: tuple[int, ...]) -> bool:
    """Whether OpenVINO is faster on this machine; measured once and kept, so that a resumed run does as before."""
    kept = converted_network(pack, shape).parent / f"faster-{_machine(device)}.json"
    if not kept.is_file():
        torch_network = TorchNetwork(build_model(pack, device), device)
        ours, theirs = _seconds([torch_network, OpenVinoNetwork(pack, device)], shape)
        with atomic_file(kept) as part:
            part.write_text(json.dumps({"torch": ours, "openvino": theirs}), encoding="utf-8")
    seconds = json.loads(kept.read_text(encoding="utf-8"))
    return bool(seconds["torch"] >= _GAIN * seconds["openvino"])


@torch.inference_mode()
def _seconds(networks: list[Network], shape: tuple[int, ...]) -> list[float]:
    """Processor seconds of each for one batch, the least of some rounds in turns."""
    values = torch.rand(shape)
    spent: list[list[float]] = [[] for _ in networks]
    for _ in range(_ROUNDS + 1):
        for network, times in zip(networks, spent, strict=True):
            began = time.process_time()
            network.encode(values)
            times.append(time.process_time() - began)
    return [min(times[1:]) for times in spent]  # the first warms up


def _fingerprint(pack: ModelPack, shape: tuple[int, ...]) -> str:
    """Name of all that a converted network depends on."""
    versions = {name: metadata.version(name) for name in _LIBRARIES}
    facts = {"pack": pack.sha256, "shape": shape, "versions": versions, "code": _code()}
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]


@cache
def _code() -> str:
    """Hash of the code that the network is built by."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _machine(device: DeviceChoice) -> str:
    """Name of what a measurement holds for."""
    told = [device.precision, torch.backends.cpu.get_cpu_capability(), _processor(), torch.get_num_threads()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _processor() -> str:
    """Model of the processor in words, as far as the system says it."""
    import platform

    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
        return next(line for line in told.splitlines() if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _openvino() -> Any:
    """The library.

    Raises:
        InputError: it is not installed.
    """
    import importlib

    try:
        return importlib.import_module("openvino")
    except ImportError as error:
        raise InputError(
            "The backend openvino needs the package openvino: pip install 'describe-changes[openvino]', or say "
            "--backend torch."
        ) from error


def _cannot_run(pack: ModelPack, error: Exception) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return f"OpenVINO cannot run the model {pack.name} ({said:.200}); say --backend torch."
