"""The algorithm ``describechanges:exporttraining``: reviewed tiles out as a data set that a model can learn from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from .. import icons
from ..engine.client import request
from ..engine.errors import EngineCancelled, EngineError
from ..engine.pool import pool
from ..help import help_url
from ..i18n import tr
from ..layers.changes import areas_problem, changes_layer_for, is_changes_layer
from ..layers.rasters import layer_path
from ..layers.styling import LIVE, ROLE
from ..paths import icon_path
from ..report import snapshot
from ..report.images import wanted_image
from .parameters import translate_option_names

FIGURES = {"PAIR_COUNT": "pairs", "TRAIN_COUNT": "train", "HELD_OUT_COUNT": "val"}


class ExportTrainingAlgorithm(QgsProcessingAlgorithm):
    """Writes accepted and edited tiles as images, masks and sentences; the engine does it from a copy of the layers."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: Optional[snapshot.LayerSnapshot] = None
        self._changes: Optional[snapshot.LayerSnapshot] = None
        self._original = ""
        self._images: dict[str, str] = {}

    def createInstance(self) -> ExportTrainingAlgorithm:
        """Return a fresh instance; QGIS runs each job on one of its own."""
        return ExportTrainingAlgorithm()

    def name(self) -> str:
        """Return the id within the provider."""
        return "exporttraining"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export reviewed tiles for training")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Writes the tiles you accepted or reworded as a data set from which a model can learn")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("training,data set,review,learn,fine-tune,captions,masks,LEVIR,change detection").split(",")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return icons.icon()

    def svgIconPath(self) -> str:
        """Return the icon for the model designer, whose boxes are light in every theme."""
        return icon_path(icons.MAIN)

    def helpUrl(self) -> str:
        """Return the address of the algorithm's page."""
        return help_url(self)

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return tr(
            "<p>Writes each tile that you accepted or reworded in the review as a pair of images with your "
            "sentence and a mask of its changed areas, as you left their outlines; areas that you rejected are "
            "left out. Verdicts that are not saved yet count too.</p>"
            "<p>Some tiles at one side of the area are <b>held out</b>: nothing is learned from them, so that the "
            "old and the new model can be compared on them. Tiles that overlap held-out ones are left out.</p>"
            "<p>The folder has the layout of LEVIR-CC and holds the place of each pair, where everything came from, "
            "and a licence sentence. <i>Fine-tune a model on reviewed tiles</i> reads it, and so does "
            "<code>describe-changes train</code>.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        for parameter, text in _parameters():
            parameter.setHelp(text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("PAIR_COUNT", tr("Number of pairs written")))
        self.addOutput(QgsProcessingOutputNumber("TRAIN_COUNT", tr("Number of pairs to learn from")))
        self.addOutput(QgsProcessingOutputNumber("HELD_OUT_COUNT", tr("Number of held-out pairs")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check what can be checked at once."""
        ok, message = super().checkParameterValues(parameters, context)
        if not ok:
            return False, message
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        problem = pool.locator.problem() or _tiles_problem(layer)
        return (False, problem) if problem else (True, "")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        tiles = self.parameterAsVectorLayer(parameters, "INPUT", context)
        problem = _tiles_problem(tiles)
        if problem:
            raise QgsProcessingException(problem)
        # What may fail comes first: after an error QGIS keeps what was opened before it.
        for role in ("before", "after"):
            asked = self.parameterAsRasterLayer(parameters, role.upper(), context)
            image = wanted_image(asked, tiles, role, context.project())
            self._images[role] = layer_path(image) if image is not None else ""
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
        self._original = snapshot.geopackage_of(tiles)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Copy the layers and let the engine write the data set."""
        output = self.parameterAsString(parameters, "OUTPUT", context)
        folder = Path(QgsProcessingUtils.generateTempFilename("export"))
        folder.mkdir(parents=True)
        copy = folder / (Path(self._original).name if self._original else "result.gpkg")
        params = {
            "result": str(copy),
            "folder": str(Path(self._original).parent) if self._original else "",
            "output": output,
            **self._images,
            "val_fraction": self.parameterAsDouble(parameters, "SHARE", context),
            "licence": self.parameterAsString(parameters, "LICENCE", context).strip(),
        }
        flags = {"REJECTED": "include_rejected", "UNREVIEWED": "include_unreviewed", "OVERWRITE": "overwrite"}
        for name, option in flags.items():
            params[option] = self.parameterAsBool(parameters, name, context)
        if parameters.get("TILE_SIZE") is not None:
            params["tile_size"] = self.parameterAsInt(parameters, "TILE_SIZE", context)
        try:
            snapshot.write_snapshot(copy, self._tiles, self._changes, self._original, context.transformContext())
            summary = _export(params, feedback)
        except EngineCancelled:
            raise QgsProcessingException(tr("Cancelled. No data set was written.")) from None
        except EngineError as error:
            raise QgsProcessingException(translate_option_names(error.details())) from error
        except snapshot.SnapshotError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            self._tiles = self._changes = None  # they hold the file open, and must not outlive QGIS
            shutil.rmtree(folder, ignore_errors=True)
        for reason, count in summary["left_out"].items():
            feedback.pushInfo(tr("Left out: {0} ({1}).").format(count, reason))
        for warning in summary["warnings"]:
            feedback.pushWarning(str(warning))
        return {"OUTPUT": output, **{name: summary[key] for name, key in FIGURES.items()}}


def _export(params: dict[str, Any], feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Have the engine write the data set and return its summary."""
    feedback.setProgressText(tr("Starting the engine…"))
    summary: dict[str, Any] = {}
    for event in request("export_dataset", params, feedback.isCanceled):
        if event.get("event") == "progress":
            done, total = int(event.get("done") or 0), int(event.get("total") or 1)
            feedback.setProgressText(tr("Written: {0} of {1} tiles").format(done, total))
            feedback.setProgress(100.0 * done / max(total, 1))
        elif event.get("event") == "done":
            summary = event["summary"]
    return summary


def _tiles_problem(layer: Any) -> str:
    """Return why a layer cannot be exported, as a sentence, or an empty string."""
    if layer is None or not layer.isValid():
        return tr("The layer of described tiles cannot be opened.")
    if not snapshot.has_fields(layer, (*snapshot.REQUIRED_FIELDS, "review", "caption_edited")):
        return tr("“{0}” is no layer of described tiles. Take the one that “Describe changes” has made.").format(
            layer.name()
        )
    if layer.customProperty(ROLE) == LIVE:
        return tr("“{0}” is still being filled. Wait until the run has ended.").format(layer.name())
    return ""


def _parameters() -> list[tuple[QgsProcessingParameterDefinition, str]]:
    """Return the parameters with their help, in the order of the dialog."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    number = QgsProcessingParameterNumber.Type
    tile_size = QgsProcessingParameterNumber(
        "TILE_SIZE", tr("Tile size (pixels)"), type=number.Integer, optional=True, minValue=32, maxValue=2048
    )
    tile_size.setFlags(tile_size.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return [
        (
            QgsProcessingParameterVectorLayer("INPUT", tr("Reviewed tiles"), polygons),
            tr("The layer of tiles that “Describe changes” has made and that you have reviewed."),
        ),
        (
            QgsProcessingParameterVectorLayer("CHANGES", tr("Changed areas"), polygons, optional=True),
            tr(
                "The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked "
                "for in the same GeoPackage, then in the project."
            ),
        ),
        (
            QgsProcessingParameterRasterLayer("BEFORE", tr("Before: the earlier image"), optional=True),
            tr("Left empty: the layer the tiles were made from, else the files that the result names."),
        ),
        (
            QgsProcessingParameterRasterLayer("AFTER", tr("After: the later image"), optional=True),
            tr("Left empty: found like the earlier image."),
        ),
        (
            QgsProcessingParameterNumber(
                "SHARE", tr("Share of held-out tiles"), type=number.Double, defaultValue=0.2, minValue=0.0, maxValue=0.5
            ),
            tr("So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell."),
        ),
        (
            QgsProcessingParameterBoolean("REJECTED", tr("Rejected tiles show no change"), defaultValue=False),
            tr(
                "Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles "
                "because nothing has changed there, and not because the sentence was bad."
            ),
        ),
        (
            QgsProcessingParameterBoolean("UNREVIEWED", tr("Also tiles without a verdict"), defaultValue=False),
            tr("Writes tiles that you have not looked at as the model described them; it then learns its own errors."),
        ),
        (
            QgsProcessingParameterString("LICENCE", tr("Licence of the imagery"), optional=True),
            tr("A sentence that goes with the data set and on the card of every model that learns from it."),
        ),
        (
            tile_size,
            tr("Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own."),
        ),
        (
            QgsProcessingParameterBoolean("OVERWRITE", tr("Replace an earlier export"), defaultValue=False),
            tr("Without this a folder that holds an export already is left alone."),
        ),
        (
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the data set")),
            tr("A new or an empty folder."),
        ),
    ]
