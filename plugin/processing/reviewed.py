"""Base of algorithms over a result: its layers as they are now, verdicts that are not saved yet included."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..i18n import tr
from ..layers.changes import areas_problem, changes_layer_for, is_changes_layer, layer_beside
from ..layers.renamed import has_fields
from ..layers.styling import LIVE, ROLE
from ..layers.subject import SITES, TILES, subject_of
from ..report import snapshot
from ..report.images import wanted_image
from .base import EngineAlgorithm, engine_faults
from .parameters import helped

ROLES = ("before", "after")


class ResultAlgorithm(EngineAlgorithm):
    """Reads the layers of a result where they live and works on a copy of them.

    Attributes:
        required: fields without which a layer is no layer of tiles for this algorithm.
        images: the earlier and the later image, None where neither project nor result names them.
    """

    required: tuple[str, ...] = tuple(snapshot.REQUIRED_FIELDS)
    by_site = False
    """Whether the sites are wanted, also where another layer of the result was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: Optional[snapshot.LayerSnapshot] = None
        self._changes: Optional[snapshot.LayerSnapshot] = None
        self._sites: Optional[snapshot.LayerSnapshot] = None
        self._original = ""
        self.images: list[Optional[QgsRasterLayer]] = [None, None]

    @property
    def folder(self) -> str:
        """The folder of the result's file, empty for temporary layers."""
        return str(Path(self._original).parent) if self._original else ""

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the layer of tiles, as a sentence, or an empty string."""
        return self.tiles_problem(self.tiles_layer(parameters, context))

    def tiles_layer(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Optional[QgsVectorLayer]:
        """Return the layer of tiles of the result that is meant: its own layer, or that beside its sites."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        return layer_beside(layer, TILES, context.project()) or layer

    def tiles_problem(self, layer: Any) -> str:
        """Return why a layer is no layer of tiles to work on, as a sentence, or an empty string."""
        if layer is None or not layer.isValid():
            return tr("The layer of the result cannot be opened.")
        if not has_fields(layer, self.required):
            return tr("“{0}” is no layer of sites or tiles. Take one that “Describe changes” has made.").format(
                layer.name()
            )
        if layer.customProperty(ROLE) == LIVE:
            return tr("“{0}” is still being filled. Wait until the run has ended.").format(layer.name())
        return ""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take over everything that belongs to layers; this runs on their thread, the rest does not.

        Raises:
            QgsProcessingException: with what is missing.
        """
        super().prepareAlgorithm(parameters, context, feedback)
        tiles = self.tiles_layer(parameters, context)
        # What may fail comes first: after an error QGIS keeps what was opened before it.
        if self.parameterDefinition("BEFORE") is not None:
            given = {role: self.parameterAsRasterLayer(parameters, role.upper(), context) for role in ROLES}
            self.images = [wanted_image(given[role], tiles, role, context.project()) for role in ROLES]
        changes = self.parameterAsVectorLayer(parameters, "CHANGES", context)
        if changes is None:
            changes = changes_layer_for(tiles, context.project())
        elif not is_changes_layer(changes):
            raise QgsProcessingException(tr("“{0}” is no layer of changed areas.").format(changes.name()))
        problem = areas_problem(tiles, changes)
        if problem:
            raise QgsProcessingException(problem)
        self._tiles = snapshot.snapshot_layer(tiles, "tiles")
        self._changes = snapshot.snapshot_layer(changes, "changes") if changes is not None else None
        sites = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if self.by_site:
            sites = layer_beside(sites, SITES, context.project())
        self._sites = snapshot.snapshot_layer(sites, "sites") if subject_of(sites) is SITES else None
        self._original = snapshot.geopackage_of(tiles)
        return True

    @contextlib.contextmanager
    def copy_of_result(
        self, context: QgsProcessingContext, cancelled: str = "", is_cancelled: Any = None
    ) -> Iterator[Path]:
        """Write the collected layers to a GeoPackage in the temporary folder and remove it afterwards.

        Args:
            context: of the run.
            cancelled: the sentence after a cancel.
            is_cancelled: asked between layers.

        Raises:
            QgsProcessingException: the copy cannot be written, or what was done with it failed.
        """
        folder = Path(QgsProcessingUtils.generateTempFilename("result"))
        folder.mkdir(parents=True)
        copy = folder / (Path(self._original).name if self._original else "result.gpkg")
        asked = (is_cancelled,) if is_cancelled is not None else ()
        try:
            with engine_faults(cancelled):
                snapshot.write_snapshot(
                    copy, self._tiles, self._changes, self._original, context.transformContext(), *asked,
                    sites=self._sites,
                )  # fmt: skip
                yield copy
        except snapshot.SnapshotError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            self._tiles = self._changes = self._sites = (
                None  # after an error QGIS keeps this object, and they hold the file open
            )
            shutil.rmtree(folder, ignore_errors=True)


def layer_parameters(label: str, tiles_help: str, changes_help: str) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that name the layers of a result.

    Args:
        label: what they are called in the dialog.
        tiles_help: which layers are meant.
        changes_help: which areas are meant, and where they are looked for.
    """
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    return [
        helped(QgsProcessingParameterVectorLayer("INPUT", label, polygons), tiles_help),
        helped(
            QgsProcessingParameterVectorLayer("CHANGES", tr("Changed areas"), polygons, optional=True), changes_help
        ),
    ]


def result_parameters(label: str, tiles_help: str, changes_help: str) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that name the layers of a result and both images, see :func:`layer_parameters`."""
    return [
        *layer_parameters(label, tiles_help, changes_help),
        helped(
            QgsProcessingParameterRasterLayer("BEFORE", tr("Before: the earlier image"), optional=True),
            tr("Left empty: the layer the tiles were made from, else the files that the result names."),
        ),
        helped(
            QgsProcessingParameterRasterLayer("AFTER", tr("After: the later image"), optional=True),
            tr("Left empty: found like the earlier image."),
        ),
    ]
