"""Pixels of image files: pictures of 8 bits a band, and labels whose values are kept as they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from ....core.errors import InputError

Codes = NDArray[np.int32]
_EIGHT_TO_SIXTEEN = 257
"""Factor between 8 bits and 16: 255 → 65535."""
_BITS_PER_SAMPLE = 258
"""TIFF's tag."""


@dataclass(frozen=True)
class Raster:
    """A label image.

    Attributes:
        value: grey values (H, W); None where there are colours.
        index: palette indices (H, W), or grey values; None where there are neither.
        colour: 65536 · red + 256 · green + blue (H, W); None of grey values above 255.
        lossy: whether it was saved in a way that changes values.
    """

    value: Codes | None
    index: Codes | None
    colour: Codes | None
    lossy: bool


def size_of(path: Path) -> tuple[int, int]:
    """Height and width, from the header.

    Raises:
        InputError: it is no image.
    """
    with _opened(path) as image:
        return image.height, image.width


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """Read a picture as (3, H, W), red, green, blue.

    Raises:
        InputError: it cannot be read, or has more than 8 bits a band, whose range nobody knows.
    """
    with _opened(path) as image:
        bits = _bits(image, path)
        if bits > 8:
            raise InputError(
                f"{path} has {bits} bits a band; training reads pictures of 8 bits: stretch both dates alike to 0–255 "
                "(for example with gdal_translate -ot Byte -scale)"
            )
        return np.ascontiguousarray(np.asarray(image.convert("RGB")).transpose(2, 0, 1))


def read_raster(path: Path) -> Raster:
    """Read a label.

    Raises:
        InputError: it cannot be read, or holds fractions.
    """
    with _opened(path) as image:
        lossy = _is_lossy(image, path)
        if image.mode == "P":
            index = np.asarray(image).astype(np.int32)
            colour = _packed(np.asarray(image.convert("RGB")))
            return Raster(_grey(colour), index, colour, lossy)
        if image.mode == "1":
            value = np.asarray(image).astype(np.int32) * 255
        elif image.mode in ("L", "I", "F") or image.mode.startswith("I;"):
            value = _whole(np.asarray(image), path)
        else:
            colour = _packed(_opaque(image, path))
            grey = _grey(colour)
            return Raster(grey, grey, colour, lossy)
    return Raster(value, value, value * 0x010101 if value.max(initial=0) < 256 else None, lossy)


def _whole(array: NDArray[np.generic], path: Path) -> Codes:
    """Grey values as whole numbers; values that were stretched from 8 bits to 16 as they were."""
    numbers = array.astype(np.float64)
    if not np.isfinite(numbers).all() or (numbers != np.round(numbers)).any() or np.abs(numbers).max(initial=0) > 2**30:
        raise InputError(f"label {path} holds fractions; a label holds one whole number per class")
    value = numbers.astype(np.int32)
    if value.max(initial=0) > 255 and not (value % _EIGHT_TO_SIXTEEN).any():
        value //= _EIGHT_TO_SIXTEEN
    return value


def _opaque(image: Image.Image, path: Path) -> NDArray[np.uint8]:
    """(H, W, 3); transparent pixels are ground (black)."""
    if image.mode not in ("LA", "PA", "RGBA", "La", "RGBa"):
        return np.asarray(image.convert("RGB"))
    pixels = np.asarray(image.convert("RGBA"))
    colours, alpha = pixels[..., :3], pixels[..., 3]
    if alpha.size == 0 or (alpha == alpha.flat[0]).all():
        return colours if alpha.any() else np.zeros_like(colours)
    if ((alpha != 0) & (alpha != 255)).any():
        raise InputError(f"label {path} has half transparent pixels; save it without transparency, one value per class")
    if not colours[alpha == 255].any():
        raise InputError(f"label {path} is black on a transparent ground; save it as a white mark on black")
    return np.where(alpha[..., None] == 0, np.uint8(0), colours)


def _packed(colours: NDArray[np.uint8]) -> Codes:
    wide = colours.astype(np.int32)
    return wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]


def _grey(colour: Codes) -> Codes | None:
    """Grey value of packed colours, if none of them has a hue."""
    value = colour & 0xFF
    return value if (colour == value * 0x010101).all() else None


def _is_lossy(image: Image.Image, path: Path) -> bool:
    if image.format in ("JPEG", "MPO"):
        return True
    if image.format == "WEBP":
        with path.open("rb") as stream:
            return stream.read(16)[12:16] == b"VP8 "
    return image.format == "TIFF" and "jpeg" in str(image.info.get("compression", ""))


def _bits(image: Image.Image, path: Path) -> int:
    """Bits of a band in the file; Pillow cuts some of them down to 8 without a word."""
    if image.format == "PNG":
        with path.open("rb") as stream:
            return stream.read(25)[24]
    tags = getattr(image, "tag_v2", None)
    if tags is not None and tags.get(_BITS_PER_SAMPLE):
        given = tags[_BITS_PER_SAMPLE]
        return max(given) if isinstance(given, tuple) else int(given)
    return 32 if image.mode in ("I", "F") else 16 if image.mode.startswith("I;") else 8


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(path) as image:
            yield image
    except InputError:
        raise
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InputError(f"{path} cannot be read as an image: {error}") from error
