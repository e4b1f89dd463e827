"""Values that configuration, data and losses share."""

from __future__ import annotations

LABELLED = -1
"""Mask value that stands for "any pixel that is not 0"."""
