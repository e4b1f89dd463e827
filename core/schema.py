"""Values and names that the whole engine shares."""

from __future__ import annotations

NODATA = 255
"""Stored class and probability of a pixel that no tile could describe."""
