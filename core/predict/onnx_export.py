"""A pack's network as an ONNX file, for other programs: masks, change score, and what words are written from."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from ..errors import InputError
from ..files import atomic_file
from ..models.visual_network import VisualNetwork

if TYPE_CHECKING:
    from ..models.packs import ModelPack

INPUT, OUTPUTS = "images", ("memory", "change_score", "probabilities")


class PixelNetwork(nn.Module):
    """The network from pixels to probabilities.

    Args:
        pack: whose network, normalisation and calibration it is.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, pack: ModelPack) -> None:
        super().__init__()
        self.network = VisualNetwork(pack.build_model())
        self.scale, self.offset = pack.manifest.calibration.scale, pack.manifest.calibration.offset
        for name in ("mean", "std"):
            self.register_buffer(name, torch.tensor(getattr(pack.manifest.input, name)).reshape(1, 1, 3, 1, 1))

    def forward(self, images: Tensor) -> tuple[Tensor, ...]:
        """(B, 2, 3, T, T) uint8 → memory (B, L, D), change score (B,), and probabilities (B, C, T, T) if any."""
        memory, logit, *masks = self.network((images.float() / 255.0 - self.mean) / self.std)
        score = torch.sigmoid(self.scale * logit + self.offset)
        return (memory, score, *(mask.sigmoid() for mask in masks))


def export_onnx(pack: ModelPack, path: Path, batch_size: int = 1, overwrite: bool = False) -> dict[str, Any]:
    """Write a pack's network.

    Args:
        pack: the pack.
        path: file to write.
        batch_size: pairs of tiles that the file takes at once.
        overwrite: whether the file may be replaced.

    Returns:
        What was written: ``path``, ``inputs`` and ``outputs`` (shape by name), ``channels``.

    Raises:
        InputError: the file is there, its folder is not, a package is missing, or the network depends on what it sees.
    """
    if path.exists() and not overwrite:
        raise InputError(f"{path} exists; choose another name or say --overwrite.")
    if not path.parent.is_dir():
        raise InputError(f"{path.parent} is no folder; make it first.")
    size = pack.manifest.input.tile_size
    images = torch.zeros((batch_size, 2, 3, size, size), dtype=torch.uint8)
    network = PixelNetwork(pack).eval()
    with torch.no_grad():
        given = network(images)
    names = OUTPUTS[: len(given)]
    program = _exported(network, images, names, pack)
    channels = [channel.name for channel in pack.channels]
    program.model.metadata_props.update(
        {
            "name": pack.name,
            "sha256": pack.sha256,
            "channels": json.dumps(channels),
            "licence": pack.manifest.licence,
            "gsd_m": json.dumps(pack.manifest.input.gsd_m),
        }
    )
    with atomic_file(path) as part:
        program.save(part, external_data=False)
    return {
        "path": str(path),
        "inputs": {INPUT: list(images.shape)},
        "outputs": {name: list(output.shape) for name, output in zip(names, given, strict=True)},
        "channels": channels,
    }


def _exported(network: nn.Module, images: Tensor, names: tuple[str, ...], pack: ModelPack) -> Any:
    try:
        with torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch's own, on its own parts
            return torch.onnx.export(
                network, (images,), input_names=[INPUT], output_names=list(names), dynamo=True, verbose=False
            )
    except ImportError as error:
        raise InputError(
            f"Writing ONNX needs the package onnxscript: pip install 'describe-changes[onnx]' ({error})."
        ) from error
    except Exception as error:  # of torch, of many kinds
        said = " ".join(str(error).split())
        raise InputError(f"The network of {pack.name} cannot be written as ONNX ({said:.200}).") from error
