"""Events of the worker, and the observer that sends a run's progress as events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import InputError

if TYPE_CHECKING:
    from ..io.records import ChangeRecord, SiteRecord, TileRecord
    from ..pipeline.job import RunInfo
    from ..raster.dates import EpochDate
    from ..raster.grid import Grid


_NUMBERS_TOO = frozenset({"nodata", "nodata_before", "nodata_after"})
"""Options that are texts and may be given as numbers."""

Emit = Callable[..., None]


Reply = tuple[str, dict[str, Any]]


def with_texts(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return options in which values for no data are texts, also where a number was given."""
    return {name: option_text(value, name) if name in _NUMBERS_TOO else value for name, value in params.items()}


def option_text(value: Any, name: str) -> str | None:
    """Return an option as text, None where it is empty; a number will do, a list will not."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise InputError(f"“{name}” must be a text.")
    return str(value)


class EventObserver:
    """Hands what a run tells its observer to whoever asked for the run."""

    def __init__(self, emit: Emit, cancelled: Callable[[], bool]) -> None:
        self._emit = emit
        self.is_cancelled = cancelled

    def started(self, start: RunInfo) -> None:
        """Send the grid, the model and the dates."""
        self._emit(
            "started",
            **grid_data(start.grid),
            tiles=start.tiles,
            device=start.device,
            model=start.model,
            date_before=date_span(start.dates[0]),
            date_after=date_span(start.dates[1]),
            classes=start.classes,
            channels=[channel.model_dump() for channel in start.channels],
            warnings=list(start.warnings),
            resumed_blocks=start.resumed_blocks,
        )

    def progress(
        self, stage: str, done: int, total: int, tiles_per_second: float | None, seconds_left: float | None
    ) -> None:
        """Send how far a stage is."""
        self._emit(
            "progress",
            stage=stage,
            done=done,
            total=total,
            tiles_per_second=tiles_per_second,
            seconds_left=seconds_left,
        )

    def tile(self, record: TileRecord) -> None:
        """Send a final tile."""
        from ..io.records import as_event

        self._emit("tile", tile=as_event(record))

    def change(self, record: ChangeRecord) -> None:
        """Send a changed area."""
        from ..io.records import as_event

        self._emit("change", change=as_event(record))

    def site(self, record: SiteRecord) -> None:
        """Send a site."""
        from ..io.records import as_event

        self._emit("site", site=as_event(record))

    def warning(self, message: str) -> None:
        """Send a warning."""
        self._emit("warning", message=message)


def grid_data(grid: Grid) -> dict[str, Any]:
    """Return CRS, size, transform and GSD of a grid as plain data."""
    return {
        "crs_wkt": grid.crs.to_wkt(),
        "width": grid.width,
        "height": grid.height,
        "transform": list(grid.transform)[:6],
        "gsd_m": grid.gsd_m,
    }


def date_span(date: EpochDate) -> list[Any]:
    """Return first and last moment of a date."""
    return [date.start, date.end]
