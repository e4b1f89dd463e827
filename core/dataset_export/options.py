"""The options of an export of reviewed tiles, as command line and worker know them, and the worker's operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import Cancelled, InputError
from ..options import read_options

if TYPE_CHECKING:
    from .writer import ExportOptions


def export_options(params: Mapping[str, Any]) -> ExportOptions:
    """Turn options into what :func:`.writer.export_dataset` wants.

    Args:
        params: options by name; None and empty texts count as not given.

    Raises:
        InputError: an option is unknown, missing or of the wrong type.
    """
    from .writer import ExportOptions

    needed = {"result": "the GeoPackage of a reviewed result", "output": "the folder to make"}
    given = read_options(ExportOptions, params, "export_dataset", needed=needed)
    if "bands" in given:
        parts = given["bands"].split(",") if isinstance(given["bands"], str) else given["bands"]
        try:
            given["bands"] = tuple(int(part) for part in parts)
        except (TypeError, ValueError) as error:
            raise InputError(f"“{given['bands']}” are no bands; write numbers from 1, such as 1,2,3.") from error
    return ExportOptions(**given)


def export(
    params: Mapping[str, Any], emit: Callable[..., None], cancelled: Callable[[], bool]
) -> tuple[str, dict[str, Any]]:
    """Write the reviewed tiles of a result as a data set; the worker's operation ``export_dataset``."""
    from .writer import export_dataset

    def progress(done: int, total: int) -> None:
        emit("progress", stage="write", done=done, total=total, tiles_per_second=None, seconds_left=None)

    def check() -> None:
        if cancelled():
            raise Cancelled("Cancelled. No data set was written.")

    return "done", {"summary": export_dataset(export_options(params), progress, check)}
