"""The algorithm ``describechanges:zones``: what a result amounts to in each zone, such as the wards of a town."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ..engine.client import ask
from ..i18n import tr
from ..layers.schema import ZONE_FIELDS, feature_of, fields_of
from ..layers.zone_style import ZoneStyler
from .aoi import NAME, zones_geojson
from .parameters import helped
from .reviewed import ResultAlgorithm, layer_parameters


class ZonesAlgorithm(ResultAlgorithm):
    """Adds up a result by zone: sites, changed ground and one measured paragraph for each."""

    by_site = True
    _stylers: list[ZoneStyler] = []  # noqa: RUF012 - QGIS keeps no reference of its own

    def name(self) -> str:
        """Return the id within the provider."""
        return "zones"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Changes by zone")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Adds up a result by polygons such as wards, lots or fields, with a paragraph for each")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("zones,zonal statistics,wards,districts,sum,summary,paragraph,change detection").split(",")

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("qgis_result.jpg", tr("A result in QGIS")) + tr(
            "<p>Takes a result as it is now, without what was rejected in the review, and says of every zone how many "
            "sites changed there, how much ground, what part of what was examined, and what it was, in one measured "
            "paragraph.</p>"
            "<p>An area that straddles zones gives each of them its part; zones that do not overlap and what lies "
            "outside all of them add up to the whole. Features of one name are one zone.</p>"
            "<p>The examined ground is that of the tiles. Where they hold places without data it is estimated, and "
            "the log says so; zones given to the engine's command <i>describe --zones</i> have it to the pixel.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        self.declare(_parameters(), [QgsProcessingOutputNumber("ZONE_COUNT", tr("Number of zones"))])

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what can be told of the parameters at once, as a sentence, or an empty string."""
        zones = self.parameterAsSource(parameters, "ZONES", context)
        if zones is None:
            return tr("The layer of the zones cannot be opened.")
        if zones.featureCount() == 0:
            return tr("The layer of the zones holds no polygon.")
        return super().problem(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take over the result's layers and the zones, which live on this thread."""
        super().prepareAlgorithm(parameters, context, feedback)
        zones = self.parameterAsSource(parameters, "ZONES", context)
        field = self.parameterAsString(parameters, "NAME_FIELD", context)
        self._zones = zones_geojson(zones, field)
        if not self._zones:
            raise QgsProcessingException(tr("The layer of the zones holds no polygon."))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let the engine add up, and fill the sink."""
        with self.copy_of_result(context, is_cancelled=feedback.isCanceled) as copy:
            file = copy.with_name("zones.geojson")
            Path(file).write_text(self._zones, encoding="utf-8")
            asked = {"result": str(copy), "zones": str(file), "zone_name": NAME}
            feedback.setProgressText(tr("Adding up the zones…"))
            said: dict[str, Any] = ask("zones", asked, feedback.isCanceled)
        for warning in said["warnings"]:
            feedback.pushWarning(str(warning))
        fields = fields_of(ZONE_FIELDS)
        crs = QgsCoordinateReferenceSystem.fromWkt(str(said["crs_wkt"]))
        sink, identifier = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.MultiPolygon, crs
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        for zone in said["zones"]:
            feedback.pushInfo(str(zone["description"]))
            if not sink.addFeature(feature_of(zone, ZONE_FIELDS, fields), QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        del sink
        if context.willLoadLayerOnCompletion(identifier):
            styler = ZoneStyler()
            del self._stylers[:-8]
            self._stylers.append(styler)
            context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(styler)
        return {"OUTPUT": identifier, "ZONE_COUNT": len(said["zones"])}


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
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
            QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), polygons),
            tr("Polygons of any CRS, all of a layer or the selected ones: wards, lots, fields."),
        ),
        helped(
            QgsProcessingParameterField(
                "NAME_FIELD", tr("Field of the zones' names"), parentLayerParameterName="ZONES", optional=True
            ),
            tr("Features of one name are one zone. Not set: each feature is a zone and called by its number."),
        ),
        helped(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Changes by zone"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr("One polygon per zone, and one for the ground outside all of them."),
        ),
    ]
