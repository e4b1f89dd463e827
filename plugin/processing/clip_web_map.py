"""The algorithm ``describechanges:clipwebmap``: a part of a web map as a GeoTIFF that can be described."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDate, Qt, QThread

from ..i18n import tr
from ..layers.web_maps import Clip, attribution_of, clip_of, is_web_map, server_of
from ..numbers import real
from .base import EngineAlgorithm
from .parameters import REAL, helped
from .web_fetch import FetchCancelled, FetchError, drawable, fetch

GROUND_M = 0.5
"""Side of a pixel on the ground that is offered, in metres: the models that ship see buildings best there."""


def terms() -> str:
    """Return what has to be thought of before a web map is stored, as a sentence."""
    return tr(
        "Many providers of web maps forbid to store or to analyse their pictures. Fetch only what the terms allow."
    )


class ClipWebMapAlgorithm(EngineAlgorithm):
    """Fetches a part of a web map at a chosen resolution; QGIS draws it, no engine is needed."""

    needs_engine = False

    def __init__(self) -> None:
        super().__init__()
        self._layer: Optional[QgsRasterLayer] = None
        self._clip: Optional[Clip] = None
        self._about = QgsLayerMetadata()

    def name(self) -> str:
        """Return the id within the provider."""
        return "clipwebmap"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Clip a web map")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Fetches a part of an XYZ, WMS, WMTS or ArcGIS layer into a GeoTIFF that can be described")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("web map,XYZ,WMS,WMTS,ArcGIS,tiles,basemap,download,clip,GeoTIFF,imagery").split(",")

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        text = tr(
            "<p>Takes a part of a web map (XYZ, WMS, WMTS, a map service of ArcGIS) into a GeoTIFF, which “Describe "
            "changes” can read. Where the server has tiles, those of the resolution nearest to the one that is wanted "
            "are taken as they are.</p>"
            "<p>What did not come, and tiles of one colour only, become places without data. A picture that a server "
            "makes to say that it has none is taken for a picture: look at what came.</p>"
            "<p>A web map has no date and often several: look up when its pictures were taken here.</p>"
        )
        picture = self.picture("web_map.jpg", tr("Web maps as images"))
        return f"{picture}{text}<p><b>{terms()}</b></p>"

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        numbers = (
            ("WIDTH", tr("Width in pixels")),
            ("HEIGHT", tr("Height in pixels")),
            ("GROUND", tr("Side of a pixel on the ground (m)")),
            ("MISSING", tr("Part without data (%)")),
        )
        self.declare(_parameters(), [QgsProcessingOutputNumber(*number) for number in numbers])

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with layer, extent and resolution, as a sentence, or an empty string."""
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        if layer is None or not layer.isValid():
            return tr("The web map cannot be opened.")
        if not is_web_map(layer):
            return tr("“{0}” is not a web map; it can be described as it is.").format(layer.name())
        clip = self._wanted(layer, parameters, context)
        if clip is None:
            return tr("The extent does not touch “{0}”.").format(layer.name())
        return clip.problem()

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take a copy of the layer along, which the thread of the work can have for itself."""
        super().prepareAlgorithm(parameters, context, feedback)
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        self._clip = self._wanted(layer, parameters, context)
        self._about = _about(layer, self._clip)
        self._layer = drawable(layer)
        self._layer.moveToThread(None)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetch the picture."""
        path = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        layer, clip, self._layer = self._layer, self._clip, None
        if layer is None or clip is None:
            raise QgsProcessingException(tr("The web map cannot be opened."))
        layer.moveToThread(QThread.currentThread())
        feedback.pushInfo(clip.told())
        feedback.setProgressText(tr("Fetching “{0}” from {1}…").format(layer.name(), server_of(layer)))
        try:
            fetched = fetch(layer, clip, path, feedback.isCanceled, feedback.setProgress)
        except FetchCancelled:
            raise QgsProcessingException(tr("Cancelled.")) from None
        except FetchError as error:
            raise QgsProcessingException(str(error)) from error
        for sentence in fetched.told():
            feedback.pushWarning(sentence)
        made = QgsRasterLayer(str(path), path.stem)
        made.setMetadata(self._about)
        made.saveDefaultMetadata()
        return {
            "OUTPUT": str(path),
            "WIDTH": clip.width,
            "HEIGHT": clip.height,
            "GROUND": clip.ground,
            "MISSING": 100 * (fetched.missing + fetched.blank) / fetched.pixels,
        }

    def _wanted(
        self, layer: QgsRasterLayer, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Optional[Clip]:
        extent = self.parameterAsExtent(parameters, "EXTENT", context)
        crs = self.parameterAsExtentCrs(parameters, "EXTENT", context)
        ground = self.parameterAsDouble(parameters, "PIXEL_SIZE", context)
        return clip_of(layer, extent, crs if crs.isValid() else layer.crs(), ground, context.transformContext())


def _about(layer: QgsRasterLayer, clip: Optional[Clip]) -> QgsLayerMetadata:
    """Return what a clip says of itself: whose picture it is, from where, since when."""
    about = QgsLayerMetadata()
    about.setType("dataset")
    about.setTitle(layer.name())
    about.setRights([attribution_of(layer)] if attribution_of(layer) else [])
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    size = real(clip.ground) if clip is not None else ""
    told = tr("Fetched from {0} on {1}, in pixels of {2} m on the ground.").format(server_of(layer), today, size)
    about.setAbstract(told)
    about.setHistory([told])
    return about


def _parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters with their help, in the order of the dialog."""
    return [
        helped(
            QgsProcessingParameterRasterLayer("INPUT", tr("Web map")),
            tr("A layer of XYZ tiles, of a WMS or WMTS, or of a map or image service of ArcGIS."),
        ),
        helped(
            QgsProcessingParameterExtent("EXTENT", tr("Extent")),
            tr("What is fetched of it. Numbers without a CRS are in that of the web map."),
        ),
        helped(
            QgsProcessingParameterNumber(
                "PIXEL_SIZE",
                tr("Side of a pixel on the ground (m)"),
                type=REAL,
                defaultValue=GROUND_M,
                minValue=0.01,
                maxValue=1000.0,
            ),
            tr("Where the server has tiles, their nearest resolution is taken. At most 25 million pixels are fetched."),
        ),
        helped(
            QgsProcessingParameterRasterDestination("OUTPUT", tr("Clip of the web map")),
            tr("A GeoTIFF of red, green, blue and alpha. A date in its name is found by “Describe changes”."),
        ),
    ]
