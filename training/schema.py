"""Values that configuration, data and losses share."""

from __future__ import annotations

Colour = tuple[int, int, int]
"""Red, green and blue, 0–255."""
MaskValue = int | tuple[int, ...]
"""Value or values that a class has in a mask."""
LABELLED = -1
"""Mask value that stands for "any pixel that is not 0"."""
