"""Mask loss: binary cross-entropy and Dice per channel, over the pixels that the data set labels."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from ..distributed import all_reduce_sum

UNKNOWN = 255
"""Mask value of pixels that a data set says nothing about."""
SOMEWHERE = 254
"""Mask value of pixels among which some, nobody says which, show the channel's change."""
LIKELIEST = 0.02
"""Share of a pair's pixels that a change that is said to be somewhere is taken to cover at least."""


def mask_loss(logits: Tensor, masks: Tensor, smooth: float = 50.0, made: Tensor | None = None) -> Tensor:
    """BCE plus Dice, averaged over the channels that have any labelled pixel in the batch (of all processes).

    With `made` Dice is taken of real and of made pairs apart, and each channel counts by the pairs that speak of it.

    Args:
        logits: (B, C, H, W).
        masks: uint8 (B, C, H, W): 0, 1, or `SOMEWHERE` and `UNKNOWN` (no gradient).
        smooth: pixels added to both sides of the Dice ratio, so that an empty mask is no cliff.
        made: (B,) bool, True for pairs made from single dates.

    Returns:
        Scalar; 0 with gradient 0 if nothing is labelled.
    """
    logits = logits.float()
    known = (masks <= 1).float()
    target = (masks == 1).float()
    entropies = F.binary_cross_entropy_with_logits(logits, target, reduction="none") * known
    probability = logits.sigmoid() * known
    maps = (known, entropies, probability * target, probability, target)
    if made is not None:
        return _by_origin(torch.stack([each.sum(dim=(2, 3)) for each in maps]), made, smooth)
    sums = all_reduce_sum(torch.stack([each.sum(dim=(0, 2, 3)) for each in maps]))  # (5, C)
    pixels, entropy, overlap, found, wanted = sums.unbind()
    dice = 1 - (2 * overlap + smooth) / (found + wanted + smooth)
    labelled = (pixels > 0).float()
    per_channel = entropy / pixels.clamp(min=1) + dice
    return (per_channel * labelled).sum() / torch.clamp(labelled.sum(), min=1)


def _by_origin(sums: Tensor, made: Tensor, smooth: float) -> Tensor:
    """Loss from sums per pair and channel, (5, B, C) as in `mask_loss`: real and made pairs have a Dice each.

    The entropy of a channel counts as often as pairs label it, its Dice as often as pairs show it: Dice of channels
    that are nearly always empty would drown the others and silence their own few examples.
    """
    origins = torch.stack([~made, made]).to(sums.dtype)  # (2, B)
    labelled, shown = (
        all_reduce_sum(origins @ (sums[0] > 0).to(sums.dtype)),
        all_reduce_sum(origins @ (sums[4] > 0).to(sums.dtype)),
    )
    pixels, entropy, overlap, found, wanted = all_reduce_sum(
        torch.einsum("ob,sbc->soc", origins, sums)
    ).unbind()  # (2, C)
    dice = 1 - (2 * overlap + smooth) / (found + wanted + smooth)
    mean_entropy = entropy.sum(dim=0) / pixels.sum(dim=0).clamp(min=1)
    entropies = (labelled * mean_entropy).sum() / labelled.sum().clamp(min=1)
    return entropies + (shown * dice).sum() / shown.sum().clamp(min=1)


def somewhere_loss(logits: Tensor, masks: Tensor) -> Tensor:
    """How little is found where captions say that something is: multiple-instance learning from labels of whole pairs.

    Minus the logarithm of the mean probability of the likeliest 2 % of a pair's pixels among those that are
    `SOMEWHERE`, averaged over the pairs and channels (of all processes) that have such pixels.

    Args:
        logits: (B, C, H, W).
        masks: uint8 (B, C, H, W), see `mask_loss`.

    Returns:
        Scalar; 0 with gradient 0 if nothing is said.
    """
    among = (masks == SOMEWHERE).flatten(2)  # (B, C, H · W)
    most = max(1, round(LIKELIEST * among.shape[-1]))
    said = among.sum(dim=-1) >= most
    # the least float, not −∞: the gradient of a sum with it would be no number
    likeliest = logits.float().flatten(2).masked_fill(~among, -1e4).topk(most, dim=-1).values
    surprise = -(torch.logsumexp(F.logsigmoid(likeliest), dim=-1) - math.log(most))
    total, count = all_reduce_sum(torch.stack([(surprise * said).sum(), said.sum().to(surprise.dtype)])).unbind()
    return total / count.clamp(min=1)
