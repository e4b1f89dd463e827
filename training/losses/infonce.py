"""Symmetric InfoNCE (van den Oord et al., 2018; RDD+ACR, eq. 11–13)."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def symmetric_info_nce(
    language: Tensor, vision: Tensor, temperature: float | Tensor, excluded: Tensor | None = None
) -> Tensor:
    """Contrast N language with N visual vectors, row k with row k, both ways.

    Args:
        language: (N, D).
        vision: (N, D).
        temperature: τ, scalar above 0.
        excluded: (N, N) bool, pairs that are no negatives; the diagonal is never excluded.

    Returns:
        (N,) loss per row, ½ (L_lc + L_cl) of eq. 13 before its mean; cosine similarities over τ.
    """
    logits = F.normalize(language.float(), dim=1) @ F.normalize(vision.float(), dim=1).T  # (N, N)
    logits = logits / temperature
    if excluded is not None:
        own = torch.eye(len(logits), dtype=torch.bool, device=logits.device)
        logits = logits.masked_fill(excluded & ~own, float("-inf"))
    right = torch.arange(len(logits), device=logits.device)
    to_vision = F.cross_entropy(logits, right, reduction="none")  # eq. 11
    to_language = F.cross_entropy(logits.T, right, reduction="none")  # eq. 12
    return 0.5 * (to_vision + to_language)  # eq. 13
