"""The algorithm ``describechanges:finetune``: a model learns from reviewed tiles, in the engine, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..engine.client import request
from ..engine.signals import signals
from ..i18n import tr
from ..numbers import duration
from .base import EngineAlgorithm, engine_faults
from .parameters import advanced, helped, model_parameter

STAGES = {"read": (0.0, 5.0), "train": (5.0, 85.0), "measure": (85.0, 100.0)}
"""Part of the progress bar, in per cent, that each stage has."""
CAPTIONS = "captions.json"
"""File at the top of an export."""


class FinetuneAlgorithm(EngineAlgorithm):
    """Makes a new model from an old one and reviewed tiles; the old one stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._made = False

    def name(self) -> str:
        """Return the id within the provider."""
        return "finetune"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Fine-tune a model on reviewed tiles")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Makes a new model that has learned from the tiles you reviewed")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("training,learn,fine-tune,model,review,captions,deep learning").split(",")

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return tr(
            "<p>Takes what <i>Export reviewed tiles for training</i> has written and lets a model learn from it, your "
            "own words included. The log says beforehand how long it will take; a CPU needs minutes.</p>"
            "<p>The new model is measured beside the old one on the held-out tiles, and appears in the list of models "
            "unless it is worse at something; then it lies beside the exported tiles, from where <i>Models… ▸ "
            "Import</i> takes it if you want it all the same. The old one stays as it is. So that the new one does "
            "not forget what the old one knew, it is kept close to it; where the data that it once learned from is "
            "at hand, name it as <i>old data</i>.</p>"
            "<p>This needs the training packages in the engine's Python; if they are missing, <i>Add training "
            "packages</i> in Settings ▸ Options… ▸ Describe Changes gets them.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        outputs = (
            QgsProcessingOutputString("NAME", tr("Name of the new model")),
            QgsProcessingOutputString("FOLDER", tr("Folder of the new model")),
            QgsProcessingOutputNumber("PAIR_COUNT", tr("Number of pairs learned from")),
            QgsProcessingOutputNumber("HELD_OUT_COUNT", tr("Number of held-out pairs")),
        )
        self.declare(_parameters(), outputs)

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why the folder is no export, as a sentence, or an empty string."""
        folder = Path(self.parameterAsFile(parameters, "DATA", context))
        if (folder / CAPTIONS).is_file() or any(folder.glob(f"*/{CAPTIONS}")):
            return ""
        return tr(
            "“{0}” is no export of reviewed tiles. Make one with “Export reviewed tiles for training” and name "
            "its folder."
        ).format(folder)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let the engine learn, and say what it says."""
        params: dict[str, Any] = {
            "data": self.parameterAsFile(parameters, "DATA", context),
            "model": self.parameterAsString(parameters, "MODEL", context).strip(),
            "output": self.parameterAsString(parameters, "NEW_NAME", context).strip(),
            "replay": self.parameterAsFile(parameters, "REPLAY", context),
            "replay_weight": self.parameterAsDouble(parameters, "REPLAY_WEIGHT", context),
        }
        params["steps"] = self.optional(parameters, "STEPS", self.parameterAsInt, context)
        params["learning_rate"] = self.optional(parameters, "LEARNING_RATE", self.parameterAsDouble, context)
        with engine_faults(tr("Cancelled. No model was made.")):
            summary = _tune(params, feedback)
        for line in summary["text"]:
            feedback.pushInfo(str(line))
        if summary.get("worse"):
            feedback.pushWarning(
                tr("The new model is worse at something that could be measured; read the last lines of the log.")
            )
        self._made = bool(summary.get("installed", True))
        return {
            "NAME": summary["name"],
            "FOLDER": summary["pack"],
            "PAIR_COUNT": summary["pair_count"],
            "HELD_OUT_COUNT": summary["held_out"],
        }

    def postProcessAlgorithm(self, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Have the lists of models ask again."""
        if self._made:
            signals.models_changed.emit()
        return {}


def _tune(params: dict[str, Any], feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Follow a fine-tuning in the engine and return its summary."""
    feedback.setProgressText(tr("Starting the engine…"))
    summary: dict[str, Any] = {}
    for event in request("finetune", params, feedback.isCanceled):
        kind = event.get("event")
        if kind == "message":
            feedback.pushInfo(str(event.get("message", "")))
        elif kind == "progress":
            _show(event, feedback)
        elif kind == "done":
            summary = event["summary"]
    return summary


def _show(event: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    done, total = int(event.get("done") or 0), max(int(event.get("total") or 1), 1)
    begin, end = STAGES.get(str(event.get("stage")), (0.0, 100.0))
    feedback.setProgress(begin + (end - begin) * min(1.0, done / total))
    if event.get("stage") == "train":
        text = tr("Step {0} of {1}").format(done, total)
        left = event.get("seconds_left")
        if left is not None:
            text += tr(", {0} left").format(duration(left))
        feedback.setProgressText(text)
    elif event.get("stage") == "measure":
        feedback.setProgressText(tr("Measuring the old and the new model: {0} of {1} pairs").format(done, total))
    else:
        feedback.setProgressText(tr("Reading the pairs…"))


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    number, folder = QgsProcessingParameterNumber.Type, QgsProcessingParameterFile.Behavior.Folder
    return [
        helped(
            QgsProcessingParameterFile("DATA", tr("Folder of exported tiles"), behavior=folder),
            tr("What “Export reviewed tiles for training” has written, or a folder that holds several such exports."),
        ),
        model_parameter(
            tr("Model to start from"),
            tr(
                "One of the installed models. Not set: the model that described the tiles. In scripts also the folder "
                "of a model pack."
            ),
        ),
        helped(
            QgsProcessingParameterString("NEW_NAME", tr("Name of the new model"), optional=True),
            tr("Letters, digits, “.”, “_” and “-”. Empty: the old name with “-tuned”."),
        ),
        helped(
            QgsProcessingParameterFile("REPLAY", tr("Old data"), behavior=folder, optional=True),
            tr("Data set that the model has learned from before; its pairs are shown among the new ones."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "REPLAY_WEIGHT",
                tr("Old pairs per new pair"),
                type=number.Double,
                defaultValue=1.0,
                minValue=0.0,
                maxValue=20.0,
            ),
            tr("How often a pair of the old data is shown for each reviewed one."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "STEPS", tr("Steps"), type=number.Integer, optional=True, minValue=1, maxValue=100000
            ),
            tr("Empty: as many as fit the number of tiles, 60 to 400."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "LEARNING_RATE", tr("Learning rate"), type=number.Double, optional=True, minValue=1e-7, maxValue=0.1
            ),
            tr("Empty: what has proved itself."),
        ),
    ]
