"""Labelled images of one date: `images/` and `masks/` with equal file names, as segmentation data sets have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ....core.errors import InputError
from ...schema import LABELLED, MaskValue
from .files import find_image, list_images
from .images import Pixels, read_labels
from .pixels import read_rgb

if TYPE_CHECKING:
    from ...config import SingleDateConfig

UNKNOWN = 255


@dataclass(frozen=True)
class SingleDateSample:
    """An image of one date with its mask.

    Attributes:
        id: name of the tile.
        image: file of red, green, blue.
        mask: file of the classes, same size.
        gsd_m: metres per pixel.
        left_out: whether the tile is for validation only.
    """

    id: str
    image: Path
    mask: Path
    gsd_m: float
    left_out: bool


@dataclass(frozen=True)
class Tile:
    """An image of one date in memory.

    Attributes:
        image: uint8 (3, H, W).
        masks: uint8 (H, W) per class that the data set knows: 0, 1 or `UNKNOWN`.
        gsd_m: metres per pixel.
        place: beginning of its name; tiles of one place look alike.
        source: index of its source.
    """

    image: Pixels
    masks: Mapping[str, NDArray[np.uint8]]
    gsd_m: float
    place: str
    source: int


def load_single_dates(root: Path, config: SingleDateConfig) -> tuple[SingleDateSample, ...]:
    """List the tiles of a data set, by name.

    Args:
        root: folder that holds `images/` and `masks/`.
        config: what is known of them.

    Raises:
        InputError: there are no images, or a mask or a pixel size is missing.
    """
    images = list_images(root / "images")
    if not images:
        raise InputError(f"{root} holds no images/; single dates lie as images/NAME.jpg and masks/NAME.png")
    samples = []
    for number, image in enumerate(images):
        mask = find_image(root / "masks", image.name)
        if mask is None:
            raise InputError(f"the mask of {image.name} is missing in {root / 'masks'}")
        left_out = image.stem.startswith(config.left_out_places)
        if config.left_out_every is not None:
            left_out = left_out or number % config.left_out_every == 0
        samples.append(SingleDateSample(image.stem, image, mask, _gsd(image, config), left_out))
    return tuple(samples)


def read_tile(sample: SingleDateSample, config: SingleDateConfig, source: int = 0, finest_m: float = 0.0) -> Tile:
    """Read a tile; one with pixels smaller than `finest_m` is reduced to that size.

    Raises:
        InputError: image or mask cannot be read, or they differ in size.
    """
    image, values = read_rgb(sample.image), read_labels(sample.mask)
    if values.shape != image.shape[1:]:
        raise InputError(f"{sample.mask} is not of the size of its image ({values.shape[::-1]}, {image.shape[:0:-1]})")
    unknown = np.isin(values, config.ignore)
    masks = {name: np.where(unknown, UNKNOWN, _marked(values, value)) for name, value in config.classes.items()}
    gsd = sample.gsd_m
    if gsd < finest_m:
        size = tuple(max(1, round(side * gsd / finest_m)) for side in values.shape)
        image = np.moveaxis(resize(np.moveaxis(image, 0, -1), size), -1, 0)
        masks, gsd = {name: resize(mask, size, nearest=True) for name, mask in masks.items()}, finest_m
    place = sample.id.replace("-", "_").partition("_")[0]
    return Tile(np.ascontiguousarray(image), masks, gsd, place, source)


def resize(array: NDArray[np.uint8], size: tuple[int, ...], nearest: bool = False) -> NDArray[np.uint8]:
    """(H, W) or (H, W, 3) to another height and width; labels by their nearest neighbour."""
    if array.shape[:2] == size:
        return array
    # Pillow's filters widen with the reduction, so that a smaller picture has no aliases
    method = Image.Resampling.NEAREST if nearest else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(np.ascontiguousarray(array)).resize((size[1], size[0]), method))


def _marked(values: Pixels, value: MaskValue) -> NDArray[np.uint8]:
    return (values != 0 if value == LABELLED else np.isin(values, value)).astype(np.uint8)


def _gsd(image: Path, config: SingleDateConfig) -> float:
    if isinstance(config.gsd_m, float):
        return config.gsd_m
    for ending, metres in config.gsd_m.items():
        if image.stem.endswith(ending):
            return metres
    raise InputError(f"the pixel size of {image} is not known: no ending in gsd_m ({', '.join(config.gsd_m)}) fits")
