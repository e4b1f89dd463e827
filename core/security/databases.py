"""Refuse GeoPackages that hold more than tables: stored queries and virtual tables are programs, run by reading."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from ..errors import InputError

_BEGINNING = b"SQLite format 3\0"
_PLAIN_VIRTUAL = re.compile(r"\bUSING\s+[\"'`\[]?(rtree|fts3|fts4|fts5)\b", re.IGNORECASE)
_STEPS = 5_000_000


def is_database(path: Path) -> bool:
    """Return whether a file begins as an SQLite database does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return False


def check_database(path: Path) -> None:
    """Refuse a GeoPackage whose reading would run more than reads of tables.

    Args:
        path: a file that is an SQLite database.

    Raises:
        InputError: it is damaged, or holds a view, a virtual table or a computed column.
    """
    damaged = f"{path} cannot be read as a GeoPackage: it is damaged or cut short; copy it again."
    try:
        with closing(_connect(path)) as database:
            database.set_progress_handler(_Budget(), 10_000)
            rows = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            for kind, name, sql in rows:
                told = _program(database, str(kind), str(name), str(sql or ""))
                if told:
                    raise InputError(
                        f"“{str(name)[:60]}” in {path} is {told}, which is not run for safety; "
                        "export the layer to a new GeoPackage and give that."
                    )
    except (sqlite3.Error, UnicodeDecodeError) as error:  # sqlite3 decodes SQLite's own message, which may quote bytes
        raise InputError(f"{damaged} ({error}).") from error


def _connect(path: Path) -> sqlite3.Connection:
    """Open read-only; a database of a folder that cannot be written may not be able to share its log."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    database = sqlite3.connect(uri, uri=True)
    try:
        database.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        database.close()
        database = sqlite3.connect(f"{uri}&immutable=1", uri=True)
    except BaseException:
        database.close()
        raise
    return database


def _program(database: sqlite3.Connection, kind: str, name: str, sql: str) -> str:
    """Return what an object of a database is, if reading it runs something; empty for plain ones."""
    if kind == "view":
        return "a view (a stored query)"
    if kind != "table":
        return ""
    if re.match(r"\s*CREATE\s+VIRTUAL\b", sql, re.IGNORECASE):
        return "" if _PLAIN_VIRTUAL.search(sql) else "a virtual table"
    if re.search(r"\bAS\s*\(", sql, re.IGNORECASE):
        quoted = name.replace('"', '""')
        if any(column[6] in (2, 3) for column in database.execute(f'PRAGMA table_xinfo("{quoted}")')):
            return "a table with computed columns"
    return ""


class _Budget:
    """Ends a query that has run for too many steps."""

    def __init__(self) -> None:
        self._left = _STEPS // 10_000

    def __call__(self) -> int:
        self._left -= 1
        return 1 if self._left < 0 else 0
