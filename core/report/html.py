"""One HTML file that shows and tells what changed; it needs no network and prints well.

What it says comes from :mod:`.content`; here are the images, the outlines and the chart. Everything filled in is
escaped; images are data URIs; a content security policy forbids any request.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from ...common import numbers
from ..io.atomic import atomic_write
from ..io.records import ChangeRecord, RunRecord, TileRecord, ZoneRecord
from ..io.templates import environment
from ..raster.grid import Grid
from ..raster.tiling import Window
from .content import MAX_TILES, ReportStats, aggregate, axis, report_context

_FEW = 200  # more than this are drawn fainter, so that the image stays visible
_OVERVIEW_PX = 1_100
_TILE_PX = 360
_CHART_WIDTH, _ROW_HEIGHT, _AXIS_HEIGHT = 1000, 58, 34
_SQUARE = 0.01  # pixels whose sides differ by less are drawn as squares

Images = tuple[NDArray[np.uint8], NDArray[np.uint8]]
"""Both dates, each (h, w, 3), 0…255."""


class Thumbnails(Protocol):
    """Source of the report's images."""

    def read(self, window: Window, longest: int) -> Images | None:
        """Return both dates in a window of the grid, at most ``longest`` pixels on a side; None if unreadable."""
        ...


def write_report(
    path: Path,
    run: RunRecord,
    grid: Grid,
    tiles: Iterable[TileRecord],
    changes: Iterable[ChangeRecord],
    thumbnails: Thumbnails | None,
    *,
    overwrite: bool = False,
    max_tiles: int = MAX_TILES,
    review: str = "all",
    zones: Sequence[ZoneRecord] = (),
) -> dict[str, Any]:
    """Write the report of a run, complete or not at all.

    Args:
        path: HTML file to make.
        run: head of the report; counts and areas are taken from the streams.
        grid: grid of the run, to place geometries on the images.
        tiles: all tiles; consumed once, only the changed ones with the highest scores are kept.
        changes: all changed areas; consumed once, only outlines inside the tiles shown are kept.
        thumbnails: both dates' images; None leaves the images out.
        overwrite: whether an existing ``path`` may be replaced.
        max_tiles: number of changed tiles to show with images.
        review: which changed tiles to show, one of :data:`.content.SELECTIONS`.
        zones: zones, as the run found them.

    Returns:
        What the report says, as plain data (:func:`.content.digest`).

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
    """
    findings = aggregate(run, tiles, changes, review=review, max_tiles=max_tiles)
    said = report_context(run, grid, findings, zones)
    across, down = grid.pixel_size_m(grid.height / 2, grid.width / 2)
    stretch = 1.0 if abs(across / down - 1) < _SQUARE else across / down
    cards = [
        {**words, **_card(tile, findings, grid, thumbnails, stretch)}
        for words, tile in zip(said["tiles"], findings.shown, strict=True)
    ]
    text = (
        environment(Path(__file__).parent)
        .get_template("report.html.jinja")
        .render(
            {**said, "tiles": cards},
            language="en",
            chart=_chart(said["classes"]),
            size=_Attributes(grid.window),
            view=_view(grid.window, stretch),
            stretch=_scale(stretch),
            **_overview(findings, grid, thumbnails),
        )
    )
    with atomic_write(path, "report", overwrite=overwrite) as part:
        part.write_text(text, encoding="utf-8")
    return said


def _chart(classes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the bar chart's geometry in the units of its view box; None where there is nothing to show."""
    if not classes:
        return None
    ticks = axis(max(row["value"] for row in classes))
    bottom = _ROW_HEIGHT * len(classes)
    decimals = 0 if all(tick == round(tick) for tick in ticks) else 2
    return {
        "width": _CHART_WIDTH,
        "height": bottom + _AXIS_HEIGHT,
        "bottom": bottom,
        "unit": classes[0]["unit"],
        "bars": [
            {**row, "y": _ROW_HEIGHT * number, "length": round(max(row["bar"] * _CHART_WIDTH, 1.5), 1)}
            for number, row in enumerate(classes)
        ],
        "ticks": [
            {
                "x": round(tick / ticks[-1] * _CHART_WIDTH, 1),
                "text": f"{tick:,.{decimals}f}",
                "anchor": "start" if number == 0 else "end" if number == len(ticks) - 1 else "middle",
            }
            for number, tick in enumerate(ticks)
        ],
    }


def _overview(findings: ReportStats, grid: Grid, thumbnails: Thumbnails | None) -> dict[str, Any]:
    """Return the whole grid's image with the changed tiles drawn in."""
    images = thumbnails.read(grid.window, _OVERVIEW_PX) if thumbnails else None
    label = numbers.plural(findings.changed, "changed tile", "changed tiles")
    if findings.changed > len(findings.tiles):
        label = f"The {len(findings.tiles):,} highest-scoring of {label}"
    return {
        "overview_before": _data_uri(images[0]) if images else "",
        "overview_after": _data_uri(images[1]) if images else "",
        "overview_label": label,
        "stroke": 2 if len(findings.tiles) <= _FEW else 1,
        "opacity": 0.14 if len(findings.tiles) <= _FEW else 0.04,
        "places": [
            {
                "tile_id": tile.tile_id,
                "caption": tile.caption_edited or tile.caption,
                "linked": rank < findings.max_tiles,
                "path": _svg_path(_to_pixels(tile.geometry, grid), 0),
            }
            for rank, tile in enumerate(findings.tiles)
        ],
    }


def _card(
    tile: TileRecord, findings: ReportStats, grid: Grid, thumbnails: Thumbnails | None, stretch: float
) -> dict[str, Any]:
    """Return the images and outlines on the card of one changed tile."""
    window = _window(tile, grid)
    images = thumbnails.read(window, _TILE_PX) if thumbnails else None
    fine = max(window.width, window.height) / _TILE_PX / 2
    shapes = findings.shapes.get(tile.tile_id, [])
    return {
        "view": _view(window, stretch),
        "place": _Attributes(window),
        "before": _data_uri(images[0]) if images else "",
        "after": _data_uri(images[1]) if images else "",
        "shapes": [
            {"colour": row.colour, "path": _svg_path(_to_pixels(piece, grid).simplify(fine), 1)}
            for row, piece in shapes
        ],
        "names": sorted({(row.name, row.colour) for row, _ in shapes}),
    }


def _view(window: Window, stretch: float) -> str:
    """Return the view box of a window; columns are as wide as they are on the ground."""
    return f"{window.col * stretch:.6g} {window.row} {window.width * stretch:.6g} {window.height}"


def _scale(stretch: float) -> str:
    return f"scale({stretch:.6g},1)"


class _Attributes:
    """SVG attributes of an image's place; made of integers only, so safe to insert as they are."""

    def __init__(self, window: Window) -> None:
        self._text = (
            f'x="{int(window.col)}" y="{int(window.row)}" width="{int(window.width)}" height="{int(window.height)}"'
        )

    def __html__(self) -> str:
        return self._text


def _window(tile: TileRecord, grid: Grid) -> Window:
    """Return the pixel window of a tile, cut to the grid."""
    left, top, right, bottom = _to_pixels(tile.geometry, grid).bounds
    col, row = max(round(left), 0), max(round(top), 0)
    width, height = min(round(right), grid.width) - col, min(round(bottom), grid.height) - row
    return Window(row, col, max(height, 1), max(width, 1))


def _to_pixels(geometry: BaseGeometry, grid: Grid) -> BaseGeometry:
    """Return a geometry in pixel coordinates: x to the right, y down, whole numbers at pixel corners."""
    inverse = ~grid.transform
    return affine_transform(geometry, [inverse.a, inverse.b, inverse.d, inverse.e, inverse.c, inverse.f])


def _svg_path(geometry: BaseGeometry, decimals: int) -> str:
    """Return the rings of a polygon or several as the ``d`` of an SVG path."""
    rings: list[str] = []
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon" and not part.is_empty:
            for ring in (part.exterior, *part.interiors):
                points = " ".join(f"{x:.{decimals}f},{y:.{decimals}f}" for x, y in ring.coords[:-1])
                rings.append(f"M{points}Z")
    return "".join(rings)


def _data_uri(image: NDArray[np.uint8]) -> str:
    """Return an image (h, w, 3) as a JPEG data URI: a tenth of a PNG's size on photographs."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=82, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
