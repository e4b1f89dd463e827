"""The algorithm ``describechanges:report``: a result, reviewed or not, as one HTML page and as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsSettings,
    QgsVectorLayer,
)

from ..engine.client import ask
from ..i18n import tr
from ..layers.rasters import layer_path
from ..layers.server_facts import copy_of
from ..layers.targets import clash_problem, file_behind, kind_problem
from ..report.images import project_image
from ..report.layout_pages import TemplateError
from ..report.main_thread import MainThread, PrintCancelled
from ..report.pdf import PdfError, PdfPrinter, write_pdf
from .destinations import named_file
from .parameters import advanced, helped
from .reviewed import ROLES, ResultAlgorithm, result_parameters

SELECTIONS = ("all", "not-rejected", "accepted")
MAX_SITES = 200
OF_LAYER = {"TITLE": "describe_changes/report_title", "NOTES": "describe_changes/report_notes"}
"""Custom properties of a layer that keep what its last report said, by parameter."""
_LAST = "describe_changes/report"
HEAD = ("TITLE", "AUTHOR", "ORGANISATION", "LOGO", "NOTES")
_ENGINE_PART = 30.0  # per cent of the progress bar


class ReportAlgorithm(ResultAlgorithm):
    """Writes the report of a result; what it says comes from the engine, the PDF's pages from QGIS's layouts."""

    def __init__(self) -> None:
        super().__init__()
        self._main: Optional[MainThread] = None
        self._head: dict[str, str] = {}

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

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("report_page.jpg", tr("A page of a report")) + tr(
            "<p>Takes the sites that <i>Describe changes</i> has made, as they are now: verdicts and sentences of "
            "the review are honoured, also those that are not saved yet.</p>"
            "<p>The <b>HTML page</b> is one file that needs no network: what changed in one paragraph, a map with "
            "numbered sites on which the two dates can be swiped, and a card for each site. The <b>PDF</b> has a "
            "title page with a chart and a table by class, the map, the zones, one page per site with both dates, "
            "the changed areas, sentence and facts, and a page that says how it was made; bookmarks lead to them.</p>"
            "<p>The images are the project's layers the result was made from, else the files that the result names; "
            "give them below where neither is found.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        counts = (("SITE_COUNT", tr("Number of sites shown")), ("PAGE_COUNT", tr("Number of pages of the PDF")))
        self.declare(_parameters(), [QgsProcessingOutputNumber(*count) for count in counts])

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what can be told of the parameters at once, as a sentence, or an empty string."""
        problem = super().problem(parameters, context)
        if not problem and not any(self.parameterAsFileOutput(parameters, name, context) for name in ("HTML", "PDF")):
            problem = tr("Name a file for the HTML page, for the PDF, or for both.")
        return problem or self._files_problem(parameters, context)

    def _files_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what would be overwritten that must stay, as a sentence, or an empty string."""
        layers = [self.parameterAsVectorLayer(parameters, name, context) for name in ("INPUT", "CHANGES")]
        layers += [self.parameterAsRasterLayer(parameters, name, context) for name in ("BEFORE", "AFTER")]
        if layers[0] is not None:
            layers += [project_image(layers[0], role, context.project()) for role in ROLES]
        files = {name: named_file(parameters, name, context) for name in ("HTML", "PDF")}
        return clash_problem(files.values(), map(file_behind, layers)) or kind_problem(files["PDF"], b"%PDF-", "PDF")

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        super().prepareAlgorithm(parameters, context, feedback)
        self.images = [copy_of(image) if image is not None else None for image in self.images]
        self._main = MainThread()
        given = {name: self.parameterAsString(parameters, name, context).strip() for name in HEAD}
        self._head = {name.lower(): value for name, value in given.items()}
        remember_head(given, self.parameterAsVectorLayer(parameters, "INPUT", context))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let the engine write the page and say what the PDF shall say; then print that."""
        html, pdf = (self.parameterAsFileOutput(parameters, name, context) for name in ("HTML", "PDF"))
        review = SELECTIONS[self.parameterAsEnum(parameters, "REVIEW", context)]
        results: dict[str, Any] = {}
        try:
            with self.copy_of_result(context, is_cancelled=feedback.isCanceled) as copy:
                said = self._ask(copy, html, review, self.parameterAsInt(parameters, "MAX_SITES", context), feedback)
                feedback.setProgress(_ENGINE_PART if pdf else 100.0)
                results["SITE_COUNT"] = len(said["sites"])
                if html:
                    results["HTML"] = html
                if pdf:
                    results["PDF"] = pdf
                    templates = self.parameterAsString(parameters, "TEMPLATES", context)
                    printing = (Path(pdf), copy, said, review, self.images, context.transformContext())
                    folder = Path(templates) if templates else None
                    results["PAGE_COUNT"] = self._print(lambda: PdfPrinter(*printing, folder), feedback)
        except PrintCancelled:
            raise QgsProcessingException(tr("Cancelled.")) from None
        except (TemplateError, PdfError) as error:
            raise QgsProcessingException(str(error)) from error
        return results

    def _ask(
        self, copy: Path, html: str, review: str, max_sites: int, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Have the engine write the page, if one is wanted, and return what the report says."""
        feedback.setProgressText(tr("Reading the result…"))
        params: dict[str, Any] = {
            "result": str(copy),
            "output": html,
            "review": review,
            "max_sites": max_sites,
            "overwrite": True,
            "folder": self.folder,
            **self._head,
        }
        params.update({role: layer_path(layer) for role, layer in zip(ROLES, self.images) if layer is not None})
        said: dict[str, Any] = ask("report", params, feedback.isCanceled)
        for sentence in filter(None, (said["summary"] or said["verdict"], said["review"], said["shown"])):
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


def _head_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return what stands at the head of a report; the names and the logo are those of the last one."""
    last = QgsSettings()
    author, organisation, logo = (str(last.value(f"{_LAST}/{name.lower()}", "") or "") for name in HEAD[1:4])
    return [
        helped(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Left empty: “What changed between … and …”. Remembered with the layer."),
        ),
        helped(
            QgsProcessingParameterString("AUTHOR", tr("Author"), defaultValue=author, optional=True),
            tr("Stands below the title. Remembered for the next report."),
        ),
        helped(
            QgsProcessingParameterString("ORGANISATION", tr("Organisation"), defaultValue=organisation, optional=True),
            tr("Stands beside the author. Remembered for the next report."),
        ),
        helped(
            QgsProcessingParameterFile(
                "LOGO",
                tr("Logo"),
                fileFilter=tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif)"),
                defaultValue=logo if Path(logo).is_file() else None,
                optional=True,
            ),
            tr("A picture for the head of the report. Remembered for the next report."),
        ),
        helped(
            QgsProcessingParameterString("NOTES", tr("Notes"), multiLine=True, optional=True),
            tr("Paragraphs for the head of the report. Remembered with the layer."),
        ),
    ]


def remember_head(given: dict[str, str], layer: Optional[QgsVectorLayer]) -> None:
    """Keep names and logo for the next report, title and notes for the next report of this layer."""
    settings = QgsSettings()
    for name, value in given.items():
        if name not in OF_LAYER:
            settings.setValue(f"{_LAST}/{name.lower()}", value)
        elif layer is not None and str(layer.customProperty(OF_LAYER[name]) or "") != value:
            layer.setCustomProperty(OF_LAYER[name], value)


def remembered_head(layer: QgsVectorLayer) -> dict[str, str]:
    """Return the title and the notes of a layer's last report, by parameter; none that are empty."""
    found = {name: str(layer.customProperty(key) or "") for name, key in OF_LAYER.items()}
    return {name: text for name, text in found.items() if text}


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    return [
        *result_parameters(
            tr("Sites or tiles of a result"),
            tr("A layer that “Describe changes” has made, or the GeoPackage of a result."),
            tr(
                "The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, "
                "then in the project."
            ),
        ),
        helped(
            QgsProcessingParameterEnum(
                "REVIEW",
                tr("Sites to show"),
                options=[
                    tr("All sites"),
                    tr("Sites that were not rejected"),
                    tr("Only sites that were accepted or reworded"),
                ],
                defaultValue=1,
            ),
            tr("The paragraph, counts, areas and the chart are those of the sites shown."),
        ),
        *_head_parameters(),
        advanced(
            QgsProcessingParameterNumber(
                "MAX_SITES",
                tr("Sites shown with images, at most"),
                type=QgsProcessingParameterNumber.Type.Integer,
                defaultValue=MAX_SITES,
                minValue=0,
                maxValue=2000,
            ),
            tr("The largest come first; the report says how many are left out. All are drawn on the map."),
        ),
        advanced(
            QgsProcessingParameterFile(
                "TEMPLATES",
                tr("Folder of layout templates (empty: those that ship)"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr("Holds report_cover.qpt and report_site.qpt, changed to your taste in the layout designer."),
        ),
        helped(
            QgsProcessingParameterFileDestination(
                "HTML", tr("HTML page"), fileFilter=tr("HTML files (*.html)"), optional=True
            ),
            tr("One self-contained page."),
        ),
        helped(
            QgsProcessingParameterFileDestination("PDF", tr("PDF"), fileFilter=tr("PDF files (*.pdf)"), optional=True),
            tr("A4 pages to print or to send."),
        ),
    ]
