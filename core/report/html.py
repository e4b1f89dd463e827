"""One HTML file that shows and tells what changed; it needs no network and prints well.

What it says comes from :mod:`.content`; here are the images, the outlines and the chart. Everything filled in is
escaped; images are data URIs; a content security policy forbids any request, and any script but the one that moves
the edge between the two dates, which is named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..io.atomic import atomic_write
from ..io.records import ChangeRecord, RunRecord, SiteRecord, ZoneRecord
from ..io.templates import environment
from ..raster.grid import Grid
from ..raster.tiling import Window
from .content import MAX_SITES, ReportStats, aggregate, axis, outlines_of, report_context
from .drawing import Attributes, data_uri, place_labels, site_window, svg_path, to_pixels, view_box
from .head import ReportHead

_FEW = 200  # more than this are drawn thinner, so that the image stays visible
_OVERVIEW_PX = 1_100
_SITE_PX = 320
_LETTERS = 52  # letters of a number, one above the other, that fill the height of the map
_CHART_WIDTH, _ROW_HEIGHT, _AXIS_HEIGHT = 480, 58, 34
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
    sites: Iterable[SiteRecord],
    changes: Iterable[ChangeRecord],
    thumbnails: Thumbnails | None,
    *,
    overwrite: bool = False,
    max_sites: int = MAX_SITES,
    review: str = "all",
    noun: str = "site",
    zones: Sequence[ZoneRecord] = (),
    head: ReportHead | None = None,
) -> dict[str, Any]:
    """Write the report of a run, complete or not at all.

    Args:
        path: HTML file to make.
        run: what the report says of the run; counts and areas are taken from the streams.
        grid: grid of the run, to place geometries on the images.
        sites: all sites; consumed once, only the largest are kept.
        changes: all changed areas; consumed once, only those of the sites shown are kept.
        thumbnails: both dates' images; None leaves the images out.
        overwrite: whether an existing ``path`` may be replaced.
        max_sites: number of sites to show with images.
        review: which sites to show, one of :data:`.content.SELECTIONS`.
        noun: ``site``, or ``tile`` where the sites are the changed tiles of an older result.
        zones: zones, as the run found them.
        head: title, names, logo and notes of the author's.

    Returns:
        What the report says, as plain data (:func:`.content.report_context`).

    Raises:
        InputError: the logo is no picture, ``path`` exists and must stay, its folder cannot be written to, or the disk
            is full.
    """
    head = head or ReportHead()
    logo = head.picture()
    findings = aggregate(run, sites, changes, review=review, max_sites=max_sites, noun=noun)
    said = report_context(run, grid, findings, zones, head)
    across, down = grid.pixel_size_m(grid.height / 2, grid.width / 2)
    stretch = 1.0 if abs(across / down - 1) < _SQUARE else across / down
    cards = [
        {**words, **_card(site, findings, grid, thumbnails, stretch)}
        for words, site in zip(said["sites"], findings.shown, strict=True)
    ]
    text = (
        environment(Path(__file__).parent)
        .get_template("report.html.jinja")
        .render(
            {**said, "sites": cards},
            language="en",
            logo=logo,
            script=_swipe_script(),
            chart=_chart(said["classes"]),
            size=Attributes(grid.window),
            view=view_box(grid.window, stretch),
            stretch=f"scale({stretch:.6g},1)",
            **_overview(findings, grid, thumbnails, stretch),
        )
    )
    with atomic_write(path, "report", overwrite=overwrite) as part:
        part.write_text(text, encoding="utf-8")
    return said


class _Script:
    """The page's only script, as it stands in its file, and the hash by which the page allows it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.hash = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")

    def __html__(self) -> str:
        return self._text


@cache
def _swipe_script() -> _Script:
    return _Script(Path(__file__).with_name("swipe.js.jinja").read_text(encoding="utf-8").strip())


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
                "text": "" if len(ticks) > 3 and number == len(ticks) - 2 else f"{tick:,.{decimals}f}",
                "anchor": "start" if number == 0 else "end" if number == len(ticks) - 1 else "middle",
            }
            for number, tick in enumerate(ticks)
        ],
    }


def _overview(findings: ReportStats, grid: Grid, thumbnails: Thumbnails | None, stretch: float) -> dict[str, Any]:
    """Return both dates of the whole grid with the sites drawn in and numbered."""
    images = thumbnails.read(grid.window, _OVERVIEW_PX) if thumbnails else None
    fine = max(grid.width, grid.height) / _OVERVIEW_PX / 2
    letters = max(grid.width * stretch, grid.height) / _LETTERS
    places, points = [], []
    for rank, site in enumerate(findings.sites):
        outline = to_pixels(site.geometry, grid)
        row = findings.rows.get((site.class_name, site.transition))
        places.append(
            {
                "site_id": site.site_id,
                "description": site.description_edited or site.description,
                "linked": rank < findings.max_sites,
                "colour": row.colour if row is not None else "#ff6a00",
                "path": svg_path(outline.simplify(fine), 1 if fine < 1 else 0),
            }
        )
        if rank < findings.max_sites:
            point = outline.representative_point()
            points.append((str(site.site_id), point.x * stretch, point.y))
    labels = list(place_labels(points, letters))
    return {
        "overview_before": data_uri(images[0]) if images else "",
        "overview_after": data_uri(images[1]) if images else "",
        "half": round(grid.width / 2),
        "stroke": 2 if len(findings.sites) <= _FEW else 1,
        "places": places,
        "letters": round(letters, 2),
        "labels": [{"text": one.text, "x": round(one.x, 1), "y": round(one.y + 0.35 * letters, 1)} for one in labels],
        "unnumbered": len(points) - len(labels),
    }


def _card(
    site: SiteRecord, findings: ReportStats, grid: Grid, thumbnails: Thumbnails | None, stretch: float
) -> dict[str, Any]:
    """Return the images and outlines on the card of one site."""
    window = site_window(to_pixels(site.geometry, grid), grid)
    images = thumbnails.read(window, _SITE_PX) if thumbnails else None
    fine = max(window.width, window.height) / _SITE_PX / 2
    shapes = outlines_of(site, findings)
    return {
        "view": view_box(window, stretch),
        "place": Attributes(window),
        "before": data_uri(images[0]) if images else "",
        "after": data_uri(images[1]) if images else "",
        "shapes": [
            {"colour": row.colour, "path": svg_path(to_pixels(shape, grid).simplify(fine), 1)} for row, shape in shapes
        ],
        "names": sorted({(row.name, row.colour) for row, _ in shapes}),
        "left_out": len(findings.areas.get(site.site_id, [])) - len(shapes),
    }
