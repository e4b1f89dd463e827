"""HiSem's image router and expert balance: when and how strongly they are trained."""

from __future__ import annotations

import math

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor
from torch.nn import functional as F

from ..distributed import all_reduce_sum


class RouterConfig(BaseModel):
    """L = L_XE + weight · α(e) · CE(router, changed) + balance · L_balance."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: float = Field(default=0.8, ge=0)
    detached_epochs: int = Field(default=3, ge=0)
    """First epochs in which the router's logits are detached: it is watched, not trained."""
    rise_epochs: int = Field(default=47, ge=1)
    """Epochs over which α then rises from 0 to 1 (50 epochs in all in the paper)."""
    forced_epochs: int = Field(default=40, ge=0)
    """Epochs in which the ground truth routes in training; the prediction does afterwards."""
    balance: float = Field(default=0.001, ge=0)


def router_alpha(epoch: float, config: RouterConfig) -> float:
    """α(e): 0 while the logits are detached, then a half cosine up to 1.

    Args:
        epoch: epochs done so far, may be fractional.
        config: schedule.
    """
    progress = (epoch - config.detached_epochs) / config.rise_epochs
    return 0.5 * (1 - math.cos(math.pi * min(1.0, max(0.0, progress))))


def forced_route(epoch: float, config: RouterConfig) -> bool:
    """Return whether the ground truth routes in this epoch of training."""
    return epoch < config.forced_epochs


def router_loss(logits: Tensor, changed: Tensor, epoch: float, config: RouterConfig) -> tuple[Tensor, Tensor]:
    """Supervise the image router.

    Args:
        logits: (B, 2) for unchanged, changed.
        changed: (B,) bool or 0/1; rows with −1 (unknown) are left out.
        epoch: epochs done so far.
        config: schedule.

    Returns:
        () weighted term, and () the bare cross-entropy without gradient, to log.
    """
    known = changed.long() >= 0  # of a bool flag every row
    if epoch < config.detached_epochs:
        logits = logits.detach()
    own = F.cross_entropy(logits[known].float(), changed[known].long(), reduction="sum")
    total, count = all_reduce_sum(torch.stack([own, known.sum().float()]))
    entropy = total / count.clamp(min=1)
    return config.weight * router_alpha(epoch, config) * entropy, entropy.detach()


def balance_loss(balance: Tensor, count: Tensor, config: RouterConfig) -> Tensor:
    """Weigh the load-balance term of the difference encoder's extras.

    Args:
        balance: () mean over the token sequences that were routed to experts.
        count: () how many these were.
        config: weight.
    """
    total, rows = all_reduce_sum(torch.stack([balance * count, count.to(balance.dtype)]))
    return config.balance * total / rows.clamp(min=1)
