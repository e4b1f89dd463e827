"""The options of an export of reviewed tiles, as command line and worker know them, and the worker's operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Cancelled, InputError
from ..renamed import rename_options

if TYPE_CHECKING:
    from .writer import ExportOptions

_NUMBERS = {"tile_size": int, "val_fraction": float}
_CHOICES = ("include_rejected", "include_unreviewed", "overwrite")


def export_options(params: Mapping[str, Any]) -> ExportOptions:
    """Turn options into what :func:`.writer.export_dataset` wants.

    Args:
        params: options by name; None and empty texts count as not given.

    Raises:
        InputError: an option is unknown, missing or of the wrong type.
    """
    from .writer import ExportOptions

    known = {option.name for option in fields(ExportOptions)}
    given = rename_options(params, "export_dataset")
    unknown = sorted(set(given) - known)
    if unknown:
        raise InputError(f"There is no option “{unknown[0]}”; known are {', '.join(sorted(known))}.")
    for name, what in (("result", "GeoPackage of a reviewed result"), ("output", "folder to make")):
        if name not in given:
            raise InputError(f"Give the {what} (“{name}”).")
        given[name] = Path(str(given[name]))
    if "folder" in given:
        given["folder"] = Path(str(given["folder"]))
    for name, kind in _NUMBERS.items():
        if name in given:
            try:
                given[name] = kind(given[name])
            except (TypeError, ValueError) as error:
                raise InputError(f"“{given[name]}” is no number; correct “{name}”.") from error
    for name in _CHOICES:
        given[name] = given.get(name, False) in (True, 1, "true")
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
