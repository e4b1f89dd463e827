"""Batches on their way to a device: what a processor gets, and how a graphics card is asked to fetch it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from describe_changes.core.predict.batches import batch_on_device

PARTS = [np.arange(12, dtype=np.uint8).reshape(3, 4) + 100 * number for number in range(2)]


def test_a_batch_holds_its_parts_and_zeros() -> None:
    whole = np.arange(40, dtype=np.uint8).reshape(4, 10)
    parts = [whole[:, 2:7], whole[:, 5:]]  # views, as tiles of a block are
    batch = batch_on_device(parts, 3, torch.device("cpu"))
    assert batch.dtype == torch.uint8
    assert (batch.numpy() == np.stack([*parts, np.zeros((4, 5), np.uint8)])).all()


@pytest.mark.parametrize(("device", "card"), [("cuda:0", True), ("cpu", False), ("mps", False)])
def test_a_card_fetches_from_page_locked_memory_while_the_process_goes_on(
    device: str, card: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No card is at hand: what torch is asked for is looked at instead."""
    asked: list[object] = []

    class Staged(list):
        def to(self, where: torch.device, *, non_blocking: bool) -> Staged:
            asked.extend([where, non_blocking])
            return self

    def zeros(shape: tuple[int, ...], *, dtype: torch.dtype, pin_memory: bool) -> Staged:
        asked.append(pin_memory)
        return Staged(torch.from_numpy(np.zeros(shape, np.uint8)))

    monkeypatch.setattr(torch, "zeros", zeros)
    batch = batch_on_device(PARTS, 3, torch.device(device))
    assert asked == [card, torch.device(device), card]
    assert (batch[1].numpy() == PARTS[1]).all()
    assert not batch[2].any()
