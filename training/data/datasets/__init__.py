"""Loaders of published data sets: each reads one layout on disk and yields the same frozen samples."""

from ...schema import LABELLED
from .images import read_masks, read_pair, read_soft_mask
from .registry import LAYOUTS, detect_layout, load_dataset
from .sample import PairSample

__all__ = [
    "LABELLED",
    "LAYOUTS",
    "PairSample",
    "detect_layout",
    "load_dataset",
    "read_masks",
    "read_pair",
    "read_soft_mask",
]
