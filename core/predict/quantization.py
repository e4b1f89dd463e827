"""Probabilities in two bytes: the predictor rounds to these steps, so that keeping a prediction loses nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UINT16_LEVELS = 65_535
"""Probabilities are multiples of 1/65535."""


def to_uint16(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Return a prediction's probabilities in two bytes each."""
    return np.rint(values * np.float32(UINT16_LEVELS)).astype(np.uint16)


def from_uint16(values: NDArray[np.uint16]) -> NDArray[np.float32]:
    """Return the probabilities in steps of 1/65535, float32; the one place where steps become fractions."""
    return values.astype(np.float32) / np.float32(UINT16_LEVELS)
