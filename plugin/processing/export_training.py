"""The algorithm ``describechanges:exporttraining``: reviewed tiles out as a data set that a model can learn from."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..engine.client import request
from ..i18n import tr
from ..layers.rasters import layer_path
from .parameters import advanced, helped
from .reviewed import ROLES, ResultAlgorithm, result_parameters

FIGURES = {"PAIR_COUNT": "pair_count", "TRAIN_COUNT": "train", "HELD_OUT_COUNT": "val"}
FLAGS = {"REJECTED": "include_rejected", "UNREVIEWED": "include_unreviewed", "OVERWRITE": "overwrite"}


class ExportTrainingAlgorithm(ResultAlgorithm):
    """Writes accepted and edited tiles as images, masks and sentences; the engine does it from a copy of the layers."""

    required = (*ResultAlgorithm.required, "review_status", "caption_edited")

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

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("review.jpg", tr("A review")) + tr(
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
        counts = (
            ("PAIR_COUNT", tr("Number of pairs written")),
            ("TRAIN_COUNT", tr("Number of pairs to learn from")),
            ("HELD_OUT_COUNT", tr("Number of held-out pairs")),
        )
        self.declare(_parameters(), [QgsProcessingOutputNumber(*count) for count in counts])

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        super().prepareAlgorithm(parameters, context, feedback)
        paths = [layer_path(image) if image is not None else "" for image in self.images]
        self._files = dict(zip(ROLES, paths))
        self.images = [None, None]
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Copy the layers and let the engine write the data set."""
        output = self.parameterAsString(parameters, "OUTPUT", context)
        params = {
            "folder": self.folder,
            "output": output,
            **self._files,
            "val_fraction": self.parameterAsDouble(parameters, "SHARE", context),
            "licence": self.parameterAsString(parameters, "LICENCE", context).strip(),
            "tile_size": self.optional(parameters, "TILE_SIZE", self.parameterAsInt, context),
            **{option: self.parameterAsBool(parameters, name, context) for name, option in FLAGS.items()},
        }
        with self.copy_of_result(context, tr("Cancelled. No data set was written.")) as copy:
            summary = _export({**params, "result": str(copy)}, feedback)
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


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    number = QgsProcessingParameterNumber.Type
    return [
        *result_parameters(
            tr("Reviewed tiles"),
            tr("The layer of tiles that “Describe changes” has made and that you have reviewed."),
            tr(
                "The layer of changed areas of the same run, from which the masks are drawn. Left empty it is looked "
                "for in the same GeoPackage, then in the project."
            ),
        ),
        helped(
            QgsProcessingParameterNumber(
                "SHARE", tr("Share of held-out tiles"), type=number.Double, defaultValue=0.2, minValue=0.0, maxValue=0.5
            ),
            tr("So many of the tiles are kept for comparing the old and the new model. About 30 tiles can tell."),
        ),
        helped(
            QgsProcessingParameterBoolean("REJECTED", tr("Rejected tiles show no change"), defaultValue=False),
            tr(
                "Writes rejected tiles as pairs in which nothing has changed. Only tick this if you rejected tiles "
                "because nothing has changed there, and not because the sentence was bad."
            ),
        ),
        helped(
            QgsProcessingParameterBoolean("UNREVIEWED", tr("Also tiles without a verdict"), defaultValue=False),
            tr("Writes tiles that you have not looked at as the model described them; it then learns its own errors."),
        ),
        helped(
            QgsProcessingParameterString("LICENCE", tr("Licence of the imagery"), optional=True),
            tr("A sentence that goes with the data set and on the card of every model that learns from it."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "TILE_SIZE", tr("Tile size (pixels)"), type=number.Integer, optional=True, minValue=32, maxValue=2048
            ),
            tr("Only needed for layers that do not say it, and whose model is not installed. Empty: the run's own."),
        ),
        helped(
            QgsProcessingParameterBoolean("OVERWRITE", tr("Replace an earlier export"), defaultValue=False),
            tr("Without this a folder that holds an export already is left alone."),
        ),
        helped(
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the data set")),
            tr("A new or an empty folder."),
        ),
    ]
