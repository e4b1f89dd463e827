"""A stored result, perhaps reviewed, written again for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..formats import kind_of_result
from ..options import read_options
from ..schema import CHANGES, RUNS, SITES, SUMMARY, TILES, ZONES
from .geopackage_reader import Result, read_result
from .geopackage_writer import write_geopackage
from .layer_files import choose_layers, write_layers
from .layers import Layer, about
from .targets import check_targets


@dataclass(frozen=True)
class ExportOptions:
    """Options of an export.

    Attributes:
        result: GeoPackage of a run or of a time series, as it was written or edited.
        output: file to make; its ending says the format, see ``formats.ENDINGS``.
        layer: the one to write; None: what :func:`.layer_files.choose_layers` chooses.
        wkt: whether CSV carries outlines as text.
        overwrite: whether a file of ours may be replaced.
    """

    result: Path
    output: Path
    layer: str | None = None
    wkt: bool = False
    overwrite: bool = False


def export_options(params: Mapping[str, Any]) -> ExportOptions:
    """Turn options by name into an export's; None and empty texts count as not given.

    Raises:
        InputError: an option is unknown, or result or output are missing.
    """
    needed = {"result": "the GeoPackage of a result", "output": "the file to write"}
    return ExportOptions(**read_options(ExportOptions, params, "export", needed=needed))


def export_result(spec: ExportOptions) -> dict[str, Any]:
    """Write a stored result in the format that the output's name says.

    Columns that Describe Changes has not made are left out; an analyst's verdicts and words are in columns of ours.

    Returns:
        ``output``, the file, and ``layers``, the number of rows written by layer.

    Raises:
        InputError: the result cannot be read, or the file cannot be written.
    """
    kind = kind_of_result(spec.output)
    check_targets({kind: spec.output}, [spec.result], overwrite=spec.overwrite)
    stored = read_result(spec.result, several_pairs=True)
    counts: dict[str, int] = {}
    if kind == "geopackage":
        _write_whole(spec, stored, counts)
    else:
        chosen = [
            Layer(layer.name, _counted(layer.records, layer.name, counts))
            for layer in choose_layers(spec.output, stored_layers(stored), spec.layer)
        ]
        write_layers(spec.output, chosen, stored.crs, about(stored.runs), wkt=spec.wkt, overwrite=spec.overwrite)
    return {"output": str(spec.output), "layers": counts}


def stored_layers(stored: Result) -> dict[str, Callable[[], Iterable[Any]]]:
    """Return the layers that a result has, with what yields their rows."""
    found: dict[str, Callable[[], Iterable[Any]]] = {TILES: stored.tiles}
    if stored.has_changes:
        found = {CHANGES: stored.changes, **found}
    if stored.has_sites:
        found = {SITES: stored.sites, **found}
    if stored.runs:
        found[RUNS] = lambda: stored.runs
    if zones := list(stored.zones()):
        found[ZONES] = lambda: zones
    if stored.summary:
        found[SUMMARY] = lambda: stored.summary
    return found


def _write_whole(spec: ExportOptions, stored: Result, counts: dict[str, int]) -> None:
    if spec.layer is not None:
        raise InputError("A GeoPackage holds all layers; leave “layer” out, or choose another format.")
    stored.need_changes()
    write_geopackage(
        spec.output,
        stored.runs,
        _counted(stored.tiles(), TILES, counts),
        _counted(stored.changes(), CHANGES, counts),
        stored.crs,
        overwrite=spec.overwrite,
        summary=stored.summary,
        sites=_counted(stored.sites(), SITES, counts) if stored.has_sites else None,
        zones=list(stored.zones()),
    )


def _counted(records: Iterable[Any], name: str, counts: dict[str, int]) -> Iterator[Any]:
    counts[name] = 0
    for record in records:
        counts[name] += 1
        yield record
