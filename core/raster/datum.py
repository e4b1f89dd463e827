"""Check how well two reference systems fit: PROJ silently does without a datum grid that is not installed."""

from __future__ import annotations

import math
import warnings

from pyproj import CRS, Transformer
from pyproj.aoi import AreaOfInterest
from pyproj.exceptions import ProjError
from pyproj.transformer import TransformerGroup

from .grid import Grid


def datum_warnings(source: CRS, grid: Grid, name: str) -> tuple[str, ...]:
    """Say what PROJ does between two datums where that may move a raster by more than a pixel.

    Args:
        source: reference system of the raster.
        grid: onto which it is brought.
        name: how to call the raster.

    Returns:
        A sentence with the transformation and its accuracy, nothing where it is good enough.
    """
    if source == grid.crs or source.geodetic_crs == grid.crs.geodetic_crs:
        return ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            group = TransformerGroup(
                source.to_2d(),
                grid.crs.to_2d(),
                always_xy=True,
                area_of_interest=_area(grid),  # type: ignore[arg-type]  # pyproj names another class than it takes
            )
        except ProjError:
            return ()
    if not group.transformers:
        return ()
    used = group.transformers[0]
    accuracy = used.accuracy if used.accuracy is not None and used.accuracy >= 0 else math.inf
    better = [way for way in group.unavailable_operations if 0 <= way.accuracy < accuracy]
    if accuracy <= grid.gsd_m or not (better or math.isinf(accuracy)):
        return ()
    how_good = "of unknown accuracy, often several metres" if math.isinf(accuracy) else f"accurate to {accuracy:g} m"
    said = (
        f"{name} is brought from {source.name} to {grid.crs.name} by “{_plain(used.description)}”, {how_good}, so the "
        "dates may lie that far apart"
    )
    missing = [file.short_name for way in better[:1] for file in way.grids if not file.available]
    if missing:
        said += (
            f". A better way ({better[0].accuracy:g} m) needs {' and '.join(missing)}, which is not installed; bring "
            "both rasters into one reference system with a program that has it, e.g. QGIS or gdalwarp"
        )
    return (f"{said}.",)


def _area(grid: Grid) -> AreaOfInterest | None:
    """The grid's area in degrees, None where it has none."""
    try:
        west, south, east, north = Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True).transform_bounds(
            *grid.bounds
        )
    except ProjError:
        return None
    if not all(map(math.isfinite, (west, south, east, north))):
        return None
    return AreaOfInterest(west, south, east, north)


def _plain(description: str) -> str:
    """The step of a transformation that changes the datum, without the projections around it."""
    steps = [step.strip() for step in description.split(" + ")]
    known = ("UTM", "Gauss", "axis order", "zone", "Mercator", "Grid", "RD New")
    return (
        " + ".join(step for step in steps if " to " in step or not any(word in step for word in known)) or description
    )
