"""Recognise what stands where a result shall be written: a file of ours, one with an analyst's work, another's.

Every file that we write carries a mark: a GeoPackage its tables, a GeoTIFF the tag ``TIFFTAG_SOFTWARE``, a page
``<meta name="generator">``, a drawing ``data-generator``, a table its head, a style a comment, layers in other formats
a file beside them. Only what carries it may be replaced.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..renamed import COLUMNS, LAYERS
from ..schema import CHANGES, CLASS_COLUMN, RUNS, SITES, SUMMARY, TILES, ZONES
from .columns_file import is_as_written
from .records import ChangeRecord, RunRecord, SiteRecord, TileRecord, columns
from .styles import MARK as STYLE_MARK

GENERATOR = "Describe Changes"
"""The mark in files that have room for a name."""

_HEAD, _TAIL = 4096, 4096
_NEEDED = {
    SITES: {"site_id", "description", "changed_area_m2"},
    TILES: {"tile_id", "caption", "changed", "change_score"},
    CHANGES: {CLASS_COLUMN, "area_m2", "tile_id"},
    RUNS: {"run_id", "model"},
    SUMMARY: {"pair", CLASS_COLUMN, "changed_area_m2"},
    ZONES: {"zone_id", "description", "changed_area_m2"},
}
"""Columns by which a table of ours is known, of whatever version."""
_KNOWN = {
    SITES: {column.name for column in columns(SiteRecord)} | {"fid", "geom"},
    TILES: {column.name for column in columns(TileRecord)} | {"fid", "geom"},
    CHANGES: {column.name for column in columns(ChangeRecord)} | {"fid", "geom"},
}
_VERDICTS = {"review_status", "caption_edited", "description_edited"}
_SYSTEM = ("gpkg_", "rtree_", "sqlite_", "ogr_", "idx_")
_STYLES = "layer_styles"


@dataclass(frozen=True)
class StoredTables:
    """Tables of a GeoPackage, ours and others'.

    Attributes:
        ours: tables of a result, under the names they have in the file.
        foreign: other tables and views, among them saved projects.
        judged: sites, tiles and areas with a verdict or the analyst's own wording.
        edited: sites, tiles or areas were moved, added, removed or given columns since the run wrote them.
    """

    ours: frozenset[str]
    foreign: tuple[str, ...]
    judged: int
    edited: bool

    @property
    def layers(self) -> frozenset[str]:
        """Tables of a result under the names they have today."""
        return frozenset(LAYERS.get(name, name) for name in self.ours)

    @property
    def has_work(self) -> bool:
        """Whether an analyst's work would be lost with it."""
        return self.judged > 0 or self.edited


def kind_of(path: Path) -> str:
    """Return what a file of ours is.

    Returns:
        ``geopackage``, ``layers``, ``raster``, ``page``, ``drawing``, ``table`` or ``style``; ``empty`` for a file
        without a byte; an empty text for what is not ours or cannot be read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except OSError:
        return ""
    if not size:
        return "empty"
    if is_as_written(path):
        return "layers"
    if head.startswith(b"SQLite format 3\0"):
        stored = stored_tables(path)
        return "geopackage" if stored is not None and stored.ours else ""
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "raster" if _is_our_raster(path) else ""
    return _kind_of_text(head.decode("utf-8", "replace"), tail.decode("utf-8", "replace"))


def _kind_of_text(head: str, tail: str) -> str:
    start = head.lstrip("\ufeff \r\n\t")
    if start.startswith("pair,date_before,"):
        return "table"
    if start.startswith("<svg ") and f'data-generator="{GENERATOR}' in start:
        return "drawing"
    if start[:15].lower() == "<!doctype html>":
        named = f'<meta name="generator" content="{GENERATOR}' in start
        # pages of version 0.1 had no such mark
        early = "default-src 'none'; img-src data:" in start and GENERATOR.lower() in tail.lower()
        return "page" if named or early else ""
    if start.startswith(("<!DOCTYPE qgis", "<PAMDataset")) and STYLE_MARK in start:
        return "style"
    return ""


def _is_our_raster(path: Path) -> bool:
    """Return whether a GeoTIFF is a mask of ours, read without whatever lies beside it."""
    import rasterio
    from rasterio.errors import RasterioError

    try:
        with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"), rasterio.open(path, driver="GTiff") as image:
            if str(image.tags().get("TIFFTAG_SOFTWARE", "")).startswith(GENERATOR):
                return True
            # masks of version 0.1 had no such tag
            return image.descriptions[0] == "class" and image.tags(1).get("CLASS_0") == "no change"
    except (RasterioError, UnicodeDecodeError):
        return False


def stored_tables(path: Path) -> StoredTables | None:
    """Return what a GeoPackage holds; None if it cannot be read.

    Nothing is written, no journal is begun: whoever has it open has to be asked for by :func:`is_open_elsewhere`.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            kinds = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            tables = [str(name) for (name,) in file.execute(kinds) if not str(name).startswith(_SYSTEM)]
            if not file.execute("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_contents'").fetchone()[0]:
                return StoredTables(frozenset(), tuple(tables), 0, edited=False)
            found = {name: _columns(file, name) for name in tables}
            ours = frozenset(name for name in tables if _is_ours(name, found[name]))
            foreign = tuple(sorted(set(tables) - ours - {_STYLES}))
            extra = any(_today(found[name]) - _KNOWN[name] for name in ours & set(_KNOWN))
            return StoredTables(ours, foreign, _judged(file, found, ours), extra or _edited(file, ours))
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _columns(file: sqlite3.Connection, table: str) -> set[str]:
    return {str(name) for (name,) in file.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def _is_ours(table: str, names: set[str]) -> bool:
    """Return whether a table, under today's name or an earlier one, has the columns by which it is known."""
    needed = _NEEDED.get(LAYERS.get(table, table))
    return needed is not None and needed <= names


def _today(names: set[str]) -> set[str]:
    """Return columns under the names they have today."""
    return {COLUMNS.get(name, name) for name in names}


def _judged(file: sqlite3.Connection, found: dict[str, set[str]], ours: frozenset[str]) -> int:
    """Count the sites, tiles and areas in which an analyst has written."""
    count = 0
    for table in sorted(ours & set(_KNOWN)):
        written = sorted(name for name in found[table] if COLUMNS.get(name, name) in _VERDICTS)
        if written:
            where = " OR ".join(f"coalesce({name}, '') <> ''" for name in written)
            query = f"SELECT count(*) FROM {table} WHERE {where}"  # noqa: S608  # nosec B608 - names of ours
            count += int(file.execute(query).fetchone()[0])
    return count


def _edited(file: sqlite3.Connection, ours: frozenset[str]) -> bool:
    """Whether features were added, removed or changed after the run: by number, and by the time GDAL and QGIS note.

    The table ``runs`` is written after the layers, so it is the younger one unless somebody came later.
    """
    runs = next((name for name in sorted(ours) if LAYERS.get(name, name) == RUNS), "")
    if not runs:  # nothing says what was written, so nothing says that it is still so
        return bool(ours)
    layers = [layer for layer in (TILES, CHANGES, SITES) if layer != SITES or SITES in ours]
    for table in layers:
        count = file.execute(f"SELECT sum({table}) FROM {runs}").fetchone()[0]  # noqa: S608  # nosec B608 - ours
        query = f"SELECT count(*) FROM {table}"  # noqa: S608  # nosec B608 - names of ours
        if table not in ours or file.execute(query).fetchone()[0] != count:
            return True
    late = (
        "SELECT count(*) FROM gpkg_contents WHERE table_name IN ('sites', 'tiles', 'changes') "
        "AND julianday(last_change) > (SELECT julianday(last_change) FROM gpkg_contents WHERE table_name = ?)"
    )
    return bool(file.execute(late, (runs,)).fetchone()[0])


def is_open_elsewhere(path: Path) -> bool:
    """Return whether another program has a GeoPackage open: its journal lies beside it, or it holds a lock.

    Replaced under such a program, the file would be read with the journal of the old one, and edits would be lost.
    """
    for ending in ("-wal", "-shm", "-journal"):
        journal = path.with_name(path.name + ending)
        if journal.exists() and (ending != "-journal" or journal.stat().st_size):
            return True
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as file:
            file.isolation_level = None
            file.execute("BEGIN EXCLUSIVE")
            file.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return False


def same_job(stored: RunRecord, planned: RunRecord) -> bool:
    """Whether two runs asked the same of the same rasters and the same model, so that verdicts on one hold for both.

    Where, how fast and in which parts it was computed does not count, nor where the rasters lie.
    """
    return _job(stored) == _job(planned)


def same_rasters(stored: RunRecord, inputs: Mapping[str, Sequence[object]], model_sha256: str) -> bool:
    """Return whether a run compared these rasters, given by their fingerprints, with this model."""
    return stored.model_sha256 == model_sha256 and _files(stored.inputs) == _files(inputs)


def _files(inputs: Mapping[str, Sequence[object]]) -> object:
    return {role: [_content(entry) for entry in entries] for role, entries in inputs.items()}


def _job(run: RunRecord) -> object:
    how = {"block_size", "executor", "workers", "scheduler", "live", "device"}
    asked = {name: _plain(value) for name, value in run.parameters.items() if name not in how and value is not None}
    first, second = run.date_before, run.date_after
    spans = (first, run.date_before_end or first, second, run.date_after_end or second)
    days = [moment and moment.replace(tzinfo=None, microsecond=0) for moment in spans]
    return (asked, _files(run.inputs), days, run.crs, run.width, run.height, run.model_sha256)


def _content(entry: object) -> object:
    """Return a file's fingerprint without name and time."""
    if not isinstance(entry, dict):
        return entry
    return {key: _plain(value) for key, value in entry.items() if key not in ("file", "modified_ns") and value}


def _plain(value: object) -> object:
    """Return data as JSON would give it back."""
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items() if str(key) not in ("file", "modified_ns")}
    return value
