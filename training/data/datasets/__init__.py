"""Loaders of published data sets: each reads one layout on disk and yields the same frozen samples."""

from .layouts import LAYOUTS, detect_layout, load_dataset
from .reading import read_masks, read_pair
from .sample import LABELLED, PairSample

__all__ = ["LABELLED", "LAYOUTS", "PairSample", "detect_layout", "load_dataset", "read_masks", "read_pair"]
