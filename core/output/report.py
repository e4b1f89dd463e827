"""One HTML file that shows and tells what changed; it needs no network and prints well.

Everything filled in is escaped; images are data URIs; a content security policy forbids any request.
"""

from __future__ import annotations

import base64
import heapq
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from ..raster.grid import Grid, Window
from . import wording
from .atomic import replacing
from .palette import OTHER, LegendEntry, legend
from .records import ChangeRecord, RunRecord, TileRecord
from .templating import environment

DETAILS = 200
"""Changed tiles shown with images, the highest scores first."""

_DRAWN = 5_000  # changed tiles drawn on the overview
_FEW = 200  # more than this are drawn fainter, so that the image stays visible
_OVERVIEW_PX = 1_100
_TILE_PX = 360

Images = tuple[NDArray[np.uint8], NDArray[np.uint8]]
"""Both dates, each (h, w, 3), 0…255."""


class Thumbnails(Protocol):
    """Where the report takes its images from."""

    def read(self, window: Window, longest: int) -> Images | None:
        """Return both dates in a window of the grid, at most ``longest`` pixels on a side; None if unreadable."""
        ...


@dataclass
class _ClassRow:
    """One line of the table of classes."""

    name: str
    colour: str
    count: int = 0
    area: float = 0.0


@dataclass
class _Findings:
    """What is kept of the streams: the tiles to show, all counts, and the outlines inside the tiles to show."""

    tiles: list[TileRecord]
    rows: dict[tuple[str, str], _ClassRow] = field(default_factory=dict)
    shapes: dict[int, list[tuple[_ClassRow, BaseGeometry]]] = field(default_factory=dict)


def write_report(
    path: Path,
    run: RunRecord,
    grid: Grid,
    tiles: Iterable[TileRecord],
    changes: Iterable[ChangeRecord],
    thumbnails: Thumbnails | None,
    *,
    overwrite: bool = False,
    details: int = DETAILS,
) -> None:
    """Write the report of a run, complete or not at all.

    Args:
        path: HTML file to make.
        run: head and figures.
        grid: grid of the run, to place geometries on the images.
        tiles: all tiles; consumed once, only the changed ones with the highest scores are kept.
        changes: all changed areas; consumed once, only outlines inside the tiles shown are kept.
        thumbnails: both dates' images; None leaves the images out.
        overwrite: whether an existing ``path`` may be replaced.
        details: number of changed tiles to show with images.

    Raises:
        InputError: ``path`` exists and must stay, its folder cannot be written to, or the disk is full.
    """
    changed = (tile for tile in tiles if tile.changed)
    kept = heapq.nlargest(max(_DRAWN, details), changed, key=_rank)
    findings = _collect(kept, changes, legend(run.channels), details)
    text = (
        environment()
        .get_template("report.html.jinja")
        .render(
            run=run,
            span_before=wording.span(run.date_before, run.date_before_end),
            span_after=wording.span(run.date_after, run.date_after_end),
            verdict=_verdict(run),
            figures=_figures(run, grid),
            classes=[row for row in findings.rows.values() if row.count],
            shown=_shown(run, min(details, len(kept))),
            details=[_detail(tile, findings, grid, thumbnails) for tile in kept[:details]],
            method=_method(run),
            made=datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
            **_overview(findings, grid, thumbnails, run, details),
        )
    )
    with replacing(path, overwrite=overwrite) as part:
        part.write_text(text, encoding="utf-8")


def _rank(tile: TileRecord) -> tuple[float, float, int]:
    """Sort key of a tile: score, then changed area, then place."""
    return tile.change_score, tile.changed_area_m2, -tile.tile_id


def _collect(
    kept: list[TileRecord], changes: Iterable[ChangeRecord], entries: tuple[LegendEntry, ...], details: int
) -> _Findings:
    """Count all changed areas by class and keep the outlines that the tiles to show need."""
    rows = {(e.class_name, e.direction): _ClassRow(e.name, e.hex) for e in entries}
    findings = _Findings(kept, rows)
    shown = kept[:details]
    index = shapely.STRtree([tile.geometry for tile in shown])
    other = "#{:02x}{:02x}{:02x}".format(*OTHER)
    for change in changes:
        key = (change.class_name, change.direction)
        row = rows.setdefault(key, _ClassRow(" ".join(key).strip(), other))
        row.count += 1
        row.area += change.area_m2
        for number in index.query(change.geometry, predicate="intersects"):
            tile = shown[number]
            piece = shapely.make_valid(change.geometry).intersection(tile.geometry)
            if piece.area > 0:
                findings.shapes.setdefault(tile.tile_id, []).append((row, piece))
    return findings


def _verdict(run: RunRecord) -> str:
    """Return the finding in one sentence."""
    if not run.changed_tiles:
        return f"No change was found in {wording.plural(run.tiles, 'tile', 'tiles')}."
    return (
        f"{run.changed_tiles:,} of {wording.plural(run.tiles, 'tile', 'tiles')} changed; "
        f"{wording.plural(run.changes, 'area', 'areas')} with {wording.area(run.changed_area_m2)} in all."
    )


def _figures(run: RunRecord, grid: Grid) -> list[dict[str, str]]:
    ground = grid.geodesic_area_m2(grid.window_polygon(Window(0, 0, grid.height, grid.width)))
    return [
        {"value": f"{run.changed_tiles:,} / {run.tiles:,}", "label": "tiles changed"},
        {"value": wording.count(run.changes), "label": "changed areas"},
        {"value": wording.area(run.changed_area_m2), "label": "changed ground"},
        {"value": wording.area(ground), "label": f"examined at {run.gsd_m:.2g} m"},
    ]


def _shown(run: RunRecord, shown: int) -> str:
    if shown >= run.changed_tiles:
        return "All changed tiles, the highest change score first."
    return (
        f"The {shown:,} changed tiles with the highest change score, of {run.changed_tiles:,}; "
        "all of them are in the GeoPackage."
    )


def _method(run: RunRecord) -> list[tuple[str, str]]:
    """Return the facts of the run, label and text, without those that are empty."""
    info = run.model_info
    options = ", ".join(f"{key} {value}" for key, value in run.parameters.items() if value not in (None, "", []))
    rows = [
        ("Before", run.before),
        ("After", run.after),
        ("Grid", f"{run.width:,} × {run.height:,} pixels of {run.gsd_m:.3g} m, {run.crs.splitlines()[0][:120]}"),
        ("Model", " · ".join(str(t) for t in (run.model, info.get("title", ""), run.model_sha256[:12]) if t)),
        ("Licence of the model", info.get("licence", "")),
        ("Training data", info.get("training_data", "")),
        ("Limits", info.get("limits", "")),
        ("Options", options),
        ("Device", run.device),
        ("Time", wording.seconds(run.seconds)),
        ("Software", ", ".join(f"{name} {version}" for name, version in run.versions.items())),
    ]
    return [(label, _text(value)) for label, value in rows if value]


def _text(value: Any) -> str:
    return "; ".join(map(_text, value)) if isinstance(value, (list, tuple)) else str(value)


def _overview(
    findings: _Findings, grid: Grid, thumbnails: Thumbnails | None, run: RunRecord, details: int
) -> dict[str, Any]:
    """Return the whole grid's image with the changed tiles drawn in."""
    images = thumbnails.read(Window(0, 0, grid.height, grid.width), _OVERVIEW_PX) if thumbnails else None
    label = wording.plural(run.changed_tiles, "changed tile", "changed tiles")
    if run.changed_tiles > len(findings.tiles):
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
                "caption": tile.caption,
                "linked": rank < details,
                "path": _svg_path(_to_pixels(tile.geometry, grid), 0),
            }
            for rank, tile in enumerate(findings.tiles)
        ],
    }


def _detail(tile: TileRecord, findings: _Findings, grid: Grid, thumbnails: Thumbnails | None) -> dict[str, Any]:
    """Return what the card of one changed tile shows."""
    window = _window(tile, grid)
    images = thumbnails.read(window, _TILE_PX) if thumbnails else None
    fine = max(window.width, window.height) / _TILE_PX / 2
    shapes = findings.shapes.get(tile.tile_id, [])
    centre = tile.geometry.centroid
    return {
        "tile_id": tile.tile_id,
        "caption": tile.caption_edited or tile.caption,
        "facts": tile.facts,
        "score": f"{tile.change_score:.2f}",
        "confidence": f"{tile.confidence:.2f}",
        "area": tile.changed_area_m2,
        "share": wording.percent(tile.change_share),
        "centre": f"{centre.x:.5f}, {centre.y:.5f}" if grid.crs.is_geographic else f"{centre.x:.1f}, {centre.y:.1f}",
        "box": f"{window.col} {window.row} {window.width} {window.height}",
        "place": _Attributes(window),
        "before": _data_uri(images[0]) if images else "",
        "after": _data_uri(images[1]) if images else "",
        "shapes": [
            {"colour": row.colour, "path": _svg_path(_to_pixels(piece, grid).simplify(fine), 1)}
            for row, piece in shapes
        ],
        "names": sorted({(row.name, row.colour) for row, _ in shapes}),
    }


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
