"""The one row that says what was run, on what, and what was found."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ..io.records import RunRecord, date_columns
from .context import RunContext

if TYPE_CHECKING:
    from ..models.packs import ModelPack
    from .outputs import Counts


def run_record(
    context: RunContext, counts: Counts, timings: Mapping[str, float], began: float, warnings: Sequence[str]
) -> RunRecord:
    """Return the row of a run whose tiles, areas and sites are counted.

    Args:
        context: the run.
        counts: what was found.
        timings: seconds per stage.
        began: ``time.time()`` at the begin of this process's part.
        warnings: all that were given.
    """
    return replace(
        planned_record(context),
        started=datetime.fromtimestamp(began, timezone.utc),
        duration_s=round(time.time() - began, 3),
        device=context.device.description,
        area_examined_m2=counts.area_examined_m2,
        tiles=counts.tiles,
        changed_tiles=counts.changed_tiles,
        sites=counts.sites,
        changes=counts.changes,
        changed_area_m2=counts.changed_area_m2,
        summary_text=counts.summary_text,
        channels=[channel.model_dump() for channel in context.channels],
        timings=dict(timings),
        warnings=list(warnings),
    )


def planned_record(context: RunContext) -> RunRecord:
    """Return what is known of a run before its first block: what was asked, of which rasters and which model."""
    pack, manifest = context.pack, context.manifest
    return RunRecord(
        run_id=manifest.config_hash,
        engine_version=manifest.versions.get("describe-changes", ""),
        started=datetime.now(timezone.utc),
        duration_s=0.0,
        **_pair_columns(context),
        model=pack.name,
        model_sha256=pack.sha256,
        device="",
        tiles=0,
        changed_tiles=0,
        changes=0,
        changed_area_m2=0.0,
        parameters=_parameters(context),
        inputs=dict(manifest.inputs),
        model_info=_model_info(pack),
        versions=dict(manifest.versions),
    )


def _pair_columns(context: RunContext) -> dict[str, Any]:
    """Return the columns that say which rasters of which dates were laid on which grid."""
    grid, pair = context.grid, context.plan.pair
    before, after = pair.dates
    authority = grid.crs.to_authority()
    return {
        "before": "\n".join(map(str, pair.before.paths)),
        "after": "\n".join(map(str, pair.after.paths)),
        **date_columns(before.start, before.end, after.start, after.end),
        "crs": ":".join(authority) if authority else grid.crs.to_wkt(),
        "width": grid.width,
        "height": grid.height,
        "gsd_m": grid.gsd_m,
    }


def _parameters(context: RunContext) -> dict[str, Any]:
    """Return the options as resolved."""
    options, plan = context.options, context.plan
    return {
        "extent": options.extent,
        "aoi": context.area.wkt if context.area is not None else None,
        "bands": list(plan.pair.after.bands),
        "bands_before": list(plan.pair.before.bands),
        **{
            f"{what}_{role}": getattr(told, what)
            for role, told in zip(("before", "after"), options.overrides, strict=True)
            for what in ("crs", "nodata")
        },
        "threshold": options.threshold,
        "min_area": plan.min_area_m2,
        "site_distance": plan.site_distance_m,
        "outlines": plan.outlines,
        "tile_size": plan.tile_size,
        "overlap": plan.overlap,
        "block_size": options.block_size,
        "executor": options.executor,
        **({"indices": plan.indices} if plan.indices is not None else {}),
        **{name: str(path) for name, path in (("zones", options.zones), ("names", options.names)) if path is not None},
        **({"origins": _origins(context)} if options.origins else {}),
    }


def _origins(context: RunContext) -> dict[str, list[str]]:
    """Return the addresses from which the rasters of each date were copied."""
    known, pair = context.options.origins, context.plan.pair
    return {
        role: [known[str(path)] for path in epoch.paths if str(path) in known]
        for role, epoch in (("before", pair.before), ("after", pair.after))
    }


def _model_info(pack: ModelPack) -> dict[str, Any]:
    manifest = pack.manifest
    return {
        "title": manifest.description,
        "licence": manifest.licence,
        "training_data": "; ".join(manifest.training_data),
        "limits": f"trained on {manifest.input.gsd_m[0]:g} to {manifest.input.gsd_m[1]:g} m per pixel",
    }
