"""Results as versions before schema 3 wrote them: the same rows under the names of then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

OLD_COLUMNS = {
    "tiles": {
        "skip_reason": "gated", "changed_fraction": "change_share", "valid_fraction": "valid_share",
        "review_status": "review",
    },
    "changes": {"transition": "direction", "mean_probability": "score", "review_status": "review"},
    "summary": {"transition": "direction", "changed_tiles": "tiles_changed"},
    "runs": {"duration_s": "seconds"},
}  # fmt: skip
_TABLES_THAT_NAME_LAYERS = ("gpkg_contents", "gpkg_ogr_contents", "gpkg_extensions", "gpkg_data_columns",
                            "gpkg_metadata_reference")  # fmt: skip


def as_written_before(path: Path) -> Path:
    """Give layers and columns of a result the names that they had before schema 3, and its runs that version."""
    with closing(sqlite3.connect(path)) as file:
        tables = {str(name) for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            file.create_function(name, 1, lambda _geometry: 0)
        for table, renamed in OLD_COLUMNS.items():
            there = {str(name) for (name,) in file.execute("SELECT name FROM pragma_table_info(?)", (table,))}
            for today, old in renamed.items():
                if today in there:
                    file.execute(f"ALTER TABLE {table} RENAME COLUMN {today} TO {old}")
                    if "gpkg_data_columns" in tables:
                        told = "UPDATE gpkg_data_columns SET column_name = ? WHERE table_name = ? AND column_name = ?"
                        file.execute(told, (old, table, today))
            if "channels" in there:
                file.execute("UPDATE runs SET channels = replace(channels, 'transition', 'direction')")
                file.execute("UPDATE runs SET schema_version = 2")
        for column in ("gated", "caption"):
            old = "'no change of the trained classes'"
            file.execute(f"UPDATE tiles SET {column} = {old} WHERE {column} = 'no change found'")  # noqa: S608
        file.execute("ALTER TABLE runs RENAME TO run")
        for table in tables & set(_TABLES_THAT_NAME_LAYERS):
            file.execute(f"UPDATE {table} SET table_name = 'run' WHERE table_name = 'runs'")  # noqa: S608
        file.commit()
    return path
