"""Checkpoints of a run: weights, their moving average, optimiser and step in one safetensors file."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from ...core.errors import InputError
from ...core.files import atomic_file

NAME = "checkpoint.safetensors"
BEST = "best.safetensors"


def save_checkpoint(
    path: Path, model: nn.Module, average: dict[str, Tensor], optimizer: torch.optim.Optimizer, state: dict[str, float]
) -> None:
    """Write everything that going on needs.

    Args:
        path: file; replaced in one step, so that a kill leaves the old or the new.
        model: unwrapped module that was trained.
        average: moving average of its captioner's state.
        optimizer: AdamW over `model.parameters()`.
        state: numbers such as the next step and the best score.
    """
    tensors = {f"model.{k}": v for k, v in model.state_dict().items()}
    tensors |= {f"average.{k}": v for k, v in average.items()}
    for index, values in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{index}.{k}": torch.as_tensor(v) for k, v in values.items()}
    write_tensors(path, tensors, state)


def write_tensors(path: Path, tensors: dict[str, Tensor], state: dict[str, float] | None = None) -> None:
    """Write tensors (tied ones more than once) and numbers to a safetensors file, atomically."""
    stored = {k: v.detach().cpu().clone().contiguous() for k, v in tensors.items()}
    with atomic_file(path) as part:
        save_file(stored, part, metadata={"state": json.dumps(state or {})})


def load_checkpoint(
    path: Path, model: nn.Module, average: dict[str, Tensor], optimizer: torch.optim.Optimizer
) -> dict[str, float]:
    """Restore what `save_checkpoint` wrote, in place and on the devices that the weights are on.

    Returns:
        Its numbers.

    Raises:
        InputError: the file is damaged, or of a run with another model.
    """
    groups: dict[str, dict[str, Tensor]] = {"model": {}, "average": {}, "optimizer": {}}
    try:
        with safe_open(path, framework="pt") as file:
            for name in file.keys():
                group, _, key = name.partition(".")
                groups[group][key] = file.get_tensor(name)
            state: dict[str, float] = json.loads(file.metadata()["state"])
    except (SafetensorError, OSError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"checkpoint {path} is damaged ({error}); remove it, or name another folder with -o"
        ) from error
    try:
        model.load_state_dict(groups["model"])
    except RuntimeError as error:
        raise InputError(
            f"checkpoint {path} is of a run with another model or vocabulary; name another folder with -o"
        ) from error
    for name, value in average.items():
        value.copy_(groups["average"][name])
    moments: dict[int, dict[str, Tensor]] = {}
    for key, tensor in groups["optimizer"].items():
        index, _, name = key.partition(".")
        moments.setdefault(int(index), {})[name] = tensor
    optimizer.load_state_dict({"state": moments, "param_groups": optimizer.state_dict()["param_groups"]})
    return state
