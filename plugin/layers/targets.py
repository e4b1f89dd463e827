"""Guards of what is written: no output may be an input or another output, and no work of the analyst is overwritten."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry

from ..i18n import tr
from .renamed import TABLES, stored_columns

OURS = frozenset({"sites", "tiles", "changes", "zones", "runs", "summary", "layer_styles"})
"""Tables of a result; whatever else a GeoPackage holds belongs to somebody else."""
STYLES = frozenset({"layer_styles"})
RUN, SERIES = frozenset({"tiles", "runs"}), frozenset({"tiles", "runs", "summary"})
"""Tables by which a result of a pair or of a series is known."""


class PlacingError(Exception):
    """A result cannot be put where it should go; ``str()`` is the sentence to show."""


def same_file(one: str, other: str) -> bool:
    """Return whether two paths lead to one file: through links, by another spelling, or as hard links."""
    with contextlib.suppress(OSError, ValueError):
        if os.path.samefile(one, other):
            return True
    first, second = (os.path.normcase(os.path.realpath(path)) for path in (one, other))
    return first == second


def file_behind(layer: Optional[QgsMapLayer]) -> str:
    """Return the file behind a layer of any kind, empty where there is none."""
    if layer is None or layer.dataProvider() is None:
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.dataProvider().name(), layer.source())
    return str(parts.get("path") or "")


def clash_problem(targets: Iterable[str], sources: Iterable[str]) -> str:
    """Return a sentence if a file to write is one of the files to read, or is to be written twice."""
    read, seen = [path for path in sources if path], []
    for target in filter(None, targets):
        if any(same_file(target, source) for source in read):
            return tr("{0} is one of the inputs and would be overwritten. Choose another name for the output.").format(
                target
            )
        if any(same_file(target, other) for other in seen):
            return tr("{0} is named for two outputs. Give each a name of its own.").format(target)
        seen.append(target)
    return ""


def kind_problem(path: str, begin: bytes, kind: str) -> str:
    """Return a sentence if a file that is there is of another kind than the one that would replace it.

    Args:
        path: the file to write.
        begin: the first bytes of every file of the kind.
        kind: its name.
    """
    if not path or not os.path.lexists(path):
        return ""
    try:
        with open(path, "rb") as file:
            head = file.read(len(begin))
    except OSError as error:
        return tr("{0} is there already and cannot be written: {1}.").format(path, error.strerror)
    if head in (b"", begin):
        return ""
    return tr("{0} is there already and is no {1} file. Choose another name.").format(path, kind)


def result_problem(path: str, project: Optional[QgsProject] = None, known_by: frozenset[str] = RUN) -> str:
    """Return why a result cannot be written to a GeoPackage, as a sentence, or an empty string.

    Args:
        path: the GeoPackage, there or not.
        project: whose layers must not lose their file.
        known_by: tables that a result of the same kind has.
    """
    target = Path(path)
    if not os.path.lexists(path):
        return folder_problem(target)
    if target.is_dir():
        return tr("{0} is a folder. Give the name of a file to write.").format(path)
    return _content_problem(path, known_by) or _in_use(path, project) or folder_problem(target)


def layer_file_problem(path: str, project: Optional[QgsProject] = None) -> str:
    """Return why a GeoPackage with one layer of a result cannot be written anew, as a sentence, or an empty string."""
    tables = result_tables(path)
    if tables is None:
        return _unreadable(path) if os.path.lexists(path) else folder_problem(Path(path))
    problems = [*(table_problem(path, table) for table in sorted(tables - {"runs"} - STYLES)), _in_use(path, project)]
    return next(filter(None, problems), "")


def tables_of(path: str) -> Optional[frozenset[str]]:
    """Return the tables that a GeoPackage says it has, None where the file is none or is not there."""
    if not Path(path).is_file():
        return None
    try:
        with _opened(path) as file:
            return frozenset(str(row[0]) for row in file.execute("SELECT table_name FROM gpkg_contents"))
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def result_tables(path: str) -> Optional[frozenset[str]]:
    """Return the tables of a GeoPackage, those of a result of an earlier version under the names they have today."""
    tables = tables_of(path)
    return None if tables is None else frozenset(TABLES.get(name, name) for name in tables)


def table_problem(path: str, table: str) -> str:
    """Return why a table of a GeoPackage must not be written anew, as a sentence, or an empty string."""
    if not Path(path).is_file():
        return folder_problem(Path(path))
    try:
        with _opened(path) as file:
            columns = stored_columns(file, table)
            if columns and not {"tile_id", "review_status"} <= set(columns):
                return tr("The table “{1}” in {0} is no result of Describe Changes. Choose another name.").format(
                    path, table
                )
            return _judged_problem(file, path, table, "change_id" not in columns) if columns else ""
    except (sqlite3.Error, UnicodeDecodeError):
        return _unreadable(path)


def _in_use(path: str, project: Optional[QgsProject]) -> str:
    """Return a sentence if layers of the project or another program have a file open."""
    layers = project.mapLayers().values() if project is not None else ()
    used = next((layer.name() for layer in layers if same_file(file_behind(layer) or os.devnull, path)), "")
    if used:
        return tr(
            "{0} is open in the project as “{1}”. Choose another name for the result, or remove the layer first."
        ).format(path, used)
    if any(Path(path + ending).exists() for ending in ("-wal", "-journal")):
        return tr(
            "{0} is open in another program, or was not closed properly. Close it there, or choose another name."
        ).format(path)
    return ""


def folder_problem(target: Path) -> str:
    """Return why a file cannot be made where it should lie, as a sentence, or an empty string."""
    if not target.parent.is_dir():
        return tr("The folder {0} does not exist. Create it, or write the result elsewhere.").format(target.parent)
    if not os.access(target.parent, os.W_OK):
        return tr("The folder {0} is read-only. Write the result elsewhere.").format(target.parent)
    return ""


def free_name(path: Path) -> Path:
    """Return the path, or where something is there already, the first of ``name_2``, ``name_3`` … that is free."""
    candidate, number = path, 1
    while os.path.lexists(candidate) or os.path.lexists(f"{candidate}-wal"):
        number += 1
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return candidate


def put_in_place(work: Path, target: Path, replace: bool) -> Path:
    """Move a finished result to where it belongs, whole or not at all, and return where it lies now.

    Where something has come into its place meanwhile, the result goes beside it under a free name.

    Args:
        work: the finished file.
        target: where it shall lie.
        replace: whether a result without verdicts may be replaced.

    Raises:
        PlacingError: the file cannot be written there; the finished one stays where it is.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".describe-changes-", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            shutil.copyfile(work, part)
            shutil.copymode(work, part)
            _flush(part)
            if replace and os.path.lexists(target) and not result_problem(str(target)):
                os.replace(part, target)
            else:
                target = _given_a_free_name(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise PlacingError(
            tr("The result could not be written to {0}: {1}. It is kept in {2}.").format(
                target, error.strerror or error, work
            )
        ) from error
    with contextlib.suppress(OSError):
        work.unlink()
    return target


def _given_a_free_name(part: Path, target: Path) -> Path:
    """Give a file its name without overwriting one that another program makes at the same moment."""
    while True:
        candidate = free_name(target)
        try:
            os.link(part, candidate)
            return candidate
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            os.rename(part, candidate)
            return candidate


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def _opened(path: str) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage for reading only."""
    with contextlib.closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as file:
        yield file


def _content_problem(path: str, known_by: frozenset[str]) -> str:
    tables = result_tables(path)
    if tables is None:
        return _in_use(path, None) or _unreadable(path)
    if not known_by <= tables:
        if known_by == SERIES:
            return tr("{0} holds something else than a time series. Choose another name for the result.").format(path)
        return tr(
            "{0} holds something else than a result of Describe Changes. Choose another name for the result."
        ).format(path)
    others = "”, “".join(sorted(tables - OURS))
    if others:
        return tr("{0} also holds “{1}”, which would be lost. Choose another name for the result.").format(path, others)
    try:
        with _opened(path) as file:
            problem = _judged_problem(file, path, "tiles", True)
            has_areas = "changes" in tables
            return problem or (_judged_problem(file, path, "changes", False) if has_areas else "")
    except (sqlite3.Error, UnicodeDecodeError):
        return _unreadable(path)


def _judged_problem(file: sqlite3.Connection, path: str, table: str, tiles: bool) -> str:
    verdict = stored_columns(file, table).get("review_status", "review_status")  # unquoted: else a text, if missing
    query = f"SELECT count(*) FROM {_quoted(table)} WHERE coalesce({verdict}, '') <> ''"  # noqa: S608  # nosec B608
    judged = file.execute(query).fetchone()[0]
    if not judged:
        return ""
    if tiles:
        return tr("{0} holds {1} reviewed tiles, which would be lost. Choose another name for the result.").format(
            path, judged
        )
    return tr("{0} holds {1} reviewed areas, which would be lost. Choose another name for the result.").format(
        path, judged
    )


def _unreadable(path: str) -> str:
    return tr("{0} is there already and cannot be read. Choose another name for the result.").format(path)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
