"""A result as a Python object: GeoDataFrames, a DataArray, figures, a page for notebooks."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from types import ModuleType
from typing import TYPE_CHECKING, Any
from weakref import finalize

from ..errors import InputError
from ..io.export import ExportOptions, export_result, stored_layers
from ..io.geopackage_reader import Result, read_result
from ..io.layers import RECORDS, about
from ..io.records import RunRecord, columns
from ..schema import CHANGES, SITES, SUMMARY, TILES, ZONES

if TYPE_CHECKING:
    import geopandas
    import pandas
    import xarray

    from ..ask.answer import Answer


class ChangeResult:
    """Result of a run or of a time series, as tables, a mask and words.

    Layers are read when they are first asked for, and kept; what an analyst has edited since is in them.

    Args:
        path: GeoPackage of the result.
        mask_path: GeoTIFF of its mask; None where there is none.
        scratch: folder that goes when this object goes.
    """

    def __init__(self, path: Path, mask_path: Path | None = None, scratch: Path | None = None) -> None:
        self.path = path
        self.mask_path = mask_path
        if scratch is not None:
            self._finalizer = finalize(self, rmtree, scratch, ignore_errors=True)

    def __repr__(self) -> str:
        """Return the file and what was found."""
        return f"<ChangeResult {self.path}: {about(self.runs).abstract.partition('. Classes')[0]}>"

    def _repr_html_(self) -> str:
        """Return a small page for notebooks: figures, a map, the largest places; it asks the network for nothing."""
        from .page import result_html

        return result_html(self.runs, self._stored, self.sites_or_areas)

    def check(self) -> None:
        """Make sure that there is a result.

        Raises:
            InputError: it cannot be read.
        """
        self._stored  # noqa: B018 - reads it

    @cached_property
    def _stored(self) -> Result:
        return read_result(self.path, several_pairs=True)

    @property
    def runs(self) -> list[RunRecord]:
        """How the result was made: one record, or one per pair of a time series; none where it does not say."""
        return self._stored.runs

    @cached_property
    def sites(self) -> geopandas.GeoDataFrame:
        """The change sites: one row per place, said once and counted once; :data:`areas` are its parts.

        Raises:
            InputError: the result has none, as those of earlier versions.
        """
        return self._frame(SITES)

    @cached_property
    def areas(self) -> geopandas.GeoDataFrame:
        """The changed areas, the layer ``changes``: one row per area of one class.

        Raises:
            InputError: the result has no such layer.
        """
        return self._frame(CHANGES)

    @cached_property
    def tiles(self) -> geopandas.GeoDataFrame:
        """The described tiles; they overlap, but each counts the changed ground of its own cell alone."""
        return self._frame(TILES)

    @cached_property
    def zones(self) -> geopandas.GeoDataFrame:
        """What changed in each zone, and outside of all of them.

        Raises:
            InputError: the run was given no zones.
        """
        return self._frame(ZONES)

    @property
    def sites_or_areas(self) -> Iterable[Any]:
        """Records of the sites, of the changed areas where there are none."""
        found = stored_layers(self._stored)
        return next(found[name]() for name in (SITES, CHANGES, TILES) if name in found)

    @cached_property
    def classes(self) -> pandas.DataFrame:
        """The changed area of each class, in m²; of a time series, pair by pair."""
        if self._stored.summary:
            return _table(_library("pandas"), SUMMARY, self._stored.summary)
        keys = [column.name for column in columns(RECORDS[CHANGES])[1:3]]  # class, and what became of it
        grouped = self.areas.groupby(keys, sort=False)["area_m2"]
        return grouped.agg(changes="size", changed_area_m2="sum").reset_index()

    @cached_property
    def mask(self) -> xarray.DataArray:
        """The class of each pixel, (y, x) in the result's CRS; ``attrs["classes"]`` names the values.

        Raises:
            InputError: the result has no mask here.
        """
        if self.mask_path is None:
            raise InputError("This result has no mask here; name it: open_result(path, mask='mask.tif').")
        library = _library("rioxarray")
        with warnings.catch_warnings(action="ignore", category=PendingDeprecationWarning):  # of affine, in rioxarray
            with library.open_rasterio(self.mask_path) as image:
                band = image.isel(band=0, drop=True).load()
        band.attrs = {**band.attrs, "classes": self._classes()}
        return band.rename("class")

    @property
    def summary(self) -> dict[str, Any]:
        """Figures of the whole: dates, number of pairs, tiles, areas; ``changed_area_m2`` adds up the pairs."""
        runs = self.runs
        totals = ("sites", "changes", "changed_area_m2", "tiles", "changed_tiles")
        return {
            "dates": about(runs).title,
            "pairs": len(runs),
            **{name: sum(getattr(run, name) for run in runs) for name in totals},
            "area_examined_m2": max((run.area_examined_m2 for run in runs), default=0.0),
            "model": runs[-1].model if runs else "",
            "warnings": list(dict.fromkeys(text for run in runs for text in run.warnings)),
        }

    @property
    def text(self) -> str:
        """What changed in the whole area, in one measured paragraph per pair of dates."""
        return "\n\n".join(run.summary_text for run in self.runs if run.summary_text)

    def ask(self, question: str) -> Answer:
        """Answer a question in words, such as ``houses gone, larger than 200 m2``; every number is measured.

        Raises:
            InputError: the result cannot be asked.
        """
        from ..ask.answer import ask_result

        return ask_result(self.path, question)

    def report(self, path: str | Path, **options: Any) -> Path:
        """Write the report, a web page with images.

        Args:
            path: HTML file to make.
            **options: as of ``describe-changes report``: ``review``, ``max_tiles``, ``overwrite``, ….

        Raises:
            InputError: an option is wrong, or the page cannot be written.
        """
        from ..report.rebuild import rebuild_report, report_options

        rebuild_report(report_options({**options, "result": self.path, "output": Path(path)}))
        return Path(path)

    def export(self, path: str | Path, *, layer: str | None = None, wkt: bool = False, overwrite: bool = False) -> Path:
        """Write the result for other programs, as ``describe-changes export`` does.

        Args:
            path: file to make; its ending says the format.
            layer: the one to write; None: the usual one.
            wkt: whether CSV carries outlines as text.
            overwrite: whether a file of ours may be replaced.

        Raises:
            InputError: the format cannot hold it, or the file cannot be written.
        """
        export_result(ExportOptions(self.path, Path(path), layer, wkt, overwrite))
        return Path(path)

    def _frame(self, layer: str) -> geopandas.GeoDataFrame:
        found: dict[str, Callable[[], Iterable[Any]]] = stored_layers(self._stored)
        if layer not in found:
            raise InputError(f"{self.path} has no layer “{layer}”; it has {', '.join(found)}.")
        library, records = _library("geopandas"), list(found[layer]())
        data = _table(_library("pandas"), layer, records)
        outlines = [record.geometry for record in records]
        return library.GeoDataFrame(data, geometry=outlines, crs=self._stored.crs)

    def _classes(self) -> dict[int, str]:
        from ..io.legend import legend

        channels = self.runs[-1].channels if self.runs else []
        return {0: "no change", **{entry.value: entry.name for entry in legend(channels)}}


def _table(pandas: ModuleType, layer: str, records: list[Any]) -> pandas.DataFrame:
    """Return records as a table with the columns of their layer."""
    described = columns(RECORDS[layer])
    data = {one.name: [getattr(record, one.attribute) for record in records] for one in described}
    frame = pandas.DataFrame(data)
    for column in described:
        if column.kind == "datetime":
            frame[column.name] = pandas.to_datetime(frame[column.name], utc=True)
    return frame


def _library(name: str) -> Any:
    """Return a library of the extra ``notebook``.

    Raises:
        InputError: it is not installed.
    """
    import importlib

    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(
            f"This needs {error.name}, which is not installed: pip install 'describe-changes[notebook]' brings it."
        ) from error
