"""The parameters of *Describe changes*, each with its help, in the order of the dialog."""

from __future__ import annotations

import re
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..engine.installed_models import installed_models
from ..i18n import tr

BACKENDS = ("torch", "openvino", "auto")
DEVICES = ("auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps")
MODEL = "MODEL"
BANDS = {role: tuple(f"{role}_{colour}" for colour in ("RED", "GREEN", "BLUE")) for role in ("BEFORE", "AFTER")}
"""Parameters of the bands of each image, red, green and blue."""
INFRARED = {role: {"nir": f"{role}_NIR", "swir1": f"{role}_SWIR"} for role in ("BEFORE", "AFTER")}
"""Parameters of the bands of each image by which vegetation and water are measured, by what the engine calls them."""
OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)?)")
REAL = QgsProcessingParameterNumber.Type.Double
WHOLE = QgsProcessingParameterNumber.Type.Integer


def translate_option_names(sentence: str) -> str:
    """Return a sentence of the engine with the command line's options named as the dialog names them."""
    labels = {
        "date-before": tr("Date before"),
        "date-after": tr("Date after"),
        "extent": tr("Extent"),
        "aoi": tr("Only within polygons"),
        "bands": tr("Bands"),
        "indices": tr("Measure vegetation and water by their bands"),
        "model": tr("Model"),
        "device": tr("Device"),
        "threshold": tr("Threshold"),
        "min-area": tr("Smallest change"),
        "tile-size": tr("Tile size"),
        "overlap": tr("Overlap"),
    }
    return OPTION.sub(
        lambda found: f"“{labels[found.group(1)]}”" if found.group(1) in labels else found.group(0), sentence
    )


def inputs() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that say what to compare."""
    return [
        helped(
            QgsProcessingParameterRasterLayer("BEFORE", tr("Before: the earlier image")),
            tr(
                "Raster of the earlier date: three or more bands (red, green and blue first unless Bands says "
                "otherwise), georeferenced. Several files of one date go in as a virtual raster (VRT). The two "
                "rasters may differ in CRS, resolution and size; their overlap is described."
            ),
        ),
        helped(
            QgsProcessingParameterRasterLayer("AFTER", tr("After: the later image")),
            tr("Raster of the later date. Its pixel grid is the one the result is computed on."),
        ),
        helped(
            QgsProcessingParameterString("DATE_BEFORE", tr("Date before"), optional=True),
            tr(
                "Date of the earlier image: 2011, 2011-05 or 2011-05-22, with a time if you like. Left empty it "
                "is taken from the layer's temporal properties, the file's metadata or its name."
            ),
        ),
        helped(
            QgsProcessingParameterString("DATE_AFTER", tr("Date after"), optional=True),
            tr("Date of the later image, written and found like the earlier one."),
        ),
        helped(
            QgsProcessingParameterExtent("EXTENT", tr("Extent to describe"), optional=True),
            tr(
                "Only this part is described. Left empty: everything that both rasters cover. Numbers without a CRS "
                "are in that of the later image."
            ),
        ),
        helped(
            QgsProcessingParameterFeatureSource(
                "WITHIN", tr("Only within polygons"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr(
                "Polygons of any CRS, all of a layer or the selected ones. Tiles that touch none of them are left "
                "out, and the change mask ends at their edge."
            ),
        ),
        *zones(),
    ]


def zones() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that say by which polygons changes are added up."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    return [
        advanced(
            QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), polygons, optional=True),
            tr(
                "Polygons of any CRS by which changes are added up, all of a layer or the selected ones: wards, lots, "
                "fields. The result gets a layer with a paragraph for each."
            ),
        ),
        advanced(
            QgsProcessingParameterField(
                "ZONE_NAME", tr("Field of the zones' names"), parentLayerParameterName="ZONES", optional=True
            ),
            tr("Features of one name are one zone. Not set: each feature is a zone and called by its number."),
        ),
    ]


def model_parameter(label: str, text: str) -> QgsProcessingParameterEnum:
    """Return the choice among the installed models; scripts and saved models may also name the path of a pack."""
    return helped(
        QgsProcessingParameterEnum(MODEL, label, options=installed_models(), usesStaticStrings=True, optional=True),
        text,
    )


def options() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that say how to compare; most are for the curious."""
    return [
        model_parameter(
            tr("Model"),
            tr(
                "One of the installed models. Not set: the one that ships. “Models…” in the panel imports more. In "
                "scripts also the folder or zip file of a model pack."
            ),
        ),
        helped(
            QgsProcessingParameterEnum(
                "DEVICE",
                tr("Compute on"),
                options=list(DEVICES),
                defaultValue="auto",
                usesStaticStrings=True,
            ),
            tr("auto takes a graphics card where the engine sees one, else the CPU. The log says which."),
        ),
        helped(
            QgsProcessingParameterNumber(
                "MIN_AREA", tr("Smallest change (m²)"), type=REAL, optional=True, minValue=0.0
            ),
            tr("Changed areas smaller than this are left out. Empty: specks below 16 pixels are."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "THRESHOLD", tr("Threshold (0–1)"), type=REAL, optional=True, minValue=0.0, maxValue=1.0
            ),
            tr("Probability from which a pixel counts as changed. Empty: what the model advises."),
        ),
        advanced(
            QgsProcessingParameterBoolean(
                "INDICES", tr("Measure vegetation and water by their bands"), defaultValue=True, optional=True
            ),
            tr(
                "Vegetation and water lost and gained, measured by indices where both images have a band that is known "
                "to be near infrared; with short-wave infrared bare ground, too. On pixels of any size."
            ),
        ),
        advanced(
            QgsProcessingParameterBoolean(
                "ALLOW_REMOTE", tr("Allow reading from servers"), defaultValue=False, optional=True
            ),
            tr(
                "Images may be GeoTIFFs on servers (/vsicurl/https://…, /vsis3/…). What is needed of them is copied "
                "into the user's cache first. Off: nothing is asked of any server."
            ),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "TILE_SIZE", tr("Tile size (pixels)"), type=WHOLE, optional=True, minValue=32, maxValue=2048
            ),
            tr("Side of a tile; each tile gets a sentence. Empty: the model's own, which it does best."),
        ),
        advanced(
            QgsProcessingParameterNumber(
                "OVERLAP", tr("Overlap of tiles (pixels)"), type=WHOLE, optional=True, minValue=0, maxValue=2048
            ),
            tr("How far neighbouring tiles overlap; must be less than the tile size. Empty: the model's own."),
        ),
        advanced(
            QgsProcessingParameterEnum(
                "BACKEND",
                tr("Library that runs the network"),
                options=list(BACKENDS),
                usesStaticStrings=True,
                optional=True,
            ),
            tr(
                "Not set: torch. openvino is faster on a processor, if that package is installed in the engine's "
                "environment; masks are nearly the same, sentences may differ. auto measures once which is faster."
            ),
        ),
    ]


def bands_of_all() -> QgsProcessingParameterString:
    """Return the bands as text, the same for every image."""
    return QgsProcessingParameterString("BANDS", tr("Bands: red, green, blue"), optional=True)


def bands_text() -> str:
    """Return the help of the bands as text."""
    return tr(
        "Numbers of the red, green and blue bands from 1, for example 3,2,1. Empty: those that you have chosen "
        "for the layer in QGIS, else what the file says, else the first three. Bands by which vegetation and water are "
        "measured are given by name where the file does not name them, for example nir=4, or 3,2,1,nir=8,swir=11."
    )


def are_bands(text: str) -> bool:
    """Return whether a text is a list of bands as the engine reads it; which names there are, the engine knows."""
    return all(re.fullmatch(r"\s*(?:[a-z]+[12]?\s*=\s*)?0*[1-9][0-9]*\s*", part) for part in text.split(","))


def names_colours(text: Optional[str]) -> bool:
    """Return whether a list of bands says which are red, green and blue, and not only others by name."""
    return any("=" not in part for part in text.split(",")) if text else False


def web_pixel() -> QgsProcessingParameterDefinition:
    """Return the parameter that says in which resolution web maps are fetched."""
    return advanced(
        QgsProcessingParameterNumber(
            "WEB_PIXEL",
            tr("Pixel of web maps on the ground (m)"),
            type=REAL,
            defaultValue=0.5,
            optional=True,
            minValue=0.01,
            maxValue=1000.0,
        ),
        tr(
            "An image that is a web map (XYZ, WMS, WMTS, ArcGIS) is fetched for the extent into a file beside the "
            "result first; where its server has tiles, in their nearest resolution. Look at its terms before."
        ),
    )


def bands_by_image() -> list[QgsProcessingParameterDefinition]:
    """Return the bands of each image, chosen from those that it has."""
    labels = {
        "BEFORE": (tr("Before: red band"), tr("Before: green band"), tr("Before: blue band")),
        "AFTER": (tr("After: red band"), tr("After: green band"), tr("After: blue band")),
    }
    text = tr(
        "Set all three of an image or none. Not set: those that you have chosen for the layer in QGIS, else what the "
        "file says, else the first three."
    )
    colours = [
        advanced(QgsProcessingParameterBand(name, label, None, image, optional=True), text)
        for image, names in BANDS.items()
        for name, label in zip(names, labels[image])
    ]
    return [*colours, *_infrared_bands()]


def _infrared_bands() -> list[QgsProcessingParameterDefinition]:
    """Return the infrared bands of each image, chosen from those that it has."""
    labels = {
        "BEFORE": (tr("Before: near infrared band"), tr("Before: short-wave infrared band")),
        "AFTER": (tr("After: near infrared band"), tr("After: short-wave infrared band")),
    }
    text = tr(
        "By it vegetation and water are measured. Not set: what the file says. Near infrared is needed in both images; "
        "short-wave infrared makes water surer and adds bare ground."
    )
    return [
        advanced(QgsProcessingParameterBand(name, label, None, image, optional=True), text)
        for image, names in INFRARED.items()
        for name, label in zip(names.values(), labels[image])
    ]


def hidden_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that no dialog shows; with them the dock and scripts go on with an unfinished job."""
    return [
        hidden(
            QgsProcessingParameterString("WORK_FILE", tr("File of the unfinished work"), optional=True),
            tr(
                "Path of a GeoPackage beside which the engine keeps what is finished until the job is done; after a "
                "cancel the same job with the same file goes on from there."
            ),
        ),
        hidden(bands_of_all(), bands_text()),
        hidden(
            QgsProcessingParameterBoolean("RESUME", tr("Go on with unfinished work"), defaultValue=True, optional=True),
            tr("Off: what an earlier job left at the work file is discarded."),
        ),
    ]


def outputs() -> list[QgsProcessingParameterDefinition]:
    """Return the destinations."""
    return [
        helped(
            _layer("SITES", tr("Sites")),
            tr(
                "One feature per site: its sentence, classes, changed area, place, certainty and both dates. Saved to "
                "a GeoPackage, the file also holds the changed areas, the tiles and the table “runs”, which says how "
                "all was made."
            ),
        ),
        helped(
            _layer("CHANGES", tr("Changed areas")),
            tr(
                "One polygon per changed area with class, transition, area and perimeter. As a temporary layer it lies "
                "in the sites' GeoPackage."
            ),
        ),
        helped(
            _layer("TILES", tr("Described tiles")),
            tr(
                "One polygon per tile that was looked at, with its sentence, scores and facts; the sites are what is "
                "made of them."
            ),
        ),
        helped(
            QgsProcessingParameterRasterDestination("MASK", tr("Change mask"), optional=True, createByDefault=False),
            tr("Raster of the change classes, a cloud-optimised GeoTIFF on the after image's grid."),
        ),
        helped(
            QgsProcessingParameterRasterDestination(
                "PROBABILITIES", tr("Change probabilities"), optional=True, createByDefault=False
            ),
            tr(
                "Raster with one band per change class: how likely the model takes each pixel to be that change, from "
                "0 to 1."
            ),
        ),
        helped(
            QgsProcessingParameterFileDestination(
                "REPORT",
                tr("Report"),
                fileFilter=tr("HTML files (*.html)"),
                optional=True,
                createByDefault=False,
            ),
            tr("One self-contained page with before, after and mask beside each sentence."),
        ),
    ]


def _layer(name: str, label: str) -> QgsProcessingParameterFeatureSink:
    """Return the destination of a layer of polygons, made unless it is skipped."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    return QgsProcessingParameterFeatureSink(name, label, type=polygons, optional=True, createByDefault=True)


def summary_outputs() -> list[QgsProcessingOutputDefinition]:
    """Return the paragraph and the numbers that come back beside the layers, for models and scripts."""
    return [
        QgsProcessingOutputString("SUMMARY", tr("Paragraph that sums up the whole area")),
        QgsProcessingOutputNumber("SITE_COUNT", tr("Number of sites")),
        QgsProcessingOutputNumber("TILE_COUNT", tr("Number of tiles")),
        QgsProcessingOutputNumber("CHANGED_TILE_COUNT", tr("Number of changed tiles")),
        QgsProcessingOutputNumber("CHANGE_COUNT", tr("Number of changed areas")),
        QgsProcessingOutputNumber("CHANGED_AREA", tr("Changed area (m²)")),
        QgsProcessingOutputVectorLayer("ZONE_LAYER", tr("Changes by zone")),
    ]


def helped(parameter: Any, text: str) -> Any:
    """Give a parameter its help and return it."""
    parameter.setHelp(text)
    return parameter


def advanced(parameter: Any, text: str) -> Any:
    """Give a parameter its help, fold it away with what few people touch, and return it."""
    return helped(_flagged(parameter, QgsProcessingParameterDefinition.Flag.FlagAdvanced), text)


def hidden(parameter: Any, text: str) -> Any:
    """Give a parameter its help, keep it out of dialogs, and return it; scripts and saved models may still set it."""
    return helped(_flagged(parameter, QgsProcessingParameterDefinition.Flag.FlagHidden), text)


def _flagged(parameter: Any, flag: Any) -> Any:
    parameter.setFlags(parameter.flags() | flag)
    return parameter
