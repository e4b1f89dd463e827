"""The difference encoders, by name: `direct_sub`, `rdd`, `hisem`, `dfm`.

A system joins by adding its config to `DifferenceConfig` and its class to `build_difference`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from .base import Difference, DifferenceEncoder
from .dfm import DFM, DFMConfig
from .direct_sub import DirectSub, DirectSubConfig
from .hisem import HiSem, HiSemConfig
from .rdd import RDD, RDDConfig

DifferenceConfig = Annotated[DirectSubConfig | RDDConfig | HiSemConfig | DFMConfig, Field(discriminator="name")]

__all__ = [
    "DFMConfig",
    "Difference",
    "DifferenceConfig",
    "DifferenceEncoder",
    "DirectSubConfig",
    "HiSemConfig",
    "RDDConfig",
    "build_difference",
]


def build_difference(config: DifferenceConfig, channels: Sequence[int], dim: int) -> DifferenceEncoder:
    """Return the difference encoder that `config.name` names.

    Args:
        config: settings of one system.
        channels: encoder channels per scale, finest first.
        dim: width D of the memory tokens.
    """
    if isinstance(config, RDDConfig):
        return RDD(config, channels, dim)
    if isinstance(config, HiSemConfig):
        return HiSem(config, channels, dim)
    if isinstance(config, DFMConfig):
        return DFM(config, channels, dim)
    return DirectSub(config, channels, dim)
