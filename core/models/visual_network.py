"""All of a captioner but the words as one function of tensors, as other libraries than torch can run it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from torch.export import ExportedProgram

    from .captioner import ChangeCaptioner

OUTPUTS = ("memory", "change_logit", "mask_logits")
"""Names of what it gives, the last only with a mask head."""


class VisualNetwork(nn.Module):
    """Encoder, difference, change flag and masks.

    Args:
        model: the captioner, in evaluation mode.
    """

    def __init__(self, model: ChangeCaptioner) -> None:
        super().__init__()
        self.model = model

    def forward(self, values: Tensor) -> tuple[Tensor, ...]:
        """(B, 2, 3, H, W) normalised → memory (B, L, D), change logit (B,), and mask logits (B, C, H, W) if any."""
        encoded = self.model.encode(values)
        always = (encoded.memory, encoded.change_logit)
        return always if encoded.mask_logits is None else (*always, encoded.mask_logits)


def traced(network: nn.Module, example: Tensor) -> ExportedProgram:
    """The steps of a network for inputs of one shape.

    Args:
        network: in evaluation mode, on the CPU, in float32.
        example: an input of the shape.

    Raises:
        Exception: of torch, of many kinds: the steps depend on what the images show.
    """
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's own, on its own parts
        return torch.export.export(network.eval(), (example,), strict=False)
