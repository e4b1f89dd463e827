"""Destinations of a run's layers: the engine's own GeoPackage wherever that is possible, else sinks of QGIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
)

from ..layers.keeping import TABLE
from ..layers.targets import OURS, RUN, layer_file_problem, result_problem, result_tables, same_file, table_problem

NONE, TEMPORARY, GEOPACKAGE, SINK = "none", "temporary", "geopackage", "sink"

OUTPUTS = ("SITES", "CHANGES", "TILES")
"""Layers of a result from top to bottom; their tables are named so in lower case."""


@dataclass(frozen=True)
class Destination:
    """One destination as it was given.

    Attributes:
        kind: ``none``, ``temporary``, ``geopackage`` (a file of its own) or ``sink`` (what QGIS alone can write).
        path: the GeoPackage, also that of a sink.
        table: the table of a sink in a GeoPackage.
        project: where the layer shall be opened when the run is done.
        name: what it shall be called there; empty for the output's own name.
    """

    kind: str
    path: str = ""
    table: str = ""
    project: Optional[QgsProject] = None
    name: str = ""


@dataclass(frozen=True)
class Destinations:
    """The destinations of sites, changed areas and tiles.

    All lie in one GeoPackage wherever one of them is such a file and the others are the same file, temporary or not
    wanted; nothing is lost by that, and the result can be read again whole.

    Attributes:
        layers: the destination of each output, in the order of ``OUTPUTS``.
    """

    layers: dict[str, Destination]

    @property
    def whole(self) -> bool:
        """Whether the engine's own GeoPackage is the result."""
        files = self._files()
        kinds = {one.kind for one in self.layers.values()}
        return SINK not in kinds and all(same_file(files[0], other) for other in files[1:])

    @property
    def none(self) -> bool:
        """Whether no layer is wanted."""
        return all(one.kind == NONE for one in self.layers.values())

    @property
    def path(self) -> str:
        """The one GeoPackage; empty for one in the temporary folder."""
        return self._files()[0] if self.whole and self._files() else ""

    @property
    def provenance(self) -> str:
        """The GeoPackage that QGIS writes as a file and into which the table ``runs`` goes; else empty."""
        kept = [one.path for name, one in self.layers.items() if one.kind == GEOPACKAGE and name != "CHANGES"]
        return kept[0] if kept and not self.whole else ""

    def files(self) -> list[str]:
        """Return the GeoPackages that are written, each once."""
        files = self._files()
        return files[:1] if self.whole else files

    def problem(self, project: Optional[QgsProject]) -> str:
        """Return what would be lost or cannot be written, as a sentence, or an empty string."""
        for path in self.files():
            problem = result_problem(path, project) if self.whole else layer_file_problem(path, project)
            if problem:
                return problem
        for one in self.layers.values():
            problem = table_problem(one.path, one.table) if one.kind == SINK and one.path else ""
            if problem:
                return problem
        return ""

    def _files(self) -> list[str]:
        return [one.path for one in self.layers.values() if one.kind == GEOPACKAGE]


def destinations(parameters: dict[str, Any], context: QgsProcessingContext) -> Destinations:
    """Return where sites, changed areas and tiles shall go."""
    return Destinations({name: _destination(parameters.get(name), name, context) for name in OUTPUTS})


def is_skipped(value: Any) -> bool:
    """Return whether a destination was left empty; a batch wraps an empty one, too."""
    sink = value.sink if isinstance(value, QgsProcessingOutputLayerDefinition) else value
    if isinstance(sink, QgsProperty):
        return sink.propertyType() == QgsProperty.Type.StaticProperty and not sink.staticValue()
    return not sink


def named_file(parameters: dict[str, Any], output: str, context: QgsProcessingContext) -> str:
    """Return the file that a destination names, empty where it names none or a temporary one."""
    value = parameters.get(output)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    text = str(value or "").strip()
    return "" if text == QgsProcessing.TEMPORARY_OUTPUT else text


def _destination(value: Any, output: str, context: QgsProcessingContext) -> Destination:
    project, name, remapped = None, "", False
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        project, name, remapped = value.destinationProject, value.destinationName, value.useRemapping()
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    text = str(value or "").strip()
    if not text:
        return Destination(NONE)
    if remapped:
        return Destination(SINK)
    if text == QgsProcessing.TEMPORARY_OUTPUT:
        return Destination(TEMPORARY, project=project, name=name)
    match = TABLE.fullmatch(text)
    path = match.group("file") if match else text
    if not path.lower().endswith(".gpkg") or (match is None and re.match(r"[a-z]{2,}:", text)):
        return Destination(SINK)
    table = match.group("table") if match else ""
    if match and (table != output.lower() or _holds_more(path)):
        return Destination(SINK, path, table)
    return Destination(GEOPACKAGE, path, project=project, name=name)


def _holds_more(path: str) -> bool:
    """Return whether a GeoPackage is there that is no result of ours: then only our own tables are written."""
    tables = result_tables(path)
    return tables is not None and not (tables >= RUN and tables <= OURS)
