"""The example that ships: Joplin, Missouri, before and after the tornado of 22 May 2011."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer

from ...engine.errors import EngineError
from ...i18n import tr
from ...layers.operations import settle_operations
from ...paths import RESOURCES, user_data_dir, version

FOLDER = RESOURCES / "examples" / "joplin"
KINDS = (".tif", ".vrt", ".json")
FILES = ("joplin_before.vrt", "joplin_after_2011-05.vrt")
TILES = 48
"""How many tiles the model that ships makes of it, for the person who waits."""


def load_example(canvas: Any) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    """Put both dates on the map, or find them there, and go to the place; return the earlier and the later layer.

    Raises:
        EngineError: the files are not there or cannot be opened; the plugin is incomplete.
    """
    project = QgsProject.instance()
    empty = not project.mapLayers()
    folder = _own_copy()
    names = (tr("Joplin before the tornado (2007–2010)"), tr("Joplin after the tornado (May 2011)"))
    before, after = (_layer(folder / file, name) for file, name in zip(FILES, names))
    if empty:
        project.setCrs(before.crs())
    settle_operations(project, [before.crs(), after.crs()])
    for layer in (before, after):
        if project.mapLayer(layer.id()) is None:
            project.addMapLayer(layer)
            project.layerTreeRoot().findLayer(layer.id()).setExpanded(False)
    if empty:  # the map takes CRS and extent of the topmost new layer a moment later; metres are better to look at
        QTimer.singleShot(0, lambda: (project.setCrs(before.crs()), _go_to(canvas, after)))
    _go_to(canvas, after)
    return before, after


def _go_to(canvas: Any, layer: QgsRasterLayer) -> None:
    """Bring a layer into the map."""
    way = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.setExtent(way.transformBoundingBox(layer.extent()))
    canvas.refresh()


def _own_copy() -> Path:
    """Return a copy of the example in the user's folder: QGIS writes statistics beside and into what it opens.

    Raises:
        EngineError: the files are not there, or the copy cannot be written.
    """
    target: Path = user_data_dir() / "examples" / version()
    try:
        target.mkdir(parents=True, exist_ok=True)
        for source in FOLDER.iterdir():
            if source.suffix in KINDS and not (target / source.name).is_file():
                shutil.copyfile(source, target / source.name)
    except OSError as error:
        raise EngineError(
            tr("The example could not be copied to {0}: {1}.").format(target, error.strerror or error)
        ) from error
    return target


def _layer(path: Path, name: str) -> QgsRasterLayer:
    """Return the layer of a file: the project's, else a new one that is not in it yet."""
    for known in QgsProject.instance().mapLayers().values():
        if isinstance(known, QgsRasterLayer) and Path(known.source()) == path:
            return known
    layer = QgsRasterLayer(str(path), name)
    if not layer.isValid():
        raise EngineError(
            tr("The example {0} cannot be opened. Install the plugin Describe Changes again.").format(path)
        )
    return layer
