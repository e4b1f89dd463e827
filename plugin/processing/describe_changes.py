"""The algorithm ``describechanges:describechanges``: two dated rasters in, described tiles and changes out."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..i18n import tr
from ..layers.named_files import results_folder
from ..layers.result_layers import ResultLayers
from ..layers.schema import SCHEMAS
from ..layers.targets import PlacingError, clash_problem, file_behind, put_in_place, tables_of
from ..layers.zone_style import load_zones
from ..report.snapshot import add_run_table
from . import parameters as declared
from .aoi import NAME, geojson_of, zones_geojson
from .base import EngineAlgorithm, engine_faults
from .destinations import NONE, OUTPUTS, Destinations, destinations, is_skipped, named_file
from .engine_job import EngineJob
from .extent import extent_in, own_crs
from .layer_facts import CODES
from .preselected import preselect_pair
from .raster_checks import Side, extent_problem, pair_problem, side_problem
from .web_sides import WebSide, fetch_sides, web_problem, web_sides

RASTERS = ("MASK", "PROBABILITIES")
"""Rasters that the engine writes, each a parameter of the engine in lower case."""


POLYGONS = ("WITHIN", "ZONES")
"""Parameters that are layers of polygons."""


class DescribeChangesAlgorithm(EngineAlgorithm):
    """Describes what changed between two dated rasters; the engine does it, in a process of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._params: dict[str, Any] = {}
        self._images = ("", "")
        self._told: list[str] = []
        self._layers: Optional[ResultLayers] = None
        self._web: list[WebSide] = []

    def name(self) -> str:
        """Return the id within the provider."""
        return "describechanges"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Describe changes")

    def shortDescription(self) -> str:
        """Return the tooltip."""
        return tr("Tells in words, masks and measured facts what changed between two dated rasters")

    def tags(self) -> list[str]:
        """Return what else people search for."""
        return tr("change detection,caption,difference,before,after,time,imagery,mask,buildings,deep learning").split(
            ","
        )

    def shortHelpString(self) -> str:
        """Return the text beside the dialog."""
        return self.picture("qgis_result.jpg", tr("A result in QGIS")) + tr(
            "<p>Compares two dated rasters of the same place. Each site where something changed gets a sentence, its "
            "classes and its area, measured on the change mask; a site is made of changed areas that touch or lie "
            "close together. The areas themselves, and the tiles that were looked at, are layers of their own.</p>"
            "<p>The rasters may lie in different CRSs and have different resolutions. Dates are taken from the "
            "layers' temporal properties, the files' metadata or their names unless typed in.</p>"
            "<p>The layers open in the Temporal Controller and show both dates, sentence and facts as map "
            "tips. The sentences are a model's: check them against the imagery.</p>"
            "<p>The computing is done by the engine (Settings ▸ Options… ▸ Describe Changes).</p>"
        )

    def initAlgorithm(self, _config: Optional[dict[str, Any]] = None) -> None:
        """Declare the parameters."""
        inputs = declared.inputs()
        preselect_pair(*inputs[:2])
        parameters = [*inputs, *declared.options(), declared.web_pixel(), *declared.bands_by_image()]
        self.declare([*parameters, *declared.hidden_parameters(), *declared.outputs()], declared.summary_outputs())

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Collect everything that belongs to layers; this runs on their thread, the rest does not."""
        super().prepareAlgorithm(parameters, context, feedback)
        before, after = self._sides(parameters, context)
        self._params = {
            "before": before.path,
            "after": after.path,
            "date_before": before.date_or_range(),
            "date_after": after.date_or_range(),
            "extent": self._extent(parameters, context, after),
            "aoi": self._within(parameters, context),
            "output": self.parameterAsString(parameters, "WORK_FILE", context).strip(),
            "overwrite": True,
        }
        self._params.update(self._options(parameters, context))
        self._params.update(self._zones(parameters, context))
        without = not declared.names_colours(self._params["bands"])  # what was typed goes before what is shown
        for side, role in ((before, "before"), (after, "after")):
            chosen = self._bands_of(parameters, role.upper(), context)
            self._params.update(side.facts.params(role, without and not chosen))
            self._told += side.facts.told(side.layer.name(), without and not chosen)
            if chosen:
                self._params[f"bands_{role}"] = ",".join(map(str, chosen))
            infrared = self._infrared_of(parameters, role.upper(), context)
            if infrared:
                named = [f"{name}={band}" for name, band in infrared.items()]
                self._params[f"bands_{role}"] = ",".join(filter(None, (self._params.get(f"bands_{role}"), *named)))
        self._images = (before.layer.id(), after.layer.id())
        place = destinations(parameters, context).path
        folder = Path(place).parent if place else results_folder()
        self._web = web_sides(self, parameters, context, (before, after), folder)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the engine; layers are made only once it has finished, so that none is ever half full."""
        files = {name: self.parameterAsOutputLayer(parameters, name, context) for name in RASTERS}
        files["REPORT"] = self.parameterAsFileOutput(parameters, "REPORT", context)
        for sentence in self._told:
            feedback.pushInfo(sentence)
        self._params.update(fetch_sides(self._web, feedback))
        self._web = []
        places = destinations(parameters, context)
        work = self._params["output"]
        if not work and (places.whole or places.provenance):
            work = QgsProcessingUtils.generateTempFilename("described.gpkg")
        asked = {**self._params, "output": work, **{name.lower(): path for name, path in files.items()}}
        job = EngineJob(asked, feedback, self.parameterAsBoolean(parameters, "RESUME", context), not places.whole)
        with engine_faults():
            job.run()
        self._layers = ResultLayers(job.started, self._images)
        results: dict[str, Any] = {name: path for name, path in files.items() if path}
        if places.whole:
            results.update(self._own_file(places, Path(work), context, feedback))
        else:
            results.update(self._sinks(places, job, parameters, context, feedback))
            job.clear_work()
        for name in RASTERS:
            if files[name]:
                self._layers.register_for_styling(name, files[name], context, self._title(name))
        results.update(job.counts())
        return results

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Style the layers, on their own thread."""
        if self._layers is not None:
            self._layers.finish(context, feedback)
        return {}

    def _own_file(
        self, places: Destinations, work: Path, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Put the engine's GeoPackage where it shall lie and return its layers by output."""
        path = work
        target = places.path
        if not target and self._params["output"]:  # the next run of this job works in that file again
            target = QgsProcessingUtils.generateTempFilename("described.gpkg")
        if target:
            try:
                path = put_in_place(work, Path(target), replace=True)
            except PlacingError as error:
                raise QgsProcessingException(str(error)) from error
            if path != Path(target):
                told = tr("{0} has come into being meanwhile; the result is in {1}.").format(target, path)
                feedback.pushWarning(told)
        results: dict[str, Any] = {}
        there = tables_of(str(path)) or ()
        if "zones" in there:
            source, title = f"{path}|layername=zones", self._layers.title(tr("Changes by zone"))
            results["ZONE_LAYER"] = source if target else _temporary(source, title, context)
            projects = [place.project for place in places.layers.values() if place.project is not None]
            if projects:
                load_zones(results["ZONE_LAYER"], title, projects[0], context)
        for name, place in reversed(places.layers.items()):  # what is loaded last lies on top
            if place.kind == NONE or name.lower() not in there:
                continue
            source = f"{path}|layername={name.lower()}"
            title = place.name or self._layers.title(self._title(name))
            results[name] = source if places.path else _temporary(source, title, context)
            if place.project is not None:
                details = QgsProcessingContext.LayerDetails(title, place.project, name)
                context.addLayerToLoadOnCompletion(results[name], details)
            self._layers.register_for_styling(name, results[name], context, stored=True)
        return results

    def _sinks(
        self,
        places: Destinations,
        job: EngineJob,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Let QGIS write the layers, into whatever it can write to, and return them by output."""
        results: dict[str, Any] = {}
        if "zones" in self._params:
            feedback.pushWarning(
                tr("Zones come with a GeoPackage of the whole result only. “Changes by zone” adds them up from layers.")
            )
        for name in reversed(OUTPUTS):
            schema, records = SCHEMAS[name], job.records[name]
            sink, identifier = self.parameterAsSink(
                parameters, name, context, self._layers.fields(schema), self._layers.geometry(name), self._layers.crs
            )
            if sink is None and not is_skipped(parameters.get(name)):
                raise QgsProcessingException(self.invalidSinkError(parameters, name))
            if sink is not None:
                self._layers.fill(sink, schema, records)
                del sink
                self._layers.register_for_styling(name, identifier, context, self._title(name))
                results[name] = identifier
        if places.provenance and job.work is not None:
            add_run_table(job.work, Path(places.provenance), context.transformContext())
        elif not places.provenance:
            feedback.pushInfo(
                tr(
                    "QGIS writes these layers itself, without the table “run” that says how they were made. Save both "
                    "to one GeoPackage to keep it."
                )
            )
        return results

    def _title(self, output: str) -> str:
        """Return what an output is called in the dialog."""
        return str(self.parameterDefinition(output).description())

    def _sides(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[Side, Side]:
        sides = []
        for name, role in (("BEFORE", tr("before")), ("AFTER", tr("after"))):
            layer = self.parameterAsRasterLayer(parameters, name, context)
            if layer is None:
                raise QgsProcessingException(self.invalidRasterError(parameters, name))
            date = self.parameterAsString(parameters, f"DATE_{name}", context).strip()
            sides.append(Side(role, layer, date, self.parameterAsBoolean(parameters, "ALLOW_REMOTE", context)))
        return sides[0], sides[1]

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what can be told of the pair without reading a pixel, as a sentence, or an empty string."""
        try:
            before, after = self._sides(parameters, context)
        except QgsProcessingException as error:
            return str(error)
        problem = side_problem(before, web_maps=True) or side_problem(after, web_maps=True)
        problem = problem or pair_problem(before, after, context.transformContext())
        problem = problem or web_problem(self, parameters, context, (before, after))
        if problem:
            return problem
        problem = self._options_problem(parameters, context, after) or self._bands_problem(parameters, context)
        return problem or self._targets_problem(parameters, context, (before, after))

    def _targets_problem(
        self, parameters: dict[str, Any], context: QgsProcessingContext, sides: tuple[Side, Side]
    ) -> str:
        """Return what would be overwritten that must stay, as a sentence, or an empty string."""
        places = destinations(parameters, context)
        others = [parameters[name] for name in (*RASTERS, "REPORT") if not is_skipped(parameters.get(name))]
        if not others and places.none:
            return tr("Nothing is to be written. Choose a place for at least one of the results.")
        files = [path for path in (named_file(parameters, name, context) for name in (*RASTERS, "REPORT")) if path]
        sources = [file_behind(side.layer) for side in sides]
        sources += [file_behind(self.parameterAsVectorLayer(parameters, name, context)) for name in POLYGONS]
        return clash_problem([*files, *places.files()], sources) or places.problem(context.project())

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the options of the engine that say how to compare."""
        given: dict[str, Any] = {}
        for name in ("BANDS", "MODEL"):
            given[name.lower()] = self.parameterAsString(parameters, name, context).strip()
        if not self.parameterAsBoolean(parameters, "INDICES", context):
            given["indices"] = False
        if self.parameterAsBoolean(parameters, "ALLOW_REMOTE", context):
            given["allow_remote"] = True
        given["device"] = self.parameterAsEnumString(parameters, "DEVICE", context)
        given["backend"] = self.optional(parameters, "BACKEND", self.parameterAsEnumString, context)
        for name in ("THRESHOLD", "MIN_AREA"):
            given[name.lower()] = self.optional(parameters, name, self.parameterAsDouble, context)
        for name in ("TILE_SIZE", "OVERLAP"):
            given[name.lower()] = self.optional(parameters, name, self.parameterAsInt, context)
        return given

    def _bands_of(self, parameters: dict[str, Any], image: str, context: QgsProcessingContext) -> list[int]:
        """Return the bands that were chosen for one image, none where they are left to the layer."""
        names = declared.BANDS[image]
        return [self.parameterAsInt(parameters, name, context) for name in names if parameters.get(name) is not None]

    def _infrared_of(self, parameters: dict[str, Any], image: str, context: QgsProcessingContext) -> dict[str, int]:
        """Return the infrared bands that were chosen for one image, by what the engine calls them."""
        names = declared.INFRARED[image].items()
        given = {role: name for role, name in names if parameters.get(name) is not None}
        return {role: self.parameterAsInt(parameters, name, context) for role, name in given.items()}

    def _bands_problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what is wrong with the bands that were chosen, as a sentence, or an empty string."""
        for image, role in (("BEFORE", tr("before")), ("AFTER", tr("after"))):
            layer = self.parameterAsRasterLayer(parameters, image, context)
            bands = self._bands_of(parameters, image, context)
            if len(bands) not in (0, 3):
                return tr("Choose the red, the green and the blue band of the {0} image, or none of them.").format(role)
            bands += self._infrared_of(parameters, image, context).values()
            if bands and not 1 <= min(bands) <= max(bands) <= layer.bandCount():
                return tr("“{0}” has {1} bands; band {2} is not among them.").format(
                    layer.name(), layer.bandCount(), max(bands) if max(bands) > layer.bandCount() else min(bands)
                )
        return ""

    def _options_problem(self, parameters: dict[str, Any], context: QgsProcessingContext, after: Side) -> str:
        """Return what is wrong with bands, tiles or extent, as a sentence, or an empty string."""
        bands = self.parameterAsString(parameters, "BANDS", context).strip()
        if bands and not declared.are_bands(bands):
            return tr(
                "“{0}” is not a list of bands. Write three numbers from 1, for example 3,2,1, and others by name, for "
                "example nir=4."
            ).format(bands)
        tile, overlap = (self.parameterAsInt(parameters, name, context) for name in ("TILE_SIZE", "OVERLAP"))
        if parameters.get("TILE_SIZE") is not None and overlap >= tile:
            return tr("The overlap ({0}) must be less than the tile size ({1}).").format(overlap, tile)
        extent = extent_in(self, parameters, context, after.layer.crs())
        return extent_problem(extent, after.layer)

    def _within(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the polygons for the engine, an empty text where none are asked for."""
        source = self.parameterAsSource(parameters, "WITHIN", context)
        if source is None:
            return ""
        text = geojson_of(source.getFeatures(), source.sourceCrs())
        if not text:
            raise QgsProcessingException(
                tr("“{0}” has no polygons to stay within; select some, or leave it empty.").format(source.sourceName())
            )
        return text

    def _zones(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return the zones for the engine, in a file of the temporary folder; nothing where none are asked for."""
        source = self.parameterAsSource(parameters, "ZONES", context)
        if source is None:
            return {}
        text = zones_geojson(source, self.parameterAsString(parameters, "ZONE_NAME", context))
        if not text:
            raise QgsProcessingException(tr("The layer of the zones holds no polygon."))
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
        file = Path(QgsProcessingUtils.tempFolder()) / f"zones-{digest}.geojson"
        file.write_text(text, encoding="utf-8")
        return {"zones": str(file), "zone_name": NAME}

    def _extent(self, parameters: dict[str, Any], context: QgsProcessingContext, after: Side) -> str:
        """Return the extent for the engine: in its own CRS where that has a code, else in the after raster's."""
        crs = own_crs(self, parameters, context)
        if not crs.authid().startswith(CODES):
            crs = after.layer.crs()
        extent = extent_in(self, parameters, context, crs)
        if extent.isNull() or extent.isEmpty():
            return ""
        corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        numbers = ",".join(repr(corner) for corner in corners)
        code = crs.authid()
        return f"{numbers},{code}" if code.startswith(CODES) else numbers


def _temporary(source: str, title: str, context: QgsProcessingContext) -> str:
    """Open a layer of the temporary folder for whoever runs the algorithm and return its id."""
    layer = QgsVectorLayer(source, title, "ogr", QgsVectorLayer.LayerOptions(context.transformContext()))
    context.temporaryLayerStore().addMapLayer(layer)
    return str(layer.id())
