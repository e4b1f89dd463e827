"""Operations of the worker: each takes plain data and gives plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..options import read_options, text_or_path
from ..raster.inputs import input_rasters, is_address
from ..renamed import rename_options
from .events import Emit, EventObserver, Reply, date_span, grid_data, with_texts
from .models import MODEL_OPERATIONS

if TYPE_CHECKING:
    from ..models.packs import ModelPack
    from ..pipeline.job import DescribeOptions
    from ..raster.pair import RasterPair

_INSPECTED = (
    "before", "after", "date_before", "date_after", "extent", "aoi", "bands", "model", "tile_size", "overlap",
    "indices", "bands_before", "bands_after", "nodata", "nodata_before", "nodata_after", "crs_before", "crs_after",
)  # fmt: skip


def describe_options(params: Mapping[str, Any]) -> DescribeOptions:
    """Turn options, as the command line and the worker know them, into a job.

    Args:
        params: options by name; None and empty texts count as not given.

    Raises:
        InputError: an option is unknown, of the wrong type, or one of the rasters is missing.
    """
    from ..pipeline.job import DescribeOptions
    from ..pipeline.writers import FURTHER_OUTPUTS

    known = {option.name for option in fields(DescribeOptions)} - {"outputs", "origins"} | set(FURTHER_OUTPUTS)
    rasters = {"before": "the raster of the earlier date", "after": "the raster of the later date"}
    given = read_options(DescribeOptions, with_texts(params), "describe", needed=rasters, known=known)
    for role in rasters:
        given[role] = input_rasters(given[role], role, allow_remote=given.get("allow_remote", False))
    outputs = {kind: text_or_path(given.pop(kind), kind) for kind in FURTHER_OUTPUTS if kind in given}
    return DescribeOptions(**given, outputs=outputs)


def describe(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Reply:
    """Run a job; its events come while it runs, its summary closes it."""
    from ..pipeline.runner import run_job

    summary = run_job(describe_options(params), EventObserver(emit, cancelled))
    return "done", {"summary": summary.to_dict()}


def series(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Reply:
    """Describe a time series."""
    from .timeseries import series as describe_series

    return describe_series(params, emit, cancelled)


def dates(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Reply:
    """Say when each of several rasters was taken."""
    from .timeseries import dates as find_dates

    return find_dates(params, emit, cancelled)


def doctor(_params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Say what this engine has and lacks."""
    from .diagnostics import run_diagnostics

    return "result", {"data": run_diagnostics()}


def list_models(_params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """List the installed model packs."""
    from ..models.packs import describe_pack, list_packs

    return "result", {"data": [describe_pack(path) for path in list_packs()]}


def inspect(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Open a pair as a run would, without running: grid, dates, tiles, warnings."""
    from ..models.packs import default_model, load_pack

    spec = describe_options(
        {name: value for name, value in rename_options(params, "describe").items() if name in _INSPECTED}
    )
    chosen = spec.model or default_model()
    with spec.pair.open() as pair:
        data = _inspected(pair)
    if chosen is not None:
        return "result", {"data": data | _tiling(spec, load_pack(chosen))}
    unknown: dict[str, Any] = dict.fromkeys(
        ("tiles", "tile_size", "overlap", "working_width", "working_height", "indices")
    )
    data["warnings"].append("No model pack is installed; import one before the run.")
    return "result", {"data": data | unknown}


def _tiling(spec: DescribeOptions, pack: ModelPack) -> dict[str, Any]:
    """Return how the tiles lie on the grid at the model's resolution, and what a run would warn of."""
    from ..pipeline.planning import make_plan

    with ExitStack() as stack:
        plan = make_plan(spec, pack, stack)
        return {
            "tiles": len(plan.choice),
            "tile_ids": plan.choice.ids,
            "tile_size": plan.tile_size,
            "overlap": plan.overlap,
            "working_width": plan.pair.grid.width,
            "working_height": plan.pair.grid.height,
            "indices": [channel.name for channel in plan.measured_channels],
            "warnings": list(plan.warnings),
        }


def _inspected(pair: RasterPair) -> dict[str, Any]:
    grid = pair.grid
    first, second = pair.dates
    return {
        **grid_data(grid),
        "area_m2": grid.geodesic_area_m2(grid.window_polygon(grid.window)),
        "date_before": date_span(first),
        "date_after": date_span(second),
        "date_sources": [first.source, second.source],
        "files": [[str(path) for path in epoch.paths] for epoch in (pair.before, pair.after)],
        "bands": [list(epoch.bands) for epoch in (pair.before, pair.after)],
        "dtypes": [epoch.dtype for epoch in (pair.before, pair.after)],
        "warnings": list(pair.warnings),
    }


def report(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Write the report of a stored result, or only say what it would say."""
    from ..report.rebuild import rebuild_report, report_options

    return "result", {"data": rebuild_report(report_options(params))}


def export(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Write a stored result for other programs."""
    from ..io.export import export_options, export_result

    return "result", {"data": export_result(export_options(params))}


def ask(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Answer a question about a stored result."""
    from ..ask.answer import ask_options, ask_result

    asked = ask_options(params)
    return "result", {"data": ask_result(asked.result, asked.question).to_dict()}


def zones(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Add up a stored result by zone."""
    from ..report.by_zone import zone_options, zones_of_result

    return "result", {"data": zones_of_result(zone_options(params))}


def export_dataset(params: dict[str, Any], emit: Emit, cancelled: Callable[[], bool]) -> Reply:
    """Write reviewed tiles as a data set to learn from."""
    from ..dataset_export.options import export

    return export(params, emit, cancelled)


def check_targets(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Say what would become of files if they were written to: free, ours, reviewed or refused, and a free name."""
    from ..io.targets import target_state

    targets, sources = params.get("targets"), params.get("sources", [])
    if not isinstance(targets, dict) or not all(isinstance(path, str) and path for path in targets.values()):
        raise InputError("“targets” must be an object of paths by what they are, such as geopackage, mask, report.")
    if not isinstance(sources, list) or not all(isinstance(path, str) for path in sources):
        raise InputError("“sources” must be a list of paths.")
    read = [Path(path) for path in sources]
    return "result", {"data": {kind: target_state(Path(path), kind, read) for kind, path in targets.items()}}


def find_image(params: dict[str, Any], _emit: Emit, _cancelled: Callable[[], bool]) -> Reply:
    """Say which files a STAC item stands for, and when its image was taken."""
    from ..cloud.stac import find_image as find

    address = params.get("address")
    if not isinstance(address, str) or not is_address(address):
        raise InputError("“address” must be the address of a STAC item.")
    if params.get("allow_remote") is not True:
        raise InputError("Nothing is read from servers unless “allow_remote” is true.")
    found = find(address, None, (), None)
    return "result", {"data": {"files": [name for name, _ in found.files], "date": found.date or ""}}


OPERATIONS: Mapping[str, Callable[[dict[str, Any], Emit, Callable[[], bool]], Reply]] = {
    "describe": describe,
    "series": series,
    "dates": dates,
    "find_image": find_image,
    "doctor": doctor,
    "list_models": list_models,
    "inspect": inspect,
    "report": report,
    "check_targets": check_targets,
    "export": export,
    "zones": zones,
    "ask": ask,
    "export_dataset": export_dataset,
    **MODEL_OPERATIONS,
}
