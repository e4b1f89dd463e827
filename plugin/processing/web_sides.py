"""Web maps as images of a run: what is needed of them is fetched into files before the engine looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QThread

from ..i18n import tr
from ..layers.named_files import image_file
from ..layers.server_facts import server_facts
from ..layers.web_maps import Clip, attribution_of, clip_of, is_web_map, needs_extent, server_of
from .extent import extent_in
from .raster_checks import Side
from .web_fetch import FetchCancelled, FetchError, drawable, fetch

PIXEL = "WEB_PIXEL"
"""Parameter: side of a pixel on the ground with which web maps are fetched, in metres."""


@dataclass
class WebSide:
    """A side of the pair that is a web map, ready for the thread of the work.

    Attributes:
        role: ``before`` or ``after``, the engine's parameter.
        layer: a copy that belongs to no thread yet.
        clip: which pixels.
        path: the file to make.
    """

    role: str
    layer: QgsRasterLayer
    clip: Clip
    path: Path


def web_problem(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    sides: tuple[Side, Side],
) -> str:
    """Return why the web maps among both sides cannot be fetched, as a sentence, or an empty string."""
    for side in sides:
        if not is_web_map(side.layer):
            continue
        area = _area(algorithm, parameters, context, sides)
        if area is None:
            return needs_extent()
        clip = _clip(algorithm, parameters, context, side.layer, area)
        if clip is None:
            return tr("The extent does not touch “{0}”.").format(side.layer.name())
        if clip.problem():
            return clip.problem()
    return ""


def web_sides(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    sides: tuple[Side, Side],
    folder: Path,
) -> list[WebSide]:
    """Return the sides that are web maps, to be called in their layers' thread, after :func:`web_problem`."""
    found: list[WebSide] = []
    area = _area(algorithm, parameters, context, sides)
    for side, role in zip(sides, ("before", "after")):
        clip = _clip(algorithm, parameters, context, side.layer, area) if is_web_map(side.layer) and area else None
        if clip is not None:
            copy = drawable(side.layer)
            server_facts(copy).setAttribution(attribution_of(side.layer))
            copy.moveToThread(None)
            path = image_file(folder, f"{role}_{side.layer.name()}", side.date_or_range())
            found.append(WebSide(role, copy, clip, path))
    return found


def fetch_sides(sides: Iterable[WebSide], feedback: QgsProcessingFeedback) -> dict[str, str]:
    """Fetch web maps on the thread of the work and return their files by role.

    Raises:
        QgsProcessingException: cancelled, or nothing came.
    """
    files = {}
    for side in sides:
        side.layer.moveToThread(QThread.currentThread())
        name, server = side.layer.name(), server_of(side.layer)
        feedback.setProgressText(tr("Fetching “{0}” from {1}…").format(name, server))
        for sentence in filter(None, (side.clip.told(), server_facts(side.layer).attribution())):
            feedback.pushInfo(sentence)
        try:
            fetched = fetch(side.layer, side.clip, side.path, feedback.isCanceled, feedback.setProgress)
        except FetchCancelled:
            raise QgsProcessingException(tr("Cancelled. No layer was written.")) from None
        except FetchError as error:
            raise QgsProcessingException(str(error)) from error
        for sentence in fetched.told():
            feedback.pushWarning(sentence)
        feedback.pushInfo(tr("“{0}” is now the file {1}.").format(name, side.path))
        files[side.role] = str(side.path)
    return files


def _area(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    sides: tuple[Side, Side],
) -> Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]]:
    """Return the rectangle that is described and its CRS; None where nothing limits it."""
    crs = sides[1].layer.crs()
    extent = extent_in(algorithm, parameters, context, crs)
    if not extent.isNull() and not extent.isEmpty():
        return extent, crs
    within = algorithm.parameterAsSource(parameters, "WITHIN", context)
    if within is not None:
        return within.sourceExtent(), within.sourceCrs()
    files = [side.layer for side in sides if not is_web_map(side.layer)]
    return (files[0].extent(), files[0].crs()) if files else None


def _clip(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    layer: QgsRasterLayer,
    area: tuple[QgsRectangle, QgsCoordinateReferenceSystem],
) -> Optional[Clip]:
    ground = algorithm.parameterAsDouble(parameters, PIXEL, context)
    return clip_of(layer, *area, ground, context.transformContext())
