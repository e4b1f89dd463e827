"""Describe a pair or a time series from Python, and open results that exist already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from ..errors import InputError, missing_torch
from ..formats import kind_of_result
from ..pipeline.job import Paths, SilentObserver
from .result import ChangeResult


def describe(
    before: Paths, after: Paths, output: str | Path | None = None, *, mask: str | Path | None = None, **options: Any
) -> ChangeResult:
    """Describe what changed between two dated rasters.

    Args:
        before: raster of the earlier date: a path, a pattern such as ``"before/*.tif"``, or a list of paths.
        after: the same for the later date.
        output: GeoPackage to keep the result in. A run that was interrupted goes on when it is called again with the
            same ``output``. None: the result lives as long as the object that is returned.
        mask: GeoTIFF to keep the class of each pixel in; None: it lives as long as the object.
        **options: as on the command line, with underscores: ``date_before``, ``extent``, ``aoi``, ``bands``, ``model``,
            ``device``, ``threshold``, ``min_area``, ``report``, ``overwrite``, ….

    Returns:
        The result: its layers as GeoDataFrames, its mask, its figures.

    Raises:
        InputError: an option is unknown or out of its range, a raster cannot be read, or the result cannot be written.
    """
    from ..service.operations import describe_options

    with _scratch() as folder:
        path, pixels = _place(output, folder), Path(mask) if mask is not None else folder / "mask.tif"
        spec = describe_options({**options, "before": before, "after": after, "output": str(path), "mask": str(pixels)})
        _engine().run_job(spec, SilentObserver())
        return ChangeResult(path, pixels, folder)


def describe_series(rasters: Sequence[Paths], output: str | Path | None = None, **options: Any) -> ChangeResult:
    """Describe what changed along a time series.

    Args:
        rasters: one entry per date, two or more, in any order: a path, a pattern, or a list of paths.
        output: GeoPackage to keep the result in; None: it lives as long as the object that is returned.
        **options: as on the command line, with underscores; ``dates`` is a list with one date per raster.

    Returns:
        The result; each row carries the two dates it was seen between. There is no mask.

    Raises:
        InputError: as :func:`describe`.
    """
    from ..service.timeseries import series_options

    with _scratch() as folder:
        path = _place(output, folder)
        spec = series_options({**options, "rasters": list(rasters), "output": str(path)})
        _engine()
        from ..timeseries.runner import run_series
        from .watching import SilentSeriesObserver

        run_series(spec, SilentSeriesObserver())
        return ChangeResult(path, None, folder)


def open_result(path: str | Path, *, mask: str | Path | None = None) -> ChangeResult:
    """Open a result that was described before, here, on the command line or in QGIS, with the edits of its review.

    Args:
        path: its GeoPackage.
        mask: its change mask, if there is one.

    Raises:
        InputError: it is no result, or cannot be read.
    """
    result = ChangeResult(Path(path), Path(mask) if mask is not None else None)
    result.check()
    return result


@contextmanager
def _scratch() -> Iterator[Path]:
    """Make a folder for a result to live in; it goes at once if there is no result."""
    folder = Path(mkdtemp(prefix="describe-changes-"))
    try:
        yield folder
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise


def _place(output: str | Path | None, folder: Path) -> Path:
    """Return where the result goes."""
    path = Path(output) if output is not None else folder / "result.gpkg"
    if kind_of_result(path) != "geopackage":
        raise InputError(
            f"{path} is no GeoPackage; end it in .gpkg and write other formats with  result.export({path.name!r})."
        )
    return path


def _engine() -> Any:
    """Return the module that runs jobs.

    Raises:
        InputError: PyTorch is missing.
    """
    try:
        from ..pipeline import runner
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise missing_torch() from error
    return runner
