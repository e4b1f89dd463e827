"""The algorithm ``describechanges:series``: dated rasters in, one GeoPackage with time ranges and a chart out."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ..i18n import tr
from ..layers.rasters import date_range
from ..layers.result_layers import ResultLayers
from ..layers.targets import SERIES, clash_problem, file_behind, result_problem, tables_of
from ..layers.zone_style import load_zones
from . import parameters as declared
from .base import EngineAlgorithm, engine_faults
from .describe_changes import POLYGONS, DescribeChangesAlgorithm
from .destinations import named_file
from .raster_checks import Side, overlap, side_problem
from .series_job import SeriesJob

AGAINST = ("previous", "first")
LAYERS = ("TILES", "CHANGES", "SITES")
"""Layers of the result from bottom to top; their tables are named so in lower case."""


class SeriesAlgorithm(DescribeChangesAlgorithm):
    """Describes what changed along a time series; the engine does it, pair by pair."""

    def name(self) -> str:
        """Return the id within the provider."""
        return "series"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Describe a time series")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Tells what changed along several dated rasters, in one result for the Temporal Controller")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return [*super().tags(), *tr("time series,temporal,multitemporal,chart,years").split(",")]

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("series_qgis.jpg", tr("A time series in QGIS")) + tr(
            "<p>Takes two or more dated rasters of the same place and describes what changed from each to the next, "
            "or from the first to each. All tiles and changed areas go into one GeoPackage; each carries the two "
            "dates it was seen between, so the Temporal Controller can play them.</p>"
            "<p>The table “summary” holds the changed area per pair and class; the chart shows it.</p>"
            "<p>A cancelled run goes on where it stopped when it is started again with the same result file: "
            "finished pairs are not computed again, even if rasters were added.</p>"
            "<p>What the model takes for change – another season, shadows – counts too: check the figures against "
            "the images, above all where the resolution lies outside what the model was trained on.</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        place = [one for one in declared.inputs() if one.name() in ("EXTENT", *POLYGONS, "ZONE_NAME")]
        layers = (("SITES", tr("Sites")), ("CHANGES", tr("Changed areas")), ("TILES", tr("Described tiles")))
        outputs: list[Any] = [QgsProcessingOutputVectorLayer(*layer) for layer in layers]
        outputs += [*declared.summary_outputs(), QgsProcessingOutputNumber("PAIR_COUNT", tr("Number of pairs"))]
        bands = declared.advanced(declared.bands_of_all(), declared.bands_text())
        self.declare([*_inputs(), *place, *declared.options(), bands, *_outputs()], outputs)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        EngineAlgorithm.prepareAlgorithm(self, parameters, context, feedback)
        sides = self._series(parameters, context)
        self._params = {
            "rasters": [side.path for side in sides],
            "dates": [side.date_or_range() for side in sides],
            "reference": self.parameterAsEnumString(parameters, "AGAINST", context),
            "extent": self._extent(parameters, context, sides[-1]),
            "aoi": self._within(parameters, context),
            "overwrite": True,
            **self._options(parameters, context),
            **self._zones(parameters, context),
        }
        facts = [side.facts for side in sides]
        without = not declared.names_colours(self._params["bands"])  # what was typed goes before what is shown
        for name in ("crs", "nodata", "bands"):
            each = [getattr(one, name) for one in facts]
            if any(each) and (without or name != "bands"):
                self._params[f"{name}_each"] = each
        self._told = [told for one, side in zip(facts, sides) for told in one.told(side.layer.name(), without)]
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the engine, which writes the files itself, complete or not at all."""
        names = ("OUTPUT", "CSV", "CHART")
        files = {name: self.parameterAsFileOutput(parameters, name, context) for name in names}
        files["OUTPUT"] = with_ending(files["OUTPUT"])
        engine_names = {"output": files["OUTPUT"], "csv": files["CSV"], "chart": files["CHART"]}
        for sentence in self._told:
            feedback.pushInfo(sentence)
        job = SeriesJob({**self._params, **engine_names}, feedback)
        with engine_faults():
            job.run()
        self._layers = ResultLayers(job.started)
        results: dict[str, Any] = {name: path for name, path in files.items() if path}
        load = self.parameterAsBoolean(parameters, "LOAD", context)
        there = tables_of(files["OUTPUT"]) or ()
        if "zones" in there:
            results["ZONE_LAYER"] = f"{files['OUTPUT']}|layername=zones"
            if load and context.project() is not None:
                load_zones(results["ZONE_LAYER"], tr("Changes by zone"), context.project(), context)
        for name in (one for one in LAYERS if one.lower() in there):
            results[name] = f"{files['OUTPUT']}|layername={name.lower()}"
            if load and context.project() is not None:
                title = self.outputDefinition(name).description()
                details = QgsProcessingContext.LayerDetails(title, context.project(), name)
                context.addLayerToLoadOnCompletion(results[name], details)
                self._layers.register_for_styling(name, results[name], context)
        results.update(job.counts())
        return results

    def postProcessAlgorithm(self, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do nothing: the engine has written the styles into the file."""
        return {}

    def _series(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Side]:
        layers = self.parameterAsLayerList(parameters, "INPUT", context)
        rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer)]
        dates = dates_of(self.parameterAsString(parameters, "DATES", context), rasters)
        remote = self.parameterAsBoolean(parameters, "ALLOW_REMOTE", context)
        return [Side(tr("series"), layer, date, remote) for layer, date in zip(rasters, dates)]

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the series, as a sentence, or an empty string."""
        try:
            sides = self._series(parameters, context)
        except QgsProcessingException as error:
            return str(error)
        problem = series_problem(sides, context.transformContext())
        return (
            problem
            or self._options_problem(parameters, context, sides[-1])
            or self._files_problem(parameters, context, sides)
        )

    def _files_problem(self, parameters: dict[str, Any], context: QgsProcessingContext, sides: list[Side]) -> str:
        """Return what would be overwritten that must stay, as a sentence, or an empty string."""
        files = {name: named_file(parameters, name, context) for name in ("OUTPUT", "CSV", "CHART")}
        if files["OUTPUT"]:
            files["OUTPUT"] = with_ending(files["OUTPUT"])
        sources = [file_behind(side.layer) for side in sides]
        sources += [file_behind(self.parameterAsVectorLayer(parameters, name, context)) for name in POLYGONS]
        problem = clash_problem(files.values(), sources)
        return problem or (result_problem(files["OUTPUT"], context.project(), SERIES) if files["OUTPUT"] else "")


def with_ending(path: str) -> str:
    """Return a GeoPackage's name with its ending."""
    return path if path.lower().endswith(".gpkg") else path + ".gpkg"


def dates_of(text: str, layers: list[QgsRasterLayer]) -> list[str]:
    """Return one date per layer, empty where none was given.

    Args:
        text: dates joined by semicolons, in the order of the layers (empty ones count), or as ``NAME=DATE`` with the
            name of the layer or of its file.
        layers: the rasters.

    Raises:
        QgsProcessingException: there are more dates than layers, or a name fits none or several.
    """
    parts = [part.strip() for part in text.split(";")] if text.strip() else []
    if not any("=" in part for part in parts):
        if len(parts) > len(layers):
            raise QgsProcessingException(tr("There are {0} dates for {1} images.").format(len(parts), len(layers)))
        return [*parts, *[""] * (len(layers) - len(parts))]
    dates = [""] * len(layers)
    for part in filter(None, parts):
        name, _, date = part.rpartition("=")
        name = name.strip()
        meant = [place for place, layer in enumerate(layers) if name == layer.name()]
        meant = meant or [n for n, layer in enumerate(layers) if name == Path(layer.source().split("|")[0]).name]
        if len(meant) != 1:
            raise QgsProcessingException(tr("“{0}” is not the name of exactly one of the images.").format(name))
        dates[meant[0]] = date.strip()
    return dates


def series_problem(sides: list[Side], transforms: QgsCoordinateTransformContext) -> str:
    """Return what is wrong with the images together, as a sentence, or an empty string."""
    if len(sides) < 2:
        return tr("A time series needs at least two images of different dates.")
    for side in sides:
        problem = side_problem(side)
        if problem:
            return problem
    for one, other in combinations(sides, 2):
        if one.path == other.path:
            return tr("“{0}” is in the series twice. Remove one of them.").format(other.layer.name())
        dates = date_range(one.date_or_range()), date_range(other.date_or_range())
        if dates[0] is not None and dates[0] == dates[1]:
            return tr("“{0}” and “{1}” have the same date ({2}). Correct one of them.").format(
                one.layer.name(), other.layer.name(), other.date_or_range()
            )
    for other in sides[1:]:
        if not overlap(sides[0].layer, other.layer, transforms):
            return tr(
                "“{0}” and “{1}” do not overlap on the ground. Choose rasters of the same place, or check their CRSs."
            ).format(sides[0].layer.name(), other.layer.name())
    return ""


def _inputs() -> list[QgsProcessingParameterDefinition]:
    rasters = QgsProcessingParameterMultipleLayers("INPUT", tr("Images"), QgsProcessing.SourceType.TypeRaster)
    rasters.setMinimumNumberInputs(2)
    rasters.setHelp(
        tr(
            "Rasters of the same place, one per date, in any order. Several files of one date go in as a virtual "
            "raster (VRT). They may differ in CRS, resolution and size; each pair is described where both lie."
        )
    )
    dates = QgsProcessingParameterString("DATES", tr("Dates"), optional=True)
    dates.setHelp(
        tr(
            "Dates joined by semicolons, in the order of the images (2009-08-18; ; 2012-07), or as NAME=DATE. Left "
            "empty they are taken from the layers' temporal properties, the files' metadata or their names."
        )
    )
    against = QgsProcessingParameterEnum(
        "AGAINST", tr("Compare each image with"), options=list(AGAINST), defaultValue="previous", usesStaticStrings=True
    )
    against.setHelp(tr("previous: with the one before it in time; first: with the earliest."))
    return [rasters, dates, against]


def _outputs() -> list[QgsProcessingParameterDefinition]:
    output = QgsProcessingParameterFileDestination("OUTPUT", tr("Result"), fileFilter=tr("GeoPackage (*.gpkg)"))
    output.setHelp(
        tr(
            "GeoPackage with the layers of tiles and changed areas of all pairs and the table “summary”. A file of "
            "your own can be gone on with after a cancel."
        )
    )
    chart = QgsProcessingParameterFileDestination(
        "CHART", tr("Chart"), fileFilter=tr("HTML files (*.html)"), optional=True, createByDefault=True
    )
    chart.setHelp(tr("One self-contained page: changed area per class and pair, and the same as a table."))
    csv = QgsProcessingParameterFileDestination(
        "CSV", tr("Summary table"), fileFilter=tr("CSV files (*.csv)"), optional=True, createByDefault=False
    )
    csv.setHelp(tr("The changed area per pair and class as CSV."))
    load = QgsProcessingParameterBoolean("LOAD", tr("Open the layers when done"), defaultValue=True)
    return [output, chart, csv, declared.advanced(load, tr("Adds the tiles and changed areas to the project."))]
