"""The provider ``describechanges``: the plugin's algorithms in toolbox, batch, models, console, qgis_process."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import icons
from ..i18n import tr
from ..paths import icon_path, version
from .clip_web_map import ClipWebMapAlgorithm
from .describe_changes import DescribeChangesAlgorithm
from .export_result import ExportResultAlgorithm
from .export_training import ExportTrainingAlgorithm
from .finetune import FinetuneAlgorithm
from .report import ReportAlgorithm
from .series import SeriesAlgorithm
from .zones import ZonesAlgorithm

PROVIDER_ID = "describechanges"


class DescribeChangesProvider(QgsProcessingProvider):
    """Offers the algorithms; needs neither a window nor an engine."""

    def loadAlgorithms(self) -> None:
        """Register the algorithms."""
        self.addAlgorithm(DescribeChangesAlgorithm())
        self.addAlgorithm(SeriesAlgorithm())
        self.addAlgorithm(ClipWebMapAlgorithm())
        self.addAlgorithm(ReportAlgorithm())
        self.addAlgorithm(ZonesAlgorithm())
        self.addAlgorithm(ExportResultAlgorithm())
        self.addAlgorithm(ExportTrainingAlgorithm())
        self.addAlgorithm(FinetuneAlgorithm())

    def defaultVectorFileExtension(self, _hasGeometry: bool = True) -> str:
        """Return the ending of files that batches name by themselves: the engine's own format, whole and styled."""
        return "gpkg"

    def defaultRasterFileExtension(self) -> str:
        """Return the ending of rasters that batches name by themselves."""
        return "tif"

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return the only format in which the engine writes rasters."""
        return ["tif", "tiff"]

    def id(self) -> str:
        """Return the id, which models and scripts use; never translated."""
        return PROVIDER_ID

    def name(self) -> str:
        """Return the name in the toolbox."""
        return tr("Describe Changes")

    def longName(self) -> str:
        """Return the name with version."""
        return f"{self.name()} {version()}"

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return icons.icon()

    def svgIconPath(self) -> str:
        """Return the icon for the model designer, whose boxes are light in every theme."""
        return icon_path(icons.MAIN)
