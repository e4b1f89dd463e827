"""The algorithm ``describechanges:export``: a result, reviewed or not, as a file for other programs."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ..engine.client import ask
from ..i18n import tr
from ..layers.targets import clash_problem, file_behind
from .destinations import named_file
from .parameters import advanced, helped
from .reviewed import ResultAlgorithm, layer_parameters

LAYERS = ("sites", "changes", "tiles", "zones", "runs")
FILTERS = (
    "GeoPackage (*.gpkg);;GeoJSON (*.geojson);;FlatGeobuf (*.fgb);;GeoParquet (*.parquet);;CSV (*.csv);;"
    "Microsoft Excel (*.xlsx)"
)


class ExportResultAlgorithm(ResultAlgorithm):
    """Writes a result for other programs, verdicts and words of the review included."""

    by_site = True

    def name(self) -> str:
        """Return the id within the provider."""
        return "export"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export a result")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Writes sites, changed areas or tiles as GeoJSON, FlatGeobuf, GeoParquet, CSV, Excel or GeoPackage")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("export,save as,csv,excel,xlsx,geojson,geoparquet,flatgeobuf,review").split(",")

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("qgis_result.jpg", tr("A result in QGIS")) + tr(
            "<p>Takes a result as it is now, verdicts and sentences of the review included, also those that are not "
            "saved yet, and writes it for other programs. The ending of the file's name says the format.</p>"
            "<p>GeoJSON, FlatGeobuf, GeoParquet and CSV hold one layer, the sites unless you choose another; Excel "
            "has a sheet for each layer but the tiles; a GeoPackage holds all of them, with their styles.</p>"
            "<p>An existing file is replaced only if an earlier export wrote it and nobody has edited it since.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        self.declare(_parameters(), [QgsProcessingOutputNumber("ROW_COUNT", tr("Number of rows written"))])

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what can be told of the parameters at once, as a sentence, or an empty string."""
        problem = super().problem(parameters, context)
        layers = [self.parameterAsVectorLayer(parameters, name, context) for name in ("INPUT", "CHANGES")]
        return problem or clash_problem([named_file(parameters, "OUTPUT", context)], map(file_behind, layers))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Copy the layers and let the engine write the file."""
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        layer = self.parameterAsString(parameters, "LAYER", context)
        wkt = self.parameterAsBool(parameters, "WKT", context)
        with self.copy_of_result(context, is_cancelled=feedback.isCanceled) as copy:
            feedback.setProgressText(tr("Writing the file…"))
            asked = {"result": str(copy), "output": output, "layer": layer, "wkt": wkt, "overwrite": True}
            done: dict[str, Any] = ask("export", asked, feedback.isCanceled)
        for name, count in done["layers"].items():
            feedback.pushInfo(tr("Layer “{0}”: {1} rows.").format(name, count))
        return {"OUTPUT": output, "ROW_COUNT": sum(done["layers"].values())}


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    return [
        *layer_parameters(
            tr("Sites or tiles of a result"),
            tr("A layer that “Describe changes” has made, or the GeoPackage of a result."),
            tr(
                "The layer of changed areas of the same run. Left empty it is looked for in the same GeoPackage, "
                "then in the project."
            ),
        ),
        helped(
            QgsProcessingParameterEnum(
                "LAYER", tr("Layer to write"), options=list(LAYERS), usesStaticStrings=True, optional=True
            ),
            tr("Not set: the sites; in Excel all but the tiles. A GeoPackage always holds all layers."),
        ),
        advanced(
            QgsProcessingParameterBoolean("WKT", tr("Outlines as text (WKT) in CSV"), defaultValue=False),
            tr("Without this a CSV file has the columns alone."),
        ),
        helped(
            QgsProcessingParameterFileDestination("OUTPUT", tr("File"), fileFilter=FILTERS),
            tr("Its ending says the format."),
        ),
    ]
