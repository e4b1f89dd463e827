"""Pixels of a sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ....core.errors import InputError
from ...schema import Colour
from .labels import Legend, Mask, code_of, distinct, find_key, read_label
from .pixels import Codes, read_raster, read_rgb, size_of
from .sample import PairSample

Pixels = NDArray[np.uint8]
_WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (0, 0, 0)


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


def read_masks(sample: PairSample) -> dict[str, Mask]:
    """Read the change mask of each labelled class.

    Returns:
        (H, W) bool per class of `sample.classes`, True where that class changed: by the values of the change
        mask, or, from two land cover maps, where one of them has the class and the other has not.

    Raises:
        InputError: a mask cannot be read, has another size than the pictures, or values that its layout does not know.
    """
    if sample.semantic is not None:
        for path in sample.semantic:
            _check_size(sample, path)
        before, after = (_land_cover(path, sample.semantic_colours) for path in sample.semantic)
        return {name: (before == code_of(c)) ^ (after == code_of(c)) for name, c in sample.semantic_colours.items()}
    if sample.mask is None:
        return {}
    _check_size(sample, sample.mask)
    key = sample.label_key or find_key([sample.mask], Legend(sample.mask_values))
    return read_label(sample.mask, key, sample.classes)


def read_soft_mask(path: Path, size: tuple[int, int]) -> Pixels:
    """Read probabilities × 255 as (H, W) uint8.

    Raises:
        InputError: it cannot be read, or has another size than its pair's (H, W).
    """
    probabilities = read_labels(path)
    if probabilities.shape != size:
        (height, width), (rows, columns) = size, probabilities.shape
        raise InputError(f"soft mask {path} is {columns}×{rows} pixels, its pair {width}×{height}")
    return probabilities


def read_labels(path: Path) -> Pixels:
    """Read a label image as (H, W) uint8: palette indices as they are, 1-bit masks as 0 and 255.

    Raises:
        InputError: it cannot be read, or holds colours or values above 255.
    """
    raster = read_raster(path)
    codes = raster.value if raster.index is None else raster.index
    if codes is None or codes.max(initial=0) > 255:
        raise InputError(f"label {path} holds colours or values above 255; save it as a grey or palette PNG")
    return codes.astype(np.uint8)


def _land_cover(path: Path, colours: Mapping[str, Colour]) -> Codes:
    """Colours (H, W) of a land cover map, as numbers; white is "no change" and black has no data."""
    cover = read_raster(path)
    known = {code_of(colour) for colour in (*colours.values(), _WHITE, _BLACK)}
    if cover.colour is None or not known.issuperset(distinct(cover.colour)):
        raise InputError(f"land cover map {path} holds other colours than those of its data set; save it as colour PNG")
    return cover.colour


def _check_size(sample: PairSample, mask: Path) -> None:
    (height, width), (rows, columns) = size_of(sample.before), size_of(mask)
    if (height, width) != (rows, columns):
        raise InputError(f"label {mask} is {columns}×{rows} pixels, its pair {width}×{height}; bring them to one size")
