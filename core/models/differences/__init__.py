"""The difference encoders, by name: `direct_sub`, `rdd`, `hisem`, `dfm`.

A system joins by adding its config to `DifferenceConfig` and its class to `build_difference`.
"""

from __future__ import annotations

from collections.abc import Sequence

from .base import Difference, DifferenceEncoder
from .direct_sub import DirectSub, DirectSubConfig

DifferenceConfig = DirectSubConfig

__all__ = ["Difference", "DifferenceConfig", "DifferenceEncoder", "build_difference"]


def build_difference(config: DifferenceConfig, channels: Sequence[int], dim: int) -> DifferenceEncoder:
    """Return the difference encoder that `config.name` names.

    Args:
        config: settings of one system.
        channels: encoder channels per scale, finest first.
        dim: width D of the memory tokens.
    """
    return DirectSub(config, channels, dim)
