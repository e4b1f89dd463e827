"""A trained captioner made ready to be used and nothing else."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from .captioner import ChangeCaptioner


def ready_for_inference(model: ChangeCaptioner, half: bool = False) -> ChangeCaptioner:
    """Lay weights out as convolutions read them; outputs stay what they are, to the bit.

    Args:
        model: in evaluation mode; changed in place.
        half: keep the kernels of convolutions in bfloat16, into which autocast would bring them for each batch anew.
    """
    layout: Any = model.requires_grad_(False)  # torch's types do not know that a module can be laid out
    layout.to(memory_format=torch.channels_last)
    for part in model.modules():
        if half and isinstance(part, nn.Conv2d):
            part.to(torch.bfloat16)
    return model
