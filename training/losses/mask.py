"""Mask loss: binary cross-entropy and Dice per channel, over the pixels that the data set labels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..ranks import summed

UNKNOWN = 255
"""Mask value of pixels that a data set says nothing about."""


def mask_loss(logits: Tensor, masks: Tensor, smooth: float = 50.0) -> Tensor:
    """BCE plus Dice, averaged over the channels that have any labelled pixel in the batch (of all processes).

    Args:
        logits: (B, C, H, W).
        masks: uint8 (B, C, H, W): 0, 1, or `UNKNOWN` (no gradient).
        smooth: pixels added to both sides of the Dice ratio, so that an empty mask is no cliff.

    Returns:
        Scalar; 0 with gradient 0 if nothing is labelled.
    """
    logits = logits.float()
    known = (masks != UNKNOWN).float()
    target = (masks == 1).float()
    entropies = F.binary_cross_entropy_with_logits(logits, target, reduction="none") * known
    probability = logits.sigmoid() * known
    maps = (known, entropies, probability * target, probability, target)
    sums = summed(torch.stack([each.sum(dim=(0, 2, 3)) for each in maps]))  # (5, C)
    pixels, entropy, overlap, found, wanted = sums.unbind()
    dice = 1 - (2 * overlap + smooth) / (found + wanted + smooth)
    labelled = (pixels > 0).float()
    per_channel = entropy / pixels.clamp(min=1) + dice
    return (per_channel * labelled).sum() / torch.clamp(labelled.sum(), min=1)
