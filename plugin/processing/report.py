"""The algorithm ``describechanges:report``: a result, reviewed or not, as one HTML page and as a PDF."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from .. import icons
from ..engine.client import ask
from ..engine.errors import EngineCancelled, EngineError
from ..engine.pool import pool
from ..help import help_url
from ..i18n import tr
from ..layers.changes import areas_problem, changes_layer_for, is_changes_layer
from ..layers.rasters import layer_path
from ..layers.styling import LIVE, ROLE
from ..layers.targets import clash_problem, file_behind, kind_problem
from ..paths import icon_path
from ..report import snapshot
from ..report.images import project_image, wanted_image
from ..report.layout_pages import TemplateError
from ..report.main_thread import MainThread, PrintCancelled
from ..report.pdf import PdfError, PdfPrinter, write_pdf
from .destinations import named_file

SELECTIONS = ("all", "not-rejected", "accepted")
MAX_TILES = 200
_ENGINE_PART = 30.0  # per cent of the progress bar


class ReportAlgorithm(QgsProcessingAlgorithm):
    """Writes the report of a result; what it says comes from the engine, the PDF's pages from QGIS's layouts."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: Optional[snapshot.LayerSnapshot] = None
        self._changes: Optional[snapshot.LayerSnapshot] = None
        self._original = ""
        self._own: list[Optional[QgsMapLayer]] = [None, None]
        self._main: Optional[MainThread] = None

    def createInstance(self) -> ReportAlgorithm:
        """Return a fresh instance; QGIS runs each job on one of its own."""
        return ReportAlgorithm()

    def name(self) -> str:
        """Return the id within the provider."""
        return "report"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Report of a result")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Writes what changed as one HTML page or a PDF, with the verdicts and words of the review")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("report,pdf,html,print,layout,atlas,review,change detection").split(",")

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
            "<p>Takes the tiles that <i>Describe changes</i> has made, as they are now: verdicts and sentences of "
            "the review are honoured, also those that are not saved yet.</p>"
            "<p>The <b>HTML page</b> is one file that needs no network. The <b>PDF</b> has a title page with a "
            "chart and a table by class, an overview map, one page per changed tile with both dates, the changed "
            "areas, sentence and facts, and a page that says how it was made.</p>"
            "<p>The images are the project's layers the tiles were made from, else the files that the result names; "
            "give them below where neither is found.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        for parameter, text in _parameters():
            parameter.setHelp(text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("TILE_COUNT", tr("Number of tiles shown")))
        self.addOutput(QgsProcessingOutputNumber("PAGE_COUNT", tr("Number of pages of the PDF")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check what can be checked at once."""
        ok, message = super().checkParameterValues(parameters, context)
        if not ok:
            return False, message
        problem = pool.locator.problem() or _tiles_problem(self.parameterAsVectorLayer(parameters, "INPUT", context))
        if not problem and not any(self.parameterAsFileOutput(parameters, name, context) for name in ("HTML", "PDF")):
            problem = tr("Name a file for the HTML page, for the PDF, or for both.")
        problem = problem or self._files_problem(parameters, context)
        return (False, problem) if problem else (True, "")

    def _files_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what would be overwritten that must stay, as a sentence, or an empty string."""
        layers = [self.parameterAsVectorLayer(parameters, name, context) for name in ("INPUT", "CHANGES")]
        layers += [self.parameterAsRasterLayer(parameters, name, context) for name in ("BEFORE", "AFTER")]
        if layers[0] is not None:
            layers += [project_image(layers[0], role, context.project()) for role in ("before", "after")]
        files = {name: named_file(parameters, name, context) for name in ("HTML", "PDF")}
        return clash_problem(files.values(), map(file_behind, layers)) or kind_problem(files["PDF"], b"%PDF-", "PDF")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        tiles = self.parameterAsVectorLayer(parameters, "INPUT", context)
        problem = _tiles_problem(tiles)
        if problem:
            raise QgsProcessingException(problem)
        # What may fail comes first: after an error QGIS keeps what was opened before it.
        images = [
            wanted_image(self.parameterAsRasterLayer(parameters, role.upper(), context), tiles, role, context.project())
            for role in ("before", "after")
        ]
        changes = self.parameterAsVectorLayer(parameters, "CHANGES", context)
        if changes is None:
            changes = changes_layer_for(tiles, context.project())
        elif not is_changes_layer(changes):
            raise QgsProcessingException(tr("“{0}” is no layer of changed areas.").format(changes.name()))
        problem = areas_problem(tiles, changes)
        if problem:
            raise QgsProcessingException(problem)
        self._main = MainThread()
        self._tiles = snapshot.snapshot_layer(tiles, "tiles")
        self._changes = snapshot.snapshot_layer(changes, "changes") if changes is not None else None
        self._original = snapshot.geopackage_of(tiles)
        self._own = [image.clone() if image is not None else None for image in images]
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let the engine write the page and say what the PDF shall say; then print that."""
        html, pdf = (self.parameterAsFileOutput(parameters, name, context) for name in ("HTML", "PDF"))
        review = SELECTIONS[self.parameterAsEnum(parameters, "TILES", context)]
        folder = Path(QgsProcessingUtils.generateTempFilename("report"))
        folder.mkdir(parents=True)
        copy = folder / "result.gpkg"
        try:
            transforms = context.transformContext()
            snapshot.write_snapshot(copy, self._tiles, self._changes, self._original, transforms, feedback.isCanceled)
            said = self._ask(copy, html, review, self.parameterAsInt(parameters, "MAX_TILES", context), feedback)
            feedback.setProgress(_ENGINE_PART if pdf else 100.0)
            results: dict[str, Any] = {"TILE_COUNT": len(said["tiles"])}
            if html:
                results["HTML"] = html
            if pdf:
                templates = self.parameterAsString(parameters, "TEMPLATES", context)
                results["PDF"] = pdf
                results["PAGE_COUNT"] = self._print(
                    lambda: PdfPrinter(
                        Path(pdf), copy, said, review, self._own, transforms, Path(templates) if templates else None
                    ),
                    feedback,
                )
            return results
        except (EngineCancelled, PrintCancelled):
            raise QgsProcessingException(tr("Cancelled.")) from None
        except EngineError as error:
            raise QgsProcessingException(error.details()) from error
        except (snapshot.SnapshotError, TemplateError, PdfError) as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            self._tiles = self._changes = None  # after an error QGIS keeps this object, and they hold the file open
            shutil.rmtree(folder, ignore_errors=True)

    def _ask(
        self, copy: Path, html: str, review: str, max_tiles: int, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Have the engine write the page, if one is wanted, and return what the report says."""
        feedback.setProgressText(tr("Reading the result…"))
        params: dict[str, Any] = {
            "result": str(copy),
            "output": html,
            "review": review,
            "max_tiles": max_tiles,
            "overwrite": True,
            "folder": str(Path(self._original).parent) if self._original else "",
        }
        for role, layer in zip(("before", "after"), self._own):
            if isinstance(layer, QgsRasterLayer):
                params[role] = layer_path(layer)
        said: dict[str, Any] = ask("report", params, feedback.isCanceled)
        for sentence in filter(None, (said["verdict"], said["review"], said["shown"])):
            feedback.pushInfo(sentence)
        for sentence in said["warnings"]:
            feedback.pushWarning(sentence)
        return said

    def _print(self, make: Any, feedback: QgsProcessingFeedback) -> int:
        feedback.setProgressText(tr("Laying out the pages…"))
        pages = write_pdf(
            make,
            self._main,
            lambda done: feedback.setProgress(_ENGINE_PART + (100.0 - _ENGINE_PART) * done),
            feedback.isCanceled,
        )
        if not pages:
            raise PrintCancelled
        return pages


def _tiles_problem(layer: Optional[QgsVectorLayer]) -> str:
    """Return why a layer cannot be reported, as a sentence, or an empty string."""
    if layer is None or not layer.isValid():
        return tr("The layer of described tiles cannot be opened.")
    if not snapshot.has_fields(layer, snapshot.REQUIRED_FIELDS):
        return tr("“{0}” is no layer of described tiles. Take the one that “Describe changes” has made.").format(
            layer.name()
        )
    if layer.customProperty(ROLE) == LIVE:
        return tr("“{0}” is still being filled. Wait until the run has ended.").format(layer.name())
    return ""


def _parameters() -> list[tuple[QgsProcessingParameterDefinition, str]]:
    """Return the parameters with their help, in the order of the dialog."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    templates = QgsProcessingParameterFile(
        "TEMPLATES",
        tr("Folder of layout templates (empty: those that ship)"),
        behavior=QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    templates.setFlags(templates.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return [
        (
            QgsProcessingParameterVectorLayer("INPUT", tr("Described tiles"), polygons),
            tr("The layer of tiles that “Describe changes” has made, or the GeoPackage of a result."),
        ),
        (
            QgsProcessingParameterVectorLayer("CHANGES", tr("Changed areas"), polygons, optional=True),
            tr(
                "The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, "
                "then in the project."
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
            QgsProcessingParameterEnum(
                "TILES",
                tr("Tiles to show"),
                options=[
                    tr("All changed tiles"),
                    tr("Changed tiles that were not rejected"),
                    tr("Only tiles that were accepted or reworded"),
                ],
                defaultValue=1,
            ),
            tr("Counts, areas and the chart are those of the tiles shown."),
        ),
        (
            QgsProcessingParameterNumber(
                "MAX_TILES",
                tr("Tiles shown with images, at most"),
                type=QgsProcessingParameterNumber.Type.Integer,
                defaultValue=MAX_TILES,
                minValue=0,
                maxValue=2000,
            ),
            tr("The highest change scores come first; the report says how many are left out."),
        ),
        (templates, tr("Holds report_cover.qpt and report_tile.qpt, changed to your taste in the layout designer.")),
        (
            QgsProcessingParameterFileDestination(
                "HTML", tr("HTML page"), fileFilter=tr("HTML files (*.html)"), optional=True
            ),
            tr("One self-contained page."),
        ),
        (
            QgsProcessingParameterFileDestination("PDF", tr("PDF"), fileFilter=tr("PDF files (*.pdf)"), optional=True),
            tr("A4 pages to print or to send."),
        ),
    ]
