"""The difference encoders, by name: `direct_sub`, `rdd`, `hisem`, `dfm`.

A system joins by adding its config to `DifferenceConfig` and its class to `SYSTEMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from .base import Difference, DifferenceEncoder
from .dfm import DFM, DFMConfig
from .direct_sub import DirectSub, DirectSubConfig
from .hisem import HiSem, HiSemConfig
from .rdd import RDD, RDDConfig

DifferenceConfig = Annotated[DirectSubConfig | RDDConfig | HiSemConfig | DFMConfig, Field(discriminator="name")]

SYSTEMS: Mapping[type[Any], Callable[[Any, Sequence[int], int], DifferenceEncoder]] = {
    DirectSubConfig: DirectSub,
    RDDConfig: RDD,
    HiSemConfig: HiSem,
    DFMConfig: DFM,
}
"""Difference encoder of each config; made from the config, the encoder's channels per scale and the width."""

__all__ = [
    "SYSTEMS",
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

    Raises:
        TypeError: nobody registered an encoder for such a config.
    """
    system = SYSTEMS.get(type(config))
    if system is None:
        raise TypeError(f"{type(config).__name__} has no difference encoder in SYSTEMS")
    return system(config, channels, dim)
