"""Work files of resumable runs: one per job, found again by what was asked."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis.core import QgsRasterLayer

from ...paths import user_data_dir
from ...processing.engine_job import unfinished_parts, work_folder
from ...processing.raster_checks import Side

KEPT_DAYS = 30
OPTIONS = ("EXTENT", "MODEL", "DEVICE", "THRESHOLD", "MIN_AREA", "BANDS", "TILE_SIZE", "OVERLAP", "ZONES", "ZONE_NAME")


def work_file(parameters: dict[str, Any], aoi: str) -> Path:
    """Return the work file of a job: the same for the same images, dates, place and options.

    Args:
        parameters: of the algorithm, as the dock gives them.
        aoi: the area of interest as GeoJSON, or empty.
    """
    asked: dict[str, Any] = {name: parameters.get(name) for name in OPTIONS}
    for name in ("BEFORE", "AFTER"):
        layer = parameters.get(name)
        if isinstance(layer, QgsRasterLayer):
            remote = bool(parameters.get("ALLOW_REMOTE"))
            side = Side("", layer, str(parameters.get(f"DATE_{name}", "")), remote)
            asked[name] = [side.path, side.date_or_range(), *asdict(side.facts).values()]
    asked["WITHIN"] = aoi
    digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    return folder() / f"{digest[:20]}.gpkg"


def folder() -> Path:
    """Return the folder of all work files."""
    return user_data_dir() / "runs"


def can_resume(work: Path) -> bool:
    """Return whether an earlier run of the same job has left finished parts."""
    return unfinished_parts(work) > 0


def tidy(days: int = KEPT_DAYS) -> None:
    """Delete what nobody has come back to for some weeks."""
    oldest = time.time() - days * 86400
    for manifest in folder().glob("*.gpkg.run/manifest.json"):
        work = manifest.parent.with_name(manifest.parent.name[: -len(".run")])
        try:
            if max(path.stat().st_mtime for path in (manifest, manifest.parent)) < oldest:
                shutil.rmtree(work_folder(work), ignore_errors=True)
        except OSError:
            continue
    for left in folder().glob("*.gpkg"):  # of a run whose layers could not be written
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < oldest:
                left.unlink()
