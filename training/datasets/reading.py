"""Pixels of a sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from .sample import LABELLED, PairSample

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def read_pair(sample: PairSample) -> Pixels:
    """Read both dates.

    Returns:
        (2, 3, H, W) uint8, before and after, red, green, blue.

    Raises:
        InputError: an image cannot be read, or the two dates differ in size.
    """
    before, after = read_rgb(sample.before), read_rgb(sample.after)
    if before.shape != after.shape:
        sizes = " and ".join(f"{image.shape[2]}×{image.shape[1]}" for image in (before, after))
        raise InputError(f"pair {sample.id}: the two dates differ in size ({sizes})")
    return np.stack([before, after])


def read_rgb(path: Path) -> Pixels:
    """Read an image as (3, H, W) uint8."""
    return np.ascontiguousarray(_open(path, "RGB").transpose(2, 0, 1))


def read_masks(sample: PairSample) -> dict[str, Mask]:
    """Read the change mask of each labelled class.

    Returns:
        (H, W) bool per class of `sample.classes`, True where that class changed: by the values of the change
        mask, or, from two land cover maps, where one of them has the class and the other has not.

    Raises:
        InputError: a mask cannot be read.
    """
    if sample.semantic is not None:
        before, after = (_open(path, "RGB") for path in sample.semantic)
        return _semantic_changes(before, after, sample.semantic_colours)
    if sample.mask is None:
        return {}
    values = _open(sample.mask, "L")
    return {
        name: values != 0 if value == LABELLED else np.isin(values, value) for name, value in sample.mask_values.items()
    }


def read_labels(path: Path) -> Pixels:
    """Read a label image as (H, W) uint8: palette indices as they are, 1-bit masks as 0 and 255."""
    return _open(path, "L")


def _semantic_changes(before: Pixels, after: Pixels, colours: Mapping[str, tuple[int, int, int]]) -> dict[str, Mask]:
    changes = {}
    for name, colour in colours.items():
        wanted = np.asarray(colour, dtype=np.uint8)
        changes[name] = (before == wanted).all(axis=-1) ^ (after == wanted).all(axis=-1)
    return changes


def _open(path: Path, mode: str) -> Pixels:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            # Pillow would scale 1-bit masks to 0 and 255 and palettes to grey; palette indices are the labels
            keep = mode == "L" and image.mode == "P"
            return np.asarray(image if keep or image.mode == mode else image.convert(mode), dtype=np.uint8)
    except (OSError, UnidentifiedImageError) as error:
        raise InputError(f"{path} cannot be read as an image: {error}") from error
