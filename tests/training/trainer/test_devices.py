"""Whole runs on a stand-in for a graphics card: train, validate, stop, resume, export, for every system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import yaml
from describe_changes.core.models.packs import load_pack
from describe_changes.training.config import TrainingConfig
from describe_changes.training.packs.export import export_pack
from describe_changes.training.text.encoders import load_text_encoder
from describe_changes.training.trainer import objective, setup, validation
from describe_changes.training.trainer import trainer as loop
from describe_changes.training.trainer.setup import build_trainer
from describe_changes.training.trainer.trainer import Trainer
from safetensors.torch import load_file
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode, return_and_correct_aliasing
from torch.utils._pytree import tree_flatten, tree_map

DEVICE = torch.device("meta")
_MIXED = {"aten::copy_", "aten::_to_copy", "aten::set_", "aten::set_.source_Tensor"}
_INDEXED = {"aten::index", "aten::index_put", "aten::index_put_", "aten::_index_put_impl_", "aten::_unsafe_index"}


class OnCard(Tensor):
    """A tensor on the card: it reports the device `meta` and holds its numbers in an inner tensor of the processor.

    Every operation is refused that CUDA refuses: operands of two devices (but for single numbers, index tensors and
    copies), and reading numbers without copying them back.
    """

    inner: Tensor
    is_meta = False  # that would say that there are no numbers

    @staticmethod
    def __new__(cls, inner: Tensor, requires_grad: bool = False) -> OnCard:
        made = Tensor._make_wrapper_subclass(
            cls,
            inner.size(),
            strides=inner.stride(),
            storage_offset=inner.storage_offset(),
            dtype=inner.dtype,
            layout=inner.layout,
            device=DEVICE,
            requires_grad=requires_grad,
        )
        made.inner = inner
        return made

    def tolist(self) -> Any:
        """As of a card: copied back first."""
        return self.detach().cpu().tolist()

    def __repr__(self) -> str:
        return f"OnCard({self.inner!r})"

    @classmethod
    def __torch_dispatch__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _run(func, args, kwargs or {})


class Card(TorchDispatchMode):
    """Lets factories make tensors on the card."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _run(func, args, kwargs or {})


@contextmanager
def card() -> Iterator[torch.device]:
    """The card, while the block runs; modules that are moved keep their parameters' identity, as on a real one."""
    swap, tensor = torch.__future__.get_swap_module_params_on_conversion(), torch.tensor

    def new_tensor(data: Any, *, device: Any = None, **options: Any) -> Tensor:
        """As `torch.tensor`, which copies past every dispatch mode."""
        made = tensor(data, **options)
        return made if device is None else made.to(device)

    torch.__future__.set_swap_module_params_on_conversion(True)
    torch.tensor = new_tensor  # type: ignore[assignment]
    try:
        with Card():
            yield DEVICE
    finally:
        torch.tensor = tensor
        torch.__future__.set_swap_module_params_on_conversion(swap)


def _run(func: Any, args: Any, kwargs: Any) -> Any:
    tensors = [part for part in tree_flatten((args, kwargs))[0] if isinstance(part, Tensor)]
    here, there = [t for t in tensors if not isinstance(t, OnCard)], [t for t in tensors if isinstance(t, OnCard)]
    name = func._schema.name
    if name == "aten::_fused_sdp_choice":
        return 0  # plain mathematics: the fused kernels go by the device's name
    to_card = kwargs.get("device") == DEVICE or (bool(there) and "device" not in kwargs)
    if kwargs.get("device") is not None and torch.device(kwargs["device"]).type == "cpu":
        to_card = False
    if here and there and name not in _MIXED:
        lone = here if name not in _INDEXED else [t for t in here if not _is_index(t, args)]
        for tensor in lone:
            if tensor.dim() > 0:
                raise RuntimeError(f"{name}: tensors of two devices meet, {tuple(tensor.shape)} is of the processor")
    if name == "aten::copy_" and not isinstance(args[0], OnCard):
        to_card = False
    plain_args, plain_kwargs = tree_map(_inner, (args, kwargs))
    if "device" in plain_kwargs and plain_kwargs["device"] is not None:
        plain_kwargs["device"] = torch.device("cpu")
    out = func(*plain_args, **plain_kwargs)
    if not to_card:
        return args[0] if name == "aten::copy_" else out
    wrapped = tree_map(lambda part: OnCard(part) if isinstance(part, Tensor) else part, out)
    return return_and_correct_aliasing(func, args, kwargs, wrapped)


def _is_index(tensor: Tensor, args: Any) -> bool:
    return any(tensor is part for part in (args[1] if len(args) > 1 else ()))


def _inner(part: Any) -> Any:
    return part.inner if isinstance(part, OnCard) else part


RESNET = {"embedding_size": 16, "hidden_sizes": [16, 16, 32, 32], "depths": [1, 1, 1, 1], "layer_type": "basic"}
BASE: dict[str, Any] = {
    "name": "card",
    "model": {
        "dim": 16,
        "encoder": {"options": RESNET, "stages": ["stage3", "stage4"]},
        "decoder": {"layers": 1, "heads": 2, "feedforward": 16, "change_token": True},
        "mask_head": {"width": 8},
        "mask_tokens": True,
        "scene_tokens": True,
    },
    "sources": [{"path": "levir", "split": "train"}],
    "validation": {"path": "levir", "split": "val"},
    "vocabulary": {"min_count": 1, "corpus": "levir/text.json"},
    "schedule": {
        "steps": 2,
        "text_pretrain_steps": 1,
        "batch_size": 4,
        "captions_per_pair": 1,
        "warmup_steps": 1,
        "validate_every": 1,
        "checkpoint_every": 1,
        "log_grad_norms_every": 1,
    },
    "precision": "32-true",
}
FROZEN = {"model": {"encoder": {"frozen": True}}, "augment": {"cached_views": 2}}
SYSTEMS: dict[str, dict[str, Any]] = {
    "direct_sub": {"loss": {"self_critical": {"samples": 2}}},
    "rdd": {
        "model": {"difference": {"name": "rdd", "heads": 2, "object_vectors": 4, "action_vectors": 3}},
        "loss": {"attributes": {"mask_duplicates": True}},
    },
    "hisem": {
        "model": {"difference": {"name": "hisem", "heads": 2, "expert_hidden": 8, "feedforward": 16}},
        "loss": {"router": {"forced_epochs": 1, "detached_epochs": 0}},
    },
    "hisem published": {
        "model": {
            "difference": {"name": "hisem", "variant": "published", "heads": 2, "expert_hidden": 8, "norm": "batch"},
            "decoder": {"outer_residual": True, "positions": "sinusoidal", "tie_embeddings": False},
        },
        "loss": {"router": {"forced_epochs": 1, "detached_epochs": 0, "balance": 0.001}, "change_detached": True},
    },
    "dfm": {
        "model": {"difference": {"name": "dfm", "heads": 2, "feedforward": 16}, "mask_tokens": False},
        "loss": {"text_guided": {"gate": True}},
    },
    "dfm with its detector": {
        "model": {
            "difference": {"name": "dfm", "heads": 2, "feedforward": 16, "prior_channels": [8, 8]},
            "detector": {
                "encoder": {"options": RESNET, "stages": ["stage3", "stage4"]},
                "mask_head": {"width": 8},
            },
            "mask_tokens": False,
        },
        "loss": {"text_guided": {"gate": True}},
    },
}


def merged(base: dict[str, Any], *changes: dict[str, Any]) -> dict[str, Any]:
    for change in changes:
        inner = {key for key, value in change.items() if isinstance(value, dict) and isinstance(base.get(key), dict)}
        base = {**base, **change, **{key: merged(base[key], change[key]) for key in inner}}
    return base


@pytest.fixture
def on_card(monkeypatch: pytest.MonkeyPatch) -> Iterator[torch.device]:
    """The card as the device that training chooses."""
    from lightning.fabric import Fabric
    from lightning.fabric.accelerators import CPUAccelerator
    from lightning.fabric.strategies import SingleDeviceStrategy

    class CardAccelerator(CPUAccelerator):
        def setup_device(self, device: torch.device) -> None:
            pass

    def fabric(config: TrainingConfig) -> Any:
        made = Fabric(strategy=SingleDeviceStrategy(device=DEVICE, accelerator=CardAccelerator()))
        made.launch()
        return made

    encoder = load_text_encoder()  # before the card is there: `transformers` uses its device to load without memory
    monkeypatch.setattr(objective, "load_text_encoder", lambda config: encoder)
    monkeypatch.setattr(loop, "_fabric", fabric)
    monkeypatch.setattr(setup, "best_device", lambda: DEVICE)
    monkeypatch.setattr(validation, "fast_in_bfloat16", lambda device: False)
    with card() as device:
        yield device


def everything_is_on_the_card(trainer: Trainer) -> bool:
    state = [*trainer.objective.state_dict().values(), *trainer.average.values()]
    return all(isinstance(value, OnCard) for value in state)


@pytest.mark.parametrize("kept", [False, True], ids=["images", "kept features"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_a_whole_run_stays_on_the_card(
    system: str, kept: bool, tiny_data: Path, tmp_path: Path, on_card: torch.device
) -> None:
    settings = merged(BASE, SYSTEMS[system], FROZEN if kept else {})
    config = TrainingConfig.model_validate(settings)
    trainer = build_trainer(config, tmp_path / "run", tiny_data)
    assert not trainer.fit(until=0.0)  # one step, a checkpoint, and the clock stops it
    trainer = build_trainer(config, tmp_path / "run", tiny_data)
    assert trainer.step == 1
    assert everything_is_on_the_card(trainer)
    assert trainer.fit()
    assert everything_is_on_the_card(trainer)
    assert trainer.validate is not None
    figures = trainer.validate(trainer.ema_model())
    assert np.isfinite(figures["score"])
    pack = load_pack(export_pack(tmp_path / "run", tmp_path / "pack", tiny_data).path)
    stored = load_file(tmp_path / "run" / "checkpoint.safetensors")
    assert pack.manifest.calibration is not None
    assert all(not value.is_meta for value in stored.values())


def test_tensors_of_two_devices_do_not_meet_on_the_card(on_card: torch.device) -> None:
    """The stand-in refuses what a card refuses, else the runs above prove nothing."""
    there = torch.ones(3).to(on_card)
    assert isinstance(torch.ones(3, device=on_card) + there, OnCard)
    assert (there * 2).cpu().tolist() == [2.0, 2.0, 2.0]
    assert float((there + torch.tensor(1.0)).sum()) == 6.0  # single numbers may meet
    for meet in (
        lambda: there + torch.ones(3),
        lambda: torch.cat([there, torch.ones(3)]),
        lambda: torch.nn.functional.linear(there, torch.ones(2, 3)),
        lambda: torch.lerp(torch.ones(3), there, 0.5),
    ):
        with pytest.raises(RuntimeError, match="tensors of two devices meet"):
            meet()
    with pytest.raises((TypeError, RuntimeError)):
        there.numpy()


def test_the_text_encoder_moves_with_the_run(tiny_data: Path, tmp_path: Path, on_card: torch.device) -> None:
    config = TrainingConfig.model_validate(merged(BASE, SYSTEMS["dfm"]))
    trainer = build_trainer(config, tmp_path / "run", tiny_data)
    features = trainer.objective._features
    assert features is not None
    assert features.encoder.device == on_card
    assert isinstance(features(["a house"]), OnCard)


def test_settings_of_the_runs_are_settings(tmp_path: Path) -> None:
    for change in SYSTEMS.values():
        for kept in ({}, FROZEN):
            assert TrainingConfig.model_validate(yaml.safe_load(yaml.safe_dump(merged(BASE, change, kept))))
