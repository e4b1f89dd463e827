"""Parts of a report's drawings: images as data URIs, outlines as SVG paths, numbers that do not cover one another.

Convention: drawings count in pixels of the run's grid, x to the right, y down; ``stretch`` is how many times as wide as
high a pixel is on the ground.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from shapely import STRtree
from shapely.affinity import affine_transform
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from ..raster.grid import Grid
from ..raster.tiling import Window

_LETTER = 0.62  # width of a digit by its height
_LEAST_SITE_PX = 96  # pixels of the grid on a side of a site's image, at least
_AROUND = 0.25  # what is shown around a site, by its longer side


class Attributes:
    """SVG attributes of an image's place; made of integers only, so safe to insert as they are."""

    def __init__(self, window: Window) -> None:
        self._text = (
            f'x="{int(window.col)}" y="{int(window.row)}" width="{int(window.width)}" height="{int(window.height)}"'
        )

    def __html__(self) -> str:
        return self._text


def view_box(window: Window, stretch: float) -> str:
    """Return the view box of a window; columns are as wide as they are on the ground."""
    return f"{window.col * stretch:.6g} {window.row} {window.width * stretch:.6g} {window.height}"


def site_window(geometry: BaseGeometry, grid: Grid) -> Window:
    """Return the square window that shows a site with what lies around it, as far as the grid goes.

    Args:
        geometry: in pixels.
        grid: of the run.
    """
    left, top, right, bottom = geometry.bounds
    longer = max(right - left, bottom - top)
    side = max(_LEAST_SITE_PX, round(longer * (1 + 2 * _AROUND)))
    width, height = min(side, grid.width), min(side, grid.height)
    col = min(max(round((left + right - width) / 2), 0), grid.width - width)
    row = min(max(round((top + bottom - height) / 2), 0), grid.height - height)
    return Window(row, col, height, width)


def to_pixels(geometry: BaseGeometry, grid: Grid) -> BaseGeometry:
    """Return a geometry in pixels of the grid; whole numbers at their corners."""
    inverse = ~grid.transform
    return affine_transform(geometry, [inverse.a, inverse.b, inverse.d, inverse.e, inverse.c, inverse.f])


def svg_path(geometry: BaseGeometry, decimals: int) -> str:
    """Return the rings of a polygon or several as the ``d`` of an SVG path."""
    rings: list[str] = []
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon" and not part.is_empty:
            for ring in (part.exterior, *part.interiors):
                points = " ".join(f"{x:.{decimals}f},{y:.{decimals}f}" for x, y in ring.coords[:-1])
                rings.append(f"M{points}Z")
    return "".join(rings)


def data_uri(image: NDArray[np.uint8]) -> str:
    """Return an image (h, w, 3) as a JPEG data URI: a tenth of a PNG's size on photographs."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=82, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


@dataclass(frozen=True)
class Label:
    """A number on a map: its text, and the middle of it."""

    text: str
    x: float
    y: float


def place_labels(wanted: Iterable[tuple[str, float, float]], size: float) -> Iterator[Label]:
    """Yield the labels that find room, the first ones first: at their point, else beside it.

    Args:
        wanted: texts and points; the more important ones first.
        size: height of the letters, in the units of the points.
    """
    taken: list[BaseGeometry] = []
    tree = STRtree(taken)
    for text, x, y in wanted:
        width = _LETTER * size * len(text)
        for right, down in ((0, 0), (0, -1), (0, 1), (1, 0), (-1, 0)):
            at_x, at_y = x + right * (width + size) / 2, y + down * 1.1 * size
            room = box(at_x - width / 2, at_y - size / 2, at_x + width / 2, at_y + size / 2)
            if not len(tree.query(room, predicate="intersects")):
                taken.append(room)
                tree = STRtree(taken)
                yield Label(text, at_x, at_y)
                break
