"""Sums and gathers over the processes of a distributed run, with gradients; in a single process they do nothing.

Every loss is written as a function of sums or rows of the *whole* batch. Each process then computes the same loss, and
the average of the processes' gradients, which DDP takes, is the gradient that one process with the whole batch has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torch import distributed as dist


def world_size() -> int:
    """Number of processes."""
    return dist.get_world_size() if dist.is_available() and dist.is_initialized() else 1


def all_reduce_sum(values: Tensor) -> Tensor:
    """Sum of a tensor over the processes, the same in all of them."""
    if world_size() == 1:
        return values
    total: Tensor = _Sum.apply(values)  # type: ignore[no-untyped-call]
    return total


def all_gather(rows: Tensor) -> Tensor:
    """(B, …) of every process → (world · B, …), rank after rank; B must be the same everywhere."""
    if world_size() == 1:
        return rows
    joined: Tensor = _Gather.apply(rows)  # type: ignore[no-untyped-call]
    return joined


def all_gather_items(items: Sequence[Any]) -> list[Any]:
    """Items of every process in the order of `gathered`."""
    if world_size() == 1:
        return list(items)
    parts: list[list[Any]] = [[] for _ in range(world_size())]
    dist.all_gather_object(parts, list(items))
    return [item for part in parts for item in part]


class _Sum(torch.autograd.Function):
    @staticmethod
    def forward(_context: Any, values: Tensor) -> Tensor:
        total = values.detach().clone().contiguous()
        dist.all_reduce(total)
        return total

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        total = gradient.clone().contiguous()
        dist.all_reduce(total)
        return total


class _Gather(torch.autograd.Function):
    @staticmethod
    def forward(context: Any, rows: Tensor) -> Tensor:
        context.count = len(rows)
        parts = [torch.empty_like(rows, memory_format=torch.contiguous_format) for _ in range(dist.get_world_size())]
        dist.all_gather(parts, rows.detach().contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(context: Any, gradient: Tensor) -> Tensor:
        total = gradient.clone().contiguous()
        dist.all_reduce(total)
        own = slice(dist.get_rank() * context.count, (dist.get_rank() + 1) * context.count)
        return total[own]
